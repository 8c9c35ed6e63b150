"""From a table as it stands in a file to our columns: which it has, which are left out, what is wrong with them."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from her2viz import phrases
from her2viz.dataset.checking import Problem
from her2viz.errors import DataError, did_you_mean
from her2viz.own.columns import COUNTS, FURTHER, MAY_BE_LEFT_OUT, OWN_SITES, SEVERAL
from her2viz.own.grid import Cells, clean, column_name, filled

__all__ = ["Named", "missing", "named", "shaped", "why"]

_MOST_COLUMNS = 100
_COLUMNS = tuple(column.name for column in OWN_SITES.columns)
_FORM = tuple(name for name in _COLUMNS if name not in FURTHER)
_ROW_NAMES = "names of rows left out"
_WHY = {
    "label": "figures print it beside the number",
    "population": "a number misleads without the people whom it is about",
    "source": "nobody can check a number without knowing where it stands",
    "site": "it tells the rows apart",
}


class Named(NamedTuple):
    """The cells of our columns, the numbers of the rows, what was left out, and what is wrong."""

    columns: dict[str, list[str]]
    rows: list[int]
    read_as: tuple[str, ...]
    problems: list[Problem]


def why(name: str) -> str:
    """Return the reason why a column must be there and filled, or ""."""
    return _WHY.get(name, "")


def missing(header: Sequence[str]) -> Iterator[Problem]:
    """Say which columns are missing that a table can't do without; with counts it needs no percentages."""
    counted = set(header) & set(COUNTS)
    if set(SEVERAL) <= set(header):
        yield Problem(None, SEVERAL[1], f"says the same as {SEVERAL[0]}; keep one")
    for name in _COLUMNS:
        if name in header or name in MAY_BE_LEFT_OUT or (name == "frequency_pct" and counted == set(COUNTS)):
            continue
        if name in SEVERAL and set(SEVERAL) & set(header):
            continue
        if name == "frequency_pct" and counted:
            (other,) = set(COUNTS) - counted
            yield Problem(None, name, f"is missing, and so is {other}; {' and '.join(COUNTS)} can stand in its place")
        else:
            yield Problem(None, name, f"is missing{f'; {_WHY[name]}' if name in _WHY else ''}")


def shaped(name: str, cells: Cells) -> Cells:
    """Leave out what programs leave behind: empty columns, empty ends of rows, and names of rows.

    Raises
    ------
    DataError
        If there are far more columns than any table of one's own has.
    """
    header, rows = cells.header, cells.rows
    if "tabs" in cells.read_as and rows and all(len(row) == len(header) + 1 for _, row in rows):
        header = ["", *header]  # R writes no header above the names of rows
    ends = [filled(row) for _, row in rows]
    wide = max([filled(header), *(min(end, len(header)) for end in ends)])
    if wide > _MOST_COLUMNS:
        raise DataError(
            f"{name} has {wide:,} columns; a table of one's own has {phrases.count(len(_FORM))}, so this is other data."
        )
    rows = [(n, row if end > len(header) else row[:wide]) for (n, row), end in zip(rows, ends, strict=True)]
    header = [clean(cell) for cell in header[:wide]]
    if not _has_row_names(header, [row for _, row in rows]):
        return Cells(header, rows, cells.read_as)
    return Cells(header[1:], [(n, row[1:]) for n, row in rows], (*cells.read_as, _ROW_NAMES))


def _has_row_names(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first column has no header, and in each row another name, as R and pandas write it."""
    if not rows or header[:1] not in ([""], ["Unnamed: 0"]):
        return False
    names = [row[0].strip() for row in rows if row]
    return len(names) == len(rows) == len(set(names)) and all(names)


def named(cells: Cells) -> Named:
    """Tell our columns from others by their names."""
    names = _names(cells.header)
    problems = [*missing(names), *_of_names(names), *_of_lengths(len(names), cells.rows)]
    if not cells.rows:
        problems.append(Problem(None, None, "it has a header and no rows"))
    whole = [(number, row) for number, row in cells.rows if len(row) == len(names)]
    kept = [name for name in _COLUMNS if names.count(name) == 1]
    if len(set(kept) & set(COUNTS)) == 1:
        kept = [name for name in kept if name not in COUNTS]
    others = [name for name in names if name and name not in kept and names.count(name) == 1]
    columns = {name: [clean(row[names.index(name)]) for _, row in whole] for name in kept}
    return Named(columns, [number for number, _ in whole], (*cells.read_as, *_left_out(others)), problems)


def _names(header: Sequence[str]) -> list[str]:
    """Return what the headers mean; a capital N beside a small total may be all people, not those with the site."""
    return ["N" if name == "N" and "total" in header else column_name(name) for name in header]


def _left_out(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    columns = f"column{'s' * (len(names) > 1)} {', '.join(repr(name[:30]) for name in names[:5])}{more}"
    return (f"{columns} left out",)


def _of_names(header: Sequence[str]) -> Iterator[Problem]:
    """Say which columns have no name, one that is nearly ours, or the name of another."""
    absent = [name for name in _COLUMNS if name not in header]
    for place, name in enumerate(header, start=1):
        if not name:
            yield Problem(None, str(place), "has no name in the header")
        elif name not in _COLUMNS:
            yield from _of_other(name, absent)
    for name, times in Counter(name for name in header if name).items():
        if times > 1:
            yield Problem(None, repr(name[:60]), f"stands {phrases.count(times)} times in the header; keep one")


def _of_other(name: str, absent: Sequence[str]) -> Iterator[Problem]:
    """Say of a column that is none of ours which one it may be: left out by a slip, a hedge would be lost."""
    short = name[:60]
    if name == "N":
        yield Problem(None, repr(name), "may be those who have the site or all people; name the columns n and total")
        return
    slips = difflib.get_close_matches(column_name(short.rstrip("s")).casefold(), absent, n=1, cutoff=0.75)
    needed = [column for column in absent if column not in MAY_BE_LEFT_OUT]
    near = did_you_mean(short, slips or needed)
    if near:
        yield Problem(None, repr(short), f"is none of {', '.join(_FORM)}.{near}")


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
