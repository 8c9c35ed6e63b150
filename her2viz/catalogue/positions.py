"""The figures of single questions on which the pages differ: which page says what, and of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.positions import answer_columns, answer_height
from her2viz.charts.typesetting import Measure
from her2viz.dataset.loaders import load_disagreements, load_subtype_facts
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import ALT_END, page_names, pages_line, terms_in
from her2viz.words.parts import Credit, Words, alternatives

__all__ = ["POSITION_FIGURES"]

#: What is drawn above an answer.
_MOTIFS = {
    "liver before lungs": "liver",
    "lungs before liver": "lung",
    "no set pace": "paces differ",
    "it depends": "paths",
    "fast": "fast pace",
    "where": "spot",
    "what kind": "steady",
    "how strong": "strong",
}


@dataclass(frozen=True)
class _Question:
    """How a question is drawn, and what its figure is called."""

    question_id: str
    title: Callable[[pd.DataFrame], str]
    label: str
    built: str
    pattern: Callable[[pd.DataFrame], str]
    form: str = "Table"
    draw: Callable[..., Axes] = answer_columns
    height: Callable[[pd.DataFrame, float, Measure], float] = answer_height
    note: str = ""

    @property
    def name(self) -> str:
        """The name of its figure."""
        return f"disagreement-{self.question_id}"


def _rows(question_id: str) -> pd.DataFrame:
    """Return the positions on a question, each with its page, whom it speaks of, and what stands in its box."""
    every = load_disagreements()
    rows = every[every["question_id"].astype(str) == question_id].astype({"source_id": str}).reset_index(drop=True)
    facts = load_subtype_facts()
    speakers = dict(zip(zip(facts["claim_id"], facts["source_id"].astype(str), strict=True), facts["speaker"]))
    rows["page"] = rows["source_id"].map(page_names())
    rows["answer"] = rows["answer"].fillna("").astype(str)
    rows["motif"] = rows["answer"].map(_MOTIFS).fillna("")
    rows["speaker"] = [speakers.get((r.claim_id, r.source_id), "document") for r in rows.itertuples()]
    widest = _widest(rows)
    groups = {page: _group(mine) for page, mine in rows.groupby("page", sort=False)}
    rows["whom"] = rows["page"].map(groups if len(set(groups.values())) > 1 else dict.fromkeys(groups, ""))
    rows["statement"] = rows["in_short"]
    rows["remark"] = [_remark(row, widest) for row in rows.itertuples()]
    return rows


def _widest(rows: pd.DataFrame) -> pd.Series:
    """Return the row whose group most rows share; of several, the one said in the fewest letters."""
    found = rows.assign(
        typed=rows["subtype"].astype(str) != "any",
        shared=-rows.groupby("population")["population"].transform("size"),
        letters=rows["population"].str.len(),
    )
    return found.sort_values(["typed", "shared", "letters"], kind="stable").iloc[0]


def _group(rows: pd.DataFrame) -> str:
    """Say in few words which type a page speaks of."""
    named = [name for name in dict.fromkeys(rows["subtype"].astype(str)) if name != "any"]
    if named:
        return phrases.join(named)
    pages = [text for text in dict.fromkeys(rows["context"].dropna().astype(str)) if text.startswith("page on HER2")]
    return f"a {pages[0].removesuffix(' breast cancer')}" if pages else "no type named"


def _remark(row: object, widest: pd.Series) -> str:
    """Say who speaks, where it is a person, and of whom, where it is not the group that the page's head names."""
    get = partial(getattr, row)
    parts = [] if get("speaker") == "document" else [f"says {get('speaker')}"]
    other = any(str(get(name)) != str(widest[name]) for name in ("who", "stage", "situation"))
    if get("hedge") == "about":
        parts.append(f"of 100 {get('population')}")
    elif other:
        parts.append(get("population"))
    return "; ".join(parts)


def _pages(rows: pd.DataFrame, answer: str) -> set[str]:
    return set(rows.loc[rows["answer"] == answer, "page"])


