"""The frame that a chart is given, checked for what every chart needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from numbers import Real

import pandas as pd

from her2viz.errors import DataError
from her2viz.own.cells import unprintable

__all__ = ["needed_columns", "number_of", "unwritable"]

#: In characters: longer words fit on no Axes, and to measure them takes seconds.
_LONGEST = 200


def needed_columns(data: object, needed: Sequence[str], *, such_as: str = "", advice: str = "") -> pd.DataFrame:
    """Return a frame that has rows and the columns needed.

    Parameters
    ----------
    data : object
        What a chart was given.
    needed : sequence of str
        The names of the columns.
    such_as, advice : str
        What makes such a frame, and a sentence on how to mend one.

    Raises
    ------
    DataError
        If it is no frame, lacks a column, or has no row.

    Examples
    --------
    >>> needed_columns(pd.DataFrame({"site": ["bone"]}), ["site", "label"])
    Traceback (most recent call last):
    her2viz.errors.DataError: data must have the columns site, label; missing: label.
    """
    if not isinstance(data, pd.DataFrame):
        like = f" {such_as}" if such_as else ""
        raise DataError(f"data must be a pandas DataFrame{like}; got {type(data).__name__}.")
    more = f" {advice}" if advice else ""
    if missing := [name for name in needed if name not in data.columns]:
        raise DataError(f"data must have the columns {', '.join(needed)}; missing: {', '.join(missing)}.{more}")
    if data.empty:
        raise DataError(f"data has no row, so there is nothing to draw.{more}")
    return data


def number_of(cell: object) -> float:
    """Return a number, written as one or as text; NaN where a cell is none, such as a list or a truth value.

    Examples
    --------
    >>> number_of("12.5"), number_of([70]), number_of(True)
    (12.5, nan, nan)
    """
    found = pd.to_numeric(cell, errors="coerce") if isinstance(cell, str | Real) else cell
    try:
        return float(found) if isinstance(found, Real) and not isinstance(cell, bool) else float("nan")
    except OverflowError:
        return float("inf")


def unwritable(rows: pd.DataFrame, columns: Sequence[str]) -> Iterator[str]:
    r"""Say which words of some columns can't be written on an Axes.

    Examples
    --------
    >>> list(unwritable(pd.DataFrame({"label": ["Bone", "Eye\n"]}), ["label"]))
    ['row 1, column label: holds a line break; write it on one line']
    """
    for name in columns:
        for index, cell in rows[name].items() if name in rows else ():
            if isinstance(cell, str) and len(cell) > _LONGEST:
                yield f"row {index}, column {name}: has {len(cell)} characters; a chart has room for {_LONGEST}"
            elif isinstance(cell, str) and (wrong := unprintable(cell)):
                yield f"row {index}, column {name}: {wrong}"
