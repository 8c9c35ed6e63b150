"""The same input gives the same bytes: in another process, whatever its user set, and for every sort of file."""

import os
import subprocess
import sys

import matplotlib as mpl
import seaborn as sns

import her2viz as hv

# one figure for each form of chart
FORMS = [
    "site-bars",
    "site-icons",
    "body-map",
    "overlap-bounds",
    "two-denominators",
    "published-sites-bone",
    "source-sites",
]
WRITE = f"""
import her2viz as hv
hv.export("screen", names={FORMS}, formats=["svg"], size="screen", gallery=True)
hv.export("slide", names=["site-icons"], size="slide")
hv.slides("talk.pptx", names=["site-bars"])
hv.slides("lesson.pptx")
hv.handout("sheet.pdf")
hv.handout("booklet.pdf", full=True, names=["published-sites"])
"""
# what a user may have done before, none of which may show
UNLIKE = """
import matplotlib, pandas, seaborn
seaborn.set_theme(style="dark", palette="husl", font="monospace", font_scale=3)
matplotlib.rcParams.update({
    "svg.fonttype": "path", "svg.hashsalt": None, "pdf.fonttype": 3, "pdf.compression": 0, "savefig.bbox": "tight",
    "savefig.dpi": 50, "text.usetex": True, "axes.xmargin": 0.4, "path.sketch": (1, 100, 2), "lines.antialiased": False,
})
pandas.set_option("display.precision", 0)
"""
ELSEWHERE = {
    "PYTHONHASHSEED": "22",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "SOURCE_DATE_EPOCH": "1",
    "TYPST_FONT_PATHS": "/usr/share/fonts",
}


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_bytes_from_another_process(tmp_path, monkeypatch):
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    rc = tmp_path / "matplotlibrc"
    rc.write_text("font.size: 30\nsvg.fonttype: path\nfigure.facecolor: black\n")
    unlike = os.environ | ELSEWHERE | {"MATPLOTLIBRC": str(rc)}
    other = subprocess.Popen([sys.executable, "-c", UNLIKE + WRITE], cwd=there, env=unlike)
    monkeypatch.chdir(here)
    exec(WRITE)
    assert other.wait() == 0
    mine, others = contents(here), contents(there)
    assert len(mine) == 2 * len(FORMS) + 1 + 4 + 4
    assert sorted(str(name) for name in mine.keys() | others.keys() if mine.get(name) != others.get(name)) == []


def test_a_users_theme_changes_nothing_shown():
    plain = hv.figure("site-bars")._repr_html_()
    with mpl.rc_context():
        sns.set_theme(style="darkgrid", palette="husl", font="monospace", font_scale=2)
        assert hv.figure("site-bars")._repr_html_() == plain
