"""What the catalogue knows of a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from her2viz.dataset.loaders import load_sites
from her2viz.dataset.origin import is_own
from her2viz.errors import DataError, did_you_mean
from her2viz.own.sites import own_rows
from her2viz.page.panels import Panels
from her2viz.words.data_table import DataTable
from her2viz.words.parts import Words

__all__ = ["NO_DATA", "Entry", "credited", "shipped"]

#: Why most figures are not drawn of rows of one's own.
NO_DATA = "joins shipped tables and takes no data of your own."
_LISTED = 15  # how many problems a message lists


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
        if isinstance(data, pd.DataFrame) and data.columns.is_unique:  # what is none is refused by make
            if is_own(data):
                data = own_rows(data)
            else:
                _refuse_changed(data)
                data = _as_shipped(data)
        return make(data)

    return rows


def _refuse_changed(data: pd.DataFrame) -> None:
    """Refuse rows that name a document and differ from what stands in it: none may have its credit.

    A subset of the rows, another order and further columns are the user's to choose.
    """
    if missing := [name for name in ("site", "source_id", "section", "line") if name not in data.columns]:
        raise DataError(
            "A figure prints where its numbers stand, so data must have the columns site, source_id, section and "
            f"line; missing: {', '.join(missing)}. Start from hv.load_sites() and keep its columns, or "
            "from hv.read_sites() for figures of your own, with a column source in words."
        )
    problems = list(_changed(data))
    if problems:
        more = [f"- and {len(problems) - _LISTED} more"] if len(problems) > _LISTED else []
        lines = "\n".join([*(f"- {problem}" for problem in problems[:_LISTED]), *more])
        raise DataError(
            f"These rows name a document as their source and differ from what it says:\n{lines}\n"
            "For numbers of your own, name their own source in words in a column source, and leave out source_id, "
            "section and line."
        )


def _as_shipped(data: pd.DataFrame) -> pd.DataFrame:
    """Return checked rows with the cells that are shipped, whatever a frame says of itself when it is asked again.

    A further column may not credit a study, which these figures are not of.
    """
    shipped = load_sites().set_index("site", drop=False).loc[[str(site) for site in data["site"]]]
    cells = {name: (shipped if name in shipped else data)[name] for name in data.columns if name != "study_id"}
    return pd.DataFrame({name: cell.array for name, cell in cells.items()})


def _changed(data: pd.DataFrame) -> Iterator[str]:
    shipped = {str(row["site"]): row for row in load_sites().to_dict("records")}
    for at, row in zip(data.index, data.to_dict("records"), strict=True):
        site = shipped.get(str(row["site"]))
        if site is None:
            near = did_you_mean(row["site"], shipped)
            yield f"row {at}, column site: must be one of {', '.join(shipped)}; got {row['site']!r}.{near}"
            continue
        for name, stands in site.items():
            if name in row and not _same(row[name], stands):
                yield f"row {at}, column {name}: must be {_shown(stands)}; got {_shown(row[name])}"


def _same(given: object, stands: object) -> bool:
    if not pd.api.types.is_scalar(given):
        return False
    return bool(given == stands) if pd.notna(given) and pd.notna(stands) else bool(pd.isna(given) and pd.isna(stands))


def _shown(value: object) -> str:
    return repr(value) if not pd.api.types.is_scalar(value) or pd.notna(value) else "empty"
