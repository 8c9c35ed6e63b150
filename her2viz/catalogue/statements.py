"""The positions of pages on a question, each with what stands in its box: the statement, who speaks, and of whom."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_disagreements, load_subtype_facts
from her2viz.words.claim import page_names

__all__ = ["position_rows", "widest"]

#: What is drawn above an answer.
_MOTIFS = {
    "liver before lungs": "liver lung",
    "lungs before liver": "lung liver",
    "no set pace": "paces differ",
    "it depends": "paths",
    "fast": "fast",
}


def position_rows(question_id: str) -> pd.DataFrame:
    """Return the positions on a question, each with its page, whom it speaks of, and what stands in its box."""
    every = load_disagreements()
    rows = every[every["question_id"].astype(str) == question_id].astype({"source_id": str}).reset_index(drop=True)
    facts = load_subtype_facts()
    speakers = {(fact.claim_id, str(fact.source_id)): fact.speaker for fact in facts.itertuples()}
    rows["page"] = rows["source_id"].map(page_names())
    rows["answer"] = rows["answer"].fillna("").astype(str)
    rows["motif"] = rows["answer"].map(_MOTIFS).fillna("")
    rows["speaker"] = [speakers.get((r.claim_id, r.source_id), "document") for r in rows.itertuples()]
    groups = {page: _group(mine) for page, mine in rows.groupby("page", sort=False)}
    rows["whom"] = rows["page"].map(groups if len(set(groups.values())) > 1 else dict.fromkeys(groups, ""))
    rows["statement"] = rows["in_short"]
    common = widest(rows)
    rows["remark"] = [_remark(row, common) for row in rows.itertuples()]
    return rows


def widest(rows: pd.DataFrame) -> pd.Series:
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


def _remark(row: object, common: pd.Series) -> str:
    """Say who speaks, where it is a person, and of whom, where it is not the group that the page's head names."""
    get = partial(getattr, row)
    parts = [] if get("speaker") == "document" else [f"says {get('speaker')}"]
    other = any(str(get(name)) != str(common[name]) for name in ("who", "stage", "situation"))
    if get("hedge") == "about":
        parts.append(f"of 100 {get('population')}")
    elif other:
        parts.append(f"in {get('population')}")
    return "; ".join(parts)
