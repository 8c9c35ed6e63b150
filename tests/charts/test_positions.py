"""What the charts of single questions draw, measured on the artists."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.answer_cards import answer_cards
from her2viz.charts.claims.one_number import number_or_none
from her2viz.charts.claims.site_sets import site_sets


def axes(width=13, height=6):
    figure = plt.figure(figsize=(width, height))
    return figure.add_axes((0, 0, 1, 1))


def rows(columns, *cells):
    return pd.DataFrame(cells, columns=["page", *columns])


def boxes(ax, gid):
    return [p.get_window_extent() for p in ax.patches if p.get_gid() == gid]


def cards(ax):
    return sorted(
        (p.get_window_extent() for p in ax.patches if p.get_gid() == "card" and isinstance(p, FancyBboxPatch)),
        key=lambda box: box.x0,
    )


def place(ax, text):
    return next(t for t in ax.texts if t.get_text() == text).get_window_extent()


ANSWERS = rows(
    ["whom", "answer", "motif", "statement", "remark"],
    ("Page A", "of people", "liver first", "liver lung", "liver named first", ""),
    ("Page B", "", "liver first", "liver lung", "liver once", ""),
    ("Page B", "", "lungs first", "lung liver", "lungs once", "of women"),
)


def test_a_tile_stands_on_the_card_of_its_answer_with_the_words_of_its_page():
    ax = answer_cards(ANSWERS, ax=axes())
    left, right = cards(ax)
    tiles = boxes(ax, "position")
    assert [left.x0 < tile.x0 < tile.x1 < left.x1 for tile in tiles] == [True, True, False]
    assert right.x0 < tiles[2].x0 < tiles[2].x1 < right.x1
    assert len({round(tile.width, 6) for tile in tiles}) == 1
    for tile, said in zip(tiles, ("liver named first", "liver once", "lungs once"), strict=True):
        assert tile.x0 < place(ax, said).x0 < place(ax, said).x1 < tile.x1
        assert tile.y0 < place(ax, said).y0 < place(ax, said).y1 < tile.y1
    first = place(ax, "Page A")
    assert tiles[0].y0 < first.y0 < first.y1 < tiles[0].y1
    assert place(ax, "of women").y1 < place(ax, "lungs once").y0


def test_organs_stand_above_their_answer_in_its_order():
    ax = answer_cards(ANSWERS, ax=axes())
    left, right = cards(ax)
    organs = [p for p in ax.patches if p.get_gid() == "organ"]
    for card, heading in ((left, "Liver first"), (right, "Lungs first")):
        assert min(p.get_window_extent().y0 for p in organs) > place(ax, heading).y1
        mine = [p.get_window_extent() for p in organs if card.x0 < p.get_window_extent().x0 < card.x1]
        liver = max(mine, key=lambda box: box.width)
        assert (liver.x0 == min(box.x0 for box in mine)) == (card is left), "not where its answer names it"


def test_two_statements_under_one_answer_share_a_tile_and_a_line_parts_them():
    ax = answer_cards(ANSWERS.assign(answer="liver first", motif="liver"), ax=axes())
    assert len(boxes(ax, "position")) == 2
    (line,) = [line for line in ax.lines if line.get_gid() == "rule"]
    y = ax.transData.transform((0, line.get_ydata()[0]))[1]
    assert place(ax, "liver once").y0 > y > place(ax, "lungs once").y1


def test_what_to_do_stands_first_and_largest():
    ax = answer_cards(ANSWERS, action="Tell your care team", ax=axes())
    told = next(t for t in ax.texts if t.get_text() == "Tell your care team")
    others = [t for t in ax.texts if t is not told]
    assert told.get_fontsize() > max(t.get_fontsize() for t in others)
    assert told.get_window_extent().y0 > max(t.get_window_extent().y1 for t in others)


def test_tiles_side_by_side_are_as_tall_and_end_with_their_card():
    pages = pd.DataFrame({"page": list("ABCD"), "whom": "", "answer": "x", "motif": "liver", "statement": "says so"})
    ax = answer_cards(pages.assign(remark=["", "", "", "of some"]), ax=axes())
    tiles, (card,) = boxes(ax, "position"), cards(ax)
    assert len({round(tile.height, 3) for tile in tiles}) == 1
    assert min(tile.y0 for tile in tiles) - card.y0 < 0.2 * tiles[0].height
    assert place(ax, "C").y0 == pytest.approx(place(ax, "D").y0)


@pytest.mark.parametrize("column", ["answer", "remark"])
def test_missing_columns_are_named(column):
    with pytest.raises(hv.DataError, match=f"missing: {column}"):
        answer_cards(ANSWERS.drop(columns=column), ax=axes())


def test_what_does_not_fit_raises_and_leaves_nothing():
    ax = axes(3, 1)
    with pytest.raises(hv.DataError, match="no room is left"):
        answer_cards(ANSWERS, ax=ax)
    assert not ax.texts


SETS = rows(
    ["whom", "statement", "remark", "sites", "labels", "shut"],
    ("Page A", "", "these two", "", "bone liver", "bones|liver", True),
    ("Page B", "", "these three", "", "bone liver | skin", "||skin", False),
    ("Page B", "", "or anywhere", "", "", "", False),
)


def dots(ax):
    return [line for line in ax.lines if line.get_gid() == "open set"]


def test_a_list_is_shut_in_a_frame_and_one_that_goes_on_ends_in_dots():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    assert shut.y0 < (place(ax, "Page A").y0 + place(ax, "Page A").y1) / 2 < shut.y1
    (more,) = dots(ax)
    assert len(more.get_xdata()) == 3
    place_of_dots = more.get_window_extent()
    assert place(ax, "skin").x1 < place_of_dots.x0 < place_of_dots.x1 < place(ax, "or anywhere").x0
    assert not shut.y0 < place_of_dots.y0 < shut.y1


def test_a_list_that_leaves_room_for_others_has_no_frame():
    ax = site_sets(SETS.head(1).assign(shut=False), ax=axes())
    assert not boxes(ax, "set")
    (more,) = dots(ax)
    assert more.get_window_extent().x1 < place(ax, "these two").x0


def test_organs_stand_in_their_frame_over_their_names():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    inside = [box for box in boxes(ax, "organ") if shut.y0 < box.y0 < shut.y1]
    assert inside
    assert all(shut.x0 < box.x0 and box.x1 < shut.x1 and box.y1 < shut.y1 for box in inside)
    assert min(box.y0 for box in inside) > place(ax, "liver").y0


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
    assert to_hex(frame.get_facecolor()) == style.PAPER
    box = frame.get_window_extent()
    assert place(ax, "Page B").x0 == pytest.approx(box.x0, abs=3)
    across = np.ptp(np.asarray(array.get_offsets())[:, 0]) + array.get_widths()[0]
    assert frame.get_width() == pytest.approx(across, rel=0.05), "no number weighs as much"
    assert len({round(card.width, 3) for card in cards(ax)}) == 1
    down = np.asarray(array.get_offsets())[:, 1]
    steps = np.diff(sorted({round(y, 6) for y in down}))
    assert steps.argmax() == 4, "a gap after five"


def test_what_a_number_lacks_is_as_large_as_a_heading():
    ax = number_or_none(NUMBERS, ax=axes())
    size = {t.get_text(): t.get_fontsize() for t in ax.texts}
    assert size["no span"] == size["Page A"]
