"""The figures of single questions on which the pages differ: which page says what, and of whom."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.call_times import call_times, times_height
from her2viz.charts.claims.narrowing import narrowing, narrowing_height
from her2viz.charts.claims.one_number import number_height, number_or_none
from her2viz.charts.claims.positions import answer_columns, answer_height
from her2viz.charts.claims.site_sets import set_height, site_sets
from her2viz.charts.typesetting import Measure
from her2viz.dataset.loaders import (
    load_care_facts,
    load_disagreements,
    load_site_mentions,
    load_subtype_facts,
    load_table,
    load_treatments,
)
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import ALT_END, no_time_to_wait, page_names, pages_line, terms_in
from her2viz.words.parts import Credit, Words, alternatives

__all__ = ["POSITION_FIGURES"]

#: What is drawn above an answer.
_MOTIFS = {
    "liver before lungs": "liver",
    "lungs before liver": "lung",
    "no set pace": "paces differ",
    "it depends": "paths",
    "fast": "fast pace",
    "where": "spot",
    "what kind": "steady",
    "how strong": "strong",
}


@dataclass(frozen=True)
class _Question:
    """How a question is drawn, and what its figure is called."""

    question_id: str
    title: Callable[[pd.DataFrame], str]
    label: str
    built: str
    pattern: Callable[[pd.DataFrame], str]
    form: str = "Table"
    draw: Callable[..., Axes] = answer_columns
    height: Callable[[pd.DataFrame, float, Measure], float] = answer_height
    note: str = ""
    reference: Callable[[pd.DataFrame], str] | None = None  # where the pages speak of groups that share too little
    aside: str = ""
    more: Callable[[pd.DataFrame], pd.DataFrame] | None = None  # adds what else is drawn to the positions
    parts: Callable[[pd.DataFrame], pd.DataFrame] | None = None  # from positions to the frame of the chart
    shows: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its figure."""
        return f"disagreement-{self.question_id}"


def _rows(question: _Question) -> pd.DataFrame:
    """Return the positions on a question, each with its page, whom it speaks of, and what stands in its box."""
    every = load_disagreements()
    rows = every[every["question_id"].astype(str) == question.question_id].astype({"source_id": str}).reset_index(drop=True)
    facts = load_subtype_facts()
    speakers = dict(zip(zip(facts["claim_id"], facts["source_id"].astype(str), strict=True), facts["speaker"]))
    rows["page"] = rows["source_id"].map(page_names())
    rows["answer"] = rows["answer"].fillna("").astype(str)
    rows["motif"] = rows["answer"].map(_MOTIFS).fillna("")
    rows["speaker"] = [speakers.get((r.claim_id, r.source_id), "document") for r in rows.itertuples()]
    widest = _widest(rows)
    groups = {page: _group(mine) for page, mine in rows.groupby("page", sort=False)}
    rows["whom"] = rows["page"].map(groups if len(set(groups.values())) > 1 else dict.fromkeys(groups, ""))
    rows["statement"] = rows["in_short"]
    rows["remark"] = [_remark(row, widest) for row in rows.itertuples()]
    return question.more(rows) if question.more else rows


def _widest(rows: pd.DataFrame) -> pd.Series:
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


def _remark(row: object, widest: pd.Series) -> str:
    """Say who speaks, where it is a person, and of whom, where it is not the group that the page's head names."""
    get = partial(getattr, row)
    parts = [] if get("speaker") == "document" else [f"says {get('speaker')}"]
    other = any(str(get(name)) != str(widest[name]) for name in ("who", "stage", "situation"))
    if get("hedge") == "about":
        parts.append(f"of 100 {get('population')}")
    elif other:
        parts.append(f"of {get('population')}")
    return "; ".join(parts)


def _pages(rows: pd.DataFrame, answer: str) -> set[str]:
    return set(rows.loc[rows["answer"] == answer, "page"])


def _words(question: _Question, rows: pd.DataFrame) -> Words:
    groups, facts, items = whom(rows), [], []
    for page, mine in rows.groupby("page", sort=False):
        said_by = {n: "" if r.speaker == "document" else f" ({r.speaker})" for n, r in mine.iterrows()}
        facts += [
            f"{page}, of {groups[n]}{said_by[n]}: {phrases.plain(r.position)}." for n, r in mine.iterrows()
        ]
        items.append(f"{page} {phrases.join(mine['in_short'])}")
    title, pages = question.title(rows), f"{phrases.counted(rows['page'].nunique(), 'web page').capitalize()}"
    if question.reference:
        reference, aside = question.reference(rows), question.aside
    else:
        reference, aside = f"Of {_widest(rows)['population']}", question.aside or pages
    lead = tuple(dict.fromkeys((f"{reference}.", f"{pages_line(rows)}.", *filter(None, (question.note,)))))
    brief = f"{rows['question'].iloc[0]} What each page says of it."
    return Words(
        origin=CLAIMS,
        title=title,
        form=question.form,
        reference=reference,
        aside=aside,
        note=question.note,
        built=question.built,
        facts=(*lead, *facts, question.pattern(rows)),
        brief=(brief, *lead),
        shows=(*alternatives(f"{title}: ", items, ALT_END, "; "), f"{title}. {ALT_END}"),
        caveat=CLAIMS.caveat(),
        terms=terms_in((question.built, *lead, *facts, title, brief, *rows["whom"])),
        places=citing.places(rows),
        credits=(Credit(citing.names(rows)),),
    )


