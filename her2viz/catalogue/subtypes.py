"""The figure of what is said of HER2-positive disease: each claim in few words, by who says it."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.answer_cards import answer_cards, cards_height
from her2viz.dataset.loaders import load_disagreements, load_sources, load_subtype_facts
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels
from her2viz.words import data_table
from her2viz.words.claim import RELATIONS, claim_words, page_names
from her2viz.words.parts import Words

__all__ = ["SUBTYPE_FIGURES"]

_SUBTYPE = "HER2-positive"
#: What is asked of the subtype, by attribute, and the question of ``disagreements`` that is about it.
_ASKED = {
    "pace": ("How fast?", "her2-pace"),
    "early-stage outcome": ("Early stage?", "early-her2-spread"),
}
#: The claim drawn where a speaker makes several; ``hv.claims`` has them all.
_DRAWN = (
    "insights-her2-no-set-timeline",
    "cleveland-her2-spreads-faster",
    "cleveland-her2-grows-fast",
    "insights-her2-early-remission",
    "cleveland-her2-early-spread",
)
_PAGE = "document"
_DOCTOR = "Quoted doctor"


def _claims() -> pd.DataFrame:
    facts = load_subtype_facts()
    text = dict.fromkeys(("row_id", "subtype_described", "attribute", "speaker", "source_id", "stage"), str)
    return facts.astype(text)


def _speakers(claims: pd.DataFrame) -> list[dict[str, str]]:
    """Return a column for each page that speaks, and after it one for each doctor that it quotes."""
    pages = load_sources().astype({"source_id": str}).set_index("source_id")
    columns = []
    for page, name in page_names().items():
        speakers = claims.loc[claims["source_id"] == page, "speaker"].unique()
        signed = pages.loc[page, ["publisher", "named_expert"]].notna().any()
        for speaker in sorted(speakers, key=lambda who: who != _PAGE):
            itself = speaker == _PAGE
            columns.append(
                {
                    "column": name if itself else _DOCTOR,
                    "column_note": ("" if signed else "an unsigned page") if itself else speaker,
                    "source_id": page,
                    "speaker": speaker,
                }
            )
    return columns


def _cells() -> pd.DataFrame:
    """Return a cell for each question and each speaker: what is said, in few words."""
    claims = _claims().set_index("row_id", drop=False).loc[list(_DRAWN)]
    relations = load_disagreements().astype(str).drop_duplicates("question_id").set_index("question_id")["relation"]
    cells = []
    for attribute, (row, question) in _ASKED.items():
        relation = RELATIONS[relations[question]]
        for column in _speakers(claims):
            here = claims[
                (claims["attribute"] == attribute)
                & (claims["source_id"] == column["source_id"])
                & (claims["speaker"] == column["speaker"])
            ]
            cells.append(
                {
                    "row": row,
                    "row_note": f"they {relation}",
                    "row_glyph": relation,
                    **column,
                    "mark": "given" if len(here) else "none",
                    "words": "; ".join(map(_short, here.to_dict("records"))),
                    "attribute": attribute,
                    "value": here["value"].max(),
                    "qualifier": "; ".join(here["qualifier"].dropna()),
                    "population": "; ".join(whom(here).unique()),
                }
            )
    return pd.DataFrame(cells)


def _short(claim: dict[str, str]) -> str:
    """Write a claim in few words; where only some of the people have it, with their stage."""
    return claim["in_short"] + (" (metastatic)" if claim["stage"] == "metastatic or advanced" else "")


def _title(rows: pd.DataFrame) -> str:
    pages = rows[rows["row_glyph"].eq("clash") & rows["mark"].eq("given")]["source_id"].nunique()
    return f"{phrases.count(pages).capitalize()} pages clash on the pace of {_SUBTYPE} breast cancer"


def _cards(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the claims, each on the card of its question, by who speaks."""
    given = rows[rows["mark"] == "given"]
    return pd.DataFrame(
        {
            "answer": given["row"],
            "motif": given["row_glyph"],
            "note": given["row_note"],
            "page": [_speaker(r) for r in given.itertuples()],
            "whom": [r.column_note if r.speaker == _PAGE else _DOCTOR.lower() for r in given.itertuples()],
            "statement": given["words"],
            "remark": [f"of {r.population}" if pd.notna(r.value) else "" for r in given.itertuples()],
        }
    )


def _panels(rows: pd.DataFrame) -> Panels:
    cards = _cards(rows)
    return Panels((lambda ax: answer_cards(cards, ax=ax),), lambda room: cards_height(cards, room.width, room.measure))


def _words(rows: pd.DataFrame) -> Words:
    given = rows[rows["mark"] == "given"]
    facts, items = [], []
    for row, cells in given.groupby("row", sort=False):
        who = "; ".join(f"{_speaker(c)}: {c.words}, of {c.population}" for c in cells.itertuples())
        facts.append(f"{row} They {cells['row_glyph'].iloc[0]}. {who}.")
        items.append(f"{row} {', '.join(f'{c.words} ({_brief(c)})' for c in cells.itertuples())}")
    claims = _claims()
    silent = [name for page, name in page_names().items() if page not in set(given["source_id"])]
    return claim_words(
        _title(rows),
        "Table of words: a card a question, with a tile for each who speaks, a page or the doctor that it quotes. Two "
        "arrows say whether the answers clash or differ.",
        claims[claims["row_id"].isin(_DRAWN)],
        pages=load_sources(),
        facts=facts,
        items=items,
        brief="What is said of HER2-positive breast cancer, and who says it.",
        reference=f"Said of people with {_SUBTYPE} breast cancer",
        aside=_no_time_span(given),
        note=f"{phrases.join(silent)} say nothing on these of HER2-positive disease." if silent else "",
        pattern="Only claims of how the disease behaves are drawn; the pages say more.",
    )


def _no_time_span(given: pd.DataFrame) -> str:
    """Say what the one number lacks."""
    row = given.dropna(subset="value").iloc[0]
    return f"{phrases.sentence(phrases.hedged(row['qualifier'], row['value']))[:-1]} of 100: no time span is given."


def _speaker(cell: object) -> str:
    """Name who speaks: a page, or a doctor."""
    speaker, column = getattr(cell, "speaker", ""), getattr(cell, "column", "")
    return str(column if speaker == _PAGE else speaker)


def _brief(cell: object) -> str:
    return str(getattr(cell, "column", "")).removeprefix("Quoted ")


SUBTYPE_FIGURES: tuple[Entry, ...] = (
    Entry(
        "subtype-claims",
        "claims",
        _title,
        "What do the pages say of HER2-positive disease, and who speaks?",
        shipped("subtype-claims", _cells),
        _words,
        _panels,
        data_table.SPEAKERS,
        label="How fast HER2-positive breast cancer is said to be",
    ),
)
