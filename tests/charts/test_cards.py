"""What cards, flows and notes of text draw, measured on the artists."""

import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import her2viz as hv
from her2viz import style
from her2viz.charts.claims.cards import claim_cards
from her2viz.charts.claims.flow import step_flow
from her2viz.charts.claims.notes import text_cards


@pytest.fixture
def claims():
    said = hv.load_disagreements().query("question_id == 'second-site'").astype({"source_id": str})
    return said.rename(columns={"source_id": "card", "position": "text", "population": "whom"})


@pytest.fixture
def steps():
    return pd.DataFrame(
        {
            "step": ["invasion", "intravasation", "travel", "travel"],
            "text": ["Cells can invade tissue nearby.", None, "One route is the blood.", "One is the lymph system."],
        }
    )


@pytest.fixture
def notes():
    return pd.DataFrame(
        {
            "card": ["Scans", "Symptoms", "Symptoms"],
            "lead": [None, "Tell your care team now.", "Tell your care team now."],
            "text": ["Every 3 to 6 months.", "New ones: talk to the doctor.", "Others too."],
            "under": [
                "Insights page, about people in treatment",
                "Cleveland Clinic, about people",
                "Cleveland Clinic, about people",
            ],
        }
    )


def words(ax):
    return re.sub(r"\s+", " ", " ".join(t.get_text() for t in ax.texts)).replace("\u2022 ", "")


def cards(ax):
    return [p for p in ax.patches if p.get_gid() == "card"]


def inside(ax, card):
    """The texts whose middle lies in a card."""
    box = card.get_window_extent()
    found = []
    for text in ax.texts:
        t = text.get_window_extent()
        if box.contains((t.x0 + t.x1) / 2, (t.y0 + t.y1) / 2):
            found.append(text)
    return found


def on_page(width=12.0, height=6.0):
    _, ax = plt.subplots(figsize=(width, height), layout=None)
    ax.set_position((0.02, 0.02, 0.96, 0.96))
    return ax


def test_a_card_a_page_holds_its_claims_in_full(claims):
    ax = claim_cards(claims, ax=on_page())
    assert len(cards(ax)) == claims["card"].nunique()
    for card, (name, mine) in zip(cards(ax), claims.groupby("card", sort=False), strict=True):
        held = words(type("Held", (), {"texts": inside(ax, card)}))
        assert held.startswith(name)
        for column in ("text", "whom"):
            for said in mine[column]:
                assert all(word in held for word in said.split())
    for said in claims["text"]:
        assert said in words(ax)


def test_whom_stands_beside_its_claim_and_is_muted(claims):
    ax = claim_cards(claims, ax=on_page(16, 8))
    muted = [t for t in ax.texts if to_hex(t.get_color()) == style.MUTED and t.get_text() != "\u2022"]
    women = next(t for t in muted if t.get_text().startswith("women with advanced"))
    figures = next(t for t in ax.texts if t.get_text().startswith("By its figures"))
    assert women.get_position()[1] == figures.get_position()[1]
    assert women.get_position()[0] > figures.get_window_extent().x1 / ax.figure.dpi - 1


def test_nothing_is_said_of_whom_where_the_column_is_absent(claims):
    ax = claim_cards(claims.drop(columns="whom"), ax=on_page())
    assert "people with" not in words(ax)


def test_words_under_a_heading(claims):
    ax = claim_cards(claims.assign(under="the page itself"), ax=on_page())
    assert words(ax).count("the page itself") == 4


def test_type_shrinks_to_the_small_size_and_no_further(claims):
    sizes = set()
    for height in (9, 4):
        ax = claim_cards(claims, ax=on_page(10, height))
        (size,) = {t.get_fontsize() for t in ax.texts}
        sizes.add(size)
    with mpl.rc_context({"axes.labelsize": 6}):
        ax = claim_cards(claims, ax=on_page(10, 2))
        assert {t.get_fontsize() for t in ax.texts} == {6}
    assert sizes == {10}


def test_steps_run_downwards_joined_by_arrows(steps):
    ax = step_flow(steps, ax=on_page())
    assert len(cards(ax)) == 3
    arrows = [p for p in ax.patches if p.get_gid() == "arrow"]
    assert len(arrows) == 2
    tops = [c.get_window_extent() for c in cards(ax)]
    for arrow, above, below in zip(arrows, tops, tops[1:], strict=False):
        box = arrow.get_window_extent()
        assert below.y1 < above.y0
        assert abs(box.y1 - above.y0) < 4
        assert abs(box.y0 - below.y1) < 4


def test_a_step_that_is_only_named_shows_its_name_alone(steps):
    ax = step_flow(steps, ax=on_page())
    assert [t.get_text() for t in inside(ax, cards(ax)[1])] == ["intravasation"]
    assert "invade tissue nearby" in words(type("Held", (), {"texts": inside(ax, cards(ax)[0])}))