def _panels(question: _Question, rows: pd.DataFrame) -> Panels:
    frame = question.parts(rows) if question.parts else rows

    def height(room: Room) -> float:
        return question.height(frame, room.width, room.measure)

    return Panels((lambda ax: question.draw(frame, ax=ax),), height)


def _second_site(rows: pd.DataFrame) -> str:
    liver, lungs = _pages(rows, "liver before lungs"), _pages(rows, "lungs before liver")
    both = liver & lungs
    return (
        f"{phrases.count(len(liver - both)).capitalize()} pages list liver before lungs; "
        f"{phrases.count(len(both))} does both"
    )


def _pace(rows: pd.DataFrame) -> str:
    stand = "contradict each other" if set(rows["relation"].astype(str)) == {"conflict"} else "differ"
    return f"Fast, or no set pace? {phrases.count(rows['page'].nunique()).capitalize()} pages {stand}"


def _bone_pain(rows: pd.DataFrame) -> str:
    most = rows.groupby("page")["answer"].nunique().max()
    none = ", none the whole" if most < rows["answer"].nunique() else ""
    return f"On bone pain, {phrases.count(rows['page'].nunique())} pages each tell a part{none}"


def _closed_list(rows: pd.DataFrame) -> str:
    beyond = _pages(rows, "almost any part")
    stop = _pages(rows, "a list") - beyond
    return (
        f"{phrases.count(len(stop)).capitalize()} pages stop at a list; "
        f"{phrases.count(len(beyond))} says almost any part"
    )


def _listed(rows: pd.DataFrame) -> str:
    """Name the sites that each page lists."""
    names = load_table("site_terms").astype(str).set_index("site")["name"]
    lists = rows[rows["sites"] != ""]
    return "; ".join(f"{r.page} lists {phrases.join(names[site] for site in r.sites.split() if site != '|')}" for r in lists.itertuples())


