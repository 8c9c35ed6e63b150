"""The Axes that a chart is drawn on: its size, its colours, and whether all that is drawn there can be read."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.layout_engine import PlaceHolderLayoutEngine, TightLayoutEngine

from her2viz import style
from her2viz.charts import crowding
from her2viz.charts.typesetting import Measure, small_type
from her2viz.errors import DataError, UsageError

__all__ = ["ComposedFigure", "Panel", "draw_on"]

_MOVED = 1e-3  # in inches
_MORE_ROOM = (
    'Make the figure larger, as in plt.subplots(figsize=(10, 5), layout="constrained"), draw fewer charts in it, or '
    'set smaller type, as in plt.rcParams["font.size"] = 8.'
)


class ComposedFigure(Figure):
    """A figure whose page is laid out, and looked over, as a whole; its charts leave both to it."""


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

    def axis_of_100(self, *, step: int | None = None) -> None:
        """Let the horizontal axis run from 0 to 100, with a tick every so many, or as many as have room."""
        room = 1.3 * self.measure.width("100", small_type())
        ticks = step or next((n for n in (20, 50) if n / 100 * self.width > room), 100)
        self.ax.set_xlim(0, 100)
        self.ax.set_xticks(range(0, 101, ticks))

    def write_below(self, text: str, *, half_page: bool = False, **look: Any) -> None:
        """Write below the Axes, in lines no wider than it; or than half the page, for an Axes beside long words."""
        small = small_type()
        if half_page and self.composed:
            room = 0.5 * _page(self.ax).get_figwidth()
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
        return isinstance(_page(self.ax), ComposedFigure)

    @property
    def dpi(self) -> float:
        """How many pixels are an inch."""
        return _page(self.ax).dpi

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


def draw_on(ax: Axes | None, draw: Callable[[Panel], None]) -> Axes:
    """Draw on an Axes, or the current one, and leave it as it was where what is drawn can't be read there.

    Raises
    ------
    UsageError
        If it is not one plain Axes.
    DataError
        If words leave the page or meet, something else has no room, or a chart beside it would change.
    """
    ax = _plain(ax)
    if isinstance(_page(ax), ComposedFigure):
        draw(_panel(ax))
        return ax
    before = _Before(ax)
    try:
        problem = _drawn(before, draw)
        for _ in range(3):  # other words may stand around it where it has become narrower
            if problem and before.lay_out_anew():
                problem = _drawn(before, draw)
        if problem:
            raise DataError(problem)
    except BaseException:
        before.restore()
        raise
    return ax


def _plain(ax: object) -> Axes:
    if ax is None:
        import matplotlib.pyplot as plt  # slow, and not needed on an Axes given

        return plt.gca()
    if not isinstance(ax, Axes):
        many = " Take one of an array of Axes, such as axes.flat[0]." if hasattr(ax, "__len__") else ""
        raise UsageError(f"ax must be one matplotlib Axes; got {type(ax).__name__}.{many}")
    if ax.name != "rectilinear" or {ax.get_xscale(), ax.get_yscale()} != {"linear"}:
        raise UsageError("ax must be a plain Axes with linear scales; make one with plt.subplots().")
    if ax.get_figure() is None:
        raise UsageError("ax must be an Axes of a figure; this one was removed from its own.")
    return ax


def _page(ax: Axes) -> Figure:
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def _size(ax: Axes) -> tuple[float, float]:
    """Return width and height in inches, before an equal aspect makes one of them smaller."""
    box, page, holder = ax.get_position(original=True), _page(ax), ax.get_figure(root=False)
    assert holder is not None
    across, up = page.get_size_inches()
    if holder is not page:
        across, up = across * holder.bbox.width / page.bbox.width, up * holder.bbox.height / page.bbox.height
    return float(box.width * across), float(box.height * up)


def _panel(ax: Axes) -> Panel:
    figure = _page(ax)
    around = _over(figure.get_facecolor(), "white")
    paper = _over(ax.get_facecolor(), around) if ax.axison else around
    colours = style.look_on(paper, to_hex(mpl.rcParams["text.color"]), around)
    if style.contrast(colours.ink, paper) < 4.5 or style.contrast(colours.ink, around) < 4.5:
        raise UsageError(
            f"Words can't be read on Axes of {paper} and on a figure of {around}: make both light or both dark."
        )
    return Panel(ax, *_size(ax), Measure(figure.dpi), colours)


def _over(colour: Any, ground: str) -> str:
    """Return the colour seen where a colour that may let light through lies on a ground."""
    return style.mixed_colour(to_hex(colour), ground, to_rgba(colour)[3])


def _drawn(before: _Before, draw: Callable[[Panel], None]) -> str:
    """Draw, and again where the figure's layout has then moved the Axes; say what can't be read."""
    ax = before.ax
    for _ in range(3):
        before.clear()
        panel = _panel(ax)
        draw(panel)
        _lay_out(_page(ax))
        if max(abs(a - b) for a, b in zip(_size(ax), (panel.width, panel.height), strict=True)) < _MOVED:
            break
    if before.neighbours_changed():
        return (
            "A chart that is drawn already shares an axis with this one and shows other rows, which would be lost. "
            "Make the figure with sharex=False and sharey=False."
        )
    found = next(_unreadable(panel, before), "")
    if found and before.used:
        return f"This chart does not fit on an Axes that is drawn on already: {found}. Make a new one: plt.subplots()."
    return f"This chart does not fit on its Axes: {found}. {_MORE_ROOM}" if found else ""


def _lay_out(figure: Figure, engine: TightLayoutEngine | None = None) -> None:
    """Run a layout, or the figure's own, and find where everything stands."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a layout without room, or that can't move some Axes
        if engine:
            engine.execute(figure)
        figure.draw_without_rendering()


