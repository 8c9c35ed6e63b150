"""How much longer validating the notebooks takes than just running them, on one core and on two."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
import run_notebooks

PART = ["notebooks/solutions", "tests/course/test_lessons.py::test_student_copies_run_to_the_end"]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_all() -> None:
    for folder in (run_notebooks.SOLUTIONS, run_notebooks.SOLUTIONS.parent):
        for path in sorted(folder.glob("*.ipynb")):
            run_notebooks.execute(nbformat.read(path, as_version=4), folder)


def validate(*options: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, *PART]
    subprocess.run(command, check=True, cwd=run_notebooks.ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    plain = seconds(run_all)
    one = seconds(lambda: validate("-p", "no:xdist"))
    two = seconds(lambda: validate("-n", "2", "--dist", "loadfile"))
    print(f"running solved lessons and student copies: {plain:.1f} s")
    print(f"validating them on one core: {one:.1f} s, ratio {one / plain:.2f}")
    print(f"validating them on two: {two:.1f} s, ratio {two / plain:.2f}")
