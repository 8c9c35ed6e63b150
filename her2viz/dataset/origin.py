"""What numbers are, decided once: of the documents, of studies, or someone's own; and what must be said of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from her2viz.dataset.things import SITE, Thing, thing_of
from her2viz.phrases import count, noun, reference_class, sentence, specificity

__all__ = ["CLAIMS", "FREQUENCY", "ORIGINS", "OWN", "STUDY", "Origin", "is_own", "origin_of", "table_caveat"]

_KEEP = "Keep the group, the caveat and the source with the picture."
_NOBODY = "They cannot say what will happen to any one person."
_DIFFER = "Studies differ. They say nothing of any one person."  # where words are few


@dataclass(frozen=True)
class Origin:
    """Where numbers or claims come from, and what is said of them for that.

    Parameters
    ----------
    kind : str
        "frequency" (rough figures of the documents), "claims", "study" or "own" (someone's own rows).
    terms_name, terms : str
        What the terms are called on which what is drawn may be passed on, and the terms; LICENSE has them at length.
    topic : str
        What the numbers are about, in a notice.
    subject : str
        What files are about, beside their own words; nothing where we know nothing of it.
    thing : Thing
        What is counted.
    """

    kind: str
    terms_name: str = "Licence"
    terms: str = f"CC BY 4.0. {_KEEP}"
    topic: str = "illness that spreads"
    subject: str = "breast cancer"
    thing: Thing = SITE

    @property
    def own(self) -> bool:
        """Whether the numbers are someone's own."""
        return self.kind == "own"

    def notice(self, past: str) -> str:
        """Say, before the first number, what follows and that nobody needs to read it.

        Parameters
        ----------
        past : str
            A sentence on how to go past the numbers.

        Examples
        --------
        >>> print(FREQUENCY.notice("To go past them, close this page."))
        Numbers about illness that spreads follow. Some people do not want to see them, and that is fine. To go past \
them, close this page. The numbers are about groups. They cannot tell what will happen to you or to any other person. \
If they worry you, please talk with your care team.
        """
        return " ".join((*self.notice_start(), past, *self.notice_end()))

    def notice_start(self) -> tuple[str, ...]:
        """Return the sentences of the notice that stand before the way past the numbers."""
        return (f"Numbers about {self.topic} follow.", "Some people do not want to see them, and that is fine.")

    def notice_end(self) -> tuple[str, ...]:
        """Return the sentences of the notice that stand after the way past the numbers."""
        return (
            "The numbers are about groups.",
            "They cannot tell what will happen to you or to any other person.",
            f"If they worry you, please talk with {self.thing.ask}.",
        )

    def closing(self) -> str:
        """Say, after the last number, with whom to talk about a worry."""
        return f"If what you have seen here worries you, please talk with {self.thing.ask}."

    def caveat(self, rows: pd.DataFrame | None = None) -> str:
        """Say what numbers or claims of this origin can't tell.

        Parameters
        ----------
        rows : pandas.DataFrame, optional
            The rows that the caveat is about; needed for figures of the documents and for someone's own.

        Examples
        --------
        >>> from her2viz import load_sites
        >>> print(FREQUENCY.caveat(load_sites().head(4)))
        Rough figures from one web page, about groups of women. They cannot say what will happen to any one person.
        """
        if self is CLAIMS:
            return "What web pages say, put in our words. This is not medical advice and not a count of people."
        if self is STUDY:
            if rows is not None and "rough_pct" in rows:  # each named in its own row, with of whom
                return f"{_read_in(rows)} No forecast for anyone."
            pages = _pages(rows) if rows is not None and "source_id" in rows else ""
            if pages:
                table = rows is not None and "read_in" in rows and rows["read_in"].str.startswith("table").any()
                studies = ". Others from study abstracts and a registry table," if table else ", and study abstracts"
                if not table and rows is not None and "study" in rows and rows["study"].nunique() == 1:
                    return f"Rough figures from {pages}, and one study\u2019s abstract. {_DIFFER.partition('. ')[2]}"
                return f"Rough figures from {pages}{studies} on some groups and years. {_DIFFER}"
            return (
                "Figures from studies of some groups in some years. We read them in the abstracts. "
                f"Studies differ. {_NOBODY}"
            )
        assert rows is not None
        if self.own:
            maker = "Figures put in by the maker of this picture"
            return f"{maker}, about groups of {_nouns(rows)}. {self.thing.nobody}"
        return f"Rough figures from {_pages(rows)}, about groups of {noun(rows)}. {_NOBODY}"


FREQUENCY, CLAIMS, STUDY = Origin("frequency"), Origin("claims"), Origin("study")
OWN = Origin("own", terms_name="Terms", terms=_KEEP, topic="illness", subject="")
ORIGINS = {origin.kind: origin for origin in (FREQUENCY, CLAIMS, STUDY, OWN)}


def origin_of(rows: pd.DataFrame, kind: str = "frequency") -> Origin:
    """Tell what numbers are: someone's own where rows name their source in words, else those of this kind.

    Those of someone's own know what is counted.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> origin_of(load_sites()).kind
    'frequency'
    """
    if not is_own(rows):
        return ORIGINS[kind]
    thing = thing_of(rows)
    return replace(OWN, topic=thing.topic, thing=thing)


def is_own(rows: pd.DataFrame) -> bool:
    """Whether rows name their source in words, and no document."""
    return "source" in rows.columns and "source_id" not in rows.columns


def table_caveat(kind: str, table: pd.DataFrame) -> str:
    """Say what a whole table can't tell."""
    if kind != "frequency":
        return ORIGINS[kind].caveat()
    rows = table[table["frequency_pct"].notna()]
    reference = f"{reference_class(rows, start='They are of')}, {specificity(rows)}"
    return f"{FREQUENCY.caveat(rows)} {sentence(reference)}"


def _nouns(rows: pd.DataFrame) -> str:
    """Return the noun of all populations of rows; people where they differ."""
    nouns = {noun(group) for _, group in rows.groupby("population", sort=False, observed=True)}
    return nouns.pop() if len(nouns) == 1 else "people"


def _read_in(rows: pd.DataFrame) -> str:
    """Say in what the figures of studies were read; the key points of a paper are no abstract."""
    points = "note" in rows and rows["note"].astype(str).str.contains("key points print").any()
    if rows["study"].nunique() == 1:
        return f"One {'summary' if points else 'abstract'}, on some groups and years."
    return f"{'Summaries' if points else 'Abstracts'} only. Groups and years vary."


def _pages(rows: pd.DataFrame) -> str:
    """Count the documents that rows cite; nothing where they cite none."""
    pages = int(rows["source_id"].nunique())
    return f"{count(pages)} web page{'s' * (pages > 1)}" if pages else ""
