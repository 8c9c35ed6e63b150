"""The lesson: its script, its figures and its tables put together on slides, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from her2viz.catalogue.registry import CATALOGUE, entry, figure
from her2viz.dataset.loaders import load_disagreements
from her2viz.dataset.origin import CLAIMS, FREQUENCY
from her2viz.dataset.said import whom
from her2viz.output.lesson_numbers import lesson_numbers
from her2viz.output.lesson_script import AIMS, HANDS, HEADLINE, NOT_ALOUD, TAKE_HOME, TASK, Step, script
from her2viz.output.powerpoint import Slide
from her2viz.output.slide_layouts import Template
from her2viz.output.slide_parts import (
    figure_slide,
    first_slide,
    home_slide,
    notice_slide,
    source_slide,
    table_slide,
)
from her2viz.phrases import sentence
from her2viz.words import citing, meanings
from her2viz.words.data_table import FIGURES, HUNDREDS, STATEMENTS, DataTable
from her2viz.words.parts import Credit, Words

__all__ = ["lesson_figures", "lesson_slides", "unspoken"]

_DRAWN = {each.name for each in CATALOGUE}
#: The figures whose rows a slide without a picture shows.
_SHOWN = {"poll": "percent-of-whom", "task": "what-nobody-says"}
Part = tuple[str, Slide, bool]


def lesson_figures(minutes: int) -> list[str]:
    """Return the figures that are drawn for the lesson of this length.

    Examples
    --------
    >>> lesson_figures(20)
    ['percent-of-whom', 'site-icons', 'overlap-bounds', 'two-denominators', 'published-sites']
    """
    return [step.key for step in script(minutes) if step.key in _DRAWN]


def lesson_slides(template: Template, minutes: int, institution: str) -> Iterator[Part]:
    """Add the slides of the lesson; give each with the section that it is in and whether a figure was drawn for it."""
    steps, numbers = script(minutes), lesson_numbers()
    shown: list[Words] = []
    notice: Slide | None = None
    for step, after in pairwise([*steps, None]):
        assert step is not None
        title = step.title.format_map(numbers)
        notes = _spoken(step, after, minutes, numbers)
        if step.key == "front":
            yield "Opening", first_slide(template, title, AIMS, institution, notes), False
        elif step.key == "notice":
            notice = notice_slide(template, FREQUENCY, notes)
            yield "Opening", notice, False
        elif step.key == "home":
            assert notice is not None
            yield "To take home", home_slide(template, TAKE_HOME, FREQUENCY, notice, notes), False
        elif step.key == "sources":
            sources = citing.full_sources(shown)
            yield "To take home", source_slide(template, sources, FREQUENCY, institution, notes), False
        elif step.key in _DRAWN:
            fig = figure(step.key, size="slide")
            shown.append(fig.words)
            yield "Lesson", figure_slide(template, fig, [*notes, *unspoken(fig.words)], title), True
        else:
            if step.key in _SHOWN:
                shown.append(entry(_SHOWN[step.key]).words(entry(_SHOWN[step.key]).rows(None)))
            yield "Lesson", _table(template, step.key, title, notes), False


def _spoken(step: Step, after: Step | None, minutes: int, numbers: dict[str, str]) -> list[str]:
    """Write what is spoken on a slide, and how long the class has."""
    class_time = step.minutes[minutes]
    parts = {
        "SAY": step.say,
        "ASK": step.ask,
        "ANSWER": step.answer,
        "MINUTES": f"{class_time} for the class, beside the talk" if class_time else "none but the talk",
        "NEXT": after.bridge if after else "",
    }
    return [f"{name}: {text.format_map(numbers)}" for name, text in parts.items() if text]


def unspoken(words: Words) -> list[str]:
    """Write what a teacher should know of a figure: its caveat, what its terms mean, and where its numbers stand."""
    parts = {
        "Caveat": f"{words.caveat} {words.gaps}".strip(),
        "Words": meanings.explain(words.terms),
        "Source": "; ".join(words.sources),
    }
    return [NOT_ALOUD, *(f"{name}: {text}" for name, text in parts.items() if text)]


def _table(template: Template, key: str, title: str, notes: Sequence[str]) -> Slide:
    """Add one of the slides that show a table."""
    if key == "her2-pace":
        rows = load_disagreements().query("question_id == 'her2-pace'").astype({"source_id": str})
        (group,) = whom(rows).unique()
        said, foot = STATEMENTS(rows), [CLAIMS.caveat(), str(Credit(citing.names(rows)))]
        kept = [said.columns.index(name) for name in ("Page", "What is said")]
        table = DataTable(
            tuple(said.columns[n] for n in kept), tuple(tuple(line[n] for n in kept) for line in said.rows)
        )
        unsaid = [NOT_ALOUD, f"Caveat: {foot[0]}", f"Source: {'; '.join(map(str, citing.places(rows)))}"]
        question = str(rows["question"].iloc[0])
        return table_slide(template, question, [f"About {group}"], table, (1, 4), foot, [*notes, *unsaid])
    rows = entry(_SHOWN[key]).rows(None)
    words = entry(_SHOWN[key]).words(rows)
    if key == "poll":
        ends = rows.iloc[[0, -1]]
        whose = ", or ".join(f"of 100 {population}" for population in ends["population"])
        lines, table = [sentence(whose).rstrip("."), HANDS], HUNDREDS(ends)
        foot = [FREQUENCY.caveat(ends), str(Credit(citing.names(ends)))]
        shares: Sequence[float] = (3, 1.4, 3, 4)
    else:
        lines, table, shares = [HEADLINE, TASK, words.reference], FIGURES(rows), (5, 2, 2, 2, 2)
        foot = [words.note, f"{words.caveat} {words.credit}"]
    return table_slide(template, title, lines, table, shares, foot, [*notes, *unspoken(words)])
