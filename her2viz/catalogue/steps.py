"""The figure of the steps of spread: what a page explains, and what it only names."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.steps import spread_steps, steps_height
from her2viz.dataset.loaders import load_care_facts, load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import credit_lines, page_names, pages_line, terms_in
from her2viz.words.parts import Words, alternatives

__all__ = ["STEP_FIGURES"]

_OURS = "The pairing of names and words is ours"
#: Before all steps, and no part of a named one: told in words.
_BEFORE = "step-breaking-away"


class _Step(NamedTuple):
    """A step that a page names, the claims that explain it, and in short what all pages of these say."""

    named: str
    explained: tuple[str, ...]
    words: str


#: In the order in which the page lists them.
_STEPS = (
    _Step(
        "step-invasion",
        ("step-invasion-nearby-tissue",),
        "Cells can invade tissue nearby.",
    ),
    _Step(
        "step-intravasation",
        ("step-entry-blood", "step-entry-lymph"),
        "They can enter blood or lymph.",
    ),
    _Step(
        "step-circulation",
        ("step-travel-by-blood", "step-travel-by-lymph", "step-circulation-distant"),
        "Cells travel by blood and lymph.",
    ),
    _Step("step-extravasation", (), "Named only: no page explains it."),
    _Step("step-colonization", ("step-settling", "step-new-tumor"), "New tumors can form elsewhere."),
)


def _facts() -> pd.DataFrame:
    facts = load_care_facts()
    return facts[facts["topic"] == "step of metastasis"].astype({"source_id": str, "claim_id": str})


def _rows() -> pd.DataFrame:
    """Return a row a claim, the one that names a step first."""
    facts, found = _facts(), []
    for step in _STEPS:
        named = facts[facts["claim_id"] == step.named]
        mine = pd.concat([named, facts[facts["claim_id"].isin(step.explained)]])
        says = ["names"] * len(named) + ["explains"] * (len(mine) - len(named))
        found.append(mine.assign(step=str(named["item"].iloc[0]).capitalize(), words=step.words, says=says))
    return pd.concat(found, ignore_index=True)


def _explained(rows: pd.DataFrame) -> list[str]:
    return list(rows[rows["says"] == "explains"]["step"].unique())


def _title(rows: pd.DataFrame) -> str:
    named, explained = (phrases.count(n) for n in (rows["step"].nunique(), len(_explained(rows))))
    return f"Of {named} named steps of spread, pages explain {explained}"


def _stated(rows: pd.DataFrame, names: dict[str, str]) -> str:
    return " ".join(f"{r.statement.rstrip('.')} ({names[r.source_id]}, of {r.population})." for r in rows.itertuples())


def _words(rows: pd.DataFrame) -> Words:
    names, title, pages = page_names(), _title(rows), load_sources()
    naming = rows[rows["says"] == "names"]["source_id"].unique()
    before = _facts().query("claim_id == @_BEFORE")
    facts, items = [_stated(before, names)], []
    for step, claims in rows.groupby("step", sort=False):
        explaining = claims[claims["says"] == "explains"]
        who = [names[key] for key in names if key in set(explaining["source_id"])]
        by = f"explained by {phrases.join(who)}" if who else "explained by no page"
        facts.append(f"{step}: {by}. {_stated(explaining, names)}".strip())
        items.append(f"{phrases.plain(step)} {phrases.count(len(who)) if who else 'none'}")
    unexplained = [phrases.plain(s) for s in rows["step"].unique() if s not in _explained(rows)]
    (namer,) = (names[key] for key in naming)
    note = f"Dots: pages that explain it. Dashed: none does. {_OURS}."
    reference = f"Steps named by the {namer}, an unsigned web page, for metastatic breast cancer"
    return Words(
        origin=CLAIMS,
        title=title,
        form="Flow diagram",
        reference=reference,
        built=f"Flow diagram: one drawn scene from left to right. {phrases.sentence(reference)} "
        "Below each step stands its name on that page, what pages say of it, and a dot for each page, filled where it "
        "explains the step. The vessel is one for blood; none for lymph is drawn. The drawing is ours; its sizes mean "
        "nothing.",
        facts=(phrases.sentence(pages_line(pages)), *facts, phrases.sentence(_OURS)),
        brief=(
            phrases.sentence(reference),
            f"{phrases.sentence(phrases.join(unexplained))[:-1]} is named and not explained.",
            f"The drawing is ours. {_OURS}.",
        ),
        shows=alternatives(f"{title}. Pages that explain each: ", items, "The pairing is ours. Not medical advice."),
        caveat=CLAIMS.caveat(),
        places=citing.places(pd.concat([rows, before])),
        note=note,
        terms=terms_in((reference, *facts, pages_line(pages))),
        credits=credit_lines(pages),
    )


def _panels(rows: pd.DataFrame) -> Panels:
    def height(room: Room) -> float:
        return steps_height(rows, room.width, room.measure, room.page.label, room.page.small)

    return Panels((lambda ax: spread_steps(rows, pages=len(load_sources()), ax=ax),), height)


STEP_FIGURES: tuple[Entry, ...] = (
    Entry(
        "spread-steps",
        "claims",
        _title,
        "Which steps of spread do pages explain, and which do they only name?",
        shipped("spread-steps", _rows),
        _words,
        _panels,
        data_table.STEPS,
        label="Steps of spread: what pages explain",
    ),
)
