"""hv.glossary: each term that tables and lessons use has a line of a row, or is said to have none."""

import json
import re
from functools import cache

import pandas as pd
import pytest

import her2viz as hv
from her2viz import phrases
from her2viz.course.texts import lesson_files
from her2viz.dataset import terms
from her2viz.words.meanings import MEANT, NAMED

#: Values of a column that are words of ours, and no terms.
OURS = {"any", "all", "any cancer", "unknown", "invasive"}
#: Capitals that stand for nothing to explain: gaps, a doctor's title, a country, "stages I, II and III", headings.
NO_TERMS = {"NA", "MD", "USA", "II", "III", "PAGE", "THE", "ABSTRACT"}


def labels():
    """The labels of types of breast cancer, as the tables write them."""
    frames = [hv.load_table(name) for name in hv.tables()["name"]]
    columns = ("subtype", "subtype_described", "subtype_group", "receptor")
    found = {str(v) for f in frames for c in columns if c in f for v in f[c].dropna()}
    return sorted(found - OURS)


def parts(label):
    """The terms that a label is made of: HR+/HER2- has two."""
    return re.split(r"/|, ", re.sub(r"( high| low| or B)$", "", label))


@cache
def said_in_lessons():
    """The prose and the outputs of all lessons, code and pictures left out."""
    texts = []
    for path in lesson_files():
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            texts += [re.sub(r"`[^`]+`", "", "".join(cell["source"]))] if cell["cell_type"] == "markdown" else []
            texts += ["".join(o.get("data", {}).get("text/plain", o.get("text", ""))) for o in cell.get("outputs", [])]
    return "\n".join(texts)


def lines(report):
    return pd.concat([section.rows for section in report.sections])["Term"].tolist()


@pytest.mark.parametrize("label", labels())
def test_each_type_of_the_tables_is_in_the_glossary(label):
    for part in parts(label):
        assert len(lines(hv.glossary(part))) == 1


def test_each_short_form_of_the_lessons_is_in_the_glossary():
    found = set(re.findall(r"\b[A-Z]{2,}\d?(?:/\d)?\b", said_in_lessons())) - NO_TERMS
    assert found >= {"HER2", "HR", "ER", "SEER", "CDK4/6", "IV"}
    for name in found:
        assert len(lines(hv.glossary(name))) == 1, name


def test_each_stage_that_the_tables_name_is_in_the_glossary():
    for stage in set(terms.STAGES) - OURS - {"progressed or spread", "lymph node metastasis"}:
        for name in stage.split(" or "):
            assert lines(hv.glossary(name))


@pytest.mark.parametrize("term", MEANT)
def test_a_meaning_is_a_row_with_its_place(term):
    table, row_id = MEANT[term]
    row = hv.load_table(table).astype(object).set_index("row_id").loc[row_id]
    page = hv.load_sources().astype(str).set_index("source_id").loc[row["source_id"], "short_name"]
    (line,) = hv.glossary(term).sections[0].rows.to_dict("records")
    assert line["What it means"] == phrases.sentence(row["statement"])
    assert line["Where it stands"].startswith(f"{page}, “{row['section']}”, line {row['line']}")
    assert row.get("speaker", "document") in ("document", line["Where it stands"].rpartition("(")[2].rstrip(")"))
    assert len(hv.glossary(term).sections) == 1
    assert row.get("attribute", row.get("topic")) in ("definition", "stage", "kind of recurrence")
    assert term.split("-")[0].lower().removesuffix("ce") in row["statement"].lower()


@pytest.mark.parametrize("term", NAMED)
def test_a_name_that_no_row_explains_has_no_meaning_and_says_who_uses_it(term):
    (section,) = hv.glossary(term).sections
    assert list(section.rows) == ["Term", "What rows tell of it", "Who names it"]
    assert "No row says what this name means" in section.sentences[0]
    known = {*hv.load_sources()["short_name"], *hv.load_studies()["short_name"]}
    assert set(section.rows["Who names it"].item().split("; ")) <= known
    definitions = pd.concat([hv.load_care_facts(), hv.load_subtype_facts()])
    assert not definitions["statement"].str.contains(rf"{term}\S* (?:means|is short for)").any()


def test_who_names_luminal_and_triple_negative():
    rows = hv.glossary("luminal", "triple-negative").sections[0].rows.set_index("Term")["Who names it"]
    assert rows["luminal"] == "Kaplan et al. 2016"
    assert rows["triple-negative"].split("; ")[:2] == ["Cleveland Clinic", "Kaplan et al. 2016"]


def test_what_is_told_of_luminal_is_a_note_of_its_rows():
    notes = hv.load_published_figures().query("subtype == 'luminal A' and quantity == 'site frequency'")["note"]
    assert notes.str.contains("luminal A and B are not the HR x HER2 groups").all()
    assert "Luminal A and B are not the groups by HR and HER2." in repr(hv.glossary("luminal"))


def test_that_there_is_no_meaning_is_said_once():
    whole = hv.glossary()
    assert lines(whole) == [*MEANT, *NAMED]
    for form in (repr(whole), whole.html()):
        assert form.count("No row says") == 1
        assert form.count("not medical advice") == 1


def test_terms_stand_in_the_order_asked_for_and_once():
    assert lines(hv.glossary("luminal", "HR+", "HER2", "hr-positive")) == ["HR", "HER2", "luminal"]


def test_an_unknown_term_names_the_nearest():
    with pytest.raises(hv.UsageError, match=r"term must be one of 21 names; got 'luminall'. Did you mean 'luminal'"):
        hv.glossary("luminall")
