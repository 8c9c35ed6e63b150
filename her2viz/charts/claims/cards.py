"""Claims as text: a card a page, with what it says and of whom."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.claims.sheet import Letters, draw_card, filled, needs, settings, write
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure

__all__ = ["claim_cards", "claims_height"]

_EXAMPLE = "hv.load_disagreements() with source_id as card and position as text"
# in type sizes; those of the height grow and shrink with the air there is
_PAD, _PADDING, _GAP, _BETWEEN, _PARAGRAPH, _GUTTER = 0.7, 0.35, 0.35, 0.4, 0.25, 1.0
_BULLET = 0.65
#: Shares of the width that headings may take where they do not fit on one line.
_HEADINGS = (0.2, 0.26, 0.32)
#: Shares of the room beside the headings that the texts may take from the words on whom they are about.
_SHARES = (0.28, 0.34, 0.4, 0.46, 0.52, 0.56, 0.6, 0.64, 0.68, 0.72)


def claim_cards(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a card for each page, with its claims in full and, beside each, whom it is about.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a claim, with the columns ``card`` (heading, such as a page's name) and ``text``; where given, ``under``
        stands below the heading and ``whom`` beside the text. Rows of one heading that follow each other share a card.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, in inches from the top left corner.

    Raises
    ------
    DataError
        If the frame lacks a column, is empty, has an empty heading or text, or says of some claims whom they are
        about and of others not.

    Notes
    -----
    The shipped claims are what web pages say, put in our words; ``data/disagreements.csv`` and
    ``data/subtype_facts.csv`` hold them with their places.

    Examples
    --------
    >>> import her2viz as hv
    >>> from matplotlib.figure import Figure
    >>> claims = hv.load_disagreements().query("question_id == 'silent-spread'")
    >>> rows = claims.rename(columns={"source_id": "card", "position": "text", "population": "whom"})
    >>> len(claim_cards(rows, ax=Figure().add_subplot()).patches)
    3
    """
    return draw_on(ax, partial(draw_cards, _cards(data)))


def draw_cards(
    cards: list[Card],
    panel: Panel,
    *,
    gap: float = _GAP,
    link: Callable[[Panel, Plan, float, float], None] | None = None,
) -> None:
    """Draw cards from top to bottom, as loosely as there is room for, each linked to the next."""
    panel.in_inches()
    for letters in settings(panel):
        chosen = plan(cards, panel.width, letters, gap=gap)
        if chosen.height <= panel.height + 1e-6:
            break
    else:
        panel.lacking.append("all the words")
    more = chosen.spare(panel.height, len(cards))
    top = 0.0
    for number, card in enumerate(chosen.cards):
        end = _draw_card(panel, chosen, card, top, more)
        top = end + chosen.gap + more
        if link and number + 1 < len(cards):
            link(panel, chosen, end, top)


def claims_height(data: pd.DataFrame, width: float, measure: Measure, points: float) -> float:
    """Return the height in inches that :func:`claim_cards` takes at its ease on a width in inches."""
    return plan(_cards(data), width, Letters(measure, points)).height


class Card(NamedTuple):
    """A heading, words below it, and claims beside both."""

    heading: str
    under: str
    blocks: tuple[tuple[tuple[str, ...], str], ...]  # claims about the same people, and who these are


class _Set(NamedTuple):
    """A card whose lines are broken."""

    heading: list[str]
    under: list[str]
    blocks: list[tuple[list[list[str]], list[str], float]]
    height: float


class Plan(NamedTuple):
    """Cards whose lines are broken at the widths of columns that suit them."""

    letters: Letters
    names: float  # width of the headings
    texts: float  # width of the claims
    width: float
    cards: list[_Set]
    gap: float  # between cards
    bullet: float  # room for a bullet before each claim, 0 where none is needed
    height: float

    def spare(self, height: float, cards: int) -> float:
        """Return by how much each card and gap may grow where the sheet is taller."""
        return min(max(0.0, height - self.height) / (3 * cards), 0.3 * self.letters.em)