def _with_sites(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the sites that a page lists to its statement of a list, in the page's own order, each named where it is new.

    Two lists of one page are parted by a bar.
    """
    named = load_site_mentions().astype({"source_id": str, "site": str, "list_kind": str})
    named = named[named["list_kind"] != "examples"].sort_values(["line", "list_position"])
    names = load_table("site_terms").astype(str).set_index("site")["name"]
    seen: set[str] = set()
    sites, labels = [], []
    for row in rows.itertuples():
        mine = named[(named["source_id"] == row.source_id) & (row.answer == "a list")]
        sites.append(" | ".join(" ".join(part["site"]) for _, part in mine.groupby("list_kind", sort=False)))
        labels.append("|".join("" if site in seen else names[site] for site in mine["site"]))
        seen |= set(mine["site"])
    return rows.assign(sites=sites, labels=labels)


def _conditions(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a page and a step: what a page names of receptors, HER2, spread and menopause."""
    found = []
    for row in rows.itertuples():
        types = str(row.subtype).split(", ")
        same = load_treatments().query("claim_id == @row.claim_id and source_id == @row.source_id").iloc[0]
        ends = f"with an {same['combined_with']}" if isinstance(same["combined_with"], str) else same["detail"]
        steps = {
            "Receptor": next((name for name in types if not name.startswith("HER2")), ""),
            "HER2": next((name for name in types if name.startswith("HER2")), ""),
            "Spread": "" if row.stage == "any" else str(row.stage).split(" or ")[0],
            "Menopause": str(row.who).split(" ")[0] if str(row.who).startswith("post") else "",
        }
        notes = {"Spread": row.context} if isinstance(row.context, str) else {}
        found += [
            {"page": row.page, "whom": "", "step": step, "condition": condition, "note": notes.get(step, "not named"), "ends": ends}
            for step, condition in steps.items()
        ]
    return pd.DataFrame(found)


def _palbociclib(rows: pd.DataFrame) -> str:
    named = _conditions(rows).groupby("page", sort=False)["condition"].agg(lambda c: int((c != "").sum()))
    most, fewest = named.max(), named.min()
    return f"Palbociclib: one page names {phrases.count(most)} conditions, one names {phrases.count(fewest)}"


def _times(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a time: as soon as the symptom is there, or the weeks that a page names."""
    facts = load_care_facts().astype({"source_id": str})
    facts = facts[facts["topic"] == "when to seek care"]
    weeks = facts[facts["unit"] == "weeks"].set_index("source_id")
    found = []
    for row in rows.itertuples():
        base = {"page": row.page, "whom": row.whom, "remark": row.remark, "low": math.nan, "high": math.nan}
        if row.source_id in weeks.index:
            span = weeks.loc[row.source_id]
            there = facts[(facts["source_id"] == row.source_id) & (facts["line"] == row.line) & facts["unit"].isna()]
            found.append({**base, "statement": there["item"].iloc[0]})
            found.append({**base, "statement": row.statement.partition("; ")[2], "low": span["value_low"], "high": span["value_high"]})
        else:
            found.append({**base, "statement": row.statement})
    return pd.DataFrame(found)


def _when_to_call(rows: pd.DataFrame) -> str:
    return "With a new symptom, no page gives a time to wait"


def _with_value(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the number of 100 that a page gives and what is so of them; pages with a number first."""
    facts = load_subtype_facts().astype({"source_id": str}).set_index(["claim_id", "source_id"])
    facts = facts.reindex(pd.MultiIndex.from_frame(rows[["claim_id", "source_id"]]))
    rows = rows.assign(value=facts["value"].to_numpy())
    headings, statements, remarks = [], [], []
    for row, says in zip(rows.itertuples(), facts["says"], strict=True):
        rest = row.position.partition("; ")[2]
        if pd.isna(row.value):
            headings.append(phrases.sentence(row.in_short.partition(";")[0]).rstrip("."))
            statements.append(rest)
            remarks.append("")
        else:
            headings.append(phrases.sentence(f"{phrases.hedged(row.qualifier, row.value)} of 100").rstrip("."))
            statements.append(f"{row.population} {says}")
            remarks.append(rest)
    rows = rows.assign(heading=headings, statement=statements, remark=remarks)
    return rows.sort_values("value", na_position="last", ignore_index=True)


def _early(rows: pd.DataFrame) -> str:
    row = rows.dropna(subset="value").iloc[0]
    return f"One page says {phrases.hedged(row['qualifier'], row['value'])} of 100; the other gives no number"


_QUESTIONS = (
    _Question(
        "second-site",
        _second_site,
        "Liver or lungs: which comes second, by page",
        "A row a page. Left column, headed by a drawn liver: the page names the liver before the lungs. Right column, "
        "headed by drawn lungs: the lungs before the liver. A box stands where the page does so.",
        lambda rows: "A place in a list is not a rank.",
    ),
    _Question(
        "her2-pace",
        _pace,
        "How fast it grows and spreads, by page",
        "A row a page. Three columns: no set pace, headed by arrows of many lengths; it depends, by paths that part; "
        "fast, by long arrows. The arrows have no scale. A box stands where the page says so.",
        lambda rows: "It does not say who is right.",
    ),
    _Question(
        "bone-pain",
        _bone_pain,
        "What pain from spread to the bones is like, by page",
        "A row a page. Three columns: where the pain is, headed by a bone with a spot; what kind it is, by an even "
        "line; how strong it is, by a peak. A box stands where the page says something of it.",
        lambda rows: "A blank means that the page says nothing of it there.",
    ),
    _Question(
        "closed-list",
        _closed_list,
        "A set list of sites, or almost any part: by page",
        "A row a page, with the organs that it lists in a frame. The frame is shut where the page stops at its list, "
        "and open at the right where it says that the cancer can go on to almost any part.",
        lambda rows: phrases.sentence(_listed(rows)),
        draw=site_sets,
        height=set_height,
        more=_with_sites,
    ),
    _Question(
        "palbociclib",
        _palbociclib,
        "Who palbociclib is for, by page",
        "A band a page, from left to right. It narrows at each condition that the page names for the drug, and stays "
        "as wide where it names none. How wide it is says nothing of how many people there are.",
        lambda rows: "It does not say who is right.",
        form="Flow diagram",
        draw=narrowing,
        height=narrowing_height,
        reference=pages_line,
        aside="A band narrows at each condition; it shows no amount",
        parts=_conditions,
    ),
    _Question(
        "when-to-call",
        _when_to_call,
        "When to tell a doctor of symptoms, by page",
        "A line of time a page, from when the symptom is there to the right. A dot at its start: tell the doctor as "
        "soon as it is there. A pale span: the weeks that a page names for symptoms that do not get better.",
        lambda rows: "It does not say who is right.",
        form="Range chart",
        draw=call_times,
        height=times_height,
        note=no_time_to_wait(),
        parts=_times,
    ),
    _Question(
        "early-her2-spread",
        _early,
        "How often early HER2-positive disease spreads, by page",
        "A page a half. A hundred circles, the first of them pale blue for the people whom the page gives a number "
        "of; an empty frame for the page without a number.",
        lambda rows: "It does not say who is right.",
        form="Icon arrays",
        draw=number_or_none,
        height=number_height,
        more=_with_value,
        shows=("value",),
    ),
)


def _entry(question: _Question) -> Entry:
    rows = partial(_rows, question)
    return Entry(
        question.name,
        "claims",
        question.title,
        str(rows()["question"].iloc[0]),
        shipped(question.name, rows),
        partial(_words, question),
        partial(_panels, question),
        data_table.STATEMENTS,
        question.shows,
        label=question.label,
    )


POSITION_FIGURES: tuple[Entry, ...] = tuple(map(_entry, _QUESTIONS))
