"""The frame that a chart is given, checked for what every chart needs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz.errors import DataError

__all__ = ["needed_columns"]


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
