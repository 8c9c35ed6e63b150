"""Of whom: every group that the tables hold numbers for, and which numbers there are of it and which are not."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_studies, load_subtype_facts
from her2viz.dataset.origin import CLAIMS, FREQUENCY, STUDY
from her2viz.derived.groups import with_groups, with_study_groups
from her2viz.derived.published import NOT_ALL_HER2, people, published
from her2viz.errors import unknown
from her2viz.explorer.report import Report, Section
from her2viz.words import citing
from her2viz.words.claim import page_names

__all__ = ["EVERY_HER2", "NONE_GIVEN", "group_report", "group_table", "site_labels", "study_figures"]

#: The one choice that is made of several groups: the subject of the package.
EVERY_HER2 = "every group of people with HER2-positive disease"
NONE_GIVEN = "no document gives one"
_NO_STUDY = "no study here gives one"
#: What studies say of a moment in words that add nothing to the name of its group.
_PLAIN_MOMENTS = ("any time", "at first diagnosis", "first site")


@cache
def _tables() -> dict[str, pd.DataFrame]:
    """Load what the groups are read off, with the group of each row; nothing here is changed afterwards."""
    facts = load_subtype_facts()
    return {
        "sites": with_groups(load_sites().astype({"site": str, "source_id": str})),
        "mentions": with_groups(load_site_mentions().astype({"site": str, "source_id": str})),
        "facts": with_groups(facts[facts["value"].notna()]),
        "studies": with_study_groups(published().astype({"site": object, "moment_group": str})),
    }


def _rows_of(table: str, group: str) -> pd.DataFrame:
    rows = _tables()[table]
    return rows[rows["her2"]] if group == EVERY_HER2 else rows[rows["group"] == group]


def study_figures(site: str) -> pd.DataFrame:
    """Return the published figures for a site, with the group that each is of."""
    rows = _tables()["studies"]
    return rows[rows["site"] == site]


def site_labels() -> dict[str, str]:
    """Return the label of each site by its short name.

    Examples
    --------
    >>> list(site_labels())[:4]
    ['bone', 'lung', 'liver', 'brain']
    """
    sites = _tables()["sites"]
    return dict(zip(sites["site"], sites["label"], strict=True))


@cache
def group_table() -> pd.DataFrame:
    """List the groups that the tables hold numbers for, or name sites for, and how many numbers there are.

    Returns
    -------
    pandas.DataFrame
        A row a group: ``group``, ``on_pages`` (whether the web pages speak of it, or studies alone),
        ``site_figures`` and ``other_numbers`` (of the web pages), ``study_figures`` (of published studies) and
        ``sources`` (a tuple of short names). The first row counts every group of HER2-positive disease.

    Examples
    --------
    >>> group_table().query("site_figures > 0")["group"].tolist()
    ['women with advanced breast cancer']
    """
    names = dict.fromkeys(pd.concat([_tables()[table]["group"] for table in ("sites", "facts", "studies")]))
    rows = []
    for group in (EVERY_HER2, *names):
        sites, facts, studies = (_rows_of(table, group) for table in ("sites", "facts", "studies"))
        parts = (pd.concat([sites, _rows_of("mentions", group)]), facts, studies)
        cited = dict.fromkeys(name for part in parts if len(part) for name, *_ in citing.names(part))
        figures, on_pages = int(sites["frequency_pct"].notna().sum()), bool(len(sites) + len(facts))
        rows.append((group, on_pages, figures, len(facts), len(studies), tuple(cited)))
    return pd.DataFrame(
        rows, columns=["group", "on_pages", "site_figures", "other_numbers", "study_figures", "sources"]
    )


def group_report(group: str, site: str | None = None, notice: str = "") -> Report:
    """Say which numbers the tables hold for one group of people, and which they don't.

    Parameters
    ----------
    group : str
        A group that :func:`group_table` lists.
    site : str, optional
        A site to speak of first.
    notice : str
        What to say before the first number.

    Raises
    ------
    UsageError
        If there is no such group or site.

    Examples
    --------
    >>> print(group_report("people with HER2-positive metastatic breast cancer").summary)
    No document gives a site figure for this group. No document gives another number for it. No study in the tables \
