"""Possible worlds: for each a matrix of the same 100 people, a column a person, a row a site."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import of_one_population
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.errors import DataError

__all__ = ["possible_worlds"]

_NEEDED = ("world", "number_of_sites", "people", "label", "held", "figures", "population")
_GAP = 0.6  # between words and the matrix, and between two words, in type sizes
_WIDEST = 0.4  # of the panel: the words on the left
_THICK = 0.78  # of the height of a row: its strip
_BETWEEN = 0.9  # two worlds, at least, in type sizes
_CLEAR, _BRACKET = 0.12, 0.35  # between words and their bracket, and its height, in type sizes
_TALLEST = 2.2  # a row, in type sizes
_LEAST = 1.5  # the width of a person, in points


class _Share(NamedTuple):
    """People who have as many sites: how many, after how many others, and in words."""

    people: int
    after: int
    words: str
    key: bool


class _Plan(NamedTuple):
    """In inches: where the matrix starts, how wide a person is, how tall a row is; its type, and its label in lines."""

    left: float
    person: float
    row: float
    points: float
    labels: list[list[str]]


def possible_worlds(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw possible worlds below each other, each a matrix of 100 people: a column a person, a row a site.

    A person who has a site is marked in its row: pale where they have two sites or more, open where they have one.
    Brackets count those with two or more, with one and with none.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a group: ``world`` (its name, which says that it is made up), ``number_of_sites``, ``people`` (whole
        numbers that add up to 100 in each world), ``label`` (which sites they have), ``held`` (a tuple of these
        sites), ``figures`` (a tuple of sites, each with its qualifier and its number of 100) and ``population``.

    Raises
    ------
    DataError
        If columns or rows are missing, there are two populations, the groups of a world do not add up to 100, or a
        world does not agree with the figures.

    Notes
    -----
    A possible world is made up. It agrees with the figures; nothing says that it is so.
    """
    source = 'hv.figure("overlap-worlds").data'
    rows = of_one_population(data, _NEEDED, source)
    for world, group in rows.groupby("world", sort=False):
        people = group["people"].tolist()
        if sum(people) != 100 or any(n != int(n) or n < 1 for n in people):
            raise DataError(
                f"column people: whole numbers from 1 that add up to 100 in each world; got {people} in {world!r}. "
                f"See {source}."
            )
        for site, _, value in rows["figures"].iloc[0]:
            if (had := sum(r.people for r in group.itertuples() if site in r.held)) != value:
                raise DataError(f"column held: {value:g} people with {site} in each world; got {had} in {world!r}.")
    return draw_on(ax, partial(_draw, rows))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    worlds = list(rows.groupby("world", sort=False))
    figures = rows["figures"].iloc[0]
    plan = _plan(panel, [str(name) for name, _ in worlds], figures)
    panel.in_inches()
    if not panel.composed:  # a page says of whom in its head
        panel.write_below(phrases.reference_class(rows, start="of"), loc="left")
    drop = _above(panel) + plan.row * len(figures)
    gap = min((panel.height - len(worlds) * drop) / max(1, len(worlds) - 1), 1.6 * panel.em)
    for number, (name, group) in enumerate(worlds):
        top = number * (drop + gap)
        panel.write(0, top + _middle(panel), name, weight="bold", **_LEVEL)
        _brackets(panel, plan, _shares(group, len(figures)), top)
        _matrix(panel, plan, group, figures, top + _above(panel), str(name))


_LEVEL: dict[str, Any] = {"va": "center_baseline"}


def _middle(panel: Panel) -> float:
    """Return where the middle of the words above a matrix stands, in inches."""
    return 0.5 * LEADING * panel.em


def _above(panel: Panel) -> float:
    """Return the height of the words and the bracket above a matrix, in inches."""
    return (LEADING + _CLEAR + _BRACKET + 0.15) * panel.em


def _plan(panel: Panel, names: list[str], figures: tuple[tuple[str, str, float], ...]) -> _Plan:
    """Give the words on the left the width that they need, and the rows the height that is left."""
    measure, em = panel.measure, panel.em
    row = ((panel.height - (len(names) - 1) * _BETWEEN * em) / len(names) - _above(panel)) / len(figures)
    points = panel.points if row >= 1.05 * em else small_type()
    number = max(measure.width(phrases.hedged(word, value), points, "bold") for _, word, value in figures)
    label = max(measure.width(site, points) for site, *_ in figures)
    heads = [measure.width(name, panel.points, "bold") for name in names]
    left = max(*heads, min(_WIDEST * panel.width, label + _GAP * em + number + 0.01))
    labels = [measure.lines(site, left - _GAP * em - number, points) for site, *_ in figures]
    most = max(map(len, labels))
    row = min(row, max(_TALLEST * em, 1.1 * LEADING * most * points / 72))
    left += _GAP * em
    person = (panel.width - left - panel.line / 72) / 100
    if person < _LEAST / 72 or row < (LEADING * (most - 1) + 0.9) * points / 72:
        panel.lacking.append("a column for each of 100 people")
    return _Plan(left, max(person, 0.001), max(row, 0.001), points, labels)


