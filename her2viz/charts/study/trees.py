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
from her2viz.charts.study.circles import EDGE, GAP, people, places
from her2viz.charts.typesetting import heading_type
from her2viz.derived.shares import tree_rows
from her2viz.errors import DataError

__all__ = ["people_tree", "tree_height"]

NEEDED = ("box", "inside", "per_1000", "says", "study")
#: Circles along a side of a hundred, hundreds side by side, and the gap between two, in circles.
_SIDE, _HUNDREDS, _GAP = 10, 10, 1.0
_STRIP = _SIDE * _HUNDREDS + _GAP * (_HUNDREDS - 1)
#: Large circles between the two parts.
_APART = 1.5
#: Heights of a line of words, of what widens from the first hundred, and of a bracket, in sizes of heading type.
_LINE, _WEDGE, _BRACKET = 1.35, 1.5, 0.3
#: From circles to the line round them, in circles.
_OFF = 0.2
#: From what widens to the bracket, and below the large circles, in the same.
_AIR = 0.35


class _Group(NamedTuple):
    n: int
    words: str

    @property
    def number(self) -> str:
        """The number with its hedge."""
        return f"{'about ' * (self.n < 1000)}{self.n:,}"

    def across(self, down: int) -> int:
        """How many circles stand side by side in so many rows."""
        return -(-self.n // down)


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
    return width * (_SIDE / _STRIP + 0.135) + _words_high(heading)


def _words_high(heading: float) -> float:
    return (2 * _LINE + _WEDGE + _BRACKET + 2 * _AIR) * heading / 72


def _long(n: int) -> float:
    """Return how far so many circles reach, from edge to edge, with the gaps between them, in circles."""
    return n + GAP * ((n - 1) // 5) - 2 * EDGE


def _draw(rows: list[_Group], panel: Panel) -> None:
    every, some, first, second, others = rows
    panel.in_inches()
    look, width, em = panel.colours, panel.width, heading_type() / 72
    small = max(0.001, width / _STRIP)
    inset = 0.4 * em
    room, inner = panel.height - small * _SIDE - _words_high(heading_type()), width - 2 * inset

    def largest(down: int) -> float:
        """Return how large circles can be in so many rows, so that they fill what they lie on."""
        columns = _long(first.across(down)) + _APART + _long(second.across(down))
        return min(room / (_long(down) + EDGE), inner / columns)

    down = max(range(1, first.n + 1), key=largest)
    large = max(0.001, largest(down))

    strip = _LINE * em
    _name(panel, 0, strip, every)
    _name(panel, width - _wide(panel, others), strip, others)
    if _wide(panel, every) + _wide(panel, others) + 2 * em > width:
        panel.lacking.append(repr(others.words))
    at = [(small * (x + 0.5), strip + small * (y + 0.5)) for x, y in map(_in_strip, range(every.n))]
    faces = [look.accent] * first.n + [look.rough] * second.n + [look.paper] * others.n
    edges = [look.accent] * some.n + [look.outline] * others.n
    people(panel, at, small, faces, edges, label=every.words, gid="thousand")

    low = strip + small * _SIDE
    bottom = panel.height
    below = bottom - _AIR * em - large * (_long(down) + EDGE)
    bracket = below - _LINE * em
    top = bracket - (_AIR + _BRACKET) * em
    _zoom(panel, some, small, strip, [(0, low), (small * _SIDE, low), (width, top), (width, bottom), (0, bottom)])
    left = inset
    right = width - inset - max(large * _long(second.across(down)), _wide(panel, second))
    _name(panel, left, bracket - _BRACKET * em, some)
    ends = [(left, bracket), (left, bracket - _BRACKET * em), (width - inset, bracket - _BRACKET * em)]
    xs, ys = zip(*ends, (width - inset, bracket), strict=True)
    panel.ax.plot(xs, ys, color=look.accent, lw=1.5 * panel.line, solid_joinstyle="miter", gid="brace")
    for group, face, x in ((first, look.accent, left), (second, look.rough, right)):
        people(
            panel,
            places(group.n, group.across(down), large, x - EDGE * large, below),
            large,
            [face] * group.n,
            [look.accent] * group.n,
            label=group.words,
            gid="people",
        )
        _name(panel, x, below, group)
    if left + max(large * _long(first.across(down)), _wide(panel, first)) + 0.5 * em > right:
        panel.lacking.append(repr(first.words))


def _zoom(panel: Panel, some: _Group, small: float, top: float, ground: list[tuple[float, float]]) -> None:
    """Outline some of the first hundred, above the ground on which they are drawn again."""
    look, rows, rest = panel.colours, some.n // _SIDE, some.n % _SIDE
    off = _OFF * small  # outwards, where there is room: the line cuts no circle
    left, right, low = -off, small * _SIDE + off, top + small * rows
    step = [(small * rest, low), (small * rest, low + small), (left, low + small)] if rest else [(left, low)]
    outline = [(left, top - off), (right, top - off), (right, low), *step]
    for corners, zorder in ((ground, 0.5), (outline, 0.6)):
        panel.ax.add_artist(Polygon(corners, facecolor=look.card, lw=0, gid="track", zorder=zorder)).set_clip_on(False)
    xs, ys = zip(*outline, outline[0], strict=True)
    wide = min(1.2 * panel.line, 2 * EDGE * small * 72)
    panel.ax.plot(xs, ys, color=look.accent, lw=wide, clip_on=False, zorder=3, solid_joinstyle="miter", gid="outline")


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
