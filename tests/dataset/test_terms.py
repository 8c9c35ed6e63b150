"""One term for one thing, and one reading of each hedge and group, over all tables."""

import re
from collections import defaultdict

import pandas as pd
import pytest
import snowballstemmer

from dataset.groups_in_words import populations
from her2viz.dataset import schema, terms
from her2viz.dataset.loaders import raw

QUOTING = [entry.name for entry in schema.TABLES if "line" in {c.name for c in entry.columns}]
#: Words that make no other thing of a term.
FILLERS = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "that", "the", "therapy", "to", "treatment",
           "with"}  # fmt: skip
#: The columns of numbers that a document gives.
NUMBERS = {"sites": ["frequency_pct"], "subtype_facts": ["value"], "care_facts": ["value_low", "value_high"]}
STEM = snowballstemmer.stemmer("english").stemWord


def stated(*columns):
    """Return these columns of every quoting table, one below the other."""
    return pd.concat([raw(name)[["row_id", "source_id", "line", *columns]] for name in QUOTING])


def several(rows, key, column):
    """Return the keys that have several values, or none, and the values."""
    values = rows.dropna(subset=key).groupby(key)[column].agg(lambda cells: sorted(set(cells.fillna(""))))
    return {name: cells for name, cells in values.items() if len(cells) > 1 or not cells[0]}


@pytest.mark.parametrize("name", QUOTING)
def test_a_population_is_made_of_its_columns(name):
    rows = raw(name).to_dict("records")
    assert [row["row_id"] for row in rows if row["population"] not in populations(row)] == []


def test_a_qualifier_has_one_hedge():
    rows = stated("qualifier", "hedge")
    assert several(rows, "qualifier", "hedge") == {}
    assert set(rows.loc[rows["qualifier"].isna(), "hedge"]) == {"flat"}


def test_about_is_the_hedge_of_rough_numbers_alone():
    rows = stated("qualifier", "hedge")
    about = rows["hedge"] == "about"
    rough = rows["qualifier"].fillna("").str.contains(r"\b(?:about|around|approximately|roughly)\b")
    assert rows.loc[about != rough, "row_id"].tolist() == []
    numbers = {
        (row["source_id"], row["line"])
        for name, columns in NUMBERS.items()
        for row in raw(name).dropna(subset=columns, how="all").to_dict("records")
    }
    assert {*zip(rows["source_id"][about], rows["line"][about], strict=True)} <= numbers


def test_a_symptom_has_one_group():
    assert several(raw("symptoms"), "symptom", "symptom_group") == {}


def test_an_item_has_one_kind():
    assert several(raw("care_facts"), "item", "item_kind") == {}


@pytest.mark.parametrize(
    ("kind", "table", "column"),
    [("therapy", "therapies", "therapy"), ("symptom", "symptoms", "symptom"), ("site", "sites", "site")],
)
def test_an_item_of_another_table_has_its_term(kind, table, column):
    facts = raw("care_facts")
    items = set(facts.loc[facts["item_kind"] == kind, "item"])
    assert items
    assert sorted(items - set(raw(table)[column])) == []


def test_every_therapy_is_used():
    used = {*raw("treatments")["therapy"], *raw("care_facts")["item"]}
    assert sorted(set(raw("therapies")["therapy"]) - used) == []


def stems(term):
    """Return the stems of a term's words, without fillers unless it has no other word."""
    words = set(re.findall(r"[a-z0-9]+", term.lower()))
    return frozenset(map(STEM, words - FILLERS or words))


@pytest.mark.parametrize("vocabulary", ["THERAPIES", "SYMPTOMS", "ITEMS", "TOPICS"])
def test_no_two_terms_are_one_thing(vocabulary):
    same = defaultdict(list)
    for term in getattr(terms, vocabulary):
        same[stems(term)].append(term)
    assert [found for found in same.values() if len(found) > 1] == []


@pytest.mark.parametrize("vocabulary", ["SYMPTOMS", "ITEMS"])
def test_no_term_denies(vocabulary):
    # the column polarity does; a term that denies would be denied twice
    denial = re.compile(r"\b(?:not|no|without|never)\b")
    assert [term for term in getattr(terms, vocabulary) if denial.search(term)] == []


def test_a_question_has_several_documents():
    documents = raw("disagreements").groupby("question_id")["source_id"].nunique()
    assert documents[documents < 2].index.tolist() == []


@pytest.mark.parametrize("column", ["question", "relation"])
def test_a_question_is_the_same_in_all_its_rows(column):
    assert several(raw("disagreements"), "question_id", column) == {}


@pytest.mark.parametrize("name", ["disagreements", "subtype_facts"])
def test_a_claim_in_short_has_at_most_six_words(name):
    rows = raw(name)
    assert rows.loc[rows["in_short"].str.split().str.len() > 6, "row_id"].tolist() == []
