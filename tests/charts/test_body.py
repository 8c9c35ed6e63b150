"""The outline of a person, its marks, labels and leader lines."""

import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import her2viz as hv
from her2viz import style
from her2viz.charts.frequency.outline import HALF, HEIGHT, PLACES, WIDTH, outline

FIGURES = {"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}


def draw(data=None, size=(9, 5)):
    figure = Figure(figsize=size)
    ax = figure.add_axes((0.02, 0.1, 0.96, 0.86))
    hv.body_map(data, ax=ax)
    figure.draw_without_rendering()
    return ax


def of(ax, gid):
    return [a for a in (*ax.patches, *ax.lines, *ax.collections) if a.get_gid() == gid]


def crossings(ax):
    def turn(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    ends = [line.get_xydata() for line in of(ax, "leader")]
    return sum(
        turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        for (a, b), (c, d) in itertools.combinations(ends, 2)
    )


def test_outline_is_one_closed_symmetrical_curve():
    points = outline().interpolated(1).vertices
    assert (points[0] == points[-1]).all()
    assert (outline().codes == outline().MOVETO).sum() == 1
    assert HALF[0][0] == HALF[-1][0] == 0
    extent = outline().get_extents()
    assert extent.x0 == pytest.approx(-extent.x1)
    assert extent.width == pytest.approx(WIDTH, rel=0.02)
    assert extent.height == pytest.approx(HEIGHT, rel=0.02)


def test_every_site_of_the_table_has_a_place_on_the_outline():
    assert set(hv.load_sites()["site"].astype(str)) <= set(PLACES)
    for site, spot in PLACES.items():
        assert outline().contains_point(spot), site


def test_figures_have_filled_marks_and_bars_of_their_share():
    ax = draw()
    figures, wholes = of(ax, "figure"), of(ax, "whole")
    texts = [t.get_text() for t in ax.texts]
    shares = [100 * f.get_width() / w.get_width() for f, w in zip(figures, wholes, strict=True)]
    assert shares == pytest.approx([10, 30, 20, 70])
    for label, value in FIGURES.items():
        assert texts[texts.index(label) + 1] == f"about {value} in 100"
    marks = {m.get_label(): to_hex(m.get_facecolors()[0]) for m in of(ax, "site")}
    assert len(marks) == 8
    assert {label for label, face in marks.items() if face == style.FILL} == set(FIGURES)
    assert {face for label, face in marks.items() if label not in FIGURES} == {style.PAPER}
    assert texts.count("named, no figure") == 4


def test_marks_are_of_one_size_and_stand_on_the_body():
    ax = draw()
    assert len({m.get_sizes()[0] for m in of(ax, "site")}) == 1
    (body,) = of(ax, "body")
    assert to_hex(body.get_facecolor()) == style.CARD
    assert to_hex(body.get_edgecolor()) == style.OUTLINE
    for mark in of(ax, "site"):
        assert body.get_path().contains_point(mark.get_offsets()[0])


@pytest.mark.parametrize("size", [(9, 5), (13, 3.4), (6.5, 4)])
@pytest.mark.parametrize("sites", [None, ["bone", "brain", "lung", "liver"], ["skin", "bone"], ["liver"]])
def test_leader_lines_do_not_cross_and_labels_do_not_overlap(size, sites):
    rows = hv.load_sites()
    ax = draw(rows[rows["site"].isin(sites)] if sites else rows, size)
    assert crossings(ax) == 0
    boxes = [t.get_window_extent() for t in ax.texts]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))


def test_no_lines_cross_whichever_sites_have_a_figure():
    rows = hv.load_sites()
    for n in (1, 2, 7, 8):
        for chosen in itertools.combinations(rows.index, n):
            part = rows.loc[list(chosen)].assign(frequency_pct=50.0, population="people", qualifier="about")
            ax = plt.figure(figsize=(9, 5)).add_subplot()
            hv.body_map(part, ax=ax)
            assert crossings(ax) == 0, chosen
            plt.close("all")


def test_labels_are_evenly_spaced():
    ax = draw()
    for edge in {round(line.get_xdata()[0], 6) for line in of(ax, "leader")}:
        levels = sorted(line.get_ydata()[0] for line in of(ax, "leader") if round(line.get_xdata()[0], 6) == edge)
        assert np.diff(levels) == pytest.approx(np.diff(levels)[0])


def test_unknown_sites_are_answered_with_the_known_ones():
    rows = hv.load_sites().assign(site=lambda d: d["site"].astype(str).replace("bone", "spleen"))
    with pytest.raises(hv.DataError, match=r"no place on the outline for spleen; it knows brain, .*site_bars"):
        hv.body_map(rows)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.assign(frequency_pct=None), "no row has a frequency_pct"),
        (lambda d: d.assign(site="bone"), "each site once; twice: bone"),
        (lambda d: d.assign(label=[*d["label"][:7], " "]), "row 7, column label: must be filled"),
        (lambda d: d.drop(columns="population"), "missing: population"),
        (lambda d: d.assign(population=[f"group {n}" for n in range(8)]), "one chart shows one population; got 4"),
    ],
)
def test_rows_that_mislead_are_refused(change, says):
    with pytest.raises(hv.DataError, match=says):
        hv.body_map(change(hv.load_sites()))


def test_own_axes_rc_params_and_frame_stay_as_they_are():
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 4))
    rows = hv.load_sites()
    before = rows.copy()
    with mpl.rc_context({"font.size": 7.0}):
        params = dict(mpl.rcParams)
        assert hv.body_map(rows, ax=left) is left
        assert dict(mpl.rcParams) == params
    assert not right.patches
    assert rows.equals(before)
    assert "of 100 women with advanced breast cancer" in left.get_xlabel()
    assert {t.get_parse_math() for t in left.texts} == {False}
