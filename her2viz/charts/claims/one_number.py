"""One page that gives a number beside one that gives none: a hundred circles, and a frame without any."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["number_height", "number_or_none"]

_NEEDED = ("heading", "statement", "remark")
_CIRCLE, _BREAK = 0.78, 0.45  # of a step from circle to circle: the diameter, and the gap after five
_BETWEEN, _APART = 0.8, 1.2  # from an array to its words, and from page to page, in sizes of label type


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
    return 0.36 * width + Measure.height(1, heading_type())


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    em, head = panel.em, Measure.height(1, heading_type()) + 0.2 * panel.em
    given = int(rows["value"].notna().sum())
    side = min(panel.height - head - 0.2 * em, 0.345 * panel.width)
    thin = 0.01  # so that an edge is drawn whole
    room = (panel.width - side * len(rows) - _APART * em * (len(rows) - 1)) / max(1, given) - _BETWEEN * em
    left, top = 0.0, head + (panel.height - head - side) / 2
    for row in rows.itertuples():
        lane.write(panel, left, top - head, row.page, heading_type(), weight="bold")
        if pd.isna(row.value):
            edge: dict[str, Any] = {"edgecolor": panel.colours.outline, "lw": 1.3 * panel.line, "ls": (0, (4, 3))}
            panel.ax.add_patch(
                Rectangle((left + thin, top), side - 2 * thin, side, facecolor="none", gid="no number", **edge)
            )
            _words(panel, row, left + 0.5 * em, top, side - em, side)
            left += side + _APART * em
        else:
            _hundred(panel, int(row.value), left, top, side, row.page)
            _words(panel, row, left + side + _BETWEEN * em, top, room, side)
            left += side + _BETWEEN * em + room + _APART * em


def _words(panel: Panel, row: Any, left: float, top: float, room: float, side: float) -> None:
    heading = lane.even_lines(panel.measure, row.heading, room, heading_type())
    words = lane.set_statement(panel.measure, row.statement, row.remark, room, panel.points)
    deep = Measure.height(len(heading), heading_type()) + words.height
    if deep > side:
        panel.lacking.append("all that the pages say")
    y = top + (side - deep) / 2
    for line in heading:
        lane.write(panel, left, y, line, heading_type(), weight="bold")
        y += Measure.height(1, heading_type())
    lane.draw_statement(panel, words, left, y)


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
