"""The sheet, read back with pypdf: its sides, its tags, its words once a page, and someone's own rows on it."""

import builtins
import io
import os
import re

import pandas as pd
import pypdf
import pytest
from pypdf.generic import ContentStream

import her2viz as hv
import honesty
from her2viz.output import pictures, printing, sheet
from her2viz.own import template
from her2viz.words import sheet as words
from her2viz.words.sheet import page_caveat
from printed_pdf import MARGIN, bookmarks, placed, squeezed, structure, texts

#: How many rows of someone's own are tried; all from 1 to 20 where the variable is set.
ROWS = range(1, 21) if os.environ.get("HER2VIZ_ALL_ROWS") else (1, 4, 12, 20)
KINDS = [("a4", False), ("a4", True), ("letter", False), ("letter", True)]


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: f"{kind[0]}{'-answers' * kind[1]}")
def handout(request, tmp_path_factory):
    paper, answers = request.param
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    return hv.handout(path, paper=paper, answers=answers), paper, answers


@pytest.fixture(scope="module")
def figures():
    return sheet.sheet_figures(None)


# the sheet


def test_two_sides_of_the_paper(handout):
    path, paper, _ = handout
    pages = pypdf.PdfReader(path).pages
    assert len(pages) == 2
    for page in pages:
        wide, tall = {"a4": (8.27, 11.69), "letter": (8.5, 11)}[paper]
        assert [float(page.mediabox.width), float(page.mediabox.height)] == pytest.approx([72 * wide, 72 * tall])


def test_tags_are_what_a_screen_reader_needs(handout, figures):
    path, _, answers = handout
    reader = pypdf.PdfReader(path)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/Lang"] == "en"
    tags = structure(path)
    # a section has one heading, and a picture stands in the section of its heading
    front = ["/Title", "/P", *["/H1", "/P", "/Figure", "/P"], *["/H1", "/P", "/Figure", "/P"], "/H1", *["/P"] * 6, "/P"]
    back = ["/H1", *["/H2", "/P", *["/P"] * answers] * 4, "/P", "/P", "/P"]
    assert [tag for tag, _ in tags] == [*front, *back]
    assert [alt for tag, alt in tags if tag == "/Figure"] == [figure.words.alt for figure in figures]
    assert bookmarks(reader.outline) == [
        *(figure.words.title for figure in figures),
        words.RULES_HEADING,
        words.KEY_HEADING if answers else words.QUESTIONS_HEADING,
        *(f"{n}. {question.name}" for n, question in enumerate(asked(figures), 1)),
    ]


def test_front_opens_with_the_notice_and_holds_figures_and_rules(handout, figures):
    front = " ".join(pypdf.PdfReader(handout[0]).pages[0].extract_text().split())
    before, notice, after = re.split(r"(Numbers about .* care team\.)", front)
    assert honesty.notice_problems(notice) == []
    assert words.PAST in notice
    assert re.findall(r"\d", before) == []
    for figure in figures:
        for text in (figure.words.title, figure.words.reference, figure.words.aside, figure.words.note):
            assert squeezed(text) in squeezed(after)
        assert squeezed(figure.words.alt) not in squeezed(front), "alt text is for those who do not see the picture"
    for rule in words.RULES:
        assert rule.name in after
        assert squeezed(rule.text) in squeezed(after)


def test_caveat_and_places_once_a_page(handout, figures):
    caveat = page_caveat([figure.words for figure in figures], [figure.rows for figure in figures])
    for page in texts(handout[0]):
        assert page.count(squeezed(caveat)) == 1
        assert page.count("Theycannotsaywhatwillhappen") == 1
        for place in ("“CommonSitesofMetastaticBreastCancer”,line17", "lines20and22"):
            assert page.count(place) == 1


def asked(figures):
    return words.questions(figures[0].rows, figures[1].rows, figures[0].words)


