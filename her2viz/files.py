"""Writing files: whole or not at all, and never over something of the user's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from her2viz.errors import UsageError, unknown

__all__ = [
    "FIRST_LINE",
    "FIRST_OF_PAGE",
    "INDEX",
    "check_names",
    "clear",
    "is_ours",
    "make_folder",
    "one_file",
    "plainly",
    "shipped_folder",
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
_PART = ".her2viz-part"


@contextmanager
def plainly(doing: str) -> Iterator[None]:
    """Turn what the system says into an error of ours."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"Can't {doing}: {error.strerror}.") from error


def make_folder(folder: Path) -> None:
    """Make a folder to write into, free of what a run that was killed left in it."""
    with plainly(f"make the folder {str(folder)!r}"):
        folder.mkdir(parents=True, exist_ok=True)
    clear(folder)


def clear(folder: Path) -> None:
    """Remove what a run that was killed left half-written."""
    for left in folder.glob(f".*{_PART}"):
        with suppress(OSError):
            left.unlink()


def check_names(paths: Iterable[Path]) -> None:
    """Refuse names that folders or the user's own texts and pages have."""
    for path in paths:
        with plainly(f"write {str(path)!r}"):
            if path.is_dir():
                raise UsageError(f"Can't write {str(path)!r}: it is a folder.")
            if path.suffix in _OURS and path.exists() and not is_ours(path):
                raise UsageError(
                    f"{str(path)!r} is a {_OURS[path.suffix][0]} of yours; her2viz does not overwrite it. "
                    "Choose another name or folder."
                )


def is_ours(path: Path) -> bool:
    """Tell a text or page of ours by its start."""
    start = _OURS[path.suffix][1].encode()
    with path.open("rb") as file:
        return file.read(len(start)) == start


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


def one_file(path: str | os.PathLike[str], ending: str) -> Path:
    """Return the path of a file to write, or refuse a wrong ending, a missing folder or the name of a folder."""
    path = Path(path)
    if path.suffix.lower() != ending:
        raise unknown("the ending of the file name", path.suffix, [ending])
    if not path.parent.is_dir():
        raise UsageError(f"The folder {str(path.parent)!r} does not exist; make it first.")
    check_names([path, _part(path)])
    return path


def _part(path: Path) -> Path:
    """Return the name under which a file is written first."""
    return path.with_name(f".{path.name}{_PART}")


def write(files: dict[Path, bytes], untrue: Iterable[Path] = ()) -> list[Path]:
    """Write files beside their names first; when all are whole, remove what they make untrue and rename them."""
    parts = {_part(path): path for path in files}
    try:
        with plainly(f"write into {str(next(iter(files)).parent)!r}"):
            for part, path in parts.items():
                part.write_bytes(files[path])
            for path in untrue:
                path.unlink(missing_ok=True)
            for part, path in parts.items():
                part.replace(path)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()
    return list(files)
