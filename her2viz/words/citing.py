"""Naming sources: short on a figure, in full at the end of a gallery, a deck or a handout, and how to cite us."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from her2viz import __version__
from her2viz.dataset.loaders import load_sources, load_studies
from her2viz.dataset.origin import Origin, origin_of
from her2viz.words.parts import Credit, Place, Words

__all__ = ["Cited", "credit", "documents", "full_sources", "how_to_cite", "names", "places"]

#: What a page may tell of itself: the column of ``sources``, and how a gap is called.
_GIVEN = {
    "title": "title",
    "publisher": "publisher",
    "named_expert": "author",
    "dated": "date",
    "references": "study",
}
#: What a document is about, in a sentence.
_SUBJECTS = {"HER2-positive": "HER2-positive breast cancer", "all breast cancer": "all breast cancer"}


@cache
def documents() -> pd.DataFrame:
    """Return the documents by ``source_id``."""
    return load_sources().set_index("source_id")


def places(rows: pd.DataFrame) -> tuple[Place, ...]:
    """Return the places that rows cite: in documents, then studies with where each is found; or someone's own sources.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> places(load_sites().head(4))
    (Place(name='Guide page', section='Common Sites of Metastatic Breast Cancer', line=17, found=''),)
    """
    if origin_of(rows).own:
        return tuple(Place(source) for source in dict.fromkeys(rows["source"]))
    found: list[Place] = []
    if "source_id" in rows.columns:
        cited = rows[["source_id", "section", "line"]].dropna(subset="source_id").drop_duplicates()
        names = documents()["short_name"]
        found += [Place(names[r.source_id], r.section, int(r.line)) for r in cited.itertuples()]
    if "study_id" in rows.columns:
        studies = load_studies()
        studies = studies[studies["study_id"].isin(set(rows["study_id"].dropna()))]
        found += [
            Place(s.short_name, found=s.read_in if pd.isna(s.doi) else f"doi {s.doi}") for s in studies.itertuples()
        ]
    return tuple(found)


def credit(rows: pd.DataFrame) -> str:
    """Credit the sources of rows, with the places in them.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> print(credit(load_sites().head(4)))
    Source: Guide page, “Common Sites of Metastatic Breast Cancer”, line 17.
    """
    return str(Credit(places(rows)))


def names(rows: pd.DataFrame) -> tuple[Place, ...]:
    """Return the documents, then the studies, that rows cite, by short name in the tables' order."""
    if origin_of(rows).own:
        return places(rows)
    found: list[str] = []
    for column, table in (("source_id", load_sources()), ("study_id", load_studies())):
        if column in rows.columns:
            found += table.loc[table[column].astype(str).isin(set(rows[column].astype(str))), "short_name"].tolist()
    return tuple(map(Place, found))


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


def how_to_cite(origin: Origin) -> list[str]:
    """Say how to cite what this package draws, as CITATION.cff does, and on what terms it may be passed on.

    Parameters
    ----------
    origin : Origin
        What the numbers drawn are.

    Examples
    --------
    >>> from her2viz.dataset.origin import FREQUENCY
    >>> how_to_cite(FREQUENCY)[1]
    'CC BY 4.0. Keep the group, the caveat and the source with the picture.'
    """
    label = "Software: " if origin.own else ""  # beside sources of one's own it is none of them
    return [
        f"{label}The her2viz contributors. her2viz: where HER2-positive breast cancer spreads, and how to read the "
        f"figures quoted about it. Version {__version__}.",
        origin.terms,
        "Cite a number from its own source, with the group that it is about and its hedge, such as \u201cabout\u201d.",
    ]


def full_sources(words: Iterable[Words]) -> list[Cited]:
    """List every source that some figures name: the documents, then the studies; or sources in the user's own words.

    Parameters
    ----------
    words : iterable of Words
        The words of the figures; someone's own sources stand as they are written.

    Examples
    --------
    >>> import her2viz as hv
    >>> print(full_sources([hv.figure("site-bars").words])[0].text)
    Guide page: a web page on all breast cancer. No title, publisher, author, date or study is given.
    """
    figures = list(words)
    own = dict.fromkeys(place.name for figure in figures if figure.origin.own for place in figure.places)
    named = {name for figure in figures for name in figure.names}
    return [
        *(Cited("", source) for source in own),
        *(
            full(row)
            for table, full in ((load_sources(), _document), (load_studies(), _study))
            for row in table.to_dict("records")
            if row["short_name"] in named.difference(own)
        ),
    ]


def _document(row: dict[str, Any]) -> Cited:
    given = {name for name in _GIVEN if row[name] is True or isinstance(row[name], str)}
    missing = [word for name, word in _GIVEN.items() if name not in given]
    title = f"\u201c{row['title']}\u201d, a" if "title" in given else "a"
    by = f" of {row['publisher']}" if "publisher" in given else ""
    quoted = f", quoting {row['named_expert']}" if "named_expert" in given else ""
    gaps = " or ".join(part for part in (", ".join(missing[:-1]), *missing[-1:]) if part)
    return Cited(
        row["short_name"],
        f"{title} web page{by} on {_SUBJECTS[row['subject']]}{quoted}",
        note=f"No {gaps} is given." if gaps else "",
    )


def _study(row: dict[str, Any]) -> Cited:
    doi = row["doi"] if isinstance(row["doi"], str) else ""
    return Cited(row["short_name"], row["citation"].rstrip("."), doi, f"Read in: {row['read_in']}.")
