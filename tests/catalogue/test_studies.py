"""The figures of published studies: frames, intervals, what is drawn, and what is said."""

import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

import her2viz as hv
from figures import figure
from her2viz import style
from her2viz.catalogue.registry import entry
from her2viz.dataset.loaders import raw
from her2viz.derived.intervals import INTERVAL, possible_counts, with_intervals
from her2viz.derived.published import published
from her2viz.words.study_titles import site_title, sites_title

CHARTS = [hv.study_dots]
# typed here on purpose: a changed number in the table must fail a test
BONE = {
    "at first diagnosis": ["65.1"],
    "when spread is first found": ["55.7", "54.2"],
    "any time": ["47.1", "70.6"],
    "time not stated": ["58"],
}
COMPARED = {  # ../shared/published/README.md: lowest and highest of all types together, rounded
    "bone": (47, 71),
    "lung": (31, 57),
    "liver": (28, 54),
    "brain": (8, 20),
}
SITES = list(COMPARED)


def lines(ax, gid):
    return [line for line in ax.lines if line.get_gid() == gid]


def dots(ax):
    return [(float(d.get_xdata()[0]), float(d.get_ydata()[0])) for d in lines(ax, "figure")]


def words(ax):
    return [t.get_text() for t in ax.texts if t.get_text()]


# --- intervals ---


def test_interval_of_a_printed_count():
    assert [round(end, 1) for end in hv.percent_interval("9.7", 72, 7)] == [4.8, 18.7]


def test_interval_is_widest_where_several_counts_fit():
    assert list(possible_counts("14", 125)) == [17, 18]
    wide, low, high = (hv.percent_interval("14", 125, n) for n in (None, 17, 18))
    assert wide == (low.low, high.high)
    assert wide.high - wide.low > max(interval.high - interval.low for interval in (low, high))


@pytest.mark.parametrize(("percent", "n", "counts"), [("33.0", 418, [138]), ("33", 418, [136, 137, 138, 139, 140])])
def test_printed_decimals_decide_which_counts_fit(percent, n, counts):
    assert list(possible_counts(percent, n)) == counts


@pytest.mark.parametrize(("percent", "n", "counts"), [("0", 10, [0]), ("100", 10, [10]), ("0.4", 200, [])])
def test_counts_at_the_ends(percent, n, counts):
    assert list(possible_counts(percent, n)) == counts


def test_no_interval_where_no_count_fits():
    assert hv.percent_interval("70.6", 263) is None  # why savci_2015 has none


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("70%", 10), "percent must be text as printed, such as '9.7'"),
        (("101", 10), "from 0 to 100; got '101'"),
        ((None, 10), "percent must be text"),
        (("10", 0), "n_total must be 1 or more"),
        (("10", 10, 11), "n_with must be from 0 to n_total; got 11 of 10"),
    ],
)
def test_interval_refuses_what_is_none(arguments, says):
    with pytest.raises(hv.DataError, match=says):
        hv.percent_interval(*arguments)


def test_who_gets_an_interval():
    rows = with_intervals(published().query("quantity == 'site frequency' and denominator != 'all newly diagnosed'"))
    got = set(rows.loc[rows["low"].notna(), "study_id"])
    assert got == {"kaplan_2016", "jafari_2022", "jia_2023", "cui_2015", "aga_khan_nairobi", "systhers_2020"}
    assert rows.loc[rows["study_id"].isin(got), "low"].notna().all()
    inside = rows.dropna(subset="low")
    assert ((inside["low"] < inside["percent"]) & (inside["percent"] < inside["high"])).all()


# --- rows ---


def test_study_rows_compare_with_the_rough_figures():
    rows = hv.study_rows()
    assert set(rows["denominator"]) == {"metastatic"}
    assert set(rows["subtype"]) == {"all"}
    assert not set(rows["moment_group"]) & {"first site only", "by a given year"}
    assert len(rows) == 21
    for site, (low, high) in COMPARED.items():
        here = rows.loc[rows["site"] == site, "percent"]
        assert (int(here.min() + 0.5), int(here.max())) == pytest.approx((low, high), abs=1)
        assert set(rows.loc[rows["site"] == site, "rough_pct"]) == {
            {"bone": 70, "lung": 30, "liver": 20, "brain": 10}[site]
        }


