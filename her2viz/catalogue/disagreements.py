"""The figure of questions that pages answer: whether the answers clash, differ or agree."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.matrix import answer_matrix, matrix_height
from her2viz.dataset.loaders import load_disagreements, load_sources
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels
from her2viz.words import data_table
from her2viz.words.claim import RELATIONS, claim_words, page_names, pages_line, unsigned_but
from her2viz.words.parts import Words

__all__ = ["DISAGREEMENT_FIGURES"]

#: Questions for each way in which answers stand to each other, in few words; ``hv.claims`` has them all.
_ASKED = {
    "her2-pace": "HER2-positive: pace?",
    "curability": "Metastatic: cure?",
    "her2-low": "HER2-low: therapies?",
    "early-and-advanced": "\u201cEarly\u201d, \u201cadvanced\u201d?",
}
#: An answer whose parts have no room.
_DEPENDS = "it depends"
_CANCER = " breast cancer"
#: The answers left out where a page gives several, and one that says only that the page is silent; what is left of
#: two stands in one tile.
_MORE = (
    "insights-position-her2-pace-depends",
    "insights-position-her2-pace-treatment",
    "cleveland-position-her2-pace-heading",
    "cleveland-position-her2-pace-others",
    "insights-position-curability",
    "overview-position-curability",
)


def _positions() -> pd.DataFrame:
    return load_disagreements().astype(dict.fromkeys(("row_id", "question_id", "relation", "source_id"), str))


def _cells() -> pd.DataFrame:
    """Return a cell for each question and page: what the page answers, in few words."""
    positions = _positions()
    relations = positions.drop_duplicates("question_id")["relation"]
    subjects = load_sources().astype(str).set_index("source_id")["subject"]
    cells = []
    for question_id, short in _ASKED.items():
        mine = positions[positions["question_id"] == question_id]
        relation = mine["relation"].iloc[0]
        for page, name in page_names().items():
            here = mine[(mine["source_id"] == page) & ~mine["row_id"].isin(_MORE)]
            cells.append(
                {
                    "row": short,
                    "row_note": f"they {RELATIONS[relation]}",
                    "row_glyph": RELATIONS[relation],
                    "column": name,
                    "mark": "given" if len(here) else "none",
                    "words": _in_short(list(here["in_short"].where(here["answer"] != _DEPENDS, _DEPENDS[3:]))),
                    "position": "; ".join(here["position"]),
                    "population": " and of ".join(whom(here)),
                    "question_id": question_id,
                    "question": mine["question"].iloc[0],
                    "questions": int((relations == relation).sum()),
                    "of_questions": len(relations),
                    "row_id": " ".join(here["row_id"]),
                    "source_id": page,
                    "subject": subjects[page],
                }
            )
    return pd.DataFrame(cells)


def _in_short(answers: list[str]) -> str:
    """Put the answers of one page into few words: of two the first part of each, what they are about once."""
    if len(answers) < 2:
        return "".join(answers)
    first, second = (answer.partition(";")[0] for answer in answers)
    other = second.removeprefix(f"{first.split()[-1]} ")
    return f"{first}; {second}" if other == second else f"{first}; or {other}"


def _title(rows: pd.DataFrame) -> str:
    counts = rows.drop_duplicates("row_glyph").set_index("row_glyph")["questions"]
    each = ", ".join(f"{glyph} on {n}" for glyph, n in counts.items())
    return f"{rows['of_questions'].iloc[0]} questions: pages {each}"


def _panels(rows: pd.DataFrame) -> Panels:
    given = rows[rows["mark"] == "given"]
    answers = pd.DataFrame(
        {
            "column": given["column"].str.removesuffix(" page"),
            "group": "Pages on " + given["subject"].str.removesuffix(_CANCER) + _CANCER,
            "row": given["row"],
            "mark": given["row_glyph"],
            "statement": given["words"],
            "remark": "",
        }
    )
    return Panels(
        (lambda ax: answer_matrix(answers, ax=ax),), lambda room: matrix_height(answers, room.width, room.measure)
    )


def _words(rows: pd.DataFrame) -> Words:
    given = rows[rows["mark"] == "given"]
    subjects = f"{pages_line(rows)}."
    facts, items = [subjects], []
    for question, cells in given.groupby("question", sort=False):
        answers = "; ".join(f"{c.column}: {c.words}, of {c.population}" for c in cells.itertuples())
        facts.append(f"{question} They {cells['row_glyph'].iloc[0]}. {answers}.")
        items.append(f"{cells['row'].iloc[0]} they {cells['row_glyph'].iloc[0]}")
    claims = _positions()
    counts = rows.drop_duplicates("row_glyph")
    total = counts["of_questions"].iloc[0]
    each = phrases.join(f"they {row.row_glyph} on {row.questions}" for row in counts.itertuples())
    return claim_words(
        _title(rows),
        "A row a question, a column a page. A tile holds what the page answers; a broken outline stands where it does "
        "not answer. Below a question stand two arrows: head on where the answers clash, apart where they differ, "
        "side by side where they agree.",
        claims[claims["row_id"].isin(set(" ".join(given["row_id"]).split()))],
        pages=rows,
        reference=f"We picked the questions, {phrases.count(rows['question_id'].nunique())} shown. "
        "Differ: they stress different things",
        facts=facts,
        items=items,
        brief=f"{subjects} Some questions of each kind. Clash: two answers that cannot both hold. Of {total} questions "
        f"that we put to the pages, {each}.",
        in_rows=unsigned_but(rows),
        pattern=f"Of {total} questions that we put to the pages, {each}. We picked questions where pages may part. It "
        "does not say who is right.",
    )


DISAGREEMENT_FIGURES: tuple[Entry, ...] = (
    Entry(
        "disagreements",
        "claims",
        _title,
        "Where do the pages clash, differ or agree?",
        shipped("disagreements", _cells),
        _words,
        _panels,
        data_table.POSITIONS,
        label="Where the pages clash, differ or agree",
    ),
)