gives a figure for it.
    """
    groups = group_table()["group"].tolist()
    if group not in groups:
        raise unknown("group", group, groups)
    if site is not None and site not in site_labels():
        raise unknown("site", site, site_labels())
    figures, facts, studies = (_rows_of(table, group) for table in ("sites", "facts", "studies"))
    figures = figures[figures["frequency_pct"].notna()]
    by_site = _site_rows(group, figures, studies)
    table = by_site[["label", "pages", "studies"]].set_axis(
        ["Site", "Figure on the four web pages", "Figures in studies"], axis=1
    )
    chosen, first = None, ""
    if site is not None:
        chosen = by_site["site"].tolist().index(site)
        table.iloc[chosen, 0] += " (chosen)"
        row = by_site.iloc[chosen]
        pages = row["pages"] if row["figured"] else "no document gives a figure for this group"
        first = f"{row['label']}, the site chosen: {pages}; {row['studies']}."
    caveats = (
        FREQUENCY.caveat(figures) if len(figures) else "",
        CLAIMS.caveat(),
        STUDY.caveat() if len(studies) else "",
    )
    return Report(
        title=f"Of whom: {group}",
        notice=notice,
        summary=" ".join(filter(None, (first, *_counted(figures, facts, studies)))),
        sections=(
            Section("Site by site", [phrases.sentence(phrases.OVERLAP)], table, chosen),
            _other_numbers(facts),
            _of_studies(studies),
        ),
        caveats=tuple(filter(None, caveats)),
    )


def _counted(figures: pd.DataFrame, facts: pd.DataFrame, studies: pd.DataFrame) -> tuple[str, str, str]:
    """Say how many numbers of each sort there are."""
    return (
        f"The web pages give {phrases.counted(len(figures), 'site figure')} for this group."
        if len(figures)
        else "No document gives a site figure for this group.",
        f"The web pages give {phrases.counted(len(facts), 'other number')} for it."
        if len(facts)
        else "No document gives another number for it.",
        f"Studies give {phrases.counted(len(studies), 'figure')} for it."
        if len(studies)
        else "No study in the tables gives a figure for it.",
    )


def _site_rows(group: str, figures: pd.DataFrame, studies: pd.DataFrame) -> pd.DataFrame:
    """Say site by site what the web pages give for a group and how many figures the studies give."""
    mentions, names = _rows_of("mentions", group), page_names()
    counts = studies["site"].value_counts()
    rough = figures.set_index("site")
    labels = site_labels()
    rows = []
    for site in (*labels, *(s for s in studies["site"].dropna().unique() if s not in labels)):
        named = set(mentions.loc[mentions["site"] == site, "source_id"])
        who = [name for key, name in names.items() if key in named]
        if figured := site in rough.index:
            row = rough.loc[site]
            pages = f"{phrases.in_100(row['qualifier'], row['frequency_pct'])} {row['population']}"
            pages += f" ({names[row['source_id']]}, line {row['line']})"
        else:
            pages = f"{NONE_GIVEN}; {phrases.join(who)} name{'s' * (len(who) == 1)} it" if who else NONE_GIVEN
        n = int(counts.get(site, 0))
        in_studies = f"{phrases.counted(n, 'figure')} in studies" if n else _NO_STUDY
        rows.append((site, labels.get(site, str(site).capitalize()), pages, in_studies, figured))
    return pd.DataFrame(rows, columns=["site", "label", "pages", "studies", "figured"])


def _other_numbers(facts: pd.DataFrame) -> Section:
    heading = "Other numbers on the web pages"
    if facts.empty:
        return Section(heading, [phrases.sentence(NONE_GIVEN)])
    names = page_names()
    rows = [
        (
            phrases.in_100(row["qualifier"], row["value"]),
            row["group"],
            phrases.sentence(row["statement"]),
            f"{names[row['source_id']]}, line {row['line']}",
        )
        for row in facts.to_dict("records")
    ]
    return Section(heading, (), pd.DataFrame(rows, columns=["Number", "Of whom", "What the page says", "Source"]))


def _of_studies(studies: pd.DataFrame) -> Section:
    """Give the figures of each study, those of the same people at the same moment in one row."""
    heading = "Figures of studies"
    if studies.empty:
        return Section(heading, [phrases.sentence(_NO_STUDY)])
    notes = {note: n for n, note in enumerate(studies["note"].dropna().unique(), start=1)}
    about = load_studies().set_index("study_id")
    key = ["study_id", "group", "denominator", "moment_group", "moment", "n_total"]
    rows = []
    for _, part in studies.groupby(key, sort=False, dropna=False, observed=True):
        row, shared = part.iloc[0], part["note"].nunique(dropna=False) == 1
        place = about.loc[row["study_id"], ["country", "years"]].dropna()
        size = people(row["population"], row["n_total"])
        counted = "number of people not printed" if pd.isna(row["n_total"]) else f"{size} counted"
        rows.append(
            (
                row["study"] + (f" ({', '.join(place)})" if len(place) else "") + _see(row["note"], notes, shared),
                f"{row['group']}; {counted}",
                str(row["denominator"]),
                _moment(row["moment_group"], row["moment"]),
                "\n".join(_figure(r) + _see(r["note"], notes, not shared) for r in part.to_dict("records")),
            )
        )
    sentences = [
        "Each study counted people of its own, in its own place and years. Figures of different studies, groups or "
        "moments must not be joined or averaged."
    ]
    if (studies["subtype"] == "HER2-overexpressing").any():
        sentences.append(f"Each type is named as its study names it. {NOT_ALL_HER2}")
    return Section(
        heading,
        sentences,
        pd.DataFrame(rows, columns=["Study", "Of whom", "Percent of", "When counted", "Figures"]),
        notes=[
            *(f"Note {n}: {note}." for note, n in notes.items()),
            f"Read in: {'; '.join(map(str, citing.places(studies[['study_id']])))}.",
        ],
    )


def _moment(group: str, moment: str) -> str:
    """Say when people were counted: the group of moments, and the study's own words where they say more."""
    if group == "not stated":
        return moment
    return group if moment in _PLAIN_MOMENTS else f"{group}: \u201c{moment}\u201d"


def _figure(row: dict[Hashable, Any]) -> str:
    """Write a figure with what it is a share of people with."""
    site = row["site"]
    what = f"subtype {row['subtype']}" if pd.isna(site) else site_labels().get(site, site.capitalize())
    return f"{what} {row['printed']} in 100"


def _see(note: object, notes: dict[str, int], here: bool) -> str:
    """Point to a note, where it belongs here."""
    return f", note {notes[note]}" if here and isinstance(note, str) else ""
