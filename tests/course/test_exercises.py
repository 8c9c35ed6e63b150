"""Every exercise of the course: right answers, wrong ones with the hint that fits, and answers of a wrong kind."""

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import her2viz as hv
from her2viz import files
from her2viz.course.asked import CANT_SAY, CHOICE, NAMES, NUMBER, WORDS, YES_NO
from her2viz.course.exercises import EXERCISES
from her2viz.course.lessons import LESSONS

ANSWERS = Path(__file__).parent / "answers"
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMED = {exercise.name: exercise for exercise in EXERCISES}
OF_KIND = {exercise.asks: exercise.name for exercise in reversed(EXERCISES)}


def _answers():
    for path in sorted(ANSWERS.glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"answers_{path.stem}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module


MODULES = list(_answers())
RIGHT = [(name, answer) for m in MODULES for name, answers in m.RIGHT.items() for answer in answers]
WRONG = [case for m in MODULES for case in m.WRONG]


def _ids(cases):
    return [f"{case[0]}-{str(case[1])[:20]}" for case in cases]


@pytest.mark.parametrize(("name", "answer"), RIGHT, ids=_ids(RIGHT))
def test_right(name, answer):
    feedback = hv.check(name, answer)
    assert feedback.right is True
    assert bool(feedback)
    assert re.match(r"Right\. \S.*[.!]$", feedback.text)
    assert str(feedback).split() == feedback.text.split()
    assert max(map(len, str(feedback).splitlines())) <= 96, "a notebook would break it inside a word"


@pytest.mark.parametrize(("name", "answer", "hint"), WRONG, ids=_ids(WRONG))
def test_wrong(name, answer, hint):
    feedback = hv.check(name, answer)
    assert feedback.right is False
    assert not feedback
    assert feedback.text.startswith("Not yet. ")
    assert hint in feedback.text


def test_every_exercise_is_tried_rightly_and_in_two_wrong_ways():
    assert {name for name, _ in RIGHT} == set(NAMED)
    wrong = Counter(name for name, *_ in WRONG)
    assert {name for name in NAMED if wrong[name] < 2} == set()


def test_every_hint_is_tried():
    """Each mistake that has a hint of its own is made by one of the wrong answers."""
    texts = {name: [hv.check(name, answer).text for other, answer, _ in WRONG if other == name] for name in NAMED}
    for exercise in EXERCISES:
        for mistake in exercise.mistakes:
            assert any(mistake.hint in text for text in texts[exercise.name]), (exercise.name, mistake.hint)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_hints_do_not_give_the_answer_away(exercise):
    right = exercise.answer()
    hints = [exercise.hint, *(mistake.hint for mistake in exercise.mistakes)]
    if exercise.asks == NUMBER and right != CANT_SAY:
        for hint in hints:
            assert not re.search(rf"(?<![\d.]){right:g}(?![\d.]*\d)", hint), hint
    for hint in hints:
        assert hint.strip() == hint
        assert hint[-1] in ".?!"


def test_names_are_lesson_and_number():
    stems = [lesson.name.split("_", 1)[1].replace("_", "-") for lesson in LESSONS]
    found = [re.fullmatch(r"(.+)-(\d+)", exercise.name).groups() for exercise in EXERCISES]
    assert found == [(s, str(n + 1)) for s in stems for n in range(sum(stem == s for stem, _ in found))]
    assert len(set(NAMED)) == len(EXERCISES)


# answers that can't be marked


def test_not_answered_yet():
    feedback = hv.check(EXERCISES[0].name)
    assert feedback.right is None
    assert not feedback
    assert "three dots" in feedback.text
    assert hv.check(EXERCISES[0].name, ...) == feedback


EMPTY = [
    None,
    "",
    "  ",
    [],
    (),
    set(),
    {},
    float("nan"),
    np.nan,
    pd.NA,
    pd.NaT,
    pd.DataFrame(),
    pd.Series([], dtype=int),
]


@pytest.mark.parametrize("kind", OF_KIND)
@pytest.mark.parametrize("answer", EMPTY, ids=repr)
def test_empty_answers(kind, answer):
    with pytest.raises(hv.UsageError, match=rf"{OF_KIND[kind]} asks for {kind}, .*; got an empty answer") as raised:
        hv.check(OF_KIND[kind], answer)
    assert CANT_SAY not in str(raised.value), "offered by the exercise alone"


WRONG_KIND = [
    (NUMBER, "70 or 30", "'70 or 30' of type str"),
    (NUMBER, "70 pages", "'70 pages' of type str"),
    (NUMBER, "many", "'many' of type str"),
    (NUMBER, True, "True of type bool"),
    (NUMBER, [1, 2], "a range, from 1 to 2"),
    (NUMBER, [1, 2, 3], "[1, 2, 3] of type list"),
    (NUMBER, "20 to 30", "a range, from 20 to 30"),
    (NUMBER, pd.Series([1, 2, 3]), "a Series of 3 values"),
    (NUMBER, pd.DataFrame({"n": [1, 2], "m": 3}), "a DataFrame of 2 rows and 2 columns"),
    (NUMBER, np.array([1, 2, 3]), "a ndarray of 3 values"),
    (NUMBER, float("inf"), "inf of type float"),
    (NUMBER, 10**400, "one of type int"),
    (NUMBER, (10**400, 1), "of type tuple"),
    (NUMBER, "1" * 1_000_000, "a text of 1,000,000 characters"),
    (WORDS, "no " * 1_000_000, "a text of 3,000,000 characters"),
    (YES_NO, np.array(130), "array(130) of type ndarray"),
    (NUMBER, print, "of type builtin_function_or_method"),
    (YES_NO, 1, "1 of type int"),
    (YES_NO, "perhaps", "'perhaps' of type str"),
    (YES_NO, "no idea", "'no idea' of type str"),
    (YES_NO, "nothing", "'nothing' of type str"),
    (WORDS, 70, "70 of type int"),
    (WORDS, ["about", "often"], "of type list"),
    (CHOICE, "z", "'z' of type str"),
    (CHOICE, 2, "2 of type int"),
    (NAMES, 4, "4 of type int"),
    (NAMES, [1, 2], "a list that holds 1 of type int"),
    (NAMES, pd.DataFrame({"n": range(99)}), "a list that holds 0 of type int"),
]


@pytest.mark.parametrize(("kind", "answer", "got"), WRONG_KIND, ids=[f"{k}-{str(a)[:12]}" for k, a, _ in WRONG_KIND])
def test_wrong_kinds(kind, answer, got):
    with pytest.raises(hv.UsageError, match=f"asks for {kind}, such as ") as raised:
        hv.check(OF_KIND[kind], answer)
    assert got in str(raised.value)
    assert len(str(raised.value)) < 250


@pytest.mark.parametrize(
    "words", ["about 130", "130 in 100", "one hundred and thirty", "One hundred thirty.", "130.0", "130%", "~130"]
)
def test_numbers_in_the_words_of_the_course(words):
    assert hv.check("where-it-spreads-3", words)


@pytest.mark.parametrize("words", ["No, it doesn't", "no it does not", "No.", "False", "no: it counts pages"])
def test_a_yes_or_no_with_its_reason(words):
    assert hv.check("start-here-5", words)
    assert not hv.check("start-here-5", words.lower().replace("no", "yes", 1).replace("false", "true"))


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if e.choices], ids=lambda exercise: exercise.name)
def test_choices(exercise):
    """Each letter means its words, as the lesson lists them, and one is right."""
    choices = exercise.choices()
    stem = exercise.name.rsplit("-", 1)[0].replace("-", "_")
    lesson = next(NOTEBOOKS.glob(f"*_{stem}.ipynb")).read_text(encoding="utf-8")
    for letter, words in zip("abcde", choices, strict=False):
        assert f'"- {letter}: {words}' in lesson, words
    marked = [hv.check(exercise.name, letter) for letter in "abcde"[: len(choices)]]
    assert [str(m) for m in marked] == [str(hv.check(exercise.name, choice)) for choice in choices]
    assert sum(map(bool, marked)) == 1


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if e.asks == NUMBER], ids=lambda exercise: exercise.name)
def test_numbers_near_the_right_one(exercise):
    """A number is right as asked for or more exactly, and no other near it is."""
    right = exercise.answer()
    if right == CANT_SAY:
        return
    step = 10.0**-exercise.places
    for near in (round(right, exercise.places) + step, round(right, exercise.places) - step):
        assert not hv.check(exercise.name, near), near
    assert hv.check(exercise.name, f"about {round(float(right), exercise.places):g}")


