"""Our colours and look for charts of one's own."""

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
import seaborn as sns
from matplotlib.font_manager import findfont, get_font

import her2viz as hv
from her2viz import style


def test_palette_is_legible_on_its_paper():
    colours = hv.palette()
    paper = colours.pop("paper")
    least = {"data": 4.5, "outline": 3, "text": 4.5, "muted": 4.5}
    assert {role: style.contrast(colour, paper) >= least[role] for role, colour in colours.items()} == dict.fromkeys(
        least, True
    )


def test_theme_works_with_matplotlib_and_seaborn():
    with plt.rc_context(hv.theme()):
        _, ax = plt.subplots()
        (bar,) = ax.barh(["Bone"], [70])
        assert mpl.colors.to_hex(bar.get_facecolor()) == hv.palette()["data"]
    with plt.rc_context():
        sns.set_theme(rc=hv.theme())
        assert mpl.rcParams["text.color"] == hv.palette()["text"]


@pytest.mark.parametrize("paper", ["white", "black", "#eaeaf2", "#777777"])
def test_colours_for_any_ground(paper):
    look = style.look_on(paper, "#888888")
    assert min(style.contrast(c, paper) for c in (look.ink, look.muted, look.accent)) >= 4.5
    assert style.contrast(look.outline, paper) >= 3


def test_pale_colours_are_grounds():
    """A pale mark has an edge or end marks of FILL (rule 16), and words can stand on it."""
    assert (style.LIGHT.rough, style.LIGHT.track, style.LIGHT.rule) == (style.ROUGH, style.TRACK, style.RULE)
    for look in (style.LIGHT, style.DARK):
        for pale in (look.rough, look.track, look.card):
            assert style.contrast(look.ink, pale) >= 4.5
            assert style.contrast(look.accent, pale) >= 4.5
        assert style.contrast(look.outline, look.rough) >= 2
        assert style.contrast(look.outline, look.track) >= 3


def test_theme_letters_a_chart_in_our_typeface():
    with plt.rc_context(hv.theme()):
        _, ax = plt.subplots()
        fonts = {get_font(findfont(ax.text(0, 0, "a", weight=w).get_fontproperties())).fname for w in (400, "bold")}
    assert {Path(str(font)).name for font in fonts} == {"SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"}


def test_a_theme_kept_for_later_warns_of_nothing(caplog):
    """A semibold, which the second family lacks, would."""
    with plt.rc_context(hv.theme()):
        plt.figure().text(0, 0, "bold 9 \u25cb \u2265 \u2212", weight="bold")
        plt.gcf().canvas.draw()
    assert caplog.text == ""
