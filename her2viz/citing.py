"""The sources in full and how to cite, for what closes a gallery, a deck or a handout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from her2viz import __version__, wording
from her2viz.loaders import load_sources, load_studies

__all__ = ["Cited", "full_sources", "how_to_cite"]


class Cited(NamedTuple):
    """A source: its name as credits print it, the reference in full, and the DOI where one is known."""

    name: str
    reference: str
    doi: str = ""


def how_to_cite() -> str:
    """Say how to cite what this package draws.

    Examples
    --------
    >>> how_to_cite().split(", version ")[0]
    'The her2viz contributors. her2viz'
    """
    return f"The her2viz contributors. her2viz, version {__version__}. {wording.LICENCE}"


def full_sources(frames: Iterable[pd.DataFrame]) -> list[Cited]:
    """List every source that some frames cite: the documents, the studies, then sources in the user's own words.

    Parameters
    ----------
    frames : iterable of pandas.DataFrame
        Frames drawn, with ``source_id``, ``study_id`` or ``source``.

    Examples
    --------
    >>> import her2viz as hv
    >>> full_sources([hv.load_sites()])[0]
    Cited(name='Cleveland Clinic', reference='“How Fast Can HER2-Positive Breast Cancer Spread?”, a web page', doi='')
    """
    ids: dict[str, dict[str, None]] = {"source_id": {}, "study_id": {}, "source": {}}
    for frame in frames:
        for column in ids.keys() & set(frame.columns):
            ids[column] |= dict.fromkeys(frame[column].dropna().astype(str))
    pages, studies = load_sources(), load_studies()
    return [
        *(
            Cited(str(page.short_name), _titled(page.title))
            for page in pages[pages["source_id"].isin(ids["source_id"])].itertuples()
        ),
        *(
            Cited(str(study.short_name), str(study.citation), "" if pd.isna(study.doi) else str(study.doi))
            for study in studies[studies["study_id"].isin(ids["study_id"])].itertuples()
        ),
        *(Cited("", source) for source in ids["source"]),
    ]


def _titled(title: object) -> str:
    return "a web page that gives no title" if pd.isna(title) else f"\u201c{title}\u201d, a web page"
