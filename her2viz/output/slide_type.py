"""Type on a slide: paragraphs as large as fits, in whatever typeface a template has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from her2viz import style
from her2viz.charts.typesetting import Measure
from her2viz.errors import UsageError

__all__ = ["GAP", "Para", "Type"]

_PAGE = style.size("slide")
#: The space before a paragraph after the first, and between what stands below each other, in inches.
GAP = 14 / 72
#: Lines are somewhat higher than in our own typeface.
_HIGHER = 1.05


class Para(NamedTuple):
    """A paragraph: its text, what goes on in it in plain type, whether it is bold, and its size where that is fixed."""

    text: str
    then: str = ""
    bold: bool = False
    points: float | None = None


class Type(NamedTuple):
    """How type is set in a template.

    Parameters
    ----------
    wider : float
        How much wider its letters may be than those of our own typeface.
    smallest : float
        No text is smaller, in points.
    scale : float
        What sizes meant for a slide of our own width are multiplied by.
    """

    wider: float
    smallest: float
    scale: float

    def tall(self, paras: Iterable[Para], width: float, points: float) -> float:
        """Return the height that paragraphs of one size need, in inches."""
        with style.catalogue_style(_PAGE):
            measure = Measure(_PAGE.dpi)
            counts = [
                len(measure.lines(f"{p.text} {p.then}", width / self.wider, points, "bold" if p.bold else "normal"))
                for p in paras
            ]
        return _HIGHER * Measure.height(sum(counts), points) + GAP * max(0, len(counts) - 1)

    def largest(self, points: float, height: float, needed: Callable[[float], float], words: str) -> float:
        """Return the largest size, no larger than this one, in which words need no more than a height."""
        for size in range(int(points), int(self.smallest) - 1, -1):
            if needed(size) <= height:
                return points if size == int(points) else size
        raise UsageError(f"The template has too little room for these words: {words!r}.")

    def fitting(self, paras: Sequence[Para], width: float, height: float, points: float) -> list[Para]:
        """Return paragraphs in the size that their place has; where that is too large, in the largest that fits."""
        if all(para.points for para in paras):
            return list(paras)
        longest = max((para.text for para in paras), key=len)
        size = self.largest(points, height, lambda size: self.tall(paras, width, size), longest)
        return list(paras) if size == points else [para._replace(points=size) for para in paras]

    def paginated(self, texts: Iterable[str], width: float, height: float) -> list[list[str]]:
        """Share texts of the smallest size out to slides."""
        pages: list[list[str]] = []
        for text in texts:
            if not pages or self.tall(map(Para, [*pages[-1], text]), width, self.smallest) > height:
                pages.append([])
            pages[-1].append(text)
        return pages
