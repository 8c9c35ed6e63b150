"""The made-up page of the capstone: nobody can take it for real, wherever it is shown, and ours fits its lines."""

import re
import xml.etree.ElementTree as ET
from functools import cache

import nbformat
import pytest

import her2viz as hv
import run_notebooks
import write_teaching
from her2viz.course import unseen
from her2viz.course.answers import an_unseen_page
from her2viz.course.asked import CANT_SAY, CHART, YES_NO
from her2viz.course.moodle import question_bank

SHOWN = re.compile(r"dapple|nowhere\b(?! to)|\bspots?\b|Dr\. Quill|elbow", re.I)
MADE_UP = re.compile(r"made[- ]up", re.I)
REAL = r"cancer|tumou?r|HER2|metasta|women|\bbreast\b|chemo|therap"
STUDENT = run_notebooks.SOLUTIONS.parent / "10_an_unseen_page.ipynb"


@cache
def cells(student=False):
    path = STUDENT if student else run_notebooks.SOLUTIONS / STUDENT.name
    return nbformat.read(path, as_version=4).cells


def unmarked(texts):
    """The texts that show something of the page and do not say that it is made up."""
    return [text for text in texts if SHOWN.search(text) and not MADE_UP.search(text)]


def outputs(cell):
    for output in cell.get("outputs", ()):
        yield output.get("text", "")
        yield from (
            run_notebooks.PICTURE.sub("", text) for kind, text in output.get("data", {}).items() if "text" in kind
        )


def test_a_text_without_the_mark_is_found():
    assert unmarked(["spots on the knee", "made-up spots", "nothing"]) == ["spots on the knee"]


@pytest.mark.parametrize("student", [False, True])
def test_each_cell_that_shows_it_says_that_it_is_made_up(student):
    sources = [cell.source for cell in cells(student)]
    assert sum(bool(SHOWN.search(source)) for source in sources) >= 10
    assert unmarked(sources) == []


def test_each_output_that_shows_it_says_that_it_is_made_up():
    texts = [text for cell in cells() for text in outputs(cell)]
    assert sum(bool(SHOWN.search(text)) for text in texts) >= 8
    assert unmarked(texts) == []


def test_what_is_said_of_answers_shows_nothing_of_it_without_the_mark():
    texts = []
    for exercise in an_unseen_page.EXERCISES:
        answer = exercise.answer() if exercise.asks != CHART else ""
        texts += [exercise.because.format(answer=answer), exercise.hint, *(m.hint for m in exercise.mistakes)]
    assert [text for text in unmarked(texts) if re.search(r"dapple|nowhere|spots|\d", text, re.I)] == []


def test_figure_and_its_words_say_that_it_is_made_up():
    fig = hv.figure("site-bars", data=unseen.ours())
    for text in (fig.alt, fig.description, fig.caption, fig.words_text().decode()):
        assert MADE_UP.search(text)


def test_pages_for_teachers_say_so():
    page = write_teaching.pages()["10_an_unseen_page.md"]
    rubric = (write_teaching.TEACHING / "rubric.md").read_text(encoding="utf-8")
    assert unmarked(re.split(r"\n\n(?=\*\*|#)", page)) == []
    assert unmarked(rubric.split("\n\n")) == []


def test_questions_for_moodle_show_the_page_with_the_mark():
    questions = {q.findtext("name/text"): q for q in ET.fromstring(question_bank().xml).iter("question")}
    texts = [q.findtext("questiontext/text") for name, q in questions.items() if name and name.startswith("10.")]
    assert len(texts) >= 8
    assert unmarked(texts) == []
    assert sum("THE PAGE (made up for practice)" in text for text in texts) >= 5


def test_nobody_can_take_it_for_an_illness_of_people():
    text = " ".join([*unseen.page().lines, *unseen.abstract().lines, *unseen.GROUPS])
    assert not re.search(REAL, text, re.I)
    assert not set(unseen.ours()["label"]) & set(hv.load_sites()["label"])
    for shown in (unseen.page(), unseen.abstract()):
        assert MADE_UP.search(repr(shown).partition("\n")[0])
        assert MADE_UP.search(shown._repr_html_().partition("</thead>")[0])
    assert all(MADE_UP.search(group) for group in unseen.GROUPS)


def test_it_is_no_table_of_the_package():
    for path in hv.data_path().iterdir():
        assert "dapple" not in path.read_text(encoding="utf-8").lower()


def test_our_rows_stand_in_the_lines_that_they_name():
    lines = dict(enumerate(unseen.page().lines, start=1))
    words = {20: "one in five"}
    for row in unseen.ours().itertuples():
        line = lines[int(re.search(r"line (\d)", row.note)[1])]
        assert row.label.lower() in line
        if row.label in unseen.ROUGH:
            number = words.get(row.frequency_pct, f"{row.frequency_pct:g}")
            assert f"{row.qualifier} {number}" in line.lower()
        else:
            assert row.label == "Toe"
            assert not re.search(r"\d|about", line)


def test_our_rows_pass_the_check_that_students_use(tmp_path):
    unseen.ours().to_csv(tmp_path / "ours.csv", index=False)
    read = hv.read_sites(tmp_path / "ours.csv")
    assert read["frequency_pct"].dropna().tolist() == list(unseen.ROUGH.values())


def test_yes_no_and_cannot_be_said_are_right_equally_often():
    answers = [e.answer() for e in an_unseen_page.EXERCISES if e.asks != CHART]
    asked = [e.answer() for e in an_unseen_page.EXERCISES if e.asks == YES_NO]
    assert asked.count(True) == asked.count(False) == answers.count(CANT_SAY) == 2


def test_numbers_and_charts_need_work_that_no_line_prints():
    """No number asked for, and no bar of the second chart, stands in the page, the abstract or a cell."""
    shown = [*(cell.source for cell in cells(student=True)), *unseen.page().lines, *unseen.abstract().lines]
    printed = {float(n) for n in re.findall(r"(?<![\w#])\d+(?:\.\d+)?", " ".join(shown))}
    numbers = [e.answer() for e in an_unseen_page.EXERCISES if e.asks == "a number" and e.answer() != CANT_SAY]
    bars = next(e for e in an_unseen_page.EXERCISES if e.name == "an-unseen-page-7").answer().values.values()
    assert not {float(n) for n in (*numbers, *bars)} & (printed - set(range(1, 13)))


def test_the_chart_of_the_page_comes_without_code():
    (cell,) = (cell for cell in cells(student=True) if '"an-unseen-page-3"' in cell.source)
    assert cell.source == 'answer = ...\nhv.check("an-unseen-page-3", answer)'
