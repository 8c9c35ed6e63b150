"""Whether the words of someone's own rows fit on the page that they are set on."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.figure import Figure

from her2viz.charts.crowding import leaving, meeting, merging_circles, written
from her2viz.errors import DataError
from her2viz.style import Size

__all__ = ["refuse_crowded"]

#: A panel lower or narrower than so many type sizes shows nothing.
_LEAST = 3


def refuse_crowded(figure: Figure, name: str, page: Size) -> None:
    """Refuse a page on which words overlap, leave the page, or leave no room for the panels.

    Raises
    ------
    DataError
        The message quotes the words and says what to shorten.
    """
    found = next(_crowded(figure, page), "")
    if found:
        larger = " A free page, size screen or print, has more room." if page.height else ""
        raise DataError(
            f"The words of these rows do not fit on {name} at size {page.name}: {found}. Shorten label, qualifier, "
            f"population or source, or leave rows out.{larger}"
        )


def _crowded(figure: Figure, page: Size) -> Iterator[str]:
    figure.draw_without_rendering()
    least = _LEAST * page.label / 72 * figure.dpi
    if any(min(ax.bbox.width, ax.bbox.height) < least for ax in figure.axes):
        yield "no room is left for the chart"
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
