"""The exercises as they stand in the lessons: their words, and the tables that they look at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from her2viz.course.handed_in import answers_in, notebook_cells
from her2viz.course.lessons import WITHOUT_CODE
from her2viz.files import shipped_folder

__all__ = ["ExerciseText", "exercise_texts", "lesson_files"]

#: The longest table that goes with a question, in rows.
_ROWS = 20
_EXERCISES, _HEADING = "## Exercises", "### "
#: Numbers of people, which go nowhere without the column that says of whom.
_NUMBERS = ("frequency_pct", "percent", "value", "n_with", "printed")
_STYLE = re.compile(r"<style.*?</style>\s*", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class ExerciseText(NamedTuple):
    """An exercise as a lesson has it.

    Parameters
    ----------
    lesson : str
        The file of the lesson, without its ending.
    heading : str
        Its heading, with its number.
    text : str
        What it asks, as Markdown; what is true of all exercises of the lesson stands first.
    tables : tuple
        What it looks at, a name and HTML each; the name is empty for what stands among its own words.
    """

    lesson: str
    heading: str
    text: str
    tables: tuple[tuple[str, str], ...]


def lesson_files() -> list[Path]:
    """Return the solved lessons of the course as they are shipped, in its order."""
    shipped = sorted((shipped_folder("notebooks") / "solutions").glob("*.ipynb"))
    return [path for path in shipped if path.stem != WITHOUT_CODE.name]


def exercise_texts() -> dict[str, ExerciseText]:
    """Return each exercise of the course as its lesson has it, by name.

    Examples
    --------
    >>> exercise_texts()["where-it-spreads-3"].heading
    '3. The sum'
    """
    return {name: text for path in lesson_files() for name, text in _of_lesson(path)}


def _of_lesson(path: Path) -> Iterator[tuple[str, ExerciseText]]:
    heading, for_all = "", ""
    asked: list[str] = []
    inside: list[tuple[str, str]] = []
    shown: dict[str, str] = {}
    for cell in notebook_cells(path):
        source = cell["source"].strip()
        if cell.get("cell_type") == "markdown":
            if _EXERCISES in source:
                for_all = _true_of_all(source.partition(_EXERCISES)[2].partition(_HEADING)[0])
            before, found, after = source.rpartition(_HEADING)
            if found and (not before or before.endswith("\n")):
                heading, _, source = after.partition("\n")
                asked, inside = [], []
            asked.append(source.strip())
        elif answers := answers_in([cell]):
            if heading:  # without one, it shows how to answer
                names = [name for name in shown if name in _names(source) or f"`{name}`" in " ".join(asked)]
                tables = [(name, shown[name]) for name in names if ("", shown[name]) not in inside]
                text = "\n\n".join(part for part in (for_all, *asked) if part)
                yield answers[0].exercise, ExerciseText(path.stem, heading.strip(), text, (*tables, *inside))
            heading, asked, inside = "", [], []
        elif html := _table(cell["outputs"]):
            inside += [("", html)] if heading else []
            if name := _shown_name(source):
                shown[name] = html


def _true_of_all(text: str) -> str:
    """Keep of the words before the first exercise what is on its subject, and not on how to answer in a notebook."""
    on_cells = ("three dots", "You are told", "you get a hint", "the tables do not tell")
    return " ".join(s for s in _SENTENCE.split(text.strip()) if not any(words in s for words in on_cells))


def _names(source: str) -> list[str]:
    return [node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]


def _shown_name(source: str) -> str:
    """Return the name of the table that a cell ends on, such as rows in rows[["site", "label"]]."""
    last = ast.parse(source).body[-1:]
    node: ast.AST = last[0].value if last and isinstance(last[0], ast.Expr) else ast.Pass()
    while isinstance(node, ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _table(outputs: list[dict[str, Any]]) -> str:
    """Return the table that a cell shows, if it is short and says of whom its numbers are."""
    for output in outputs:
        data = output.get("data", {})
        html = "".join(data.get("text/html", ()))
        heads = re.findall(r"<th>(.*?)</th>", html)
        if "<table" in html and "<img" not in html and html.count("<tr") <= _ROWS + 1:
            return _STYLE.sub("", html) if "population" in heads or not set(heads) & set(_NUMBERS) else ""
    return ""
