"""One page that gives a number beside one that gives none: a hundred circles, and a frame without any."""

from __future__ import annotations

from functools import partial
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.setting import card, label_type
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["number_height", "number_or_none"]

_NEEDED = ("heading", "statement", "remark")
_CIRCLE, _BREAK = 0.78, 0.45  # of a step from circle to circle: the diameter, and the gap after five
# in sizes of label type
_BETWEEN, _APART, _PAD = 0.9, 0.6, 0.6  # from an array to its words, from card to card, and inside one
_BESIDE = 0.29  # of the width, for the words beside circles
_PART = 0.5  # between what is said and what must be said with it
_LARGE = 1.35  # type of what a page gives, in sizes of headings
_INSIDE = 0.84  # of an empty frame, the widest that its words get


def number_or_none(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a hundred circles for a page that gives a number of 100, and an empty frame for one that gives none.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page. Columns: ``page``, ``heading``, ``statement``, ``remark`` and ``value``, of 100; empty for none.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.

    Notes
    -----
    The circles are pale: the number is a rough one.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def number_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    return _side(rows, width, width) + _around()


def _around() -> float:
    """Return what a card is higher than its circles, in inches."""
    return Measure.height(1, heading_type()) + 2.6 * _PAD * float(mpl.rcParams["font.size"]) / 72


def _side(rows: pd.DataFrame, width: float, height: float) -> float:
    """Return the side of circles and frames, all alike: as large as there is room for beside the words."""
    em, given = float(mpl.rcParams["font.size"]) / 72, rows["value"].notna().sum()
    taken = (2 * _PAD * len(rows) + _APART * (len(rows) - 1) + _BETWEEN * given) * em + _BESIDE * width * given
    return float(min(height, (width - taken) / len(rows)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    """Draw a card a page; what it gives stands beside its circles, or in its empty frame."""
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    em, pad = panel.em, _PAD * panel.em
    side = _side(rows, panel.width, panel.height - _around())
    given = rows["value"].notna()
    rest = panel.width - _APART * em * (len(rows) - 1) - len(rows) * (side + 2 * pad)
    room = rest / given.sum() if given.any() else 0.0  # beside the circles of each page with a number
    top, left = panel.height - pad - side, 0.0
    if top < pad + Measure.height(1, heading_type()) or side < 4 * em:
        panel.lacking.append("circles and frames")
        return
    for row, number in zip(rows.itertuples(), given, strict=True):
        wide = side + 2 * pad + (room if number else 0.0)
        card(panel, (left, 0, wide, panel.height))
        x = left + pad
        named = (top - Measure.height(1, heading_type())) / 2
        lane.write(panel, x, named, row.page, heading_type(), weight="bold")
        if number:
            _hundred(panel, int(row.value), x, top, side, row.page)
            _words(panel, row, (x + side + _BETWEEN * em, top, room - _BETWEEN * em, side))
        else:
            edge: dict[str, Any] = {"edgecolor": panel.colours.outline, "lw": 1.6 * panel.line, "ls": (0, (4, 3))}
            panel.ax.add_artist(Rectangle((x, top), side, side, facecolor=panel.colours.paper, gid="no number", **edge))
            _words(panel, row, (x + (1 - _INSIDE) / 2 * side, top, _INSIDE * side, side), centred=True)
        left += wide + _APART * em


def _words(panel: Panel, row: Any, box: tuple[float, float, float, float], *, centred: bool = False) -> None:
    """Write what a page says in a box: left, top, width and height."""
    left, top, room, tall = box
    parts = [
        (lane.even_lines(panel.measure, text, room, size), size, weight)
        for text, size, weight in (
            (row.heading, _LARGE * heading_type(), "bold"),
            (row.statement, label_type(), "normal"),
            (row.remark, label_type(), "bold"),
        )
        if text
    ]
    deep = sum(Measure.height(len(lines), size) for lines, size, _ in parts) + _PART * panel.em * (len(parts) - 1)
    if deep > tall:
        panel.lacking.append("all that the pages say")
    y = top + (tall - deep) / 2
    for lines, size, weight in parts:
        for line in lines:
            x, side = (left + room / 2, "center") if centred else (left, "left")
            lane.write(panel, x, y, line, size, weight=weight, ha=side)
            y += Measure.height(1, size)
        y += _PART * panel.em


def _hundred(panel: Panel, filled: int, left: float, top: float, side: float, label: str) -> None:
    look, step = panel.colours, side / (10 + _BREAK)

    def at(n: int) -> float:
        return (n + 0.5 + (_BREAK if n > 4 else 0)) * step

    places = [(left + at(n % 10), top + at(n // 10)) for n in range(100)]
    panel.ax.add_collection(
        EllipseCollection(
            [_CIRCLE * step],  # one for all, so that a file holds the circle once
            [_CIRCLE * step],
            [0],
            units="xy",
            offsets=places,
            offset_transform=panel.ax.transData,
            facecolors=[look.rough] * filled + [look.paper] * (100 - filled),
            edgecolors=[look.accent] * filled + [look.outline] * (100 - filled),
            linewidths=panel.line,
            label=label,
            gid="figure",
        ),
        autolim=False,
    )
