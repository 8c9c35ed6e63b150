"""From a file of someone's own to its cells as text, or one error that says what kind of file it is instead."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from her2viz.errors import DataError, did_you_mean

__all__ = ["Cells", "read_cells"]

#: A table of a few sites has some kilobytes; no more than this is ever read.
MOST_BYTES = 1_000_000
MOST_ROWS = 1_000
_SAVE = "save it as CSV in UTF-8 (in spreadsheet programs: \u201cCSV UTF-8, comma delimited\u201d)"
_KINDS = {
    b"PK\x03\x04": "a spreadsheet file such as .xlsx or .ods, or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet file (.xls)",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a text document (.rtf)",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "upright bars"}


class Cells(NamedTuple):
    """A table as text: its header, and its rows that are not blank, each with its number in a spreadsheet."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def read_cells(path: str | os.PathLike[str], columns: Iterable[str]) -> Cells:
    """Read a CSV file as text.

    Parameters
    ----------
    path : str or path
        The file.
    columns : iterable of str
        The names that its header should have, to tell one separator from another.

    Raises
    ------
    DataError
        If there is no such file, or it is not a CSV file in UTF-8 with commas, or far too long.
    """
    try:
        file = Path(path)
        name = repr(str(file))
    except TypeError:
        raise DataError(f"The file must be named by a path such as 'mine.csv'; got {path!r}.") from None
    raw = _start(file)
    text = _decoded(name, raw)
    if not text.strip():
        raise DataError(f"{name} is empty. It needs a header with the columns {', '.join(columns)}, and rows.")
    _refuse_delimiter(name, text, columns)
    return _split(name, text, len(raw) > MOST_BYTES)


def _start(path: Path) -> bytes:
    """Read a file, but no more than one byte above the most."""
    try:
        if path.is_dir():
            raise DataError(f"{str(path)!r} is a folder; name a CSV file{_within(path)}.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        near = did_you_mean(path.name, _neighbours(path.parent))
        raise DataError(f"There is no file {str(path)!r}.{near}") from None
    except OSError as error:
        raise DataError(f"Can't read {str(path)!r}: {error.strerror}.") from None
    except DataError:
        raise
    except ValueError:
        raise DataError(f"{str(path)!r} can't be the name of a file; a path such as 'mine.csv' can.") from None


def _neighbours(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in islice(folder.iterdir(), 1000))
    except OSError:
        return []


def _within(folder: Path) -> str:
    tables = [name for name in _neighbours(folder) if name.lower().endswith(".csv")]
    return f" in it: {', '.join(tables[:5])}" if tables else ""


def _decoded(name: str, raw: bytes) -> str:
    for start, kind in _KINDS.items():
        if raw.startswith(start):
            raise DataError(f"{name} is {kind}, not a CSV file; open it in its program and {_SAVE}.")
    zeros = raw.count(0)
    halves = raw[::2].count(0), raw[1::2].count(0)
    if (raw.startswith(_UTF16) or 3 * max(halves) > len(raw)) and zeros < 0.7 * len(raw):
        raise DataError(f"{name} is text in UTF-16; {_SAVE}.")
    if zeros:
        line = _line(raw, raw.index(0))
        raise DataError(f"{name} holds a NUL byte (line {line}), so it is not a text file; {_SAVE}.")
    cut = len(raw) > MOST_BYTES  # may end inside a letter
    try:
        return raw[: raw.rfind(b"\n") + 1 if cut and b"\n" in raw else None].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = raw[error.start : error.start + 1]
        line = _line(raw, error.start)
        if cut and error.start > MOST_BYTES - 4:
            raise DataError(f"{name} has more than {MOST_BYTES:,} bytes; {_SMALL}") from None
        raise DataError(
            f"{name} is not in UTF-8: line {line} holds the byte 0x{bad.hex().upper()}, which Latin-1 and Windows "
            f"files use for {bad.decode('latin-1')!r}; {_SAVE}."
        ) from None


def _line(raw: bytes, at: int) -> int:
    """Return the number of the line that a byte stands in."""
    return len(re.findall(rb"\r\n|\r|\n", raw[:at])) + 1


_SMALL = "a table of one's own has a row a site, so this is other data."


def _refuse_delimiter(name: str, text: str, columns: Iterable[str]) -> None:
    """Say so where the header falls apart into the columns at another sign than the comma."""
    first = text.lstrip("\r\n").splitlines()[0]

    def known(sign: str) -> int:
        return len({part.strip(" \"'") for part in first.split(sign)} & set(columns))

    for sign, word in _DELIMITERS.items():
        if known(sign) > max(1, known(",")):
            raise DataError(f"The columns of {name} are separated by {word}; separate them by commas: {_SAVE}.")


def _split(name: str, text: str, cut: bool) -> Cells:
    """Split text into cells; a quoted cell may hold commas and line breaks."""
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1):
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = cells
            else:
                rows.append((number, cells))
            if len(rows) > MOST_ROWS:
                raise DataError(f"{name} has more than {MOST_ROWS:,} rows; {_SMALL}")
    except csv.Error as error:
        if cut:
            raise DataError(f"{name} has more than {MOST_BYTES:,} bytes; {_SMALL}") from None
        raise DataError(f"{name}, row {number + 1}: {_csv_words(str(error))}") from None
    if cut:
        raise DataError(f"{name} has more than {MOST_BYTES:,} bytes; {_SMALL}")
    return Cells(header, rows)


def _csv_words(said: str) -> str:
    if "unexpected end" in said:
        return "a quotation mark opens a cell and none closes it; close it, or write two for one inside a cell."
    if "field limit" in said:
        return f"a cell has more than {csv.field_size_limit():,} characters; is a quotation mark missing?"
    return (
        "a quotation mark stands inside a cell or before its end; put the whole cell in quotation marks and write "
        "two for one inside it."
    )
