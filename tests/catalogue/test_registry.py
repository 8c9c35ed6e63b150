"""The catalogue and the figures it makes."""

import html.parser
import inspect
import re

import pandas as pd
import pytest

import figures
import her2viz as hv
from her2viz import style
from her2viz.catalogue.registry import CATALOGUE


def test_catalogue_lists_names_titles_questions_kinds():
    listed = hv.figures()
    assert listed.columns.tolist() == ["name", "title", "question", "kind"]
    assert listed["name"].is_unique
    assert listed["title"].is_unique
    assert listed["question"].str.endswith("?").all()
    assert set(listed["kind"]) <= {"frequency", "study", "claims"}
    assert listed["name"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9_]+)*").all()


def test_no_module_has_the_name_of_a_public_function(root):
    modules = {p.stem for p in (root / "her2viz").rglob("*.py")}
    assert not modules & set(hv.__all__)


def test_figure_holds_its_data_and_words():
    fig = hv.figure("site-bars")
    assert fig.data["frequency_pct"].tolist() == [70, 30, 20, 10]
    assert fig.kind == "frequency"
    assert fig.sources == ("Guide page, \u201cCommon Sites of Metastatic Breast Cancer\u201d, line 17",)
    for part in (fig.caveat, "One person can have more than one site", "no date, no study and no time span"):
        assert part in fig.caption


def test_other_rows_change_title_words_and_marks():
    sites = hv.load_sites()
    fig = hv.figure("site-bars", data=sites[sites["site"].isin(["lung", "brain"])])
    assert fig.data["site"].tolist() == ["lung", "brain"]
    assert "bone" not in (fig.alt + fig.description + fig.caption).lower().replace("common sites", "")
    assert "these two" not in fig.caption
    assert "about 30" in fig.alt


def test_text_form_is_title_and_description():
    fig = hv.figure("site-icons")
    assert repr(fig) == f"{fig.title}\n\n{fig.description}"


class _Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.seen.append(("text", data))


@pytest.mark.parametrize("name", ["site-bars", "source-sites"])
def test_html_form_has_alt_text_and_caption(name):
    fig = hv.figure(name)
    reader = _Reader()
    reader.feed(fig._repr_html_())
    tags = [tag for tag, _ in reader.seen]
    assert tags == ["figure", "img", "figcaption", "text"]
    image = reader.seen[1][1]
    assert image["alt"] == fig.alt
    assert image["src"].startswith("data:image/png;base64,iVBOR")
    assert reader.seen[3][1] == fig.caption


def test_html_form_escapes_what_the_rows_say():
    rows = figures.mine(hv.load_sites().head(1), label='<b onload="x">&', population="women <i>")
    text = hv.figure("site-bars", data=rows)._repr_html_()
    assert not re.search(r"<(b|i)\b", text)
    assert "&lt;b onload=&quot;x&quot;&gt;&amp;" in text


def test_unknown_names_say_what_is_allowed():
    with pytest.raises(
        hv.UsageError, match=r"figure must be one of \d+ names; got 'site-bar'. Did you mean 'site-bars'\?"
    ):
        hv.figure("site-bar")
    with pytest.raises(hv.UsageError, match="size must be one of screen, slide, print; got 'poster'"):
        hv.figure("site-bars", size="poster")


def test_mixed_populations_are_refused():
    rows = figures.mine(hv.load_sites().head(2), population=["women", "people"])
    for name in ("site-bars", "site-icons"):
        with pytest.raises(hv.DataError, match="one population"):
            hv.figure(name, data=rows)


@pytest.mark.parametrize("name", ["site-bars", "site-icons", "body-map", "overlap-bounds", "overlap-bounds-worlds"])
def test_rows_without_a_known_source_are_refused(name):
    rows = hv.load_sites().dropna(subset="frequency_pct")
    with pytest.raises(hv.DataError, match="missing: source_id, line"):
        hv.figure(name, data=rows.drop(columns=["source_id", "line"]))
    with pytest.raises(hv.DataError, match=r"row 0, column source_id: must be 'guide'; got 'guied'"):
        hv.figure(name, data=rows.assign(source_id="guied"))


