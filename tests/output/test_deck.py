"""The deck, read back with python-pptx: rule 23, its titles and notes, its file, and the same bytes every time."""

import io
import re
import sys
import zipfile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

import her2viz as hv
import honesty
from her2viz.catalogue.registry import CATALOGUE
from her2viz.output import contents
from her2viz.output.deck import making
from her2viz.own import template
from her2viz.words.citing import full_sources

# one of each kind, one of them with a title of two lines, and sources that fill more than a slide
NAMES = ["site-bars", "disagreements", "published-sites"]
EMU = 914400
# digits that are no numbers about illness
UNTOLD = rf"her2viz|HER2|{hv.__version__}|CC BY 4\.0|\u2039#\u203a"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return hv.slides(tmp_path_factory.mktemp("deck") / "talk.pptx", names=NAMES)


@pytest.fixture(scope="module")
def deck(path):
    return Presentation(path)


@pytest.fixture(scope="module")
def figs():
    return [hv.figure(name, size="slide") for name in NAMES]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    template.write_template(folder / "mine.csv")
    rows = hv.read_sites(folder / "mine.csv")
    return Presentation(hv.slides(folder / "mine.pptx", names=["site-bars", "overlap-bounds"], data=rows))


def title(slide):
    return slide.shapes.title.text_frame.text


def figure_slides(deck):
    return [slide for slide in deck.slides if pictures(slide)]


