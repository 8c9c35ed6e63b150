"""What a matrix of answers draws, measured on the artists."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.matrix import answer_matrix, matrix_height
from her2viz.charts.typesetting import Measure

ANSWERS = pd.DataFrame(
    [
        ("How fast?", "A", "On one", "clash", "no set pace", ""),
        ("How fast?", "B", "On one", "clash", "fast", "says someone"),
        ("How fast?", "B", "On one", "clash", "very fast", ""),
        ("Outlook?", "A", "On one", "differ", "good", ""),
        ("Outlook?", "C", "On all", "differ", "it depends", ""),
    ],
    columns=["row", "column", "group", "mark", "statement", "remark"],
)


def axes(width=12, height=5):
    return Figure(figsize=(width, height)).add_axes((0, 0, 1, 1))


def boxes(ax, gid):
    return [p.get_window_extent() for p in ax.patches if p.get_gid() == gid]


def place(ax, text):
    return next(t for t in ax.texts if t.get_text() == text).get_window_extent()


def test_a_tile_stands_in_the_row_of_its_question_below_its_column():
    ax = answer_matrix(ANSWERS, ax=axes())
    assert len(boxes(ax, "position")) == 4
    for answer in ANSWERS.itertuples():
        (tile,) = [box for box in boxes(ax, "position") if box.contains(*place(ax, answer.statement).p0)]
        assert tile.y0 < place(ax, answer.row).y0 < tile.y1 < place(ax, answer.column).y0
        assert abs(tile.x0 - place(ax, answer.column).x0) < 3
    assert place(ax, "fast").y0 > place(ax, "says someone").y1 > place(ax, "very fast").y1


def test_who_says_nothing_has_a_broken_outline_that_says_so():
    ax = answer_matrix(ANSWERS, silent="nothing", ax=axes())
    empty = [p for p in ax.patches if p.get_gid() == "empty"]
    assert len(empty) == 2
    assert [t.get_text() for t in ax.texts].count("nothing") == 2
    assert {(to_hex(p.get_facecolor()), to_hex(p.get_edgecolor())) for p in empty} == {(style.PAPER, style.OUTLINE)}
    given = next(p for p in ax.patches if p.get_gid() == "position")
    assert empty[0].get_linestyle() != given.get_linestyle()


def test_silent_columns_side_by_side_share_an_outline():
    ax = answer_matrix(ANSWERS[ANSWERS["column"] != "B"].assign(row=["x", "y", "y"]), ax=axes())
    assert len(boxes(ax, "empty")) == 1
    wide = answer_matrix(ANSWERS.assign(row=["x", "x", "x", "x", "y"]).drop(index=3), ax=axes())
    tiles = boxes(wide, "position")
    assert max(box.width for box in boxes(wide, "empty")) > 2 * max(tile.width for tile in tiles)


def test_what_columns_are_about_stands_above_them_on_a_line_as_wide():
    ax = answer_matrix(ANSWERS, ax=axes())
    assert [t.get_text() for t in ax.texts].count("On one") == 1
    assert place(ax, "On one").y0 > place(ax, "A").y1
    lines = [line.get_window_extent() for line in ax.lines if line.get_gid() == "rule"][:2]
    tiles = sorted(boxes(ax, "position"), key=lambda box: box.x0)
    assert lines[0].x0 == pytest.approx(tiles[0].x0, abs=3)
    assert lines[0].x1 == pytest.approx(max(box.x1 for box in tiles if box.x0 < lines[1].x0), abs=3)


@pytest.mark.parametrize(("mark", "arrows"), [("clash", 2), ("differ", 2), ("agree", 2), ("", 0)])
def test_a_mark_and_its_word_stand_below_a_question(mark, arrows):
    ax = answer_matrix(ANSWERS.assign(mark=mark), ax=axes())
    found = boxes(ax, mark) if mark else []
    assert len(found) == 2 * arrows
    if mark:
        assert max(box.y1 for box in found[:arrows]) < place(ax, "How fast?").y0
        assert max(box.x1 for box in found) < place(ax, mark).x0


def test_a_note_stands_below_the_name_of_its_row():
    ax = answer_matrix(ANSWERS.drop(columns=["mark", "group"]).assign(note="of some"), ax=axes())
    assert place(ax, "of some").y1 < place(ax, "How fast?").y1
    assert place(ax, "of some").x0 == pytest.approx(place(ax, "How fast?").x0, abs=3)


def test_rows_are_as_tall_as_each_other_where_there_is_room():
    ax = answer_matrix(ANSWERS, ax=axes(height=6))
    assert len({round(box.height, 3) for box in (*boxes(ax, "position"), *boxes(ax, "empty"))}) == 1


def test_height_is_what_the_matrix_takes():
    height = matrix_height(ANSWERS, 8, Measure(100))
    assert matrix_height(pd.concat([ANSWERS, ANSWERS.assign(row="x")]), 8, Measure(100)) > height
    ax = answer_matrix(ANSWERS, ax=axes(8, height))
    assert min(box.y0 for box in (*boxes(ax, "position"), *boxes(ax, "empty"))) >= -1


def test_refuses_what_would_mislead():
    with pytest.raises(hv.DataError, match="column mark: must be one of clash, differ, agree; got 'smile'"):
        answer_matrix(ANSWERS.assign(mark="smile"), ax=axes())
    with pytest.raises(hv.DataError, match="missing: remark"):
        answer_matrix(ANSWERS.drop(columns="remark"), ax=axes())
    small = axes(2, 1)
    with pytest.raises(hv.DataError, match=r"no room is left|does not fit|all that the pages say"):
        answer_matrix(ANSWERS, ax=small)
    assert not small.texts
