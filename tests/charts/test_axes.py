"""Charts on Axes of one's own: all can be read there, or nothing is drawn and a message says what to do."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.colors import to_hex

import her2viz as hv
from her2viz import style
from her2viz.charts.crowding import leaving, meeting, written

CHARTS = [hv.site_bars, hv.site_icons, hv.body_map, hv.study_dots]
STATE = ("get_xlim", "get_ylim", "get_xlabel", "get_aspect", "get_position")


@pytest.fixture
def rows():
    return hv.load_sites().dropna(subset="frequency_pct")


def unread(figure):
    """The words that leave the page or meet."""
    figure.draw_without_rendering()
    return [*leaving(figure, written(figure), slack=1), *meeting(written(figure))]


def state(ax):
    return [str(getattr(ax, name)()) for name in STATE] + [len(ax.get_children()), ax.spines["top"].get_visible()]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("layout", [None, "constrained", "tight"])
def test_every_word_stands_on_the_page_that_plt_subplots_gives(chart, layout):
    figure, ax = plt.subplots(layout=layout)
    chart(ax=ax)
    assert unread(figure) == []


def test_a_chart_that_does_not_fit_is_not_drawn():
    figure, axes = plt.subplots(2, 2)
    before = state(axes[1, 0])
    with pytest.raises(hv.DataError, match=r"no room is left for the outline of a person\. Make the figure larger"):
        hv.body_map(ax=axes[1, 0])
    assert state(axes[1, 0]) == before
    hv.site_bars(ax=axes[0, 0])
    assert unread(figure) == []


@pytest.mark.parametrize("look", ["dark_background", "ggplot", "grayscale", "Solarize_Light2"])
@pytest.mark.parametrize("chart", CHARTS)
def test_words_and_marks_are_legible_in_the_users_style(chart, look):
    with plt.style.context(look):
        figure, ax = plt.subplots(figsize=(10, 5))
        chart(ax=ax)
        paper, page = to_hex(ax.get_facecolor()), to_hex(figure.get_facecolor())
    filled = [to_hex(p.get_facecolor()) for p in ax.patches if p.get_gid() == "figure"]
    ends = [line.get_color() for line in ax.lines if line.get_gid() == "value"]  # of pale bars
    for text in ax.texts:
        colour = to_hex(text.get_color())
        on = filled[:1] if colour == paper else [paper, page]
        assert min(style.contrast(colour, ground) for ground in on) >= 4.5, text
    marks = [line for line in ax.lines if line.get_gid() != "rule"]  # a hairline shows no amount
    edges = [line.get_color() for line in marks if line.get_linestyle() != "None"]
    edges += [line.get_markeredgecolor() for line in marks if line.get_gid() == "rough mark"]
    edges += [p.get_edgecolor() for p in ax.patches if p.get_gid() == "whole"]
    edges += [c.get_edgecolors()[-1] for c in ax.collections]
    for colour in (*(ends or filled), *map(to_hex, edges)):
        assert style.contrast(colour, paper) >= 3


def test_axes_and_page_of_opposite_tone_are_refused():
    _, ax = plt.subplots()
    ax.set_facecolor("#333333")
    with pytest.raises(hv.UsageError, match="make both light or both dark"):
        hv.site_bars(ax=ax)


@pytest.mark.parametrize(("width", "points"), [(2.6, 10), (3, 10), (5, 20), (12, 30)])
def test_words_stand_inside_a_bar_or_after_it(width, points):
    with mpl.rc_context({"font.size": points}):
        figure, ax = plt.subplots(figsize=(width, 5))
        hv.site_bars(ax=ax)
    figure.draw_without_rendering()
    bars = [p for p in ax.patches if p.get_gid() == "figure"]
    for text, bar in zip(ax.texts, bars, strict=True):
        box, mark = text.get_window_extent(), bar.get_window_extent()
        assert mark.x0 <= box.x0 < box.x1 <= mark.x1 or box.x0 >= mark.x1
    assert unread(figure) == []


def test_bars_too_small_for_their_words_are_refused():
    with mpl.rc_context({"font.size": 30}):
        _, ax = plt.subplots()
        with pytest.raises(hv.DataError, match="meets"):
            hv.site_bars(ax=ax)


def test_circles_that_look_filled_are_refused():
    with mpl.rc_context():
        sns.set_theme(context="poster")
        _, ax = plt.subplots()
        with pytest.raises(hv.DataError, match="no room is left for circles that can be seen"):
            hv.site_icons(ax=ax)


@pytest.mark.parametrize("chart", [hv.site_bars, hv.site_icons])
@pytest.mark.filterwarnings("ignore:Legend does not support handles")
def test_facet_grid(chart, rows):
    both = pd.concat([rows.assign(of="a"), rows.assign(of="b")])
    grid = sns.FacetGrid(both, col="of", height=5).map_dataframe(chart)
    assert [sum("in 100" in t.get_text() for t in ax.texts) for ax in grid.axes.flat] == [4, 4]
    assert unread(grid.figure) == []


def test_a_shared_axis_with_other_rows_is_refused(rows):
    _, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(10, 4))
    hv.site_bars(rows, ax=left)
    before = state(left), state(right)
    with pytest.raises(hv.DataError, match="sharey=False"):
        hv.site_bars(rows.head(2), ax=right)
    assert (state(left), state(right)) == before
    assert [t.get_text() for t in left.get_yticklabels()] == ["Bone", "Lung", "Liver", "Brain"]


def test_axes_that_are_drawn_on_are_named_as_the_cause(rows):
    ax = hv.site_bars()
    with pytest.raises(hv.DataError, match="drawn on already"):
        hv.site_bars(rows.head(3), ax=ax)


def test_what_is_no_plain_axes():
    with pytest.raises(hv.UsageError, match=r"one matplotlib Axes; got ndarray.*axes.flat\[0\]"):
        hv.site_bars(ax=plt.subplots(2, 2)[1])
    with pytest.raises(hv.UsageError, match="linear scales"):
        hv.site_bars(ax=plt.subplot(projection="polar"))
    _, ax = plt.subplots()
    ax.remove()
    with pytest.raises(hv.UsageError, match="removed"):
        hv.site_bars(ax=ax)
    figure, ax = plt.subplots()
    figure.clear()
    with pytest.raises(hv.UsageError, match="removed"):
        hv.site_bars(ax=ax)


@pytest.mark.parametrize(
    "off",
    [
        lambda ax: ax.tick_params(labelleft=False),
        lambda ax: ax.yaxis.set_visible(False),
        lambda ax: ax.xaxis.label.set_visible(False),
        lambda ax: ax.xaxis.label.set_color("white"),
        lambda ax: ax.tick_params(axis="y", labelcolor="#fff0"),
    ],
)
def test_a_chart_that_would_lose_its_names_or_its_group_is_refused(off):
    _, ax = plt.subplots(figsize=(10, 5))
    off(ax)
    before = state(ax)
    with pytest.raises(hv.DataError, match="lose words that its numbers need"):
        hv.site_bars(ax=ax)
    assert state(ax) == before


def test_names_stand_once_for_charts_that_share_an_axis(rows):
    _, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(14, 4))
    with pytest.raises(hv.DataError, match="such as 'Bone', are switched off"):
        hv.site_bars(rows, ax=right)
    for ax in (left, right):
        hv.site_bars(rows, ax=ax)


def test_charts_of_studies_may_share_the_axis_below():
    _, axes = plt.subplots(2, 1, sharex=True, figsize=(10, 12))
    for ax in axes:
        hv.study_dots(ax=ax)


def test_an_inset_whose_words_are_not_looked_over_is_refused():
    _, ax = plt.subplots(figsize=(12, 8))
    with pytest.raises(hv.UsageError, match="inset"):
        hv.site_bars(ax=ax.inset_axes([0.8, 0.8, 0.1, 0.1]))


@pytest.mark.parametrize("chart", CHARTS)
def test_words_are_not_left_to_tex(chart):
    with plt.rc_context({"text.usetex": True}):
        ax = plt.figure(figsize=(10, 6)).add_subplot()
    with pytest.raises(hv.UsageError, match=r"signs in them, such as %"):
        chart(ax=ax)


@pytest.mark.parametrize("chart", CHARTS)
def test_axes_of_no_size_are_refused(chart):
    with pytest.raises(hv.UsageError, match="width"):
        chart(ax=plt.figure().add_axes([0.1, 0.1, 0, 0.5]))


def test_axes_of_a_part_of_a_figure_are_taken():
    left, _ = plt.figure(figsize=(12, 7), layout="constrained").subfigures(1, 2)
    assert len(hv.site_bars(ax=left.subplots()).texts) == 4
