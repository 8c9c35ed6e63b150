"""Who gives which answer: a card an answer, headed by a picture of it, and in it a tile for each page that gives it."""

from __future__ import annotations

import itertools
import math
from functools import partial
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.lanes import Statement
from her2viz.charts.claims.motifs import draw_motif
from her2viz.charts.claims.setting import card
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["answer_cards", "cards_height"]

_NEEDED = ("whom", "answer", "motif", "statement", "remark")
_Answers = dict[str, dict[str, list[Any]]]  # the statements of each page under each answer
# in sizes of label type
_GAP, _PAD = 0.55, 0.45  # between cards, and inside one
_SIDE, _INSIDE, _BETWEEN = 0.4, 0.25, 0.3  # in a tile: beside words, above and below them, from statement to statement
_LARGE = (1.4, 1.3, 1.2, 1.1)  # type of words without pictures, in sizes of headings
_APART = 0.35  # from tile to tile
_LEAST, _MOST, _BESIDE = 2.6, 6.5, 1.5  # the height of a picture above a heading; of one beside it


class _Tile(NamedTuple):
    """What a page says under an answer."""

    page: str
    whom: list[str]
    beside: bool  # whether whom it is about stands on the line of the page's name
    statements: list[Statement]
    height: float


class _Card(NamedTuple):
    """An answer: its heading in lines, its picture, and its tiles, row by row."""

    left: float
    width: float
    heading: list[str]
    motif: str
    rows: list[list[_Tile]]


class _Plan(NamedTuple):
    """How everything is set; lengths in inches."""

    picture: float  # the height of the pictures; 0 where they stand beside the headings
    cards: list[_Card]
    head: float  # the height of the words above the tiles
    height: float
    fits: bool


