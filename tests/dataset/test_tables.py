"""The tables: valid cell by cell, joined up, true to the documents' lines, and seen to fail when a row is broken."""

import itertools
import os
import re
import subprocess
import sys

import pandas as pd
import pandera.errors
import pytest

import her2viz as hv
from dataset.model import model
from her2viz.dataset import schema, terms
from her2viz.dataset.checking import Problem, problems
from her2viz.dataset.dictionary import dictionary
from her2viz.dataset.loaders import data_path, load_table, raw
from her2viz.own.columns import OWN_SITES

NAMES = [entry.name for entry in schema.TABLES]
QUOTING = [entry.name for entry in schema.TABLES if "line" in {c.name for c in entry.columns}]


@pytest.mark.parametrize("name", NAMES)
def test_shipped_table_is_valid(name):
    model(schema.table(name)).validate(raw(name), lazy=True)
    assert found(name, raw(name)) == []


def found(name, frame):
    """Say what is wrong with a table as it stands in a file, a line a problem."""
    entry, cells = schema.table(name), frame.fillna("").to_dict("list")
    rows = range(2, len(frame) + 2)  # as a spreadsheet counts
    return [f"{entry.file}, row {p.row}, column {p.column}: {p.text}" for p in problems(entry, cells, rows)]


@pytest.mark.parametrize("name", NAMES)
def test_file_is_plain_utf8_csv(name):
    content = (data_path() / schema.table(name).file).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    content.decode("utf-8")


def test_every_csv_belongs_to_a_table():
    assert sorted(p.name for p in data_path().glob("*.csv")) == sorted(entry.file for entry in schema.TABLES)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name):
    frame = raw(name).drop(columns=["row_id", "claim_id", "section", "line"], errors="ignore")
    assert frame[frame.duplicated(keep=False)].to_dict("records") == []


# --- a broken row in each table fails, and the message names table, row and column ---


def broken(name, column, value, row=0):
    frame = raw(name)
    frame.loc[row, column] = value
    lines = found(name, frame)
    # pandera, which knows the rules from the same columns and applies them by itself, sees the same cells
    with pytest.raises(pandera.errors.SchemaErrors) as failed:
        model(schema.table(name)).validate(frame, lazy=True)
    cases = failed.value.failure_cases[["index", "column"]].itertuples(index=False)
    seen = {f"{schema.table(name).file}, row {at + 2}, column {where}" for at, where in cases}
    assert seen == {line.partition(":")[0] for line in lines}
    return lines


@pytest.mark.parametrize("name", QUOTING)
@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("source_id", "guied", "'guied' is not in the vocabulary. Did you mean 'guide'?"),
        ("population", None, "is empty; it must be filled"),
        ("line", "many", "'many' must be a whole number from 1"),
        ("line", "0", "'0' must be a whole number from 1"),
        ("section", " opening", "' opening' starts or ends with a space"),
    ],
)
def test_broken_cell_is_named(name, column, value, says):
    file = schema.table(name).file
    assert broken(name, column, value, row=2) == [f"{file}, row 4, column {column}: {says}"]


@pytest.mark.parametrize(
    ("name", "column", "value", "says"),
    [
        ("sites", "frequency_pct", "seventy", "'seventy' must be a whole number from 0 to 100"),
        ("sites", "frequency_pct", "170", "'170' must be a whole number from 0 to 100"),
        ("sites", "site", "boen", "'boen' is not in the vocabulary. Did you mean 'bone'?"),
        ("sites", "sites_overlap", "maybe", "'maybe' must be True or False"),
        ("site_mentions", "list_position", "first", "'first' must be a whole number from 1"),
        ("subtype_facts", "value", "a quarter", "'a quarter' must be a number from 0"),
        ("subtype_facts", "subtype_described", "HER2-postive", "Did you mean 'HER2-positive'?"),
        ("symptoms", "symptom", "breathlesness", "is not in the vocabulary"),
        ("treatments", "therapy", "trastuzamab", "Did you mean 'trastuzumab'?"),
        ("care_facts", "value_low", "3-6", "'3-6' must be a number from 0"),
        ("care_facts", "topic", "tst", "Did you mean 'test'?"),
        ("disagreements", "question_id", "second-sites", "Did you mean 'second-site'?"),
        ("sources", "reliability", "high", "Did you mean 'higher'?"),
        ("studies", "citation", None, "is empty; it must be filled"),
        ("published_figures", "percent", "58%", "'58%' must be a number from 0 to 100"),
        ("published_figures", "denominator", "metastatc", "Did you mean 'metastatic'?"),
    ],
)
def test_broken_value_is_named(name, column, value, says):
    (message,) = broken(name, column, value)
    assert message.startswith(f"{schema.table(name).file}, row 2, column {column}: ")
    assert says in message


