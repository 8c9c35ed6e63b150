"""Body map, overlap and the three hundreds: what is drawn and said, against the tables."""

import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

import her2viz as hv
from figures import figure, mine
from her2viz import style
from her2viz.charts.frequency.hundreds import one_hundred
from her2viz.charts.frequency.ranges import overlap_ranges
from her2viz.charts.frequency.worlds import possible_worlds

# typed here on purpose: a changed number must fail a test
RANGES = {
    "one or more": (70, 100),
    "two or more": (10, 60),
    "three or more": (0, 30),
    "all four": (0, 10),
    "none of four": (0, 30),
}


def page(fig):
    texts = [*fig.mpl.texts, *(t for ax in fig.mpl.axes for t in (*ax.texts, ax.xaxis.label))]
    return " ".join(" ".join(t.get_text().split()) for t in texts)


class TestBodyMap:
    def test_only_the_figures_have_a_reference_class(self):
        fig = figure("body-map")
        assert fig.words.reference == "Of 100 women with advanced breast cancer"
        assert len(fig.data) == 8
        assert fig.caveat.startswith("Rough figures from one web page, about groups of women.")
        assert "Cleveland Clinic, people with HER2-positive metastatic breast cancer Distant" in page(fig)
        assert "Guide, people with metastatic breast cancer: \u201cless common\u201d Lymph nodes" in page(fig)
        assert "Cleveland Clinic names the skin too, for people with HER2-positive metastatic" in fig.description
        assert "the size and the colour of an organ mean nothing" in fig.description
        assert "Figures: Guide page." in page(fig)
        assert "Figures: Guide page. Named: Cleveland Clinic, Guide page." in fig.description

    def test_sites_without_a_figure_are_named_with_their_own_groups(self):
        rows = hv.load_sites()
        for row in rows[rows["frequency_pct"].isna()].itertuples():
            for text in (figure("body-map").description, figure("body-map").caption):
                assert row.population in text
        assert "Distant lymph nodes, for people with HER2-positive metastatic breast cancer" in text

    def test_takes_own_rows(self):
        rows = mine(hv.load_sites().dropna(subset="frequency_pct"), population="men with something")
        fig = hv.figure("body-map", data=rows.head(2))
        assert fig.title == "Largest figure: Bone, about 70 in 100; smallest: Lung, about 30"
        assert "Guide page" not in page(fig)
        assert "Of 100 men with something" in page(fig)
        assert "women" not in page(fig)


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (lambda d: d.head(5), "About 70 in 100 have spread in bone; one site lacks a figure"),
        (lambda d: d.head(4), "About 70 in 100 have spread in bone, about 10 in the brain"),
        (lambda d: mine(d.head(5), frequency_pct=[70, 70, 70, 70, None]), "Four sites with figures, one without"),
        (
            lambda d: mine(d.head(6), frequency_pct=[7, 3, 2, 90, None, None]),
            "Brain about 90 in 100; two sites lack figures",
        ),
    ],
)
def test_the_title_of_the_body_map_follows_the_rows(change, title):
    assert hv.figure("body-map", change(hv.load_sites())).title == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("site-bars", "About 70 in 100 have spread in bone, about 10 in the brain"),
        ("site-icons", "Spread in bone about 70 of 100, in the brain about 10"),
        ("body-map", "About 70 in 100 have spread in bone; four sites lack figures"),
        ("overlap-bounds", "Two or more sites: anywhere from about 10 to 60"),
        ("overlap-worlds", "These figures fit about 10 to 60 with two or more of four sites"),
        ("percent-of-whom", "Two figures say about 20 in 100, but of different people"),
    ],
)
def test_titles_are_findings(name, title):
    assert figure(name).title == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("site-bars", "Largest figure: Site A, about 50 in 100; smallest: Site B, about 40"),
        ("site-icons", "Site A about 50, Site B about 40"),
        ("overlap-bounds", "Both sites: anywhere from 0 to about 40"),
        ("overlap-worlds", "These figures fit about 0 to 40 with both sites"),
    ],
)
def test_titles_follow_own_rows(name, title):
    rows = pd.DataFrame({"site": ["a", "b"], "label": ["Site A", "Site B"], "frequency_pct": [50, 40]})
    rows = rows.assign(qualifier="about", population="readers", sites_overlap=True, source="Made up", note=None)
    assert hv.figure(name, rows).title == title


