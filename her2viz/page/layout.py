"""The page of a catalogue figure: words in reserved space above and below the panels, nothing clipped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

from her2viz import style
from her2viz.charts.axes import ComposedFigure
from her2viz.charts.typesetting import LEADING, Measure
from her2viz.page.panels import Panels, Room
from her2viz.style import Size
from her2viz.words.parts import Words

__all__ = ["AIR", "Block", "compose", "foot", "head", "height", "left_for_panels", "set_lines", "write"]

#: Between the panels and the words above and below, in sizes of label type.
AIR = 0.4
#: The least share of a page's area that the panels take where its height is free.
_SHARE = 0.56


@dataclass(frozen=True)
class Block:
    """Some lines of one size, with the space above them in type sizes; a second text may go on in the last line."""

    text: str
    points: float
    colour: str
    weight: str = "normal"
    above: float = 0.0
    then: str = ""


_Set = list[tuple[Block, list[str]]]


def compose(page: Size, words: Words, panels: Panels) -> ComposedFigure:
    """Set panels and their words on one page.

    Parameters
    ----------
    page : Size
        The page; where its height is free it follows the panels.
    words : Words
        Title, reference class and aside stand above; overlap note, caveat and credit below.
    panels : Panels
        What is drawn between them.
    """
    measure = Measure(page.dpi)
    room = page.width - 2 * page.margin
    top, bottom = _around(page, words, measure)
    tail, air = height(bottom), AIR * page.label / 72
    fixed = _taken(page, top, bottom)
    full = page.height or fixed + max(
        panels.height(Room(page, room, measure)), fixed * _SHARE / (room / page.width - _SHARE)
    )
    figure = ComposedFigure(figsize=(page.width, full))
    FigureCanvasAgg(figure)  # a renderer that stays, so that measuring text is cheap

    left, bottom_edge = page.margin / page.width, (page.bottom + tail + air) / full
    rect = (left, bottom_edge, room / page.width, (full - fixed) / full)
    layout = ConstrainedLayoutEngine(rect=rect, w_pad=0, h_pad=0, wspace=panels.between, hspace=0.06)
    grid = figure.add_gridspec(
        -(-len(panels.draw) // panels.columns),
        panels.columns,
        width_ratios=panels.widths or None,
        height_ratios=panels.heights or None,
        left=left,
        right=1 - left,
        bottom=bottom_edge,
        top=bottom_edge + rect[3],
    )
    axes = [figure.add_subplot(grid[divmod(n, panels.columns)]) for n in range(len(panels.draw))]

    def draw_all() -> list[Bbox]:
        """Draw the panels; return where they stood."""
        for ax, draw in zip(axes, panels.draw, strict=True):
            draw(ax)
        return [ax.get_position(original=True) for ax in axes]

    drawn_at = draw_all()
    if len(axes) > 1 or not figure.inside:
        layout.execute(figure)
    for ax in axes:  # rounded, since the solver's last digits differ from run to run
        x, y, wide, tall = (round(float(edge), 6) for edge in ax.get_position(original=True).bounds)
        ax.set_position((x, y, wide, tall))
    if any(_moved(ax.get_position(original=True), old) for ax, old in zip(axes, drawn_at, strict=True)):
        for ax in axes:
            ax.clear()
        draw_all()  # again where labels outside the Axes have moved them, so that a chart can measure what fits

    write(figure, page, top, full - page.top)
    write(figure, page, bottom, page.bottom + tail, rule_before=words.caveat)
    return figure


def left_for_panels(page: Size, words: Words) -> float:
    """Return the height in inches that the words above and below leave on a page whose height is set."""
    return (page.height or float("inf")) - _taken(page, *_around(page, words, Measure(page.dpi)))


def _around(page: Size, words: Words, measure: Measure) -> tuple[_Set, _Set]:
    """Set the words above and below the panels."""
    room = page.width - 2 * page.margin
    note = Block(words.note, page.reference, style.INK, "bold")
    return (
        set_lines(measure, room, *head(page, words, measure)),
        set_lines(measure, room, note, *foot(page, words, measure)),
    )


def _taken(page: Size, top: _Set, bottom: _Set) -> float:
    """Return the height that words, margins and the air around the panels take, in inches."""
    air = AIR * page.label / 72
    return page.top + height(top) + air + air + height(bottom) + page.bottom


def _moved(new: Bbox, old: Bbox) -> bool:
    return any(abs(a - b) > 1e-4 for a, b in zip(new.extents, old.extents, strict=True))


def head(page: Size, words: Words, measure: Measure) -> tuple[Block, ...]:
    """Return title, reference class and aside; the aside beside the reference class where both fit on one line."""
    title = Block(words.title, page.title, style.INK, "bold")
    reference = Block(words.reference, page.reference, style.INK, "bold", above=0.1)
    beside = replace(reference, then=words.aside)
    if len(_broken(measure, page.width - 2 * page.margin, beside)) == 1:
        return title, beside
    return title, reference, Block(words.aside, page.small, style.MUTED)


def foot(page: Size, words: Words, measure: Measure) -> tuple[Block, ...]:
    """Return caveat and credit, which stand last on a page; in one paragraph where that takes a line less."""
    room = page.width - 2 * page.margin
    caveat = Block(words.caveat, page.small, style.INK, above=0.4)
    apart = caveat, Block(words.page_credit, page.small, style.MUTED)
    together = replace(caveat, then=words.page_credit)
    return (
        (together,) if height(set_lines(measure, room, together)) < height(set_lines(measure, room, *apart)) else apart
    )


def _broken(measure: Measure, room: float, block: Block) -> list[str]:
    """Break a block into lines; on one line, what follows takes the room of its own weight."""
    whole = f"{block.text} {block.then}".strip()
    wide = _start(measure, block, block.text) + measure.width(block.then, block.points)
    return [whole] if block.then and wide <= room else measure.lines(whole, room, block.points, block.weight)


def _start(measure: Measure, block: Block, before: str) -> float:
    """Return how far, in inches, what follows stands from the start of the words before it."""
    return (
        measure.width(before, block.points, block.weight)
        + (0.4 if block.weight == "normal" else 0.6) * block.points / 72
    )


def set_lines(measure: Measure, room: float, *blocks: Block) -> list[tuple[Block, list[str]]]:
    """Break the text of each block into lines no wider than the room, in inches; leave out empty ones."""
    return [(b, _broken(measure, room, b)) for b in blocks if b.text]


def height(blocks: list[tuple[Block, list[str]]]) -> float:
    """Add up the height of some blocks, in inches."""
    return sum(b.points / 72 * b.above + Measure.height(len(lines), b.points) for b, lines in blocks)


def write(figure: Figure, page: Size, blocks: list[tuple[Block, list[str]]], top: float, rule_before: str = "") -> None:
    """Write blocks downwards from a height in inches, with a rule across the page before one of them."""
    left, tall, measure = page.margin / page.width, figure.get_figheight(), Measure(figure.dpi)
    for block, lines in blocks:
        em = block.points / 72
        if block.text == rule_before:
            y = (top - em * block.above * 0.4) / tall
            figure.add_artist(Line2D([left, 1 - left], [y, y], color=style.RULE, lw=page.line))
        top -= em * block.above
        look: dict[str, Any] = {"size": block.points, "va": "baseline", "parse_math": False}
        letters = len("".join(block.text.split()))
        for line in lines:
            x, y = left, (top - em * LEADING * 0.78) / tall
            own, rest = [], line.split()
            while rest and letters > 0:
                letters -= len(rest[0])
                own.append(rest.pop(0))
            if own:
                figure.text(x, y, " ".join(own), color=block.colour, weight=block.weight, **look)
                x += _start(measure, block, " ".join(own)) / page.width
            if rest:
                figure.text(x, y, " ".join(rest), color=style.MUTED, **look)
            top -= em * LEADING
