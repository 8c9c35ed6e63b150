"""The figures of which page names which drug."""

from __future__ import annotations

from functools import partial

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.dataset.loaders import load_therapies, load_treatments
from her2viz.dataset.said import whom
from her2viz.page.panels import matrix_panels
from her2viz.words import data_table
from her2viz.words.matrix import as_text, matrix_words, page_columns, types_of, with_types
from her2viz.words.parts import Words

__all__ = ["PAGE_FIGURES"]


_DRUG_TITLES = {
    "her2": "Drugs that target HER2, and which web page says so",
    "others": "Other drugs, by the class that a web page states",
    "kinds": "Kinds of drugs, by the target or class that a page states",
}
#: The targets and classes that mean HER2.
_HER2 = ("HER2", "HER2-expressing cells", "HER2-targeted therapy")


def _treatments() -> pd.DataFrame:
    return load_treatments().merge(load_therapies(), on="therapy")


def _stated() -> pd.DataFrame:
    """Return drugs and classes of drugs by each target or class that a page states for them."""
    table = as_text(_treatments(), "therapy", "kind", "therapy_class", "brand", "target", "source_id", "polarity")
    table = table[table["kind"].isin(["drug", "drug class"]) & (table["polarity"] == "affirmed")]
    parts = [
        table[table[column] != ""].assign(by=f"{word}: ", value=table[column])
        for column, word in (("target", "Target"), ("therapy_class", "Class"))
    ]
    stated = pd.concat(parts)
    none = table[(table["kind"] == "drug") & ~table["therapy"].isin(stated["therapy"])]
    return pd.concat([stated, none.assign(by="No class stated", value="")])


def _her2(stated: pd.DataFrame) -> pd.Series:
    return stated["therapy"].isin(stated[stated["value"].isin(_HER2)]["therapy"])


def _drug_rows(which: str) -> pd.DataFrame:
    stated = _stated()
    drug = stated["kind"] == "drug"
    stated = stated[
        {
            "her2": _her2(stated) & (stated["by"] == "Target: "),
            "others": ~_her2(stated) & drug,
            "kinds": ~_her2(stated) & ~drug,
        }[which]
    ]
    size = stated.groupby(["by", "value"])["therapy"].transform("nunique").where(stated["value"] != "", 0)
    stated = stated.assign(size=size).sort_values(["by", "size", "value"], ascending=[which == "others", False, True])
    table = as_text(_treatments(), "therapy", "source_id", "brand", "kind", "therapy_class", "target")
    pages = page_columns()
    head = {"her2": "Target stated", "others": "Class stated", "kinds": "Stated"}[which]
    cells = []
    for (by, value), group in stated.groupby(["by", "value"], sort=False):
        group_name = f"{by}{value}" if which == "kinds" or not value else value
        named = table[table["therapy"].isin(group["therapy"])]
        order = named.groupby("therapy").agg(kind=("kind", "first"), pages=("source_id", "nunique")).reset_index()
        order = order.sort_values(["kind", "pages", "therapy"], ascending=[False, False, True])
        for therapy in order["therapy"]:
            rows = named[named["therapy"] == therapy]
            brand = next((b for b in rows["brand"] if b), "")
            says = set(group[group["therapy"] == therapy]["source_id"]) if value else set()
            for page in pages.to_dict("records"):
                here = rows[rows["source_id"] == page["source_id"]]
                mark = "filled" if page["source_id"] in says else "open" if len(here) else "none"
                cells.append(
                    {
                        "group": group_name,
                        "group_head": head,
                        "row": therapy + (f" ({brand})" if brand else ""),
                        **page,
                        "mark": mark,
                    }
                    | {"words": "", "therapy": therapy, "brand": brand, "by": by.strip(": "), "value": value}
                    | {"classes": "; ".join(dict.fromkeys(c for c in here["therapy_class"] if c))}
                    | {"population": "; ".join(whom(here).unique())}
                )
    return pd.DataFrame(cells)


def _receptors(types: tuple[str, ...]) -> str:
    """Spell out the short forms of receptors of some types."""
    short = {"HR-positive": "HR is short for hormone receptor", "ER-positive": "ER is short for estrogen receptor"}
    return ", ".join(text for kind, text in short.items() if kind in types)


def _drug_words(which: str, rows: pd.DataFrame) -> Words:
    table = as_text(load_treatments(), "therapy", "source_id")
    claims = table[table["therapy"].isin(rows["therapy"])]
    what = (
        "target" if set(rows["by"]) == {"Target"} else "class" if "Target" not in set(rows["by"]) else "target or class"
    )
    facts = []
    for (group, therapy), cells in rows.groupby(["group", "row"], sort=False):
        says = phrases.join(cells[cells["mark"] == "filled"]["short_name"]) if (cells["mark"] == "filled").any() else ""
        others = [
            r.short_name + (f" (class {r.classes})" if r.classes else "")
            for r in cells[cells["mark"] == "open"].itertuples()
        ]
        parts = [f"stated by {says}" if says else "", f"only named by {phrases.join(others)}" if others else ""]
        facts.append(phrases.sentence(f"{group}, {therapy}: {', '.join(p for p in parts if p)}"))
    types = types_of(claims)
    trastuzumabs = [t for t in rows["therapy"].unique() if "trastuzumab" in t]
    apart = (
        f"{phrases.join(trastuzumabs)} are {phrases.count(len(trastuzumabs))} drugs, not one." if trastuzumabs else ""
    )
    return matrix_words(
        _DRUG_TITLES[which],
        f"A row is a drug or a kind of drug, brand in brackets, under the {what} that a page states. A filled circle "
        f"means that the page states it; an open circle means that the page names the drug without it.",
        list(dict.fromkeys(rows["row"])),
        [*facts, *(phrases.sentence(p) for p in (apart, _receptors(types)) if p)],
        claims,
        reference=f"About {with_types(types)}" if types else "",
        key=f"Filled: {what + ' ' if what in ('target', 'class') else ''}stated. Open: only named.",
        brief=" ".join(phrases.sentence(p) for p in (apart, _receptors(types)) if p),
    )


def _drug_entry(name: str, which: str, question: str) -> Entry:
    return Entry(
        name,
        "claims",
        _DRUG_TITLES[which],
        question,
        shipped(name, partial(_drug_rows, which)),
        partial(_drug_words, which),
        matrix_panels,
        data_table.DRUGS,
    )


_DRUG_FIGURES: tuple[Entry, ...] = (
    _drug_entry("drug-targets", "her2", "Which drugs target HER2, and which page says so?"),
    _drug_entry("drug-targets-others", "others", "To which class do the other drugs belong, and which page says so?"),
    _drug_entry(
        "drug-targets-kinds", "kinds", "To which target or class do kinds of drugs belong, and which page says so?"
    ),
)


PAGE_FIGURES: tuple[Entry, ...] = _DRUG_FIGURES
