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
    """A site, its name and its rows (symptom in lines, pages), or no site but the lines of a note; in inches."""

    site: str
    label: str
    rows: tuple[tuple[tuple[str, ...], int], ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class _Plan:
    """The cards, the height that they need, and from line to line of two rows, the same on all cards."""

    points: float
    height: float
    head: float
    lead: float
    cards: tuple[_Card, ...]


def pip_columns(data: pd.DataFrame, *, note: str = "", ax: Axes | None = None) -> Axes:
    """Draw what pages list by site: a card a site, headed by its organ, and pips for how many pages list a symptom.

    Short cards stand below each other.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a symptom of a site, in the order drawn: ``site``, ``label`` (of the site), ``symptom``, ``pages`` (how
        many list it) and ``of_pages`` (how many there are).
    note : str, optional
        What holds whatever the site; it stands on a card below the column with the most room.
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data, note))


def columns_height(data: pd.DataFrame, note: str, width: float, measure: Measure) -> float:
    """Return the height that the columns take at their ease, in inches, at a width in inches."""
    return _plan(data, note, width, None, measure, label_type()).height


def _draw(data: pd.DataFrame, note: str, panel: Panel) -> None:
    sizes = (panel.points, (panel.points + small_type()) / 2, small_type())
    for points in sizes:
        plan = _plan(data, note, panel.width, panel.height, panel.measure, points)
        if plan.height <= panel.height + 1e-6:
            break
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    for this in plan.cards:
        card(panel, (this.left, this.top, this.width, this.height))
        if this.site:
            _draw_card(panel, plan, this, int(data["of_pages"].iloc[0]))
        else:
            _draw_note(panel, plan, this)


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
        top = write_lines(panel, x, top, lines, plan.points) + (plan.lead - LEADING) * em


def _draw_note(panel: Panel, plan: _Plan, this: _Card) -> None:
    ((lines, _),) = this.rows
    top = this.top + (this.height - panel.measure.height(len(lines), plan.points)) / 2
    write_lines(panel, this.left + _PAD * small_type() / 72, top, lines, plan.points)


def _plan(data: pd.DataFrame, note: str, width: float, height: float | None, measure: Measure, points: float) -> _Plan:
    """Set the cards in a height, or at ease: their heads as high as each other, all their rows as far apart."""
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
    least, most = _HEAD * heading_type() / 72, _HIGH * heading_type() / 72

    def deep(site: str, lead: float, head: float) -> float:
        lines = sum(len(lines) for lines, _ in sites[site])
        return em * (LEADING * lines + (lead - LEADING) * (len(sites[site]) - 1)) + 2 * pad + (head if site else 0)

    def whole(column: list[str], lead: float, head: float) -> float:
        return sum(deep(site, lead, head) for site in column) + gap * (len(column) - 1)

    if note:
        emptiest = min(range(len(columns)), key=lambda n: whole(columns[n], _LEADS[1], most))
        columns[emptiest].append("")
        sites[""] = ((tuple(measure.lines(note, beside + rooms[emptiest] - 2 * pad, points)), 0),)
    if height is None:
        height = max(whole(column, _LEADS[1], most) for column in columns)
    close = next((a for a in _LEADS[1:] if max(whole(c, a, least) for c in columns) <= height), LEADING)
    head = min((height - whole(column, close, 0)) / sum(site != "" for site in column) for column in columns)
    head = min(max(head, least), most)
    lead = min(
        LEADING + (height - whole(column, LEADING, head)) / max(em * sum(len(sites[s]) - 1 for s in column), 1e-6)
        for column in columns
    )
    lead = min(max(lead, LEADING), _LEADS[0])
    cards, left = [], 0.0
    labels = data.drop_duplicates("site").set_index("site")["label"]
    for column, room in zip(columns, rooms, strict=True):
        # what is over goes to a note, or else to all cards of the column
        spare, top = max(0.0, height - whole(column, lead, head)), 0.0
        wider = [""] if "" in column else column
        for site in column:
            tall = deep(site, lead, head) + (spare / len(wider) if site in wider else 0)
            cards.append(_Card(site, str(labels.get(site, "")), sites[site], left, top, beside + room, tall))
            top += tall + gap
        left += beside + room + gap
    return _Plan(points, max(whole(column, close, head) for column in columns), head, lead, tuple(cards))


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
