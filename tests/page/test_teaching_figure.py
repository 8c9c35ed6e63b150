"""A figure as users of matplotlib and of notebooks expect it, and several drawn at once."""

import base64
import dataclasses
import itertools
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import matplotlib as mpl
import pytest

import her2viz as hv
from her2viz import style

PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def bars():
    return hv.figure("site-bars")


def test_savefig_saves(bars, tmp_path):
    assert bars.savefig(tmp_path / "bars.png").read_bytes() == bars.to_bytes("png")
    assert (tmp_path / "bars.txt").is_file()


def test_show_prints_where_there_is_no_notebook(bars, capsys):
    bars.show()
    assert capsys.readouterr().out == f"{bars!r}\n"


def test_show_displays_itself_in_a_notebook(bars, capsys, monkeypatch):
    shown = []
    notebook = SimpleNamespace(get_ipython=object, display=SimpleNamespace(display=shown.append))
    monkeypatch.setitem(sys.modules, "IPython", notebook)
    bars.show()
    assert shown == [bars]
    assert capsys.readouterr().out == ""


def test_a_notebook_stores_text_and_html_and_a_bare_picture_where_asked(bars):
    assert bars._repr_mimebundle_() == {"text/plain": repr(bars), "text/html": bars._repr_html_()}
    assert bars._repr_mimebundle_(None, ["text/html"]) == {"text/plain": repr(bars)}
    asked = bars._repr_mimebundle_(["image/png", "image/svg+xml", "application/pdf"])
    assert base64.b64decode(asked["image/png"]).startswith(PNG)
    assert base64.b64decode(asked["application/pdf"]).startswith(b"%PDF")
    assert "<svg" in asked["image/svg+xml"]
    assert len(asked) == 3


def test_figures_drawn_in_threads_are_those_drawn_one_after_the_other():
    def draw(which):
        name, size = which
        return hv.figure(name, size=size).to_bytes("svg")

    wanted = list(itertools.product(["site-bars", "published-sites-bone", "percent-of-whom"], ["screen", "slide"]))
    with mpl.rc_context({"font.size": 7.5}):
        before = dict(mpl.rcParams)
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(draw, wanted))
        assert dict(mpl.rcParams) == before
    assert together == [draw(which) for which in wanted]


@pytest.mark.parametrize("name", ["symptoms", "disagreements", "drug-targets", "body-map"])
def test_a_chart_without_room_is_refused_and_not_left_blank(name, monkeypatch):
    monkeypatch.setitem(style.SIZES, "slide", dataclasses.replace(style.size("slide"), width=9, height=5.2))
    with pytest.raises(hv.DataError, match=f"The rows of {name} do not fit at size slide: no room is left for"):
        hv.figure(name, size="slide")
