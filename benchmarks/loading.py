"""Time of loading all tables against reading the same files with bare pandas; prints the ratio."""

from __future__ import annotations

import sys
import timeit
from collections.abc import Callable

import pandas as pd

from her2viz.dataset import loaders, schema
from her2viz.dataset.loaders import data_path, load_table

REPEATS = 30


def bare() -> None:
    for entry in schema.TABLES:
        pd.read_csv(data_path() / entry.file)


def ours() -> None:
    for entry in schema.TABLES:
        load_table(entry.name)


def ours_first() -> None:
    loaders._parsed.cache_clear()
    ours()


def best(run: Callable[[], None]) -> float:
    run()  # once, to warm up
    return 1000 * min(timeit.repeat(run, number=1, repeat=REPEATS))


if __name__ == "__main__":
    plain, first, again = best(bare), best(ours_first), best(ours)
    print(f"bare pandas {plain:.1f} ms, her2viz {again:.1f} ms, ratio {again / plain:.2f}")
    print(f"the first time in a process, when the types are applied: {first:.1f} ms, ratio {first / plain:.2f}")
    print("imported besides pandas:", sorted({"matplotlib", "seaborn", "pandera"} & sys.modules.keys()) or "nothing")
