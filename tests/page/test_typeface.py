"""The letters of every figure: which typeface has them, and what of it the files hold."""

import io
import xml.etree.ElementTree as ET

import pypdf
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib.font_manager import get_font

import figures
from her2viz import typeface
from her2viz.charts.crowding import written


def test_every_letter_is_in_the_typeface():
    """An SVG holds its letters; another sign is drawn with what the reader's machine has."""
    drawn = {sign for name in figures.NAMES for text in written(figures.figure(name).mpl) for sign in text.get_text()}
    has = {chr(point) for point in get_font(typeface._file(400)).get_charmap()}
    assert drawn - has - {"\n"} <= {"\u25cb"}, "an open circle in a key is the one exception"


def test_digits_are_equally_wide():
    for weight in typeface.WEIGHTS:
        font = get_font(typeface._file(weight))
        assert len({font.load_char(ord(digit)).linearHoriAdvance for digit in "0123456789"}) == 1


def test_a_pdf_holds_its_letters_and_no_tables_that_are_slow_to_read():
    whole, fig = subset.load_font, figures.figure("site-bars")
    (page,) = pypdf.PdfReader(io.BytesIO(fig.to_bytes("pdf"))).pages
    fonts = [font.get_object() for first in page["/Resources"]["/Font"].values() for font in parts(first.get_object())]
    files = [TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data())) for font in fonts]
    needed = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}
    assert [set(file.keys()) - {"GlyphOrder", "cmap"} for file in files] == [needed] * len(files)
    outlines = [file["glyf"][name].numberOfContours for file in files for name in file.getGlyphOrder()]
    assert len(list(filter(None, outlines))) > len({sign for text in written(fig.mpl) for sign in text.get_text()})
    assert subset.load_font is whole, "matplotlib's own figures keep theirs"


def parts(font):
    return font.get("/DescendantFonts", [font])


@pytest.mark.parametrize("name", ["site-icons", "disagreements", "published-sites"])
def test_an_svg_says_how_wide_each_text_is_for_programs_that_take_other_letters(name):
    fig = figures.figure(name)
    root = ET.fromstring(fig.to_bytes("svg"))
    said = sorted((text.text, float(text.get("textLength"))) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    fig.mpl.draw_without_rendering()
    inch = fig.mpl.dpi / 72
    drawn = sorted((text.get_text(), text.get_window_extent().width / inch) for text in written(fig.mpl))
    assert [text for text, _ in said] == [text for text, _ in drawn]
    assert [wide for _, wide in said] == pytest.approx([wide for _, wide in drawn], rel=0.04, abs=1)


def test_the_same_letters_give_the_same_bytes_and_others_do_not():
    assert typeface.embedded({400: "aéü"}) == typeface.embedded({400: "übé"}) != typeface.embedded({400: "aéö"})
