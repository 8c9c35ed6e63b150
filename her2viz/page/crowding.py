"""Whether the words of someone's own rows fit on the page that they are set on."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from matplotlib.figure import Figure

from her2viz.charts.axes import ComposedFigure
from her2viz.charts.crowding import leaving, meeting, merging_circles, written
from her2viz.errors import DataError
from her2viz.page.layout import compose, left_for_panels
from her2viz.page.panels import Panels
from her2viz.style import Size
from her2viz.words.parts import Words

__all__ = ["composed"]

#: A panel lower or narrower than so many type sizes shows nothing.
_LEAST = 3
#: As high as a page to print may be, in inches: A4 and Letter take it.
_SHEET = 9.4
_NO_ROOM = "no room is left for the chart"


def composed(page: Size, words: Words, panels: Panels, name: str) -> Figure:
    """Compose a page; one of someone's own words in another form where the first does not fit.

    Raises
    ------
    DataError
        If a chart finds no room for its rows. Of someone's own words also if they overlap or leave the page; the
        message then quotes them and says what to shorten.
    """
    if words.origin.own:
        return _within(page, words, panels, name)
    drawn = compose(page, words, panels)
    if found := next(_lacking(drawn), ""):
        raise DataError(f"The rows of {name} do not fit at size {page.name}: {found}.")
    return drawn


def _within(page: Size, words: Words, panels: Panels, name: str) -> Figure:
    if left_for_panels(page, words) < _LEAST * page.label / 72:
        raise _refusal(name, page, _NO_ROOM)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a layout without room, which is found below
        drawn = compose(page, words, panels)
        found = next(_crowded(drawn, page), "")
        if found and panels.otherwise:
            drawn = compose(page, words, panels.otherwise)
        if found and next(_crowded(drawn, page), ""):
            raise _refusal(name, page, found)
    return drawn


def _refusal(name: str, page: Size, problem: str) -> DataError:
    larger = {"slide": " Size screen or print has more room.", "print": " Size screen has more room."}
    bars = " Bars need less room: site-bars." if name != "site-bars" else ""
    return DataError(
        f"The words of these rows do not fit on {name} at size {page.name}: {problem}. Shorten title, label, "
        f"qualifier, population or source, or leave rows out.{larger.get(page.name, '')}{bars}"
    )


def _lacking(figure: ComposedFigure) -> Iterator[str]:
    yield from (f"no room is left for {what}" for lacking in figure.lacking.values() for what in lacking)


def _crowded(figure: ComposedFigure, page: Size) -> Iterator[str]:
    yield from _lacking(figure)
    figure.draw_without_rendering()
    if page.name == "print" and figure.get_figheight() > _SHEET:
        yield f"the page is {figure.get_figheight():.1f} inches high, and a sheet of paper has room for {_SHEET}"
    least = _LEAST * page.label / 72 * figure.dpi
    if any(min(ax.bbox.width, ax.bbox.height) < least for ax in figure.axes):
        yield _NO_ROOM
    if any(map(merging_circles, figure.axes)):
        yield "no room is left for circles that can be seen"
    texts = written(figure)
    yield from leaving(figure, texts)
    for ax in figure.axes:
        for text in ax.texts:
            box = text.get_window_extent()
            if any(other is not ax and box.overlaps(other.bbox) for other in figure.axes):
                yield f"{text.get_text()!r} leaves its panel"
    yield from meeting(texts)
