"""What is drawn of a question beside the positions on it, and the finding that is its figure's title."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import (
    load_care_facts,
    load_site_mentions,
    load_sites,
    load_sources,
    load_subtype_facts,
    load_table,
    load_treatments,
)

__all__ = [
    "bone_pain_parts",
    "bone_pain_title",
    "calls",
    "closed_list_title",
    "conditions",
    "early_title",
    "listed",
    "pace_title",
    "palbociclib_title",
    "second_site_title",
    "when_to_call_title",
    "with_headings",
    "with_sites",
    "with_value",
]


#: The qualifiers that leave no site outside a list.
_CLOSING = ("one or more of",)
#: What a position says where a page gives no time to wait.
_NO_WAIT = "no waiting time"


def _pages(rows: pd.DataFrame, answer: str) -> set[str]:
    return set(rows.loc[rows["answer"] == answer, "page"])


def second_site_title(rows: pd.DataFrame) -> str:
    """Count the pages that name the liver first of the two, and those of them that also name the lungs first."""
    liver, lungs = _pages(rows, "liver before lungs"), _pages(rows, "lungs before liver")
    start = f"{phrases.counted(len(liver), 'page').capitalize()} list{'s' * (len(liver) == 1)} liver before lungs"
    return f"{start}; {phrases.count(len(liver & lungs))} also the reverse" if liver & lungs else start


def with_headings(rows: pd.DataFrame) -> pd.DataFrame:
    """Add what a page calls its lists, in its own words, where they are in two orders or others call theirs so."""
    both = rows["page"].map(rows.groupby("page")["answer"].nunique()) > 1
    lists = (rows["hedge"] != "about") & rows["qualifier"].notna()
    named = lists & rows["qualifier"].isin(set(rows.loc[both, "qualifier"]))
    return rows.assign(remark=rows["remark"].where(~named, "\u201c" + rows["qualifier"].astype(str) + "\u201d list"))


def pace_title(rows: pd.DataFrame) -> str:
    """Say what the pages have in common, or whether they can all hold."""
    depends, fast = _pages(rows, "it depends"), _pages(rows, "fast")
    if len(depends) == rows["page"].nunique() > len(fast) > 0:
        both = "Both" if len(depends) == 2 else f"All {phrases.count(len(depends))}"
        return f"{both} pages say the pace depends; {phrases.count(len(fast))} also says fast"
    stand = "contradict each other" if set(rows["relation"].astype(str)) == {"conflict"} else "differ"
    return f"Fast, or no set pace? {phrases.count(rows['page'].nunique()).capitalize()} pages {stand}"


def bone_pain_title(rows: pd.DataFrame) -> str:
    """Say whether any page speaks of all that the pages speak of."""
    most = rows.groupby("page")["answer"].nunique().max()
    none = ", none the whole" if most < rows["answer"].nunique() else ""
    return f"Bone pain: {phrases.count(rows['page'].nunique())} pages tell parts{none}"


def bone_pain_parts(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a statement, by page and by what of the pain it is about.

    What the pain does is added, and what it is not like, where a page says so; and who speaks, where it is the writer.
    """
    found = []
    subjects = load_sources().astype(str).set_index("source_id")["subject"]
    for row in rows.itertuples():
        is_so, _, unlike = row.position.partition("; ")
        aside = is_so.partition("(")[2].rstrip(")")
        does = f" that {is_so.partition(' that ')[2]}; {unlike}" if unlike else ""
        found.append(
            {
                "row": row.page.removesuffix(" page"),
                "note": f"on {subjects[row.source_id]}",
                "column": phrases.sentence(row.answer).rstrip("."),
                "statement": f"{row.statement}{does}",
                "remark": aside if aside.startswith("in a first-person") else "",
            }
        )
    return pd.DataFrame(found)


def closed_list_title(rows: pd.DataFrame) -> str:
    """Count the pages that close their list of sites, and those that say that it can be almost anywhere."""
    closed, beyond = set(rows.loc[rows["shut"], "page"]), _pages(rows, "almost any part")
    return (
        f"{phrases.counted(len(closed), 'page').capitalize()} close{'s' * (len(closed) == 1)} the site list; "
        f"{phrases.count(len(beyond))} say{'s' * (len(beyond) == 1)} almost any part"
    )


def listed(rows: pd.DataFrame) -> str:
    """Name the sites that each page lists."""
    names = load_table("site_terms").astype(str).set_index("site")["name"]
    lists = rows[rows["sites"] != ""]
    return "; ".join(
        f"{r.page} lists {phrases.join(names[site] for site in r.sites.split() if site != '|')}"
        for r in lists.itertuples()
    )


