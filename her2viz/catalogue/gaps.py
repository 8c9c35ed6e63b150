"""The figures of what is missing: who wrote the pages, and of whom no page gives a figure."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_sources, load_table
from her2viz.page.panels import grid_panels
from her2viz.words import data_table
from her2viz.words.claim import claim_words, page_names
from her2viz.words.parts import Words

__all__ = ["GAP_FIGURES"]

#: What a page may tell of itself: the column of ``sources``, how the row is called, and how a gap is.
_TOLD = (
    ("subject", "Subject", "subject"),
    ("publisher", "Publisher", "publisher"),
    ("named_expert", "Named doctor", "doctor"),
    ("dated", "Date", "date"),
    ("references", "Studies cited", "study"),
)
_FIGURES = "Figures by site"
_GIVEN, _NOT_GIVEN, _NO_FIGURE = "given", "not given", "no figure given"
#: The tables that say of whom the pages speak.
_GROUPED = ("sites", "site_mentions", "subtype_facts", "symptoms", "treatments", "care_facts", "disagreements")
_HER2 = "HER2-positive"


# --- who wrote the pages ---


def _page_cells() -> pd.DataFrame:
    """Return a cell for each page and each thing that a page may tell of itself."""
    pages = load_sources()
    sites = load_sites().dropna(subset="frequency_pct").astype({"source_id": str})
    cells = []
    for column, row, gap in (*_TOLD, ("", _FIGURES, "figure")):
        for page in pages.astype({"source_id": str, "subject": str}).to_dict("records"):
            if column:
                value = page[column]
                words = value if isinstance(value, str) else _GIVEN if value is True else ""
            else:
                n = int((sites["source_id"] == page["source_id"]).sum())
                words = f"for {phrases.counted(n, 'body site')}" if n else ""
            cells.append(
                {
                    "row": row,
                    "column": page["short_name"],
                    "sheet": page["source_id"] if page["source_id"] in set(sites["source_id"]) else "",
                    "mark": "given" if words else "empty",
                    "words": words,
                    "gap": gap,
                    "gap_words": "" if words else _NOT_GIVEN,
                    "source_id": page["source_id"],
                    "reliability": str(page["reliability"]),
                    "why": page["why"],
                }
            )
    return pd.DataFrame(cells)


def _page_title(rows: pd.DataFrame) -> str:
    """Say what the page with the figures of spread does not tell of itself."""
    figured = rows[(rows["row"] == _FIGURES) & (rows["mark"] == "given")]["column"]
    empty = rows[rows["column"].isin(figured) & (rows["mark"] == "empty")]
    gaps = [gap for gap in ("publisher", "date", "study") if (empty["gap"] == gap).sum() == len(figured)]
    return f"The page with figures by site gives no {', '.join(gaps[:-1])} or {gaps[-1]}"


def _page_words(rows: pd.DataFrame) -> Words:
    facts, items = [], []
    for row, cells in rows[rows["row"] != "Subject"].groupby("row", sort=False):
        by = ", ".join(cells.loc[cells["mark"] == "given", "column"]) or "none"
        items.append(f"{phrases.plain(str(row))}: {by}")
    for page, cells in rows.groupby("column", sort=False):
        given = [f"{c.row.lower()} {c.words}" for c in cells.itertuples() if c.mark == "given"]
        gaps = [c.row.lower() for c in cells.itertuples() if c.mark == "empty"]
        facts.append(f"{page}: {'; '.join(given)}. Not given: {', '.join(gaps)}.")
    return claim_words(
        _page_title(rows),
        "Table of words. A column is a page, a row a thing that a page may tell of itself. A tile says what it tells; "
        f"an outline with the words {_NOT_GIVEN} spans pages that do not. The page with such figures lies on a sheet.",
        rows,
        pages=rows,
        facts=facts,
        items=items,
        brief="What each page tells of itself.",
        reference="Four web pages, as far as the texts that we hold show",
        pattern="A date or an author may have stood on the page and not in the text.",
    )


# --- what nobody says ---


def _types() -> dict[str, str]:
    """Return the groups with spread of which a page speaks by one type of breast cancer, the most often first."""
    rows = pd.concat([load_table(name)[["subtype", "stage", "population"]].astype(str) for name in _GROUPED])
    rows = rows[(rows["stage"] == "metastatic or advanced") & ~rows["subtype"].str.contains("any|,")]
    return {
        subtype: rows.loc[rows["subtype"] == subtype, "population"].mode().iloc[0]
        for subtype in rows["subtype"].value_counts().index
    }


def _group_cells() -> pd.DataFrame:
    """Return a cell for each group with spread and each site that has a figure: the figure, or an empty cell."""
    figures = load_sites().dropna(subset="frequency_pct").astype({"site": str, "source_id": str, "subtype": str})
    mentions = load_site_mentions().astype({"source_id": str, "subtype": str})
    types = _types()
    others = {subtype: group for subtype, group in types.items() if subtype != _HER2}
    naming = mentions.loc[mentions["subtype"] == _HER2, "source_id"].nunique()
    rows = (
        (phrases.sentence(figures["population"].iloc[0]).rstrip("."), "", "any", figures["population"].iloc[0]),
        (f"{_HER2} metastatic", f"{phrases.counted(naming, 'page')} name these sites", _HER2, types[_HER2]),
        ("Other types named", f"with spread: {', '.join(others)}", "; ".join(others), "; ".join(others.values())),
    )
    cells = []
    for row, note, subtype, population in rows:
        mine = figures[figures["subtype"].isin(subtype.split("; "))].set_index("site")
        for site in figures.to_dict("records"):
            figure = mine.loc[site["site"]] if site["site"] in mine.index else None
            page = None if figure is None else figure["source_id"]
            cells.append(
                {
                    "row": row,
                    "row_note": note if page is None else f"{page_names()[page]}, unsigned",
                    "strong": subtype == _HER2,
                    "column": site["label"],
                    "column_glyph": site["site"],
                    "mark": "empty" if figure is None else "given",
                    "words": "" if figure is None else phrases.hedged(figure["qualifier"], figure["frequency_pct"]),
                    "gap_words": _NO_FIGURE if figure is None else "",
                    "site": site["site"],
                    "subtype": subtype,
                    "population": population,
                    "frequency_pct": None if figure is None else figure["frequency_pct"],
                    "sites_overlap": site["sites_overlap"],
                    "source_id": page,
                }
            )
    return pd.DataFrame(cells)


def _group_title(rows: pd.DataFrame) -> str:
    """Say of whom there is no figure; the rows must not have one."""
    assert rows.loc[rows["subtype"] == _HER2, "frequency_pct"].isna().all()
    return f"No page gives a site figure for {_HER2} disease"


def _group_words(rows: pd.DataFrame) -> Words:
    given = rows[rows["mark"] == "given"]
    empty = "; ".join(rows.loc[rows["mark"] == "empty", "population"].unique()).split("; ")
    figures = [f"{phrases.plain(c.column)} {c.words}" for c in given.itertuples()]
    reference = phrases.reference_class(given)
    sites = load_sites().dropna(subset="frequency_pct")
    return claim_words(
        _group_title(rows),
        "Table of tiles. A row is a group of people, a column is a site. A tile holds the figure that a page gives; "
        f"an outline with the words {_NO_FIGURE} spans the sites where none does.",
        sites,
        pages=load_sources(),
        facts=[f"{reference}: {', '.join(figures)}.", *(f"Of {group}: no figure." for group in empty)],
        items=[f"{reference}: {', '.join(figures)}. {phrases.OVERLAP}"],
        brief=f"The only site figures are about {given['population'].iloc[0]}, with no type named.",
        reference=f"{reference}: rough figures, no type named",
        note=f"{phrases.OVERLAP}. No figure tells what will happen to one person.",
    )


GAP_FIGURES: tuple[Entry, ...] = (
    Entry(
        "who-wrote-the-pages",
        "claims",
        _page_title,
        "Who wrote the pages, when, and from which studies?",
        shipped("who-wrote-the-pages", _page_cells),
        _page_words,
        grid_panels,
        data_table.GIVEN,
    ),
    Entry(
        "what-nobody-says",
        "claims",
        _group_title,
        "Of whom do the pages give site figures, and of whom do they give none?",
        shipped("what-nobody-says", _group_cells),
        _group_words,
        grid_panels,
        data_table.FIGURES,
    ),
)
