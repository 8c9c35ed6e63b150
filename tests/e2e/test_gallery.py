"""The gallery in a browser: no violation of axe-core, good on a phone, in the dark, without scripts or pictures."""

import itertools
import unicodedata

import pytest

import her2viz as hv

NAMES = ["site-bars", "body-map", "overlap-bounds", "drug-targets", "published-subtypes-kaplan"]
LOOKS = {
    "desktop": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "dark phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    # zooming to 200% halves the width that a page is laid out in and doubles the pixels
    "zoom": {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    hv.export(folder, names=NAMES, formats=["png", "svg"], gallery=True)
    return folder


@pytest.fixture
def open_gallery(new_page, folder):
    """A function that opens the gallery from the file system, with the network off."""

    def opened(*, pictures=True, **options):
        page = new_page(offline=True, **options)
        if not pictures:
            page.route("**/*.{png,svg}", lambda route: route.abort())
        page.goto((folder / "index.html").as_uri())
        return page

    return opened


def unfold(page):
    for summary in page.locator("summary").all():
        summary.click()


def shown(page):
    return [a.get_attribute("id") for a in page.locator("article").all() if a.is_visible()]


@pytest.mark.parametrize("look", LOOKS)
def test_no_violation(look, open_gallery, axe):
    page = open_gallery(**LOOKS[look])
    assert axe(page) == []
    unfold(page)
    assert axe(page) == []
    assert axe(page, rules={"target-size": {"enabled": True}}) == []


@pytest.mark.parametrize("look", LOOKS)
def test_page_is_no_wider_than_the_window(look, open_gallery):
    page = open_gallery(**LOOKS[look])
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("[...document.images].every(i => i.getBoundingClientRect().right <= innerWidth)")


def test_wide_tables_scroll_by_keyboard(open_gallery):
    page = open_gallery(**LOOKS["phone"])
    unfold(page)
    table = page.get_by_role("region", name="The data of")
    assert table.count() == len(NAMES)
    widest = table.last
    assert widest.evaluate("e => e.scrollWidth > e.clientWidth")
    widest.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=widest.element_handle())


def test_dark_page_is_dark_and_its_pictures_are_not(open_gallery):
    page = open_gallery(color_scheme="dark")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    ink, paper = page.locator("body").evaluate(colours)
    picture_ink, picture_paper = page.locator("img").first.evaluate(colours)
    assert brightness(ink) > 200 > 50 > brightness(paper)
    assert brightness(picture_paper) > 200 > 50 > brightness(picture_ink), "alt text stands there where it is missing"


def brightness(colour):
    return sum(int(part) for part in colour[4:-1].split(",")) / 3


# without scripts, without pictures


def test_usable_without_scripts(open_gallery):
    page = open_gallery(java_script_enabled=False)
    assert shown(page) == NAMES
    page.get_by_role("radio", name="Overlap").check()
    assert shown(page) == ["overlap-bounds"]
    page.locator("#overlap-bounds").get_by_text("The data as a table").click()
    assert page.get_by_role("cell", name="70 to 100", exact=True).is_visible()
    page.get_by_role("radio", name="All lessons").check()
    assert shown(page) == NAMES


def test_words_stand_in_for_pictures(open_gallery):
    page = open_gallery(pictures=False, **LOOKS["phone"])
    for name in NAMES:
        picture = page.locator(f"#{name} img")
        picture.scroll_into_view_if_needed()
        page.wait_for_function("i => i.complete", arg=picture.element_handle())
        assert picture.evaluate("i => i.naturalWidth") == 0
        assert "about 70" in picture.get_attribute("alt") or name not in ("site-bars", "body-map")
        assert page.get_by_role("img", name=picture.get_attribute("alt")).is_visible()
        # the whole of it fits into the place of the picture
        box = picture.bounding_box()
        need = page.evaluate(
            """([text, width]) => {
                const box = document.createElement("div");
                const style = getComputedStyle(document.images[0]);
                Object.assign(box.style, {width: width + "px", font: style.font, lineHeight: style.lineHeight});
                box.textContent = text;
                document.body.append(box);
                const height = box.getBoundingClientRect().height;
                box.remove();
                return height;
            }""",
            [picture.get_attribute("alt"), box["width"] - 20],
        )
        assert need <= box["height"], name


# the keyboard


def test_keyboard_goes_past_the_numbers(open_gallery):
    page = open_gallery()
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the figures"
    page.keyboard.press("Tab")
    assert focused(page) == "Skip past the numbers"
    assert page.get_by_text("Skip past the numbers").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "end"
    assert page.get_by_role("heading", name="How to cite").is_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "The sources in full"


def test_keyboard_reaches_filter_words_and_files(open_gallery):
    page = open_gallery()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "show-all"
    assert page.evaluate("getComputedStyle(document.activeElement.parentElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    assert shown(page) == ["site-bars", "body-map"]
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(focused(page))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if reached[-1].startswith(("Long", "The data")):
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open")
    title = hv.figure("site-bars").title
    assert reached[:2] == [f"Long description of {title}", f"The data as a table: {title}"]
    assert reached[2].startswith("The data of"), "the table can be scrolled"
    assert reached[3:] == [f"Open the picture alone: {title}", "site-bars.png", "site-bars.svg", "site-bars.txt"]


def focused(page):
    return " ".join(page.evaluate("document.activeElement.textContent").split())


# the filter


def test_filter_shows_one_lesson(open_gallery):
    page = open_gallery()
    lessons = {}
    for radio in page.get_by_role("radio").all()[1:]:
        radio.check()
        lessons[radio.get_attribute("id")] = shown(page)
        assert page.locator("section.lesson:visible").count() == 1
    assert list(itertools.chain(*lessons.values())) == NAMES
    assert lessons["show-01_where_it_spreads"] == ["site-bars", "body-map"]


def test_nothing_is_asked_of_a_network(new_page, folder):
    page = new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "index.html").as_uri())
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function("i => i.complete && i.naturalWidth > 0", arg=picture.element_handle())
    assert len(asked) == 1 + len(NAMES)
    assert [url for url in asked if not url.startswith("file://")] == []
    assert said == []


# on paper


def test_printed_with_the_notice_first(open_gallery, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    open_gallery().pdf(path=tmp_path / "gallery.pdf")
    pages = [unicodedata.normalize("NFKC", p.extract_text()) for p in pypdf.PdfReader(tmp_path / "gallery.pdf").pages]
    assert "Before you go on" in pages[0]
    assert not any(character.isdigit() for character in pages[0])
    for name in NAMES:
        fig = hv.figure(name)
        where = [n for n, said in enumerate(pages) if fig.title in " ".join(said.split())]
        assert where, name
        assert "Skip" not in pages[where[0]]
    assert "SystHERs" in pages[-1] or "Kaplan" in pages[-1], "the sources are printed in full"
