"""Hygiene and honesty of every lesson, and a lesson broken on purpose for each check.

That the stored outputs are true is nbval's part (``pytest notebooks/solutions``); this is what nbval does not look at.
"""

import copy
import html
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import lxml.html
import nbconvert
import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import her2viz as hv
import honesty
import run_notebooks
from her2viz.course.lessons import LESSONS as COURSE
from her2viz.words.meanings import MEANT, NAMED

ROOT = Path(__file__).parents[2]
LESSONS = sorted(run_notebooks.SOLUTIONS.glob("*.ipynb"))
CELLS = re.compile(r'<(?:td|th scope="row")>(.*?)</t[dh]>')  # not the numbers of rows
NEAR = 3  # cells between a figure and the table of its numbers, at most
TOOL = [sys.executable, str(ROOT / "tools" / "run_notebooks.py")]

PERSON_FIRST = r"\b(cancer|metastatic|HER2-positive) (patients?|women|woman|people|person|survivors?)\b"
# Terms that prose must explain at first use (rule 15), by what finds them; all others somewhere in the lesson.
FIRST = {"advanced": r"\bmetasta|\badvanced\b", "HER2": r"\bHER2\b"}
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


@dataclass
class Lesson:
    """A notebook, its text as stored, and what can be read off it."""

    text: str

    @cached_property
    def notebook(self) -> NotebookNode:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a cell without an id is reported by the check of ids
            return nbformat.reads(self.text, as_version=4)

    @property
    def cells(self) -> list[NotebookNode]:
        return self.notebook.cells

    @property
    def code(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @cached_property
    def prose(self) -> dict[int, str]:
        """The plain words of each cell of prose, by its place."""
        return {n: plain(cell.source) for n, cell in enumerate(self.cells) if cell.cell_type == "markdown"}

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading, in order."""
        sources = (without_code(cell.source) for cell in self.cells if cell.cell_type == "markdown")
        return [(len(m[1]), m[2].strip()) for s in sources for m in re.finditer(r"^(#{1,6})\s+(.+)$", s, re.M)]

    @cached_property
    def page(self) -> lxml.html.HtmlElement:
        """The lesson as nbconvert's default template exports it."""
        body, _ = nbconvert.HTMLExporter().from_notebook_node(self.notebook)
        return lxml.html.fromstring(body)

    @cached_property
    def pictures(self) -> list[tuple[int, str, str, str]]:
        """Place, HTML, alt text and plain-text form of each output that shows a picture as HTML."""
        return [
            (n, shown, alt, plain_form)
            for n, cell in enumerate(self.cells)
            for shown, plain_form in html_outputs(cell)
            if "<img" in shown
            for alt in [lxml.html.fromstring(f"<div>{shown}</div>").find(".//img").get("alt", "")]
        ]


def html_outputs(cell: NotebookNode) -> list[tuple[str, str]]:
    data = [output.data for output in cell.get("outputs", []) if "data" in output]
    return [(d["text/html"], d.get("text/plain", "")) for d in data if "text/html" in d]


def words_of(cell: NotebookNode) -> str:
    """Everything that a reader sees in a cell, pictures' bytes left out."""
    parts = [cell.source]
    for output in cell.get("outputs", []):
        parts.append(output.get("text", ""))
        parts += [str(value) for kind, value in output.get("data", {}).items() if kind.startswith("text/")]
    text = re.sub(r"<[^>]+>", " ", run_notebooks.PICTURE.sub("", "\n".join(parts)))
    return re.sub(r"\s+", " ", html.unescape(text))


def without_code(source: str) -> str:
    return re.sub(r"^```.*?^```", "", source, flags=re.M | re.S)


def plain(source: str) -> str:
    """Markdown as sentences: no code, no marks; headings and items of a list end with a full stop."""
    text = re.sub(r"`[^`\n]+`", "it", without_code(source))
    text = re.sub(r"<summary>.*?</summary>|<[^>]+>", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    lines = [re.sub(r"^\s*((#+|>|[-*])\s+)?(\d+\.\s+)?|[*_]{1,2}", "", line).strip() for line in text.splitlines()]
    return "\n".join(line if re.search(r"[.?!:;,]$", line) or not line else f"{line}." for line in lines)


def numbers(text: str) -> set[float]:
    """The numbers in a text; names that hold one, such as HER2 or 02_percent_of_whom, are none."""
    text = re.sub(r"HER2|her2viz|\b\d\d_[a-z_]+", "", text, flags=re.I)
    return {float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)}


def drawn_numbers(alt: str) -> set[float]:
    """The numbers that an alt text says are drawn: not the whole of 100, nor a count of values left out."""
    return numbers(re.sub(r"\band \d+ more\b", "", alt)) - {100.0}


def check_headings(lesson: Lesson) -> Iterator[str]:
    """One H1, first; no level skipped (rule 25)."""
    levels = [level for level, _ in lesson.headings]
    if not lesson.cells[0].source.startswith("# "):
        yield "does not start with its H1"
    if levels.count(1) != 1 or lesson.page.xpath("count(//h1)") != 1:
        yield f"has {levels.count(1)} H1 headings"
    for (before, _), (after, title) in zip(lesson.headings, lesson.headings[1:], strict=False):
        if after > before + 1:
            yield f"{title!r} skips a heading level"


def check_notice(lesson: Lesson) -> Iterator[str]:
    """The whole notice in one cell, before the first number; the way past leads to a part without any (rule 14)."""
    missing = {
        n: honesty.notice_problems(re.sub(r"\s*^>\s*|\s+", " ", cell.source, flags=re.M))
        for n, cell in enumerate(lesson.cells)
        if cell.cell_type == "markdown"
    }
    place = min(missing, key=lambda n: (len(missing[n]), n))
    for part in missing[place]:
        yield f"no notice says {part}"
    links = re.findall(r"\]\(#([^)]+)\)", lesson.cells[place].source)
    if not links:
        yield "no notice has a link past the numbers"
    if missing[place]:
        return
    titles = "|".join(listed.title for listed in COURSE)  # one of them holds a word that else goes with a number
    for n, cell in enumerate(lesson.cells[: place + 1]):
        words = re.sub(rf"^# ({titles}) (?=## )", "", words_of(cell))
        if early := numbers(words) or re.findall(r"%|\bper ?cent\b|\bone in\b", words, re.I):
            yield f"cell {n + 1} holds {sorted(early)}, which is not after the notice"
    for target in links:
        titles = [(level, title) for level, title in lesson.headings if title.replace(" ", "-") == target]
        if not titles or not lesson.page.xpath("//*[@id=$target]", target=target):
            yield f"the notice leads to #{target}, which is no heading"
            continue
        rest = "\n".join(cell.source for cell in lesson.cells).split(f"{'#' * titles[0][0]} {titles[0][1]}\n", 1)[-1]
        if there := numbers(re.split(r"^#+ ", rest, flags=re.M)[0]):
            yield f"the part that the notice leads to holds {sorted(there)}"


def check_grade(lesson: Lesson) -> Iterator[str]:
    """Prose reads at grade 9 or below (rule 24)."""
    if (found := honesty.grade("\n".join(lesson.prose.values()))) > 9:
        yield f"the prose reads at grade {found:.1f}"


def check_numbers(lesson: Lesson) -> Iterator[str]:
    """Each number in prose stands in an output, so that nbval holds it to its row; quoted ones may be wrong."""
    shown = [numbers(words_of(NotebookNode(cell, source=""))) for cell in lesson.code]
    for n, text in lesson.prose.items():
        for number in numbers(re.sub(r"\"[^\"\n]*\"", "", text)) - {0.0, 100.0}.union(*shown):
            yield f"cell {n + 1} says {number:g}, which no output shows"


def check_tone(lesson: Lesson) -> Iterator[str]:
    """No banned words, people before disease (rule 15); in prose, code and alt texts, not in quoted rows."""
    words = [*lesson.prose.values(), *(cell.source for cell in lesson.code), *(p[2] for p in lesson.pictures)]
    for found in re.finditer(f"{honesty.BANNED}|{PERSON_FIRST}", "\n".join(words), re.I):
        yield f"says {found[0]!r}"


def check_terms(lesson: Lesson) -> Iterator[str]:
    """Terms in prose are looked up in hv.glossary: two by the cell after their first use, the others anywhere."""
    calls = [cell.source.partition("hv.glossary(")[2] for cell in lesson.code]
    looked_up = set(re.findall(r'"([^"]+)"', " ".join(calls)))
    for term, pattern in FIRST.items():
        used = [n for n, text in lesson.prose.items() if re.search(pattern, text)]
        meaning = hv.glossary(term).sections[0].rows["What it means"].item().rstrip(".")
        if used and meaning not in " ".join(words_of(cell) for cell in lesson.cells[: used[0] + 2]):
            yield f"uses {re.search(pattern, lesson.prose[used[0]])[0]!r} without showing the line for {term}"
    prose = "\n".join(lesson.prose.values())
    for term in sorted({*MEANT, *NAMED} - {"metastatic", *FIRST}):
        if re.search(rf"(?<![\w-]){term}(?!\w)", prose, re.I) and term not in looked_up:
            yield f"uses {term!r}, which no hv.glossary(...) of the lesson looks up"


def check_alt(lesson: Lesson) -> Iterator[str]:
    """Every picture has alt text after HTML export (rule 20)."""
    for picture in lesson.page.iter("img"):
        alt = picture.get("alt", "").strip()
        # the last is what nbconvert writes where a notebook gives none
        if not alt or alt.startswith("No description has been provided"):
            yield f"a picture without alt text: {lxml.html.tostring(picture)[:60]!r}"
        elif re.search(r"\.(png|jpe?g|svg|pdf)\b", alt):
            yield f"alt text holds a file name: {alt!r}"
        elif len(alt) > 250:
            yield f"alt text of {len(alt)} characters"
    for drawing in lesson.page.xpath("//main//svg"):
        if drawing.get("role") != "img" or not drawing.xpath("./*[local-name()='title']"):
            yield "an SVG without role and title"


def check_tables(lesson: Lesson) -> Iterator[str]:
    """A table with the numbers drawn stands near each TeachingFigure (rule 25)."""
    for n, shown, alt, _ in lesson.pictures:
        if "<figure" not in shown:
            continue
        near = lesson.cells[max(0, n - NEAR) : n + NEAR + 1]
        frames = [table for cell in near for table, _ in html_outputs(cell) if "<table" in table]
        if not any(drawn_numbers(alt) <= numbers(" ".join(CELLS.findall(f))) for f in frames):
            yield f"no table of its numbers within {NEAR} cells of {alt[:40]!r}"


def check_text_forms(lesson: Lesson) -> Iterator[str]:
    """The text form of a picture holds its numbers, since nbval compares text; of a TeachingFigure, both its words."""
    for _, shown, alt, text in lesson.pictures:
        title, _, description = text.partition("\n\n")
        if not drawn_numbers(alt) <= numbers(text):
            yield f"the text form lacks numbers of {alt[:40]!r}: {text[:40]!r}"
        if "<figure" in shown and not (title.strip() and drawn_numbers(alt) <= numbers(description)):
            yield f"the text form of {alt[:40]!r} is not title and description"


def check_machine(lesson: Lesson) -> Iterator[str]:
    """No path and no memory address of the machine that ran it."""
    text = run_notebooks.PICTURE.sub("", lesson.text)
    for found in run_notebooks.machine_paths(text):
        yield f"holds the path {found}"
    folder, address = r"(?<![\w.:/])/(home|root|work|tmp|usr|opt|Users)/\w+|\b[A-Z]:\\\\\w+", r"\b0x[0-9a-f]{6,}"
    for found in re.finditer(f"{folder}|{address}", text):
        yield f"holds {found[0]!r}"


def check_outputs(lesson: Lesson) -> Iterator[str]:
    """No warnings, nothing on stderr, no errors."""
    for cell in lesson.code:
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"an error: {output.ename}"
            elif output.get("name") == "stderr" or re.search(r"\w+Warning\b", output.get("text", "")):
                yield f"a warning: {output.text[:60]!r}"


def check_counts(lesson: Lesson) -> Iterator[str]:
    """Every code cell has been run, from the first to the last."""
    counts = [cell.execution_count for cell in lesson.code]
    if counts != list(range(1, len(counts) + 1)):
        yield f"execution counts are {counts}"
    for output in (o for cell in lesson.code for o in cell.outputs if o.output_type == "execute_result"):
        if output.execution_count not in counts:
            yield f"an output of run {output.execution_count}"


def check_kernel(lesson: Lesson) -> Iterator[str]:
    """The kernel is called python3; nothing else is said of the machine."""
    if lesson.notebook.metadata != METADATA:
        yield f"metadata are {dict(lesson.notebook.metadata)}"


def check_ids(lesson: Lesson) -> Iterator[str]:
    """Each cell has an id of its own that no program made up."""
    ids = [cell.get("id", "") for cell in json.loads(lesson.text)["cells"]]
    for found in ids:
        if run_notebooks.is_random(found) or ids.count(found) > 1:
            yield f"the cell id {found!r} is missing, random or not the only one"


def check_times(lesson: Lesson) -> Iterator[str]:
    """No times, no widget state, no metadata but tags and what hides code."""
    if re.search(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d", run_notebooks.PICTURE.sub("", lesson.text)):
        yield "holds a time"
    for cell in lesson.cells:
        if {k: v for k, v in cell.metadata.items() if k != "tags" and v != run_notebooks.HIDDEN.get(k)}:
            yield f"a cell has the metadata {dict(cell.metadata)}"
        for output in cell.get("outputs", []):
            if output.get("metadata") or run_notebooks.WIDGET in output.get("data", {}):
                yield "an output has metadata or the id of a widget"


def check_stored(lesson: Lesson) -> Iterator[str]:
    """Stored as tools/run_notebooks.py stores it: indent of 1, sorted keys, one newline at the end."""
    if lesson.text != nbformat.writes(lesson.notebook) + "\n":
        yield "is not stored as tools/run_notebooks.py stores it: run make notebooks"


CHECKS: dict[str, Callable[[Lesson], Iterator[str]]] = {
    name.removeprefix("check_"): check for name, check in list(globals().items()) if name.startswith("check_")
}


def problems(lesson: Lesson) -> dict[str, list[str]]:
    """What is wrong with a lesson, by check."""
    found = {name: list(check(lesson)) for name, check in CHECKS.items()}
    return {name: texts for name, texts in found.items() if texts}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_lesson(path):
    assert problems(Lesson(path.read_bytes().decode("utf-8"))) == {}


def test_there_are_lessons():
    assert LESSONS


# --- a small lesson that passes, and what must be found when it is broken


def output(cell: NotebookNode, result: object) -> NotebookNode:
    data = {"text/html": result._repr_html_(), "text/plain": repr(result)}
    cell.outputs = [new_output("execute_result", data, execution_count=cell.execution_count)]
    return cell


def small() -> NotebookNode:
    return copy.deepcopy(built())


@cache
def built() -> NotebookNode:
    rough = hv.load_sites().dropna(subset="frequency_pct")[["label", "frequency_pct"]]
    cells = [
        new_markdown_cell("# A lesson\n\nWhat does a figure tell?"),
        new_markdown_cell(
            "> Numbers follow. Some people do not want to see them. To go past them, jump to "
            "[The end](#The-end).\n>\n> They cannot tell what will happen to any person. If they worry you, please\n"
            "> talk with your care team."
        ),
        *(
            output(new_code_cell(f'hv.glossary("{t}")', execution_count=n), hv.glossary(t))
            for n, t in enumerate(FIRST, 1)
        ),
        new_markdown_cell("## Look\n\nSo this is what *metastatic* and HER2 mean."),
        output(new_code_cell('hv.figure("site-bars")', execution_count=3), hv.figure("site-bars")),
        output(new_code_cell("rough", execution_count=4), rough),
        new_markdown_cell("### Read it\n\nOf 100 women with advanced breast cancer, about 70 have it in the bones."),
        new_markdown_cell("## The end\n\nAsk of whom a figure is.\n\nNext lesson: `02_percent_of_whom`"),
    ]
    for n, cell in enumerate(cells, start=1):
        cell["id"] = f"00-cell-{n:02}"
    return new_notebook(cells=cells, metadata=METADATA)


def stored(notebook: NotebookNode) -> Lesson:
    return Lesson(nbformat.writes(notebook) + "\n")


FIGURE, TABLE, LAST = 5, 6, -1


def prose(place: int, old: str, new: str) -> Callable[[NotebookNode], None]:
    """Break the words of a cell."""

    def change(notebook: NotebookNode) -> None:
        cell = notebook.cells[place]
        assert old in cell.source
        cell.source = cell.source.replace(old, new)

    return change


def data(place: int, kind: str, old: str, new: str) -> Callable[[NotebookNode], None]:
    """Break the output of a cell."""

    def change(notebook: NotebookNode) -> None:
        shown = notebook.cells[place].outputs[0].data
        assert re.search(old, shown[kind], re.S)
        shown[kind] = re.sub(old, new, shown[kind], flags=re.S)

    return change


def value(**changed: object) -> Callable[[NotebookNode], None]:
    """Break the fields of the figure's cell."""
    return lambda notebook: notebook.cells[FIGURE].update(changed)


def shows(kind: str, **fields: object) -> Callable[[NotebookNode], None]:
    """Add an output to the figure's cell."""
    return lambda notebook: notebook.cells[FIGURE].outputs.append(new_output(kind, **fields))


def early_number(notebook: NotebookNode) -> None:
    notebook.cells.insert(1, notebook.cells.pop(TABLE))


def far_table(notebook: NotebookNode) -> None:
    notebook.cells[FIGURE + 1 : FIGURE + 1] = [new_markdown_cell("Words.", id=f"00-far-{n}") for n in range(NEAR)]


BROKEN = [
    ("headings", prose(0, "# A", "## A")),
    ("headings", prose(0, "# A", "A lesson.\n\n# A")),
    ("headings", prose(LAST, "## The end", "# The end")),
    ("headings", prose(4, "## Look", "### Look")),
    ("headings", prose(7, "### Read", "#### Read")),
    ("notice", lambda notebook: notebook.cells.pop(1)),
    ("notice", early_number),
    ("notice", prose(0, "What does a figure tell?", "Of 100 women, about 70.")),
    ("notice", prose(0, "What does a figure tell?", "What do seventy per cent tell?")),
    ("notice", prose(0, "# A lesson", "# Per cent of whom")),
    ("notice", prose(0, "# A lesson", "# Percent of whom is seventy")),
    ("notice", prose(1, "Numbers follow.", "Take care.")),
    ("notice", prose(1, "Some people do not want to see them. ", "")),
    ("notice", prose(1, "jump to [The end](#The-end)", "do as you like")),
    ("notice", prose(1, "cannot tell what will happen to any person", "are about groups")),
    ("notice", prose(1, "talk with your care team", "stop here")),
    ("notice", prose(1, "(#The-end)", "(#The-summary)")),
    ("notice", prose(LAST, "a figure is", "a figure is: 70 women of 100")),
    (
        "grade",
        prose(7, "Of 100", "Epidemiological approximations necessitate considerable circumspection. " * 5 + "Of 100"),
    ),
    ("numbers", prose(7, "about 70", "about 75")),
    ("tone", prose(7, "women with", "victims of")),
    ("tone", prose(7, "women with advanced breast cancer", "metastatic patients")),
    ("tone", prose(7, "about 70", "about 70 lost the battle and")),
    ("terms", prose(0, "What does a figure tell?", "What is metastatic breast cancer?")),
    ("terms", prose(0, "What does a figure tell?", "What is HER2?")),
    ("terms", prose(LAST, "Ask of whom", "Luminal A: ask of whom")),
    ("terms", prose(LAST, "Ask of whom", "Of HER2-positive disease: ask of whom")),
    ("alt", shows("display_data", data={"image/png": "iVBORw0KGgo=", "text/plain": "<Figure size 640x480>"})),
    ("alt", data(FIGURE, "text/html", r'alt="[^"]*"', "")),
    ("alt", data(FIGURE, "text/html", r'alt="[^"]*"', 'alt=""')),
    ("alt", data(FIGURE, "text/html", r'alt="[^"]*"', 'alt="site-bars.png"')),
    ("alt", data(FIGURE, "text/html", r'alt="', 'alt="' + "Bone about 70. " * 9)),
    ("alt", prose(7, "Of 100", "![](bars.png) Of 100")),
    ("alt", shows("display_data", data={"image/svg+xml": "<svg><g/></svg>"})),
    ("tables", lambda notebook: notebook.cells.pop(TABLE)),
    ("tables", data(TABLE, "text/html", "<td>70</td>", "<td>71</td>")),
    ("tables", far_table),
    ("text_forms", data(FIGURE, "text/plain", ".+", "<her2viz.teaching_figure.TeachingFigure>")),
    ("text_forms", data(FIGURE, "text/plain", r"\n\n.+", "")),
    ("text_forms", data(FIGURE, "text/plain", "about 70", "about 75")),
    ("machine", shows("stream", text=f"{Path.home()}/lesson.csv\n")),
    ("machine", shows("stream", text=f"saved to {os.sep}tmp{os.sep}lesson.csv\n")),
    ("machine", shows("stream", text=r"C:\Users\me")),
    ("machine", shows("stream", text="<Axes object at 0x7f0c5a3b2d10>")),
    ("outputs", shows("stream", name="stderr", text="careful\n")),
    ("outputs", shows("stream", text="FutureWarning: this will change\n")),
    ("outputs", shows("error", ename="KeyError", evalue="'bone'", traceback=[])),
    ("counts", value(execution_count=None)),
    ("counts", value(execution_count=7)),
    ("counts", lambda notebook: notebook.cells[FIGURE].outputs[0].update(execution_count=9)),
    ("kernel", lambda notebook: notebook.metadata.kernelspec.update(name="my-env")),
    ("kernel", lambda notebook: notebook.metadata.language_info.update(version="3.11.7")),
    ("kernel", lambda notebook: notebook.metadata.update(widgets={"state": {}})),
    ("ids", value(id="3f9c01ab")),
    ("ids", value(id="0b5f4f7e-1c7e-4f0e-9a35-8a1f5d9f0c11")),
    ("times", value(metadata={"jupyter": {"outputs_hidden": True}})),
    ("times", value(metadata={"execution": {"iopub.execute_input": "when"}})),
    ("times", shows("stream", text="2025-11-22T04:10:00Z\n")),
    ("times", shows("display_data", data={run_notebooks.WIDGET: {"model_id": "4"}})),
]


def test_small_lesson_passes():
    assert problems(stored(small())) == {}


@pytest.mark.parametrize(("name", "break_it"), BROKEN, ids=[f"{name}-{n}" for n, (name, _) in enumerate(BROKEN)])
def test_check_finds(name, break_it):
    notebook = small()
    break_it(notebook)
    assert list(CHECKS[name](stored(notebook))) != []


def test_check_finds_another_way_of_storing():
    text = stored(small()).text
    for other in (text.rstrip("\n"), text + "\n", json.dumps(json.loads(text), indent=2) + "\n"):
        assert list(check_stored(Lesson(other))) != []


def test_check_finds_an_id_used_twice():
    assert list(check_ids(Lesson(stored(small()).text.replace("00-cell-02", "00-cell-01")))) != []


def test_every_check_has_a_broken_lesson():
    assert {name for name, _ in BROKEN} | {"stored"} == set(CHECKS)


# --- the tool that runs them


@pytest.mark.parametrize("lesson", LESSONS[:2], ids=lambda path: path.stem)
def test_running_again_gives_the_same_bytes(lesson, tmp_path):
    """Pictures too; from another folder, with a false kernel called python3, from what JupyterLab leaves."""
    before = lesson.read_bytes()
    path = tmp_path / lesson.name
    notebook = nbformat.reads(before.decode("utf-8"), as_version=4)
    notebook.metadata = NotebookNode(kernelspec={"name": "mine", "display_name": "Mine"}, widgets={"state": {}})
    for n, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        cell.metadata["execution"] = {"iopub.status.busy": "2025-11-22T04:10:00Z"}
        cell.update(execution_count=40 - n, outputs=[])
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    false_kernel = tmp_path / "jupyter" / "kernels" / "python3" / "kernel.json"
    false_kernel.parent.mkdir(parents=True)
    false_kernel.write_text(json.dumps({"argv": ["false"], "display_name": "False", "language": "python"}))
    env = {**os.environ, "JUPYTER_PATH": str(tmp_path / "jupyter"), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([*TOOL, str(path)], check=True, cwd=tmp_path, env=env, timeout=300)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("source", "message"), [("1 / 0", "ZeroDivisionError"), ("import os; os.getcwd()", "path")])
def test_a_notebook_that_must_not_be_stored_stays_as_it_was(source, message, tmp_path, monkeypatch):
    path = tmp_path / "00_broken.ipynb"
    path.write_text(nbformat.writes(new_notebook(cells=[new_code_cell(source)])), encoding="utf-8")
    before = path.read_bytes()
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises((CellExecutionError, SystemExit), match=message):
        run_notebooks.run(path)
    assert path.read_bytes() == before


def test_clean_keeps_ids_and_names_the_others():
    ids = ["01-cell-02", "3f9c01ab", "my-cell", "0b5f4f7e-1c7e-4f0e-9a35-8a1f5d9f0c11", "gone"]
    notebook = new_notebook(cells=[new_markdown_cell("words", id=name) for name in ids])
    del notebook.cells[-1]["id"]
    run_notebooks.clean(notebook, "01")
    assert [cell.id for cell in notebook.cells] == ["01-cell-02", "01-cell-01", "my-cell", "01-cell-03", "01-cell-04"]


def test_clean_strips_widgets_and_metadata():
    kept = {"tags": ["slow"], **run_notebooks.HIDDEN}
    cell = new_code_cell("w", metadata={"scrolled": True, **kept})
    shown = {run_notebooks.WIDGET: {"model_id": "4"}, "text/plain": "a table"}
    cell.outputs = [new_output("display_data", shown, metadata={"isolated": True})]
    notebook = new_notebook(
        cells=[cell], metadata={"widgets": {}, "language_info": {"name": "python", "version": "3.14"}}
    )
    run_notebooks.clean(notebook, "01")
    assert notebook.metadata == METADATA
    assert cell.metadata == kept
    assert cell.outputs[0] == {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "a table"}}
