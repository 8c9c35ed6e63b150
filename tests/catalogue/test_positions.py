"""The figures of single questions, held to the positions in the tables."""

import pytest
from matplotlib.patches import FancyBboxPatch

import her2viz as hv
from figures import figure
from her2viz.catalogue.positions import POSITION_FIGURES
from her2viz.catalogue.registry import entry

NAMES = [entry.name for entry in POSITION_FIGURES]
TITLES = {
    "disagreement-second-site": "Four pages list liver before lungs; one also the reverse",
    "disagreement-her2-pace": "Both pages say the pace depends; one also says fast",
    "disagreement-bone-pain": "Bone pain: four pages tell parts, none the whole",
    "disagreement-closed-list": "One page closes the site list; one says almost any part",
    "disagreement-palbociclib": "Palbociclib: Overview page names four traits, Guide page one",
    "disagreement-when-to-call": "With a new symptom, no page gives a time to wait",
    "disagreement-early-her2-spread": "Spread in about 25 of 100, one page says; one gives no number",
}


def positions(name):
    rows = hv.load_disagreements()
    return rows[rows["question_id"].astype(str) == name.removeprefix("disagreement-")]


def drawn(fig):
    """All that is written in the panel, broken lines joined."""
    return " ".join(text.get_text() for ax in fig.mpl.axes for text in ax.texts)


def test_titles():
    assert {name: figure(name).title for name in NAMES} == TITLES


def test_a_title_follows_the_rows():
    second = entry("disagreement-second-site")
    rows = second.rows(None)
    assert second.title(rows[rows["answer"] == "liver before lungs"]) == "Four pages list liver before lungs"
    assert second.title(rows[rows["page"] != "Insights page"]).startswith("Three pages list liver before lungs;")
    pace = entry("disagreement-her2-pace")
    rows = pace.rows(None)
    rows = rows[(rows["answer"] != "it depends") | (rows["page"] == "Cleveland Clinic")]
    assert pace.title(rows).endswith("Two pages contradict each other")
    assert pace.title(rows.assign(relation="differ")).endswith("Two pages differ")


@pytest.mark.parametrize("name", NAMES)
def test_every_position_is_told_with_whom_it_is_about(name):
    fig = figure(name)
    for row in positions(name).itertuples():
        assert row.position[1:] in fig.description
        assert row.population in fig.description
        assert f"line {row.line}" in " ".join(fig.sources)
    assert set(fig.data["row_id"]) == set(positions(name)["row_id"])


@pytest.mark.parametrize("name", ["disagreement-second-site", "disagreement-her2-pace", "disagreement-bone-pain"])
def test_every_position_stands_in_a_tile(name):
    for text in positions(name)["in_short"]:
        assert text.removesuffix("; no rank") in drawn(figure(name))


def test_what_all_lists_lack_is_said_once():
    fig = figure("disagreement-second-site")
    assert "no rank" not in drawn(fig)
    assert [text.get_text() for text in fig.mpl.texts].count("List order is not rank.") == 1


def test_two_lists_of_one_page_are_told_apart_by_its_own_words():
    fig = figure("disagreement-second-site")
    mine = positions("disagreement-second-site").query("source_id == 'guide' and hedge == 'flat'")
    assert set(mine["qualifier"]) == {"such as", "most common"}
    for row in mine.itertuples():
        assert f"{row.in_short} \u201c{row.qualifier}\u201d list" in drawn(fig)
    noted = fig.data.loc[fig.data["remark"].str.endswith("list"), ["source_id", "qualifier", "remark"]]
    assert noted["source_id"].tolist() == ["overview", "guide", "guide"], "another page calls its list the same"
    assert (noted["remark"] == "\u201c" + noted["qualifier"].astype(str) + "\u201d list").all()


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
def test_names_stand_in_line_below_organs_in_the_middle_of_their_card(size):
    fig = figure("disagreement-second-site", size)
    ax = fig.mpl.axes[0]
    fig.mpl.draw_without_rendering()
    boxes = [(t.get_text(), t.get_window_extent()) for t in ax.texts]
    names = [box.y0 for text, box in boxes if text in ("Insights page", "Cleveland Clinic", "Overview page")]
    guide = [box.y0 for text, box in boxes if text == "Guide page"]
    assert sorted(guide) == pytest.approx([names[2], names[0]], abs=0.5)
    assert names[0] == pytest.approx(names[1], abs=0.5)
    tiles = [p.get_window_extent() for p in ax.patches if p.get_gid() == "position"]
    above = [min(t.y1 - y for t in tiles if t.y0 < y < t.y1) for y in (*names, *guide)]
    assert above == pytest.approx([above[0]] * 5, abs=0.5)
    cards = [p.get_window_extent() for p in ax.patches if p.get_gid() == "card" and isinstance(p, FancyBboxPatch)]
    for card, heading in zip(cards, ("Liver before lungs", "Lungs before liver"), strict=True):
        box = next(box for text, box in boxes if text == heading)
        assert box.x0 + box.x1 == pytest.approx(card.x0 + card.x1, abs=4)
        organs = [p.get_window_extent() for p in ax.patches if p.get_gid() == "organ"]
        mine = [box for box in organs if card.x0 < box.x0 < card.x1]
        middle = (min(box.x0 for box in mine) + max(box.x1 for box in mine)) / 2
        assert abs(middle - (card.x0 + card.x1) / 2) < 0.05 * (card.x1 - card.x0)


