"""What is wrong with a table, in words: the failures of its pandera model by row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from her2viz.errors import did_you_mean
from her2viz.schema import Column, Table, model

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["problems"]


def problems(entry: Table, raw: pd.DataFrame) -> list[str]:
    """List what is wrong with a table, a line a problem, naming file, row (as in a spreadsheet) and column.

    Parameters
    ----------
    entry : Table
        The table that it should be.
    raw : pandas.DataFrame
        Its cells as text, with missing values for empty cells: ``read_csv(..., dtype=str)``.
    """
    import pandera.errors

    try:
        model(entry).validate(raw, lazy=True)
    except pandera.errors.SchemaErrors as error:
        columns = {c.name: c for c in entry.columns}
        return [_in_words(entry, columns, case) for case in error.failure_cases.astype(object).to_dict("records")]
    return []


def _in_words(entry: Table, columns: dict[str, Column], case: dict[Any, Any]) -> str:
    check, given = case["check"], case["failure_case"]
    column = columns.get(case["column"])
    if column is None or case["index"] is None:
        what = {"column_in_dataframe": "is missing", "column_in_schema": "is not a column of this table"}
        return f"{entry.file}, column {given}: {what.get(check, 'stands in the wrong place')}"
    where = f"{entry.file}, row {int(case['index']) + 2}, column {column.name}"
    if check == "not_nullable":
        return f"{where}: is empty; it must be filled"
    if check == "field_uniqueness":
        return f"{where}: {given!r} stands twice; it must be unique"
    if check == "spaces":
        return f"{where}: {given!r} starts or ends with a space"
    if check == "allowed":
        return f"{where}: {given!r} is not in the vocabulary.{did_you_mean(given, column.allowed)}"
    if check == "yes_no":
        return f"{where}: {given!r} must be True or False"
    span = f" from {column.low:g}" if column.low is not None else ""
    span += f" to {column.high:g}" if column.high is not None else ""
    return f"{where}: {given!r} must be a {column.kind}{span}"
