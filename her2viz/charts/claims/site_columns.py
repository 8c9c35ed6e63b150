"""Lists of sites side by side, each in a page's own order, the same site joined from list to list."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims.setting import card, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, small_type

__all__ = ["site_columns", "site_columns_height"]

_GAP, _PAD = 0.5, 0.5  # between cards, and inside one, in sizes of small type
_ICON = 1.5  # the width and height of an icon, in type sizes
_ROWS = tuple(n / 100 for n in range(175, 121, -3))  # the height of a row, in type sizes, the largest first
_UNDER, _BELOW = 0.15, 0.3  # below the heading of a list, and below a list, in type sizes
_BESIDE = 0.35  # between an icon and its name, in type sizes


@dataclass(frozen=True)
class _Card:
    """A page: its place, width and height in inches, and its name and what it is on, in lines."""

    left: float
    width: float
    height: float
    name: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True)
class _List:
    """A column of a card: lists of one page below each other, as (heading in lines, sites with names in lines)."""

    left: float
    parts: tuple[tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]], ...]


@dataclass(frozen=True)
class _Plan:
    row: float
    head: float
    height: float
    cards: tuple[_Card, ...]
    lists: tuple[_List, ...]


def site_columns(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the sites that pages list, each list in the page's own order.

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
    return _plan(data, width, math.inf, measure).height


def _draw(data: pd.DataFrame, panel: Panel) -> None:
    plan = _plan(data, panel.width, panel.height, panel.measure)
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    pad = _PAD * small_type() / 72
    for page in plan.cards:
        card(panel, (page.left, 0, page.width, page.height))
        end = write_lines(panel, page.left + pad, pad, page.name, small_type(), bold=True)
        write_lines(panel, page.left + pad, end, page.about, small_type(), muted=True)
    ends: dict[str, tuple[float, float]] = {}
    for column in plan.lists:
        ends = _draw_list(panel, plan, column, ends)


def _draw_list(
    panel: Panel, plan: _Plan, column: _List, before: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Draw a column, joined to the sites of the one before it; return where its own rows end."""
    small = small_type()
    em = small / 72
    icon = _ICON * em
    ends, top = {}, plan.head
    for heading, rows in column.parts:
        top = write_lines(panel, column.left, top, heading, small, muted=True) + _UNDER * em
        for site, name in rows:
            middle = top + _row_height(name, plan.row) / 2
            tall = min(icon, 0.93 * plan.row)
            organ_icon(panel.ax, site, (column.left, middle - tall / 2, icon, tall))
            x = column.left + icon + _BESIDE * em
            write_lines(panel, x, middle - LEADING * em * len(name) / 2, name, small_type())
            if site in before:
                panel.ax.plot(
                    [before[site][0], column.left - 0.25 * em],
                    [before[site][1], middle],
                    color=panel.colours.outline,
                    lw=panel.line,
                    solid_capstyle="round",
                    zorder=1,
                    clip_on=False,
                    label=site,
                    gid="link",
                )
            wide = max(panel.measure.width(line, small_type()) for line in name)
            ends[site] = (x + wide + 0.25 * em, middle)
            top += _row_height(name, plan.row)
        top += _BELOW * em
    return ends


def _plan(data: pd.DataFrame, width: float, height: float, measure: Measure) -> _Plan:
    small = small_type()
    em = small / 72
    gap, pad = _GAP * small / 72, _PAD * small / 72
    pages = list(dict.fromkeys(data["short_name"]))
    many = len(data[["short_name", "column"]].drop_duplicates())
    across = (width - gap * (len(pages) - 1) - 2 * pad * len(pages)) / many
    icon = (_ICON + _BESIDE) * em
    cards, left = [], 0.0
    lists: list[_List] = []
    for page in pages:
        mine = data[data["short_name"] == page]
        columns = list(dict.fromkeys(mine["column"]))
        wide = across * len(columns) + 2 * pad
        about = tuple(measure.lines(str(mine["about"].iloc[0]), wide - 2 * pad, small))
        first = len(lists)
        for n, column in enumerate(columns):
            parts = tuple(
                (
                    tuple(measure.lines(heading, across - 0.4 * em, small)),
                    tuple((r.site, tuple(measure.lines(r.name, across - icon, small))) for r in part.itertuples()),
                )
                for heading, part in mine[mine["column"] == column].groupby("heading", sort=False)
            )
            lists.append(_List(left + pad + n * across, parts))
        name = tuple(measure.lines(page, wide - 2 * pad, small, "bold"))
        cards.append((left, wide, name, about, lists[first:]))
        left += wide + gap
    top = max(LEADING * em * len(name + about) for _, _, name, about, _ in cards) + 1.4 * pad

    def deep(column: _List, row: float) -> float:
        headings = sum(LEADING * small / 72 * len(heading) + (_UNDER + _BELOW) * em for heading, _ in column.parts)
        rows = sum(_row_height(name, row * em) for _, part in column.parts for _, name in part)
        return top + headings + rows - _BELOW * em + pad

    def tall(row: float) -> float:
        return max(deep(column, row) for column in lists)

    row = next((n for n in _ROWS if tall(n) <= height), _ROWS[-1])
    placed = tuple(
        _Card(left, wide, max(deep(column, row) for column in own), name, about)
        for left, wide, name, about, own in cards
    )
    return _Plan(row * em, top, tall(row), placed, tuple(lists))


def _row_height(name: tuple[str, ...], row: float) -> float:
    return max(row, LEADING * small_type() / 72 * len(name))
