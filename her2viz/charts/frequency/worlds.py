"""Possible worlds: for each a row of 100 circles, in groups by which sites a person has."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.icons import along, circles
from her2viz.charts.frequency.rows import lead_type, of_one_population
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.errors import DataError
from her2viz.phrases import reference_class

__all__ = ["possible_worlds"]

_DEEP = 5  # circles below each other
_APART, _ALIKE = 1.1, 0.6  # between two groups, and where both have two sites or more: in type sizes
_LEFT = 1.2  # between the words on the left and the circles
_MOST_LINES = 4  # of words above a group, below its number
_BELOW = 0.9  # kept free below a world, in type sizes
_LEAST = 0.02  # of a circle, in inches


class _Group(NamedTuple):
    """A group of one world: how many people with how many sites, and its words."""

    people: int
    sites: int
    label: str

    @property
    def wide(self) -> float:
        """Its width in circles."""
        return along(math.ceil(self.people / _DEEP) - 1) + 0.5


class _Plan(NamedTuple):
    """How large a circle is, in inches, in how many lines the words above a group stand, and how wide each group is."""

    circle: float
    lines: int
    widths: list[list[float]]


def possible_worlds(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw possible worlds below each other: 100 circles in groups, by which of the sites a person has.

    A circle is pale where a person has two or more of the sites, open with a dark edge with one, and open with a
    light edge with none.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a group: ``world`` (its name, which says that it is made up), ``number_of_sites``, ``people`` (whole
        numbers that add up to 100 in each world), ``label`` (which sites they have) and ``population``.

    Raises
    ------
    DataError
        If columns or rows are missing, there are two populations, or the groups of a world do not add up to 100.

    Notes
    -----
    A possible world is made up. It agrees with the figures; nothing says that it is so.
    """
    source = 'hv.figure("overlap-worlds").data'
    rows = of_one_population(data, ("world", "number_of_sites", "people", "label", "population"), source)
    for world, group in rows.groupby("world", sort=False):
        people = group["people"].tolist()
        if sum(people) != 100 or any(n != int(n) or n < 1 for n in people):
            raise DataError(
                f"column people: whole numbers from 1 that add up to 100 in each world; got {people} in {world!r}. "
                f"See {source}."
            )
    return draw_on(ax, partial(_draw, rows))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    ax = panel.ax
    worlds = {
        str(name): [_Group(int(r.people), int(r.number_of_sites), r.label) for r in group.itertuples()]
        for name, group in rows.groupby("world", sort=False)
    }
    fonts = ((panel.points, "bold"), (lead_type(panel), "bold"), (panel.points, "normal"))
    heads = [_head(name, groups) for name, groups in worlds.items()]
    key = lead_type(panel) / 72
    widest = max(panel.measure.width(text, *font) for head in heads for text, font in zip(head, fonts, strict=True))
    left = key + widest + _LEFT * panel.em
    plan = _plan(panel, list(worlds.values()), panel.width - left, panel.height / len(worlds))
    ax.set_xlim(0, panel.width / plan.circle)
    ax.set_ylim(panel.height / plan.circle, 0)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    if not panel.composed:  # a page says of whom in its head
        panel.write_below(reference_class(rows, start="of"), loc="left")
    for number, (head, groups, widths) in enumerate(zip(heads, worlds.values(), plan.widths, strict=True)):
        y = top = number * panel.height / len(worlds)
        for line, (text, (points, weight)) in enumerate(zip(head, fonts, strict=True)):
            if line == 1:
                _key(panel, plan, key, y + 0.5 * LEADING * key)
            _write(panel, plan, key if line == 1 else 0, y, text, size=points, weight=weight)
            y += LEADING * points / 72
        _world(panel, plan, groups, widths, left, top)


def _key(panel: Panel, plan: _Plan, size: float, y: float) -> None:
    """Draw a circle of those with two sites or more before their number."""
    look, line = panel.colours, 1.6 * panel.line
    circle: dict[str, Any] = {"markerfacecolor": look.rough, "markeredgecolor": look.accent, "markeredgewidth": line}
    across = 0.72 * size
    spot = [(across / 2 + line / 72) / plan.circle], [y / plan.circle]
    panel.ax.plot(*spot, "o", markersize=72 * across, clip_on=False, scalex=False, scaley=False, gid="key", **circle)


