"""The words of a figure of the documents' site frequencies, from the rows."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.dataset.origin import FREQUENCY, origin_of
from her2viz.phrases import hedged, in_100, plain
from her2viz.words import citing
from her2viz.words.extremes import say_extremes
from her2viz.words.parts import Credit, Place, Words, alternatives

__all__ = [
    "both_frames",
    "largest_and_smallest",
    "located",
    "most_and_least",
    "named",
    "page_credit",
    "shown",
    "site_words",
    "terms",
]

#: What the rest of the hundred is called where a number of one's own is no middle of a range.
_OTHER_WAY = {
    "at least": "at most",
    "at most": "at least",
    "up to": "at least",
    "more than": "fewer than",
    "over": "under",
    "less than": "more than",
    "fewer than": "more than",
    "under": "over",
    "no more than": "at least",
    "not more than": "at least",
    **dict.fromkeys(("no fewer than", "no less than", "not fewer than", "not less than"), "at most"),
}


def named(rows: pd.DataFrame) -> str:
    """Name the numbers: figures, called rough where every row says so itself or they are the documents'.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> named(load_sites())
    'Rough figures'
    """
    exact = origin_of(rows).own and not rows["qualifier"].map(phrases.is_rough).all()
    return "Figures" if exact else "Rough figures"


def largest_and_smallest(rows: pd.DataFrame) -> str:
    """Say the largest figure and the smallest, as a title.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> largest_and_smallest(load_sites().head(4))
    'About 70 in 100 have spread in bone, about 10 in the brain'
    """
    top, bottom = (rows.loc[found] for found in (rows["frequency_pct"].idxmax(), rows["frequency_pct"].idxmin()))
    most = in_100(top["qualifier"], top["frequency_pct"])
    least = hedged(bottom["qualifier"], bottom["frequency_pct"])
    differ = top["frequency_pct"] != bottom["frequency_pct"]
    others = f", {least} {phrases.within(bottom['label'])}" if differ else ""
    return f"{most[:1].upper()}{most[1:]} have spread {phrases.within(top['label'])}{others}"


def most_and_least(rows: pd.DataFrame) -> str:
    """Say the largest figure and the smallest of 100, as a title.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> most_and_least(load_sites().head(4))
    'Spread in bone about 70 of 100, in the brain about 10'
    """
    top, bottom = (rows.loc[found] for found in (rows["frequency_pct"].idxmax(), rows["frequency_pct"].idxmin()))
    most, least = (phrases.hedged(row["qualifier"], row["frequency_pct"]) for row in (top, bottom))
    differ = top["frequency_pct"] != bottom["frequency_pct"]
    others = f", {phrases.within(bottom['label'])} {least}" if differ else ""
    return f"Spread {phrases.within(top['label'])} {most} of 100{others}"


def page_credit(rows: pd.DataFrame) -> tuple[Credit, ...]:
    """Credit, with the line, the one document that rows cite; several by their names, and someone's own as it is.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> print(*page_credit(load_sites().head(4)))
    Source: Guide page, line 17.
    """
    places = citing.places(rows)
    if origin_of(rows).own or len(places) > 1:
        return (Credit(citing.names(rows)),)
    return (Credit((Place(places[0].name, found=f"line {places[0].line}"),)),)


def located(rows: pd.DataFrame) -> tuple[Credit, ...]:
    """Credit the places in several documents, for which a page has no room."""
    places = citing.places(rows)
    return (Credit(places),) if len(places) > 1 and not origin_of(rows).own else ()


def terms(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the terms to explain: those of the documents' figures, or those that rows of one's own use."""
    if not origin_of(rows).own:
        return ("advanced", "HER2")
    text = " ".join(map(str, rows[[c for c in ("label", "population", "note") if c in rows]].to_numpy().ravel()))
    used = {"metastatic": "metasta" in text.lower(), "HER2": "HER2" in text}
    return tuple(term for term, found in used.items() if found)


def _gaps(rows: pd.DataFrame) -> str:
    """Say what the pages do not give."""
    pages = citing.documents().loc[sorted(set(rows["source_id"]))]
    missing = [] if pages["dated"].any() else ["no date"]
    missing += [] if pages["references"].any() else ["no study"]
    subject = "The page gives" if len(pages) == 1 else "The pages give"
    untyped = ", and the figures name no type of breast cancer" if phrases.specificity(rows) else ""
    return f"{subject} {phrases.join([*missing, 'no time span'])}{untyped}."


def shown(rows: pd.DataFrame, tail: str) -> tuple[str, ...]:
    """Say of whom the figures are, the figures, the overlap, and how rough they are, for an alt text."""
    overlap = f"{phrases.OVERLAP}. " if phrases.overlap_note(rows) else ""
    values = [f"{plain(row.label)} {hedged(row.qualifier, row.frequency_pct)}" for row in rows.itertuples()]
    return alternatives(f"{phrases.reference_class(rows)}: ", values, overlap + tail)


def both_frames(
    label: str, qualifier: object, value: float, have: str = "have it there", do_not: str = "do not"
) -> str:
    """Say how many have it and how many do not.

    Examples
    --------
    >>> both_frames("Bone", "about", 70)
    'Bone: about 70 have it there and about 30 do not.'
    >>> both_frames("Site A", "at least", 70)
    'Site A: at least 70 have it there and at most 30 do not.'
    >>> both_frames("Site A", "often", 70)
    'Site A: often 70 have it there; the others do not.'
    >>> both_frames("Yes", None, 70, "gave it", "did not")
    'Yes: 70 gave it and 30 did not.'
    """
    rest = phrases.number(100 - value)
    word = qualifier.casefold() if isinstance(qualifier, str) else ""
    start = f"{label}: {hedged(qualifier, value)} {have}"
    if not word or phrases.is_rough(word):
        return f"{start} and {hedged(qualifier, 100 - value)} {do_not}."
    return (
        f"{start} and {_OTHER_WAY[word]} {rest} {do_not}." if word in _OTHER_WAY else f"{start}; the others {do_not}."
    )


def site_words(title: str, form: str, built: str, rows: pd.DataFrame) -> Words:
    """Make all the words of a figure of the documents' site frequencies from its rows.

    Parameters
    ----------
    title : str
        Its title.
    form : str
        What sort of chart it is, for the alt text.
    built : str
        A sentence on how the chart is built, for the description.
    rows : pandas.DataFrame
        The rows drawn.
    """
    reference, aside, note = phrases.reference_class(rows), phrases.specificity(rows), phrases.overlap_note(rows)
    pages = rows["source_id"].nunique()
    rough = f"Rough figures from {phrases.count(pages)} web page{'s' * (pages > 1)}"
    return Words(
        origin=FREQUENCY,
        title=title,
        form=form,
        reference=reference,
        aside=f"Rough figures, {aside}" if aside else "Rough figures",
        note=note,
        built=built,
        facts=(
            f"{reference}, about how many have spread at each site, and how many do not.",
            *(both_frames(row.label, row.qualifier, row.frequency_pct) for row in rows.itertuples()),
            "No spread at one site is not no spread: it may be elsewhere.",
            say_extremes(rows, label=plain),
            note,
        ),
        brief=(
            f"{reference}, rough figures for spread at {phrases.counted(len(rows), 'site')}.",
            f"They are {aside}." if aside else "",
            note,
        ),
        shows=shown(rows, f"{rough}, {aside}." if aside else f"{rough}."),
        caveat=FREQUENCY.caveat(rows),
        gaps=_gaps(rows),
        terms=terms(rows),
        places=citing.places(rows),
        credits=page_credit(rows),
        located=located(rows),
    )
