"""What the catalogue knows of a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from her2viz.errors import DataError
from her2viz.page import Panels
from her2viz.wording import Words

__all__ = ["Entry", "shipped"]


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
