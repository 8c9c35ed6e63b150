"""The matrices of who says what, measured against the tables."""

import pytest

import figures
import her2viz as hv
from figures import figure

NAMES = [n for n in figures.NAMES if n.startswith("drug-targets")]


def text(table, *columns):
    return table.assign(**{c: table[c].astype(object).where(table[c].notna(), "") for c in columns})


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


def marks(name, therapy):
    data = figure(name).data
    return data[data["therapy"] == therapy].groupby("column", sort=False)["mark"].agg(list).to_dict()


def test_a_page_states_only_the_target_that_its_own_row_states(short):
    fig = figure("drug-targets")
    table = text(hv.load_treatments(), "therapy", "source_id", "target")
    stated = {(r.therapy, short[r.source_id], r.target) for r in table.itertuples() if "HER2" in r.target}
    filled = fig.data[fig.data["mark"] == "filled"]
    assert set(zip(filled["therapy"], filled["column"], filled["value"], strict=True)) == stated
    named = {(r.therapy, short[r.source_id]) for r in table.itertuples()}
    for row in fig.data.itertuples():
        assert (row.mark != "none") == ((row.therapy, row.column) in named)


def test_three_drugs_contain_the_word_trastuzumab():
    rows = figure("drug-targets").data["row"].unique().tolist()
    three = ["trastuzumab (Herceptin)", "ado-trastuzumab emtansine (Kadcyla)", "trastuzumab deruxtecan"]
    assert [r for r in rows if "trastuzumab" in r] == three
    assert "are three drugs, not one" in figure("drug-targets").caption
    assert marks("drug-targets", "trastuzumab") == {
        "Insights page": ["open"], "Cleveland Clinic": ["none"], "Overview page": ["filled"], "Guide page": ["open"],
    }  # fmt: skip


def test_the_three_drug_figures_hold_each_drug_once_and_every_stated_class(short):
    named = hv.load_treatments().merge(hv.load_therapies(), on="therapy")
    table = text(named, "therapy", "kind", "target", "therapy_class", "source_id")
    table = table[table["kind"].isin(["drug", "drug class"])]
    shown = {n: set(figure(n).data["therapy"]) for n in NAMES if n.startswith("drug-targets")}
    drugs = set(table[table["kind"] == "drug"]["therapy"])
    classes = set(
        table[(table["kind"] == "drug class") & ((table["target"] + table["therapy_class"]) != "")]["therapy"]
    )
    assert set.union(*shown.values()) == drugs | classes
    assert sum(map(len, shown.values())) == len(drugs | classes)
    others = figure("drug-targets-others").data
    assert set(others[others["group"] == "No class stated"]["therapy"]) == {"everolimus", "fulvestrant"}


def test_drug_figures_say_which_disease_they_are_about():
    assert figure("drug-targets").words.reference == "About people with HER2-positive breast cancer"
    others = figure("drug-targets-others")
    assert others.words.reference == "About people with HR-positive or ER-positive, HER2-negative breast cancer"
    assert "HR is short for hormone receptor" in others.caption


def test_words_say_what_the_pages_are_about():
    line = "Four web pages: two on HER2-positive disease, two on all breast cancer"
    for fig in map(figure, NAMES):
        for part in (fig.caption, fig.description, fig.alt):
            assert line in part, fig.name
            assert "A count of pages is not a count of people" in part, fig.name
        page = [fig.words.reference, *(t.get_text() for t in fig.mpl.axes[0].texts)]
        assert "HER2-positive" in page[0] or "on HER2-positive" in page, fig.name
