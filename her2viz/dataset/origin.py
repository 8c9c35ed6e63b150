"""What numbers are and what must be said of them: of the documents, of studies, or someone's own."""

from __future__ import annotations

import pandas as pd

from her2viz.phrases import count, noun, reference_class, sentence, specificity

__all__ = ["LICENCE", "caveat", "is_own", "notice", "table_caveat", "terms"]

KEEP = "Keep the group, the caveat and the source with the picture."
#: What the files say of copying; LICENSE says the same at length.
LICENCE = f"CC BY 4.0. {KEEP}"


def notice(past: str, own: bool = False) -> str:
    """Say, before the first number, what follows and that nobody needs to read it.

    Parameters
    ----------
    past : str
        A sentence on how to go past the numbers.
    own : bool
        Whether the numbers are someone's own, which need not be about illness that spreads.

    Examples
    --------
    >>> print(notice("To go past them, close this page."))
    Numbers about illness that spreads follow. Some people do not want to see them, and that is fine. To go past \
them, close this page. The numbers are about groups. They cannot tell what will happen to you or to any other person. \
If they worry you, please talk with your care team.
    """
    about = "illness" if own else "illness that spreads"
    return (
        f"Numbers about {about} follow. Some people do not want to see them, and that is fine. {past} "
        "The numbers are about groups. They cannot tell what will happen to you or to any other person. "
        "If they worry you, please talk with your care team."
    )


def terms(own: bool) -> str:
    """Say on what terms figures may be passed on: those drawn of our tables, or of numbers that are not ours."""
    return KEEP if own else LICENCE


def is_own(rows: pd.DataFrame) -> bool:
    """Whether rows are someone's own: they name their source in words, not a document of ours."""
    return "source" in rows.columns and "source_id" not in rows.columns


def caveat(kind: str, rows: pd.DataFrame | None = None) -> str:
    """Say what numbers or claims of this kind can't tell.

    Parameters
    ----------
    kind : str
        "frequency", "claims", "study" or "own" (someone's own rows).
    rows : pandas.DataFrame, optional
        The rows that the caveat is about; needed for "frequency" and "own".

    Examples
    --------
    >>> from her2viz import load_sites
    >>> print(caveat("frequency", load_sites().head(4)))
    Rough figures from one web page, about groups of women. They cannot say what will happen to any one person.
    """
    if kind == "own":
        assert rows is not None
        return (
            f"Figures put in by the maker of this picture, about groups of {noun(rows)}. "
            "They cannot say what will happen to any one person."
        )
    if kind == "frequency":
        assert rows is not None
        pages = len(set(rows["source_id"]))
        return (
            f"Rough figures from {count(pages)} web page{'s' * (pages > 1)}, about groups of {noun(rows)}. "
            "They cannot say what will happen to any one person."
        )
    pages = rows["source_id"].nunique() if kind == "study" and rows is not None and "source_id" in rows else 0
    if pages:
        return (
            "Figures from studies of some groups in some years, read in the abstracts. Rough figures from "
            f"{count(pages)} web page{'s' * (pages > 1)}. Studies differ. They cannot say what will happen to any one "
            "person."
        )
    return {
        "claims": "What web pages say, put in our words. This is not medical advice and not a count of people.",
        "study": "Figures from studies of some groups in some years. We read them in the abstracts. Studies differ. "
        "They cannot say what will happen to any one person.",
    }[kind]


def table_caveat(kind: str, table: pd.DataFrame) -> str:
    """Say what a whole table can't tell."""
    if kind != "frequency":
        return caveat(kind)
    rows = table[table["frequency_pct"].notna()]
    return f"{caveat(kind, rows)} {sentence(reference_class(rows, start='They are of') + ', ' + specificity(rows))}"