def answer_cards(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw who gives which answer: a card an answer, with a tile for each page that gives it.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement, pages and answers in the order in which they first stand. Columns: ``page`` ("" for a
        tile without a name), ``whom`` (whom the page speaks of), ``answer``, ``motif`` (what is drawn above the
        answer, a name of :mod:`her2viz.charts.claims.motifs`; "" for nothing), ``statement`` and ``remark`` (below
        it; "" for none).
    ax : matplotlib.axes.Axes, optional
        Where to draw.

    Raises
    ------
    DataError
        If columns are missing, or it does not fit.

    Notes
    -----
    A page with tiles on two cards says both.
    """
    return draw_on(ax, partial(_draw, lane.checked(data, _NEEDED)))


def cards_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that the cards take at their ease, in inches, at a width in inches."""
    return _plan(lane.checked(data, _NEEDED), width, math.inf, measure).height


def _plan(rows: pd.DataFrame, width: float, height: float, measure: Measure) -> _Plan:
    """Take the largest type of statements, and then the largest pictures, for which there is room."""
    em = float(mpl.rcParams["font.size"]) / 72
    least = _LEAST * em if rows["motif"].any() else 0.0
    label = float(mpl.rcParams["font.size"])
    # without pictures the words may be larger, so that they fill their tiles
    large = () if least or math.isinf(height) else tuple((share * heading_type(), 0.0) for share in _LARGE)
    choices = ((heading_type(), least), (label, least), (heading_type(), 0.0), (label, 0.0), (small_type(), 0.0))
    answers = _by_answer(rows)
    plans = [_set(answers, width, measure, points, picture) for points, picture in (*large, *choices)]
    fitting = [plan for plan in plans if plan.fits and plan.height <= height + 1e-6] or plans[-1:]
    plan = next(filter(_even, fitting), fitting[0])
    spare = 0.4 * plan.picture if math.isinf(height) else height - plan.height
    if plan.picture and spare > 0:
        more = min(spare, _MOST * em - plan.picture)
        plan = plan._replace(picture=plan.picture + more, head=plan.head + more, height=plan.height + more)
    return plan


def _even(plan: _Plan) -> bool:
    """Say whether what tiles side by side say first has as many lines in each."""
    rows = [tiles for each in plan.cards for tiles in each.rows]
    return all(len({len(tile.statements[0].lines) for tile in tiles}) == 1 for tiles in rows)


def _by_answer(rows: pd.DataFrame) -> _Answers:
    """Return the rows by answer and page, in the order in which these first stand."""
    found: _Answers = {}
    for row in rows.itertuples(index=False):
        found.setdefault(row.answer, {}).setdefault(row.page, []).append(row)
    return found


def _set(answers: _Answers, width: float, measure: Measure, points: float, picture: float) -> _Plan:
    label, heading, small = float(mpl.rcParams["font.size"]), heading_type(), small_type()
    em = label / 72
    said = {answer: list(itertools.chain.from_iterable(pages.values())) for answer, pages in answers.items()}
    side_by_side = {answer: 2 if len(pages) > 3 else 1 for answer, pages in answers.items()}
    columns = sum(side_by_side.values())
    between = _GAP * em * (len(answers) - 1) + _APART * em * (columns - len(answers)) + 2 * _PAD * em * len(answers)
    tile = (width - between) / columns  # as wide on every card
    inner, left, cards, fits = tile - 2 * _SIDE * em, 0.0, [], True
    beside = all(
        measure.width(r.page, label, "bold") + 0.5 * em + measure.width(r.whom, small) <= inner
        for r in itertools.chain.from_iterable(said.values())
    )
    for answer, mine in said.items():
        many = side_by_side[answer]
        room = many * tile + (many - 1) * _APART * em
        motif = str(mine[0].motif)
        tiles = [_tile(on_page, inner, measure, points, beside) for on_page in answers[answer].values()]
        aside = 0.0 if picture or not motif else _aside(motif)
        lines = measure.lines(answer[:1].upper() + answer[1:], room - aside, heading, "bold")
        words = [part for r in mine for part in ((r.statement, points), (r.remark, small))]
        fits &= all(measure.width(word, size) <= inner for text, size in words for word in text.split())
        wide = room + 2 * _PAD * em
        cards.append(_Card(left, wide, lines, motif, [tiles[n : n + many] for n in range(0, len(tiles), many)]))
        left += wide + _GAP * em
    head = max(
        max(
            Measure.height(len(c.heading), heading),
            0 if picture or not c.motif else _BESIDE * heading / 72,
        )
        for c in cards
    )
    head += (_PAD + 0.25) * em + (picture + 0.3 * em if picture else 0)
    deepest = max(sum(max(t.height for t in line) + _APART * em for line in c.rows) for c in cards)
    return _Plan(picture, cards, head, head + deepest + (_PAD - _APART) * em, fits)


def _aside(motif: str) -> float:
    """Return the width that a picture beside a heading takes, in inches."""
    return (_BESIDE * (2.3 if " " in motif else 1.6) + 0.4) * heading_type() / 72


def _tile(mine: list[Any], room: float, measure: Measure, points: float, beside: bool) -> _Tile:
    label, small = float(mpl.rcParams["font.size"]), small_type()
    em = label / 72
    page = str(mine[0].page)
    lines = measure.lines(str(mine[0].whom), room, small)
    found = [lane.set_statement(measure, r.statement, r.remark, room, points) for r in mine]
    named = Measure.height(bool(page), label) + (0 if beside else Measure.height(len(lines), small))
    height = named + sum(s.height for s in found) + (2 * _INSIDE + _BETWEEN * (len(found) - 1)) * em
    return _Tile(page, lines, beside, found, height)


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(rows, panel.width, panel.height, panel.measure)
    if plan.height > 1.005 * panel.height or not plan.fits:
        panel.lacking.append("all that the pages say")
    stretch = any(len(tiles) > 1 for each in plan.cards for tiles in each.rows) or plan.picture < _LEAST * panel.em
    depths = [_depths(each, panel, plan, stretch=stretch) for each in plan.cards]
    free = [
        deep - max(tile.height for tile in tiles)
        for each, found in zip(plan.cards, depths, strict=True)
        for tiles, deep in zip(each.rows, found, strict=True)
    ]
    above = min(free) / 2  # the same in all tiles
    for each, deep in zip(plan.cards, depths, strict=True):
        _draw_card(panel, plan, each, deep, above)


def _depths(each: _Card, panel: Panel, plan: _Plan, *, stretch: bool) -> list[float]:
    """Return the heights of the rows of tiles; what the card has left over goes to them where they stretch."""
    depths = [max(tile.height for tile in tiles) for tiles in each.rows]
    free = panel.height - plan.head - sum(depths) - (_PAD + _APART * (len(depths) - 1)) * panel.em
    return lane.levelled(depths, max(0.0, free)) if stretch else depths


def _draw_card(panel: Panel, plan: _Plan, each: _Card, depths: list[float], above: float) -> None:
    em, heading = panel.em, heading_type()
    card(panel, (each.left, 0, each.width, panel.height))
    x, y, room = each.left + _PAD * em, _PAD * em, each.width - 2 * _PAD * em
    aside = 0.0
    if each.motif and plan.picture:
        draw_motif(panel, each.motif, (x, y, room, plan.picture))
        y += plan.picture + 0.3 * em
    elif each.motif:
        tall = _BESIDE * heading / 72
        draw_motif(panel, each.motif, (x, y, 1.6 * tall, tall))
        aside, y = _aside(each.motif), y
    for line in each.heading:
        middle, ha = (x + room / 2, "center") if each.motif and plan.picture else (x + aside, "left")
        lane.write(panel, middle, y, line, heading, weight="bold", ha=ha)
        y += Measure.height(1, heading)
    top = plan.head
    for tiles, deep in zip(each.rows, depths, strict=True):
        wide = (room - (len(tiles) - 1) * _APART * em) / len(tiles)
        for n, tile in enumerate(tiles):
            _draw_tile(panel, tile, (x + n * (wide + _APART * em), top, wide, deep), above)
        top += deep + _APART * em


def _draw_tile(panel: Panel, tile: _Tile, box: tuple[float, float, float, float], above: float) -> None:
    """Draw a tile with what a page says under one answer, and so much free above; a hairline between statements."""
    em, look, label, small = panel.em, panel.colours, panel.points, small_type()
    lane.rounded(panel, box, gid="position", face=look.rough, edge=look.accent)
    x, y = box[0] + _SIDE * em, box[1] + above + _INSIDE * em
    lane.write(panel, x, y, tile.page, label, weight="bold")
    if tile.beside and tile.whom:
        after = x + panel.measure.width(tile.page, label, "bold") + 0.5 * em
        lane.write(panel, after, y + (label - small) / 72, tile.whom[0], small, colour=look.muted)
    y += Measure.height(bool(tile.page), label)
    for line in () if tile.beside else tile.whom:
        lane.write(panel, x, y, line, small, colour=look.muted)
        y += Measure.height(1, small)
    for number, statement in enumerate(tile.statements):
        if number:
            middle = y + _BETWEEN * em / 2
            ends = [x, box[0] + box[2] - _SIDE * em]
            panel.ax.plot(ends, [middle, middle], color=look.muted, lw=0.6 * panel.line, gid="rule")
            y += _BETWEEN * em
        lane.draw_statement(panel, statement, x, y)
        y += statement.height
