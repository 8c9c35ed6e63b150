"""Charts that students draw, in ten ways that are right and ten that are not, each with the hint that fits."""

import matplotlib.pyplot as plt
import pytest
import seaborn as sns
from matplotlib.figure import Figure

import her2viz as hv
from her2viz.course.asked import CHART, Chart, Exercise
from her2viz.course.marking import mark

SITES = hv.load_sites().dropna(subset="frequency_pct").astype({"label": str, "frequency_pct": float})
NAMES, VALUES = SITES["label"].tolist(), SITES["frequency_pct"].tolist()
WHOM = "Of 100 women with advanced breast cancer"
CHART_ASKED = Chart(
    dict(zip(NAMES, VALUES, strict=True)), ("women", "advanced breast cancer"), about=True, empty=("Skin",)
)
EXERCISE = Exercise("a-lesson-1", CHART, lambda: CHART_ASKED, "All of it can be read.", "Draw it.")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def labelled(ax, *, upright=False, names=NAMES, values=VALUES, word="about "):
    """Write the hedged number at each mark, the group above, and let the axis run over the whole."""
    for place, value in enumerate(values):
        ax.text(*((place, value) if upright else (value, place)), f"{word}{value:g}")
    ax.set_title(WHOM)
    ax.set(ylim=(0, 100)) if upright else ax.set(xlim=(0, 100))
    return ax


def barh(names=NAMES, values=VALUES, **how):
    _, ax = plt.subplots()
    ax.barh(names, values, **how)
    return ax


def test_a_chart_whose_figure_was_cleared_is_asked_for_again():
    ax = barh()
    ax.remove()
    with pytest.raises(hv.UsageError, match="no longer has: draw it again"):
        mark(EXERCISE, ax)


def upright_bars():
    _, ax = plt.subplots()
    bars = ax.bar(NAMES, VALUES)
    ax.bar_label(bars, fmt="about %g")
    ax.set(ylim=(0, 100), ylabel=WHOM)
    return ax


def hedged_ticks():
    ax = labelled(barh(), word="")
    ax.set_xticks([0, 50, 100])
    for text, value in zip(ax.texts, VALUES, strict=True):
        text.set_text(f"~{value:g}")
    return ax


def pandas_plot():
    ax = SITES.plot.barh(x="label", y="frequency_pct", xlim=(0, 100), xlabel=WHOM, legend=False)
    ax.bar_label(ax.containers[0], labels=[f"roughly {value:g}" for value in VALUES])
    return ax


def dots_of_pandas():
    _, ax = plt.subplots()
    ax.plot(VALUES, NAMES, "o")
    return labelled(ax)


def lollipops():
    _, ax = plt.subplots()
    ax.hlines(NAMES, 0, VALUES)
    ax.scatter(VALUES, NAMES)
    return labelled(ax)


def numbered_places():
    _, ax = plt.subplots()
    ax.barh(range(4), VALUES, tick_label=NAMES)
    return labelled(ax)


RIGHT = {
    "horizontal bars": lambda: labelled(barh()),
    "upright bars": upright_bars,
    "seaborn bars": lambda: labelled(sns.barplot(SITES, x="frequency_pct", y="label", errorbar=None)),
    "seaborn bars of colours": lambda: labelled(
        sns.barplot(SITES, x="label", y="frequency_pct", hue="label", legend=False), upright=True
    ),
    "seaborn points": lambda: labelled(sns.pointplot(SITES, x="frequency_pct", y="label", linestyle="none")),
    "seaborn strip": lambda: labelled(sns.stripplot(SITES, x="label", y="frequency_pct"), upright=True),
    "pandas": pandas_plot,
    "lollipops": lollipops,
    "dots by plot": dots_of_pandas,
    "places with names": numbered_places,
    "a figure": lambda: labelled(barh()).figure,
    "wavy hedge": hedged_ticks,
}


@pytest.mark.parametrize("draw", RIGHT.values(), ids=RIGHT)
def test_right_however_it_is_drawn(draw):
    feedback = mark(EXERCISE, draw())
    assert feedback.right is True, feedback.text
    assert feedback.text == "Right. All of it can be read."


def cut_axis():
    ax = labelled(barh())
    ax.set_xlim(0, 74)
    return ax


def turned_axis():
    ax = labelled(barh())
    ax.invert_xaxis()
    return ax


def without_group():
    ax = labelled(barh())
    ax.set_title("Spread in advanced breast cancer")
    return ax


WRONG = {
    "empty": (lambda: plt.subplots()[1], "No bar and no point"),
    "no names": (lambda: labelled(barh(["a", "b", "c", "d"])), "stand along neither axis"),
    "a row left out": (lambda: labelled(barh(NAMES[:3], VALUES[:3]), values=VALUES[:3]), "Only 3 of 4 names"),
    "empty cell as 0": (lambda: labelled(barh([*NAMES, "Skin"], [*VALUES, 0])), "Skin has no figure"),
    "one more": (lambda: labelled(barh([*NAMES, "Chest"], [*VALUES, 5])), "a mark at Chest"),
    "fractions": (lambda: labelled(barh(values=[v / 100 for v in VALUES])), "fractions of 1"),
    "sorted alone": (lambda: labelled(barh(values=sorted(VALUES))), "do not stand at their names"),
    "a number": (lambda: labelled(barh(values=[70, 30, 25, 10])), "At Liver stands 25"),
    "started at 5": (lambda: labelled(barh(values=[v - 5 for v in VALUES], left=5)), "starts elsewhere than at 0"),
    "cut axis": (cut_axis, "runs from 0 to 74"),
    "turned axis": (turned_axis, "runs from 100 to 0"),
    "no group": (without_group, "Of whom?"),
    "no hedge": (lambda: labelled(barh(), word=""), "the chart has lost it"),
    "drawn twice": (lambda: labelled(barh([*NAMES, "Bone"], [*VALUES, 70])), "Bone has more than one mark"),
}


@pytest.mark.parametrize(("draw", "hint"), WRONG.values(), ids=WRONG)
def test_each_slip_has_its_hint(draw, hint):
    feedback = mark(EXERCISE, draw())
    assert feedback.right is False
    assert hint in feedback.text


def test_one_hedge_for_all_is_too_few():
    ax = labelled(barh(), word="")
    ax.set_xlabel("about how many")
    assert "the chart does so for 1 of 4" in mark(EXERCISE, ax).text


def test_two_axes_no_axes_and_figures_of_ours():
    _, both = plt.subplots(1, 2)
    for given, got in [
        (None, "got an empty answer"),
        (VALUES, "of type list"),
        (SITES, "got a DataFrame of 4 rows"),
        (both, "got 2 Axes"),
        (Figure(), "of type Figure"),
        (hv.figure("site-bars"), "got 'site-bars' of the catalogue"),
    ]:
        with pytest.raises(hv.UsageError, match=r"a-lesson-1 asks for") as refused:
            mark(EXERCISE, given)
        assert got in str(refused.value)
