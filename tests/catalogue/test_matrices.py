"""The matrices of who says what, measured against the tables."""

import pytest

import figures
import her2viz as hv
from figures import figure
from her2viz.catalogue import symptoms as symptom_figures

NAMES = [n for n in figures.NAMES if n.startswith(("source-sites", "symptom-matrix"))]
SITES = [name for name in NAMES if name.startswith("symptom-matrix-")]


def text(table, *columns):
    return table.assign(**{c: table[c].astype(object).where(table[c].notna(), "") for c in columns})


@pytest.fixture
def symptoms():
    rows = text(hv.load_symptoms(), "site", "symptom", "source_id", "polarity", "detail")
    return rows


@pytest.fixture
def short():
    return hv.load_sources().astype({"source_id": str}).set_index("source_id")["short_name"].to_dict()


def drawn(fig):
    """What each circle or dash shows, read from the picture: (text of the row, head of the column) to mark."""
    found = []
    for ax in fig.mpl.axes:
        for patch in ax.patches:
            if patch.get_gid() in ("filled", "open"):
                inside = [t.get_text() for t in ax.texts if t.get_position() == pytest.approx(patch.center)]
                found.append((patch.get_gid(), "".join(inside), patch.center))
        for line in ax.lines:
            if line.get_gid() == "none":
                found.append(("none", "", (line.get_xdata().mean(), line.get_ydata()[0])))
    return found


def test_marks_drawn_are_those_of_the_data():
    for fig in map(figure, NAMES):
        shown = sorted((mark, words) for mark, words, _ in drawn(fig))
        cells = fig.data[fig.data["mark"] != "words"]
        assert shown == sorted(zip(cells["mark"], cells["words"], strict=True)), fig.name


def test_source_sites_show_every_mention_with_its_place(short):
    fig = figure("source-sites")
    labels = hv.load_sites().astype({"site": str}).set_index("site")["label"]
    mentions = hv.load_site_mentions().query("list_kind != 'examples'")
    cells = fig.data.set_index(["label", "column"])
    for m in mentions.itertuples():
        cell = cells.loc[(labels[m.site], short[m.source_id])]
        assert cell["words"] == str(m.list_position)
        assert (cell["mark"] == "open") == (m.list_kind == "less common sites")
    assert (fig.data["mark"] == "none").sum() == 8 * 4 - len(mentions)
    for site, n in mentions.groupby("site", observed=True)["source_id"].nunique().items():
        assert cells.loc[(labels[site], "pages"), "words"] == f"{n} of 4"
    assert fig.data["label"].unique().tolist() == [labels[s] for s in labels.index if s in set(mentions["site"])]


def test_a_place_in_a_list_is_no_rank():
    fig = figure("source-sites")
    assert "A number is a place in a list, not a rank" in fig.words.note
    drawn_texts = " ".join(t.get_text() for t in fig.mpl.axes[0].texts)
    for kind in ("\u201cdescribed in turn\u201d", "\u201cmost common\u201d", "\u25cb \u201cless common\u201d"):
        assert kind.split()[0] in drawn_texts


def test_overview_holds_what_two_or_more_pages_give(symptoms):
    fig = figure("symptom-matrix")
    counts = symptoms[symptoms["polarity"] == "affirmed"].groupby(["site", "symptom"])["source_id"].nunique()
    shared = counts[counts >= 2]
    cells = fig.data[fig.data["pages"] > 0]
    assert cells.set_index(["site", "row"])["pages"].sort_index().to_dict() == shared.sort_index().to_dict()
    assert (cells["words"] == cells["pages"].astype(str)).all()
    # typed here on purpose
    assert fig.data[(fig.data["row"] == "bone pain") & (fig.data["site"] == "bone")]["pages"].item() == 4
    assert fig.data[(fig.data["row"] == "nausea")].set_index("site")["pages"].to_dict() == {
        "bone": 0, "lung": 0, "liver": 2, "brain": 2,
    }  # fmt: skip


def test_overview_counts_no_negated_row(symptoms):
    negated = set(symptoms[symptoms["polarity"] == "negated"]["symptom"])
    assert negated
    assert not negated & set(figure("symptom-matrix").data["row"])


def test_every_symptom_stands_in_the_figure_of_its_site(symptoms, short):
    seen = set()
    for name in SITES:
        for row in figure(name).data.to_dict("records"):
            if row["mark"] != "none":
                mark = {"filled": "affirmed", "words": "negated"}[row["mark"]]
                seen |= {(row["site"], s, row["column"], mark) for s in row["symptoms"]}
    assert seen == {(r.site, r.symptom, short[r.source_id], r.polarity) for r in symptoms.itertuples()}


def test_a_negated_symptom_is_said_not_to_be():
    fig = figure("symptom-matrix-bone")
    row = fig.data[fig.data["polarity"] == "negated"]
    assert set(row["row"]) == {"not: arthritis-like pain, muscle-like pain (bone pain is not like this)"}
    assert row.set_index("column")["words"].to_dict() == {
        "Insights page": "", "Cleveland Clinic": "says not", "Overview page": "", "Guide page": "",
    }  # fmt: skip
    assert "says not" in [t.get_text() for t in fig.mpl.axes[0].texts]
    assert "arthritis" not in fig.alt


def test_details_stand_in_the_description(symptoms):
    for fig in map(figure, SITES):
        shown = set(fig.data["symptoms"].explode())
        mine = symptoms[(symptoms["site"] == fig.data["site"].iloc[0]) & symptoms["symptom"].isin(shown)]
        assert [text for text in (*mine["detail"], *mine["population"]) if text not in fig.description] == [], fig.name


def test_brain_is_split_by_how_many_pages_give_a_symptom(symptoms):
    first, second = (figure(name).data for name in ("symptom-matrix-brain", "symptom-matrix-brain-2"))
    assert first[first["mark"] == "filled"].groupby("row")["column"].nunique().min() == 2
    assert (second[second["mark"] == "filled"].groupby("row")["column"].nunique() == 1).all()


def test_words_say_what_the_pages_are_about():
    line = "Four web pages: two on HER2-positive disease, two on all breast cancer"
    for fig in map(figure, NAMES):
        for part in (fig.caption, fig.description, fig.alt):
            assert line in part, fig.name
            assert "A count of pages is not a count of people" in part, fig.name
        page = [fig.words.reference, *(t.get_text() for t in fig.mpl.axes[0].texts)]
        assert "HER2-positive" in page[0] or "on HER2-positive" in page, fig.name


def test_names_cover_every_site_with_symptoms(symptoms):
    assert {n.removeprefix("symptom-matrix-").rstrip("-12") for n in SITES} == set(symptoms["site"])


def test_a_page_that_denies_a_symptom_is_not_counted(monkeypatch):
    table = hv.load_symptoms()
    denies = (table["site"] == "bone") & (table["symptom"] == "bone pain") & (table["source_id"] == "overview")
    table.loc[denies, "polarity"] = "negated"
    monkeypatch.setattr(symptom_figures, "load_symptoms", lambda: table)
    data = hv.figure("symptom-matrix").data
    assert data[(data["row"] == "bone pain") & (data["site"] == "bone")]["pages"].item() == 3
