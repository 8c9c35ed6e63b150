"""The Axes that a chart is drawn on: its size, its colours, and the steps that charts share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure

from her2viz import style
from her2viz.charts.typesetting import Measure, small_type
from her2viz.errors import UsageError

__all__ = ["ComposedFigure", "Panel", "ground_of", "page_of", "panel_of", "plain_axes", "size_of"]


class ComposedFigure(Figure):
    """A figure whose page is laid out, and looked over, as a whole; its charts leave both to it.

    ``lacking`` holds, for each Axes, what its chart found no room for; ``inside`` those whose chart stays inside them.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.lacking: dict[Axes, list[str]] = {}
        self.inside: set[Axes] = set()


@dataclass
class Panel:
    """An Axes to draw on.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    width, height : float
        Its size, in inches.
    measure : Measure
        Measures text on its page.
    colours : style.Look
        The colours to draw with.
    lacking : list of str
        Filled by a chart: what it finds no room for.
    """

    ax: Axes
    width: float
    height: float
    measure: Measure
    colours: style.Look
    lacking: list[str] = field(default_factory=list)

    @property
    def points(self) -> float:
        """The size of type, in points."""
        return float(mpl.rcParams["font.size"])

    @property
    def em(self) -> float:
        """The size of type, in inches."""
        return self.points / 72

    @property
    def line(self) -> float:
        """The width of lines, in points."""
        return float(mpl.rcParams["axes.linewidth"])

    def bare(self) -> None:
        """Hide ticks and spines."""
        self.ax.set_xticks([])
        self.ax.set_yticks([])
        self.ax.spines[:].set_visible(False)

    def in_inches(self) -> None:
        """Measure the Axes in inches from its top left corner, and hide ticks and spines."""
        self.ax.set_xlim(0, self.width)
        self.ax.set_ylim(self.height, 0)
        self.bare()
        if isinstance(page := page_of(self.ax), ComposedFigure):
            page.inside.add(self.ax)

    def axis_of_100(self) -> None:
        """Let the horizontal axis run from 0 to 100, with as many ticks as have room."""
        room = 1.3 * self.measure.width("100", small_type())
        step = next((n for n in (20, 50) if n / 100 * self.width > room), 100)
        self.ax.set_xlim(0, 100)
        self.ax.set_xticks(range(0, 101, step))

    def write(self, x: float, y: float, text: object, *, in_layout: bool = False, **look: Any) -> None:
        """Write on the Axes, from a place in its units; out of its layout where it stays inside."""
        font = {"va": "baseline", "color": self.colours.ink, "parse_math": False, **look}
        self.ax.text(x, y, str(text), **font).set_in_layout(in_layout)

    def write_below(self, text: str, *, half_page: bool = False, **look: Any) -> None:
        """Write below the Axes, in lines no wider than it; or than half the page, for an Axes beside long words."""
        small = small_type()
        if half_page and self.composed:
            room = 0.5 * page_of(self.ax).get_figwidth()
        else:
            room = max(self.width, *(self.measure.width(word, small) for word in text.split()))
        if self.measure.width(text, small) > room:
            text = "\n".join(self.measure.lines(text, room, small))
        self.ax.set_xlabel(text, size=small, parse_math=False, **look)

    @property
    def whole(self) -> dict[str, Any]:
        """How the outline of a whole of 100 is drawn."""
        return {
            "facecolor": "none",
            "edgecolor": self.colours.outline,
            "lw": self.line,
            "clip_on": False,
            "gid": "whole",
        }

    @property
    def composed(self) -> bool:
        """Whether the page is laid out and looked over as a whole, and says of whom the numbers are."""
        return isinstance(page_of(self.ax), ComposedFigure)

    @property
    def dpi(self) -> float:
        """How many pixels are an inch."""
        return page_of(self.ax).dpi

    @property
    def pixels(self) -> tuple[float, float]:
        """Its size in pixels."""
        box, holder = self.ax.get_position(original=True), self.ax.get_figure(root=False)
        assert holder is not None
        return float(box.width * holder.bbox.width), float(box.height * holder.bbox.height)

    def extent(self, text: str, **font: Any) -> float:
        """Return the width of a text as it is drawn, in pixels."""
        drawn = self.ax.text(0, 0, text, parse_math=False, **font)
        extent = float(drawn.get_window_extent().width)
        drawn.remove()
        return extent


def plain_axes(ax: object) -> Axes:
    """Return the Axes, or the current one; raise UsageError where it is not one plain Axes."""
    if ax is None:
        import matplotlib.pyplot as plt  # slow, and not needed on an Axes given

        return plt.gca()
    if not isinstance(ax, Axes):
        many = " Take one of an array of Axes, such as axes.flat[0]." if hasattr(ax, "__len__") else ""
        raise UsageError(f"ax must be one matplotlib Axes; got {type(ax).__name__}.{many}")
    if ax.name != "rectilinear" or {ax.get_xscale(), ax.get_yscale()} != {"linear"}:
        raise UsageError("ax must be a plain Axes with linear scales; make one with plt.subplots().")
    figure = ax.get_figure(root=True)
    if figure is None or ax not in figure.axes:
        raise UsageError(
            "ax must be an Axes that stands in a figure by itself; this one is an inset, or was removed from its own. "
            "Make one with plt.subplots()."
        )
    if mpl.rcParams["text.usetex"] or ax.xaxis.label.get_usetex():
        raise UsageError(
            "Words are not set by TeX, which takes signs in them, such as %, for commands: make the Axes and draw on "
            'it with plt.rc_context({"text.usetex": False}).'
        )
    if min(size_of(ax)) <= 0:
        raise UsageError("ax must have a width and a height; make one with plt.subplots().")
    return ax


def page_of(ax: Axes) -> Figure:
    """Return the figure that an Axes stands in, subfigures left out."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def size_of(ax: Axes) -> tuple[float, float]:
    """Return width and height in inches, before an equal aspect makes one of them smaller."""
    box, page, holder = ax.get_position(original=True), page_of(ax), ax.get_figure(root=False)
    assert holder is not None
    across, up = page.get_size_inches()
    if holder is not page:
        across, up = across * holder.bbox.width / page.bbox.width, up * holder.bbox.height / page.bbox.height
    return float(box.width * across), float(box.height * up)


def panel_of(ax: Axes) -> Panel:
    """Return the Axes as it stands now, with the colours that can be read on it and around it."""
    figure = page_of(ax)
    around = ground_of(figure)
    paper = _over(ax.get_facecolor(), around)
    colours = style.look_on(paper, to_hex(mpl.rcParams["text.color"]), around)
    if style.contrast(colours.ink, paper) < 4.5 or style.contrast(colours.ink, around) < 4.5:
        raise UsageError(
            f"Words can't be read on Axes of {paper} and on a figure of {around}: make both light or both dark."
        )
    return Panel(ax, *size_of(ax), Measure(figure.dpi), colours)


def ground_of(figure: Figure) -> str:
    """Return the colour of the page around the Axes; one that lets light through lies on white."""
    return _over(figure.get_facecolor(), "white")


def _over(colour: Any, ground: str) -> str:
    """Return the colour seen where a colour that may let light through lies on a ground."""
    return style.mixed_colour(to_hex(colour), ground, to_rgba(colour)[3])