def test_notes_stand_side_by_side_of_one_height(notes):
    ax = text_cards(notes, ax=on_page())
    left, right = (c.get_window_extent() for c in cards(ax))
    assert left.x1 < right.x0
    assert (left.y0, left.y1) == (right.y0, right.y1)
    assert {t.get_fontsize() for t in ax.texts} == {10}
    assert words(ax).count("Tell your care team now.") == 1
    assert words(ax).count("Cleveland Clinic, about people") == 1
    bold = [t.get_text() for t in ax.texts if t.get_weight() == "bold"]
    assert bold[0] == "Scans"


@pytest.mark.parametrize("size", [(14, 5), (8, 6), (6.4, 4.8)])
@pytest.mark.parametrize("form", ["claims", "steps", "notes"])
def test_no_text_leaves_its_card_or_meets_another(form, size, request):
    chart = {"claims": claim_cards, "steps": step_flow, "notes": text_cards}[form]
    ax = chart(request.getfixturevalue(form), ax=on_page(*size))
    ax.figure.draw_without_rendering()
    held = [text for card in cards(ax) for text in inside(ax, card)]
    assert len(held) == len(ax.texts)
    for card in cards(ax):
        box = card.get_window_extent()
        for text in inside(ax, card):
            t = text.get_window_extent()
            assert box.x0 <= t.x0
            assert t.x1 <= box.x1 + 1
            assert box.y0 - 1 <= t.y0
            assert t.y1 <= box.y1 + 1
    boxes = [t.get_window_extent() for t in ax.texts]
    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            assert min(a.x1, b.x1) - max(a.x0, b.x0) <= 1 or min(a.y1, b.y1) - max(a.y0, b.y0) <= 1


@pytest.mark.parametrize(("form", "first"), [("claims", "card"), ("steps", "step"), ("notes", "card")])
class TestEveryTextChart:
    @pytest.fixture
    def chart(self, form):
        return {"claims": claim_cards, "steps": step_flow, "notes": text_cards}[form]

    @pytest.fixture
    def rows(self, form, request):
        return request.getfixturevalue(form)

    def test_draws_on_the_axes_given_and_returns_them(self, chart, rows, first):
        _, (left, right) = plt.subplots(1, 2, figsize=(16, 6))
        right.plot([1, 2])
        assert chart(rows, ax=left) is left
        assert len(right.lines) == 1
        assert not right.patches
        assert not right.texts

    def test_draws_on_the_current_axes_otherwise(self, chart, rows, first):
        _, ax = plt.subplots()
        assert chart(rows) is ax

    def test_works_on_a_figure_without_pyplot(self, chart, rows, first):
        before = plt.get_fignums()
        ax = Figure().add_subplot()
        assert chart(rows, ax=ax) is ax
        assert plt.get_fignums() == before

    def test_takes_keywords_only_after_data(self, chart, rows, first):
        with pytest.raises(TypeError):
            chart(rows, plt.gca())

    def test_leaves_rc_params_and_keeps_the_users_font(self, chart, rows, first):
        with mpl.rc_context({"font.size": 7.0, "axes.labelsize": 7.0, "font.family": "monospace"}):
            before = dict(mpl.rcParams)
            ax = chart(rows)
            assert dict(mpl.rcParams) == before
            assert {t.get_fontsize() for t in ax.texts} == {7.0}
            assert ax.texts[0].get_fontfamily() == ["monospace"]

    def test_does_not_change_the_frame_given(self, chart, rows, first):
        before = rows.copy()
        chart(rows)
        assert rows.equals(before)

    def test_takes_dollar_signs_as_they_are(self, chart, rows, first):
        ax = chart(rows.assign(text="a$b$c"))
        assert "a$b$c" in words(ax)
        assert not any(t.get_parse_math() for t in ax.texts)

    def test_names_missing_columns(self, chart, rows, first):
        with pytest.raises(hv.DataError, match=rf"missing: {first}"):
            chart(rows.drop(columns=first))

    def test_refuses_empty_frames_and_cells(self, chart, rows, first):
        with pytest.raises(hv.DataError, match="no rows"):
            chart(rows.head(0))
        rows = rows.reset_index(drop=True)
        with pytest.raises(hv.DataError, match=rf"row 1, column {first}: must be filled"):
            chart(rows.assign(**{first: [*rows[first][:1], " ", *rows[first][2:]]}))

    def test_refuses_what_is_no_frame(self, chart, rows, first):
        with pytest.raises(hv.DataError, match=r"pandas DataFrame.*got list"):
            chart([1, 2])


def test_claims_say_of_all_whom_they_are_about_or_of_none(claims):
    claims = claims.reset_index(drop=True)
    claims.loc[2, "whom"] = None
    with pytest.raises(hv.DataError, match="row 2, column whom: must be filled where other rows"):
        claim_cards(claims)


def test_rows_of_one_step_must_follow_each_other(steps):
    with pytest.raises(hv.DataError, match="the rows of 'travel' must follow each other"):
        step_flow(steps.iloc[[2, 0, 3]])


def test_a_card_has_one_lead(notes):
    with pytest.raises(hv.DataError, match="one card has one lead; 'Symptoms' has 2"):
        text_cards(notes.assign(lead=[None, "One.", "Two."]))
