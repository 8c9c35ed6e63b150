"""Time and peak memory of refusing tables of someone's own that are far too long, in a process of its own each."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HEADER = "site,label,frequency_pct,qualifier,population,sites_overlap,source,note\n"
ROW = "site_{0},Site {0},1,about,people in a made-up class example,True,Made-up numbers for a class,\n"
RUN = """
import resource, sys, time
import her2viz as hv
hv.load_sites(), hv.DataError, hv.read_sites
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
try:
    hv.read_sites(sys.argv[1])
except hv.DataError as error:
    said = str(error).partition("' ")[2][:60]
took, more = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(f"{took:6.2f} s, {more / 1024:6.1f} MB more: {said}")
"""


def write_rows(path: Path) -> None:
    with path.open("w") as file:
        file.write(HEADER)
        file.writelines(ROW.format(n) for n in range(1_000_000))


def write_quote(path: Path) -> None:
    path.write_text(HEADER + '"' + "x" * 100_000_000)


def write_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400_000)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, write in {"a million rows": write_rows, "no end": write_quote, "no text": write_bytes}.items():
            path = Path(folder) / f"{name}.csv"
            write(path)
            print(f"{name:15} {path.stat().st_size / 1e6:6.1f} MB: ", end="", flush=True)
            subprocess.run([sys.executable, "-c", RUN, path], check=True)