def _words(question: _Question, rows: pd.DataFrame) -> Words:
    groups, facts, items = whom(rows), [], []
    for page, mine in rows.groupby("page", sort=False):
        said_by = {n: "" if r.speaker == "document" else f" ({r.speaker})" for n, r in mine.iterrows()}
        facts += [
            f"{page}, of {groups[n]}{said_by[n]}: {phrases.plain(r.position)}." for n, r in mine.iterrows()
        ]
        items.append(f"{page} {phrases.join(mine['in_short'])}")
    title, pages = question.title(rows), f"{phrases.counted(rows['page'].nunique(), 'web page').capitalize()}"
    reference = phrases.sentence(f"of {_widest(rows)['population']}").rstrip(".")
    lead = (f"{reference}.", f"{pages_line(rows)}.", *((question.note,) if question.note else ()))
    brief = f"{rows['question'].iloc[0]} What each page says of it."
    return Words(
        origin=CLAIMS,
        title=title,
        form=question.form,
        reference=reference,
        aside=pages,
        note=question.note,
        built=question.built,
        facts=(*lead, *facts, question.pattern(rows)),
        brief=(brief, *lead),
        shows=(*alternatives(f"{title}: ", items, ALT_END, "; "), f"{title}. {ALT_END}"),
        caveat=CLAIMS.caveat(),
        terms=terms_in((question.built, *lead, *facts, title, brief, *rows["whom"])),
        places=citing.places(rows),
        credits=(Credit(citing.names(rows)),),
    )


def _panels(question: _Question, rows: pd.DataFrame) -> Panels:
    def height(room: Room) -> float:
        return question.height(rows, room.width, room.measure)

    return Panels((lambda ax: question.draw(rows, ax=ax),), height)


def _second_site(rows: pd.DataFrame) -> str:
    liver, lungs = _pages(rows, "liver before lungs"), _pages(rows, "lungs before liver")
    both = liver & lungs
    return (
        f"{phrases.count(len(liver - both)).capitalize()} pages list liver before lungs; "
        f"{phrases.count(len(both))} does both"
    )


def _pace(rows: pd.DataFrame) -> str:
    stand = "contradict each other" if set(rows["relation"].astype(str)) == {"conflict"} else "differ"
    return f"Fast, or no set pace? {phrases.count(rows['page'].nunique()).capitalize()} pages {stand}"


def _bone_pain(rows: pd.DataFrame) -> str:
    most = rows.groupby("page")["answer"].nunique().max()
    none = " and none the whole" if most < rows["answer"].nunique() else ""
    return f"Of bone pain, each of {phrases.count(rows['page'].nunique())} pages tells a part{none}"


_QUESTIONS = (
    _Question(
        "second-site",
        _second_site,
        "Liver or lungs: which comes second, by page",
        "A row a page. Left column, headed by a drawn liver: the page names the liver before the lungs. Right column, "
        "headed by drawn lungs: the lungs before the liver. A box stands where the page does so.",
        lambda rows: "A place in a list is not a rank.",
    ),
    _Question(
        "her2-pace",
        _pace,
        "How fast it grows and spreads, by page",
        "A row a page. Three columns: no set pace, headed by arrows of many lengths; it depends, by paths that part; "
        "fast, by long arrows. The arrows have no scale. A box stands where the page says so.",
        lambda rows: "It does not say who is right.",
    ),
    _Question(
        "bone-pain",
        _bone_pain,
        "What pain from spread to the bones is like, by page",
        "A row a page. Three columns: where the pain is, headed by a bone with a spot; what kind it is, by an even "
        "line; how strong it is, by a peak. A box stands where the page says something of it.",
        lambda rows: "A blank means that the page says nothing of it there.",
    ),
)


def _entry(question: _Question) -> Entry:
    rows = partial(_rows, question.question_id)
    return Entry(
        question.name,
        "claims",
        question.title,
        str(rows()["question"].iloc[0]),
        shipped(question.name, rows),
        partial(_words, question),
        partial(_panels, question),
        data_table.STATEMENTS,
        label=question.label,
    )


POSITION_FIGURES: tuple[Entry, ...] = tuple(map(_entry, _QUESTIONS))
