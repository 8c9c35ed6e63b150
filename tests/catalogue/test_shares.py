"""The figures of shares that studies counted: groups inside groups, frames, rows, moments and years."""

import re
from functools import partial
from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.path import Path

import her2viz as hv
from figures import figure
from her2viz import style
from her2viz.catalogue.registry import entry
from her2viz.charts.study.bars import study_bars
from her2viz.charts.study.hundreds import counted_hundreds
from her2viz.charts.study.moments import moment_bars
from her2viz.charts.study.shares import share_bars
from her2viz.charts.study.trees import people_tree
from her2viz.charts.study.walls import framed_answer
from her2viz.dataset.loaders import raw
from her2viz.derived.counted import first_site_rows, her2_share_rows, more_than_one_rows, yearly_rows
from her2viz.derived.shares import derived_size

NAMES = [
    "two-denominators",
    "frequency-tree",
    "more-than-one-site",
    "her2-share",
    "first-and-any-time",
    "distant-by-year",
]


def her2_bars():
    return her2_share_rows().rename(columns={"share": "percent"})


CHARTS = {
    "shares": share_bars,
    "tree": people_tree,
    "bars": partial(study_bars, her2_bars()),
    "moments": partial(moment_bars, first_site_rows()),
    "hundreds": partial(counted_hundreds, yearly_rows()),
    "counted": partial(framed_answer, more_than_one_rows().iloc[:1]),
    "allowed": partial(framed_answer, more_than_one_rows().iloc[1:]),
}


def roomy():
    return Figure(figsize=(10, 5)).add_axes((0, 0, 1, 1))


def patches(ax, gid):
    return [patch for patch in ax.patches if patch.get_gid() == gid]


def arrays(ax, gid):
    return [c for c in ax.collections if isinstance(c, EllipseCollection) and c.get_gid() == gid]


def count(array, colour):
    return sum(to_hex(face) == colour for face in array.get_facecolors())


def words(ax):
    return " ".join(text.get_text() for text in ax.texts)


# --- rows: typed here on purpose, so that a changed number in a table fails a test ---


def test_sizes_that_are_not_printed_are_derived():
    rows = hv.share_rows()
    assert rows["printed"].tolist() == ["3.6", "65.1", "0.41", "7.56"]
    assert rows["n_with"].tolist() == [8295, 8295, 968, 968]
    assert rows["derived"].dropna().tolist() == [12740, 12800]
    assert rows["slice"].dropna().tolist() == [5.6, 5.4]
    assert rows.loc[rows["derived"].notna(), "whom"].str.contains("derived by us, not printed").all()
    assert rows["whom"][0] == "of 229,195 people newly diagnosed with breast cancer"
    for row in rows.dropna(subset="derived").itertuples():
        assert f"{100 * row.n_with / row.derived:.{len(row.printed.split('.')[1])}f}" == row.printed


@pytest.mark.parametrize(("n", "printed", "size"), [(8295, "65.1", 12740), (50, "50", 100), (968, "7.56", 12800)])
def test_derived_size(n, printed, size):
    assert derived_size(n, printed) == size


def test_the_parts_of_the_tree_add_up():
    rows = hv.tree_rows()
    assert rows["number"].tolist() == [229195, 12740, 8295, 4445, 216455]
    assert rows["per_1000"].tolist() == [1000, 56, 36, 20, 944]
    for box, whole in zip(rows["box"], rows["number"], strict=True):
        inside = rows[rows["inside"] == box]
        if len(inside):
            assert inside["number"].sum() == whole
            assert inside["per_1000"].sum() == rows.set_index("box").loc[box, "per_1000"]
    assert rows["derived"].notna().tolist() == [False, True, False, True, True], "two of the numbers are printed"
    near = 1000 * rows["number"] / rows["number"].iloc[0]
    assert ((near - rows["per_1000"]).abs() < 1).all()
    assert rows["words"].iloc[1:].str.startswith("about ").all()


def test_what_was_counted_stands_beside_what_is_allowed_and_is_of_others():
    counted, allowed = more_than_one_rows().itertuples()
    assert (counted.percent, counted.n_total) == (74, 125)
    assert (allowed.low, allowed.high) == (10, 60)
    assert (
        counted.whom
        == "125 women with metastatic breast cancer, all types, Kenya, 2012-2018; point in illness not stated"
    )
    assert allowed.whom == (
        "women with advanced breast cancer; our reckoning from four rough figures, if of the same 100; "
        "not specific to HER2-positive disease"
    )
    assert (allowed.heading, allowed.words) == ("two or more of four sites", "about 10 to 60 in 100")
    assert (counted.source, allowed.source) == ("Aga Khan Nairobi", "Guide page")


