"""What tables for people are made of: cells from the rows of a frame, and columns of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_studies
from her2viz.dataset.said import in_full
from her2viz.words.citing import documents

__all__ = [
    "Columns",
    "DataTable",
    "Matrix",
    "cell_text",
    "column",
    "document",
    "group_of",
    "interval_words",
    "of_100",
    "other_speaker",
    "place",
    "rough_beside",
    "study_name",
]


class DataTable(NamedTuple):
    """A table of text cells; the first ``heads`` columns name the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heads: int = 1


Cell = Callable[[Any], str]


def cell_text(value: object) -> str:
    """Write a value as text, a missing one as nothing, a whole number without a point."""
    if value is None or value is pd.NA or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else " ".join(str(value).split())


def column(*names: str) -> Cell:
    """Return what makes a cell: the first of these columns that holds something."""
    return lambda row: next(filter(None, (cell_text(getattr(row, name, None)) for name in names)), "")


def of_100(row: Any) -> str:
    """Write the rough figure of a site with its hedge; where there is none, say so."""
    qualifier = cell_text(row.qualifier)
    if not cell_text(row.frequency_pct):
        return f"named, no figure (\u201c{qualifier}\u201d)" if qualifier else "named, no figure"
    return phrases.hedged(qualifier, float(row.frequency_pct))


def interval_words(row: Any) -> str:
    """Write an interval with one decimal, as on the page; nothing where none may be computed."""
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    return "" if pd.isna(low) or pd.isna(high) else f"{low:.1f} to {high:.1f}"


def document(row: Any) -> str:
    """Name the document of a row; nothing where there is none."""
    name = cell_text(getattr(row, "source_id", None))
    return str(documents()["short_name"][name]) if name else ""


def group_of(row: Any) -> str:
    """Say in full whom a claim is about."""
    return str(in_full(getattr(row, "population", None), getattr(row, "context", None)))


def place(row: Any) -> str:
    """Say where a row stands: the document, its section and line; or the source in the user's own words."""
    name = document(row)
    if not name:
        return column("source")(row)
    section, line = column("section")(row), column("line")(row)
    return f"{name}, \u201c{section}\u201d, line {line}" if line else name


def study_name(row: Any) -> str:
    """Name the study of a row; the document where it has none."""
    study = cell_text(row.study_id)
    return str(load_studies().set_index("study_id").loc[study, "short_name"]) if study else place(row)


def rough_beside(row: Any) -> str:
    """Write the rough figure that a study's figure stands beside, with its group and its document."""
    if not cell_text(getattr(row, "rough_pct", None)):
        return ""
    figure = phrases.in_100(cell_text(row.qualifier), float(row.rough_pct))
    return f"{figure} {cell_text(row.rough_population)} ({document(row)})"


def other_speaker(row: Any) -> str:
    """Say who speaks, where it is not the page itself."""
    speaker = column("speaker")(row)
    return "" if speaker == "document" else speaker


class Columns:
    """A table with a row a row of the frame: the heading of each column, and what makes a cell of it.

    Columns without any content are left out.
    """

    def __init__(self, *columns: tuple[str, Cell]) -> None:
        self._columns = columns

    def __call__(self, frame: pd.DataFrame) -> DataTable:
        """Write a frame as a table for people."""
        rows = [tuple(cell(row) for _, cell in self._columns) for row in frame.itertuples()]
        kept = [n for n in range(len(self._columns)) if any(cells[n] for cells in rows)]
        heads = tuple(self._columns[n][0] for n in kept)
        return DataTable(heads, tuple(tuple(cells[n] for n in kept) for cells in rows))


class Matrix:
    """A table as drawn, a row a claim and a column a page, groups of rows in a column of their own.

    Parameters
    ----------
    heading : str
        The heading of its rows.
    cells : dict
        What a mark of a cell means; the words of the cell where a mark is not in it.
    """

    def __init__(self, heading: str, cells: dict[str, Cell]) -> None:
        self._heading, self._cells = heading, cells

    def __call__(self, frame: pd.DataFrame) -> DataTable:
        """Write a frame of cells as a table for people."""
        columns = list(dict.fromkeys(frame["column"]))
        grouped = "group" in frame.columns
        lines: dict[tuple[str, ...], dict[str, str]] = {}
        for cell in frame.itertuples():
            names = (cell_text(cell.group), cell_text(cell.row)) if grouped else (cell_text(cell.row),)
            lines.setdefault(names, {})[cell.column] = self._cells.get(cell.mark, column("words"))(cell)
        head = next(iter(frame["group_head"])) if "group_head" in frame.columns else "Subtype"
        return DataTable(
            (*((head,) if grouped else ()), self._heading, *(column[:1].upper() + column[1:] for column in columns)),
            tuple((*names, *(cells.get(column, "") for column in columns)) for names, cells in lines.items()),
            heads=2 if grouped else 1,
        )
