"""Write docs/teaching/: minutes, paths, frequent mistakes and questions to talk about, a page a lesson."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from discussion_prompts import ANY, PROMPTS
from her2viz.course.asked import CANT_SAY, CHOICE, NAMES, NUMBER, YES_NO, Mistake
from her2viz.course.exercises import EXERCISES
from her2viz.course.handed_in import answers_in, notebook_cells
from her2viz.course.lessons import LESSONS
from her2viz.course.texts import ExerciseText, exercise_texts, lesson_files
from her2viz.phrases import number

TEACHING = Path(__file__).parent.parent / "docs" / "teaching"
#: How minutes are reckoned: words a minute, minutes a cell and an exercise, and for a guess that is written down.
WORDS, CELL, EXERCISE, GUESS = 130, 0.75, 2.5, 3
#: Of a short class: minutes for sections, and how many exercises.
SECTIONS, FIRST = 30, 2
#: Of a long one: minutes for the lesson at most, and for its talk.
LONGEST, LONG_TALK = 80, 30
LAST = "The lesson in two lines"
#: How many mistakes of an exercise stand on a page.
MISTAKES = 3
MADE = "Made by `make teaching` from the lessons and their answers; not to be edited by hand."


class Section(NamedTuple):
    """A section of a lesson: its heading, how many minutes it takes, and how many exercises are in it."""

    heading: str
    minutes: int
    exercises: int


def sections(path: Path) -> list[Section]:
    """Return the sections of a lesson, each with its minutes."""
    counted: list[list] = []
    for cell in notebook_cells(path):
        if cell["cell_type"] == "markdown":
            for part in re.split(r"^(?=## )", cell["source"], flags=re.MULTILINE):
                if part.startswith("## "):
                    counted.append([part.partition("\n")[0][3:].strip(), 0.0, 0])
                if counted:
                    counted[-1][1] += len(part.split()) / WORDS
        elif counted:
            exercises = len(answers_in([cell]))
            counted[-1][1] += EXERCISE if exercises else CELL
            counted[-1][2] += exercises
    least = {"Predict": GUESS}
    return [Section(name, max(least.get(name, 1), round(minutes)), count) for name, minutes, count in counted]


def classes(found: list[Section]) -> list[str]:
    """Return what to do in 45 and in 90 minutes."""
    to_read = [section for section in found if section.heading not in ("Exercises", LAST)]
    first, used = [], 0
    for section in to_read:
        if used + section.minutes > SECTIONS:
            break
        first.append(section.heading)
        used += section.minutes
    rest = [section.heading for section in to_read[len(first) :]]
    at_end = sum(section.exercises for section in found if section.heading == "Exercises")
    in_pairs = round(min(FIRST, at_end) * EXERCISE)
    whole = min(LONGEST, sum(section.minutes for section in found))
    talk = min(LONG_TALK, 90 - whole)
    short = [
        f"Work through the lesson together, {_span(first)}: {used} minutes.",
        f"Exercises, in pairs, the first {min(FIRST, at_end)} of {at_end}: {in_pairs} minutes." if at_end else "",
        f"Talk about the first question below, then read *{LAST}*: {45 - used - in_pairs} minutes.",
    ]
    long = [
        f"The whole lesson with its exercises: {whole} minutes.",
        f"Talk about the questions below: {talk} minutes.",
        f"A break, or time for those who are slower: {90 - whole - talk} minutes." if whole + talk < 90 else "",
    ]
    home = f"For home: {_span(rest)}, and the other exercises." if rest else ""
    return ["## A class of 45 minutes", _steps(short), home, "## A class of 90 minutes", _steps(long)]


def mistakes(texts: dict[str, ExerciseText], lesson: str) -> list[str]:
    """Return the exercises of a lesson, each with wrong answers that are easy to give, and what the student is told."""
    parts = []
    for exercise in EXERCISES:
        text = texts.get(exercise.name)
        if text and text.lesson == lesson and exercise.mistakes:
            lines = [f"- {_wrong(exercise.asks, mistake)}{mistake.hint}" for mistake in exercise.mistakes[:MISTAKES]]
            parts += [f"**{text.heading}** (`{exercise.name}`)", "\n".join(lines)]
    return parts


def _wrong(asks: str, mistake: Mistake) -> str:
    """Write a wrong answer; nothing where it is a pattern of many, or a chart."""
    if asks not in (NUMBER, YES_NO, NAMES, CHOICE):
        return ""
    answer = mistake.answer() if callable(mistake.answer) else mistake.answer
    if isinstance(answer, bool):
        return "Yes: " if answer else "No: "
    if isinstance(answer, int | float) or hasattr(answer, "item"):
        return f"{number(round(float(answer), 2))}: "
    if isinstance(answer, str):
        return f"{answer[0].upper()}{answer[1:]}: " if answer == CANT_SAY else f"“{answer}”: "
    names = sorted(map(str, answer))
    return f"{', '.join(names)}: " if len(names) <= 5 else f"{len(names)} names: "


def page(path: Path, texts: dict[str, ExerciseText]) -> str:
    """Return the page of a lesson as Markdown."""
    found = sections(path)
    lesson = next((lesson for lesson in LESSONS if lesson.name == path.stem), None)
    title, question = (lesson.title, lesson.question) if lesson else (path.stem[3:].replace("_", " ").capitalize(), "")
    prompts = PROMPTS.get(path.stem, ANY)
    table = "\n".join(f"| {section.heading} | {section.minutes} |" for section in found)
    hints = mistakes(texts, path.stem)
    parts = [
        f"# Teaching: {title}",
        MADE,
        question,
        "Before you begin: some of your students may know someone who is ill, or be ill. Say that numbers about "
        "illness follow, and that nobody has to look at them.",
        "## Minutes",
        f"| Section | Minutes |\n|---|---:|\n{table}\n| All | {sum(section.minutes for section in found)} |",
        *classes(found),
        "## Questions to talk about",
        "\n".join(f"{n}. {prompt}" for n, prompt in enumerate(prompts, 1)),
        *(
            ["## Mistakes that are easy to make", "The wrong answer, and what `hv.check` says of it.", *hints]
            if hints
            else []
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def index() -> str:
    """Return the first page as Markdown."""
    rows = []
    for path in lesson_files():
        title = next((lesson.title for lesson in LESSONS if lesson.name == path.stem), path.stem)
        whole = sections(path)
        minutes, exercises = sum(s.minutes for s in whole), sum(s.minutes for s in whole if s.heading == "Exercises")
        rows.append(f"| [{title}]({path.stem}.md) | {minutes - exercises} | {exercises} |")
    parts = [
        "# For those who teach",
        MADE,
        "Each lesson has a page here: how long each section takes, what to do in 45 and in 90 minutes, questions to "
        "talk about, and mistakes that are easy to make.",
        "| Lesson | Minutes to read and run | Minutes for the exercises |\n|---|---:|---:|\n" + "\n".join(rows),
        f"Minutes are reckoned, not measured: {WORDS} words a minute, {CELL} minutes a cell, {EXERCISE} minutes an "
        "exercise. Your class may need more. Try one lesson first.",
        "## If you have one class only",
        "- 45 minutes: [Where it spreads](01_where_it_spreads.md). It holds the rule that all others rest on: no "
        "figure without its group, its hedge and its page.\n"
        "- 90 minutes: the same lesson in 45 minutes, then the 45 minutes of [Percent of whom](02_percent_of_whom.md)."
        "\n- 45 minutes with nurses, or others who do not code: [a lesson to click](../how-to/nursing-class.md).",
        "## Commands for you",
        "| You want | Write |\n|---|---|\n"
        "| the lessons for your students | `her2viz notebooks DIR` |\n"
        "| the lessons with answers | `her2viz notebooks DIR --solutions` |\n"
        "| grades of what they handed in | `her2viz grade FOLDER grades.csv` |\n"
        "| a row a student, for a gradebook | `her2viz grade FOLDER grades.csv --by-student` |\n"
        "| the exercises in Moodle | `her2viz questions course.xml` |\n"
        "| slides, a sheet to print | `her2viz slides talk.pptx`, `her2viz handout sheet.pdf` |",
        "## Grades",
        "`grade` takes a folder for each student, or files whose names tell whose they are. It runs nothing. An answer "
        "that is written out, such as 130, is marked anew. An answer that code works out is taken as the notebook has "
        "it stored, and the column `how` says `stored output`: a student may have typed that. With `--run` each "
        "notebook runs on your machine, in a folder of its own. That is code which others wrote, so run only what you "
        "would open yourself. If a notebook fails, only its written answers count.",
        "A student sees their own progress with `hv.progress()`. It stays in a file beside their notebooks.",
        "## Moodle",
        "In Moodle, open the question bank, choose Import, then Moodle XML. Each lesson is a category. Wrong answers "
        "get the same hints as in the notebooks. The command lists the questions that Moodle can't mark alone.",
        *(["How to mark work in words: [rubric](rubric.md)."] if (TEACHING / "rubric.md").exists() else []),
    ]
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Return all pages by file name."""
    texts = exercise_texts()
    return {"index.md": index()} | {f"{path.stem}.md": page(path, texts) for path in lesson_files()}


def _span(headings: list[str]) -> str:
    return f"from *{headings[0]}* to *{headings[-1]}*" if len(headings) > 1 else f"*{headings[0]}*"


def _steps(lines: list[str]) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(filter(None, lines), 1))


if __name__ == "__main__":
    TEACHING.mkdir(exist_ok=True)
    for name, text in pages().items():
        (TEACHING / name).write_text(text, encoding="utf-8", newline="\n")
