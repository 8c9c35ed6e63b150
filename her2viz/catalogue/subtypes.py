"""The figure of who speaks of which subtype."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_sources, load_subtype_facts
from her2viz.page.panels import matrix_panels
from her2viz.words import data_table
from her2viz.words.claim import claim_words, page_names
from her2viz.words.parts import Words

__all__ = ["SUBTYPE_FIGURES"]

_OVERVIEW_TITLE = "Who speaks of which subtype, and of what"
#: The overview: what is said of how a subtype behaves, not what it is or how it is treated.
_OVERVIEW = ("share", "pace", "aggressiveness", "spread", "early-stage outcome", "outlook")
#: Who speaks, in a word.
_SPEAKERS = {"document": "page", "Shimoli Barot, MD": "doctor", "related-article blurb": "blurb"}


def _subtype_cells() -> pd.DataFrame:
    """Return a cell for each subtype and attribute, and for each page, that says who speaks of it there."""
    facts = load_subtype_facts().astype(dict.fromkeys(("subtype_described", "attribute", "speaker", "source_id"), str))
    facts = facts[facts["attribute"].isin(_OVERVIEW)]
    subjects = load_sources().astype(str).set_index("source_id")["subject"]

    subtypes = list(dict.fromkeys(facts["subtype_described"]))
    labels = sorted(
        set(zip(facts["subtype_described"], facts["attribute"], strict=True)),
        key=lambda label: (subtypes.index(label[0]), _OVERVIEW.index(label[1])),
    )
    cells = []
    for subtype, attribute in labels:
        about = facts[(facts["subtype_described"] == subtype) & (facts["attribute"] == attribute)]
        for page, name in page_names().items():
            claims = about[about["source_id"] == page]
            cells.append(
                {
                    "group": subtype,
                    "row": attribute,
                    "column": name,
                    "mark": "words" if len(claims) else "none",
                    "words": ", ".join(dict.fromkeys(_SPEAKERS[speaker] for speaker in claims["speaker"])),
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
    most = claims["subtype_described"].value_counts().index[0]
    return claim_words(
        _OVERVIEW_TITLE,
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
)
