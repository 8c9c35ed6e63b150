"""Horizontal bars on an outlined whole of 100."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import Bar, bars_of, frequency_rows, lead_type
from her2viz.charts.typesetting import small_type
from her2viz.dataset.origin import origin_of

__all__ = ["THICKNESS", "outlined_rows", "site_bars"]

#: Of a bar, in rows.
THICKNESS = 0.72
#: Up to so many rows have names and numbers of heading size on a page.
_LARGE = 5
_GAP = 0.4  # between a bar and words, in type sizes


def site_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw a bar a site, of 100 people, each inside an outline of the whole 100.

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
        The Axes drawn on. The horizontal axis runs from 0 to 100 people.

    Raises
    ------
    DataError
        If the rows mix populations, repeat a site or hold a frequency outside 0 to 100; all problems are listed.
        Also where the chart does not fit on its Axes: nothing of it is left there then.
    UsageError
        If ax is not one plain Axes.

    Notes
    -----
    The shipped numbers are rough figures from one web page (``data/metastasis_sites.csv``), about women with
    advanced breast cancer.

    Examples
    --------
    >>> import her2viz as hv
    >>> ax = hv.site_bars()
    >>> [text.get_text() for text in ax.texts]
    ['about 70 in 100', 'about 30 in 100', 'about 20 in 100', 'about 10 in 100']
    """
    return draw_on(ax, partial(_draw, frequency_rows(data)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    bars, own = bars_of(rows), origin_of(rows).own
    points = panel.points if own or len(bars) > _LARGE else lead_type(panel)
    outlined_rows(panel, [bar.label for bar in bars])
    if panel.composed and not own:
        panel.ax.tick_params(axis="y", labelsize=points)
        for name in panel.ax.get_yticklabels():
            name.set_fontweight("bold")
    for place, bar in enumerate(bars):
        _pale_bar(panel, place, bar.value)
    if own or not panel.composed:  # a page says of whom in its head, and one of someone's own beside its long numbers
        panel.write_below(phrases.reference_class(rows, start="of"), half_page=own)
    for place, bar in enumerate(bars):
        _label_end(panel, place, bar, points, column=own)


def outlined_rows(panel: Panel, labels: Sequence[str]) -> None:
    """Outline a whole of 100 in each row, with its label before it and an axis from 0 to 100 below."""
    ax, places = panel.ax, range(len(labels))
    ax.barh(places, [100] * len(labels), THICKNESS, **panel.whole)
    panel.axis_of_100()
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.set_yticks(places, labels, parse_math=False)
    ax.tick_params(axis="y", length=0, pad=_GAP * panel.points)
    ax.spines[:].set_visible(False)


def _pale_bar(panel: Panel, place: int, value: float) -> None:
    """Draw a rough figure: a pale bar with a firm edge at its value."""
    look, low = panel.colours, place - THICKNESS / 2
    inked: dict[str, Any] = {"color": look.rough, "edgecolor": look.accent, "lw": panel.line, "clip_on": False}
    panel.ax.barh(place, value, THICKNESS, gid="figure", **inked)
    edge: dict[str, Any] = {"color": look.accent, "lw": 3 * panel.line, "solid_capstyle": "butt", "clip_on": False}
    panel.ax.plot([value, value], [low, low + THICKNESS], scalex=False, scaley=False, gid="value", **edge)


def _label_end(panel: Panel, place: int, bar: Bar, points: float, *, column: bool) -> None:
    """Write the number after its bar where the rest of the whole has room, else in the bar, else after the whole.

    On a page the number of the others stands at the end of the whole, where it has room as well. Words of someone's
    own may have room on neither side, so theirs stand in a column after the whole.
    """
    ax, look, gap = panel.ax, panel.colours, _GAP * points / 72
    inch = panel.width / 100  # for one of 100
    number = panel.extent(bar.words, weight="bold", size=points) / panel.dpi + 2 * gap
    rest = panel.extent(bar.rest, size=small_type()) / panel.dpi + gap if panel.composed and not column else 0.0
    inside, after = bar.value * inch, (100 - bar.value) * inch
    at, side = (100.0 if column else bar.value), 1
    if not column and number + rest > after:
        if number <= inside:
            side = -1
        elif number > after:
            at = 100.0
    font: dict[str, Any] = {"textcoords": "offset points", "va": "center_baseline", "parse_math": False}
    ax.annotate(
        bar.words,
        (at, place),
        xytext=(side * gap * 72, 0),
        ha="left" if side > 0 else "right",
        color=look.ink,
        weight="bold",
        size=points,
        **font,
    )
    if rest and rest + (number if side > 0 and at < 100 else gap) <= after:
        end: dict[str, Any] = {"ha": "right", "size": small_type(), "color": look.muted}
        ax.annotate(bar.rest, (100, place), xytext=(-gap * 72, 0), **end, **font)
