"""Write the sources of the site into a folder: what stands in docs/, and the pages made from the project itself.

Run as ``python tools/write_site.py FOLDER``. Made are the lessons, the gallery, the reference of the public names and
of the commands, and the parts of other pages that come from rows (``generated/``).
"""

from __future__ import annotations

import itertools
import json
import re
import shutil
import sys
from pathlib import Path

import matplotlib.pyplot as plt

import her2viz as hv
from her2viz.catalogue.entry import Entry
from her2viz.catalogue.registry import CATALOGUE
from her2viz.course.lessons import LESSONS, WITHOUT_CODE, Lesson, lesson_of
from her2viz.dataset.origin import FREQUENCY
from her2viz.output.drawing_processes import cores
from her2viz.phrases import sentence
from her2viz.words.citing import Cited, full_sources, how_to_cite
from her2viz.words.data_table import DataTable
from her2viz.words.table_parts import group_of
from site_markdown import dropdown, known, picture, plain, table, write_table
from site_reference import CHARTS, api, chart_picture, commands

ROOT = Path(__file__).parent.parent
SOLUTIONS = ROOT / "notebooks" / "solutions"
NOTICE = f":::{{admonition}} Before you go on\n{FREQUENCY.notice('To go past them, close this page.')}\n:::"
#: What is wide in a lesson scrolls by itself, by keyboard too.
WIDE = re.compile(r'(?P<picture><img [^>]*>)|<div class="table">')


def main(out: Path) -> None:
    """Write everything anew."""
    plt.switch_backend("agg")
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(ROOT / "docs", out, ignore=shutil.ignore_patterns("gallery", "gallery.md"))
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, out / name.lower())
    for folder in ("gallery", "generated", "reference/api", "tutorial/lessons"):
        (out / folder).mkdir(parents=True)
    hv.export(out / "gallery", formats=["png"], size="screen", processes=cores())
    pages = {
        **gallery(),
        **api(),
        "reference/command-line.md": commands(),
        "generated/first.md": picture("body-map", "gallery/"),
        "generated/notice.md": NOTICE,
        "generated/lessons.md": lesson_list(),
        "generated/teaching.md": teaching(),
        "generated/pages.md": table(pages_read()),
        "generated/studies.md": "\n".join(f"- {plain(source.text)}" for source in studies()),
        "generated/unknown.md": unknown(),
        "generated/cite.md": "\n\n".join(f"> {plain(line)}" for line in how_to_cite(FREQUENCY)),
    }
    for name, text in pages.items():
        (out / name).write_text(text + "\n", encoding="utf-8")
    for path in sorted(SOLUTIONS.glob("*.ipynb")):
        (out / "tutorial" / "lessons" / path.name).write_text(lesson(path), encoding="utf-8")
    for name, of in CHARTS.items():
        chart_picture(name, of, out / "reference" / "api" / f"{name}.png")
    for figure in CATALOGUE:
        write_table(figure.table(known(figure.name)[0]), out / "gallery" / f"{figure.name}.csv")


# --- the lessons ---


def lesson(path: Path) -> str:
    """Return a solved lesson as stored, its answers folded, its links and table heads as the site needs them."""
    notebook, numbers = json.loads(path.read_text(encoding="utf-8")), itertools.count(1)
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            cell["source"] = re.sub(r"\]\(#[\w-]+\)", lambda link: link[0].lower(), source)
        elif "hv.check(" in source:
            cell["metadata"]["tags"] = ["hide-cell"]
        elif cell["metadata"].get("hide_input"):
            cell["metadata"]["tags"] = ["remove-input"]
        for output in cell.get("outputs", []):
            if html := "".join(output.get("data", {}).get("text/html", "")):
                html = WIDE.sub(lambda part: scrolling(part, next(numbers)), html)
                output["data"]["text/html"] = html.replace("<th></th>", "<td></td>")
    return json.dumps(notebook)


def scrolling(part: re.Match[str], number: int) -> str:
    """Return a picture or the start of a table in a box with a name of its own, which can be scrolled."""
    kind, name, end = ("wide", "Picture", "</div>") if part["picture"] else ("table", "Table", "")
    box = f'<div class="{kind}" role="region" aria-label="{name} {number}" tabindex="0">'
    return f"{box}{part['picture'] or ''}{end}"


def lesson_list() -> str:
    """Return the lessons with the question of each, by what stands in the folder."""
    questions = {given.name: given.question for given in (*LESSONS, WITHOUT_CODE)}
    items = []
    for path in sorted(SOLUTIONS.glob("*.ipynb")):
        first = "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"])
        title = first.split("\n")[0].removeprefix("# ")
        items.append(f"- [{title}](lessons/{path.name}): {questions.get(path.stem, '')}".removesuffix(": "))
    return "\n".join(items)


