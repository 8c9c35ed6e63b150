"""The words around the numbers follow the rows."""

import pandas as pd
import pytest

import her2viz as hv
from her2viz import phrases
from her2viz.dataset.origin import CLAIMS, STUDY
from her2viz.words import frequency, meanings


@pytest.fixture
def rows():
    return hv.load_sites().dropna(subset="frequency_pct")


def words(rows):
    return frequency.site_words("Sites of spread", "Bar chart", "Built so.", rows)


def test_all_words_follow_the_rows(rows):
    other = rows.assign(
        population="men with advanced breast cancer",
        frequency_pct=[61, 22, 13, 4],
        qualifier="roughly",
        label=list("WXYZ"),
    )
    figure = words(other)
    text = " ".join(
        (figure.title, figure.reference, figure.note, figure.caveat, figure.alt, figure.description, figure.caption)
    )
    assert "women" not in text
    assert "about groups of men" in figure.caveat
    assert figure.note == "One person can have more than one site."
    for value in (61, 22, 13, 4):
        assert f"roughly {value}" in figure.alt
        assert f"roughly {value} have it there and roughly {100 - value} do not" in figure.description
    for value in (70, 30, 20, 10):
        assert f"about {value}" not in text


def test_rows_about_her2_positive_disease_may_say_so(rows):
    figure = words(
        rows.assign(population="people with HER2-positive metastatic breast cancer", subtype="HER2-positive")
    )
    assert figure.aside == "Rough figures"
    assert "not specific" not in figure.alt + figure.caption + figure.description
    assert "HER2-positive" in figure.reference


def test_no_overlap_note_where_sites_do_not_overlap(rows):
    figure = words(rows.assign(sites_overlap=False))
    assert figure.note == ""
    assert phrases.OVERLAP not in figure.alt + figure.caption + figure.description


def test_two_sources_are_both_credited(rows):
    rows = rows.assign(source_id=["guide", "guide", "overview", "overview"])
    figure = words(rows)
    assert figure.credit == "Sources: Overview page; Guide page."
    assert "from two web pages" in figure.caveat
    assert "The pages give no date" in figure.caption


def test_alt_text_keeps_group_overlap_and_caveat_when_values_do_not_fit(rows):
    many = pd.concat([rows] * 5, ignore_index=True)
    many["label"] = [f"Site number {n}" for n in range(len(many))]
    alt = words(many).alt
    assert len(alt) <= 250
    for part in (
        "Of 100 women with advanced breast cancer",
        phrases.OVERLAP,
        "Rough figures from one web page",
        "more",
    ):
        assert part in alt


@pytest.mark.parametrize(
    ("population", "noun"),
    [("women with x", "women"), ("people with x", "people"), ("Men with x", "men"), ("readers of y", "people")],
)
def test_noun_is_the_documents(rows, population, noun):
    assert phrases.noun(rows.assign(population=population)) == noun


def test_caveat_of_each_kind():
    assert "not medical advice" in CLAIMS.caveat()
    assert "cannot say what will happen to any one person" in STUDY.caveat()


def test_terms_are_explained_by_rows():
    facts = pd.concat([hv.load_care_facts(), hv.load_subtype_facts()])["statement"]
    for term in ("advanced", "HER2"):
        assert meanings.explain([term]) in set(facts.map(phrases.sentence))


def test_every_table_has_a_caveat():
    assert "not specific to HER2-positive disease" in hv.load_sites().attrs["caveat"]
    assert "not a count of people" in hv.load_symptoms().attrs["caveat"]
    assert "Studies differ" in hv.load_published_figures().attrs["caveat"]
