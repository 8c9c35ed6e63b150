"""The words of the figures of published studies, beside the documents' rough figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.origin import STUDY
from her2viz.derived.intervals import INTERVAL
from her2viz.derived.published import COVERINGS, NOT_ALL_HER2, SITES, people
from her2viz.words import citing
from her2viz.words.parts import Credit, Words
from her2viz.words.study_titles import beside_others, her2_title, kaplan_title, site_title, sites_title, tally

__all__ = [
    "KAPLAN_TYPES",
    "OUR_READING",
    "her2_words",
    "kaplan_words",
    "site_words",
    "sites_words",
    "study_parts",
]

#: The types of the one study that has all four sites by type, in its order.
KAPLAN_TYPES = ("luminal A", "luminal B", "HER2-overexpressing", "triple-negative")

#: How a note says that a moment is not printed as such.
OUR_READING = "is our reading"


def _listed(rows: pd.DataFrame) -> str:
    """List the figures by moment: "at first diagnosis 65.1; any time 47.1, 70.6"."""
    groups = rows.groupby(rows["moment_group"].astype(str), sort=False)["printed"]
    return "; ".join(f"{_when(moment)} {', '.join(printed)}" for moment, printed in groups)


def _when(moment: str) -> str:
    return f"time {moment}" if moment == "not stated" else moment


def _figures(rows: pd.DataFrame) -> Iterable[str]:
    """Tell each study's figures in a sentence: when, of how many, where, with the intervals."""
    for (study, moment, kind), part in rows.astype({"moment_group": str, "subtype": str}).groupby(
        ["study", "moment_group", "subtype"], sort=False
    ):
        first = part.iloc[0]
        size = "group size not printed" if pd.isna(first["n_total"]) else people(first["population"], first["n_total"])
        found = []
        for row in part.itertuples():
            low, high = getattr(row, "low", float("nan")), getattr(row, "high", float("nan"))
            ends = "" if pd.isna(low) else f" (interval {low:.1f} to {high:.1f})"
            found.append(f"{row.site_label.lower()} {row.printed} in 100{ends}")
        named = "" if kind == "all" else f", {kind}"
        yield f"{study}{named} ({_when(moment)}; {size}): {', '.join(found)}."


def _groups(rows: pd.DataFrame) -> Iterable[str]:
    """Say whom each study counted."""
    for row in rows.drop_duplicates(["study_id", "population"]).itertuples():
        yield f"{row.study} counted {row.population}."


def _rough(rows: pd.DataFrame) -> str:
    """Say what the rough figures are, and of whom."""
    sites = rows.drop_duplicates("site").set_index("site")
    sites.index = sites.index.astype(str)
    parts = [
        f"{sites.loc[site, 'site_label'].lower()} "
        f"{phrases.hedged(sites.loc[site, 'qualifier'], sites.loc[site, 'rough_pct'])}"
        for site in SITES
        if site in sites.index
    ]
    given = "as rough figures" if len(parts) > 1 else "as a rough figure"
    return f"Of 100 {rows['rough_population'].iloc[0]}, one web page gives {given} {phrases.join(parts)}."


def _unlike(rows: pd.DataFrame) -> str:
    """Say how many figures stand above the rough one, site by site."""
    parts = []
    for site in (name for name in SITES if (rows["site"] == name).any()):
        above, _, figures = tally(rows[rows["site"] == site])
        parts.append(f"{site} {phrases.count(above) if above else 'none'} of {phrases.count(figures)}")
    return f"Figures above the rough one: {', '.join(parts)}."


def _spans(rows: pd.DataFrame, *, rough: bool) -> str:
    """Say from where to where the figures of each site run."""
    parts = []
    for site in (name for name in SITES if (rows["site"] == name).any()):
        here = rows[rows["site"] == site].sort_values("percent")["printed"]
        run = here.iloc[0] if len(here) == 1 else f"{here.iloc[0]} to {here.iloc[-1]}"
        mark = rows[rows["site"] == site].iloc[0]
        beside = f" (rough {phrases.hedged(mark['qualifier'], mark['rough_pct'])})" if rough else ""
        parts.append(f"{site} {run}{beside}")
    return ", ".join(parts)


