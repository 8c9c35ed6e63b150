"""What the pages say of a topic, in full: every claim with its page, whom it is about and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from her2viz.dataset.loaders import (
    load_care_facts,
    load_disagreements,
    load_site_mentions,
    load_sites,
    load_subtype_facts,
    load_symptoms,
    load_therapies,
    load_treatments,
)
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.errors import unknown
from her2viz.explorer.report import Report, Section
from her2viz.phrases import sentence
from her2viz.words import citing, meanings
from her2viz.words.claim import no_time_to_wait, pages_line, terms_in
from her2viz.words.data_table import SITE_CLAIMS, STATEMENTS, SYMPTOM_CLAIMS, TREATMENT_CLAIMS, DataTable
from her2viz.words.parts import Credit

__all__ = ["claim_topics", "claims"]


class _Claims(NamedTuple):
    """Claims of one table: their heading, the rows with their topic, what to call a topic, and how to show them."""

    heading: str
    rows: Callable[[], pd.DataFrame]
    title: Callable[[pd.DataFrame], str]
    shown: Callable[[pd.DataFrame], DataTable]


def _symptoms() -> pd.DataFrame:
    rows = load_symptoms().astype({"site": str}).merge(_labels(), on="site", how="left")
    labels = rows["label"].fillna(rows["site"].map(_NO_SITE))
    return rows.assign(label=labels, topic="symptoms " + rows["site"].str.replace("_", " "))


def _treatments() -> pd.DataFrame:
    rows = load_treatments().merge(load_therapies(), on="therapy", how="left")
    return rows.assign(topic="treatments " + rows["kind"].astype(str))


def _site_mentions() -> pd.DataFrame:
    return (
        load_site_mentions().astype({"site": str}).merge(_labels(), on="site", how="left").assign(topic="sites named")
    )


def _labels() -> pd.DataFrame:
    return load_sites()[["site", "label"]].astype({"site": str})


def _by(column: str, load: Callable[[], pd.DataFrame]) -> Callable[[], pd.DataFrame]:
    return lambda: load().assign(topic=lambda rows: rows[column].astype(str))


def _first(column: str, lead: str = "") -> Callable[[pd.DataFrame], str]:
    return lambda rows: lead + str(rows[column].iloc[0])


#: What symptoms are given for that name no site of spread.
_NO_SITE = {"any": "Spread in general", "breast": "The breast itself"}
#: All tables of what the pages say.
_TABLES = {
    "disagreements": _Claims(
        "Positions on a question on which the pages differ",
        _by("question_id", load_disagreements),
        _first("question"),
        STATEMENTS,
    ),
    "care_facts": _Claims("Claims about spread and care", _by("topic", load_care_facts), _first("topic"), STATEMENTS),
    "subtype_facts": _Claims(
        "Claims about subtypes", _by("attribute", load_subtype_facts), _first("topic"), STATEMENTS
    ),
    "symptoms": _Claims("Symptoms that the pages give", _symptoms, _first("label", "Symptoms: "), SYMPTOM_CLAIMS),
    "treatments": _Claims(
        "Treatments that the pages name", _treatments, _first("kind", "Treatments: "), TREATMENT_CLAIMS
    ),
    "site_mentions": _Claims("Sites that the pages name", _site_mentions, _first("topic"), SITE_CLAIMS),
}
#: How topics start in which weeks could be misread as a time to wait.
_CALL_NOW = ("when-to-call", "when-to-seek-care", "symptoms-")


def claims(topic: str) -> Report:
    """Say what the pages say of a topic, in full and in the tables' words.

    Parameters
    ----------
    topic : str
        A topic that :func:`claim_topics` lists, such as "silent-spread" or "step of metastasis"; hyphens and spaces
        are alike. A topic of several tables gets a section for each.

    Returns
    -------
    Report
        A table of the claims with its words. Printed, it is plain text; in a notebook it is HTML. The claims of a
        section are in its ``rows``, such as ``claims("monitoring").sections[0].rows``.

    Raises
    ------
    UsageError
        If there is no such topic.

    Examples
    --------
    >>> monitoring = claims("monitoring")
    >>> print(monitoring.summary)
    One web page on HER2-positive disease, about people in active treatment for metastatic breast cancer, in the \
U.S. (in a page on HER2-positive breast cancer).
    >>> print(monitoring.sections[0].rows["What is said"][1])
    How often scans are done varies with each person's health.
    """
    wanted = str(topic).replace(" ", "-")
    found = [part for part in _parts() if part.topic == wanted]
    if not found:
        raise unknown("topic", topic, dict.fromkeys(part.topic for part in _parts()), "hv.claim_topics()")
    tables = [_TABLES[part.table].shown(part.rows) for part in found]
    cells = (cell for table in tables for row in table.rows for cell in row)
    rows = pd.concat([part.rows for part in found], ignore_index=True)
    groups = whom(rows).unique()
    about = f", about {groups[0]}" if len(groups) == 1 else ""
    title = found[0].title
    return Report(
        title=title,
        notice=no_time_to_wait() if wanted.startswith(_CALL_NOW) else "",
        summary=sentence(f"{pages_line(rows)}{about}"),
        sections=tuple(
            Section(_TABLES[part.table].heading, rows=pd.DataFrame(table.rows, columns=list(table.columns)))
            for part, table in zip(found, tables, strict=True)
        ),
        caveats=(CLAIMS.caveat(), meanings.explain(terms_in((title, *cells))), str(Credit(citing.names(rows)))),
    )


def claim_topics() -> pd.DataFrame:
    """List the topics that :func:`claims` takes: every claim of every table of claims is in one of them.

    Returns
    -------
    pandas.DataFrame
        A row a topic and table: ``topic``, ``table``, ``title`` (the question, or the topic) and ``claims`` (how many).

    Examples
    --------
    >>> claim_topics().query("topic == 'outlook'")["table"].tolist()
    ['disagreements', 'care_facts', 'subtype_facts']
    """
    rows = [(part.topic, part.table, part.title, len(part.rows)) for part in _parts()]
    return pd.DataFrame(rows, columns=["topic", "table", "title", "claims"])


class _Part(NamedTuple):
    """The claims of one table on one topic."""

    topic: str
    table: str
    title: str
    rows: pd.DataFrame


def _parts() -> Iterator[_Part]:
    """Give each topic of each table, in its order."""
    for name, table in _TABLES.items():
        for topic, rows in table.rows().astype({"source_id": str}).groupby("topic", sort=False):
            title = table.title(rows)
            yield _Part(str(topic).replace(" ", "-"), name, f"{title[:1].upper()}{title[1:]}", rows)