def test_repeated_key_is_named():
    assert broken("sites", "site", "bone", row=1) == [
        f"metastasis_sites.csv, row {n}, column site: 'bone' stands twice; it must be unique" for n in (2, 3)
    ]


@pytest.mark.parametrize(
    "broken_header",
    [
        lambda frame: frame.drop(columns="population"),
        lambda frame: frame.assign(subtype="HER2"),
        lambda frame: frame[frame.columns[::-1]],
    ],
    ids=["missing", "extra", "misplaced"],
)
def test_header_is_that_of_the_schema(broken_header):
    with pytest.raises(pandera.errors.SchemaErrors):
        model(schema.table("sites")).validate(broken_header(raw("sites")), lazy=True)


def test_several_problems_are_all_found():
    entry = schema.table("sites")
    cells = {"frequency_pct": ["70%", "30"], "population": ["people", ""], "site": ["lung", "lung"]}
    assert [problem[:2] for problem in problems(entry, cells, [7, 9])] == [
        (7, "site"),
        (9, "site"),
        (7, "frequency_pct"),
        (9, "population"),
    ]
    assert Problem(9, "population", "is empty; it must be filled") in [*problems(entry, cells, [7, 9])]


# --- what the tables hold ---


def test_the_four_figures():
    rows = hv.load_sites().dropna(subset="frequency_pct")
    assert rows["site"].tolist() == ["bone", "lung", "liver", "brain"]
    assert rows["frequency_pct"].tolist() == [70, 30, 20, 10]
    assert set(rows["population"]) == {"women with advanced breast cancer"}
    assert set(rows["qualifier"]) == {"about"}
    assert set(rows["source_id"]) == {"guide"}
    assert set(rows["line"]) == {17}


def test_no_site_figure_is_called_her2_positive():
    sites = hv.load_sites()
    assert not sites.loc[sites["frequency_pct"].notna(), "population"].str.contains("HER2").any()


def test_overlap_is_marked_as_our_reading():
    sites = hv.load_sites()
    assert sites.loc[sites["frequency_pct"].notna(), "note"].str.contains("our reading").all()


def test_two_twenties_and_a_quarter():
    facts = hv.load_subtype_facts().dropna(subset="value").set_index("attribute")
    assert facts["value"].to_dict() == {"share": 20, "early-stage outcome": 25}
    assert facts.loc["share", "population"] == "people diagnosed with breast cancer"
    assert facts.loc["early-stage outcome", "population"] == "people with early-stage HER2-positive breast cancer"
    assert set(facts["source_id"]) == {"cleveland_clinic"}
    assert set(facts["qualifier"]) == {"about"}


def test_waiting_time_is_of_persistent_symptoms():
    facts = hv.load_care_facts()
    weeks = facts[facts["unit"] == "weeks"]
    assert weeks["item"].tolist() == ["persistent symptom"]
    new = facts[(facts["topic"] == "when to seek care") & (facts["item"] == "new symptom")]
    assert new["value_low"].isna().all()


def test_double_mastectomy_stays_negated():
    rows = hv.load_treatments().query("therapy == 'double mastectomy'").set_index("who")
    assert rows["polarity"].to_dict() == {"people at very high risk": "affirmed", "people": "negated"}
    assert "spread" in rows.loc["people", "detail"]


def test_trastuzumab_drugs_are_three():
    therapies = hv.load_treatments()["therapy"].astype(str)
    assert set(therapies[therapies.str.contains("trastuzumab")]) == {
        "trastuzumab",
        "trastuzumab deruxtecan",
        "ado-trastuzumab emtansine",
    }


def test_a_brand_names_one_drug():
    brands = hv.load_therapies().dropna(subset="brand")
    assert brands["brand"].is_unique
    assert set(brands["kind"]) == {"drug"}