def _shares(group: pd.DataFrame, sites: int) -> list[_Share]:
    """Count those with two sites or more, with one, and with none, in this order."""
    kinds = ((2, "both" if sites == 2 else "two or more"), (1, "one"), (0, f"none of {phrases.count(sites)}"))
    shares, after = [], 0
    for least, words in kinds:
        held = group["number_of_sites"].clip(upper=2) == least
        people = int(group.loc[held, "people"].sum())
        if people or least == 2:
            shares.append(_Share(people, after, f"{words}: {people}", least == 2))
        after += people
    return shares


def _brackets(panel: Panel, plan: _Plan, shares: list[_Share], top: float) -> None:
    """Write how many there are of each kind, all on one line, over a bracket of their columns."""
    look, gap = panel.colours, _GAP * panel.em
    weights = ["bold" if share.key else "normal" for share in shares]
    wide = [panel.measure.width(share.words, panel.points, w) for share, w in zip(shares, weights, strict=True)]
    low = top + (LEADING + _CLEAR) * panel.em
    starts, edge = [], plan.left
    for share, width in zip(shares, wide, strict=True):
        middle = plan.left + plan.person * (share.after + share.people / 2)
        edge = max(edge, middle - width / 2)
        starts.append(edge)
        edge += width + gap
    end = panel.width
    for number in reversed(range(len(shares))):
        starts[number] = min(starts[number], end - wide[number])
        end = starts[number] - gap
    if starts[0] < plan.left - 0.01:
        panel.lacking.append("the words above a matrix")
    for share, weight, start in zip(shares, weights, starts, strict=True):
        panel.write(start, top + _middle(panel), share.words, weight=weight, **_LEVEL)
        if share.people:
            inset = 0.2 * plan.person
            x0, x1 = (plan.left + plan.person * n for n in (share.after, share.after + share.people))
            foot = low + _BRACKET * panel.em
            panel.ax.plot(
                [x0 + inset, x0 + inset, x1 - inset, x1 - inset],
                [foot, low, low, foot],
                color=look.accent if share.key else look.outline,
                lw=(2.5 if share.key else 1.2) * panel.line,
                solid_joinstyle="miter",
                solid_capstyle="butt",
                clip_on=False,
                gid="bracket",
                label=share.words,
            )


def _matrix(
    panel: Panel, plan: _Plan, group: pd.DataFrame, figures: tuple[tuple[str, str, float], ...], top: float, name: str
) -> None:
    """Draw a row a site: an outlined whole of 100, and in it the people who have the site."""
    thick, font = _THICK * plan.row, {"size": plan.points, **_LEVEL}
    for number, ((site, qualifier, value), label) in enumerate(zip(figures, plan.labels, strict=True)):
        middle = top + (number + 0.5) * plan.row
        for n, line in enumerate(label):
            panel.write(0, middle + (n - (len(label) - 1) / 2) * LEADING * plan.points / 72, line, **font)
        words, right = phrases.hedged(qualifier, value), plan.left - _GAP * panel.em
        panel.write(right, middle, words, weight="bold", ha="right", **font)
        place = Rectangle((plan.left, middle - thick / 2), 100 * plan.person, thick, **panel.whole)
        panel.ax.add_artist(place)
        after = 0
        for run in group.itertuples():
            if site in run.held:
                _run(panel, plan, place, after, run, f"{name}: {site}")
            after += run.people


def _run(panel: Panel, plan: _Plan, place: Rectangle, after: int, run: Any, label: str) -> None:
    """Mark the people of a group beside each other, each between thin lines."""
    look, y, thick = panel.colours, place.get_y(), place.get_height()
    edges = [plan.left + plan.person * (after + n) for n in range(run.people + 1)]
    panel.ax.add_artist(
        Rectangle(
            (edges[0], y),
            edges[-1] - edges[0],
            thick,
            facecolor=look.rough if run.number_of_sites > 1 else look.paper,
            edgecolor=look.accent,
            lw=1.4 * panel.line,
            clip_on=False,
            gid="world",
            label=label,
        )
    )
    between = [[(x, y), (x, y + thick)] for x in edges[1:-1]]
    lines = LineCollection(between, colors=look.accent, linewidths=0.35 * panel.line, clip_on=False, gid="person")
    panel.ax.add_collection(lines, autolim=False)
