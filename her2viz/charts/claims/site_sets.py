"""Whether the sites that a page names are all that there are: organs in a frame, or an arrow that goes past them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.claims.setting import label_type
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, small_type

__all__ = ["set_height", "site_sets"]

_NEEDED = ("whom", "statement", "remark", "sites", "labels", "shut")
_LINES = 2  # the most lines of a statement
# in sizes of label type
_ICONS = tuple(2.6 - 0.7 * n / 8 for n in range(9))  # an organ, the largest first
_APART, _ASIDE = 0.45, 0.6  # from column to column, and to the statements
_PAD, _INSET = 0.25, 0.12  # above and below what is drawn, and from a lane to its frame
_EDGE = 0.4  # from the statements to the edge of the lane
_POINT = 0.9  # the head of the arrow


class _Page(NamedTuple):
    """What a page says: what it calls each site, its statement and remark on them, and those on all others."""

    sites: dict[str, str]
    shut: bool  # whether no site is left outside the list
    statement: str
    remark: str
    beyond: tuple[str, str] | None  # that it can be almost anywhere


class _Column(NamedTuple):
    """A site: its name in lines, and where it stands from the left, in inches."""

    name: list[str]
    left: float
    width: float


class _Row(NamedTuple):
    """What is drawn in a lane: sites, each with what its name has more than its column's."""

    sites: dict[str, str]
    shut: bool
    listed: Statement
    beyond: Statement | None
    least: float


class _Plan(NamedTuple):
    lanes: list[Lane]
    columns: dict[str, _Column]
    gap: float  # from column to column
    aside: float  # where the statements start
    head: float  # the height of the names of the columns
    rows: list[_Row]

    @property
    def height(self) -> float:
        """The least height."""
        return self.head + sum(row.least for row in self.rows)


