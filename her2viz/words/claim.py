"""The words around claims: which pages make them, of whom, and what must be said with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_care_facts, load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.words import citing
from her2viz.words.parts import Credit, Place, Words, alternatives

__all__ = [
    "ALT_END",
    "NOT_PEOPLE",
    "RELATIONS",
    "TELL_NOW",
    "about_whom",
    "as_text",
    "claim_words",
    "credit_lines",
    "no_time_to_wait",
    "not_a_wait",
    "of_pages",
    "page_names",
    "pages_line",
    "terms_in",
    "unsigned",
]

#: How the positions of pages stand to each other, in a word that figures have room for, by the table's term.
RELATIONS = {"conflict": "clash", "differ": "differ", "agree": "agree"}
#: How an alt text of claims ends.
ALT_END = "Web pages, in our words; not medical advice."
#: What to do; "now" is our word.
TELL_NOW = "Tell your care team about new symptoms now"
NOT_PEOPLE = "A count of pages is not a count of people."
#: What a page is about, in a sentence that counts pages.
_SUBJECTS = {"HER2-positive": "HER2-positive disease", "all breast cancer": "all breast cancer"}


def page_names() -> dict[str, str]:
    """Return the short name of each document by its id."""
    return {str(key): str(name) for key, name in citing.documents()["short_name"].items()}


def _cited(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the documents that rows cite, and whether each names a publisher or an expert."""
    pages = load_sources()
    pages = pages[pages["source_id"].isin(rows["source_id"].dropna().unique())]
    return pages.assign(signed=pages[["publisher", "named_expert"]].notna().any(axis=1))


def unsigned(rows: pd.DataFrame) -> str:
    """Name those of the pages cited that name neither a publisher nor an expert.

    Examples
    --------
    >>> unsigned(load_sources())
    'Unsigned: Insights, Overview, Guide'
    """
    pages = _cited(rows)
    names = pages.loc[~pages["signed"], "short_name"]
    if len(names) == 1:
        return f"{names.iloc[0]}: an unsigned web page"
    return f"Unsigned: {', '.join(names.str.removesuffix(' page'))}" if len(names) else ""


def credit_lines(rows: pd.DataFrame) -> tuple[Credit, ...]:
    """Credit the documents that rows cite, those that are unsigned apart.

    Examples
    --------
    >>> print(*credit_lines(load_sources()))
    Source: Cleveland Clinic. Unsigned: Insights page, Overview page, Guide page.
    """
    pages = _cited(rows)
    signed, rest = (tuple(map(Place, pages.loc[pages["signed"] == sign, "short_name"])) for sign in (True, False))
    lead = "Unsigned" if signed else f"Unsigned source{'s' * (len(rest) > 1)}"
    return (*([Credit(signed)] if signed else []), *([Credit(rest, lead, ", ")] if rest else []))


def unsigned_but(rows: pd.DataFrame) -> str:
    """Say that all documents shown are unsigned but those named, where the picture names them all.

    Examples
    --------
    >>> unsigned_but(load_sources())
    'Unsigned: all but Cleveland Clinic.'
    """
    return f"Unsigned: all but {phrases.join(map(str, credit_lines(rows)[0].places))}."


def pages_line(rows: pd.DataFrame) -> str:
    """Say how many pages the rows cite and what those pages are about."""
    pages = load_sources().astype({"source_id": str})
    subjects = pages.loc[pages["source_id"].isin(set(rows["source_id"].dropna())), "subject"].astype(str)
    counts = subjects.value_counts(sort=False)
    n = phrases.count(len(subjects)).capitalize()
    start = f"{n} web page{'s' * (len(subjects) > 1)}"
    if len(counts) == 1:
        return f"{start} on {_SUBJECTS[counts.index[0]]}"
    return f"{start}: {', '.join(f'{phrases.count(k)} on {_SUBJECTS[s]}' for s, k in counts.items())}"


def of_pages(n: int) -> str:
    """Write a count of documents, of all there are."""
    return f"{n} of {len(load_sources())}"


def as_text(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Turn categories into text, missing ones into nothing."""
    return rows.assign(**{c: ["" if pd.isna(cell) else str(cell) for cell in rows[c]] for c in columns})


def about_whom(claims: pd.DataFrame) -> str:
    """Say whom each page's claims are about."""
    names = page_names()
    parts = [
        f"{name}, of {' and of '.join(whom(claims[claims['source_id'] == key]).unique())}"
        for key, name in names.items()
        if key in set(claims["source_id"].astype(str))
    ]
    return f"Said by {'; by '.join(parts)}."


def no_time_to_wait() -> str:
    """Say what to do, and the one thing that must not be misread: weeks are no time to wait with a new symptom."""
    return f"{TELL_NOW}. {not_a_wait()}"


def not_a_wait() -> str:
    """Say that the weeks of a row are no time to wait with a new symptom.

    Examples
    --------
    >>> not_a_wait()
    'Two to four weeks is not a time to wait.'
    """
    calls = load_care_facts()
    weeks = calls[(calls["topic"] == "when to seek care") & (calls["unit"] == "weeks")].iloc[0]
    low, high = (phrases.count(int(weeks[c])) for c in ("value_low", "value_high"))
    return f"{low.capitalize()} to {high} {weeks['unit']} is not a time to wait."


def terms_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the terms that the glossary has to explain beside some texts."""
    text = " ".join(texts).lower()
    return tuple(term for term, sign in (("metastatic", "metasta"), ("HER2", "her2")) if sign in text)


def claim_words(
    title: str,
    built: str,
    rows: pd.DataFrame,
    *,
    pages: pd.DataFrame,
    facts: Sequence[str],
    items: Sequence[str],
    brief: str,
    reference: str = "",
    aside: str = "",
    note: str = "",
    pattern: str = "",
    in_rows: str = "",
) -> Words:
    """Make all the words of a figure of claims.

    Parameters
    ----------
    title, built : str
        Its title, and a sentence on how it is built.
    rows : pandas.DataFrame
        The claims drawn; rows without the place of a claim where pages are cited as a whole.
    pages : pandas.DataFrame
        Rows with a ``source_id`` for each page shown, those too that make no claim.
    facts, items : sequence of str
        All that it shows as sentences, for the description, and in few words, for the alt text.
    brief : str
        What the caption says.
    reference, aside, note, pattern : str
        Whom the claims are about (what the pages are about where empty), a muted line below it, a line below the
        grid, and what the description says of the whole.
    in_rows : str
        What the foot says in place of the names of pages where the chart names them all.
    """
    reference = reference or pages_line(pages)
    lead = tuple(phrases.sentence(text) for text in (reference, aside) if text)
    return Words(
        origin=CLAIMS,
        title=title,
        form="Table",
        reference=reference,
        aside=aside,
        note=note,
        built=built,
        facts=tuple(filter(None, (*lead, *facts, pattern, note))),
        brief=(brief, *lead, note),
        shows=(*alternatives(f"{title}: ", list(items), ALT_END, "; "), f"{title}. {ALT_END}"),
        caveat=CLAIMS.caveat(),
        terms=terms_in((built, *lead, *facts, pattern, note, title, brief)),
        places=citing.places(rows) if "line" in rows else citing.names(rows),
        credits=credit_lines(pages),
        in_rows=in_rows,
    )
