"""Columns headed by organs: in each a row of pips beside every symptom, a pip a page that lists it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon, organ_shape
from her2viz.charts.axes import Panel
from her2viz.charts.claims.setting import card, label_type, pips, pips_width, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type

__all__ = ["columns_height", "pip_columns"]

_PAD, _GAP = 0.6, 0.5  # inside a card, and between two, in sizes of small type
_BESIDE = 0.45  # between pips and words, in type sizes
_LEADS = (1.42, 1.35, 1.28, LEADING)  # from line to line of two rows, the widest first
_HEAD = 1.3  # the least height above the rows of a card, in sizes of headings
_FREE = 1.9  # the same where the height is free
_WIDEST = 0.5  # of a card's width, for its organ
_LINES = 2  # the most lines of a symptom
_EASE = 1.08  # a height at ease, in the least heights


@dataclass(frozen=True)
class _Card:
    """A site: its name, its rows (symptom in lines, pages) and how far apart they are, and its place in inches.

    The head is the height above its rows; the organ is as wide and tall as has room at the right, beside rows too.
    """

    site: str
    label: str
    rows: tuple[tuple[tuple[str, ...], int], ...]
    lead: float
    left: float
    top: float
    width: float
    height: float
    head: float
    organ: tuple[float, float]


@dataclass(frozen=True)
class _Plan:
    points: float
    height: float
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
    more = (_FREE - _HEAD) * heading_type() / 72 * max(len(column) for column in _packed(data))
    return _EASE * _plan(data, width, 0, measure, label_type()).height + more


def _draw(data: pd.DataFrame, panel: Panel) -> None:
    sizes = (panel.points, (panel.points + small_type()) / 2, small_type())
    plans = [_plan(data, panel.width, panel.height, panel.measure, points) for points in sizes]
    plan = next((p for p in plans if p.height <= panel.height + 1e-6), plans[-1])
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    for column in plan.columns:
        for this, below in zip(column, (*column[1:], None), strict=True):
            bottom = below.top - _GAP * small_type() / 72 if below else panel.height
            card(panel, (this.left, this.top, this.width, bottom - this.top))
            _draw_card(panel, plan, this, int(data["of_pages"].iloc[0]))


def _draw_card(panel: Panel, plan: _Plan, this: _Card, of: int) -> None:
    em, big, pad = plan.points / 72, heading_type(), _PAD * small_type() / 72
    name_top = this.top + this.head - (LEADING + 0.1) * big / 72
    write_lines(panel, this.left + pad, name_top, [this.label], big, bold=True)
    wide, tall = this.organ
    organ_icon(panel.ax, this.site, (this.left + this.width - pad - wide, this.top + pad, wide, tall))
    top = this.top + this.head
    for lines, pages in this.rows:
        label = f"{this.site}: {' '.join(lines)}"
        pips(panel, this.left + pad, top, plan.points, filled=pages, of=of, label=label)
        x = this.left + pad + pips_width(of, plan.points) + _BESIDE * em
        top = write_lines(panel, x, top, lines, plan.points) + (this.lead - LEADING) * em


def _plan(data: pd.DataFrame, width: float, height: float, measure: Measure, points: float) -> _Plan:
    em, gap, pad = points / 72, _GAP * small_type() / 72, _PAD * small_type() / 72
    beside = pips_width(int(data["of_pages"].iloc[0]), points) + _BESIDE * em + 2 * pad
    columns = _packed(data)
    rooms = [_room(data[data["site"].isin(sites)]["symptom"], measure, points) for sites in columns]
    spare = width - gap * (len(columns) - 1) - sum(rooms) - beside * len(columns)
    for n, sites in enumerate(columns):  # a column that then breaks no line comes first
        whole = max(measure.width(symptom, points) for symptom in data[data["site"].isin(sites)]["symptom"]) - rooms[n]
        if 0 < whole <= spare:
            rooms[n] += whole
            spare -= whole
    spare /= len(columns)
    broken = {
        (r.site, r.symptom): tuple(measure.lines(r.symptom, room + spare + 1e-6, points))
        for sites, room in zip(columns, rooms, strict=True)
        for r in data[data["site"].isin(sites)].itertuples()
    }

    def set_out(n: int, lead: float, more: float = 0.0) -> tuple[_Card, ...]:
        left = sum(beside + room + spare + gap for room in rooms[:n])
        top, cards = 0.0, []
        for site in columns[n]:
            part = data[data["site"] == site]
            rows = tuple((broken[r.site, r.symptom], int(r.pages)) for r in part.itertuples())
            head = _HEAD * heading_type() / 72 + pad + more
            deep = [em * (len(lines) * LEADING + lead - LEADING) for lines, _ in rows]
            tall, wide = head + sum(deep) + 0.6 * pad, beside + rooms[n] + spare
            label = str(part["label"].iloc[0])
            words = [measure.width(label, heading_type(), "bold")]
            words += [beside - pad + max(measure.width(line, points) for line in lines) for lines, _ in rows]
            free = [min(wide - 2 * pad - max(words[: k + 1]), _WIDEST * wide) for k in range(len(words))]
            shape = organ_shape(site)
            organ = max(min(width, (head - 1.3 * pad + sum(deep[:k])) / shape) for k, width in enumerate(free))
            cards.append(_Card(site, label, rows, lead, left, top, wide, tall, head, (organ, organ * shape)))
            top += tall + gap
        return tuple(cards)

    def deep(n: int, lead: float) -> float:
        return set_out(n, lead)[-1].top + set_out(n, lead)[-1].height

    leads = [next((lead for lead in _LEADS if deep(n, lead) <= height), LEADING) for n in range(len(columns))]
    placed = tuple(set_out(n, lead, max(0.0, height - deep(n, lead)) / len(columns[n])) for n, lead in enumerate(leads))
    return _Plan(points, max(map(deep, range(len(columns)), leads)), placed)


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


def _room(symptoms: pd.Series, measure: Measure, points: float) -> float:
    """Return the least width, in inches, at which no symptom takes more lines than it may."""
    step = 0.1 * points / 72
    width = max(measure.width(word, points) for symptom in symptoms for word in symptom.split())
    while max(len(measure.lines(symptom, width, points)) for symptom in symptoms) > _LINES:
        width += step
    return width
