"""The types that columns have in pandas: the same frame whatever version, options and storage pandas has."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.dataset.columns import CATEGORY, NUMBER, WHOLE, YES_NO, Column

__all__ = ["TEXT_DTYPE", "dtype"]


def _text() -> Any:
    """Return the type of text: what pandas 3 calls str, which an option or pyarrow would change if it were not named.

    Before pandas 2.3 it is object. Either way a missing cell is nan: no cell ever turns into a word such as "None".
    """
    try:
        return pd.StringDtype("python", na_value=float("nan"))
    except TypeError:
        return object


TEXT_DTYPE = _text()
_NUMBERS = {WHOLE: "Int64", NUMBER: "Float64", YES_NO: "boolean"}


def dtype(column: Column) -> Any:
    """Return the type of a column: a category in display order, a nullable number, or text."""
    if column.kind == CATEGORY:
        return pd.CategoricalDtype(pd.Index(column.allowed, dtype=TEXT_DTYPE))
    return _NUMBERS.get(column.kind, TEXT_DTYPE)
