"""What the matrices of claims share: columns, panels and words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset import origin
from her2viz.dataset.loaders import load_sources
from her2viz.words import citing, glossary
from her2viz.words.claim import page_names, pages_line
from her2viz.words.parts import Words

__all__ = ["NOT_PEOPLE", "as_text", "matrix_words", "of_pages", "page_columns", "said_of", "types_of"]

NOT_PEOPLE = "A count of pages is not a count of people."


def page_columns() -> pd.DataFrame:
    """Return the documents in their order, as columns of a matrix."""
    pages = load_sources()[["source_id", "short_name", "subject"]].astype(str)
    return pages.assign(column=pages["short_name"], column_group="on " + pages["subject"])


def of_pages(n: int) -> str:
    """Write a count of documents, of all there are."""
    return f"{n} of {len(load_sources())}"


def as_text(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Turn categories into text, missing ones into nothing."""
    return rows.assign(**{c: rows[c].astype(object).where(rows[c].notna(), "").astype(str) for c in columns})


def matrix_words(
    title: str,
    told: str,
    items: Sequence[str],
    facts: Sequence[str],
    claims: pd.DataFrame,
    *,
    reference: str = "",
    aside: str = "",
    key: str = "",
    brief: str = "",
) -> Words:
    """Make all the words of a matrix.

    Parameters
    ----------
    title : str
        The title.
    told : str
        How the matrix is built, for the description.
    items : sequence of str
        What it shows, in few words each, for the alt text.
    facts : sequence of str
        All that it shows, as sentences, for the description.
    claims : pandas.DataFrame
        The rows of the tables that it is made of.
    reference, aside, key, brief : str
        The line on whom it is about, a muted line below it, how to read the marks, and what the caption says.
    """
    reference = reference or pages_line(load_sources())
    said, credit = origin.caveat("claims"), citing.names_credit(load_sources())
    meaning = glossary.explain(["metastatic", "HER2"])
    note = f"{key} {NOT_PEOPLE}".strip()
    whom = (
        phrases.sentence(reference)
        if reference == pages_line(load_sources())
        else f"{phrases.sentence(reference)} {pages_line(load_sources())}."
    )
    about = said_of(claims)
    parts = [f"Table of circles. {told}", whom, aside and phrases.sentence(aside), *facts, about, note, said, meaning]
    parts.append(credit)
    caption = [whom, aside and phrases.sentence(aside), brief, note, said, meaning, credit]
    return Words(
        title=title,
        reference=reference,
        aside=aside,
        note=note,
        caveat=said,
        credit=credit,
        alt=_alt(f"Table. {title}: ", items, f". {phrases.sentence(pages_line(load_sources()))} {NOT_PEOPLE}"),
        description=" ".join(p for p in parts if p),
        caption=" ".join(p for p in caption if p),
        sources=citing.cited(claims),
    )


def _alt(start: str, items: Sequence[str], end: str) -> str:
    """Write an alt text that names as many items as fit."""
    for kept in range(len(items), 0, -1):
        rest = f" and {len(items) - kept} more" if kept < len(items) else ""
        text = start + ", ".join(items[:kept]) + rest + end
        if len(text) <= phrases.ALT_LENGTH:
            return text
    return (start.rstrip(": ") + end)[: phrases.ALT_LENGTH]


def said_of(claims: pd.DataFrame) -> str:
    """Say whom each page's claims are about."""
    names = page_names()
    parts = [
        f"{name}, of {' and of '.join(claims[claims['source_id'] == key]['population'].unique())}"
        for key, name in names.items()
        if key in set(claims["source_id"].astype(str))
    ]
    return f"Said by {'; by '.join(parts)}."


def types_of(populations: pd.Series) -> str:
    """Say which types of breast cancer the rows are about, where each names one."""
    kinds = ("HER2-positive", "HR-positive", "ER-positive")
    found = [[k for k in kinds if k in str(p).replace(",", "").split()] for p in populations]
    if not all(found):
        return ""
    return f"people with {' or '.join(k for k in kinds if any(k in f for f in found))} breast cancer"
