"""Setting text by its measured width, so that lines break where the page or a card ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

__all__ = ["LEADING", "Measure"]

#: Line height, in type sizes.
LEADING = 1.32


class Measure:
    """Measures text in the font in force, in inches.

    Parameters
    ----------
    dpi : float
        Resolution of the page that the text is for; hinting makes widths differ a little between resolutions.
    """

    def __init__(self, dpi: float) -> None:
        self._dpi = dpi
        canvas: Any = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=dpi))
        self._renderer = canvas.get_renderer()

    def width(self, text: str, points: float, weight: str = "normal") -> float:
        """Return the width of one line, in inches."""
        font = FontProperties(size=points, weight=weight)
        return float(self._renderer.get_text_width_height_descent(text, font, False)[0]) / self._dpi

    def lines(self, text: str, room: float, points: float, weight: str = "normal") -> list[str]:
        """Break a text into lines no wider than the room, in inches.

        Lines break between words; inside a word only where it alone is wider than the room.
        """
        return _wrap(text, room, lambda part: self.width(part, points, weight))

    @staticmethod
    def height(lines: int, points: float) -> float:
        """Return the height of some lines, in inches."""
        return lines * LEADING * points / 72


def _wrap(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word) > room and len(word) > 1:
            cut = next((n for n in range(len(word) - 1, 0, -1) if width(word[:n]) <= room), 1)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines
