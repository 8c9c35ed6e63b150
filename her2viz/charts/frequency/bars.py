"""Horizontal bars on an outlined whole of 100."""

from __future__ import annotations

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases, style
from her2viz.charts.frequency.rows import bars_of, frequency_rows
from her2viz.charts.typesetting import below
from her2viz.dataset.origin import origin_of

__all__ = ["site_bars"]

_THICKNESS = 0.62


def site_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw a bar a site, of 100 people, each inside an outline of the whole 100.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns; rows without a frequency are not drawn.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Its figure's style and your rcParams stay as they are.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. The horizontal axis runs from 0 to 100 people.

    Raises
    ------
    DataError
        If the rows mix populations, repeat a site or hold a frequency outside 0 to 100; all problems are listed.

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
    rows = frequency_rows(data)
    bars = bars_of(rows)
    if ax is None:
        import matplotlib.pyplot as plt

        ax = plt.gca()
    places = range(len(bars))
    line = mpl.rcParams["axes.linewidth"]
    ax.barh(places, [bar.value for bar in bars], _THICKNESS, color=style.FILL, gid="figure")
    whole = {"facecolor": "none", "edgecolor": style.OUTLINE, "lw": line, "clip_on": False}
    ax.barh(places, [100] * len(bars), _THICKNESS, gid="whole", **whole)
    ax.set_xlim(0, 100)
    ax.set_ylim(len(bars) - 0.5, -0.5)
    ax.set_xticks(range(0, 101, 20))
    ax.set_yticks(places, [bar.label for bar in bars], parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.spines[:].set_visible(False)
    own = origin_of(rows).own
    reference = phrases.reference_class(rows, start="of")
    ax.set_xlabel(below(ax, reference, narrow=True) if own else reference, parse_math=False)
    for place, bar in enumerate(bars):
        _label_end(ax, place, 100 if own else bar.value, bar.words, outside=own)
    return ax


def _label_end(ax: Axes, place: int, value: float, words: str, *, outside: bool) -> None:
    """Write the number at the end of its bar: outside where the rest of the whole has room, else inside.

    Words of someone's own may have room on neither side, so theirs stand in a column after the whole.
    """
    text = ax.annotate(
        words,
        (value, place),
        xytext=(0.4, 0),
        textcoords="offset fontsize",
        va="center_baseline",
        color=style.INK,
        weight="bold",
        parse_math=False,
    )
    if not outside and text.get_window_extent().x1 > ax.transData.transform((100, place))[0] - 2:
        text.set(position=(-0.4, 0), ha="right", color=style.PAPER)
