"""Every rule of honest figures over every figure and size, and a figure broken on purpose for each rule."""

import dataclasses
import io
import pickle
import re
import sys
from functools import cache
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Wedge
from PIL import Image
from PIL.PngImagePlugin import PngInfo

import her2viz as hv
import honesty
from her2viz import cli, style
from her2viz.catalogue.registry import CATALOGUE
from her2viz.output import exporting
from her2viz.page.rendering import FORMATS
from honesty import drawn

NAMES = [entry.name for entry in CATALOGUE]
WIDTHS = {"screen": (8.0, 144), "slide": (40 / 3, 150), "print": (6.5, 300)}  # inches and dots per inch, as promised
LOOK = {"font.size": 31, "svg.fonttype": "path", "lines.linewidth": 7, "axes.facecolor": "black"}


# every figure, drawn once a size


def checked(name, size, data=None):
    """Draw a figure and check it; return it, with a blank picture of its size where the rules have read the picture.

    A figure keeps megabytes of canvas; all of them at once would fill a small machine.
    """
    before = mpl.rcParams.copy()
    fig = hv.figure(name, data, size)
    figure = honesty.read(fig)
    problems = honesty.problems(figure)
    width, dpi = WIDTHS[size]
    inches = fig.mpl.get_size_inches()
    if fig.size != size or inches[0] != pytest.approx(width) or fig.mpl.dpi != dpi:
        problems["page"] = f"{fig.size}, {inches}, {fig.mpl.dpi}"
    if size == "slide" and inches[1] != pytest.approx(7.5):
        problems["page"] = f"a slide {inches[1]} inches high"
    if mpl.rcParams != before or plt.get_fignums():
        problems["pyplot"] = "drawing changes rcParams or what pyplot knows"
    return fig, dataclasses.replace(figure, mpl=Figure(inches, dpi)), problems


def broken(problems):
    """The figures that have problems, with the rules that they break."""
    by_figure = {name: {n: texts for n, texts in found.items() if texts} for name, found in problems.items()}
    return {name: found for name, found in by_figure.items() if found}


def rules_broken(size):
    """Rule 22 as well: SVG files of all, pictures of one figure for each form of chart, and one PDF."""
    problems, forms = {}, set()
    with mpl.rc_context(LOOK):
        before = mpl.rcParams.copy()
        for name in NAMES:
            fig, figure, found = checked(name, size)
            form = fig.alt.partition(".")[0]
            endings = ["svg"] if form in forms else ["svg", "png"] if forms else FORMATS
            files = {ending: fig.to_bytes(ending) for ending in endings}
            forms.add(form)
            problems[name] = found | {22: honesty.file_problems(figure, files)}
        assert mpl.rcParams == before, "saving leaves rcParams alone"
    assert len(forms) > 5
    return broken(problems)


# a class each, so that workers may share them (pytest --dist loadscope)


class TestScreen:
    def test_rules(self):
        assert rules_broken("screen") == {}


class TestPrint:
    def test_rules(self):
        assert rules_broken("print") == {}


class TestSlide:
    def test_rules(self, tmp_path, monkeypatch):
        """``her2viz figures`` as README gives it: all figures, drawn once, checked as drawn and in the files."""
        problems, figures, forms = {}, {}, set()

        def figure(name, data, size, plain_title, title):
            fig, figures[name], problems[name] = checked(name, size, data)
            return fig

        monkeypatch.setattr(exporting, "figure", figure)
        monkeypatch.setattr(sys, "argv", ["her2viz", "figures", "--processes", "1"])
        monkeypatch.chdir(tmp_path)
        with mpl.rc_context(LOOK), pytest.raises(SystemExit) as stopped:
            cli.main()
        assert stopped.value.code == 0
        assert list(figures) == NAMES
        folder = Path("figures")
        endings = (*FORMATS, "txt")
        assert {path.name for path in folder.iterdir()} == {f"{n}.{e}" for n in NAMES for e in endings} | {"index.html"}
        for name in NAMES:
            files = {ending: (folder / f"{name}.{ending}").read_bytes() for ending in endings}
            form = figures[name].alt.partition(".")[0]
            problems[name][22] = honesty.file_problems(figures[name], files, pdf_words=form not in forms)
            forms.add(form)
        assert broken(problems) == {}


