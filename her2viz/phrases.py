"""Short runs of words that many sentences are made of: numbers, counts, hedges, and whom a number is of."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

__all__ = [
    "ALT_LENGTH",
    "AT_LEAST",
    "AT_MOST",
    "OVERLAP",
    "count",
    "counted",
    "hedged",
    "in_100",
    "is_rough",
    "join",
    "noun",
    "number",
    "overlap_note",
    "plain",
    "reach",
    "reference_class",
    "sentence",
    "shortest",
    "span",
    "specificity",
    "within",
]

#: At most this many characters in an alt text.
ALT_LENGTH = 250
OVERLAP = "One person can have more than one site"
_NOUNS = {"women": "woman", "men": "man", "children": "child", "people": "person"}
_ROUGH = {"about", "around", "roughly", "approximately", "circa", "some", "rough", "estimated"}
#: Hedges that make a number the lower or the upper end of a range.
AT_LEAST = {"at least", "more than", "over", "no fewer than", "no less than", "not fewer than", "not less than"}
AT_MOST = {"at most", "up to", "less than", "fewer than", "under", "no more than", "not more than"}
#: Names of sites that take no article.
_NO_ARTICLE = {"bone", "skin"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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


def span(qualifier: object, low: float, high: float) -> str:
    """Write a range of 100 with a hedge before its first end that is worked out: nobody and all are no rough numbers.

    Examples
    --------
    >>> span("about", 10, 60), span("about", 0, 30), span(None, 0, 100)
    ('about 10 to 60', '0 to about 30', '0 to 100')
    """
    if low == high:
        return hedged(qualifier, low)
    if low:
        return f"{hedged(qualifier, low)} to {number(high)}"
    return f"0 to {hedged(qualifier if high < 100 else '', high)}"


def is_rough(qualifier: object) -> bool:
    """Whether a qualifier says that the number may be somewhat more or less."""
    return isinstance(qualifier, str) and qualifier.casefold() in _ROUGH


def reach(qualifier: object, value: float) -> tuple[float, float]:
    """Return from where to where a number of 100 may lie, as its hedge says; a rough one counts as it stands.

    Examples
    --------
    >>> reach("about", 40), reach("at least", 40), reach("up to", 40), reach("often", 40)
    ((40, 40), (40, 100), (0, 40), (0, 100))
    """
    word = qualifier.casefold() if isinstance(qualifier, str) else ""
    if not word or is_rough(word):
        return value, value
    return value if word in AT_LEAST else 0, value if word in AT_MOST else 100


def noun(rows: pd.DataFrame, *, singular: bool = False) -> str:
    """Return the population's own noun: women stay women; people where the population starts otherwise."""
    first, *others = str(rows["population"].iloc[0]).lower().split()
    alone = first in _NOUNS and others[:1] not in (["and"], ["or"])  # men and women are people
    plural = first if alone else "people"
    return _NOUNS[plural] if singular else plural


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
    """Say that figures of the documents are not about HER2-positive disease; nothing where the rows name a subtype."""
    # rows that have lost the column keep the caveat
    named = "subtype" in rows.columns and not set(rows["subtype"]) <= {"any"}
    return "" if named or "source_id" not in rows.columns else "not specific to HER2-positive disease"


def overlap_note(rows: pd.DataFrame) -> str:
    """Say that sites overlap, and that the sum shows it where it does.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> overlap_note(load_sites())
    'One person can have more than one site: the sum is 130.'
    """
    if not rows["sites_overlap"].fillna(False).astype(bool).any():
        return ""
    drawn = rows["frequency_pct"].dropna().astype(float)
    if drawn.sum() <= 100:
        return f"{OVERLAP}."
    return f"{OVERLAP}: the sum is {number(drawn.sum())}."


def shortest(*texts: str) -> str:
    """Return the first of some alt texts, the fullest first, that is short enough; the last one cut if none is."""
    fits = (text for text in texts if len(text) <= ALT_LENGTH)
    return next(fits, f"{texts[-1][: ALT_LENGTH - 1]}\u2026")


def plain(label: str) -> str:
    """Write a label inside a sentence: "Bone" as "bone", "HER2", "L4" and "A" as they are."""
    return label[:1].lower() + label[1:] if label.split(" ")[0][1:].islower() else label


def within(label: str) -> str:
    """Say that something is in a place of the body.

    Examples
    --------
    >>> within("Bone"), within("Lung"), within("Lymph nodes")
    ('in bone', 'in the lung', 'in lymph nodes')
    """
    name = plain(label)
    return f"in {name}" if name in _NO_ARTICLE or name.endswith("s") else f"in the {name}"
