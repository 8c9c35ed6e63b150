"""The deck, read back with python-pptx: the lesson and what is spoken on it, its figures, templates, and the file."""

import copy
import io
import re
import sys
import zipfile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Inches

import her2viz as hv
import honesty
import write_slide_template
from her2viz.output import lesson_script, slide_layouts
from her2viz.output.deck import making
from her2viz.output.lesson_script import NOT_ALOUD
from her2viz.output.lesson_slides import lesson_figures
from her2viz.own import template
from her2viz.words.citing import full_sources

INSTITUTION = "Made-up School of Nursing"
# digits that are no numbers about illness
UNTOLD = rf"her2viz|HER2|{hv.__version__}|CC BY 4\.0|\u2039#\u203a"
# one of each kind, one with a long group line
NAMES = ["site-bars", "disagreements", "two-denominators"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("decks")


@pytest.fixture(scope="module")
def short(folder):
    return Presentation(hv.slides(folder / "short.pptx", institution=INSTITUTION))


@pytest.fixture(scope="module")
def long(folder):
    return Presentation(hv.slides(folder / "long.pptx", minutes=45))


@pytest.fixture(scope="module")
def lessons(short, long):
    return {20: short, 45: long}


@pytest.fixture(scope="module")
def chosen(folder):
    return Presentation(hv.slides(folder / "chosen.pptx", names=NAMES))


@pytest.fixture(scope="module")
def own_rows(folder):
    template.write_template(folder / "mine.csv")
    return hv.read_sites(folder / "mine.csv")


@pytest.fixture(scope="module")
def own(folder, own_rows):
    names = ["site-bars", "overlap-bounds"]
    return Presentation(hv.slides(folder / "own.pptx", names=names, data=own_rows, institution=INSTITUTION))


def title(slide):
    return slide.shapes.title.text_frame.text


def pictures(slide):
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def tables(slide):
    return [shape for shape in slide.shapes if shape.has_table]


def page_text(slide):
    cells = [cell.text for shape in tables(slide) for row in shape.table.rows for cell in row.cells]
    return "\n".join([*(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame), *cells])


def illness(text):
    return re.findall(r"\d", re.sub(UNTOLD, "", text))


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


def spoken(slide):
    """What is said aloud, and how many minutes the class takes beside it."""
    parts = dict(line.split(": ", 1) for line in notes(slide).split(NOT_ALOUD)[0].splitlines() if ": " in line)
    minutes = re.match(r"\d*", parts["MINUTES"])[0]
    return " ".join(parts[name] for name in ("SAY", "ASK", "ANSWER", "NEXT") if name in parts), int(minutes or 0)


# the lesson


@pytest.mark.parametrize(("minutes", "few", "many"), [(20, 8, 10), (45, 14, 16)])
def test_how_many_slides(minutes, few, many, lessons):
    slides = list(lessons[minutes].slides)
    assert few <= len(slides) <= many
    assert [title(slide) for slide in slides[:2]] == [lesson_script.TITLE, "Before you go on"]
    assert [title(slide) for slide in slides[-2:]] == ["Three things to take home", "Sources"]
    assert all(aim in page_text(slides[0]) for aim in lesson_script.AIMS)
    assert len(lesson_figures(minutes)) == sum(len(pictures(slide)) for slide in slides)


@pytest.mark.parametrize(("minutes", "least", "most"), [(20, 18, 22), (45, 40, 50)])
def test_notes_take_as_long_as_the_lesson(minutes, least, most, lessons):
    aloud = [spoken(slide) for slide in lessons[minutes].slides]
    counts = [len(text.split()) for text, _ in aloud]
    assert min(counts) >= 60
    assert max(counts) <= 120
    assert least <= sum(counts) / 130 + sum(minutes for _, minutes in aloud) <= most


@pytest.mark.parametrize("minutes", lesson_script.LENGTHS)
def test_notes_say_what_to_do_in_this_order(minutes, lessons):
    *slides, last = lessons[minutes].slides
    for slide in slides:
        lines = notes(slide).split(NOT_ALOUD)[0].strip().splitlines()
        assert [line.split(": ")[0] for line in lines] == ["SAY", "ASK", "ANSWER", "MINUTES", "NEXT"]
    assert "NEXT: " not in notes(last)
    assert full_sources([hv.figure("two-denominators").words])[0].text in notes(last)


def test_no_number_is_typed_into_the_script():
    for minutes in lesson_script.LENGTHS:
        for step in lesson_script.script(minutes):
            typed = " ".join((step.bridge, step.say, step.ask, step.answer, step.title))
            assert set(re.findall(r"\d+", re.sub("HER2|{.*?}", "", typed))) <= {"100"}, "of a hundred: the only one"
    # counts that the script has in words
    assert (len(hv.load_sources()), len(hv.figure("site-icons").data), len(hv.figure("percent-of-whom").data)) == (
        4,
        4,
        3,
    )
    assert set(hv.figure("percent-of-whom").data["value"].iloc[[0, -1]]) == {20}, "two pages say the same number"


def test_numbers_spoken_come_from_the_rows(monkeypatch, tmp_path):
    from her2viz.output import lesson_numbers

    rows = lesson_numbers.entry("site-icons").rows(None)
    rows.loc[rows.index[0], "frequency_pct"] = 61
    real = lesson_numbers.entry
    other = type("Entry", (), {"rows": staticmethod(lambda _: rows)})
    monkeypatch.setattr(lesson_numbers, "entry", lambda name: other if name == "site-icons" else real(name))
    numbers = lesson_numbers.lesson_numbers()
    assert (numbers["bone_pct"], numbers["bone_not"]) == ("about 61", "about 39")
    assert numbers["four"].startswith("bone about 61, lung about 30")


@pytest.mark.parametrize("minutes", lesson_script.LENGTHS)
def test_words_of_the_lesson_are_honest_and_plain(minutes, lessons):
    for slide in lessons[minutes].slides:
        for text in (spoken(slide)[0], page_text(slide)):
            assert not re.search(honesty.BANNED, text, re.I)
            assert not re.search(honesty.OF_OURS, re.sub("\u201c.*?\u201d", "", text), re.I), "but in a heading quoted"
            assert not re.search(r"(?<![\d.])1 in \d", text)
        for number in re.findall(r"about (?:70|30|25|20|10)\b", spoken(slide)[0]):
            assert "of 100 " in spoken(slide)[0].lower(), f"{title(slide)}: {number} of whom?"
    assert honesty.grade(" ".join(spoken(slide)[0] for slide in lessons[minutes].slides)) <= 8


def test_rule_14_notice_before_the_first_number(lessons, chosen, own):
    for deck in (*lessons.values(), chosen, own):
        first, second, third, *_ = deck.slides
        assert not illness(page_text(first) + page_text(second))
        assert honesty.notice_problems(" ".join(page_text(second).split("\n"))) == []
        assert illness(page_text(third)) or pictures(third)
        (link,) = (shape for shape in second.shapes if shape.name == "Link")
        home = link.click_action.target_slide
        assert title(home) == "Three things to take home"
        assert f"\u201c{title(home)}\u201d" in page_text(second)
        assert not illness(page_text(home))


def test_unique_titles(lessons, chosen, own):
    for deck in (*lessons.values(), chosen, own):
        titles = [title(slide) for slide in deck.slides]
        assert all(titles)
        assert len(set(titles)) == len(titles)
    others = {title(slide) for slide in chosen.slides if not pictures(slide)}
    assert not others & set(hv.figures()["title"])


# figures and tables


def test_rule_23(lessons, chosen):
    """Described, its caveat on the slide and in the notes, whom it is about as text to edit."""
    for names, deck in ((lesson_figures(45), lessons[45]), (NAMES, chosen)):
        shown = [slide for slide in deck.slides if pictures(slide)]
        for name, slide in zip(names, shown, strict=True):
            fig = hv.figure(name, size="slide")
            (picture,) = pictures(slide)
            about = picture._element.nvPicPr.cNvPr
            assert (about.get("descr"), about.get("title"), picture.name) == (fig.description, title(slide), "Figure")
            assert picture.image.blob == fig.to_bytes("png")
            assert Image.open(io.BytesIO(picture.image.blob)).size == (2000, 1125)
            for text in (fig.words.reference, fig.words.aside):
                assert text in page_text(slide)
            unspoken = notes(slide).split(NOT_ALOUD)[1]
            for text in (f"Caveat: {fig.caveat}", *fig.sources):
                assert text in unspoken
    for deck in lessons.values():
        for slide in deck.slides:
            for _ in tables(slide):
                caveat, source = (re.search(rf"{name}: (.*)", notes(slide))[1] for name in ("Caveat", "Source"))
                (foot,) = (shape.text_frame.text for shape in slide.shapes if shape.name == "Caveat and source")
                assert foot.split(". Source")[0].split(". ")[-1] in caveat
                assert source.split(",")[0] in foot


def test_head_is_text_and_the_rest_stays_in_the_picture(chosen):
    for name, slide in zip(NAMES, (s for s in chosen.slides if pictures(s)), strict=True):
        fig, (picture,) = hv.figure(name, size="slide"), pictures(slide)
        fig.mpl.draw_without_rendering()
        tall = fig.mpl.bbox.height
        head = f"{fig.title} {fig.words.reference} {fig.words.aside}"
        drawn = {t.get_text(): t.get_window_extent() for t in fig.mpl.texts if t.get_text()}
        assert {text for text in drawn if text in head}
        for text, extent in drawn.items():
            if text in head:
                assert 1 - extent.y0 / tall < picture.crop_top, f"{text!r} is still seen"
            else:
                assert 1 - extent.y1 / tall > picture.crop_top, f"{text!r} is cropped away"
                assert extent.y0 / tall > picture.crop_bottom, f"{text!r} is cropped away"
        shape = picture.width / picture.height
        assert shape == pytest.approx(2000 / (1125 * (1 - picture.crop_top - picture.crop_bottom)), rel=1e-3)
        assert picture.width > 0.88 * chosen.slide_width


def laid_out(deck):
    """What is wrong with where things stand: off the slide, over each other, or text higher than its place."""
    for slide in deck.slides:
        name = title(slide)
        kinds = [shape for shape in slide.shapes if shape.is_placeholder]
        assert [shape.placeholder_format.type for shape in kinds[:1]] != [PP_PLACEHOLDER.BODY]
        shapes = [
            s
            for s in slide.shapes
            if not (s.is_placeholder and s.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
        ]
        assert shapes[0].shape_id == slide.shapes.title.shape_id
        ids = [shape.shape_id for shape in slide.shapes]
        if len(set(ids)) < len(ids):
            yield f"{name}: one id twice"
        for n, shape in enumerate(shapes):
            if (
                shape.left < 0
                or shape.top < 0
                or shape.left + shape.width > deck.slide_width + 1
                or shape.top + shape.height > deck.slide_height + 1
            ):
                yield f"{name}: {shape.name} stands off the slide"
            for other in shapes[n + 1 :]:
                if shape.top + shape.height > other.top + Inches(0.01) and other.top + other.height > shape.top:
                    yield f"{name}: {shape.name} and {other.name} lie over each other"


def test_nothing_lies_over_anything(lessons, chosen, own):
    for deck in (*lessons.values(), chosen, own):
        assert list(laid_out(deck)) == []


def test_no_small_text_and_one_language(lessons, own):
    for deck in (*lessons.values(), own):
        pages = [*deck.slides, *deck.slide_layouts, deck.slide_master]
        sizes = [
            int(e.get("sz")) for page in pages for e in page._element.iter(qn("a:rPr"), qn("a:defRPr")) if e.get("sz")
        ]
        assert min(sizes) >= 1800
        for page in pages:
            assert list(page._element.iter(qn("a:normAutofit"), qn("a:spAutoFit"))) == [], "text could shrink"
        for slide in deck.slides:
            for page in (slide, slide.notes_slide):
                for run in page._element.iter(qn("a:r")):
                    assert run.find(qn("a:rPr")).get("lang") == "en-GB", run.find(qn("a:t")).text


# in place of the lesson


def test_figures_asked_for_stand_in_their_order(chosen):
    assert [title(slide) for slide in chosen.slides if pictures(slide)] == [hv.figure(name).title for name in NAMES]
    bars = chosen.slides[2]
    assert notes(bars).startswith("ASK: Of 100 women with advanced breast cancer, about how many")
    sections = [e.get("name") for e in chosen._element.iter() if e.tag.endswith("}section")]
    assert sections == ["Opening", "Where it spreads", "Do the documents agree?", "When, and of whom", "To take home"]
    listed = "\n".join(page_text(slide) for slide in chosen.slides if title(slide).startswith("Sources"))
    for source in full_sources([hv.figure(name).words for name in NAMES]):
        assert source.text in listed


def test_a_figure_counts_once(tmp_path):
    asked = ["two-denominators", "site-bars", "two-denominators"]
    assert making(tmp_path / "talk.pptx", iter(asked)).figures.chosen == asked[:2]


def test_own_rows_bring_their_own_words(own):
    assert [title(slide) for slide in own.slides] == [
        "Figures about people in a made-up class example",
        "Before you go on",
        "Largest figure: Site A, about 60 in 100; smallest: Site E, about 5",
        "Two or more sites: anywhere from about 5 to 60",
        "Three things to take home",
        "Sources",
    ]
    words = "\n".join(page_text(slide) + notes(slide) for slide in own.slides)
    words = words.replace("where HER2-positive breast cancer spreads, and how to read", "")  # the project's own title
    for word in ("breast", "HER2", "cancer", "women", "spread", "CC BY"):
        assert word not in words
    assert "Made-up numbers for a class" in page_text(own.slides[-1])
    assert "Caveat: Figures put in by the maker" in notes(own.slides[2])


def test_what_own_rows_cannot_draw_is_told(tmp_path, own_rows):
    figures = making(tmp_path / "mine.pptx", None, own_rows).figures
    assert "site-bars" in figures.chosen
    assert any("takes no data of your own" in line for line in figures.lines())
    with pytest.raises(hv.DataError, match="source-sites joins shipped tables"):
        hv.slides(tmp_path / "mine.pptx", names=["source-sites"], data=own_rows)


# an institution's own


def test_institution_on_the_first_and_the_last_slide(short, own):
    for deck in (short, own):
        assert [INSTITUTION in page_text(slide) for slide in deck.slides].count(True) == 2
        assert INSTITUTION in page_text(deck.slides[0])
        assert INSTITUTION in page_text(deck.slides[-1])


def template_of(path, **layouts):
    """Save python-pptx's own 4:3 template with a slide, and with some of its layouts alone."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "A slide of theirs"
    for layout in list(deck.slide_layouts)[1:]:
        if layouts and layout.name not in layouts["kept"]:
            deck.slide_layouts.remove(layout)
    deck.save(path)
    return path


def test_a_template_of_ones_own(tmp_path):
    theirs = Presentation(template_of(tmp_path / "theirs.pptx"))
    place = theirs.slide_layouts[1].placeholders[1]
    small = copy.deepcopy(place.element)  # a second place, such as for a name
    small.ph.set("idx", "33")
    place.element.addnext(small)
    small = theirs.slide_layouts[1].placeholders.get(33)
    small.left, small.top, small.width, small.height = map(Inches, (0.5, 0.1, 2, 0.3))
    theirs.save(tmp_path / "theirs.pptx")
    deck = Presentation(hv.slides(tmp_path / "talk.pptx", minutes=45, template=tmp_path / "theirs.pptx"))
    assert (deck.slide_width, deck.slide_height) == (Inches(10), Inches(7.5))
    assert "A slide of theirs" not in [title(slide) for slide in deck.slides]
    assert [slide.slide_layout.name for slide in deck.slides] == ["Title Slide", *["Title and Content"] * 15]
    assert len(deck.slide_layouts) == 11
    assert list(laid_out(deck)) == []
    room = deck.slide_layouts[1].placeholders[1]
    for slide in list(deck.slides)[1:]:
        assert {shape.placeholder_format.idx for shape in slide.placeholders} == {0, 1, 12}, "no place stays empty"
        for shape in slide.shapes:
            if shape.shape_id != slide.shapes.title.shape_id and shape.name != "Slide Number Placeholder 5":
                assert shape.top >= room.top - 1
                assert shape.top + shape.height <= room.top + room.height + 1, f"{title(slide)}: {shape.name}"
                assert shape.left >= room.left - 1
                assert shape.left + shape.width <= room.left + room.width + 1
    with zipfile.ZipFile(tmp_path / "talk.pptx") as archive:
        slides = [name for name in archive.namelist() if re.match(r"ppt/slides/slide\d+.xml", name)]
    assert len(slides) == len(deck.slides)


def test_refused_templates(tmp_path):
    words = tmp_path / "words.pptx"
    words.write_text("no deck")
    no_room = template_of(tmp_path / "no-room.pptx", kept=["Title Only"])
    no_title = Presentation(template_of(tmp_path / "no-title.pptx"))
    subtitle = no_title.slide_layouts[0].placeholders[1].element
    subtitle.getparent().remove(subtitle)
    no_title.save(tmp_path / "no-title.pptx")
    for path, message in {
        tmp_path / "none.pptx": r"template '.*none\.pptx' does not exist",
        words: r"can't be read as a PowerPoint file.* \.potx",
        no_room: "no layout with a title and one place for content.*Its layouts: 'Title Slide', 'Title Only'",
        tmp_path / "no-title.pptx": "no layout with a title and a subtitle.*'Title and Content'",
    }.items():
        with pytest.raises(hv.UsageError, match=message):
            hv.slides(tmp_path / "talk.pptx", template=path)
    assert not (tmp_path / "talk.pptx").exists()
    whole = template_of(tmp_path / "whole.pptx")
    before = whole.read_bytes()
    with pytest.raises(hv.UsageError, match="is the file to write; give that another name"):
        hv.slides(whole, template=tmp_path / ".." / tmp_path.name / "whole.pptx")
    assert whole.read_bytes() == before


def test_our_template_is_what_the_tool_writes():
    with (
        zipfile.ZipFile(slide_layouts.SHIPPED) as shipped,
        zipfile.ZipFile(io.BytesIO(write_slide_template.template())) as written,
    ):
        assert shipped.namelist() == written.namelist()
        for name in shipped.namelist():
            assert shipped.read(name) == written.read(name), f"{name}: run tools/write_slide_template.py"


# what is refused


@pytest.mark.parametrize(
    ("file", "options", "message"),
    [
        ("talk.ppt", {}, r"must be one of \.pptx; got '\.ppt'"),
        ("talk", {}, r"must be one of \.pptx; got ''"),
        ("nowhere/talk.pptx", {}, "'.*nowhere' does not exist"),
        ("folder.pptx", {}, "is a folder"),
        ("talk.pptx", {"names": "site-bars"}, "names must be a list of names"),
        ("talk.pptx", {"names": []}, "at least one figure; got none"),
        ("talk.pptx", {"names": ["site-bar"]}, "Did you mean 'site-bars'"),
        ("talk.pptx", {"minutes": 30}, "minutes must be one of 20, 45; got 30"),
        ("talk.pptx", {"minutes": 45, "names": ["site-bars"]}, "minutes is for the lesson"),
        ("talk.pptx", {"institution": 101 * "x"}, "institution must have at most 100 letters; got 101"),
    ],
)
def test_refused(file, options, message, tmp_path):
    (tmp_path / "folder.pptx").mkdir()
    with pytest.raises(hv.UsageError, match=message):
        hv.slides(tmp_path / file, **options)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pptx"]


def test_the_missing_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(hv.UsageError, match=re.escape('pip install "her2viz[class]"')):
        hv.slides(tmp_path / "talk.pptx", names=["site-bars"])
    assert list(tmp_path.iterdir()) == []


# the file


def test_file_says_what_it_is_and_no_date(short, folder):
    about = short.core_properties
    assert (about.author, about.last_modified_by, about.language) == ("her2viz", "her2viz", "en")
    assert about.title == title(short.slides[0])
    assert (about.created, about.modified, about.comments) == (None, None, "")
    with zipfile.ZipFile(folder / "short.pptx") as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert names[0] == "[Content_Types].xml"
    assert [name for name in names if re.search("app.xml|thumbnail|printerSettings", name)] == []
    for gone in (b"Steve", b"python-pptx", b"Macintosh", b"en-US", b"screen4x3", b"image.png"):
        assert gone not in text


def test_the_same_bytes_twice(tmp_path, short, folder):
    again = hv.slides(tmp_path / "again.pptx", institution=INSTITUTION)
    assert again.read_bytes() == (folder / "short.pptx").read_bytes()
