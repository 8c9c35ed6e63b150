"""Install a built wheel in an environment of its own, away from the checkout, and do with it what a user does first.

    python tools/try_wheel.py dist

It runs on Linux, macOS and Windows alike, needs nothing but Python, and ends in an error at the first thing that fails.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parent.parent / "constraints.txt"
SCRIPT = """
import sys
import her2viz as hv
assert hv.__file__.startswith(sys.prefix), hv.__file__
assert len(hv.load_sites()) == 8
fig = hv.figure("body-map")
fig.save("body-map.svg")
assert hv.__version__ in sys.argv[1], (hv.__version__, sys.argv[1])
"""
COMMANDS = (
    ("figures", "figures", "--processes", "2"),
    ("slides", "talk.pptx"),
    ("handout", "sheet.pdf"),
    ("template", "mine.csv"),
    ("check", "mine.csv"),
    ("table", "sites", "--format", "md"),
    ("notebooks", "course"),
)


def main() -> None:
    """Try the wheel of a folder."""
    (wheel,) = Path(sys.argv[1]).resolve().glob("her2viz-*.whl")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        place = Path(home, "environment")
        venv.create(place, with_pip=True)
        programs = place / ("Scripts" if sys.platform == "win32" else "bin")
        empty = Path(home, "empty")
        empty.mkdir()

        def run(*command: str | Path) -> None:
            start = time.perf_counter()
            subprocess.run([str(part) for part in command], cwd=empty, check=True, stdout=subprocess.DEVNULL)
            took = time.perf_counter() - start
            print(f"{took:6.1f} s  {Path(command[0]).name} {' '.join(map(str, command[1:5]))[:60]}")

        python = programs / "python"
        run(python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, f"{wheel}[class]")
        run(python, "-W", "error::DeprecationWarning:her2viz", "-c", SCRIPT, wheel.name)
        for arguments in COMMANDS:
            run(programs / "her2viz", *arguments)
        for made in ("body-map.svg", "figures/index.html", "talk.pptx", "sheet.pdf", "course/00_start_here.ipynb"):
            assert (empty / made).stat().st_size > 1000, made


if __name__ == "__main__":
    main()
