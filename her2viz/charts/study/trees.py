"""A tree of whole people: a thousand circles, and those in a smaller group once more below, large, in two parts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.study.circles import people
from her2viz.charts.typesetting import heading_type
from her2viz.derived.shares import tree_rows
from her2viz.errors import DataError

__all__ = ["people_tree", "tree_height"]

NEEDED = ("box", "inside", "per_1000", "says", "study")
#: Circles along a side of a hundred, hundreds side by side, and the gap between two, in circles.
_SIDE, _HUNDREDS, _GAP = 10, 10, 1.0
_STRIP = _SIDE * _HUNDREDS + _GAP * (_HUNDREDS - 1)
#: Rows of large circles, and circles between the two parts.
_DOWN, _APART = 3, 1.0
#: Heights of a line of words, and of what widens from the first hundred, in sizes of heading type.
_LINE, _WEDGE = 1.3, 2.4


class _Group(NamedTuple):
    n: int
    words: str

    @property
    def number(self) -> str:
        """The number with its hedge."""
        return f"{'about ' * (self.n < 1000)}{self.n:,}"

    @property
    def across(self) -> int:
        """How many large circles stand side by side."""
        return -(-self.n // _DOWN)


def people_tree(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw a thousand people as circles, ten hundreds in a row, and those in a smaller group again below, in two parts.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Five rows: the thousand, some of them, the two parts of these, and the other people of the thousand; ``box``,
        ``inside`` (the box that the people are some of), ``per_1000`` (whole people), ``says`` and ``study``.
        ``hv.tree_rows()`` where None.

    Raises
    ------
    DataError
        If columns are missing, the boxes are other ones, or parts do not add up to the box that they lie in.

    Notes
    -----
    A share of a share may be multiplied only where each group lies inside the one before.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def tree_height(width: float, heading: float) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    return width * _SIDE / _STRIP + _words_high(heading) + 0.9 * width * _DOWN / 20


def _words_high(heading: float) -> float:
    return (2 * _LINE + _WEDGE) * heading / 72


def _draw(rows: list[_Group], panel: Panel) -> None:
    every, some, first, second, others = rows
    panel.in_inches()
    look, width, em = panel.colours, panel.width, heading_type() / 72
    small = max(0.001, width / _STRIP)
    columns = first.across + _APART + second.across
    large = max(0.001, min((panel.height - small * _SIDE - _words_high(heading_type())) / _DOWN, width / columns))

    strip = _LINE * em
    _name(panel, 0, strip, every)
    at = [(small * (x + 0.5), strip + small * (y + 0.5)) for x, y in map(_in_strip, range(every.n))]
    faces = [look.accent] * first.n + [look.rough] * second.n + [look.paper] * others.n
    edges = [look.accent] * some.n + [look.outline] * others.n
    people(panel, at, small, faces, edges, label=every.words, gid="thousand")

    low = strip + small * _SIDE
    below = low + (_WEDGE + _LINE) * em
    bottom = below + large * _DOWN
    ground = [(0, low), (small * _SIDE, low), (width, low + _WEDGE * em), (width, bottom), (0, bottom)]
    panel.ax.add_patch(Polygon(ground, facecolor=look.card, lw=0, gid="track", zorder=0.5)).set_clip_on(False)
    _name(panel, 0.3 * em, low + _WEDGE * em, some)
    _name(panel, width - _wide(panel, others), low + _LINE * em, others)
    left = 0.0
    for group, face in ((first, look.accent), (second, look.rough)):
        spots = [
            (left + large * (i % group.across + 0.5), below + large * (i // group.across + 0.5)) for i in range(group.n)
        ]
        people(panel, spots, large, [face] * group.n, [look.accent] * group.n, label=group.words, gid="people")
        _name(panel, left + 0.3 * em, below, group)
        if _wide(panel, group) > large * (group.across + _APART) and group is first:
            panel.lacking.append(repr(group.words))
        left += large * (group.across + _APART)


def _in_strip(i: int) -> tuple[float, int]:
    """Return in which column and row a person stands: row by row in each hundred."""
    hundred, place = divmod(i, _SIDE**2)
    return hundred * (_SIDE + _GAP) + place % _SIDE, place // _SIDE


def _wide(panel: Panel, group: _Group) -> float:
    number = panel.measure.width(group.number, heading_type(), "bold")
    return number + 0.35 * panel.em + panel.measure.width(group.words, panel.points)


def _name(panel: Panel, x: float, bottom: float, group: _Group) -> None:
    """Write a number and whom it counts above a height."""
    low = bottom - 0.42 * panel.em
    panel.write(x, low, group.number, size=heading_type(), weight="bold")
    start = x + panel.measure.width(group.number, heading_type(), "bold") + 0.35 * panel.em
    panel.write(start, low, group.words, size=panel.points)
    if x < -0.01 or x + _wide(panel, group) > panel.width + 0.01:
        panel.lacking.append(repr(group.words))


def _checked(data: pd.DataFrame | None) -> list[_Group]:
    if data is None:
        data = tree_rows()
    data = needed_columns(data, NEEDED, such_as="such as hv.tree_rows()")
    inside = [None if pd.isna(box) else int(box) for box in data["inside"]]
    if data["box"].tolist() != [1, 2, 3, 4, 5] or inside != [None, 1, 2, 2, 1] or data["study"].nunique() != 1:
        raise DataError("One chart shows the five boxes of one study in the order of hv.tree_rows().")
    groups = [_Group(int(row.per_1000), str(row.says)) for row in data.itertuples()]
    every, some, first, second, others = (group.n for group in groups)
    if every != 1000 or some + others != every or first + second != some:
        raise DataError(
            "column per_1000: the parts of a box must add up to it, and the first to 1,000; "
            f"got {', '.join(str(group.n) for group in groups)}."
        )
    return groups
