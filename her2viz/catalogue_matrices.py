"""The figures of who says what, as matrices: sites, symptoms and drugs by page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import wording
from her2viz.catalogue_drugs import DRUG_FIGURES
from her2viz.catalogue_symptoms import SYMPTOM_FIGURES
from her2viz.entry import Entry, shipped
from her2viz.loaders import load_site_mentions, load_sites, load_sources
from her2viz.matrix_words import as_text, matrix_panels, matrix_words, of_pages, page_columns
from her2viz.vocabulary import SITES
from her2viz.wording import Words

__all__ = ["MATRIX_FIGURES"]


def _site_rows() -> pd.DataFrame:
    mentions = as_text(load_site_mentions(), "site", "source_id", "list_kind")
    labels = load_sites().astype({"site": str}).set_index("site")["label"]
    first = mentions.sort_values("line").drop_duplicates("source_id").set_index("source_id")["list_kind"]
    cells = []
    for site in [s for s in SITES if s in set(mentions["site"])]:
        named = mentions[mentions["site"] == site]
        for page in page_columns().to_dict("records"):
            short = labels[site].partition(" (")[0]
            cell = {"row": short, **page, "label": labels[site], "site": site, "mark": "none", "words": ""}
            cell["column_note"] = _kinds(mentions[mentions["source_id"] == page["source_id"]]["list_kind"].unique())
            for mention in named[named["source_id"] == page["source_id"]].to_dict("records"):
                place = mention["list_position"]
                main = not pd.isna(place) and mention["list_kind"] == first[page["source_id"]]
                cell |= mention | {"mark": "filled" if main else "open", "words": "" if pd.isna(place) else f"{place}"}
            cells.append(cell)
        cells.append({"row": short, "column": "pages", "label": labels[site], "site": site, "mark": "words"})
        cells[-1]["words"] = of_pages(named["source_id"].nunique())
    return pd.DataFrame(cells)


def _meanings(rows: pd.DataFrame) -> str:
    """Say what the labels mean whose words in brackets have no room in the matrix."""
    parts = [label.rstrip(")").split(" (") for label in rows["label"].unique() if " (" in label]
    return " ".join(wording.sentence(f"{term} means {meaning}") for term, meaning in parts)


def _kinds(kinds: Sequence[str]) -> str:
    """Quote the kinds of a page's lists; the sites that they are of stand in the title."""
    first, *others = [f"\u201c{kind.removesuffix(' sites')}\u201d" for kind in kinds]
    return "\n".join([first, *(f"\u25cb {other}" for other in others)])


def _site_words(rows: pd.DataFrame) -> Words:
    counts = rows[rows["column"] == "pages"].set_index("label")["words"]
    facts = []
    for site, named in rows[rows["column"] != "pages"].groupby("label", sort=False):
        places = [
            f"{r.short_name}, place {r.words} in \u201c{r.list_kind}\u201d"
            for r in named[named["mark"] != "none"].itertuples()
        ]
        facts.append(f"{site}: {counts[site]} pages ({'; '.join(places)}).")
    most = [site for site, words in counts.items() if words == of_pages(len(load_sources()))]
    return matrix_words(
        "Sites of spread that the web pages name",
        "A row is a site, a column is a page. A number in a circle is the site's place in a list of that page.",
        [f"{wording.plain(site)} {words}" for site, words in counts.items()],
        [*facts, f"All pages name {wording.join([wording.plain(s) for s in most])}; the order in their lists differs."],
        load_site_mentions(),
        key="A number is a place in a list, not a rank.",
        brief=f"All of them name {wording.join([wording.plain(s) for s in most])}. {_meanings(rows)}".strip(),
    )


MATRIX_FIGURES: tuple[Entry, ...] = (
    Entry(
        "source-sites",
        "claims",
        "Which page names which site of spread, and where in its list?",
        shipped("source-sites", _site_rows),
        _site_words,
        matrix_panels,
    ),
    *SYMPTOM_FIGURES,
    *DRUG_FIGURES,
)
