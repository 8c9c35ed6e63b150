"""Where everything in a grid of claims stands: the words as large, and the rows as tall, as there is room for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd

from her2viz.charts.anatomy.drawing import SITES
from her2viz.charts.claims.glyphs import FOLD, Box
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["LEAD", "Column", "Plan", "Row", "balanced", "fit", "glyph_height"]

#: From one line of type to the next, in type sizes.
LEAD = 1.16
# in sizes of label type
_GAP = 0.95  # between two columns
_BETWEEN = 0.42  # between two rows
_PAD = 0.34  # in a tile, above and below its words
_SIDE = 0.3  # in a tile, beside its words
_SHEET = 0.28  # of a sheet, around its tiles
_MORE = 0.5  # how much taller a strong row is than others
_EASE = 0.5  # more height for a row where height is free
_LABELS = 0.27  # of the width, at most, for the words of the rows


def glyph_height(glyph: str) -> float:
    """Return the height of a glyph beside the words of a column, in type sizes."""
    return (2.9 if glyph in SITES else 2.2) if glyph else 0.0


class Column(NamedTuple):
    """A column: its words, and where it stands."""

    name: str
    lines: list[str]
    notes: list[str]
    glyph: str
    sheet: str
    left: float
    width: float


class Row(NamedTuple):
    """A row: its words, where it stands, the mark and the lines of each column's cell, and what empty ones say."""

    name: str
    lines: list[str]
    notes: list[str]
    strong: bool
    top: float
    height: float
    cells: dict[str, tuple[str, list[str]]]
    gaps: dict[str, str]


class Plan(NamedTuple):
    """Where everything stands, in inches from the top left, and the type of the cells in points."""

    points: float
    weight: str
    columns: list[Column]
    rows: list[Row]
    head: float  # the height above the first row
    width: float
    height: float
    fits: bool  # whether no word is wider than its place

    def tile(self, row: Row, column: Column) -> Box:
        """Return the place of a cell's tile."""
        return Box(column.left, row.top, column.width, row.height)

    def sheets(self, em: float) -> list[Box]:
        """Return the places of the sheets of paper that lie under columns."""
        places = []
        for name in dict.fromkeys(column.sheet for column in self.columns if column.sheet):
            mine = [column for column in self.columns if column.sheet == name]
            left, right = mine[0].left - _SHEET * em, mine[-1].left + mine[-1].width + _SHEET * em
            places.append(Box(left, 0.0, right - left, self.height))
        return places


def fit(cells: pd.DataFrame, width: float, height: float, measure: Measure) -> Plan:
    """Take the largest type of the cells for which there is room, and give the rows what height is left."""
    label = float(mpl.rcParams["font.size"])
    small = min(small_type(), label)
    types = ((heading_type(), "bold", 1), (label, "normal", 1), (small, "normal", 1), (label, "normal", 3))
    each = list(cells.itertuples(index=False))
    for points, weight, most in (*types, (small, "normal", math.inf)):  # the lines of a tile, at most
        plan = _plan(each, width, measure, points, weight)
        deepest = max(len(lines) for row in plan.rows for _, lines in row.cells.values())
        if plan.fits and plan.height <= height and deepest <= most:
            break
    spare = height - plan.height
    if math.isinf(spare):  # as tall as each other, and at ease
        tallest = max(row.height for row in plan.rows)
        alike = sum(tallest * (1 + _MORE * row.strong) - row.height for row in plan.rows)
        spare = max(alike, _EASE * label / 72 * len(plan.rows))
    return _taller(plan, spare) if spare > 0 else plan


def balanced(measure: Measure, text: str, room: float, points: float, weight: str = "normal") -> list[str]:
    """Break a text into as few lines as it needs, and these about as long as each other."""
    lines = measure.lines(text, room, points, weight)
    for share in range(19, 8, -1):
        narrower = measure.lines(text, room * share / 20, points, weight)
        if len(narrower) > len(lines) or " ".join(narrower).split() != text.split():
            break
        lines = narrower
    return lines


