"""Saving and exporting: whole files or none. What the files hold, tests/test_honesty.py looks at."""

import errno
import multiprocessing
import os
import threading
import time

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from lxml import etree
from PIL import Image

import her2viz as hv
import honesty
from her2viz import files
from her2viz.output import exporting
from her2viz.own.template import write_template


@pytest.fixture(scope="module")
def bars():
    return hv.figure("site-bars")


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# someone's own numbers


def test_own_rows_change_words_and_numbers(tmp_path):
    hv.export(tmp_path, names=["site-bars"], formats=["svg"], size="screen", data=hv.load_sites().head(2))
    words = tmp_path.joinpath("site-bars.txt").read_text(encoding="utf-8")
    assert "bone about 70, lung about 30. " in words
    assert "at two sites" in words
    svg = etree.parse(tmp_path / "site-bars.svg").getroot()
    etree.strip_elements(svg, "{*}style")  # letters in base64
    for text in (words, "".join(svg.itertext())):
        assert "about 30" in text
        for gone in ("iver", "rain", "130", "about 20", "about 10"):
            assert gone not in text


def test_numbers_of_ones_own_are_under_no_licence_of_ours(tmp_path):
    write_template(tmp_path / "mine.csv")
    mine = hv.read_sites(tmp_path / "mine.csv")
    for path in hv.export(tmp_path / "out", names=["site-bars"], data=mine, size="screen"):
        assert b"CC BY" not in path.read_bytes()
    with Image.open(tmp_path / "out" / "site-bars.png") as image:
        assert image.text["Copyright"] == honesty.KEEP
    assert f"\n\nTerms: {honesty.KEEP}\n" in (tmp_path / "out" / "site-bars.txt").read_text(encoding="utf-8")


# several processes

FOUR = ["site-bars", "published-sites-lung", "site-icons", "published-sites-bone"]


def test_several_processes_write_the_same_bytes_in_the_same_order(tmp_path):
    rows = hv.load_sites().head(2)
    for number, more in enumerate(({"formats": ["svg"], "gallery": True}, {"data": rows, "plain_title": True})):
        serial, parallel = tmp_path / f"serial{number}", tmp_path / f"parallel{number}"
        names = FOUR if "data" not in more else FOUR[::2]
        alone = hv.export(serial, names=names, size="screen", **more)
        together = hv.export(parallel, names=names, size="screen", processes=2, **more)
        assert [path.name for path in together] == [path.name for path in alone]
        assert contents(parallel) == contents(serial)


def test_process_that_the_system_stops(tmp_path):
    plan = exporting.exporting(tmp_path, FOUR, ["svg"], "screen", processes=2)

    def kill():
        while not multiprocessing.active_children():
            time.sleep(0.01)
        time.sleep(0.2)  # its first figure is handed to it meanwhile
        for child in multiprocessing.active_children():
            child.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(hv.UsageError, match="A process that draws was stopped"):
        list(plan.steps)
    killer.join()
    assert {path.suffix for path in tmp_path.iterdir()} <= {".svg", ".txt"}
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("processes", [0, -1, 1.5, "2"])
def test_number_of_processes(tmp_path, processes):
    with pytest.raises(hv.UsageError, match=f"processes must be a whole number from 1; got {processes!r}"):
        hv.export(tmp_path / "out", processes=processes)
    assert listing(tmp_path) == []


# one figure, by the ending of its name


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.b.Pdf", b"%PDF")])
def test_save_by_ending(name, start, bars, tmp_path):
    path = tmp_path / name
    assert bars.save(str(path)) == path
    assert path.read_bytes().startswith(start)
    assert listing(tmp_path) == sorted([name, path.with_suffix(".txt").name])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bars.gif", r"\.png, \.svg, \.pdf; got '\.gif'"),
        ("bars", r"\.png, \.svg, \.pdf; got ''"),
        ("nowhere/bars.svg", r"'.*nowhere' does not exist"),
        ("folder.svg", r"folder\.svg'.* is a folder"),
        (f"{'a' * 300}.svg", "too long"),
    ],
)
def test_save_refuses(name, message, bars, tmp_path):
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(hv.UsageError, match=message):
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
    ("asked", "message"),
    [
        ({"names": ["site-bars", "site-bar"]}, "got 'site-bar'. Did you mean 'site-bars'"),
        ({"formats": ["svg", "gif"]}, "png, svg, pdf; got 'gif'"),
        ({"formats": []}, "at least one of png, svg, pdf; got none"),
        ({"names": []}, "at least one figure; got none"),
        ({"size": "slides"}, "screen, slide, print; got 'slides'. Did you mean 'slide'"),
        ({"names": "site-bars"}, "must be a list of names"),
        ({"formats": "svg"}, "must be a list of names"),
    ],
)
def test_export_refuses(asked, message, tmp_path):
    with pytest.raises(hv.UsageError, match=message):
        hv.export(tmp_path / "out", **asked)
    assert listing(tmp_path) == []


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("file", "'.*file' is a file"),
        ("file/below", "folder '.*below': Not a directory"),
        ("a" * 300, "too long"),
        ("full", r"site-bars\.svg'.* is a folder"),
    ],
)
def test_export_refuses_folders(out, message, tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full" / "site-bars.svg").mkdir(parents=True)
    with pytest.raises(hv.UsageError, match=message):
        hv.export(tmp_path / out, formats=["svg"], size="screen")
    assert listing(tmp_path) == ["file", "full"]
    assert listing(tmp_path / "full") == ["site-bars.svg"]
    assert (tmp_path / "file").read_text() == "mine"


def test_showing_leaves_rcparams_alone(bars):
    with mpl.rc_context({"font.size": 31}):
        before = mpl.rcParams.copy()
        assert bars.alt in bars._repr_html_()
        assert mpl.rcParams == before
    assert plt.get_fignums() == []
