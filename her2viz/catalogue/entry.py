"""What the catalogue knows of a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from her2viz.dataset.origin import origin_of
from her2viz.dataset.terms import SOURCES
from her2viz.errors import DataError, did_you_mean
from her2viz.own.sites import own_rows
from her2viz.page.panels import Panels
from her2viz.words.data_table import DataTable
from her2viz.words.parts import Words

__all__ = ["NO_DATA", "Entry", "credited", "shipped"]

#: Why most figures are not drawn of rows of one's own.
NO_DATA = "joins shipped tables and takes no data of your own."


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue.

    Parameters
    ----------
    name : str
        Its name.
    kind : str
        "frequency", "study" or "claims": which rules bind it.
    title : str or callable
        Its title, which is what it finds, or from the frame drawn to it.
    question : str
        The question that it answers.
    rows : callable
        From the data given, or None, to the tidy frame drawn; raises DataError for rows that would mislead.
    words : callable
        From that frame to all that is said about it.
    panels : callable
        From that frame to the charts.
    table : callable
        From that frame to a table for people: which of its columns, under which headings.
    shows : tuple of str
        The columns of the frame whose numbers the marks show.
    takes_data : bool
        Whether it can be drawn of rows of one's own.
    label : str or callable
        In place of the title for readers who should meet no number in a headline; the title where empty.
    """

    name: str
    kind: str
    title: str | Callable[[pd.DataFrame], str]
    question: str
    rows: Callable[[pd.DataFrame | None], pd.DataFrame]
    words: Callable[[pd.DataFrame], Words]
    panels: Callable[[pd.DataFrame], Panels]
    table: Callable[[pd.DataFrame], DataTable]
    shows: tuple[str, ...] = ()
    takes_data: bool = False
    label: str | Callable[[pd.DataFrame], str] = ""

    def shipped_title(self) -> str:
        """Return the title over the shipped rows, without making the other words."""
        return self.title if isinstance(self.title, str) else self.title(self.rows(None))

    def plain_title(self, rows: pd.DataFrame) -> str:
        """Return the title that has no number in it."""
        text = self.label or self.title
        return text if isinstance(text, str) else text(rows)


def shipped(name: str, make: Callable[[], pd.DataFrame]) -> Callable[[pd.DataFrame | None], pd.DataFrame]:
    """Wrap a frame made from shipped tables for a figure that takes no rows of one's own."""

    def rows(data: pd.DataFrame | None) -> pd.DataFrame:
        if data is not None:
            raise DataError(f"{name} {NO_DATA}")
        return make()

    return rows


def credited(make: Callable[[pd.DataFrame | None], pd.DataFrame]) -> Callable[[pd.DataFrame | None], pd.DataFrame]:
    """Wrap what checks rows of one's own, so that no figure is drawn without its source.

    Charts on Axes of one's own need no source; a figure prints it: the place in the document, or the source that rows
    of one's own name.
    """

    def rows(data: pd.DataFrame | None) -> pd.DataFrame:
        if isinstance(data, pd.DataFrame) and origin_of(data).own:
            data = own_rows(data)
        elif isinstance(data, pd.DataFrame):
            if missing := [name for name in ("source_id", "section", "line") if name not in data.columns]:
                raise DataError(
                    "A figure prints where its numbers stand, so data must have the columns source_id, section and "
                    f"line; missing: {', '.join(missing)}. Start from hv.load_sites() and keep its columns, or "
                    "from hv.read_sites() for figures of your own, with a column source in words."
                )
            unknown_ids = sorted(set(data["source_id"].astype(str)) - set(SOURCES))
            if unknown_ids:
                near = did_you_mean(unknown_ids[0], SOURCES)
                raise DataError(
                    f"column source_id: must be one of {', '.join(SOURCES)}; got {', '.join(unknown_ids)}.{near}"
                )
        return make(data)

    return rows
