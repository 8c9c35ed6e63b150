"""The words of someone's own figures, chosen by the fields of their rows: nothing else is known of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.dataset.origin import origin_of
from her2viz.dataset.things import SITE
from her2viz.own.counts import circles_of, counted_words
from her2viz.own.grouped import groups_of, reference
from her2viz.phrases import hedged, in_100
from her2viz.words import citing, frequency
from her2viz.words.extremes import largest, names, say_extremes, smallest
from her2viz.words.parts import Words, alternatives

__all__ = ["NO_FIGURE", "ROUNDED", "all_figures", "heading", "largest_and_smallest", "no_figure", "own_words"]

#: What is said of a row without a number.
NO_FIGURE = "no figure"
#: What is said of circles where counts are not whole numbers of 100.
ROUNDED = "Circles are rounded to whole people."


def heading(rows: pd.DataFrame) -> str:
    """Say what is counted of whom, as a title without a number.

    Examples
    --------
    >>> rows = pd.DataFrame({"thing": "answer", "population": ["pupils of one class"], "frequency_pct": 5})
    >>> heading(rows.assign(source="Class 4b"))
    'Answers of pupils of one class'
    """
    return f"{origin_of(rows).thing.of_whom} {phrases.join(dict.fromkeys(_figured(rows)['population']))}"


def largest_and_smallest(rows: pd.DataFrame) -> str:
    """Say the largest figure and the smallest, as a title; of two groups, both figures of the row with the largest.

    Where a hedge such as "up to" leaves open which is the largest, no order is said.
    """
    figured, thing = _figured(rows), origin_of(rows).thing.name
    if groups_of(rows):
        top = figured.loc[figured["frequency_pct"].idxmax()]
        pair = rows[rows["site"] == top["site"]]
        return f"{top['label']}: {', '.join(f'{row.group} {_number(row)}' for row in pair.itertuples())}"
    top, bottom = largest(figured), smallest(figured)
    if len(figured) == 1:
        return f"{figured['label'].iloc[0]}: {_number(figured.iloc[0])}"
    if len(top) == len(figured):
        return f"Each {thing} has the same figure: {_number(top.iloc[0])}"
    ends = [
        *([f"largest figure: {names(top, thing)}, {_number(top.iloc[0])}"] if len(top) else []),
        *([f"smallest{'' if len(top) else ' figure'}: {names(bottom, thing)}, "] if len(bottom) else []),
    ]
    if len(bottom):
        ends[-1] += _short(bottom.iloc[0]) if len(top) else _number(bottom.iloc[0])
    text = "; ".join(ends)
    return text[:1].upper() + text[1:] if text else heading(rows)


def all_figures(rows: pd.DataFrame) -> str:
    """Say every figure, as a title; of more than four the largest, or no number where hedges leave open which it is."""
    figured = _figured(rows)
    if len(figured) <= 4:
        return ", ".join(f"{row.label} {_short(row)}" for row in figured.itertuples())
    top = largest(figured)
    if top.empty:
        return heading(rows)
    named = names(top, origin_of(rows).thing.name)
    named = named.capitalize() if named not in phrases.join(top["label"]) else named  # a label stays as it is written
    return f"{named} {_number(top.iloc[0])}; no other figure is larger"


def no_figure(rows: pd.DataFrame) -> str:
    """Name the rows without a figure, and of whom they are where they are of others; nothing where all have one.

    Examples
    --------
    >>> no_figure(pd.DataFrame({"label": ["A", "B"], "frequency_pct": [5, None], "population": ["men", "boys"]}))
    'No figure: B (boys).'
    """
    without, of_whom = rows[rows["frequency_pct"].isna()], set(_figured(rows)["population"])
    named = [
        row.label + (f", {row.group}" if groups_of(rows) else "") + _others(row.population, of_whom)
        for row in without.itertuples()
    ]
    if groups_of(rows):  # a row that one group does not have is drawn without a figure
        there = set(zip(rows["label"], rows["group"], strict=True))
        named += [
            f"{label}, {group}"
            for label in rows["label"].unique()
            for group in groups_of(rows)
            if (label, group) not in there
        ]
    return f"{NO_FIGURE.capitalize()}: {'; '.join(named)}." if named else ""


def own_words(title: str, form: str, built: str, rows: pd.DataFrame, *, circles: bool = False) -> Words:
    """Make all the words of a figure of someone's own rows.

    Parameters
    ----------
    title : str
        Its title.
    form : str
        What sort of chart it is, for the alt text.
    built : str
        Sentences on how the chart is built, for the description.
    rows : pandas.DataFrame
        The rows shown, those without a figure too.
    circles : bool
        Whether figures are drawn as whole circles.
    """
    origin, thing, figured = origin_of(rows), origin_of(rows).thing, _figured(rows)
    figures, of, missing = frequency.named(figured), reference(figured), no_figure(rows)
    note, rounded = _several(figured), ROUNDED if circles and _rounded(figured) else ""
    kinds = phrases.counted(figured["site"].nunique(), thing.name)
    return Words(
        origin=origin,
        title=title,
        form=form,
        reference=of,
        aside=figures if figures != "Figures" else "",
        note=" ".join(filter(None, (note, rounded))),
        built=built,
        facts=(
            f"{of}: {thing.each}." if not groups_of(rows) else f"{of}. It shows {thing.each}.",
            *(_both_frames(row, rows) for row in figured.itertuples()),
            missing,
            thing.elsewhere,
            "" if groups_of(rows) else say_extremes(figured, thing.name),
            "Nothing is worked out between the two groups." if groups_of(rows) else "",
            note,
            rounded,
            *_notes(rows),
        ),
        brief=(f"{of}. Figures for {kinds}.", missing, note, rounded),
        shows=_shown(figured, len(rows) - len(figured), missing, f"{figures} put in by its maker."),
        caveat=origin.caveat(figured),
        terms=frequency.terms(rows) if thing == SITE else (),
        places=citing.places(rows),
    )


def _notes(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return what the rows say a reader should know."""
    noted = rows[rows["note"].notna()] if "note" in rows.columns else rows.head(0)
    return tuple(f"{row.label}: {row.note.rstrip('.')}." for row in noted.itertuples())