def test_the_her2_share_is_added_up_within_a_study():
    rows = her2_share_rows()
    assert rows["words"].tolist() == ["about 20", "13.6*", "15.0*", "17*"]
    assert rows["rough"].tolist() == [True, False, False, False]
    assert rows["added"].dropna().tolist() == [
        "9.6 and 4.0, added up, derived by us",
        "5,240 and 2,328 of 50,571 people, added up, derived by us",
        "7 and 10, added up, derived by us",
    ]
    assert set(rows["denominator"].dropna()) == {
        "all newly diagnosed",
        "all newly diagnosed, subtype known",
        "stage I-III",
    }, "no metastatic group among them"
    assert "unknown subtype included" in rows["under"][1]


def test_one_study_at_two_moments():
    rows = first_site_rows()
    printed = {moment: part["printed"].tolist() for moment, part in rows.groupby("moment_group", observed=True)}
    assert printed == {
        "first site only": ["36.6", "17.4", "15.6", "10.5"],
        "any time": ["47.1", "34.4", "27.9", "20.3"],
    }
    assert set(rows["study_id"]) == {"jafari_2022"}


def test_years_stand_alone():
    rows = yearly_rows()
    assert rows[["by", "words"]].values.tolist() == [
        ["by year 4", "20 with, 80 without"],
        ["by year 8", "30 with, 70 without"],
        ["by year 12", "36 with, 64 without"],
    ]
    fig = figure("distant-by-year")
    every_word = " ".join((fig.title, fig.alt, fig.caption, fig.description, words(fig.mpl.axes[0])))
    assert not re.search(r"\b25\b", every_word), "never beside the page's figure of early-stage HER2-positive disease"
    assert "source_id" not in fig.data


# --- charts ---


def test_shares_stand_in_wholes_of_100():
    ax = share_bars(ax=roomy())
    bars, wholes, slices = (patches(ax, gid) for gid in ("figure", "whole", "slice"))
    assert [bar.get_width() for bar in bars] == [3.6, 65.1]
    assert [whole.get_width() for whole in wholes] == [100, 100]
    assert [part.get_width() for part in slices] == [5.6, 100]
    assert [b.get_y() for b in bars] == [w.get_y() for w in wholes]
    for part in ("Spread to bone: 8,295 people", "229,195 newly diagnosed", "about 12,740*", "5.6 metastatic*"):
        assert part in words(ax)


def test_the_smaller_group_and_the_people_in_it_widen_from_the_first_whole_to_the_second():
    ax = share_bars(ax=roomy())
    group, inside = patches(ax, "card")
    upper, lower = patches(ax, "whole")
    for wedge, start, end in ((group, 5.6, 100), (inside, 3.6, 65.1)):
        corners = wedge.get_xy()[:4].tolist()
        assert sorted(x for x, _ in corners) == [0, 0, start, end]
        assert {y for x, y in corners if x == start} == {upper.get_y() + upper.get_height()}
        assert {y for x, y in corners if x == end} == {lower.get_y()}
    assert inside.zorder >= group.zorder


@pytest.mark.parametrize("size", ["slide", "screen", "print"])
def test_a_share_stands_at_its_own_bar_and_not_at_the_end_of_the_slice(size):
    fig = figure("two-denominators", size)
    fig.mpl.draw_without_rendering()
    for ax, share in zip(fig.mpl.axes, ("3.6 in 100", "0.41 in 100"), strict=True):
        (text,) = (t for t in ax.texts if t.get_text().startswith(share))
        bar, piece = patches(ax, "figure")[0].get_window_extent(), patches(ax, "slice")[0].get_window_extent()
        box = text.get_window_extent()
        assert box.x0 == pytest.approx(bar.x0, abs=2)
        assert 0 <= box.y0 - bar.y1 < box.height
        (named,) = (t for t in ax.texts if t.get_text().endswith("metastatic*") and "about" not in t.get_text())
        assert 0 < named.get_window_extent().x0 - piece.x1 < box.height


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (lambda: hv.share_rows(), "one chart shows two groups; got 4 rows"),
        (lambda: hv.share_rows().iloc[[0, 3]], "one chart shows the same people; got 2"),
        (lambda: hv.share_rows().iloc[:2].assign(percent=[3.6, 101]), "must be a number from 0 to 100; got 101"),
        (lambda: hv.share_rows().iloc[:2].assign(slice=[2.0, None]), "the smaller group lies in the larger one"),
    ],
)
def test_shares_refuse_what_misleads(rows, says):
    with pytest.raises(hv.DataError, match=says):
        share_bars(rows(), ax=roomy())


