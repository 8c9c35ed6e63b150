"""The figures of symptoms: how many pages list which for which site."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.columns import columns_height, pip_columns
from her2viz.charts.claims.organ_list import organ_list, organ_list_height
from her2viz.dataset.loaders import load_care_facts, load_site_terms, load_sites, load_sources, load_symptoms
from her2viz.dataset.said import whom
from her2viz.dataset.terms import SYMPTOMS
from her2viz.page.panels import Panels
from her2viz.words import data_table
from her2viz.words.claim import as_text, page_names
from her2viz.words.parts import Words
from her2viz.words.symptom import BY_TREATMENT, NOT_PEOPLE, folded, listing, symptom_words

__all__ = ["SYMPTOM_FIGURES"]

#: The sites that several pages list symptoms of, in the order of all figures.
_SITES = ("bone", "lung", "liver", "brain")
#: What is drawn in one row with what it goes with, where the same pages list both.
_WITH = {"vomiting": "nausea", "trouble speaking": "trouble seeing"}
#: Rows whose detail tells a symptom from a like one, or how a page comes to speak of it, and is drawn with it.
_TELLING = (
    "cleveland-symptom-bone-bone-pain-deep",
    "cleveland-symptom-liver-abdominal-pain",
    "overview-symptom-liver-jaundice",
    "guide-symptom-bone-difficulty-sitting",
    "cleveland-symptom-bone-fracture",
)
#: No symptom, but that there is none; and others that a page does not name.
_SILENT = "silent spread"
_UNNAMED = ("other symptom", "other complication")


def _rows_of(site: str) -> pd.DataFrame:
    """Return the rows of a site, with synonyms under one name."""
    rows = load_symptoms()
    rows = rows[rows["site"] == site]
    return as_text(rows, "site", "symptom", "symptom_group", "polarity", "source_id", "detail", "qualifier")


def _listed(site: str) -> pd.DataFrame:
    """Return a row a symptom of a site and page that lists it, those that most pages list first."""
    rows = _rows_of(site)
    rows = rows[(rows["polarity"] == "affirmed") & ~rows["symptom"].isin([_SILENT, *_UNNAMED])]
    rows = rows.assign(place=rows["symptom"].map(SYMPTOMS.index), who=whom(rows))
    found = rows.groupby(["symptom_group", "source_id"], as_index=False).agg(
        place=("place", "min"), population=("who", lambda texts: "; ".join(texts.unique()))
    )
    pages = page_names()
    found["pages"] = found.groupby("symptom_group")["source_id"].transform("nunique")
    by = found.groupby("symptom_group")["source_id"].agg(frozenset)
    found["with"] = [_WITH[s] if s in _WITH and by.get(_WITH[s]) == by[s] else s for s in found["symptom_group"]]
    found.loc[found["pages"] == 1, "with"] = found["symptom_group"]
    found["place"] = found.groupby("symptom_group")["place"].transform("min")
    found["start"] = found.groupby("with")["place"].transform("min")
    found["page"] = found["source_id"].map(list(pages).index)
    # what one page alone lists stands by page
    found["alone"] = found["page"].where(found["pages"] == 1, 0)
    found = found.sort_values(["pages", "alone", "start", "place", "page"], ascending=[False, True, True, True, True])
    found["row"] = found.groupby("with")["symptom_group"].transform(lambda names: folded(list(names.unique())))
    label = load_sites().astype({"site": str}).set_index("site")["label"][site]
    found = found.assign(site=site, label=label, of_pages=len(pages), short_name=found["source_id"].map(pages))
    columns = ["site", "label", "symptom", "row", "pages", "of_pages", "source_id", "short_name", "population"]
    return found.rename(columns={"symptom_group": "symptom"})[columns].reset_index(drop=True)


def _top(rows: pd.DataFrame) -> str:
    """Say which symptoms most pages list, and how many pages."""
    most = int(rows["pages"].max())
    return f"{listing(most)} {phrases.join(rows[rows['pages'] == most]['symptom'].unique())}"


# --- all sites ---


def _shared_rows() -> pd.DataFrame:
    listed = pd.concat([_listed(site) for site in _SITES])
    keys = ["site", "label", "symptom", "row", "pages", "of_pages"]
    shared = listed[listed["pages"] > 1].groupby(keys, sort=False, as_index=False)
    return shared.agg(
        named=("short_name", ", ".join), population=("population", lambda texts: "; ".join(texts.unique()))
    )


def _shared_title(rows: pd.DataFrame) -> str:
    of = len(load_sources())
    by_all = rows[rows["pages"] == of]["symptom"]
    if len(by_all) == 1:
        return f"{phrases.sentence(by_all.item())[:-1]} is the only symptom that all {phrases.count(of)} pages list"
    return _top(rows)


def _shared_words(rows: pd.DataFrame) -> Words:
    anywhere = _anywhere()
    facts = [
        f"{r.label}, {r.symptom}: {int(r.pages)} page{'s' * (r.pages != 1)} ({r.named})." for r in rows.itertuples()
    ]
    said = [
        f"{page_names()[r.source_id]}, of {r.population} (no site named): {r.detail}." for r in anywhere.itertuples()
    ]
    return symptom_words(
        _shared_title(rows),
        "Table of dots",
        "People whose breast cancer has spread there",
        pd.concat([rows for rows in (_claims(_SITES), anywhere) if len(rows)]),
        built="Table of dots: a card a site of spread, headed by the organ. Beside each symptom stand four dots. The "
        "filled ones count the pages that list it.",
        items=[
            f"{', '.join(part['symptom'])} {pages} ({phrases.plain(label)})"
            for (pages, label), part in rows.sort_values("pages", ascending=False, kind="stable").groupby(
                ["pages", "label"], sort=False
            )
        ],
        facts=[*facts, *said, "What one page alone lists stands in the figure of each site."],
        brief=[f"{_shared_title(rows)}.", *said],
        dots=f"{NOT_PEOPLE} Listed by one: not shown.",
    )


def _anywhere() -> pd.DataFrame:
    """Return the rows that say, of no site by name, that spread can be without symptoms."""
    return _rows_of("any").query("symptom == @_SILENT")


def _claims(sites: tuple[str, ...]) -> pd.DataFrame:
    rows = load_symptoms()
    return rows[rows["site"].isin(sites) | (rows["symptom"] == BY_TREATMENT)]


def _shared_panels(rows: pd.DataFrame) -> Panels:
    drawn = _in_rows(rows)
    said = [f"{r.qualifier} with spread has symptoms ({_brief(r.source_id)})" for r in _anywhere().itertuples()]
    note = " ".join(map(phrases.sentence, said))
    return Panels(
        (lambda ax: pip_columns(drawn, note=note, ax=ax),),
        lambda room: columns_height(drawn, note, room.width, room.measure),
    )


def _in_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Put what is drawn in one row under the words of the row."""
    return rows.assign(symptom=rows["row"]).drop_duplicates([*({"source_id"} & {*rows}), "site", "symptom"])


