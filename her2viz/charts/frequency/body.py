"""Sites of spread on our own outline of a person."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.outline import HEIGHT, PLACES, WIDTH, outline
from her2viz.charts.frequency.rows import bars_of, frequency_rows
from her2viz.charts.typesetting import small_type
from her2viz.dataset.loaders import load_sites
from her2viz.errors import DataError

__all__ = ["body_map", "body_rows"]

NO_FIGURE = "named, no figure"
# in type sizes
_BAR = 4.2
_THICK = 0.72
_GAP = 0.5
_LEADER = 1.9  # from a column of labels to the outline
_LINE = 1.3
_MARK = 0.6
_LEAST = 6  # height of the outline
_ONE_LINE, _TWO_LINES = 2.4, 3.2  # from one label to the next


class _Site(NamedTuple):
    """What is drawn of one site: where its mark stands, its label, and its number, None where there is none."""

    x: float
    y: float
    label: str
    value: float | None
    words: str


class _Column(NamedTuple):
    """A column of labels: its left and right edge, and whether a label shares a line with what follows it."""

    sites: list[_Site]
    left: float
    right: float
    one_line: bool
    bar: float  # where the bars start
    pitch: float  # from one label to the next, where there is room


def body_map(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw sites of spread on an outline of a person, each figure with a small bar on an outlined 0 to 100.

    Marks are equal in size and show about where a site is. A site without a figure has an open mark and says so.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay. Where
        words would leave a figure without a layout engine, its margins are set anew, as by ``tight_layout``.
    color : object, optional
        Taken, and not used, so that seaborn's ``FacetGrid.map_dataframe`` can call it: our colours stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, in inches.

    Raises
    ------
    DataError
        If a site has no place on the outline (the known ones are listed), or the rows with a frequency mix
        populations, repeat a site or hold a frequency outside 0 to 100.
        Also where the chart does not fit on its Axes: nothing of it is left there then.
    UsageError
        If ax is not one plain Axes.

    Notes
    -----
    The shipped numbers are rough figures from one web page (``data/metastasis_sites.csv``), about women with
    advanced breast cancer. Sites without a figure are named on two pages, for other groups of people.

    Examples
    --------
    >>> import her2viz as hv
    >>> ax = hv.body_map()
    >>> [text.get_text() for text in ax.texts][:4]
    ['Brain', 'about 10 in 100', 'Lung', 'about 30 in 100']
    """
    return draw_on(ax, partial(_draw, body_rows(data)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    ax, look, em, width, height = panel.ax, panel.colours, panel.em, panel.width, panel.height
    left, right = _split(_sites(rows))
    scale, middle, columns = _plan(panel, left, right)
    ax.set_xlim(0, width)
    ax.set_ylim(0, height)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    key = f"{phrases.reference_class(frequency_rows(rows), start='of')}; marks show about where, size means nothing"
    panel.write_below(key, loc="left")
    place = Affine2D().scale(scale).translate(middle, (height - HEIGHT * scale) / 2)
    edge: dict[str, Any] = {"edgecolor": look.outline, "lw": panel.line}
    ax.add_patch(PathPatch(outline().transformed(place), facecolor=look.card, zorder=1, gid="body", **edge))
    for column, side in zip(columns, (-1, 1), strict=True):
        placed = _placed(column, height, place, side)
        apart = placed[0][1] - placed[1][1] if len(placed) > 1 else height
        for site, y in placed:
            _label(panel, site, y, column, min(_LINE * em, apart / 2))
            end = place.transform((site.x, site.y))
            start = column.right + 0.35 * em if side < 0 else column.left - 0.35 * em
            ax.plot([start, end[0]], [y, end[1]], color=look.outline, lw=panel.line, zorder=2, gid="leader")
            ax.scatter(
                end[0],
                end[1],
                s=(72 * min(_MARK * em, 0.36 * scale)) ** 2,
                facecolor=look.paper if site.value is None else look.accent,
                edgecolor=look.accent,
                lw=1.5 * panel.line,
                zorder=3,
                gid="site",
                label=site.label,
            )


def body_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return all rows, with and without a frequency, checked for what would mislead.

    Raises
    ------
    DataError
        As :func:`body_map`.
    """
    frequency_rows(data)
    if data is None:
        data = load_sites()
    named = data["site"].astype(str)
    problems = []
    unknown = [site for site in dict.fromkeys(named) if site not in PLACES]
    if unknown:
        problems.append(
            f"column site: no place on the outline for {', '.join(unknown)}; it knows {', '.join(PLACES)}. "
            "Leave these rows out, or draw them with site_bars"
        )
    twice = named[named.duplicated()].unique()
    if len(twice):
        problems.append(f"column site: each site once; twice: {', '.join(twice)}")
    blank = data.index[~data["label"].fillna("").astype(str).str.strip().astype(bool)]
    problems += [f"row {index}, column label: must be filled" for index in blank]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    rows = data.copy()
    rows.attrs = {}
    return rows


def _sites(rows: pd.DataFrame) -> list[_Site]:
    figured = frequency_rows(rows)
    bars = dict(zip(figured["site"].astype(str), bars_of(figured), strict=True))
    sites = []
    for row in rows.itertuples():
        bar = bars.get(str(row.site))
        x, y = PLACES[str(row.site)]
        sites.append(_Site(x, y, str(row.label), bar.value if bar else None, bar.words if bar else NO_FIGURE))
    return sites


def _split(sites: list[_Site]) -> tuple[list[_Site], list[_Site]]:
    """Put sites with a figure left and the others right; by where they are instead if one side would be longer."""
    left = [site for site in sites if site.value is not None]
    right = [site for site in sites if site.value is None]
    if abs(len(left) - len(right)) > 1:
        across = sorted(sites, key=lambda site: (site.x, site.y))
        half = (len(sites) + 1) // 2
        left, right = across[:half], across[half:]
    return left, right


def _plan(panel: Panel, left: list[_Site], right: list[_Site]) -> tuple[float, float, list[_Column]]:
    """Fit two columns of labels and the outline between them: one line a label where there is room, else two."""
    width, height, em, small = panel.width, panel.height, panel.em, small_type()

    def wide(text: str, **font: Any) -> float:
        return panel.extent(text, **font) / panel.dpi

    def needs(sites: list[_Site]) -> tuple[float, float, float]:
        """Return the width in one line, in two, and how far from the edge bars start in one line."""
        labels = max((wide(s.label) for s in sites if s.value is not None), default=0) + _GAP * em
        in_one = in_two = 0.0
        for s in sites:
            if s.value is None:
                in_one = max(in_one, wide(s.label) + 2 * _GAP * em + wide(s.words, size=small))
                in_two = max(in_two, wide(s.label), wide(s.words, size=small))
            else:
                tail = (_BAR + _GAP) * em + wide(s.words, weight="bold")
                in_one, in_two = max(in_one, labels + tail), max(in_two, wide(s.label), tail)
        return in_one, in_two, labels

    (one_l, two_l, bar_l), (one_r, two_r, bar_r) = needs(left), needs(right)
    scale = 0.985 * height / HEIGHT
    room = width - WIDTH * scale - 2 * _LEADER * em
    if room < two_l + two_r:
        scale = max(0.4 * scale, (width - 2 * _LEADER * em - two_l - two_r) / WIDTH)
        room = width - WIDTH * scale - 2 * _LEADER * em
    if room < two_l + two_r or HEIGHT * scale < _LEAST * em:
        panel.lacking.append("the outline of a person")
    wide_l = one_l if one_l + two_r <= room else two_l
    wide_r = min(one_r, room - wide_l)
    spare = max(0.0, room - wide_l - wide_r) / 2
    edge = wide_l + spare
    start = edge + 2 * _LEADER * em + WIDTH * scale
    columns = []
    for sites, at, across, in_one, bar in ((left, spare, wide_l, one_l, bar_l), (right, start, wide_r, one_r, bar_r)):
        # without room for two lines a label, only those too wide for one take two
        close = height < _TWO_LINES * em * len(sites) and not any(s.value is not None for s in sites)
        whole = across >= in_one - 1e-9
        pitch = (_ONE_LINE if whole else _TWO_LINES) * em
        columns.append(_Column(sites, at, at + across, whole or close, at + (bar if whole else 0), pitch))
    return scale, edge + _LEADER * em + WIDTH * scale / 2, columns


def _placed(column: _Column, height: float, place: Affine2D, side: int) -> list[tuple[_Site, float]]:
    """Give each site an evenly spaced height, top to bottom, so that no two leader lines cross.

    Swapping two labels wherever that shortens the lines ends with none that cross.
    """
    sites = sorted(column.sites, key=lambda site: -site.y)
    edge = column.right if side < 0 else column.left
    spots = [place.transform((0, y))[1] for _, y in PLACES.values()]
    natural = (max(spots) - min(spots)) / max(3, len(sites) - 1)
    pitch = min(height / max(1, len(sites)), max(natural, column.pitch))
    reach = pitch * len(sites) / 2  # centred on where the sites are, inside the Axes
    centre = min(max((min(spots) + max(spots)) / 2, reach), height - reach)
    levels = [centre + reach - pitch * (n + 0.5) for n in range(len(sites))]

    def length(site: _Site, level: float) -> float:
        x, y = place.transform((site.x, site.y))
        return float(((x - edge) ** 2 + (y - level) ** 2) ** 0.5)

    pairs = [(i, j) for i in range(len(sites)) for j in range(i)]
    swapped = True
    while swapped:
        swapped = False
        for i, j in pairs:
            now = length(sites[i], levels[i]) + length(sites[j], levels[j])
            if length(sites[j], levels[i]) + length(sites[i], levels[j]) < now - 1e-9:
                sites[i], sites[j] = sites[j], sites[i]
                swapped = True
    return list(zip(sites, levels, strict=True))


def _label(panel: Panel, site: _Site, y: float, column: _Column, step: float) -> None:
    """Write label and number beside a leader line, the number's bar before it; ``step`` is from line to line."""
    ax, look, em = panel.ax, panel.colours, panel.em

    def write(x: float, level: float, text: str, **font: Any) -> Text:
        return ax.text(x, level, text, va="center_baseline", parse_math=False, **{"color": look.ink, **font})

    half = 0 if column.one_line else step / 2
    if site.value is None:
        label = write(column.left, y, site.label)
        start = column.left + label.get_window_extent().width / panel.dpi + 2 * _GAP * em
        words = write(start, y, site.words, color=look.muted, size=small_type())
        if not column.one_line or start + words.get_window_extent().width / panel.dpi > column.right + 1e-6:
            label.set_y(y + step / 2)
            words.set_position((column.left, y - step / 2))
        return
    write(column.left, y + half, site.label)
    level, tall = y - half, _THICK * em
    corner = (column.bar, level - tall / 2)
    bar = Rectangle(corner, _BAR * em * site.value / 100, tall, color=look.accent, lw=0, clip_on=False, gid="figure")
    ax.add_patch(bar)
    ax.add_patch(Rectangle(corner, _BAR * em, tall, **panel.whole))
    write(column.bar + (_BAR + _GAP) * em, level, site.words, weight="bold")