def _cards(data: pd.DataFrame) -> list[Card]:
    return grouped(needs(data, ("card", "text"), _EXAMPLE))


def grouped(rows: pd.DataFrame) -> list[Card]:
    """Group checked rows by heading, and inside a card by whom they are about."""

    def cell(row: dict[str, object], name: str) -> str:
        return str(row[name]) if filled(row.get(name)) else ""

    cards = []
    records = rows.to_dict("records")
    for (heading, under), group in itertools.groupby(records, lambda r: (cell(r, "card"), cell(r, "under"))):
        blocks = tuple(
            (tuple(cell(r, "text") for r in same if filled(r["text"])), whom)
            for whom, same in itertools.groupby(group, lambda r: cell(r, "whom"))
        )
        cards.append(Card(heading, under, blocks))
    return cards


def plan(cards: list[Card], width: float, letters: Letters, *, gap: float = _GAP) -> Plan:
    """Break all lines at the widths of columns that take the least height."""
    inside = width - 2 * _PAD * letters.em
    whole = max(letters.width(card.heading, "bold") for card in cards)
    words = max(max(letters.widest_word(card.heading, "bold"), letters.widest_word(card.under)) for card in cards)
    about = any(people for card in cards for _, people in card.blocks)
    between = gap * max(letters.air, 0.75 * letters.em)
    bullet = _BULLET * letters.em * any(sum(len(claims) for claims, _ in card.blocks) > 1 for card in cards)
    plans = []
    wide = {words, max(words, whole), *(max(words, min(whole, part * inside)) for part in _HEADINGS)}
    for names, share in itertools.product(sorted(wide), _SHARES if about else (1.0,)):
        room = max(1e-3, inside - names - _GUTTER * letters.em * (2 if about else 1))
        texts = share * room
        broken = [_set(card, names, texts - bullet, room - texts, letters) for card in cards]
        height = sum(card.height for card in broken) + between * (len(broken) - 1)
        plans.append(Plan(letters, names, texts, width, broken, between, bullet, height))
    return min(plans, key=lambda p: (round(p.height, 3), -p.names, p.texts))


def _set(card: Card, names: float, texts: float, beside: float, letters: Letters) -> _Set:
    heading = letters.lines(card.heading, names * 1.001, "bold")
    under = letters.lines(card.under, names * 1.001)
    blocks = []
    for written, people in card.blocks:
        claims = [letters.lines(text, texts) for text in written]
        about = letters.lines(people, beside)
        tall = letters.line * sum(map(len, claims)) + _PARAGRAPH * letters.air * (len(claims) - 1)
        blocks.append((claims, about, max(tall, letters.line * len(about))))
    total = sum(block[2] for block in blocks) + _BETWEEN * letters.air * (len(blocks) - 1)
    tall = max(letters.line * (len(heading) + len(under)), total)
    return _Set(heading, under, blocks, tall + 2 * _PADDING * letters.air)


def _draw_card(panel: Panel, plan: Plan, card: _Set, top: float, more: float) -> float:
    """Draw one card and return where it ends."""
    letters, em, ink, muted = plan.letters, plan.letters.em, panel.colours.ink, panel.colours.muted
    height = card.height + 2 * more
    draw_card(panel, 0, top, plan.width, height)
    start = top + _PADDING * letters.air + more
    left = _PAD * em
    below = write(panel, left, start, card.heading, letters, ink, weight="bold")
    write(panel, left, below, card.under, letters, muted)
    texts = left + plan.names + _GUTTER * em
    for claims, about, tall in card.blocks:
        line = start
        for text in claims:
            if plan.bullet:
                write(panel, texts - 0.15 * em, line, ["\u2022"], letters, muted)
            line = write(panel, texts + plan.bullet, line, text, letters, ink) + _PARAGRAPH * letters.air
        write(panel, texts + plan.texts + _GUTTER * em, start, about, letters, muted)
        start += tall + _BETWEEN * letters.air
    return top + height
