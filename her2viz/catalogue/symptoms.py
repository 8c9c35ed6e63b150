"""The figures of symptoms: which page gives which for which site."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_sites, load_sources, load_symptoms
from her2viz.dataset.said import whom
from her2viz.dataset.terms import SYMPTOM_SITES, SYMPTOMS
from her2viz.page.panels import matrix_panels
from her2viz.words import data_table
from her2viz.words.claim import page_names
from her2viz.words.matrix import as_text, matrix_words, of_pages, page_columns, types_of, with_types
from her2viz.words.parts import Words

__all__ = ["SYMPTOM_FIGURES"]


_SHARED_TITLE = "Symptoms of spread that two or more web pages give"


def _affirmed() -> pd.DataFrame:
    rows = as_text(load_symptoms(), "site", "symptom", "polarity", "source_id", "detail")
    return rows[rows["polarity"] == "affirmed"]


def _shared_rows() -> pd.DataFrame:
    affirmed = _affirmed()
    counts = affirmed.groupby(["site", "symptom"])["source_id"].agg([("pages", "nunique"), ("who", "unique")])
    counts = counts.reset_index()
    shared = counts[counts["pages"] >= 2].copy()
    sites = [s for s in SYMPTOM_SITES if s in set(shared["site"])]
    labels = load_sites().astype({"site": str}).set_index("site")["label"]
    shared["at"] = shared["site"].map(sites.index)
    shared["word"] = shared["symptom"].map(SYMPTOMS.index)
    order = shared.sort_values(["at", "pages", "word"], ascending=[True, False, True])["symptom"].unique()
    names = page_names()
    cells = []
    for symptom in order:
        for site in sites:
            found = counts[(counts["symptom"] == symptom) & (counts["site"] == site)]
            of = affirmed[(affirmed["symptom"] == symptom) & (affirmed["site"] == site)]
            n = int(found["pages"].sum())
            who = [name for key, name in names.items() if n and key in found["who"].iloc[0]]
            cells.append(
                {"row": symptom, "column": labels.get(site, site), "mark": "filled" if n else "none"}
                | {"population": "; ".join(whom(of).unique()) if n else ""}
                | {"words": str(n or ""), "site": site, "pages": n, "of_pages": len(names), "named": "; ".join(who)}
            )
    return pd.DataFrame(cells)


def _shared_words(rows: pd.DataFrame) -> Words:
    given = rows[rows["pages"] >= 2]
    facts = [f"{r.column}, {r.row}: {of_pages(r.pages)} pages ({r.named})." for r in given.itertuples()]
    most = given[given["pages"] == given["pages"].max()]
    top = [f"{r.row} ({phrases.plain(r.column)}) {of_pages(r.pages)}" for r in most.itertuples()]
    sites = [phrases.plain(s) for s in rows["column"].unique()]
    return matrix_words(
        _SHARED_TITLE,
        "A row is a symptom, a column is a site. The number in a circle is how many pages give it for that site.",
        [
            f"{r.row} ({phrases.plain(r.column)}) {of_pages(r.pages)}"
            for r in given.sort_values("pages", ascending=False, kind="stable").itertuples()
        ],
        [*facts, f"Most pages: {phrases.join(top)}.", "Symptoms that one page gives stand in the figure of each site."],
        _affirmed(),
        key=f"Number: how many of {phrases.count(len(load_sources()))} pages give it.",
        brief=f"Symptoms of spread to {phrases.join(sites)} that two or more of the pages give.",
    )


#: Details that only say how strong, or from what; they stand in the description.
_DEGREE = (
    "significant; from pain, fractures and other complications",
    "significant; from the symptoms",
    "from the symptoms",
)


def _one_site_rows(site: str, part: int = 0) -> pd.DataFrame:
    """Make a row of the symptoms that the same pages give, the detail beside those that one page gives.

    Part 1 holds what two or more pages give, part 2 what one page gives; without a part, all.
    """
    table = as_text(load_symptoms(), "site", "symptom", "polarity", "source_id", "detail")
    mine = table[table["site"] == site]
    pages = page_columns()
    terms = []
    for (polarity, symptom), rows in mine.groupby(["polarity", "symptom"], sort=False):
        who = tuple(key for key in pages["source_id"] if key in set(rows["source_id"]))
        detail = "; ".join(dict.fromkeys(d for d in rows["detail"] if d)) if len(who) == 1 else ""
        detail = "" if detail in _DEGREE else detail
        terms.append(
            (polarity != "affirmed", -len(who), [k not in who for k in pages["source_id"]], who, detail, symptom)
        )
    terms = [t for t in terms if not part or (len(t[3]) == 1) == (part == 2)]
    terms.sort(key=lambda t: (t[0], t[1], t[2], bool(t[4]), SYMPTOMS.index(t[5])))
    lines: dict[tuple[bool, tuple[str, ...]], dict[str, list[str]]] = {}
    for negated, _, _, who, detail, symptom in terms:
        lines.setdefault((negated, who), {}).setdefault(detail, []).append(symptom)
    cells = []
    for (negated, who), details in lines.items():
        text = "; ".join(", ".join(names) + (f" ({d})" if d else "") for d, names in details.items())
        row = f"not: {text}" if negated else text
        symptoms = tuple(s for names in details.values() for s in names)
        for page in pages.to_dict("records"):
            mark = "none" if page["source_id"] not in who else "words" if negated else "filled"
            cell = {"row": row, **page, "mark": mark, "words": "says not" if mark == "words" else "", "site": site}
            cell |= {"symptoms": symptoms, "polarity": "negated" if negated else "affirmed"}
            cells.append(cell | {"population": "; ".join(whom(mine[mine["source_id"] == page["source_id"]]).unique())})
    return pd.DataFrame(cells)


def _where(site: str, part: int) -> str:
    return _SYMPTOMS_OF[site] + ("", " by two or more pages", " by only one page")[part]


def _one_site_title(site: str, part: int) -> str:
    return f"Symptoms given for {_where(site, part)}"


def _one_site_words(site: str, part: int, rows: pd.DataFrame) -> Words:
    where = _where(site, part)
    claims = as_text(load_symptoms(), "site", "symptom", "detail", "source_id")
    claims = claims[(claims["site"] == site) & claims["symptom"].isin(rows["symptoms"].explode())]
    names = page_names()
    facts = []
    for row, cells in rows.groupby("row", sort=False):
        who = phrases.join(cells[cells["mark"] != "none"]["short_name"])
        facts.append(f"{who}: {row}.")
    n = sum(map(len, rows[rows["polarity"] == "affirmed"].drop_duplicates("row")["symptoms"]))
    givers = [p for p in rows["short_name"].unique() if (rows[rows["short_name"] == p]["mark"] == "filled").any()]
    only = f"Only one of the pages gives any: {givers[0]}." if len(givers) == 1 else ""
    shades = [f"{names[r.source_id]}, {r.symptom}: {r.detail}." for r in claims[claims["detail"] != ""].itertuples()]
    types = types_of(claims)
    return matrix_words(
        _one_site_title(site, part),
        "A row holds the symptoms that the same pages give, a column is a page. A filled circle means that the page "
        "gives them.",
        [s for row in rows.drop_duplicates("row").itertuples() if row.polarity == "affirmed" for s in row.symptoms],
        [*facts, only, *(["What the pages add:"] if shades else []), *shades],
        claims,
        reference=f"About {with_types(types)}" if types else "",
        key="Circle: the page gives it.",
        brief=" ".join(
            p for p in (f"{phrases.count(n).capitalize()} symptom{'s' * (n != 1)} given for {where}.", only) if p
        ),
    )


#: The sites that symptoms are given for, and what to call them in a question.
_SYMPTOMS_OF = {
    "bone": "spread to the bones",
    "lung": "spread to the lungs",
    "liver": "spread to the liver",
    "brain": "spread to the brain",
    "skin": "spread to the skin",
    "distant_lymph_node": "spread to distant lymph nodes",
    "any": "spread in general",
    "breast": "the breast itself",
}


def _site_entry(site: str, where: str, part: int = 0) -> Entry:
    name = f"symptom-matrix-{site}" + ("-2" if part == 2 else "")
    who = ("does each page", "do two or more pages", "does only one page")[part]
    return Entry(
        name,
        "claims",
        _one_site_title(site, part),
        f"Which symptoms {who} give for {where}?",
        shipped(name, partial(_one_site_rows, site, part)),
        partial(_one_site_words, site, part),
        matrix_panels,
        data_table.SYMPTOMS,
    )


SYMPTOM_FIGURES: tuple[Entry, ...] = (
    Entry(
        "symptom-matrix",
        "claims",
        _SHARED_TITLE,
        "Which symptoms of which site do two or more pages give?",
        shipped("symptom-matrix", _shared_rows),
        _shared_words,
        partial(matrix_panels, columns=2),
        data_table.SHARED_SYMPTOMS,
    ),
    *(
        _site_entry(site, where, part)
        for site, where in _SYMPTOMS_OF.items()
        for part in ((1, 2) if site == "brain" else (0,))
    ),
)
