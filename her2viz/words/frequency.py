"""The words of a figure of site frequencies, from the rows: those of the documents, or someone's own."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.dataset import origin
from her2viz.phrases import ALT_LENGTH, OVERLAP, hedged, plain
from her2viz.words import citing, glossary
from her2viz.words.parts import Words

__all__ = ["alt_text", "both_frames", "meanings", "named", "notes", "site_words"]

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
}


def named(rows: pd.DataFrame) -> str:
    """Name the numbers: figures, called rough where every row says so itself or they are the documents'.

    Examples
    --------
    >>> from her2viz import load_sites
    >>> named(load_sites())
    'Rough figures'
    """
    own = origin.is_own(rows)
    return "Figures" if own and not rows["qualifier"].map(phrases.is_rough).all() else "Rough figures"


def meanings(rows: pd.DataFrame) -> str:
    """Explain the terms that the figures of the documents need, or those that rows of one's own use."""
    if not origin.is_own(rows):
        return glossary.explain(["advanced", "HER2"])
    text = " ".join(map(str, rows[[c for c in ("label", "population", "note") if c in rows]].to_numpy().ravel()))
    used = {"metastatic": "metasta" in text.lower(), "HER2": "HER2" in text}
    return glossary.explain([term for term, said in used.items() if said])


def notes(rows: pd.DataFrame) -> str:
    """Pass on what rows of one's own say a reader should know."""
    if not origin.is_own(rows):
        return ""
    told = [f"{row.label}: {row.note}" for row in rows.itertuples() if isinstance(row.note, str)]
    return " ".join(phrases.sentence(text) for text in told)


def _gaps(rows: pd.DataFrame) -> str:
    """Say what the pages do not give, for captions; nothing of sources that we do not know."""
    if origin.is_own(rows):
        return ""
    pages = citing.documents().loc[sorted(set(rows["source_id"]))]
    missing = [] if pages["dated"].any() else ["no date"]
    missing += [] if pages["references"].any() else ["no study"]
    subject = "The page gives" if len(pages) == 1 else "The pages give"
    untyped = ", and the figures name no type of breast cancer" if phrases.specificity(rows) else ""
    return f"{subject} {phrases.join([*missing, 'no time span'])}{untyped}."


def _from_whom(rows: pd.DataFrame) -> str:
    """End an alt text: what kind of figures, and from where."""
    if origin.is_own(rows):
        return f"{named(rows)} put in by its maker."
    pages = rows["source_id"].nunique()
    rough = f"Rough figures from {phrases.count(pages)} web page{'s' * (pages > 1)}"
    return ", ".join(part for part in (rough, phrases.specificity(rows)) if part) + "."


def alt_text(form: str, rows: pd.DataFrame) -> str:
    """Write the alt text of a chart of frequencies: form, group, values, overlap, caveat.

    Values give way, from the middle of the list, where they do not fit into 250 characters.
    """
    tail = " ".join(part for part in (f"{OVERLAP}." if phrases.overlap_note(rows) else "", _from_whom(rows)) if part)
    values = [f"{plain(row.label)} {hedged(row.qualifier, row.frequency_pct)}" for row in rows.itertuples()]
    for kept in range(len(values), 0, -1):
        listed = values if kept == len(values) else [*values[:kept], f"and {len(values) - kept} more"]
        text = f"{form}. {phrases.reference_class(rows)}: {', '.join(listed)}. {tail}"
        if len(text) <= ALT_LENGTH:
            return text
    return text[: ALT_LENGTH - 1] + "\u2026"


def both_frames(label: str, qualifier: object, value: float) -> str:
    """Say how many have it and how many do not.

    Examples
    --------
    >>> both_frames("Bone", "about", 70)
    'Bone: about 70 have it there and about 30 do not.'
    >>> both_frames("Site A", "at least", 70)
    'Site A: at least 70 have it there and at most 30 do not.'
    >>> both_frames("Site A", "often", 70)
    'Site A: often 70 have it there; the others do not.'
    """
    rest = phrases.number(100 - value)
    word = qualifier.casefold() if isinstance(qualifier, str) else ""
    start = f"{label}: {hedged(qualifier, value)} have it there"
    if not word or phrases.is_rough(word):
        return f"{start} and {hedged(qualifier, 100 - value)} do not."
    return f"{start} and {_OTHER_WAY[word]} {rest} do not." if word in _OTHER_WAY else f"{start}; the others do not."


def site_words(title: str, form: str, built: str, rows: pd.DataFrame) -> Words:
    """Make all the words of a figure of site frequencies from its rows.

    Parameters
    ----------
    title : str
        The figure's title, ``{population}`` and ``{people}`` standing for the rows' own words, ``{sites}`` for
        sites of spread, or sites alone where the rows are someone's own.
    form : str
        What sort of chart it is, for the alt text.
    built : str
        A sentence on how the chart is built, for the description.
    rows : pandas.DataFrame
        The rows drawn.
    """
    own, aside, figures = origin.is_own(rows), phrases.specificity(rows), named(rows)
    meaning, note, credit = meanings(rows), phrases.overlap_note(rows), citing.credit(rows)
    said = origin.caveat("own" if own else "frequency", rows)
    reference, places = phrases.reference_class(rows), phrases.counted(len(rows), "site")
    top, bottom = rows.loc[rows["frequency_pct"].idxmax()], rows.loc[rows["frequency_pct"].idxmin()]
    description = [
        built,
        f"{reference}, how many have each site, and how many do not."
        if own
        else f"{reference}, about how many have spread at each site, and how many do not.",
        *(both_frames(row.label, row.qualifier, row.frequency_pct) for row in rows.itertuples()),
        "Not at one site is not nowhere: it may be elsewhere."
        if own
        else "No spread at one site is not no spread: it may be elsewhere.",
        f"The largest figure is for {plain(top['label'])} and the smallest for {plain(bottom['label'])}."
        if len(rows) > 1
        else "",
        note,
        notes(rows),
        said,
        _gaps(rows),
        meaning,
        credit,
    ]
    caption = [
        f"{reference}, figures for {places}." if own else f"{reference}, rough figures for spread at {places}.",
        f"They are {aside}." if aside else "",
        note,
        said,
        _gaps(rows),
        meaning,
        credit,
    ]
    return Words(
        title=title.format(
            population=rows["population"].iloc[0],
            people=phrases.noun(rows),
            sites="Sites" if own else "Sites of spread",
        ),
        reference=reference,
        aside=f"{figures}, {aside}" if aside else figures if figures != "Figures" else "",
        note=note,
        caveat=said,
        credit=credit,
        alt=alt_text(form, rows),
        description=" ".join(part for part in description if part),
        caption=" ".join(part for part in caption if part),
        sources=citing.cited(rows),
    )
