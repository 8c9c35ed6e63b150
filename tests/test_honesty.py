"""Every rule of honest figures over every figure and size, and a figure broken on purpose for each rule."""

import dataclasses
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from matplotlib.patches import Wedge

sys.path.insert(0, str(Path(__file__).parent))
import honesty

import her2viz as hv
from her2viz import style

NAMES = hv.figures()["name"].tolist()
SIZES = list(style.SIZES)


@pytest.fixture(scope="module")
def drawn() -> Callable[[str, str], hv.TeachingFigure]:
    """Draw each figure of each size once."""
    made: dict[tuple[str, str], hv.TeachingFigure] = {}

    def draw(name: str, size: str) -> hv.TeachingFigure:
        if (name, size) not in made:
            made[name, size] = hv.figure(name, size=size)
        return made[name, size]

    return draw


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", honesty.RULES)
def test_rule(number, name, size, drawn):
    fig = drawn(name, size)
    if not honesty.binds(number, fig.kind):
        pytest.skip(f"rule {number} does not bind {fig.kind} figures")
    assert list(honesty.RULES[number](fig)) == []


def test_every_rule_is_checked_or_named():
    assert set(honesty.RULES) | set(honesty.ELSEWHERE) == set(range(1, 26))
    assert not set(honesty.RULES) & set(honesty.ELSEWHERE)


def test_every_rule_has_a_broken_figure():
    assert {number for number, *_ in BROKEN} == set(honesty.RULES) - UNBROKEN


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


#: Rules of study figures, until the first one is drawn.
UNBROKEN = {12}

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
]


@pytest.mark.parametrize(("number", "name", "break_it"), BROKEN, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(BROKEN)])
def test_rule_catches(number, name, break_it):
    assert list(honesty.RULES[number](hv.figure(name))) == [], "the whole figure must pass first"
    assert list(honesty.RULES[number](break_it(hv.figure(name)))) != []


def test_no_general_number_is_called_her2_positive_anywhere(root):
    # the package's own words: code, tables of numbers, readme
    text = " ".join(p.read_text(encoding="utf-8") for p in [root / "README.md", root / "data" / "metastasis_sites.csv"])
    for number in ("70", "30", "10"):
        assert not re.search(rf"{number} (in|of) 100[^.]{{0,40}}HER2-positive", text)