CREDITED = hv.load_sites().dropna(subset="frequency_pct")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"frequency_pct": [95, 30, 20, 10]}, "row 0, column frequency_pct: must be 70; got 95"),
        ({"population": "women with HER2-positive breast cancer"}, "row 3, column population: must be 'women with adv"),
        ({"qualifier": None}, "row 0, column qualifier: must be 'about'; got empty"),
        ({"subtype": "HER2-positive"}, "row 0, column subtype: must be 'any'; got 'HER2-positive'"),
        ({"label": ["Brain", "Lung", "Liver", "Bone"]}, "row 3, column label: must be 'Brain'; got 'Bone'"),
        ({"line": 18}, "row 0, column line: must be 17; got 18"),
        ({"site": "knee"}, "row 0, column site: must be one of bone, lung, .*; got 'knee'"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_no_changed_row_has_the_credit_of_a_document(change, says):
    for name in ("site-bars", "site-icons", "body-map"):
        with pytest.raises(hv.DataError, match=f"(?s)differ from what it says.*{says}.*their own source in words"):
            hv.figure(name, data=CREDITED.assign(**change))
    both = pd.concat([CREDITED, figures.mine(CREDITED, frequency_pct=5, site=list("abcd"))])
    with pytest.raises(hv.DataError, match=r"row 0, column site: must be one of bone, .*; got 'a'"):
        hv.figure("site-bars", data=both)


def test_subset_order_and_further_columns_are_the_users_to_choose():
    rows = CREDITED.iloc[[3, 1]].assign(mine=["x", "y"]).drop(columns=["note", "context"])
    rows = rows.astype({"site": object, "frequency_pct": float}).set_axis(["a", "a"])
    assert hv.figure("site-bars", data=rows).data["site"].tolist() == ["brain", "lung"]


def test_only_figures_of_sites_take_rows_of_ones_own():
    taking = [entry.name for entry in CATALOGUE if entry.takes_data]
    assert taking == ["site-bars", "site-icons", "body-map", "overlap-bounds", "overlap-bounds-worlds"]
    for entry in CATALOGUE:
        if not entry.takes_data:
            with pytest.raises(hv.DataError, match=f"{entry.name} joins shipped tables and takes no data of your own"):
                hv.figure(entry.name, data=hv.load_sites())


def test_public_names_are_documented():
    lacking = {}
    for name in (n for n in hv.__all__ if not n.startswith("_")):
        public = getattr(hv, name)
        sections = ["Returns", "Examples"] if inspect.isfunction(public) else []
        if sections and inspect.signature(public).parameters:
            sections += ["Parameters", "Raises"]
        doc = inspect.getdoc(public) or ""
        lacking[name] = [section for section in sections if section not in doc] or ["a docstring"] * (not doc)
    assert {name: sections for name, sections in lacking.items() if sections} == {}


def test_sizes_keep_the_smallest_type():
    assert {s.name: s.small for s in style.SIZES.values()} == {"screen": 11, "slide": 20, "print": 10}


def test_a_plain_title_is_a_label_without_a_number_and_changes_nothing_else():
    labels = {listed.name: listed.plain_title(listed.rows(None)) for listed in CATALOGUE}
    assert all(labels.values())
    assert [name for name, label in labels.items() if re.search(r"\d", label.replace("HER2", ""))] == []
    found, plain = hv.figure("site-bars"), hv.figure("site-bars", plain_title=True)
    assert plain.title == labels["site-bars"]
    assert (plain.caption, plain.description, plain.caveat) == (found.caption, found.description, found.caveat)
    assert plain.title in [text.get_text() for text in plain.mpl.texts]
