"""The types that columns have in pandas: the same frame whatever version, options and storage pandas has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import pandas as pd

from her2viz.dataset.columns import CATEGORY, NUMBER, TEXT, WHOLE, YES_NO, Column

__all__ = ["TEXT_DTYPE", "array", "dtype"]

_NAN = float("nan")


def _text() -> Any:
    """Return the type of text: what pandas 3 calls str, which an option or pyarrow would change if it were not named.

    Before pandas 2.3 it is object. Either way a missing cell is nan: no cell ever turns into a word such as "None".
    """
    try:
        return pd.StringDtype("python", na_value=_NAN)
    except TypeError:
        return object


TEXT_DTYPE = _text()
_NUMBERS = {WHOLE: "Int64", NUMBER: "Float64", YES_NO: "boolean"}
#: From a cell as it is written to its value.
_VALUES: dict[str, Callable[[str], object]] = {
    WHOLE: int,
    NUMBER: float,
    YES_NO: {"True": True, "False": False}.__getitem__,
}


def dtype(column: Column) -> Any:
    """Return the type of a column: a category in display order, a nullable number, or text."""
    if column.kind == CATEGORY:
        return _category(column.allowed)[0]
    return _NUMBERS.get(column.kind, TEXT_DTYPE)


@cache
def _category(allowed: tuple[str, ...]) -> tuple[Any, dict[str, int]]:
    """Return the type of a category and the code of each term, once for all columns that have these terms."""
    return pd.CategoricalDtype(pd.Index(allowed, dtype=TEXT_DTYPE)), {term: code for code, term in enumerate(allowed)}


def array(column: Column, cells: Sequence[str]) -> Any:
    """Return cells as they are written, "" for an empty one, as an array of the column's type, missing where empty.

    Examples
    --------
    >>> array(Column("line", WHOLE, "The line."), ["17", ""]).tolist()
    [17, <NA>]
    """
    if column.kind == CATEGORY:
        terms, codes = _category(column.allowed)
        return pd.Categorical.from_codes(list(map(codes.get, cells, repeat(-1))), dtype=terms, validate=False)
    if column.kind == TEXT:
        return pd.array([cell or _NAN for cell in cells], dtype=TEXT_DTYPE)
    value = _VALUES[column.kind]
    return pd.array([value(cell) if cell else None for cell in cells], dtype=_NUMBERS[column.kind])
