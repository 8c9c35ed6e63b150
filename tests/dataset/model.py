"""The tables' rules as pandera applies them, independently of the package's own checks."""

from functools import cache

import pandera.pandas as pa

from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO


@cache
def model(entry):
    """Make the pandera model of a table, for a frame of raw text cells (an empty cell is missing)."""
    columns = {column.name: _column(column) for column in entry.in_file}
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name=entry.name)


def _column(column):
    checks = []
    if column.allowed:
        checks.append(pa.Check.isin(list(column.allowed)))
    if column.kind == YES_NO:
        checks.append(pa.Check.isin(["True", "False"]))
    if column.kind == TEXT:
        checks.append(pa.Check(lambda cells: cells == cells.str.strip()))
    if column.kind in (WHOLE, NUMBER):
        checks.append(pa.Check(lambda cells: cells.map(lambda cell: _is_number(cell, column))))
    return pa.Column(None, checks, nullable=column.empty, unique=column.unique)


def _is_number(cell, column):
    try:
        number = {WHOLE: int, NUMBER: float}[column.kind](cell)
    except ValueError:
        return False
    return (column.low is None or column.low <= number) and (column.high is None or number <= column.high)
