"""hv.claims: nothing that the tables of claims hold is out of reach, and the words stand with it."""

import pandas as pd
import pytest

import her2viz as hv
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom

TABLES = [
    (hv.load_disagreements(), "question_id", "", {"What is said": "position"}),
    (hv.load_care_facts(), "topic", "", {"What is said": "statement"}),
    (hv.load_subtype_facts(), "attribute", "", {"What is said": "statement"}),
    (hv.load_symptoms(), "site", "symptoms ", {"Symptom": "symptom", "In detail": "detail"}),
    (
        hv.load_treatments().merge(hv.load_therapies(), on="therapy"),
        "kind",
        "treatments ",
        {"Used with": "combined_with", "In detail": "detail", "Target": "target"},
    ),
    (hv.load_site_mentions().assign(topic="sites named"), "topic", "", {"The list": "list_kind"}),
]
PARTS = [
    pytest.param(f"{lead}{name}".replace("_", " "), rows.astype(object), texts, id=f"{column}-{name}")
    for table, column, lead, texts in TABLES
    for name, rows in table.groupby(column, observed=True, sort=False)
]


def cells(report):
    """The cells of all its tables, a column a name."""
    return pd.concat([section.rows for section in report.sections]).fillna("")


@pytest.mark.parametrize(("topic", "rows", "texts"), PARTS)
def test_every_claim_stands_in_its_topic(topic, rows, texts):
    report = hv.claims(topic)
    shown = cells(report)
    names = hv.load_sources().astype({"source_id": str}).set_index("source_id")["short_name"]
    places = [f"\u201c{row.section}\u201d, line {row.line}" for row in rows.itertuples()]
    for heading, column in texts.items():
        expected = zip(rows["source_id"].map(names), rows[column].fillna(""), whom(rows), places, strict=True)
        if heading not in shown:
            assert rows[column].isna().all()
            continue
        found = shown[["Page", heading, "About whom", "Where it stands"]].itertuples(index=False, name=None)
        assert set(expected) <= set(found)
    for name in rows["source_id"].map(names).unique():
        assert name in report.caveats[-1]
    if "question" in rows:
        assert report.title == rows["question"].iloc[0]
    for heading, column, usual in (("Denied", "polarity", "affirmed"), ("Who says it", "speaker", "document")):
        unusual = rows[rows[column] != usual] if column in rows else rows[:0]
        assert (shown.get(heading, pd.Series()) != "").sum() >= len(unusual)


@pytest.mark.parametrize(
    ("topic", "row"),
    [
        ("pace", {"Denied": "fixed pace"}),
        ("symptoms-bone", {"Symptom": "muscle-like pain", "Denied": "yes"}),
        ("treatments-procedure", {"Therapy": "double mastectomy", "Denied": "yes"}),
    ],
)
def test_denial_stands_with_its_claim(topic, row):
    shown = cells(hv.claims(topic))
    assert len(shown[(shown[list(row)] == pd.Series(row)).all(axis=1)]) == 1


def test_topics_are_those_of_the_tables():
    listed = hv.claim_topics()
    assert len(listed) == len(PARTS)
    assert listed["claims"].sum() == sum(len(table) for table, *_ in TABLES)
    assert {len(cells(hv.claims(name))) - part["claims"].sum() for name, part in listed.groupby("topic")} == {0}


def test_words_stand_with_the_table():
    report = hv.claims("curability")
    assert report.summary == "Four web pages: two on HER2-positive disease, two on all breast cancer."
    assert [section.heading for section in report.sections] == [
        "Positions on a question on which the pages differ",
        "Claims about spread and care",
    ]
    for form in (repr(report), report.html()):
        assert CLAIMS.caveat() in " ".join(form.split())
        assert "HER2 is a protein found on the cell." in " ".join(form.split())
    assert "Denied" in hv.claims("pace").html()
    assert hv.claims("palbociclib").title in hv.claims("palbociclib").html()


@pytest.mark.parametrize("topic", ["when-to-call", "when to seek care"])
def test_no_weeks_to_wait_stand_first(topic):
    first = "Tell your care team about new symptoms now. Two to four weeks is not a time to wait."
    report = hv.claims(topic)
    assert repr(report).split("\n\n")[1] == first
    assert report.html().index(first) < report.html().index("<table>")
    assert hv.claims("monitoring").notice == ""


def test_unknown_topic_names_the_nearest():
    with pytest.raises(hv.UsageError, match=r"topic must be one of .*got 'monitorin'. Did you mean 'monitoring'"):
        hv.claims("monitorin")