def test_the_sign_for_fast_is_not_the_one_for_no_set_pace():
    fig = figure("disagreement-her2-pace")
    ax = fig.mpl.axes[0]
    fig.mpl.draw_without_rendering()
    first, _, fast = [p.get_window_extent() for p in ax.patches if p.get_gid() == "card"]
    arrows = [p.get_window_extent() for p in ax.patches if p.get_gid() == "motif"]
    ends = [sorted(a.x1 - card.x0 for a in arrows if card.x0 < a.x0 < card.x1) for card in (first, fast)]
    assert [len({round(end) for end in card}) for card in ends] == [4, 2]
    assert len(ends[1]) == 2, "one line with two heads"


def test_only_a_list_that_leaves_no_other_site_is_closed():
    rows = figure("disagreement-closed-list").data
    assert rows.loc[rows["shut"], "page"].tolist() == ["Cleveland Clinic"]
    open_lists = rows[~rows["shut"] & (rows["sites"] != "")]
    assert open_lists["qualifier"].str.contains("often|common").all()


@pytest.mark.parametrize("name", NAMES)
def test_unsigned_pages_are_called_so(name):
    fig, pages = figure(name), hv.load_sources().query("publisher.isna() and named_expert.isna()")["short_name"]
    shown = set(fig.data["page"]) & set(pages)
    head, page = f"{fig.words.reference} {fig.words.aside}", " ".join(text.get_text() for text in fig.mpl.texts)
    if name.removeprefix("disagreement-") in ("bone-pain", "closed-list", "second-site"):  # the head has no room for it
        assert "nsigned" not in head
        assert page.endswith("Unsigned: all but Cleveland Clinic.")
        assert shown == set(pages)
    else:
        assert "nsigned" in head
        assert "Two unsigned" in head or all(page_name.removesuffix(" page") in head for page_name in shown)


def test_the_year_of_approval_and_the_receptors_are_told():
    fig = figure("disagreement-palbociclib")
    assert "approved in 2015" in drawn(fig)
    assert "estrogen and hormone receptor" in fig.words.note


def test_a_number_stands_with_its_group_and_a_doctor_with_her_words():
    assert "of 100 women with advanced breast cancer" in drawn(figure("disagreement-second-site"))
    assert "grows very fast says Shimoli Barot, MD" in drawn(figure("disagreement-her2-pace"))
    early = drawn(figure("disagreement-early-her2-spread"))
    assert (
        "About 25 of 100 people with early-stage HER2-positive breast cancer see it spread it gives no time span"
        in early
    )


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
def test_every_answer_on_the_list_of_sites_is_as_large(size):
    fig = figure("disagreement-closed-list", size)
    answers = ("often certain", "of six", "four", "less common", "any part")
    texts = [text for ax in fig.mpl.axes for text in ax.texts]
    found = [next(text for text in texts if answer in text.get_text()) for answer in answers]
    assert len({text.get_fontsize() for text in found}) == 1
    assert any("order of sites is no rank" in text.get_text() for text in fig.mpl.texts)


def test_lists_are_in_the_order_of_the_page():
    sites = figure("disagreement-closed-list").data.set_index("page")["sites"].drop_duplicates(keep="first")
    assert sites["Cleveland Clinic"] == "liver lung bone brain skin distant_lymph_node"
    guide = figure("disagreement-closed-list").data.query("page == 'Guide page'")["sites"].tolist()
    assert guide == ["bone lung liver brain | skin lymph_node peritoneum", ""]