def with_sites(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the sites that a page lists to its statement of a list, in the page's own order, and whether it is closed.

    Two lists of one page are parted by a bar. A list of places that are often reached leaves room for others.
    """
    named = load_site_mentions().astype({"source_id": str, "site": str, "list_kind": str})
    named = named[named["list_kind"] != "examples"].sort_values(["line", "list_position"])
    names = load_table("site_terms").astype(str).set_index("site")["name"]
    labelled = load_sites().astype({"site": str}).set_index("site")["label"]
    # what some readers do not know has its everyday words beside it
    names = names.where(
        ~labelled.reindex(names.index).str.contains("(", regex=False, na=False), labelled.map(phrases.plain)
    )
    sites, labels = [], []
    for row in rows.itertuples():
        mine = named[(named["source_id"] == row.source_id) & (row.answer == "a list")]
        sites.append(" | ".join(" ".join(part["site"]) for _, part in mine.groupby("list_kind", sort=False)))
        labels.append("|".join(names[site] for site in mine["site"]))
    return rows.assign(sites=sites, labels=labels, shut=rows["qualifier"].isin(_CLOSING))


def conditions(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a cell for each condition and page: what a page names of receptors, HER2, spread and menopause."""
    found = []
    for row in rows.itertuples():
        types = str(row.subtype).split(", ")
        same = load_treatments().query("claim_id == @row.claim_id and source_id == @row.source_id").iloc[0]
        # what only the passage around a sentence adds is told, and is not named by the sentence
        passage = str(row.context) if isinstance(row.context, str) else ""
        named = {
            "Hormone receptor": next((name for name in types if not name.startswith("HER2")), ""),
            "HER2": next((name for name in types if name.startswith("HER2")), ""),
            "Spread": "" if row.stage == "any" else str(row.stage).split(" or ")[0],
            "Menopause": str(row.who) if str(row.who).startswith("post") else "",
        }
        found += [
            {
                "row": about,
                "column": row.page,
                "column_note": same["detail"].replace("used together with", "with"),
                "mark": "given" if condition else "empty",
                "words": condition,
                "gap_words": ""
                if condition
                else "not named" + (f"\n{passage}" if passage and about == "Spread" else ""),
            }
            for about, condition in named.items()
        ]
    return pd.DataFrame(found)


def palbociclib_title(rows: pd.DataFrame) -> str:
    """Count the conditions that each page names."""
    named = conditions(rows).groupby("column", sort=False)["mark"].agg(lambda marks: int((marks == "given").sum()))
    most, fewest = named.max(), named.min()
    more, other = (named.index[named == n][0] for n in (most, fewest))
    return f"Palbociclib: {more} names {phrases.count(most)} traits, {other} {phrases.count(fewest)}"


def calls(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a page: its reason to tell a doctor, which has no time to wait, and what else it says."""
    facts = load_care_facts().astype({"source_id": str})
    facts = facts[facts["topic"] == "when to seek care"]
    weeks = set(facts.loc[facts["unit"] == "weeks", "source_id"])
    found = []
    for page, mine in rows.groupby("page", sort=False):
        reasons, more = [], []
        for row in mine.itertuples():
            reason, _, rest = row.statement.partition("; ")
            passage = row.context if str(row.context).startswith("passage") else ""
            if row.source_id in weeks:
                there = facts[(facts["source_id"] == row.source_id) & (facts["line"] == row.line)]
                reasons.append((there.loc[there["unit"].isna(), "item"].iloc[0], passage))
                more.append(f"a symptom {rest}")
            elif rest == _NO_WAIT:
                reasons.append((reason, passage))
            else:
                more.append(f"{row.population}: {row.statement}" if row.remark else row.statement)
        ((reason, passage),) = reasons
        found.append(
            {
                "page": page,
                "whom": mine["whom"].iloc[0],
                "statement": reason,
                "remark": passage,
                "wait": "none given",
                "more": "; ".join(more),
            }
        )
    return pd.DataFrame(found)


def when_to_call_title(rows: pd.DataFrame) -> str:
    """Say that each page has a time that is as soon as the symptom is there, where it is so."""
    waiting = rows["position"].str.contains("weeks") & ~rows["position"].str.contains("are new")
    at_once = rows.loc[~waiting, "page"].nunique()
    pages = "no page gives" if at_once == rows["page"].nunique() else f"{phrases.counted(at_once, 'page')} without"
    return f"With a new symptom, {pages} a time to wait"


def with_value(rows: pd.DataFrame) -> pd.DataFrame:
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


def early_title(rows: pd.DataFrame) -> str:
    """Quote the number of the page that gives one."""
    row = rows.dropna(subset="value").iloc[0]
    return f"Spread in {phrases.hedged(row['qualifier'], row['value'])} of 100, one page says; one gives no number"