def _taller(plan: Plan, spare: float) -> Plan:
    """Give the lowest rows more height until all are as tall, a strong one taller."""
    total = spare + sum(row.height for row in plan.rows)
    low, high = 0.0, total
    while high - low > 1e-4:
        level = (low + high) / 2
        taken = sum(max(row.height, level * (1 + _MORE * row.strong)) for row in plan.rows)
        low, high = (level, high) if taken <= total else (low, level)
    rows, down = [], 0.0
    for row in plan.rows:
        tall = max(row.height, low * (1 + _MORE * row.strong))
        rows.append(row._replace(top=row.top + down, height=tall))
        down += tall - row.height
    return plan._replace(rows=rows, height=plan.height + down)


def _plan(cells: list[Any], width: float, measure: Measure, points: float, weight: str) -> Plan:
    label = float(mpl.rcParams["font.size"])
    small, em = min(small_type(), label), label / 72

    def lines(text: str, room: float, size: float, how: str = "normal") -> list[str]:
        return balanced(measure, text, room, size, how)

    def longest(texts: Iterable[str], size: float, how: str = "normal") -> float:
        return max((measure.width(word, size, how) for text in texts for word in text.split()), default=0.0)

    in_column: dict[str, list[Any]] = {}
    in_row: dict[str, list[Any]] = {}
    for cell in cells:
        in_column.setdefault(cell.column, []).append(cell)
        in_row.setdefault(cell.row, []).append(cell)
    heads, sides = ([found[0] for found in names.values()] for names in (in_column, in_row))
    natural = max(measure.width(name, label, "bold") for name in in_row)
    least = max(longest(in_row, label, "bold"), longest([side.row_note for side in sides], small))
    room = max(least, min(natural, _LABELS * width)) + 0.01
    start = room + _GAP * em
    sheets = any(head.sheet for head in heads)
    edge = _SHEET * em if sheets else 0.02
    pitch = (width - edge + _GAP * em - start) / len(heads)
    wide = pitch - _GAP * em
    inner = wide - 2 * _SIDE * em
    corners = {head.column: 2 * (FOLD - _SHEET) * em * bool(head.sheet) for head in heads}  # kept free
    columns = [
        Column(
            head.column,
            lines(head.column, wide - corners[head.column], label, "bold"),
            lines(head.column_note, wide, small),
            head.column_glyph,
            head.sheet,
            start + n * pitch,
            wide,
        )
        for n, head in enumerate(heads)
    ]
    head_lines = max(len(c.lines) for c in columns) * label + max(len(c.notes) for c in columns) * small
    head = max(LEAD * head_lines / 72, *(glyph_height(head.column_glyph) * em for head in heads))
    head = top = head + (0.7 if sheets else 0.4) * em
    rows = []
    for side, mine in zip(sides, in_row.values(), strict=True):
        found = {c.column: (c.mark, lines(c.words, inner, points, weight)) for c in mine}
        text, notes = lines(side.row, room, label, "bold"), lines(side.row_note, room, small)
        words = max(len(drawn) for _, drawn in found.values()) * LEAD * points / 72 + 2 * _PAD * em
        beside = LEAD * (len(text) * label + len(notes) * small) / 72
        gaps = {c.column: c.gap_words for c in mine if c.mark == "empty" and c.gap_words}
        deepest = max((text.count("\n") for text in gaps.values()), default=0)
        empty = LEAD * (min(points, label) + deepest * small) / 72 + _PAD * em if deepest else 0.0
        tall = max(words, beside, empty, 1.6 * em)
        rows.append(Row(side.row, text, notes, side.strong, top, tall, found, gaps))
        top += tall + _BETWEEN * em
    fits = inner >= longest([cell.words for cell in cells], points, weight) and all(
        wide - corners[head.column] >= max(longest([head.column], label, "bold"), longest([head.column_note], small))
        for head in heads
    )
    bottom = top - _BETWEEN * em + (_SHEET * em if sheets else 0.02)
    return Plan(points, weight, columns, rows, head, width, bottom, fits)
