"""The figures of claims in full, held to the tables."""

import re

import pytest

import her2viz as hv
from her2viz.catalogue.disagreements import _SHORT, DISAGREEMENT_FIGURES
from her2viz.catalogue.steps import STEP_FIGURES
from her2viz.catalogue.subtypes import SUBTYPE_FIGURES

NAMES = [entry.name for entry in (*SUBTYPE_FIGURES, *STEP_FIGURES, *DISAGREEMENT_FIGURES)]
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


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_a_question_shows_every_position_in_full(question_id):
    rows = hv.load_disagreements().query("question_id == @question_id")
    figs = [hv.figure(n) for n in NAMES if re.fullmatch(rf"disagreement-{question_id}(-2)?", n)]
    shown = " ".join(map(drawn, figs))
    told = bare(" ".join(fig.description for fig in figs))
    for row in rows.itertuples():
        assert bare(row.position) in shown
        assert bare(row.position) in told
    assert sum(len(fig.data) for fig in figs) == len(rows)
    for fig in figs:
        assert fig.title.startswith(rows["question"].iloc[0])
        pages = hv.load_sources().set_index("source_id")["short_name"]
        assert list(dict.fromkeys(fig.data["card"])) == [pages[s] for s in dict.fromkeys(fig.data["source_id"])]


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
@pytest.mark.parametrize("name", CARDS)
def test_every_claim_says_whom_it_is_about(name, size):
    fig = hv.figure(name, size=size)
    populations = set(fig.data["population"])
    if len(populations) == 1:
        assert f"about {populations.pop()}" in page(fig).replace("About", "about")
        return
    for population in populations:
        assert all(word in drawn(fig) for word in population.split())
    assert {*fig.data["whom"]} == populations


def test_only_questions_that_fill_more_than_a_slide_are_split():
    split = {n for n in NAMES if re.fullmatch(r"disagreement-.*-2", n)}
    assert split == {f"disagreement-{q}-2" for q in ("nodes-and-skin", "outlook", "looking-at-numbers", "diet")}
    assert hv.figure("disagreement-outlook").title != hv.figure("disagreement-outlook-2").title


def test_overviews_hold_each_question_once_and_every_page():
    cells = [hv.figure(n).data for n in ("disagreements", "disagreements-2", "disagreements-3")]
    assert [q for part in cells for q in dict.fromkeys(part["question_id"])] == QUESTIONS
    said = set(hv.load_disagreements()[["question_id", "source_id"]].astype(str).itertuples(index=False, name=None))
    for part in cells:
        assert part["row"].nunique() <= 12
        for cell in part.itertuples():
            assert (cell.mark == "filled") == ((cell.question_id, cell.source_id) in said)
    assert set(_SHORT) == set(QUESTIONS)


def test_subtype_variants_hold_each_claim_once():
    variants = [hv.figure(n).data for n in NAMES if n.startswith("subtype-claims-")]
    ids = [i for part in variants for i in part["fact_id"]]
    assert sorted(ids) == sorted(hv.load_subtype_facts()["fact_id"])


def test_subtype_claims_name_the_speaker():
    fig = hv.figure("subtype-claims-aggressiveness")
    assert drawn(fig).count("Shimoli Barot, MD") == 2
    assert "related-article blurb" in drawn(fig)
    assert "HER2-positive is not the most aggressive of breast cancers" in drawn(fig)
    cells = hv.figure("subtype-claims").data.query("column == 'Cleveland Clinic' and row == 'pace'")
    assert cells["words"].tolist() == ["page, doctor"]


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(("disagreement-", "subtype-claims-"))])
def test_alt_text_favours_no_page(name):
    fig = hv.figure(name)
    assert all(page in fig.alt for page in fig.data["card"])
    whole = [text for text in fig.data["text"] if text in fig.alt]
    assert len(whole) in (0, len(fig.data))


def test_no_one_in_x_is_drawn():
    for name in NAMES:
        fig = hv.figure(name)
        assert not re.search(r"\b(1|one) in (\d+|four|five|ten)\b", page(fig) + fig.alt), name


def test_steps_show_names_and_only_what_the_page_says():
    fig = hv.figure("spread-steps")
    assert list(dict.fromkeys(fig.data["step"])) == [
        "invasion", "intravasation", "circulation", "extravasation", "colonization",
    ]  # fmt: skip
    explained = fig.data.loc[fig.data["text"] != "", "step"].tolist()
    assert explained == ["invasion", "circulation"]
    statements = set(hv.load_care_facts()["statement"])
    for name in ("spread-steps", "spread-steps-guide", "spread-steps-overview"):
        data = hv.figure(name).data
        assert set(data["text"]) - {""} <= statements
        assert data["source_id"].nunique() == 1


def test_steps_of_a_page_stand_in_its_order():
    for name in ("spread-steps-guide", "spread-steps-overview"):
        assert hv.figure(name).data["line"].is_monotonic_increasing


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
def test_symptoms_are_not_to_wait_two_to_four_weeks(size):
    fig = hv.figure("care-timing", size=size)
    assert "Tell your care team about new symptoms now. Two to four weeks is not a time to wait." in page(fig)
    assert "Tell your care team about new symptoms now" in fig.alt
    assert "Two to four weeks is not a time to wait." in fig.caption
    cards = fig.data.groupby("card", sort=False)["source_id"].unique().map(list).to_dict()
    assert cards == {"Planned scans": ["insights"], "Symptoms": ["cleveland_clinic"]}
    scans = fig.data.query("card == 'Planned scans'")
    assert not scans["text"].str.contains("week|symptom").any()
    assert fig.data.query("card == 'Symptoms'")["value_low"].dropna().tolist() == [2]


@pytest.mark.parametrize("name", NAMES)
def test_figures_take_no_rows_of_ones_own(name):
    with pytest.raises(hv.DataError, match=f"{name} joins shipped tables"):
        hv.figure(name, data=hv.load_sites())
