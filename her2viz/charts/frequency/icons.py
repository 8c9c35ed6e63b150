"""Arrays of 100 circles, one array a site."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import Bar, bars_of, frequency_rows
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError

__all__ = ["SIDE", "circles", "hundred_circles", "site_icons"]

SIDE = 10  # circles along each side of an array
_DIAMETER = 0.78
_ASIDE = 0.5  # from an array to words beside it, in type sizes
_BELOW = 2.7  # from its top to where words above it would stand, in type sizes


def site_icons(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw 100 circles a site and fill as many as the figure says, row by row from the top left.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns; rows without a frequency are not drawn.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay. Where
        words would leave a figure without a layout engine, its margins are set anew, as by ``tight_layout``.
    color : object, optional
        Taken, and not used, so that seaborn's ``FacetGrid.map_dataframe`` can call it: our colours stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, with one collection of 100 circles for each site.

    Raises
    ------
    DataError
        If the rows mix populations, repeat a site, or hold a frequency that is not a whole number from 0 to 100.
        Also where the chart does not fit on its Axes: nothing of it is left there then.
    UsageError
        If ax is not one plain Axes.

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
    return draw_on(ax, partial(_draw, rows, bars))


def _draw(rows: pd.DataFrame, bars: list[Bar], panel: Panel) -> None:
    ax, plan = panel.ax, _plan(panel, bars)
    for number, bar in enumerate(bars):
        line, column = divmod(number, plan.columns)
        _array(panel, bar, column * plan.pitch, line * plan.drop, beside=plan.beside)
    ax.set_xlim(0, plan.width)
    ax.set_ylim(plan.height, -plan.head)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    filled = "this site" if origin_of(rows).own else "spread at this site"
    panel.write_below(f"one circle is 1 {phrases.reference_class(rows, start='of')}; filled: {filled}", loc="left")


class _Plan(NamedTuple):
    """Where the arrays stand, in circles."""

    columns: int
    pitch: float  # from one array to the next beside it
    drop: float  # from one array to the next below it
    head: float  # room for the two lines of words above an array
    width: float
    height: float
    beside: bool  # words beside an array, not above it


def _plan(panel: Panel, bars: list[Bar]) -> _Plan:
    """Fit the arrays into the Axes as they stand, so that the words of one do not reach the next."""
    widest = max(panel.extent(text, weight="bold") for bar in bars for text in (bar.label, bar.words))
    em = panel.points * panel.dpi / 72
    plans = [plan(*panel.pixels, em, widest, len(bars)) for plan in (_above, _beside)]
    return max(plans, key=itemgetter(0))[1]


def _above(room: float, tall: float, em: float, widest: float, n: int) -> tuple[float, _Plan]:
    """Plan arrays with their words above; return how wide an array is, and the plan."""
    head, gap = 3.2 * em, 1.3 * em
    columns = max(1, min(n, int((room + gap) // (widest + 0.7 * em))))
    lines = math.ceil(n / columns)
    pitch = (room + gap) / columns
    side = max(em, min(pitch - gap, (tall - (lines - 1) * gap) / lines - head))
    circle, drop = side / SIDE, side + head + gap
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
    circle, lines = side / SIDE, math.ceil(n / columns)
    pitch, drop = max((room + gap) / columns, side + _ASIDE * em + widest + gap), side + gap
    high = (lines - 1) * drop + side
    return best[0], _Plan(columns, pitch / circle, drop / circle, 0, room / circle, high / circle, True)


def _array(panel: Panel, bar: Bar, left: float, top: float, *, beside: bool) -> None:
    hundred_circles(panel, round(bar.value), left, top, label=bar.label)
    at = (left + SIDE, top) if beside else (left + (1 - _DIAMETER) / 2, top)
    across = _ASIDE if beside else 0
    for words, up, weight in ((bar.label, 1.75, "normal"), (bar.words, 0.5, "bold")):
        panel.ax.annotate(
            words,
            at,
            xytext=(across, up - (_BELOW if beside else 0)),
            textcoords="offset fontsize",
            color=panel.colours.ink,
            weight=weight,
            parse_math=False,
        )


def hundred_circles(panel: Panel, filled: int, left: float = 0, top: float = 0, *, label: str) -> None:
    """Draw a square of 100 circles, the first ones filled."""
    look, rest = panel.colours, SIDE * SIDE - filled
    circles(
        panel,
        [(left + i % SIDE + 0.5, top + i // SIDE + 0.5) for i in range(SIDE * SIDE)],
        [look.accent] * filled + [look.paper] * rest,
        [look.accent] * filled + [look.outline] * rest,
        label=label,
        gid="figure",
    )


def circles(
    panel: Panel,
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
        offset_transform=panel.ax.transData,
        facecolors=faces,
        edgecolors=edges,
        linewidths=width * panel.line,
        label=label,
        gid=gid,
    )
    panel.ax.add_collection(drawn, autolim=False)
    return drawn
