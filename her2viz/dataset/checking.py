"""What is wrong with a table, in words: the failures of its pandera model by row and column."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table
from her2viz.errors import did_you_mean

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

__all__ = ["model", "problems"]


@cache
def model(entry: Table) -> pa.DataFrameSchema:
    """Make the pandera model of a table, for a frame of raw text cells (an empty cell is missing).

    Cells are checked as they stand in the file, before any conversion, so that a failure can show what was written.
    """
    import pandera.pandas as pa

    def one(c: Column) -> pa.Column:
        checks = []
        if c.wrong:
            checks.append(pa.Check(lambda s, wrong=c.wrong: s.map(lambda t: not wrong(t)), error="wrong"))
        else:
            if c.allowed:
                checks.append(pa.Check.isin(list(c.allowed), error="allowed"))
            if c.kind in (WHOLE, NUMBER):
                checks.append(pa.Check(lambda s, c=c: s.map(lambda t: _is_number(t, c)), error="number"))
            if c.kind == YES_NO:
                checks.append(pa.Check.isin(["True", "False"], error="yes_no"))
            if c.kind == TEXT:
                checks.append(pa.Check(lambda s: s == s.str.strip(), error="spaces"))
        return pa.Column(str, checks, nullable=c.empty, unique=c.unique, description=c.description)

    return pa.DataFrameSchema({c.name: one(c) for c in entry.columns}, strict=True, ordered=True, name=entry.name)


def _is_number(text: str, column: Column) -> bool:
    try:
        number = int(text) if column.kind == WHOLE else float(text)
    except ValueError:
        return False
    low, high = column.low, column.high
    return (low is None or number >= low) and (high is None or number <= high)


def problems(entry: Table, raw: pd.DataFrame, place: Callable[[int], str] | None = None) -> list[str]:
    """List what is wrong with a table, a line a problem, naming file, row (as in a spreadsheet) and column.

    Parameters
    ----------
    entry : Table
        The table that it should be.
    raw : pandas.DataFrame
        Its cells as text, with missing values for empty cells: ``read_csv(..., dtype=str)``.
    place : callable, optional
        From a row's label in ``raw`` to its name in the message; file and row of the spreadsheet where None.
    """
    import pandera.errors

    try:
        model(entry).validate(raw, lazy=True)
    except pandera.errors.SchemaErrors as error:
        columns = {c.name: c for c in entry.columns}
        named = place or (lambda index: f"{entry.file}, row {index + 2}")
        cases = error.failure_cases.astype(object).to_dict("records")
        return [_in_words(entry, columns, case, named) for case in cases]
    return []


def _in_words(entry: Table, columns: dict[str, Column], case: dict[Any, Any], place: Callable[[int], str]) -> str:
    check, given = case["check"], case["failure_case"]
    column = columns.get(case["column"])
    if column is None or case["index"] is None:
        what = {"column_in_dataframe": "is missing", "column_in_schema": "is not a column of this table"}
        return f"{entry.file}, column {given}: {what.get(check, 'stands in the wrong place')}"
    where = f"{place(int(case['index']))}, column {column.name}"
    if check == "not_nullable":
        return f"{where}: is empty; it must be filled"
    if check == "field_uniqueness":
        return f"{where}: {given!r} stands twice; it must be unique"
    if check == "wrong" and column.wrong:
        return f"{where}: {_short(given)} {column.wrong(given)}"
    if check == "spaces":
        return f"{where}: {given!r} starts or ends with a space"
    if check == "allowed":
        return f"{where}: {given!r} is not in the vocabulary.{did_you_mean(given, column.allowed)}"
    if check == "yes_no":
        return f"{where}: {given!r} must be True or False"
    span = f" from {column.low:g}" if column.low is not None else ""
    span += f" to {column.high:g}" if column.high is not None else ""
    return f"{where}: {given!r} must be a {column.kind}{span}"


def _short(given: str) -> str:
    """Quote a cell, cut where it is long, so that it can't break the message."""
    return repr(given) if len(given) <= 60 else f"{given[:57]!r}..."
