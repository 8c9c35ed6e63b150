"""What the charts of single questions draw, measured on the artists."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_hex

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.call_times import call_times
from her2viz.charts.claims.narrowing import narrowing
from her2viz.charts.claims.one_number import number_or_none
from her2viz.charts.claims.positions import answer_columns
from her2viz.charts.claims.site_sets import site_sets


def axes(width=13, height=6):
    figure = plt.figure(figsize=(width, height))
    return figure.add_axes((0, 0, 1, 1))


def rows(columns, *cells):
    return pd.DataFrame(cells, columns=["page", *columns])


def boxes(ax, gid):
    return [p.get_window_extent() for p in ax.patches if p.get_gid() == gid]


def place(ax, text):
    return next(t for t in ax.texts if t.get_text() == text).get_window_extent()


ANSWERS = rows(
    ["whom", "answer", "motif", "statement", "remark"],
    ("Page A", "", "liver first", "liver", "liver named first", ""),
    ("Page B", "", "liver first", "liver", "liver once", ""),
    ("Page B", "", "lungs first", "lung", "lungs once", "of women"),
)


def test_a_box_stands_in_the_lane_of_its_page_below_its_answer():
    ax = answer_columns(ANSWERS, ax=axes())
    first, second, third = boxes(ax, "position")
    assert first.x0 == second.x0 < place(ax, "Liver first").x0 < third.x0 < place(ax, "Lungs first").x0
    for box, page, said in ((first, "Page A", "liver named first"), (third, "Page B", "lungs once")):
        assert box.y0 < (place(ax, page).y0 + place(ax, page).y1) / 2 < box.y1
        assert box.x0 < place(ax, said).x0 < place(ax, said).x1 < box.x1
        assert box.y0 < place(ax, said).y0 < place(ax, said).y1 < box.y1


def test_two_statements_under_one_answer_share_a_box_and_a_line_parts_them():
    ax = answer_columns(ANSWERS.assign(answer="liver first", motif="liver"), ax=axes())
    assert len(boxes(ax, "position")) == 2
    (line,) = [line for line in ax.lines if line.get_gid() == "rule"]
    y = ax.transData.transform((0, line.get_ydata()[0]))[1]
    assert place(ax, "liver once").y0 > y > place(ax, "lungs once").y1


@pytest.mark.parametrize("column", ["answer", "remark"])
def test_missing_columns_are_named(column):
    with pytest.raises(hv.DataError, match=f"missing: {column}"):
        answer_columns(ANSWERS.drop(columns=column), ax=axes())


def test_what_does_not_fit_raises_and_leaves_nothing():
    ax = axes(3, 1)
    with pytest.raises(hv.DataError, match="no room is left"):
        answer_columns(ANSWERS, ax=ax)
    assert not ax.texts


SETS = rows(
    ["whom", "statement", "remark", "sites", "labels", "shut"],
    ("Page A", "", "these two", "", "bone liver", "bones|liver", True),
    ("Page B", "", "these three", "", "bone liver | skin", "||skin", False),
    ("Page B", "", "or anywhere", "", "", "", False),
)


def test_a_list_is_shut_and_almost_anywhere_is_open():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    assert shut.y0 < (place(ax, "Page A").y0 + place(ax, "Page A").y1) / 2 < shut.y1
    edges = [line for line in ax.lines if line.get_gid() == "open set"]
    whole, *dashed = edges
    assert {line.get_linestyle() for line in dashed} == {"--"}
    right = max(whole.get_xdata())
    assert list(whole.get_xdata()).count(right) == 2, "the open frame has an end at the right"
    assert all(max(line.get_xdata()) > right for line in dashed)


def test_a_list_that_leaves_room_for_others_is_open_before_the_words_beside_it():
    ax = site_sets(SETS.head(1).assign(shut=False), ax=axes())
    assert not boxes(ax, "set")
    edges = [line for line in ax.lines if line.get_gid() == "open set"]
    ends = [ax.transData.transform((max(line.get_xdata()), 0))[0] for line in edges]
    assert min(ends) < max(ends) < place(ax, "these two").x0


def test_organs_stand_in_their_frame_over_their_names():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    inside = [box for box in boxes(ax, "organ") if shut.y0 < box.y0 < shut.y1]
    assert inside
    assert all(shut.x0 < box.x0 and box.x1 < shut.x1 and box.y1 < shut.y1 for box in inside)
    assert min(box.y0 for box in inside) > place(ax, "liver").y0


STEPS = rows(
    ["step", "condition", "note", "ends"],
    ("Page A", "Receptor", "ER-positive", "not named", "with a pill"),
    ("Page A", "Spread", "metastatic", "not named", "with a pill"),
    ("Page B", "Receptor", "HR-positive", "not named", "can work"),
    ("Page B", "Spread", "", "not named", "can work"),
)


def test_a_band_narrows_at_each_condition_and_nowhere_else():
    ax = narrowing(STEPS, ax=axes())
    bands = {p.get_label(): p.get_xy() for p in ax.patches if p.get_gid() == "band"}

    def width(page, x):
        points = bands[page]
        return np.ptp(points[np.isclose(points[:, 0], x), 1])

    left, right = bands["Page A"][:, 0].min(), bands["Page A"][:, 0].max()
    assert width("Page A", left) == pytest.approx(width("Page B", left))
    assert width("Page A", right) < width("Page B", right) < width("Page B", left)
    assert len(set(bands["Page B"][:, 0])) == 4, "start, before and after one condition, end"
    assert "not named" in {t.get_text() for t in ax.texts}


TIMES = rows(
    ["whom", "statement", "remark", "low", "high"],
    ("Page A", "", "new", "", np.nan, np.nan),
    ("Page A", "", "no better", "", 2.0, 4.0),
    ("Page B", "", "any", "", np.nan, np.nan),
)


def test_dots_stand_at_the_start_and_a_span_at_its_weeks():
    ax = call_times(TIMES, ax=axes())
    starts = {line.get_label(): line.get_xdata()[0] for line in ax.lines if line.get_gid() == "start"}
    assert set(starts) == {"Page A", "Page B"}
    assert len(set(starts.values())) == 1
    (span,) = [p for p in ax.patches if p.get_gid() == "weeks"]
    start, week = next(iter(starts.values())), span.get_width() / 2
    assert span.get_x() == pytest.approx(start + 2 * week)
    for text, weeks in (("2 weeks", 2), ("4 weeks", 4)):
        at = next(t for t in ax.texts if t.get_text() == text).get_position()[0]
        assert at == pytest.approx(start + weeks * week)
    assert place(ax, "new").x1 < place(ax, "no better").x0


NUMBERS = rows(
    ["heading", "statement", "remark", "value"],
    ("Page A", "About 25 of 100", "see it", "no span", 25.0),
    ("Page B", "No number", "many do not", "", np.nan),
)


def test_circles_are_pale_for_a_rough_number_and_a_frame_is_empty_without_one():
    ax = number_or_none(NUMBERS, ax=axes())
    (array,) = [c for c in ax.collections if isinstance(c, EllipseCollection)]
    faces = [to_hex(colour) for colour in array.get_facecolors()]
    assert faces == [style.ROUGH] * 25 + [style.PAPER] * 75
    assert ax.get_aspect() == 1
    frame = next(p for p in ax.patches if p.get_gid() == "no number")
    assert not frame.get_facecolor()[3]
    assert place(ax, "Page B").x0 == pytest.approx(frame.get_window_extent().x0, abs=3)
    down = np.asarray(array.get_offsets())[:, 1]
    steps = np.diff(sorted({round(y, 6) for y in down}))
    assert steps.argmax() == 4, "a gap after five"
