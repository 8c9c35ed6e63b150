"""The figures of questions on which the pages differ: which page takes a position on which."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_disagreements, load_sources
from her2viz.page.panels import matrix_panels
from her2viz.words import data_table
from her2viz.words.claim import claim_words, page_names
from her2viz.words.parts import Words

__all__ = ["DISAGREEMENT_FIGURES"]

#: The overviews: the question that each starts with, in the order of the table, and what its questions are about.
_OVERVIEWS = (
    ("second-site", "sites, pace and symptoms"),
    ("when-to-call", "care, outlook and what is known"),
    ("chemotherapy-backbone", "treatment and daily life"),
)
#: Questions in few words, for the overviews; the question itself where it is not here.
_SHORT = {
    "second-site": "Which site comes second?",
    "leading-site": "Which site leads?",
    "closed-list": "Is there a set list of sites?",
    "nodes-and-skin": "Nodes and skin: distant?",
    "brain-emphasis": "What weight on the brain?",
    "her2-pace": "How fast is HER2-positive?",
    "her2-against-others": "HER2-positive and others?",
    "early-her2-spread": "Early HER2-positive spread?",
    "symptoms-by-site": "Nausea, fatigue: where?",
    "bone-pain": "What is bone pain like?",
    "silent-spread": "Spread without symptoms?",
    "when-to-call": "When to tell a doctor?",
    "when-scans": "When are scans used?",
    "early-and-advanced": "What is early, advanced?",
    "curability": "A cure once it has spread?",
    "outlook": "What is the outlook?",
    "outlook-factors": "What shapes the outlook?",
    "looking-at-numbers": "Good to look up numbers?",
    "pace-and-risk-factors": "What sets pace or risk?",
    "early-stage-aim": "What of treatment early on?",
    "chemotherapy-backbone": "What part for chemotherapy?",
    "hormone-therapy": "Who is hormone therapy for?",
    "trastuzumab-and-pertuzumab": "Where is trastuzumab used?",
    "palbociclib": "Who is palbociclib for?",
    "her2-low": "HER2-low: trials or use?",
    "immune-treatment": "Immune treatment: now?",
    "clinical-trials": "Where do trials come in?",
    "lowering-risk": "What lowers the risk?",
    "lifestyle": "Can lifestyle change spread?",
    "diet": "What eating advice?",
    "who-decides": "Who decides on treatment?",
}


def _counts(number: int) -> pd.DataFrame:
    """Return a cell for each question of an overview and each page, and whether it takes a position."""
    claims = load_disagreements().astype({"question_id": str, "source_id": str})
    order = list(dict.fromkeys(claims["question_id"]))
    starts = [order.index(start) for start, _ in _OVERVIEWS] + [len(order)]
    subjects = load_sources().astype(str).set_index("source_id")["subject"]
    cells = []
    for question_id in order[starts[number] : starts[number + 1]]:
        mine = claims[claims["question_id"] == question_id]
        question = mine["question"].iloc[0]
        for page, name in page_names().items():
            n = int((mine["source_id"] == page).sum())
            cells.append(
                {
                    "row": _SHORT.get(question_id, question),
                    "column": name,
                    "mark": "filled" if n else "none",
                    "positions": n,
                    "question_id": question_id,
                    "question": question,
                    "source_id": page,
                    "subject": subjects[page],
                }
            )
    return pd.DataFrame(cells)


def _overview_title(number: int) -> str:
    return f"Who answers what: {_OVERVIEWS[number][1]}"


def _overview_words(number: int, rows: pd.DataFrame) -> Words:
    facts, items = [], []
    for question, cells in rows.groupby("question", sort=False):
        answering = cells[cells["mark"] == "filled"]
        who = phrases.join(f"{c.column} {phrases.count(int(c.positions))}" for c in answering.itertuples())
        facts.append(f"{question} {who}.")
        items.append(cells["row"].iloc[0].rstrip("?"))
    claims = load_disagreements()
    claims = claims[claims["question_id"].isin(set(rows["question_id"]))]
    whole = [r for r, cells in rows.groupby("row", sort=False) if (cells["mark"] == "filled").all()]
    return claim_words(
        _overview_title(number),
        "Table of circles. A row is a question on which pages differ, a column is a page. A circle stands where the "
        "page takes one position or more, a dash where it takes none. It does not say who is right.",
        claims,
        pages=rows,
        facts=facts,
        items=items,
        brief="Which page takes a position on which question. It does not say who is right.",
        aside="Circle: the page takes a position. Dash: it takes none.",
        pattern=f"All pages take a position on {phrases.count(len(whole))} of these questions.",
    )


def _overview_entry(number: int) -> Entry:
    name = f"disagreements{f'-{number + 1}' if number else ''}"
    return Entry(
        name,
        "claims",
        _overview_title(number),
        f"Which pages take a position on questions of {_OVERVIEWS[number][1]}?",
        shipped(name, partial(_counts, number)),
        partial(_overview_words, number),
        matrix_panels,
        data_table.POSITIONS,
    )


DISAGREEMENT_FIGURES: tuple[Entry, ...] = tuple(map(_overview_entry, range(len(_OVERVIEWS))))
