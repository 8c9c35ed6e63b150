"""Arrays of 100 circles, one array a site."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection

from her2viz import phrases, style
from her2viz.charts.frequency.rows import Bar, bars_of, frequency_rows
from her2viz.charts.typesetting import below
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError

__all__ = ["circles", "site_icons"]

_SIDE = 10  # circles along each side of an array
_DIAMETER = 0.78
_ASIDE = 0.5  # from an array to words beside it, in type sizes
_BELOW = 2.7  # from its top to where words above it would stand, in type sizes


def site_icons(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw 100 circles a site and fill as many as the figure says, row by row from the top left.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns; rows without a frequency are not drawn.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Its figure's style and your rcParams stay as they are.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, with one collection of 100 circles for each site.

    Raises
    ------
    DataError
        If the rows mix populations, repeat a site, or hold a frequency that is not a whole number from 0 to 100.

    Notes
    -----
    The shipped numbers are rough figures from one web page (``data/metastasis_sites.csv``), about women with
    advanced breast cancer. The arrays are not the same hundred women four times: nothing says who has two sites.

    Examples
    --------
    >>> import her2viz as hv
    >>> len(hv.site_icons().collections)
    4
    """
    rows = frequency_rows(data)
    bars = bars_of(rows)
    broken = [f"{bar.label} ({bar.value:g})" for bar in bars if not bar.value.is_integer()]
    if broken:
        raise DataError(
            f"Circles are whole people, so frequency_pct must be a whole number; got {', '.join(broken)}. "
            "Draw these with site_bars."
        )
    if ax is None:
        import matplotlib.pyplot as plt

        ax = plt.gca()
    plan = _plan(ax, bars)
    for number, bar in enumerate(bars):
        line, column = divmod(number, plan.columns)
        _array(ax, bar, column * plan.pitch, line * plan.drop, beside=plan.beside)
    ax.set_xlim(0, plan.width)
    ax.set_ylim(plan.height, -plan.head)
    ax.set_aspect("equal", anchor="NW")
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    filled = "this site" if origin_of(rows).own else "spread at this site"
    key = f"one circle is 1 {phrases.reference_class(rows, start='of')}; filled: {filled}"
    ax.set_xlabel(below(ax, key), parse_math=False, loc="left")
    return ax


class _Plan(NamedTuple):
    """Where the arrays stand, in circles."""

    columns: int
    pitch: float  # from one array to the next beside it
    drop: float  # from one array to the next below it
    head: float  # room for the two lines of words above an array
    width: float
    height: float
    beside: bool  # words beside an array, not above it


def _plan(ax: Axes, bars: list[Bar]) -> _Plan:
    """Fit the arrays into the Axes as they stand, so that the words of one do not reach the next."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    words = [ax.text(0, 0, t, weight="bold", parse_math=False) for bar in bars for t in (bar.label, bar.words)]
    widest = max(text.get_window_extent().width for text in words)
    for text in words:
        text.remove()
    place = ax.get_position(original=True)
    room, tall = place.width * figure.bbox.width, place.height * figure.bbox.height
    em = mpl.rcParams["font.size"] * figure.dpi / 72
    return max((_above(room, tall, em, widest, len(bars)), _beside(room, tall, em, widest, len(bars))), key=_size)[1]


def _size(plan: tuple[float, _Plan]) -> float:
    return plan[0]


def _above(room: float, tall: float, em: float, widest: float, n: int) -> tuple[float, _Plan]:
    """Plan arrays with their words above; return how wide an array is, and the plan."""
    head, gap = 3.2 * em, 1.3 * em
    columns = max(1, min(n, int((room + gap) // (widest + 0.7 * em))))
    lines = math.ceil(n / columns)
    pitch = (room + gap) / columns
    side = max(em, min(pitch - gap, (tall - (lines - 1) * gap) / lines - head))
    circle, drop = side / _SIDE, side + head + gap
    high = (lines - 1) * drop + side
    return side, _Plan(columns, pitch / circle, drop / circle, head / circle, room / circle, high / circle, False)


def _beside(room: float, tall: float, em: float, widest: float, n: int) -> tuple[float, _Plan]:
    """Plan arrays with their words beside; return how wide an array is, and the plan."""
    gap, best = 1.0 * em, (0.0, 1)
    for columns in range(1, n + 1):
        lines = math.ceil(n / columns)
        side = min((room + gap) / columns - gap - _ASIDE * em - widest, (tall + gap) / lines - gap)
        best = max(best, (side, columns))
    side, columns = max(best[0], 2.8 * em), best[1]  # no lower than its two lines of words
    circle, lines = side / _SIDE, math.ceil(n / columns)
    pitch, drop = max((room + gap) / columns, side + _ASIDE * em + widest + gap), side + gap
    high = (lines - 1) * drop + side
    return best[0], _Plan(columns, pitch / circle, drop / circle, 0, room / circle, high / circle, True)


def _array(ax: Axes, bar: Bar, left: float, top: float, *, beside: bool) -> None:
    filled = round(bar.value)
    rest = _SIDE * _SIDE - filled
    circles(
        ax,
        [(left + i % _SIDE + 0.5, top + i // _SIDE + 0.5) for i in range(_SIDE * _SIDE)],
        [style.FILL] * filled + [style.PAPER] * rest,
        [style.FILL] * filled + [style.OUTLINE] * rest,
        label=bar.label,
        gid="figure",
    )
    at = (left + _SIDE, top) if beside else (left + (1 - _DIAMETER) / 2, top)
    across = _ASIDE if beside else 0
    for words, up, weight in ((bar.label, 1.75, "normal"), (bar.words, 0.5, "bold")):
        ax.annotate(
            words,
            at,
            xytext=(across, up - (_BELOW if beside else 0)),
            textcoords="offset fontsize",
            color=style.INK,
            weight=weight,
            parse_math=False,
        )


def circles(
    ax: Axes,
    places: Sequence[tuple[float, float]],
    faces: Sequence[str],
    edges: Sequence[str],
    *,
    label: str,
    gid: str,
    width: float = 1.0,
) -> EllipseCollection:
    """Add circles, one unit of the Axes apart, to an Axes of equal aspect; ``width`` is that of their lines."""
    sizes = [_DIAMETER] * len(places)
    drawn = EllipseCollection(
        sizes,
        sizes,
        [0] * len(places),
        units="xy",
        offsets=places,
        offset_transform=ax.transData,
        facecolors=faces,
        edgecolors=edges,
        linewidths=width * mpl.rcParams["axes.linewidth"],
        label=label,
        gid=gid,
    )
    ax.add_collection(drawn, autolim=False)
    return drawn
