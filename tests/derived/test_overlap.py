"""What is said of overlap is checked against a linear programme over every combination of sites."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from her2viz.derived.overlap import at_least, few_world, many_world

ROUGH = [70, 30, 20, 10]
# typed on purpose: the numbers that the figure must show
KNOWN = {1: (70, 100), 2: (10, 60), 3: (0, 30), 4: (0, 10)}


def programme(figures, k):
    """All combinations of sites: which reach k sites, and what each adds to the figures and to the people."""
    combinations = list(itertools.product([0, 1], repeat=len(figures)))
    wanted = np.array([float(sum(c) >= k) for c in combinations])
    adds = np.array([[c[i] for c in combinations] for i in range(len(figures))] + [[1] * len(combinations)], float)
    return wanted, adds, np.array([*figures, 100.0])


@pytest.mark.parametrize("k", KNOWN)
def test_rough_figures(k):
    wanted, adds, sums = programme(ROUGH, k)
    solved = [sign * linprog(sign * wanted, A_eq=adds, b_eq=sums).fun for sign in (1, -1)]
    assert at_least(k, ROUGH) == KNOWN[k] == tuple(round(x) for x in solved)
    assert solved == pytest.approx([round(x) for x in solved])


def test_ten_with_all_four_are_enough():
    assert at_least(2, ROUGH)[0] == 10  # not 30


def test_a_little_more_or_fewer_widens_the_range():
    assert (at_least(2, [65, 25, 15, 5])[0], at_least(2, [75, 35, 25, 15])[1]) == (4, 75)


FIGURES = st.lists(st.integers(0, 100), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None)
@given(FIGURES)
def test_bounds_are_those_of_whole_people(figures):
    for k in range(1, len(figures) + 1):
        wanted, adds, sums = programme(figures, k)
        rules = {"constraints": LinearConstraint(adds, sums, sums), "bounds": Bounds(0, np.inf)}
        solved = [sign * milp(sign * wanted, integrality=np.ones(len(wanted)), **rules).fun for sign in (1, -1)]
        assert at_least(k, figures) == tuple(round(x) for x in solved)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=2, max_size=6))
def test_worlds_give_the_figures_back_and_reach_the_bounds(figures):
    low, high = at_least(2, figures)
    for world, overlap in ((few_world(figures), low), (many_world(figures), high)):
        assert sum(world.values()) == 100
        assert [sum(n for sites, n in world.items() if i in sites) for i in range(len(figures))] == figures
        assert all(len(set(sites)) == len(sites) for sites in world)
        assert sum(n for sites, n in world.items() if len(sites) > 1) == overlap
