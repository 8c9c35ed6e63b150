"""Print, for each document, the lines that no row of any table cites.

Run as ``python tools/uncited_lines.py [FOLDER]``; FOLDER holds the documents and is ../shared/sources otherwise.
"""

from __future__ import annotations

import sys
from pathlib import Path

import her2viz as hv
from her2viz.dataset import schema
from her2viz.dataset.loaders import load_table


def uncited(folder: Path) -> dict[str, dict[int, str]]:
    """Return the lines that hold text and that no row cites, by document and line number."""
    cited: dict[str, set[int]] = {}
    for entry in schema.TABLES:
        frame = load_table(entry.name)
        if "line" in frame.columns:
            for source_id, lines in frame.groupby("source_id", observed=True)["line"]:
                cited.setdefault(str(source_id), set()).update(int(n) for n in lines)
    return {
        source.source_id: {
            number: text
            for number, text in enumerate((folder / source.file).read_text(encoding="utf-8").splitlines(), start=1)
            if text.strip() and number not in cited.get(source.source_id, set())
        }
        for source in hv.load_sources().itertuples()
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "sources"
    for source_id, lines in uncited(folder).items():
        print(f"{source_id}: {len(lines)} lines that no row cites")
        for number, text in lines.items():
            print(f"  {number:4}  {text.strip()[:100]}")