class TestOverlapBounds:
    def test_rows(self):
        data = figure("overlap-bounds").data
        assert {r.what: (r.low, r.high) for r in data.itertuples()} == RANGES
        assert data["mean_sites"].unique().tolist() == [1.3]
        two = data.set_index("what").loc["two or more"]
        assert (two["low_if_off"], two["high_if_off"]) == (4, 75)

    def test_bars_run_from_low_to_high(self):
        (ax,) = figure("overlap-bounds").mpl.axes
        bars = [p for p in ax.patches if p.get_gid() == "range"]
        assert [(b.get_x(), b.get_x() + b.get_width()) for b in bars] == [pytest.approx(r) for r in RANGES.values()]

    def test_ranges_are_pale_between_two_end_marks(self):
        (ax,) = figure("overlap-bounds").mpl.axes
        ends = [(line.get_xdata()[0], line.get_color()) for line in ax.lines if line.get_gid() == "end"]
        assert ends == [(end, style.FILL) for both in RANGES.values() for end in both]
        for bar in (p for p in ax.patches if p.get_gid() == "range"):
            assert (to_hex(bar.get_facecolor()), bar.get_linewidth()) == (style.ROUGH, 0)

    def test_every_range_is_written_with_its_about_and_two_or_more_is_bold(self):
        for size in style.SIZES:
            (ax,) = figure("overlap-bounds", size).mpl.axes
            ranges = [t for t in ax.texts if " to " in t.get_text()]
            assert [t.get_text() for t in ranges] == [
                "about 70 to 100",
                "about 10 to 60",
                "0 to about 30",
                "0 to about 10",
                "0 to about 30",
            ]
            assert [t.get_weight() == "bold" for t in ranges] == [False, True, False, False, False]
            names = ax.get_yticklabels()
            assert len({t.get_fontsize() for t in (*ranges, *names)}) == 1
            assert len({round(t.get_window_extent().x0, 1) for t in names}) == 1, "names start on one line"
            assert "maybe elsewhere" in [t.get_text() for t in ax.texts]

    def test_says_what_must_not_be_lost(self):
        fig = figure("overlap-bounds")
        assert "Our ranges, if about 70 bone, 30 lung, 20 liver, 10 brain are of the same women" in page(fig)
        assert "If the four are about the same 100 women" in fig.description
        assert "maybe elsewhere" in page(fig)
        assert "at least 30" not in fig.description
        assert "two or more 4 to 75" in fig.description
        assert "None of the four is not \u201cno spread\u201d" in fig.description

    def test_own_rows_change_every_number(self):
        rows = mine(hv.load_sites().dropna(subset="frequency_pct").head(3), frequency_pct=[50, 40, 30])
        fig = hv.figure("overlap-bounds", data=rows)
        assert fig.data["what"].tolist()[-2:] == ["all three", "none of three"]
        assert "four" not in page(fig)
        assert "about 50 Bone, 40 Lung, 30 Liver are of the same women" in page(fig)
        assert "add up to 120" in fig.description
        assert "The mean is 1.2 sites a woman" in fig.description

    @pytest.mark.parametrize("name", ["overlap-bounds", "overlap-worlds"])
    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (lambda d: d.head(1), "two to six sites; got 1"),
            (lambda d: mine(d, frequency_pct=[12.5, 1, 1, 1]), "whole people"),
            (lambda d: mine(d, sites_overlap=False, frequency_pct=20), "no one has more than one site"),
            (lambda d: mine(d, population=["a", "b", "b", "b"]), "one population"),
        ],
    )
    def test_refuses_what_it_cannot_tell(self, name, change, says):
        with pytest.raises(hv.DataError, match=says):
            hv.figure(name, data=change(hv.load_sites().dropna(subset="frequency_pct")))


