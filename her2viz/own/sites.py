"""Figures of someone's own: read from a CSV file or taken from a frame, checked, every problem in one message."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.checking import problems
from her2viz.dataset.columns import dtypes
from her2viz.dataset.loaders import typed
from her2viz.dataset.origin import OWN
from her2viz.errors import DataError, did_you_mean
from her2viz.own.cells import clean
from her2viz.own.columns import OWN_SITES
from her2viz.own.reading import read_cells

__all__ = ["own_rows", "read_sites"]

MOST_SITES = 20
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
    cells = read_cells(path, _COLUMNS)
    found: list[str] = []
    header = [clean(name) for name in cells.header]
    rows = cells.rows
    while header and not header[-1] and not any(any(c.strip() for c in row[len(header) - 1 :]) for _, row in rows):
        header.pop()  # columns that spreadsheet programs leave behind
    rows = [(number, row[: len(header)] if not any(row[len(header) :]) else row) for number, row in rows]
    found += _of_header(header)
    whole = [(number, row) for number, row in rows if len(row) == len(header)]
    for number, row in rows:
        if len(row) != len(header):
            found.append(
                f"row {number}: has {len(row)} cells where the header has {len(header)}; a cell with a comma in it "
                "needs quotation marks around it"
            )
    if not rows:
        found.append("it has a header and no rows")
    once = [name for name in header if header.count(name) == 1]
    frame = pd.DataFrame(
        {name: [clean(row[header.index(name)]) for _, row in whole] for name in once if name in _COLUMNS}, dtype="str"
    )
    return _checked(frame, [f"row {number}" for number, _ in whole], found, f"{os.fspath(path)!r}")


def own_rows(data: pd.DataFrame) -> pd.DataFrame:
    """Check a frame of someone's own figures as :func:`read_sites` checks a file; other columns are left aside.

    Raises
    ------
    DataError
        As :func:`read_sites`.
    """
    found = [f"column {name}: stands more than once" for name, n in Counter(data.columns).items() if n > 1]
    found += _of_header([str(name) for name in data.columns if name in _COLUMNS], twice=False)
    if data.empty:
        found.append("it has no rows")
    once = [name for name in _COLUMNS if list(data.columns).count(name) == 1]
    frame = pd.DataFrame({name: [_text(cell) for cell in data[name]] for name in once}, dtype="str")
    return _checked(frame, [f"row {index}" for index in data.index], found, "data")


def _text(cell: Any) -> str:
    """Write a cell of a frame as it would stand in a file."""
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return ""
    if isinstance(cell, float):
        return repr(float(cell)).removesuffix(".0")
    return clean(str(cell))


def _of_header(header: Sequence[str], *, twice: bool = True) -> Iterator[str]:
    """Say what is wrong with the names of the columns."""
    for name in _COLUMNS:
        if name not in header and name not in _MAY_BE_LEFT_OUT:
            yield f"column {name}: is missing{f'; {_WHY[name]}' if name in _WHY else ''}"
    for place, name in enumerate(header, start=1):
        if not name:
            yield f"column {place}: has no name in the header"
        elif name not in _COLUMNS:
            yield f"column {name[:60]!r}: is none of {', '.join(_COLUMNS)}.{did_you_mean(name[:60], _COLUMNS)}"
    for name, n in Counter(name for name in header if name).items():
        if twice and n > 1:
            yield f"column {name[:60]!r}: stands {phrases.count(n)} times in the header; keep one"


def _checked(frame: pd.DataFrame, places: Sequence[str], found: list[str], name: str) -> pd.DataFrame:
    """Return a frame of text cells with its types, or raise the error that lists all that is wrong."""
    if len(frame) > MOST_SITES:
        found.append(f"it has {len(frame)} rows; a figure has room for {MOST_SITES} sites")
    frame = frame.head(MOST_SITES)
    lacking = set(_COLUMNS) - set(frame.columns)
    frame = frame.reindex(columns=list(_COLUMNS))
    for column in lacking - set(_MAY_BE_LEFT_OUT):
        frame[column] = pd.Series(_stand_in(column, len(frame)), dtype="str", index=frame.index)
    frame["sites_overlap"] = frame["sites_overlap"].map(lambda cell: _YES_NO.get(str(cell).casefold(), cell))
    frame = frame.replace("", pd.NA).astype("str")
    wrong = problems(OWN_SITES, frame, lambda index: places[index])
    if len(frame):
        wrong += _across(frame, places, lacking)
    wrong.sort(key=lambda said: next((n for n, place in enumerate(places) if said.startswith(f"{place},")), -1))
    found += [_with_reason(said) for said in wrong]
    if found:
        more = [f"- and {len(found) - _LISTED} more"] if len(found) > _LISTED else []
        listed = [f"- {said}" for said in found[:_LISTED]]
        raise DataError("\n".join([f"{name} can't be used as a table of your own figures:", *listed, *more]))
    types = dtypes(OWN_SITES)
    cells = {c: typed(frame[c].fillna("").tolist(), types[c]) for c in _COLUMNS}
    made = pd.DataFrame(cells)
    made.attrs["caveat"] = OWN.caveat(made[made["frequency_pct"].notna()])
    return made


def _stand_in(column: str, n: int) -> list[str]:
    """Fill a column that is missing, so that the others are checked all the same."""
    fill = {"sites_overlap": "True", "frequency_pct": "1"}
    return [fill.get(column, f"{column} {row}" if column in ("site", "label") else column) for row in range(n)]


def _with_reason(said: str) -> str:
    column = said.partition(", column ")[2].partition(":")[0]
    return f"{said}: {_WHY[column]}" if said.endswith("it must be filled") and column in _WHY else said


def _across(frame: pd.DataFrame, places: Sequence[str], lacking: set[str]) -> Iterator[str]:
    """Say what is wrong with rows together."""
    figures = pd.to_numeric(frame["frequency_pct"], errors="coerce")
    drawn = frame[frame["frequency_pct"].notna()]
    if drawn.empty:
        yield "column frequency_pct: no row has a figure, so there is nothing to draw"
    for column in ("site", "label"):
        seen: dict[str, str] = {}
        for place, cell in zip(places, frame[column], strict=False):
            if isinstance(cell, str) and seen.setdefault(cell.casefold(), cell) != cell:
                yield f"{place}, column {column}: {cell!r} and {seen[cell.casefold()]!r} differ only in capitals"
    populations = drawn["population"].dropna().unique()
    if len(populations) > 1:
        near = f"; {len(populations) - 4} more" if len(populations) > 4 else ""
        yield (
            f"column population: all figures of a table are about one population; got {len(populations)}: "
            f"{'; '.join(repr(p[:60]) for p in populations[:4])}{near}. Make a table for each"
        )
    for index, cell in drawn["sites_overlap"].items():
        if not isinstance(cell, str):
            yield f"{places[index]}, column sites_overlap: is empty; a row with a figure says True or False"
    said = set(drawn["sites_overlap"].dropna()) & {"True", "False"}
    if len(said) > 1:
        yield "column sites_overlap: must be the same in all rows that have a figure; got True and False"
    total = figures[figures.between(0, 100)].sum()
    if said == {"False"} and not lacking & {"sites_overlap", "frequency_pct"} and total > 100 + 0.5 * len(drawn):
        yield (
            f"column sites_overlap: says False, yet the figures add up to {total:g} of 100 people, so some have more "
            "than one site"
        )
