"""The body map: its drawing, dots, labels and leader lines."""

import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

import her2viz as hv
from her2viz import style
from her2viz.charts.anatomy import organs, person, skeleton
from her2viz.charts.anatomy.drawing import LEADER_LAYER, SITES
from her2viz.charts.anatomy.shapes import mirrored

FIGURES = {"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}
#: Bones that a leader line may pass, as it lies behind them, and organs that it may not pass.
BEHIND = (skeleton.arms, skeleton.cage, skeleton.scapulas, skeleton.skull, skeleton.clavicles)
OVER = {
    "lung": organs.lungs,
    "liver": organs.liver,
    "brain": organs.brain,
    "bone": skeleton.pelvis,
    "skin": person.skin,
}


def draw(data=None, size=(9, 5)):
    figure_ = Figure(figsize=size)
    ax = figure_.add_axes((0.02, 0.1, 0.96, 0.86))
    hv.body_map(data, ax=ax)
    figure_.draw_without_rendering()
    return ax


def of(ax, gid):
    return [a for a in (*ax.patches, *ax.lines, *ax.collections) if a.get_gid() == gid]


def crossings(ax):
    lines = [Path(line.get_xydata()) for line in of(ax, "leader")]
    return sum(a.intersects_path(b, filled=False) for a, b in itertools.combinations(lines, 2))


def extents_of_the_body(ax):
    return Bbox.union([p.get_path().get_extents() for p in of(ax, "body")])


def place_of(ax):
    """From body coordinates to the Axes."""
    body = extents_of_the_body(ax)
    top = max(path.get_extents().y1 for path in person.contour())
    scale = body.height / (top - person.BOTTOM)
    return Affine2D().translate(0, -top).scale(scale).translate((body.x0 + body.x1) / 2, body.y1)


def test_every_site_of_the_table_has_a_place_in_the_body():
    assert set(hv.load_sites()["site"].astype(str)) <= set(SITES)
    for site, organ in SITES.items():
        assert person.flesh().contains_point(organ.anchor), site


def test_figures_have_filled_dots_and_pale_bars_of_their_share():
    ax = draw()
    bars, wholes, ends = of(ax, "figure"), of(ax, "whole"), of(ax, "value")
    texts = [t.get_text() for t in ax.texts]
    shares = [100 * f.get_width() / w.get_width() for f, w in zip(bars, wholes, strict=True)]
    assert shares == pytest.approx([10, 30, 20, 70])
    for bar, end in zip(bars, ends, strict=True):
        assert end.get_xdata()[0] == pytest.approx(bar.get_x() + bar.get_width())
        assert (to_hex(bar.get_facecolor()), end.get_color()) == (style.LIGHT.rough, style.FILL)
    for label, value in FIGURES.items():
        assert texts[texts.index(label) + 1] == f"about {value} in 100"
    dots = {m.get_label(): to_hex(m.get_facecolors()[0]) for m in of(ax, "site")}
    assert len(dots) == 8
    assert {label for label, face in dots.items() if face == style.FILL} == set(FIGURES)
    assert {face for label, face in dots.items() if label not in FIGURES} == {style.PAPER}


def test_sites_without_a_figure_stand_once_under_the_page_and_whom_it_names_them_of():
    said = " ".join(t.get_text() for t in draw().texts)
    assert said.endswith(
        "Cleveland Clinic, people with HER2-positive metastatic breast cancer Distant lymph nodes "
        "Guide, people with metastatic breast cancer: \u201cless common\u201d Lymph nodes "
        "Peritoneum (belly lining) Skin (both)"
    )


def test_rows_that_name_no_page_say_that_there_is_no_figure():
    rows = hv.load_sites().drop(columns="source_id")
    assert "No figure, people with metastatic breast cancer" in " ".join(t.get_text() for t in draw(rows).texts)


def test_dots_are_of_one_size_and_stand_on_their_organ():
    ax = draw()
    assert len({m.get_sizes()[0] for m in of(ax, "site")}) == 1
    for mark, line in zip(of(ax, "site"), of(ax, "leader"), strict=True):
        assert line.get_xydata()[-1] == pytest.approx(mark.get_offsets()[0])


def test_arms_and_thighs_fade_out_and_nothing_else_does():
    ax = draw()
    place = place_of(ax)
    fading = [p for p in of(ax, "card") if p.get_alpha() is not None]
    assert len({p.get_alpha() for p in fading}) > 5
    assert {to_hex(p.get_facecolor()) for p in fading} == {style.PAPER}
    ends = [place.transform(end) for cut in person.CUTS for end in cut]
    for patch in fading:
        box = patch.get_path().get_extents()
        assert min(abs(box.y0 - y) for _, y in ends) < 0.06 * extents_of_the_body(ax).height
        for line, mark in zip(of(ax, "leader"), of(ax, "site"), strict=True):
            assert not patch.get_path().intersects_path(Path(line.get_xydata()), filled=False), mark.get_label()


def test_organs_alike_are_of_one_tint():
    faces = [to_hex(p.get_facecolor()) for p in of(draw(), "organ") if p.get_facecolor()[3]]
    assert set(faces) == {style.LIGHT.rough, style.PAPER}
    assert faces.count(style.LIGHT.rough) == 5, "two lungs, the liver, two halves of the brain; bones are pale"


@pytest.mark.parametrize(("size", "points"), [((9, 5), 10), ((13, 3.4), 10), ((6.5, 4), 10), ((12.4, 3.6), 20)])
@pytest.mark.parametrize("sites", [None, ["bone", "brain", "lung", "liver"], ["skin", "bone"], ["liver"]])
def test_leader_lines_cross_no_other_and_no_organ_and_labels_do_not_overlap(size, points, sites):
    rows = hv.load_sites()
    with mpl.rc_context({"font.size": points, "axes.labelsize": 0.9 * points}):
        ax = draw(rows[rows["site"].isin(sites)] if sites else rows, size)
    assert crossings(ax) == 0
    boxes = [t.get_window_extent() for t in ax.texts]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
    place = place_of(ax)
    names = dict(zip(rows["label"], rows["site"].astype(str), strict=True))
    for line, mark in zip(of(ax, "leader"), of(ax, "site"), strict=True):
        path = Path(line.get_xydata())
        assert not any(path.intersects_path(arm.transformed(place)) for arm in mirrored([person.arm()]))
        for name, organ in OVER.items():
            own = names[mark.get_label().removesuffix(" (both)")]
            if (own, name) not in ((name, name), ("distant_lymph_node", "lung")):  # those of the chest lie over a lung
                assert not any(path.intersects_path(s.transformed(place)) for s in organ().shapes), (mark, name)


def test_leader_lines_lie_behind_the_bones_that_they_pass_and_those_of_nodes_and_skin_before():
    ax = draw()
    place = place_of(ax)
    bones = {tuple(s.transformed(place).vertices[0].round(6)) for organ in BEHIND for s in organ().shapes}
    drawn = [p for p in of(ax, "organ") if tuple(p.get_path().vertices[0].round(6)) in bones]
    assert len(drawn) == len(bones)
    for line, mark in zip(of(ax, "leader"), of(ax, "site"), strict=True):
        before = "nodes" in mark.get_label() or "Skin" in mark.get_label()
        assert {line.get_zorder() > bone.get_zorder() for bone in drawn} == {before}
    assert max(p.get_zorder() for p in of(ax, "body")) < LEADER_LAYER


def test_no_lines_cross_whichever_sites_have_a_figure():
    rows = hv.load_sites()
    for n in (7, 8):
        for chosen in itertools.combinations(rows.index, n):
            part = rows.loc[list(chosen)].assign(frequency_pct=50.0, population="people", qualifier="about")
            ax = draw(part)
            assert crossings(ax) == 0, chosen


def test_labels_keep_to_one_side_and_are_evenly_spaced():
    ax = draw()
    body, lines = extents_of_the_body(ax), of(ax, "leader")
    assert all(not body.x0 < line.get_xdata()[0] < body.x1 for line in lines)
    assert [line.get_xdata()[0] < body.x0 for line in lines] == [True] * 4 + [False] * 4
    assert np.diff(np.diff([line.get_ydata()[0] for line in lines[:4]])) == pytest.approx([0, 0])


def test_unknown_sites_are_answered_with_the_known_ones():
    rows = hv.load_sites().assign(site=lambda d: d["site"].astype(str).replace("bone", "spleen"))
    with pytest.raises(hv.DataError, match=r"no place on the body for spleen; it knows brain, .*site-bars"):
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
    assert "organ size means nothing" in " ".join(left.get_xlabel().split())
    assert {t.get_parse_math() for t in left.texts} == {False}
