"""What figures of claims in full share: rows made ready to draw, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_care_facts, load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.words import citing
from her2viz.words.parts import Credit, Words, alternatives

__all__ = [
    "claim_rows",
    "claim_words",
    "held",
    "no_time_to_wait",
    "page_names",
    "pages_line",
    "sentences",
    "whole_population",
]

_ALT_END = "Web pages, in our words; not medical advice."
#: What a page is about, in a sentence that counts pages.
_SUBJECTS = {"HER2-positive": "HER2-positive disease", "all breast cancer": "all breast cancer"}


def page_names() -> dict[str, str]:
    """Return the short name of each document by its id."""
    pages = load_sources().astype(str)
    return dict(zip(pages["source_id"], pages["short_name"], strict=True))


def claim_rows(claims: pd.DataFrame, text: str) -> pd.DataFrame:
    """Make claims ready to draw: a card a page, and whom a claim is about beside it unless all are about the same."""
    rows = claims.assign(**{c: _plain(claims[c]) for c in claims.columns if claims[c].dtype == "category"})
    about = load_sources().astype(str).set_index("source_id")["subject"]
    rows = rows.assign(card=rows["source_id"].map(page_names()), text=rows[text], subject=rows["source_id"].map(about))
    rows.attrs = {}
    return rows if whole_population(rows) else rows.assign(whom=rows["population"])


def _plain(column: pd.Series) -> pd.Series:
    return column.astype(object).where(column.notna(), None)


def whole_population(rows: pd.DataFrame) -> str:
    """Return the population of all rows, or nothing where they differ."""
    populations = rows["population"].astype(str).unique()
    return str(populations[0]) if len(populations) == 1 else ""


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


def sentences(rows: pd.DataFrame) -> list[str]:
    """Say each claim as a sentence, with its page and whom it is about."""
    same, names = whole_population(rows), page_names()
    return [
        f"{names[row['source_id']]}{'' if same else ', about ' + row['population']}: {phrases.sentence(row['text'])}"
        for row in rows.to_dict("records")
    ]


def no_time_to_wait() -> str:
    """Say the one thing that must not be misread: the weeks of a row are no time to wait with a new symptom."""
    calls = load_care_facts()
    weeks = calls[(calls["topic"] == "when to seek care") & (calls["unit"] == "weeks")].iloc[0]
    low, high = (phrases.count(int(weeks[c])) for c in ("value_low", "value_high"))
    return (
        "Tell your care team about new symptoms now. "
        f"{low.capitalize()} to {high} {weeks['unit']} is not a time to wait."
    )


def claim_words(
    title: str,
    form: str,
    built: str,
    rows: pd.DataFrame,
    *,
    pages: pd.DataFrame | None = None,
    facts: Sequence[str],
    items: Sequence[str],
    brief: str,
    short: str = "",
    aside: str = "",
    note: str = "",
    pattern: str = "",
) -> Words:
    """Make all the words of a figure of claims.

    Parameters
    ----------
    title, form, built : str
        Its title, what sort of chart it is, and a sentence on how it is built.
    rows : pandas.DataFrame
        The claims drawn.
    pages : pandas.DataFrame, optional
        Rows with a ``source_id`` for each page shown, where pages are shown that make no claim.
    facts, items : sequence of str
        All that it shows as sentences, for the description, and in few words, for the alt text.
    short : str
        What the alt text says where not all items fit, so that it favours none; as many items as fit where empty.
    brief, aside, note, pattern : str
        What the caption says, a muted line below the reference, a line below the panels, and what the description
        says of the whole.
    """
    pages = rows if pages is None else pages
    same, from_whom = whole_population(rows), pages_line(pages)
    alone = same and pages["source_id"].nunique() == 1
    reference = f"{from_whom}, about {same}" if alone else f"About {same}" if same else from_whom
    aside = aside or (from_whom if same and not alone else "")
    lead = (phrases.sentence(reference), phrases.sentence(aside) if aside else "")
    text = " ".join((built, *lead, *facts, pattern, note, title, brief)).lower()
    question = title.endswith("?")
    start = f"{title} " if question else f"{title}: "
    whole, *fewer = alternatives(start, list(items), _ALT_END, "; ")
    return Words(
        origin=CLAIMS,
        title=title,
        form=form,
        reference=reference,
        aside=aside,
        note=note,
        built=built,
        facts=(*lead, *facts, pattern, note),
        brief=(brief, *lead, note),
        shows=(
            whole,
            *([f"{start}{short}. {_ALT_END}"] if short else fewer),
            f"{title} {_ALT_END}" if question else f"{title}. {_ALT_END}",
        ),
        caveat=CLAIMS.caveat(),
        terms=tuple(term for term, sign in (("metastatic", "metasta"), ("HER2", "her2")) if sign in text),
        places=citing.places(rows),
        credits=(Credit(citing.names(pages)),),
    )


def held(rows: pd.DataFrame, what: str) -> str:
    """Count the claims of each page, for an alt text that has no room for them."""
    counts = rows["card"].value_counts(sort=False)
    parts = [f"{name} {phrases.count(n)}" for name, n in counts.items()]
    return f"{what} in full, by page: {phrases.join(parts)}"
