"""Time of loading all tables against reading the same files with bare pandas; prints the ratios."""

from __future__ import annotations

import sys
import timeit
from collections.abc import Callable

import pandas as pd

from her2viz.dataset import dtypes, loaders, schema
from her2viz.dataset.loaders import data_path, load_table

REPEATS = 100


def bare() -> None:
    for entry in schema.TABLES:
        pd.read_csv(data_path() / entry.file)


def ours() -> None:
    for entry in schema.TABLES:
        load_table(entry.name)


def forget() -> None:
    """Make the next load the first one: neither tables nor types are there."""
    loaders._parsed.cache_clear()
    dtypes._category.cache_clear()


def best(*runs: tuple[Callable[[], None], Callable[[], None]]) -> list[float]:
    """Return the shortest time of each run, in milliseconds, without what comes before it.

    They take turns, so that a busy machine slows all of them.
    """
    rounds = [[timeit.timeit(run, before, number=1) for before, run in runs] for _ in range(REPEATS)]
    return [1000 * min(times) for times in zip(*rounds, strict=True)]


if __name__ == "__main__":
    plain, first, again = best((forget, bare), (forget, ours), (ours, ours))
    print(f"bare pandas {plain:.1f} ms, her2viz {again:.1f} ms, ratio {again / plain:.2f}")
    print(f"the first time in a process, when the files are read: {first:.1f} ms, ratio {first / plain:.2f}")
    print("imported besides pandas:", sorted({"matplotlib", "seaborn", "pandera"} & sys.modules.keys()) or "nothing")
