"""The files of every figure, read back: their words, their sizes, whole or absent, and the same bytes every time."""

import errno
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt
import pypdf
import pytest
from lxml import etree
from PIL import Image

import her2viz as hv
from her2viz import files, style
from her2viz.dataset import origin
from her2viz.own.template import write_template
from her2viz.page.rendering import FORMATS
from her2viz.words import parts

NAMES = hv.figures()["name"].tolist()
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = {"screen": (8.0, 144), "slide": (40 / 3, 150), "print": (6.5, 300)}  # inches and dots per inch, as promised


class Saved(NamedTuple):
    """A figure's words and files; the figure itself would keep megabytes of canvas."""

    name: str
    words: parts.Words
    inches: tuple[float, float]
    folder: Path
    look_kept: bool

    def file(self, ending):
        return self.folder / f"{self.name}.{ending}"

    def drawn_words(self):
        w = self.words
        assert w.title
        assert w.caveat
        assert w.credit
        return [said for said in (w.title, w.reference, w.aside, w.note, w.caveat, w.credit) if said]


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Draw each figure once a size and save it in every format."""
    made = {}

    def save(name, size):
        if (name, size) not in made:
            folder = tmp_path_factory.mktemp(f"{name}-{size}")
            with mpl.rc_context({"font.size": 31, "svg.fonttype": "path", "lines.linewidth": 7}):
                before = mpl.rcParams.copy()
                fig = hv.figure(name, size=size)
                for form in FORMATS:
                    fig.save(folder / f"{name}.{form}")
                look_kept = mpl.rcParams == before
            inches = tuple(map(float, fig.mpl.get_size_inches()))
            made[name, size] = Saved(name, fig.words, inches, folder, look_kept)
        return made[name, size]

    return save


@pytest.fixture(scope="module")
def bars():
    return hv.figure("site-bars")


def folded(text):
    return " ".join(text.split())


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# what a file says of itself


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_files_carry_their_words(name, size, saved):
    one = saved(name, size)
    assert one.look_kept, "drawing and saving leave rcParams alone"
    assert plt.get_fignums() == [], "pyplot knows no figure of ours"
    width, dpi = WIDTHS[size]
    assert one.inches[0] == pytest.approx(width)
    assert size != "slide" or one.inches[1] == pytest.approx(7.5)
    assert listing(one.folder) == sorted(f"{name}.{ending}" for ending in (*FORMATS, "txt"))
    check_png(one, dpi)
    check_svg(one)
    check_pdf(one)
    check_words_file(one)


def check_png(one, dpi):
    with Image.open(one.file("png")) as image:
        image.load()
        assert image.text == {
            "Title": one.words.title,
            "Description": one.words.description,
            "Author": "her2viz",
            "Source": "; ".join(one.words.sources),
            "Copyright": origin.LICENCE,
        }
        assert image.size == pytest.approx([inches * dpi for inches in one.inches], abs=1)
        assert image.info["dpi"] == pytest.approx((dpi, dpi), rel=0.001)


def check_svg(one):
    root = etree.parse(one.file("svg")).getroot()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert root.get("role") == "img"
    labels = [by_id[label] for label in root.get("aria-labelledby").split()]
    assert [(label.tag, label.text) for label in labels] == [
        (f"{SVG}title", one.words.title),
        (f"{SVG}desc", one.words.description),
    ]
    assert root.findall(f"{SVG}title") == labels[:1], "a second title would be read out as well"
    drawn = folded(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))
    assert [said for said in one.drawn_words() if said not in drawn] == []
    assert [float(root.get(side).removesuffix("pt")) for side in ("width", "height")] == pytest.approx(
        [72 * inches for inches in one.inches], abs=0.01
    )
    # it stands alone and does nothing
    for element in root.iter(etree.Element):
        assert etree.QName(element).localname not in {"image", "script", "foreignObject", "a"}
        for attribute, value in element.attrib.items():
            key = etree.QName(attribute).localname
            assert not key.startswith("on")
            assert key not in {"href", "src"} or value.startswith("#")
    assert not re.search(rb"<!DOCTYPE|<\?xml-stylesheet|@import|url\((?!#)", one.file("svg").read_bytes())


def check_pdf(one):
    pdf = pypdf.PdfReader(one.file("pdf"))
    about = {key: pdf.metadata.get(f"/{key}") for key in ("Title", "Subject", "Author")}
    assert about == {
        "Title": one.words.title,
        "Subject": f"{one.words.alt} {one.words.caveat}",
        "Author": "her2viz",
    }
    keywords = pdf.metadata["/Keywords"].split("; ")
    assert set(keywords) >= {"breast cancer", *one.words.sources} | ({one.words.reference} - {""})
    assert "" not in keywords
    (page,) = pdf.pages
    assert [page.mediabox.width, page.mediabox.height] == pytest.approx(
        [72 * inches for inches in one.inches], abs=0.01
    )
    read = folded(page.extract_text())
    assert [said for said in one.drawn_words() if said not in read] == []
    assert list(fonts(page))
    assert [font["/BaseFont"] for font in fonts(page) if "/FontFile2" not in font["/FontDescriptor"]] == []


def fonts(page):
    for font in page["/Resources"]["/Font"].values():
        resolved = font.get_object()
        yield from (f.get_object() for f in resolved.get("/DescendantFonts", [resolved]))


def check_words_file(one):
    said = one.file("txt").read_text(encoding="utf-8").splitlines()
    for name, text in {
        "Title": one.words.title,
        "Alt text": one.words.alt,
        "Description": one.words.description,
        "Caption": one.words.caption,
        "Caveat": one.words.caveat,
        "Source": "; ".join(one.words.sources),
        "Licence": origin.LICENCE,
    }.items():
        assert f"{name}: {text}" in said


def test_own_rows_change_words_and_numbers(tmp_path):
    hv.export(tmp_path, names=["site-bars"], formats=["svg"], size="screen", data=hv.load_sites().head(2))
    said = tmp_path.joinpath("site-bars.txt").read_text(encoding="utf-8")
    assert "bone about 70, lung about 30. " in said
    assert "at two sites" in said
    drawn = "".join(etree.parse(tmp_path / "site-bars.svg").getroot().itertext())
    for text in (said, drawn):
        assert "about 30" in text
        for gone in ("iver", "rain", "130", "about 20", "about 10"):
            assert gone not in text


def test_numbers_of_ones_own_are_under_no_licence_of_ours(tmp_path):
    write_template(tmp_path / "mine.csv")
    mine = hv.read_sites(tmp_path / "mine.csv")
    for path in hv.export(tmp_path / "out", names=["site-bars"], data=mine, size="screen"):
        assert b"CC BY" not in path.read_bytes()
    with Image.open(tmp_path / "out" / "site-bars.png") as image:
        assert image.text["Copyright"] == origin.KEEP
    assert f"\n\nTerms: {origin.KEEP}\n" in (tmp_path / "out" / "site-bars.txt").read_text(encoding="utf-8")


# one figure, by the ending of its name


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.b.Pdf", b"%PDF")])
def test_save_by_ending(name, start, bars, tmp_path):
    path = tmp_path / name
    assert bars.save(str(path)) == path
    assert path.read_bytes().startswith(start)
    assert listing(tmp_path) == sorted([name, path.with_suffix(".txt").name])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bars.gif", r"\.png, \.svg, \.pdf; got '\.gif'"),
        ("bars", r"\.png, \.svg, \.pdf; got ''"),
        ("nowhere/bars.svg", r"'.*nowhere' does not exist"),
        ("folder.svg", r"folder\.svg'.* is a folder"),
        (f"{'a' * 300}.svg", "too long"),
    ],
)
def test_save_refuses(name, said, bars, tmp_path):
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(hv.UsageError, match=said):
        bars.save(tmp_path / name)
    assert listing(tmp_path) == ["folder.svg"]


def test_save_leaves_texts_of_others_alone(bars, tmp_path):
    notes = tmp_path / "bars.txt"
    notes.write_text("My notes on the bars\n")
    with pytest.raises(hv.UsageError, match=r"bars\.txt' is a text of yours"):
        bars.save(tmp_path / "bars.svg")
    assert contents(tmp_path) == {"bars.txt": b"My notes on the bars\n"}


def test_export_leaves_texts_of_others_alone(tmp_path):
    (tmp_path / "site-icons.txt").write_text("Mine\n")
    with pytest.raises(hv.UsageError, match=r"site-icons\.txt' is a text of yours"):
        hv.export(tmp_path, names=["site-bars", "site-icons"], formats=["svg"], size="screen")
    assert contents(tmp_path) == {"site-icons.txt": b"Mine\n"}, "nothing is written, the figure before it neither"


# whole files or none


def test_full_disk_leaves_the_old_files(tmp_path, monkeypatch):
    def export(data=None):
        return hv.export(tmp_path, names=["site-bars"], formats=["svg", "pdf"], size="screen", data=data)

    assert sorted(export()) == sorted(tmp_path.iterdir())
    before = contents(tmp_path)
    write, written = files._write_new, []

    def full_at_the_second(path, content):
        written.append(path)
        if len(written) == 2:
            write(path, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(files, "_write_new", full_at_the_second)
        with pytest.raises(hv.UsageError, match="No space left on device"):
            export(hv.load_sites().head(2))
    assert len(written) == 2
    assert contents(tmp_path) == before
    export(hv.load_sites().head(2))
    assert contents(tmp_path) != before


def test_next_run_clears_part_files_of_dead_runs(bars, tmp_path):
    for next_run in (
        lambda: bars.save(tmp_path / "bars.svg"),
        lambda: hv.export(tmp_path, names=["site-bars"], formats=["svg"], size="screen"),
    ):
        left, younger = tmp_path / ".left.her2viz-part", tmp_path / ".younger.her2viz-part"
        for part in (left, younger):
            part.write_bytes(b"\x89PNG")
        os.utime(left, (0, time.time() - 4000))
        next_run()
        assert not left.exists()
        assert younger.exists(), "it may be what another run writes just now"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"names": ["site-bars", "site-bar"]}, "got 'site-bar'. Did you mean 'site-bars'"),
        ({"formats": ["svg", "gif"]}, "png, svg, pdf; got 'gif'"),
        ({"formats": []}, "at least one of png, svg, pdf; got none"),
        ({"size": "slides"}, "screen, slide, print; got 'slides'. Did you mean 'slide'"),
        ({"names": "site-bars"}, "lists"),
        ({"formats": "svg"}, "lists"),
    ],
)
def test_export_refuses(asked, said, tmp_path):
    with pytest.raises(hv.UsageError, match=said):
        hv.export(tmp_path / "out", **asked)
    assert listing(tmp_path) == []


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("file", "'.*file' is a file"),
        ("file/below", "folder '.*below': Not a directory"),
        ("a" * 300, "too long"),
        ("full", r"site-bars\.svg'.* is a folder"),
    ],
)
def test_export_refuses_folders(out, said, tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full" / "site-bars.svg").mkdir(parents=True)
    with pytest.raises(hv.UsageError, match=said):
        hv.export(tmp_path / out, formats=["svg"], size="screen")
    assert listing(tmp_path) == ["file", "full"]
    assert listing(tmp_path / "full") == ["site-bars.svg"]
    assert (tmp_path / "file").read_text() == "mine"


# the same input gives the same bytes

# what a user may have done before, none of which may show
UNLIKE = """
import sys
import matplotlib, pandas, seaborn
import her2viz as hv
seaborn.set_theme(style="dark", palette="husl", font="monospace", font_scale=3)
matplotlib.rcParams.update({
    "svg.fonttype": "path", "svg.hashsalt": None, "pdf.fonttype": 3, "pdf.compression": 0, "savefig.bbox": "tight",
    "savefig.dpi": 50, "text.usetex": True, "axes.xmargin": 0.4, "path.sketch": (1, 100, 2), "lines.antialiased": False,
})
pandas.set_option("display.precision", 0)
screen, slide, gallery = sys.argv[1:]
hv.export(screen, size="screen")
hv.export(slide, names=["site-icons"], size="slide")
hv.export(gallery, names=["site-icons"], size="screen", gallery=True)
"""


def test_same_bytes_from_another_process(tmp_path, saved):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: path\nfigure.facecolor: black\n")
    unlike = os.environ | {
        "PYTHONHASHSEED": "22",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "1",
    }
    subprocess.run(
        [sys.executable, "-c", UNLIKE, "../screen", "../slide", "../gallery"], cwd=elsewhere, env=unlike, check=True
    )
    here = {}
    for name in NAMES:
        here |= contents(saved(name, "screen").folder)
    assert differing(here, contents(tmp_path / "screen")) == []
    assert differing(contents(saved("site-icons", "slide").folder), contents(tmp_path / "slide")) == []
    hv.export(tmp_path / "page", names=["site-icons"], size="screen", gallery=True)
    assert differing(contents(tmp_path / "page"), contents(tmp_path / "gallery")) == []


def differing(some, others):
    return sorted(name for name in some.keys() | others.keys() if some.get(name) != others.get(name))


def test_showing_leaves_rcparams_alone(bars):
    with mpl.rc_context({"font.size": 31}):
        before = mpl.rcParams.copy()
        assert bars.alt in bars._repr_html_()
        assert mpl.rcParams == before
    assert plt.get_fignums() == []


def test_sizes_tested_are_the_sizes():
    assert set(WIDTHS) == set(style.SIZES)
