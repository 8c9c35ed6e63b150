"""What to do above all, and below it, by page, a tile with a reason to do so and an empty one for the time to wait."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.action import action_height, draw_action
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.claims.setting import label_type
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["calls_by_page", "calls_height"]

_NEEDED = ("whom", "statement", "remark", "wait", "more")
#: What the columns show.
_HEADS = ("Reason to tell", "Time to wait", "Also")
# in sizes of label type
_PAD, _SIDE, _GAP = 0.28, 0.38, 0.5  # above and below a tile, beside its words, and from column to column
_EASE = 1.15  # a height at ease, in least heights


class _Row(NamedTuple):
    """What a page says: a reason, the time to wait, and what it says besides."""

    reason: Statement
    wait: str
    more: Statement


class _Plan(NamedTuple):
    """Where the columns start and end, in inches; the rows; the height of the heads of the columns, and of all."""

    lanes: list[Lane]
    columns: list[tuple[float, float]]
    rows: list[_Row]
    head: float
    height: float


def calls_by_page(data: pd.DataFrame, *, action: str, ax: Axes | None = None) -> Axes:
    """Draw what to do, and below it a row a page: its reason to do so, and a broken outline for no time to wait.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a page. Columns: ``page``, ``whom``, ``statement`` (the reason), ``remark`` (below it; "" for none),
        ``wait`` (that there is no time to wait, in a word) and ``more`` (what else the page says; "" for nothing).
    action : str
        What to do, which stands first and largest.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED), action))


def calls_height(data: pd.DataFrame, width: float, measure: Measure, *, action: str) -> float:
    """Return the height that it takes at its ease, in inches, at a width in inches."""
    plan = _plan(lane.checked(data, _NEEDED), width, measure)
    return action_height(action, width, measure) + _EASE * plan.height


def _plan(rows: pd.DataFrame, width: float, measure: Measure) -> _Plan:
    """Give the reasons and the times the room that they need, and the rest to what the pages say besides."""
    em, label, small = label_type() / 72, label_type(), small_type()
    lanes = lane.lanes(rows, width, measure)
    reasons = [measure.width(text, heading_type(), "bold") for text in rows["statement"]]
    reason = max([*reasons, *(measure.width(text, small) for text in rows["remark"])]) + 2 * _SIDE * em
    wait = max(max(measure.width(text, label, "bold") for text in rows["wait"]) + 2 * _SIDE * em, _head(measure, 1))
    columns, left = [], lanes[0].left
    for wide in (reason, wait):
        columns.append((left, left + wide))
        left += wide + _GAP * em
    columns.append((left, width - 0.1 * em))
    found, tall = [], 0.0  # every row as high as the highest
    for each, row in zip(lanes, rows.itertuples(), strict=True):
        said = lane.set_statement(measure, row.statement, row.remark, reason, heading_type())
        more = lane.set_statement(measure, row.more, "", columns[2][1] - columns[2][0], label)
        deep = max(said.height + 0.3 * em, more.height)
        found.append(_Row(said, row.wait, more))
        tall = max(tall, each.least, deep + 2 * _PAD * em)
    head = Measure.height(1, small) + 0.25 * em
    return _Plan(lanes, columns, found, head, head + len(found) * tall)


def _head(measure: Measure, n: int) -> float:
    return measure.width(_HEADS[n], small_type())


def _draw(rows: pd.DataFrame, action: str, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(rows, panel.width, panel.measure)
    top = action_height(action, panel.width, panel.measure)
    spare = panel.height - top - plan.height
    words = [word for text in rows["more"] for word in text.split()]
    least = max([_head(panel.measure, 2), *(panel.measure.width(word, panel.points) for word in words)])
    if spare < -0.01 or plan.columns[2][1] - plan.columns[2][0] < least:
        panel.lacking.append("all that the pages say")
    top = draw_action(panel, action, 0.25 * max(0.0, spare))
    for (left, _), words_above in zip(plan.columns, _HEADS, strict=True):
        lane.write(panel, left, top, words_above, small_type(), colour=panel.colours.muted)
    top += plan.head
    placed = lane.stacked(plan.lanes, [0.0] * len(plan.lanes), top, panel.height - top)
    lane.draw_lanes(panel, placed)
    for each, row in zip(placed, plan.rows, strict=True):
        _draw_row(panel, plan, each, row)


def _draw_row(panel: Panel, plan: _Plan, each: Lane, row: _Row) -> None:
    em, look = panel.em, panel.colours
    (left, right), (start, end), (more, _) = plan.columns
    top, tall = each.top + _PAD * em, each.height - 2 * _PAD * em
    lane.rounded(panel, (left, top, right - left, tall), gid="position", face=look.rough, edge=look.accent)
    y = each.middle - row.reason.height / 2
    for line in row.reason.lines:
        lane.write(panel, left + _SIDE * em, y, line, row.reason.points, weight="bold")
        y += Measure.height(1, row.reason.points)
    for line in row.reason.remark:
        lane.write(panel, left + _SIDE * em, y, line, small_type())
        y += Measure.height(1, small_type())
    panel.ax.add_artist(
        Rectangle(
            (start, top),
            end - start,
            tall,
            facecolor=look.paper,
            edgecolor=look.outline,
            lw=1.6 * panel.line,
            ls=(0, (4, 3)),
            gid="no time",
        )
    )
    y = each.middle - Measure.height(1, panel.points) / 2
    lane.write(panel, (start + end) / 2, y, row.wait, panel.points, weight="bold", ha="center")
    lane.draw_statement(panel, row.more, more, each.middle - row.more.height / 2)
