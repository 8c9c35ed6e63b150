"""Time of ``her2viz figures``, all figures in three formats: by two processes against one, best of several rounds.

The two take turns, since a shared machine can be half as fast a minute later. As in an installed package, Python may
keep what it has compiled.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(processes: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "her2viz", "figures", folder, "--processes", str(processes)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
        return time.perf_counter() - start


if __name__ == "__main__":
    alone, together = (min(times) for times in zip(*((seconds(1), seconds(2)) for _ in range(ROUNDS)), strict=True))
    print(f"her2viz figures: one process {alone:.1f} s, two {together:.1f} s, ratio {together / alone:.2f}")