def test_a_tree_is_a_thousand_people_and_some_of_them_again():
    ax = people_tree(ax=roomy())
    (field,) = arrays(ax, "thousand")
    assert len(field.get_offsets()) == 1000
    assert (count(field, style.FILL), count(field, style.ROUGH), count(field, style.PAPER)) == (36, 20, 944)
    assert [len(group.get_offsets()) for group in arrays(ax, "people")] == [36, 20]
    assert [count(group, style.FILL) for group in arrays(ax, "people")] == [36, 0]
    large, small = arrays(ax, "people")[0].get_widths()[0], field.get_widths()[0]
    assert large > 2 * small
    for number in ("1,000", "about 56", "about 36", "about 20", "about 944"):
        assert number in words(ax)


def test_a_tree_fills_the_first_of_ten_hundreds_row_by_row():
    (field,) = arrays(people_tree(ax=roomy()), "thousand")
    at, faces = field.get_offsets(), [to_hex(face) for face in field.get_facecolors()]
    hundred = at[:100]
    assert len({round(y, 6) for _, y in hundred}) == len({round(x, 6) for x, _ in hundred}) == 10
    assert hundred[:, 0].max() < at[100:, 0].min()
    assert faces[:56] == [style.FILL] * 36 + [style.ROUGH] * 20


def test_the_zoom_of_a_tree_starts_round_those_that_are_drawn_again():
    ax = people_tree(ax=roomy())
    (field,) = arrays(ax, "thousand")
    (outline,) = (Path(line.get_xydata()) for line in ax.lines if line.get_gid() == "outline")
    assert outline.contains_points(field.get_offsets()).tolist() == [True] * 56 + [False] * 944
    (bracket,) = (line.get_xdata() for line in ax.lines if line.get_gid() == "brace")
    for group in arrays(ax, "people"):
        across = sorted({round(x, 6) for x in group.get_offsets()[:, 0]})
        assert bracket.min() < across[0] < across[-1] < bracket.max()
        steps = [after - before for before, after in pairwise(across)]
        assert all((step > 1.2 * steps[0]) == (n % 5 == 0) for n, step in enumerate(steps, 1)), "a gap after five"


@pytest.mark.parametrize("size", style.SIZES)
def test_those_who_are_drawn_again_fill_what_they_lie_on(size):
    (ax,) = figure("frequency-tree", size).mpl.axes
    left, right = arrays(ax, "people")
    (ground,) = (patch for patch in patches(ax, "track") if patch.get_xy()[:, 1].max() == ax.get_ylim()[0])
    for which, corner in ((0, "x"), (1, "y")):
        at = [end for group in (left, right) for end in group.get_offsets()[:, which]]
        low, high = ground.get_xy()[:, which].min(), ground.get_xy()[:, which].max()
        room = max(at) - min(at) + left.get_widths()[0]
        assert room > (0.92 if corner == "x" else 0.5) * (high - low), "no hole beside or beneath"
    between = right.get_offsets()[:, 0].min() - left.get_offsets()[:, 0].max() - left.get_widths()[0]
    assert between < 0.1 * ax.get_xlim()[1], "no hole between the two"
    for group, words in ((left, "with spread to bone"), (right, "elsewhere, not to bone")):
        (text,) = (t for t in ax.texts if t.get_text() == words)
        assert text.get_window_extent().x1 < ax.transData.transform((ax.get_xlim()[1], 0))[0] - 5, "off the edge"
        assert text.get_position()[1] < group.get_offsets()[:, 1].min()


def test_a_tree_refuses_parts_that_do_not_add_up():
    with pytest.raises(hv.DataError, match="parts of a box must add up to it"):
        people_tree(hv.tree_rows().assign(per_1000=[1000, 56, 36, 19, 944]), ax=roomy())
    with pytest.raises(hv.DataError, match="five boxes of one study"):
        people_tree(hv.tree_rows().iloc[:3], ax=roomy())


def test_a_rough_bar_is_pale_and_a_counted_one_solid():
    ax = study_bars(her2_bars(), ax=roomy())
    bars = patches(ax, "figure")
    assert [to_hex(bar.get_facecolor()) for bar in bars] == [style.ROUGH] + [style.FILL] * 3
    assert to_hex(bars[0].get_edgecolor()) == style.FILL
    (end,) = ax.lines  # at the rough bar alone
    assert set(end.get_xdata()) == {bars[0].get_x() + bars[0].get_width()}
    for bar, whole, share in zip(bars, patches(ax, "whole"), (20, 13.6, 15, 17), strict=True):
        assert bar.get_x() == whole.get_x()
        assert 100 * bar.get_width() / whole.get_width() == pytest.approx(share)


