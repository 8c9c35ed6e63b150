"""Writing files: whole or not at all, and never over something of the user's."""

from __future__ import annotations

import os
import secrets
import shlex
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from her2viz.errors import DataError, UsageError, brief, unknown

__all__ = [
    "FIRST_LINE",
    "FIRST_OF_PAGE",
    "INDEX",
    "as_path",
    "check_names",
    "clear",
    "is_ours",
    "make_folder",
    "one_file",
    "plainly",
    "quoted",
    "shipped_folder",
    "shown",
    "stale_page",
    "write",
]

#: How a text file of ours starts, so that it can be told from one of the user's.
FIRST_LINE = "Words of a her2viz figure"
#: How a page of ours starts.
FIRST_OF_PAGE = "<!doctype html>\n<!-- Gallery of her2viz figures -->"
#: The name of that page.
INDEX = "index.html"
_OURS = {".txt": ("text", FIRST_LINE), ".html": ("page", FIRST_OF_PAGE)}
#: How the name of a half-written file ends, and after how many seconds its run must be dead.
_PART, _DEAD = ".her2viz-part", 3600


@contextmanager
def plainly(doing: str, if_denied: str = "") -> Iterator[None]:
    """Turn what the system says into an error of ours, with a sentence on what to do where it does not permit it."""
    try:
        yield
    except OSError as error:
        advice = f" {if_denied}" if if_denied and isinstance(error, PermissionError) else ""
        raise UsageError(f"Can't {doing}: {error.strerror}.{advice}") from error
    except (UsageError, DataError):
        raise
    except (ValueError, RuntimeError) as error:  # of a name that holds a NUL, of a link that leads to itself
        raise UsageError(f"Can't {doing}: {error}.") from error


def shown(path: str | os.PathLike[str]) -> str:
    """Write a name as it is, or quoted where it holds what a terminal would obey, such as escapes and line breaks."""
    text = os.fspath(path)
    return text if text.isprintable() else repr(text)


def quoted(text: str | os.PathLike[str]) -> str:
    """Write a name as a shell takes it, for commands that are shown to be copied."""
    text = os.fspath(text)
    if not text.isprintable():
        return shown(text)
    if os.name != "nt":
        return shlex.quote(text)
    return f'"{text}"' if " " in text else text


def make_folder(folder: Path) -> None:
    """Make a folder to write into, free of what runs that were killed left in it."""
    with plainly(f"make the folder {str(folder)!r}"):
        folder.mkdir(parents=True, exist_ok=True)
    clear(folder)


def clear(folder: Path) -> None:
    """Remove what runs that were killed left half-written; a file younger than an hour may be another run's."""
    for part in folder.glob(f".*{_PART}"):
        with suppress(OSError):
            if time.time() - part.lstat().st_mtime > _DEAD:
                part.unlink()


def check_names(paths: Iterable[Path]) -> None:
    """Refuse names that no file can have, and those of folders, of pipes and devices, and of the user's own texts."""
    for path in paths:
        with plainly(f"write {str(path)!r}"):
            try:
                there = path.stat().st_mode
            except (FileNotFoundError, NotADirectoryError):
                continue
            if not stat.S_ISREG(there):  # to open a pipe or a device may wait for ever
                what = "folder" if stat.S_ISDIR(there) else "pipe or a device"
                raise UsageError(f"Can't write {str(path)!r}: it is a {what}.")
            if path.suffix in _OURS and not is_ours(path):
                raise UsageError(
                    f"{str(path)!r} is a {_OURS[path.suffix][0]} of yours; her2viz does not overwrite it. "
                    "Choose another name or folder."
                )


def is_ours(path: Path) -> bool:
    """Tell a text or page of ours by its start."""
    start = _OURS[path.suffix][1].encode()
    with suppress(FileNotFoundError), path.open("rb") as file:  # another run may have removed it just now
        return file.read(len(start)) == start
    return True


def stale_page(words: Path, new: bytes) -> list[Path]:
    """Return the gallery beside some words, if it was made when these were others: no page outlives its pictures."""
    page = words.with_name(INDEX)
    with plainly(f"read in {str(words.parent)!r}"):
        changed = words.is_file() and words.read_bytes() != new
        return [page] if changed and page.is_file() and is_ours(page) else []


def shipped_folder(name: str) -> Path:
    """Return a folder of files that are shipped: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def as_path(path: str | os.PathLike[str], parameter: str = "path") -> Path:
    """Return a path, or refuse what is none."""
    try:
        return Path(path)
    except TypeError as error:
        raise UsageError(f"{parameter} must be a path, such as 'her2viz-files'; got {brief(path)}.") from error


def one_file(path: str | os.PathLike[str], ending: str) -> Path:
    """Return the path of a file to write, or refuse a wrong ending, a missing folder or the name of a folder."""
    path = as_path(path)
    if path.suffix.lower() != ending:
        raise unknown("the ending of the file name", path.suffix, [ending])
    if not path.parent.is_dir():
        raise UsageError(f"The folder {str(path.parent)!r} does not exist; make it first.")
    check_names([path])
    return path


def write(files: dict[Path, bytes], untrue: Iterable[Path] = ()) -> list[Path]:
    """Write files beside their names first; when all are whole, remove what they make untrue and rename them."""
    # names that no other run has: two may write the same file at once, and the last to end stands
    parts = {path.with_name(f".{secrets.token_hex(8)}{_PART}"): path for path in files}
    open_elsewhere = "If it is open in another program, close it there and try again."
    try:
        with plainly(f"write into {str(next(iter(files)).parent)!r}"):
            for part, path in parts.items():
                _write_new(part, files[path])
        for path in untrue:
            with plainly(f"remove {str(path)!r}", open_elsewhere):
                path.unlink(missing_ok=True)
        for part, path in parts.items():
            with plainly(f"replace {str(path)!r}", open_elsewhere):
                part.replace(path)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()
    return list(files)


def _write_new(path: Path, content: bytes) -> None:
    """Write a file where there is nothing, not even a link."""
    with path.open("xb") as file:
        file.write(content)