def test_back_asks_and_the_key_answers(handout, figures):
    path, _, answers = handout
    back = texts(path)[1]
    questions = asked(figures)
    assert len(questions) == 4
    for question in questions:
        assert squeezed(question.ask) in back
        assert (squeezed(question.answer) in back) == answers
    reader = pypdf.PdfReader(path)
    strokes = [by for _, by in ContentStream(reader.pages[1].get_contents(), reader).operations if by == b"S"]
    assert len(strokes) == (0 if answers else 4 * 5), "lines to write on"


def test_words_of_the_file(handout, figures):
    about = pypdf.PdfReader(handout[0]).metadata
    assert set(about) == {"/Title", "/Subject", "/Author", "/Keywords", "/Creator"}, "and no date"
    assert about["/Title"] == "Where breast cancer spreads, and how to read the figures quoted about it"
    assert "They cannot say what will happen to any one person." in about["/Subject"]
    assert "Guide page" in about["/Keywords"]


def test_all_is_inside_the_margins_and_nothing_stands_below_the_caveat(handout):
    check_places(handout[0])


def check_places(path):
    """Words stay inside the page, and below the caveat stand sources and page number alone."""
    for page in pypdf.PdfReader(path).pages:
        found = placed(page)
        wide, tall = float(page.mediabox.width), float(page.mediabox.height)
        for text, left, y, right in found:
            assert left >= MARGIN, text
            assert right <= wide - MARGIN, text
            assert 0.45 * 72 <= y <= tall - MARGIN, text
        starts = [y for text, _, y, _ in found if text.startswith(("Rough figures from", "Figures put in by"))]
        if starts:
            below = squeezed(" ".join(text for text, _, y, _ in found if y < starts[-1] + 1))
            assert re.match(r"(Roughfiguresfrom|Figuresputinby)", below)
            assert len(starts) == 1


# the words


def test_questions_are_plain_and_their_numbers_are_of_the_rows(figures):
    bars = figures[0].rows
    allowed = {*bars["frequency_pct"], *(100 - bars["frequency_pct"]), bars["frequency_pct"].sum(), 100.0}
    allowed |= {*figures[1].rows["value"]}
    for question in asked(figures):
        assert honesty.numbers(f"{question.ask} {question.answer}") <= allowed
        assert honesty.grade(question.ask) <= 8, question.ask
    assert honesty.numbers(" ".join(rule.text for rule in words.RULES)) == set()
    assert honesty.grade(" ".join(rule.text for rule in words.RULES)) <= 8


def test_answers_follow_the_rows(figures):
    bars = figures[0].rows.assign(frequency_pct=[40.0, 35.0, 20.0, 10.0], qualifier="at least")
    whom, rest, total, three = words.questions(bars, figures[1].rows, figures[0].words)
    assert whom.answer == asked(figures)[0].answer
    assert rest.answer == "Bone: at least 40 have it there and at most 60 do not. No: it may be elsewhere."
    assert total.answer.startswith("40 + 35 + 20 + 10 = 105. It counts sites, not women:")
    assert "Someone writes only: “40% have spread in bone.”" in three.ask
    assert "How rough? At least 40." in three.answer
    assert "No title, publisher, author, date or study is given." in three.answer


# someone's own rows


