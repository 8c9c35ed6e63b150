"""Write docs/data-dictionary.md from the schema."""

from pathlib import Path

from her2viz.dictionary import dictionary

if __name__ == "__main__":
    target = Path(__file__).parent.parent / "docs" / "data-dictionary.md"
    target.write_text(dictionary(), encoding="utf-8")