def _rough_list(rows: pd.DataFrame) -> str:
    sites = rows.drop_duplicates("site").sort_values("site", key=lambda at: at.astype(str).map(SITES.index))
    return ", ".join(f"{row.rough_pct:g}" for row in sites.itertuples())


def study_parts(rows: pd.DataFrame) -> dict[str, Any]:
    """Return the parts that the words of every figure of studies take from its rows."""
    return {
        "origin": STUDY,
        "caveat": STUDY.caveat(rows),
        "places": citing.places(rows),
        "credits": (Credit(citing.names(rows)),),
    }


def _study_words(
    rows: pd.DataFrame,
    *,
    title: str,
    reference: str,
    note: str = "",
    in_rows: str,
    aside: str = "",
    shows: tuple[str, ...],
    built: str,
    more: Iterable[str] = (),
) -> Words:
    """Make all the words of a figure of dots."""
    notes = [phrases.sentence(text) for text in rows["note"].dropna().astype(str).unique()]
    intervals = "low" in rows and rows["low"].notna().any()
    chance = f"A line through a dot is a {INTERVAL}." if intervals else ""
    overlap = f"{phrases.OVERLAP}." if rows["site"].nunique() > 1 else ""
    return Words(
        **study_parts(rows),
        title=title,
        form="Dot plot",
        reference=reference,
        aside=aside,
        note=note,
        in_rows=in_rows,
        built=built,
        facts=(
            chance,
            f"{reference}.",
            *_figures(rows),
            _rough(rows),
            "The web page gives no moment and names no type.",
            _unlike(rows),
            *more,
            *_groups(rows),
            *notes,
            "The studies are set side by side; they are never joined to one figure.",
            "Shares counted by first site only are left out." if set(rows["subtype"]) == {"all"} else "",
            overlap,
        ),
        brief=(
            f"{title}.",
            f"{reference}.",
            chance,
            _rough(rows),
            "The page names no type and does not say when.",
            "The studies are set side by side, for each counts its own group.",
            *more,
            overlap,
        ),
        shows=shows,
        terms=("metastatic", "HER2"),
    )


_OF = "Of 100 with metastatic breast cancer"
_DOT = "each dot what it found, on a scale from 0 to 100."
_FOUR = "Dot plot with four panels, one for each site."
_ROUGH_LINE = "An open mark and a dashed line stand for the rough figure."
_MOMENTS = "Rows stand in groups by when people were counted."
_ABOVE = "Sources: above."
_NONE = "\u2013 not given."


def sites_words(rows: pd.DataFrame) -> Words:
    """Say what the studies give site by site, all types together."""
    n = phrases.count(rows["study_id"].nunique())
    return _study_words(
        rows,
        title=sites_title(rows),
        reference=f"{_OF}, all types",
        aside=f"{phrases.OVERLAP}.",
        in_rows=f"{_ABOVE} {_NONE} {_keys(rows)}".rstrip(),
        shows=(
            f"{n.capitalize()} studies, of 100 people with metastatic disease: {_spans(rows, rough=True)}. "
            f"{phrases.OVERLAP}.",
        ),
        built=f"{_FOUR} Each row is a study, {_DOT} {_ROUGH_LINE} {_MOMENTS}",
        more=("All types of breast cancer are taken together.",),
    )


def _keys(rows: pd.DataFrame) -> str:
    """Say what the marks at studies mean."""
    starred = rows[rows["label"].str.contains("*", regex=False)]
    limits = dict.fromkeys(starred["population"].str.rpartition(", ")[2])
    read = ["\u2020Time: our reading."] * bool(rows["note"].str.contains(OUR_READING, na=False).any())
    return " ".join([*(f"*{phrases.sentence(limit)}" for limit in limits), *read])


