"""The README's snippets run, the docstrings' examples hold, and facts that stand in two files agree."""

import doctest
import importlib
import importlib.metadata
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib

import matplotlib.pyplot as plt
import pandas as pd
import pytest
import yaml
from packaging.specifiers import SpecifierSet

import her2viz
import write_gallery
from her2viz import cli
from her2viz.catalogue.registry import CATALOGUE
from her2viz.dataset import schema

MODULES = sorted(m.name for m in pkgutil.walk_packages(her2viz.__path__, "her2viz."))


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def snippets(text, language):
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, flags=re.M | re.S)
    return [code for name, code in blocks if name == language]


def test_the_questions_put_to_the_tables_are_answered_as_written(root):
    page = root / "docs" / "asking-the-tables.md"
    assert page.read_text(encoding="utf-8").count("\n## ") == 10
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert (failed, tried > 20) == (0, True)


def test_first_two_commands_are_make(readme, root):
    assert snippets(readme, "")[0].split("\n")[:2] == ["make figures", "make test"]
    makefile = (root / "Makefile").read_text()
    assert "\nfigures:" in makefile
    assert "\ntest:" in makefile


def test_ci_runs_the_readmes_test_command_then_lint_and_the_site(root):
    lines = (root / ".ci" / "run").read_text().split("\n")
    assert [line for line in lines if line.startswith("make")] == ["make test", "make lint", "make docs"]
    assert "bash .ci/run" in (root / ".github" / "workflows" / "ci.yml").read_text()


def test_readme_python_runs(readme, tmp_path):
    found = snippets(readme, "python")
    assert found, "no snippets found: the pattern matches nothing"
    # what one library has deprecated in another is between them
    strict = ["-Werror", "-Wdefault::DeprecationWarning", "-Werror::DeprecationWarning:__main__"]
    subprocess.run(
        [sys.executable, *strict, "-c", "import matplotlib; matplotlib.use('agg')\n" + "\n".join(found)],
        cwd=tmp_path, check=True,
    )  # fmt: skip
    assert {p.name for p in tmp_path.iterdir()} == {"bars.svg", "bars.txt"}


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/own-numbers.md"])
def test_commands_run(page, root, tmp_path, monkeypatch):
    blocks = snippets((root / page).read_text(encoding="utf-8"), "")
    commands = [line for block in blocks for line in block.split("\n") if line.startswith("her2viz ")]
    assert len(commands) >= 3
    monkeypatch.chdir(tmp_path)
    for command in dict.fromkeys(commands):
        if command == "her2viz figures":  # run as it stands by tests/test_honesty.py, which looks at all its files
            continue
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        assert stopped.value.code == 0, command


def test_readme_is_short(readme):
    assert len(readme.splitlines()) <= 100


def test_every_table_is_listed(root):
    page = (root / "docs" / "about-the-data.md").read_text(encoding="utf-8")
    for row in her2viz.tables().itertuples():
        assert re.search(rf"^\| `{row.name}` \| {row.rows} \|", page, flags=re.M), row.name
    assert len(schema.TABLES) == len(re.findall(r"^\| `\w+` \| \d+ \|", page, flags=re.M))


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/own-numbers.md", "docs/about-the-data.md"])
def test_links_and_pictures_exist(page, root):
    text = (root / page).read_text(encoding="utf-8")
    targets = [*re.findall(r"\]\(([^)#]+)\)", text), *re.findall(r'src="([^"]+)"', text)]
    for target in targets:
        assert "://" in target or ((root / page).parent / target).exists(), target
    assert targets or page != "README.md"


def test_readme_picture_has_the_figures_own_alt_text(readme):
    ((alt, name),) = re.findall(r"!\[([^\]]*)\]\(docs/gallery/([\w-]+)\.png\)", readme)
    assert alt == her2viz.figure(name).alt


def test_gallery_is_up_to_date(root):
    assert (root / "docs" / "gallery.md").read_text(encoding="utf-8") == write_gallery.gallery(), "run make gallery"
    pictures = {path.stem for path in (root / "docs" / "gallery").glob("*.png")}
    assert pictures == {entry.name for entry in CATALOGUE}


def test_docstring_examples():
    flags, runs = doctest.NORMALIZE_WHITESPACE, {}
    with pd.option_context("display.width", 200):
        for name in ("her2viz", *MODULES):
            runs[name] = doctest.testmod(importlib.import_module(name), optionflags=flags)
            plt.close("all")
    assert {name: run for name, run in runs.items() if run.failed} == {}
    assert sum(run.attempted for run in runs.values()) >= 20