def test_local_recurrence_is_no_site_of_spread():
    sites = set(hv.load_site_mentions()["site"].astype(str)) | set(hv.load_sites()["site"].astype(str))
    assert not sites & {"chest_wall", "armpit", "breast"}


def test_each_question_has_two_sides():
    rows = hv.load_disagreements()
    assert rows.groupby("question_id", observed=True)["question"].nunique().eq(1).all()
    assert rows.groupby("question_id", observed=True)["position"].nunique().ge(2).all()
    asked = {
        "second-site", "leading-site", "her2-pace", "curability", "nodes-and-skin",
        "closed-list", "brain-emphasis", "early-and-advanced", "lifestyle", "her2-low", "symptoms-by-site",
        "silent-spread", "outlook", "chemotherapy-backbone", "looking-at-numbers", "trastuzumab-and-pertuzumab",
    }  # fmt: skip
    assert asked <= set(rows["question_id"])


def test_one_document_contradicts_itself_on_the_second_site():
    second = hv.load_disagreements().query("question_id == 'second-site' and source_id == 'guide'")
    assert second["position"].nunique() >= 2


@pytest.mark.parametrize("name", ["studies", "published_figures"])
def test_published_tables_are_taken_over_unchanged(name, root):
    file = root.parent / "shared" / "published" / schema.table(name).file
    if not file.is_file():
        pytest.skip("the published figures are not beside this checkout (../shared/published)")
    ours, theirs = raw(name), pd.read_csv(file, dtype=str, keep_default_na=False)
    both = [column for column in theirs if column in ours]
    assert {"study_id", "percent", "n_total", "population"} & set(theirs) <= set(both)
    assert ours[both].fillna("").values.tolist() == theirs[both].values.tolist()


def test_seer_share_of_known_subtype():
    rows = hv.load_published_figures().query("study_id == 'seer_2017_2021'").set_index("subtype")["percent"]
    known = rows.drop("unknown").sum()
    assert round(100 * (rows["HR+/HER2+"] + rows["HR-/HER2+"]) / known, 1) == 14.5


# --- joins ---


def test_every_study_has_figures_and_every_document_has_rows():
    assert set(hv.load_studies()["study_id"]) == set(hv.load_published_figures()["study_id"])
    for name in ("site_mentions", "symptoms", "treatments", "care_facts", "disagreements"):
        assert set(load_table(name)["source_id"]) == set(terms.SOURCES), name


def test_every_site_mentioned_has_a_row():
    assert set(hv.load_site_mentions()["site"]) == set(hv.load_sites()["site"])


def test_subject_agrees_with_the_document():
    subject = hv.load_sources().set_index("source_id")["subject"].astype(str)
    mentions = hv.load_site_mentions()
    assert (mentions["subject"].astype(str) == mentions["source_id"].astype(str).map(subject)).all()


def test_numbers_agree_where_two_tables_hold_the_same_one():
    # a percentage in a position or a statement must be one that a number column holds for that document and line
    known = {
        (r.source_id, r.line, float(r.frequency_pct))
        for r in hv.load_sites().dropna(subset="frequency_pct").itertuples()
    }
    known |= {
        (r.source_id, r.line, float(r.value)) for r in hv.load_subtype_facts().dropna(subset="value").itertuples()
    }
    found = 0
    for frame, column in ((hv.load_disagreements(), "position"), (hv.load_subtype_facts(), "statement")):
        for row in frame.itertuples():
            for number in re.findall(r"(\d+) (?:of|in) 100", getattr(row, column)):
                found += 1
                assert (row.source_id, row.line, float(number)) in known, row
    assert found


def test_every_term_of_the_vocabulary_is_used():
    for name, column in (
        ("symptoms", "symptom"), ("therapies", "therapy"), ("care_facts", "topic"), ("care_facts", "item"),
        ("subtype_facts", "attribute"), ("treatments", "receptor"), ("treatments", "purpose"),
        ("disagreements", "question_id"), ("published_figures", "subtype"), ("published_figures", "moment_group"),
    ):  # fmt: skip
        frame = load_table(name)
        assert set(frame[column].cat.categories) - set(frame[column].dropna()) == set(), f"{name}.{column}"


# --- against the documents ---


