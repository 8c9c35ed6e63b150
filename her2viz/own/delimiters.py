"""From text to cells: which sign parts the columns, in which row the header is, and the rows below it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from her2viz.errors import DataError
from her2viz.own.grid import ABOVE, MOST_ROWS, Cells, is_header, known, two_tables
from her2viz.own.text import SAVE

__all__ = ["split"]

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_SEP = re.compile(r'\s*"?sep=(.)"?[;,\t| ]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\r|\n")

#: Of a cell, in characters.
_LONGEST = 131_072


class _Header(NamedTuple):
    """A row that may be the header: how many of our columns it names, its number, where its text starts, the sign."""

    names: int
    row: int
    start: int
    sign: str


def split(name: str, text: str) -> Cells:
    """Split text into cells; a quoted cell may hold commas and line breaks.

    Raises
    ------
    DataError
        If the columns can be told apart in two ways, a quotation mark is not closed, or there are far too many rows.
    """
    text, signs = _without_sep(name, text)
    found = [header for sign in signs for header in _headers(text, sign)]
    header = _chosen(name, found) if found else _likeliest(text, signs)
    _refuse_two_tables(name, text[: header.start], header)
    cells = _rows(name, text[header.start :], header)
    read_as = [_DELIMITERS[header.sign]]
    if header.row > 1:
        above = " (what stands above it left out)" if text[: header.start].strip() else ""
        read_as.append(f"header in row {header.row}{above}")
    return cells._replace(read_as=tuple(read_as))


def _without_sep(name: str, text: str) -> tuple[str, tuple[str, ...]]:
    """Take the line off in which Excel says how the columns are parted; it shows no such row."""
    found = _SEP.match(text)
    if not found:
        return text, tuple(_DELIMITERS)
    if found[1] not in _DELIMITERS:
        raise DataError(f"{name} says that {found[1]!r} parts its columns; part them by commas: {SAVE}.")
    return text[found.end() :], (found[1],)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the number, the place and the text of the first lines."""
    start = 0
    for number in range(1, ABOVE + 1):
        end = _BREAK.search(text, start)
        yield number, start, text[start : end.start() if end else None]
        if end is None:
            return
        start = end.end()


def _cells_of(line: str, sign: str) -> list[str]:
    """Split a line by itself; no cells where it can't be."""
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return []


def _headers(text: str, sign: str) -> list[_Header]:
    """Return the first row that is a header if this sign parts the columns."""
    for number, start, line in _lines(text):
        names = known(_cells_of(line, sign))
        if is_header(names):
            return [_Header(len(names), number, start, sign)]
    return []


def _chosen(name: str, found: list[_Header]) -> _Header:
    """Choose the sign at which the header falls apart into most columns, where no other does as well."""
    best = max(found, key=lambda header: header.names)
    for other in found:
        if other is not best and (other.names == best.names or other.row != best.row):
            raise DataError(
                f"The columns of {name} may be parted by {_DELIMITERS[best.sign]} (header in row {best.row}) or by "
                f"{_DELIMITERS[other.sign]} (header in row {other.row}); part them by commas: {SAVE}."
            )
    return best


def _refuse_two_tables(name: str, above: str, header: _Header) -> None:
    """Refuse where what would be left out as a title is a table."""
    for row, _, line in _lines(above):
        if len(known(_cells_of(line, header.sign))) > 1:
            raise two_tables(name, row, header.row)


def _likeliest(text: str, signs: tuple[str, ...]) -> _Header:
    """Return the first row as the header where none names what it must, to say what it lacks."""
    row, start, line = next((line for line in _lines(text) if line[2].strip()), (1, 0, ""))
    tries = [_Header(len(known(_cells_of(line, sign))), row, start, sign) for sign in signs]
    return max(tries, key=lambda header: header.names)


def _rows(name: str, text: str, head: _Header) -> Cells:
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    number = head.row - 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=head.sign, strict=True)
        for number, cells in enumerate(reader, start=head.row):
            if not any(cell.strip() for cell in cells):
                continue
            if max(map(len, cells)) > _LONGEST:  # csv has a limit of its own, which other packages change for all
                raise DataError(f"{name}, row {number}: {_csv_words('field limit')}")
            if not header:
                header = cells
            else:
                rows.append((number, cells))
            if len(rows) > MOST_ROWS:
                raise DataError(
                    f"{name} has more than {MOST_ROWS:,} rows; a table of one's own has a row a site, so this is other "
                    "data."
                )
    except csv.Error as error:
        raise DataError(f"{name}, row {number + 1}: {_csv_words(str(error))}") from None
    return Cells(header, rows)


def _csv_words(error: str) -> str:
    if "unexpected end" in error:
        return "a quotation mark opens a cell and none closes it; close it, or write two for one inside a cell."
    if "field limit" in error:
        return f"a cell has more than {_LONGEST:,} characters; is a quotation mark missing?"
    return (
        "a quotation mark stands inside a cell or before its end; put the whole cell in quotation marks and write "
        "two for one inside it."
    )
