"""What the catalogue knows of a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from her2viz.errors import DataError, did_you_mean
from her2viz.page import Panels
from her2viz.vocabulary import SOURCES
from her2viz.wording import Words

__all__ = ["Entry", "credited", "shipped"]


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue.

    Parameters
    ----------
    name : str
        Its name.
    kind : str
        "frequency", "study" or "claims": which rules bind it.
    question : str
        The question that it answers.
    rows : callable
        From the data given, or None, to the tidy frame drawn; raises DataError for rows that would mislead.
    words : callable
        From that frame to all that is said about it.
    panels : callable
        From that frame to the charts.
    shows : tuple of str
        The columns of the frame whose numbers the marks show.
    """

    name: str
    kind: str
    question: str
    rows: Callable[[pd.DataFrame | None], pd.DataFrame]
    words: Callable[[pd.DataFrame], Words]
    panels: Callable[[pd.DataFrame], Panels]
    shows: tuple[str, ...] = ()


def shipped(name: str, make: Callable[[], pd.DataFrame]) -> Callable[[pd.DataFrame | None], pd.DataFrame]:
    """Wrap a frame made from shipped tables for a figure that takes no rows of one's own."""

    def rows(data: pd.DataFrame | None) -> pd.DataFrame:
        if data is not None:
            raise DataError(f"{name} joins shipped tables and takes no data of your own; leave data out.")
        return make()

    return rows


def credited(make: Callable[[pd.DataFrame | None], pd.DataFrame]) -> Callable[[pd.DataFrame | None], pd.DataFrame]:
    """Wrap what checks rows of one's own, so that no figure is drawn without its source.

    Charts on Axes of one's own need no source; a figure prints it, with the place in the document.
    """

    def rows(data: pd.DataFrame | None) -> pd.DataFrame:
        if isinstance(data, pd.DataFrame):
            if missing := [name for name in ("source_id", "section", "line") if name not in data.columns]:
                raise DataError(
                    "A figure prints where its numbers stand, so data must have the columns source_id, section and "
                    f"line; missing: {', '.join(missing)}. Start from hv.load_sites() and keep its columns."
                )
            unknown_ids = sorted(set(data["source_id"].astype(str)) - set(SOURCES))
            if unknown_ids:
                near = did_you_mean(unknown_ids[0], SOURCES)
                raise DataError(
                    f"column source_id: must be one of {', '.join(SOURCES)}; got {', '.join(unknown_ids)}.{near}"
                )
        return make(data)

    return rows
