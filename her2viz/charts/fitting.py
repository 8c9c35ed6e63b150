"""Whether a chart can be read on the Axes that it is drawn on; if not, the Axes is left as it was."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.layout_engine import PlaceHolderLayoutEngine, TightLayoutEngine

from her2viz import style
from her2viz.charts import crowding
from her2viz.charts.axes import ComposedFigure, Panel, ground_of, page_of, panel_of, plain_axes, size_of
from her2viz.errors import DataError

__all__ = ["draw_on"]

_MOVED = 1e-3  # in inches
#: Of the contrast of words along the axes, which keep the user's colours.
_LEAST = 3
_MORE_ROOM = (
    'Make the figure larger, as in plt.subplots(figsize=(10, 5), layout="constrained"), draw fewer charts in it, or '
    'set smaller type, as in plt.rcParams["font.size"] = 8.'
)


def draw_on(ax: Axes | None, draw: Callable[[Panel], None]) -> Axes:
    """Draw on an Axes, or the current one, and leave it as it was where what is drawn can't be read there.

    Raises
    ------
    UsageError
        If it is not one plain Axes.
    DataError
        If words leave the page or meet, something else has no room, or a chart beside it would change.
    """
    with style.ONE_AT_A_TIME:  # a thread that draws a figure of the catalogue has its own look in force
        return _drawn_on(plain_axes(ax), draw)


def _drawn_on(ax: Axes, draw: Callable[[Panel], None]) -> Axes:
    page = page_of(ax)
    if isinstance(page, ComposedFigure):
        panel = panel_of(ax)
        draw(panel)
        page.lacking[ax] = panel.lacking
        return ax
    before = _Before(ax)
    try:
        problem = _drawn(before, draw)
        for narrower_only in (True, False, False):  # where it becomes narrower, its words can need yet more room
            if problem and before.lay_out_anew(narrower_only):
                problem = _drawn(before, draw)
        if problem:
            raise DataError(problem)
    except BaseException:
        before.restore()
        raise
    return ax


def _drawn(before: _Before, draw: Callable[[Panel], None]) -> str:
    """Draw, and again where the figure's layout has then moved the Axes; say what can't be read."""
    ax = before.ax
    for _ in range(3):
        before.clear()
        panel = panel_of(ax)
        draw(panel)
        _lay_out(page_of(ax))
        if max(abs(a - b) for a, b in zip(size_of(ax), (panel.width, panel.height), strict=True)) < _MOVED:
            break
    if before.neighbours_changed():
        return (
            "A chart that is drawn already shares an axis with this one and shows other rows, which would be lost. "
            "Make the figure with sharex=False and sharey=False."
        )
    if unseen := next(_unseen(ax, before), ""):
        return f"This chart would lose words that its numbers need: {unseen}. Make a new Axes: plt.subplots()."
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
    ax, figure = panel.ax, page_of(panel.ax)
    yield from (f"no room is left for {what}" for what in panel.lacking)
    if crowding.merging_circles(ax):
        yield "no room is left for circles that can be seen"
    yield from (found for found in _crowded(figure) if found not in before.crowded)
    beside = [other for other in figure.axes if other.get_visible() and not other.bbox.overlaps(ax.bbox)]
    for text in set(crowding.written_in(ax)) - before.artists:
        if any(text.get_window_extent().overlaps(other.bbox) for other in beside):
            yield f"{text.get_text()!r} meets the chart beside it"


def _unseen(ax: Axes, before: _Before) -> Iterator[str]:
    """Name words along the axes that are switched off, or that can't be told from what they stand on."""
    below, around = ax.xaxis.label, ground_of(page_of(ax))
    names = ax.yaxis.get_major_formatter().format_ticks(list(ax.get_yticks()))
    beside = ax.get_yticklabels() if ax.yaxis.get_visible() else []
    written = [text for text in (below, *beside) if text.get_text()]
    if any(names) and not any(text.get_text() for text in beside) and not before.named_beside(names):
        yield f"the names of its rows, such as {names[0]!r}, are switched off"
    if below.get_text() and not below.get_visible():
        yield f"{below.get_text()!r} is switched off"
    for text in written:
        if style.contrast(to_hex(text.get_color()), around) < _LEAST:
            yield f"{text.get_text()!r} can't be read in its colour"


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
        page = page_of(ax)
        _lay_out(page)
        self.crowded = set(_crowded(page))
        self._margins = _margins(page)
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
        page = page_of(self.ax)
        if _margins(page) != self._margins:
            page.subplots_adjust(**self._margins)

    def lay_out_anew(self, narrower_only: bool) -> bool:
        """Give the words around the Axes more room where the figure has no layout of its own; tell whether.

        Narrower only: margins that are wide enough stay, so that Axes become no larger than the user made them.
        """
        page = page_of(self.ax)
        if not isinstance(page.get_layout_engine(), PlaceHolderLayoutEngine | None):
            return False
        _lay_out(page, TightLayoutEngine())
        if narrower_only:
            tight, wider = _margins(page), {"right": min, "top": min}
            both = {name: wider.get(name, max)(tight[name], was) for name, was in self._margins.items()}
            if both["left"] < both["right"] and both["bottom"] < both["top"]:
                page.subplots_adjust(**both)
        return True

    def named_beside(self, names: Sequence[str]) -> bool:
        """Whether a chart drawn before, on Axes that share the vertical axis with this one, shows these names."""
        named = [[text.get_text() for text in ax.get_yticklabels()] for ax, _ in self._neighbours]
        return list(names) in named

    def neighbours_changed(self) -> bool:
        """Whether a chart drawn before on an Axes that shares an axis with this one is not as it was."""
        return any(_state(other) != state for other, state in self._neighbours)


def _margins(figure: Figure) -> dict[str, float]:
    return {name: getattr(figure.subplotpars, name) for name in ("left", "right", "bottom", "top", "wspace", "hspace")}


def _state(ax: Axes) -> tuple[Any, ...]:
    return ax.get_xlim(), ax.get_ylim(), [text.get_text() for text in ax.get_yticklabels()]