def test_whom_a_bar_is_of_stands_above_it_and_its_whole_takes_the_width():
    ax = study_bars(her2_bars(), ax=roomy())
    rows = her2_bars()
    for whole, label, under in zip(patches(ax, "whole"), rows["label"], rows["under"], strict=True):
        assert whole.get_width() > 0.98 * ax.get_xlim()[1]
        name, group = (next(t for t in ax.texts if t.get_text() == text) for text in (label, under))
        assert name.get_position()[1] == group.get_position()[1] < whole.get_y()


def test_each_moment_has_a_group_of_its_own_under_its_heading():
    ax = moment_bars(first_site_rows(), ax=roomy())
    bars, around = patches(ax, "figure"), patches(ax, "whole")
    shown = [100 * bar.get_width() / whole.get_width() for bar, whole in zip(bars, around, strict=True)]
    assert shown == pytest.approx([36.6, 17.4, 15.6, 10.5, 47.1, 34.4, 27.9, 20.3])
    assert {to_hex(bar.get_facecolor()) for bar in bars} == {style.FILL}, "counted, so solid"
    assert len({round(bar.get_height(), 6) for bar in bars}) == 1, "no thickness to puzzle over"
    tops = [bar.get_y() for bar in bars]
    first, second = (
        next(text.get_position()[1] for text in ax.texts if heading in text.get_text())
        for heading in ("first site only", "at any time")
    )
    assert first < tops[0] < tops[3] + bars[3].get_height() < second < tops[4]
    assert second - tops[3] - bars[3].get_height() > tops[4] - second, "a heading stands at its own group"
    assert not ax.lines


def test_moments_refuse_what_does_not_compare():
    with pytest.raises(hv.DataError, match="any time \\(our reading\\) counts Bone, Lung, Liver, Brain"):
        moment_bars(first_site_rows().iloc[1:], ax=roomy())
    with pytest.raises(hv.DataError, match="must be a number from 0 to 100; got 101"):
        moment_bars(first_site_rows().assign(percent=101), ax=roomy())


def test_hundreds_are_filled_from_the_top_left():
    ax = counted_hundreds(yearly_rows(), ax=roomy())
    found = arrays(ax, "figure")
    assert [count(array, style.FILL) for array in found] == [20, 30, 36]
    for array in found:
        faces = [to_hex(face) for face in array.get_facecolors()]
        assert faces == sorted(faces), "dark before paper, without gaps"
    with pytest.raises(hv.DataError, match="must be a whole number"):
        counted_hundreds(yearly_rows().assign(percent=[20.5, 30, 36]), ax=roomy())


def test_counted_and_worked_out_differ_in_form_and_stand_in_frames():
    counted, allowed = (framed_answer(more_than_one_rows().iloc[[n]], ax=roomy()) for n in (0, 1))
    assert [len(arrays(ax, "figure")) for ax in (counted, allowed)] == [1, 0]
    assert [len(patches(ax, "range")) for ax in (counted, allowed)] == [0, 1]
    assert all(len(patches(ax, "rule")) == 1 for ax in (counted, allowed))
    (mark,), (whole,) = patches(allowed, "range"), patches(allowed, "whole")
    assert to_hex(mark.get_facecolor()) == style.ROUGH
    assert 100 * (mark.get_x() - whole.get_x()) / whole.get_width() == pytest.approx(10)
    assert 100 * mark.get_width() / whole.get_width() == pytest.approx(50)
    ends = sorted(line.get_xdata()[0] for line in allowed.lines if line.get_gid() == "end")
    assert ends == pytest.approx([mark.get_x(), mark.get_x() + mark.get_width()])
    with pytest.raises(hv.DataError, match="must be one row"):
        framed_answer(more_than_one_rows(), ax=roomy())


@pytest.mark.parametrize("size", style.SIZES)
def test_the_number_leads_each_frame_and_the_circles_fill_theirs(size):
    counted, allowed = figure("more-than-one-site", size).mpl.axes
    for ax, number in ((counted, "74 in 100"), (allowed, "about 10 to 60 in 100")):
        largest = max(ax.texts, key=lambda text: text.get_fontsize())
        assert largest.get_text() == number
        assert largest.get_fontsize() > 1.2 * style.size(size).heading
    for ax, source in ((counted, "Aga Khan Nairobi"), (allowed, "Guide page")):
        assert source in [text.get_text() for text in ax.texts]
    text = " ".join(t.get_text() for t in figure("more-than-one-site", size).mpl.texts)
    assert "Women with metastatic or advanced cancer: neither group checks the other" in text
    (array,) = arrays(counted, "figure")
    down = array.get_offsets()[:, 1]
    assert down.max() - down.min() > 0.75 * counted.get_ylim()[0]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