@pytest.mark.parametrize("pattern", ["no", "yes", CANT_SAY])
def test_one_answer_to_all_does_not_pass(pattern):
    """Counted over the whole course: distrust alone, or trust alone, is worth a third at most."""
    right = [e for e in EXERCISES if _is_right(e, pattern)]
    assert len(right) <= len(EXERCISES) / 3


def test_first_numbers_that_a_lesson_prints_do_not_pass():
    right = 0
    for exercise in EXERCISES:
        stem = exercise.name.rsplit("-", 1)[0].replace("-", "_")
        lesson = json.loads(next((NOTEBOOKS / "solutions").glob(f"*_{stem}.ipynb")).read_text(encoding="utf-8"))
        printed = [
            "".join(output["data"].get("text/plain", ""))
            for cell in lesson["cells"]
            for output in cell.get("outputs", ())
            if "data" in output and "hv.check" not in "".join(cell["source"])
        ]
        number = re.search(r"(?<![\w.-])\d+(\.\d+)?(?![\w.])", " ".join(printed))
        right += _is_right(exercise, float(number[0])) if number else 0
    assert right <= len(EXERCISES) / 3


def test_a_third_of_yes_or_no_are_yes():
    asked = [exercise.answer() for exercise in EXERCISES if exercise.asks == YES_NO]
    assert 3 * sum(map(bool, asked)) >= len(asked), f"{sum(map(bool, asked))} of {len(asked)}"


