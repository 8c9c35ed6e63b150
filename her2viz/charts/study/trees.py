"""A tree of whole people: a thousand circles, those of them in a smaller group once more and larger, in two parts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.study.circles import GAP, people
from her2viz.charts.typesetting import LEADING, heading_type, small_type
from her2viz.derived.shares import tree_rows
from her2viz.errors import DataError

__all__ = ["people_tree", "tree_height"]

NEEDED = ("box", "inside", "per_1000", "says", "study")
#: Circles across and down in the field of a thousand, and how many stand together, across and down.
_ACROSS, _DOWN, _TOGETHER = 40, 25, (10, 5)
_FIELD = (_ACROSS + GAP * (_ACROSS // _TOGETHER[0] - 1), _DOWN + GAP * (_DOWN // _TOGETHER[1] - 1))
_LARGE = 6  # circles across where they are drawn larger
_APART = 1.0  # between the two parts, in large circles
#: Of the width: the field, and what joins it to the larger circles, at least and at most.
_SHARE, _JOIN = 0.44, (0.05, 0.15)


class _Group(NamedTuple):
    n: int
    words: str

    @property
    def number(self) -> str:
        """The number with its hedge."""
        return f"{'about ' * (self.n < 1000)}{self.n:,}"


def people_tree(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw a thousand people as circles, and those in a smaller group again, larger, in two parts.

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


def tree_height(width: float, small: float, label: float, heading: float) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    return _SHARE * width * _FIELD[1] / _FIELD[0] + _head(label, heading) + 1.6 * small / 72


def _head(label: float, heading: float) -> float:
    return (LEADING * (heading + label) + 0.4 * label) / 72


def _draw(rows: list[_Group], panel: Panel) -> None:
    every, some, first, second, others = rows
    panel.in_inches()
    look, width, small = panel.colours, panel.width, small_type() / 72
    head = _head(panel.points, heading_type())
    room = panel.height - head - 1.6 * small
    pitch = max(0.01, min(room / _FIELD[1], _SHARE * width / _FIELD[0]))
    tall, right = pitch * _FIELD[1], pitch * _FIELD[0]

    order = [(i % _ACROSS, i // _ACROSS) for i in range(every.n)]
    at = [
        (
            pitch * (x + GAP * (x // _TOGETHER[0]) + 0.5),
            head + pitch * (y + GAP * (y // _TOGETHER[1]) + 0.5),
        )
        for x, y in order
    ]
    faces = [look.accent] * first.n + [look.rough] * second.n + [look.paper] * others.n
    edges = [look.accent] * some.n + [look.outline] * others.n
    people(panel, at, pitch, faces, edges, label=every.words, gid="thousand")

    rows_large = [-(-group.n // _LARGE) for group in (first, second)]
    large = max(0.01, tall / (sum(rows_large) + _APART))
    longest = max(panel.measure.width(group.words, panel.points) for group in (first, second))
    spare = width - right - large * (_LARGE + 0.3) - 0.6 * small - longest
    left = right + min(max(spare, _JOIN[0] * width), _JOIN[1] * width)
    strip, end = pitch * (-(-some.n // _ACROSS) + 0.1), left + large * (_LARGE + 0.3)
    low = head + tall
    _ground(panel, [(0, head), (end, head), (end, low), (left, low), (right, head + strip), (0, head + strip)])
    top = head
    for group, deep, face in zip((first, second), rows_large, (look.accent, look.rough), strict=True):
        spots = [(left + large * (i % _LARGE + 0.5), top + large * (i // _LARGE + 0.5)) for i in range(group.n)]
        people(panel, spots, large, [face] * group.n, [look.accent] * group.n, label=group.words, gid="people")
        beside = left + large * (_LARGE + 0.3) + 0.6 * small
        middle = top + large * deep / 2
        _name(panel, beside, middle + _head(panel.points, heading_type()) / 2, group)
        top += large * (deep + _APART)
    _name(panel, 0, head, every)
    _name(panel, left, head, some)
    panel.write(0, head + tall + 1.1 * small, f"{others.number} {others.words}", size=small_type())


def _ground(panel: Panel, corners: list[tuple[float, float]]) -> None:
    """Lay a ground under a group where it stands in the field and where it is drawn larger, and between the two."""
    ground = Polygon(corners, facecolor=panel.colours.card, lw=0, gid="track", zorder=0.5)
    panel.ax.add_patch(ground).set_clip_on(False)


def _name(panel: Panel, x: float, bottom: float, group: _Group) -> None:
    """Write a number and whom it counts above a height."""
    low = bottom - 0.55 * panel.em
    panel.write(x, low - LEADING * panel.em, group.number, size=heading_type(), weight="bold")
    panel.write(x, low, group.words, size=panel.points)
    if x + panel.measure.width(group.words, panel.points) > panel.width + 0.01:
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
