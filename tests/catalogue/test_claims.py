"""The figures of claims in few words, held to the tables and to what is drawn."""

import pandas as pd
import pytest

import figures
import her2viz as hv
from figures import figure
from her2viz.catalogue import gaps
from her2viz.catalogue.registry import entry
from honesty import drawn

NAMES = ["who-wrote-the-pages", "what-nobody-says", "subtype-claims", "disagreements"]
GRIDS = ["who-wrote-the-pages", "what-nobody-says"]
PAGES = ["Insights page", "Cleveland Clinic", "Overview page", "Guide page"]


def words_on(ax, tile):
    """The words in a tile, its lines joined."""
    box = tile.get_window_extent()
    inside = [t for t in ax.texts if box.contains(*t.get_window_extent().get_points().mean(axis=0))]
    return " ".join(t.get_text() for t in inside)


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("size", ["slide", "print"])
def test_each_tile_holds_the_words_of_its_cell_and_empty_ones_side_by_side_share_theirs(name, size):
    fig = figure(name, size)
    (ax,) = fig.mpl.axes
    fig.mpl.draw_without_rendering()
    tiles = {p.get_label(): p for p in ax.patches if p.get_gid() in ("given", "empty")}
    shown = {label: (tile.get_gid(), words_on(ax, tile)) for label, tile in tiles.items()}
    cells = fig.data[fig.data["mark"] != "none"]
    gaps = cells.get("gap_words", "")
    expected = {
        f"{c.row} / {c.column}": (c.mark, c.says) for c in cells.assign(says=cells["words"] + gaps).itertuples()
    }
    spread = [
        (f"{row} / {column}", said)
        for label, said in shown.items()
        for row, *columns in [label.split(" / ")]
        for column in columns
    ]
    assert sorted(spread) == sorted(expected.items())


@pytest.mark.parametrize("name", NAMES)
def test_the_table_for_people_leaves_no_cell_open(name):
    table = figures.CATALOGUE[figures.NAMES.index(name)].table(figure(name).data)
    assert all(cell for row in table.rows for cell in row)


def test_no_page_gives_a_site_figure_for_her2_positive_disease():
    sites = hv.load_sites().astype({"subtype": str})
    assert sites.loc[sites["frequency_pct"].notna(), "subtype"].unique().tolist() == ["any"]
    cells = figure("what-nobody-says").data
    assert cells.loc[cells["subtype"] == "HER2-positive", "mark"].tolist() == ["empty"] * 4
    assert cells.loc[cells["mark"] == "given", "words"].tolist() == ["about 70", "about 30", "about 20", "about 10"]
    assert set(cells.loc[cells["mark"] == "given", "population"]) == {"women with advanced breast cancer"}


def test_the_empty_cells_of_her2_positive_disease_strike_the_eye():
    fig = figure("what-nobody-says", "slide")
    her2, others = (
        [p for p in drawn.patches(fig, "empty") if p.get_label().startswith(row)] for row in ("HER2-positive", "Other")
    )
    assert min(p.get_height() for p in her2) > 1.3 * max(p.get_height() for p in others)
    assert min(p.get_linewidth() for p in her2) > 1.5 * max(p.get_linewidth() for p in others)


@pytest.mark.parametrize(
    ("name", "said", "labels"),
    [
        ("what-nobody-says", "no figure given", ["Bone / Lung / Liver / Brain"] * 2),
        (
            "who-wrote-the-pages",
            "not given",
            [
                *["Insights page", "Overview page", "Guide page"] * 2,
                *["Insights page / Cleveland Clinic / Overview page", "Guide page"] * 2,
                "Insights page / Cleveland Clinic / Overview page",
            ],
        ),
    ],
)
def test_empty_cells_say_that_nothing_is_given_and_share_an_outline_but_not_with_the_page_on_a_sheet(
    name, said, labels
):
    fig = figure(name, "slide")
    (ax,) = fig.mpl.axes
    empty = drawn.patches(fig, "empty")
    assert [p.get_label().partition(" / ")[2] for p in empty] == labels
    assert {words_on(ax, p) for p in empty} == {said}