def test_study_rows_keep_the_printed_precision():
    rows = hv.study_rows("liver").set_index("study_id")["printed"]
    assert rows.to_dict() == {
        "jia_2023": "33.0",
        "cui_2015": "30.6",
        "jafari_2022": "27.9",
        "savci_2015": "54.5",
        "aga_khan_nairobi": "50",
    }
    assert published()["printed"].tolist() == raw("published_figures")["percent"].tolist()


def test_unknown_site_and_subtype():
    with pytest.raises(hv.UsageError, match="site must be one of bone, lung, liver, brain; got 'skin'"):
        hv.study_rows("skin")
    with pytest.raises(hv.UsageError, match=r"subtype must be one of .*got 'HER2'"):
        hv.study_rows("bone", ["HER2"])


# --- charts ---


def test_dots_show_the_table():
    ax = hv.study_dots()
    assert [x for x, _ in dots(ax)] == [float(n) for group in BONE.values() for n in group]
    drawn = words(ax)
    numbers = [n for group in BONE.values() for n in group]
    assert [w for w in drawn if w in numbers] == numbers
    assert ax.get_xlim() == (0, 100)
    for words_ in ("Gong et al. 2018", "Aga Khan Nairobi", "China, 418 women", "China, 72 people", "USA, not printed"):
        assert words_ in drawn


def test_dots_stand_in_rows_under_their_moment():
    ax = hv.study_dots()
    rows = [y for _, y in dots(ax)]
    assert rows == sorted(set(rows))
    steps = [round(b - a, 3) for a, b in itertools.pairwise(rows)]
    assert steps == [2.2, 1, 2.2, 1, 2.2], "a heading before each new moment, none inside one"
    headings = {t.get_text(): t.xy[1] for t in ax.texts if t.get_text() in BONE}
    assert list(headings) == list(BONE)
    firsts = [rows[n] for n in (0, 1, 3, 5)]
    assert {round(row - place, 3) for row, place in zip(firsts, headings.values(), strict=True)} == {0.95}
    rules = lines(ax, "rule")
    ax.figure.draw_without_rendering()
    texts = {t.get_text(): t.get_window_extent() for t in ax.texts}
    for line, heading in zip(rules, headings, strict=True):
        assert line.get_window_extent().y0 > texts[heading].y1, "above the words of its moment"
        assert line.get_window_extent().x0 == pytest.approx(texts[heading].x0, abs=2)
    for row, line in zip((1, 3, 5), rules[1:], strict=True):
        assert rows[row - 1] < line.get_ydata()[0] < rows[row]


def test_rough_figure_is_an_open_mark_and_a_dashed_line_with_its_words():
    ax = hv.study_dots()
    (rough,), (mark,) = lines(ax, "rough"), lines(ax, "rough mark")
    assert set(rough.get_xdata()) == set(mark.get_xdata()) == {70}
    assert rough.get_linestyle() != "-"
    assert mpl.colors.to_hex(mark.get_markerfacecolor()) == style.ROUGH
    assert mpl.colors.to_hex(mark.get_markeredgecolor()) == style.FILL
    first_dot = min(y for _, y in dots(ax))
    first_rule = min(line.get_ydata()[0] for line in lines(ax, "rule"))
    assert mark.get_ydata()[0] + 0.6 < first_rule < first_dot, "outside the frame of the studies and their moments"
    (its_words,) = (t for t in ax.texts if t.get_text() == "about 70")
    assert mark.get_ydata()[0] == its_words.xy[1]
    assert {"about 70", "Rough figure:", "women with advanced breast cancer"} <= set(words(ax))


def test_each_dot_stands_on_a_track_from_0_to_100():
    rows = hv.study_rows("brain").drop(columns=["low", "high"])
    ax = hv.study_dots(rows.assign(percent=[0, 100, 4.3, 50, 99.9], printed=["0", "100", "4.3", "50", "99.9"]))
    tracks = [p for p in ax.patches if p.get_gid() == "track"]
    assert [(t.get_x(), t.get_width()) for t in tracks] == [(0, 100)] * 5
    assert [t.get_y() + t.get_height() / 2 for t in tracks] == pytest.approx([y for _, y in dots(ax)])
    assert not any(line.get_clip_on() for line in lines(ax, "figure")), "whole at 0 and at 100"


