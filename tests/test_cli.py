"""The her2viz command as a user meets it: in a folder, in a pipe, on a terminal, and when something is wrong."""

import importlib.metadata
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pypdf
import pytest
import typer
from PIL import Image

import her2viz as hv
from her2viz import cli, files
from her2viz.catalogue import registry
from her2viz.course import copying, moodle
from her2viz.dataset import loaders

TABLES = hv.tables()["name"].tolist()
HER2VIZ = Path(sys.executable).parent / "her2viz"
BOX = re.compile("[\u2500-\u259f]")
SMALL = ["--only", "site-bars", "--format", "svg", "--size", "screen"]


@pytest.fixture
def run(monkeypatch, capfdbinary, tmp_path):
    """Run the command in this process, in an empty folder; return exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["her2viz", *arguments])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capfdbinary.readouterr()
        return stopped.value.code, out.decode(), err.decode()

    return command


def shell(*arguments, **more):
    """Run the installed command; return what subprocess does."""
    return subprocess.run([HER2VIZ, *arguments], capture_output=True, text=True, encoding="utf-8", **more)


def listing(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# figures


def test_figures_go_into_figures(run, monkeypatch, tmp_path):
    two = registry.CATALOGUE[:2]  # the rest is drawn in test_exporting.py
    monkeypatch.setattr(registry, "CATALOGUE", two)
    assert run("figures") == (0, "Wrote 9 files of 2 figures into figures; figures/index.html shows them\n", "")
    files = {f"figures/{f.name}.{e}" for f in two for e in ("png", "svg", "pdf", "txt")}
    assert listing(tmp_path) == sorted(files | {"figures/index.html"})
    with Image.open(tmp_path / "figures" / f"{two[0].name}.png") as image:
        assert image.size == (2000, 1125), "the size is slide"


def test_figures_as_asked(run, tmp_path):
    asked = ["a/b", "--only", "site-bars", "--only", "site-icons", "--format", "svg", "--format", "pdf"]
    wrote = "Wrote 7 files of 2 figures into a/b; a/b/index.html shows them\n"
    assert run("figures", *asked, "--size", "print") == (0, wrote, "")
    files = [f"a/b/{n}.{e}" for n in ("site-bars", "site-icons") for e in ("pdf", "svg", "txt")]
    assert listing(tmp_path) == ["a/b/index.html", *files]
    assert 'width="468pt"' in tmp_path.joinpath("a/b/site-bars.svg").read_text(encoding="utf-8")


# slides and handout


@pytest.mark.parametrize(("command", "file"), [(["slides"], "talk.pptx"), (["handout", "--full"], "booklet.pdf")])
def test_deck_and_booklet(command, file, run, tmp_path):
    asked = ["--only", "source-sites", "--only", "site-bars"]
    assert run(*command, file, *asked) == (0, f"Wrote {file} with 2 figures\n", "")
    assert listing(tmp_path) == [file]

    assert run("template", "mine.csv")[0] == 0
    code, out, err = run(*command, file, "--only", "site-bars", "--data", "mine.csv")
    assert (code, out, err) == (0, f"mine.csv: read 5 rows: commas\nWrote {file} with 1 figure\n", "")
    assert listing(tmp_path) == sorted([file, "mine.csv"])


def test_sheet_and_key(run, tmp_path):
    assert run("handout", "sheet.pdf") == (0, "Wrote sheet.pdf with 2 figures\n", "")
    assert run("handout", "key.pdf", "--answers", "--paper", "letter")[0] == 0
    assert run("template", "mine.csv")[0] == 0
    code, out, err = run("handout", "mine.pdf", "--data", "mine.csv")
    assert (code, out, err) == (0, "mine.csv: read 5 rows: commas\nWrote mine.pdf with 2 figures\n", "")
    words = {name: pypdf.PdfReader(tmp_path / name).pages[-1].extract_text() for name in ("sheet.pdf", "key.pdf")}
    assert ("Answer:" in words["sheet.pdf"], "Answer:" in words["key.pdf"]) == (False, True)


def test_all_of_own_numbers_is_what_can_be_drawn(run):
    assert run("template", "mine.csv")[0] == 0
    code, out, err = run("slides", "talk.pptx", "--all", "--data", "mine.csv")
    assert (code, err) == (0, "")
    read, *skipped, wrote = out.splitlines()
    assert read == "mine.csv: read 5 rows: commas"
    assert re.fullmatch(r"Wrote talk\.pptx with \d figures", wrote)
    assert [line for line in skipped if not line.startswith("Skipped ")] == []
    assert "takes no data of your own" in skipped[-1]


# list and table


def test_list_names_every_figure_and_its_question(run):
    code, out, err = run("list")
    assert (code, err) == (0, "")
    assert [tuple(re.split(r"  +", line)) for line in out.splitlines()] == [
        (f.name, f.kind, f.question) for f in hv.figures().itertuples(index=False, name="F")
    ]


def test_claims_prints_what_python_prints(run):
    assert run("claims", "when to seek care") == (0, f"{hv.claims('when-to-seek-care')!r}\n", "")


@pytest.mark.parametrize("name", TABLES)
def test_table(name, run):
    code, out, err = run("table", name, "--format", "csv")
    assert (code, err) == (0, "")
    shipped = loaders.data_path().joinpath(hv.tables().set_index("name").loc[name, "file"]).read_bytes()
    assert out.encode() == shipped
    cells = pd.read_csv(io.BytesIO(shipped), dtype=str, keep_default_na=False)

    code, out, err = run("table", name, "--format", "json")
    assert (code, err) == (0, "")
    rows = json.loads(out)
    frame = loaders.load_table(name)
    assert set(cells) <= set(frame)
    assert [list(row) for row in rows] == [list(frame)] * len(cells)
    empty = (cells == "").to_dict("records")
    assert [{column: row[column] is None for column in cells} for row in rows] == empty

    code, out, err = run("table", name)
    assert (code, err) == (0, "")
    header, rule, *body, blank, caveat = out.splitlines()
    assert (blank, caveat) == ("", frame.attrs["caveat"])
    assert re.fullmatch(r"\|(:?-+:?\|)+", rule)
    assert [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in [header, *body]] == [
        list(cells),
        *[[re.sub(r"\s+", " ", cell.replace("|", r"\|")).strip() for cell in row] for row in cells.to_numpy()],
    ]


# notebooks and lab


def test_notebooks_says_what_it_kept(run, tmp_path):
    shipped = sorted(path.name for path in files.shipped_folder("notebooks").glob("*.ipynb"))
    some = f"{len(shipped)} notebook{'s' * (len(shipped) != 1)}"
    assert run("notebooks", "a/course") == (0, f"Copied {some} into a/course\n", "")
    assert listing(tmp_path) == [f"a/course/{name}" for name in shipped]
    mine = tmp_path / "a/course" / shipped[-1]
    mine.write_text("mine")
    code, out, err = run("notebooks", "a/course")
    assert (code, err) == (0, "")
    assert out.startswith("Copied 0 notebooks into a/course\n")
    assert f"Kept as they are, since they differ from the course: {shipped[-1]}\nFor a fresh copy of one, rename" in out
    assert (len(shipped) > 1) == (f"Already there as shipped: {len(shipped) - 1}\n" in out)
    assert mine.read_text() == "mine"


def test_lab_opens_a_copy_with_this_python(run, monkeypatch, tmp_path):
    opened = []
    lab = SimpleNamespace(wait=lambda: 7, terminate=lambda: None)
    monkeypatch.setattr(copying.subprocess, "Popen", lambda command: opened.append(command) or lab)
    code, out, err = run("lab")
    assert (code, err) == (7, "")
    assert out.startswith("Copied ")
    assert opened == [[sys.executable, "-P", "-c", copying._JUPYTERLAB, str(tmp_path.resolve() / "her2viz-notebooks")]]
    assert run("lab", "mine", "--", "--no-browser", "--port=1")[0] == 7
    assert opened[1][4:] == ["--no-browser", "--port=1", str(tmp_path.resolve() / "mine")]
    assert {path.split("/")[0] for path in listing(tmp_path)} == {"her2viz-notebooks", "mine"}


def test_lab_without_the_extra_copies_nothing(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "jupyterlab", None)
    code, out, err = run("lab")
    assert (code, out) == (2, "")
    assert_one_message(err, f'{sys.executable} -m pip install "her2viz[notebooks]"')
    assert listing(tmp_path) == []


def test_output_is_utf8_where_the_system_is_not(tmp_path):
    env = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = shell("figures", "Br\u00fcste \u2265 1", *SMALL, cwd=tmp_path, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == "Wrote 3 files of 1 figure into Br\u00fcste \u2265 1; Br\u00fcste \u2265 1/index.html shows them\n"
    )


# grades

CHECKED = 'answer = 130\nhv.check("where-it-spreads-3", answer)'


@pytest.fixture
def handed_in(run, tmp_path):
    (tmp_path / "class" / "ada").mkdir(parents=True)
    cells = [{"cell_type": "code", "source": CHECKED, "outputs": []}]
    (tmp_path / "class" / "ada" / "1.ipynb").write_text(json.dumps({"cells": cells}))
    (tmp_path / "class" / "ada" / "cut.ipynb").write_text("{")
    return run


def test_grade_says_whose_answers_are_right_and_writes_a_table(handed_in, tmp_path):
    code, out, err = handed_in("grade", "class", "grades.csv")
    assert (code, err) == (0, "")
    first, *_, second, last = out.splitlines()
    assert first.startswith("ada/cut.ipynb: left out: ")
    assert re.fullmatch(r"ada: 1 of \d+ right", second)
    assert last == "Wrote grades.csv"
    rows = pd.read_csv("grades.csv").set_index("exercise")
    assert rows.loc["where-it-spreads-3", ["result", "how"]].tolist() == ["right", "marked"]
    code, _, _ = handed_in("grade", "class", "grades.csv", "--by-student")
    assert (code, pd.read_csv("grades.csv")["points"].tolist()) == (0, [1])
    assert handed_in("grade", "class", "grades.csv")[0] == 0


def test_grade_leaves_a_table_of_the_teachers_as_it_is(handed_in, tmp_path):
    (tmp_path / "mine.csv").write_text("student,mark\nada,1\n")
    code, out, err = handed_in("grade", "class", "mine.csv")
    assert (code, out) == (2, "")
    assert err.startswith("her2viz: mine.csv is a table of yours")
    assert (tmp_path / "mine.csv").read_text() == "student,mark\nada,1\n"


def test_questions_writes_a_bank_twice_and_leaves_other_files(run, tmp_path, monkeypatch):
    monkeypatch.setattr(moodle, "EXERCISES", moodle.EXERCISES[:3])
    code, out, err = run("questions", "course.xml")
    assert (code, err) == (0, "")
    assert re.search(r"^Wrote course.xml with [23] questions$", out, re.MULTILINE)
    before = (tmp_path / "course.xml").read_bytes()
    assert run("questions", "course.xml")[0] == 0
    assert (tmp_path / "course.xml").read_bytes() == before
    (tmp_path / "mine.xml").write_text("<quiz/>")
    code, out, err = run("questions", "mine.xml")
    assert (code, out, (tmp_path / "mine.xml").read_text()) == (2, "", "<quiz/>")
    assert err.startswith("her2viz: mine.xml is a file of yours")
    assert run("questions", "course.txt")[0] == 2


# someone's own numbers


def test_template_check_and_figures_of_own_numbers(run, tmp_path):
    code, out, err = run("template", "mine.csv")
    assert (code, err) == (0, "")
    assert "made up" in out
    code, out, err = run("check", "mine.csv")
    assert (code, err) == (0, "")
    assert "mine.csv: 5 sites, 5 with a figure.\nRead 5 rows: commas.\n" in out
    assert "Of 100 people in a made-up class example: Site A about 60, " in out
    drawn = ["site-bars", "site-icons", "overlap-bounds", "overlap-worlds"]
    assert f"can be drawn at size slide: {', '.join(drawn)}." in out
    assert re.search(r"^Not body-map: .*no place on the body for site_a", out, re.MULTILINE)

    code, out, err = run("figures", "out", "--data", "mine.csv", "--format", "svg")
    assert (code, err) == (0, "")
    read, *skipped, wrote = out.splitlines()
    assert read == "mine.csv: read 5 rows: commas"
    assert wrote == "Wrote 9 files of 4 figures into out; out/index.html shows them"
    assert [re.match(r"Skipped (body-map|\d+ figures, percent-of-whom to [\w-]+): ", line)[0] != "" for line in skipped]
    assert len(skipped) == 2
    assert listing(tmp_path / "out") == sorted(
        ["index.html", *(f"{name}.{e}" for name in drawn for e in ("svg", "txt"))]
    )
    for name in drawn:
        text = tmp_path.joinpath("out", f"{name}.txt").read_text(encoding="utf-8")
        assert "100 people in a made-up class example" in text
        assert not re.search("breast|HER2|web page|women|spread", text)


@pytest.mark.parametrize("other", ["source-sites", "body-map"])
def test_figures_of_own_numbers_that_cannot_be_drawn_are_an_error(other, run, tmp_path):
    run("template", "mine.csv")
    code, out, err = run("figures", "out", "--data", "mine.csv", "--only", "site-bars", "--only", other)
    assert (code, out) == (2, "")
    assert "no data of your own" in err if other == "source-sites" else "no place on the body" in err
    assert not (tmp_path / "out").exists()


def test_a_title_of_ones_own_goes_on_one_figure(run, tmp_path):
    run("template", "mine.csv")
    asked = ["figures", "out", "--data", "mine.csv", "--title", "How was it?", "--format", "svg"]
    code, out, err = run(*asked)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "A title of your own goes on one figure; these rows draw site-bars, site-icons, " in err
    assert run(*asked, "--only", "site-bars")[0] == 0
    text = (tmp_path / "out" / "site-bars.txt").read_text(encoding="utf-8")
    assert "Title: How was it?" in text
    assert "100 people in a made-up class example" in text
    code, _, err = run("figures", "out", "--title", "How was it?")
    assert (code, "goes with rows of your own" in err) == (2, True)


def test_long_tables_end_in_one_line_and_no_warning(run, tmp_path):
    source = "A made-up study of nothing number {} which nobody has done and which has a very long title " * 2
    rows = [f"Row {n},{80 - n},people in an example,True,{source.format(n, n)}" for n in range(20)]
    tmp_path.joinpath("mine.csv").write_text("\n".join(["label,frequency_pct,population,sites_overlap,source", *rows]))
    code, out, err = run("figures", "out", "--data", "mine.csv", "--only", "site-bars")
    assert (code, out) == (2, "")
    assert re.fullmatch(r"her2viz: The words of these rows do not fit on site-bars at size slide: [^\n]+\n", err)
    assert not (tmp_path / "out").exists()


def test_a_command_to_copy_works_with_a_space_in_the_name(run):
    code, out, _ = run("template", "my table.csv")
    assert code == 0
    _, _, command = out.partition("then run: her2viz ")
    assert shlex.split(command) == ["check", "my table.csv"]
    assert run(*shlex.split(command))[0] == 0


def test_the_two_checkers_share_no_name():
    assert not hasattr(cli, "check")
    assert hv.check.__module__ == "her2viz.course.exercises"


def test_check_lists_every_problem(run, tmp_path):
    tmp_path.joinpath("mine.csv").write_text("site,label,frequency_pct,populaton\na,A,many,people\na,B,,people\n")
    code, out, err = run("check", "mine.csv")
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    for problem in ("population: is missing", "Did you mean 'population'?", "row 2, column frequency_pct: 'many'"):
        assert problem in err
    assert "row 3, column site: 'a' stands twice" in err


# help and version


def test_version():
    done = shell("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"her2viz {importlib.metadata.version('her2viz')}\n"


def test_help_waits_for_no_slow_library():
    code = "import sys, her2viz.cli; print([name for name in ('pandas', 'matplotlib') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("asked", [[], ["--help"], ["-h"]])
def test_no_command_shows_help(asked, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = run(*asked)
    assert (code, err) == (0, "")
    assert "her2viz" in out
    for command in ("figures", "slides", "handout", "list", "table", "claims", "template", "check", "notebooks", "lab"):
        assert re.search(rf"^  {command} +[A-Z].*[^.]\.$", out, re.MULTILINE), f"{command} has no whole summary"


COMMANDS = typer.main.get_command(cli.app).commands


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_lists_options(asked, command, run):
    options = {
        "figures": ["OUT", "--only", "--format", "--size", "--data"],
        "check": ["CSV"],
        "slides": ["FILE", "--minutes", "--template", "--institution", "--only", "--all", "--data", "--title"],
        "handout": ["FILE", "--answers", "--full", "--only", "--paper", "--data"],
        "table": ["NAME", "--format"],
        "claims": ["TOPIC"],
        "list": [],
        "notebooks": ["DIR", "--solutions"],
        "lab": ["DIR", "OPTIONS"],
        "grade": ["FOLDER", "OUT", "--by-student", "--run", "--timeout"],
        "questions": ["FILE"],
    }
    code, out, err = run(command, asked)
    assert (code, err) == (0, "")
    assert f"her2viz {command} " in out.splitlines()[0]
    assert not BOX.search(out)
    given = {option for p in COMMANDS[command].params for option in p.opts if option.startswith("-")}
    for option in given.union(options.get(command, [])):
        assert re.search(rf"^  \[?{re.escape(option)}\]? .*[a-z]{{3}}", out, re.MULTILINE), f"no help on {option}"


# errors: one message on stderr, exit code 2, nothing else


# typer's own messages are in other words in other versions: what is held is that they name the thing
ERRORS = [
    (["figure"], "Did you mean 'figures'?"),
    (["figure"], "got 'figure'. Did you mean 'figures'?"),
    (["--bogus"], "--bogus"),
    (["figures", "--all"], "--all"),
    (["figures", "--sise", "print"], "--size"),
    (["figures", "--only", "site-bar"], "got 'site-bar'. Did you mean 'site-bars'?"),
    (["figures", *SMALL, "--only", "nothing"], " names, listed by hv.figures(); got 'nothing'."),
    (["figures", "--format", "gif"], "format must be one of png, svg, pdf; got 'gif'."),
    (["figures", "--size", "big"], "size must be one of screen, slide, print; got 'big'."),
    (["figures", "a", "surplus"], "surplus"),
    (["figures", "--only"], "--only"),
    (["figures", "mine.txt"], "must be a folder; 'mine.txt' is a file"),
    (["figures", "mine.txt/below", *SMALL], "Can't make the folder 'mine.txt/below': Not a directory."),
    (["figures", "a" * 300, *SMALL], "Can't make the folder 'aaa"),
    (["figures", ".", "--only", "mine"], "figure must be one of"),
    (["figures", "site", *SMALL], "'site/index.html' is a page of yours"),
    (["notebooks"], "DIR"),
    (["notebooks", "mine.txt"], "needs a folder; 'mine.txt' is a file"),
    (["notebooks", str(files.shipped_folder("notebooks"))], "is where the course is shipped"),
    (["lab", "mine.txt"], "needs a folder; 'mine.txt' is a file"),
    (["lab", "--no-browser"], "--no-browser"),
    (["lab", "--", "--no-browser"], "her2viz lab DIR -- --no-browser"),
    (["slides"], "FILE"),
    (["slides", "talk.ppt"], "must be one of .pptx; got '.ppt'. Did you mean '.pptx'?"),
    (["slides", "nowhere/talk.pptx"], "The folder 'nowhere' does not exist"),
    (["slides", "talk.pptx", "--minutes", "30"], "minutes must be one of 20, 45; got 30"),
    (["slides", "talk.pptx", "--minutes", "45", "--all"], "minutes is for the lesson"),
    (["slides", "talk.pptx", "--template", "none.pptx"], "The template 'none.pptx' does not exist."),
    (["slides", "talk.pptx", "--only", "site-bar"], "got 'site-bar'. Did you mean 'site-bars'?"),
    (["slides", "talk.pptx", "--only", "site-bars", "--all"], "Give --only or --all, not both."),
    (["slides", f"{'a' * 300}.pptx"], "too long"),
    (["handout"], "FILE"),
    (["handout", "mine.txt"], "must be one of .pdf; got '.txt'."),
    (["handout", "h.pdf", "--only", "source-sites"], "ask for the booklet: full=True, or --full."),
    (["handout", "h.pdf", "--answers", "--full"], "not both."),
    (["handout", "h.pdf", "--paper", "a5"], "paper must be one of a4, letter; got 'a5'."),
    (["list", "surplus"], "surplus"),
    (["figures", "--data", "mine.cvs"], "There is no file 'mine.cvs'. Did you mean 'mine.txt'?"),
    (["figures", "--data", "."], "'.' is a folder; name a table."),
    (["check", "mine.cvs"], "There is no file 'mine.cvs'. Did you mean 'mine.txt'?"),
    (["template", "mine.txt"], "'mine.txt' exists; her2viz does not overwrite it. Choose another name."),
    (["template", "."], "it is a folder"),
    (["template", "no/mine.csv"], "The folder 'no' does not exist; make it first."),
    (["table"], "NAME"),
    (["table", "site"], "got 'site'. Did you mean 'sites'?"),
    (["table", "sites", "sources"], "sources"),
    (["table", "sites", "--format", "xml"], "format must be one of md, csv, json; got 'xml'."),
]


@pytest.mark.parametrize(("asked", "message"), ERRORS, ids=[" ".join(asked)[:40] for asked, _ in ERRORS])
def test_errors(asked, message, run, tmp_path):
    mine = [tmp_path / "mine.txt", tmp_path / "site" / "index.html"]
    mine[1].parent.mkdir()
    for path in mine:
        path.write_text("mine")
    code, out, err = run(*asked)
    assert (code, out) == (2, "")
    assert_one_message(err, message)
    assert listing(tmp_path) == ["mine.txt", "site/index.html"]
    assert [path.read_text() for path in mine] == ["mine", "mine"]


@pytest.mark.parametrize(("asked", "message"), [(["--bogus"], "--bogus"), (["table", "site"], "'site'")])
def test_errors_of_the_installed_command(asked, message):
    done = shell(*asked, env=os.environ | {"FORCE_COLOR": "1"})
    assert (done.returncode, done.stdout) == (2, "")
    assert_one_message(done.stderr, message)


def assert_one_message(err, message):
    assert re.fullmatch(r"her2viz: [^\n]+\n", err), err
    assert message in err
    assert not BOX.search(err)
    assert "\x1b" not in err
    assert "Traceback" not in err


def test_interrupted(run, monkeypatch, tmp_path):
    write, written = files._write_new, []

    def interrupt_the_second(path, content):
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write(path, content)

    monkeypatch.setattr(files, "_write_new", interrupt_the_second)
    code, out, err = run("figures", *SMALL)
    assert (code, out, err.strip()) == (130, "", "")
    assert written
    assert listing(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_asked_to_end(tmp_path):
    command = [HER2VIZ, "figures", "out", "--format", "svg", "--processes", "1"]
    asked = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while not list(tmp_path.glob("out/*.svg")):
        assert asked.poll() is None, "ended before a figure was written"
        time.sleep(0.01)
    asked.terminate()
    _, err = asked.communicate(timeout=60)
    assert (asked.returncode, err) == (143, "")
    assert not list(tmp_path.glob("out/.*")), "nothing half-written is left"


def test_interrupted_while_it_is_loaded():
    code = """
