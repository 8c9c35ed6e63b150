"""Sites of spread on our own drawing of a person."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

from her2viz import phrases
from her2viz.charts.anatomy import person
from her2viz.charts.anatomy.drawing import DOT_LAYER, LEADER_LAYER, OUTER_LEADER_LAYER, SITES, UNCOVERED, draw_body
from her2viz.charts.anatomy.shapes import Point, mirrored
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.body_layout import LINE, THICK, Block, Column, Site, plan
from her2viz.charts.frequency.rows import NO_FIGURE, bars_of, frequency_rows, refuse_pairs
from her2viz.charts.typesetting import small_type
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_sources
from her2viz.dataset.origin import origin_of
from her2viz.dataset.things import SITE
from her2viz.errors import DataError
from her2viz.files import shown

__all__ = ["body_map", "body_rows"]

Line = list[Point]
#: Words of a page on how often a site is one of spread; its other qualifiers say how many sites.
_HOW_OFTEN = {"less common"}
_EDGE = 0.0035  # the width of an organ's edge, in heights of the body
_DOT, _DOT_BODY = 0.5, 1.6  # across, at most: in type sizes, in hundredths of body height


def body_map(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw sites of spread on a person seen from the front, each figure with a bar on an outlined 0 to 100.

    A line leads from each site to its label; its dot is of one size at all sites, filled where there is a figure.
    The size and the colour of an organ hold no number. A site without a figure says of whom it is named.

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
        If a site has no place on the body (the known ones are listed), or the rows with a frequency mix
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
    ax, look, width, height = panel.ax, panel.colours, panel.width, panel.height
    sites = _sites(rows)
    # each organ is labelled on its own side, so that no line crosses the body
    sides = [s for s in sites if s.x < 0], [s for s in sites if s.x >= 0]
    scale, middle, columns, _ = plan(panel, sides)
    ax.set_xlim(0, width)
    ax.set_ylim(0, height)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    if not panel.composed:  # a page says both in its head
        group = phrases.reference_class(frequency_rows(rows), start="of")
        panel.write_below(f"{group}; organ size means nothing", loc="left")
    tall = (person.TOP - person.BOTTOM) * scale
    place = Affine2D().translate(0, -person.BOTTOM).scale(scale).translate(middle, (height - tall) / 2)
    draw_body(ax, place, look, _EDGE * 72 * tall)
    for column, side in zip(columns, (-1, 1), strict=True):
        leaders: list[Line] = []
        for block in column.blocks:
            (_write_figure if block.site.value is not None else _write_name)(panel, block, column)
            line = _leader(block, column, side, place, panel.em, leaders)
            leaders.append(line)
            _lead(panel, block.site, line, min(_DOT * panel.em, _DOT_BODY * scale))


def body_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return all rows, with and without a frequency, checked for what would mislead.

    Raises
    ------
    DataError
        As :func:`body_map`.
    """
    refuse_pairs(data, "body-map")
    frequency_rows(data)
    if data is None:
        data = load_sites()
    if (thing := origin_of(data).thing) != SITE:
        raise DataError(f"body-map shows sites, and these rows are {thing.plural}. Draw them with site-bars.")
    named = data["site"].astype(str)
    problems = []
    unknown = [site for site in dict.fromkeys(named) if site not in SITES]
    if unknown:
        problems.append(
            f"column site: no place on the body for {', '.join(unknown)}; it knows {', '.join(SITES)}. "
            "Leave these rows out, or draw them with site-bars"
        )
    twice = named[named.duplicated()].unique()
    if len(twice):
        problems.append(f"column site: each site once; twice: {', '.join(map(shown, twice))}")
    blank = data.index[~data["label"].fillna("").astype(str).str.strip().astype(bool)]
    problems += [f"row {index}, column label: must be filled" for index in blank]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    rows = data.copy()
    rows.attrs = {}
    return rows


def _sites(rows: pd.DataFrame) -> list[Site]:
    figured = frequency_rows(rows)
    bars = dict(zip(figured["site"].astype(str), bars_of(figured), strict=True))
    pages = load_sources().set_index("source_id")["short_name"].str.removesuffix(" page").to_dict()
    also = set(also_named(rows)["site"])
    sites = []
    for row in rows.itertuples():
        name, bar = str(row.site), bars.get(str(row.site))
        by = pages.get(getattr(row, "source_id", None), NO_FIGURE.capitalize())
        heading = "" if bar else _named_by(by, row, figured["population"].iloc[0])
        label = f"{row.label} (both)" if name in also and not bar else str(row.label)
        sites.append(Site(name, *SITES[name].anchor, label, bar and bar.value, bar.with_counts if bar else "", heading))
    return sites


def also_named(rows: pd.DataFrame) -> pd.DataFrame:
    """Return what a page that names sites without a figure says of one that stands under another such page."""
    mentions = load_site_mentions().astype({"site": str, "source_id": str})
    bare = rows[rows["frequency_pct"].isna()]
    if "source_id" not in rows or bare["source_id"].nunique() != 2:
        return mentions.iloc[:0]
    stands = dict(zip(bare["site"].astype(str), bare["source_id"].astype(str), strict=True))
    by_other = mentions["site"].isin(stands) & (mentions["site"].map(stands) != mentions["source_id"])
    return mentions[by_other & mentions["source_id"].isin(stands.values())]


