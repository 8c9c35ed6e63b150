"""Lists of sites side by side, each in its page's own order, with an organ beside each name."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims.setting import card, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, small_type

__all__ = ["site_columns", "site_columns_height"]

# in sizes of small type
_GAP, _PAD = 0.45, 0.5  # between cards, and inside one
_UNDER, _BELOW = 0.15, 0.25  # below the heading of a list, and below a list
_BESIDE = 0.4  # between an organ and its name
_AIR, _WIDE = 0.93, 1.15  # the height and the width of an organ, of its row's height
_ROWS = tuple(n / 100 for n in range(260, 121, -4))  # the height of a row, the largest first
_EASE = 2.1  # the same where the height is free

_APART = 1.0  # between two sites of a list that lies across
_NO_OTHER = "names no other"

Sites = tuple[tuple[str, tuple[str, ...]], ...]  # each with its name in lines


@dataclass(frozen=True)
class _List:
    """A list: where its column starts, its heading and its sites; row by row where it lies across the card."""

    left: float
    heading: str
    sites: Sites
    across: tuple[tuple[tuple[float, str, str], ...], ...] = ()


@dataclass(frozen=True)
class _Card:
    """A page: its place and width in inches, its name, what it is on, if it is signed, and its lists."""

    left: float
    width: float
    name: str
    about: str
    signed: str
    lists: tuple[_List, ...]


def site_columns(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the sites that pages list, each list in the page's own order.

    Lists of one page stand beside each other; one of a column that has a list already lies across all of them.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a site in a list, in the order drawn: ``short_name`` (of the page), ``about`` (what it is on), ``signed``
        (a word if it is not, or empty), ``column`` (which column of its card), ``heading`` (of the list),
        ``site`` and ``name`` (of the site).
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data))


def site_columns_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that the lists take at their ease, in inches, at a width in inches."""
    return _tall(_cards(data, width, _EASE, measure), _EASE)


def _draw(data: pd.DataFrame, panel: Panel) -> None:
    set_in = partial(_cards, data, panel.width, measure=panel.measure)
    fits = bisect_left(_ROWS, True, key=lambda row: _tall(set_in(row), row) <= panel.height + 1e-6)
    if fits == len(_ROWS):
        panel.lacking.append("all the rows")
        return
    row = _ROWS[fits]
    cards = set_in(row)
    panel.in_inches()
    em, small, shared = small_type() / 72, small_type(), _shared(cards)
    for page in cards:
        card(panel, (page.left, 0, page.width, panel.height))
        pad = page.left + _PAD * em
        top = write_lines(panel, pad, _PAD * em, [page.name], _label(), bold=True)
        write_lines(panel, pad, top, [page.about, page.signed], small, muted=True)
        top += 2 * LEADING * em + _BELOW * em
        tint = _band(page, top + (LEADING + _UNDER) * em, shared, row * em)
        panel.ax.add_artist(tint).set(
            facecolor=panel.colours.track,
            edgecolor=panel.colours.rule,
            lw=panel.line,
            zorder=0.2,
            gid="card",
            clip_on=False,
        )
        lowest = top
        if all(len(each.sites) == shared for each in page.lists):
            write_lines(panel, pad, tint.get_y() + tint.get_height() + _BELOW * em, [_NO_OTHER], small, muted=True)
        for each in page.lists:
            start = lowest + _BELOW * em if each.across else top
            lowest = max(lowest, _draw_list(panel, each, start, row * em))


def _shared(cards: list[_Card]) -> int:
    """Return with how many of the same sites all lists start, in any order."""
    lists = [[site for site, _ in each.sites] for page in cards for each in page.lists if not each.across]
    return max(
        (n for n in range(min(map(len, lists)) + 1) if len({frozenset(sites[:n]) for sites in lists}) == 1), default=0
    )


def _band(page: _Card, top: float, rows: int, row: float) -> Rectangle:
    """Return the ground of the rows that hold the sites which all lists start with."""
    return Rectangle((page.left, top), page.width, rows * row)


