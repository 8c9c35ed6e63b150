"""Naming sources: short on a figure, in full at the end of a gallery, a deck or a handout, and how to cite us."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from her2viz import __version__
from her2viz.dataset import origin
from her2viz.dataset.loaders import load_sources, load_studies
from her2viz.words.parts import Words

__all__ = [
    "Cited",
    "cited",
    "credit",
    "documents",
    "full_sources",
    "how_to_cite",
    "names_credit",
    "short_names",
    "sources_of",
]

#: What a page may tell of itself: the column of ``sources``, and how a gap is called.
_GIVEN = {
    "title": "title",
    "publisher": "publisher",
    "named_expert": "author",
    "dated": "date",
    "references": "study",
}


@cache
def documents() -> pd.DataFrame:
    """Return the documents by ``source_id``."""
    return load_sources().set_index("source_id")


def cited(rows: pd.DataFrame) -> tuple[str, ...]:
    """Name each source that the rows cite, with the place in it; sources of one's own as they are written."""
    if origin.is_own(rows):
        return tuple(dict.fromkeys(rows["source"]))
    places = rows[["source_id", "section", "line"]].drop_duplicates()
    return tuple(
        f"{documents().loc[p.source_id, 'short_name']}, \u201c{p.section}\u201d, line {p.line}"
        for p in places.itertuples()
    )


def credit(rows: pd.DataFrame) -> str:
    """Credit the documents by their short names.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> print(credit(load_sites().head(4)))
    Source: Guide page, “Common Sites of Metastatic Breast Cancer”, line 17.
    """
    names = cited(rows)
    return f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names).removesuffix('.')}."


def names_credit(rows: pd.DataFrame) -> str:
    """Credit documents and studies by short name alone, for figures that draw many rows.

    Examples
    --------
    >>> from her2viz import load_symptoms
    >>> names_credit(load_symptoms())
    'Sources: Insights page; Cleveland Clinic; Overview page; Guide page.'
    """
    names = short_names(rows)
    return f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names).removesuffix('.')}."


def short_names(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the short names of the documents, then of the studies, that the rows cite, in the tables' order."""
    if origin.is_own(rows):
        return cited(rows)
    names: list[str] = []
    for column, table in (("source_id", load_sources()), ("study_id", load_studies())):
        if column in rows.columns:
            names += table.loc[table[column].astype(str).isin(set(rows[column].astype(str))), "short_name"].tolist()
    return tuple(names)


class Cited(NamedTuple):
    """A source: its name as credits print it, the reference in full, the DOI where one is known, and what to know."""

    name: str
    reference: str
    doi: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        """All of it, for paper."""
        name, doi = f"{self.name}: " if self.name else "", f". doi:{self.doi}" if self.doi else ""
        return f"{name}{self.reference}{doi}{f'. {self.note}' if self.note else ''}"


def sources_of(rows: pd.DataFrame) -> tuple[str, ...]:
    """Name the places in documents and then the studies that rows cite, each study with where it can be found."""
    documents = rows.dropna(subset="source_id") if "source_id" in rows else rows.head(0)
    places = cited(documents) if len(documents) else ()
    studies = load_studies()
    studies = studies[studies["study_id"].isin(set(rows["study_id"].dropna()))]
    return (
        *places,
        *(f"{s.short_name}, {s.read_in if pd.isna(s.doi) else 'doi ' + s.doi}" for s in studies.itertuples()),
    )


def how_to_cite(own: bool = False) -> list[str]:
    """Say how to cite what this package draws, as CITATION.cff does, and on what terms it may be passed on.

    Parameters
    ----------
    own : bool
        Whether it is drawn of rows of someone's own.

    Examples
    --------
    >>> how_to_cite()[1]
    'CC BY 4.0. Keep the group, the caveat and the source with the picture.'
    """
    return [
        "The her2viz contributors. her2viz: where HER2-positive breast cancer spreads, and how to read the figures "
        f"quoted about it. Version {__version__}.",
        origin.terms(own),
        "Cite a number from its own source, with the group that it is about and its hedge, such as \u201cabout\u201d.",
    ]


def full_sources(words: Iterable[Words], own: bool = False) -> list[Cited]:
    """List every source that some figures name: the documents, then the studies; or sources in the user's own words.

    Parameters
    ----------
    words : iterable of Words
        The words of the figures; their credits name documents and studies by short name.
    own : bool
        Whether they are drawn of rows of someone's own, whose sources stand as they are written.

    Examples
    --------
    >>> import her2viz as hv
    >>> print(full_sources([hv.figure("site-bars").words])[0].text)
    Guide page: a web page on all breast cancer. No title, publisher, author, date or study is given.
    """
    if own:
        return [Cited("", source) for source in dict.fromkeys(source for said in words for source in said.sources)]
    named = " ".join(said.credit for said in words)
    return [
        full(row)
        for table, full in ((load_sources(), _document), (load_studies(), _study))
        for row in table.to_dict("records")
        if row["short_name"] in named
    ]


def _document(row: dict[str, Any]) -> Cited:
    columns = {
        "title": "title",
        "publisher": "publisher",
        "named_expert": "author",
        "dated": "date",
        "references": "study",
    }
    given = {name for name in columns if row[name] is True or isinstance(row[name], str)}
    missing = [word for name, word in columns.items() if name not in given]
    title = f"\u201c{row['title']}\u201d, a" if "title" in given else "a"
    by = f" of {row['publisher']}" if "publisher" in given else ""
    quoted = f", quoting {row['named_expert']}" if "named_expert" in given else ""
    subject = row["subject"].removesuffix(" breast cancer")
    gaps = " or ".join(part for part in (", ".join(missing[:-1]), *missing[-1:]) if part)
    return Cited(
        row["short_name"],
        f"{title} web page{by} on {subject} breast cancer{quoted}",
        note=f"No {gaps} is given." if gaps else "",
    )


def _study(row: dict[str, Any]) -> Cited:
    doi = row["doi"] if isinstance(row["doi"], str) else ""
    return Cited(row["short_name"], row["citation"].rstrip("."), doi, f"Read in: {row['read_in']}.")
