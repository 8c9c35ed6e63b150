"""The figures of the steps of spread, and of scans and symptoms in time."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.flow import flow_height, step_flow
from her2viz.charts.claims.notes import text_cards, text_cards_height
from her2viz.dataset.loaders import load_care_facts
from her2viz.page.panels import Panels
from her2viz.words import data_table
from her2viz.words.claim import claim_rows, claim_words, no_time_to_wait, sentences
from her2viz.words.parts import Words

__all__ = ["STEP_FIGURES"]

# --- spread-steps ---

#: The steps by page, as items of the table in the page's own order; items of one step are routes or acts side by side.
_NAMED = (("invasion",), ("intravasation",), ("circulation",), ("extravasation",), ("colonization",))
_OVERVIEW_STEPS = (
    ("survive treatment",),
    ("break away",),
    ("travel by blood", "travel by lymph"),
    ("settle",),
    ("new tumor",),
)
_GUIDE_STEPS = (
    ("break away",),
    ("invasion", "enter the blood", "enter the lymph system"),
    ("circulation",),
    ("new tumor",),
)


#: The qualifier of a row that only names a step.
_BARE = "several"


def _steps(page: str, steps: tuple[tuple[str, ...], ...]) -> pd.DataFrame:
    """Return the steps of a page: what it says of each; a row without text where it only names the step."""
    facts = load_care_facts()
    facts = facts[(facts["topic"] == "steps of metastasis") & (facts["source_id"] == page)]
    found = []
    for items in steps:
        step = facts[facts["item"].isin(items)]
        explained = step[step["qualifier"].fillna("") != _BARE]
        found.append((explained if len(explained) else step).assign(step=" or ".join(items)))
    rows = claim_rows(pd.concat(found), "statement").rename(columns={"card": "page"})
    return rows.assign(text=rows["text"].where(rows["qualifier"].fillna("") != _BARE, ""))


def _step_words(title: str, rows: pd.DataFrame) -> Words:
    steps = list(dict.fromkeys(rows["step"]))
    bare = list(rows.loc[rows["text"] == "", "step"])
    facts = [
        f"{phrases.count(len(steps)).capitalize()} steps: {phrases.join(steps)}.",
        *sentences(rows[rows["text"] != ""]),
    ]
    page = rows["page"].iloc[0]
    return claim_words(
        title,
        "Flow diagram",
        f"Flow diagram from top to bottom: {phrases.count(len(steps))} cards joined by arrows, in the order in which "
        "the page puts the steps.",
        rows,
        facts=facts,
        items=[phrases.join(steps)],
        brief=f"The steps of spread, in the order in which {page} puts them.",
        aside="" if not bare else "A name alone: the page names this step and does not explain it",
    )


def _step_panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: step_flow(rows, ax=ax),),
        lambda room: flow_height(rows, room.width, room.measure, room.page.label),
    )


# --- care-timing ---

_TIMING_TITLE = "Scans and symptoms are two different things"


def _timing() -> pd.DataFrame:
    """Return what is said of planned scans, and of symptoms by the page that gives a number of weeks."""
    facts = load_care_facts()
    scans = claim_rows(facts[facts["topic"] == "monitoring"], "statement").assign(heading="Planned scans")
    calls = facts[facts["topic"] == "when to seek care"]
    timed = set(calls.loc[calls["unit"] == "weeks", "source_id"])
    calls = calls[calls["source_id"].isin(timed) & calls["item"].isin(["new symptoms", "symptoms that do not improve"])]
    calls = claim_rows(calls, "statement").assign(heading="Symptoms", lead=no_time_to_wait())
    rows = pd.concat([scans.assign(lead=""), calls], ignore_index=True)
    return rows.assign(
        page=rows["card"],
        card=rows["heading"],
        under=rows["card"] + ", about " + rows["population"],
    ).drop(columns="heading")


def _timing_words(rows: pd.DataFrame) -> Words:
    lead = max(rows["lead"], key=len)
    facts = [
        f"{row['card']}. {row['page']}, about {row['population']}: {phrases.sentence(row['text'])}"
        for row in rows.to_dict("records")
    ]
    return claim_words(
        _TIMING_TITLE,
        "Text cards",
        f"Two text cards side by side, {phrases.join(dict.fromkeys(rows['card']))}. The symptom card starts: {lead}",
        rows,
        facts=facts,
        items=[lead.rstrip("."), *rows["text"].str.rstrip(".")],
        brief=f"Two cards: {phrases.join(dict.fromkeys(rows['card'].str.lower()))}. {lead}",
    )


def _timing_panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: text_cards(rows, ax=ax),),
        lambda room: text_cards_height(rows, room.width, room.measure, room.page.label),
    )


# --- the entries ---


def _step_entry(name: str, title: str, question: str, page: str, steps: tuple[tuple[str, ...], ...]) -> Entry:
    rows = shipped(name, partial(_steps, page, steps))
    return Entry(name, "claims", title, question, rows, partial(_step_words, title), _step_panels, data_table.STEPS)


STEP_FIGURES: tuple[Entry, ...] = (
    _step_entry(
        "spread-steps",
        "Steps of metastasis, as the Guide page names them",
        "What are the steps of metastasis called, and which of them are explained?",
        "guide",
        _NAMED,
    ),
    _step_entry(
        "spread-steps-guide",
        "Steps of spread, as the Guide page describes them",
        "How does one page describe the steps of spread in plain words?",
        "guide",
        _GUIDE_STEPS,
    ),
    _step_entry(
        "spread-steps-overview",
        "Steps of spread, as the Overview page describes them",
        "How does another page describe the steps of spread in plain words?",
        "overview",
        _OVERVIEW_STEPS,
    ),
    Entry(
        "care-timing",
        "claims",
        _TIMING_TITLE,
        "When are scans planned, and when should a symptom be told?",
        shipped("care-timing", _timing),
        _timing_words,
        _timing_panels,
        data_table.NOTES,
    ),
)
