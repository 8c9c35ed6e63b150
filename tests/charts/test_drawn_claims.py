"""What the drawn charts of claims draw, measured on the artists."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

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
    return frame_of(rows, "therapy", "brand", "at", "heading").assign(target="")


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


@pytest.mark.parametrize("rows", [STEPS[:4], [*STEPS, ("Six", "About Six.", "names", "a")]])
def test_the_scene_has_five_steps(rows, page):
    with pytest.raises(hv.DataError, match="five steps"):
        spread_steps(steps(rows), pages=3, ax=page)
    assert not page.patches


def dots(ax, gid):
    return [np.array(middle(p)) for p in ax.patches if p.get_gid() == gid]


def test_a_dot_sits_on_a_receptor_or_in_the_cell(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    targets = dots(ax, "target")
    assert len(targets) == 3, "none for a drug without a stated target"
    inside = next(p.get_path() for p in ax.patches if p.get_gid() == "card")
    assert [inside.contains_point(target) for target in targets] == [False, False, True]
    heads = [p.get_path() for p in ax.patches if p.get_gid() == "receptor"]
    on = [[head.contains_point(target) for head in heads].count(True) for target in targets]
    assert on == [1, 1, 0]


def test_lines_cross_no_other_line_and_no_other_receptor(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    lines = [p.get_path() for p in ax.patches if p.get_gid() == "leader"][1:]
    receptors = [p.get_path() for p in ax.patches if p.get_gid() == "receptor"]
    assert not any(a.intersects_path(b, filled=False) for n, a in enumerate(lines) for b in lines[:n])
    assert not any(lines[-1].intersects_path(receptor) for receptor in receptors)


def test_each_drug_without_a_target_is_a_dot_apart_like_those_on_the_cell(page):
    more = [*DRUGS, ("edrug", "", "", "No target")]
    ax = drug_targets(drugs(more), receptor="X", ax=page)
    apart = dots(ax, "apart")
    assert len(apart) == 2
    drawn = [p for p in ax.patches if p.get_gid() in ("target", "apart")]
    assert len({round(p.get_path().get_extents().width, 6) for p in drawn}) == 1
    assert {face(p) for p in drawn} == {style.FILL}
    names = {t.get_text(): t.get_position() for t in ax.texts}
    assert "ddrug" not in names
    assert names["cdrug"][1] < apart[0][1] < names["No target"][1]
    assert min(place[0] for place in apart) > max(place[0] for place in dots(ax, "target"))


def test_the_drawing_of_the_cell_stays_on_its_panel(page):
    ax = drug_targets(drugs(), receptor="X", ax=page)
    found = [p.get_window_extent() for p in ax.patches]
    assert min(box.y0 for box in found) > ax.bbox.y0 - 2
    assert max(box.y1 for box in found) < ax.bbox.y1 + 2
    assert min(box.x0 for box in found) > ax.bbox.x0 - 2


def test_an_unknown_place_on_the_cell(page):
    with pytest.raises(hv.DataError, match="nucleus"):
        drug_targets(drugs([("adrug", "", "nucleus", "Target")]), receptor="X", ax=page)


def test_days_that_count(page):
    ax = care_timing(times(), action="Tell", ax=page)
    days = [p for p in ax.patches if p.get_gid().startswith("day")]
    assert len(days) == 21, "a symptom that stays is words: days filled up to then would read as days to wait"
    assert [n for n, p in enumerate(days) if p.get_gid() == "day now"] == [0]
    assert {p.get_gid(): face(p) for p in days} == {"day now": style.FILL, "day": style.PAPER}
    assert min(box.y1 for box in boxes(ax, "day")) < max(box.y0 for box in boxes(ax, "day now")), "weeks are rows"


def test_what_weeks_are_not_is_written_across_later_weeks_in_place_of_days(page):
    ax = care_timing(times([*TIMES[:1], ("Old", "in weeks", 2, 4)]), action="Tell", across="no time", ax=page)
    (words,) = (t.get_window_extent() for t in ax.texts if t.get_text() == "no time")
    free = boxes(ax, "card")[-1]
    assert free.contains(words.x0, words.y0)
    assert free.contains(words.x1, words.y1)
    assert words.y1 < boxes(ax, "day now")[0].y0
    uncovered = [box for box in boxes(ax, "day") if not free.contains(*box.get_points().mean(axis=0))]
    assert not any(free.overlaps(box) for box in uncovered)
    assert len(uncovered) + 1 >= 28 - 7


def test_the_tail_of_the_bubble_leads_to_the_first_day(page):
    ax = care_timing(times(), action="Tell", ax=page)
    (bubble,) = (p for p in ax.patches if p.get_gid() == "card")
    x, y = bubble.get_path().vertices[np.argmax(bubble.get_path().vertices[:, 0])]
    (now,) = (p for p in ax.patches if p.get_gid() == "day now")
    assert now.get_y() < y < now.get_y() + now.get_height()
    assert now.get_x() - 0.2 < x < now.get_x()


@pytest.mark.parametrize("rows", [TIMES[:1], TIMES[1:]])
def test_days_need_weeks_and_a_symptom_without(rows, page):
    with pytest.raises(hv.DataError, match="must have weeks"):
        care_timing(times(rows), action="Tell", ax=page)


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: spread_steps(steps(), pages=3, ax=ax),
        lambda ax: drug_targets(drugs(), receptor="X", ax=ax),
        lambda ax: care_timing(times(), action="Tell", ax=ax),
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
    wanted = {spread_steps: {"pages": 3}, drug_targets: {"receptor": "X"}, care_timing: {"action": "Tell"}}[draw]
    with pytest.raises(hv.DataError, match="missing: " + str(rows.columns[0])):
        draw(rows.drop(columns=rows.columns[0]), ax=page, **wanted)
