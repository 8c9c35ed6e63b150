"""Which page gives which answer: a lane a page, a column an answer, and a box where the page stands."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Lane, Statement
from her2viz.charts.claims.motifs import draw_motif
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["answer_columns", "answer_height"]

_NEEDED = ("whom", "answer", "motif", "statement", "remark")
# in sizes of label type
_PAD, _INSIDE, _BETWEEN = 0.42, 0.22, 0.3  # in a box: left and right, above and below, from statement to statement
_GAP, _AROUND = 0.6, 0.12  # between columns; above and below a box
_ICON = 2.5


class _Plan(NamedTuple):
    """Where everything stands, in inches."""

    points: float  # the size of type of statements
    heads: dict[str, list[str]]  # lines of each answer
    head: float  # the height above the first lane
    lefts: list[float]
    column: float  # its width
    cells: dict[tuple[str, str], list[Statement]]
    lanes: list[Lane]
    least: list[float]

    @property
    def height(self) -> float:
        """How high it is at least."""
        return self.head + sum(self.least)


def answer_columns(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw who gives which answer: a lane a page, a column an answer, a box where the page stands.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a position, pages and answers in the order in which they first stand. Columns: ``page``, ``whom`` (whom
        the page speaks of), ``answer``, ``motif`` (what is drawn above the answer: a site, or a name of
        :mod:`her2viz.charts.claims.motifs`), ``statement`` and ``remark`` (below it; "" for none).

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.

    Notes
    -----
    A column that all pages share is agreement; a page in two columns says both. A blank says that the page is silent.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def answer_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that it takes at its ease, in inches."""
    rows = lane.checked(data, _NEEDED)
    return _plan(rows, width, measure, mpl.rcParams["font.size"]).height + 0.02 * width


def _plan(rows: pd.DataFrame, width: float, measure: Measure, points: float) -> _Plan:
    em, heading = points / 72, heading_type()
    answers = list(dict.fromkeys(rows["answer"]))
    lanes = lane.lanes(rows, width, measure)
    start, gap, icon = lanes[0].left, _GAP * em, _ICON * em
    column = (width - start - gap * len(answers)) / len(answers)
    lefts = [start + n * (column + gap) for n in range(len(answers))]
    heads = {
        text: measure.lines(text[:1].upper() + text[1:], column - icon - 0.5 * em, heading, "bold") for text in answers
    }
    cells = {
        key: [
            lane.set_statement(measure, r.statement, r.remark, column - 2 * _PAD * em, points)
            for r in mine.itertuples()
        ]
        for key, mine in rows.groupby(["page", "answer"], sort=False)
    }
    least = []
    for each in lanes:
        deepest = max(_deep(found, em) for (page, _), found in cells.items() if page == each.page)
        least.append(max(each.least, deepest + 2 * _AROUND * em))
    return _Plan(points, heads, icon + _AROUND * em, lefts, column, cells, lanes, least)


def _deep(found: list[Statement], em: float) -> float:
    """Return the height of a box around some statements."""
    return sum(s.height for s in found) + (2 * _INSIDE + _BETWEEN * (len(found) - 1)) * em


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    for points in (panel.points, small_type()):
        plan = _plan(rows, panel.width, panel.measure, points)
        if plan.height <= 1.005 * panel.height:
            break
    else:
        panel.lacking.append("all that the pages say")
    em, icon = plan.points / 72, _ICON * plan.points / 72
    motifs = dict(zip(rows["answer"], rows["motif"], strict=True))
    for (answer, lines), left in zip(plan.heads.items(), plan.lefts, strict=True):
        draw_motif(panel, motifs[answer], (left, 0.05 * em, icon, icon - 0.1 * em))
        y = (icon - Measure.height(len(lines), heading_type())) / 2
        for line in lines:
            lane.write(panel, left + icon + 0.5 * em, y, line, heading_type(), weight="bold")
            y += Measure.height(1, heading_type())
    placed = lane.stacked(plan.lanes, plan.least, plan.head, panel.height - plan.head)
    lane.draw_lanes(panel, placed)
    for each in placed:
        for answer, left in zip(plan.heads, plan.lefts, strict=True):
            if found := plan.cells.get((each.page, answer)):
                _box(panel, plan, found, left, each.middle - _deep(found, em) / 2)


def _box(panel: Panel, plan: _Plan, found: list[Statement], left: float, top: float) -> None:
    """Draw a box with what a page says under one answer, a hairline between two statements."""
    em, look = plan.points / 72, panel.colours
    box = (left, top, plan.column, _deep(found, em))
    lane.rounded(panel, box, gid="position", face=look.rough, edge=look.accent)
    top += _INSIDE * em
    for number, statement in enumerate(found):
        if number:
            y = top + _BETWEEN * em / 2
            ends = [left + _PAD * em, left + plan.column - _PAD * em]
            panel.ax.plot(ends, [y, y], color=look.muted, lw=0.6 * panel.line, gid="rule")
            top += _BETWEEN * em
        lane.draw_statement(panel, statement, left + _PAD * em, top)
        top += statement.height
