"""The lesson without code: a step of the short deck to read, its figure, questions to click, and what to talk of."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.catalogue.registry import entry, figure
from her2viz.course.marking import Feedback, mark
from her2viz.dataset.origin import FREQUENCY
from her2viz.errors import UsageError, unknown
from her2viz.explorer.lesson_questions import Question, questions
from her2viz.explorer.report import Report, Section, lead, when_shown, written
from her2viz.explorer.widget import WIDGET
from her2viz.output.lesson_numbers import lesson_numbers
from her2viz.output.lesson_script import (
    AIMS,
    HEADLINE,
    LENGTHS,
    TAKE_HOME,
    TASK,
    WORRY,
    Step,
    script,
)
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.citing import full_sources, how_to_cite
from her2viz.words.data_table import FIGURES, DataTable

__all__ = ["LessonStep", "lesson_step"]

#: The steps of the deck; the notebook itself holds the notice, which nobody has to run.
_STEPS = {step.key: step for step in script(LENGTHS[0]) if step.key != "notice"}
_NO_FIGURE = ("front", "task", "home", "sources")
#: The figure whose rows the step without a picture shows.
_SHOWN = "what-nobody-says"
#: JupyterLab keeps letters for itself ("b" adds a cell) unless what has the focus tells it to leave them.
_KEYS = when_shown(
    "this.closest('.her2viz-step')?.addEventListener('focusin', "
    "event => event.target.setAttribute('data-lm-suppress-shortcuts', 'true'))"
)
#: A group needs a name, and a place where something is said a role; ipywidgets sets neither.
_GROUP = when_shown(
    "const box = this.closest('.her2viz-question'); box?.setAttribute('role', 'group');"
    "box?.setAttribute('aria-label', box.querySelector('h4').textContent)"
)
_STATUS = when_shown("this.closest('.her2viz-feedback')?.setAttribute('role', 'status')")
#: Choices are sentences: they wrap, and start at the left. Of a cell that is folded JupyterLab shows the first line.
_STYLE = """<style>
.jp-Cell:has(.her2viz-step) .jp-InputPlaceholder { display: none; }
.her2viz-step { max-width: 60rem; }
.her2viz-report .lead { font-size: inherit; }
.her2viz-report summary { cursor: pointer; font-weight: 600; margin: 0.6em 0 0.3em; }
.her2viz-report li { margin: 0.4em 0; max-width: 46rem; }
.her2viz-report figcaption { font-size: 0.95em; margin: 0.4em 0; max-width: 48rem; }
.her2viz-step .jupyter-button { box-sizing: border-box; height: auto; line-height: 1.4; margin: 0.2em 0;
  max-width: 46rem; min-height: 2.6em; padding: 0.5em 0.9em; text-align: left; white-space: normal; width: 100%; }
