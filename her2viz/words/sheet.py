"""The words of the sheet to hand out: rules to read a figure by, and questions with their answers, from the rows."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.own.grouped import groups_of
from her2viz.phrases import hedged, noun, number, within
from her2viz.words.citing import full_sources
from her2viz.words.frequency import both_frames
from her2viz.words.parts import Words

__all__ = [
    "BOOKLET_PAST",
    "KEY_HEADING",
    "NOTES",
    "PAST",
    "QUESTIONS_HEADING",
    "RULES",
    "RULES_HEADING",
    "Question",
    "Rule",
    "own_questions",
    "page_caveat",
    "questions",
]

#: How to go past the numbers.
PAST = "To go past them, put this sheet away."
BOOKLET_PAST = "To go past them, turn to the last page, which lists the sources."
#: What stands over the rules, over the questions, over these with their answers, and over lines to write on.
RULES_HEADING = "Three rules for any figure like these"
QUESTIONS_HEADING = "Four questions"
KEY_HEADING = "Four questions, with answers"
NOTES = "Your notes"


class Rule(NamedTuple):
    """A rule to read a figure by."""

    name: str
    text: str


class Question(NamedTuple):
    """A question about the figures of the sheet, by the rule that it is about, and its answer."""

    name: str
    ask: str
    answer: str


RULES = (
    Rule("Of whom?", "Find the group that was counted. The same number may be about other people."),
    Rule(
        "How rough?",
        "Keep the word that stands before the number, such as \u201cabout\u201d. Without it the number looks exact.",
    ),
    Rule("From where?", "Ask who wrote it, when, and who was counted. If you are not told, say so."),
)
_OF_WHOM, _ROUGH, _FROM = (rule.name for rule in RULES)
_REST, _TWICE, _ALL = "And the others?", "One person, or more?", "All three rules"
_THREE = "What three things are left out? Write it again with all three."


def page_caveat(words: list[Words], rows: list[pd.DataFrame]) -> str:
    """Say once for all figures of a page what they can't tell.

    Parameters
    ----------
    words : list of Words
        Of each figure; all of one origin.
    rows : list of pandas.DataFrame
        The rows that each draws.

    Examples
    --------
    >>> import her2viz as hv
    >>> figures = [hv.figure("site-bars"), hv.figure("percent-of-whom")]
    >>> page_caveat([fig.words for fig in figures], [fig.data for fig in figures])
    'Rough figures from two web pages, about groups of people. They cannot say what will happen to any one person.'
    """
    caveats = {each.caveat for each in words}
    if len(caveats) == 1:
        return caveats.pop()
    widest = sorted(rows, key=lambda frame: noun(frame) != "people")  # people are women too, women not all people
    return words[0].origin.caveat(pd.concat(widest))


def questions(bars: pd.DataFrame, hundreds: pd.DataFrame, words: Words) -> tuple[Question, ...]:
    """Ask about the two figures of the sheet.

    Parameters
    ----------
    bars : pandas.DataFrame
        The sites with a figure.
    hundreds : pandas.DataFrame
        The figures that each have a hundred of their own.
    words : Words
        Of the figure that draws ``bars``.
    """
    top = bars.loc[bars["frequency_pct"].idxmax()]
    value, qualifier, place = top["frequency_pct"], top["qualifier"], within(top["label"])
    figures = [number(pct) for pct in bars["frequency_pct"]]
    of, one = phrases.reference_class(bars), noun(bars, singular=True)
    groups = [hundreds.iloc[[0]], hundreds.iloc[[-1]]]
    said = [
        f"{phrases.reference_class(group)}, {hedged(row.qualifier, row.value)} {row.says}."
        for group in groups
        for row in group.itertuples()
    ]
    whom = ", ".join(filter(None, (of, phrases.specificity(bars))))
    sources = " ".join(source.text for source in full_sources([words]))
    return (
        Question(
            _OF_WHOM,
            f"Look at the {phrases.count(len(hundreds))} squares. What do the first and the last count, and of whom?",
            f"{' '.join(said)} They are not the same people, so the two figures do not go together.",
        ),
        Question(
            _REST,
            f"{of}, about how many do not have spread {place}? Does that mean no spread at all?",
            f"{both_frames(top['label'], qualifier, value)} No: it may be elsewhere.",
        ),
        Question(
            _TWICE,
            "Add up the figures of the bars. What does the sum count?",
            f"{' + '.join(figures)} = {number(bars['frequency_pct'].sum())}. It counts sites, not {noun(bars)}: "
            f"one {one} can have more than one site.",
        ),
        Question(
            _ALL,
            f"Someone writes only: \u201c{number(value)}% have spread {place}.\u201d {_THREE}",
            f"{_OF_WHOM} {whom}. {_ROUGH} {phrases.sentence(hedged(qualifier, value))} {_FROM} {sources}",
        ),
    )


def own_questions(rows: pd.DataFrame, words: Words) -> tuple[Question, ...]:
    """Ask about figures of someone's own, of which nothing is known but what their rows say.

    Parameters
    ----------
    rows : pandas.DataFrame
        The rows drawn.
    words : Words
        Of the figure that draws them.
    """
    top = rows.loc[rows["frequency_pct"].idxmax()]
    value, qualifier, label = top["frequency_pct"], top["qualifier"], top["label"]
    said, reference = hedged(qualifier, value), words.reference
    groups = groups_of(rows)
    if groups:  # a number is of one of them
        label, reference = f"{label} ({top['group']})", f"{top['group']}: of 100 {top['population']}"
    several = bool(rows["sites_overlap"].fillna(False).astype(bool).any())
    twice = "Yes: one person can be in more than one row, so the sum counts rows, not people."
    once = "No: each person is in one row at most, so the sum counts people, as far as the figures are exact."
    apart = "The rows are of two groups, side by side: a sum of them counts neither group."
    return (
        Question(
            _OF_WHOM,
            "Of whom are these figures? Are they of other people too?",
            f"{words.reference}. Of other people they say nothing.",
        ),
        Question(
            _REST,
            f"Look at \u201c{label}\u201d. How many of the 100 are counted there, and how many are not?",
            both_frames(label, qualifier, value, "are counted", "are not"),
        ),
        Question(
            _TWICE,
            "Can one person be in more than one row? What would the sum of the figures count?",
            apart if groups else twice if several else once,
        ),
        Question(
            _ALL,
            f"Someone writes only: \u201c{label}: {number(value)}%.\u201d {_THREE}",
            f"{_OF_WHOM} {phrases.sentence(reference)} {_ROUGH} {phrases.sentence(said)} "
            f"{_FROM} {phrases.sentence(top['source'])}",
        ),
    )