@pytest.mark.parametrize("name", ["published-sites-bone", "published-sites-brain"])
@pytest.mark.parametrize("size", ["slide", "print"])
def test_each_number_stands_beside_its_mark_on_the_track(name, size):
    fig = figure(name, size)
    fig.mpl.draw_without_rendering()
    for ax in fig.mpl.axes:
        rough = lines(ax, "rough")[0].get_window_extent()
        numbers = {t.xy[1]: t for t in ax.texts if t.get_text() in set(fig.data["printed"])}
        for dot in lines(ax, "figure"):
            y = float(dot.get_ydata()[0])
            around = [line for line in lines(ax, "interval") if line.get_ydata()[0] == y]
            mark = Bbox.union([line.get_window_extent() for line in (dot, *around)])
            number = numbers[y].get_window_extent()
            apart = max(number.x0 - mark.x1, mark.x0 - number.x1)
            assert 0 < apart < 2 * number.height, "near its mark, and not on it"
            above = dot.get_xdata()[0] > lines(ax, "rough")[0].get_xdata()[0]
            assert not (above and number.x1 < rough.x0), "on its own side of the rough figure"
            assert ax.bbox.x0 <= number.x0
            assert number.x1 <= ax.bbox.x1 + (number.width if above else 0)
            assert not number.x0 < rough.x0 < number.x1, "not on the line of the rough figure"


@pytest.mark.parametrize("name", ["published-sites", "published-subtypes", "published-subtypes-kaplan"])
@pytest.mark.parametrize("size", ["slide", "print", "screen"])
def test_numbers_of_short_tracks_stand_in_a_column_nearer_to_their_own_track(name, size):
    fig = figure(name, size)
    fig.mpl.draw_without_rendering()
    following = [ax.bbox.x0 for ax in fig.mpl.axes[1:]]
    for ax, after in zip(fig.mpl.axes, [*following, fig.mpl.bbox.x1], strict=True):
        numbers = {t.xy[1]: t for t in ax.texts if t.get_text() in set(fig.data["printed"])}
        assert set(numbers) == {y for _, y in dots(ax)}, "one number in each row of a dot"
        boxes = [number.get_window_extent() for number in numbers.values()]
        assert len({round(box.x1) for box in boxes}) == 1
        widest = min(boxes, key=lambda box: box.x0)
        assert 0 < widest.x0 - ax.bbox.x1 < after - widest.x1
        heads = {t.get_text(): t for t in ax.texts if t.get_weight() == "bold" or "about" in t.get_text()}
        assert max(t.get_window_extent().x1 for t in heads.values()) <= after


@pytest.mark.parametrize("name", ["published-sites", "published-subtypes", "published-subtypes-kaplan"])
@pytest.mark.parametrize("size", ["slide", "print", "screen"])
def test_tracks_are_long(name, size):
    assert min(ax.get_position().width for ax in figure(name, size).mpl.axes) > 1 / 12


def test_intervals_stand_on_their_dots():
    rows = hv.study_rows("brain")
    ax = hv.study_dots(rows)
    drawn = {line.get_ydata()[0]: tuple(map(float, line.get_xdata())) for line in lines(ax, "interval")}
    at = [y for _, y in dots(ax)]
    expected = {y: (r.low, r.high) for y, r in zip(at, rows.itertuples(), strict=True) if r.low == r.low}
    assert drawn == expected
    assert len(drawn) == 4


