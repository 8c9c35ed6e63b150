"""From the bytes of a text file to its letters, in the encodings that spreadsheet programs write."""

from __future__ import annotations

import re

from her2viz.errors import DataError

__all__ = ["SAVE", "decoded"]

#: What always works.
SAVE = "save it as CSV in UTF-8 (in spreadsheet programs: \u201cCSV UTF-8, comma delimited\u201d)"
_KINDS = {
    b"\xd0\xcf\x11\xe0": "an old spreadsheet file (.xls), or a locked one",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a text document (.rtf)",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: Letters of one word in UTF-8, and words in an alphabet of which Windows-1252 knows no letter.
_OTHER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]|[\x80-\xff]{3}")


def decoded(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and what is to be said of its encoding: nothing where it is UTF-8.

    Raises
    ------
    DataError
        If it is no text, or in an encoding that can't be told for sure.
    """
    for start, kind in _KINDS.items():
        if raw.startswith(start):
            raise DataError(f"{name} is {kind}, not a table as text; open it in its program and {SAVE}.")
    if raw.startswith(_UTF16):
        return _utf16(name, raw, "utf-16")
    zeros = raw.count(0)
    low, high = raw[1::2].count(0), raw[::2].count(0)
    if 3 * max(low, high) > len(raw) and zeros < 0.7 * len(raw):
        return _utf16(name, raw, "utf-16-le" if low > high else "utf-16-be")
    if zeros:
        raise DataError(f"{name} holds a NUL byte (line {_line(raw, raw.index(0))}), so it is not a text file; {SAVE}.")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _windows(name, raw, error.start)


def _utf16(name: str, raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(encoding).removeprefix("\ufeff"), ("UTF-16",)
    except UnicodeDecodeError:
        raise DataError(f"{name} begins as text in UTF-16 and does not go on so; {SAVE}.") from None


def _windows(name: str, raw: bytes, at: int) -> tuple[str, tuple[str, ...]]:
    """Read what older programs write, and name its letters, since no file says that it is in this encoding."""
    line, byte = _line(raw, at), raw[at]
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or _OTHER.search(raw):
        raise DataError(
            f"{name} is not in UTF-8: line {line} holds the byte 0x{byte:02X}, and not all of it is in Windows-1252 "
            f"either; {SAVE}."
        )
    letters = list(dict.fromkeys(sign for sign in text if not sign.isascii() and sign.isprintable()))
    more = " \u2026" if len(letters) > 8 else ""
    return text, (f"Windows-1252 with {' '.join(letters[:8])}{more}" if letters else "Windows-1252",)


def _line(raw: bytes, at: int) -> int:
    """Return the number of the line that a byte stands in."""
    return len(re.findall(rb"\r\n|\r|\n", raw[:at])) + 1
