"""What the charts draw, measured on the artists."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import her2viz as hv
from figures import figure, mine
from her2viz import style

CHARTS = [hv.site_bars, hv.site_icons]
# typed here on purpose: a changed number in the table must fail a test of the charts
EXPECTED = {"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}


@pytest.fixture
def rows():
    return hv.load_sites().dropna(subset="frequency_pct")


def bars(ax, gid):
    return [patch for patch in ax.patches if patch.get_gid() == gid]


def is_filled(array):
    return [to_hex(colour) == style.ROUGH for colour in array.get_facecolors()]


def filled(array):
    return sum(is_filled(array))


def test_bars_show_the_table():
    ax = hv.site_bars()
    assert [t.get_text() for t in ax.get_yticklabels()] == list(EXPECTED)
    assert [bar.get_width() for bar in bars(ax, "figure")] == list(EXPECTED.values())
    assert [bar.get_x() for bar in bars(ax, "figure")] == [0] * 4
    assert [t.get_text() for t in ax.texts] == [f"about {n} in 100" for n in EXPECTED.values()]


def test_bars_are_pale_with_a_firm_edge_at_the_value():
    ax = hv.site_bars()
    for bar in bars(ax, "figure"):
        assert (to_hex(bar.get_facecolor()), to_hex(bar.get_edgecolor())) == (style.ROUGH, style.FILL)
    edges = [line for line in ax.lines if line.get_gid() == "value"]
    assert [line.get_xdata()[0] for line in edges] == list(EXPECTED.values())
    assert {line.get_color() for line in edges} == {style.FILL}


@pytest.mark.parametrize("name", ["site-bars", "site-icons"])
@pytest.mark.parametrize("size", list(style.SIZES))
def test_a_page_says_the_rest_of_the_hundred_of_each_site(name, size):
    (ax,) = figure(name, size).mpl.axes
    drawn = [t.get_text() for t in ax.texts if "not at this site" in t.get_text()]
    assert drawn == [f"about {100 - n} not at this site" for n in EXPECTED.values()]


def test_a_page_says_nothing_of_the_rest_of_a_range_without_an_end(rows):
    fig = hv.figure("site-icons", mine(rows, qualifier=["at least", "about", "about", "about"]))
    assert sum("not at this site" in t.get_text() for t in fig.mpl.axes[0].texts) == 3


def test_bars_stand_inside_a_whole_of_100():
    ax = hv.site_bars()
    assert ax.get_xlim() == (0, 100)
    for bar, whole in zip(bars(ax, "figure"), bars(ax, "whole"), strict=True):
        assert whole.get_width() == 100
        assert (whole.get_y(), whole.get_height()) == pytest.approx((bar.get_y(), bar.get_height()))
        assert to_hex(whole.get_edgecolor()) == style.OUTLINE
        assert whole.get_facecolor()[3] == 0


def test_first_row_stands_on_top():
    drawn = bars(hv.site_bars(), "figure")
    tops = [plt.gca().transData.transform((0, bar.get_y()))[1] for bar in drawn]
    assert tops == sorted(tops, reverse=True)


def test_bar_labels_stand_at_the_end_of_their_bars():
    fig, ax = plt.subplots(figsize=(10, 4))
    hv.site_bars(ax=ax)
    fig.draw_without_rendering()
    for text, bar in zip(ax.texts, bars(ax, "figure"), strict=True):
        box, mark = text.get_window_extent(), bar.get_window_extent()
        inside = mark.x1 - box.x1 if box.x0 < mark.x1 else box.x0 - mark.x1
        assert 0 < inside < 20
        assert mark.y0 < (box.y0 + box.y1) / 2 < mark.y1


@pytest.mark.parametrize("value", [0, 3, 50, 88, 97, 100])
def test_bar_label_stays_inside_the_whole(rows, value):
    fig, ax = plt.subplots(figsize=(8, 2))
    hv.site_bars(rows.head(1).assign(frequency_pct=value), ax=ax)
    fig.draw_without_rendering()
    (text,) = ax.texts
    box, whole = text.get_window_extent(), bars(ax, "whole")[0].get_window_extent()
    assert whole.x0 <= box.x0
    assert box.x1 <= whole.x1
    assert to_hex(text.get_color()) == "#000000"


def test_icons_show_the_table():
    ax = hv.site_icons()
    assert {c.get_label(): filled(c) for c in ax.collections} == EXPECTED
    assert [len(c.get_offsets()) for c in ax.collections] == [100] * 4
    texts = [t.get_text() for t in ax.texts]
    assert texts[::2] == list(EXPECTED)
    assert texts[1::2] == [f"about {n} in 100" for n in EXPECTED.values()]


def test_icons_fill_row_by_row_from_the_top_left():
    fig, ax = plt.subplots()
    hv.site_icons(ax=ax)
    fig.draw_without_rendering()
    for array in ax.collections:
        on_screen = ax.transData.transform(array.get_offsets())
        order = np.lexsort((on_screen[:, 0], -on_screen[:, 1].round(3)))
        assert order.tolist() == list(range(100))
        assert is_filled(array) == [i < filled(array) for i in range(100)]


@pytest.mark.parametrize("name", ["site-icons", "frequency-tree", "disagreement-early-her2-spread"])
def test_a_file_holds_the_shape_of_its_circles_once(name):
    fig = figure(name)
    arrays = [c for ax in fig.mpl.axes for c in ax.collections if isinstance(c, EllipseCollection)]
    svg = fig.to_bytes("svg")
    assert svg.count(b"<use") >= sum(len(array.get_offsets()) for array in arrays) >= 100
    assert svg.count(b"<path") < 20


def test_a_gap_after_five_circles_helps_to_count():
    for array in hv.site_icons().collections:
        across, down = array.get_offsets().T.reshape(2, 10, 10)
        for steps in (np.diff(across[0]), np.diff(down[:, 0])):
            assert steps[4] == pytest.approx(1.4)
            assert np.delete(steps, 4) == pytest.approx(1)


@pytest.mark.parametrize("size", list(style.SIZES))
def test_four_arrays_stand_on_one_line_of_a_page(size):
    (ax,) = figure("site-icons", size).mpl.axes
    tops = {round(float(array.get_offsets()[0, 1]), 3) for array in ax.collections}
    wide = np.diff(ax.transData.transform([(0, 0), (10.4, 0)])[:, 0])[0] / ax.figure.dpi
    assert len(tops) == 1
    assert wide > {"slide": 2.75, "screen": 1.6, "print": 1.35}[size]


@pytest.mark.parametrize("size", [(16, 4), (8, 4), (4, 8), (3, 3)])
def test_icon_words_do_not_reach_the_next_array(size):
    fig, ax = plt.subplots(figsize=size)
    hv.site_icons(ax=ax)
    fig.draw_without_rendering()
    boxes = [t.get_window_extent() for t in ax.texts]
    for n, a in enumerate(boxes):
        assert not any(a.overlaps(b) for b in boxes[n + 1 :])


def test_icons_refuse_parts_of_people(rows):
    with pytest.raises(hv.DataError, match=r"Bone \(12.5\)"):
        hv.site_icons(rows.assign(frequency_pct=[12.5, 30, 20, 10]))


@pytest.mark.parametrize("chart", CHARTS)
class TestEveryChart:
    def test_says_of_whom_on_its_own_axes(self, chart):
        assert "of 100 women with advanced breast cancer" in chart().get_xlabel()

    def test_draws_on_the_axes_given_and_returns_them(self, chart):
        _, (left, right) = plt.subplots(1, 2)
        right.plot([1, 2])
        assert chart(ax=left) is left
        assert len(right.lines) == 1
        assert not right.patches
        assert not right.collections

    def test_draws_on_the_current_axes_otherwise(self, chart):
        _, ax = plt.subplots()
        assert chart() is ax

    def test_works_on_a_figure_without_pyplot(self, chart):
        ax = Figure().add_subplot()
        assert chart(ax=ax) is ax
        assert plt.get_fignums() == []

    def test_takes_keywords_only_after_data(self, chart, rows):
        with pytest.raises(TypeError):
            chart(rows, plt.gca())

    def test_leaves_rc_params_and_keeps_the_users_look(self, chart):
        with mpl.rc_context({"font.size": 7.0, "font.family": "monospace"}):
            before = dict(mpl.rcParams)
            ax = chart()
            assert dict(mpl.rcParams) == before
            assert {t.get_fontsize() for t in ax.texts} == {7.0}
            assert ax.texts[0].get_fontfamily() == ["monospace"]

    def test_draws_the_rows_given_in_their_order(self, chart, rows):
        ax = chart(rows.iloc[[3, 0]])
        assert [t.get_text() for t in ax.texts if "100" in t.get_text()] == ["about 10 in 100", "about 70 in 100"]

    def test_does_not_draw_rows_without_a_figure(self, chart):
        assert sum("in 100" in t.get_text() for t in chart(hv.load_sites()).texts) == 4

    def test_does_not_change_the_frame_given(self, chart, rows):
        before = rows.copy()
        chart(rows)
        assert rows.equals(before)

    def test_takes_dollar_signs_as_they_are(self, chart, rows):
        ax = chart(rows.head(1).assign(label="a$b$c"))
        ax.figure.draw_without_rendering()
        drawn = [t for t in (*ax.texts, *ax.get_yticklabels()) if t.get_text() == "a$b$c"]
        assert drawn
        assert not any(t.get_parse_math() for t in drawn)

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"population": ["a", "b", "b", "b"]}, "one chart shows one population; got 2: a; b.*filtering"),
            ({"frequency_pct": [101, 30, 20, 10]}, "must be a number from 0 to 100; got 101"),
            ({"frequency_pct": ["70%", 30, 20, 10]}, "must be a number from 0 to 100; got '70%'"),
            ({"frequency_pct": None}, "no row has a frequency_pct"),
            ({"site": "bone"}, "each site once; twice: bone"),
            ({"population": [None, "b", "b", "b"]}, "column population: must be filled"),
        ],
    )
    def test_refuses_rows_that_mislead(self, chart, rows, change, says):
        with pytest.raises(hv.DataError, match=says):
            chart(rows.assign(**change))

    def test_lists_every_problem(self, chart, rows):
        with pytest.raises(hv.DataError) as error:
            chart(rows.assign(frequency_pct=[-1, 101, 20, 10], label=["", "b", "c", "d"]))
        assert str(error.value).count("\n- ") == 3

    def test_names_missing_columns(self, chart, rows):
        with pytest.raises(hv.DataError, match="missing: qualifier, population"):
            chart(rows.drop(columns=["population", "qualifier"]))

    def test_refuses_what_is_no_frame(self, chart):
        with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
            chart([70, 30])
