"""Write docs/data-dictionary.md from the schema."""

from pathlib import Path

from her2viz.dataset.dictionary import dictionary
from her2viz.own.columns import OWN_SITES

if __name__ == "__main__":
    target = Path(__file__).parent.parent / "docs" / "data-dictionary.md"
    target.write_text(dictionary(OWN_SITES), encoding="utf-8")
