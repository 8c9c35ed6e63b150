"""Whether the sites that a page names are a closed set or an open one: organs in a frame that is shut, or is not."""

from __future__ import annotations

from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure

__all__ = ["set_height", "site_sets"]

_NEEDED = ("whom", "statement", "remark", "sites")
# in sizes of label type
_ICON, _PITCH, _PAD, _GAP = 2.1, 2.5, 0.35, 0.25


def site_sets(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the organs that each page names, in a frame: shut where its list ends, open where it goes on.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement. Columns: ``page``, ``whom``, ``statement``, ``remark`` and ``sites``, the sites named,
        parted by spaces; "" for the statement that it can be almost anywhere, which leaves the page's frame open.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def set_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    return sum(_least(rows, lane.lanes(rows, width, measure), measure)) + 0.03 * width


def _least(rows: pd.DataFrame, lanes: list[Lane], measure: Measure) -> list[float]:
    points = float(mpl.rcParams["font.size"])
    icons = (_ICON + 2 * _PAD + 3 * _GAP) * points / 72
    deep = icons + Measure.height(1, points)
    return [max(each.least, deep) for each in lanes]


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    lanes, em = lane.lanes(rows, panel.width, panel.measure), panel.em
    least = _least(rows, lanes, panel.measure)
    if sum(least) > 1.005 * panel.height:
        panel.lacking.append("all that the pages say")
    placed = lane.stacked(lanes, least, 0, panel.height)
    lane.draw_lanes(panel, placed)
    spare = min(1.0, (panel.height - sum(least)) / len(lanes) / em)  # which makes the organs larger
    for each in placed:
        mine = rows[rows["page"] == each.page]
        room = each.right - each.left
        named, rest = mine[mine["sites"] != ""], mine[mine["sites"] == ""]
        sites = " ".join(named["sites"]).split()
        icon, pitch = (_ICON + 0.8 * spare) * em, (_PITCH + 0.8 * spare) * em
        words = lane.set_statement(panel.measure, named["statement"].iloc[0], named["remark"].iloc[0], room, panel.points)
        frame = icon + 2 * _PAD * em
        top = each.middle - (words.height + _GAP * em + frame) / 2
        lane.draw_statement(panel, words, each.left, top)
        top += words.height + _GAP * em
        shut = pitch * len(sites) + 2 * _PAD * em
        _frame(panel, (each.left, top, shut if rest.empty else room - 0.5 * em, frame), shut=rest.empty)
        for n, site in enumerate(sites):
            left = each.left + _PAD * em + n * pitch + (pitch - icon) / 2
            organ_icon(panel.ax, site, (left, top + _PAD * em, icon, icon), look=panel.colours)
        if not rest.empty:
            _beyond(panel, rest, each.left + shut + 0.4 * em, each.right - 0.5 * em, top + frame / 2)


def _beyond(panel: Panel, rest: pd.DataFrame, left: float, right: float, middle: float) -> None:
    row = rest.iloc[0]
    words: Statement = lane.set_statement(panel.measure, row["statement"], row["remark"], right - left, panel.points)
    lane.draw_statement(panel, words, left, middle - words.height / 2)


def _frame(panel: Panel, box: tuple[float, float, float, float], *, shut: bool) -> None:
    """Draw the frame: a shut box, or one whose right end is missing and whose lines end in dashes."""
    left, top, width, height = box
    look = panel.colours
    if shut:
        lane.rounded(panel, box, gid="set", face=look.paper, edge=look.accent)
        return
    whole = left + 0.72 * width
    line = {"color": look.accent, "lw": 1.3 * panel.line, "gid": "open set", "zorder": 1}
    panel.ax.plot([whole, left, left, whole], [top, top, top + height, top + height], **line)
    for y in (top, top + height):
        panel.ax.plot([whole, left + width], [y, y], **line, ls=(0, (4, 3)))
