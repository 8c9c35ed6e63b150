"""The figures of claims in full: what pages say of subtypes, of the steps of spread, of scans and symptoms."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import wording
from her2viz.catalogue_disagreements import DISAGREEMENT_FIGURES
from her2viz.charts.cards import claim_cards, claims_height
from her2viz.charts.flow import flow_height, step_flow
from her2viz.charts.matrix import claim_matrix, matrix_height
from her2viz.charts.notes import text_cards, text_cards_height
from her2viz.claims_words import claim_rows, claim_words, held, no_time_to_wait, page_names, told
from her2viz.entry import Entry, shipped
from her2viz.loaders import load_care_facts, load_sources, load_subtype_facts
from her2viz.page import Panels
from her2viz.wording import Words

__all__ = ["CLAIM_FIGURES"]

# --- subtype-claims ---

#: The overview: what is said of how a subtype behaves, not what it is or how it is treated.
_OVERVIEW = ("share", "pace", "aggressiveness", "spread", "early-stage outcome", "outlook")
#: The variants, which together hold every claim: attributes, title and question.
_SUBTYPE_VARIANTS = {
    "pace": (("pace",), "Subtypes: what is said of their pace", "What is said of how fast subtypes grow and spread?"),
    "aggressiveness": (
        ("aggressiveness",),
        "Subtypes: what is called aggressive",
        "Which subtypes do the pages call more or less aggressive, and who says so?",
    ),
    "outlook": (("outlook",), "Subtypes: what is said of the outlook", "What is said of the outlook, and of whom?"),
    "spread": (
        ("spread", "early-stage outcome"),
        "Subtypes: what is said of spread and of early stages",
        "What is said of where a subtype spreads, and of disease found early?",
    ),
    "definition": (
        ("definition", "mechanism"),
        "Subtypes: what they are said to be",
        "What is said of what a subtype is?",
    ),
    "share": (
        ("share",),
        "Subtypes: what is said of their share",
        "What is said of how many people have a subtype?",
    ),
    "care": (
        ("symptoms", "treatment"),
        "Subtypes: what is said of symptoms and treatment",
        "What is said of symptoms and of ways to treat a subtype?",
    ),
}
_PAGE = "document"  # the speaker where a page speaks for itself


def _facts_of(attributes: tuple[str, ...]) -> pd.DataFrame:
    facts = load_subtype_facts()
    order = {name: n for n, name in enumerate(dict.fromkeys(facts["subtype"].astype(str)))}
    pages = {page: n for n, page in enumerate(page_names())}
    rows = claim_rows(facts[facts["attribute"].isin(attributes)], "statement")
    keys = pd.DataFrame({"a": rows["subtype"].map(order), "b": rows["source_id"].map(pages)}, index=rows.index)
    keys["c"] = rows.groupby(["subtype", "source_id", "speaker"], sort=False).ngroup()
    rows = rows.loc[keys.sort_values(["a", "b", "c"], kind="stable").index]
    return rows.assign(under=[_voice(speaker) for speaker in rows["speaker"]])


def _voice(speaker: str) -> str:
    return "the page itself" if speaker == _PAGE else speaker


def _subtype_words(title: str, rows: pd.DataFrame) -> Words:
    facts = [
        f"{row['card']}, {row['under']}, about {row['population']}: {wording.sentence(row['text'])}"
        for row in rows.to_dict("records")
    ]
    said = wording.say(dict.fromkeys(rows["card"]))
    return claim_words(
        title,
        "Text cards",
        "Text cards, one for each page and speaker. A card holds the claims in full.",
        rows,
        facts=facts,
        items=[f"{row['card']}: {row['text']}" for row in rows.to_dict("records")],
        short=held(rows, "claims"),
        brief=f"What {said}, and who speaks: the page itself, its doctor, or the blurb of a related article.",
    )


def _card_panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: claim_cards(rows, ax=ax),),
        lambda room: claims_height(rows, room.width, room.measure, room.page.label),
    )


def _subtype_cells() -> pd.DataFrame:
    """Return a cell for each subtype and attribute, and for each page, that says who speaks of it there."""
    facts = claim_rows(load_subtype_facts(), "statement")
    facts = facts[facts["attribute"].isin(_OVERVIEW)]
    doctors = set(load_sources()["named_expert"].dropna())
    subjects = load_sources().astype(str).set_index("source_id")["subject"]

    def voice(speaker: str) -> str:
        return "page" if speaker == _PAGE else "doctor" if speaker in doctors else speaker.split()[-1]

    subtypes = list(dict.fromkeys(facts["subtype"]))
    labels = sorted(
        set(zip(facts["subtype"], facts["attribute"], strict=True)),
        key=lambda one: (subtypes.index(one[0]), _OVERVIEW.index(one[1])),
    )
    cells = []
    for subtype, attribute in labels:
        about = facts[(facts["subtype"] == subtype) & (facts["attribute"] == attribute)]
        for page, name in page_names().items():
            said = about[about["source_id"] == page]
            cells.append(
                {
                    "group": subtype,
                    "row": attribute,
                    "column": name,
                    "mark": "words" if len(said) else "none",
                    "words": ", ".join(dict.fromkeys(map(voice, said["speaker"]))),
                    "source_id": page,
                    "subject": subjects[page],
                }
            )
    return pd.DataFrame(cells)


def _overview_words(rows: pd.DataFrame) -> Words:
    facts, items = [], []
    for (subtype, attribute), cells in rows.groupby(["group", "row"], sort=False):
        said = cells[cells["mark"] == "words"]
        who = "; ".join(f"{c.column} ({c.words})" for c in said.itertuples())
        facts.append(f"{subtype}, {attribute}: {who}.")
        items.append(f"{subtype} {attribute}, {who}")
    claims = load_subtype_facts()
    claims = claims[claims["attribute"].isin(_OVERVIEW)].astype({"source_id": str})
    silent = [name for page, name in page_names().items() if page not in set(claims["source_id"])]
    most = claims["subtype"].value_counts().index[0]
    return claim_words(
        "Who speaks of which subtype, and of what",
        "Table",
        "Table of words. A row is a subtype and what is said of it, a column is a page. A cell says who speaks there: "
        "the page itself, its doctor, or the blurb of a related article. A dash stands where nothing is said.",
        claims,
        pages=rows,
        facts=facts,
        items=items,
        brief="Which page says something of which subtype, and who speaks there: the page itself, its doctor, or the "
        "blurb of a related article.",
        aside="Page: the page itself. Doctor: its named doctor. Blurb: of a related article. Dash: nothing.",
        pattern=f"Most claims are about {most}." + (f" {wording.join(silent)} makes none of them." if silent else ""),
    )


def _matrix_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: claim_matrix(rows, ax=ax),), lambda room: matrix_height(rows, room.width, room.measure))


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
        mine = facts[facts["item"].isin(items)]
        said = mine[mine["qualifier"].fillna("") != _BARE]
        found.append((said if len(said) else mine).assign(step=" or ".join(items)))
    rows = claim_rows(pd.concat(found), "statement").rename(columns={"card": "page"})
    return rows.assign(text=rows["text"].where(rows["qualifier"].fillna("") != _BARE, ""))


def _step_words(title: str, rows: pd.DataFrame) -> Words:
    steps = list(dict.fromkeys(rows["step"]))
    bare = list(rows.loc[rows["text"] == "", "step"])
    facts = [
        f"{wording.count(len(steps)).capitalize()} steps: {wording.join(steps)}.",
        *told(rows[rows["text"] != ""]),
    ]
    page = rows["page"].iloc[0]
    return claim_words(
        title,
        "Flow diagram",
        f"Flow diagram from top to bottom: {wording.count(len(steps))} cards joined by arrows, in the order in which "
        "the page puts the steps.",
        rows,
        facts=facts,
        items=[wording.join(steps)],
        brief=f"The steps of spread, in the order in which {page} puts them.",
        aside="" if not bare else "A name alone: the page names this step and does not explain it",
    )


def _step_panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: step_flow(rows, ax=ax),),
        lambda room: flow_height(rows, room.width, room.measure, room.page.label),
    )


# --- care-timing ---


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
        f"{row['card']}. {row['page']}, about {row['population']}: {wording.sentence(row['text'])}"
        for row in rows.to_dict("records")
    ]
    return claim_words(
        "Scans and symptoms are two different things",
        "Text cards",
        f"Two text cards side by side, {wording.join(dict.fromkeys(rows['card']))}. The symptom card starts: {lead}",
        rows,
        facts=facts,
        items=[lead.rstrip("."), *rows["text"].str.rstrip(".")],
        brief=f"Two cards: {wording.join(dict.fromkeys(rows['card'].str.lower()))}. {lead}",
    )


def _timing_panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: text_cards(rows, ax=ax),),
        lambda room: text_cards_height(rows, room.width, room.measure, room.page.label),
    )


# --- the entries ---


def _subtype_entry(name: str) -> Entry:
    attributes, title, question = _SUBTYPE_VARIANTS[name]
    name = f"subtype-claims-{name}"
    rows = shipped(name, partial(_facts_of, attributes))
    return Entry(name, "claims", question, rows, partial(_subtype_words, title), _card_panels)


def _step_entry(name: str, title: str, question: str, page: str, steps: tuple[tuple[str, ...], ...]) -> Entry:
    rows = shipped(name, partial(_steps, page, steps))
    return Entry(name, "claims", question, rows, partial(_step_words, title), _step_panels)


CLAIM_FIGURES: tuple[Entry, ...] = (
    Entry(
        "subtype-claims",
        "claims",
        "Which page says something of which subtype, and who speaks?",
        shipped("subtype-claims", _subtype_cells),
        _overview_words,
        _matrix_panels,
    ),
    *(_subtype_entry(name) for name in _SUBTYPE_VARIANTS),
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
        "When are scans planned, and when should a symptom be told?",
        shipped("care-timing", _timing),
        _timing_words,
        _timing_panels,
    ),
    *DISAGREEMENT_FIGURES,
)
