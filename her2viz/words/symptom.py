"""The words of the figures of symptoms: what pages list, of whom, and that the care team should hear of it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_sources
from her2viz.dataset.origin import CLAIMS
from her2viz.words import citing
from her2viz.words.claim import about_whom, credit_lines, pages_line
from her2viz.words.parts import Words, alternatives

__all__ = ["BY_TREATMENT", "NOT_PEOPLE", "folded", "listing", "symptom_words"]

#: The row that says that treatment may cause symptoms as well.
BY_TREATMENT = "symptom caused by treatment"
_TELL = "Tell your care team about new symptoms now."
#: What the dots count.
NOT_PEOPLE = "Dots: pages, not people."
_OTHER_CAUSE = "Treatment may cause some."


def listing(n: int) -> str:
    """Say how many of the pages list something, at the start of a sentence.

    Examples
    --------
    >>> listing(4), listing(3), listing(1)
    ('All four pages list', 'Three of four pages list', 'One of four pages lists')
    """
    of = len(load_sources())
    start = f"All {phrases.count(of)}" if n == of else f"{phrases.count(n).capitalize()} of {phrases.count(of)}"
    return f"{start} pages list{'s' * (n == 1)}"


def folded(names: list[str]) -> str:
    """Join names, a word with which several start said once.

    Examples
    --------
    >>> folded(["distress", "trouble seeing", "trouble hearing"])
    'distress, trouble seeing or hearing'
    """
    found = []
    for first in dict.fromkeys(name.split()[0] for name in names):
        words = [name.split() for name in names if name.split()[0] == first]
        shared = next(n for n in range(min(map(len, words)), 0, -1) if all(w[:n] == words[0][:n] for w in words))
        rest = [" ".join(w[shared:]) for w in words]
        ends = f"{', '.join(rest[:-1])} or {rest[-1]}" if len(rest) > 1 else rest[0]
        found.append(f"{' '.join(words[0][:shared])} {ends}".strip())
    return ", ".join(found)


def symptom_words(
    title: str,
    form: str,
    whom: str,
    claims: pd.DataFrame,
    *,
    built: str,
    items: Sequence[str],
    facts: Sequence[str],
    brief: Sequence[str],
    dots: str = NOT_PEOPLE,
) -> Words:
    """Make all the words of a figure of symptoms.

    Parameters
    ----------
    title : str
        The title.
    form : str
        What sort of chart it is.
    whom : str
        Of whom the symptoms are.
    claims : pandas.DataFrame
        The rows of the tables that it is made of.
    built : str
        How it is built, for the description.
    items : sequence of str
        What it shows, in few words each, for the alt text.
    facts, brief : sequence of str
        All that it shows, as sentences, for the description, and the same in short for the caption.
    dots : str
        What the dots count.
    """
    pages = f"{pages_line(load_sources())}."
    note = f"{_TELL} {_OTHER_CAUSE}" if (claims["symptom"] == BY_TREATMENT).any() else _TELL
    lead = (phrases.sentence(whom), pages)
    return Words(
        origin=CLAIMS,
        title=title,
        form=form,
        reference=whom,
        aside=dots,
        note=note,
        built=built,
        facts=(*lead, *facts, about_whom(claims), dots, note),
        brief=(*lead, *brief, dots, note),
        shows=(*alternatives(f"{whom}. Number of pages: ", list(items), dots, "; "), f"{title}. {whom}. {dots}"),
        caveat=CLAIMS.caveat(),
        terms=("metastatic", "HER2"),
        places=citing.places(claims),
        credits=credit_lines(load_sources()),
    )
