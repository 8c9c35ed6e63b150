"""A progress bar, on a terminal alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track

__all__ = ["tracked"]


def tracked(steps: Iterable[list[Path]], total: int) -> Iterator[list[Path]]:
    """Go through the steps of a plan, with a bar of how many are done."""
    # none without a console; rich's own answer is yes in a pipe where FORCE_COLOR is set, as in CI
    console = Console(stderr=True, quiet=not (sys.stderr and sys.stderr.isatty()))
    yield from track(steps, "Drawing", total=total, console=console, transient=True)
