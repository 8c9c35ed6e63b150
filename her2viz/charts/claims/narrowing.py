"""How narrow a group each page names: a band that narrows at each condition, and stays as wide where none is named."""

from __future__ import annotations

from functools import partial
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["narrowing", "narrowing_height"]

_NEEDED = ("step", "condition", "note", "ends")
_NARROWER = 0.76  # at each condition
_MIDDLE, _FREE = 0.56, 0.84  # of a column: where its words stand, and how wide they may be
_HEAD, _TITLE, _SIDE, _LEAST = 1.6, 1.6, 0.4, 7.5  # in sizes of heading type; then of label type


def narrowing(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a band a page that narrows at each condition that the page names; its width is no amount.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page and a step, steps in the order in which they first stand. Columns: ``page``, ``step`` (what
        the condition is about), ``condition`` ("" where the page names none), ``note`` (what stands there then) and
        ``ends``, what the page says of the group that is left.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def narrowing_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    pages = len(set(lane.checked(data, _NEEDED)["page"]))
    return _head() + pages * _LEAST * float(mpl.rcParams["font.size"]) / 72 + 0.02 * width


def _head() -> float:
    return _HEAD * heading_type() / 72


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    em, head, look = panel.em, _head(), panel.colours
    pages, steps = list(dict.fromkeys(rows["page"])), list(dict.fromkeys(rows["step"]))
    deep = (panel.height - head) / len(pages)
    column = (panel.width - 2 * _SIDE * em) / len(steps)
    if deep < 0.95 * _LEAST * em:
        panel.lacking.append("the bands")
    if max(panel.measure.width(word, panel.points) for text in rows["condition"] for word in text.split()) > column:
        panel.lacking.append("the conditions")
    for n, step in enumerate(steps):
        x = _SIDE * em + column * (n + _MIDDLE)
        lane.write(panel, x, 0.15 * em, step, heading_type(), weight="bold", ha="center")
    for n, page in enumerate(pages):
        mine, top = rows[rows["page"] == page], head + n * deep
        if n % 2 == 0:
            panel.ax.add_patch(Rectangle((0, top), panel.width, deep, facecolor=look.card, lw=0, zorder=0, gid="card"))
        lane.write(panel, _SIDE * em, top + 0.25 * em, page, panel.points, weight="bold")
        x = (_SIDE + 0.6) * em + panel.measure.width(page, panel.points, "bold")
        lane.write(panel, x, top + 0.25 * em, mine["ends"].iloc[0], panel.points)
        half = (deep - (_TITLE + 0.25) * em) / 2
        _band(panel, mine, (_SIDE * em, top + _TITLE * em + half), half, column)


def _band(panel: Panel, mine: pd.DataFrame, at: tuple[float, float], half: float, column: float) -> None:
    """Draw a band from a place to the right, so high above and below it."""
    look, (left, middle), points = panel.colours, at, panel.points
    upper = [(left, half)]
    for n, (condition, note) in enumerate(zip(mine["condition"], mine["note"], strict=True)):
        start = left + n * column
        if condition:
            upper.append((start + 0.02 * column, half))
            half *= _NARROWER
            upper.append((start + 0.1 * column, half))
        lines = lane.even_lines(panel.measure, condition or note, _FREE * column, points)
        y = middle - Measure.height(len(lines), points) / 2
        for line in lines:
            colour = look.ink if condition else look.muted
            lane.write(panel, start + _MIDDLE * column, y, line, points, colour=colour, ha="center")
            y += Measure.height(1, points)
    upper.append((left + len(mine) * column, half))
    outline = [(x, middle - y) for x, y in upper] + [(x, middle + y) for x, y in reversed(upper)]
    edge: dict[str, Any] = {"edgecolor": look.accent, "lw": 1.3 * panel.line}
    page = mine["page"].iloc[0]
    panel.ax.add_patch(Polygon(outline, facecolor=look.rough, zorder=1, gid="band", label=page, **edge))