def test_a_title_that_rows_deny_is_not_written():
    cells = figure("what-nobody-says").data.assign(frequency_pct=1.0)
    with pytest.raises(AssertionError):
        gaps._group_title(cells)


def test_other_types_are_those_that_a_page_speaks_of():
    note = figure("what-nobody-says").data.query("row == 'Other types named'")["row_note"].iloc[0]
    assert sorted(note.removeprefix("with spread: ").split(", ")) == ["ER-positive", "HER2-low", "HER2-negative"]


def test_who_wrote_the_pages_gives_what_the_table_gives():
    cells = figure("who-wrote-the-pages").data
    given = cells[cells["mark"] == "given"].groupby("column", sort=False)["row"].agg(list).to_dict()
    assert given == {
        "Insights page": ["Subject"],
        "Cleveland Clinic": ["Subject", "Publisher", "Named doctor"],
        "Overview page": ["Subject"],
        "Guide page": ["Subject", "Figures by site"],
    }
    assert figure("who-wrote-the-pages").title == "The page with figures by site gives no publisher, date or study"


def test_the_title_names_only_what_the_page_with_figures_lacks(monkeypatch):
    pages = hv.load_sources().astype({"source_id": str})
    pages.loc[pages["source_id"] == "guide", "publisher"] = "A publisher"
    monkeypatch.setattr(gaps, "load_sources", lambda: pages)
    assert hv.figure("who-wrote-the-pages").title == "The page with figures by site gives no date or study"


def test_subtype_claims_stand_with_who_says_them():
    facts = hv.load_subtype_facts().astype(str).set_index("row_id")
    depends = hv.load_disagreements().astype(str).query("question_id == 'her2-pace' and answer == 'it depends'")
    cells = figure("subtype-claims").data
    assert set(depends["row_id"]) == set(cells.loc[cells["answer"] == "it depends", "row_id"])
    claims = pd.concat([facts, depends.set_index("row_id").assign(attribute="pace", speaker="document")])
    for cell in cells.itertuples():
        claim = claims.loc[cell.row_id]
        assert (cell.words, cell.source_id, cell.speaker) == (claim["in_short"], claim["source_id"], claim["speaker"])
        assert cell.attribute == claim["attribute"]
        assert claim["subtype"] == "HER2-positive"
        assert claim["stage"] == ("any" if cell.attribute == "pace" else "early")
    assert list(dict.fromkeys(cells["column"])) == ["Insights page", "Cleveland Clinic"]


@pytest.mark.parametrize("size", ["slide", "print"])
def test_a_page_has_one_tile_a_question_and_its_doctor_stands_in_it(size):
    fig = figure("subtype-claims", size)
    (ax,) = fig.mpl.axes
    fig.mpl.draw_without_rendering()
    tiles = [words_on(ax, p) for p in ax.patches if p.get_gid() == "position"]
    expected = []
    for _, cells in fig.data.groupby(["row", "column"], sort=False):
        said = []
        for cell in cells.itertuples():
            who = "" if cell.speaker == "document" else f" says {cell.speaker}"
            fewer = f" of {cell.population}" if cell.attribute != "pace" else ""
            number = "; no time span is given" if pd.notna(cell.value) else ""
            said.append(f"{cell.words}{who}{fewer}{number}")
        expected.append(" ".join(said))
    assert tiles == expected
    assert "grows very fast says Shimoli Barot, MD" in tiles[3]
    texts = [t.get_text() for t in ax.texts]
    asked = fig.data["row"].unique().tolist()
    assert asked == ["Depends on what?", "Fast?", "Early-stage outcome?"]
    assert {word for row in asked for word in row.split()} <= set(" ".join(texts).split())