def _draw_list(panel: Panel, each: _List, top: float, row: float) -> float:
    """Draw a list downwards, or row by row where it lies across; return where it ends."""
    small, em = small_type(), small_type() / 72
    top = write_lines(panel, each.left, top, [each.heading], small) + _UNDER * em

    def draw(left: float, deep: float, site: str, name: tuple[str, ...]) -> None:
        tall, wide = _AIR * row, _WIDE * row
        organ_icon(panel.ax, site, (left, top + (deep - tall) / 2, wide, tall))
        write_lines(panel, left + wide + _BESIDE * em, top + (deep - LEADING * em * len(name)) / 2, name, small)

    for line in each.across:
        for left, site, word in line:
            draw(left, row, site, (word,))
        top += row
    for site, name in () if each.across else each.sites:
        deep = max(row, LEADING * em * len(name))
        draw(each.left, deep, site, name)
        top += deep
    return top


def _label() -> float:
    return float(mpl.rcParams["font.size"])


def _tall(cards: list[_Card], row: float) -> float:
    """Return the height of the cards with rows of a height, in inches; endless where words have no room."""
    if not cards:
        return math.inf
    em = small_type() / 72
    head = LEADING * (_label() / 72 + 2 * em) + (_PAD + _BELOW) * em
    heading = (LEADING + _UNDER) * em

    def deep(each: _List) -> float:
        if each.across:
            return heading + (len(each.across) * row + _BELOW) * em
        return heading + sum(max(row, LEADING * len(name)) for _, name in each.sites) * em

    return (
        head
        + max(
            max(deep(each) for each in page.lists if not each.across)
            + sum(deep(each) for each in page.lists if each.across)
            for page in cards
        )
        + _PAD * em
    )


def _cards(data: pd.DataFrame, width: float, row: float, measure: Measure) -> list[_Card]:
    """Set the cards; none where a word has no room beside organs in rows of this height."""
    small = small_type()
    em = small / 72
    gap, pad, organ = _GAP * em, _PAD * em, (_WIDE * row + _BESIDE) * em
    pages = list(dict.fromkeys(data["short_name"]))

    def widest(texts: pd.Series, points: float, weight: str = "normal") -> float:
        return max(measure.width(text, points, weight) for text in texts)

    columns = {
        key: max(widest(part["heading"], small), organ + _two_lines(part["name"], measure, small))
        for key, part in data.drop_duplicates(["short_name", "column", "site"]).groupby(
            ["short_name", "column"], sort=False
        )
    }
    spare = (width - gap * (len(pages) - 1) - 2 * pad * len(pages) - sum(columns.values())) / len(columns)
    cards, left = [], 0.0
    fits = spare >= 0
    for page in pages:
        mine = data[data["short_name"] == page]
        starts, end = {}, left + pad
        for number in dict.fromkeys(mine["column"]):
            starts[number] = end
            end += columns[page, number] + spare
        lists: list[_List] = []
        begun: set[object] = set()
        for (number, heading), part in mine.groupby(["column", "heading"], sort=False):
            across, room = number in begun, columns[page, number] + spare - organ
            begun.add(number)
            sites = tuple(
                (site, tuple(measure.lines(name, room, small))) for site, name in part[["site", "name"]].values
            )
            lines: list[list[tuple[float, str, str]]] = []
            at = math.inf
            for site, name in part[["site", "name"]].values if across else ():
                at = min((start for start in starts.values() if start >= at), default=at)
                takes = organ + measure.width(name, small)
                if at + takes > end + 1e-6:
                    at = left + pad
                    lines.append([])
                fits &= at + takes <= end + 1e-6
                lines[-1].append((at, site, name))
                at += takes + _APART * em
            lists.append(_List(left + pad if across else starts[number], heading, sites, tuple(map(tuple, lines))))
        about, signed = str(mine["about"].iloc[0]), str(mine["signed"].iloc[0])
        fits &= max(measure.width(page, _label(), "bold"), measure.width(about, small)) <= end - left
        cards.append(_Card(left, end + pad - left, page, about, signed, tuple(lists)))
        left = end + pad + gap
    return cards if fits else []


def _two_lines(names: pd.Series, measure: Measure, points: float) -> float:
    """Return the least width, in inches, at which no name takes more than two lines."""
    width = max(measure.width(word, points) for name in names for word in name.split())
    while max(len(measure.lines(name, width, points)) for name in names) > 2:
        width += 0.05
    return width + 0.01
