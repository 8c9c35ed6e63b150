"""From a file of someone's own to our columns as text, or one error that says what kind of file it is instead."""

from __future__ import annotations

import os
from pathlib import Path

from her2viz.errors import DataError, brief
from her2viz.own.columns import OWN_SITES
from her2viz.own.delimiters import split
from her2viz.own.headers import Named, named, shaped
from her2viz.own.opening import start_of
from her2viz.own.spreadsheet import is_archive, sheet_cells
from her2viz.own.text import decoded

__all__ = ["read_columns"]


def read_columns(path: str | os.PathLike[str]) -> Named:
    """Read a table: text in which a sign parts the columns, or the first sheet of a spreadsheet.

    Parameters
    ----------
    path : str or path
        The file.

    Raises
    ------
    DataError
        If there is no such file, it holds no table, it can be read in two ways, or it is far too long.
    """
    try:
        file = Path(path)
        name = repr(str(file))
    except TypeError:
        raise DataError(f"The file must be named by a path such as 'mine.csv'; got {brief(path)}.") from None
    raw = start_of(file)
    if is_archive(raw):
        return named(shaped(name, sheet_cells(name, raw)))
    text, encoding = decoded(name, raw)
    if not text.strip():
        columns = ", ".join(column.name for column in OWN_SITES.columns)
        raise DataError(f"{name} is empty. It needs a header with the columns {columns}, and rows.")
    cells = split(name, text)
    return named(shaped(name, cells._replace(read_as=(*encoding, *cells.read_as))))
