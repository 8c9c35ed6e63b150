"""What is said of what, and by whom, as a matrix; a row of answers is marked by how they stand to each other."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from functools import partial
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.glyphs import RELATIONS, Box, draw_glyph
from her2viz.charts.claims.lanes import Statement
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["answer_matrix", "matrix_height"]

_NEEDED = ("column", "row", "statement", "remark")
_OPTIONAL = ("group", "mark", "note")
# in sizes of label type
_GAP, _BETWEEN = 0.45, 0.36  # from tile to tile: across, down
_AFTER_LABELS, _AFTER_HEAD, _APART = 0.45, 0.3, 0.3  # the last between columns about something else
_SIDE, _INSIDE, _PARTED = 0.32, 0.24, 0.35  # in a tile: beside words, above and below them, from statement to statement
_MARK = (1.9, 1.1, 0.45)  # a mark: its width, its height, and what is free after it
_ABOVE = 1.22  # from a question to the line after its mark, in lines
_LABELS = 0.24  # of the width, at most, for the questions, unless a word is wider
_EDGE = 0.02  # half of a line, in inches, which lies outside its tile
_MOST = 2  # lines of a statement, in type that is smaller for it where that is enough
_EASE = 0.3  # more height for a row where height is free


class _Row(NamedTuple):
    """A row: its words, its mark, what stands below them, where it stands, and what is said in each column."""

    lines: list[str]
    mark: str
    note: str
    words: float  # their height
    cells: list[list[Statement]]
    least: float
    top: float = 0.0
    height: float = 0.0


class _Plan(NamedTuple):
    """Where everything stands, in inches from the top left."""

    groups: list[tuple[str, int]]  # what columns side by side are about, and how many they are
    names: list[str]
    points: float  # of what is said
    lefts: list[float]  # of columns
    wide: float
    head: float
    rows: list[_Row]
    height: float
    fits: bool


def answer_matrix(data: pd.DataFrame, *, silent: str = "not said", ax: Axes | None = None) -> Axes:
    """Draw what each page says of each thing: a tile where it says something, a broken outline where it does not.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement, rows and columns in the order in which they first stand. Columns: ``row`` and ``column``
        (their names; a row's may have lines), ``statement`` and ``remark`` (below it; "" for none). Optional:
        ``group`` (what a column is about; those side by side that share it stand under it together), ``note`` (below
        the name of a row) and ``mark`` (how the statements in a row stand to each other: "clash", "differ" or
        "agree"; "" for none).
    silent : str
        What stands in an outline; those side by side are one.
    ax : matplotlib.axes.Axes, optional
        Where to draw.

    Raises
    ------
    DataError
        If columns are missing, a mark is none of these, or it does not fit.
    """
    return draw_on(ax, partial(_draw, _checked(data), silent))


def matrix_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that the matrix takes at its ease, in inches, at a width in inches."""
    return _plan(_checked(data), width, math.inf, measure).height


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    data = needed_columns(data, _NEEDED, such_as="with a row for each thing that a page says")
    columns = {n: data.get(n, "") for n in (*_NEEDED, *_OPTIONAL)}
    rows = pd.DataFrame(columns, index=data.index).astype(object).fillna("").reset_index(drop=True)
    wrong = sorted(set(rows["mark"]) - {"", *RELATIONS})
    if wrong:
        raise DataError(f"column mark: must be one of {', '.join(RELATIONS)}; got {', '.join(map(repr, wrong))}")
    return rows


def _plan(rows: pd.DataFrame, width: float, height: float, measure: Measure) -> _Plan:
    """Take the largest type of statements for which there is room, and share what height is left between the rows."""
    label, small = float(mpl.rcParams["font.size"]), small_type()
    plans = [_set(rows, width, measure, points) for points in (heading_type(), label, small)[height == math.inf :]]
    fitting = [plan for plan in plans if plan.fits and plan.height <= height + 1e-6] or plans[-1:]
    plan = next((plan for plan in fitting if _longest(plan) <= _MOST), fitting[0])
    spare = _EASE * label / 72 * len(plan.rows) if height == math.inf else max(0.0, height - plan.height)
    return _taller(plan, spare, _BETWEEN * label / 72)


def _longest(plan: _Plan) -> int:
    """Return how many lines the longest statement takes."""
    return max(len(statement.lines) for row in plan.rows for cell in row.cells for statement in cell)


def _taller(plan: _Plan, spare: float, between: float) -> _Plan:
    """Share out the height that is left, and stack the rows."""
    placed, top = [], plan.head
    for row, tall in zip(plan.rows, lane.levelled([row.least for row in plan.rows], spare), strict=True):
        placed.append(row._replace(top=top, height=tall))
        top += placed[-1].height + between
    return plan._replace(rows=placed, height=top - between)


def _set(rows: pd.DataFrame, width: float, measure: Measure, points: float) -> _Plan:
    label, small = float(mpl.rcParams["font.size"]), small_type()
    em = label / 72
    heads = rows.drop_duplicates("column")
    groups = [(name, len(list(found))) for name, found in itertools.groupby(heads["group"])]
    questions = rows.drop_duplicates("row")
    marks = [_MARK[0] * em + _MARK[2] * em + measure.width(mark, small) for mark in questions["mark"] if mark]
    words = [measure.width(word, label, "bold") for text in questions["row"] for word in text.split()]
    notes = [measure.width(text, small) for text in questions["note"]]
    natural = max(measure.width(line, label, "bold") for text in questions["row"] for line in text.split("\n"))
    labels = max([*marks, *words, *notes, min(natural, _LABELS * width)]) + 0.01
    start = labels + _AFTER_LABELS * em
    pitch = (width - _EDGE - start + _GAP * em - _APART * em * (len(groups) - 1)) / len(heads)
    wide = pitch - _GAP * em
    before = [n for n, (_, many) in enumerate(groups) for _ in range(many)]
    lefts = [start + n * pitch + k * _APART * em for n, k in enumerate(before)]
    inner = wide - 2 * _SIDE * em
    cell_of: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for row, column, text, remark in rows[["row", "column", "statement", "remark"]].itertuples(index=False):
        cell_of[row, column].append(lane.set_statement(measure, text, remark, inner, points))
    found = []
    for question in questions.itertuples():
        cells = [cell_of[question.row, name] for name in heads["column"]]
        lines = measure.lines(question.row, labels, label, "bold")
        beside = Measure.height(len(lines), label) + _ABOVE * Measure.height(bool(question.mark), small)
        beside += Measure.height(bool(question.note), small)
        deep = max(_deep(cell, em) for cell in cells) + 2 * _INSIDE * em
        found.append(_Row(lines, question.mark, question.note, beside, cells, max(deep, beside)))
    named = bool("".join(heads["group"]))
    head = Measure.height(named, small) + Measure.height(1, label) + (_AFTER_HEAD + 0.35 * named) * em
    total = head + sum(row.least for row in found) + _BETWEEN * em * (len(found) - 1)
    said = [(word, points) for text in rows["statement"] for word in text.split()]
    said += [(word, small) for text in rows["remark"] for word in text.split()]
    fits = all(measure.width(word, size) <= inner for word, size in said)
    # a name may take half of the gap beside it: the same letters are not as wide in each version of matplotlib
    fits &= all(measure.width(name, label, "bold") <= wide + _GAP * em / 2 for name in heads["column"])
    return _Plan(groups, list(heads["column"]), points, lefts, wide, head, found, total, fits)


def _deep(cell: list[Statement], em: float) -> float:
    return sum(statement.height for statement in cell) + _PARTED * em * max(0, len(cell) - 1)


def _draw(rows: pd.DataFrame, silent: str, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(rows, panel.width, panel.height - _EDGE, panel.measure)
    if plan.height > 1.005 * panel.height or not plan.fits:
        panel.lacking.append("all that the pages say")
    _draw_head(panel, plan)
    for row in plan.rows:
        _draw_name(panel, row)
        for answered, found in itertools.groupby(zip(plan.lefts, row.cells, strict=True), key=lambda c: bool(c[1])):
            cells = list(found)
            if answered:
                for left, cell in cells:
                    _draw_tile(panel, cell, (left, row.top, plan.wide, row.height))
            else:
                box = (cells[0][0], row.top, cells[-1][0] + plan.wide - cells[0][0], row.height)
                _draw_gap(panel, box, silent, min(plan.points, panel.points))


def _draw_head(panel: Panel, plan: _Plan) -> None:
    """Write the names of columns, and above those side by side what they are about, on a line as wide as they are."""
    em, small, top = panel.em, small_type(), 0.0
    if any(name for name, _ in plan.groups):
        y, columns = Measure.height(1, small) + 0.1 * em, iter(plan.lefts)
        for name, many in plan.groups:
            left, *others = itertools.islice(columns, many)
            right = (others[-1] if others else left) + plan.wide
            lane.write(panel, left, 0, name, small, colour=panel.colours.muted)
            panel.ax.plot([left, right], [y, y], color=panel.colours.outline, lw=panel.line, gid="rule", clip_on=False)
        top = Measure.height(1, small) + 0.35 * em
    for left, name in zip(plan.lefts, plan.names, strict=True):
        lane.write(panel, left, top, name, panel.points, weight="bold")


def _draw_name(panel: Panel, row: _Row) -> None:
    """Write the name of a row halfway down it, and below it its note, or its mark and what the mark means."""
    em, small = panel.em, small_type()
    y = row.top + (row.height - row.words) / 2
    for line in row.lines:
        lane.write(panel, 0, y, line, panel.points, weight="bold")
        y += Measure.height(1, panel.points)
    if row.note:
        lane.write(panel, 0, y, row.note, small, colour=panel.colours.muted)
    if row.mark:
        wide, tall, free = (share * em for share in _MARK)
        y += Measure.height(bool(row.note), small) + (_ABOVE - 1) * Measure.height(1, small)
        draw_glyph(panel, row.mark, Box(0, y + (Measure.height(1, small) - tall) / 2, wide, tall))
        lane.write(panel, wide + free, y, row.mark, small)


def _draw_gap(panel: Panel, box: tuple[float, float, float, float], silent: str, points: float) -> None:
    """Draw an outline where a page, or some side by side, say nothing."""
    left, top, wide, tall = box
    lane.rounded(panel, box, gid="empty", face=panel.colours.paper, edge=panel.colours.outline, broken=True)
    y = top + (tall - Measure.height(1, points)) / 2
    lane.write(panel, left + wide / 2, y, silent, points, colour=panel.colours.muted, ha="center")


def _draw_tile(panel: Panel, cell: list[Statement], box: tuple[float, float, float, float]) -> None:
    """Draw a tile with what a page says, a hairline between two statements."""
    em, look = panel.em, panel.colours
    left, top, wide, tall = box
    lane.rounded(panel, box, gid="position", face=look.rough, edge=look.accent)
    x, y = left + _SIDE * em, top + (tall - _deep(cell, em)) / 2
    for number, statement in enumerate(cell):
        if number:
            middle = y + _PARTED * em / 2
            ends = [x, left + wide - _SIDE * em]
            panel.ax.plot(ends, [middle, middle], color=look.muted, lw=0.6 * panel.line, gid="rule")
            y += _PARTED * em
        lane.draw_statement(panel, statement, x, y)
        y += statement.height
