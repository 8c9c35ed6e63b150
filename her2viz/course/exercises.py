"""The exercises of the course, answered at once: right, or a hint that fits the mistake."""

from __future__ import annotations

from her2viz.course.answers import (
    an_unseen_page,
    chance_and_subtypes,
    do_the_documents_agree,
    make_your_own_figures,
    overlap,
    percent_of_whom,
    start_here,
    symptoms_and_treatments,
    what_is_said_of_subtypes,
    when_and_of_whom,
    where_it_spreads,
)
from her2viz.course.asked import Exercise
from her2viz.course.kept import keep
from her2viz.course.lessons import LESSONS
from her2viz.course.marking import Feedback, mark
from her2viz.errors import UsageError, unknown
from her2viz.files import quoted

__all__ = ["EXERCISES", "check", "lesson_title"]

#: In the order of the course.
EXERCISES: tuple[Exercise, ...] = (
    *start_here.EXERCISES,
    *where_it_spreads.EXERCISES,
    *percent_of_whom.EXERCISES,
    *overlap.EXERCISES,
    *what_is_said_of_subtypes.EXERCISES,
    *symptoms_and_treatments.EXERCISES,
    *do_the_documents_agree.EXERCISES,
    *when_and_of_whom.EXERCISES,
    *chance_and_subtypes.EXERCISES,
    *make_your_own_figures.EXERCISES,
    *an_unseen_page.EXERCISES,
)


def check(exercise: str, answer: object = ...) -> Feedback:
    """Check the answer to an exercise of the course.

    Parameters
    ----------
    exercise : str
        The name of the exercise, as its cell in the notebook gives it, such as "where-it-spreads-1".
    answer : object
        A number, "yes" or "no", a list of names or a few words, as the exercise asks; "can't be said" where the
        tables do not tell. Where a chart is asked for, the Axes that it is drawn on. A frame or series with one value
        counts as that value. Three dots: not answered yet.

    Returns
    -------
    Feedback
        Shows itself as "Right." with the reason, or "Not yet." with a hint that fits the answer; true where right.

    Raises
    ------
    UsageError
        If there is no such exercise, or the answer is empty or of a type that the exercise does not ask for. A table
        of one's own is not checked here, but by :func:`her2viz.read_sites`; a name that ends in .csv is told so.

    Notes
    -----
    Right answers, and the wrong ones that have a hint of their own, are computed from the tables when asked.
    In a notebook on a copy of the course, what was tried and what is right is kept for :func:`her2viz.progress`.

    Examples
    --------
    >>> check("where-it-spreads-3", 100)
    Not yet. That is the whole, not the sum of the four figures. Add the cells up.
    >>> bool(check("where-it-spreads-3", 130))
    True
    """
    by_name = {known.name: known for known in EXERCISES}
    name = str(exercise)
    if name.lower().endswith(".csv"):
        raise UsageError(
            f"hv.check takes the name of an exercise, such as {EXERCISES[0].name!r}, and its answer. To check a table "
            f"of your own, read it with hv.read_sites({name!r}), or run: her2viz check {quoted(name)}"
        )
    if name not in by_name:
        raise unknown("exercise", exercise, by_name)
    feedback = mark(by_name[name], answer)
    if feedback.right is not None:
        keep(name, feedback.right)
    return feedback


def lesson_title(exercise: str) -> str:
    """Return the title of the lesson that an exercise is named after.

    Examples
    --------
    >>> lesson_title("when-and-of-whom-3"), lesson_title("capstone-1")
    ('When, and of whom', 'Capstone')
    """
    stem = exercise.rpartition("-")[0].replace("-", "_")
    titles = {lesson.name.partition("_")[2]: lesson.title for lesson in LESSONS}
    return titles.get(stem, stem.replace("_", " ").capitalize())