import sys
class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "her2viz.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from her2viz.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "")


def test_a_backend_that_matplotlib_does_not_have(tmp_path):
    nonsense = os.environ | {"MPLBACKEND": "nonsense"}
    done = subprocess.run([HER2VIZ, "figures", "out"], cwd=tmp_path, env=nonsense, capture_output=True, text=True)
    assert done.returncode == 2
    assert_one_message(done.stderr, "MPLBACKEND must name a backend of matplotlib, such as agg; got 'nonsense'")
    code = "import her2viz as hv\ntry:\n    hv.figure('site-bars')\nexcept hv.UsageError as error:\n    print(error)"
    done = subprocess.run([sys.executable, "-c", code], env=nonsense, capture_output=True, text=True)
    assert (done.stderr, "got 'nonsense'" in done.stdout) == ("", True)


@pytest.mark.skipif(os.name != "posix", reason="names that Windows does not take")
def test_a_name_that_a_terminal_would_obey_is_quoted(run, tmp_path):
    odd = "out\x1b[31m\nred"
    for asked in (
        ["figures", odd, "--only", "site-bars", "--format", "svg"],
        ["template", f"{odd}.csv"],
        ["notebooks", odd],
        ["figures", "drawn", "--data", f"{odd}.csv", "--only", "site-bars", "--format", "svg"],
    ):
        code, out, err = run(*asked)
        assert (code, err) == (0, "")
        assert "\x1b" not in out
        assert r"out\x1b[31m\nred" in out


