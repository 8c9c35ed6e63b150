"""The figures of what pages say of subtypes."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_sources, load_subtype_facts
from her2viz.page.panels import card_panels, matrix_panels
from her2viz.words import data_table
from her2viz.words.claim import claim_rows, claim_words, held, page_names
from her2viz.words.parts import Words

__all__ = ["SUBTYPE_FIGURES"]

# --- subtype-claims ---

_OVERVIEW_TITLE = "Who speaks of which subtype, and of what"
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
#: Who speaks, in full and in a word.
_SPEAKERS = {
    "document": ("the page itself", "page"),
    "Shimoli Barot, MD": ("Shimoli Barot, MD", "doctor"),
    "related-article blurb": ("related-article blurb", "blurb"),
}


def _facts_of(attributes: tuple[str, ...]) -> pd.DataFrame:
    facts = load_subtype_facts()
    order = {name: n for n, name in enumerate(dict.fromkeys(facts["subtype"].astype(str)))}
    pages = {page: n for n, page in enumerate(page_names())}
    rows = claim_rows(facts[facts["attribute"].isin(attributes)], "statement")
    keys = pd.DataFrame({"a": rows["subtype"].map(order), "b": rows["source_id"].map(pages)}, index=rows.index)
    keys["c"] = rows.groupby(["subtype", "source_id", "speaker"], sort=False).ngroup()
    rows = rows.loc[keys.sort_values(["a", "b", "c"], kind="stable").index]
    return rows.assign(under=[_SPEAKERS[speaker][0] for speaker in rows["speaker"]])


def _subtype_words(title: str, rows: pd.DataFrame) -> Words:
    facts = [
        f"{row['card']}, {row['under']}, about {row['population']}: {phrases.sentence(row['text'])}"
        for row in rows.to_dict("records")
    ]
    pages = phrases.say(dict.fromkeys(rows["card"]))
    return claim_words(
        title,
        "Text cards",
        "Text cards, one for each page and speaker. A card holds the claims in full.",
        rows,
        facts=facts,
        items=[f"{row['card']}: {row['text']}" for row in rows.to_dict("records")],
        short=held(rows, "claims"),
        brief=f"What {pages}, and who speaks: the page itself, its doctor, or the blurb of a related article.",
    )


def _subtype_cells() -> pd.DataFrame:
    """Return a cell for each subtype and attribute, and for each page, that says who speaks of it there."""
    facts = claim_rows(load_subtype_facts(), "statement")
    facts = facts[facts["attribute"].isin(_OVERVIEW)]
    subjects = load_sources().astype(str).set_index("source_id")["subject"]

    subtypes = list(dict.fromkeys(facts["subtype"]))
    labels = sorted(
        set(zip(facts["subtype"], facts["attribute"], strict=True)),
        key=lambda label: (subtypes.index(label[0]), _OVERVIEW.index(label[1])),
    )
    cells = []
    for subtype, attribute in labels:
        about = facts[(facts["subtype"] == subtype) & (facts["attribute"] == attribute)]
        for page, name in page_names().items():
            claims = about[about["source_id"] == page]
            cells.append(
                {
                    "group": subtype,
                    "row": attribute,
                    "column": name,
                    "mark": "words" if len(claims) else "none",
                    "words": ", ".join(dict.fromkeys(_SPEAKERS[speaker][1] for speaker in claims["speaker"])),
                    "source_id": page,
                    "subject": subjects[page],
                }
            )
    return pd.DataFrame(cells)


def _overview_words(rows: pd.DataFrame) -> Words:
    facts, items = [], []
    for (subtype, attribute), cells in rows.groupby(["group", "row"], sort=False):
        speaking = cells[cells["mark"] == "words"]
        who = "; ".join(f"{c.column} ({c.words})" for c in speaking.itertuples())
        facts.append(f"{subtype}, {attribute}: {who}.")
        items.append(f"{subtype} {attribute}, {who}")
    claims = load_subtype_facts()
    claims = claims[claims["attribute"].isin(_OVERVIEW)].astype({"source_id": str})
    silent = [name for page, name in page_names().items() if page not in set(claims["source_id"])]
    most = claims["subtype"].value_counts().index[0]
    return claim_words(
        _OVERVIEW_TITLE,
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
        pattern=f"Most claims are about {most}." + (f" {phrases.join(silent)} makes none of them." if silent else ""),
    )


# --- the entries ---


def _subtype_entry(name: str) -> Entry:
    attributes, title, question = _SUBTYPE_VARIANTS[name]
    name = f"subtype-claims-{name}"
    rows = shipped(name, partial(_facts_of, attributes))
    return Entry(name, "claims", title, question, rows, partial(_subtype_words, title), card_panels, data_table.CARDS)


SUBTYPE_FIGURES: tuple[Entry, ...] = (
    Entry(
        "subtype-claims",
        "claims",
        _OVERVIEW_TITLE,
        "Which page says something of which subtype, and who speaks?",
        shipped("subtype-claims", _subtype_cells),
        _overview_words,
        matrix_panels,
        data_table.SPEAKERS,
    ),
    *(_subtype_entry(name) for name in _SUBTYPE_VARIANTS),
)
