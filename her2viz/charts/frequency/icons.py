"""Arrays of 100 circles, one array a site."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import Bar, bars_of, lead_type, refuse_pairs, shown_rows
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError

__all__ = ["SIDE", "SPAN", "along", "circles", "hundred_circles", "site_icons"]

SIDE = 10  # circles along each side of an array
_FIVE = 0.4  # the gap after five, in circles
SPAN = SIDE + _FIVE  # an array with its gap
_DIAMETER = 0.8
_ASIDE = 0.5  # from an array to words beside it, in type sizes
_REST = 1.7  # room for the line below an array, in its type sizes
_MUCH = 0.8  # arrays smaller than so much of those with fewer words are too small


def site_icons(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw 100 circles a site and fill as many as the figure says, row by row from the top left.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns. Rows without a frequency are not drawn; of rows
        of :func:`her2viz.read_sites` they are named with "no figure".
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
        If the rows mix populations or groups, repeat a site, or hold a frequency that is not a whole number from 0 to
        100; one that is worked out of counts (``n`` of ``total``) is rounded.
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
    refuse_pairs(data, "site-icons")
    rows = shown_rows(data)
    bars = bars_of(rows)
    figures = [(bar, bar.value) for bar in bars if bar.value is not None]
    broken = [f"{bar.label} ({n:g})" for bar, n in figures if bar.circles is None and not n.is_integer()]
    if broken:
        raise DataError(
            f"Circles are whole people, so frequency_pct must be a whole number; got {', '.join(broken)}. "
            "Draw these with site-bars."
        )
    lost = [bar.label for bar, n in figures if bar.circles in (0, 100) and n != bar.circles]
    if lost:
        raise DataError(
            f"Rounded to whole circles, {phrases.join(lost)} would be none or all of 100. Draw these with site-bars."
        )
    return draw_on(ax, partial(_draw, rows, bars))


def _draw(rows: pd.DataFrame, bars: list[Bar], panel: Panel) -> None:
    ax, plan = panel.ax, _plan(panel, bars)
    for number, bar in enumerate(bars):
        line, column = divmod(number, plan.columns)
        _array(panel, bar, column * plan.pitch, line * plan.drop, plan)
    ax.set_xlim(0, plan.width)
    ax.set_ylim(plan.height, -plan.head)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    if not panel.composed:  # a page says of whom in its head
        thing = origin_of(rows).thing
        filled = f"{thing.verb} {thing.it}" if origin_of(rows).own else "spread at this site"
        group = phrases.reference_class(rows[rows["frequency_pct"].notna()], start="of")
        panel.write_below(f"one circle is 1 {group}; filled: {filled}", loc="left")


class _Plan(NamedTuple):
    """Where the arrays stand, in circles."""

    columns: int
    pitch: float  # from one array to the next beside it
    drop: float  # from one array to the next below it
    head: float  # room for the two lines of words above an array
    width: float
    height: float
    beside: bool  # words beside an array, not above it
    lead: float  # points of names and numbers
    rest: bool  # whether the rest of the hundred, or what was counted, is written


class _Type(NamedTuple):
    """Type sizes in points: of names and numbers, and of the rest of the hundred, which may be left out."""

    lead: float
    below: float
    widest: float  # of all words, in pixels
    pixels: float  # that are a point


def _plan(panel: Panel, bars: list[Bar]) -> _Plan:
    """Fit the arrays into the Axes as they stand, so that the words of one do not reach the next.

    A page has larger type, and the rest of the hundred, where arrays are not much smaller for it.
    """
    if any(bar.counted for bar in bars):  # counts are printed wherever there are some
        return _largest(panel, bars, panel.points, small_type())[1]
    plain = _largest(panel, bars, panel.points, 0.0)
    if panel.composed:
        full = _largest(panel, bars, lead_type(panel), small_type())
        return (full if full[0] > _MUCH * plain[0] else plain)[1]
    return plain[1]


def _largest(panel: Panel, bars: list[Bar], lead: float, below: float) -> tuple[float, _Plan]:
    """Plan arrays as large as can be with words of these sizes; return how wide an array is, and the plan."""
    widest = max(
        *(panel.extent(text, weight="bold", size=lead) for bar in bars for text in (bar.label, bar.words)),
        *(panel.extent(_below(bar), size=below) for bar in bars if below),
    )
    kind = _Type(lead, below, widest, panel.dpi / 72)
    return max((plan(*panel.pixels, kind, len(bars)) for plan in (_above, _beside)), key=itemgetter(0))


def _above(room: float, tall: float, kind: _Type, n: int) -> tuple[float, _Plan]:
    """Plan arrays with their words above; return how wide an array is, and the plan."""
    em = kind.lead * kind.pixels
    head, foot, gap = 2 * LEADING * em + 0.5 * em, _REST * kind.below * kind.pixels, 0.8 * em
    columns = max(1, min(n, int((room + gap) // (kind.widest + 0.7 * em))))
    lines = math.ceil(n / columns)
    pitch = (room + gap) / columns
    side = max(em, min(pitch - gap, (tall - (lines - 1) * gap) / lines - head - foot))
    circle, drop = side / SPAN, side + head + foot + gap
    high = (lines - 1) * drop + side + foot
    sizes = (pitch / circle, drop / circle, head / circle, room / circle, high / circle)
    return side, _Plan(columns, *sizes, False, kind.lead, kind.below > 0)


def _beside(room: float, tall: float, kind: _Type, n: int) -> tuple[float, _Plan]:
    """Plan arrays with their words beside; return how wide an array is, and the plan."""
    em, best = kind.lead * kind.pixels, (0.0, 1)
    gap = 1.0 * em
    for columns in range(1, n + 1):
        lines = math.ceil(n / columns)
        side = min((room + gap) / columns - gap - _ASIDE * em - kind.widest, (tall + gap) / lines - gap)
        best = max(best, (side, columns))
    low = 2.8 * em + _REST * kind.below * kind.pixels
    side, columns = max(best[0], low), best[1]  # no lower than its lines of words
    circle, lines = side / SPAN, math.ceil(n / columns)
    pitch, drop = max((room + gap) / columns, side + _ASIDE * em + kind.widest + gap), side + gap
    high = (lines - 1) * drop + side
    sizes = (pitch / circle, drop / circle, 0, room / circle, high / circle)
    return best[0], _Plan(columns, *sizes, True, kind.lead, kind.below > 0)


def _below(bar: Bar) -> str:
    """Return what stands below an array: what was counted, or the rest of the hundred."""
    return bar.counted or bar.rest


def _array(panel: Panel, bar: Bar, left: float, top: float, plan: _Plan) -> None:
    """Draw an array and its words: name and number above, the rest below; or all of them beside it."""
    if bar.value is not None:
        filled = round(bar.value) if bar.circles is None else bar.circles
        hundred_circles(panel, filled, left, top, label=bar.label)
    lead, edge = plan.lead, (1 - _DIAMETER) / 2
    at = (left + SPAN, top) if plan.beside else (left + edge, top)
    across, down = (_ASIDE, -2.7) if plan.beside else (0, 0)

    def write(text: str, spot: tuple[float, float], up: float, **font: Any) -> None:
        offset = (across * lead, up * lead)
        how = {"color": panel.colours.ink, "size": lead, "parse_math": False, **font}
        panel.ax.annotate(text, spot, xytext=offset, textcoords="offset points", **how)

    write(bar.label, at, 1.75 + down, weight="bold")
    write(bar.words, at, 0.55 + down, weight="normal" if bar.value is None else "bold")
    if plan.rest and _below(bar):
        spot = at if plan.beside else (left + edge, top + SPAN)
        up = down - 0.6 if plan.beside else -0.35
        write(_below(bar), spot, up, va="top", size=small_type(), color=panel.colours.muted)


def hundred_circles(panel: Panel, filled: int, left: float = 0, top: float = 0, *, label: str) -> None:
    """Draw a square of 100 circles, the first ones filled, with a gap after five across and down."""
    look, rest = panel.colours, SIDE * SIDE - filled
    circles(
        panel,
        [(left + along(i % SIDE), top + along(i // SIDE)) for i in range(SIDE * SIDE)],
        [look.rough] * filled + [look.paper] * rest,
        [look.accent] * filled + [look.outline] * rest,
        label=label,
        gid="figure",
        widths=[1.3] * filled + [1.0] * rest,
    )


def along(number: int) -> float:
    """Return where the middle of a circle stands, counted from 0, with a gap after every five."""
    return number + 0.5 + _FIVE * (number // 5)


def circles(
    panel: Panel,
    places: Sequence[tuple[float, float]],
    faces: Sequence[str],
    edges: Sequence[str],
    *,
    label: str,
    gid: str,
    widths: Sequence[float],
) -> EllipseCollection:
    """Add circles, one unit of the Axes apart, to an Axes of equal aspect; ``widths`` are those of their lines."""
    drawn = EllipseCollection(
        [_DIAMETER],  # one for all, so that a file holds the circle once
        [_DIAMETER],
        [0],
        units="xy",
        offsets=places,
        offset_transform=panel.ax.transData,
        facecolors=faces,
        edgecolors=edges,
        linewidths=[width * panel.line for width in widths],
        clip_on=False,  # a line is half outside
        label=label,
        gid=gid,
    )
    panel.ax.add_collection(drawn, autolim=False)
    return drawn
