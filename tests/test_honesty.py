"""Every rule of honest figures over every figure and size, and a figure broken on purpose for each rule."""

import dataclasses
import re

import honesty
import pandas as pd
import pytest
from matplotlib.patches import Wedge

import her2viz as hv
from her2viz import style
from her2viz.catalogue.registry import CATALOGUE

NAMES = hv.figures()["name"].tolist()
SIZES = list(style.SIZES)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_rules(name, size):
    fig = hv.figure(name, size=size)
    problems = {
        n: found for n, rule in honesty.RULES.items() if honesty.binds(n, fig.kind) and (found := list(rule(fig)))
    }
    assert problems == {}, f"{name} at size {size} breaks these rules of HONEST_FIGURES"


OWN = {
    "rough": {"frequency_pct": [60, 30, 15, 10, 5], "qualifier": "about"},
    "flat": {"frequency_pct": [40, 20, 10, 8, 2], "sites_overlap": False},
    "printed": {"frequency_pct": [61.5, 30, 0.25, 100, 0], "qualifier": ["at least", None, "about", None, "up to"]},
}


def own(change):
    """Five sites of people who do not exist; the body map needs names of sites that it knows."""
    rows = pd.DataFrame(
        {
            "site": ["bone", "lung", "liver", "brain", "skin"],
            "label": ["Zone A", "Zone B", "L4", "Zone D", "Zone E"],
            "qualifier": None,
            "population": "people in a made-up class example",
            "sites_overlap": True,
            "source": ["Made-up numbers for a class"] * 4 + ["More made-up numbers"],
            "note": None,
        }
    )
    return rows.assign(**change)


OWN_FIGURES = [one.name for one in CATALOGUE if one.takes_data]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rows", OWN)
@pytest.mark.parametrize("name", OWN_FIGURES)
def test_rules_over_own_rows(name, rows, size):
    if refused := REFUSED.get((name, rows)):
        with pytest.raises(hv.DataError, match=refused):
            hv.figure(name, own(OWN[rows]), size)
        return
    fig = hv.figure(name, own(OWN[rows]), size)
    assert fig.kind == "own"
    problems = {
        n: found for n, rule in honesty.RULES.items() if honesty.binds(n, fig.kind) and (found := list(rule(fig)))
    }
    assert problems == {}, f"{name} of own rows at size {size} breaks these rules of HONEST_FIGURES"


REFUSED = {
    ("site-icons", "printed"): "Circles are whole people",
    ("overlap-bounds", "printed"): "must be whole numbers",
    ("overlap-bounds-worlds", "printed"): "must be whole numbers",
    ("overlap-bounds", "flat"): "no one has more than one site",
    ("overlap-bounds-worlds", "flat"): "no one has more than one site",
}


@pytest.mark.parametrize("kind", ["frequency", "study", "claims"])
def test_rules_bind_what_they_say(kind):
    assert [n for n in honesty.RULES if honesty.binds(n, kind)]
    assert kind in set(hv.figures()["kind"])


def test_every_rule_is_checked_or_named():
    assert set(honesty.RULES) | set(honesty.ELSEWHERE) == set(range(1, 26))
    assert not set(honesty.RULES) & set(honesty.ELSEWHERE)


def test_every_rule_has_a_broken_figure():
    assert {number for number, *_ in BROKEN} == set(honesty.RULES)


def text_of(fig, fragment):
    return next(t for t in honesty.drawn_texts(fig) if fragment in t.get_text())


def swap(fig, old, new):
    text = text_of(fig, old)
    text.set_text(text.get_text().replace(old, new))


def words(**changed):
    """Break a figure by other words."""
    return lambda fig: dataclasses.replace(
        fig, words=fig.words._replace(**{k: v(getattr(fig.words, k)) for k, v in changed.items()})
    )


def artist(change):
    """Break a figure by changing what is drawn."""

    def broken(fig):
        change(fig)
        return fig

    return broken


def scatter(fig):
    array = honesty.arrays(fig)[0]
    array.set_facecolors(array.get_facecolors()[::-1])


def drop_circle(fig):
    array = honesty.arrays(fig)[0]
    array.set_offsets(array.get_offsets()[1:])


def move(gid, **to):
    """Move the first mark with a gid."""

    def change(fig):
        line = next(line for ax in fig.mpl.axes for line in ax.lines if line.get_gid() == gid)
        line.set(**{f"{axis}data": place for axis, place in to.items()})

    return artist(change)


def join_dots(fig):
    fig.mpl.axes[0].plot([65.1, 55.7], [1, 3], gid="figure")


def denominator(fig):
    fig.data.loc[0, "denominator"] = "stage I-III"


