"""One organ, large, and beside it what pages list: with pips what several list, apart on a card what one lists."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import organ_icon, organ_shape
from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.claims.setting import card, pips, pips_width, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type

__all__ = ["organ_list", "organ_list_height"]

_SHARES = (0.26, 0.43, 0.31)  # of the width: organ, what several list, what one lists
_GAP, _PAD = 0.9, 0.5  # between columns, and inside a card, in sizes of small type
_BESIDE = 0.5  # between pips and words, in type sizes
_SIZES = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82)  # of a symptom that several pages list, in sizes of headings
_LEADS = (2.2, 1.9, 1.6, 1.5, 1.4, 1.3, LEADING)  # from line to line of two rows, the widest first
_AIRY = 1.3  # the least of these that is taken before larger type
_EASE = 1.6  # the same where the height is free
_BETWEEN = 0.15  # between two pages on the card, in sizes of small type
_SINGLE = "Only one page lists"

Notes = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Row:
    """A symptom in lines, what a page adds to it in lines, and how many pages list it."""

    lines: tuple[str, ...]
    adds: tuple[str, ...]
    pages: int


@dataclass(frozen=True)
class _Card:
    """What stands on a card, line by line: the words and whether they are bold or muted; its place in inches."""

    column: int
    lines: tuple[tuple[str, str], ...]
    top: float
    height: float


@dataclass(frozen=True)
class _Plan:
    points: float
    lead: float
    height: float
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    rows: tuple[_Row, ...]
    cards: tuple[_Card, ...]


def organ_list(data: pd.DataFrame, *, notes: Notes = (), ax: Axes | None = None) -> Axes:
    """Draw what pages list for one site.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a symptom and page that lists it, in the order drawn: ``site``, ``label`` (of the site), ``symptom``,
        ``short_name`` (of the page), ``pages`` (how many list it), ``of_pages`` (how many there are) and ``adds``
        (drawn below the symptom, where it is one that several list).
    notes : sequence of tuple of str
        What stands on cards of its own, where there is most room: a heading and a text each.
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data, notes))


def organ_list_height(data: pd.DataFrame, notes: Notes, width: float, measure: Measure) -> float:
    """Return the height that the list takes at its ease, in inches, at a width in inches."""
    return _plan(data, notes, width, measure, heading_type(), _EASE).height


def _draw(data: pd.DataFrame, notes: Notes, panel: Panel) -> None:
    plan = _largest(data, notes, panel)
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    site, of = str(data["site"].iloc[0]), int(data["of_pages"].iloc[0])
    below = [this.top for this in plan.cards if this.column == 0]
    organ_icon(panel.ax, site, (0, 0, plan.widths[0], min([panel.height, *below])))
    em, top = plan.points / 72, 0.0
    for row in plan.rows:
        pips(panel, plan.lefts[1], top, plan.points, filled=row.pages, of=of, label=f"{site}: {' '.join(row.lines)}")
        x = plan.lefts[1] + pips_width(of, plan.points) + _BESIDE * em
        end = write_lines(panel, x, top, row.lines, plan.points)
        top = write_lines(panel, x, end, row.adds, small_type(), muted=True) + (plan.lead - LEADING) * em
    pad = _PAD * small_type() / 72
    for this in plan.cards:
        left, width = plan.lefts[this.column], plan.widths[this.column]
        card(panel, (left, this.top, width, this.height))
        y = this.top + pad
        for text, look in this.lines:
            if look == "muted":
                y += _BETWEEN * small_type() / 72
            y = write_lines(panel, left + pad, y, [text], small_type(), muted=look == "muted", bold=look == "bold")