@pytest.mark.skipif(os.name != "posix", reason="sends a signal to a group of processes")
def test_interrupted_while_several_processes_draw(tmp_path):
    command = [HER2VIZ, "figures", "out", "--format", "png", "--processes", "2"]
    asked = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a shell that runs the tests in the background has them ignore the signal
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    out = tmp_path / "out"
    while not out.exists() or not listing(out):
        assert asked.poll() is None, "ended before a figure was written"
        time.sleep(0.01)
    os.killpg(asked.pid, signal.SIGINT)
    _, err = asked.communicate(timeout=60)
    assert (asked.returncode, err.strip()) == (130, "")
    names = listing(out)
    assert "index.html" not in names, "ended before it was interrupted"
    for name in names:
        if name.endswith(".png"):
            with Image.open(out / name) as picture:
                picture.load()
        else:  # a picture may be there without its words, which are renamed after it
            assert name.endswith(".txt")
            assert (out / name).read_text(encoding="utf-8").endswith("\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("asked", [["table", "care_facts"], ["list"]], ids=" ".join)  # more than a buffer, and less
def test_full_disk_behind_a_redirection(asked):
    with open("/dev/full", "wb") as full:  # noqa: PTH123  # a device
        done = subprocess.run([HER2VIZ, *asked], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert_one_message(done.stderr, "No space left on device")


# pipes and terminals


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe that is closed early")
@pytest.mark.parametrize("asked", [["table", "care_facts"], ["list"], ["--help"]], ids=" ".join)
def test_reader_that_goes_away(asked):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run([HER2VIZ, *asked], stdout=closed, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_progress_bar_in_a_pipe(tmp_path):
    # CI systems set FORCE_COLOR, which makes rich take a pipe for a terminal
    done = shell("figures", *SMALL, cwd=tmp_path, env=os.environ | {"FORCE_COLOR": "1"})
    assert done.returncode == 0
    assert (done.stdout, done.stderr) == ("Wrote 3 files of 1 figure into figures; figures/index.html shows them\n", "")


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as a POSIX shell does")
def test_no_progress_bar_without_any_stderr(tmp_path):
    done = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", HER2VIZ, "figures", *SMALL], cwd=tmp_path)
    assert done.returncode == 0
    assert listing(tmp_path / "figures") == ["index.html", "site-bars.svg", "site-bars.txt"]


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are of POSIX systems")
def test_progress_bar_on_a_terminal(tmp_path):
    import pty

    master, terminal = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")} | {"TERM": "xterm"}
    process = subprocess.Popen(
        [HER2VIZ, "figures", *SMALL], stdout=subprocess.PIPE, stderr=terminal, cwd=tmp_path, env=env
    )
    os.close(terminal)
    shown = read_all(master)
    assert process.communicate()[0] == b"Wrote 3 files of 1 figure into figures; figures/index.html shows them\n"
    assert process.returncode == 0
    assert "Drawing" in shown
    assert BOX.search(shown)


def read_all(master):
    """Read what a terminal is sent until the last writer closes it (an error on Linux, an end elsewhere)."""
    shown = b""
    with os.fdopen(master, "rb", buffering=0) as sent:
        try:
            while some := sent.read(4096):
                shown += some
        except OSError:
            pass
    return shown.decode()
