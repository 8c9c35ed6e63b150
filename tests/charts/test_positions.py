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
from her2viz.charts.claims.calls import calls_by_page
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


CALLS = rows(
    ["whom", "statement", "remark", "wait", "more"],
    ("Page A", "of people", "any symptom", "passage", "none", ""),
    ("Page B", "", "new one", "", "no time", "women: know"),
)


def test_what_to_do_stands_first_and_largest():
    ax = calls_by_page(CALLS, action="Tell your care team", ax=axes())
    told = next(t for t in ax.texts if t.get_text() == "Tell your care team")
    others = [t for t in ax.texts if t is not told]
    assert told.get_fontsize() > max(t.get_fontsize() for t in others)
    assert told.get_window_extent().y0 > max(t.get_window_extent().y1 for t in others)


def test_a_page_has_a_tile_with_its_reason_and_a_broken_outline_for_no_time_to_wait():
    ax = calls_by_page(CALLS, action="Tell your care team", ax=axes())
    tiles, frames = boxes(ax, "position"), [p for p in ax.patches if p.get_gid() == "no time"]
    assert len(tiles) == len(frames) == 2
    assert len({round(tile.height, 3) for tile in tiles}) == 1, "no page weighs more"
    said = (("Page A", "any symptom", "none"), ("Page B", "new one", "no time"))
    for tile, frame, (page, reason, wait) in zip(tiles, frames, said, strict=True):
        assert to_hex(frame.get_facecolor()) == style.PAPER
        assert frame.get_linestyle() not in ("-", "solid")
        box = frame.get_window_extent()
        assert tile.x0 < place(ax, reason).x0 < place(ax, reason).x1 < tile.x1
        assert box.x0 < place(ax, wait).x0 < place(ax, wait).x1 < box.x1
        assert all(tile.y0 < (place(ax, text).y0 + place(ax, text).y1) / 2 < tile.y1 for text in (page, reason, wait))
    assert place(ax, "women: know").x0 > max(frame.get_window_extent().x1 for frame in frames)


SETS = rows(
    ["whom", "statement", "remark", "sites", "labels", "shut"],
    ("Page A", "", "these three", "", "bone liver distant_lymph_node", "bones|liver|distant lymph nodes", True),
    ("Page B", "", "these four", "", "liver bone | lymph_node skin", "liver|bones|lymph nodes|skin", False),
    ("Page B", "", "or anywhere", "of people", "", "", False),
)


def organs(ax):
    return boxes(ax, "organ")


def test_a_list_is_shut_in_a_frame_and_an_arrow_goes_past_all_columns():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    assert shut.y0 < (place(ax, "Page A").y0 + place(ax, "Page A").y1) / 2 < shut.y1
    assert shut.x1 < place(ax, "skin").x0, "what it does not list is outside"
    (arrow,) = boxes(ax, "anywhere")
    assert arrow.x1 > place(ax, "skin").x1
    for text in ("or anywhere", "of people"):
        assert arrow.x0 < place(ax, text).x0 < place(ax, text).x1 < arrow.x1
        assert arrow.y0 < place(ax, text).y0 < place(ax, text).y1 < arrow.y1
    assert arrow.y1 < min(box.y0 for box in organs(ax))


def test_a_list_that_leaves_room_for_others_has_no_frame():
    ax = site_sets(SETS.head(1).assign(shut=False), ax=axes())
    assert not boxes(ax, "set")
    assert not boxes(ax, "anywhere")


def test_organs_stand_below_the_name_of_their_column_in_the_row_of_each_page_that_lists_them():
    ax = site_sets(SETS, ax=axes())
    (shut,) = boxes(ax, "set")
    inside = [box for box in organs(ax) if shut.y0 < box.y0 < shut.y1]
    assert all(shut.x0 < box.x0 and box.x1 < shut.x1 and box.y1 < shut.y1 for box in inside)
    listed = [box for box in organs(ax) if box not in inside]
    for name, pages in (("bones", 2), ("liver", 2), ("lymph nodes", 2), ("skin", 1)):
        middle = place(ax, name).get_points()[:, 0].mean()
        assert place(ax, name).y0 > max(box.y1 for box in organs(ax))
        assert sum(any(box.x0 <= middle <= box.x1 for box in row) for row in (inside, listed)) == pages, name
    distant = place(ax, "distant")
    assert shut.x0 < distant.x0 < distant.x1 < shut.x1
    assert shut.y0 < distant.y0 < distant.y1 < shut.y1


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
    down = np.asarray(array.get_offsets())[:, 1]
    steps = np.diff(sorted({round(y, 6) for y in down}))
    assert steps.argmax() == 4, "a gap after five"


def test_what_a_page_gives_is_largest_and_what_a_number_lacks_is_bold():
    ax = number_or_none(NUMBERS, ax=axes())
    size = {t.get_text(): t.get_fontsize() for t in ax.texts}
    assert size["About 25 of 100"] == size["No number"] == max(size.values())
    assert size["see it"] == size["no span"] == size["many do not"]
    (lacking,) = (t for t in ax.texts if t.get_text() == "no span")
    assert lacking.get_weight() == "bold"


def test_no_number_stands_in_its_empty_frame():
    ax = number_or_none(NUMBERS, ax=axes())
    frame = next(p for p in ax.patches if p.get_gid() == "no number").get_window_extent()
    for text in ("No number", "many do not"):
        assert frame.x0 < place(ax, text).x0 < place(ax, text).x1 < frame.x1
        assert frame.y0 < place(ax, text).y0 < place(ax, text).y1 < frame.y1