def _coverings(rows: pd.DataFrame) -> str:
    """Say what a study counted with the brain, where its rows do."""
    return "*Brain and coverings." if rows["note"].str.contains(COVERINGS, na=False).any() else ""


def site_words(rows: pd.DataFrame) -> Words:
    """Say what the studies give for one site."""
    n = phrases.count(rows["study_id"].nunique())
    label = rows["site_label"].iloc[0]
    rough = phrases.hedged(rows["qualifier"].iloc[0], rows["rough_pct"].iloc[0])
    return _study_words(
        rows,
        title=site_title(rows),
        reference=f"{_OF}, all types",
        aside=f"Line: {INTERVAL}.",
        in_rows=f"{_ABOVE} {_keys(rows)}".rstrip(),
        shows=(
            f"{label}, of 100 people with metastatic breast cancer in {n} studies: {_listed(rows)}. "
            f"Rough figure {rough}. Studies differ.",
        ),
        built=f"Dot plot. Each row is a study, {_DOT} {_ROUGH_LINE} {_MOMENTS}",
    )


def her2_words(rows: pd.DataFrame) -> Words:
    """Say what HER2-positive disease has beside other types of the same study, and where it was counted alone."""
    her2, others = beside_others(rows)
    low, high = others["printed"].iloc[0], others["printed"].iloc[-1]
    span = f"{her2['label']} {her2['printed']}, others {low} to {high}"
    alone = _spans(rows[rows["beside"] == 0], rough=False)
    here = set(rows["site"].astype(str))
    missing = [site for site in SITES if site not in here]
    return _study_words(
        rows,
        title=her2_title(rows),
        reference="Of 100 of each type with metastatic breast cancer",
        aside=f"{phrases.OVERLAP}.",
        in_rows=f"{_ABOVE} {_NONE} {_coverings(rows)}".rstrip(),
        shows=(
            f"Of 100 people with metastatic disease. {her2['site_label']}, one study: {span}. "
            f"HER2-positive, counted alone: {alone}. {phrases.OVERLAP}.",
        ),
        more=(
            f"In {her2['study']}, of 100 people of each type, {her2['site']}: {span}.",
            f"Where a study counted HER2-positive disease alone: {alone}.",
            *(f"None of these gives a figure for {site}." for site in missing),
            "Types are compared only inside a study. HER2-overexpressing has a figure of its own.",
        ),
        built=f"Dot plot with {phrases.count(len(here))} panels, one for each site. Each row is a type in a study, "
        f"{_DOT} {_ROUGH_LINE} Rows stand in groups by study.",
    )


def kaplan_words(rows: pd.DataFrame) -> Words:
    """Say how far apart the four types of one study stand."""
    study = rows["study"].iloc[0]
    whose = rows["population"].iloc[0].removeprefix("people ").removesuffix(" (of this subtype)")
    listed = "; ".join(
        f"{kind} {', '.join(part['printed'])}"
        for kind, part in rows.groupby(rows["subtype"].astype(str), sort=False)
        if kind in (KAPLAN_TYPES[0], KAPLAN_TYPES[2])
    )
    return _study_words(
        rows,
        title=kaplan_title(rows),
        reference=f"Of 100 people of each type {whose}",
        note=f"{phrases.OVERLAP}. Any relapse counts, some perhaps not distant.",
        in_rows=f"{_ABOVE} {NOT_ALL_HER2.replace('simply ', '')}",
        shows=(
            f"{study}, four types, of 100 people each. Bone, lung, liver, brain: {listed}. "
            f"Rough: about {_rough_list(rows)}. {phrases.OVERLAP}. Studies differ.",
        ),
        built=f"{_FOUR} Each row is a type, {_DOT} {_ROUGH_LINE}",
        more=(
            NOT_ALL_HER2,
            "One study does not show the truth for all: a figure needs of whom and when.",
        ),
    )