@pytest.mark.parametrize("name", QUOTING)
def test_line_and_section_point_into_the_document(name, documents):
    used = pd.concat([load_table(n)[["source_id", "section"]] for n in QUOTING]).drop_duplicates()
    headings = {
        source_id: {
            n for n, text in enumerate(lines, 1) if text.strip() in set(used.section[used.source_id == source_id])
        }
        for source_id, lines in documents.items()
    }
    for row in load_table(name).itertuples():
        lines = documents[row.source_id]
        where = f"{schema.table(name).file}, row {row.Index + 2}"
        assert row.line <= len(lines), f"{where}, column line: {row.line} is beyond the end ({len(lines)})"
        assert lines[row.line - 1].strip(), f"{where}, column line: {row.line} is an empty line"
        above = [n for n in headings[row.source_id] if n <= row.line]
        heading = lines[max(above) - 1].strip() if above else "opening"
        assert row.section == heading, (
            f"{where}, column section: {row.section!r}; above line {row.line} stands {heading!r}"
        )


@pytest.mark.parametrize("name", QUOTING)
def test_no_sentence_is_copied(name, documents):
    def words(text):
        return re.findall(r"[a-z0-9]+", text.lower().replace("\u2019", "").replace("'", ""))

    def runs(text, n=6):
        w = words(text)
        return {tuple(w[i : i + n]) for i in range(len(w) - n + 1)}

    of = {s: set(itertools.chain.from_iterable(map(runs, lines))) for s, lines in documents.items()}
    for row in load_table(name).to_dict("records"):
        for column in {"statement", "position", "in_short", "detail", "note"} & row.keys():
            if isinstance(row[column], str):
                copied = runs(row[column]) & of[row["source_id"]]
                assert not copied, f"{name}, line {row['line']}, column {column}: {copied}"


def test_numbers_stand_on_their_lines(documents):
    printed = {"25": r"1 in 4", "2": r"\btwo\b|\b2\b", "4": r"\bfour\b|\b4\b", "1": r"\bone\b|\b1\b", "2.5": r"2 1/2"}
    for name, columns in {
        "sites": ["frequency_pct"],
        "subtype_facts": ["value"],
        "care_facts": ["value_low", "value_high"],
    }.items():
        for row in load_table(name).to_dict("records"):
            for column in columns:
                if not pd.isna(row[column]):
                    number = f"{row[column]:g}"
                    text = documents[row["source_id"]][row["line"] - 1]
                    assert re.search(printed.get(number, rf"\b{number}\b"), text), f"{name}.{column}: {row}"


def test_every_uncited_line_is_on_the_left_out_list(documents, root):
    sys.path.insert(0, str(root / "tools"))
    try:
        from uncited_lines import uncited
    finally:
        sys.path.pop(0)
    parts = re.split(r"^## (\w+).*$", (root / "docs" / "left-out.md").read_text(encoding="utf-8"), flags=re.M)
    listed = {}
    for source_id, text in zip(parts[1::2], parts[2::2], strict=True):
        cells = re.findall(r"^\|\s*([\d, -]+?)\s*\|", text, flags=re.M)
        listed[source_id] = {
            n
            for cell in cells
            for span in cell.replace(" ", "").split(",")
            for n in range(int(span.split("-")[0]), int(span.split("-")[-1]) + 1)
        }
    missing = uncited(root.parent / "shared" / "sources")
    assert {s: sorted(set(lines) - listed[s]) for s, lines in missing.items()} == {s: [] for s in terms.SOURCES}


# --- loaders ---


KINDS = {"category": "category", "whole number": "Int64", "number": "Float64", "yes or no": "boolean"}
TEXT = "object" if pd.__version__.startswith("2.2.") else "str"


@pytest.mark.parametrize("name", NAMES)
def test_loader_is_typed(name):
    frame, entry = getattr(hv, f"load_{name}")(), schema.table(name)
    assert list(frame.columns) == [c.name for c in entry.columns]
    for column in entry.columns:
        assert str(frame[column.name].dtype) == KINDS.get(column.kind, TEXT)
    assert len(frame.attrs["caveat"]) > 40
    cells = raw(name)
    pd.testing.assert_frame_equal(frame[list(cells)].isna(), cells.isna())
    as_text = frame[list(cells)].astype(object).astype(str).where(frame[list(cells)].notna())
    words = [c.name for c in entry.in_file if c.kind in ("text", "category", "whole number", "yes or no")]
    assert as_text[words].fillna("").values.tolist() == cells[words].fillna("").values.tolist()
    pd.testing.assert_frame_equal(load_table(name), frame)


