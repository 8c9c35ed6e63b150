"""What the matrices of claims share: columns, panels and words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.dataset.terms import GROUP_SUBTYPES
from her2viz.words import citing
from her2viz.words.claim import page_names, pages_line
from her2viz.words.parts import Credit, Words, alternatives

__all__ = ["NOT_PEOPLE", "about_whom", "as_text", "matrix_words", "of_pages", "page_columns", "types_of", "with_types"]

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
    built: str,
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
    built : str
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
    pages = pages_line(load_sources())
    note = f"{key} {NOT_PEOPLE}".strip()
    groups = f"{phrases.sentence(reference)} {pages}." if reference else phrases.sentence(pages)
    lead = (groups, phrases.sentence(aside) if aside else "")
    return Words(
        origin=CLAIMS,
        title=title,
        form="Table",
        reference=reference or pages,
        aside=aside,
        note=note,
        built=f"Table of circles. {built}",
        facts=(*lead, *facts, about_whom(claims), note),
        brief=(*lead, brief, note),
        shows=alternatives(f"{title}: ", list(items), f"{phrases.sentence(pages)} {NOT_PEOPLE}"),
        caveat=CLAIMS.caveat(),
        terms=("metastatic", "HER2"),
        places=citing.places(claims),
        credits=(Credit(citing.names(load_sources())),),
    )


def about_whom(claims: pd.DataFrame) -> str:
    """Say whom each page's claims are about."""
    names = page_names()
    parts = [
        f"{name}, of {' and of '.join(whom(claims[claims['source_id'] == key]).unique())}"
        for key, name in names.items()
        if key in set(claims["source_id"].astype(str))
    ]
    return f"Said by {'; by '.join(parts)}."


def types_of(claims: pd.DataFrame) -> tuple[str, ...]:
    """Return the types of breast cancer that the rows are about; none where a row names none."""
    found = set(claims["subtype"])
    return tuple(kind for kind in GROUP_SUBTYPES if kind in found) if not found & {"any", "any cancer"} else ()


def with_types(types: tuple[str, ...]) -> str:
    """Name the people with these types of breast cancer."""
    return f"people with {' or '.join(types)} breast cancer"