class TestWorlds:
    def test_rows_are_two_hundreds_that_differ(self):
        data = figure("overlap-worlds").data
        worlds = [dict(zip(g["label"], g["people"], strict=True)) for _, g in data.groupby("world", sort=False)]
        assert worlds == [
            {"all four": 10, "bone": 60, "lung": 20, "liver": 10},
            {
                "bone + lung": 30,
                "bone + liver": 20,
                "bone + brain": 10,
                "bone": 10,
                "none of these: it may be elsewhere": 30,
            },
        ]

    def test_each_world_fits_the_four_figures(self):
        for _, world in figure("overlap-worlds").data.groupby("world"):
            for site, people in {"bone": 70, "lung": 30, "liver": 20, "brain": 10}.items():
                has = [label == "all four" or site in label.split(" + ") for label in world["label"]]
                assert world.loc[has, "people"].sum() == people

    @pytest.mark.parametrize("size", style.SIZES)
    def test_each_row_of_both_matrices_marks_its_figure(self, size):
        (ax,) = figure("overlap-worlds", size).mpl.axes
        person = next(p for p in ax.patches if p.get_gid() == "whole").get_width() / 100
        rows = {}
        for mark in (p for p in ax.patches if p.get_gid() == "world"):
            rows[mark.get_label()] = rows.get(mark.get_label(), 0) + mark.get_width() / person
        sites = {"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}
        assert rows == {
            f"{w}: {s}": pytest.approx(n) for w in ("Invented mix 1", "Invented mix 2") for s, n in sites.items()
        }

    def test_columns_are_people_and_pale_where_they_have_two_or_more(self):
        (ax,) = figure("overlap-worlds").mpl.axes
        whole = next(p for p in ax.patches if p.get_gid() == "whole")
        marked = [p for p in ax.patches if p.get_gid() == "world"]
        brackets = [line for line in ax.lines if line.get_gid() == "bracket"]
        assert [b.get_label() for b in brackets if b.get_label().startswith("two")] == [
            "two or more: 10",
            "two or more: 60",
        ]
        ends = iter([b.get_ydata().max() for b in brackets])
        for world, alike in (("Invented mix 1", 10), ("Invented mix 2", 60)):
            rows = [p for p in marked if p.get_label().startswith(f"{world}:")]
            for n in range(100):
                x = whole.get_x() + (n + 0.5) * whole.get_width() / 100
                held = [p for p in rows if p.get_x() < x < p.get_x() + p.get_width()]
                assert (len(held) > 1) == (n < alike)
                assert {to_hex(p.get_facecolor()) for p in held} <= {style.ROUGH if len(held) > 1 else style.PAPER}
            assert next(ends) < min(p.get_y() for p in rows)

    def test_people_are_told_apart_by_lines(self):
        (ax,) = figure("overlap-worlds").mpl.axes
        marked = [p for p in ax.patches if p.get_gid() == "world"]
        lines = [len(c.get_segments()) for c in ax.collections if c.get_gid() == "person"]
        person = next(p for p in ax.patches if p.get_gid() == "whole").get_width() / 100
        assert lines == [round(p.get_width() / person) - 1 for p in marked]

    def test_all_is_written_in_every_size_on_one_line_and_in_one_size(self):
        for size in style.SIZES:
            fig = figure("overlap-worlds", size)
            text = page(fig)
            for part in ("two or more: 10", "two or more: 60", "one: 90", "one: 10", "none of four: 30"):
                assert part in text, (size, part)
            assert "One column, one woman." in text
            (ax,) = fig.mpl.axes
            heads = [t for t in ax.texts if "nvented" in t.get_text()]
            assert len({t.get_fontsize() for t in ax.texts}) == 1
            assert len(heads) == 2
            for head in heads:  # the words of all brackets stand on its line, each starting over its own bracket
                line = [t for t in ax.texts if t.get_position()[1] == head.get_position()[1] and t is not head]
                for words in line:
                    (over,) = (b for b in ax.lines if b.get_label() == words.get_text())
                    assert over.get_xdata().min() - 0.03 < words.get_position()[0] < over.get_xdata().max()
                assert sum(int(t.get_text().split(": ")[1]) for t in line) == 100

    def test_six_sites_of_ones_own(self):
        six = pd.DataFrame({"site": list("abcdef"), "label": [f"Site {c}" for c in "ABCDEF"]})
        six = six.assign(frequency_pct=[90, 80, 70, 60, 50, 40], qualifier="about", population="readers", note=None)
        for size in style.SIZES:
            fig = hv.figure("overlap-worlds", six.assign(sites_overlap=True, source="Made up"), size)
            assert fig.title == "These figures fit about 70 to 100 with two or more of six sites"
            assert "elsewhere" not in page(fig)


class TestPercentOfWhom:
    def test_rows_are_of_the_tables(self):
        data = figure("percent-of-whom").data
        assert data["value"].tolist() == [20, 25, 20]
        assert data["population"].tolist() == [
            "people diagnosed with breast cancer",
            "people with early-stage HER2-positive breast cancer",
            "women with advanced breast cancer",
        ]
        assert data["page"].tolist() == ["Cleveland Clinic", "Cleveland Clinic", "Guide page"]
        assert data["says"].tolist() == ["have the HER2-positive subtype", "see it spread", "have spread in the liver"]

    def test_panels_are_set_apart_and_equal(self):
        for size in style.SIZES:
            axes = figure("percent-of-whom", size).mpl.axes
            assert [len([line for line in ax.lines if line.get_gid() == "divider"]) for ax in axes] == [1, 1, 0]
            first = [ax.transData.transform(ax.collections[0].get_offsets()[[0, 9]]) for ax in axes]
            assert len({tuple((b - a).round(1)) for a, b in first}) == 1
            assert len({round(a[1], 1) for a, _ in first}) == 1

    def test_the_group_is_written_larger_than_the_number(self):
        for size in style.SIZES:
            for ax in figure("percent-of-whom", size).mpl.axes:
                group, number = ax.texts[0], next(t for t in ax.texts if t.get_text().startswith("about"))
                assert group.get_text().startswith("Of 100 ")
                assert group.get_fontsize() > 1.1 * number.get_fontsize()

    def test_every_panel_names_its_page_and_as_many_lines_of_its_group(self):
        for size in style.SIZES:
            axes = figure("percent-of-whom", size).mpl.axes
            for ax, name in zip(axes, figure("percent-of-whom").data["page"], strict=True):
                assert any(t.get_text().startswith(name) for t in ax.texts)
            largest = max(t.get_fontsize() for t in axes[0].texts)
            assert [sum(t.get_fontsize() == largest for t in ax.texts) for ax in axes] == [2, 2, 2]

    def test_nothing_is_chained(self):
        fig = figure("percent-of-whom")
        assert "not to be multiplied" in page(fig)
        assert "no time span is given" in page(fig)
        assert "5 in 100" not in page(fig).replace("25 in 100", "")
        assert fig.caption.count("1 in 4") == 1
        assert "1 in 4" not in page(fig) + fig.alt + fig.description


def frames():
    return [
        (overlap_ranges, figure("overlap-bounds").data),
        (possible_worlds, figure("overlap-worlds").data),
        (one_hundred, figure("percent-of-whom").data.head(1)),
    ]


@pytest.mark.parametrize("number", range(3))
class TestEveryChart:
    def test_own_axes_and_rc_params(self, number):
        chart, data = frames()[number]
        _, (left, right) = plt.subplots(1, 2, figsize=(16, 6))
        with mpl.rc_context({"font.size": 7.0}):
            before = dict(mpl.rcParams)
            assert chart(data, ax=left) is left
            assert dict(mpl.rcParams) == before
        assert not right.texts
        assert f"100 {data['population'].iloc[0]}" in " ".join(
            [left.get_xlabel(), " ".join(t.get_text() for t in left.texts)]
        )
        assert {t.get_parse_math() for t in left.texts} == {False}
        assert chart(data) is right  # the current Axes

    def test_refuses_other_frames(self, number):
        chart, data = frames()[number]
        with pytest.raises(hv.DataError, match="pandas DataFrame"):
            chart([1])
        with pytest.raises(hv.DataError, match="missing: population"):
            chart(data.drop(columns="population"))
        with pytest.raises(hv.DataError, match=r"no row|one row"):
            chart(data.head(0))


def test_charts_refuse_what_misleads():
    (ranges, bounds), (worlds, groups), (hundred, row) = frames()
    with pytest.raises(hv.DataError, match="low first"):
        ranges(bounds.assign(low=90))
    with pytest.raises(hv.DataError, match="one population"):
        ranges(bounds.assign(population=list("abcde")))
    with pytest.raises(hv.DataError, match="add up to 100"):
        worlds(groups.head(1))
    with pytest.raises(hv.DataError, match="70 people with Bone in each world; got 60"):
        worlds(groups.assign(held=[held if len(held) < 4 else () for held in groups["held"]]))
    with pytest.raises(hv.DataError, match=r"one row.*got 2"):
        hundred(figure("percent-of-whom").data.head(2))
    with pytest.raises(hv.DataError, match="whole number"):
        hundred(row.assign(value=12.5))


@pytest.mark.parametrize("name", ["site-bars", "site-icons", "body-map"])
def test_words_of_a_single_site(name):
    fig = hv.figure(name, data=hv.load_sites().head(1))
    words = f"{fig.description} {fig.caption}"
    assert re.search(r"\bone (horizontal bar|square|site)\b", words)
    assert not re.search(r"\bone \w*\s?(bars|squares|sites)\b", words)
    assert "largest" not in words
