"""The look of every figure, measured: a large panel, few words, large type, blue for data alone, nothing cut off."""

import dataclasses
import pickle

import pytest
from matplotlib.patches import Circle

import figures
import measure_figures
from her2viz import style
from her2viz.catalogue.registry import entry
from her2viz.page.layout import compose

#: Today's words are too many: to be taken off one by one as figures get shorter words. Nothing is to be added.
EXCEPTIONS = {}


def past(name, size):
    fig = figures.figure(name, size)
    return measure_figures.problems(measure_figures.measured(fig), fig.kind)


def test_slides():
    found = {name: past(name, "slide") for name in figures.NAMES}
    assert {name: wrong for name, wrong in found.items() if wrong} == EXCEPTIONS


@pytest.mark.parametrize("size", ["screen", "print"])
def test_free_pages(size):
    found = {name: past(name, size) for name in figures.NAMES}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


# each rule fails for a figure broken on purpose


def reworded(**words):
    """The page composed anew with other words."""

    def broken(fig):
        page = style.size(fig.size)
        with style.catalogue_style(page):
            panels = entry(fig.name).panels(fig.data)
            return dataclasses.replace(fig, mpl=compose(page, dataclasses.replace(fig.words, **words), panels))

    return broken


def changed(change):
    """A copy of the picture with something changed."""

    def broken(fig):
        picture = pickle.loads(pickle.dumps(fig.mpl))
        change(picture)
        return dataclasses.replace(fig, mpl=picture)

    return broken


LONG = "Some words that go on and on " * 9
BROKEN = [
    ("panel", reworded(caveat=LONG * 2)),
    ("head", reworded(title=LONG[:90])),
    ("foot", reworded(note=LONG[:200])),
    ("words", reworded(aside=LONG[:250])),
    ("type", changed(lambda f: f.texts[-1].set_fontsize(19.5))),
    ("blue", changed(lambda f: f.texts[1].set_color(style.FILL))),
    ("blue", changed(lambda f: f.artists[0].set_color(style.TINT))),
    ("overlaps", changed(lambda f: f.axes[0].texts[0].set_text("about 70 in 100\n" * 4))),
    ("overlaps", changed(lambda f: f.texts[1].set_position(f.texts[0].get_position()))),
    ("clipped", changed(lambda f: f.texts[0].set_x(0.9))),
    ("clipped", changed(lambda f: f.axes[0].add_patch(Circle((0, 2), 1)))),
    ("clipped", changed(lambda f: f.axes[0].plot([100], [2], "o"))),
]


@pytest.mark.parametrize(("rule", "break_it"), BROKEN, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(BROKEN)])
def test_rule_catches(rule, break_it):
    fig = figures.figure("site-bars", "slide")
    found = measure_figures.problems(measure_figures.measured(break_it(fig)), fig.kind)
    assert rule in found
    assert rule not in past("site-bars", "slide"), "the whole figure must pass"
