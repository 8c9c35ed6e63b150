"""Columns headed by organs: in each a row of pips beside every symptom, a pip a page that lists it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import alike, organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims.setting import card, label_type, pips, pips_width, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type

__all__ = ["columns_height", "pip_columns"]

_PAD, _GAP = 0.5, 0.5  # inside a card, and between two, in sizes of small type
_BESIDE = 0.45  # between pips and words, in type sizes
_LEADS = (1.8, 1.42, 1.28, LEADING)  # from line to line of two rows: the widest, at ease, close, and none closer
_HEAD, _HIGH = 2.3, 2.8  # the height above the rows of a card, for its name and its organ: the least and the most
_ICON = 1.5  # the width of the place of an organ, of its height
_LINES = 2  # the most lines of a symptom


@dataclass(frozen=True)
class _Card:
    """A site: its name, its rows (symptom in lines, pages) and how far apart they are, and its place in inches."""

    site: str
    label: str
    rows: tuple[tuple[tuple[str, ...], int], ...]
    lead: float
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class _Plan:
    points: float
    height: float
    head: float
    columns: tuple[tuple[_Card, ...], ...]


def pip_columns(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what pages list by site: a card a site, headed by its organ, and pips for how many pages list a symptom.

    Short cards stand below each other.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a symptom of a site, in the order drawn: ``site``, ``label`` (of the site), ``symptom``, ``pages`` (how
        many list it) and ``of_pages`` (how many there are).
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data))


def columns_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that the columns take at their ease, in inches, at a width in inches."""
    return _plan(data, width, None, measure, label_type()).height


def _draw(data: pd.DataFrame, panel: Panel) -> None:
    sizes = (panel.points, (panel.points + small_type()) / 2, small_type())
    plans = [_plan(data, panel.width, panel.height, panel.measure, points) for points in sizes]
    plan = next((p for p in plans if p.height <= panel.height + 1e-6), plans[-1])
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    for this in (this for column in plan.columns for this in column):
        card(panel, (this.left, this.top, this.width, this.height))
        _draw_card(panel, plan, this, int(data["of_pages"].iloc[0]))


def _draw_card(panel: Panel, plan: _Plan, this: _Card, of: int) -> None:
    em, big, pad = plan.points / 72, heading_type(), _PAD * small_type() / 72
    left, top = this.left + pad, this.top + pad
    write_lines(panel, left, top + (plan.head - LEADING * big / 72) / 2, [this.label], big, bold=True)
    on_card = replace(panel.colours, paper=panel.colours.card)
    _, y, wide, tall = alike(this.site, (0, top, _ICON * plan.head, plan.head))
    organ_icon(panel.ax, this.site, (this.left + this.width - pad - wide, y, wide, tall), look=on_card)
    top += plan.head
    for lines, pages in this.rows:
        pips(panel, left, top, plan.points, filled=pages, of=of, label=f"{this.site}: {' '.join(lines)}")
        x = left + pips_width(of, plan.points) + _BESIDE * em
        top = write_lines(panel, x, top, lines, plan.points) + (this.lead - LEADING) * em


def _plan(data: pd.DataFrame, width: float, height: float | None, measure: Measure, points: float) -> _Plan:
    """Set the cards in a height, or at ease: their heads as high as each other, their rows as far apart as has room."""
    em, gap, pad = points / 72, _GAP * small_type() / 72, _PAD * small_type() / 72
    beside = pips_width(int(data["of_pages"].iloc[0]), points) + _BESIDE * em + 2 * pad
    columns = _packed(data)
    rooms = _rooms(data, columns, width - gap * (len(columns) - 1) - beside * len(columns), measure, points)
    sites = {
        str(site): tuple(
            (tuple(measure.lines(r.symptom, room + 1e-6, points)), int(r.pages))
            for r in data[data["site"] == site].itertuples()
        )
        for column, room in zip(columns, rooms, strict=True)
        for site in column
    }

    def deep(site: str, lead: float) -> float:
        """Return the height of a card without its head."""
        lines = sum(len(lines) for lines, _ in sites[site])
        return em * (LEADING * lines + (lead - LEADING) * (len(sites[site]) - 1)) + 2 * pad

    def whole(column: list[str], lead: float, head: float) -> float:
        return sum(deep(site, lead) + head for site in column) + gap * (len(column) - 1)

    least, most = _HEAD * heading_type() / 72, _HIGH * heading_type() / 72
    if height is None:
        height = max(whole(column, _LEADS[1], most) for column in columns)
    close = next((a for a in _LEADS[1:] if max(whole(c, a, least) for c in columns) <= height), LEADING)
    spare = min((height - whole(column, close, 0)) / len(column) for column in columns)
    head = min(max(spare, least), most)
    placed, left = [], 0.0
    for column, room in zip(columns, rooms, strict=True):
        between = em * sum(len(sites[site]) - 1 for site in column)
        lead = LEADING + max(0.0, height - whole(column, LEADING, head)) / max(between, 1e-6)
        lead = min(lead, _LEADS[0])
        more = max(0.0, height - whole(column, lead, head)) / len(column)
        cards, top = [], 0.0
        for site in column:
            tall = deep(site, lead) + head + more
            label = str(data.loc[data["site"] == site, "label"].iloc[0])
            cards.append(_Card(site, label, sites[site], lead, left, top, beside + room, tall))
            top += tall + gap
        placed.append(tuple(cards))
        left += beside + room + gap
    return _Plan(points, max(whole(column, close, head) for column in columns), head, tuple(placed))


def _rooms(data: pd.DataFrame, columns: list[list[str]], width: float, measure: Measure, points: float) -> list[float]:
    """Return the widths of the words of the columns: what is over goes first to where it saves most lines."""
    symptoms = [list(data.loc[data["site"].isin(sites), "symptom"]) for sites in columns]
    rooms = [_room(names, measure, points) for names in symptoms]

    def lines(n: int, room: float) -> int:
        return sum(len(measure.lines(name, room + 1e-6, points)) for name in symptoms[n])

    while True:
        wider = {
            n: min((w for name in symptoms[n] if (w := measure.width(name, points)) > room), default=math.inf)
            for n, room in enumerate(rooms)
        }
        spare = width - sum(rooms)
        saving = {n: lines(n, rooms[n]) - lines(n, w) for n, w in wider.items() if w - rooms[n] <= spare}
        if not saving:
            return [room + spare / len(rooms) for room in rooms]
        best = max(saving, key=lambda n: saving[n])
        rooms[best] = wider[best]


def _packed(data: pd.DataFrame) -> list[list[str]]:
    """Put sites that follow each other into one column, as long as it has no more rows than the longest site."""
    heading = 3  # as high as so many rows
    rows = {site: len(part) + heading for site, part in data.groupby("site", sort=False)}
    columns: list[list[str]] = []
    for site, tall in rows.items():
        if columns and sum(rows[s] for s in columns[-1]) + tall <= max(rows.values()):
            columns[-1].append(site)
        else:
            columns.append([site])
    return columns


def _room(symptoms: list[str], measure: Measure, points: float) -> float:
    """Return the least width, in inches, at which no symptom takes more lines than it may."""
    step = 0.1 * points / 72
    width = max(measure.width(word, points) for symptom in symptoms for word in symptom.split())
    while max(len(measure.lines(symptom, width, points)) for symptom in symptoms) > _LINES:
        width += step
    return width
