"""A bar a row, each inside an outlined whole of 100 people of its own, with whom it is of before it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["bar_lines", "study_bars"]

NEEDED = ("label", "percent", "words")
_SHARE = 0.51  # of the width, at most, for the words before the bars
_ROW = 1.35  # least height of a line of a row


def study_bars(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a bar a row, solid where people were counted and pale where the figure is rough.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a bar: ``label``, ``percent`` and ``words`` (the number as it is written); where there are any, ``under``
        (a second line, of whom it is) and ``rough`` (whether the figure is rough).

    Raises
    ------
    DataError
        If columns are missing, there is no row, or a percentage is none.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def bar_lines(data: pd.DataFrame) -> float:
    """Return how many lines of small type the chart is high at least, for planning a page."""
    lines = 2.1 if "under" in data else 1.0
    return float(len(data) * lines * _ROW)


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    look, small, em = panel.colours, small_type() / 72, panel.em
    two = "under" in rows
    unit = panel.height / bar_lines(rows)
    if unit < 0.95 * small:
        panel.lacking.append("a row for each bar")
    before = max(panel.measure.width(str(label), panel.points, "bold") for label in rows["label"])
    if two:
        before = max(before, _SHARE * panel.width)
    left = before + 0.8 * em
    wide = panel.width - left - panel.line / 72
    row_height = unit * (2.1 if two else 1.0) * _ROW
    thick = row_height * (0.62 if two else 0.74)
    y = 0.0
    for row in rows.itertuples():
        middle = y + row_height / 2
        _before(panel, row, middle, before)
        rough = bool(getattr(row, "rough", False))
        bar = Rectangle(
            (left, middle - thick / 2),
            wide * row.percent / 100,
            thick,
            facecolor=look.rough if rough else look.accent,
            edgecolor=look.accent,
            lw=panel.line if rough else 0,
            gid="figure",
        )
        panel.ax.add_patch(bar)
        panel.ax.add_patch(Rectangle((left, middle - thick / 2), wide, thick, **panel.whole))
        _end(panel, row, left, wide, middle)
        y += row_height


def _before(panel: Panel, row: Any, middle: float, room: float) -> None:
    """Write whom the bar is of: its name, and below it the group in as many lines as it takes."""
    lines = panel.measure.lines(str(row.under), room, small_type()) if hasattr(row, "under") else []
    size, step = panel.points, LEADING * small_type() / 72
    low = middle - step * len(lines) / 2 + 0.34 * size / 72
    panel.write(0, low, str(row.label), size=size, weight="bold" if lines else "normal")
    for number, line in enumerate(lines, 1):
        panel.write(0, low + number * step, line, size=small_type(), color=panel.colours.muted)


def _end(panel: Panel, row: Any, left: float, wide: float, middle: float) -> None:
    """Write the number after its bar where the rest of the whole has room, else in the bar."""
    size = heading_type() if hasattr(row, "under") else panel.points
    end, gap = left + wide * row.percent / 100, 0.45 * panel.em
    inside = end + gap + panel.measure.width(str(row.words), size, "bold") > left + wide
    panel.write(
        end - gap if inside else end + gap,
        middle + 0.34 * size / 72,
        str(row.words),
        size=size,
        weight="bold",
        ha="right" if inside else "left",
        color=panel.colours.paper if inside else panel.colours.ink,
    )


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    data = needed_columns(data, NEEDED)
    for index, value in data["percent"].items():
        if not 0 <= pd.to_numeric(value, errors="coerce") <= 100:
            raise DataError(f"row {index}, column percent: must be a number from 0 to 100; got {value!r}.")
    return data