def own(n, *, long=False, overlap=True, source="Made-up numbers"):
    """Rows that people may write: short, or each word as long as it may be."""
    label = "Site {} of a name that is so long" if long else "Site {}"
    return pd.DataFrame(
        {
            "site": [f"site_{i}" for i in range(n)],
            "label": [label.format(i)[:30] for i in range(n)],
            "frequency_pct": [float(3 + 7 * i % 60) if overlap else 100 // n for i in range(n)],
            "qualifier": "approximately as told"[:20] if long else "about",
            "population": ("people in a made-up class example" + ", each with a long tale to tell of it" * long)[:80],
            "sites_overlap": overlap,
            "source": [f"Made-up source {i}, {'with many words, ' * 9}no. {i}" if long else source for i in range(n)],
        }
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("n", ROWS)
def test_own_rows_lose_nothing(n, long, paper, tmp_path):
    rows = own(n, long=long)
    path = hv.handout(tmp_path / "mine.pdf", data=rows, paper=paper)
    check_places(path)
    pages = texts(path)
    assert len(pages) == 2 or n > 5 or long
    caveat = squeezed("Figures put in by the maker of this picture, about groups of people. They cannot say")
    shown = set()
    for page in pages:
        assert page.count(caveat) == 1
        before, below = page.split(caveat)
        for row in rows.itertuples():
            if re.search(rf"{re.escape(squeezed(row.label))}(?!\d)", before):
                assert squeezed(row.source) in below, f"{row.label} stands on a page without its source"
                shown.add(row.source)
    assert shown == set(rows["source"])
    drawn = squeezed(" ".join(pages))
    for row in rows.itertuples():
        assert squeezed(row.label) in drawn
        assert squeezed(f"{row.qualifier} {row.frequency_pct:g} in 100") in drawn
    tags = structure(path)
    assert all(alt for tag, alt in tags if tag == "/Figure")


def test_rows_that_go_on_overleaf_stand_with_their_own_sources(tmp_path):
    rows = own(20, long=True)
    pages = texts(hv.handout(tmp_path / "mine.pdf", data=rows))
    parts = [page for page in pages if "(part" in page]
    assert len(parts) > 1
    for number, page in enumerate(parts, 1):
        assert f"(part{number})" in page
        drawn, below = page.split("Figuresputinby")
        for row in rows.itertuples():
            here = squeezed(row.label) in drawn.split("(part")[1]
            assert (squeezed(row.source) in below) == here
    assert sum("Threerules" in page for page in pages) == 1


def test_own_words_are_never_markup(tmp_path):
    odd = r"#panic[x] $x^2$ *b* _i_ @ref <lab> \ // `c` [d] ~ -- 'q'"
    rows = own(2).assign(source=f"A {odd}", label=["A # $x$ *b*", "B _i_ @r <l> \\"], population=f"people {odd}")
    path = hv.handout(tmp_path / "mine.pdf", data=rows)
    pages = texts(path)
    for page in pages:
        assert squeezed(f"Source: A {odd}.") in page
    assert squeezed(f"Of 100 people {odd}") in pages[0]
    assert squeezed("“B _i_ @r <l> \\”") in pages[1]
    assert pypdf.PdfReader(path).metadata["/Title"] == f"Figures about people {odd}"
    assert "A # $x$ *b*" in structure(path)[4][1] or any("A # $x$ *b*" in alt for _, alt in structure(path))


@pytest.mark.parametrize(("label", "outlines"), [("Lung \u03a9 \u0416", False), ("Lung \u2602", True)])
def test_letters_of_another_font_are_drawn_as_they_were_measured(label, outlines, tmp_path):
    rows = own(2).assign(label=[label, "Site"], source=f"Notes on {label}")
    picture = pictures.picture(sheet.shown("site-bars", rows))
    assert ("<text" not in picture["svg"]) == outlines
    pages = texts(hv.handout(tmp_path / "mine.pdf", data=rows))
    assert all(squeezed(f"Source: Notes on {label}.") in page for page in pages)


def test_a_word_longer_than_a_line_breaks(tmp_path):
    rows = own(2, source=f"A{'x' * 190}")
    path = hv.handout(tmp_path / "mine.pdf", data=rows)
    check_places(path)
    assert all(f"Source:A{'x' * 190}." in page for page in texts(path))


def test_own_rows_bring_their_own_words(tmp_path):
    template.write_template(tmp_path / "mine.csv")
    path = hv.handout(tmp_path / "mine.pdf", data=hv.read_sites(tmp_path / "mine.csv"), answers=True)
    reader = pypdf.PdfReader(path)
    assert reader.metadata["/Title"] == "Figures about people in a made-up class example"
    assert reader.metadata["/Keywords"] == "people in a made-up class example, Made-up numbers for a class"
    pages = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for word in ("breast", "HER2", "cancer", "women", "spread", "CC BY", "web page"):
        assert word not in pages
    assert "Numbers about illness follow." in pages
    assert "Site A: about 60 are counted and about 40 are not." in pages
    assert "Of whom? Of 100 people in a made-up class example. How rough? About 60. From where? Made-up" in pages


@pytest.mark.parametrize(("overlap", "answer"), [(True, "Yes: one person"), (False, "No: each person")])
def test_own_rows_say_whether_one_person_is_counted_twice(overlap, answer, tmp_path):
    pages = texts(hv.handout(tmp_path / "mine.pdf", data=own(3, overlap=overlap), answers=True))
    assert squeezed(answer) in pages[-1]


def test_shipped_rows_may_be_a_subset(tmp_path):
    path = hv.handout(tmp_path / "two.pdf", data=hv.load_sites().head(2), answers=True)
    assert "70+30=100." in texts(path)[1]
    assert len(pypdf.PdfReader(path).pages) == 2


def test_what_fits_on_no_page_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(pictures, "fits", lambda page, paper: False)
    with pytest.raises(hv.DataError, match=r"site-bars does not fit on letter paper .* Shorten label, population"):
        hv.handout(tmp_path / "mine.pdf", data=own(3), paper="letter")
    assert list(tmp_path.iterdir()) == []


def test_a_part_without_a_figure_is_not_drawn():
    bars = sheet.shown("site-bars", own(20, long=True))
    rows = bars.rows.assign(frequency_pct=[*bars.rows["frequency_pct"][:8], *[float("nan")] * 12])
    with pytest.raises(hv.DataError, match="does not fit on a4 paper"):
        pictures.on_pages(bars._replace(rows=rows), "a4")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_page_is_laid_out_as_the_file_is_to_see_whether_it_fits(paper):
    title = "A title of so many words that it takes more than one line on a page, as those of people's own may"
    fit = []
    for lines in range(28, 48):
        blocks = [{"kind": "title", "text": title}, *({"kind": "text", "text": f"{n}."} for n in range(lines))]
        page = printing.Page(tuple(blocks), "Caveat.", "Source.")
        document = printing.Document(title, "", (), "", (page,))
        pages = pypdf.PdfReader(io.BytesIO(printing.pdf(document, paper)), strict=True).pages
        fit.append(len(pages) == 1)
        assert printing.fits(page, paper) == fit[-1]
    assert fit == sorted(fit, reverse=True)
    assert set(fit) == {True, False}


# the file


def test_same_bytes(tmp_path):
    first, second = (hv.handout(tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second


def test_without_typst_one_message_names_the_extra(monkeypatch, tmp_path):
    whole = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "typst":
            raise ModuleNotFoundError("No module named 'typst'", name="typst")
        return whole(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(hv.UsageError, match=r'A handout needs typst. Install it with: pip install "her2viz\[class\]"'):
        hv.handout(tmp_path / "sheet.pdf")


@pytest.mark.parametrize(
    ("file", "options", "message"),
    [
        ("sheet.ps", {}, r"must be one of \.pdf; got '\.ps'"),
        ("nowhere/sheet.pdf", {}, "'.*nowhere' does not exist"),
        ("folder.pdf", {}, "is a folder"),
        ("sheet.pdf", {"paper": "a5"}, "paper must be one of a4, letter; got 'a5'"),
        ("sheet.pdf", {"paper": None}, "paper must be one of a4, letter; got None"),
        ("sheet.pdf", {"answers": True, "full": True}, "not both"),
        ("sheet.pdf", {"names": ["site-bars"]}, "ask for the booklet: full=True, or --full"),
    ],
)
def test_refused(file, options, message, tmp_path):
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(hv.UsageError, match=message):
        hv.handout(tmp_path / file, **options)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]
