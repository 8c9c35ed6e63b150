"""Where the words of the body map stand: two columns of blocks, evenly spaced, with the body between them."""

from __future__ import annotations

from typing import NamedTuple

from her2viz.charts.anatomy.person import BOTTOM, HALF_WIDTH, TOP
from her2viz.charts.axes import Panel
from her2viz.charts.typesetting import LEADING, small_type

__all__ = ["LINE", "THICK", "Block", "Column", "Plan", "Site", "plan"]

# in type sizes
LINE = LEADING
THICK = 0.85  # a bar
_BAR = 11.9  # its length where there is room: 3.3 in on a slide
_SHORTEST = 3.0
_GAP = 0.8
_BETWEEN = 0.55  # two blocks
_CLOSE = 0.1  # two under one heading
_GROUPS = 0.5  # more above a heading that is not the first
_LEADER, _LONGEST = 1.6, 7.0  # from a column to the body
_BODY = 6.5  # the least height of the body
#: How much of the panel's height the body takes: as much as the words leave it.
_SHARES = (0.985, 0.92, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45, 0.4, 0.35, 0.3)


class Site(NamedTuple):
    """A site to draw: its place on the body, its label, its number and that in words, and what stands above it."""

    name: str
    x: float
    y: float
    label: str
    value: float | None
    words: str
    heading: str


class Block(NamedTuple):
    """What is written of a site: the height of its leader line, its label in lines, and those of its heading."""

    site: Site
    level: float
    label: list[str]
    heading: list[str]


class Column(NamedTuple):
    """A column of blocks from its left to its right edge, and whether they fit one below the other."""

    blocks: list[Block]
    left: float
    right: float
    fits: bool = True


class Plan(NamedTuple):
    """The body's scale, in inches a hundredth of body height, its midline, the columns, and what has no room."""

    scale: float
    middle: float
    columns: list[Column]
    lacking: str = ""


class _Widths(NamedTuple):
    least: float
    enough: float


def plan(panel: Panel, sides: tuple[list[Site], list[Site]]) -> Plan:
    """Let the body fill the height of the panel; make it smaller where the words beside it need more room."""
    wanted = [_widths(panel, sites) for sites in sides]
    shares = [share for share in _SHARES if share * panel.height >= _BODY * panel.em] or _SHARES[-1:]
    plans = [_planned(panel, sides, wanted, share * panel.height / (TOP - BOTTOM)) for share in shares]
    best = next((found for found in plans if not found.lacking), plans[-1])
    if best.lacking:
        panel.lacking.append(best.lacking)
    return best


def _planned(panel: Panel, sides: tuple[list[Site], list[Site]], wanted: list[_Widths], scale: float) -> Plan:
    """Plan with a body of this scale."""
    em, across = panel.em, 2 * HALF_WIDTH * scale
    gaps = [_LEADER * em if sites else 0.0 for sites in sides]
    room = panel.width - across - sum(gaps)
    least, enough = sum(w.least for w in wanted), sum(w.enough for w in wanted)
    share = min(1.0, max(0.0, (room - least) / (enough - least))) if enough > least else 1.0
    widths = [w.least + share * (w.enough - w.least) for w in wanted]
    spare = max(0.0, room - sum(widths))
    longer = min(spare / 2, (_LONGEST - _LEADER) * em)
    start = spare / 2 - longer
    body = start + widths[0] + gaps[0] + longer
    lefts = start, body + across + longer + gaps[1]
    floor = (panel.height - (TOP - BOTTOM) * scale) / 2
    columns = [_column(panel, *of, scale, floor) for of in zip(sides, lefts, widths, strict=True)]
    lacking = "" if all(column.fits for column in columns) else "the words beside the outline of a person"
    if room < least or scale * (TOP - BOTTOM) < _BODY * em:
        lacking = "the outline of a person"
    return Plan(scale, body + across / 2, columns, lacking)


def _widths(panel: Panel, sites: list[Site]) -> _Widths:
    """Return the width below which a column can't be read, and the one that it takes where there is room."""
    em, small = panel.em, small_type()
    least = enough = 0.0

    def longest(text: str, points: float, weight: str = "normal") -> float:
        return max((panel.measure.width(word, points, weight) for word in text.split()), default=0.0)

    for site in sites:
        label = panel.measure.width(site.label, panel.points, "bold")
        heading = panel.measure.width(site.heading, small)
        least = max(least, longest(site.heading, small), 0.22 * heading)
        if site.value is None:
            least = max(least, longest(site.label, panel.points, "bold"), 0.45 * label)
            enough = max(enough, label, 0.6 * heading)
        else:
            words = panel.measure.width(site.words, panel.points, "bold")
            least = max(least, label, words, _SHORTEST * em)
            enough = max(enough, label + _GAP * em + words, _BAR * em)
    return _Widths(1.02 * least, 1.02 * max(least, enough))


def _column(panel: Panel, sites: list[Site], left: float, width: float, scale: float, floor: float) -> Column:
    """Break the words of a column into lines, and space its blocks evenly about where their sites are."""
    em, small = panel.em, small_type() / 72
    blocks, above, below, close, said = [], [], [], [], ""
    stacked = any(
        panel.measure.width(f"{site.label} {site.words}", panel.points, "bold") + _GAP / 2 * em > width
        for site in sites
        if site.value is not None
    )
    for site in sorted(sites, key=lambda site: -site.y):
        heading = panel.measure.lines(site.heading, width, small_type()) if site.heading != said else []
        close.append(bool(said) and said == site.heading)
        said = site.heading
        if site.value is None:
            label = panel.measure.lines(site.label, width, panel.points, "bold")
            up, down = LINE / 2 * em, (len(label) - 0.5) * LINE * em
        else:
            label = [site.label, site.words] if stacked else [site.label]
            up, down = (len(label) * LINE + THICK / 2) * em, THICK / 2 * em
        blocks.append(Block(site, 0.0, label, heading))
        above.append(up + len(heading) * LINE * small + (_GROUPS * em if heading and len(blocks) > 1 else 0.0))
        below.append(down)
    if not blocks:
        return Column([], left, left + width)
    needed = sum(above) + sum(below) + sum(close) * _CLOSE * em
    gaps = max(1, len(blocks) - 1 - sum(close))
    spots = [floor + (block.site.y - BOTTOM) * scale for block in blocks]
    natural = (spots[0] - spots[-1] - (needed - above[0] - below[-1])) / gaps
    gap = max(0.0, min((panel.height - needed) / gaps, max(natural, _BETWEEN * em)))
    levels, y = [], panel.height
    for up, down, tight in zip(above, below, [*close[1:], False], strict=True):
        levels.append(y - up)
        y -= up + down + (_CLOSE * em if tight else gap)
    spare = max(0.0, y + gap)  # below the last block, where all start at the top
    shift = min(spare, max(0.0, sum(levels) - sum(spots)) / len(blocks))
    placed = [block._replace(level=level - shift) for block, level in zip(blocks, levels, strict=True)]
    return Column(placed, left, left + width, needed < panel.height + 0.02 * em)