def test_sizes_checked_are_the_sizes():
    assert set(WIDTHS) == set(style.SIZES)


# rows of someone's own

PAIRS = {"site": ["x", "x", "y", "y", "z"], "label": ["Zone X", "Zone X", "Zone Y", "Zone Y", "Zone Z"]}
OWN = {
    "rough": {"frequency_pct": [60, 30, 15, 10, 5], "qualifier": "about"},
    "flat": {"frequency_pct": [40, 20, 10, 8, 2], "sites_overlap": False},
    "printed": {"frequency_pct": [61.5, 30, 0.25, 100, 0], "qualifier": ["at least", None, "about", None, "up to"]},
    "counted": {
        "thing": "side effect",
        "frequency_pct": [60, 30, 15, 10, 5],
        "n": [30, 15, 3, 2, 1],
        "total": [50, 50, 20, 20, 20],
    },
    "pairs": {**PAIRS, "frequency_pct": [60, 30.5, 15, 10, 5], "group": ["before", "after"] * 2 + ["before"]},
}
OF_SITES = ("body-map", "overlap-bounds", "overlap-worlds")
REFUSED = {
    **{(name, "counted"): "these rows are side effects" for name in OF_SITES},
    **{(name, "pairs"): "these rows are of before and after" for name in ("site-icons", *OF_SITES)},
    ("site-icons", "printed"): "Circles are whole people",
    ("overlap-bounds", "printed"): "must be whole numbers",
    ("overlap-worlds", "printed"): "must be whole numbers",
    ("overlap-bounds", "flat"): "no one has more than one site",
    ("overlap-worlds", "flat"): "no one has more than one site",
}
OWN_FIGURES = [entry.name for entry in CATALOGUE if entry.takes_data]


def own(rows):
    """Five sites of people who do not exist; the body map needs names of sites that it knows."""
    return pd.DataFrame(
        {
            "site": ["bone", "lung", "liver", "brain", "skin"],
            "label": ["Zone A", "Zone B", "L4", "Zone D", "Zone E"],
            "qualifier": None,
            "population": "people in a made-up class example",
            "sites_overlap": True,
            "source": ["Made-up numbers for a class"] * 4 + ["More made-up numbers"],
            "note": None,
        }
    ).assign(**OWN[rows])


@pytest.mark.parametrize("rows", OWN)
def test_rules_over_own_rows(rows):
    problems = {}
    for name in OWN_FIGURES:
        for size in style.SIZES if rows == "rough" else ["slide"]:  # which has the least room
            if refused := REFUSED.get((name, rows)):
                with pytest.raises(hv.DataError, match=refused):
                    hv.figure(name, own(rows), size)
                continue
            fig, _, problems[name, size] = checked(name, size, own(rows))
            assert fig.kind == "own"
    assert broken(problems) == {}


# figures broken on purpose


def test_every_rule_is_checked_or_named():
    assert set(honesty.RULES) | set(honesty.ELSEWHERE) == set(range(1, 26))
    assert not set(honesty.RULES) & set(honesty.ELSEWHERE)


def test_every_rule_has_a_broken_figure():
    assert {number for number, *_ in BROKEN} == set(honesty.RULES)


def test_rules_bind_what_they_say():
    kinds = {entry.kind for entry in CATALOGUE}
    assert kinds == {"frequency", "study", "claims"}
    assert all(any(honesty.binds(number, kind) for kind in kinds) for number in honesty.RULES)


def text_of(fig, fragment):
    return next(t for t in drawn.drawn_texts(fig) if fragment in t.get_text())


def swap(fig, old, new):
    text = text_of(fig, old)
    text.set_text(text.get_text().replace(old, new))


def words(**changed):
    """Break a figure by other words."""
    return lambda fig: dataclasses.replace(fig, **{k: change(getattr(fig, k)) for k, change in changed.items()})


def artist(change):
    """Break a figure by changing what is drawn."""

    def broken(fig):
        change(fig)
        return fig

    return broken


