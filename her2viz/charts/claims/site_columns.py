"""Lists of sites side by side, each in its page's own order, with an organ beside each name."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

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
_AIR = 0.93  # the height of an organ, of its row's
_ROWS = tuple(n / 100 for n in range(260, 121, -4))  # the height of a row, the largest first
_EASE = 2.1  # the same where the height is free

Sites = tuple[tuple[str, tuple[str, ...]], ...]  # each with its name in lines


@dataclass(frozen=True)
class _List:
    """A list: the place of its column, its heading, and its sites; a later list of a card lies across its columns."""

    left: float
    width: float
    heading: str
    sites: Sites
    across: bool


@dataclass(frozen=True)
class _Card:
    """A page: its place and width in inches, its name, what it is on, and its lists."""

    left: float
    width: float
    name: str
    about: str
    lists: tuple[_List, ...]


def site_columns(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the sites that pages list, each list in the page's own order.

    Lists of one page stand beside each other; one of a column that has a list already lies across all of them.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a site in a list, in the order drawn: ``short_name`` (of the page), ``about`` (what it is on), ``column``
        (which column of its card), ``heading`` (of the list), ``site`` and ``name`` (of the site).
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data))


def site_columns_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that the lists take at their ease, in inches, at a width in inches."""
    return _tall(_cards(data, width, _EASE, measure), _EASE)


def _draw(data: pd.DataFrame, panel: Panel) -> None:
    for row in _ROWS:
        cards = _cards(data, panel.width, row, panel.measure)
        if cards and _tall(cards, row) <= panel.height + 1e-6:
            break
    else:
        panel.lacking.append("all the rows")
        return
    panel.in_inches()
    em, small = small_type() / 72, small_type()
    for page in cards:
        card(panel, (page.left, 0, page.width, panel.height))
        pad = page.left + _PAD * em
        top = write_lines(panel, pad, _PAD * em, [page.name], _label(), bold=True)
        top = write_lines(panel, pad, top, [page.about], small, muted=True) + _BELOW * em
        lowest = top
        for each in page.lists:
            start = lowest + _BELOW * em if each.across else top
            lowest = max(lowest, _draw_list(panel, each, start, row * em))


def _draw_list(panel: Panel, each: _List, top: float, row: float) -> float:
    """Draw a list downwards, or from left to right where it lies across; return where it ends."""
    small, em = small_type(), small_type() / 72
    top = write_lines(panel, each.left, top, [each.heading], small) + _UNDER * em
    tall, wide = _AIR * row, 1.15 * row
    widths = [max(wide, panel.measure.width(name[0], small)) for _, name in each.sites]
    left, apart = each.left, (each.width - sum(widths)) / max(1, len(widths) - 1)
    for (site, name), own in zip(each.sites, widths, strict=True):
        if each.across:
            organ_icon(panel.ax, site, (left + (own - wide) / 2, top, wide, tall))
            write_lines(panel, left + (own - panel.measure.width(name[0], small)) / 2, top + row, name, small)
            left += own + apart
        else:
            deep = max(row, LEADING * em * len(name))
            organ_icon(panel.ax, site, (left, top + (deep - tall) / 2, wide, tall))
            middle = top + (deep - LEADING * em * len(name)) / 2
            write_lines(panel, left + wide + _BESIDE * em, middle, name, small)
            top += deep
    return top + row + LEADING * em if each.across else top


def _label() -> float:
    return float(mpl.rcParams["font.size"])


def _tall(cards: list[_Card], row: float) -> float:
    """Return the height of the cards with rows of a height, in inches; endless where words have no room."""
    if not cards:
        return math.inf
    em = small_type() / 72
    head = LEADING * (_label() / 72 + em) + (_PAD + _BELOW) * em
    heading = (LEADING + _UNDER) * em

    def deep(each: _List) -> float:
        if each.across:
            return heading + (row + LEADING + _BELOW) * em
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
    gap, pad, organ = _GAP * em, _PAD * em, (1.15 * row + _BESIDE) * em
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
            names = [(name,) if across else tuple(measure.lines(name, room, small)) for name in part["name"]]
            if across and sum(max(organ, measure.width(name, small)) for name in part["name"]) > end - left - pad:
                fits = False
            sites = tuple(zip(part["site"], names, strict=True))
            lists.append(_List(left + pad if across else starts[number], end - left - pad, heading, sites, across))
        about = str(mine["about"].iloc[0])
        fits &= max(measure.width(page, _label(), "bold"), measure.width(about, small)) <= end - left
        cards.append(_Card(left, end + pad - left, page, about, tuple(lists)))
        left = end + pad + gap
    return cards if fits else []


def _two_lines(names: pd.Series, measure: Measure, points: float) -> float:
    """Return the least width, in inches, at which no name takes more than two lines."""
    width = max(measure.width(word, points) for name in names for word in name.split())
    while max(len(measure.lines(name, width, points)) for name in names) > 2:
        width += 0.05
    return width + 0.01
