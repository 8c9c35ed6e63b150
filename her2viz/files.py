"""Writing files: whole or not at all, and never over something of the user's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from her2viz.errors import UsageError

__all__ = ["FIRST_LINE", "check_names", "clear", "make_folder", "plainly", "write"]

#: How a text file of ours starts, so that it can be told from one of the user's.
FIRST_LINE = "Words of a her2viz figure"
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
    """Refuse names that folders or the user's own texts have."""
    for path in paths:
        with plainly(f"write {str(path)!r}"):
            if path.is_dir():
                raise UsageError(f"Can't write {str(path)!r}: it is a folder.")
            if path.suffix == ".txt" and path.exists() and not path.read_bytes().startswith(FIRST_LINE.encode()):
                raise UsageError(
                    f"{str(path)!r} is a text of yours; her2viz does not overwrite it. Choose another name."
                )


def write(files: dict[Path, bytes]) -> list[Path]:
    """Write files beside their names first and rename them when all are whole."""
    parts = {path.with_name(f".{path.name}{_PART}"): path for path in files}
    try:
        with plainly(f"write into {str(next(iter(files)).parent)!r}"):
            for part, path in parts.items():
                part.write_bytes(files[path])
            for part, path in parts.items():
                part.replace(path)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()
    return list(files)
