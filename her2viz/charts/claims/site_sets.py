"""Whether the sites that a page names are a closed set or an open one: organs in a frame, or before three dots."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["set_height", "site_sets"]

_NEEDED = ("whom", "statement", "remark", "sites", "labels", "shut")
# in sizes of label type
_ICON, _MOST, _APART, _PAD, _GAP = 1.6, 2.7, 0.36, 0.2, 0.14
_ASIDE = 0.6  # from a frame to words beside it
_TAIL = 1.3  # the dots in which an open list ends


class _Organ(NamedTuple):
    """An organ in a frame: its site, the words below it, and where it stands from the frame's left, in inches."""

    site: str
    label: str
    left: float
    width: float


class _Row(NamedTuple):
    """What is drawn in a lane."""

    organs: list[_Organ]
    shut: bool  # whether no site is left outside the list
    end: float  # the width of the frame as far as the list goes
    frame: float  # its height
    listed: Statement
    beyond: Statement | None
    above: bool  # whether the words on the list stand above it, where its last part starts, not beside it
    added: float  # where the last part starts, from the left
    icon: float
    least: float


def site_sets(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the organs that each page names: in a frame where the page leaves no other site, else before three dots.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement. Columns: ``page``, ``whom``, ``statement``, ``remark`` and ``sites``, the sites named,
        parted by spaces, with "|" between two lists; "" for the statement that it can be almost anywhere, which
        stands after the dots. ``labels`` are the names of the sites, parted by "|"; "" where none is written.
        ``shut`` says whether the page leaves no other site.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def set_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    return sum(row.least for row in _set(rows, lane.lanes(rows, width, measure), measure, _ICON)) + 0.02 * width


def _set(rows: pd.DataFrame, lanes: list[Lane], measure: Measure, icon: float) -> list[_Row]:
    """Set what stands in each lane, with organs of a size in sizes of type."""
    em, small, found = float(mpl.rcParams["font.size"]) / 72, small_type(), []
    for each in lanes:
        mine = rows[rows["page"] == each.page]
        named, rest = mine[mine["sites"] != ""].iloc[0], mine[mine["sites"] == ""]
        labels = iter(named["labels"].split("|"))
        x, organs, added = _PAD * em, [], 0.0
        for site in named["sites"].split():
            if site == "|":
                x += _APART * em
                added = x
                continue
            label = next(labels)
            wide = max((icon + _APART) * em, measure.width(label, small) + _APART * em)
            organs.append(_Organ(site, label, x, wide))
            x += wide
        end = x + _PAD * em
        open_end = 0.0 if named["shut"] else _TAIL * em
        deep = (icon + 2 * _PAD) * em + (Measure.height(1, small) if any(o.label for o in organs) else 0)
        aside = each.right - each.left - end - open_end - 1.6 * _ASIDE * em
        beyond = None
        if not rest.empty:
            beyond = lane.set_statement(
                measure, rest["statement"].iloc[0], rest["remark"].iloc[0], aside, heading_type()
            )
            deep = max(deep, beyond.height + 2 * _PAD * em)
        room = aside if beyond is None else each.right - each.left - added - em
        listed = lane.set_statement(measure, named["statement"], named["remark"], room, heading_type())
        high = max(deep, listed.height) if beyond is None else deep + listed.height + _GAP * em
        least = max(each.least, high + 2 * _GAP * em)
        above = beyond is not None
        found.append(_Row(organs, bool(named["shut"]), end, deep, listed, beyond, above, added, icon * em, least))
    return found


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    lanes, steps = lane.lanes(rows, panel.width, panel.measure), 8
    for step in range(steps, -1, -1):  # the larger the organs the better
        icon = _ICON + (_MOST - _ICON) * step / steps
        found = _set(rows, lanes, panel.measure, icon)
        if sum(row.least for row in found) <= 1.005 * panel.height:
            break
    else:
        panel.lacking.append("all that the pages say")
    placed = lane.stacked(lanes, [row.least for row in found], 0, panel.height)
    lane.draw_lanes(panel, placed)
    for each, row in zip(placed, found, strict=True):
        _draw_row(panel, each, row)


def _draw_row(panel: Panel, each: Lane, row: _Row) -> None:
    em, small = panel.em, small_type()
    top = (
        each.middle - (row.frame - (row.listed.height if row.above else 0)) / 2 + (0.5 * _GAP * em if row.above else 0)
    )
    tail = 0.0 if row.shut else _TAIL * em
    _end(panel, (each.left, top, row.end, row.frame), shut=row.shut)
    labelled = any(organ.label for organ in row.organs)
    deep = row.icon + (Measure.height(1, small) if labelled else 0)
    y = top + (row.frame - deep) / 2
    for organ in row.organs:
        middle = each.left + organ.left + organ.width / 2
        organ_icon(panel.ax, organ.site, (middle - row.icon / 2, y, row.icon, row.icon), look=panel.colours)
        lane.write(panel, middle, y + row.icon, organ.label, small, ha="center")
    if row.above:
        x = each.left + row.added + _PAD * em
        lane.draw_statement(panel, row.listed, x, top - row.listed.height - _GAP * em)
    else:
        x = each.left + row.end + tail + _ASIDE * em
        lane.draw_statement(panel, row.listed, x, each.middle - row.listed.height / 2)
    if row.beyond is not None:
        x = each.left + row.end + tail + 0.6 * _ASIDE * em
        lane.draw_statement(panel, row.beyond, x, top + (row.frame - row.beyond.height) / 2)


def _end(panel: Panel, box: tuple[float, float, float, float], *, shut: bool) -> None:
    """Draw a strong frame around a list that is shut, and dots after one that goes on."""
    left, top, width, height = box
    look, em = panel.colours, panel.em
    if shut:
        lane.rounded(panel, box, gid="set", face=look.paper, edge=look.accent, width=2.4)
        return
    x = [left + width + share * _TAIL * em for share in (0.1, 0.5, 0.9)]
    line: dict[str, Any] = {"color": look.accent, "gid": "open set", "clip_on": False}
    panel.ax.plot(x, [top + height / 2] * 3, "o", ms=0.26 * panel.points, **line)
