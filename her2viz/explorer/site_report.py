"""What the tables say of one site: its rough figure, who names it, symptoms and therapies, and where else to look."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_sources, load_symptoms, load_treatments
from her2viz.dataset.origin import CLAIMS, FREQUENCY
from her2viz.dataset.said import whom
from her2viz.errors import unknown
from her2viz.explorer.group_report import NONE_GIVEN, site_labels, study_figures
from her2viz.explorer.report import Report, Section
from her2viz.words import citing, meanings
from her2viz.words.claim import NOT_PEOPLE, as_text, of_pages, page_names

__all__ = ["site_report", "site_table"]

#: The lists whose own words say how sure the page is.
_HEDGED_LISTS = ("one or more of these areas", "most common sites", "less common sites")


def site_report(site: str, notice: str = "") -> Report:
    """Say what the tables hold on one site.

    Parameters
    ----------
    site : str
        The short name of a site in :func:`her2viz.load_sites`, such as "bone".
    notice : str
        What to say before the first number.

    Raises
    ------
    UsageError
        If there is no such site.

    Examples
    --------
    >>> print(site_report("skin").summary)
    Skin: no document gives a figure. 2 of 4 pages name it as a place of spread. For it they give one symptom and no \
therapies.
    """
    names = site_labels()
    if site not in names:
        raise unknown("site", site, names)
    row = load_sites().astype({"site": str}).query("site == @site")
    pages, symptoms, therapies = (
        int(n) for n in site_table().set_index("site").loc[site, ["pages", "symptoms", "therapies"]]
    )
    figured = bool(row["frequency_pct"].notna().all())
    given = [
        phrases.counted(symptoms, "symptom"),
        f"{phrases.count(therapies)} {'therapy' if therapies == 1 else 'therapies'}",
    ]
    return Report(
        title=names[site],
        notice=notice,
        summary=f"{names[site]}: {_figure(row) if figured else 'no document gives a figure'}. "
        f"{of_pages(pages)} pages name it as a place of spread. For it they give {phrases.join(given)}.",
        sections=(
            _rough(row) if figured else _no_figure(row),
            _named(as_text(_mentions(), "site", "source_id", "list_kind", "qualifier").query("site == @site")),
            _given("Symptoms given for it", "symptom", "Symptom", _claims(load_symptoms(), site, "symptom")),
            _given("Therapies named for it", "therapy", "Therapy", _claims(load_treatments(), site, "therapy")),
            _elsewhere(site),
        ),
        caveats=(*([FREQUENCY.caveat(row)] if figured else []), CLAIMS.caveat()),
    )


@cache
def site_table() -> pd.DataFrame:
    """List the sites with what the tables hold on each.

    Returns
    -------
    pandas.DataFrame
        A row a site: ``site``, ``label``, ``figure`` (the rough figure in words, or that there is none), and how many
        ``pages`` name it, and how many ``symptoms`` and ``therapies`` they give for it.

    Examples
    --------
    >>> site_table().set_index("site")["pages"].to_dict()["skin"]
    2
    """
    mentions, symptoms, therapies = load_site_mentions(), _affirmed(load_symptoms()), _affirmed(load_treatments())
    rows = []
    for site, label in site_labels().items():
        row = load_sites().astype({"site": str}).query("site == @site")
        figured = bool(row["frequency_pct"].notna().all())
        counts = (
            table.loc[table["site"] == site, column].nunique()
            for table, column in ((mentions, "source_id"), (symptoms, "symptom"), (therapies, "therapy"))
        )
        rows.append((site, label, f"{_figure(row)} ({_where(row)})" if figured else NONE_GIVEN, *counts))
    return pd.DataFrame(rows, columns=["site", "label", "figure", "pages", "symptoms", "therapies"])


def _where(row: pd.DataFrame) -> str:
    return f"{citing.names(row)[0].name}, line {row['line'].iloc[0]}"


def _figure(row: pd.DataFrame) -> str:
    """Write a rough figure with its population and what it is not about."""
    site = row.iloc[0]
    figure = f"{phrases.in_100(site['qualifier'], site['frequency_pct'])} {site['population']}"
    return ", ".join(filter(None, (figure, phrases.specificity(row))))


def _rough(row: pd.DataFrame) -> Section:
    site = row.iloc[0]
    have, not_there = (
        phrases.hedged(site["qualifier"], n) for n in (site["frequency_pct"], 100 - site["frequency_pct"])
    )
    source = load_sources().astype({"source_id": str, "reliability": str}).query("source_id == @site['source_id']")
    (trust,) = source.to_dict("records")
    unspecific = phrases.specificity(row)
    sentences = [
        f"{phrases.reference_class(row)}, {have} have it there. {not_there.capitalize()} do not; it may be elsewhere.",
        *([phrases.sentence(unspecific)] if unspecific else []),
        meanings.explain(["advanced", "HER2"]),
        f"{phrases.overlap_note(row)} {'' if pd.isna(site['note']) else site['note']}".strip(),
        f"{citing.credit(row)} How far to trust this page, in our judgement: {trust['reliability']}. {trust['why']}",
    ]
    return Section("Its rough figure", sentences)


def _no_figure(row: pd.DataFrame) -> Section:
    site = row.iloc[0]
    empty = f"{phrases.sentence(NONE_GIVEN)} An empty cell is an answer, and it is not 0."
    of = f"It is named for {whom(row).iloc[0]}, in the page's words \u201c{site['qualifier']}\u201d."
    note = "" if pd.isna(site["note"]) else site["note"]
    return Section("It has no rough figure", [empty, f"{of} {note}".strip(), citing.credit(row)])


def _mentions() -> pd.DataFrame:
    mentions = load_site_mentions()
    return mentions.assign(group=whom(mentions))


def _named(mentions: pd.DataFrame) -> Section:
    """Say page by page whether it names the site, in which list, and of whom."""
    rows = []
    for key, name in page_names().items():
        lists = mentions[mentions["source_id"] == key].to_dict("records")
        rows += [(name, _place(m), f"{m['group']} (line {m['line']})") for m in lists]
        rows += [] if lists else [(name, "does not name it", "")]
    table = pd.DataFrame(rows, columns=["Page", "How it names it", "Of whom"])
    return Section("Which pages name it", [f"A place in a list is not a rank. {NOT_PEOPLE}"], table)


def _place(mention: dict[Hashable, Any]) -> str:
    """Write where a page names a site: the place in its list, and its hedge where the list's own words have none."""
    place = "" if pd.isna(mention["list_position"]) else f"place {mention['list_position']} in "
    kind, hedge = mention["list_kind"], mention["qualifier"]
    return f"{place}\u201c{kind}\u201d" + ("" if not hedge or kind in _HEDGED_LISTS else f", \u201c{hedge}\u201d")


