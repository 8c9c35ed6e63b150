"""Bars in groups, one for each way of counting, each bar inside an outlined whole of 100."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.study.bars import write_above, write_number
from her2viz.charts.typesetting import heading_type
from her2viz.errors import DataError

__all__ = ["moment_bars", "moment_height"]

NEEDED = ("label", "percent", "printed", "group", "gloss")
#: Heights: of a heading, and of the gap before a further one, in sizes of heading type; of a row, in sizes of type.
_HEAD, _BEFORE, _ROW = 1.4, 0.6, 1.35
_GAP = 0.2  # of the height of a row, between two bars


def moment_bars(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a group of bars for each way of counting, under a heading that says which.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a bar: ``label`` (what is counted), ``percent``, ``printed`` (the number as it is written), ``group`` (in
        which way it was counted) and ``gloss`` (what stands beside the name of the group).

    Raises
    ------
    DataError
        If columns are missing, there is no row, a percentage is none, or the groups do not count the same things.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def moment_height(data: pd.DataFrame, label: float, heading: float) -> float:
    """Return the least height of the chart in inches, with these sizes of labels and of headings."""
    return (_heads(data["group"].nunique()) * heading + len(data) * _ROW * label) / 72


def _heads(groups: int) -> float:
    return groups * _HEAD + (groups - 1) * _BEFORE


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    look, em, line = panel.colours, heading_type() / 72, panel.line / 144
    groups = [part for _, part in rows.groupby("group", sort=False)]
    before = max(panel.measure.width(str(name), panel.points) for name in rows["label"]) + 0.8 * panel.em
    wide = panel.width - before - line
    high = (panel.height - _heads(len(groups)) * em - line) / (len(rows) - _GAP * len(groups))
    thick = (1 - _GAP) * high
    if high < 0.95 * _ROW * panel.em:
        panel.lacking.append("a row for each bar")
    y = 0.0
    for part in groups:
        write_above(panel, str(part["group"].iloc[0]), str(part["gloss"].iloc[0]), heading_type(), y + 0.95 * em)
        y += _HEAD * em
        for row in part.itertuples():
            low, share = y + thick / 2 + 0.34 * panel.em, wide * row.percent / 100
            panel.write(0, low, row.label, size=panel.points)
            bar = Rectangle((before, y), share, thick, facecolor=look.accent, lw=0, zorder=0.9, gid="figure")
            panel.ax.add_artist(bar)
            panel.ax.add_artist(Rectangle((before, y), wide, thick, **panel.whole))
            write_number(panel, str(row.printed), panel.points, before + share, before + wide, low)
            y += high
        y += _BEFORE * em - _GAP * high


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    data = needed_columns(data, NEEDED)
    for index, value in data["percent"].items():
        if not 0 <= pd.to_numeric(value, errors="coerce") <= 100:
            raise DataError(f"row {index}, column percent: must be a number from 0 to 100; got {value!r}.")
    counted = {str(group): part["label"].tolist() for group, part in data.groupby("group", sort=False)}
    first = next(iter(counted.values()))
    for group, labels in counted.items():
        if labels != first:
            raise DataError(f"column group: all count the same things; {group} counts {', '.join(map(str, labels))}.")
    return data