def test_two_figures_tell_one_story_of_the_pace():
    fig, pace = figure("subtype-claims"), figure("disagreement-her2-pace")
    assert fig.title == "HER2-positive: two pages say pace depends; one also says fast"
    assert pace.title == "Both pages say the pace depends; one also says fast"
    subtype = entry("subtype-claims")
    rows = subtype.rows(None)
    fewer = rows[(rows["answer"] != "it depends") | (rows["source_id"] == "insights")]
    assert subtype.title(fewer) == "Two pages clash on the pace of HER2-positive breast cancer"


def test_a_row_is_said_in_the_same_words_in_each_figure():
    words = {}
    for name in ("subtype-claims", "disagreement-her2-pace", "disagreements"):
        data = figure(name).data
        for row_id, text in zip(data["row_id"], data["words" if "words" in data else "in_short"], strict=True):
            words.setdefault(row_id, set()).add(text)
    assert [texts for row_id, texts in words.items() if row_id and len(texts) > 1] == []
    facts = hv.load_subtype_facts().astype(str).set_index("claim_id")["in_short"]
    pace = figure("disagreement-her2-pace").data.set_index("claim_id")["in_short"]
    same = pace.index.intersection(facts.index)
    assert len(same) > 1
    assert pace[same].tolist() == facts[same].tolist()
    # claim_ids differ since the fact is a denial
    assert facts["pace-set-timeline"] == pace["insights-position-her2-pace-individual"]


def test_subtype_claims_name_the_pages_that_say_nothing():
    speaking = hv.load_subtype_facts().query("subtype_described == 'HER2-positive'")["source_id"].astype(str).unique()
    assert set(speaking) == {"insights", "cleveland_clinic"}
    assert figure("subtype-claims").words.note == ("Overview, Guide: nothing on these for HER2-positive.")


def test_disagreements_show_questions_of_each_kind_and_count_all():
    claims = hv.load_disagreements().astype(str)
    counts = claims.drop_duplicates("question_id")["relation"].value_counts()
    fig = figure("disagreements")
    shown = fig.data.drop_duplicates("row_glyph").set_index("row_glyph")["questions"].to_dict()
    assert shown == {"clash": counts["conflict"], "differ": counts["differ"], "agree": counts["agree"]}
    drawn_of = fig.data.drop_duplicates("row")["row_glyph"].value_counts()
    assert (drawn_of["clash"], drawn_of["agree"]) == (counts["conflict"], counts["agree"]), "all of the few"
    assert fig.title == (
        f"{counts.sum()} questions: pages clash on {counts['conflict']}, differ on {counts['differ']}, "
        f"agree on {counts['agree']}"
    )
    assert "We picked the questions, four shown. Differ: they stress different things" in [
        text.get_text() for text in fig.mpl.texts
    ]
    marks = {kind: len(drawn.patches(fig, kind)) / 2 for kind in shown}
    assert marks == drawn_of.to_dict(), "two arrows a question"
    assert fig.data["row_note"].unique().tolist() == ["they clash", "they differ", "they agree"]
    in_short = claims.set_index("row_id")["in_short"]
    for cell in fig.data.itertuples():
        asked = claims[(claims["question_id"] == cell.question_id) & (claims["source_id"] == cell.source_id)]
        only_silent = cell.row_id == "" and len(asked) > 0
        assert (cell.mark == "given") == (len(asked) > 0 and not only_silent)
        assert not only_silent or asked["position"].str.startswith("It does not speak of").all()
        assert " " in cell.row_id or cell.mark == "none" or cell.words == in_short[cell.row_id]
    assert fig.data["row"].nunique() == 4


def test_a_page_that_says_both_has_both_in_its_tile_and_among_the_places():
    fig = figure("disagreements")
    pace, both = fig.data[fig.data["row_id"].str.contains(" ")].itertuples()
    assert pace.words == "depends; grows very fast"
    rows = hv.load_disagreements().astype(str).set_index("row_id").loc[both.row_id.split()]
    assert set(rows["hedge"]) == {"flat", "may"}
    assert rows["in_short"].tolist() == ["no cure; treatments can help", "cure may not be possible"]
    assert both.words == "no cure; or may not be possible"
    for row in rows.itertuples():
        assert row.population in both.population
        assert any(place.endswith(f"line {row.line}") for place in fig.sources if place.startswith(both.column))


