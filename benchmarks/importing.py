"""Time of importing her2viz over starting Python alone, each in its own process; prints difference and ratio."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 40
ROOT = Path(__file__).parent.parent


def seconds(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
    return time.perf_counter() - start


if __name__ == "__main__":
    seconds("import her2viz")  # once, to compile
    # in turns, so that both meet the same machine
    pairs = [(seconds("pass"), seconds("import her2viz")) for _ in range(ROUNDS)]
    bare, ours = (1000 * min(times) for times in zip(*pairs, strict=True))
    print(f"bare Python {bare:.1f} ms, import her2viz {ours - bare:.1f} ms more, ratio {ours / bare:.2f}")
