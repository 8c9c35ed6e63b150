"""The page that her2viz figures writes: its structure, its words, the notice before its numbers, whole or absent."""

import errno
import itertools
import os
import re
from functools import cache

import coloraide
import pandas as pd
import pytest
from lxml import html
from matplotlib.figure import Figure

import figures
import her2viz as hv
import honesty
from her2viz import files, phrases, style
from her2viz.catalogue.registry import CATALOGUE, entry
from her2viz.course.lessons import LESSONS, lesson_of
from her2viz.output.gallery_page import card, gallery_page
from her2viz.own.template import write_template
from her2viz.words import data_table

FORMS = ("png", "svg", "pdf")
LABELS = [
    '<script>alert("1")</script>',
    "</td><img src=x onerror=f(2)>",
    "{{ 7 * 7 }} {% raw %} & &lt; '",
    "<details open ontoggle=f(3)>",
]


@cache
def drawn(name):
    """The rows of a figure, which take a while to make."""
    return entry(name).rows(None)


def carded(name, data=None, forms=FORMS):
    """A card of a figure that is not drawn, which would take long: an empty picture has the same page."""
    listed = entry(name)
    rows = drawn(name) if data is None else listed.rows(data)
    blank = Figure(figsize=(40 / 3, 7.5))
    fig = hv.TeachingFigure(name, listed.kind, "slide", listed.words(rows), rows, blank, listed.shows)
    return card(fig, forms, listed.question if data is None else "")


def parsed(cards):
    return html.document_fromstring(gallery_page(cards), parser=html.HTMLParser(encoding="utf-8"))


def one_of(page, path):
    (found,) = page.xpath(path)
    return found


def text(element):
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def cards():
    return [carded(listed.name) for listed in CATALOGUE]


@pytest.fixture(scope="module")
def page(cards):
    return parsed(cards)


# the page


def test_frame_of_the_page(page):
    assert page.get("lang") == "en"
    assert text(one_of(page, "//title"))
    assert [child.tag for child in page.body if child.tag != "a"] == ["header", "main", "footer"]
    assert one_of(page, "//meta[@name='viewport']").get("content") == "width=device-width, initial-scale=1"


def test_headings_in_order(page):
    levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(text(h) for h in page.xpath("//h1|//h2|//h3"))


