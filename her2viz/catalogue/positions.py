"""The figures of single questions on which the pages differ: which page says what, and of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue import position_parts as drawn
from her2viz.catalogue.entry import Entry, shipped
from her2viz.catalogue.statements import position_rows, widest
from her2viz.charts.claims.answer_cards import answer_cards, cards_height
from her2viz.charts.claims.calls import calls_by_page, calls_height
from her2viz.charts.claims.grid import claim_grid, grid_height
from her2viz.charts.claims.matrix import answer_matrix, matrix_height
from her2viz.charts.claims.one_number import number_height, number_or_none
from her2viz.charts.claims.site_sets import set_height, site_sets
from her2viz.dataset.loaders import load_disagreements, load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import (
    ALT_END,
    TELL_NOW,
    credit_lines,
    not_a_wait,
    pages_line,
    terms_in,
    unsigned,
    unsigned_but,
)
from her2viz.words.parts import Words

__all__ = ["POSITION_FIGURES"]


@dataclass(frozen=True)
class _Question:
    """How a question is drawn, and what its figure is called."""

    question_id: str
    title: Callable[[pd.DataFrame], str]
    label: str
    built: str
    pattern: Callable[[pd.DataFrame], str]
    form: str = "Table"
    draw: Callable[..., Axes] = answer_cards
    height: Callable[..., float] = cards_height
    note: str = ""
    reference: Callable[[pd.DataFrame], str] | None = None  # with the question, where the groups share too little
    aside: str = ""
    unsigned_apart: bool = True  # whether the head, too, says which pages are unsigned, as the credits do
    action: str = ""  # what to do, above all else
    more: Callable[[pd.DataFrame], pd.DataFrame] | None = None  # adds what else is drawn to the positions
    parts: Callable[[pd.DataFrame], pd.DataFrame] | None = None  # from positions to the frame of the chart
    shows: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its figure."""
        return f"disagreement-{self.question_id}"


def _rows(question: _Question) -> pd.DataFrame:
    rows = position_rows(question.question_id)
    return question.more(rows) if question.more else rows


def _words(question: _Question, rows: pd.DataFrame) -> Words:
    groups, facts = whom(rows), []
    for n, row in rows.iterrows():
        speaker = "" if row["speaker"] == "document" else f" ({row['speaker']})"
        facts.append(f"{row['page']}, of {groups[n]}{speaker}: {phrases.plain(row['position'])}.")
    title, items = question.title(rows), " ".join(f"{item}." for item in _items(rows))
    if question.reference:
        reference, aside = question.reference(rows), question.aside
    else:
        apart = unsigned(rows) if question.unsigned_apart else ""
        reference, aside = f"Of {widest(rows)['population']}", ". ".join(filter(None, (apart, question.aside)))
    more = filter(None, (question.action and f"{question.action}.", question.note))
    pages = () if question.reference else (f"{pages_line(rows)}.",)
    lead = tuple(dict.fromkeys((f"{reference}.", *pages, *more)))
    says = "What each page says of it."
    brief = (lead[0], says, *lead[1:]) if question.reference else (f"{rows['question'].iloc[0]} {says}", *lead)
    return Words(
        origin=CLAIMS,
        title=title,
        form=question.form,
        reference=reference,
        aside=aside,
        note=question.note,
        built=question.built,
        facts=(*lead, *facts, question.pattern(rows)),
        brief=brief,
        shows=_shows(question, f"{reference}. ", items, title),
        caveat=CLAIMS.caveat(),
        terms=terms_in((question.built, *lead, *facts, title, *brief, *rows["whom"])),
        places=citing.places(rows),
        credits=credit_lines(rows),
        in_rows=unsigned_but(rows) if rows["page"].nunique() == len(load_sources()) else "",
    )


def _shows(question: _Question, lead: str, items: str, title: str) -> tuple[str, ...]:
    """Say what is drawn, in ever fewer words; what to do comes first and is never left out."""
    if question.action:
        first = f"{question.action}. "
        return f"{first}{items} Not medical advice.", f"{first}{title}. {ALT_END}"
    return f"{lead}{items} {ALT_END}", f"{items} {ALT_END}", f"{title}. {ALT_END}"


def _items(rows: pd.DataFrame) -> list[str]:
    """Say in few words what is drawn: the pages under each answer, or what each page says."""
    if rows["answer"].nunique() == 1 or "value" in rows.columns:
        return [f"{page}: {'; '.join(mine['in_short'])}" for page, mine in rows.groupby("page", sort=False)]
    return [
        f"{answer[:1].upper()}{answer[1:]}: {phrases.join(dict.fromkeys(mine['page']))}"
        for answer, mine in rows.groupby("answer", sort=False)
    ]


