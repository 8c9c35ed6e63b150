"""The figure of the pages' lists of sites, each in its own order."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.site_columns import site_columns, site_columns_height
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels
from her2viz.words import citing, data_table
from her2viz.words.claim import about_whom, as_text, credit_lines, page_names, pages_line, unsigned_but
from her2viz.words.parts import Words, alternatives

__all__ = ["SITE_LIST_FIGURES"]

#: The list that a page only gives as examples, in a column before its others.
_EXAMPLES = "examples"
_NOT_RANK = "The order of a list is not an order of spread."
_KEY = "Grey: shared sites. Not an order of spread."


def _rows() -> pd.DataFrame:
    """Return a row a site in a list, list by list as each page has them."""
    mentions = as_text(load_site_mentions(), "site", "source_id", "list_kind", "subject", "subtype")
    pages, labels = page_names(), load_sites().astype({"site": str}).set_index("site")["label"]
    mentions = mentions.assign(page=mentions["source_id"].map(list(pages).index), population=whom(mentions))
    mentions["starts"] = mentions.groupby(["source_id", "list_kind"])["line"].transform("min")
    mentions = mentions.sort_values(["page", "starts", "list_position"], kind="stable").reset_index(drop=True)
    label = mentions["site"].map(labels)
    return mentions.assign(
        short_name=mentions["source_id"].map(pages),
        about=mentions["subtype"].replace("any", "no type named"),
        signed=mentions["source_id"].map(_signed()),
        column=(mentions["list_kind"] != _EXAMPLES).astype(int),
        heading=[_heading(r) for r in mentions.itertuples()],
        label=label,
        name=label,
    )


def _signed() -> dict[str, str]:
    """Say which pages name neither publisher nor expert."""
    pages = load_sources().astype({"source_id": str}).set_index("source_id")[["publisher", "named_expert"]]
    return {str(key): "" if signed else "unsigned" for key, signed in pages.notna().any(axis=1).items()}


def _heading(row: object) -> str:
    """Quote how a page calls its list; where it does not call it anything, say how it goes through the sites."""
    kind = str(row.list_kind)  # type: ignore[attr-defined]
    return kind if kind == "described in turn" else f"\u201c{row.qualifier}\u201d"  # type: ignore[attr-defined]


def _shared(rows: pd.DataFrame) -> list[str]:
    """Name the sites that all pages list, in the order in which sites stand everywhere."""
    pages = rows.groupby("site", sort=False)["source_id"].nunique()
    shared = set(pages[pages == len(load_sources())].index)
    return [phrases.plain(r.label) for r in as_text(load_sites(), "site").itertuples() if r.site in shared]


def _title(rows: pd.DataFrame) -> str:
    return f"All {phrases.count(len(load_sources()))} pages name {phrases.join(_shared(rows))}"


def _words(rows: pd.DataFrame) -> Words:
    facts = [
        f"{page}, {heading}: {', '.join(phrases.plain(label) for label in part['label'])}."
        for (page, heading), part in rows.groupby(["short_name", "heading"], sort=False)
    ]
    title, pages = _title(rows), f"{pages_line(load_sources())}."
    lead = ("In people with metastatic breast cancer.", pages)
    items = [
        f"{page}: {', '.join(phrases.plain(name.partition(' (')[0]) for name in part['name'])}"
        for page, part in rows[rows["column"] == 1].groupby("short_name", sort=False)
    ]
    return Words(
        origin=CLAIMS,
        title=title,
        form="Table of lists",
        reference="In people with metastatic breast cancer",
        aside=_KEY,
        built="Table of lists: a card a page, in it the sites in the page's own order, each with its organ. Above a "
        "list stands how the page calls it. A grey ground joins the sites that all lists start with, in any order; a "
        "card says where its page names no other.",
        facts=(*lead, *facts, f"{title}.", about_whom(rows), _NOT_RANK),
        brief=(*lead, f"{title}.", _meanings(rows), _NOT_RANK),
        shows=(*alternatives(f"{lead[0]} ", items, _NOT_RANK, "; "), f"{title}. {_NOT_RANK}"),
        caveat=CLAIMS.caveat(),
        terms=("metastatic", "HER2"),
        places=citing.places(rows),
        credits=credit_lines(load_sources()),
        in_rows=unsigned_but(load_sources()),
    )


def _meanings(rows: pd.DataFrame) -> str:
    """Say what the labels mean whose words in brackets have no room in the figure."""
    parts = [label.rstrip(")").split(" (") for label in rows["label"].unique() if " (" in label]
    return " ".join(phrases.sentence(f"{term} means {meaning}") for term, meaning in parts)


def _panels(rows: pd.DataFrame) -> Panels:
    return Panels(
        (lambda ax: site_columns(rows, ax=ax),), lambda room: site_columns_height(rows, room.width, room.measure)
    )


SITE_LIST_FIGURES: tuple[Entry, ...] = (
    Entry(
        "source-sites",
        "claims",
        _title,
        "Which page names which site of spread, and where in its list?",
        shipped("source-sites", _rows),
        _words,
        _panels,
        data_table.SITE_LISTS,
        label="Sites of spread, as each page lists them",
    ),
)