def test_ids_and_links_agree(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert len(inside) > len(CATALOGUE)
    assert set(inside) <= set(ids)
    for label in page.xpath("//@aria-labelledby"):
        assert text(one_of(page, f"//*[@id='{label}']"))


def test_nothing_runs_and_nothing_is_fetched_but_pictures(page, cards):
    assert page.xpath("//script|//iframe|//object|//embed|//link|//form|//base") == []
    assert [a for e in page.iter() for a in e.attrib if a.startswith("on") or a == "style"] == []
    assert set(page.xpath("//@src")) == {f"{shown.name}.png" for shown in cards}
    outside = [link for link in page.xpath("//@href") if "//" in link]
    assert [link for link in outside if not link.startswith("https://doi.org/10.")] == []
    assert len(outside) > 3
    css = text(one_of(page, "//style"))
    assert "url(" not in css
    assert "@import" not in css


def test_every_figure_has_its_words_data_and_files(page, cards):
    assert len(cards) == len(CATALOGUE)
    for shown in cards:
        article = one_of(page, f"//article[@id='{shown.name}']")
        assert text(one_of(article, "./h2")) == shown.words.title
        assert text(one_of(article, "./p[@class='question']")) == entry(shown.name).question
        image = one_of(article, ".//img")
        assert dict(image.attrib) == {
            "src": f"{shown.name}.png",
            "alt": shown.words.alt,
            "width": "1280",
            "height": "720",
            "decoding": "async",
        }
        caption = text(one_of(article, ".//figcaption"))
        assert caption == shown.words.caption
        assert shown.words.caveat in caption
        described, table = article.xpath("./details")
        assert text(described[0]).startswith("Long description")
        assert text(described[1]) == shown.words.description
        assert text(table[0]).startswith("The data as a table")
        assert article.xpath(".//a[@download]/@href") == [f"{shown.name}.{form}" for form in (*FORMS, "txt")]


def test_tables(page, cards):
    for shown in cards:
        table = one_of(page, f"//article[@id='{shown.name}']//table")
        region = table.getparent()
        assert region.get("role") == "region"
        assert region.get("tabindex") == "0"
        assert shown.words.caveat in text(one_of(table, "./caption"))
        assert [text(h) for h in table.xpath("./thead/tr/th[@scope='col']")] == list(shown.table.columns)
        lines = table.xpath("./tbody/tr")
        assert lines
        for line, cells in zip(lines, shown.table.rows, strict=True):
            assert [text(cell) for cell in line] == [" ".join(cell.split()) for cell in cells]
            assert [cell.tag for cell in line] == ["th"] * shown.table.heads + ["td"] * (len(cells) - shown.table.heads)
            assert [cell.get("scope") for cell in line if cell.tag == "th"] == ["row"] * shown.table.heads


# what is true of the data


def test_data_tables_have_headings_for_people(cards):
    for shown in cards:
        own = {str(name).replace("_", " ") for name in drawn(shown.name).columns}
        assert not set(shown.table.columns) & (own - {"pages"}), shown.name


@pytest.mark.parametrize("kind", ["frequency", "study"])
def test_every_number_has_its_people_and_its_source_in_the_row(kind, cards):
    checked = 0
    for shown in cards:
        if entry(shown.name).kind == kind:
            whom = shown.table.columns.index("Of whom")
            where = next(n for n, name in enumerate(shown.table.columns) if re.search("stand|Study", name))
            for row in shown.table.rows:
                assert row[whom], (shown.name, row)
                assert row[where], (shown.name, row)
                checked += 1
    assert checked > 20


def test_data_table_shows_every_number_that_is_drawn(cards):
    checked = 0
    for shown in cards:
        rows = drawn(shown.name)
        for column in entry(shown.name).shows:
            for value, cells in zip(rows[column], shown.table.rows, strict=True):
                if pd.notna(value):
                    number = re.escape(phrases.number(float(value)))
                    line = " ".join(cells).replace(",", "")
                    assert re.search(rf"(?<![\d.]){number}(?!\d)", line), (shown.name, value)
                    checked += 1
    assert checked > 50


def test_hedges_stay_with_the_numbers():
    table = data_table.site_table(hv.load_sites())
    assert table.columns == ("Site", "Of 100", "Of whom", "Note", "Where it stands")
    assert [row[1] for row in table.rows[:4]] == ["about 70", "about 30", "about 20", "about 10"]
    assert {row[1] for row in table.rows[4:]} >= {"named, no figure (\u201cless common\u201d)"}
    assert {row[4] for row in table.rows[:4]} == {
        "Guide page, \u201cCommon Sites of Metastatic Breast Cancer\u201d, line 17"
    }


def test_a_drug_stands_with_each_page_and_what_it_states():
    rows = drawn("drug-targets")
    table = data_table.DRUGS(rows)
    assert table.columns[:5] == ("Drug", "Brand", "Page", "Target stated", "Class stated")
    stated = {(row[0], row[2]) for row in table.rows if row[3]}
    assert ("trastuzumab", "Overview page") in stated
    assert ("trastuzumab", "Guide page") not in stated
    assert len(table.rows) == len(rows)


# the cards


def linked(section):
    return [link.removeprefix("#") for link in section.xpath(".//a[@class='card']/@href")]


def test_the_page_opens_with_a_few_chosen_figures(page):
    opening = one_of(page, "//section[@class='first']")
    assert 6 <= len(linked(opening)) <= 8
    assert len(set(linked(opening))) == len(linked(opening))
    lessons = [lesson_of(name).name for name in linked(opening)]
    assert len(set(lessons)) >= 5, "of as many subjects as can be"
    assert opening.getnext() is page.xpath("//section[@class='lesson']")[0]


def test_every_figure_is_a_card_of_its_lesson(page, cards):
    sections = page.xpath("//section[@class='lesson']")
    wanted = {lesson.title: [card.name for card in cards if card.lesson == lesson] for lesson in LESSONS}
    assert {text(one_of(section, "./h2")): linked(section) for section in sections} == {
        title: names for title, names in wanted.items() if names
    }
    for link in page.xpath("//a[@class='card']"):
        name = link.get("href").removeprefix("#")
        assert text(link) == entry(name).question
        assert link.xpath("./img/@src") == [f"{name}.png"]
        assert link.xpath("./img/@alt") == [""], "its words stand beside it, and the picture's own in the full view"


def test_the_next_figure_is_the_next_card(page):
    names = [name for section in page.xpath("//section[@class='lesson']") for name in linked(section)]
    ways = {article.get("id"): article.xpath("./p[@class='way']/a/@href") for article in page.xpath("//article")}
    assert list(ways) == names
    for name, after in itertools.zip_longest(names, names[1:]):
        assert ways[name] == [f"#card-{name}"] + ([f"#{after}"] if after else [])


def test_few_figures_need_no_opening():
    page = parsed([carded("site-bars"), carded("overlap-bounds")])
    assert [text(h) for h in page.xpath("//main/div//h2")] == ["Where it spreads", "Overlap"]
    assert len(page.xpath("//article")) == len(page.xpath("//a[@class='card']")) == 2


@pytest.mark.parametrize("size", style.SIZES)
def test_a_full_picture_is_wide_enough_for_its_smallest_letters(size):
    width = style.size(size).width
    listed = entry("site-bars")
    rows = drawn("site-bars")
    blank = Figure(figsize=(width, 5))
    fig = hv.TeachingFigure("site-bars", listed.kind, size, listed.words(rows), rows, blank, listed.shows)
    page = html.document_fromstring(gallery_page([card(fig, ["png"])]))
    (least,) = re.findall(r"figure img [{] min-width: (\d+)px", one_of(page, "//style").text)
    letters = int(least) / (width * 72) * style.size(size).small
    assert 11 <= letters < 11.1


# a notice before the first number (rule 14)


def test_notice_before_the_first_number(page):
    words = page.body.text_content()
    first = re.search(r"\d", words)
    notice = text(one_of(page, "//section[@class='notice']"))
    assert honesty.notice_problems(notice) == []
    end = words.index("talk with your care team")
    assert end < first.start()
    target = one_of(page, "//section[@class='notice']//a/@href")
    assert target == "#end"
    assert page.xpath("//a[@class='skip']/@href")[:2] == ["#figures", target]


def test_part_past_the_numbers_holds_none(page):
    end = one_of(page, "//*[@id='end']")
    assert page.xpath("//main")[0].getnext() is end, "nothing stands after it"
    assert end.getnext() is None
    closed = one_of(end, ".//details")
    assert closed.get("open") is None
    studies = set(hv.load_studies()["short_name"])
    named = [text(name) for name in closed.xpath(".//li/b")]
    assert len(set(named) & studies) > 5
    assert {"Guide page", "Cleveland Clinic"} <= set(named)
    closed.getparent().remove(closed)
    words = text(end).replace(f"Version {hv.__version__}", "").replace("CC BY 4.0", "")
    words = re.sub("her2viz|HER2", "", words)
    assert "Keep the group, the caveat and the source" in words
    assert not re.search(r"\d|per cent|%", words)


# rows of one's own


@pytest.fixture
def own():
    people = "people with <b>another</b> illness"
    return figures.mine(hv.load_sites().head(4), label=LABELS, population=people, note="<i>note</i>")


def test_own_labels_are_text(own):
    page = parsed([carded("site-bars", own)])
    assert page.xpath("//script|//main//b|//i|//td//img|//th//img") == []
    heads = [head.text_content() for head in page.xpath("//tbody//th")]
    assert heads == [" ".join(label.split()) for label in LABELS]
    assert {text(cell) for cell in page.xpath("//tbody//td[2]")} == {"people with <b>another</b> illness"}
    assert all(cell.get("dir") == "auto" for cell in page.xpath("//tbody//*[self::th or self::td]"))


def test_own_rows_have_none_of_the_catalogues_words(own):
    page = parsed([carded("site-bars", own), carded("overlap-bounds", hv.load_sites().head(3))])
    assert page.xpath("//*[@class='question']") == []
    assert "women" not in text(one_of(page, "//article[@id='site-bars']"))
    assert "women" not in text(one_of(page, "//a[@id='card-site-bars']"))
    groups = [text(group) for group in page.xpath("//a[@class='card']/span[@class='quiet']")]
    assert groups == ["Of 100 women with advanced breast cancer", "Of 100 people with <b>another</b> illness"]
    assert not any(lesson.question in text(page) for lesson in LESSONS)


def test_numbers_of_ones_own_are_in_no_lesson_and_under_no_licence_of_ours(tmp_path):
    write_template(tmp_path / "mine.csv")
    rows = hv.read_sites(tmp_path / "mine.csv")
    page = parsed([carded("site-bars", rows), carded("overlap-bounds", rows)])
    words = text(page)
    assert [text(h) for h in page.xpath("//main//section/h2")] == ["Figures of your own"]
    for lesson in LESSONS:
        assert lesson.title not in words
        assert lesson.name not in words
    assert "CC BY" not in words
    assert honesty.KEEP in words


# colours


@pytest.mark.parametrize("look", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_contrast(look):
    for behind in (look.paper, look.card):
        for colour in (look.ink, look.muted, look.accent):
            assert coloraide.Color(colour).contrast(behind, method="wcag21") >= 4.5
    assert coloraide.Color(look.outline).contrast(look.paper, method="wcag21") >= 3


def test_colours_come_from_style(page):
    used = set(re.findall(r"#[0-9a-f]{6}\b", one_of(page, "//style").text))
    assert used == {*vars(style.LIGHT).values(), *vars(style.DARK).values()}


# the files


def export(folder, names=("site-bars",), forms=("svg",), **more):
    return hv.export(folder, names=names, formats=forms, **({"size": "screen", "gallery": True} | more))


def read(folder):
    return html.parse(folder / "index.html").getroot()


def test_page_is_written_last_and_links_what_is_there(tmp_path):
    written = export(tmp_path, ["site-bars", "two-denominators", "site-bars"])
    assert written[-1] == tmp_path / "index.html"
    page = read(tmp_path)
    assert page.xpath("//article/@id") == ["site-bars", "two-denominators"]
    links = {link for link in page.xpath("//@src|//a/@href") if not re.match("#|https:", link)}
    assert links == {path.name for path in written[:-1]}
    image = one_of(page, "//article[@id='site-bars']//img")
    assert image.get("src") == "site-bars.svg"
    assert page.xpath("//a[@id='card-site-bars']/img/@src") == ["site-bars.svg"]
    assert int(image.get("width")) == 768


def test_questions_of_the_catalogue_do_not_stand_with_other_rows(tmp_path):
    export(tmp_path, data=figures.mine(hv.load_sites().head(4), population="people in a made-up example"))
    words = text(one_of(read(tmp_path), "//article"))
    assert "people in a made-up example" in words
    assert "women" not in words


def test_pdf_alone_is_a_link(tmp_path):
    export(tmp_path, forms=["pdf"])
    page = read(tmp_path)
    assert page.xpath("//img") == []
    line = one_of(page, "//figure/p")
    assert hv.figure("site-bars").alt in text(line)
    assert one_of(line, "./a/@href") == "site-bars.pdf"


def test_same_bytes_twice(cards):
    assert gallery_page(cards) == gallery_page(iter(cards))
    assert not re.search(rb"(?<![\w./])/(work|root|home|tmp)/\w|\b\d\d:\d\d\b", gallery_page(cards))


def test_pages_of_others_are_left_alone(tmp_path):
    mine = tmp_path / "index.html"
    mine.write_text("<!doctype html>\n<p>Mine")
    with pytest.raises(hv.UsageError, match=r"index\.html' is a page of yours"):
        export(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    export(tmp_path, gallery=False)
    export(tmp_path, gallery=False, data=hv.load_sites().head(2))
    assert mine.read_text() == "<!doctype html>\n<p>Mine"


def test_page_is_written_over_by_the_next_run(tmp_path):
    export(tmp_path)
    export(tmp_path, ["site-icons"])
    assert read(tmp_path).xpath("//article/@id") == ["site-icons"]


@pytest.mark.parametrize("save", ["export", "save"])
def test_no_page_outlives_the_words_of_its_pictures(save, tmp_path):
    def again(data=None, size="screen"):
        if save == "export":
            export(tmp_path, gallery=False, data=data, size=size)
        else:
            hv.figure("site-bars", data, size).save(tmp_path / "site-bars.svg")

    export(tmp_path)
    again()
    again(size="print")
    assert (tmp_path / "index.html").exists()
    again(hv.load_sites().head(2))
    assert not (tmp_path / "index.html").exists()


def test_full_disk_leaves_the_old_page(tmp_path, monkeypatch):
    export(tmp_path)
    old = (tmp_path / "index.html").read_bytes()
    write = files._write_new

    def full(path, content):
        if content.startswith(files.FIRST_OF_PAGE.encode()):
            write(path, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, content)

    monkeypatch.setattr(files, "_write_new", full)
    with pytest.raises(hv.UsageError, match="No space left on device"):
        export(tmp_path)
    assert (tmp_path / "index.html").read_bytes() == old
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with pytest.raises(hv.UsageError, match="No space left on device"):
        export(tmp_path, data=hv.load_sites().head(2))
    assert not (tmp_path / "index.html").exists(), "it would show the old words beside the new picture"
