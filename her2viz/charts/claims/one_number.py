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
from her2viz.charts.claims.setting import card
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["number_height", "number_or_none"]

_NEEDED = ("heading", "statement", "remark")
_CIRCLE, _BREAK = 0.78, 0.45  # of a step from circle to circle: the diameter, and the gap after five
# in sizes of label type
_BETWEEN, _APART, _PAD = 0.7, 0.6, 0.5  # from an array to its words, from card to card, and inside one
_SQUARE = 0.52  # of a card's width: the circles, or the frame
_PART = 0.35  # between what is said and what must be said with it


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
    em = float(mpl.rcParams["font.size"]) / 72
    half = (width - _APART * em) / len(data)
    return 1.1 * _SQUARE * half + _head() + 2 * _PAD * em


def _head() -> float:
    return Measure.height(1, heading_type()) * 1.25


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    """Draw a card a page, all as large as each other; what each gives stands beside it."""
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    em, pad = panel.em, _PAD * panel.em
    wide = (panel.width - _APART * em * (len(rows) - 1)) / len(rows)
    tall = panel.height - _head() - 2 * pad
    side = min(tall, _SQUARE * wide)
    room = wide - side - 2 * pad - _BETWEEN * em
    for n, row in enumerate(rows.itertuples()):
        left = n * (wide + _APART * em)
        card(panel, (left, 0, wide, panel.height))
        left += pad
        lane.write(panel, left, pad, row.page, heading_type(), weight="bold")
        top = pad + _head() + (tall - side) / 2
        if pd.isna(row.value):
            edge: dict[str, Any] = {"edgecolor": panel.colours.outline, "lw": 1.6 * panel.line, "ls": (0, (4, 3))}
            panel.ax.add_patch(
                Rectangle((left, top), side, side, facecolor=panel.colours.paper, gid="no number", **edge)
            )
        else:
            _hundred(panel, int(row.value), left, top, side, row.page)
        _words(panel, row, left + side + _BETWEEN * em, pad + _head(), room, tall)


def _words(panel: Panel, row: Any, left: float, top: float, room: float, tall: float) -> None:
    """Write what a page says beside its circles or its frame."""
    parts = [
        (lane.even_lines(panel.measure, text, room, size), size, weight)
        for text, size, weight in (
            (row.heading, heading_type(), "bold"),
            (row.statement, small_type(), "normal"),
            (row.remark, heading_type(), "normal"),
        )
        if text
    ]
    deep = sum(Measure.height(len(lines), size) for lines, size, _ in parts) + _PART * panel.em * (len(parts) - 1)
    if deep > tall:
        panel.lacking.append("all that the pages say")
    y = top + (tall - deep) / 2
    for lines, size, weight in parts:
        for line in lines:
            lane.write(panel, left, y, line, size, weight=weight)
            y += Measure.height(1, size)
        y += _PART * panel.em


def _hundred(panel: Panel, filled: int, left: float, top: float, side: float, label: str) -> None:
    look, step = panel.colours, side / (10 + _BREAK)

    def at(n: int) -> float:
        return (n + 0.5 + (_BREAK if n > 4 else 0)) * step

    places = [(left + at(n % 10), top + at(n // 10)) for n in range(100)]
    sizes = [_CIRCLE * step] * 100
    panel.ax.add_collection(
        EllipseCollection(
            sizes,
            sizes,
            [0] * 100,
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
