"""The course: its lessons in order, the question of each, and the figures that each explains."""

from __future__ import annotations

from typing import NamedTuple

from her2viz.errors import unknown

__all__ = ["LESSONS", "WITHOUT_CODE", "Lesson", "is_of", "lesson_of"]


class Lesson(NamedTuple):
    """A lesson: its notebook without the ending, its heading, its question, and its figures, variants included."""

    name: str
    title: str
    question: str
    figures: tuple[str, ...] = ()


LESSONS = (
    Lesson("00_start_here", "Start here", "What can four web pages tell, and what can't they?"),
    Lesson(
        "01_where_it_spreads",
        "Where it spreads",
        "What must you know before you pass a figure on?",
        ("site-bars", "site-icons", "body-map", "spread-steps"),
    ),
    Lesson(
        "02_percent_of_whom",
        "Percent of whom",
        "Three figures are all out of a hundred: are they the same hundred?",
        ("percent-of-whom", "what-nobody-says", "frequency-tree"),
    ),
    Lesson(
        "03_overlap",
        "Overlap",
        "The figures add up to more than a hundred: how many people have more than one site?",
        ("overlap-bounds", "overlap-worlds", "more-than-one-site"),
    ),
    Lesson(
        "04_what_is_said_of_subtypes",
        "What is said of subtypes",
        "Who says what about HER2-positive disease, and how firmly?",
        ("subtype-claims",),
    ),
    Lesson(
        "05_symptoms_and_treatments",
        "Symptoms and treatments",
        "What does it mean that three pages name a symptom?",
        ("symptoms", "care-timing", "drug-targets"),
    ),
    Lesson(
        "06_do_the_documents_agree",
        "Do the documents agree?",
        "Four pages differ: whom do you trust with what?",
        ("who-wrote-the-pages", "source-sites", "disagreements"),
    ),
    Lesson(
        "07_when_and_of_whom",
        "When, and of whom",
        "Why do studies give other figures for the same site?",
        ("published-sites", "two-denominators", "first-and-any-time", "distant-by-year"),
    ),
    Lesson(
        "08_chance_and_subtypes",
        "Chance and subtypes",
        "How much can chance explain, and what can it not?",
        ("published-subtypes", "her2-share"),
    ),
    Lesson("09_make_your_own_figures", "Make your own figures", "How do you make a figure that tells the truth?"),
    Lesson(
        "10_an_unseen_page",
        "An unseen page",
        "Nobody has taken this page apart for you: what may you show of it, and what not?",
    ),
)
#: Beside the course: a lesson for people who do not code. It has the line of the slides, and nothing to grade.
WITHOUT_CODE = Lesson(
    "11_without_code", "Without code", "How do you read the figures quoted about where breast cancer spreads?"
)


def is_of(name: str, figure: str) -> bool:
    """Whether a name is that of a figure, or of a variant: named after it, or after one part of it.

    Examples
    --------
    >>> is_of("symptoms-brain", "symptoms"), is_of("disagreement-her2-pace", "disagreements")
    (True, True)
    """
    return name == figure or name.startswith((f"{figure}-", f"{figure.removesuffix('s')}-"))


def lesson_of(figure: str) -> Lesson:
    """Return the lesson that explains a figure of the catalogue, or the figure that it is a variant of.

    Raises
    ------
    UsageError
        If no lesson has it.

    Examples
    --------
    >>> lesson_of("symptoms-brain").name
    '05_symptoms_and_treatments'
    """
    for lesson in LESSONS:
        if any(is_of(figure, name) for name in lesson.figures):
            return lesson
    raise unknown("figure", figure, [name for lesson in LESSONS for name in lesson.figures], "hv.figures()")
