"""What a column and a table are, in the words of the data dictionary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["CATEGORY", "NUMBER", "TEXT", "WHOLE", "YES_NO", "Column", "Table", "choice"]

TEXT, CATEGORY, WHOLE, NUMBER, YES_NO = "text", "category", "whole number", "number", "yes or no"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Its name, units included.
    kind : str
        "text", "category", "whole number", "number" or "yes or no".
    description : str
        What a cell says, for the data dictionary.
    empty : bool
        Whether a cell may be empty: the document, or the study, gives none.
    allowed : tuple of str
        The values a cell may hold, in display order; empty for any.
    low, high : float, optional
        The range of a number, ends included.
    unique : bool
        Whether no two rows may hold the same value.
    refers_to : str
        "table.column" whose values these are.
    wrong : callable, optional
        From a cell as written to what is wrong with it, in words, or to ""; for tables that people write themselves.
    as_written : str
        The column of numbers whose text, as it stands in the file, this one repeats; the file has no such column.
    """

    name: str
    kind: str
    description: str
    empty: bool = False
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unique: bool = False
    refers_to: str = ""
    wrong: Callable[[str], str] | None = None
    as_written: str = ""


def choice(name: str, description: str, allowed: tuple[str, ...], **more: Any) -> Column:
    """Return a column that holds one of some terms, in their order."""
    return Column(name, CATEGORY, description, allowed=allowed, **more)


@dataclass(frozen=True)
class Table:
    """One table: its name, its file in ``data/``, what a row is, and its columns in file order."""

    name: str
    file: str
    row: str
    holds: str
    caveat_kind: str
    columns: tuple[Column, ...]

    @property
    def in_file(self) -> tuple[Column, ...]:
        """The columns that its file has, in their order."""
        return tuple(column for column in self.columns if not column.as_written)
