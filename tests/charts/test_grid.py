"""What a grid of claims draws, measured on the artists."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.grid import claim_grid, grid_height
from her2viz.charts.typesetting import Measure

COLUMNS = ["row", "column", "mark", "words"]
CELLS = [
    ("How fast?", "Page A", "given", "no set pace"),
    ("How fast?", "Page B", "given", "can spread faster than others"),
    ("Outlook?", "Page A", "empty", ""),
    ("Outlook?", "Page B", "none", ""),
]


@pytest.fixture
def cells():
    return pd.DataFrame(CELLS, columns=COLUMNS)


@pytest.fixture
def ax():
    return Figure(figsize=(9, 5)).add_axes((0, 0, 1, 1))


def tiles(ax):
    return {p.get_label(): p for p in ax.patches if isinstance(p, FancyBboxPatch)}


def test_each_cell_shows_its_mark(cells, ax):
    claim_grid(cells, ax=ax)
    found = {label: tile.get_gid() for label, tile in tiles(ax).items()}
    assert found == {"How fast? / Page A": "given", "How fast? / Page B": "given", "Outlook? / Page A": "empty"}


def test_what_is_said_is_pale_blue_and_what_is_not_is_an_open_broken_outline(cells, ax):
    claim_grid(cells, ax=ax)
    given, empty = (tiles(ax)[f"{row} / Page A"] for row in ("How fast?", "Outlook?"))
    assert (to_hex(given.get_facecolor()), to_hex(given.get_edgecolor())) == (style.ROUGH, style.FILL)
    assert (to_hex(empty.get_facecolor()), to_hex(empty.get_edgecolor())) == (style.PAPER, style.OUTLINE)
    assert empty.get_linestyle() != given.get_linestyle()


def test_rows_and_columns_stand_in_the_order_given(cells, ax):
    claim_grid(cells.iloc[::-1], ax=ax)
    drawn = tiles(ax)
    assert drawn["Outlook? / Page A"].get_y() < drawn["How fast? / Page A"].get_y()
    assert drawn["How fast? / Page B"].get_x() < drawn["How fast? / Page A"].get_x()


def test_words_stay_on_their_tiles_and_labels_off_them(cells, ax):
    claim_grid(cells.assign(words=cells["words"].where(cells["mark"] != "given", "many short words " * 4)), ax=ax)
    ax.get_figure().draw_without_rendering()
    boxes = [tile.get_window_extent() for tile in tiles(ax).values()]
    for text in ax.texts:
        place = text.get_window_extent()
        over = [box for box in boxes if box.overlaps(place)]
        inside = text.get_text() in "many short words " * 4
        assert len(over) == inside
        assert all(box.x0 < place.x0 and place.x1 < box.x1 and box.y0 < place.y0 for box in over)


def test_columns_of_one_page_lie_on_one_sheet(cells, ax):
    claim_grid(cells.assign(sheet="one"), ax=ax)
    sheet = max((p for p in ax.patches if p.get_gid() == "card"), key=lambda p: p.get_window_extent().width)
    place = sheet.get_window_extent()
    assert all(
        place.contains(*box.p0) and place.contains(*box.p1)
        for box in (t.get_window_extent() for t in tiles(ax).values())
    )
    other = Figure(figsize=(9, 5)).add_axes((0, 0, 1, 1))
    claim_grid(cells.assign(sheet=cells["column"]), ax=other)
    assert sum(p.get_gid() == "card" for p in other.patches) == 2 * sum(p.get_gid() == "card" for p in ax.patches)


def test_a_strong_row_is_taller_and_its_outlines_firmer(cells, ax):
    claim_grid(cells.assign(strong=cells["row"] == "Outlook?"), ax=ax)
    strong, other = (tiles(ax)[f"{row} / Page A"] for row in ("Outlook?", "How fast?"))
    assert strong.get_height() == pytest.approx(1.5 * other.get_height(), rel=0.01)
    assert strong.get_linewidth() > other.get_linewidth()


def test_rows_are_as_tall_as_each_other(cells, ax):
    claim_grid(cells, ax=ax)
    assert len({round(tile.get_height(), 3) for tile in tiles(ax).values()}) == 1


def test_glyphs_stand_with_their_words(cells, ax):
    claim_grid(cells.assign(column_glyph="agree"), ax=ax)
    assert [p.get_gid() for p in ax.patches].count("agree") == 4
    for arrow in (p for p in ax.patches if p.get_gid() == "agree"):
        assert arrow.get_window_extent().y0 > tiles(ax)["How fast? / Page A"].get_window_extent().y1


def test_few_words_are_large(cells, ax):
    claim_grid(cells.assign(words=["about 70", "about 30", "", ""]), ax=ax)
    sizes = {t.get_text(): t.get_fontsize() for t in ax.texts}
    assert sizes["about 70"] > sizes["Page A"]


def test_height_is_what_the_grid_takes(cells):
    height = grid_height(cells, 6, Measure(100))
    assert grid_height(pd.concat([cells, cells.assign(row="x" + cells["row"])]), 6, Measure(100)) > height
    ax = Figure(figsize=(6, height)).add_axes((0, 0, 1, 1))
    claim_grid(cells, ax=ax)
    assert max(tile.get_y() + tile.get_height() for tile in tiles(ax).values()) <= height


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"mark": "dot"}, "column mark: must be one of given, empty, none; got 'dot'"),
        ({"row": "How fast?"}, "each cell once; twice: How fast\\? / Page A, How fast\\? / Page B"),
        ({"column": ["A", "B", "C", "D"]}, "2 rows and 4 columns make 8 cells; got 4"),
        ({"row": ["", "", "b", "b"]}, "column row: must be filled"),
        ({"words": ["", "x", "", ""]}, "there alone; wrong: How fast\\? / Page A"),
        ({"words": ["x", "x", "x", ""]}, "there alone; wrong: Outlook\\? / Page A"),
        ({"column_glyph": "smile"}, "column column_glyph: must be one of .*bone.*; got 'smile'"),
    ],
)
def test_refuses_what_would_mislead(cells, change, says):
    with pytest.raises(hv.DataError, match=says):
        claim_grid(cells.assign(**change))


def test_refuses_other_frames_and_axes_that_are_too_small(cells):
    with pytest.raises(hv.DataError, match="missing: mark"):
        claim_grid(cells.drop(columns="mark"))
    with pytest.raises(hv.DataError, match="data has no row"):
        claim_grid(cells.head(0))
    with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
        claim_grid(CELLS)
    _, ax = plt.subplots(figsize=(1, 1))
    with pytest.raises(hv.DataError, match="does not fit"):
        claim_grid(cells, ax=ax)


def test_leaves_the_frame_and_takes_dollar_signs_as_they_are(cells):
    before = cells.copy()
    ax = claim_grid(cells.assign(row=cells["row"] + " $b$"), ax=Figure(figsize=(9, 5)).add_subplot())
    assert "How fast? $b$" in [t.get_text() for t in ax.texts]
    assert cells.equals(before)
