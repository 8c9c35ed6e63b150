"""A copy of the course to work in, which never overwrites what a student has changed."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from her2viz.errors import UsageError
from her2viz.files import as_path, check_names, make_folder, plainly, quoted, shipped_folder, shown, write

__all__ = ["Copied", "copy_course", "need_jupyterlab", "open_jupyterlab"]

#: JupyterLab, which Ctrl-C ends without a traceback until it has its own answer to it.
_JUPYTERLAB = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "import runpy; runpy.run_module('jupyterlab', run_name='__main__', alter_sys=True)"
)


class Copied(NamedTuple):
    """What became of each notebook: written, there already just as it is shipped, or kept since it differs."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    kept: tuple[Path, ...]

    def lines(self, folder: Path) -> list[str]:
        """Say so, in a line each."""
        n = len(self.written)
        lines = [f"Copied {n} notebook{'s' * (n != 1)} into {shown(folder)}"]
        if self.unchanged:
            lines.append(f"Already there as shipped: {len(self.unchanged)}")
        if self.kept:
            names = ", ".join(path.relative_to(folder).as_posix() for path in self.kept)
            lines.append(f"Kept as they are, since they differ from the course: {names}")
            lines.append("For a fresh copy of one, rename yours and run this again, or name another folder.")
        return lines


def copy_course(folder: str | Path, *, solutions: bool = False) -> Copied:
    """Copy the notebooks of the course into a folder, and leave every notebook that differs from ours as it is.

    Parameters
    ----------
    folder : str or pathlib.Path
        The folder; made where there is none.
    solutions : bool
        Whether to copy the solutions too, into ``solutions`` inside the folder.

    Returns
    -------
    Copied
        The notebooks written, those there already just as they are shipped, and those kept: a student has changed
        them, or another version of her2viz has written them. To have one of these afresh, rename it and copy again.

    Raises
    ------
    UsageError
        If the folder can't be written to, is a file, or is where the course is shipped. Nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     first, again = copy_course(folder), copy_course(folder)
    >>> [path.name for path in first.written] == [path.name for path in again.unchanged]
    True
    """
    source, target = shipped_folder("notebooks"), as_path(folder, "folder")
    with plainly(f"copy the course into {str(target)!r}"):
        if target.exists() and not target.is_dir():
            raise UsageError(f"The course needs a folder; {str(target)!r} is a file.")
        if target.resolve().is_relative_to(source.resolve()):
            raise UsageError(f"{str(target)!r} is where the course is shipped; choose another folder to work in.")
        shipped = sorted(source.glob("*.ipynb"))
        shipped += sorted(source.glob("solutions/*.ipynb")) if solutions else []
        course = {target / path.relative_to(source): path.read_bytes() for path in shipped}
        for inner in {path.parent for path in course} - {target}:
            if not inner.resolve().is_relative_to(target.resolve()):
                raise UsageError(f"{str(inner)!r} leads out of {str(target)!r}; nothing is written there.")
        check_names(course)
        there = {path: path.read_bytes() for path in course if path.exists()}
    new = {path: course[path] for path in course if path not in there}
    for parent in dict.fromkeys(path.parent for path in new):
        make_folder(parent)
    return Copied(
        tuple(write(new)) if new else (),
        tuple(path for path in there if there[path] == course[path]),
        tuple(path for path in there if there[path] != course[path]),
    )


def need_jupyterlab() -> None:
    """Check that JupyterLab and the widgets are installed.

    Raises
    ------
    UsageError
        If one is not; the message gives the command that installs them.
    """
    missing = [name for name in ("jupyterlab", "ipywidgets") if not _installed(name)]
    if missing:
        raise UsageError(
            f"The course needs {' and '.join(missing)}, which this Python does not have. Install with: "
            f'{quoted(sys.executable)} -m pip install "her2viz[notebooks]"'
        )


def _installed(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ValueError:  # a module that is blocked
        return False


def open_jupyterlab(folder: Path, options: Sequence[str] = ()) -> int:
    """Run JupyterLab of this Python on a folder until it ends; return its exit code."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # and so for the new process while Python starts
    # -P: a json.py in the current folder is no part of JupyterLab
    process = subprocess.Popen([sys.executable, "-P", "-c", _JUPYTERLAB, *options, str(folder.resolve())])
    # Ctrl-C is for JupyterLab, which asks before it stops; this process waits for the answer
    signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = process.wait()
    finally:
        process.terminate()  # where this process is asked to end, JupyterLab ends with it
        process.wait()
        signal.signal(signal.SIGINT, before)
    return code if code >= 0 else 128 - code
