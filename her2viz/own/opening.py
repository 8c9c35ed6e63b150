"""The bytes of a file of someone's own: never many, never of a pipe, never while it changes."""

from __future__ import annotations

import os
import stat
from itertools import islice
from pathlib import Path

from her2viz.errors import DataError, did_you_mean

__all__ = ["MOST_BYTES", "start_of"]

#: A table of a few sites has some kilobytes; no more than this is ever read.
MOST_BYTES = 1_000_000
_TABLES = (".csv", ".tsv", ".xlsx")
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def start_of(path: Path) -> bytes:
    """Read a whole file that is small and is one.

    Raises
    ------
    DataError
        If there is none, it is a folder, a pipe or a device, it is too long, or it changes meanwhile.
    """
    name = repr(str(path))
    try:
        if path.is_dir():
            raise DataError(f"{name} is a folder; name a table{_within(path)}.")
        _refuse_endless(name, path.stat())  # to open a pipe or a device may wait for ever
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_WAIT), "rb") as file:
            before = os.fstat(file.fileno())
            _refuse_endless(name, before)
            raw = file.read(MOST_BYTES + 1)
            after = os.fstat(file.fileno())
    except FileNotFoundError:
        near = did_you_mean(path.name, _neighbours(path.parent))
        raise DataError(f"There is no file {name}.{near}") from None
    except OSError as error:
        raise DataError(f"Can't read {name}: {error.strerror}.") from None
    except DataError:
        raise
    except ValueError:
        raise DataError(f"{name} can't be the name of a file; a path such as 'mine.csv' can.") from None
    if len(raw) > MOST_BYTES:
        raise DataError(
            f"{name} has more than {MOST_BYTES:,} bytes; a table of one's own has a row a site, so this is other data."
        )
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(raw) != after.st_size:
        raise DataError(f"{name} has changed while it was read; close it in other programs and try again.")
    return raw


def _refuse_endless(name: str, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise DataError(f"{name} is a pipe or a device, not a file; save the table as a file and name that.")


def _neighbours(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in islice(folder.iterdir(), 1000))
    except OSError:
        return []


def _within(folder: Path) -> str:
    tables = [name for name in _neighbours(folder) if name.lower().endswith(_TABLES)]
    return f" in it: {', '.join(tables[:5])}" if tables else ""
