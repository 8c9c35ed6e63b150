"""The figure of what is said of HER2-positive disease: each claim in few words, by who says it."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.matrix import answer_matrix, matrix_height
from her2viz.dataset.loaders import load_disagreements, load_sources, load_subtype_facts
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels
from her2viz.words import data_table
from her2viz.words.claim import RELATIONS, claim_words, page_names
from her2viz.words.parts import Words

__all__ = ["SUBTYPE_FIGURES"]

_SUBTYPE = "HER2-positive"
#: Answers in ``disagreements``.
_DEPENDS, _FAST = "it depends", "fast"
#: What is asked of the subtype, and the question of ``disagreements`` that is about it.
_PACE = "her2-pace"
_ON, _QUICK, _EARLY = "Depends on what?", "Fast?", "Early-stage outcome?"
_ASKED = {_ON: "pace-and-risk-factors", _QUICK: _PACE, _EARLY: "early-her2-spread"}
#: The claims drawn, of several; ``hv.claims`` has them all.
_DRAWN = (
    "insights-her2-no-set-timeline",
    "cleveland-her2-spreads-faster",
    "cleveland-her2-grows-fast",
    "insights-her2-early-remission",
    "cleveland-her2-early-spread",
)
_PAGE = "document"


def _claims() -> pd.DataFrame:
    """Return the claims drawn: what the pace depends on, by the positions, and what else is said of the subtype."""
    positions = load_disagreements().astype({"question_id": str, "answer": str})
    positions = positions[positions["question_id"] == _PACE]
    facts = load_subtype_facts().set_index("row_id", drop=False).loc[list(_DRAWN)]
    depends = positions[positions["answer"] == _DEPENDS].assign(attribute="pace", speaker=_PAGE)
    rows = pd.concat([depends.drop(columns="answer"), facts], ignore_index=True)
    rows["answer"] = rows["claim_id"].map(dict(zip(positions["claim_id"], positions["answer"], strict=True))).fillna("")
    return rows.astype(dict.fromkeys(("row_id", "attribute", "speaker", "source_id"), str))


def _cells() -> pd.DataFrame:
    """Return a cell for each claim, by question and page: what is said, in few words."""
    claims = _claims()
    claims["population"] = whom(claims)
    claims["row"] = claims["attribute"].map({"pace": _QUICK, "early-stage outcome": _EARLY})
    claims.loc[claims["answer"] == _DEPENDS, "row"] = _ON
    relations = load_disagreements().astype(str).drop_duplicates("question_id").set_index("question_id")["relation"]
    cells = []
    for row, question in _ASKED.items():
        for page, name in page_names().items():
            cells += [
                {
                    "row": row,
                    "row_glyph": RELATIONS[relations[question]],
                    "column": name,
                    "source_id": page,
                    "speaker": claim.speaker,
                    "answer": claim.answer,
                    "words": claim.in_short,
                    "attribute": claim.attribute,
                    "value": claim.value,
                    "gap": str(claim.statement).partition("; ")[2] if pd.notna(claim.value) else "",
                    "population": claim.population,
                    "row_id": claim.row_id,
                }
                for claim in claims[(claims["row"] == row) & (claims["source_id"] == page)].itertuples()
            ]
    return pd.DataFrame(cells)


def _all_depend(rows: pd.DataFrame) -> bool:
    """Say whether every page that speaks of the pace says that it depends."""
    depend = rows.loc[rows["answer"] == _DEPENDS, "source_id"].nunique()
    return bool(depend == rows["source_id"].nunique() > 1)


def _title(rows: pd.DataFrame) -> str:
    pace = rows[rows["attribute"] == "pace"]
    pages = phrases.count(pace["source_id"].nunique())
    if _all_depend(pace):
        fast = pace.loc[pace["answer"] == _FAST, "source_id"].nunique()
        return f"{_SUBTYPE}: {pages} pages say pace depends; {phrases.count(fast)} also says fast"
    relation = pace.loc[pace["row"] == _QUICK, "row_glyph"].iloc[0]
    return f"{pages.capitalize()} pages {relation} on the pace of {_SUBTYPE} breast cancer"


def _remark(cell: object) -> str:
    """Say who speaks, where it is a person, of whom, where it is not all with the subtype, and what a number lacks."""
    get = partial(getattr, cell)
    speaker = "" if get("speaker") == _PAGE else f"says {get('speaker')}"
    fewer = f"of {get('population')}" if get("attribute") != "pace" else ""
    return "; ".join(filter(None, (speaker, fewer, get("gap"))))


def _panels(rows: pd.DataFrame) -> Panels:
    answers = pd.DataFrame(
        {
            "column": rows["column"],
            "row": rows["row"].str.replace(" ", "\n"),  # two lines leave the claims more room
            "mark": rows["row_glyph"],
            "statement": rows["words"],
            "remark": [_remark(r) for r in rows.itertuples()],
        }
    )
    return Panels(
        (lambda ax: answer_matrix(answers, ax=ax),), lambda room: matrix_height(answers, room.width, room.measure)
    )


def _words(rows: pd.DataFrame) -> Words:
    facts, items = [], []
    for row, cells in rows.groupby("row", sort=False):
        who = "; ".join(
            f"{_speaker(c)}: {c.words}, of {c.population}{f' ({c.gap})' if c.gap else ''}" for c in cells.itertuples()
        )
        facts.append(f"{row} They {cells['row_glyph'].iloc[0]}. {who}.")
        items.append(f"{row} {', '.join(f'{c.words} ({c.column})' for c in cells.itertuples())}")
    silent = [name.removesuffix(" page") for page, name in page_names().items() if page not in set(rows["source_id"])]
    return claim_words(
        _title(rows),
        "Table of words: a row a question, a column a page. Below a question stand two arrows: head on where the "
        "answers clash, apart where they differ. The words of a doctor whom a page quotes stand in its tile, with her "
        "name.",
        _claims(),
        pages=load_sources(),
        facts=facts,
        items=items,
        brief="What is said of HER2-positive breast cancer, and who says it.",
        reference=f"Of people with {_SUBTYPE} breast cancer",
        note=f"{', '.join(silent)}: nothing on these for {_SUBTYPE}." if silent else "",
        pattern="Only claims of how the disease behaves are drawn; the pages say more.",
    )


def _speaker(cell: object) -> str:
    """Name who speaks: a page, or a doctor whom it quotes."""
    speaker, column = getattr(cell, "speaker", ""), str(getattr(cell, "column", ""))
    return column if speaker == _PAGE else f"{column} ({speaker})"


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