def test_a_missing_figure_keeps_its_row_and_is_no_zero():
    rows = hv.study_rows("lung")
    rows.loc[0, "percent"] = None
    ax = hv.study_dots(rows)
    assert len(dots(ax)) == len(rows) - 1
    assert 0 not in [x for x, _ in dots(ax)]
    assert "Jia et al. 2023" in words(ax)
    assert len([p for p in ax.patches if p.get_gid() == "track"]) == len(rows) - 1
    assert "Blank: not given." in " ".join(ax.get_xlabel().split())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"site": ["bone", "lung"] + ["bone"] * 4}, "one chart shows one site; got 2: bone, lung"),
        ({"denominator": ["all newly diagnosed"] + ["metastatic"] * 5}, "percentages of one group; got 2"),
        ({"rough_pct": [70, 30, 70, 70, 70, 70]}, "one chart shows one rough figure"),
        ({"rough_pct": [None, *[70] * 5]}, "rough_pct: must be a number from 0 to 100, in the first row"),
        ({"rough_pct": 150}, "rough_pct: must be a number"),
        ({"rough_pct": "about 70"}, "rough_pct: must be a number"),
        ({"site": [["bone"]] * 6, "denominator": [["a"], *[["b"]] * 5]}, "percentages of one group; got 2"),
        ({"low": 1.0, "high": 2.0}, "columns low and high: must be two numbers"),
        ({"low": 90.0, "high": 10.0}, "columns low and high: must be two numbers"),
        ({"low": 0.0, "high": 400.0}, "columns low and high: must be two numbers"),
        ({"low": "none", "high": [[9]] * 6}, "columns low and high: must be two numbers"),
        ({"percent": [101.0, 1, 2, 3, 4, 5]}, "must be a number from 0 to 100; got 101"),
        ({"percent": None}, "no row has a percent"),
        ({"moment_group": [None] + ["any time"] * 5}, "column moment_group: must be filled"),
    ],
)
def test_dots_refuse_rows_that_mislead(change, says):
    with pytest.raises(hv.DataError, match=says):
        hv.study_dots(hv.study_rows("bone").assign(**change))


@pytest.mark.parametrize("chart", CHARTS)
class TestEveryChart:
    def test_draws_on_the_axes_given_and_returns_them(self, chart):
        _, (left, right) = plt.subplots(1, 2)
        right.plot([1, 2])
        assert chart(ax=left) is left
        assert len(right.lines) == 1
        assert not right.texts

    def test_draws_on_the_current_axes_otherwise(self, chart):
        _, ax = plt.subplots()
        assert chart() is ax

    def test_works_on_a_figure_without_pyplot(self, chart):
        ax = Figure().add_subplot()
        assert chart(ax=ax) is ax
        assert plt.get_fignums() == []

    def test_takes_keywords_only_after_data(self, chart):
        with pytest.raises(TypeError):
            chart(None, plt.gca())

    def test_leaves_rc_params_and_keeps_the_users_look(self, chart):
        with mpl.rc_context({"font.size": 7.0, "axes.labelsize": 6.0, "font.family": "monospace"}):
            before = dict(mpl.rcParams)
            ax = chart()
            assert dict(mpl.rcParams) == before
            texts = [t for t in ax.texts if t.get_text()]
            assert {t.get_fontsize() for t in texts} <= {7.0, 6.0}
            assert len(texts) > 2
            assert texts[0].get_fontfamily() == ["monospace"]
            assert not any(t.get_parse_math() for t in texts)

    def test_refuses_what_is_no_such_frame(self, chart):
        with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
            chart([70, 30])
        with pytest.raises(hv.DataError, match="missing: "):
            chart(hv.load_sources())


# --- figures ---


PANELS = {
    "published-sites": SITES,
    "published-subtypes": ["bone", "liver", "brain"],
    "published-subtypes-kaplan": SITES,
}


@pytest.mark.parametrize("name", PANELS)
def test_panels_share_their_rows(name):
    fig = figure(name)
    assert len({ax.get_ylim() for ax in fig.mpl.axes}) == 1
    assert len({round(ax.get_position().width, 6) for ax in fig.mpl.axes}) == 1
    for ax, site in zip(fig.mpl.axes, PANELS[name], strict=True):
        assert [x for x, _ in dots(ax)] == fig.data.loc[fig.data["site"] == site, "percent"].tolist()


