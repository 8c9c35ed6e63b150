"""One organ, large, and beside it what pages list: pips beside what several list, the page beside what one lists."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims.setting import card, label_type, pips, pips_width, rule, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type

__all__ = ["organ_list", "organ_list_height"]

_SHARES = (0.25, 0.335, 0.415)  # of the width: organ, what several list, what one lists
_GAP, _PAD = 1.1, 0.5  # between columns, and inside the card, in sizes of small type
_BESIDE = 0.45  # between pips and words, in type sizes
_LEADS = (1.7, 1.5, 1.38, 1.28, LEADING)  # from line to line of two rows, the widest first
_UNDER = 0.3  # below the line under a heading, in type sizes
_ORGAN = 8.0  # the least height where it is free, in sizes of headings
_SHARED, _SINGLE = "Two or more pages", "One page"

Notes = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Row:
    """A symptom in lines, what a page adds to it in lines, and how many pages list it."""

    lines: tuple[str, ...]
    adds: tuple[str, ...]
    pages: int


@dataclass(frozen=True)
class _Page:
    """A page in lines, and what it alone lists."""

    name: tuple[str, ...]
    rows: tuple[_Row, ...]


@dataclass(frozen=True)
class _Note:
    """A card: in which list's column, its heading, its text in lines, and its height."""

    column: int
    heading: tuple[str, ...]
    lines: tuple[str, ...]
    height: float


@dataclass(frozen=True)
class _Plan:
    points: float
    lead: float
    height: float
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    names: float
    shared: tuple[_Row, ...]
    single: tuple[_Page, ...]
    notes: tuple[_Note, ...]


