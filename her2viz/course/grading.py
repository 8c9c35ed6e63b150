"""Grading notebooks that were handed in: a row a student and exercise, and how each result came about."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from her2viz.course.exercises import EXERCISES, lesson_title
from her2viz.course.handed_in import COMPUTED, Given, answers_in, notebook_cells
from her2viz.course.lessons import LESSONS, WITHOUT_CODE
from her2viz.course.marking import mark
from her2viz.course.rerun import need_kernel, run_cells
from her2viz.errors import DataError, UsageError
from her2viz.files import plainly, shown

__all__ = ["Graded", "by_exercise", "by_student", "grade", "is_grades", "summary"]

#: What a result may be.
RIGHT, NOT_YET, OPEN, UNKNOWN, ABSENT = "right", "not yet", "open", "unknown", "not handed in"
#: How it came about.
MARKED, STORED, RUN, FAILED = "marked", "stored output", "run", "run failed"
_RESULTS = {"Right.": RIGHT, "Not yet.": NOT_YET, "No answer yet.": OPEN}
_BEST = (RIGHT, NOT_YET, UNKNOWN, OPEN, ABSENT)
_BY_NAME = {known.name: known for known in EXERCISES}
#: A spreadsheet takes what starts so for a formula.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: The longest answer that is marked or shown, in letters.
_LONGEST = 1000


@dataclass(frozen=True)
class Graded:
    """What became of an exercise of a student: a row of the table."""

    student: str
    notebook: str
    exercise: str
    result: str
    points: str = ""
    how: str = ""
    answer: str = ""
    feedback: str = ""


_HEAD = tuple(field.name for field in fields(Graded))
_AFTER_LESSONS = ("points", "of", "from_stored_output", "unknown")


def grade(folder: Path, *, run: bool = False, seconds: float = 300) -> tuple[list[Graded], list[str]]:
    """Grade the notebooks in a folder, and in the folders inside it.

    Parameters
    ----------
    folder : pathlib.Path
        Each folder inside it is a student's. Notebooks right in it are of the student that their name gives beside
        that of the lesson; without one, of the folder itself.
    run : bool
        Whether to run them. What others wrote then runs on this machine.
    seconds : float
        How long each may run.

    Returns
    -------
    tuple
        The rows, by student and in the order of the course, and a line for each notebook that could not be read or
        run. An exercise is in it for all if one student handed in its lesson.

    Raises
    ------
    UsageError
        If the folder can't be read, or holds no notebook.
    """
    if run:
        need_kernel()
    best: dict[tuple[str, str], Graded] = {}
    lines: list[str] = []
    students: set[str] = set()
    twice: set[str] = set()
    notebooks, closed = _notebooks(folder)
    lines += [f"{shown(name)}: left out: the folder can't be read, or no notebook is in it" for name in closed]
    for student, path in notebooks:
        students.add(student)
        if WITHOUT_CODE.name in path.stem:
            continue  # it holds nothing to grade
        name = path.relative_to(folder).as_posix()
        try:
            cells = notebook_cells(path)
            given, how = answers_in(cells), STORED
        except (DataError, UsageError) as error:
            lines.append(f"{shown(name)}: left out: {error}")
            continue
        if not any(answer.exercise in _BY_NAME for answer in given):
            lines.append(f"{shown(name)}: left out: no exercise of the course is in it")
            continue
        if run:
            try:
                given, how = answers_in(run_cells(cells, seconds)), RUN
            except DataError as error:
                lines.append(f"{shown(name)}: run failed: {_one_line(error)}; only answers written out are marked")
                given, how = [replace(answer, output="") for answer in given], FAILED
        for answer in given:
            if answer.exercise in _BY_NAME:
                row, key = _graded(student, name, answer, how), (student, answer.exercise)
                before = best.get(key, row)
                twice |= {student} if before.notebook != name else set()
                best[key] = min(before, row, key=lambda known: _BEST.index(known.result))
    lines += [f"{shown(name)}: answers of one exercise are in two notebooks; the best counts" for name in sorted(twice)]
    handed_in = {lesson_title(exercise) for _, exercise in best}
    asked = [known.name for known in EXERCISES if lesson_title(known.name) in handed_in]
    rows = [
        best.get((student, exercise), Graded(student, "", exercise, ABSENT))
        for student in sorted(students)
        for exercise in asked
    ]
    return rows, lines


def _notebooks(folder: Path) -> tuple[list[tuple[str, Path]], list[str]]:
    """Return the notebooks, each with its student, and folders without any; hidden ones are copies of programs."""
    with plainly(f"read the folder {str(folder)!r}"):
        if not folder.is_dir():
            raise UsageError(f"grade takes the folder of what was handed in; {shown(folder)} is none.")
        found = sorted(folder.rglob("*.ipynb"))
        folders = sorted(path.name for path in folder.iterdir() if path.is_dir())
    inside = [(path, path.relative_to(folder).parts) for path in found]
    seen = [(path, parts) for path, parts in inside if not any(part.startswith((".", "__")) for part in parts)]
    regular = [(path, parts) for path, parts in seen if path.is_file()]
    if not regular:
        raise UsageError(f"{shown(folder)} holds no notebook (.ipynb).")
    students = {parts[0] for _, parts in regular if len(parts) > 1}
    without = [name for name in folders if students and name not in students and not name.startswith((".", "__"))]
    named = [("/".join(parts[:-1]) or _named(path.stem) or folder.resolve().name, path) for path, parts in regular]
    return named, without


def _named(stem: str) -> str:
    """Return the student that a file name gives beside the name of the lesson.

    Examples
    --------
    >>> _named("Ada Lee - 03_overlap"), _named("11_without_code"), _named("homework")
    ('Ada Lee', '', 'homework')
    """
    for lesson in (*LESSONS, WITHOUT_CODE):
        if lesson.name in stem:
            stem = stem.replace(lesson.name, "")
    return re.sub(r"^[\s_.-]+|[\s_.-]+$", "", stem)


def _graded(student: str, notebook: str, given: Given, how: str) -> Graded:
    row = Graded(student, notebook, given.exercise, UNKNOWN, "", how, given.source[:_LONGEST], given.output[:_LONGEST])
    if given.value is not COMPUTED and len(given.source) <= _LONGEST:
        try:
            feedback = mark(_BY_NAME[given.exercise], given.value)
        except UsageError as error:
            return replace(row, result=NOT_YET, points="0", how=MARKED, feedback=str(error))
        except Exception as error:  # an answer as odd as a number of 400 digits must not end the grading of a class
            return replace(row, how=MARKED, feedback=f"can't be marked: {type(error).__name__}")
        row = replace(row, how=MARKED, feedback=feedback.text)
    elif how == FAILED:
        return replace(row, feedback="")
    elif not given.output:
        return replace(row, how="", feedback="The answer is code, and no output is stored. Use --run, or look.")
    result = next((result for start, result in _RESULTS.items() if row.feedback.startswith(start)), UNKNOWN)
    return replace(row, result=result, points={RIGHT: "1", UNKNOWN: ""}.get(result, "0"))


def by_exercise(rows: Iterable[Graded]) -> str:
    """Write a row a student and exercise, as CSV."""
    return _csv([_HEAD, *(astuple(row) for row in rows)])


def by_student(rows: list[Graded]) -> str:
    """Write a row a student, as gradebooks import it: points by lesson, their sum, and what they rest on."""
    lessons = list(dict.fromkeys(lesson_title(row.exercise) for row in rows))
    table: list[tuple[object, ...]] = [("student", *lessons, *_AFTER_LESSONS)]
    for student, theirs in _by_student(rows).items():
        right = [row for row in theirs if row.result == RIGHT]
        points = [sum(lesson_title(row.exercise) == lesson for row in right) for lesson in lessons]
        stored = sum(row.how == STORED for row in right)
        unknown = sum(row.result == UNKNOWN for row in theirs)
        table.append((student, *points, len(right), len(theirs), stored, unknown))
    return _csv(table)


def is_grades(content: bytes) -> bool:
    """Tell a table of ours, which may be written anew, from one of the teacher's, by its headings."""
    head = content.partition(b"\n")[0].decode(errors="replace").split(",")
    return tuple(head) == _HEAD or (head[0] == "student" and tuple(head[-len(_AFTER_LESSONS) :]) == _AFTER_LESSONS)