def teaching() -> str:
    """Return the pages on teaching with it that stand in docs/teaching/, for the page of how to."""
    pages = sorted((ROOT / "docs" / "teaching").glob("*.md"), key=lambda path: (path.stem != "index", path.name))
    if not pages:
        return ""
    titles = [re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), flags=re.M)[1] for path in pages]
    links = "\n".join(f"- [{title}](../teaching/{path.name})" for title, path in zip(titles, pages, strict=True))
    return f"{links}\n\n```{{toctree}}\n:hidden:\n:glob:\n\n../teaching/index\n../teaching/*\n```"


# --- the gallery ---


def gallery() -> dict[str, str]:
    """Return a page for each figure, and the page that leads to them by question."""
    parts = ["# Gallery by question", NOTICE]
    for given in LESSONS:
        shown = [figure for figure in CATALOGUE if lesson_of(figure.name) == given]
        if shown:
            cards = "\n".join(map(card, shown))
            parts += [f"## {given.title}", given.question, f"::::{{grid}} 1 1 2 3\n:gutter: 3\n{cards}\n::::"]
    names = "\n".join(figure.name for figure in CATALOGUE)
    parts.append(f"```{{toctree}}\n:hidden:\n\n{names}\n```")
    return {"gallery/index.md": "\n\n".join(parts)} | {f"gallery/{f.name}.md": figure_page(f) for f in CATALOGUE}


def card(figure: Entry) -> str:
    """Return the card that leads to a figure; its picture says nothing that the page does not."""
    options = f":link: {figure.name}\n:link-type: doc\n:img-top: {figure.name}.png"
    return f":::{{grid-item-card}} {plain(figure.question)}\n{options}\n:::"


def figure_page(figure: Entry) -> str:
    """Return the page of a figure: picture, words, data, and the code that makes it."""
    (rows, words), given = known(figure.name), lesson_of(figure.name)
    group = ". ".join(filter(None, (words.reference, words.aside)))
    code = f'import her2viz as hv\n\nfig = hv.figure("{figure.name}")\nfig.save("{figure.name}.svg")  # or .png, .pdf'
    return "\n\n".join(
        (
            f"# {plain(figure.question)}",
            NOTICE,
            picture(figure.name),
            f"## What it finds\n\n**{plain(words.title)}**\n\n{plain(sentence(group))}",
            f"## The words that go with it\n\n{dropdown('Alt text', plain(words.alt))}",
            dropdown("Long description", plain(words.description)),
            dropdown("Sources", "\n".join(f"- {plain(source.text)}" for source in full_sources([words]))),
            f"## The data\n\n{table(figure.table(rows))}",
            f"The table as a file: {{download}}`{figure.name}.csv`. "
            f"Picture and words: {{download}}`{figure.name}.png`, {{download}}`{figure.name}.txt`.",
            f"## Make it\n\n```python\n{code}\n```",
            f"On the command line, in all three formats: `her2viz figures figures --only {figure.name}`",
            f"The lesson that explains it: {lesson_link(given)}.",
        )
    )


def lesson_link(given: Lesson) -> str:
    return f"[{given.title}](../tutorial/lessons/{given.name}.ipynb)"


# --- from rows ---


def studies() -> list[Cited]:
    """Return the studies that some figure is drawn from."""
    return [source for source in full_sources(known(f.name)[1] for f in CATALOGUE) if "Read in:" in source.note]


def pages_read() -> DataTable:
    """Return what each page tells of itself, and how far to trust it."""
    heads = {
        "short_name": "Page",
        "subject": "Subject",
        "reliability": "How far to trust it (our reading)",
        "why": "Why",
    }
    rows = hv.load_sources()[list(heads)].astype(str)
    return DataTable(tuple(heads.values()), tuple(map(tuple, rows.values.tolist())))


def unknown() -> str:
    """Return what the pages leave open: of whom they give no figure, what they do not tell, where they clash."""
    parts = [picture("what-nobody-says", "../gallery/"), "## What the pages do not tell of themselves"]
    parts.append("\n".join(f"- {plain(fact)}" for fact in known("who-wrote-the-pages")[1].facts))
    parts.append("## Where two pages cannot both be right")
    positions = hv.load_disagreements().query("relation == 'conflict'").merge(hv.load_sources(), on="source_id")
    for question, rows in positions.groupby("question", sort=False, observed=True):
        cells = [
            (row.short_name, row.position, group_of(row), f"\u201c{row.section}\u201d, line {row.line}")
            for row in rows.itertuples()
        ]
        data = DataTable(("Page", "What it holds", "About whom", "Where it stands"), tuple(cells))
        parts += [f"### {plain(str(question))}", table(data)]
    return "\n\n".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