def _unreadable(panel: Panel, before: _Before) -> Iterator[str]:
    ax, figure = panel.ax, _page(panel.ax)
    yield from (f"no room is left for {what}" for what in panel.lacking)
    if crowding.merging_circles(ax):
        yield "no room is left for circles that can be seen"
    yield from (found for found in _crowded(figure) if found not in before.crowded)
    beside = [other for other in figure.axes if other.get_visible() and not other.bbox.overlaps(ax.bbox)]
    for text in set(crowding.written_in(ax)) - before.artists:
        if any(text.get_window_extent().overlaps(other.bbox) for other in beside):
            yield f"{text.get_text()!r} meets the chart beside it"


def _crowded(figure: Figure) -> Iterator[str]:
    """Name all words of a figure that leave its page or meet; a chart can move what was drawn before it."""
    texts = crowding.written(figure)
    yield from crowding.leaving(figure, texts, slack=1)
    yield from crowding.meeting(texts)


class _Before:
    """An Axes as it was before a chart was drawn on it."""

    def __init__(self, ax: Axes) -> None:
        self.ax = ax
        self.artists: set[Artist] = set(ax.get_children())
        self.used = ax.has_data()
        label = ax.xaxis.label
        self._settings: list[tuple[Callable[..., Any], Any]] = [
            *((axis.set_major_locator, axis.get_major_locator()) for axis in (ax.xaxis, ax.yaxis)),
            *((axis.set_major_formatter, axis.get_major_formatter()) for axis in (ax.xaxis, ax.yaxis)),
            *((spine.set_visible, spine.get_visible()) for spine in ax.spines.values()),
            (ax.set_xlim, ax.get_xlim()),
            (ax.set_ylim, ax.get_ylim()),
            (ax.set_autoscalex_on, ax.get_autoscalex_on()),
            (ax.set_autoscaley_on, ax.get_autoscaley_on()),
            (ax.set_aspect, ax.get_aspect()),
            (ax.set_anchor, ax.get_anchor()),
            (ax.set_axis_on if ax.axison else ax.set_axis_off, None),
            (label.set_text, label.get_text()),
            (label.set_x, label.get_position()[0]),
            (label.set_horizontalalignment, label.get_horizontalalignment()),
        ]
        self._bars = len(ax.containers)
        page = _page(ax)
        _lay_out(page)
        self.crowded = set(_crowded(page))
        self._margins = {side: getattr(page.subplotpars, side) for side in ("left", "right", "bottom", "top")}
        self._margins |= {"wspace": page.subplotpars.wspace, "hspace": page.subplotpars.hspace}
        shared = {*ax.get_shared_x_axes().get_siblings(ax), *ax.get_shared_y_axes().get_siblings(ax)} - {ax}
        self._neighbours = [(other, _state(other)) for other in shared if other.has_data()]

    def clear(self) -> None:
        """Take off what was drawn since, and put the settings back."""
        for artist in self.ax.get_children():
            if artist not in self.artists:
                artist.remove()
        del self.ax.containers[self._bars :]
        for setter, value in self._settings:
            setter(value) if value is not None else setter()

    def restore(self) -> None:
        """Put back the layout as well."""
        self.clear()
        page = _page(self.ax)
        if any(getattr(page.subplotpars, name) != value for name, value in self._margins.items()):
            page.subplots_adjust(**self._margins)

    def lay_out_anew(self) -> bool:
        """Give the words around the Axes more room where the figure has no layout of its own; tell whether."""
        page = _page(self.ax)
        if not isinstance(page.get_layout_engine(), PlaceHolderLayoutEngine | None):
            return False
        _lay_out(page, TightLayoutEngine())
        return True

    def neighbours_changed(self) -> bool:
        """Whether a chart drawn before on an Axes that shares an axis with this one is not as it was."""
        return any(_state(other) != state for other, state in self._neighbours)


def _state(ax: Axes) -> tuple[Any, ...]:
    return ax.get_xlim(), ax.get_ylim(), [text.get_text() for text in ax.get_yticklabels()]