def test_subtypes_set_her2_positive_disease_beside_others_of_the_same_study():
    rows = figure("published-subtypes").data
    groups = {
        group: list(zip(part["site"], part["label"], part["printed"], strict=True))
        for group, part in rows.astype({"site": str}).groupby("group", sort=False)
    }
    assert groups == {
        "SystHERs registry 2020: at first diagnosis": [
            ("bone", "HER2-positive", "57.1"),
            ("liver", "HER2-positive", "41.9"),
            ("brain", "HER2-positive", "4.3"),
        ],
        "SystHERs: when spread is first found": [
            ("bone", "HER2-positive", "45.9"),
            ("liver", "HER2-positive", "33.1"),
            ("brain", "HER2-positive", "13.5"),
        ],
        "Savci-Heijink 2015: any time": [
            ("bone", "HER2-positive", "69.8"),
            ("bone", "ER-negative/HER2-negative", "55.2"),
            ("bone", "ER-positive/HER2-negative, Ki67 high", "87.8"),
            ("bone", "ER-positive/HER2-negative, Ki67 low", "73.1"),
        ],
        "Martin 2017: at first diagnosis": [
            ("brain", "HR-negative/HER2-positive", "11.45"),
            ("brain", "triple-negative", "11.37"),
        ],
    }
    assert "HER2-overexpressing" not in set(rows["subtype"]), "it has a figure of its own"
    her2 = rows["subtype_group"].str.contains("HER2-positive")
    assert (rows["strong"] == her2).all()
    back = rows["population"].str.contains("came back")
    assert back.any()
    assert (rows["whom"].str.contains("came back") == back).all()


def test_her2_positive_disease_stands_out_from_other_types():
    ax = figure("published-subtypes").mpl.axes[0]
    weights = {t.get_text(): t.get_weight() for t in ax.texts}
    assert {weights[text] for text in ("HER2-positive", "HR-negative/HER2-positive", "69.8")} == {"bold"}
    assert {weights[text] for text in ("ER-negative/HER2-negative", "triple-negative", "55.2")} == {"normal"}
    # a larger dot would mean more people
    assert len({dot.get_markersize() for dot in lines(ax, "figure")}) == 1


def test_what_is_not_all_her2_positive_is_said():
    assert (
        "HER2-overexpressing is not all HER2-positive disease" in figure("published-subtypes-kaplan").words.page_credit
    )


def test_no_text_lends_a_figure_of_another_type_to_her2_positive_disease():
    fig = figure("published-subtypes")
    for text in (fig.alt, fig.caption, fig.description):
        assert "HER2-positive 69.8, others 55.2 to 87.8" in text
        assert "bone 45.9 to 57.1, liver 33.1 to 41.9, brain 4.3 to 13.5" in text
    assert "None of these gives a figure for lung." in fig.caption


def test_kaplan_is_one_study_and_its_title_names_the_ends_of_the_widest_site():
    fig = figure("published-subtypes-kaplan")
    assert set(fig.data["study_id"]) == {"kaplan_2016"}
    bone = fig.data[fig.data["site"] == "bone"].set_index("subtype")["percent"]
    assert (bone.idxmin(), bone.idxmax()) == ("HER2-overexpressing", "luminal A")
    assert "not simply all HER2-positive disease" in fig.caption
    other = fig.data.assign(
        percent=fig.data["percent"].where(fig.data["site"] != "lung", pd.Series([99.0, 1, 2, 3] * 4))
    )
    assert entry(fig.name).title(other).startswith("One study, lung: ")


def test_intervals_are_called_what_they_are():
    fig = figure("published-sites-bone")
    assert INTERVAL in fig.words.aside
    assert INTERVAL in fig.description
    assert not any(lines(ax, "interval") for ax in figure("published-sites").mpl.axes)


TITLES = {
    "published-sites": "Liver: five studies, all above \u201cabout 20\u201d",
    "published-sites-bone": "Bone: six studies found 47.1 to 70.6, one page about 70",
    "published-sites-lung": "Lung: five studies found 31.4 to 57, one page about 30",
    "published-sites-liver": "Liver: five studies found 27.9 to 54.5, one page about 20",
    "published-sites-brain": "Brain: five studies found 7.56 to 20.3, one page about 10",
    "published-subtypes": "HER2-positive, two studies: bone 45.9 to 69.8 in 100",
    "published-subtypes-kaplan": "One study, bone: 38.9 HER2-overexpressing, 66.2 luminal A",
}


@pytest.mark.parametrize("name", TITLES)
def test_titles_are_findings(name):
    assert figure(name).title == TITLES[name]
    assert not any(letter.isdigit() for letter in entry(name).plain_title(figure(name).data).replace("HER2", ""))