@pytest.mark.parametrize("name", NAMES)
def test_loader_lists_its_columns_in_help(name):
    loader = getattr(hv, f"load_{name}")
    for column in schema.table(name).columns:
        # at the margin: Python from 3.13 on takes the indent of a docstring away, and what is added to it has none
        assert f"\n- ``{column.name}`` ({column.kind}): {column.description}\n" in loader.__doc__
    assert "\nReturns\n-------\npandas.DataFrame\n    The columns" in loader.__doc__
    assert "\nExamples\n--------\n>>> " in loader.__doc__


def test_a_changed_table_does_not_change_the_next_one():
    before = hv.load_sites()
    changed = hv.load_sites()
    changed.loc[0, "frequency_pct"] = 99
    changed["label"] = "nowhere"
    changed["site"] = changed["site"].cat.rename_categories(str.upper)
    changed["line"].array[0] = 1
    del changed["note"]
    changed.attrs["caveat"] = "none"
    pd.testing.assert_frame_equal(hv.load_sites(), before)
    assert hv.load_sites().attrs == before.attrs != changed.attrs


def test_percent_is_a_number_and_stands_beside_its_text():
    figures = hv.load_published_figures()
    assert figures["percent_printed"].tolist() == raw("published_figures")["percent"].tolist()
    assert figures["percent"].tolist() == [float(text) for text in figures["percent_printed"]]
    assert "percent_printed" not in raw("published_figures")


#: The types and cells of all tables, for a process whose pandas is set otherwise.
SHOW = """
import her2viz as hv, pandas as pd
for name in hv.tables()["name"]:
    frame = hv.load_table(name)
    print(name, frame.dtypes.astype(str).tolist())
    print(frame.astype(object).where(frame.notna(), "empty").values.tolist())
"""


@pytest.mark.skipif(int(pd.__version__.split(".")[0]) < 3, reason="pandas has the option from 3.0 on")
def test_an_option_of_pandas_changes_no_table():
    plain, otherwise = (
        subprocess.run(
            [sys.executable, "-c", SHOW], env=os.environ | more, check=True, capture_output=True, text=True
        ).stdout
        for more in ({}, {"PANDAS_FUTURE_INFER_STRING": "0"})
    )
    assert plain == otherwise
    assert "'empty'" in plain


def test_site_is_a_category_in_display_order_and_no_ranking():
    site = hv.load_sites()["site"]
    assert site.cat.categories.tolist() == list(terms.SITES)
    assert not site.cat.ordered
    assert site.tolist() == list(terms.SITES)


def test_tables_lists_them_all():
    listed = hv.tables().set_index("name")
    assert listed.index.tolist() == NAMES
    assert listed["rows"].to_dict() == {name: len(raw(name)) for name in NAMES}
    assert listed["holds"].str.endswith(".").all()


def test_unknown_table_names_the_nearest():
    with pytest.raises(hv.UsageError, match="Did you mean 'symptoms'"):
        load_table("symptom")


def test_loading_imports_pandas_alone():
    code = (
        "import sys, her2viz as hv\n"
        "assert not {'pandas', 'matplotlib', 'numpy', 'importlib.metadata'} & sys.modules.keys()\n"
        "hv.tables()\n"
        "assert not {'matplotlib', 'seaborn', 'pandera', 'scipy'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_dictionary_is_up_to_date(root):
    text = (root / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert text == dictionary(OWN_SITES), "run make dictionary"
    for entry in schema.TABLES:
        for column in entry.columns:
            assert f"| `{column.name}` |" in text.split(f"## {entry.name}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_column_has_an_example_from_the_table(name):
    section = dictionary(OWN_SITES).split(f"## {name}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    # what is not in brackets stands in one row
    frame = raw(name).fillna("")
    together = pd.Series(True, index=frame.index)
    written = {c.name: c.as_written or c.name for c in schema.table(name).columns}
    for column, _, _, example, _ in rows:
        cells = frame[written[column.strip("`")]]
        assert (example.strip() != "") == (cells != "").any(), column
        if example.strip() and example not in set(cells):
            assert example[1:-1] in set(cells)
        else:
            together &= cells == example.strip()
    assert together.any()
