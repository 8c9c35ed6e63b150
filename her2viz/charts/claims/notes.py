"""Text cards side by side: a heading, a lead, statements, and who says them of whom."""

from __future__ import annotations

import itertools
from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.claims.sheet import Letters, draw_card, filled, needs, settings, write
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure
from her2viz.errors import DataError

__all__ = ["text_cards", "text_cards_height"]

_EXAMPLE = "rows of hv.load_care_facts() with topic as card, statement as text and source_id as under"
_PAD = 0.9  # in type sizes; all others grow and shrink with the air there is
_PADDING, _AFTER_HEADING, _PARAGRAPH, _BETWEEN = 0.55, 0.25, 0.3, 0.5
_APART = 1.0  # between two cards, in type sizes
#: Shares of the width that the first of two cards may take.
_SHARES = (0.42, 0.46, 0.5, 0.54, 0.58)


def text_cards(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw cards of text side by side, of one height and one size of type.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement, with the columns ``card`` (the heading; rows of one heading make a card), ``text`` and
        ``under`` (who says it, and of whom; written once below the statements that share it). Where given, ``lead``
        is written in bold before the statements of its card.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, in inches from the top left corner.

    Raises
    ------
    DataError
        If the frame lacks a column or cell, is empty, or holds several leads for one card.

    Notes
    -----
    The shipped statements are what web pages say, put in our words (``data/care_facts.csv``); not medical advice.

    Examples
    --------
    >>> import her2viz as hv
    >>> from matplotlib.figure import Figure
    >>> facts = hv.load_care_facts().query("topic == 'monitoring'")
    >>> rows = facts.rename(columns={"topic": "card", "statement": "text", "population": "under"})
    >>> len(text_cards(rows, ax=Figure().add_subplot()).patches)
    1
    """
    return draw_on(ax, partial(_draw, _notes(data)))


def _draw(notes: list[_Note], panel: Panel) -> None:
    panel.in_inches()
    for letters in settings(panel):
        plan = _plan(notes, panel.width, letters)
        if plan.height <= panel.height + 1e-6:
            break
    else:
        panel.lacking.append("all the words")
    height = max(panel.height, plan.height)
    fullest = max(len(parts) for parts in plan.cards)
    more = min((height - plan.height) / (fullest + 2), 0.35 * letters.em)
    left = 0.0
    for width, parts in zip(plan.widths, plan.cards, strict=True):
        draw_card(panel, left, 0, width, height)
        top = _PADDING * letters.air + more
        for part in parts:
            colour = getattr(panel.colours, part.colour)
            for lines in part.paragraphs:
                top = write(panel, left + _PAD * letters.em, top, lines, letters, colour, weight=part.weight)
                top += _PARAGRAPH * letters.air
            top += (part.after - _PARAGRAPH) * letters.air + more
        left += width + _APART * letters.em


def text_cards_height(data: pd.DataFrame, width: float, measure: Measure, points: float) -> float:
    """Return the height in inches that :func:`text_cards` takes at its ease on a width in inches."""
    return _plan(_notes(data), width, Letters(measure, points)).height


class _Note(NamedTuple):
    heading: str
    lead: str
    statements: list[tuple[list[str], str]]  # those that share the words under them


class _Part(NamedTuple):
    """Paragraphs of one look, lines broken, and the air after them."""

    paragraphs: list[list[str]]
    colour: str  # its role
    weight: str
    after: float


class _Plan(NamedTuple):
    widths: list[float]
    cards: list[list[_Part]]
    height: float


def _notes(data: pd.DataFrame) -> list[_Note]:
    rows = needs(data, ("card", "text", "under"), _EXAMPLE)
    notes = []
    for heading, mine in rows.groupby("card", sort=False, observed=True):
        leads = [str(lead) for lead in mine["lead"].unique() if filled(lead)] if "lead" in rows.columns else []
        if len(leads) > 1:
            raise DataError(f"column lead: one card has one lead; {heading!r} has {len(leads)}: {'; '.join(leads)}.")
        records = zip(mine["text"].astype(str), mine["under"].astype(str), strict=True)
        statements = [([text for text, _ in same], under) for under, same in itertools.groupby(records, lambda r: r[1])]
        notes.append(_Note(str(heading), leads[0] if leads else "", statements))
    return notes


def _plan(notes: list[_Note], width: float, letters: Letters) -> _Plan:
    room = width - _APART * letters.em * (len(notes) - 1)
    shares = [(s, 1 - s) for s in _SHARES] if len(notes) == 2 else [(1 / len(notes),) * len(notes)]
    plans = []
    for share in shares:
        widths = [part * room for part in share]
        cards = [_parts(note, w - 2 * _PAD * letters.em, letters) for note, w in zip(notes, widths, strict=True)]
        plans.append(_Plan(widths, cards, max(_height(parts, letters) for parts in cards)))
    return min(plans, key=lambda p: (round(p.height, 3), abs(p.widths[0] - room / 2)))


def _parts(note: _Note, room: float, letters: Letters) -> list[_Part]:
    parts = [_Part([letters.lines(note.heading, room, "bold")], "accent", "bold", _AFTER_HEADING)]
    if note.lead:
        parts.append(_Part([letters.lines(note.lead, room, "bold")], "ink", "bold", _BETWEEN))
    for texts, under in note.statements:
        parts.append(_Part([letters.lines(text, room) for text in texts], "ink", "normal", _PARAGRAPH))
        parts.append(_Part([letters.lines(under, room)], "muted", "normal", _BETWEEN))
    return parts


def _height(parts: list[_Part], letters: Letters) -> float:
    height = (2 * _PADDING - parts[-1].after) * letters.air
    for part in parts:
        height += letters.line * sum(map(len, part.paragraphs))
        height += (_PARAGRAPH * (len(part.paragraphs) - 1) + part.after) * letters.air
    return height
