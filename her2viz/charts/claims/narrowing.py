"""How narrow a group each page names: a band that narrows at each condition, and stays as wide where none is named."""

from __future__ import annotations

from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["narrowing", "narrowing_height"]

_NEEDED = ("whom", "step", "condition", "note", "ends")
_NARROWER = 0.76  # at each condition
_MIDDLE, _FREE = 0.56, 0.92  # of a column: where its words stand, and how wide they may be
_HEAD = 1.7  # in sizes of heading type


def narrowing(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a band a page that narrows at each condition that the page names; its width is no amount.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page and a step, steps in the order in which they first stand. Columns: ``page``, ``whom``, ``step``
        (what the condition is about), ``condition`` ("" where the page names none), ``note`` (what stands there then) and
        ``ends``, what the page says of the group that is left.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def narrowing_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    lanes = lane.lanes(rows, width, measure)
    return _head() + sum(_least(lanes)) + 0.03 * width


def _head() -> float:
    return _HEAD * heading_type() / 72


def _least(lanes: list[Lane]) -> list[float]:
    return [max(each.least, 7 * float(mpl.rcParams["font.size"]) / 72) for each in lanes]


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    lanes, em = lane.lanes(rows, panel.width, panel.measure), panel.em
    steps, least = list(dict.fromkeys(rows["step"])), _least(lanes)
    if _head() + sum(least) > 1.005 * panel.height:
        panel.lacking.append("all that the pages say")
    placed = lane.stacked(lanes, least, _head(), panel.height - _head())
    lane.draw_lanes(panel, placed)
    room = panel.width - placed[0].left - 0.3 * em
    words = [word for text in (*rows["condition"], *rows["note"]) for word in text.split()]
    for points in (panel.points, small_type()):
        widest = max(panel.measure.width(word, points) for word in words)
        end = max(panel.measure.width(word, points) for text in rows["ends"] for word in text.split()) + 0.4 * em
        column = min((room - end) / len(steps), max(room / (len(steps) + 1), widest / _FREE))
        if widest <= _FREE * column:
            break
    else:
        panel.lacking.append("the conditions")
    for n, step in enumerate(steps):
        x = placed[0].left + column * (n + _MIDDLE)
        lane.write(panel, x, 0.2 * em, step, heading_type(), weight="bold", ha="center")
    for each in placed:
        _band(panel, rows[rows["page"] == each.page], each, column, points)


def _band(panel: Panel, mine: pd.DataFrame, each: Lane, column: float, points: float) -> None:
    look, half = panel.colours, 0.43 * each.height
    upper = [(each.left, half)]
    for n, (condition, note) in enumerate(zip(mine["condition"], mine["note"], strict=True)):
        left = each.left + n * column
        if condition:
            upper.append((left + 0.02 * column, half))
            half *= _NARROWER
            upper.append((left + 0.13 * column, half))
        colour = look.ink if condition else look.muted
        text = condition or note
        _written(panel, text, (left + _MIDDLE * column, each.middle), _FREE * column, points, colour, "center")
    right = each.left + len(mine) * column + 0.03 * column
    upper.append((right, half))
    outline = [(x, each.middle - y) for x, y in upper] + [(x, each.middle + y) for x, y in reversed(upper)]
    edge = {"edgecolor": look.accent, "lw": 1.3 * panel.line}
    panel.ax.add_patch(Polygon(outline, facecolor=look.rough, zorder=1, gid="band", label=each.page, **edge))
    x = right + 0.4 * panel.em
    _written(panel, mine["ends"].iloc[0], (x, each.middle), panel.width - x, points, look.ink, "left")


def _written(
    panel: Panel, text: str, at: tuple[float, float], room: float, points: float, colour: str, ha: str
) -> None:
    """Write words around a height, in as few lines as there is room for."""
    lines = lane.even_lines(panel.measure, text, room, points)
    y = at[1] - Measure.height(len(lines), points) / 2
    for line in lines:
        lane.write(panel, at[0], y, line, points, colour=colour, ha=ha)
        y += Measure.height(1, points)
