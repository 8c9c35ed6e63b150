"""Where the words of the body map stand: two columns of blocks, evenly spaced, with the body between them."""

from __future__ import annotations

from typing import NamedTuple

from her2viz.charts.anatomy.figure import BOTTOM, HALF_WIDTH, TOP
from her2viz.charts.axes import Panel
from her2viz.charts.typesetting import LEADING, small_type

__all__ = ["LINE", "THICK", "Block", "Column", "Site", "plan"]

# in type sizes
LINE = LEADING
THICK = 0.85  # a bar
_BAR = 11.9  # its length where there is room: 3.3 in on a slide
_SHORTEST = 3.0
_GAP = 0.8
_BETWEEN = 0.55  # two blocks
_LEADER, _LONGEST = 1.6, 7.0  # from a column to the body
_BODY = 6.5  # the least height of the body


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
    """A column of blocks from its left to its right edge."""

    blocks: list[Block]
    left: float
    right: float


class _Widths(NamedTuple):
    least: float
    enough: float


def plan(panel: Panel, sides: tuple[list[Site], list[Site]]) -> tuple[float, float, list[Column]]:
    """Return the body's scale, in inches a hundredth of body height, its midline, and both columns."""
    width, height, em = panel.width, panel.height, panel.em
    across = 2 * HALF_WIDTH
    scale = 0.985 * height / (TOP - BOTTOM)
    wanted = [_widths(panel, sites) for sites in sides]
    gap = _LEADER * em * sum(1 for sites in sides if sites)

    def room() -> float:
        return width - across * scale - gap

    least, enough = sum(w.least for w in wanted), sum(w.enough for w in wanted)
    if room() < least:
        scale = max(0.3 * scale, (width - gap - least) / across)
    if room() < least - 1e-9 or (TOP - BOTTOM) * scale < _BODY * em:
        panel.lacking.append("the outline of a person")
    share = min(1.0, max(0.0, (room() - least) / (enough - least))) if enough > least else 1.0
    wide = [w.least + share * (w.enough - w.least) for w in wanted]
    spare = max(0.0, room() - sum(wide))
    leaders = min(spare, 2 * (_LONGEST - _LEADER) * em)
    start = (spare - leaders) / 2
    body = start + wide[0] + (_LEADER * em if sides[0] else 0) + leaders / 2
    middle = body + across * scale / 2
    end = body + across * scale + (_LEADER * em if sides[1] else 0) + leaders / 2
    floor = (height - (TOP - BOTTOM) * scale) / 2
    columns = [
        _column(panel, sites, left, wide_, scale, floor)
        for sites, left, wide_ in ((sides[0], start, wide[0]), (sides[1], end, wide[1]))
    ]
    return scale, middle, columns


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
    blocks, above, below, said = [], [], [], ""
    for site in sorted(sites, key=lambda site: -site.y):
        heading = panel.measure.lines(site.heading, width, small_type()) if site.heading != said else []
        said = site.heading
        if site.value is None:
            label = panel.measure.lines(site.label, width, panel.points, "bold")
            up, down = LINE / 2 * em, (len(label) - 0.5) * LINE * em
        else:
            together = panel.measure.width(f"{site.label} {site.words}", panel.points, "bold") + _GAP / 2 * em
            label = [site.label] if together <= width else [site.label, site.words]
            up, down = (len(label) * LINE + THICK / 2) * em, THICK / 2 * em
        blocks.append(Block(site, 0.0, label, heading))
        above.append(up + len(heading) * LINE * small)
        below.append(down)
    if not blocks:
        return Column([], left, left + width)
    needed = sum(above) + sum(below)
    if needed > panel.height + 0.02 * em:
        panel.lacking.append("the words beside the outline of a person")
    gaps = max(1, len(blocks) - 1)
    spots = [floor + (block.site.y - BOTTOM) * scale for block in blocks]
    natural = (spots[0] - spots[-1] - (needed - above[0] - below[-1])) / gaps
    gap = max(0.0, min((panel.height - needed) / gaps, max(natural, _BETWEEN * em)))
    levels, y = [], panel.height
    for up, down in zip(above, below, strict=True):
        levels.append(y - up)
        y -= up + down + gap
    spare = max(0.0, y + gap)  # below the last block, where all start at the top
    shift = min(spare, max(0.0, sum(levels) - sum(spots)) / len(blocks))
    placed = [block._replace(level=level - shift) for block, level in zip(blocks, levels, strict=True)]
    return Column(placed, left, left + width)
