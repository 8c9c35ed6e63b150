"""Our colours and look for charts of one's own."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
import seaborn as sns

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