def summary(rows: list[Graded]) -> list[str]:
    """Say in a line each how many answers of a student are right, and how many of them nobody has marked anew."""
    lines = []
    for student, theirs in _by_student(rows).items():
        right = [row for row in theirs if row.result == RIGHT]
        stored, unknown = sum(row.how == STORED for row in right), sum(row.result == UNKNOWN for row in theirs)
        notes = [f"{stored} as stored, not marked anew"] * (stored > 0) + [f"{unknown} unknown"] * (unknown > 0)
        aside = f" ({'; '.join(notes)})" if notes else ""
        lines.append(f"{shown(student)}: {len(right)} of {len(theirs)} right{aside}")
    return lines


def _one_line(error: Exception) -> str:
    """Write what someone's code ended with on a line, free of what a terminal would obey."""
    return shown(" ".join(str(error).split()))[:300]


def _by_student(rows: Iterable[Graded]) -> dict[str, list[Graded]]:
    students: dict[str, list[Graded]] = {}
    for row in rows:
        students.setdefault(row.student, []).append(row)
    return students


def _csv(table: Iterable[Iterable[object]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([_safe(cell) for cell in row] for row in table)
    return file.getvalue()


def _safe(cell: object) -> str:
    """Write a cell that no spreadsheet runs as a formula; what a terminal would obey is written as an escape."""
    text = "".join(letter if letter.isprintable() or letter == "\n" else ascii(letter)[1:-1] for letter in str(cell))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