CONDA = {
    "matplotlib": "matplotlib-base",
    "seaborn": "seaborn-base",
    "lazy-loader": "lazy_loader",
    "jupyter-client": "jupyter_client",
    "build": "python-build",
}


def test_environment_names_the_same_packages(project, root):
    wanted = [*project["dependencies"]]
    for extra in ("notebooks", "class", "test"):
        wanted += project["optional-dependencies"][extra]
    expected = {re.sub(r"^[\w-]+", lambda m: CONDA.get(m[0], m[0]), w) for w in wanted}
    environment = yaml.safe_load((root / "environment.yml").read_text())
    listed = environment["dependencies"]
    plain = {d for d in listed if isinstance(d, str)} - {"pip"}
    lacking = sorted(w for w in expected if w.startswith(("font-", "typst")))  # what comes from PyPI
    assert plain == expected.difference(lacking) | {f"python{project['requires-python']}"}
    assert [d for d in listed if isinstance(d, dict)] == [{"pip": [*lacking, "-e ."]}]
    assert environment["channels"] == ["conda-forge"]


def test_extras_that_are_named_exist(project, root):
    named = set()
    for path in [root / "README.md", root / "Makefile", *(root / "her2viz").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        named.update(re.findall(r"It needs the extra (\w+)", text))
        for extras in re.findall(r"(?:her2viz|[\"'.])\[([a-z0-9,]+)\]", text):
            named.update(extras.split(","))
    assert {"class", "notebooks", "test"} <= named
    assert named <= set(project["optional-dependencies"])


def test_constraints_are_names_and_versions_of_what_is_used(project, root):
    lines = (root / "constraints.txt").read_text().split()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[\w.]+", line) for line in lines)
    pinned = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    assert {re.match(r"[\w-]+", w)[0].lower() for w in wanted} <= pinned


def test_pins_install_on_the_oldest_python(project, root):
    """A pin that wants a later patch of Python than we do stops a newcomer at the first command."""
    oldest = project["requires-python"].removeprefix(">=") + ".0"
    seen, wrong = 0, []
    for line in (root / "constraints.txt").read_text().split():
        name, version = line.split("==")
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if about["Version"] == version:
            seen += 1
            wanted = about.get("Requires-Python", "")
            wrong += [f"{line} wants Python {wanted}"] if not SpecifierSet(wanted).contains(oldest) else []
    assert wrong == []
    assert seen, "nothing pinned is installed, so nothing was looked at"


def test_version_stands_in_one_place(project, root):
    assert her2viz.__version__ == project["version"]
    tracked = [*root.glob("*.cff"), *root.glob("*.yml"), *(root / "her2viz").rglob("*.py")]
    assert not [p for p in tracked if f'"{project["version"]}"' in p.read_text(encoding="utf-8")]


def test_workflow_covers_the_supported_versions(project, root):
    workflow = yaml.safe_load((root / ".github" / "workflows" / "ci.yml").read_text())
    versions = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    declared = [c.rsplit(" ", 1)[1] for c in project["classifiers"] if re.search(r":: 3\.\d+$", c)]
    assert versions == declared == ["3.11", "3.12", "3.13", "3.14"]


def test_workflows_run_what_runs_here(root):
    targets = set(re.findall(r"^([\w-]+):", (root / "Makefile").read_text(), flags=re.M))
    steps = [
        step
        for path in (root / ".github" / "workflows").glob("*.yml")
        for job in yaml.safe_load(path.read_text())["jobs"].values()
        for step in job["steps"]
    ]
    for step in steps:
        if asked := re.match(r"make ([\w-]+)", step.get("run", "")):
            assert asked[1] in targets, step
    pinned = [re.fullmatch(r"[\w/-]+@(v\d+|release/v\d+)", step["uses"]) for step in steps if "uses" in step]
    assert pinned
    assert None not in pinned
    assert {"make dist", "bash .ci/run"} <= {step.get("run") for step in steps}


def test_no_paths_of_a_machine_and_no_package_index(root):
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    bad = re.compile(r"(?<![\w./])/(work|root|home|tmp)/\w|(index|extra-index)[-]url|find[-]links")
    for name in listed.stdout.split("\n"):
        path = root / name
        if path.is_file() and path.suffix not in {".png", ".pptx"} and name != "tests/test_docs.py":
            assert not bad.search(path.read_text(encoding="utf-8")), name


def test_licences_are_said_separately(root):
    text = (root / "LICENSE").read_text()
    assert "MIT License" in text
    assert "CC BY 4.0" in text
    assert "SIL Open Font License" in text
