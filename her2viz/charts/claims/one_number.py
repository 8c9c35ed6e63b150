"""One page that gives a number beside one that gives none: a hundred circles, and a frame without any."""

from __future__ import annotations

from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["number_height", "number_or_none"]

_NEEDED = ("statement", "remark", "answer")
_CIRCLE, _BREAK = 0.78, 0.45  # of a step from circle to circle: the diameter, and the gap after five
_BETWEEN = 1.0  # of label type, between an array and its words


def number_or_none(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a hundred circles for a page that gives a number of 100, and an empty frame for one that gives none.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page. Columns: ``page``, ``answer``, ``statement``, ``remark`` and ``value``, of 100; empty for none.

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
    return 0.27 * width + Measure.height(1, heading_type())


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    em, column = panel.em, panel.width / len(rows)
    head = Measure.height(1, heading_type()) + 0.3 * em
    side = min(panel.height - head - 0.3 * em, 0.56 * column)
    room = column - side - (_BETWEEN + 0.6) * em
    top = head + max(0.0, (panel.height - head - side) / 2)
    for n, row in enumerate(rows.itertuples()):
        left = n * column + (0.4 * em if n else 0)
        lane.write(panel, left, top - head, row.page, heading_type(), weight="bold")
        if n:
            x = n * column - 0.4 * em
            panel.ax.plot([x, x], [top - head, top + side], color=panel.colours.rule, lw=panel.line, gid="rule")
        if pd.isna(row.value):
            _frame(panel, row.answer, left, top, side)
        else:
            _hundred(panel, int(row.value), left, top, side, row.page)
        words = lane.set_statement(panel.measure, row.statement, row.remark, room, panel.points)
        if words.height > side:
            panel.lacking.append("all that the pages say")
        lane.draw_statement(panel, words, left + side + _BETWEEN * em, top + max(0.0, (side - words.height) / 2))


def _frame(panel: Panel, answer: str, left: float, top: float, side: float) -> None:
    look = panel.colours
    edge = {"edgecolor": look.outline, "lw": 1.3 * panel.line, "ls": (0, (4, 3))}
    panel.ax.add_patch(Rectangle((left, top), side, side, facecolor="none", gid="none", **edge))
    y = top + side / 2 - Measure.height(1, heading_type()) / 2
    words = answer[:1].upper() + answer[1:]
    lane.write(panel, left + side / 2, y, words, heading_type(), ha="center", colour=look.muted)


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
