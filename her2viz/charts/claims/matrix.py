"""A matrix of claims: what stands in the rows, which page says it in the columns."""

from __future__ import annotations

import math
from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims.matrix_layout import DISC, DOT, Plan, fit
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure
from her2viz.errors import DataError

__all__ = ["MARKS", "claim_matrix", "matrix_height"]

#: What a cell may show: a filled circle, an open one, a dash where nothing is said, or words alone.
MARKS = ("filled", "open", "none", "words")
_NEEDED = ("row", "column", "mark")
_OPTIONAL = ("words", "group", "group_head", "column_group", "column_note")


def claim_matrix(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw who says what: a row a claim, a column a page, a mark where the page says it.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a cell, rows and columns in the order in which they first stand. Columns: ``row`` and ``column`` (their
        labels) and ``mark`` ("filled", "open", "none" for a dash, or "words" for words alone). Optional: ``words``
        (inside the circle, or alone), ``group`` (of rows) and ``group_head`` (above these), ``column_group`` (above
        several columns) and ``column_note`` (below a column's label).

    Raises
    ------
    DataError
        If columns are missing, a cell is missing or stands twice, or a mark is none of the four; all are listed.

    Notes
    -----
    All filled circles have one size and colour: a count of pages is not a count of people.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def _draw(cells: pd.DataFrame, panel: Panel) -> None:
    ax, (width, height) = panel.ax, (side / panel.dpi * 72 for side in panel.pixels)
    plan = fit(cells, width, height, panel.measure)
    if plan.height > 1.01 * height:
        panel.lacking.append("all the rows")
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    _draw_head(panel, plan)
    _draw_rows(panel, plan)


def matrix_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that a matrix takes at its ease, in inches, at a width in inches and the type in force."""
    return fit(_checked(data), width * 72, math.inf, measure).height / 72


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame with a row a cell; got {type(data).__name__}.")
    missing = [name for name in _NEEDED if name not in data.columns]
    if missing:
        raise DataError(
            f"data must have the columns {', '.join(_NEEDED)}; missing: {', '.join(missing)}. "
            "Make a row of it for each claim and page, the pages that do not give the claim included."
        )
    if data.empty:
        raise DataError("data has no row, so there is nothing to draw; give a row for each claim and page.")
    cells = data.assign(
        **{n: data[n].astype(object).where(data[n].notna(), "").astype(str) for n in _NEEDED},
        **{n: data[n].astype(object).where(data[n].notna(), "").astype(str) if n in data else "" for n in _OPTIONAL},
    )[[*_NEEDED, *_OPTIONAL]]
    problems = []
    wrong = sorted(set(cells["mark"]) - set(MARKS))
    if wrong:
        problems.append(f"column mark: must be one of {', '.join(MARKS)}; got {', '.join(map(repr, wrong))}")
    blank = [name for name in ("row", "column") if (cells[name].str.strip() == "").any()]
    problems += [f"column {name}: must be filled; a mark without it says nothing" for name in blank]
    keys = ["group", "row", "column"]
    again = cells[cells.duplicated(keys)]
    twice = list(dict.fromkeys(f"{c.row} / {c.column}" for c in again.itertuples()))
    if twice:
        problems.append(f"each cell once; twice: {', '.join(twice)}. Join what one page says of one claim first")
    rows, columns = len(cells[["group", "row"]].drop_duplicates()), cells["column"].nunique()
    if not twice and rows * columns != len(cells):
        problems.append(
            f"{rows} rows and {columns} columns make {rows * columns} cells; got {len(cells)}. "
            "Give the cells where nothing is said the mark 'none'"
        )
    if problems:
        raise DataError("These cells can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return cells


def _draw_head(panel: Panel, plan: Plan) -> None:
    over = max((len(v) for v in plan.heads.values()), default=0)
    top = plan.lead * over + (0.2 * plan.points if over else 0)
    for name, lines in plan.heads.items():
        mine = [c for c in plan.columns if c.group == name]
        left, right = mine[0].left, mine[-1].left + mine[-1].width
        for n, line in enumerate(lines):
            _write(
                panel, (left + right) / 2, plan.lead * (n + over - len(lines) + 0.5), line, plan, panel.colours.muted
            )
        inset = 0.4 * plan.points
        y = plan.lead * over + 0.08 * plan.points
        width = panel.line
        panel.ax.plot([left + inset, right - inset], [y, y], color=panel.colours.outline, lw=width, gid="rule")
    deepest = max(len(c.lines) for c in plan.columns)
    for n, line in enumerate(plan.group_head):
        y = top + plan.lead * (n + deepest - len(plan.group_head) + 0.5)
        _write(panel, 0.35 * plan.points, y, line, plan, panel.colours.muted, ha="left")
    for column in plan.columns:
        for n, line in enumerate(column.lines):
            y = top + plan.lead * (n + deepest - len(column.lines) + 0.5)
            _write(panel, column.middle, y, line, plan, panel.colours.ink, weight="normal" if plan.heads else "bold")
        for n, line in enumerate(column.notes):
            _write(panel, column.middle, top + plan.lead * (deepest + n + 0.5), line, plan, panel.colours.muted)


def _draw_rows(panel: Panel, plan: Plan) -> None:
    band, before = -1, object()
    for number, row in enumerate(plan.rows):
        fresh = not row.group or row.group != before
        band += fresh
        before = row.group
        if band % 2 == 0:
            panel.ax.add_patch(
                Rectangle(
                    (0, row.top), plan.width, row.height, facecolor=panel.colours.card, lw=0, zorder=0, gid="card"
                )
            )
        if row.group and fresh:
            name = plan.groups[row.group]
            alone = sum(other.group == row.group for other in plan.rows) == 1
            first = row.top + (row.height - plan.lead * (len(name) if alone else len(row.lines))) / 2
            for n, line in enumerate(name):
                x = 0.35 * plan.points
                _write(panel, x, first + plan.lead * (n + 0.5), line, plan, panel.colours.ink, ha="left", weight="bold")
        middle = row.top + row.height / 2
        for n, line in enumerate(row.lines):
            y = middle + plan.lead * (n + 0.5 - len(row.lines) / 2)
            _write(panel, plan.label, y, line, plan, panel.colours.ink, ha="left")
        for column in plan.columns:
            mark, words = row.cells[column.name]
            _draw_cell(panel, plan, column.middle, middle, mark, words, f"{column.name} {number}")


def _draw_cell(panel: Panel, plan: Plan, x: float, y: float, mark: str, words: str, label: str) -> None:
    line = panel.line
    if mark == "none":
        half = 0.22 * plan.points
        panel.ax.plot([x - half, x + half], [y, y], color=panel.colours.outline, lw=1.5 * line, label=label, gid="none")
        return
    if mark != "words":
        lowest = min(row.height for row in plan.rows)
        radius = min(DISC * plan.points, 0.42 * lowest) if words else DOT * plan.points
        face = panel.colours.accent if mark == "filled" else panel.colours.paper
        panel.ax.add_patch(
            Circle(
                (x, y),
                radius,
                facecolor=face,
                edgecolor=panel.colours.accent,
                lw=1.3 * line,
                zorder=2,
                label=label,
                gid=mark,
            )
        )
    if words:
        colour = panel.colours.paper if mark == "filled" else panel.colours.ink
        _write(panel, x, y, words, plan, colour, weight="normal" if mark == "words" else "bold")


def _write(
    panel: Panel,
    x: float,
    y: float,
    words: str,
    plan: Plan,
    colour: str,
    *,
    ha: str = "center",
    weight: str = "normal",
) -> None:
    panel.ax.text(
        x,
        y,
        words,
        ha=ha,
        va="center_baseline",
        color=colour,
        weight=weight,
        size=plan.points,
        parse_math=False,
        zorder=3,
        in_layout=False,
    )
