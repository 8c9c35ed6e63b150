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
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["narrowing", "narrowing_height"]

_NEEDED = ("whom", "step", "condition", "ends")
_NARROWER = 0.74  # at each condition
_HEAD = 1.7  # in sizes of heading type
_NOT_NAMED = "not named"


def narrowing(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a band a page that narrows at each condition that the page names; its width is no amount.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page and a step, steps in the order in which they first stand. Columns: ``page``, ``whom``, ``step``
        (what the condition is about), ``condition`` ("" where the page names none) and ``ends``, what the page says
        of the group that is left.

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
    column = (panel.width - placed[0].left - 0.5 * em) / (len(steps) + 1)
    for n, step in enumerate(steps):
        x = placed[0].left + column * (n + 0.6)
        lane.write(panel, x, 0.2 * em, step, heading_type(), weight="bold", ha="center")
    for each in placed:
        _band(panel, rows[rows["page"] == each.page], each, column)


def _band(panel: Panel, mine: pd.DataFrame, each: Lane, column: float) -> None:
    em, look = panel.em, panel.colours
    half = 0.42 * each.height
    upper = [(each.left, half)]
    for n, condition in enumerate(mine["condition"]):
        left = each.left + n * column
        if condition:
            upper.append((left + 0.04 * column, half))
            half *= _NARROWER
            upper.append((left + 0.2 * column, half))
        words = lane.even_lines(panel.measure, condition or _NOT_NAMED, 0.78 * column, panel.points)
        y = each.middle - Measure.height(len(words), panel.points) / 2
        for line in words:
            colour = look.ink if condition else look.muted
            lane.write(panel, left + 0.6 * column, y, line, panel.points, colour=colour, ha="center")
            y += Measure.height(1, panel.points)
    right = each.left + len(mine) * column + 0.06 * column
    upper.append((right, half))
    outline = [(x, each.middle - y) for x, y in upper] + [(x, each.middle + y) for x, y in reversed(upper)]
    edge = {"edgecolor": look.accent, "lw": 1.3 * panel.line}
    panel.ax.add_patch(Polygon(outline, facecolor=look.rough, zorder=1, gid="band", label=each.page, **edge))
    words = lane.even_lines(panel.measure, mine["ends"].iloc[0], panel.width - right - 0.8 * em, panel.points)
    y = each.middle - Measure.height(len(words), panel.points) / 2
    for line in words:
        lane.write(panel, right + 0.5 * em, y, line, panel.points)
        y += Measure.height(1, panel.points)
