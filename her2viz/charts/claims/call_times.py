"""When pages say to tell a doctor: a dot where the symptom is there, and a span where a page names weeks."""

from __future__ import annotations

import math
from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["call_times", "times_height"]

_NEEDED = ("whom", "statement", "remark")
_DOT, _GAP, _SIDE = 0.42, 0.3, 0.5  # radius; between words and line; from the names: in sizes of label type
_START = "Symptom appears"


def call_times(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the times at which pages say to tell a doctor of symptoms, a lane a page, from left to right.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a time. Columns: ``page``, ``whom``, ``statement``, ``remark``, and ``low`` and ``high``, in weeks;
        empty where the page names no time, so that it is as soon as the symptom is there.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def times_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    lanes = lane.lanes(rows, width, measure)
    return _head() + sum(_least(rows, lanes, measure)) + 0.03 * width


def _head() -> float:
    return 1.6 * heading_type() / 72


def _set(rows: pd.DataFrame, each: Lane, measure: Measure) -> list[tuple[float, float, Statement]]:
    """Break the words of each time of a page into lines; with from when to when it is, in weeks."""
    points = float(mpl.rcParams["font.size"])
    room = each.right - each.left - 2 * _SIDE * points / 72
    last = float(rows["high"].max())
    found = []
    for row in rows[rows["page"] == each.page].itertuples():
        low, high = (0.0, 0.0) if math.isnan(row.low) else (float(row.low), float(row.high))
        words = lane.set_statement(measure, row.statement, row.remark, room * (1 - low / (1.12 * last)), points)
        found.append((low, high, words))
    return found


def _deep(times: list[tuple[float, float, Statement]]) -> float:
    """Return the height of the words above a line: those at its start stand below each other."""
    return max(sum(words.height for low, _, words in times if low == start) for start in {low for low, *_ in times})


def _least(rows: pd.DataFrame, lanes: list[Lane], measure: Measure) -> list[float]:
    em = float(mpl.rcParams["font.size"]) / 72
    return [max(each.least, _deep(_set(rows, each, measure)) + (2 * _DOT + 3 * _GAP) * em) for each in lanes]


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    lanes, em = lane.lanes(rows, panel.width, panel.measure), panel.em
    least = _least(rows, lanes, panel.measure)
    if _head() + sum(least) > 1.005 * panel.height:
        panel.lacking.append("all that the pages say")
    placed = lane.stacked(lanes, least, _head(), panel.height - _head())
    lane.draw_lanes(panel, placed)
    start, end = placed[0].left + _SIDE * em, panel.width - _SIDE * em
    week = (end - start) / (1.12 * float(rows["high"].max()))
    lane.write(panel, start - _DOT * em, 0.1 * em, _START, heading_type(), weight="bold")
    for weeks in sorted({*rows["low"].dropna(), *rows["high"].dropna()}):
        lane.write(panel, start + weeks * week, 0.25 * em, f"{weeks:g} weeks", small_type(), ha="center",
                   colour=panel.colours.muted)  # fmt: skip
    dots = [_line(panel, each, _set(rows, each, panel.measure), start, week) for each in placed]
    ends = [_head(), dots[-1]]
    panel.ax.plot([start] * 2, ends, color=panel.colours.accent, lw=2 * panel.line, gid="start line", zorder=1)


def _line(panel: Panel, each: Lane, times: list[tuple[float, float, Statement]], start: float, week: float) -> float:
    """Draw the times of a page on its line; return the height of the line."""
    em, look, deep = panel.em, panel.colours, _deep(times)
    y = each.middle + (deep + _GAP * em) / 2
    end = panel.width - _SIDE * em
    panel.ax.add_patch(Rectangle((start, y - 0.1 * em), end - start, 0.2 * em, facecolor=look.track, lw=0, gid="track"))
    tops: dict[float, float] = {}
    for low, high, words in times:
        stacked = sum(other.height for other_low, _, other in times if other_low == low)
        top = tops.get(low, y - (_DOT + _GAP) * em - stacked)
        x = start + low * week
        lane.draw_statement(panel, words, x if low else x + (_DOT + _GAP) * em, top)
        tops[low] = top + words.height
        if high > low:
            box = (x, y - _DOT * em, (high - low) * week, 2 * _DOT * em)
            lane.rounded(panel, box, gid="weeks", face=look.rough, edge=look.accent, layer=2)
        else:
            panel.ax.plot(
                [x],
                [y],
                "o",
                ms=2 * _DOT * panel.points,
                color=look.accent,
                gid="start",
                label=each.page,
                clip_on=False,
            )
    return y