def scatter(fig):
    array = drawn.arrays(fig)[0]
    array.set_facecolors(array.get_facecolors()[::-1])


def drop_circle(fig):
    array = drawn.arrays(fig)[0]
    array.set_offsets(array.get_offsets()[1:])


def move(gid, **to):
    """Move the first mark with a gid."""

    def change(fig):
        line = next(line for ax in fig.mpl.axes for line in ax.lines if line.get_gid() == gid)
        line.set(**{f"{axis}data": place for axis, place in to.items()})

    return artist(change)


def join_dots(fig):
    fig.mpl.axes[0].plot([65.1, 55.7], [1, 3], gid="figure")


def narrow_card(fig):
    """A card that the words on it reach over."""
    fig.mpl.axes[0].add_patch(FancyBboxPatch((20, 0), 8, 9, boxstyle="square,pad=0", gid="card", zorder=0))


def share_row(fig):
    first, second = [line for line in fig.mpl.axes[0].lines if line.get_gid() == "figure"][:2]
    first.set_ydata(second.get_ydata())


def denominator(fig):
    fig.data.loc[0, "denominator"] = "stage I-III"


BROKEN = [
    (1, "site-bars", artist(lambda f: [t.set_text("") for t in drawn.drawn_texts(f) if "100 women" in t.get_text()])),
    (1, "site-bars", artist(lambda f: swap(f, "Guide page", "a page"))),
    (2, "site-bars", words(title=lambda t: f"HER2-positive: {t}")),
    (2, "site-icons", artist(lambda f: swap(f, "not specific to HER2-positive disease", "all types"))),
    (3, "site-bars", artist(lambda f: swap(f, "about 10 in 100", "1 in 10"))),
    (3, "site-icons", artist(lambda f: swap(f, "about 10 in 100", "about 100 in 1000"))),
    (4, "site-bars", artist(lambda f: swap(f, "about 70", "70"))),
    (4, "site-icons", artist(lambda f: swap(f, "about 70 in 100", "about 70.0 in 100"))),
    (5, "site-bars", artist(lambda f: drawn.patches(f, "figure")[0].set_width(75))),
    (5, "site-icons", artist(lambda f: drawn.arrays(f)[1].set_facecolors([style.PAPER] * 100))),
    (6, "site-bars", artist(lambda f: f.mpl.axes[0].set_xlim(0, 80))),
    (6, "site-bars", artist(lambda f: drawn.patches(f, "whole")[1].set_width(70))),
    (6, "site-icons", artist(drop_circle)),
    (7, "site-icons", artist(scatter)),
    (7, "site-icons", artist(lambda f: f.mpl.axes[0].set_aspect("auto"))),
    (8, "site-bars", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (8, "site-bars", words(alt=lambda t: t.replace("One person can have more than one site. ", ""))),
    (9, "site-bars", artist(lambda f: drawn.patches(f, "figure")[1].set_x(70))),
    (9, "site-bars", artist(lambda f: f.mpl.axes[0].add_patch(Wedge((50, 1), 1, 0, 90)))),
    (10, "site-bars", words(caption=lambda t: t + " Bone is the most common site.")),
    (11, "site-bars", words(description=lambda t: t.replace("and about 30 do not", ""))),
    (11, "site-icons", words(description=lambda t: t.replace("it may be elsewhere", ""))),
    (13, "site-bars", artist(lambda f: text_of(f, "Rough figures from").set_visible(False))),
    (13, "site-icons", artist(lambda f: text_of(f, "Source:").remove())),
    (13, "site-bars", words(caveat=lambda t: "Source: see text.")),
    (15, "site-bars", words(caption=lambda t: t.replace("women", "victims"))),
    (15, "site-bars", words(caption=lambda t: t.replace("HER2 is a protein found on the cell.", ""))),
    (15, "site-bars", artist(lambda f: drawn.patches(f, "figure")[0].set_facecolor("#cc0000"))),
    (16, "site-bars", artist(lambda f: text_of(f, "Source:").set_color("#aaaaaa"))),
    (16, "site-bars", artist(lambda f: drawn.patches(f, "figure")[0].set_edgecolor("#aaccee"))),
    (17, "site-bars", artist(lambda f: drawn.patches(f, "figure")[0].set_facecolor("#7f8c6f"))),
    (18, "site-bars", artist(lambda f: text_of(f, "Rough figures from").set_fontsize(6))),
    (19, "site-bars", artist(lambda f: text_of(f, "Source:").set_position((0.9, 0.05)))),
    (19, "site-bars", artist(lambda f: text_of(f, "Source:").set_rotation(90))),
    (
        19,
        "site-bars",
        artist(lambda f: text_of(f, "Source:").set_position(text_of(f, "Rough figures f").get_position())),
    ),
    (20, "site-bars", words(alt=lambda t: t + " Bone." * 20)),
    (20, "site-bars", words(alt=lambda t: "site-bars.png")),
    (20, "site-icons", words(alt=lambda t: t.replace("liver about 20, ", ""))),
    (21, "site-bars", words(description=lambda t: t.replace("about 20", "about 25"))),
    (21, "site-bars", words(description=lambda t: t.replace("Rough figures from one web page", ""))),
    (
        24,
        "site-bars",
        words(caveat=lambda t: "Epidemiological approximations necessitate considerable circumspection."),
    ),
    (1, "body-map", artist(lambda f: [t.set_text("") for t in drawn.drawn_texts(f) if "100 women" in t.get_text()])),
    (1, "percent-of-whom", artist(lambda f: [t.set_text("") for t in f.mpl.axes[1].texts if "stage" in t.get_text()])),
    (2, "overlap-bounds", artist(lambda f: swap(f, "Not specific to HER2-positive disease", "in short"))),
    (3, "percent-of-whom", artist(lambda f: swap(f, "see it spread", "that is 1 in 4"))),
    (4, "overlap-bounds", artist(lambda f: swap(f, "0 to about 10", "0 to 10"))),
    (4, "overlap-worlds", artist(lambda f: swap(f, "about 30", "30"))),
    (5, "body-map", artist(lambda f: drawn.patches(f, "figure")[0].set_width(9))),
    (5, "overlap-bounds", artist(lambda f: drawn.patches(f, "range")[2].set_x(30))),
    (5, "overlap-worlds", artist(lambda f: drawn.patches(f, "world")[0].set_width(0.1))),
    (5, "overlap-worlds", artist(lambda f: swap(f, "two or more: 60", "two or more"))),
    (6, "body-map", artist(lambda f: drawn.patches(f, "whole")[0].set_linewidth(0))),
    (6, "overlap-bounds", artist(lambda f: drawn.patches(f, "range")[0].set_width(60))),
    (6, "overlap-worlds", artist(lambda f: drawn.patches(f, "whole")[0].set_linewidth(0))),
    (6, "overlap-worlds", move("bracket", x=[2, 2, 2, 2])),
    (8, "overlap-worlds", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (13, "body-map", words(caveat=lambda t: t.replace("one web page", "two web pages"))),
    (17, "body-map", artist(lambda f: drawn.patches(f, "body")[0].set_edgecolor("#004c99"))),
    (21, "overlap-bounds", words(description=lambda t: t.replace("10 to 60", "47 to 60"))),
    (10, "symptoms", artist(lambda f: swap(f, "not people", "so true"))),
    (10, "symptoms-brain", artist(lambda f: swap(f, "Dots: pages, not people.", ""))),
    (10, "symptoms", artist(lambda f: drawn.patches(f, "empty pip")[0].set_facecolor(style.FILL))),
    (10, "symptoms-liver", artist(lambda f: drawn.patches(f, "pip")[0].remove())),
    (16, "symptoms", artist(lambda f: drawn.patches(f, "empty pip")[0].set_edgecolor("#cccccc"))),
    (16, "source-sites", artist(lambda f: text_of(f, "Peritoneum").set_color(style.OUTLINE))),
    (17, "symptoms-lung", artist(lambda f: drawn.patches(f, "pip")[0].set_facecolor("#7f8c6f"))),
    (19, "symptoms", artist(lambda f: drawn.patches(f, "card")[-1].set_width(1.7))),
    (
        19,
        "source-sites",
        artist(lambda f: text_of(f, "Peritoneum").set_text("Peritoneum (belly lining) and more words")),
    ),
    # study figures
    (1, "published-sites", artist(lambda f: swap(f, "Martin 2017", "Another study"))),
    (1, "published-sites-bone", words(caption=lambda t: t.replace("Gong et al. 2018", "a study"))),
    (3, "published-sites-lung", words(alt=lambda t: t + " One in 3.")),
    (3, "published-sites-lung", words(alt=lambda t: t.replace("of 100 people", "per 1,000"))),
    (4, "published-sites-liver", artist(lambda f: swap(f, "33.0", "33"))),
    (4, "her2-share", artist(lambda f: [swap(f, "about 20", "20") for _ in range(2)])),
    (4, "published-sites", artist(lambda f: swap(f, "about 70", "70"))),
    (5, "published-sites-bone", move("figure", x=[60.0])),
    (5, "published-sites", artist(lambda f: swap(f, "54.2", "55.2"))),
    (5, "two-denominators", artist(lambda f: drawn.patches(f, "figure")[0].set_width(6))),
    (5, "two-denominators", artist(lambda f: drawn.patches(f, "slice")[0].set_width(6))),
    (5, "frequency-tree", artist(lambda f: [swap(f, "about 36", "about 37") for _ in range(2)])),
    (5, "frequency-tree", artist(lambda f: drawn.arrays(f)[1].set_offsets(drawn.arrays(f)[1].get_offsets()[1:]))),
    (5, "more-than-one-site", artist(lambda f: drawn.patches(f, "range")[0].set_x(0.9))),
    (6, "published-sites-bone", artist(lambda f: f.mpl.axes[0].set_xlim(40, 80))),
    (6, "two-denominators", artist(lambda f: drawn.patches(f, "whole")[1].set_width(50))),
    (6, "frequency-tree", artist(drop_circle)),
    (6, "distant-by-year", artist(drop_circle)),
    (7, "frequency-tree", artist(scatter)),
    (8, "published-sites", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (9, "two-denominators", artist(lambda f: drawn.patches(f, "figure")[1].set_x(10))),
    (9, "two-denominators", artist(lambda f: drawn.patches(f, "slice")[0].set_x(3.6))),
    (12, "published-sites", artist(lambda f: swap(f, "any time", "overall"))),
    (12, "published-sites-bone", artist(lambda f: swap(f, "at first diagnosis", "early"))),
    (12, "published-sites-bone", artist(join_dots)),
    (12, "published-sites-bone", artist(denominator)),
    (12, "published-sites-bone", words(alt=lambda t: t + " On average 60.")),
    (12, "published-sites-bone", artist(share_row)),
    (12, "published-sites-bone", move("interval", x=[40.0, 60.0])),
    (12, "published-sites-bone", artist(lambda f: swap(f, "95% interval", "range"))),
    (12, "first-and-any-time", artist(lambda f: swap(f, "first site only", "first"))),
    (12, "first-and-any-time", artist(denominator)),
    (12, "distant-by-year", artist(lambda f: swap(f, "by year 8", "later"))),
    (12, "two-denominators", artist(lambda f: swap(f, "derived by us", "counted"))),
    (12, "two-denominators", words(caption=lambda t: t.replace("derived by us", "counted"))),
    (13, "more-than-one-site", artist(lambda f: swap(f, "Sources: above.", ""))),
    (13, "published-sites", artist(lambda f: swap(f, "Sources: above.", ""))),
    (17, "published-sites-bone", artist(lambda f: f.mpl.axes[0].lines[-1].set_markerfacecolor("#004c99"))),
    (19, "published-sites", artist(lambda f: text_of(f, "Gong 2018").set_position((-500, 0)))),
    (21, "published-sites-bone", words(description=lambda t: t.replace("54.2 in 100", "54 in 100"))),
    # figures of claims
    (2, "source-sites", words(title=lambda t: f"{t}, for all types")),
    (10, "source-sites", words(description=lambda t: t.replace("\u201cmost", "most"))),
    (13, "subtype-claims", artist(lambda f: text_of(f, "not medical advice").remove())),
    (13, "disagreements", artist(lambda f: swap(f, "all but Cleveland Clinic", "all"))),
    (15, "subtype-claims", words(caption=lambda t: t.split("HER2 is")[0])),
    (19, "two-denominators", artist(narrow_card)),
    (2, "spread-steps", artist(lambda f: swap(f, "Dashed: none does.", "All types."))),
    (13, "drug-targets", artist(lambda f: swap(f, "Unsigned sources: Insights page,", "Unsigned sources:"))),
    (15, "spread-steps", artist(lambda f: drawn.patches(f, "cell")[0].set_facecolor("#cc0000"))),
    (15, "drug-targets", words(caption=lambda t: t.split("HER2 is")[0])),
    (16, "spread-steps", artist(lambda f: drawn.patches(f, "pip open")[0].set_edgecolor("#dddddd"))),
    (16, "drug-targets", artist(lambda f: text_of(f, "lapatinib").set_color(style.OUTLINE))),
    (17, "spread-steps", artist(lambda f: drawn.patches(f, "body")[0].set_edgecolor("#004c99"))),
    (17, "care-timing", artist(lambda f: drawn.patches(f, "span")[0].set_facecolor("#7f8c6f"))),
    (18, "drug-targets", artist(lambda f: text_of(f, "Kadcyla").set_fontsize(8))),
    (19, "drug-targets", artist(lambda f: swap(f, "lapatinib", "lapatinib " * 4))),
    (19, "care-timing", artist(lambda f: swap(f, "Tell them too", "Tell them too " * 9))),
    (20, "care-timing", words(alt=lambda t: t.replace("Timeline", "Picture"))),
    (21, "care-timing", words(description=lambda t: t.replace("two to four", "2 to 5"))),
    (7, "disagreement-early-her2-spread", artist(scatter)),
    (10, "disagreement-closed-list", artist(lambda f: swap(f, "\u201cmost common\u201d", "most common"))),
    (13, "disagreement-when-to-call", artist(lambda f: swap(f, "Cleveland Clinic.", ""))),
    (15, "disagreement-second-site", words(caption=lambda t: t.replace("HER2 is a protein found on the cell.", ""))),
    (16, "disagreement-her2-pace", artist(lambda f: drawn.patches(f, "position")[0].set_linewidth(0))),
    (17, "disagreement-palbociclib", artist(lambda f: drawn.patches(f, "given")[0].set_edgecolor("#004c99"))),
    (
        19,
        "disagreement-bone-pain",
        artist(lambda f: text_of(f, "in one place").set_y(text_of(f, "Where").get_position()[1])),
    ),
    (21, "disagreement-early-her2-spread", words(description=lambda t: t.replace("bout 25", "bout 26"))),
    (16, "subtype-claims", artist(lambda f: text_of(f, "no time span").set_color(style.OUTLINE))),
    (18, "disagreements", artist(lambda f: text_of(f, "therapies?").set_fontsize(8))),
    (19, "disagreements", artist(lambda f: swap(f, "HER2-positive: pace", "HER2-positive: pace " * 3))),
    (8, "what-nobody-says", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (16, "what-nobody-says", artist(lambda f: drawn.patches(f, "empty")[0].set_linewidth(0))),
    (19, "what-nobody-says", artist(lambda f: swap(f, "about 70", "about 70, or some more"))),
    (20, "subtype-claims", words(alt=lambda t: t.replace("Table", "Picture"))),
    (21, "disagreements", words(description=lambda t: t.replace("they clash on 2", "they clash on 7"))),
]


@cache
def whole(name, rows=None):
    """A figure as bytes, from which copies are made to break; this is quicker than drawing again."""
    return pickle.dumps(honesty.read(hv.figure(name, own(rows) if rows else None)))


@cache
def unbroken(name, rows=None):
    return pickle.loads(whole(name, rows))


@cache
def passes(number, name, rows=None):
    return list(honesty.RULES[number](unbroken(name, rows))) == []


@pytest.mark.parametrize(("number", "name", "break_it"), BROKEN, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(BROKEN)])
def test_rule_catches(number, name, break_it):
    assert passes(number, name), "the whole figure must pass first"
    assert list(honesty.RULES[number](break_it(pickle.loads(whole(name))))) != []


OWN_BROKEN = [
    (2, words(title=lambda t: f"{t}: spread")),
    (2, words(caption=lambda t: f"{t} Most have breast cancer.")),
    (4, words(title=lambda t: f"{t}, rough figures")),
    (4, artist(lambda f: swap(f, "at least 61.5", "61.5"))),
    (8, words(caption=lambda t: t.replace("One person can have more than one site", "Note"))),
    (11, words(description=lambda t: t.replace("at most 38.5", "at least 38.5"))),
    (13, words(caveat=lambda t: "Rough figures from one web page, about groups of people.")),
    (13, words(credit=lambda t: t.replace("; More made-up numbers", ""))),
    (21, words(description=lambda t: t.replace("61.5", "62"))),
]


@pytest.mark.parametrize(("number", "break_it"), OWN_BROKEN)
def test_rule_catches_own_rows(number, break_it):
    assert passes(number, "site-bars", "printed"), "the whole figure must pass first"
    assert list(honesty.RULES[number](break_it(pickle.loads(whole("site-bars", "printed"))))) != []


def replaced(old, new):
    return lambda content: content.replace(old, new)


def bare(png):
    """The same picture, with nothing said of it."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).save(out, "png", dpi=(144, 144), pnginfo=PngInfo())
    return out.getvalue()


BROKEN_FILES = [
    ("png", bare),
    ("svg", replaced(b'role="img"', b"")),
    ("svg", lambda content: re.sub(rb"<desc.*?</desc>", b"", content)),
    ("svg", replaced(b"</svg>", b"<title>Another</title></svg>")),
    ("svg", replaced(b"Rough figures from", b"Exact figures from")),
    ("svg", replaced(b"</svg>", b"<script/></svg>")),
    ("svg", replaced(b"</svg>", b'<g onclick="alert(1)"/></svg>')),
    ("svg", replaced(b"</svg>", b'<use href="https://example.org/#a"/></svg>')),
    ("svg", replaced(b"about 70 in 100", b"about 7\xc3\x98 in 100")),
    ("svg", replaced(b"font-weight:700;", b"font-weight:400;")),
    ("svg", lambda content: re.sub(rb"@font-face[^}]*}", b"", content)),
    ("svg", replaced(b'width="576pt"', b'width="570pt"')),
    ("pdf", replaced(b"/Author", b"/Editor")),
    ("pdf", replaced(b"/Keywords", b"/Catchword")),
    ("pdf", replaced(b"/FontFile2", b"/FontFile9")),
    ("txt", replaced(b"Caveat: ", b"Caution: ")),
    ("txt", replaced(b"about 70", b"about 75")),
]


@cache
def saved():
    fig = hv.figure("site-bars")
    return honesty.read(fig), {form: fig.to_bytes(form) for form in FORMATS} | {"txt": fig.words_text()}


def test_file_rules_pass_first():
    assert honesty.file_problems(*saved()) == []


@pytest.mark.parametrize(("ending", "break_it"), BROKEN_FILES)
def test_file_rule_catches(ending, break_it):
    figure, files = saved()
    broken = break_it(files[ending])
    assert broken != files[ending]
    assert honesty.file_problems(figure, {ending: broken}) != []


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "txt"])
def test_file_rule_catches_the_words_of_another_figure(ending):
    figure, files = saved()
    other = dataclasses.replace(figure, description="Something else.", alt="Bar chart. Something else.")
    assert honesty.file_problems(other, {ending: files[ending]}) != []
    if ending != "txt":
        larger = dataclasses.replace(figure, mpl=Figure((16, 9), figure.mpl.dpi))
        assert honesty.file_problems(larger, {ending: files[ending]}) != []


def test_no_general_number_is_called_her2_positive_anywhere(root):
    # the package's own words: code, tables of numbers, readme
    text = " ".join(p.read_text(encoding="utf-8") for p in [root / "README.md", root / "data" / "metastasis_sites.csv"])
    for number in ("70", "30", "10"):
        assert not re.search(rf"{number} (in|of) 100[^.]{{0,40}}HER2-positive", text)
