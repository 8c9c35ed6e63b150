"""The figures of claims in full, held to the tables."""

import re

import figures
import pytest
from figures import figure

import her2viz as hv

NAMES = [n for n in figures.NAMES if n.startswith(("subtype-claims", "spread-steps", "care-timing", "disagreement"))]
QUESTIONS = list(dict.fromkeys(hv.load_disagreements()["question_id"].astype(str)))
CARDS = [n for n in NAMES if n.startswith(("disagreement-", "subtype-claims-", "spread-steps"))]


def bare(text):
    """A text without quotation marks, bullets and line breaks."""
    return re.sub(r"\s+", " ", re.sub("[\u201c\u201d\u2022]", "", text)).strip()


def drawn(fig):
    return bare(" ".join(t.get_text() for t in fig.mpl.axes[0].texts))


def page(fig):
    return bare(" ".join(t.get_text() for t in (*fig.mpl.texts, *fig.mpl.axes[0].texts)))


def test_names_are_those_of_the_design():
    assert {"subtype-claims", "spread-steps", "care-timing", "disagreements"} <= set(NAMES)
    assert {f"disagreement-{q}" for q in QUESTIONS} <= set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_a_question_shows_every_position_in_full():
    pages = hv.load_sources().set_index("source_id")["short_name"]
    for question_id, rows in hv.load_disagreements().groupby("question_id", observed=True):
        figs = [figure(n) for n in NAMES if re.fullmatch(rf"disagreement-{question_id}(-2)?", n)]
        shown = " ".join(map(drawn, figs))
        described = bare(" ".join(fig.description for fig in figs))
        assert [p for p in rows["position"] if p not in shown or p not in described] == [], question_id
        assert sum(len(fig.data) for fig in figs) == len(rows)
        for fig in figs:
            assert fig.title.startswith(rows["question"].iloc[0])
            assert list(dict.fromkeys(fig.data["card"])) == [pages[s] for s in dict.fromkeys(fig.data["source_id"])]


def test_every_claim_says_whom_it_is_about():
    for name in CARDS:
        fig = figure(name)
        populations = set(fig.data["population"])
        if len(populations) == 1:
            assert f"about {populations.pop()}" in page(fig).replace("About", "about"), name
            continue
        shown = drawn(fig)
        assert [word for population in populations for word in population.split() if word not in shown] == [], name
        assert {*fig.data["whom"]} == populations


def test_only_questions_that_fill_more_than_a_slide_are_split():
    split = {n for n in NAMES if re.fullmatch(r"disagreement-.*-2", n)}
    assert split == {f"disagreement-{q}-2" for q in ("nodes-and-skin", "outlook", "looking-at-numbers", "diet")}
    assert figure("disagreement-outlook").title != figure("disagreement-outlook-2").title


def test_overviews_hold_each_question_once_and_every_page():
    cells = [figure(n).data for n in ("disagreements", "disagreements-2", "disagreements-3")]
    assert [q for part in cells for q in dict.fromkeys(part["question_id"])] == QUESTIONS
    stated = set(hv.load_disagreements()[["question_id", "source_id"]].astype(str).itertuples(index=False, name=None))
    for part in cells:
        assert part["row"].nunique() <= 12
        for cell in part.itertuples():
            assert (cell.mark == "filled") == ((cell.question_id, cell.source_id) in stated)


def test_subtype_variants_hold_each_claim_once():
    variants = [figure(n).data for n in NAMES if n.startswith("subtype-claims-")]
    ids = [i for part in variants for i in part["fact_id"]]
    assert sorted(ids) == sorted(hv.load_subtype_facts()["fact_id"])


def test_subtype_claims_name_the_speaker():
    fig = figure("subtype-claims-aggressiveness")
    assert drawn(fig).count("Shimoli Barot, MD") == 2
    assert "related-article blurb" in drawn(fig)
    assert "HER2-positive is not the most aggressive of breast cancers" in drawn(fig)
    cells = figure("subtype-claims").data.query("column == 'Cleveland Clinic' and row == 'pace'")
    assert cells["words"].tolist() == ["page, doctor"]


def test_alt_text_favours_no_page():
    for fig in (figure(n) for n in NAMES if n.startswith(("disagreement-", "subtype-claims-"))):
        assert [card for card in fig.data["card"] if card not in fig.alt] == [], fig.name
        assert sum(text in fig.alt for text in fig.data["text"]) in (0, len(fig.data)), fig.name


def test_no_one_in_x_is_drawn():
    one_in_x = re.compile(r"\b(1|one) in (\d+|four|five|ten)\b")
    assert [n for n in NAMES if one_in_x.search(page(figure(n)) + figure(n).alt)] == []


def test_steps_show_names_and_only_what_the_page_says():
    fig = figure("spread-steps")
    assert list(dict.fromkeys(fig.data["step"])) == [
        "invasion", "intravasation", "circulation", "extravasation", "colonization",
    ]  # fmt: skip
    explained = fig.data.loc[fig.data["text"] != "", "step"].tolist()
    assert explained == ["invasion", "circulation"]
    statements = set(hv.load_care_facts()["statement"])
    for name in ("spread-steps", "spread-steps-guide", "spread-steps-overview"):
        data = figure(name).data
        assert set(data["text"]) - {""} <= statements
        assert data["source_id"].nunique() == 1


def test_steps_of_a_page_stand_in_its_order():
    for name in ("spread-steps-guide", "spread-steps-overview"):
        assert figure(name).data["line"].is_monotonic_increasing


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
def test_symptoms_are_not_to_wait_two_to_four_weeks(size):
    fig = figure("care-timing", size=size)
    assert "Tell your care team about new symptoms now. Two to four weeks is not a time to wait." in page(fig)
    assert "Tell your care team about new symptoms now" in fig.alt
    assert "Two to four weeks is not a time to wait." in fig.caption
    cards = fig.data.groupby("card", sort=False)["source_id"].unique().map(list).to_dict()
    assert cards == {"Planned scans": ["insights"], "Symptoms": ["cleveland_clinic"]}
    scans = fig.data.query("card == 'Planned scans'")
    assert not scans["text"].str.contains("week|symptom").any()
    assert fig.data.query("card == 'Symptoms'")["value_low"].dropna().tolist() == [2]
