"""Whether the words of someone's own rows fit on the page that they are set on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from matplotlib.collections import EllipseCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from her2viz.errors import DataError
from her2viz.style import Size

__all__ = ["refuse_crowded"]

#: Circles narrower than so many of their lines can't be told from filled ones.
_CIRCLE = 2.5
#: A panel lower or narrower than so many type sizes shows nothing.
_LEAST = 3
_SLACK = 1.0  # in pixels


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
    for ax in figure.axes:
        unit = abs(ax.transData.transform((1, 0))[0] - ax.transData.transform((0, 0))[0])
        arrays = [c for c in ax.collections if isinstance(c, EllipseCollection)]
        if any(
            unit * max(c.get_widths()) < _CIRCLE * max(c.get_linewidth()) / 72 * figure.dpi
            for c in arrays
        ):
            yield "no room is left for circles that can be seen"
    boxes = [(text.get_text(), text.get_window_extent()) for text in _written(figure)]
    for text, box in boxes:
        edges = (box.x0, box.y0, figure.bbox.x1 - box.x1, figure.bbox.y1 - box.y1)
        if min(edges) < 0:
            yield f"{text!r} leaves the page"
    for ax in figure.axes:
        for written in ax.texts:
            box = written.get_window_extent()
            if any(other is not ax and box.overlaps(other.bbox) for other in figure.axes):
                yield f"{written.get_text()!r} leaves its panel"
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > _SLACK and min(a.y1, b.y1) - max(a.y0, b.y0) > _SLACK:
            yield f"{one!r} meets {other!r}"


def _written(figure: Figure) -> Iterator[Text]:
    """Return every text that is drawn; tick labels outside the axis are not."""
    texts = list(figure.texts)
    for ax in figure.axes:
        texts += [*ax.texts, ax.title, ax.xaxis.label, ax.yaxis.label]
        for axis in (ax.xaxis, ax.yaxis):
            low, high = sorted(axis.get_view_interval())
            texts += [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return (text for text in texts if text.get_visible() and text.get_text().strip())
