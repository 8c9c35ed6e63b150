"""The words that travel with the numbers, all made from the rows that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

__all__ = [
    "ALT_LENGTH",
    "LICENCE",
    "OVERLAP",
    "Words",
    "caveat",
    "in_100",
    "is_own",
    "is_rough",
    "join",
    "notice",
    "noun",
    "number",
    "overlap_note",
    "plain",
    "reference_class",
    "shortest",
    "specificity",
    "table_caveat",
    "terms",
]

#: At most this many characters in an alt text.
ALT_LENGTH = 250
KEEP = "Keep the group, the caveat and the source with the picture."
#: What the files say of copying; LICENSE says the same at length.
LICENCE = f"CC BY 4.0. {KEEP}"
OVERLAP = "One person can have more than one site"
_NOUNS = {"women": "woman", "men": "man", "children": "child", "people": "person"}
_ROUGH = {"about", "around", "roughly", "approximately", "circa", "some", "rough", "estimated"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Words(NamedTuple):
    """All that is said about one figure. Title, reference, aside, note, caveat and credit are drawn on the page."""

    title: str
    reference: str
    aside: str
    note: str
    caveat: str
    credit: str
    alt: str
    description: str
    caption: str
    sources: tuple[str, ...]


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


def number(value: float) -> str:
    """Write a number as short as it is.

    Examples
    --------
    >>> number(70.0), number(12.5)
    ('70', '12.5')
    """
    return f"{value:g}"


def count(n: int) -> str:
    """Write a small count as a word.

    Examples
    --------
    >>> count(4), count(130)
    ('four', '130')
    """
    return _COUNTS[n] if n < len(_COUNTS) else str(n)


def counted(n: int, noun: str) -> str:
    """Write how many there are of something.

    Examples
    --------
    >>> counted(4, "site"), counted(1, "site")
    ('four sites', 'one site')
    """
    return f"{count(n)} {noun}{'s' * (n != 1)}"


def join(parts: Iterable[str]) -> str:
    """Join words with commas and "and".

    Examples
    --------
    >>> join(["bone", "lung", "liver"])
    'bone, lung and liver'
    """
    *first, last = list(parts)
    return f"{', '.join(first)} and {last}" if first else last


def say(names: Iterable[str]) -> str:
    """Name those who say something, with the verb that fits.

    Examples
    --------
    >>> say(["Guide page"]), say(["Insights page", "Guide page"])
    ('Guide page says', 'Insights page and Guide page say')
    """
    listed = list(names)
    return f"{join(listed)} {'says' if len(listed) == 1 else 'say'}"


def sentence(text: str) -> str:
    """Write a text as a sentence: capital first, full stop last."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def hedged(qualifier: object, value: float) -> str:
    """Write a number with the hedge of its row.

    Examples
    --------
    >>> hedged("about", 70), hedged(None, 12.5)
    ('about 70', '12.5')
    """
    return f"{qualifier} {number(value)}" if isinstance(qualifier, str) and qualifier else number(value)


def in_100(qualifier: object, value: float) -> str:
    """Write a number of 100 with the hedge of its row.

    Examples
    --------
    >>> in_100("about", 70)
    'about 70 in 100'
    """
    return f"{hedged(qualifier, value)} in 100"


def noun(rows: pd.DataFrame, *, one: bool = False) -> str:
    """Return the population's own noun: women stay women; people where the population starts otherwise."""
    first = str(rows["population"].iloc[0]).split()[0].lower()
    plural = first if first in _NOUNS else "people"
    return _NOUNS[plural] if one else plural


def reference_class(rows: pd.DataFrame, *, start: str = "Of") -> str:
    """Say whom the numbers are of.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> reference_class(load_sites())
    'Of 100 women with advanced breast cancer'
    """
    return f"{start} 100 {rows['population'].iloc[0]}"


def specificity(rows: pd.DataFrame) -> str:
    """Say that figures of the documents are not about HER2-positive disease; nothing where the rows name HER2."""
    named = any("HER2" in str(population) for population in set(rows["population"]))
    return "" if named or "source_id" not in rows.columns else "not specific to HER2-positive disease"


def overlap_note(rows: pd.DataFrame) -> str:
    """Say that sites overlap, and that the sum shows it where it does.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> overlap_note(load_sites())
    'One person can have more than one site: these four add up to 130.'
    """
    if not rows["sites_overlap"].fillna(False).astype(bool).any():
        return ""
    drawn = rows["frequency_pct"].dropna().astype(float)
    if drawn.sum() <= 100:
        return f"{OVERLAP}."
    return f"{OVERLAP}: these {count(len(drawn))} add up to {number(drawn.sum())}."


def is_own(rows: pd.DataFrame) -> bool:
    """Whether rows are someone's own: they name their source in words, not a document of ours."""
    return "source" in rows.columns and "source_id" not in rows.columns


def is_rough(qualifier: object) -> bool:
    """Whether a qualifier says that the number may be somewhat more or less."""
    return isinstance(qualifier, str) and qualifier.casefold() in _ROUGH


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


def glossary(terms: Sequence[str]) -> str:
    """Explain terms in the words of the tables."""
    return " ".join(_meaning(term) for term in terms)


@cache
def _meaning(term: str) -> str:
    from her2viz.loaders import load

    table, fact_id = {
        "metastatic": ("care_facts", "overview-meaning-metastasis"),
        "advanced": ("care_facts", "guide-stage-advanced"),
        "HER2": ("subtype_facts", "cleveland-her2-protein"),
    }[term]
    return sentence(load(table).set_index("fact_id").loc[fact_id, "statement"])


def shortest(*texts: str) -> str:
    """Return the first of some alt texts, the fullest first, that is short enough; the last one cut if none is."""
    fits = (text for text in texts if len(text) <= ALT_LENGTH)
    return next(fits, f"{texts[-1][: ALT_LENGTH - 1]}\u2026")


def plain(label: str) -> str:
    """Write a label inside a sentence: "Bone" as "bone", "HER2", "L4" and "A" as they are."""
    return label[:1].lower() + label[1:] if label.split(" ")[0][1:].islower() else label