def _claims(table: pd.DataFrame, site: str, term: str) -> pd.DataFrame:
    """Return the rows of a site, in the order of the terms."""
    rows = table[table["site"] == site].sort_values(term, kind="stable")
    return as_text(rows, "site", term, "polarity", "qualifier", "detail", "source_id")


def _affirmed(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["polarity"] == "affirmed"]


def _given(heading: str, term: str, column: str, claims: pd.DataFrame) -> Section:
    """Say which pages give which symptom or therapy, those of most pages first."""
    rows = _affirmed(claims)
    denied = [
        f"{page_names()[row.source_id]} says that it is not {getattr(row, term)}"
        + (f" ({row.detail})." if row.detail else ".")
        for row in claims[claims["polarity"] != "affirmed"].itertuples()
    ]
    if rows.empty:
        return Section(heading, [phrases.sentence(f"no document gives a {term} for it"), *denied])
    rows = rows.assign(group=whom(rows))
    usual = rows["group"].mode()[0]
    cells = [
        (name, part["source_id"].nunique(), "\n".join(_who(part, usual)))
        for name, part in rows.groupby(term, sort=False)
    ]
    cells.sort(key=lambda cell: -cell[1])
    table = pd.DataFrame(
        [(name, of_pages(n), who) for name, n, who in cells],
        columns=[column, "Pages", "Which pages, in which words they hedge it, and what they add"],
    )
    return Section(heading, [f"About {usual}, unless a line says otherwise. {NOT_PEOPLE}", *denied], table)


def _who(rows: pd.DataFrame, usual: str) -> list[str]:
    """Name the pages that give a term, each with its hedges, its details, and whom it is about where that differs."""
    lines = []
    for key, name in page_names().items():
        for whose, part in rows[rows["source_id"] == key].groupby("group", sort=False):
            hedges = "; ".join(dict.fromkeys(h for h in part["qualifier"] if h))
            details = "; ".join(dict.fromkeys(d for d in part["detail"] if d))
            page = f"{name} (\u201c{hedges}\u201d)" if hedges else name
            about = "" if whose == usual else f", about {whose}"
            lines.append(f"{page}{about}{': ' if details else ''}{details}")
    return lines


def _elsewhere(site: str) -> Section:
    """Say how many figures the studies print, and for how many groups."""
    rows = study_figures(site)
    heading = "Figures of studies for it"
    if rows.empty:
        return Section(heading, ["No study in the tables prints a figure for it."])
    n, groups = len(rows), rows["group"].nunique()
    return Section(
        heading,
        [
            f"Studies print {n} figure{'s' * (n > 1)} for it, of {groups} group{'s' * (groups > 1)} of people. "
            "Choose a group to see them. No two of them may be joined or averaged."
        ],
    )
