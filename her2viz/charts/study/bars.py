"""A bar a row, each inside an outlined whole of 100 people of its own, below the words of whom it is."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import heading_type, small_type
from her2viz.errors import DataError

__all__ = ["bar_lines", "study_bars", "write_above", "write_number"]

NEEDED = ("label", "percent", "words", "under", "rough")
_UNDER = 0.48  # of the height of a row: a bar below the words of whom it is
_ROW = 3.0  # least height of a row, in lines of small type


def study_bars(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a bar a row, solid where people were counted and pale where the figure is rough.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a bar: ``label``, ``percent``, ``words`` (the number as it is written), ``under`` (of whom it is) and
        ``rough`` (whether the figure is rough).

    Raises
    ------
    DataError
        If columns are missing, there is no row, or a percentage is none.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def bar_lines(data: pd.DataFrame) -> float:
    """Return how many lines of small type the chart is high at least, for planning a page."""
    return len(data) * _ROW


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    look, small = panel.colours, small_type() / 72
    unit = panel.height / bar_lines(rows)
    if unit < 0.95 * small:
        panel.lacking.append("a row for each bar")
    left = panel.line / 144
    wide = panel.width - 2 * left
    row_height = unit * _ROW
    thick = _UNDER * row_height
    y = 0.0
    for row in rows.itertuples():
        middle = y + 0.91 * row_height - thick / 2
        write_above(panel, str(row.label), str(row.under), panel.points, middle - thick / 2 - 0.42 * small)
        bar = Rectangle(
            (left, middle - thick / 2),
            wide * row.percent / 100,
            thick,
            facecolor=look.rough if row.rough else look.accent,
            edgecolor=look.accent,
            lw=1.4 * panel.line if row.rough else 0,
            zorder=1.1 if row.rough else 1,
            gid="figure",
        )
        panel.ax.add_artist(bar)
        panel.ax.add_artist(Rectangle((left, middle - thick / 2), wide, thick, **panel.whole))
        end = left + wide * row.percent / 100
        if row.rough:
            ends = [middle - thick / 2, middle + thick / 2]
            panel.ax.plot([end] * 2, ends, color=look.accent, lw=3 * panel.line, solid_capstyle="butt", gid="end")
        size = heading_type()
        write_number(panel, str(row.words), size, end, left + wide, middle + 0.34 * size / 72)
        y += row_height


def write_above(panel: Panel, name: str, gloss: str, size: float, low: float) -> None:
    """Write a name above bars, and in small letters beside it what it means."""
    panel.write(0, low, name, size=size, weight="bold")
    start = panel.measure.width(name, size, "bold") + 0.6 * panel.em
    panel.write(start, low, gloss, size=small_type(), color=panel.colours.muted)
    if start + panel.measure.width(gloss, small_type()) > panel.width:
        panel.lacking.append(repr(gloss))


def write_number(panel: Panel, number: str, size: float, end: float, whole: float, low: float) -> None:
    """Write a number after the end of its bar where the rest of the whole has room, else in the bar."""
    gap = 0.45 * panel.em
    inside = end + gap + panel.measure.width(number, size, "bold") > whole
    panel.write(
        end - gap if inside else end + gap,
        low,
        number,
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
