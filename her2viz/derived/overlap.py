"""What single figures about the same 100 people tell of how many have more than one, and what they do not.

Let site i be found in p_i of 100 people, and let N be the number of sites that one person has. Only the p_i are
given; nothing says which people share sites, and no independence is assumed.

*At most.* Leave out the j sites with the largest figures. Whoever has k sites or more still has k - j or more of the
others, so ``P(N >= k) <= (sum of the others) / (k - j)`` for each j < k. The smallest of these, or 100, is reached,
so no better bound exists; a linear programme over all combinations of sites agrees (tests/derived/test_overlap.py).

*At least.* N >= k fails where n - k + 1 or more sites are missing, and site i is missing in 100 - p_i people: the
bound above for the missing sites, taken from 100.

People are whole, so a lower bound is rounded up and an upper bound down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import cycle, islice
from math import ceil, floor

__all__ = ["at_least", "few_world", "many_world"]

World = Counter[tuple[int, ...]]


def at_least(k: int, figures: Sequence[int]) -> tuple[int, int]:
    """Return how few and how many of 100 people can have k or more of the sites with these figures.

    Parameters
    ----------
    k : int
        From 1 to the number of figures.
    figures : sequence of int
        For each site, how many of the same 100 people have it.

    Examples
    --------
    >>> at_least(2, [70, 30, 20, 10])
    (10, 60)
    >>> at_least(2, [65, 25, 15, 5])[0], at_least(2, [75, 35, 25, 15])[1]
    (4, 75)
    """
    missing = [100 - p for p in figures]
    return ceil(100 - _most(len(figures) - k + 1, missing)), floor(_most(k, figures))


def _most(k: int, figures: Sequence[int]) -> Fraction:
    """Return the largest share of 100 in which k or more of the events can happen."""
    ordered = sorted(figures, reverse=True)
    return min(Fraction(100), *(Fraction(sum(ordered[j:]), k - j) for j in range(k)))


def few_world(figures: Sequence[int]) -> World:
    """Return one way to give 100 people these sites with as few as can be having two or more.

    The first m people take every site that is left to give, up to m times each; what is over goes to the others, one
    each. The smallest m for which the others are enough is the fewest possible: m people can hold no site more often.

    Examples
    --------
    >>> few_world([70, 30, 20, 10])
    Counter({(0,): 60, (1,): 20, (0, 1, 2, 3): 10, (2,): 10})
    """
    m = next(m for m in range(101) if sum(max(p - m, 0) for p in figures) <= 100 - m)
    people: list[list[int]] = [[] for _ in range(100)]
    alone = iter(people[m:])
    for site, p in enumerate(figures):
        for person in people[: min(p, m)]:
            person.append(site)
        for person in islice(alone, max(p - m, 0)):
            person.append(site)
    return _counted(people)


def many_world(figures: Sequence[int]) -> World:
    """Return one way to give 100 people these sites with as many as can be having two or more.

    The sites are dealt out in turn to the most people who can have two, round after round, each site at most once to
    each; what is over goes to the others.

    Examples
    --------
    >>> many_world([70, 30, 20, 10])
    Counter({(0, 1): 30, (): 30, (0, 2): 20, (0, 3): 10, (0,): 10})
    """
    m = at_least(2, figures)[1]
    people: list[list[int]] = [[] for _ in range(100)]
    dealt = cycle(people[:m])
    others = cycle(people[m:])
    for site, p in sorted(enumerate(figures), key=lambda pair: -pair[1]):
        for person in (*islice(dealt, min(p, m)), *islice(others, max(p - m, 0))):
            person.append(site)
    return _counted(people)


def _counted(people: Sequence[Sequence[int]]) -> World:
    return Counter(tuple(sorted(sites)) for sites in people)
