"""Setting text by its measured width, so that lines break where the page or a box ends."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

__all__ = ["LEADING", "Measure", "heading_type", "small_type"]

#: Line height, in type sizes.
LEADING = 1.18
#: What decides the width of a text besides its size and weight.
# fmt: off
_FONT = (
    "font.family", "font.sans-serif", "font.serif", "font.monospace", "font.style", "font.variant", "font.stretch",
    "text.hinting", "text.hinting_factor", "text.kerning_factor",
)
# fmt: on


def small_type() -> float:
    """Return the size of small text in points."""
    return _points("axes.labelsize")


def heading_type() -> float:
    """Return the size of the names of sites and groups inside a chart, in points."""
    return _points("axes.titlesize")


def _points(setting: str) -> float:
    """Return a size of rcParams, where it may be a word such as "medium"."""
    settings: Any = mpl.rcParams
    return float(FontProperties(size=settings[setting]).get_size_in_points())


class Measure:
    """Measures text in the font in force, in inches.

    Parameters
    ----------
    dpi : float
        Resolution of the page that the text is for; hinting makes widths differ a little between resolutions.
    """

    def __init__(self, dpi: float) -> None:
        self._dpi = dpi
        settings: Any = mpl.rcParams
        self._font = "; ".join(str(settings[key]) for key in _FONT)  # one text, whose hash is kept

    def width(self, text: str, points: float, weight: str = "normal") -> float:
        """Return the width of one line, in inches: of its words and of the spaces between them."""
        words = text.split()
        wide = sum(self._word(word, points, weight) for word in words)
        return wide + self._space(points, weight) * max(0, len(words) - 1)

    def _space(self, points: float, weight: str) -> float:
        return self._word("n n", points, weight) - self._word("nn", points, weight)

    def _word(self, word: str, points: float, weight: str) -> float:
        return _width(word, points, weight, self._dpi, self._font)

    def lines(self, text: str, room: float, points: float, weight: str = "normal") -> list[str]:
        """Break a text into lines no wider than the room, in inches.

        Lines break between words; inside a word only where it alone is wider than the room.
        """

        def width(part: str) -> float:
            return self._word(part, points, weight)

        space = self._space(points, weight)
        lines: list[str] = []
        line: list[str] = []
        wide = 0.0
        for word in text.split():
            if wide + width(word) + space * len(line) <= room:
                line.append(word)
                wide += width(word)
                continue
            if line:
                lines.append(" ".join(line))
            while width(word) > room and len(word) > 1:
                cut = next((n for n in range(len(word) - 1, 0, -1) if width(word[:n]) <= room), 1)
                lines.append(word[:cut])
                word = word[cut:]
            line, wide = [word], width(word)
        return [*lines, " ".join(line)] if line else lines

    @staticmethod
    def height(lines: int, points: float) -> float:
        """Return the height of some lines, in inches."""
        return lines * LEADING * points / 72


@lru_cache(maxsize=50_000)
def _width(word: str, points: float, weight: str, dpi: float, font: str) -> float:
    """Return the width of a word, in inches; the font settings in force are part of the key."""
    properties = FontProperties(size=points, weight=weight)
    return float(_renderer(dpi).get_text_width_height_descent(word, properties, False)[0]) / dpi


@lru_cache(maxsize=8)
def _renderer(dpi: float) -> Any:
    canvas: Any = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=dpi))
    return canvas.get_renderer()
