"""Time of ``her2viz figures``, all figures in three formats: by two processes against one, best of several rounds."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

ROUNDS = 2


def seconds(processes: int) -> float:
    times = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            command = [sys.executable, "-m", "her2viz", "figures", folder, "--processes", str(processes)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    alone, together = seconds(1), seconds(2)
    print(f"her2viz figures: one process {alone:.1f} s, two {together:.1f} s, ratio {together / alone:.2f}")