class TestEveryChart:
    def test_draws_on_the_axes_given_and_returns_them(self, chart):
        _, (left, right) = plt.subplots(1, 2, figsize=(24, 6))
        right.plot([1, 2])
        assert chart(ax=left) is left
        assert len(right.lines) == 1
        assert not right.texts

    def test_leaves_rc_params_and_keeps_the_users_look(self, chart):
        with mpl.rc_context(
            {"font.size": 7.0, "axes.labelsize": 6.0, "axes.titlesize": 8.0, "font.family": "monospace"}
        ):
            before = dict(mpl.rcParams)
            ax = chart(ax=plt.figure(figsize=(10, 5)).add_subplot())
            assert dict(mpl.rcParams) == before
            assert {text.get_fontsize() for text in ax.texts} <= {6.0, 7.0, 8.0}
            assert ax.texts[0].get_fontfamily() == ["monospace"]
            assert not any(text.get_parse_math() for text in ax.texts)

    def test_says_where_it_has_no_room(self, chart):
        ax = Figure(figsize=(1.2, 0.6)).add_subplot()
        with pytest.raises(hv.DataError, match="does not fit on its Axes"):
            chart(ax=ax)
        assert not ax.texts


@pytest.mark.parametrize("chart", [share_bars, people_tree, study_bars, moment_bars, counted_hundreds, framed_answer])
def test_refuses_what_is_no_such_frame(chart):
    with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
        chart([70, 30], ax=roomy())
    with pytest.raises(hv.DataError, match="missing: "):
        chart(hv.load_sources(), ax=roomy())


# --- figures ---


def test_titles_are_what_is_found():
    assert {name: figure(name).title for name in NAMES} == {
        "two-denominators": "Spread to bone: same people, 3.6 or 65.1 in 100",
        "frequency-tree": "Of 1,000 newly diagnosed, about 36 had spread to bone",
        "more-than-one-site": "One study: 74 in 100 had more than one site",
        "her2-share": "HER2-positive: a page says about 20, studies 13.6 to 17",
        "first-and-any-time": "Spread to bone: 36.6 as first site, 47.1 at any time",
        "distant-by-year": "By year 12: 36 of 100 with distant spread, 64 without",
    }


@pytest.mark.parametrize("name", ["two-denominators", "frequency-tree", "more-than-one-site", "her2-share"])
def test_what_is_ours_is_called_so(name):
    assert "derived by us" in figure(name).description


def test_title_of_the_moments_follows_the_rows():
    rows = first_site_rows()
    lung = rows[rows["site"] == "lung"]
    assert entry("first-and-any-time").title(lung) == "Spread to lung: 17.4 as first site, 34.4 at any time"


def test_our_reading_is_called_so():
    fig = figure("first-and-any-time")
    assert "any time (our reading)" in words(fig.mpl.axes[0])
    assert "is our reading" in fig.caption


def test_what_was_read_and_where_people_were_counted_come_from_the_table_of_studies():
    studies = hv.load_studies().set_index("study_id")
    assert studies.loc["seer_2017_2021", "read_in"] == "table on the web page"
    assert "study abstracts and a registry table" in figure("her2-share").words.caveat
    assert "table" not in figure("more-than-one-site").words.caveat
    assert figure("distant-by-year").words.aside.startswith(
        f"11,011 women, {studies.loc['hess_2013', 'setting']}, {studies.loc['hess_2013', 'years']}"
    )
    assert figure("two-denominators").words.aside.startswith(f"{studies.loc['gong_2018', 'setting']}, USA")


def test_only_studies_of_the_question_are_drawn():
    shares = {
        row["study_id"] for row in raw("published_figures").to_dict("records") if row["site"] == "more than one site"
    }
    assert shares == {figure("more-than-one-site").data["study_id"].dropna().iloc[0]}
    assert "kaplan_2016" not in set(figure("her2-share").data["study_id"]), "HER2-overexpressing is not all"


@pytest.mark.parametrize("name", NAMES)
def test_the_table_beside_it_says_number_group_and_source(name):
    table = entry(name).table(figure(name).data)
    cells = [" ".join(row) for row in table.rows]
    assert "Of whom" in table.columns
    for value, cell in zip(figure(name).data[entry(name).shows[0]].dropna(), cells, strict=False):
        assert f"{value:,g}" in cell
    names = {place.name for place in figure(name).words.places}
    assert all(any(source in cell for source in names) for cell in cells)