def test_the_foot_names_the_one_page_that_is_signed():
    pages = hv.load_sources().query("publisher.notna() or named_expert.notna()")["short_name"].tolist()
    words = figure("disagreements").words
    assert words.page_credit == f"Unsigned: all but {pages[0]}."
    assert (len(pages), words.credit in words.caption) == (1, True)


@pytest.mark.parametrize("size", ["slide", "screen", "print"])
def test_each_answer_stands_below_its_page_and_what_the_page_is_about(size):
    fig = figure("disagreements", size)
    (ax,) = fig.mpl.axes
    fig.mpl.draw_without_rendering()
    boxes = {t.get_text(): t.get_window_extent() for t in ax.texts}
    left = {name: boxes[name.removesuffix(" page")].x0 for name in PAGES}
    heads = {"HER2-positive": "Pages on HER2-positive breast cancer", "all breast cancer": "Pages on all breast cancer"}
    given = fig.data[fig.data["mark"] == "given"]
    tiles = [p for p in ax.patches if p.get_gid() == "position"]
    assert [words_on(ax, tile) for tile in tiles] == given["words"].tolist()
    for tile, cell in zip(tiles, given.itertuples(), strict=True):
        box = tile.get_window_extent()
        assert box.x0 == pytest.approx(left[cell.column], abs=8)
        first_line = next(text for text in boxes if cell.row.startswith(text))
        assert box.y0 < boxes[first_line].y0 < box.y1
        about = boxes[heads[cell.subject]]
        assert about.y0 > boxes[cell.column.removesuffix(" page")].y1
        others = [boxes[heads[subject]].x0 for subject in set(given["subject"]) - {cell.subject}]
        assert about.x0 < box.x1
        assert all(x > box.x0 or x < about.x0 for x in others), "not below what other pages are about"
    silent = [p for p in ax.patches if p.get_gid() == "empty"]
    assert [words_on(ax, outline) for outline in silent] == ["not said"] * 3
    none = fig.data.loc[fig.data["mark"] == "none", "column"].str.removesuffix(" page").tolist()
    assert none == ["Overview", "Guide", "Insights", "Overview", "Guide"]
    starts = [outline.get_window_extent().x0 for outline in silent]
    assert starts == pytest.approx([left[f"{page} page"] for page in ("Overview", "Insights", "Overview")], abs=8)


def test_arrows_stand_as_the_answers_do():
    fig = figure("disagreements", "slide")
    first = {kind: drawn.patches(fig, kind)[:2] for kind in ("clash", "differ", "agree")}
    tips = {gid: [pd.DataFrame(p.get_xy(), columns=["x", "y"]) for p in arrows] for gid, arrows in first.items()}
    left, right = tips["clash"]
    heads = [arrow.loc[arrow["y"].idxmax(), "x"] for arrow in (left, right)]  # where an arrow is widest
    assert left["x"].mean() < heads[0] < heads[1] < right["x"].mean()
    assert left["x"].max() < right["x"].min()
    assert left["y"].mean() == pytest.approx(right["y"].mean())
    upper, lower = tips["agree"]
    assert upper["x"].max() == pytest.approx(lower["x"].max())
    assert upper["y"].max() < lower["y"].min()


@pytest.mark.parametrize("name", NAMES)
def test_every_page_shown_is_introduced_by_name(name):
    fig = figure(name)
    page = " ".join(t.get_text() for t in (*fig.mpl.axes[0].texts, *fig.mpl.texts))
    for short in PAGES:
        assert short in fig.words.credit or short in fig.words.note, short
        assert short.split()[0] in page
