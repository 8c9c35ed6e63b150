"""Where everything in a matrix of claims stands: type as large, and rows as loose, as there is room for."""

from __future__ import annotations

import math
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd

from her2viz.charts.typesetting import Measure, small_type

__all__ = ["DISC", "DOT", "Column", "Plan", "Row", "fit"]

# in type sizes
_LEAD, _TIGHT_LEAD = 1.28, 1.12
_PAD, _TIGHT_PAD, _WIDE_PAD = 0.5, 0.1, 1.1
_GAP = 0.55
DOT, DISC = 0.4, 0.62


class Column(NamedTuple):
    """A column: its words, and where it stands."""

    name: str
    lines: list[str]
    notes: list[str]
    group: str
    left: float
    width: float

    @property
    def middle(self) -> float:
        """Where its marks stand."""
        return self.left + self.width / 2


class Row(NamedTuple):
    """A row: its words, where it stands and its cells."""

    group: str
    lines: list[str]
    top: float
    height: float
    cells: dict[str, tuple[str, str]]  # by column: mark and words


class Plan(NamedTuple):
    """Where everything stands, in points from the top left."""

    points: float
    lead: float  # from one line of type to the next
    columns: list[Column]
    heads: dict[str, list[str]]  # lines of the words above several columns
    rows: list[Row]
    groups: dict[str, list[str]]  # lines of the words that name a group of rows
    group_head: list[str]
    label: float  # where the rows' words start
    head: float  # height above the first row
    width: float
    height: float


def fit(cells: pd.DataFrame, width: float, height: float, measure: Measure) -> Plan:
    """Take the larger type where no label breaks in it, else the smaller; set it as loose as there is room."""
    large = float(mpl.rcParams["font.size"])
    small = min(small_type(), large)
    for points, lead, pad in ((large, _LEAD, _PAD), (small, _LEAD, _PAD), (small, _TIGHT_LEAD, _TIGHT_PAD)):
        plan = _plan(cells, width, measure, points, lead, pad)
        lines = [*plan.groups.values(), *(row.lines for row in plan.rows), *(c.lines for c in plan.columns)]
        whole = all(len(label) == 1 for label in lines)
        if plan.height <= 1.01 * height and (whole or points == small):
            break
    spare = (height - plan.height) / (plan.points * len(plan.rows))
    if not 0 < spare < math.inf:
        return plan
    return _plan(cells, width, measure, points, lead, pad + min(spare, _WIDE_PAD - pad))


def _plan(cells: pd.DataFrame, width: float, measure: Measure, points: float, lead: float, pad: float) -> Plan:
    def wide(text: str, weight: str = "normal") -> float:
        return measure.width(text, points, weight) * 72

    def lines(text: str, room: float, weight: str = "normal") -> list[str]:
        return measure.lines(text, room / 72, points, weight)

    gap = _GAP * points
    weight = "normal" if cells["column_group"].any() else "bold"  # of the columns' labels
    heads = cells.drop_duplicates("column")
    labels = cells.drop_duplicates(["group", "row"])
    groups = [g for g in dict.fromkeys(cells["group"]) if g]
    word = {
        h.column: max(
            [2 * DISC * points]
            + [wide(part, weight) for part in h.column.split()]
            + [wide(part) for part in h.column_note.split()]
            + [wide(w) for w in set(cells.loc[(cells["column"] == h.column) & (cells["mark"] == "words"), "words"])]
        )
        for h in heads.itertuples()
    }
    whole = {
        h.column: max([word[h.column], wide(h.column, weight), *map(wide, _hard(h.column_note))])
        for h in heads.itertuples()
    }
    natural = max(wide(text) for text in labels["row"]) + gap
    start = 0.5 * gap
    if groups:
        longest = max(wide(part, "bold") for g in [*groups, cells["group_head"].iloc[0]] for part in g.split())
        ease = width - sum(max(word.values()) + gap for _ in word) - natural - 2 * gap
        group_room = max(longest, min(max(wide(g, "bold") for g in groups), ease))
        start = group_room + 1.6 * gap
    else:
        group_room = 0.0
    equal = dict.fromkeys(word, max(word.values()))
    tight = {name: max(2 * DISC * points, whole[name] - 0.3 * gap) for name in whole}  # they may reach into the gaps
    need = next((n for n in (whole, tight, equal) if start + natural + sum(n.values()) + gap * len(n) <= width), equal)
    taken = start + sum(need.values()) + gap * len(need)
    label_room = min(natural, width - taken)
    spare = max(0.0, width - taken - label_room) / len(need)
    left, columns = start + label_room, []
    for h in heads.itertuples():
        room = need[h.column] + gap + spare
        inner = room - gap
        notes = [line for part in h.column_note.splitlines() for line in lines(part, inner)]
        columns.append(
            Column(h.column, lines(h.column, inner + 0.3 * gap + 0.5, weight), notes, h.column_group, left, room)
        )
        left += room
    if any(len(c.lines) > 1 for c in columns):  # then every label breaks where it can
        widest = {c.name: max(wide(part, weight) for part in c.name.split()) for c in columns}
        columns = [c._replace(lines=lines(c.name, widest[c.name] + 0.5, weight)) for c in columns]
    over = {}
    for name in dict.fromkeys(c.group for c in columns if c.group):
        span = sum(c.width for c in columns if c.group == name)
        over[name] = lines(name, span - gap)
    step = lead * points
    head = step * (
        max((len(v) for v in over.values()), default=0)
        + max(len(c.lines) for c in columns)
        + max(len(c.notes) for c in columns)
    )
    head += points * (0.3 + (0.2 if over else 0))
    title = lines(cells["group_head"].iloc[0], group_room) if groups else []
    names = {g: lines(g, group_room + 0.5, "bold") for g in groups}

    rows, top = [], head
    for r in labels.itertuples():
        text = lines(r.row, label_room - gap + 0.5)
        mine = cells[(cells["row"] == r.row) & (cells["group"] == r.group)]
        size = max(len(text) * step, points * 1.1) + pad * points
        found = {c.column: (c.mark, c.words) for c in mine.itertuples()}
        rows.append(Row(r.group, text, top, size, found))
        top += size
        last = rows[-1]
        if r.group and r.Index == labels.index[labels["group"] == r.group][-1]:  # a long name lengthens its group
            begun = next(row.top for row in rows if row.group == r.group)
            short = len(names[r.group]) * step + pad * points - (top - begun)
            if short > 0:
                rows[-1] = last._replace(height=last.height + short)
                top += short
    return Plan(points, step, columns, over, rows, names, title, start, head, width, top)


def _hard(note: str) -> list[str]:
    """Return the lines of a note that has line breaks of its own; others may be broken anywhere."""
    lines = note.splitlines()
    return lines if len(lines) > 1 else []
