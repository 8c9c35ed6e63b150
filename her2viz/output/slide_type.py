"""Type on a slide: paragraphs as large as fits, in whatever typeface a template has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from her2viz import style
from her2viz.charts.typesetting import Measure
from her2viz.output.slide_layouts import Room

__all__ = ["GAP", "SMALLEST", "Para", "fitting", "paginated", "tall"]

_PAGE = style.size("slide")
#: No text on a slide is smaller, in points.
SMALLEST = 18
#: Between what stands below each other, and the space before a paragraph after the first, in inches.
GAP = 12 / 72
#: A line of text: wider and higher than in our own typeface, as most typefaces of templates are.
_WIDER, _HIGHER = 1.2, 1.05


class Para(NamedTuple):
    """A paragraph: its text, what goes on in it unlike it, whether it is bold, its size or None, whether unbulleted."""

    text: str
    then: str = ""
    bold: bool = False
    points: float | None = None
    plain: bool = False


def tall(paras: Iterable[Para], width: float, points: float) -> float:
    """Return the height that paragraphs of one size need, in inches."""
    with style.catalogue_style(_PAGE):
        measure = Measure(_PAGE.dpi)
        counts = [
            len(measure.lines(f"{p.text} {p.then}", width / _WIDER, points, "bold" if p.bold else "normal"))
            for p in paras
        ]
    return _HIGHER * Measure.height(sum(counts), points) + GAP * max(0, len(counts) - 1)


def fitting(paras: Sequence[Para], height: float, room: Room, points: float) -> list[Para]:
    """Return paragraphs in the size that their place has; where that is too large, in the largest that fits.

    Paragraphs that have a size keep it.
    """
    if all(para.points for para in paras):
        return list(paras)
    for size in range(int(points), SMALLEST, -1):
        if tall(paras, room.text_width, size) <= height:
            return list(paras) if size == int(points) else [para._replace(points=size) for para in paras]
    return [para._replace(points=SMALLEST) for para in paras]


def paginated(texts: Iterable[str], width: float, height: float) -> list[list[str]]:
    """Share texts of the smallest size out to slides."""
    pages: list[list[str]] = []
    for text in texts:
        if not pages or tall(map(Para, [*pages[-1], text]), width, SMALLEST) > height:
            pages.append([])
        pages[-1].append(text)
    return pages