def _is_right(exercise, answer):
    try:
        return bool(hv.check(exercise.name, answer))
    except hv.UsageError:
        return False


def test_unknown_exercise():
    with pytest.raises(
        hv.UsageError, match=r"exercise must be one of .*; got 'where-it-spread-1'.* Did you mean 'where"
    ):
        hv.check("where-it-spread-1", 70)


@pytest.mark.parametrize("path", ["my table.csv", Path("my table.csv"), "MY TABLE.CSV"])
def test_a_table_of_ones_own_is_checked_elsewhere(path):
    with pytest.raises(hv.UsageError, match="takes the name of an exercise") as raised:
        hv.check(path)
    assert f"hv.read_sites({str(path)!r}), or run: her2viz check {files.quoted(path)}" in str(raised.value)


def test_a_fraction_is_recognised():
    assert "fraction" in hv.check("where-it-spreads-3", 1.3).text


def test_single_values_of_any_holder():
    for answer in (pd.Series([130]), pd.DataFrame({"sum": [130]}), np.array([130]), pd.Index([130]), np.float32(130)):
        assert hv.check("where-it-spreads-3", answer)


@pytest.mark.parametrize(
    "words",
    [
        "can't be said",
        "Can\u2019t say.",
        "cant be said",
        "cannot be told",
        "It can't be known",
        "I can't tell",
        "We cannot know.",
        "unknown",
        "can not be said",
        "The page does not say",
        "the tables don't tell",
        "the page gives no figure",
        "no figure",
        "no row says",
        "nobody knows",
        "not given",
    ],
)
def test_ways_to_say_that_it_cannot_be_said(words):
    assert hv.check("where-it-spreads-2", words)


@pytest.mark.parametrize("words", ["the page says", "can", "no", "none", "it can be said", "the page gives 10"])
def test_other_words_do_not_say_so(words):
    with pytest.raises(hv.UsageError, match="asks for a number"):
        hv.check("where-it-spreads-2", words)


def test_a_hint_is_for_the_number_given_and_not_for_one_near_it():
    """The latitude of the right answer is not given to wrong ones; but a wrong one may be rounded."""
    assert "fraction of 1" in hv.check("percent-of-whom-4", 0.054).text
    assert "other way round" in hv.check("percent-of-whom-4", 1843.9).text


def test_answers_follow_the_tables(monkeypatch):
    """Nothing is typed: with another figure for bone, another sum is right."""
    from her2viz.course.answers import where_it_spreads
    from her2viz.dataset import loaders

    def changed():
        sites = loaders.load_sites()
        sites.loc[sites["site"] == "bone", "frequency_pct"] = 60
        return sites

    monkeypatch.setattr(where_it_spreads, "load_sites", changed)
    assert hv.check("where-it-spreads-3", 120)
    assert not hv.check("where-it-spreads-3", 130)
