"""The figures of drugs that pages name."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.receptors import drug_targets, targets_height
from her2viz.dataset.loaders import load_sources, load_therapies, load_treatments
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import as_text, credit_lines, page_names, pages_line
from her2viz.words.parts import Words, alternatives

__all__ = ["DRUG_FIGURES"]


#: The targets that mean HER2: what a line leads to, and the words for it.
_TARGETS = {"HER2": ("receptor", "HER2"), "HER2-expressing cells": ("cell", "cells with HER2")}
#: Whom a drug is named for, besides their type.
_STAGES = {"metastatic or advanced": ", in metastatic disease", "progressed or spread": ", if progressed or spread"}
_SPELLED = {"HR-positive": "hormone receptor-positive (HR-positive)"}
#: Whom else pages name a drug for, which stands beside it.
_NEGATIVE, _EARLY = "HER2-negative", "passage on early-stage breast cancer"


def _drug_rows() -> pd.DataFrame:
    """Return a row a claim on a drug, drugs with the same target together: what its line leads to, and the heading."""
    table = load_treatments().merge(load_therapies(), on="therapy")
    table = as_text(table, "therapy", "kind", "therapy_class", "brand", "target", "source_id", "subtype", "polarity")
    table = table[(table["kind"] == "drug") & (table["polarity"] == "affirmed")]
    stated = table[table["target"] != ""].drop_duplicates("therapy").set_index("therapy")
    names = page_names()
    rows = []
    for target, (at, words) in _TARGETS.items():
        for page in stated[stated["target"] == target]["source_id"].unique():
            drugs = stated.index[(stated["target"] == target) & (stated["source_id"] == page)]
            (stage,) = stated.loc[drugs, "stage"].astype(str).unique()
            heading = f"Target {words}{_STAGES[stage]} ({names[page].removesuffix(' page')})"
            rows.append(_most_named(table[table["therapy"].isin(drugs)]).assign(at=at, heading=heading))
    others = _most_named(table[~table["therapy"].isin(stated.index)]).sort_values(["therapy", "source_id"])
    by = ", ".join(name.removesuffix(" page") for key, name in names.items() if key in set(others["source_id"]))
    many = phrases.counted(others["therapy"].nunique(), "other").capitalize()
    most = "at most a drug class" if (others["therapy_class"] == "").any() else "a drug class"
    heading = f"{many}, for {phrases.join(_shared(others))} cancer; as target, {most} ({by})"
    rows.append(others.assign(at="", heading=heading))
    every = pd.concat(rows, ignore_index=True)
    return every.assign(mark=every["therapy"].map(_marks(every)), drugs=every["therapy"].nunique())


def _marks(rows: pd.DataFrame) -> dict[str, str]:
    """Return what stands beside each drug: a star for early stages, and which page has HER2-negative disease alone."""
    names, marks = page_names(), {}
    for therapy, claims in rows.groupby("therapy"):
        pages = claims.loc[claims["subtype"].str.contains(_NEGATIVE), "source_id"].unique()
        by = ", ".join(names[page].removesuffix(" page") for page in pages)
        star = "*" if (claims["context"] == _EARLY).any() else ""
        marks[str(therapy)] = f"{star} ({by}: {_NEGATIVE})" if by else star
    return marks


def _most_named(rows: pd.DataFrame) -> pd.DataFrame:
    """Sort rows by their drug: those that most pages name first."""
    pages = rows.groupby("therapy")["source_id"].transform("nunique")
    return rows.assign(pages=pages).sort_values(["pages", "therapy", "source_id"], ascending=[False, True, True])


def _shared(rows: pd.DataFrame) -> list[str]:
    """Return the types of breast cancer for which each of the drugs is named."""
    types = rows.groupby("therapy")["subtype"].agg(set)
    return sorted(set.intersection(*types))


def _drug_title(rows: pd.DataFrame) -> str:
    named, led = (phrases.count(drugs["therapy"].nunique()) for drugs in (rows, rows[rows["at"] != ""]))
    return f"Pages name {named} drugs; {led} target HER2 or cells with it"


def _drug_words(rows: pd.DataFrame) -> Words:
    names, title, pages = page_names(), _drug_title(rows), load_sources()
    facts, items = [], []
    for heading, claims in rows.groupby("heading", sort=False):
        drugs = claims["therapy"].unique()
        led = bool(claims["at"].iloc[0])
        what = f": {', '.join(drugs)}" if led else ", as target at most a class"
        items.append(f"{_short(heading)}{what}")
        facts.append(phrases.sentence(f"{heading}: {phrases.join(drugs)}"))
    for therapy, claims in rows.groupby("therapy", sort=False):
        brand = claims["brand"].iloc[0]
        by = [_page_claim(names[page], mine) for page, mine in claims.groupby("source_id", sort=False)]
        facts.append(phrases.sentence(f"{therapy}{f' ({brand})' if brand else ''}: {'; '.join(by)}"))
    groups = [kind for at in (True, False) for kind in _shared(rows[(rows["at"] != "") == at])]
    reference = f"For people with {' or '.join(_SPELLED.get(kind, kind) for kind in groups)} breast cancer"
    trastuzumabs = [t for t in rows["therapy"].unique() if "trastuzumab" in t]
    three = phrases.count(len(trastuzumabs))
    apart = f"{three.capitalize()} names contain \u201ctrastuzumab\u201d: {three} drugs, not one."
    marked = rows[rows["context"] == _EARLY]
    early = phrases.join(names[page].removesuffix(" page") for page in marked["source_id"].unique())
    note = f"*Early stages too ({early}). {apart}" if early else apart
    return Words(
        origin=CLAIMS,
        title=title,
        form="Cell diagram",
        reference=reference,
        built=f"Cell diagram: part of a cell with HER2 at its edge. {phrases.sentence(reference)} "
        "A line leads from the names of drugs to the word HER2, or from a name into the cell: the target "
        "that a page states. No place on HER2 is meant. Brand names stand in brackets. Drugs for which a page "
        "gives at most a drug class as target stand below, smaller and without a line. The drawing is ours; its sizes "
        "mean nothing.",
        facts=(phrases.sentence(title), phrases.sentence(pages_line(pages)), *facts, note),
        brief=(phrases.sentence(reference), "A line leads to the target that a page states.", apart),
        shows=alternatives(f"{title.partition(';')[0]}. ", items, "From web pages; not medical advice.", "; "),
        caveat=CLAIMS.caveat(),
        places=citing.places(rows),
        note=note,
        terms=("metastatic", "HER2"),
        credits=credit_lines(rows),
    )


def _short(heading: str) -> str:
    """Return a heading without its page and its people, for the alt text."""
    return phrases.plain(heading.split(" (")[0].split(",")[0].removeprefix("Target "))


def _page_claim(page: str, claims: pd.DataFrame) -> str:
    """Say what a page states of a drug, and of whom."""
    target, kind = (next((t for t in claims[column] if t), "") for column in ("target", "therapy_class"))
    stated = ", ".join([f"{word} {text}" for word, text in (("target", target), ("class", kind)) if text])
    return f"{page}, {stated or 'no class'}, for {' and for '.join(whom(claims).unique())}"


def _drug_panels(rows: pd.DataFrame) -> Panels:
    def height(room: Room) -> float:
        return targets_height(rows, "HER2", room.width, room.measure)

    return Panels((lambda ax: drug_targets(rows, receptor="HER2", ax=ax),), height)


DRUG_FIGURES: tuple[Entry, ...] = (
    Entry(
        "drug-targets",
        "claims",
        _drug_title,
        "Which named drugs target HER2, and which page says so?",
        shipped("drug-targets", _drug_rows),
        _drug_words,
        _drug_panels,
        data_table.DRUGS,
        label="Drugs that pages name, and the targets that they state",
    ),
)