def pictures(slide):
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def page_text(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


# the rules


def test_rule_23(deck, figs):
    slides = figure_slides(deck)
    assert len(slides) == len(figs)
    for slide, fig in zip(slides, figs, strict=True):
        (picture,) = pictures(slide)
        about = picture._element.nvPicPr.cNvPr
        assert about.get("descr") == fig.alt
        assert picture.name == "Figure"
        assert title(slide) == fig.title
        for text in (fig.caveat, fig.words.page_credit):
            assert text in page_text(slide)
        for text in (
            f"Caveat: {fig.caveat}",
            f"Description: {fig.description}",
            f"Caption: {fig.caption}",
            *fig.sources,
        ):
            assert text in notes(slide)
    titles = [title(slide) for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_titles_of_all_figures_would_be_unique(deck):
    others = {title(slide) for slide in deck.slides if not pictures(slide)}
    titles = hv.figures()["title"].tolist()
    assert len(set(titles)) == len(titles)
    assert not others & set(titles)


def test_rule_14_notice_before_the_first_number(deck):
    first, second, third, *_ = deck.slides
    assert re.findall(r"\d", re.sub(UNTOLD, "", page_text(first))) == []
    notice = " ".join(page_text(second).split("\n"))
    assert honesty.notice_problems(notice) == []
    assert "To go past them, go to the last slide." in notice
    last = deck.slides[-1]
    assert re.findall(r"\d", re.sub(UNTOLD, "", page_text(last))) == []
    assert "talk with your care team" in page_text(last)
    (link,) = (shape for shape in second.shapes if shape.name == "Link")
    assert link.click_action.target_slide.slide_id == last.slide_id
    assert pictures(third)
    assert not pictures(first) + pictures(second)


def test_question_stands_first_in_the_notes(deck):
    bars, *_ = figure_slides(deck)
    assert notes(bars).startswith("Question: Of 100 women with advanced breast cancer, about how many")


# what stands where


def test_slides_are_wide_with_real_titles_first(deck):
    assert (deck.slide_width / EMU, deck.slide_height / EMU) == pytest.approx((40 / 3, 7.5), abs=1e-5)
    for slide in deck.slides:
        first, *_, last = slide.shapes
        assert first.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        assert first.shape_id == slide.shapes.title.shape_id
        assert last.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(set(ids)) == len(ids)
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width + 1
            assert 0 <= shape.top < shape.top + shape.height <= deck.slide_height + 1
    for slide in figure_slides(deck):
        assert [shape.name for shape in slide.shapes][1:3] == ["Figure", "Caveat and source"]


def test_the_picture_is_the_whole_figure(deck, figs):
    """Drawn title and caveat stand behind the slide's own, and nothing else does."""
    for slide, fig in zip(figure_slides(deck), figs, strict=True):
        (picture,), box = pictures(slide), next(s for s in slide.shapes if s.name == "Caveat and source")
        assert picture.image.blob == fig.to_bytes("png")
        assert Image.open(io.BytesIO(picture.image.blob)).size == (2000, 1125)
        tall = deck.slide_height
        assert picture.top == pytest.approx(picture.crop_top * tall, abs=EMU / 100)
        assert tall - picture.top - picture.height == pytest.approx(picture.crop_bottom * tall, abs=EMU / 100)
        assert picture.width == deck.slide_width
        assert slide.shapes.title.top + slide.shapes.title.height == pytest.approx(picture.top, abs=EMU / 100)
        fig.mpl.draw_without_rendering()
        page = fig.mpl.bbox.height
        drawn = {t.get_text(): t.get_window_extent() for t in fig.mpl.texts}
        for text, extent in drawn.items():
            top, bottom = 1 - extent.y1 / page, 1 - extent.y0 / page  # from the top of the page
            if text in fig.title:
                assert bottom < picture.crop_top, f"{text!r} is still seen"
            elif text in f"{fig.caveat} {fig.words.page_credit}":
                assert top > box.top / tall, f"{text!r} is still seen"
                assert bottom < (box.top + box.height) / tall, f"{text!r} is still seen"
            else:
                assert top > picture.crop_top, f"{text!r} is cropped away"
                assert bottom < box.top / tall, f"{text!r} is covered"
        assert {text for text in drawn if text in fig.title}
        rule = next(line for line in fig.mpl.get_children() if type(line).__name__ == "Line2D")
        assert 1 - rule.get_ydata()[0] < box.top / tall, "the rule above the caveat is covered"


def test_no_small_text(deck):
    pages = [*deck.slides, *deck.slide_layouts, deck.slide_master]
    sizes = [int(e.get("sz")) for page in pages for e in page._element.iter(qn("a:rPr"), qn("a:defRPr")) if e.get("sz")]
    assert sizes
    assert min(sizes) >= 1800
    for page in pages:
        assert list(page._element.iter(qn("a:normAutofit"), qn("a:spAutoFit"))) == [], "text could shrink"


def test_sources_fit_on_their_slides(deck):
    sources = [slide for slide in deck.slides if title(slide).startswith("Sources")]
    assert [title(slide) for slide in sources] == [f"Sources ({n} of 3)" for n in (1, 2, 3)]
    listed = [p.text for slide in sources for p in slide.placeholders[1].text_frame.paragraphs]
    assert listed == [source.text for source in full_sources([hv.figure(name).words for name in NAMES])]
    for slide in sources:
        lines = sum(1 + len(p.text) // 80 for p in slide.placeholders[1].text_frame.paragraphs)
        assert lines * 18 * 1.32 / 72 < 5.8
    assert title(deck.slides[-1]) == "How to cite"
    assert hv.__version__ in page_text(deck.slides[-1])
    assert honesty.LICENCE in page_text(deck.slides[-1])


def test_language_of_every_text(deck):
    for slide in deck.slides:
        for page in (slide, slide.notes_slide):
            for run in page._element.iter(qn("a:r")):
                assert run.find(qn("a:rPr")).get("lang") == "en-GB", run.find(qn("a:t")).text
    for page in (deck, deck.slide_master, *deck.slide_layouts):
        assert {e.get("lang") for e in page._element.iter() if e.get("lang")} <= {"en-GB"}


def test_sections_follow_the_lessons(deck):
    sections = [e for e in deck._element.iter() if e.tag.endswith("}section")]
    assert [s.get("name") for s in sections] == [
        "Before you go on",
        "Where it spreads",
        "Do the documents agree?",
        "When, and of whom",
        "Sources",
    ]
    ids = [int(e.get("id")) for s in sections for e in s.iter() if e.tag.endswith("}sldId")]
    assert ids == [slide.slide_id for slide in deck.slides]


# someone's own figures


def test_own_rows_bring_their_own_words(own):
    assert [title(slide) for slide in own.slides] == [
        "Figures about people in a made-up class example",
        "Before you go on",
        "Largest figure: Site A, about 60 in 100; smallest: Site E, about 5",
        "Two or more sites: five figures allow anything from 5 to 60",
        "Sources",
        "How to cite",
    ]
    words = "\n".join(page_text(slide) + notes(slide) for slide in own.slides)
    words = words.replace("where HER2-positive breast cancer spreads, and how to read", "")  # the project's own title
    for word in ("breast", "HER2", "cancer", "women", "spread", "Question", "CC BY"):
        assert word not in words
    assert "Made-up numbers for a class" in page_text(own.slides[4])
    assert own.core_properties.keywords == "people in a made-up class example"


def test_what_own_rows_cannot_draw_is_told(tmp_path):
    template.write_template(tmp_path / "mine.csv")
    rows = hv.read_sites(tmp_path / "mine.csv")
    figures = making(tmp_path / "mine.pptx", None, rows).figures
    assert "site-bars" in figures.chosen
    assert any("takes no data of your own" in line for line in figures.lines())
    with pytest.raises(hv.DataError, match="source-sites joins shipped tables"):
        hv.slides(tmp_path / "mine.pptx", names=["source-sites"], data=rows)


# which figures


def test_the_usual_deck_is_one_class(tmp_path):
    figures = making(tmp_path / "talk.pptx").figures
    assert len(figures.chosen) == 23
    assert figures.chosen == contents.course_figures()
    assert not figures.refused
    assert sorted(contents.course_figures(variants=True)) == sorted(entry.name for entry in CATALOGUE)


def test_names_keep_their_order_and_count_once(tmp_path):
    asked = ["two-denominators", "site-bars", "two-denominators"]
    assert making(tmp_path / "talk.pptx", iter(asked)).figures.chosen == asked[:2]


@pytest.mark.parametrize(
    ("file", "names", "message"),
    [
        ("talk.ppt", None, r"must be one of \.pptx; got '\.ppt'"),
        ("talk", None, r"must be one of \.pptx; got ''"),
        ("nowhere/talk.pptx", None, "'.*nowhere' does not exist"),
        ("folder.pptx", None, "is a folder"),
        ("talk.pptx", "site-bars", "names is a list"),
        ("talk.pptx", [], "at least one figure; got none"),
        ("talk.pptx", ["site-bar"], "Did you mean 'site-bars'"),
    ],
)
def test_refused(file, names, message, tmp_path):
    (tmp_path / "folder.pptx").mkdir()
    with pytest.raises(hv.UsageError, match=message):
        hv.slides(tmp_path / file, names=names)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pptx"]


def test_the_missing_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(hv.UsageError, match=re.escape('pip install "her2viz[class]"')):
        hv.slides(tmp_path / "talk.pptx", names=["site-bars"])
    assert list(tmp_path.iterdir()) == []


# the file


def test_file_says_what_it_is_and_no_date(path, deck):
    about = deck.core_properties
    assert (about.author, about.last_modified_by, about.language) == ("her2viz", "her2viz", "en")
    assert about.title == title(deck.slides[0])
    assert (about.created, about.modified, about.comments) == (None, None, "")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert names[0] == "[Content_Types].xml"
    assert [name for name in names if re.search("app.xml|thumbnail|printerSettings", name)] == []
    assert sum("slideLayouts/slideLayout" in name for name in names) == 3
    for gone in (b"Steve", b"python-pptx", b"Macintosh", b"en-US", b"screen4x3", b"image.png"):
        assert gone not in text
