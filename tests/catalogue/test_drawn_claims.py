"""The drawn figures of claims, measured against the tables: steps of spread, drugs and targets, when to tell."""

import re

import pytest

import her2viz as hv
from figures import figure
from her2viz.catalogue import drugs as drug_figures
from her2viz.catalogue import steps, timing
from her2viz.style import SIZES
from honesty.drawn import page_text, read

STEPS = ["Invasion", "Intravasation", "Circulation", "Extravasation", "Colonization"]


def texts(table, *columns):
    return table.assign(**{c: table[c].astype(object).where(table[c].notna(), "").astype(str) for c in columns})


def drugs():
    table = hv.load_treatments().merge(hv.load_therapies(), on="therapy")
    return texts(table, "therapy", "target", "therapy_class", "brand", "source_id").query("kind == 'drug'")


# steps of spread


def test_steps_are_those_of_the_page_in_its_order():
    rows = figure("spread-steps").data
    assert list(dict.fromkeys(rows["step"])) == STEPS
    naming = rows[rows["says"] == "names"]
    assert set(naming["source_id"]) == {"guide"}
    assert naming["item"].str.capitalize().tolist() == STEPS


def test_each_claim_on_a_step_is_drawn_once():
    facts = hv.load_care_facts().query("topic == 'step of metastasis'")
    shown = figure("spread-steps").data["row_id"]
    assert shown.is_unique
    # of no one step: that there are several, that cells survive treatment, and that they break off, which is told
    left = {"guide-step-complex-process", "guide-step-several", "overview-step-surviving-cells"}
    before = facts[facts["item"] == "breaking away"]
    assert set(facts["row_id"]) - set(shown) == left | set(before["row_id"])
    assert all(statement.rstrip(".") in figure("spread-steps").description for statement in before["statement"])


def test_a_step_that_no_page_explains_is_said_to_be_only_named():
    fig = figure("spread-steps")
    explained = set(fig.data[fig.data["says"] == "explains"]["step"])
    assert set(STEPS) - explained == {"Extravasation"}
    assert "extravasation" not in " ".join(hv.load_care_facts().query("item != 'extravasation'")["statement"]).lower()
    assert "Named only" in page_text(read(fig))
    assert fig.title == "Of five named steps of spread, pages explain four"


def test_steps_keep_the_hedges_and_the_group_of_each_page():
    fig = figure("spread-steps")
    for row in fig.data.query("says == 'explains'").itertuples():
        assert row.statement.rstrip(".") in fig.description
        assert row.population in fig.description
    words = fig.data.drop_duplicates("step").set_index("step")["words"]
    assert all(" can " in words[step] for step in ("Invasion", "Intravasation", "Colonization"))


def test_the_title_of_steps_follows_the_rows(monkeypatch):
    facts = hv.load_care_facts()
    gone = facts["claim_id"].astype(str).isin(["step-settling", "step-new-tumor"])
    monkeypatch.setattr(steps, "load_care_facts", lambda: facts[~gone])
    assert hv.figure("spread-steps").title == "Of five named steps of spread, pages explain three"


# drugs


def test_every_named_drug_stands_once_where_a_page_puts_it():
    rows, table = figure("drug-targets").data, drugs()
    places = rows.groupby("therapy")["at"].agg(set)
    assert set(places.index) == set(table["therapy"])
    stated = table[table["target"] != ""].groupby("therapy")["target"].agg(set)
    for therapy, at in places.items():
        target = stated.get(therapy, {""})
        assert at == {{"HER2": "receptor", "HER2-expressing cells": "cell", "": ""}[next(iter(target))]}, therapy


def test_only_a_page_that_states_the_target_stands_at_it():
    names = hv.load_sources().astype({"source_id": str}).set_index("source_id")["short_name"]
    table = drugs()
    for heading, rows in figure("drug-targets").data.query("at != ''").groupby("heading"):
        stating = table[table["therapy"].isin(rows["therapy"]) & (table["target"] != "")]
        assert [f"({names[s].removesuffix(' page')})" for s in stating["source_id"].unique()] == re.findall(
            r"\(.*?\)", heading
        )


def test_a_heading_of_drugs_says_at_which_stage_they_target():
    for heading, rows in figure("drug-targets").data.query("at != ''").groupby("heading"):
        stating = drugs().query("target != ''")
        stages = set(stating[stating["therapy"].isin(rows["therapy"])]["stage"].astype(str))
        said = {"in metastatic disease": "metastatic or advanced", "if progressed or spread": "progressed or spread"}
        assert stages == {stage for words, stage in said.items() if words in heading}


def test_three_drugs_contain_the_word_trastuzumab():
    fig = figure("drug-targets")
    three = {"trastuzumab", "ado-trastuzumab emtansine", "trastuzumab deruxtecan"}
    assert {t for t in fig.data["therapy"] if "trastuzumab" in t} == three
    assert "three drugs, not one" in page_text(read(fig))
    assert "three drugs, not one" in fig.caption


