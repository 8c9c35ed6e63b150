"""The pages of the site hold all that they should: names, figures, lessons and commands, and what they show runs."""

import json
import re
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

import her2viz as hv
import site_reference
import write_site
from her2viz import cli
from her2viz.catalogue.registry import CATALOGUE
from her2viz.own.template import write_template
from site_markdown import known, plain


def test_every_public_name_has_a_page():
    pages = site_reference.api()
    for name in hv.__all__:
        assert re.search(rf"^\.\. auto(class|function):: {name}$", pages[f"reference/api/{name}.md"], flags=re.M)
        assert re.search(rf"^   {name}$", pages["reference/python.md"], flags=re.M)
    assert set(pages) == {"reference/python.md", *(f"reference/api/{name}.md" for name in hv.__all__)}


def test_every_chart_is_shown_with_its_words():
    charts = site_reference.public_names()["charts"]
    assert charts
    assert set(charts) == set(site_reference.CHARTS)
    for name in charts:
        words = known(site_reference.CHARTS[name])[1]
        page = site_reference.name_page(name)
        assert f"[![{plain(words.alt)}]({name}.png)]" in page
        assert plain(words.caption) in page


def test_every_figure_has_a_page_with_picture_words_data_and_code():
    pages = write_site.gallery()
    for figure in CATALOGUE:
        page, words = pages[f"gallery/{figure.name}.md"], known(figure.name)[1]
        assert page.startswith(f"# {plain(figure.question)}\n")
        assert page.index(":::{admonition} Before you go on") < page.index("![")
        assert f"![{plain(words.alt)}]({figure.name}.png)" in page
        for part in (words.title, words.reference, words.caption, words.description, words.caveat):
            assert plain(part).rstrip(".") in page
        assert f'hv.figure("{figure.name}")' in page
        assert "\n| ---" in page
        assert f":link: {figure.name}\n" in pages["gallery/index.md"]


def test_every_command_is_described():
    text = site_reference.commands()
    names = [command.name or command.callback.__name__ for command in cli.app.registered_commands]
    assert len(names) > 5
    for name in names:
        assert f"## {name}\n\n```text\nUsage: her2viz {name} " in text


@pytest.mark.parametrize("path", sorted(write_site.SOLUTIONS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_lessons_keep_alt_texts_and_fold_answers_alone(path):
    written, stored = json.loads(write_site.lesson(path)), json.loads(path.read_text(encoding="utf-8"))
    alts = re.findall(r'<img alt=\\"(.+?)\\" style', json.dumps(stored))
    assert re.findall(r'<img alt=\\"(.+?)\\" style', json.dumps(written)) == alts
    assert json.dumps(written).count("<img ") == len(alts), "every picture has its words"
    for cell in written["cells"]:
        answers = cell["cell_type"] == "code" and "hv.check(" in "".join(cell["source"])
        assert ("hide-cell" in cell["metadata"].get("tags", [])) == answers
        assert ("remove-input" in cell["metadata"].get("tags", [])) == ("hv.lesson_step(" in "".join(cell["source"]))
    assert f"(lessons/{path.name})" in write_site.lesson_list()


def test_python_of_the_how_to_runs(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_template(Path("mine.csv"))
    blocks = [
        code
        for page in sorted((root / "docs" / "how-to").glob("*.md"))
        for code in re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    ]
    assert len(blocks) == 2
    for code in blocks:
        exec(compile(code, "how-to", "exec"), {})
        plt.close("all")
    assert {path.name for path in tmp_path.iterdir()} == {"mine.csv", "mine.svg", "mine.txt", "two.png"}