.her2viz-step .her2viz-chosen { font-weight: 600; outline: 2px solid currentcolor; outline-offset: -2px; }
</style>"""


def lesson_step(name: str) -> LessonStep:
    """Show a step of the lesson without code: what is said, the figure, questions to click, and what to talk of.

    The notebook ``11_without_code`` has a step a cell, on the line of the slides of 20 minutes. Nobody types in it.

    Parameters
    ----------
    name : str
        The step: a figure of the lesson, such as "site-icons", or "front", "task", "home" or "sources".

    Returns
    -------
    LessonStep
        Shows itself in a notebook; printed, it is plain text with the answers.

    Raises
    ------
    UsageError
        If there is no such step, or ipywidgets is not installed.

    Examples
    --------
    >>> lesson_step("site-icons").answer("Yes")
    Not yet. Could one woman be counted at bone and at lung? Then what does the sum count?
    """
    if not isinstance(name, str) or name not in _STEPS:
        raise unknown("name", name, _STEPS)
    try:
        import ipywidgets
    except ImportError as error:
        raise UsageError(
            'The lesson without code needs ipywidgets. Install it with: pip install "her2viz[notebooks]"'
        ) from error
    return LessonStep(_STEPS[name], ipywidgets)


class LessonStep:
    """A step of the lesson without code; made by :func:`her2viz.lesson_step`.

    Examples
    --------
    >>> import her2viz as hv
    >>> step = hv.lesson_step("overlap-bounds")
    >>> step.title
    'Two or more sites: anywhere from about 10 to 60'
    >>> step.answer("No")
    Right. All of them have advanced breast cancer. If it is in none of the four, it may be
    elsewhere.
    """

    def __init__(self, step: Step, ipywidgets: Any) -> None:
        numbers = lesson_numbers()
        self._figure = None if step.key in _NO_FIGURE else figure(step.key)
        self._questions = questions(step.key)
        self._report = _report(step, self._figure, numbers)
        self._talk = (
            Section("Talk about it", [step.ask.format_map(numbers)], folded=True),
            Section("What to listen for", [step.answer.format_map(numbers)], folded=True),
        )
        self._ipywidgets = ipywidgets
        self._widget: Any = None

    @property
    def title(self) -> str:
        """The title of the step."""
        return self._report.title

    @property
    def questions(self) -> tuple[str, ...]:
        """What is asked."""
        return tuple(question.asks for question in self._questions)

    def choices(self, question: int = 0) -> tuple[str, ...]:
        """Return the answers to choose from.

        Parameters
        ----------
        question : int
            Which question of the step, from 0.
        """
        return self._questions[question].choices()

    def answer(self, choice: str, question: int = 0) -> Feedback:
        """Say what a click on a choice says.

        Parameters
        ----------
        choice : str
            One of :meth:`choices`.
        question : int
            Which question of the step, from 0.

        Returns
        -------
        Feedback
            True where the choice is right, else with a hint that fits the mistake.
        """
        return mark(self._questions[question].exercise, choice)

    @property
    def widget(self) -> Any:
        """The step as an ipywidgets.VBox, made once."""
        if self._widget is None:
            made = self._ipywidgets
            asked = [_question(made, question) for question in self._questions]
            talk = made.HTML(written(self._talk))
            self._widget = made.VBox([made.HTML(_KEYS + _STYLE + self._report.html(self._picture())), *asked, talk])
            self._widget.add_class("her2viz-step")
        return self._widget

    def _picture(self) -> str:
        return self._figure._repr_html_() if self._figure else ""

    def _whole(self) -> Report:
        """Return the step with its answers, as it stands where nothing can be clicked but a heading."""
        answered: list[Section] = []
        for question in self._questions:
            answered.append(Section(f"Question: {question.heading}", [question.asks]))
            answered += [
                Section(choice, [mark(question.exercise, choice).text], folded=True) for choice in question.choices()
            ]
        report = self._report
        return Report(report.title, "", report.summary, (*report.sections, *answered, *self._talk), report.caveats)

    def __repr__(self) -> str:
        return repr(self._whole())

    def _repr_html_(self) -> str:
        return _STYLE + self._whole().html(self._picture())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Give the widget to a notebook that can show one, and text and HTML to whatever can't."""
        shown = self.widget._repr_mimebundle_()[WIDGET]
        return {"text/plain": repr(self), "text/html": self._repr_html_(), WIDGET: shown}


def _report(step: Step, fig: TeachingFigure | None, numbers: dict[str, str]) -> Report:
    """Put together what is read at a step, from the deck's own words."""
    said = f"{step.bridge} {step.say.format_map(numbers)}".strip()
    title = step.title.format_map(numbers)
    if fig:
        sections = (
            Section("The picture in words", [fig.description], folded=True),
            Section("The numbers as a table", rows=_frame(entry(step.key).table(fig.data)), folded=True),
        )
        return Report(title or fig.title, "", said, sections, ())  # the caption ends on caveat and sources
    if step.key == "front":
        return Report(title, "", said, (Section("What you will learn", points=AIMS),), ())
    if step.key == "task":
        rows = entry(_SHOWN).rows(None)
        words = entry(_SHOWN).words(rows)
        given = Section("What the pages give", [words.reference], _frame(FIGURES(rows)), notes=[words.note])
        headline = Section("The headline", [HEADLINE, TASK])
        return Report(title, "", said, (headline, given), (words.caveat, str(words.credit)))
    if step.key == "home":
        return Report(title, "", step.bridge, (Section("To remember", points=TAKE_HOME),), (WORRY,))
    shown = [entry(key) for key in (*_STEPS, _SHOWN) if key not in _NO_FIGURE]
    texts = [source.text for source in full_sources(each.words(each.rows(None)) for each in shown)]
    sources = Section("Pages and studies", points=texts)
    return Report(title, "", said, (sources, Section("How to cite", how_to_cite(FREQUENCY))), ())


def _frame(table: DataTable) -> pd.DataFrame:
    return pd.DataFrame(table.rows, columns=list(table.columns))


def _question(ipywidgets: Any, question: Question) -> Any:
    """Make a question with a button a choice, and a place that says at once what the choice was worth."""
    asked = written([Section(f"Question: {question.heading}", [question.asks])])
    buttons = [ipywidgets.Button(description=choice) for choice in question.choices()]
    feedback = ipywidgets.HTML(_STATUS)

    def answer(pressed: Any) -> None:
        for button in buttons:
            button.remove_class("her2viz-chosen")
        pressed.add_class("her2viz-chosen")
        text = mark(question.exercise, pressed.description).text
        feedback.value = lead([f"\u201c{pressed.description}\u201d: {text}"]) + _STATUS

    for button in buttons:
        button.on_click(answer)
        button.add_class("her2viz-choice")
    feedback.add_class("her2viz-feedback")
    box = ipywidgets.VBox([ipywidgets.HTML(asked + _GROUP), *buttons, feedback])
    box.add_class("her2viz-question")
    return box