def _figured(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["frequency_pct"].notna()]


def _number(row: Any) -> str:
    return NO_FIGURE if pd.isna(row.frequency_pct) else in_100(row.qualifier, row.frequency_pct)


def _short(row: Any) -> str:
    return hedged(row.qualifier, row.frequency_pct)


def _others(population: object, figured: set[str]) -> str:
    return "" if population in figured else f" ({population})"


def _several(figured: pd.DataFrame) -> str:
    """Say that one person can have several, and the sum that shows it where there is one group."""
    if not figured["sites_overlap"].fillna(False).astype(bool).any():
        return ""
    several, total = origin_of(figured).thing.several, figured["frequency_pct"].astype(float).sum()
    rough = figured["qualifier"].map(lambda word: not isinstance(word, str) or phrases.is_rough(word)).all()
    more = f": the sum is {phrases.number(total)}" if total > 100 and rough and not groups_of(figured) else ""
    return f"{several}{more}."


def _rounded(figured: pd.DataFrame) -> bool:
    pairs = zip(circles_of(figured), figured["frequency_pct"], strict=True)
    return any(circles is not None and circles != number for circles, number in pairs)


def _both_frames(row: Any, rows: pd.DataFrame) -> str:
    thing = origin_of(rows).thing
    label = f"{row.label}, {row.group}" if groups_of(rows) else row.label
    frames = frequency.both_frames(label, row.qualifier, row.frequency_pct, f"{thing.verb} {thing.it}", thing.do_not)
    counted = counted_words(pd.DataFrame([row._asdict()])).iloc[0]
    return f"{frames} Counted: {counted}." if counted else frames


def _shown(figured: pd.DataFrame, without: int, missing: str, tail: str) -> tuple[str, ...]:
    """Say of whom the figures are, the figures, those without, and what must be known of them, for an alt text."""
    short = f"{NO_FIGURE.capitalize()}: {without} more. " if without else ""
    several = f"{origin_of(figured).thing.several}. " if _several(figured) else ""
    if groups_of(figured):
        values = [
            f"{label}: {', '.join(f'{row.group} {_short(row)}' for row in pair.itertuples())}"
            for label, pair in figured.groupby("label", sort=False)
        ]
        of, separator = f"{reference(figured)}. ", "; "
    else:
        values = [f"{row.label} {_short(row)}" for row in figured.itertuples()]
        of, separator = f"{reference(figured)}: ", ", "
    full = f"{missing} {several}{tail}".strip()
    return (
        alternatives(of, values, full, separator)[0],
        *alternatives(of, values, f"{short}{several}{tail}", separator),
    )
