"""From the bytes of a spreadsheet (.xlsx) to the cells of its first sheet as text; formulas are never worked out."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from her2viz.decimals import exact_decimals
from her2viz.errors import DataError
from her2viz.own.grid import ABOVE, MOST_ROWS, Cells, is_header, known, two_tables
from her2viz.own.text import SAVE

__all__ = ["is_archive", "sheet_cells"]

#: How many bytes may come out of the sheets of an archive, and of all else but pictures, which are never unpacked.
_MOST_IN_SHEETS, _MOST_BESIDE = 1_000_000, 2_000_000
_LOWEST = 1_048_576  # no sheet has more rows
_MOST_DRAWN, _MOST_CELLS, _MOST_TAGS = 5_000, 10_000, 60_000
_DECIMALS = re.compile(r"[0#,]*0(?:\.(0+))?[ %]*")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


class _Row(NamedTuple):
    """A row: its number, its cells as text, its formulas without a value, and whether a number was rounded."""

    number: int
    cells: list[str]
    open: list[str]
    rounded: bool


def is_archive(raw: bytes) -> bool:
    """Whether bytes begin as spreadsheets and other archives do."""
    return raw.startswith(b"PK\x03\x04")


def sheet_cells(name: str, raw: bytes) -> Cells:
    """Read the first sheet that is not empty.

    Raises
    ------
    DataError
        If openpyxl is not installed, it is another archive, too much comes out of it, or a formula has no value.
    """
    _refuse_archive(name, raw)
    try:
        import openpyxl
    except ImportError:
        raise DataError(
            f'{name} is a spreadsheet (.xlsx), which needs openpyxl. Install it with: pip install "her2viz[class]"; '
            f"or {SAVE}."
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and menus that are not read
            values, formulas = (
                openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)
                for data_only in (True, False)
            )
            sheets = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible" and _holds(sheet)]
            if not sheets:
                raise DataError(f"{name} is a spreadsheet whose sheets are empty.")
            title = sheets[0].title
            rows = list(_rows(sheets[0], formulas[title]))
    except DataError:
        raise
    except OverflowError:
        raise _far_more(name) from None
    except Exception:  # what is wrong inside an archive has many names, and no message for people
        raise DataError(f"{name} is a spreadsheet that can't be read; open it in its program and {SAVE}.") from None
    open_cells = [cell for row in rows for cell in row.open]
    if open_cells:
        more = " \u2026" if len(open_cells) > 5 else ""
        raise DataError(
            f"{name} has formulas without a value ({', '.join(open_cells[:5])}{more}); open it in its program, save it "
            "again, or write the values in their place."
        )
    return _below_header(
        name, rows, f"sheet {title!r}, the first of {len(sheets)}" if len(sheets) > 1 else "spreadsheet"
    )


def _far_more(name: str) -> DataError:
    return DataError(f"{name} holds far more than a table of a few sites; copy the table into a spreadsheet by itself.")


def _refuse_archive(name: str, raw: bytes) -> None:
    """Refuse other archives, and those out of which far too much would come, before anything of them is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            if "xl/workbook.xml" not in parts:
                other = {"content.xml", "xl/workbook.bin"} & set(parts)
                kind = "a spreadsheet of another kind (.ods, .xlsb)" if other else "an archive and no spreadsheet"
                raise DataError(f"{name} is {kind}; save the table as .xlsx, or {SAVE}.")
            sheets = [part for part in parts if part.startswith("xl/worksheets/")]
            in_sheets = sum(parts[part] for part in sheets)
            beside = sum(size for part, size in parts.items() if not part.startswith(("xl/worksheets/", "xl/media/")))
            if in_sheets > _MOST_IN_SHEETS or beside > _MOST_BESIDE:
                raise _far_more(name)
            if sum(archive.read(part).count(b"<") for part in sheets) > _MOST_TAGS:
                raise _far_more(name)
    except DataError:
        raise
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        raise DataError(f"{name} is a broken or locked spreadsheet; open it in its program and {SAVE}.") from None


def _drawn(sheet: Any) -> Iterator[tuple[int, Any]]:
    """Give the cells of the rows that hold some; a sheet may have a million empty rows between two of them."""
    drawn = seen = 0
    sheet.reset_dimensions()  # they may not be true
    for number, row in enumerate(sheet.iter_rows(max_row=_LOWEST + 1), start=1):
        if number > _LOWEST:
            raise OverflowError
        if not row:
            continue
        cells = [cell for cell in row if cell.value is not None]
        if cells:
            yield number, cells
        drawn, seen = drawn + 1, seen + len(cells)
        if drawn > _MOST_DRAWN or seen > _MOST_CELLS:
            raise OverflowError


def _holds(sheet: Any) -> bool:
    try:
        return next(_drawn(sheet), None) is not None
    except OverflowError:
        return False


def _rows(values: Any, formulas: Any) -> Iterator[_Row]:
    """Give the rows that hold something."""
    worked_out = dict(_drawn(values))
    for count, (number, cells) in enumerate(_drawn(formulas)):
        if count > MOST_ROWS:
            raise OverflowError
        found = {cell.column: cell for cell in worked_out.get(number, ())}
        texts, rounded = [""] * max(cell.column for cell in cells), False
        for column, cell in found.items():
            exact, texts[column - 1] = _texts(cell)
            rounded = rounded or exact != texts[column - 1]
        without = [cell.coordinate for cell in cells if cell.data_type == "f" and cell.column not in found]
        yield _Row(number, texts, without, rounded)


def _texts(cell: Any) -> tuple[str, str]:
    """Write a cell as it is, and as its sheet shows it: a share as a percentage, to the decimals of its format.

    A number that is shown as none or all and is neither keeps its decimals, to be refused.
    """
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value), str(value)
    form = _LITERAL.sub("", str(cell.number_format)).partition(";")[0]
    sign = "%" if "%" in form else ""
    with exact_decimals():
        whole = Decimal(f"{value:.15g}") * (100 if sign else 1)
        shown = whole
        if places := _DECIMALS.fullmatch(form):
            rounded = whole.quantize(Decimal(1).scaleb(-len(places[1] or "")), ROUND_HALF_UP)
            shown = rounded if 0 < rounded < 100 else whole
        return f"{whole.normalize():f}{sign}", f"{shown.normalize():f}{sign}"


def _below_header(name: str, rows: list[_Row], kind: str) -> Cells:
    """Tell the header from a title above it; the first row is the header where none names what it must."""
    at = next((place for place, row in enumerate(rows[:ABOVE]) if is_header(known(row.cells))), 0)
    header, below = rows[at], [row for row in rows[at + 1 :] if any(cell.strip() for cell in row.cells)]
    for row in rows[:at]:
        if len(known(row.cells)) > 1:
            raise two_tables(name, row.number, header.number)
    read_as = [kind]
    if header.number > 1:
        read_as.append(f"header in row {header.number}{' (what stands above it left out)' if at else ''}")
    if any(row.rounded for row in below):
        read_as.append("numbers rounded as the sheet shows them")
    wide = len(header.cells)
    return Cells(
        header.cells, [(row.number, row.cells + [""] * (wide - len(row.cells))) for row in below], tuple(read_as)
    )