def _unsigned_pages(rows: pd.DataFrame) -> str:
    """Ask the question, and say how many pages there are, all of them unsigned, and what they are about."""
    assert len(unsigned(rows).split(", ")) == rows["page"].nunique()
    return f"{rows['question'].iloc[0]} {pages_line(rows).replace(' web ', ' unsigned web ', 1)}"


def _panels(question: _Question, rows: pd.DataFrame) -> Panels:
    frame = question.parts(rows) if question.parts else rows

    first = {"action": question.action} if question.action else {}

    def height(room: Room) -> float:
        return question.height(frame, room.width, room.measure, **first)

    return Panels((lambda ax: question.draw(frame, ax=ax, **first),), height)


_QUESTIONS = (
    _Question(
        "second-site",
        drawn.second_site_title,
        "Liver or lungs: which comes second, by page",
        "A card an answer, headed by the two organs in its order: the liver before the lungs, the lungs before the "
        "liver. On it stands a tile for each page that does so.",
        lambda rows: "No list says that it ranks the sites.",
        note="List order is not rank.",
        unsigned_apart=False,
        more=drawn.with_headings,
    ),
    _Question(
        "her2-pace",
        drawn.pace_title,
        "How fast it grows and spreads, by page",
        "A card an answer: no set pace, headed by arrows of many lengths; it depends, by paths that part; fast, by "
        "an arrow with a second head. No arrow has a scale. On a card stands a tile for each page that says so.",
        lambda rows: "It does not say who is right.",
    ),
    _Question(
        "bone-pain",
        drawn.bone_pain_title,
        "What pain from spread to the bones is like, by page",
        "A row a page, and three columns: where the pain is, what kind it is, how strong it is. A tile where the page "
        "says something of it, a broken outline where it does not.",
        lambda rows: "A page without a tile in a column says nothing of it there, save of an invented patient.",
        aside="Invented patients are left out",
        unsigned_apart=False,
        draw=answer_matrix,
        height=matrix_height,
        parts=drawn.bone_pain_parts,
    ),
    _Question(
        "closed-list",
        drawn.closed_list_title,
        "A set list of sites, or almost any part: by page",
        "A row a page, a column a site, with an organ where the page lists it. A frame stands around those of a page "
        "that says that spread is to one or more of them. An arrow past all columns: it can be almost any part.",
        lambda rows: phrases.sentence(drawn.listed(rows)),
        aside="The order of sites is no rank",
        unsigned_apart=False,
        draw=site_sets,
        height=set_height,
        more=drawn.with_sites,
    ),
    _Question(
        "palbociclib",
        drawn.palbociclib_title,
        "Who palbociclib is for, by page",
        "A column a page, a row a condition: a tile where the page names it for the drug, a broken outline where it "
        "does not, and in it what the passage is about.",
        lambda rows: "It does not say who is right.",
        draw=claim_grid,
        height=grid_height,
        reference=_unsigned_pages,
        note="ER and HR: estrogen and hormone receptor.",
        parts=drawn.conditions,
    ),
    _Question(
        "when-to-call",
        drawn.when_to_call_title,
        "When to tell a doctor of symptoms, by page",
        "A box says what to do. Below it, a row a page: a tile with a reason for it, an empty frame, since no time to "
        "wait is given, and what else the page says.",
        lambda rows: f"{not_a_wait()} It does not say who is right.",
        draw=calls_by_page,
        height=calls_height,
        aside="\u201cNow\u201d is our word.",
        action=TELL_NOW,
        parts=drawn.calls,
    ),
    _Question(
        "early-her2-spread",
        drawn.early_title,
        "How often early HER2-positive disease spreads, by page",
        "A page a half. A hundred circles, the first of them pale blue for the people whom the page gives a number "
        "of; an empty frame for the page without a number.",
        lambda rows: "It does not say who is right.",
        form="Icon arrays",
        note="The number cannot say what will happen to any one person.",
        draw=number_or_none,
        height=number_height,
        more=drawn.with_value,
        shows=("value",),
    ),
)


def _entry(question: _Question, asks: str) -> Entry:
    rows = partial(_rows, question)
    return Entry(
        question.name,
        "claims",
        question.title,
        asks,
        shipped(question.name, rows),
        partial(_words, question),
        partial(_panels, question),
        data_table.STATEMENTS,
        question.shows,
        label=question.label,
    )


def _entries() -> tuple[Entry, ...]:
    table = load_disagreements()
    asks = dict(zip(table["question_id"].astype(str), table["question"].astype(str), strict=True))
    return tuple(_entry(question, asks[question.question_id]) for question in _QUESTIONS)


POSITION_FIGURES: tuple[Entry, ...] = _entries()