@pytest.mark.parametrize(
    ("percent", "says"),
    [
        ([30, 40, 35, 30, 30], "Liver: five studies found 30 to 40, one page about 20"),
        ([30, None, 20, 10, None], "Liver: three studies found 10 to 30, one page about 20"),
        ([None, None, 20, None, None], "Liver: one study found 20, one page about 20"),
    ],
)
def test_title_of_a_site_follows_the_rows(percent, says):
    rows = hv.study_rows("liver").assign(percent=pd.array(percent, dtype="Float64"), printed=list(map(str, percent)))
    assert site_title(rows) == says


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"lung": 10, "liver": 12}, "Lung, liver: five studies, all below \u201cabout 30\u201d, \u201cabout 20\u201d"),
        ({"lung": 10}, "Liver: five studies, all above \u201cabout 20\u201d"),
        ({"bone": 95, "liver": 26}, "Bone, liver: all studies above \u201cabout 70\u201d, \u201cabout 20\u201d"),
        ({"bone": 95, "liver": 25}, "Bone: six studies, all above \u201cabout 70\u201d"),
        ({"bone": 70, "lung": 30, "liver": 20, "brain": 10}, "Bone: none of six studies above \u201cabout 70\u201d"),
    ],
)
def test_title_of_all_sites_follows_the_rows(change, says):
    rows = hv.study_rows()
    changed = rows["site"].astype(str).map(change)
    assert sites_title(rows.assign(percent=changed.fillna(rows["percent"]))) == says


def test_rows_name_the_studies_that_the_credit_names_in_full():
    fig = figure("published-sites")
    drawn = words(fig.mpl.axes[0])
    assert {
        "Gong 2018",
        "Jia 2023*",
        "China, 418 women",
        "Jafari 2022\u2020",
        "USA",
        "Savci-Heijink 2015",
        "Aga Khan Nairobi",
        "Guide page, unsigned, no type:",
        "women, advanced breast cancer",
    } <= set(drawn)
    keys = "*Without HER2-targeted therapy. \u2020Time: our reading."
    assert fig.words.page_credit == f"Sources: above. \u2013 not given. {keys}"
    assert figure("published-sites-brain").words.page_credit == f"Sources: above. {keys}"
    assert "Gong et al. 2018" in fig.words.credit
    assert fig.words.credit in fig.caption
    assert fig.words.page_credit not in fig.caption


def test_what_else_the_rows_say_of_a_figure_is_said():
    fig = figure("published-subtypes")
    assert fig.words.page_credit == "Sources: above. \u2013 not given. *Brain and coverings."
    starred = fig.data[fig.data["mark"] == "*"]
    assert set(zip(starred["study_id"], starred["site"], strict=True)) == {("systhers_2020", "brain")}
    assert starred["note"].str.contains("brain and its coverings").all()
    stars = [[t.xy[1] for t in ax.texts if t.get_text() == "*"] for ax in fig.mpl.axes]
    assert stars[:2] == [[], []]
    assert len(stars[2]) == 2
    assert stars[2] == [t.xy[1] for t in fig.mpl.axes[2].texts if t.get_text() in ("4.3", "13.5")]
    assert fig.words.caveat.startswith("Summaries only."), "one figure stands in the key points, not the abstract"
    assert figure("published-sites").words.caveat.startswith("Abstracts only.")
    assert "came back after curative surgery" in figure("published-subtypes-kaplan").words.reference
    assert "Any relapse counts, some perhaps not distant." in figure("published-subtypes-kaplan").words.note
    bone = figure("published-sites-bone").data.set_index("study_id")["people"]
    assert bone["savci_2015"] == "size unclear"
    assert bone["gong_2018"] == "no size given"


def test_left_out_is_said():
    assert "Shares counted by first site only are left out." in figure("published-sites-bone").description


def test_sources_name_document_and_studies():
    assert figure("published-subtypes-kaplan").sources == (
        "Guide page, \u201cCommon Sites of Metastatic Breast Cancer\u201d, line 17",
        "Kaplan et al. 2016, doi 10.1159/000448186",
    )
