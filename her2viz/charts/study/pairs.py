"""Two bars a row, one below the other, each inside an outlined whole of 100: the same thing counted in two ways."""

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

__all__ = ["pair_bars", "pair_lines"]

NEEDED = ("label", "percent", "printed", "group")
#: Of the height of a row: what its bars take together, and the gap between the two; of a bar's, one of the first way.
_BARS, _GAP, _THIN = 0.8, 0.04, 0.5


def pair_bars(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a row for each name, with a bar for each way in which it was counted: thin, then thick.

    The ways are named at the first two bars.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a bar: ``label`` (what is counted, the same in two rows), ``percent``, ``printed`` (the number as it is
        written) and ``group`` (in which way).

    Raises
    ------
    DataError
        If columns are missing, there is no row, a percentage is none, or a name has not two bars.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def pair_lines(data: pd.DataFrame) -> float:
    """Return how many lines of small type the chart is high, for planning a page."""
    return 1.9 * len(data)


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    look, names = panel.colours, rows["label"].drop_duplicates()
    before = max(panel.measure.width(str(name), heading_type(), "bold") for name in names) + 0.8 * panel.em
    wide, high = panel.width - before - panel.line / 72, panel.height / len(names)
    thick = high * (_BARS - _GAP) / 2
    if thick < 1.05 * small_type() / 72:
        panel.lacking.append("two bars a row")
    for number, name in enumerate(names):
        top = number * high + high * (1 - _BARS) / 2
        panel.write(0, top + thick + 0.02 * high + 0.34 * heading_type() / 72, name, size=heading_type(), weight="bold")
        for which, row in enumerate(rows[rows["label"] == name].itertuples()):
            y = top + which * (thick + _GAP * high)
            panel.ax.add_patch(Rectangle((before, y), wide, thick, **panel.whole))
            tall = thick if which else _THIN * thick
            place, share = (before, y + (thick - tall) / 2), wide * row.percent / 100
            panel.ax.add_patch(Rectangle(place, share, tall, facecolor=look.accent, lw=0, zorder=0.9, gid="figure"))
            said = "" if number else str(row.group)
            _end(panel, str(row.printed), said, before + wide * row.percent / 100, y + thick / 2)


def _end(panel: Panel, number: str, counted: str, end: float, middle: float) -> None:
    """Write a number and the way of counting after a bar."""
    low, start = middle + 0.34 * panel.em, end + 0.45 * panel.em
    panel.write(start, low, number, size=panel.points, weight="bold")
    start += panel.measure.width(number, panel.points, "bold") + 0.4 * panel.em
    panel.write(start, low, counted, size=panel.points)
    if start + panel.measure.width(counted, panel.points) > panel.width:
        panel.lacking.append(repr(counted))


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    data = needed_columns(data, NEEDED)
    for index, value in data["percent"].items():
        if not 0 <= pd.to_numeric(value, errors="coerce") <= 100:
            raise DataError(f"row {index}, column percent: must be a number from 0 to 100; got {value!r}.")
    for name, bars in data.groupby("label", sort=False).size().items():
        if bars != 2:
            raise DataError(f"column label: each name has two bars; {name} has {bars}.")
    return data