def _largest(data: pd.DataFrame, notes: Notes, panel: Panel) -> _Plan:
    """Return the plan with the largest type that breaks no more lines than the least, and the rows far apart."""

    def plan(share: float, lead: float = LEADING) -> _Plan:
        points = max(share * heading_type(), small_type())
        return _plan(data, notes, panel.width, panel.measure, points, lead, panel.height)

    def fits(found: _Plan) -> bool:
        return found.height <= panel.height + 1e-6 and _lines(found) == _lines(smallest)

    smallest = plan(_SIZES[-1])
    airy = (share for share in _SIZES if share >= 1 and fits(plan(share, _AIRY)))
    share = next(airy, None) or next((share for share in _SIZES if fits(plan(share))), _SIZES[-1])
    return next((found for found in (plan(share, lead) for lead in _LEADS) if fits(found)), smallest)


def _lines(plan: _Plan) -> int:
    return sum(len(row.lines) for row in plan.rows)


def _plan(
    data: pd.DataFrame,
    notes: Notes,
    width: float,
    measure: Measure,
    points: float,
    lead: float,
    height: float = math.inf,
) -> _Plan:
    em, small = points / 72, small_type()
    gap, pad = _GAP * small / 72, _PAD * small / 72
    widths = tuple(share * (width - 2 * gap) for share in _SHARES)
    lefts = (0.0, widths[0] + gap, widths[0] + widths[1] + 2 * gap)
    beside = widths[1] - pips_width(int(data["of_pages"].iloc[0]), points) - _BESIDE * em
    rows = tuple(
        _Row(
            tuple(measure.lines(r.symptom, beside, points)),
            tuple(balanced(measure, r.adds, beside, small)),
            int(r.pages),
        )
        for r in data[data["pages"] > 1].drop_duplicates("symptom").itertuples()
    )
    list_end = sum(LEADING / 72 * (points * len(row.lines) + small * len(row.adds)) for row in rows)
    list_end += (lead - LEADING) * em * (len(rows) - 1)

    def lines(text: str, column: int, look: str) -> list[tuple[str, str]]:
        how = "bold" if look == "bold" else "normal"
        return [(line, look) for line in balanced(measure, text, widths[column] - 2 * pad, small, how)]

    def tall(words: Sequence[tuple[str, str]]) -> float:
        between = sum(look == "muted" for _, look in words) * _BETWEEN * small / 72
        return LEADING * small / 72 * len(words) + between + 2 * pad

    alone = data[data["pages"] == 1]
    single = lines(_SINGLE, 2, "bold")
    for name, part in alone.groupby("short_name", sort=False):
        single += lines(str(name), 2, "muted")
        single += [line for symptom in part["symptom"] for line in lines(symptom, 2, "plain")]
    organ = widths[0] * organ_shape(str(data["site"].iloc[0]))
    top = [min(organ, height), list_end, 0.0]
    first = []
    if len(alone):
        first.append(_Card(2, tuple(single), 0.0, tall(single)))
        top[2] = first[0].height

    def placed(columns: Sequence[int]) -> tuple[float, float, list[_Card]]:
        ends, cards = list(top), list(first)
        for (heading, text), n in zip(notes, columns, strict=True):
            words = (*lines(heading, n, "bold"), *lines(text, n, "plain"))
            cards.append(_Card(n, words, ends[n] + pad, tall(words)))
            ends[n] += tall(words) + pad
        return max(ends), ends[1], cards

    least = height if math.isfinite(height) else 0.0  # where all fit, the list of symptoms keeps the most room
    ways = (placed(columns) for columns in itertools.product((2, 1, 0), repeat=len(notes)))
    whole, _, cards = min(ways, key=lambda way: (max(way[0], least), way[1]))
    lowered = _lowered(cards, height if math.isfinite(height) else whole)
    return _Plan(points, lead, whole, lefts, widths, rows, lowered)


def _lowered(cards: Sequence[_Card], floor: float) -> tuple[_Card, ...]:
    """Let the cards of notes stand at the foot of their column, and the card that starts at the top keep its place."""
    foot, placed = [floor] * 3, []
    for this in reversed(cards):
        top = 0.0 if this.top == 0 else foot[this.column] - this.height
        foot[this.column] = top - _PAD * small_type() / 72
        placed.append(_Card(this.column, this.lines, top, this.height))
    return tuple(placed[::-1])
