"""Figures of someone's own: read from a CSV file or taken from a frame, checked, every problem in one message."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from her2viz.dataset.checking import EMPTY, Problem, problems
from her2viz.dataset.columns import NUMBER, WHOLE, YES_NO, Column
from her2viz.dataset.dtypes import dtype
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError
from her2viz.own.across import across
from her2viz.own.columns import FURTHER, OWN_SITES, SEVERAL
from her2viz.own.counts import with_percentages
from her2viz.own.grid import clean
from her2viz.own.headers import missing, why
from her2viz.own.reading import read_columns
from her2viz.own.spellings import spelled

__all__ = ["own_rows", "read_sites"]

MOST_ROWS = 20
_LISTED = 15  # how many problems a message lists
_COLUMNS = tuple(column.name for column in OWN_SITES.columns)


def read_sites(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Read figures of your own from a table, for the figures of sites.

    The table is a CSV file or the first sheet of an ``.xlsx`` file. Its header has the columns below in any order and
    in capital or small letters, with ``_``, a space or a hyphen between words; a title may stand above it. ``site``,
    ``qualifier`` and ``note`` may be left out, and so may ``frequency_pct`` where ``n`` and ``total`` stand; other
    columns are left aside. Three more say what is counted: ``thing`` (site, side effect, complication or answer),
    ``several`` (``sites_overlap`` by another name) and ``group`` (two groups, side by side).

    Commas, semicolons, tabs or upright bars part the columns; numbers have a decimal point or a decimal comma, with a
    percent sign or without; ``NA`` and the like are empty. ``her2viz template mine.csv`` writes one to start from.

    Parameters
    ----------
    path : str or path
        The file.

    Returns
    -------
    pandas.DataFrame
        A row a site, in the file's order: ``site``, ``label``, ``frequency_pct`` (of 100 people; missing where the
        file gives none), ``qualifier``, ``population``, ``sites_overlap``, ``source`` and ``note``; the caveat in
        ``.attrs["caveat"]``, and how the file was read in ``.attrs["read_as"]``. With ``n`` and ``total`` in the file
        the frame has them too, and ``frequency_pct`` is worked out from them, with one decimal where two are too few.
        It has ``thing`` and ``group`` where the file has them.

    Raises
    ------
    DataError
        If it can't be read or would mislead. The message lists every problem with row (as in a spreadsheet) and
        column: no population or source, two populations, a number that is none from 0 to 100, a site twice, a cell
        that can be read in two ways, ...

    Notes
    -----
    The numbers are yours; her2viz checks their form and not whether they are true. The data dictionary describes
    the columns.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> text = '''site,label,frequency_pct,population,sites_overlap,source
    ... a,Site A,12.5,people in a made-up example,False,Made-up numbers
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder) / "mine.csv"
    ...     _ = file.write_text(text)
    ...     read_sites(file)[["label", "frequency_pct", "source"]].values.tolist()
    [['Site A', 12.5, 'Made-up numbers']]
    """
    found = read_columns(path)
    rows, how = _checked(found.columns, found.rows, found.problems, repr(os.fspath(path)))
    number = f"{len(rows)} row{'s' * (len(rows) != 1)}"
    rows.attrs["read_as"] = f"read {number}: {', '.join((*found.read_as, *how))}"
    return rows


def own_rows(data: pd.DataFrame) -> pd.DataFrame:
    """Check a frame of someone's own figures as :func:`read_sites` checks a file; other columns are left aside.

    Raises
    ------
    DataError
        As :func:`read_sites`.
    """
    names = [name for name in data.columns if name in _COLUMNS]
    found = [Problem(None, str(name), "stands more than once") for name, n in Counter(data.columns).items() if n > 1]
    found += missing(names)
    if data.empty:
        found.append(Problem(None, None, "it has no rows"))
    columns = {name: [_text(cell) for cell in data[name]] for name in names if names.count(name) == 1}
    return _checked(columns, range(len(data)), found, "data", label=lambda row: data.index[row])[0]


def _text(cell: Any) -> str:
    """Write a cell of a frame as it would stand in a file."""
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return ""
    if isinstance(cell, float):
        return repr(float(cell)).removesuffix(".0")
    return clean(str(cell))


def _checked(
    cells: dict[str, list[str]],
    rows: Sequence[int],
    found: list[Problem],
    name: str,
    label: Callable[[int], object] = int,
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return a frame of typed cells and how they were read, or raise the error that lists all that is wrong."""
    if len(rows) > MOST_ROWS:
        found.append(Problem(None, None, f"it has {len(rows)} rows; a figure has room for {MOST_ROWS}"))
    cells = {column: written[:MOST_ROWS] for column, written in cells.items()}
    cells, spelling, wrong = spelled(cells)
    found += wrong
    cells, counting, wrong = with_percentages(cells, rows[:MOST_ROWS])
    found += wrong
    cells, naming = _with_sites(cells)
    found += map(_with_reason, problems(OWN_SITES, cells, rows))
    if rows:
        found += across(cells, rows[:MOST_ROWS])
    if naming:  # what is wrong with a label is said once
        found = [problem for problem in found if problem.column != "site"]
    if found:
        raise _refusal(name, found, label)
    overlap = cells.pop(SEVERAL[1], None)
    cells = cells if overlap is None else {**cells, SEVERAL[0]: overlap}
    columns = [column for column in OWN_SITES.columns if column.name in cells or column.name not in FURTHER]
    typed = pd.DataFrame({column.name: _typed(cells, column, len(rows)) for column in columns})
    typed.attrs["caveat"] = origin_of(typed).caveat(typed[typed["frequency_pct"].notna()])
    return typed, (*spelling, *counting, *naming)


def _with_sites(cells: dict[str, list[str]]) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Make the short names from the labels where there are none."""
    if "site" in cells or "label" not in cells:
        return cells, ()
    sites = [re.sub(r"[\W_]+", "_", label.lower()).strip("_") for label in cells["label"]]
    if len(set(sites)) < len(set(cells["label"])):
        sites = list(cells["label"])
    return {"site": sites, **cells}, ("site made from label",)


def _refusal(name: str, found: Sequence[Problem], label: Callable[[int], object]) -> DataError:
    """Join problems into one message: those of the table as a whole, then row by row."""
    lines = []
    for row, column, text in sorted(found, key=_place):
        where = [f"row {label(row)}"] if row is not None else []
        where += [f"column {column}"] if column is not None else []
        lines.append(f"- {', '.join(where)}: {text}" if where else f"- {text}")
    more = [f"- and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    return DataError("\n".join([f"{name} can't be used as a table of your own figures:", *lines[:_LISTED], *more]))


def _place(problem: Problem) -> tuple[int, int]:
    """Return where a problem stands in the message: what is wrong with the whole table first, as it was found."""
    if problem.row is None:
        return -1, 0
    return problem.row, _COLUMNS.index(problem.column) if problem.column in _COLUMNS else -1


def _with_reason(problem: Problem) -> Problem:
    """Say of an empty cell why it must be filled."""
    reason = why(problem.column or "")
    return problem._replace(text=f"{problem.text}: {reason}") if problem.text == EMPTY and reason else problem


def _typed(cells: dict[str, list[str]], column: Column, rows: int) -> pd.Series:
    """Turn the cells of a column into its type; an empty cell is missing, and so are those of a column left out."""
    readers: dict[str, Callable[[str], object]] = {NUMBER: float, WHOLE: int, YES_NO: "True".__eq__}
    read = readers.get(column.kind, str)
    written = cells.get(column.name, [""] * rows)
    return pd.Series([read(cell) if cell else float("nan") for cell in written], dtype=dtype(column))