def _named_by(page: str, row: Any, figured: str) -> str:
    """Say which page names a site without a figure, and of whom where they are not those of the figures."""
    often = f": \u201c{row.qualifier}\u201d" if row.qualifier in _HOW_OFTEN else ""
    other = isinstance(row.population, str) and row.population.strip() and row.population != figured
    return f"{page}, {row.population}{often}" if other else f"{page}{often}"


def _write(panel: Panel, x: float, y: float, text: str, **font: Any) -> None:
    how = {"va": "center_baseline", "parse_math": False, "color": panel.colours.ink, **font}
    panel.ax.text(x, y, text, **how)


def _write_figure(panel: Panel, block: Block, column: Column) -> None:
    """Write label and number, and below them the bar in its whole: pale, with a firm edge at the value."""
    ax, look, em = panel.ax, panel.colours, panel.em
    tall, value, wide = THICK * em, block.site.value or 0.0, column.right - column.left
    low, line = block.level - tall / 2, LINE * em
    one_line = len(block.label) == 1
    _write(panel, column.left, low + tall + line * (0.58 if one_line else 1.58), block.site.label, weight="bold")
    end = (column.right, "right") if one_line else (column.left, "left")
    _write(panel, end[0], low + tall + line * 0.58, block.site.words, ha=end[1], weight="bold")
    at = column.left + wide * value / 100
    inked: dict[str, Any] = {
        "facecolor": look.rough,
        "edgecolor": look.accent,
        "lw": panel.line,
        "clip_on": False,
        "gid": "figure",
    }
    ax.add_artist(Rectangle((column.left, low), wide, tall, **panel.whole))
    ax.add_artist(Rectangle((column.left, low), at - column.left, tall, **inked))
    edge: dict[str, Any] = {"color": look.accent, "solid_capstyle": "butt", "clip_on": False, "gid": "value"}
    ax.plot([at, at], [low, low + tall], lw=3 * panel.line, zorder=4, **edge)


def _write_name(panel: Panel, block: Block, column: Column) -> None:
    """Write a label, and above it of whom this and the next sites are named."""
    em, small = panel.em, small_type() / 72
    y = block.level + LINE / 2 * em + (len(block.heading) - 0.5) * LINE * small
    for n, line in enumerate(block.heading):
        _write(panel, column.left, y - n * LINE * small, line, color=panel.colours.muted, size=small_type())
    for n, line in enumerate(block.label):
        _write(panel, column.left, block.level - n * LINE * em, line, weight="bold")


def _leader(block: Block, column: Column, side: int, place: Affine2D, em: float, drawn: list[Line]) -> Line:
    """Lead from a block to its site with one bend, as near the body as nothing else is crossed.

    Nothing else: another leader, an arm, and sites that no bone covers. A block that stands low takes two bends.
    """
    x, y = map(float, place.transform((block.site.x, block.site.y)))
    start = column.right + 0.4 * em if side < 0 else column.left - 0.4 * em
    nearest = float(place.transform((side * person.HALF_WIDTH, 0))[0]) + side * 0.2 * em
    others = [shape for name, organ in SITES.items() if name in UNCOVERED - {block.site.name} for shape in organ.shapes]
    kept_free = [shape.transformed(place) for shape in (*mirrored([person.arm()]), *others)]
    bends = [nearest + (start - nearest) * n / 8 for n in range(9)]
    lines: list[Line] = [[(start, block.level), (bend, block.level), (x, y)] for bend in bends]
    turns = [block.level + (y - block.level) * n / 8 for n in range(2, 9)]
    lines += [[(start, block.level), (bends[7], block.level), (nearest, turn), (x, y)] for turn in turns]
    lines += [[(start, block.level), (bend, block.level), (bend, turn), (x, y)] for bend in bends for turn in turns]

    def clear(line: Line) -> bool:
        path = Path(line)
        return not any(path.intersects_path(shape) for shape in kept_free) and not any(
            path.intersects_path(Path(other), filled=False) for other in drawn
        )

    return next(filter(clear, lines), lines[8])


def _lead(panel: Panel, site: Site, line: Line, dot: float) -> None:
    """Draw a leader line, and the dot on its site."""
    ax, look = panel.ax, panel.colours
    ax.plot(
        [x for x, _ in line],
        [y for _, y in line],
        color=look.outline,
        lw=1.2 * panel.line,
        solid_joinstyle="round",
        zorder=OUTER_LEADER_LAYER if site.name in UNCOVERED else LEADER_LAYER,
        clip_on=False,
        path_effects=[withStroke(linewidth=3.2 * panel.line, foreground=look.paper)],
        gid="leader",
    )
    ax.scatter(
        line[-1][0],
        line[-1][1],
        s=(72 * dot) ** 2,
        facecolor=look.paper if site.value is None else look.accent,
        edgecolor=look.accent,
        lw=1.4 * panel.line,
        zorder=DOT_LAYER,
        clip_on=False,
        path_effects=[withStroke(linewidth=3.6 * panel.line, foreground=look.paper)],
        gid="site",
        label=site.label,
    )
