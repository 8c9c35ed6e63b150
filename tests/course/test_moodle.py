"""The question bank: in the form that Moodle imports, with the hints of hv.check, the same bytes each time."""

import re

import lxml.etree
import lxml.html
import pandas as pd
import pytest

import her2viz as hv
from her2viz.course import moodle, texts
from her2viz.course.asked import CANT_SAY, NUMBER, YES_NO, Exercise, Mistake
from her2viz.course.exercises import EXERCISES
from her2viz.course.given import read

BY_NAME = {known.name: known for known in EXERCISES}
#: What Moodle takes a fraction to be (its list of grade options), in 100.
GRADES = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111,
          10, 5, 0]  # fmt: skip
NEEDED = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "numerical": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "essay": {"responseformat", "responserequired", "attachments", "graderinfo"},
}


@pytest.fixture(scope="module")
def bank():
    return moodle.question_bank()


@pytest.fixture(scope="module")
def questions(bank):
    quiz = lxml.etree.fromstring(bank.xml)
    assert quiz.tag == "quiz"
    return {q.findtext("idnumber"): q for q in quiz if q.get("type") != "category"}


def test_the_bytes_are_the_same_twice(bank, monkeypatch):
    monkeypatch.setattr(moodle, "EXERCISES", EXERCISES[:14])  # of two lessons, and of all kinds
    assert moodle.question_bank().xml == moodle.question_bank().xml
    assert bank.xml.startswith(moodle.FIRST_OF_BANK)


def test_every_question_has_what_its_form_needs(questions):
    assert {q.get("type") for q in questions.values()} <= set(NEEDED)
    for name, question in questions.items():
        tags = {child.tag for child in question}
        assert NEEDED[question.get("type")] <= tags, name
        for part in ("name", "questiontext"):
            assert question.findtext(f"{part}/text").strip(), name
        for node in question.iter("questiontext", "feedback", "generalfeedback", "graderinfo"):
            assert node.get("format") == "html", name
            assert len(node.findall("text")) == 1, name


def test_fractions_are_those_that_moodle_takes(questions):
    for name, question in questions.items():
        worth = [float(answer.get("fraction")) for answer in question.findall("answer")]
        assert all(min(abs(abs(w) - grade) for grade in GRADES) < 1e-4 for w in worth), name
        if question.findtext("single") == "false":
            assert sum(w for w in worth if w > 0) == pytest.approx(100), name
        elif question.get("type") != "essay":
            assert 100 in worth, name
            if question.get("type") != "multichoice":
                assert (question.findall("answer")[-1].findtext("text"), worth[-1]) == ("*", 0), name


def test_what_is_right_in_the_bank_is_right_for_check_and_says_the_same(questions):
    for name, question in questions.items():
        if question.findtext("single") == "false":
            continue
        for answer in question.findall("answer"):
            text = lxml.html.fromstring(f"<p>{answer.findtext('text')}</p>").text_content()
            if "*" in text or text.startswith("about ") or text in moodle.UNSAID[1:]:  # forms of the answer before
                continue
            value = float(text) if question.get("type") == "numerical" else text
            feedback = hv.check(name, value)
            assert (answer.get("fraction") == "100") == bool(feedback), (name, text)
            shown = lxml.html.fromstring(f"<p>{answer.findtext('feedback/text')}</p>").text_content()
            assert shown.startswith("Right." if feedback else "Not yet."), (name, text)
            assert re.sub(r"\W", "", shown) == re.sub(r"\W", "", feedback.text), (name, text)


def test_of_several_choices_the_right_ones_are_worth_something(questions):
    several = {name: q for name, q in questions.items() if q.findtext("single") == "false"}
    assert several
    for name, question in several.items():
        worth = {a.findtext("text"): float(a.get("fraction")) for a in question.findall("answer")}
        assert {text for text, part in worth.items() if part > 0} == read(BY_NAME[name], BY_NAME[name].answer()), name
        assert any(part < 0 for part in worth.values()), name
        # no wrong choice is another name of a right one
        first = {text: re.split(r"[\s-]", text)[0] for text in worth}
        assert not {first[t] for t in worth if worth[t] > 0} & {first[t] for t in worth if worth[t] < 0}, name


def test_numbers_near_the_right_one_are_taken_as_check_takes_them(questions):
    for name, question in questions.items():
        if question.get("type") != "numerical":
            continue
        first = question.find("answer")
        value, off = float(first.findtext("text")), float(first.findtext("tolerance"))
        right = read(BY_NAME[name], BY_NAME[name].answer())
        assert abs(value - right) <= off + 1e-9, name
        assert off <= 0.5 * 10 ** -BY_NAME[name].places + 1e-9, name


def test_forms_of_cant_be_said_are_forms_for_check():
    exercise = Exercise("x-1", NUMBER, lambda: CANT_SAY, "", "")
    assert {read(exercise, form) for form in moodle.UNSAID} == {CANT_SAY}


def test_every_exercise_is_in_the_bank_or_said_to_be_left_out(bank, questions):
    left_out = {line.partition(":")[0] for line in bank.lines if "left out" in line}
    assert set(questions) == set(BY_NAME) - left_out
    assert bank.size == len(questions) > 0.9 * len(BY_NAME)
    essays = {name for name, q in questions.items() if q.get("type") == "essay"}
    assert essays == {line.partition(":")[0] for line in bank.lines if "essay" in line}


def test_a_kind_that_moodle_cannot_mark_is_an_essay_with_the_hints_for_the_teacher(monkeypatch):
    chart = Exercise(
        "overlap-1", "a chart", lambda: None, "So.", "Look at the axis.", (Mistake(int, "It ends at 90."),)
    )
    monkeypatch.setattr(moodle, "EXERCISES", (chart,))
    bank = moodle.question_bank()
    essay = lxml.etree.fromstring(bank.xml).find("question[@type='essay']")
    assert "Look at the axis." in essay.findtext("graderinfo/text")
    assert "It ends at 90." in essay.findtext("graderinfo/text")
    assert bank.lines == ("overlap-1: an essay, to be marked by you",)


def test_cant_be_said_is_a_choice_only_where_it_is_offered():
    exercise = Exercise("overlap-3", YES_NO, lambda: True, "", "")
    for text, forms in {"Is it?": [], "Is it? Or is it that it can't be said?": ["Can't be said"]}.items():
        assert [answer.text for answer in moodle._question(exercise, text).answers] == ["Yes", "No", *forms]


def test_a_question_has_the_words_of_its_lesson_and_whom_all_its_exercises_are_about(questions):
    html = questions["overlap-2"].findtext("questiontext/text")
    assert "All questions are about 100 women with advanced breast cancer" in html
    assert "three dots" not in html
    for name, question in questions.items():
        words = lxml.html.fromstring(question.findtext("questiontext/text")).text_content()
        assert len(words.split()) > 20, name
        assert "Not medical advice" in words, name
        assert "## " not in words, name


def test_choices_stand_in_the_question_once(questions):
    html = questions["percent-of-whom-1"].findtext("questiontext/text")
    assert "Of whom?" in html
    assert "with early-stage" not in html


def test_no_table_of_numbers_without_whom_they_are_about():
    def shown(*columns, rows=1):
        html = pd.DataFrame([["x"] * len(columns)] * rows, columns=columns).to_html()
        return texts._table([{"data": {"text/html": [html]}}])

    assert "<table" in shown("site", "percent", "population")
    assert "<table" in shown("source_id", "title")
    assert shown("site", "percent") == ""
    assert shown("source_id", rows=texts._ROWS + 1) == ""
