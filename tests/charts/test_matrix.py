"""What a matrix of claims draws, measured on the artists."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.matrix import claim_matrix, matrix_height
from her2viz.charts.typesetting import Measure

COLUMNS = ["row", "column", "mark", "words"]
CELLS = [
    ("Bone", "Page A", "filled", "1"),
    ("Bone", "Page B", "open", ""),
    ("Skin", "Page A", "none", ""),
    ("Skin", "Page B", "words", "says not"),
]


@pytest.fixture
def cells():
    return pd.DataFrame(CELLS, columns=COLUMNS)


def middles(ax, gid):
    return [patch.center for patch in ax.patches if patch.get_gid() == gid]


def places(ax):
    return {t.get_text(): t.get_position() for t in ax.texts}


def test_each_cell_shows_its_mark(cells):
    ax = claim_matrix(cells)
    at = places(ax)
    assert middles(ax, "filled") == [(at["Page A"][0], at["Bone"][1])]
    assert middles(ax, "open") == [(at["Page B"][0], at["Bone"][1])]
    assert at["says not"] == (at["Page B"][0], at["Skin"][1])
    (dash,) = [line for line in ax.lines if line.get_gid() == "none"]
    assert dash.get_xdata().mean() == pytest.approx(at["Page A"][0])
    assert dash.get_ydata()[0] == at["Skin"][1]


def test_filled_and_open_differ_by_fill_alone(cells):
    ax = claim_matrix(cells)
    colours = {p.get_gid(): (to_hex(p.get_facecolor()), to_hex(p.get_edgecolor())) for p in ax.patches}
    assert colours["filled"] == (style.FILL, style.FILL)
    assert colours["open"] == (style.PAPER, style.FILL)


def test_more_pages_make_no_darker_or_larger_circle():
    rows = [(f"r{n}", "Pages", "filled", str(n)) for n in range(1, 5)]
    ax = claim_matrix(pd.DataFrame(rows, columns=COLUMNS))
    circles = [p for p in ax.patches if p.get_gid() == "filled"]
    assert len({p.radius for p in circles}) == 1
    assert {to_hex(p.get_facecolor()) for p in circles} == {style.FILL}


def test_rows_and_columns_stand_in_the_order_given(cells):
    at = places(claim_matrix(cells.iloc[[2, 3, 0, 1]]))
    assert at["Skin"][1] < at["Bone"][1]
    assert at["Page A"][0] < at["Page B"][0]


def test_groups_and_words_above_columns(cells):
    ax = claim_matrix(
        cells.assign(group=["g", "g", "h", "h"], group_head="Kind", column_group="on both", column_note="a list")
    )
    at = places(ax)
    assert at["g"][1] == pytest.approx(at["Bone"][1])
    assert at["h"][1] == pytest.approx(at["Skin"][1])
    assert at["on both"][1] < at["Page A"][1] < at["a list"][1] < at["Bone"][1]
    assert at["Page A"][0] < at["on both"][0] < at["Page B"][0]
    assert at["g"][0] < at["Bone"][0]


def test_a_long_label_breaks_and_reaches_no_mark():
    long = "difficulty walking, difficulty sitting and other difficulties of many kinds"
    fig, ax = plt.subplots(figsize=(4, 3))
    claim_matrix(pd.DataFrame([(long, "Page A", "filled", ""), ("b", "Page A", "none", "")], columns=COLUMNS), ax=ax)
    fig.draw_without_rendering()
    (circle,) = [p for p in ax.patches if p.get_gid() == "filled"]
    lines = [t for t in ax.texts if t.get_text() in long]
    assert " ".join(t.get_text() for t in lines) == long
    assert all(t.get_window_extent().x1 < circle.get_window_extent().x0 for t in lines)


def test_columns_without_words_may_hold_missing_values(cells):
    ax = claim_matrix(cells.assign(words=[None, float("nan"), pd.NA, "says not"]))
    assert "says not" in places(ax)
    assert not {"nan", "None", "<NA>"} & set(places(ax))


def test_height_is_what_the_matrix_takes(cells):
    height = matrix_height(cells, 5, Measure(100))
    assert matrix_height(pd.concat([cells, cells.assign(row="x" + cells["row"])]), 5, Measure(100)) > height
    ax = Figure(figsize=(5, height)).add_axes((0, 0, 1, 1))
    claim_matrix(cells, ax=ax)
    lowest = max(p.get_y() + p.get_height() for p in ax.patches if p.get_gid() == "card")
    assert lowest <= ax.get_ylim()[0] + 0.01


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"mark": "dot"}, "column mark: must be one of filled, open, none, words; got 'dot'"),
        ({"row": "Bone"}, "each cell once; twice: Bone / Page A, Bone / Page B. Join"),
        ({"column": ["Page A", "Page B", "Page C", "Page D"]}, "2 rows and 4 columns make 8 cells; got 4.*'none'"),
        ({"row": ["", "", "Skin", "Skin"]}, "column row: must be filled"),
    ],
)
def test_refuses_what_would_mislead(cells, change, says):
    with pytest.raises(hv.DataError, match=says):
        claim_matrix(cells.assign(**change))


def test_refuses_other_frames(cells):
    with pytest.raises(hv.DataError, match="missing: mark"):
        claim_matrix(cells.drop(columns="mark"))
    with pytest.raises(hv.DataError, match="data has no row"):
        claim_matrix(cells.head(0))
    with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
        claim_matrix(CELLS)


def test_draws_on_the_axes_given_and_leaves_others(cells):
    _, (left, right) = plt.subplots(1, 2)
    right.plot([1, 2])
    assert claim_matrix(cells, ax=left) is left
    assert len(right.lines) == 1
    assert not right.texts
    with pytest.raises(TypeError):
        claim_matrix(cells, left)


def test_works_without_pyplot_and_on_the_current_axes(cells):
    ax = Figure().add_subplot()
    assert claim_matrix(cells, ax=ax) is ax
    assert plt.get_fignums() == []
    _, ax = plt.subplots()
    assert claim_matrix(cells) is ax


def test_leaves_rc_params_and_the_frame_and_takes_type_from_the_user(cells):
    before_cells = cells.copy()
    with mpl.rc_context({"font.size": 7.0, "axes.labelsize": "small", "font.family": "monospace"}):
        before = dict(mpl.rcParams)
        ax = claim_matrix(cells)
        assert dict(mpl.rcParams) == before
        assert {t.get_fontsize() for t in ax.texts} == {7.0}
        assert ax.texts[0].get_fontfamily() == ["monospace"]
    assert cells.equals(before_cells)


def test_takes_dollar_signs_as_they_are(cells):
    ax = claim_matrix(cells.assign(row=cells["row"] + " a$b$c"))
    assert "Bone a$b$c" in places(ax)
    assert not any(t.get_parse_math() for t in ax.texts)
