"""A table as it stands in a file, cell by cell as text, and what its header is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from her2viz.errors import DataError
from her2viz.own.columns import OWN_SITES

__all__ = ["ABOVE", "MOST_ROWS", "Cells", "clean", "column_name", "filled", "is_header", "known", "two_tables"]

MOST_ROWS = 1_000
#: The header is looked for in so many rows.
ABOVE = 20
#: A row of more cells than this is no header: a file of a megabyte may have half a million in one line.
_MOST_NAMES = 1_000
_COLUMNS = frozenset(column.name for column in OWN_SITES.columns)


class Cells(NamedTuple):
    """A table as text: its header, its rows that are not blank, each with its number, and how it was read."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    read_as: tuple[str, ...] = ()


def clean(cell: str) -> str:
    """Return a cell as it is printed: letters composed, spaces around it gone, several spaces as one.

    Line breaks and other control characters stay, to be refused.

    Examples
    --------
    >>> clean("  Lymph  nodes ")
    'Lymph nodes'
    """
    return re.sub(r"[^\S\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", unicodedata.normalize("NFC", cell)).strip(" ")


def column_name(written: str) -> str:
    """Return the name of the column that a header means, or the header as it is where it is none of ours.

    Examples
    --------
    >>> column_name("Frequency pct"), column_name("SITES-OVERLAP"), column_name("Region 2")
    ('frequency_pct', 'sites_overlap', 'Region 2')
    """
    name = clean(written)
    folded = re.sub(r"[ ._-]+", "_", name.casefold()).strip("_")
    return folded if folded in _COLUMNS else name


def known(header: Sequence[str]) -> set[str]:
    """Return which of our columns a header names."""
    return {column_name(name) for name in header[:_MOST_NAMES] if name.strip()} & _COLUMNS


def is_header(names: set[str]) -> bool:
    """Whether these of our columns are enough for a header: whose name a figure prints, of whom, and from where."""
    return {"population", "source"} <= names and bool(names & {"site", "label"})


def filled(row: Sequence[str]) -> int:
    """Return how many cells a row has up to its last that is not empty."""
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def two_tables(name: str, first: int, second: int) -> DataError:
    """Make the error for a file where what stands above the header is a table itself."""
    return DataError(
        f"{name} seems to hold two tables, with headers in row {first} and row {second}; save each by itself."
    )
