"""What the pages say of a topic, in full: every claim with its page, whom it is about and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from her2viz.dataset.loaders import load_table
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.errors import unknown
from her2viz.explorer.report import Report, Section
from her2viz.phrases import sentence
from her2viz.words import citing, glossary
from her2viz.words.claim import no_time_to_wait, pages_line, terms_in
from her2viz.words.data_table import STATEMENTS
from her2viz.words.parts import Credit

__all__ = ["claim_topics", "claims"]

#: The tables of claims in full: the column of their topics, and the heading of their claims.
_TABLES = {
    "disagreements": ("question_id", "Positions on a question on which the pages differ"),
    "care_facts": ("topic", "Claims about spread and care"),
    "subtype_facts": ("attribute", "Claims about subtypes"),
}
#: Topics whose weeks could be misread as a time to wait.
_CALL_NOW = ("when-to-call", "when-to-seek-care")


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
    found = [part for part in _parts() if part[0] == wanted]
    if not found:
        raise unknown("topic", topic, dict.fromkeys(known for known, *_ in _parts()))
    rows = pd.concat([part for *_, part in found], ignore_index=True)
    title, tables = found[0][2], [STATEMENTS(part) for *_, part in found]
    cells = (cell for table in tables for row in table.rows for cell in row)
    groups = whom(rows).unique()
    about = f", about {groups[0]}" if len(groups) == 1 else ""
    return Report(
        title=title,
        notice=no_time_to_wait() if wanted in _CALL_NOW else "",
        summary=sentence(f"{pages_line(rows)}{about}"),
        sections=tuple(
            Section(_TABLES[name][1], rows=pd.DataFrame(table.rows, columns=list(table.columns)))
            for (_, name, *_), table in zip(found, tables, strict=True)
        ),
        caveats=(CLAIMS.caveat(), glossary.explain(terms_in((title, *cells))), str(Credit(citing.names(rows)))),
    )


def claim_topics() -> pd.DataFrame:
    """List the topics that :func:`claims` takes.

    Returns
    -------
    pandas.DataFrame
        A row a topic and table: ``topic``, ``table``, ``title`` (the question, or the topic) and ``claims`` (how many).

    Examples
    --------
    >>> claim_topics().query("topic == 'outlook'")["table"].tolist()
    ['disagreements', 'care_facts', 'subtype_facts']
    """
    rows = [(name, table, title, len(part)) for name, table, title, part in _parts()]
    return pd.DataFrame(rows, columns=["topic", "table", "title", "claims"])


def _parts() -> Iterator[tuple[str, str, str, pd.DataFrame]]:
    """Give each topic's name, table, title and claims, by table and in its order."""
    for table, (column, _) in _TABLES.items():
        for topic, rows in load_table(table).astype({column: str, "source_id": str}).groupby(column, sort=False):
            title = rows["question"].iloc[0] if "question" in rows else str(topic)
            yield str(topic).replace(" ", "-"), table, f"{title[:1].upper()}{title[1:]}", rows