def _head(name: str, groups: list[_Group]) -> tuple[str, str, str]:
    """Return what stands left of a world: its name, and how many have two sites or more."""
    overlap = sum(group.people for group in groups if group.sites > 1)
    return name, f"{overlap} of 100", "two or more"


def _plan(panel: Panel, worlds: list[list[_Group]], room: float, drop: float) -> _Plan:
    """Choose the lines of words above the groups so that circles are as large as can be."""
    best = _Plan(_LEAST, 1, [])
    for lines in range(1, _MOST_LINES + 1):
        least = [[_narrowest(panel, group, lines) for group in groups] for groups in worlds]
        circle = max(_LEAST, (drop - _above(panel, lines) - _BELOW * panel.em) / _DEEP)

        def widths(circle: float, least: list[list[float]] = least) -> list[list[float]]:
            pairs = [zip(groups, wide, strict=True) for groups, wide in zip(worlds, least, strict=True)]
            return [[max(wide, group.wide * circle) for group, wide in pair] for pair in pairs]

        def fits(circle: float, widths: Callable[[float], list[list[float]]] = widths) -> bool:
            rows = zip(worlds, widths(circle), strict=True)
            return all(sum(wide) + sum(_gaps(panel, groups)) <= room for groups, wide in rows)

        while circle > _LEAST and not fits(circle):
            circle = max(_LEAST, circle * 0.98)
        if circle > best.circle or not best.widths:
            best = _Plan(circle, lines, widths(circle))
    if best.circle <= _LEAST:
        panel.lacking.append("the groups of a world beside each other")
    return best


def _above(panel: Panel, lines: int) -> float:
    """Return the height of a number and so many lines of words below it, in inches."""
    return LEADING * (panel.em + lines * small_type() / 72) + 0.25 * panel.em


def _gaps(panel: Panel, groups: list[_Group]) -> list[float]:
    """Return the gaps between groups in inches: smaller between two whose people all have two sites or more."""
    pairs = itertools.pairwise(groups)
    return [panel.em * (_ALIKE if min(a.sites, b.sites) > 1 or a.sites == b.sites else _APART) for a, b in pairs]


def _narrowest(panel: Panel, group: _Group, lines: int) -> float:
    """Return the least width, in inches, in which the words of a group take no more lines."""
    small = small_type()
    width = max(
        panel.measure.width(str(group.people), panel.points, "bold"),
        *(panel.measure.width(word, small) for word in group.label.split()),
    )
    while len(panel.measure.lines(group.label, width, small)) > lines:
        width += 0.1 * panel.em
    return width + 0.01


def _world(panel: Panel, plan: _Plan, groups: list[_Group], widths: list[float], left: float, top: float) -> None:
    """Draw the groups of a world beside each other, each under how many they are and which sites they have."""
    look, small, x = panel.colours, small_type(), left
    first = top + _above(panel, plan.lines)
    for group, wide, gap in zip(groups, widths, [*_gaps(panel, groups), 0.0], strict=True):
        lines = panel.measure.lines(group.label, wide, small)
        y = first - 0.25 * panel.em - LEADING * len(lines) * small / 72
        _write(panel, plan, x, y - LEADING * panel.em, str(group.people), weight="bold")
        for n, line in enumerate(lines):
            _write(panel, plan, x, y + n * LEADING * small / 72, line, size=small)
        n = group.people
        circles(
            panel,
            [(x / plan.circle + along(i // _DEEP), first / plan.circle + i % _DEEP + 0.5) for i in range(n)],
            [look.rough if group.sites > 1 else look.paper] * n,
            [look.accent if group.sites else look.outline] * n,
            label=group.label,
            gid="world",
            widths=[1.6 if group.sites else 1.0] * n,
        )
        x += wide + gap


def _write(panel: Panel, plan: _Plan, x: float, y: float, text: str, **font: Any) -> None:
    """Write a line of words below a height, both in inches."""
    points = font.get("size", panel.points)
    how = {"color": panel.colours.ink, "va": "center_baseline", "parse_math": False, **font}
    middle = (y + 0.5 * LEADING * points / 72) / plan.circle
    drawn = panel.ax.text(x / plan.circle, middle, text, **how)
    drawn.set_in_layout(False)  # a layout engine would give up the circles for it