BROKEN = [
    (1, "site-bars", artist(lambda f: [t.set_text("") for t in honesty.drawn_texts(f) if "100 women" in t.get_text()])),
    (1, "site-bars", artist(lambda f: swap(f, "Guide page", "a page"))),
    (2, "site-bars", words(title=lambda t: t.replace("breast", "HER2-positive breast"))),
    (2, "site-icons", artist(lambda f: swap(f, "not specific to HER2-positive disease", "all types"))),
    (3, "site-bars", artist(lambda f: swap(f, "about 10 in 100", "1 in 10"))),
    (3, "site-icons", artist(lambda f: swap(f, "about 10 in 100", "about 100 in 1000"))),
    (4, "site-bars", artist(lambda f: swap(f, "about 70", "70"))),
    (4, "site-icons", artist(lambda f: swap(f, "about 70", "about 70.0"))),
    (5, "site-bars", artist(lambda f: honesty.patches(f, "figure")[0].set_width(75))),
    (5, "site-icons", artist(lambda f: swap(f, "about 30", "about 35"))),
    (6, "site-bars", artist(lambda f: f.mpl.axes[0].set_xlim(0, 80))),
    (6, "site-bars", artist(lambda f: honesty.patches(f, "whole")[1].set_width(70))),
    (6, "site-icons", artist(drop_circle)),
    (7, "site-icons", artist(scatter)),
    (7, "site-icons", artist(lambda f: f.mpl.axes[0].set_aspect("auto"))),
    (8, "site-bars", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (8, "site-bars", words(alt=lambda t: t.replace("One person can have more than one site. ", ""))),
    (9, "site-bars", artist(lambda f: honesty.patches(f, "figure")[1].set_x(70))),
    (9, "site-bars", artist(lambda f: f.mpl.axes[0].add_patch(Wedge((50, 1), 1, 0, 90)))),
    (10, "site-bars", words(caption=lambda t: t + " Bone is the most common site.")),
    (11, "site-bars", words(description=lambda t: t.replace("and about 30 do not", ""))),
    (11, "site-icons", words(description=lambda t: t.replace("it may be elsewhere", ""))),
    (13, "site-bars", artist(lambda f: text_of(f, "Rough figures from").set_visible(False))),
    (13, "site-icons", artist(lambda f: text_of(f, "Source:").remove())),
    (13, "site-bars", words(caveat=lambda t: "Source: see text.")),
    (15, "site-bars", words(caption=lambda t: t.replace("women", "victims"))),
    (15, "site-bars", words(caption=lambda t: t.replace("HER2 is a protein found on the cell.", ""))),
    (15, "site-bars", artist(lambda f: honesty.patches(f, "figure")[0].set_facecolor("#cc0000"))),
    (16, "site-bars", artist(lambda f: text_of(f, "Source:").set_color("#aaaaaa"))),
    (16, "site-bars", artist(lambda f: honesty.patches(f, "figure")[0].set_facecolor("#aaccee"))),
    (17, "site-bars", artist(lambda f: honesty.patches(f, "figure")[0].set_facecolor("#7f8c6f"))),
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
    (1, "body-map", artist(lambda f: [t.set_text("") for t in honesty.drawn_texts(f) if "100 women" in t.get_text()])),
    (1, "percent-of-whom", artist(lambda f: [t.set_text("") for t in f.mpl.axes[1].texts if "stage" in t.get_text()])),
    (2, "overlap-bounds", artist(lambda f: swap(f, "not specific to HER2-positive disease", "in short"))),
    (3, "percent-of-whom", artist(lambda f: swap(f, "see it spread", "that is 1 in 4"))),
    (4, "overlap-bounds", artist(lambda f: swap(f, "10 to 60", "30 to 60"))),
    (5, "body-map", artist(lambda f: honesty.patches(f, "figure")[0].set_width(9))),
    (5, "overlap-bounds", artist(lambda f: honesty.patches(f, "range")[2].set_x(30))),
    (5, "overlap-bounds-worlds", artist(drop_circle)),
    (6, "body-map", artist(lambda f: honesty.patches(f, "whole")[0].set_linewidth(0))),
    (6, "overlap-bounds", artist(lambda f: honesty.patches(f, "range")[0].set_width(60))),
    (6, "overlap-bounds-worlds", artist(drop_circle)),
    (8, "overlap-bounds-worlds", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (13, "body-map", words(caveat=lambda t: t.replace("one web page", "two web pages"))),
    (17, "body-map", artist(lambda f: honesty.patches(f, "body")[0].set_edgecolor("#004c99"))),
    (21, "overlap-bounds", words(description=lambda t: t.replace("10 to 60", "47 to 60"))),
    (10, "symptom-matrix", artist(lambda f: swap(f, "A count of pages is not a count of people.", ""))),
    (16, "source-sites", artist(lambda f: honesty.patches(f, "filled")[0].set_facecolor(style.PAPER))),
    (19, "source-sites", artist(lambda f: honesty.patches(f, "open")[0].set_center((0, -50)))),
    # study figures
    (1, "published-sites-bone", words(caption=lambda t: t.replace("Gong et al. 2018", "a study"))),
    (3, "published-sites-lung", words(alt=lambda t: t + " One in 3.")),
    (3, "published-sites-lung", words(alt=lambda t: t.replace("of 100 people", "per 1,000"))),
    (4, "published-sites-liver", artist(lambda f: swap(f, "33.0", "33"))),
    (4, "published-sites-bone", artist(lambda f: swap(f, "about 70", "70"))),
    (4, "frequency-trees", artist(lambda f: swap(f, "about 25", "25"))),
    (5, "published-sites-bone", move("figure", x=[60.0])),
    (5, "published-sites", artist(lambda f: swap(f, "54.2", "55.2"))),
    (5, "two-denominators", artist(lambda f: honesty.patches(f, "figure")[0].set_width(6))),
    (5, "frequency-trees", artist(lambda f: swap(f, "12,740", "12,750"))),
    (6, "published-sites-bone", artist(lambda f: f.mpl.axes[0].set_xlim(40, 80))),
    (6, "two-denominators", artist(lambda f: honesty.patches(f, "whole")[0].set_width(50))),
    (8, "published-sites", artist(lambda f: swap(f, "One person can have more than one site", "Note"))),
    (9, "two-denominators", artist(lambda f: honesty.patches(f, "figure")[1].set_x(10))),
    (12, "published-sites", artist(lambda f: swap(f, "any time", "overall"))),
    (12, "published-sites-bone", artist(lambda f: swap(f, "at first diagnosis", "early"))),
    (12, "published-sites-bone", artist(join_dots)),
    (12, "published-sites-bone", artist(denominator)),
    (12, "published-sites-bone", words(alt=lambda t: t + " On average 60.")),
    (12, "published-sites-bone", move("figure", y=[2.6])),
    (12, "published-sites-bone", move("interval", x=[40.0, 60.0])),
    (12, "published-sites-bone", artist(lambda f: swap(f, "95% interval", "range"))),
    (12, "two-denominators", artist(lambda f: [swap(f, "derived by us", "counted") for _ in range(2)])),
    (12, "two-denominators", words(caption=lambda t: t.replace("derived by us", "counted"))),
    (13, "frequency-trees", artist(lambda f: swap(f, "Cleveland Clinic;", ""))),
    (17, "published-sites-bone", artist(lambda f: f.mpl.axes[0].lines[-1].set_markerfacecolor("#7f8c6f"))),
    (19, "published-sites", artist(lambda f: text_of(f, "Gong et al.").set_position((0, 0)))),
    (21, "published-sites-bone", words(description=lambda t: t.replace("54.2 in 100", "54 in 100"))),
    (2, "spread-steps", words(title=lambda t: t.replace("metastasis", "HER2-positive disease"))),
    (10, "disagreement-leading-site", artist(lambda f: swap(f, "\u201cmost", "most"))),
    (13, "care-timing", artist(lambda f: text_of(f, "not medical advice").remove())),
    (13, "disagreement-second-site", artist(lambda f: swap(f, "Guide page.", "another page."))),
    (15, "spread-steps", words(caption=lambda t: t.split("Metastatic")[0])),
    (16, "care-timing", artist(lambda f: text_of(f, "Insights page, about").set_color("#8c8c8c"))),
    (16, "spread-steps", artist(lambda f: honesty.patches(f, "arrow")[0].set_color("#dddddd"))),
    (18, "disagreement-second-site", artist(lambda f: text_of(f, "Names the liver").set_fontsize(8))),
    (19, "care-timing", artist(lambda f: text_of(f, "Tell your care team").set_x(5))),
    (19, "disagreement-second-site", artist(lambda f: honesty.patches(f, "card")[0].set_height(0.1))),
    (20, "spread-steps", words(alt=lambda t: t.replace("Flow diagram", "Picture"))),
    (21, "care-timing", words(description=lambda t: t.replace("3 to 6", "3 to 9"))),
]


@pytest.mark.parametrize(("number", "name", "break_it"), BROKEN, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(BROKEN)])
def test_rule_catches(number, name, break_it):
    assert list(honesty.RULES[number](hv.figure(name))) == [], "the whole figure must pass first"
    assert list(honesty.RULES[number](break_it(hv.figure(name)))) != []


OWN_BROKEN = [
    (2, words(title=lambda t: t.replace("Sites", "Sites of spread"))),
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
    rows = own(OWN["printed"])
    assert list(honesty.RULES[number](hv.figure("site-bars", rows))) == [], "the whole figure must pass first"
    assert list(honesty.RULES[number](break_it(hv.figure("site-bars", rows)))) != []


def test_no_general_number_is_called_her2_positive_anywhere(root):
    # the package's own words: code, tables of numbers, readme
    text = " ".join(p.read_text(encoding="utf-8") for p in [root / "README.md", root / "data" / "metastasis_sites.csv"])
    for number in ("70", "30", "10"):
        assert not re.search(rf"{number} (in|of) 100[^.]{{0,40}}HER2-positive", text)
