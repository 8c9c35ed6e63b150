"""What the charts of pages draw, measured on the artists: pips, pages beside symptoms, lists of sites."""

from collections import Counter
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch
from matplotlib.transforms import Bbox

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.columns import pip_columns
from her2viz.charts.claims.organ_list import organ_list
from her2viz.charts.claims.site_columns import site_columns
from her2viz.charts.typesetting import LEADING

SHARED = pd.DataFrame(
    [("bone", "Bone", "ache", 4), ("bone", "Bone", "a longer name of an ache", 2), ("liver", "Liver", "itch", 3)],
    columns=["site", "label", "symptom", "pages"],
).assign(of_pages=4)
LISTED = pd.DataFrame(
    [
        ("ache", "Page A", 2, "Page A: dull"),
        ("ache", "Page B", 2, ""),
        ("itch", "Page B", 1, ""),
        ("rash", "Page B", 1, ""),
    ],
    columns=["symptom", "short_name", "pages", "adds"],
).assign(site="liver", label="Liver", of_pages=4)
LISTS = pd.DataFrame(
    [("Page A", "bone"), ("Page A", "liver"), ("Page B", "liver"), ("Page B", "bone"), ("Page B", "skin")],
    columns=["short_name", "site"],
).assign(about="a topic", signed="", column=1, heading="in turn", name=lambda d: d["site"].str.title())


def axes(wide=10, tall=5):
    return plt.figure(figsize=(wide, tall)).add_axes((0.02, 0.02, 0.96, 0.96))


def pips(ax):
    return Counter((p.get_label(), p.get_gid()) for p in ax.patches if (p.get_gid() or "").endswith("pip"))


def at(ax, text):
    return next(t.get_position() for t in ax.texts if t.get_text() == text)


def test_as_many_pips_are_filled_as_pages_list_a_symptom():
    found = pips(pip_columns(SHARED, ax=axes()))
    for row in SHARED.itertuples():
        label = f"{row.site}: {row.symptom}"
        assert (found[label, "pip"], found[label, "empty pip"]) == (row.pages, 4 - row.pages)


def test_filled_pips_come_first_and_are_blue_and_empty_ones_are_not():
    ax = pip_columns(SHARED, ax=axes())
    row = sorted((p for p in ax.patches if p.get_label() == "liver: itch"), key=lambda p: p.center[0])
    assert [p.get_gid() for p in row] == ["pip"] * 3 + ["empty pip"]
    assert [to_hex(p.get_facecolor()) == style.FILL for p in row] == [True] * 3 + [False]
    assert len({round(p.center[1], 6) for p in row}) == 1


def test_a_symptom_stands_right_of_its_pips_in_the_card_of_its_site():
    ax = pip_columns(SHARED, ax=axes())
    for row in SHARED.itertuples():
        own = [p for p in ax.patches if p.get_label() == f"{row.site}: {row.symptom}"]
        x, y = at(ax, row.symptom)
        assert x > max(p.center[0] + p.radius for p in own)
        assert own[0].center[1] == pytest.approx(y, abs=0.1)
    assert at(ax, "itch")[0] > at(ax, "Liver")[0] > at(ax, "ache")[0]


def test_pips_stand_beside_what_several_pages_list_and_once_over_what_one_lists():
    ax = organ_list(LISTED, notes=[("To know", "Some words")], ax=axes())
    assert pips(ax) == {
        ("liver: ache", "pip"): 2,
        ("liver: ache", "empty pip"): 2,
        ("one page", "pip"): 1,
        ("one page", "empty pip"): 3,
    }
    assert "Page A: dull" in [t.get_text() for t in ax.texts]
    assert "Page A" not in [t.get_text() for t in ax.texts]


def test_what_one_page_lists_stands_below_its_name_on_a_card_and_smaller():
    ax = organ_list(LISTED, ax=axes())
    *_, box = (p.get_window_extent() for p in ax.patches if p.get_gid() == "card")
    found = {t.get_text(): t for t in ax.texts}
    on_card = [text for text, t in found.items() if box.contains(*t.get_window_extent().get_points()[0])]
    assert on_card == ["one page", "Page B", "itch, rash"]
    assert found["ache"].get_fontsize() == found["one page"].get_fontsize() > found["itch, rash"].get_fontsize()


def test_a_symptom_is_smaller_only_where_the_list_has_no_room():
    few, some = (organ_list(rows, ax=axes()) for rows in (LISTED[:1], LISTED))
    assert few.texts[0].get_fontsize() == some.texts[0].get_fontsize()
    many = organ_list(
        pd.concat([LISTED, *(LISTED[:1].assign(symptom=f"ache {n}", adds="") for n in range(13))]), ax=axes(10, 2.75)
    )
    assert next(t for t in few.texts if t.get_text() == "ache").get_fontsize() > many.texts[0].get_fontsize()


