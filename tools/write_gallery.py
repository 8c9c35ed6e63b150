"""Write docs/gallery.md and its pictures: every figure by lesson, with its question, alt text and caption."""

from __future__ import annotations

from pathlib import Path

import her2viz as hv
from her2viz.catalogue.registry import CATALOGUE
from her2viz.course.lessons import LESSONS, lesson_of
from her2viz.dataset.origin import FREQUENCY

DOCS = Path(__file__).parent.parent / "docs"
NOTICE = f"**Before you go on:** {FREQUENCY.notice('To go past them, close this page.')}"


def gallery() -> str:
    """Return the page as Markdown."""
    parts = ["# Gallery", f"Made by `make gallery`. {len(CATALOGUE)} figures; `her2viz list` lists them.", NOTICE]
    for lesson in LESSONS:
        shown = [entry for entry in CATALOGUE if lesson_of(entry.name) == lesson]
        if shown:
            parts += [f"## {lesson.title}", lesson.question]
        for entry in shown:
            words = entry.words(entry.rows(None))
            parts += [
                f"### {words.title}",
                f"`{entry.name}`: {entry.question}",
                f"![{words.alt}](gallery/{entry.name}.png)",
                words.caption,
            ]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Write the page and draw its pictures."""
    pictures = DOCS / "gallery"
    pictures.mkdir(exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    for path in hv.export(pictures, formats=["png"], size="screen"):
        if path.suffix == ".txt":
            path.unlink()
    (DOCS / "gallery.md").write_text(gallery(), encoding="utf-8")


if __name__ == "__main__":
    main()
