"""What is wrong with the cells of a table, each problem by row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table
from her2viz.errors import did_you_mean

__all__ = ["EMPTY", "Problem", "problems"]

#: What is said of an empty cell that must not be empty.
EMPTY = "is empty; it must be filled"


class Problem(NamedTuple):
    """What is wrong, in words, and the row and the column where it is; None where it is not in one of them."""

    row: int | None
    column: str | None
    text: str


def problems(entry: Table, cells: Mapping[str, Sequence[str]], rows: Sequence[int]) -> Iterator[Problem]:
    """Find what is wrong with each cell by the rules of its column; a column that is missing is passed over.

    Parameters
    ----------
    entry : Table
        The table that it should be.
    cells : mapping
        From the name of a column to its cells as they are written, "" for an empty one.
    rows : sequence of int
        The number of each row.

    Examples
    --------
    >>> from her2viz.dataset import schema
    >>> list(problems(schema.table("sites"), {"site": ["bone", "boen"]}, [2, 3]))
    [Problem(row=3, column='site', text="'boen' is not in the vocabulary. Did you mean 'bone'?")]
    """
    for column in entry.in_file:
        written = cells.get(column.name, ())
        times = Counter(written)
        for row, cell in zip(rows, written, strict=False):
            if column.unique and cell and times[cell] > 1:
                yield Problem(row, column.name, f"{cell!r} stands twice; it must be unique")
            wrong = _wrong(column, cell)
            if wrong:
                yield Problem(row, column.name, wrong)


def _wrong(column: Column, cell: str) -> str:
    """Say what is wrong with a cell by itself, or ""."""
    if not cell:
        return "" if column.empty else EMPTY
    if column.wrong:
        wrong = column.wrong(cell)
        return f"{_short(cell)} {wrong}" if wrong else ""
    if column.allowed and cell not in column.allowed:
        return f"{cell!r} is not in the vocabulary.{did_you_mean(cell, column.allowed)}"
    if column.kind == YES_NO and cell not in ("True", "False"):
        return f"{cell!r} must be True or False"
    if column.kind == TEXT and cell != cell.strip():
        return f"{cell!r} starts or ends with a space"
    if column.kind in (WHOLE, NUMBER) and not _is_number(cell, column):
        low = f" from {column.low:g}" if column.low is not None else ""
        high = f" to {column.high:g}" if column.high is not None else ""
        return f"{cell!r} must be a {column.kind}{low}{high}"
    return ""


def _is_number(cell: str, column: Column) -> bool:
    try:
        number = int(cell) if column.kind == WHOLE else float(cell)
    except ValueError:
        return False
    low, high = column.low, column.high
    return (low is None or number >= low) and (high is None or number <= high)


def _short(cell: str) -> str:
    """Quote a cell, cut where it is long, so that it can't break the message."""
    return repr(cell) if len(cell) <= 60 else f"{cell[:57]!r}..."