def site_sets(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a row a page and a column a site, with an organ where a page names the site.

    A frame stands around the sites of a page that leaves no other; an arrow past all columns for one that says that it
    can be almost anywhere.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement. Columns: ``page``, ``whom``, ``statement``, ``remark`` and ``sites``, the sites named,
        parted by spaces, with "|" between two lists; "" for the statement that it can be almost anywhere. ``labels``
        are the names of the sites, parted by "|". ``shut`` says whether the page leaves no other site.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def set_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    return 1.12 * _plan(lane.lanes(rows, width, measure), _pages(rows), width, measure, _ICONS[-1]).height


def _pages(rows: pd.DataFrame) -> list[_Page]:
    """Return what each page says, in the order in which they first stand."""
    found = []
    for _, mine in rows.groupby("page", sort=False):
        (listed,), rest = mine[mine["sites"] != ""].itertuples(), mine[mine["sites"] == ""]
        sites = dict(zip(listed.sites.replace("|", "").split(), listed.labels.split("|"), strict=True))
        beyond = None if rest.empty else (rest["statement"].iloc[0], rest["remark"].iloc[0])
        found.append(_Page(sites, bool(listed.shut), listed.statement, listed.remark, beyond))
    return found


def _key(site: str) -> str:
    """Return the column of a site: distant lymph nodes are some of the lymph nodes."""
    return site.removeprefix("distant_")


def _names(pages: list[_Page]) -> dict[str, str]:
    """Name the columns, in the order in which the pages' lists first have them, by the name that fits all."""
    names: dict[str, str] = {}
    for site, label in itertools.chain.from_iterable(page.sites.items() for page in pages):
        names[_key(site)] = min(names.get(_key(site), label), label, key=len)
    return names


def _plan(lanes: list[Lane], pages: list[_Page], width: float, measure: Measure, icon: float) -> _Plan:
    """Set columns, and statements in as little room as they need, with organs of a size in sizes of type."""
    em, label, small = label_type() / 72, label_type(), small_type()
    names = _names(pages)
    least = max(measure.width(word, label) for page in pages for word in page.statement.split())
    room = next(
        room
        for room in (least + 0.1 * em * n for n in itertools.count())
        if max(len(measure.lines(page.statement, room, label)) for page in pages) <= _LINES
    )
    more = [{site: text.removesuffix(names[_key(site)]).strip() for site, text in page.sites.items()} for page in pages]
    wide = []
    for key, name in names.items():
        words = [*name.split(), *(text for page in more for site, text in page.items() if _key(site) == key)]
        wide.append(max([icon * em, *(measure.width(word, small) for word in words)]))
    left = lanes[0].left
    spare = width - left - room - (_ASIDE + _EDGE) * em - sum(wide)
    gap = spare / len(wide)
    columns: dict[str, _Column] = {}
    for (site, name), own in zip(names.items(), wide, strict=True):
        columns[site] = _Column(measure.lines(name, own + 0.7 * gap, small), left, own + gap)
        left += own + gap
    aside = left + _ASIDE * em
    head = Measure.height(max(len(column.name) for column in columns.values()), small) + _PAD * em
    found = []
    for each, page, sites in zip(lanes, pages, more, strict=True):
        said = lane.set_statement(measure, page.statement, page.remark, width - aside - _EDGE * em, label)
        deep = max(icon * em + Measure.height(any(sites.values()), small) + _PAD * em, said.height) + 2 * _PAD * em
        beyond = None
        if page.beyond:
            beyond = lane.set_statement(measure, *page.beyond, width - lanes[0].left - (1 + _POINT) * em, label)
            deep += _arrow_height(beyond, em) + _PAD * em
        found.append(_Row(sites, page.shut, said, beyond, max(each.least, deep)))
    return _Plan(lanes, columns, gap, aside, head, found)


def _arrow_height(beyond: Statement, em: float) -> float:
    """Return the height of the arrow: its words stand on one line."""
    return (beyond.height if len(beyond.lines) > 1 else Measure.height(1, beyond.points)) + 0.5 * em


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    plan_with = partial(_plan, lane.lanes(rows, panel.width, panel.measure), _pages(rows), panel.width, panel.measure)

    def fits(icon: float) -> bool:
        plan = plan_with(icon)
        return plan.height <= 1.005 * panel.height and plan.gap >= _APART * panel.em

    first = bisect_left(_ICONS, True, key=fits)
    if first == len(_ICONS):
        panel.lacking.append("all that the pages say")
    icon = _ICONS[min(first, len(_ICONS) - 1)]
    plan = plan_with(icon)
    placed = lane.stacked(plan.lanes, [row.least for row in plan.rows], plan.head, panel.height - plan.head)
    lane.draw_lanes(panel, placed)
    for column in plan.columns.values():
        y = plan.head - _PAD * panel.em - Measure.height(len(column.name), small_type())
        for line in column.name:
            lane.write(panel, column.left + column.width / 2, y, line, small_type(), ha="center")
            y += Measure.height(1, small_type())
    for each, row in zip(placed, plan.rows, strict=True):
        _draw_row(panel, plan, each, row, icon * panel.em)


def _wide(panel: Panel, statement: Statement) -> float:
    """Return the width of a statement, in inches."""
    return max(panel.measure.width(line, statement.points) for line in statement.lines)


def _draw_row(panel: Panel, plan: _Plan, each: Lane, row: _Row, icon: float) -> None:
    em, small = panel.em, small_type()
    arrow = _arrow_height(row.beyond, em) + _PAD * em if row.beyond else 0.0
    high = each.height - arrow
    deep = icon + Measure.height(any(row.sites.values()), small)
    top = each.top + (high - deep) / 2
    if row.shut:
        ends = [plan.columns[_key(site)] for site in row.sites]
        left = min(column.left for column in ends)
        right = max(column.left + column.width for column in ends)
        box = (left - _INSET * em, each.top + _INSET * em, right - left + 2 * _INSET * em, high - 2 * _INSET * em)
        lane.rounded(panel, box, gid="set", face=panel.colours.paper, edge=panel.colours.accent, width=2.4)
    for site, more in row.sites.items():
        column = plan.columns[_key(site)]
        middle = column.left + column.width / 2
        organ_icon(panel.ax, site, (middle - icon / 2, top, icon, icon), look=panel.colours)
        lane.write(panel, middle, top + icon, more, small, ha="center")
    lane.draw_statement(panel, row.listed, plan.aside, each.top + (high - row.listed.height) / 2)
    if row.beyond is not None:
        _arrow(panel, plan, row.beyond, each.top + high, arrow - _PAD * em)


def _arrow(panel: Panel, plan: _Plan, beyond: Statement, top: float, tall: float) -> None:
    """Draw an arrow past all columns, with what is said in it."""
    em, small, look = panel.em, small_type(), panel.colours
    left, tip = plan.lanes[0].left, panel.width - panel.line / 72
    neck = tip - _POINT * em
    outline = [(left, top), (neck, top), (tip, top + tall / 2), (neck, top + tall), (left, top + tall)]
    edge: dict[str, Any] = {"edgecolor": look.accent, "lw": 1.3 * panel.line, "joinstyle": "round"}
    panel.ax.add_artist(Polygon(outline, facecolor=look.rough, zorder=1, gid="anywhere", **edge))
    x, y = left + 0.5 * em, top + (tall - Measure.height(len(beyond.lines), beyond.points)) / 2
    for line in beyond.lines:
        lane.write(panel, x, y, line, beyond.points)
        y += Measure.height(1, beyond.points)
    x += _wide(panel, beyond) + 0.6 * em
    if beyond.remark and (len(beyond.lines) > 1 or x + panel.measure.width(" ".join(beyond.remark), small) > neck):
        panel.lacking.append(repr(" ".join(beyond.remark)))
    lift = (panel.points - small) / 72
    lane.write(panel, x, y - Measure.height(1, beyond.points) + lift, " ".join(beyond.remark), small, colour=look.muted)
