"""The code that students read: no more of Python than the course needs, and each argument of a chart is explained."""

import ast
import re

import nbformat
import pytest

import run_notebooks
from her2viz.course.lessons import WITHOUT_CODE

LESSONS = sorted(run_notebooks.SOLUTIONS.glob("*.ipynb"))
#: Names from which a call draws: the libraries, and what the lessons call a figure and its Axes.
DRAW = {"sns", "plt", "fig", "ax", "axes"}
#: What a student can't read yet, by what finds it in one piece of code.
HARD = {"itertuples", "iterrows"}
PATTERN = re.compile(r"[\\^$*+?{}\[\]|()]")  # what makes a text more than its letters
SEARCHES = {"contains", "match", "fullmatch", "extract", "extractall", "findall", "replace", "split"}


def cells(path, kind):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def calls(source):
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]


def chain(node):
    """The names of a call from its root on: sns.barplot, axes[0].set_title, rows.plot.barh."""
    names = []
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        names += [node.attr] if isinstance(node, ast.Attribute) else []
        node = node.func if isinstance(node, ast.Call) else node.value
    return [*([node.id] if isinstance(node, ast.Name) else []), *reversed(names)]


def arguments(source):
    """The names of the arguments that a piece of code hands to seaborn, matplotlib and DataFrame.plot."""
    for call in calls(source):
        names = chain(call.func)
        if names and (names[0] in DRAW or "plot" in names[:-1]):
            yield from (keyword.arg for keyword in call.keywords if keyword.arg)


def unexplained(lessons):
    """Arguments that the prose of the lesson in which they first stand does not name, in code type."""
    seen = set()
    for prose, code in lessons:
        for argument in dict.fromkeys(a for source in code for a in arguments(source)):
            if argument not in seen and not re.search(rf"`{argument}(=[^`]*)?`", "\n".join(prose)):
                yield argument
            seen.add(argument)


def hard(source):
    """What of a piece of code a student of this course can't read yet."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in HARD:
            yield node.attr
        if isinstance(node, ast.Lambda):
            yield "lambda"
        if isinstance(node, ast.Import | ast.ImportFrom) and "re" in [alias.name for alias in node.names]:
            yield "re"
        if isinstance(node, ast.Dict) and None in node.keys:
            yield "** in a dict"
        if isinstance(node, ast.Call):
            if any(keyword.arg is None for keyword in node.keywords):
                yield "** in a call"
            names = chain(node.func)
            texts = [ast.unparse(argument) for argument in node.args[:1]]
            flat = any(k.arg == "regex" and ast.unparse(k.value) == "False" for k in node.keywords)
            known = [text for text in texts if not PATTERN.search(text)] and isinstance(node.args[0], ast.Constant)
            if len(names) > 2 and names[-2] == "str" and names[-1] in SEARCHES and not flat and not known:
                yield f"str.{names[-1]}"


def test_each_argument_of_a_chart_is_explained_where_it_is_first_used():
    assert list(unexplained((cells(path, "markdown"), cells(path, "code")) for path in LESSONS)) == []


def test_arguments_that_nobody_explains_are_found():
    first = (["`color` is a colour."], ["sns.barplot(data=t, color='k', ax=ax)"])
    second = (
        ["`ax=ax` is too late, and loc is not in code type."],
        ["ax.set_title('', loc='left')", "t.plot.barh(x='a')"],
    )
    assert list(unexplained([first, second])) == ["data", "ax", "loc", "x"]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_code_that_a_student_can_read(path):
    assert [(found, source) for source in cells(path, "code") for found in hard(source)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("for row in t.itertuples(): pass", "itertuples"),
        ("hv.figure('site-bars', **look)", "** in a call"),
        ("{**look}", "** in a dict"),
        ("t.agg(lambda x: x)", "lambda"),
        ("import re", "re"),
        ("t['a'].str.contains(r'a|b')", "str.contains"),
        ("t['a'].str.contains(words)", "str.contains"),
        ("t['a'].str.contains('ab', regex=True)", None),
        ("t['a'].str.contains('ab')", None),
        ("t['a'].str.contains('a.b', regex=False)", None),
        ("2**3", None),
    ],
)
def test_hard_code_is_found(source, found):
    assert list(hard(source)) == ([found] if found else [])


@pytest.mark.parametrize("path", [p for p in LESSONS[1:] if p.stem != WITHOUT_CODE.name], ids=lambda path: path.stem)
def test_three_questions_from_earlier_lessons_each_in_a_fold_of_its_own(path):
    (recall,) = (source for source in cells(path, "markdown") if source.startswith("## Do you remember?"))
    folds = re.findall(r"<details><summary>(.+?)</summary>(.+?)</details>", recall)
    assert len(folds) == recall.count("<details>") == 3
    assert all(question.endswith("?") and len(answer) > 2 for question, answer in folds)
