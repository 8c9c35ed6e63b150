"""The course: every lesson has its parts and its exercises, and student copies follow from the solved lessons."""

import ast
import html
import re
import warnings

import matplotlib as mpl
import nbformat
import pytest

import run_notebooks
from her2viz.catalogue.registry import CATALOGUE
from her2viz.course.asked import CHART
from her2viz.course.exercises import EXERCISES
from her2viz.course.lessons import LESSONS, is_of, lesson_of

SOLVED = run_notebooks.SOLUTIONS
STUDENT = SOLVED.parent
CHECK = re.compile(r'hv\.check\("([\w-]+)", answer\)')


def read(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def exercises(notebook):
    return [name for cell in code(notebook) for name in CHECK.findall(cell.source)]


@pytest.fixture(params=LESSONS, ids=lambda lesson: lesson.name)
def lesson(request):
    return request.param


@pytest.fixture
def solved(lesson):
    return read(SOLVED / f"{lesson.name}.ipynb")


def test_the_course_is_these_lessons():
    names = [lesson.name for lesson in LESSONS]
    for folder in (SOLVED, STUDENT):
        assert [path.stem for path in sorted(folder.glob("*.ipynb"))] == names


def test_every_figure_has_a_lesson():
    """The lesson that a figure is said to belong to really shows it, or the figure that it is a variant of."""
    for name in (entry.name for entry in CATALOGUE):
        lesson = lesson_of(name)
        (base,) = (figure for figure in lesson.figures if is_of(name, figure))
        text = (SOLVED / f"{lesson.name}.ipynb").read_text(encoding="utf-8")
        assert re.search(rf'hv\.figure\(\\"{base}(-[\w-]+)?\\"', text), (lesson.name, base)


def test_parts_of_a_lesson(lesson, solved):
    first, last = solved.cells[0].source, solved.cells[-1].source
    assert first.startswith(f"# {lesson.title}\n\n## The question\n\n")
    assert lesson.question in first
    assert re.search(r"^## What you will learn\n\n- ", first, re.M)
    headings = re.findall(r"^## (.+)$", "\n".join(c.source for c in solved.cells if c.cell_type == "markdown"), re.M)
    assert headings[0] == "The question"
    assert headings[-2:] == ["Exercises", "The lesson in two lines"]
    assert len(re.findall(r"^- ", last, re.M)) == 2
    after = LESSONS[LESSONS.index(lesson) + 1 :]
    if after:
        assert last.endswith(f"Next lesson: [{after[0].title}]({after[0].name}.ipynb)")


def test_exercises_of_a_lesson(lesson, solved):
    stem = lesson.name.split("_", 1)[1].replace("_", "-")
    own = [exercise.name for exercise in EXERCISES if re.fullmatch(rf"{stem}-\d+", exercise.name)]
    assert exercises(solved) == own
    assert len(own) >= 4
    for cell in code(solved):
        if CHECK.search(cell.source):
            assert run_notebooks.EXERCISE.fullmatch(cell.source), cell.source
            assert cell.outputs[-1].data["text/plain"].startswith("Right. ")


def test_a_solved_chart_is_shown_with_its_words(lesson, solved):
    """Who reads the solution sees the chart that it asks for, and who can't see it has the alt text."""
    charts = {exercise.name for exercise in EXERCISES if exercise.asks == CHART}
    for cell in code(solved):
        if (name := CHECK.search(cell.source)) and name[1] in charts:
            shown = cell.outputs[0].data
            assert f'<img alt="{html.escape(shown["text/plain"])}"' in shown["text/html"], name[1]


def test_code_of_charts_fades():
    """A chart's code is there to be changed at first, then it has blanks, and at last the student writes it."""
    charts = [exercise.name for exercise in EXERCISES if exercise.asks == CHART]
    left = []
    for lesson in LESSONS:
        for cell in code(read(STUDENT / f"{lesson.name}.ipynb")):
            if (name := CHECK.search(cell.source)) and name[1] in charts:
                given = cell.source.partition("answer = ...")[0]
                left.append((not given.strip()) * 2 + ("___" in given))
    assert left == sorted(left)
    assert len(left) == len(charts)
    assert set(left) == {0, 1, 2}


def test_there_are_at_least_forty_exercises():
    assert len(EXERCISES) >= 40


def test_student_copies_follow_from_the_solved_lessons(lesson, solved):
    """They drift apart where one is edited alone: run ``make notebooks``."""
    copied = nbformat.writes(run_notebooks.student_copy(solved)) + "\n"
    assert (STUDENT / f"{lesson.name}.ipynb").read_text(encoding="utf-8") == copied


def test_student_copies_hold_no_answer(lesson, solved):
    copy = read(STUDENT / f"{lesson.name}.ipynb")
    assert exercises(copy) == exercises(solved)
    for before, after in zip(code(solved), code(copy), strict=True):
        assert after.outputs == []
        assert after.execution_count is None
        if name := CHECK.search(after.source):
            assert after.source.endswith(f"answer = ...\n{name[0]}")
            work = before.source.removesuffix(name[0])
            assert work.strip()
            assert work not in after.source
        else:
            assert after.source == before.source


def run(cells, names):
    """Run cells as a kernel does, without one, which takes seconds to start; return what each shows last."""
    for cell in cells:
        tree = ast.parse(cell.source)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell.id, "exec"), names)
        yield eval(compile(ast.Expression(last.value), cell.id, "eval"), names) if last else None


def test_student_copies_run_to_the_end(lesson, monkeypatch, capsys):
    """With every exercise unanswered, as a student meets them at first."""
    cells = code(read(STUDENT / f"{lesson.name}.ipynb"))
    monkeypatch.chdir(STUDENT)
    with mpl.rc_context(), warnings.catch_warnings(action="error"):
        warnings.simplefilter("ignore", ResourceWarning)  # which Python itself does not show
        shown = list(run(cells, {}))
    checked = [str(value) for cell, value in zip(cells, shown, strict=True) if CHECK.search(cell.source)]
    assert len(checked) >= 4
    assert {text[:14] for text in checked} == {"No answer yet."}
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("source", "copied"),
    [
        ('answer = 1\nhv.check("overlap-1", answer)', 'answer = ...\nhv.check("overlap-1", answer)'),
        (
            '# Look first.\n# Then count.\nrows = 3\nanswer = rows\nhv.check("overlap-1", answer)',
            '# Look first.\n# Then count.\nanswer = ...\nhv.check("overlap-1", answer)',
        ),
        ("answer = 1", "answer = 1"),
        ('hv.check("overlap-1", 3)', 'hv.check("overlap-1", 3)'),
    ],
)
def test_student_copy(source, copied):
    cell = nbformat.v4.new_code_cell(source, execution_count=3)
    cell.outputs = [nbformat.v4.new_output("stream", text="seen")]
    solved = nbformat.v4.new_notebook(cells=[cell])
    (copy,) = run_notebooks.student_copy(solved).cells
    assert copy.source == copied
    assert (copy.outputs, copy.execution_count) == ([], None)
    assert solved.cells[0].outputs
