"""The atlas: what stands where in the body, seen from the front, and one organ alone in a box."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path

import her2viz as hv
from her2viz.charts.anatomy import organs, person, skeleton
from her2viz.charts.anatomy.drawing import SITES, organ_icon

BONES = ("arms", "cage", "clavicles", "femurs", "pelvis", "scapulas", "skull", "spine", "sternum")
ORGANS = {name: getattr(skeleton, name)() for name in BONES} | {
    name: getattr(organs, name)()
    for name in ("axillary_nodes", "brain", "distant_nodes", "liver", "lungs", "peritoneum")
}


def area(path):
    """The area of a shape by half, at the viewer's left and right."""
    y = np.concatenate(path.to_polygons())[:, 1]
    grid = np.array([(a, b) for a in np.arange(-9.95, 10, 0.1) for b in np.arange(y.min(), y.max(), 0.1)])
    inside = grid[path.contains_points(grid)]
    return (inside[:, 0] < 0).sum(), (inside[:, 0] > 0).sum()


def test_the_body_is_one_closed_symmetrical_curve_of_a_grown_person():
    outline = person.flesh()
    assert (outline.codes == outline.MOVETO).sum() == 1
    extent = outline.get_extents()
    assert extent.x0 == pytest.approx(-extent.x1)
    assert (extent.y0, extent.y1) == pytest.approx((person.BOTTOM, person.TOP), abs=0.3)
    assert extent.x1 == pytest.approx(person.HALF_WIDTH, abs=0.3)
    chin = min(path.get_extents().y0 for path in person.contour() if path.get_extents().y0 > skeleton.spine().box.y1)
    assert 7 < person.TOP / (person.TOP - chin) < 8, "heads in the height"


@pytest.mark.parametrize("name", ORGANS)
def test_organs_lie_inside_the_body(name):
    for shape in ORGANS[name].shapes:
        for outline in shape.to_polygons():
            inside = person.flesh().contains_points(outline[outline[:, 1] > person.BOTTOM + 0.1])
            assert inside.all(), outline[outline[:, 1] > person.BOTTOM + 0.1][~inside]


@pytest.mark.parametrize("name", [name for name in BONES if name not in ("spine", "sternum")])
def test_bones_are_symmetrical(name):
    box = ORGANS[name].box
    assert box.x0 == pytest.approx(-box.x1)


def test_the_persons_right_is_at_the_viewers_left():
    (liver,), (right, left) = organs.liver().shapes, organs.lungs().shapes
    there, beyond = area(liver)
    assert there > 3 * beyond > 0
    assert right.get_extents().x1 < 0 < left.get_extents().x0
    assert area(right)[0] > area(left)[1], "the right lung is the wider one"
    heart = Path([(1.6, 72.8), (2.8, 72.8)])
    assert not left.intersects_path(heart, filled=True), "room for the heart"
    mirrored = Path(heart.vertices * (-1, 1))
    assert right.intersects_path(mirrored, filled=True)


def test_what_lies_above_what():
    lungs, liver, pelvis = organs.lungs().box, organs.liver().box, skeleton.pelvis().box
    assert lungs.y1 > liver.y1 > lungs.y0 > liver.y0 > pelvis.y1
    ribs = skeleton.cage().box
    assert ribs.y0 < liver.y1
    assert ribs.x0 < liver.x0, "the liver lies behind the lower ribs"
    head = skeleton.skull().box
    assert head.y0 < organs.brain().box.y0
    assert organs.brain().box.y1 < head.y1
    for femur in skeleton.femurs().shapes:
        assert femur.get_extents().y1 > pelvis.y0, "the head of the thigh bone is in the hip"


@pytest.mark.parametrize("organ", SITES)
@pytest.mark.parametrize("down", [False, True])
def test_an_icon_fills_its_box_at_half_an_inch(organ, down):
    page = Figure(figsize=(4, 2), dpi=150)
    ax = page.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 8), ylim=(1, 0) if down else (0, 1))  # half an inch is one across and a quarter up
    organ_icon(ax, organ, (2, 0.5, 1, 0.25))
    page.draw_without_rendering()
    box = ax.transData.transform([(2, 0.5), (3, 0.75)])
    (x0, y0), (x1, y1) = box.min(axis=0), box.max(axis=0)
    inked = [p.get_window_extent() for p in ax.patches if p.get_gid() == "organ"]
    edge = max(p.get_linewidth() for p in ax.patches if p.get_gid() == "organ") * 150 / 72
    assert 0.5 < edge * 72 / 150 < 1.2
    ends = [min(b.x0 for b in inked), min(b.y0 for b in inked), max(b.x1 for b in inked), max(b.y1 for b in inked)]
    assert min(ends[0] - x0, ends[1] - y0, x1 - ends[2], y1 - ends[3]) > -0.5
    assert max((ends[2] - ends[0]) / (x1 - x0), (ends[3] - ends[1]) / (y1 - y0)) > 0.9


def test_an_organ_that_is_not_drawn():
    with pytest.raises(hv.UsageError, match="spleen"):
        organ_icon(Figure().add_subplot(), "spleen", (0, 0, 1, 1))
