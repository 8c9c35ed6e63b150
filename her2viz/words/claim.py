"""What figures of claims in full share: rows made ready to draw, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset import origin
from her2viz.dataset.loaders import load_care_facts, load_sources
from her2viz.words import citing, glossary
from her2viz.words.parts import Words

__all__ = [
    "claim_rows",
    "claim_words",
    "held",
    "no_time_to_wait",
    "page_names",
    "pages_line",
    "told",
    "whole_population",
]

_OWN_WORDS = r"\b(?:(?:most|less|more) )?(common|likely)\b"
_ALT_END = " Web pages, in our words; not medical advice."


def page_names() -> dict[str, str]:
    """Return the short name of each document by its id."""
    pages = load_sources().astype(str)
    return dict(zip(pages["source_id"], pages["short_name"], strict=True))


def claim_rows(claims: pd.DataFrame, text: str) -> pd.DataFrame:
    """Make claims ready to draw: a card a page, and whom a claim is about beside it unless all are about the same.

    Words of a document that would be a judgement of ours stand in quotation marks; "1 in 4" and the like, which the
    row also puts in 100, are left out.
    """
    rows = claims.assign(**{c: _plain(claims[c]) for c in claims.columns if claims[c].dtype == "category"})
    said = [_quoted(one, hedge) for one, hedge in zip(rows[text], rows["qualifier"], strict=True)]
    about = load_sources().astype(str).set_index("source_id")["subject"]
    rows = rows.assign(card=rows["source_id"].map(page_names()), text=said, subject=rows["source_id"].map(about))
    rows.attrs = {}
    return rows if whole_population(rows) else rows.assign(whom=rows["population"])


def _plain(column: pd.Series) -> pd.Series:
    return column.astype(object).where(column.notna(), None)


def _quoted(text: str, qualifier: object) -> str:
    text = re.sub(r"worded as (?:1|one) in \w+, ", "", text)
    own = "" if pd.isna(qualifier) else str(qualifier)
    return re.sub(_OWN_WORDS, lambda m: f"\u201c{m[0]}\u201d" if m[1] in own else m[0], text)


def whole_population(rows: pd.DataFrame) -> str:
    """Return the population of all rows, or nothing where they differ."""
    populations = rows["population"].astype(str).unique()
    return str(populations[0]) if len(populations) == 1 else ""


def pages_line(rows: pd.DataFrame) -> str:
    """Say how many pages the rows cite and what those pages are about."""
    pages = load_sources().astype({"source_id": str})
    subjects = pages.loc[pages["source_id"].isin(set(rows["source_id"].dropna())), "subject"].astype(str)
    counts = subjects.value_counts(sort=False)
    about = {s: f"{s} disease" if s.endswith("positive") else s for s in counts.index}
    n = phrases.count(len(subjects)).capitalize()
    start = f"{n} web page{'s' * (len(subjects) > 1)}"
    if len(counts) == 1:
        return f"{start} on {about[counts.index[0]]}"
    return f"{start}: {', '.join(f'{phrases.count(k)} on {about[s]}' for s, k in counts.items())}"


def told(rows: pd.DataFrame) -> list[str]:
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
    said, credit = origin.caveat("claims"), citing.names_credit(pages)
    lead = [phrases.sentence(reference), phrases.sentence(aside) if aside else ""]
    body = " ".join((built, *lead, *facts, pattern, note, title, brief))
    terms = [term for term, sign in (("metastatic", "metasta"), ("HER2", "her2")) if sign in body.lower()]
    meaning = glossary.explain(terms)
    return Words(
        title=title,
        reference=reference,
        aside=aside,
        note=note,
        caveat=said,
        credit=credit,
        alt=_alt(f"{form}. {title.rstrip('?.')}{'?' if title.endswith('?') else ':'} ", items, short),
        description=" ".join(p for p in (built, *lead, *facts, pattern, note, said, meaning, credit) if p),
        caption=" ".join(p for p in (brief, *lead, note, said, meaning, credit) if p),
        sources=citing.cited(rows),
    )


def held(rows: pd.DataFrame, what: str) -> str:
    """Count the claims of each page, for an alt text that has no room for them."""
    counts = rows["card"].value_counts(sort=False)
    parts = [f"{name} {phrases.count(n)}" for name, n in counts.items()]
    return f"{what} in full, by page: {phrases.join(parts)}"


def _alt(start: str, items: Sequence[str], short: str) -> str:
    """Write an alt text of all items, or of the short form, or of as many items as fit."""
    for kept in range(len(items), 0, -1):
        rest = f"; and {len(items) - kept} more" if kept < len(items) else ""
        said = short if rest and short else "; ".join(items[:kept]) + rest
        text = f"{start}{said}.{_ALT_END}"
        if len(text) <= phrases.ALT_LENGTH:
            return text
    return f"{start.rstrip(': ')}. {_ALT_END.strip()}"
