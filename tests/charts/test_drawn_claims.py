"""What the drawn charts of claims draw, measured on the artists."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

import her2viz as hv
from her2viz import style
from her2viz.charts.anatomy import cells
from her2viz.charts.claims.receptors import drug_targets
from her2viz.charts.claims.steps import spread_steps
from her2viz.charts.claims.timing import care_timing

STEPS = [(name, f"About {name}.", "names", "a") for name in ("One", "Two", "Three", "Four", "Five")]
STEPS += [("One", "About One.", "explains", page) for page in "ab"] + [("Five", "About Five.", "explains", "a")] * 2
DRUGS = [
    ("adrug", "Abrand", "receptor", "Target X (Page A)"),
    ("bdrug", "", "receptor", "Target X (Page A)"),
    ("cdrug", "", "cell", "Target cells (Page B)"),
    ("ddrug", "Dbrand", "", "No target"),
]
TIMES = [("New", "at once", None, None), ("Old", "in weeks", 2, 3)]


@pytest.fixture
def page():
    return plt.figure(figsize=(13, 6)).add_axes((0.02, 0.02, 0.96, 0.96))


def frame_of(rows, *columns):
    return pd.DataFrame(rows, columns=columns)


def steps(rows=STEPS):
    return frame_of(rows, "step", "words", "says", "source_id")


def drugs(rows=DRUGS):
    return frame_of(rows, "therapy", "brand", "at", "heading").assign(mark="")


def times(rows=TIMES):
    return frame_of(rows, "heading", "words", "value_low", "value_high")


def boxes(ax, gid):
    return [p.get_window_extent() for p in ax.patches if p.get_gid() == gid]


def middle(patch):
    return patch.get_path().get_extents().get_points().mean(axis=0)


def face(patch):
    return to_hex(patch.get_facecolor())


def test_a_dot_is_filled_for_each_page_that_explains_a_step(page):
    ax = spread_steps(steps(), pages=3, ax=page)
    heads = {t.get_text(): t.get_window_extent().x0 for t in ax.texts if t.get_weight() == "bold"}
    lefts = sorted(heads.values())

    def counted(gid):
        return [sum(lefts[n] <= box.x0 + 2 < (*lefts, np.inf)[n + 1] for box in boxes(ax, gid)) for n in range(5)]

    assert list(heads) == ["One", "Two", "Three", "Four", "Five"]
    assert counted("pip filled") == [2, 0, 0, 0, 1], "a page that explains twice is one page"
    assert counted("pip open") == [1, 3, 3, 3, 2]


def test_a_named_step_alone_is_dashed_and_not_filled(page):
    ax = spread_steps(steps(), pages=3, ax=page)
    named = [p for p in ax.patches if p.get_gid() == "cell named"]
    assert {face(p) for p in named} == {style.PAPER}
    assert any(p.get_linestyle() != "-" and p.get_linestyle() != "solid" for p in named)
    solid = [p for p in ax.patches if p.get_gid() == "cell"]
    assert {face(p) for p in solid} == {style.ROUGH, style.FILL}
    assert {p.get_linestyle() for p in solid} <= {"-", "solid"}


def test_the_scene_runs_from_left_to_right_and_keeps_its_shape(page):
    ax = spread_steps(steps(), pages=3, ax=page)
    (named, *_) = boxes(ax, "cell named")
    marks = sorted(box.x0 for box in boxes(ax, "cell"))
    assert marks[0] < named.x0 < marks[-1]
    page.figure.draw_without_rendering()
    rounded = [box for box in boxes(ax, "cell") if 0.8 < box.width / box.height < 1.25]
    assert len(rounded) > 10, "cells are not stretched"


def test_one_cell_is_missing_in_each_wall():
    for side in (1, -1):
        x, y, _ = cells.opening(side)
        assert not any(path.contains_point((x, y)) for path in cells.wall(side))
        assert len(cells.wall(side)) > 8


def test_the_vessel_ends_where_the_scene_is_cut():
    inside = cells.lumen().get_extents()
    assert (inside.y0, inside.y1) == (0, cells.SCENE[1])
    walls = [path.vertices[:, 1] for side in (1, -1) for path in cells.wall(side)]
    assert (min(map(min, walls)), max(map(max, walls))) == (0, cells.SCENE[1])


def test_a_cell_of_the_wall_that_is_cut_has_no_spur_along_the_cut():
    found = 0
    for path in (path for side in (1, -1) for path in cells.wall(side)):
        for end, inside in ((0, 0.1), (cells.SCENE[1], -0.1)):
            on_cut = path.vertices[path.vertices[:, 1] == end, 0]
            if len(on_cut):
                found += 1
                corners = [(on_cut.min() + 0.1, end + inside), (on_cut.max() - 0.1, end + inside)]
                assert path.contains_points(corners).all()
    assert found == 4


def test_what_is_in_the_vessel_meets_no_cell_of_its_wall(page):
    drawn = [(p.get_zorder(), p.get_path()) for p in spread_steps(steps(), pages=3, ax=page).patches]
    walls, blood = ([path for layer, path in drawn if layer == of] for of in (3, 1.9))
    assert (len(walls), len(blood)) == (sum(len(cells.wall(side)) for side in (1, -1)), 11)
    assert not any(path.intersects_path(wall) for path in blood for wall in walls)


@pytest.mark.parametrize("size", ["slide", "screen", "print"])
def test_the_scene_keeps_clear_of_the_sides_of_its_ground(size):
    fig = hv.figure("spread-steps", size=size).mpl
    (ax,) = fig.axes
    (ground,) = (p.get_window_extent() for p in ax.patches if isinstance(p, Rectangle))
    marks = [box for gid in ("body", "cell") for box in boxes(ax, gid)]
    clear = 0.4 * min(t.get_fontsize() for t in ax.texts) / 72 * fig.dpi
    assert min(box.x0 for box in marks) > ground.x0 + clear
    assert max(box.x1 for box in marks) < ground.x1 - clear


@pytest.mark.parametrize("rows", [STEPS[:4], [*STEPS, ("Six", "About Six.", "names", "a")]])
def test_the_scene_has_five_steps(rows, page):
    with pytest.raises(hv.DataError, match="five steps"):
        spread_steps(steps(rows), pages=3, ax=page)
    assert not page.patches


def dots(ax, gid):
    return [np.array(middle(p)) for p in ax.patches if p.get_gid() == gid]


def lines_of(ax, gid):
    return [p.get_path() for p in ax.patches if p.get_gid() == gid]


def test_drugs_lead_to_the_name_of_the_receptor_and_to_no_place_on_it(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    for line in (*lines_of(ax, "leader"), *lines_of(ax, "bracket")):
        assert not any(line.intersects_path(receptor) for receptor in lines_of(ax, "receptor"))
    places = {t.get_text(): t.get_position() for t in ax.texts}
    at_names = max(lines_of(ax, "bracket"), key=lambda line: line.vertices[:, 0].max()).get_extents()
    assert places["X"][0] < at_names.x0 < places["adrug"][0]
    # of the two drugs with this target, and of no other
    assert at_names.y0 < places["adrug"][1] < places["bdrug"][1] < at_names.y1 + 0.2
    assert places["cdrug"][1] > at_names.y1 + 0.2


def test_the_bracket_holds_every_receptor(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    bracket = min(lines_of(ax, "bracket"), key=lambda line: line.vertices[:, 0].max()).get_extents()
    heads = [line.get_extents() for line in lines_of(ax, "receptor")]
    assert len(heads) >= 4, "a stalk and a head each"
    assert bracket.y0 <= min(head.y0 for head in heads) + 1e-6
    assert max(head.y1 for head in heads) <= bracket.y1 + 1e-6
    cell = max(lines_of(ax, "leader"), key=lambda line: np.ptp(line.vertices[:, 0]))
    assert cell.vertices[:, 1].min() > bracket.y1, "the line to the cell stands apart"


def test_a_line_to_the_cell_ends_inside_it(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    line = max(lines_of(ax, "leader"), key=lambda line: np.ptp(line.vertices[:, 0]))
    _, inner, core, _ = (p.get_path() for p in ax.patches if p.get_gid() == "body")
    end = line.vertices[line.vertices[:, 0].argmin()]
    assert end[0] < inner.vertices[np.abs(inner.vertices[:, 1] - end[1]).argmin()][0] - 0.05
    assert not core.contains_point(end)


def test_drugs_without_a_stated_target_stand_by_name_and_without_a_line(page):
    ax = drug_targets(drugs([*DRUGS, ("edrug", "", "", "No target")]), receptor="X", ax=page)
    # to the name from either side, and to the cell
    assert len(lines_of(ax, "leader")) == 3
    assert any("edrug" in t.get_text() for t in ax.texts)


def test_the_drawing_of_the_cell_stays_on_its_panel(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    found = [p.get_window_extent() for p in ax.patches]
    assert min(box.y0 for box in found) > ax.bbox.y0 - 2
    assert max(box.y1 for box in found) < ax.bbox.y1 + 2
    assert min(box.x0 for box in found) > ax.bbox.x0 - 2


def test_an_unknown_place_on_the_cell(page):
    with pytest.raises(hv.DataError, match="nucleus"):
        drug_targets(drugs([("adrug", "", "nucleus", "Target")]), receptor="X", ax=page)


def timed(ax, weeks=3):
    """Where the first day is, the weeks that count, and the place of each week on the axis."""
    (now,) = (p for p in ax.patches if p.get_gid() == "now")
    (span,) = (p for p in ax.patches if p.get_gid() == "span")
    strokes = [line for line in ax.lines if line.get_gid() == "axis"][1:]
    assert len(strokes) == weeks
    return now, span, [line.get_xdata()[0] for line in strokes]


def test_the_weeks_that_count_reach_from_the_first_to_the_last_on_the_axis(page):
    ax = care_timing(times(), action="Tell", later="Tell too", ax=page)
    now, span, strokes = timed(ax)
    assert (span.get_x(), span.get_x() + span.get_width()) == pytest.approx((strokes[1], strokes[2]))
    assert now.center[0] < strokes[0]
    steps = np.diff([2 * now.center[0], *strokes])
    assert steps == pytest.approx([steps[0]] * 3), "a week is as long as another"
    assert (face(now), face(span)) == (style.FILL, style.ROUGH)


def test_nothing_fills_the_time_before_the_weeks_that_count(page):
    ax = care_timing(times([*TIMES[:1], ("Old", "in weeks", 2, 4)]), action="Tell", later="Tell too", ax=page)
    now, span, _ = timed(ax, 4)
    first, counts = now.get_window_extent(), span.get_window_extent()
    between = [p for p in ax.patches if p.get_gid() != "card" and first.x1 < p.get_window_extent().x0 < counts.x0 - 2]
    assert not between, "days filled up to then would read as days to wait"


def test_the_tail_of_the_bubble_leads_to_the_first_day(page):
    ax = care_timing(times(), action="Tell", later="Tell too", ax=page)
    (bubble,) = (p for p in ax.patches if p.get_gid() == "card")
    x, y = bubble.get_path().vertices[np.argmax(bubble.get_path().vertices[:, 1])]
    now, *_ = timed(ax)
    assert x == pytest.approx(now.center[0])
    assert now.center[1] - now.radius - 0.2 < y < now.center[1] - now.radius


@pytest.mark.parametrize("rows", [TIMES[:1], TIMES[1:]])
def test_days_need_weeks_and_a_symptom_without(rows, page):
    with pytest.raises(hv.DataError, match="must have weeks"):
        care_timing(times(rows), action="Tell", later="Tell too", ax=page)


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: spread_steps(steps(), pages=3, ax=ax),
        lambda ax: drug_targets(drugs(), receptor="X", ax=ax),
        lambda ax: care_timing(times(), action="Tell", later="Tell too", ax=ax),
    ],
)
def test_axes_too_small_are_left_as_they_were(draw):
    ax = plt.figure(figsize=(1.5, 0.8)).add_subplot()
    with pytest.raises(hv.DataError, match="does not fit"):
        draw(ax)
    assert not ax.patches
    assert not ax.texts


@pytest.mark.parametrize(("draw", "rows"), [(spread_steps, steps()), (drug_targets, drugs()), (care_timing, times())])
def test_columns_that_are_missing(draw, rows, page):
    told = {"action": "Tell", "later": "Tell too"}
    wanted = {spread_steps: {"pages": 3}, drug_targets: {"receptor": "X"}, care_timing: told}[draw]
    with pytest.raises(hv.DataError, match="missing: " + str(rows.columns[0])):
        draw(rows.drop(columns=rows.columns[0]), ax=page, **wanted)