def organ_list(data: pd.DataFrame, *, notes: Notes = (), ax: Axes | None = None) -> Axes:
    """Draw what pages list for one site.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a symptom and page that lists it, in the order drawn: ``site``, ``label`` (of the site), ``symptom``,
        ``short_name`` (of the page), ``pages`` (how many list it), ``of_pages`` (how many there are) and ``adds``
        (drawn below the symptom, where it is one that several list).
    notes : sequence of tuple of str
        What stands in cards below the lists: a heading and a text each.
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data, notes))


def organ_list_height(data: pd.DataFrame, notes: Notes, width: float, measure: Measure) -> float:
    """Return the height that the list takes at its ease, in inches, at a width in inches."""
    return _plan(data, notes, width, math.inf, measure, label_type()).height


def _draw(data: pd.DataFrame, notes: Notes, panel: Panel) -> None:
    sizes = (panel.points, small_type())
    plans = [_plan(data, notes, panel.width, panel.height, panel.measure, points) for points in sizes]
    plan = next((p for p in plans if p.height <= panel.height + 1e-6), plans[-1])
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    site = str(data["site"].iloc[0])
    organ_icon(panel.ax, site, (0, 0, plan.widths[0], panel.height))
    _draw_rows(panel, plan, site, int(data["of_pages"].iloc[0]))
    _draw_notes(panel, plan)


def _draw_notes(panel: Panel, plan: _Plan) -> None:
    small, pad = small_type(), _PAD * small_type() / 72
    bottoms = [panel.height] * 3
    for note in plan.notes:
        left, width = plan.lefts[note.column], plan.widths[note.column]
        top = bottoms[note.column] - note.height
        card(panel, (left, top, width, note.height))
        end = write_lines(panel, left + pad, top + pad, note.heading, small, bold=True)
        write_lines(panel, left + pad, end, note.lines, small)
        bottoms[note.column] = top - pad


def _draw_rows(panel: Panel, plan: _Plan, site: str, of: int) -> None:
    em, small, between = plan.points / 72, small_type(), (plan.lead - LEADING) * plan.points / 72
    tops = [
        _draw_heading(panel, plan, heading, left, width)
        for heading, left, width in zip((_SHARED, _SINGLE), plan.lefts[1:], plan.widths[1:], strict=True)
    ]
    left, top = plan.lefts[1], tops[0]
    for row in plan.shared:
        pips(panel, left, top, plan.points, filled=row.pages, of=of, label=f"{site}: {' '.join(row.lines)}")
        x = left + pips_width(of, plan.points) + _BESIDE * em
        end = write_lines(panel, x, top, row.lines, plan.points)
        top = write_lines(panel, x, end, row.adds, small, muted=True) + between
    left, top = plan.lefts[2], tops[1]
    for page in plan.single:
        lower = 0.78 * LEADING * (plan.points - small) / 72  # on one line with the first symptom
        named = write_lines(panel, left, top + lower, page.name, small, muted=True) + between
        for row in page.rows:
            top = write_lines(panel, left + plan.names, top, row.lines, plan.points) + between
        top = max(top, named)


def _draw_heading(panel: Panel, plan: _Plan, heading: str, left: float, width: float) -> float:
    em = plan.points / 72
    end = write_lines(panel, left, 0, [heading], small_type(), bold=True) + 0.1 * em
    rule(panel, left, left + width, end)
    return end + _UNDER * em


def _plan(data: pd.DataFrame, notes: Notes, width: float, height: float, measure: Measure, points: float) -> _Plan:
    em, small = points / 72, small_type()
    gap, pad = _GAP * small / 72, _PAD * small / 72
    widths = tuple(share * (width - 2 * gap) for share in _SHARES)
    lefts = (0.0, widths[0] + gap, widths[0] + widths[1] + 2 * gap)

    several = data[data["pages"] > 1].drop_duplicates("symptom")
    beside = widths[1] - pips_width(int(data["of_pages"].iloc[0]), points) - _BESIDE * em
    shared = tuple(
        _Row(tuple(measure.lines(r.symptom, beside, points)), tuple(measure.lines(r.adds, beside, small)), int(r.pages))
        for r in several.itertuples()
    )
    alone = data[data["pages"] == 1]
    longest = max((measure.width(symptom, points) for symptom in alone["symptom"]), default=0.0)
    room = max(widths[2] - longest - 0.7 * em, 0.27 * widths[2])
    called = {name: tuple(measure.lines(name, room, small)) for name in dict.fromkeys(alone["short_name"])}
    names = max((measure.width(line, small) for lines in called.values() for line in lines), default=0.0) + 0.6 * em
    single = tuple(
        _Page(
            called[name],
            tuple(_Row(tuple(measure.lines(symptom, widths[2] - names, points)), (), 1) for symptom in part["symptom"]),
        )
        for name, part in alone.groupby("short_name", sort=False)
    )

    def lists(lead: float) -> tuple[float, float]:
        head, between = (LEADING * small + (0.1 + _UNDER) * points) / 72, (lead - LEADING) * em
        return (
            head + sum(_row_height(row, points) + between for row in shared),
            head + sum(_page_height(page, points, between) for page in single),
        )

    def tall(lead: float) -> tuple[float, tuple[_Note, ...]]:
        ends, placed = list(lists(lead)), []
        for heading, text in notes:
            n = min((0, 1), key=lambda n: ends[n])
            head, lines = (tuple(measure.lines(part, widths[n + 1] - 2 * pad, small)) for part in (heading, text))
            placed.append(_Note(n + 1, head, lines, LEADING * small / 72 * len(head + lines) + 2 * pad))
            ends[n] += placed[-1].height + pad
        even = max((note.height for note in placed), default=0.0)
        deep = max(*ends, _ORGAN * heading_type() / 72 if math.isinf(height) else 0.0)
        return deep, tuple(replace(note, height=even) for note in placed)

    lead = next((n for n in _LEADS if tall(n)[0] <= height), LEADING)
    return _Plan(points, lead, tall(lead)[0], lefts, widths, names, shared, single, tall(lead)[1])


def _row_height(row: _Row, points: float) -> float:
    return LEADING / 72 * (points * len(row.lines) + small_type() * len(row.adds))


def _page_height(page: _Page, points: float, between: float) -> float:
    rows = sum(_row_height(row, points) + between for row in page.rows)
    return max(rows, LEADING / 72 * small_type() * len(page.name) + between)
