"""The page of a catalogue figure: words in reserved space above and below the panels, nothing clipped."""

from __future__ import annotations

from dataclasses import dataclass

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

__all__ = ["Block", "compose", "foot", "height", "set_lines", "write"]


@dataclass(frozen=True)
class Block:
    """Some lines of one style, with the space above them in type sizes."""

    text: str
    points: float
    colour: str
    weight: str = "normal"
    above: float = 0.0


def compose(page: Size, words: Words, panels: Panels) -> Figure:
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

    top = set_lines(
        measure,
        room,
        Block(words.title, page.title, style.INK, "bold"),
        Block(words.reference, page.reference, style.FILL, "bold", above=0.25),
        Block(words.aside, page.small, style.MUTED, above=0.15),
    )
    bottom = set_lines(
        measure,
        room,
        Block(words.note, page.label, style.INK),
        *foot(page, words),
    )
    head, tail, air = height(top), height(bottom), 1.1 * page.label / 72
    fixed = head + tail + 2 * page.margin + 2 * air
    full = page.height or fixed + panels.height(Room(page, room, measure))
    figure = ComposedFigure(figsize=(page.width, full))
    FigureCanvasAgg(figure)  # a renderer that stays, so that measuring text is cheap

    left, bottom_edge = page.margin / page.width, (page.margin + tail + air) / full
    rect = (left, bottom_edge, room / page.width, (full - fixed) / full)
    layout = ConstrainedLayoutEngine(rect=rect, w_pad=0, h_pad=0, wspace=0.04, hspace=0.06)
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
    layout.execute(figure)
    for ax in axes:  # rounded, since the solver's last digits differ from run to run
        x, y, wide, tall = (round(float(edge), 6) for edge in ax.get_position(original=True).bounds)
        ax.set_position((x, y, wide, tall))
    if any(_moved(ax.get_position(original=True), old) for ax, old in zip(axes, drawn_at, strict=True)):
        for ax in axes:
            ax.clear()
        draw_all()  # again where labels outside the Axes have moved them, so that a chart can measure what fits

    write(figure, page, top, full - page.margin)
    write(figure, page, bottom, page.margin + tail, rule_before=words.caveat)
    return figure


def _moved(new: Bbox, old: Bbox) -> bool:
    return any(abs(a - b) > 1e-4 for a, b in zip(new.extents, old.extents, strict=True))


def foot(page: Size, words: Words) -> tuple[Block, Block]:
    """Return the caveat and the credit, which stand last on a page."""
    return (
        Block(words.caveat, page.small, style.INK, above=1.1 if words.note else 0.6),
        Block(words.credit, page.small, style.MUTED, above=0.2),
    )


def set_lines(measure: Measure, room: float, *blocks: Block) -> list[tuple[Block, list[str]]]:
    """Break the text of each block into lines no wider than the room, in inches; leave out empty ones."""
    return [(b, measure.lines(b.text, room, b.points, b.weight)) for b in blocks if b.text]


def height(blocks: list[tuple[Block, list[str]]]) -> float:
    """Add up the height of some blocks, in inches."""
    return sum(b.points / 72 * b.above + Measure.height(len(lines), b.points) for b, lines in blocks)


def write(figure: Figure, page: Size, blocks: list[tuple[Block, list[str]]], top: float, rule_before: str = "") -> None:
    """Write blocks downwards from a height in inches, with a rule across the page before one of them."""
    left, tall = page.margin / page.width, figure.get_figheight()
    for block, lines in blocks:
        em = block.points / 72
        if block.text == rule_before:
            y = (top - em * block.above * 0.62) / tall
            figure.add_artist(Line2D([left, 1 - left], [y, y], color=style.OUTLINE, lw=page.line))
        top -= em * block.above
        for line in lines:
            figure.text(
                left,
                (top - em * LEADING * 0.78) / tall,
                line,
                size=block.points,
                color=block.colour,
                weight=block.weight,
                va="baseline",
                parse_math=False,
            )
            top -= em * LEADING