def test_nobody_is_told_to_wait():
    fig = figure("disagreement-when-to-call")
    assert "Tell your care team about new symptoms now." in fig.caption
    assert fig.alt.startswith("Table. Tell your care team about new symptoms now.")
    assert "Guide page: " in fig.alt
    assert "not a time to wait" in fig.description
    assert drawn(fig).count("none given") == fig.data["page"].nunique()
    first, *others = fig.mpl.axes[0].texts
    assert first.get_text() == "Tell your care team about new symptoms now"
    assert first.get_fontsize() > max(text.get_fontsize() for text in (*others, *fig.mpl.texts))
    assert "\u201cNow\u201d is our word" in fig.words.aside
    assert set(fig.data["page"]) <= {text.get_text() for text in others}


def test_a_call_is_told_with_the_passage_that_it_stands_in():
    fig = figure("disagreement-when-to-call")
    for row in positions("disagreement-when-to-call").itertuples():
        if str(row.context).startswith("passage"):
            assert f"{row.in_short.partition(';')[0]} {row.context}" in drawn(fig)


def test_what_women_should_know_is_a_sentence_that_keeps_its_if():
    row = positions("disagreement-when-to-call").set_index("row_id").loc["guide-position-when-to-call-signs"]
    assert f"{row['population']}: {row['in_short']}" in drawn(figure("disagreement-when-to-call"))
    assert "know signs" in row["in_short"]
    assert row["in_short"].endswith("if needed")


def test_bone_pain_is_told_with_what_it_is_not_like_and_without_a_sign():
    fig = figure("disagreement-bone-pain")
    assert "usually a deep, constant ache that does not get better; not like arthritis or muscle pain" in drawn(fig)
    assert "can be excruciating in a first-person passage" in drawn(fig)
    assert not [patch for ax in fig.mpl.axes for patch in ax.patches if patch.get_gid() == "motif"]


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
def test_no_page_tells_the_whole_of_bone_pain(size):
    ax = figure("disagreement-bone-pain", size).mpl.axes[0]
    rows = positions("disagreement-bone-pain").drop_duplicates(["source_id", "answer"])
    assert [p.get_gid() for p in ax.patches].count("position") == len(rows)
    assert "not said" in drawn(figure("disagreement-bone-pain", size))
    silent = [p.get_window_extent() for p in ax.patches if p.get_gid() == "empty"]
    tall = [
        t.get_window_extent() for t in ax.texts if t.get_text() in ("Insights", "Cleveland Clinic", "Overview", "Guide")
    ]
    assert all(any(box.y0 < name.y0 < box.y1 for box in silent) for name in tall), "a page without an empty outline"
    for name, note in (("Insights", "on HER2-positive"), ("Guide", "on all breast cancer")):
        at = next(t.get_window_extent() for t in ax.texts if t.get_text() == name)
        assert any(t.get_text() == note and 0 < at.y0 - t.get_window_extent().y0 < 2 * at.height for t in ax.texts)


def test_a_condition_that_a_page_does_not_name_is_an_outline_that_says_so():
    ax = figure("disagreement-palbociclib").mpl.axes[0]
    texts = [text.get_text() for text in ax.texts]
    assert texts.count("not named") == 3
    assert [p.get_gid() for p in ax.patches].count("empty") == 3
    assert {"ER-positive", "HER2-negative", "metastatic", "postmenopausal women", "HR-positive"} <= set(texts)
    passage = next(text for text in ax.texts if text.get_text() == "passage on advanced breast cancer")
    above = texts[texts.index(passage.get_text()) - 1]
    assert above == "not named"
    assert passage.get_fontsize() < next(text for text in ax.texts if text.get_text() == above).get_fontsize()


def test_the_question_stands_above_pages_of_groups_that_share_too_little():
    fig = figure("disagreement-palbociclib")
    asked = hv.load_disagreements().query("question_id == 'palbociclib'")["question"].iloc[0]
    assert fig.words.reference == f"{asked} Two unsigned web pages on all breast cancer"
    assert fig.caption.count(asked) == fig.caption.count("web pages on all breast cancer") == 1


def test_a_plain_title_has_no_number():
    for name in NAMES:
        title = hv.figure(name, plain_title=True).title
        assert not any(letter.isdigit() for letter in title.replace("HER2", "")), title