@pytest.mark.parametrize("note_lines", [1, 3])
def test_cards_are_as_high_as_each_other_and_the_first_note_stands_below_the_organ_on_its_card(note_lines):
    ax = organ_list(LISTED, notes=[("To know", "many words " * 6 * note_lines)], ax=axes())
    cards = [p.get_window_extent() for p in ax.patches if p.get_gid() == "card"]
    assert len({(round(box.y0), round(box.y1)) for box in cards}) == 1
    assert [left.x1 < right.x0 for left, right in pairwise(cards)] == [True, True]
    organ = min(p.get_window_extent().y0 for p in ax.patches if p.get_gid() == "organ")
    note = [t.get_window_extent() for t in ax.texts if t.get_text() == "To know" or "many" in t.get_text()]
    assert all(box.y1 < organ and cards[0].contains(*box.get_points().mean(0)) for box in note)


@pytest.mark.parametrize("size", ["slide", "screen", "print"])
def test_all_rows_of_all_cards_are_as_far_apart(size):
    (ax,) = hv.figure("symptoms", size=size).mpl.axes
    tops = {p.get_label(): p.center[1] for p in ax.patches if (p.get_gid() or "").endswith("pip")}
    texts = {t.get_text(): t.get_fontsize() for t in ax.texts}
    em = texts["bone pain"] / 72
    steps = []
    for (label, top), (below, next_top) in pairwise(tops.items()):
        site, name = label.split(": ")
        if below.startswith(f"{site}: "):
            lines = sum(text in name for text in texts)
            steps.append((next_top - top) / em - LEADING * (lines - 1))
    assert len(steps) == len(tops) - 4
    assert steps == pytest.approx([steps[0]] * len(steps))


def test_a_note_stands_on_a_card_of_its_own_below_the_column_with_the_most_room():
    ax = pip_columns(SHARED, note="Some words.", ax=axes())
    assert at(ax, "Some words.")[0] == at(ax, "Liver")[0]
    assert at(ax, "Some words.")[1] > at(ax, "itch")[1]
    cards = [p.get_window_extent() for p in ax.patches if isinstance(p, FancyBboxPatch)]
    words = {t.get_text(): t.get_window_extent() for t in ax.texts}
    held = [[text for text, box in words.items() if card.contains(*box.get_points().mean(0))] for card in cards]
    assert held[1:] == [["Liver", "itch"], ["Some words."]]
    assert cards[0].y0 == pytest.approx(cards[2].y0)
    with pytest.raises(hv.DataError, match="all the rows"):
        pip_columns(SHARED, note="many words " * 200, ax=axes())


def organ_areas(name):
    (ax,) = hv.figure(name, size="slide").mpl.axes
    cards = [p.get_window_extent() for p in ax.patches if isinstance(p, FancyBboxPatch)]
    organs = [p.get_window_extent() for p in ax.patches if p.get_gid() == "organ"]
    on_cards = [[organ for organ in organs if box.contains(*organ.get_points().mean(0))] for box in cards]
    around = [Bbox.union(mine) for mine in on_cards if mine]
    return [box.width * box.height for box in around]


def test_organs_are_as_large_as_each_other():
    for areas in (
        organ_areas("symptoms"),
        [area for site in ("bone", "lung", "liver", "brain") for area in organ_areas(f"symptoms-{site}")],
    ):
        assert areas == pytest.approx([areas[0]] * 4, rel=0.08)


def test_an_organ_meets_no_word_of_its_card():
    fig = hv.figure("symptoms", size="slide")
    fig.mpl.draw_without_rendering()
    (ax,) = fig.mpl.axes
    organs = [p.get_window_extent() for p in ax.patches if p.get_gid() == "organ"]
    words = [t.get_window_extent() for t in ax.texts]
    assert len(organs) > 8
    assert not [1 for organ in organs for box in words if organ.overlaps(box)]


def test_nothing_joins_lists_whose_order_is_no_rank():
    ax = site_columns(LISTS, ax=axes())
    assert not ax.lines


def test_a_later_list_of_a_column_lies_across_its_card():
    lists = pd.concat([LISTS, LISTS.tail(2).assign(heading="less common", site=["liver", "skin"], name=["A", "B"])])
    ax = site_columns(lists, ax=axes())
    first, second = (at(ax, name) for name in "AB")
    assert first[1] == pytest.approx(second[1])
    assert first[0] < second[0]


def test_sites_stand_in_the_order_of_their_page():
    ax = site_columns(LISTS, ax=axes())
    second = [t for t in ax.texts if t.get_text() in ("Liver", "Bone", "Skin") and t.get_position()[0] > 5]
    assert [t.get_text() for t in sorted(second, key=lambda t: t.get_position()[1])] == ["Liver", "Bone", "Skin"]


@pytest.mark.parametrize(("chart", "rows"), [(pip_columns, SHARED), (organ_list, LISTED), (site_columns, LISTS)])
def test_no_chart_is_drawn_where_it_does_not_fit(chart, rows):
    ax = axes(2, 0.8)
    with pytest.raises(hv.DataError, match="all the rows"):
        chart(rows, ax=ax)
    assert not ax.patches