# --- one site ---


def _site_rows(site: str) -> pd.DataFrame:
    return _listed(site).assign(adds="").pipe(_with_details, site)


def _with_details(listed: pd.DataFrame, site: str) -> pd.DataFrame:
    """Add what one page adds to a symptom."""
    rows = _rows_of(site)
    shared = set(listed.loc[listed["pages"] > 1, "symptom"])
    for row in rows[rows["row_id"].isin(_TELLING) & rows["symptom_group"].isin(shared)].itertuples():
        hedge = f"{row.qualifier} " if row.qualifier not in ("can", "may") else ""
        beside = rows[(rows["source_id"] == row.source_id) & (rows["line"] == row.line)]
        denied = beside[(beside["polarity"] == "negated") & beside["detail"].str.startswith(row.symptom)]["symptom"]
        unlike = " or ".join(name.removesuffix(" pain") for name in denied)
        hedge = f"not {unlike}: {hedge}" if unlike else hedge
        said = f"{hedge}{row.detail.partition(';')[0]} ({_brief(row.source_id)})"
        listed.loc[listed["symptom"] == row.symptom_group, "adds"] = said
    return listed


def _notes(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Name the symptoms that a page calls signs to know, and say what is said of spread without symptoms."""
    site = str(rows["site"].iloc[0])
    calls = as_text(load_care_facts(), "topic", "item", "item_kind", "source_id", "advice", "who")
    calls = calls[(calls["topic"] == "when to seek care") & (calls["who"] == "all women")]
    signs = calls[calls["item"].isin(rows["symptom"]) & (calls["item_kind"] == "symptom")]
    found = []
    for page, part in signs.groupby("source_id", sort=False):
        kind = "Signs" if len(part) > 1 else "A sign"
        found.append((phrases.sentence(", ".join(part["item"]))[:-1], f"{kind} women need to know ({_brief(page)})."))
    silent = _rows_of(site).query("symptom == @_SILENT")
    for row in silent.itertuples():
        text = f"{row.detail} ({_brief(row.source_id)})."
        found.append((f"{row.subtype}: {row.qualifier} feel nothing", phrases.sentence(text)))
    return found


def _brief(page: object) -> str:
    """Name a page where it is clear that it is one."""
    return page_names()[str(page)].removesuffix(" page")


def _site_words(site: str, rows: pd.DataFrame) -> Words:
    claims = _claims((site,))
    names = page_names()
    facts = [
        f"{phrases.sentence(symptom)[:-1]}: {len(part)} page{'s' * (len(part) != 1)} ({', '.join(part['short_name'])})."
        for symptom, part in rows.groupby("symptom", sort=False)
    ]
    said = as_text(claims, "symptom", "symptom_group", "detail", "polarity", "source_id")
    shades = [
        f"{names[r.source_id]}, {'not ' if r.polarity == 'negated' else ''}{r.symptom}: {r.detail}."
        for r in said[said["detail"] != ""].itertuples()
    ]
    notes = [f"{heading}. {text}" for heading, text in _notes(rows)]
    signs = "The signs are for women to know, so that they can get care promptly if needed."
    left = said[(said["polarity"] == "affirmed") & (said["symptom"] != _SILENT)]
    left = left[~left["symptom_group"].isin([*rows["symptom"], BY_TREATMENT])]
    left = dict.fromkeys(f"{r.symptom} ({names[r.source_id]})" for r in left.itertuples())
    undrawn = f"Named as well, and not drawn: {', '.join(left)}." if left else ""
    return symptom_words(
        _site_title(rows),
        "Table of dots",
        _whom(site),
        claims,
        built="Table of dots: the organ, and beside it the symptoms. Four dots stand beside a symptom that several "
        "pages list. The filled ones count these pages. What one page lists stands on a card by page.",
        items=[f"{r.symptom} {r.pages}" for r in rows.drop_duplicates("symptom").itertuples()],
        facts=[*facts, undrawn, *notes, signs, "What the pages add:", *shades],
        brief=[f"{_site_title(rows)}.", *notes],
    )


def _site_title(rows: pd.DataFrame) -> str:
    tiers = rows.groupby("pages")["symptom"].unique().iloc[::-1]
    if len(tiers.iloc[0]) == 1 and tiers.index[1] > 1 and len(tiers.iloc[1]) == 1:
        return f"{_top(rows)}; {phrases.count(int(tiers.index[1]))} list {tiers.iloc[1][0]}"
    return _top(rows)


def _whom(site: str) -> str:
    name = load_site_terms().astype({"site": str}).set_index("site")["name"][site]
    return f"People with breast cancer spread to the {name}"


def _site_panels(rows: pd.DataFrame) -> Panels:
    notes, drawn = _notes(rows), _in_rows(_together(rows)).assign(short_name=lambda d: d["source_id"].map(_brief))
    return Panels(
        (lambda ax: organ_list(drawn, notes=notes, ax=ax),),
        lambda room: organ_list_height(drawn, notes, room.width, room.measure),
    )


def _together(rows: pd.DataFrame) -> pd.DataFrame:
    """Put what one page alone lists with one and the same detail last, in a row, and some details with it."""
    said = _rows_of(str(rows["site"].iloc[0])).drop_duplicates(["symptom_group", "source_id"])
    details = said.set_index(["symptom_group", "source_id"])["detail"]
    telling = said.loc[said["row_id"].isin(_TELLING), "detail"]
    rows = rows.assign(detail=[details[r.symptom, r.source_id] for r in rows.itertuples()])
    same = rows.groupby(["source_id", "detail"])["symptom"].transform("size") > 1
    alike = (rows["pages"] == 1) & (rows["detail"] != "") & same
    together = [
        part.iloc[[0]].assign(
            row=folded(list(part["symptom"])),
            adds=str(detail).rpartition("; ")[2] if detail in set(telling) else "",
        )
        for (_, detail), part in rows[alike].groupby(["source_id", "detail"], sort=False)
    ]
    return pd.concat([rows[~alike], *together], ignore_index=True)


def _site_entry(site: str) -> Entry:
    name = load_site_terms().astype({"site": str}).set_index("site")["name"][site]
    return Entry(
        f"symptoms-{site}",
        "claims",
        _site_title,
        f"Which symptoms do the pages list when breast cancer has spread to the {name}?",
        shipped(f"symptoms-{site}", partial(_site_rows, site)),
        partial(_site_words, site),
        _site_panels,
        data_table.SYMPTOMS,
        label=f"Symptoms of spread to the {name}",
    )


SYMPTOM_FIGURES: tuple[Entry, ...] = (
    Entry(
        "symptoms",
        "claims",
        _shared_title,
        "Which symptoms of spread do two or more pages list?",
        shipped("symptoms", _shared_rows),
        _shared_words,
        _shared_panels,
        data_table.SHARED_SYMPTOMS,
        label="Symptoms of spread, site by site",
    ),
    *map(_site_entry, _SITES),
)
