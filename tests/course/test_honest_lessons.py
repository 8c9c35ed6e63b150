"""Lessons 04 to 10: what they count, show and ask; each test is a fault that a lesson had."""

import re
from functools import cache

import matplotlib.pyplot as plt
import nbformat
import pandas as pd
import pytest

import her2viz as hv
import run_notebooks
from her2viz.course.answers import (
    an_unseen_page,
    chance_and_subtypes,
    do_the_documents_agree,
    make_your_own_figures,
    symptoms_and_treatments,
    when_and_of_whom,
)
from her2viz.course.asked import CANT_SAY, YES_NO

MODULES = (
    symptoms_and_treatments,
    do_the_documents_agree,
    when_and_of_whom,
    chance_and_subtypes,
    make_your_own_figures,
    an_unseen_page,
)
NUMBERS = ("05", "06", "07", "08", "09", "10")
EXERCISES = [exercise for module in MODULES for exercise in module.EXERCISES]
#: Words of prose in the lessons before they were shortened.
LONG = {"04": 1932, "05": 1859, "06": 2099, "07": 2045, "08": 2164}


@cache
def notebook(number):
    (path,) = run_notebooks.SOLUTIONS.glob(f"{number}_*.ipynb")
    return nbformat.read(path, as_version=4)


def prose(number):
    return "\n".join(cell.source for cell in notebook(number).cells if cell.cell_type == "markdown")


def code(number):
    return [cell for cell in notebook(number).cells if cell.cell_type == "code"]


@cache
def names_after(number, last):
    """Run a lesson up to a cell, and return the names that it has then."""
    names = {}
    for cell in code(number):
        exec(compile(cell.source, cell.id, "exec"), names)
        if cell.id == last:
            break
    plt.close("all")
    return names


@pytest.mark.parametrize("site", ["bone", "lung", "liver", "brain"])
def test_the_lesson_counts_the_symptoms_that_the_figures_list(site):
    """No "other complication", and nothing that symptoms lead to, is counted; the figure lists the latter too."""
    names = names_after("05", "05-cell-23")
    given, lead = names["given"], names["affirmed"][names["leads_to"]]
    counted, led = (set(rows.loc[rows["site"] == site, "symptom_group"].astype(str)) for rows in (given, lead))
    assert not any(name.startswith("other ") for name in counted)
    assert counted | led == set(hv.figure(f"symptoms-{site}").data["symptom"])


def test_no_table_is_called_clean():
    assert not re.search(r"is clean\b|now clean|we clean", prose("05"))


def test_the_checklist_comes_before_the_pages_and_our_rating_last():
    sources = [cell.source for cell in notebook("06").cells]
    first = {
        word: next(n for n, text in enumerate(sources) if word in text)
        for word in ("mine = [", "PAGE A", "marks[", "load_sources", '"reliability"')
    }
    assert sorted(first, key=first.get) == list(first)


def test_unseen_pages_are_marked_as_made_up_and_name_no_illness_of_people():
    (cell,) = (cell for cell in code("06") if cell.id == "06-made-up-pages")
    pages = cell.outputs[0].text.split("PAGE ")[1:]
    assert [page[1:].strip().startswith("(made up)") for page in pages] == [True, True]
    assert not re.search(r"cancer|HER2|women|people|tumou?r", cell.outputs[0].text)


def test_the_order_of_lists_is_not_taught_twice():
    assert not re.search(r"[Tt]hree meanings|first \*\*in a list\*\*", prose("06"))


def test_no_exercise_asks_for_a_question_that_is_not_there():
    questions = set(hv.load_disagreements()["question_id"])
    (cell,) = (cell for cell in notebook("06").cells if cell.id == "06-cell-65")
    assert set(re.findall(r"`([a-z0-9-]+)`", cell.source)) <= questions


def test_what_each_page_answers_is_told_as_counted():
    answered = names_after("06", "06-cell-20")["answered"]["questions"]
    told = prose("06")
    assert "Each page answers 25" not in told
    assert {str(n) for n in answered} <= set(re.findall(r"\d+", told))


@pytest.mark.parametrize("number", ["07", "08"])
def test_a_table_of_studies_shows_percent_as_a_number(number):
    """The text column is for labels alone: nobody can add up or compare what it shows."""
    shown = [cell for cell in code(number) if '"printed"' in cell.source.strip().splitlines()[-1]]
    assert [cell.id for cell in shown] == []
    assert 'values="printed"' not in "".join(cell.source for cell in code(number))


def test_no_site_is_dropped_from_what_is_told_of_a_type():
    names = names_after("08", "08-cell-54")
    apart = names["apart"].loc["HER2-overexpressing"]
    assert list(apart.index) == ["bone", "lung", "liver", "brain"]
    (cell,) = (cell for cell in notebook("08").cells if cell.id == "08-cell-56")
    assert {f"{points:.1f}" for points in apart} <= set(re.findall(r"\d+\.\d", cell.source))


def test_the_method_of_the_interval_is_named():
    assert "Wilson" in prose("08")
    assert all("Wilson" in cell.source for cell in code("08") if "95%" in cell.source)


def test_the_lesson_on_chance_has_two_parts():
    parts = re.findall(r"^## (.+)$", prose("08"), re.M)
    assert [part.split(":")[0] for part in parts if "part" in part.split()] == []
    assert sum("part:" in part for part in parts) == 2


def test_of_a_hundred_pupils_there_are_a_hundred():
    names = names_after("09", "09-cell-31")
    pupils = names["pupils"]
    assert len(pupils) == 100
    places = pd.Series(make_your_own_figures._PLACES)
    assert pupils.sum(axis=1).value_counts().sort_index().to_dict() == places.to_dict()


@pytest.mark.parametrize("number", LONG)
def test_a_fifth_shorter(number):
    assert len(prose(number).split()) <= 0.8 * LONG[number]


def test_yes_and_no_are_both_right_often():
    answers = [exercise.answer() for exercise in EXERCISES if exercise.asks == YES_NO]
    yes = sum(answer is True for answer in answers)
    assert len(answers) / 3 <= yes <= 2 * len(answers) / 3
    assert len(answers) >= 10


def test_it_cannot_be_said_is_the_answer_of_few():
    assert sum(exercise.answer() == CANT_SAY for exercise in EXERCISES) <= len(EXERCISES) / 10
