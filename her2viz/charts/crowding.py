"""What is written in a figure, and what of it can't be read: words that meet or leave, circles that look filled."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

__all__ = ["leaving", "meeting", "merging_circles", "written", "written_in"]

#: Circles narrower than so many of their lines can't be told from filled ones.
_CIRCLE = 2.5
_SLACK = 1.0  # in pixels


def written(figure: Figure) -> list[Text]:
    """Return every text that is drawn in a figure."""
    return [*_shown(figure.texts), *itertools.chain.from_iterable(map(written_in, figure.axes))]


def written_in(ax: Axes) -> list[Text]:
    """Return every text that is drawn with an Axes; tick labels outside the axis are not."""
    texts = [*ax.texts, ax.title, ax.xaxis.label, ax.yaxis.label]
    for axis in (ax.xaxis, ax.yaxis) if ax.axison else ():
        low, high = sorted(axis.get_view_interval())
        ticks = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
        texts += [label for tick in ticks for label in (tick.label1, tick.label2)]
    return _shown(texts)


def _shown(texts: Iterable[Text]) -> list[Text]:
    return [text for text in texts if text.get_visible() and text.get_text().strip()]


def leaving(figure: Figure, texts: Iterable[Text], slack: float = 0.0) -> Iterator[str]:
    """Name the texts that leave the page."""
    for text in texts:
        box = text.get_window_extent()
        if min(box.x0, box.y0, figure.bbox.x1 - box.x1, figure.bbox.y1 - box.y1) < -slack:
            yield f"{text.get_text()!r} leaves the page"


def meeting(texts: Iterable[Text]) -> Iterator[str]:
    """Name the texts that meet."""
    boxes = [(text, text.get_window_extent()) for text in texts]
    for (text, a), (other, b) in itertools.combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > _SLACK and min(a.y1, b.y1) - max(a.y0, b.y0) > _SLACK:
            yield f"{text.get_text()!r} meets {other.get_text()!r}"


def merging_circles(ax: Axes) -> bool:
    """Whether an Axes has circles so small that open ones look filled."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    unit = abs(ax.transData.transform((1, 0))[0] - ax.transData.transform((0, 0))[0])
    arrays: list[Any] = [c for c in ax.collections if isinstance(c, EllipseCollection)]
    return any(unit * max(c.get_widths()) < _CIRCLE * max(c.get_linewidth()) / 72 * figure.dpi for c in arrays)
