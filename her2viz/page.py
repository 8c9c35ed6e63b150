"""The page of a catalogue figure: words in reserved space above and below one panel, nothing clipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from her2viz import style
from her2viz.style import Size
from her2viz.wording import Words

__all__ = ["compose"]

_LEADING = 1.32  # line height, in type sizes


@dataclass(frozen=True)
class _Block:
    """Some lines of one style, with the space above them in type sizes."""

    text: str
    points: float
    colour: str
    weight: str = "normal"
    above: float = 0.0


def compose(page: Size, words: Words, rows: float, draw: Callable[[Axes], object]) -> Figure:
    """Set a chart and its words on one page.

    Parameters
    ----------
    page : Size
        The page; where its height follows the content, the panel gets ``rows`` rows of height.
    words : Words
        Title, reference class and what else stands above; overlap note, caveat and credit below.
    rows : float
        Height of the panel, in rows of the page.
    draw : callable
        Draws the panel on the Axes that it is given.
    """
    figure = Figure(figsize=(page.width, page.height or 1.0))
    canvas: Any = FigureCanvasAgg(figure)
    room = page.width - 2 * page.margin

    def set_lines(block: _Block) -> list[str]:
        font = FontProperties(size=block.points, weight=block.weight)
        renderer = canvas.get_renderer()

        def width(text: str) -> float:
            return float(renderer.get_text_width_height_descent(text, font, False)[0]) / figure.dpi

        return _wrap(block.text, room, width)

    above = [
        _Block(words.title, page.title, style.INK, "bold"),
        _Block(words.reference, page.reference, style.FILL, "bold", above=0.25),
        _Block(_aside(words.specificity), page.small, style.MUTED, above=0.15),
    ]
    below = [
        _Block(words.note, page.label, style.INK),
        _Block(words.caveat, page.small, style.INK, above=1.1),
        _Block(words.credit, page.small, style.MUTED, above=0.2),
    ]
    top = [(b, set_lines(b)) for b in above if b.text]
    bottom = [(b, set_lines(b)) for b in below if b.text]
    head, foot, air = _height(top), _height(bottom), 1.1 * page.label / 72
    height = page.height or head + foot + rows * page.row + 2 * page.margin + 2 * air
    figure.set_size_inches(page.width, height)

    panel = height - head - foot - 2 * page.margin - 2 * air
    rect = (page.margin / page.width, (page.margin + foot + air) / height, room / page.width, panel / height)
    figure.set_layout_engine("constrained", rect=rect, w_pad=0, h_pad=0)
    axes = figure.add_subplot()
    for _ in range(2):  # the second time on Axes that have their place, so that a chart can measure what fits
        axes.clear()
        draw(axes)
        figure.draw_without_rendering()
    figure.set_layout_engine("none")

    _write(figure, page, top, height - page.margin, height)
    end = _write(figure, page, bottom, page.margin + foot, height, rule_before=words.caveat)
    assert abs(end - page.margin) < 0.02
    return figure


def _aside(text: str) -> str:
    return f"Rough figures, {text}" if text else ""


def _height(blocks: list[tuple[_Block, list[str]]]) -> float:
    """Add up the height of some blocks, in inches."""
    return sum(b.points / 72 * (b.above + _LEADING * len(lines)) for b, lines in blocks)


def _write(
    figure: Figure,
    page: Size,
    blocks: list[tuple[_Block, list[str]]],
    top: float,
    height: float,
    rule_before: str = "",
) -> float:
    """Write blocks downwards from a height in inches; return where they end."""
    left = page.margin / page.width
    for block, lines in blocks:
        em = block.points / 72
        if block.text == rule_before:
            y = (top - em * block.above * 0.62) / height
            figure.add_artist(Line2D([left, 1 - left], [y, y], color=style.OUTLINE, lw=page.line))
        top -= em * block.above
        for line in lines:
            figure.text(
                left,
                (top - em * _LEADING * 0.78) / height,
                line,
                size=block.points,
                color=block.colour,
                weight=block.weight,
                va="baseline",
                parse_math=False,
            )
            top -= em * _LEADING
    return top


def _wrap(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """Break a text into lines that fit, between words; inside one only where it is wider than the page."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word) > room:
            cut = next(n for n in range(len(word) - 1, 0, -1) if width(word[:n]) <= room)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines
