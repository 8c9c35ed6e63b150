"""Figures of someone's own: read from a CSV file or taken from a frame, checked, every problem in one message."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.checking import EMPTY, Problem, problems
from her2viz.dataset.columns import NUMBER, YES_NO, Column
from her2viz.dataset.dtypes import dtype
from her2viz.dataset.origin import OWN
from her2viz.errors import DataError, did_you_mean
from her2viz.own.cells import clean, percentage
from her2viz.own.columns import OWN_SITES
from her2viz.own.reading import Cells, read_cells

__all__ = ["own_rows", "read_sites"]

MOST_SITES = 20
_MOST_COLUMNS = 100
_LISTED = 15  # how many problems a message lists
_COLUMNS = tuple(column.name for column in OWN_SITES.columns)
_YES_NO = {"true": "True", "false": "False"}  # spreadsheet programs write TRUE and FALSE
_MAY_BE_LEFT_OUT = ("qualifier", "note")
_WHY = {
    "label": "figures print it beside the number",
    "population": "a number misleads without the people whom it is about",
    "source": "nobody can check a number without knowing where it stands",
    "site": "it tells the rows apart",
}


def read_sites(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Read figures of your own from a CSV file, for the figures of sites.

    The file is in UTF-8 with commas. Its header has the columns below in any order; ``qualifier`` and ``note`` may be
    left out. Spaces around a cell do not count. ``her2viz template mine.csv`` writes one to start from.

    Parameters
    ----------
    path : str or path
        The file.

    Returns
    -------
    pandas.DataFrame
        A row a site, in the file's order: ``site``, ``label``, ``frequency_pct`` (of 100 people; missing where the
        file gives none), ``qualifier``, ``population``, ``sites_overlap``, ``source`` and ``note``; the caveat in
        ``.attrs["caveat"]``.

    Raises
    ------
    DataError
        If it can't be read or would mislead. The message lists every problem with row (as in a spreadsheet) and
        column: no population or source, two populations, a number that is none from 0 to 100, a site twice, ...

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
    header, rows = _trimmed(read_cells(path, _COLUMNS))
    if len(header) > _MOST_COLUMNS:
        raise DataError(
            f"{os.fspath(path)!r} has {len(header):,} columns; a table of one's own has "
            f"{phrases.count(len(_COLUMNS))}, so this is other data."
        )
    found = [*_of_header(header), *_of_lengths(len(header), rows)]
    if not rows:
        found.append(Problem(None, None, "it has a header and no rows"))
    whole = [(number, cells) for number, cells in rows if len(cells) == len(header)]
    columns = {
        name: [clean(cells[place]) for _, cells in whole]
        for place, name in enumerate(header)
        if name in _COLUMNS and header.count(name) == 1
    }
    return _checked(columns, [number for number, _ in whole], found, repr(os.fspath(path)))


def _trimmed(cells: Cells) -> Cells:
    """Leave out the empty columns and the empty ends of rows that spreadsheet programs leave behind."""
    header = [clean(name) for name in cells.header]
    wide = max([_filled(header), *(min(_filled(row), len(header)) for _, row in cells.rows)])
    return Cells(header[:wide], [(n, row if _filled(row) > len(header) else row[:wide]) for n, row in cells.rows])


def _filled(row: Sequence[str]) -> int:
    """Return how many cells a row has up to its last that is not empty."""
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def own_rows(data: pd.DataFrame) -> pd.DataFrame:
    """Check a frame of someone's own figures as :func:`read_sites` checks a file; other columns are left aside.

    Raises
    ------
    DataError
        As :func:`read_sites`.
    """
    names = [name for name in data.columns if name in _COLUMNS]
    found = [Problem(None, str(name), "stands more than once") for name, n in Counter(data.columns).items() if n > 1]
    found += _missing(names)
    if data.empty:
        found.append(Problem(None, None, "it has no rows"))
    columns = {name: [_text(cell) for cell in data[name]] for name in names if names.count(name) == 1}
    return _checked(columns, range(len(data)), found, "data", label=lambda row: data.index[row])


def _text(cell: Any) -> str:
    """Write a cell of a frame as it would stand in a file."""
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return ""
    if isinstance(cell, float):
        return repr(float(cell)).removesuffix(".0")
    return clean(str(cell))


def _missing(header: Sequence[str]) -> Iterator[Problem]:
    """Say which columns are missing that a table can't do without."""
    for name in _COLUMNS:
        if name not in header and name not in _MAY_BE_LEFT_OUT:
            yield Problem(None, name, f"is missing{f'; {_WHY[name]}' if name in _WHY else ''}")


def _of_header(header: Sequence[str]) -> Iterator[Problem]:
    """Say what is wrong with the names of the columns of a file."""
    yield from _missing(header)
    for place, name in enumerate(header, start=1):
        if not name:
            yield Problem(None, str(place), "has no name in the header")
        elif name not in _COLUMNS:
            near = did_you_mean(name[:60], _COLUMNS)
            yield Problem(None, repr(name[:60]), f"is none of {', '.join(_COLUMNS)}.{near}")
    for name, n in Counter(name for name in header if name).items():
        if n > 1:
            yield Problem(None, repr(name[:60]), f"stands {phrases.count(n)} times in the header; keep one")


def _of_lengths(wide: int, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Problem]:
    """Say which rows have more or fewer cells than the header."""
    for number, cells in rows:
        if len(cells) != wide:
            yield Problem(
                number,
                None,
                f"has {len(cells)} cells where the header has {wide}; a cell with a comma in it needs quotation marks "
                "around it",
            )


def _checked(
    cells: dict[str, list[str]],
    rows: Sequence[int],
    found: list[Problem],
    name: str,
    label: Callable[[int], object] = int,
) -> pd.DataFrame:
    """Return a frame of the cells with its types, or raise the error that lists all that is wrong."""
    if len(rows) > MOST_SITES:
        found.append(Problem(None, None, f"it has {len(rows)} rows; a figure has room for {MOST_SITES} sites"))
    cells = {column: written[:MOST_SITES] for column, written in cells.items()}
    if "sites_overlap" in cells:
        cells["sites_overlap"] = [_YES_NO.get(cell.casefold(), cell) for cell in cells["sites_overlap"]]
    found += map(_with_reason, problems(OWN_SITES, cells, rows))
    if rows:
        found += _across(cells, rows)
    if found:
        raise _refusal(name, found, label)
    typed = pd.DataFrame({column.name: _typed(cells, column, len(rows)) for column in OWN_SITES.columns})
    typed.attrs["caveat"] = OWN.caveat(typed[typed["frequency_pct"].notna()])
    return typed


def _refusal(name: str, found: Sequence[Problem], label: Callable[[int], object]) -> DataError:
    """Join problems into one message: those of the table as a whole, then row by row."""
    lines = []
    for row, column, text in sorted(found, key=lambda problem: -1 if problem.row is None else problem.row):
        where = [f"row {label(row)}"] if row is not None else []
        where += [f"column {column}"] if column is not None else []
        lines.append(f"- {', '.join(where)}: {text}" if where else f"- {text}")
    more = [f"- and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    return DataError("\n".join([f"{name} can't be used as a table of your own figures:", *lines[:_LISTED], *more]))


def _with_reason(problem: Problem) -> Problem:
    """Say of an empty cell why it must be filled."""
    reason = _WHY.get(problem.column or "")
    return problem._replace(text=f"{problem.text}: {reason}") if problem.text == EMPTY and reason else problem


def _typed(cells: dict[str, list[str]], column: Column, rows: int) -> pd.Series:
    """Turn the cells of a column into its type; an empty cell is missing, and so are those of a column left out."""
    readers: dict[str, Callable[[str], object]] = {NUMBER: float, YES_NO: "True".__eq__}
    read = readers.get(column.kind, str)
    written = cells.get(column.name, [""] * rows)
    return pd.Series([read(cell) if cell else float("nan") for cell in written], dtype=dtype(column))


def _across(cells: dict[str, list[str]], rows: Sequence[int]) -> Iterator[Problem]:
    """Say what is wrong with rows together."""
    figures = cells.get("frequency_pct")
    drawn = [n for n, _ in enumerate(rows[:MOST_SITES]) if figures is None or figures[n]]
    if not drawn:
        yield Problem(None, "frequency_pct", "no row has a figure, so there is nothing to draw")
    for column in ("site", "label"):
        seen: dict[str, str] = {}
        for row, cell in zip(rows, cells.get(column, ()), strict=False):
            if seen.setdefault(cell.casefold(), cell) != cell:
                yield Problem(row, column, f"{cell!r} and {seen[cell.casefold()]!r} differ only in capitals")
    if "population" in cells:
        yield from _of_populations(list(dict.fromkeys(cells["population"][n] for n in drawn if cells["population"][n])))
    if "sites_overlap" in cells:
        yield from _of_overlap([(rows[n], cells["sites_overlap"][n]) for n in drawn], figures)


def _of_populations(populations: Sequence[str]) -> Iterator[Problem]:
    if len(populations) > 1:
        near = f"; {len(populations) - 4} more" if len(populations) > 4 else ""
        yield Problem(
            None,
            "population",
            f"all figures of a table are about one population; got {len(populations)}: "
            f"{'; '.join(repr(p[:60]) for p in populations[:4])}{near}. Make a table for each",
        )


def _of_overlap(drawn: Sequence[tuple[int, str]], figures: Sequence[str] | None) -> Iterator[Problem]:
    for row, cell in drawn:
        if not cell:
            yield Problem(row, "sites_overlap", "is empty; a row with a figure says True or False")
    answers = {cell for _, cell in drawn} & {"True", "False"}
    if len(answers) > 1:
        yield Problem(None, "sites_overlap", "must be the same in all rows that have a figure; got True and False")
    total = sum(float(cell) for cell in figures or () if cell and not percentage(cell))
    if answers == {"False"} and total > 100 + 0.5 * len(drawn):
        yield Problem(
            None,
            "sites_overlap",
            f"says False, yet the figures add up to {total:g} of 100 people, so some have more than one site",
        )
