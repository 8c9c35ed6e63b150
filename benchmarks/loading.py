"""Time of loading all tables against reading the same files with bare pandas; prints the ratio."""

from __future__ import annotations

import sys
import timeit

import pandas as pd

from her2viz.dataset import schema
from her2viz.dataset.loaders import data_path, load_table

REPEATS = 30


def bare() -> None:
    for entry in schema.TABLES:
        pd.read_csv(data_path() / entry.file)


def ours() -> None:
    for entry in schema.TABLES:
        load_table(entry.name)


if __name__ == "__main__":
    bare(), ours()  # once, to warm up
    slow = min(timeit.repeat(ours, number=1, repeat=REPEATS))
    fast = min(timeit.repeat(bare, number=1, repeat=REPEATS))
    print(f"bare pandas {1000 * fast:.1f} ms, her2viz {1000 * slow:.1f} ms, ratio {slow / fast:.2f}")
    print("imported besides pandas:", sorted({"matplotlib", "seaborn", "pandera"} & sys.modules.keys()) or "nothing")
