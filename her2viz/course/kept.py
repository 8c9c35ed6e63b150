"""What is kept of a student's answers: one small file beside the lessons, and nowhere else."""

from __future__ import annotations

import json
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from her2viz.course.lessons import LESSONS
from her2viz.errors import DataError, UsageError
from her2viz.files import plainly, shipped_folder, shown, write

__all__ = ["PROGRESS_FILE", "RIGHT", "TRIED", "keep", "kept", "lesson_folder"]

PROGRESS_FILE = "her2viz-progress.json"
RIGHT, TRIED = "right", "tried"
_KEY = "her2viz progress"
#: In bytes; ours has a few thousand.
_LARGEST = 1_000_000
#: How long to wait for another notebook that writes, in seconds; a write takes a few thousandths.
_PATIENCE = 2.0


def lesson_folder() -> Path | None:
    """Return the folder whose answers are kept: the current one, if code runs in a notebook among a copy of lessons.

    Scripts, tests and the lessons as they are shipped leave nothing behind.
    """
    interactive = sys.modules.get("IPython")
    shell = interactive.get_ipython() if interactive else None
    if getattr(shell, "kernel", None) is None:
        return None
    folder = Path.cwd()
    if folder.resolve().is_relative_to(shipped_folder("notebooks").resolve()):
        return None
    return folder if any((folder / f"{lesson.name}.ipynb").is_file() for lesson in LESSONS) else None


def kept(folder: Path) -> dict[str, str]:
    """Return what is kept in a folder: "right" or "tried" by exercise.

    Raises
    ------
    DataError
        If the file is broken, or is none of ours. It stays as it is.
    """
    path = folder / PROGRESS_FILE
    with plainly(f"read {str(path)!r}"):
        try:
            there = path.stat()
        except FileNotFoundError:
            return {}
        if not stat.S_ISREG(there.st_mode) or there.st_size > _LARGEST:  # to open a pipe may wait for ever
            raise _foreign(path, "it is no file, or far larger than ours")
        content = path.read_bytes()
    try:
        held = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _foreign(path, "it is cut off or was edited") from error
    entries = held.get(_KEY) if isinstance(held, dict) else None
    if not isinstance(entries, dict) or len(held) > 1 or not set(map(str, entries.values())) <= {RIGHT, TRIED}:
        raise _foreign(path, "another program, or another version, has written it")
    return entries


def keep(exercise: str, right: bool) -> None:
    """Keep that an exercise was tried, or is right; what was right once stays so.

    The same answers give the same bytes, however often they are run. Where the file can't be read or written, it
    stays as it is, and the answer is checked all the same: :func:`her2viz.progress` says what is wrong.
    """
    folder = lesson_folder()
    if folder is None:
        return
    with suppress(UsageError, DataError, OSError), _alone(folder / f".{PROGRESS_FILE}.lock"):
        entries = kept(folder)
        state = RIGHT if right or entries.get(exercise) == RIGHT else TRIED
        if entries.get(exercise) != state:
            held = {_KEY: {**entries, exercise: state}}
            text = json.dumps(held, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
            write({folder / PROGRESS_FILE: text.encode()})


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other notebook writes; a lock that stays is of a notebook that was killed."""
    ends = time.monotonic() + _PATIENCE
    while True:
        try:
            lock.touch(exist_ok=False)
            break
        except FileExistsError:
            if time.monotonic() > ends:
                break
            time.sleep(0.01)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _foreign(path: Path, why: str) -> DataError:
    return DataError(
        f"{shown(path)} can't be read as your progress: {why}. Nothing in it was changed. To begin anew, rename it; "
        "run your answers again, and they are kept in a new one."
    )