@pytest.mark.parametrize("size", SIZES)
def test_each_drug_with_a_stated_target_is_written_once_with_its_brand_and_the_others_small(size):
    fig = figure("drug-targets", size)
    written = [text.get_text() for text in fig.mpl.axes[0].texts]
    led = set(fig.data.query("at != ''")["therapy"])
    for row in drugs().drop_duplicates("therapy").itertuples():
        assert written.count(row.therapy) == (row.therapy in led)
        with_brand = [text for text in written if text.removesuffix("*") == f"({row.brand})"]
        assert len(with_brand) == bool(row.brand and row.therapy in led)
        assert row.therapy in fig.description
        assert page_text(read(fig)).count(row.therapy) >= 1
    assert "Eight others, for HR-positive cancer;" in page_text(read(fig))
    assert "eight others, as target at most a class" in fig.alt
    assert "as target, at most a drug class (Overview, Guide)" in page_text(read(fig))


@pytest.mark.parametrize("size", SIZES)
def test_a_star_stands_beside_drugs_that_a_passage_on_early_stages_names(size):
    table = drugs()
    early = table[table["context"].astype(str) == "passage on early-stage breast cancer"]
    brands = {f"({b})*" for b in early[early["subtype"].astype(str) == "HER2-positive"]["brand"]}
    fig = figure("drug-targets", size)
    assert brands == {text.get_text() for text in fig.mpl.axes[0].texts if text.get_text().endswith(")*")} != set()
    assert set(early["source_id"].astype(str)) == {"guide"}
    assert "*Early stages too (Guide)." in page_text(read(fig))
    assert "tamoxifen*" in page_text(read(fig))


@pytest.mark.parametrize("size", SIZES)
def test_a_page_that_names_a_drug_for_her2_negative_disease_says_so_beside_it(size):
    table = drugs()
    negative = table[table["subtype"].astype(str).str.contains("HER2-negative")]
    assert set(zip(negative["therapy"], negative["source_id"].astype(str), strict=True)) == {
        ("palbociclib", "overview")
    }
    text = page_text(read(figure("drug-targets", size)))
    assert "palbociclib (Overview: HER2-negative)," in text
    assert text.count("HER2-negative") == 1


def test_drugs_say_of_whom():
    fig = figure("drug-targets")
    spelled = "hormone receptor-positive (HR-positive)"
    assert fig.words.reference == f"For people with HER2-positive or {spelled} breast cancer"
    assert spelled in fig.caption
    for row in drugs().itertuples():
        assert row.population in fig.description


def test_the_title_of_drugs_follows_the_rows(monkeypatch):
    table = hv.load_treatments()
    monkeypatch.setattr(drug_figures, "load_treatments", lambda: table[table["therapy"] != "lapatinib"])
    assert hv.figure("drug-targets").title == "Pages name 12 drugs; four target HER2 or cells with it"


# when to tell


def test_weeks_are_never_said_of_a_new_symptom():
    fig = figure("care-timing")
    weeks = fig.data[fig.data["heading"] != ""].set_index("row_id")["value_high"].dropna()
    assert weeks.to_dict() == {"cleveland-seek-care-persistent-symptom": 4}
    assert fig.title == "With a new symptom, two to four weeks is not a time to wait"
    assert "Tell your care team now" in fig.alt
    assert "Symptom that does not ease within two to four weeks" in page_text(read(fig))
    for text in (fig.alt, fig.caption):
        assert "ymptom that does not ease within two to four weeks: tell them too" in text
    assert page_text(read(fig)).count("a time to wait") == 1


@pytest.mark.parametrize("size", SIZES)
def test_the_action_is_first_and_twice_as_large(size):
    texts = figure("care-timing", size).mpl.axes[0].texts
    largest = max(text.get_fontsize() for text in texts)
    action = [text for text in texts if text.get_fontsize() == largest]
    assert " ".join(text.get_text() for text in action) == "Tell your care team now"
    assert texts[: len(action)] == action
    assert largest >= 2 * max(text.get_fontsize() for text in texts if text not in action)


def test_the_title_of_timing_follows_the_rows(monkeypatch):
    facts = hv.load_care_facts()
    facts.loc[facts["row_id"] == "cleveland-seek-care-persistent-symptom", "value_high"] = 3
    monkeypatch.setattr(timing, "load_care_facts", lambda: facts)
    assert hv.figure("care-timing").title == "With a new symptom, two to three weeks is not a time to wait"


@pytest.mark.parametrize("name", ["spread-steps", "drug-targets", "care-timing"])
def test_alt_text_is_whole(name):
    assert figure(name).alt.endswith("ot medical advice.")
