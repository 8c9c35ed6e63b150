"""What is built and installed: everything that is needed, nothing else, and the package that the tests test."""

import ast
import csv
import email
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pptx
import pypdf
import pytest

import her2viz as hv

JUNK = [".venv/lib/junk.py", "figures/junk.png", "her2viz/__pycache__/junk.pyc", "dist/junk.whl", ".ruff_cache/junk"]
HEAVY = ["importlib.metadata", "matplotlib", "numpy", "pandas", "pandera", "scipy", "seaborn"]
CLEAN = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST"))}


@pytest.fixture(scope="module")
def checkout(root, tmp_path_factory):
    """Copy what a commit of everything would hold, and add what a working folder gathers."""
    if not (root / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    copy = tmp_path_factory.mktemp("checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, copy / name)
    for name in JUNK:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("junk")
    return copy


@pytest.fixture(scope="module")
def built(checkout, tmp_path_factory):
    """Build the sdist, and the wheel from it, so that whoever installs either gets the same."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(checkout)]
    done = subprocess.run(command, capture_output=True, text=True, env=CLEAN)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return {"sdist": sdist, "wheel": wheel, "editable": checkout}


@pytest.fixture(scope="module")
def wheel(built):
    """Read the files of the wheel."""
    with zipfile.ZipFile(built["wheel"]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sdist(built):
    """Read the files of the sdist, without the folder that all stand in."""
    with tarfile.open(built["sdist"]) as archive:
        return {m.name.partition("/")[2]: archive.extractfile(m).read() for m in archive if m.isfile()}


@pytest.fixture(scope="module")
def dependencies(tmp_path_factory):
    """Link everything that is installed here except her2viz, so that no other her2viz can be imported."""
    folder = tmp_path_factory.mktemp("dependencies")
    for kind in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for path in Path(kind).iterdir():
            if "her2viz" not in path.name:
                (folder / path.name).symlink_to(path)
    return folder


# what an editor sees


def test_editors_complete_the_public_names():
    jedi = pytest.importorskip("jedi", reason="it comes with JupyterLab")
    offered = {name.name for name in jedi.Script("import her2viz as hv\nhv.").complete()}
    assert set(hv.__all__) - {"__version__"} <= offered
    (signature,) = jedi.Script("import her2viz as hv\nhv.figure(").get_signatures()
    assert [param.name for param in signature.params][:3] == ["name", "data", "size"]
    assert "Parameters" in signature.docstring()


# what is built


def test_wheel_holds_the_package(wheel, checkout):
    info = f"her2viz-{hv.__version__}.dist-info"
    assert {name.split("/")[0] for name in wheel} == {"her2viz", info}, "no tests, no tools, no .venv"
    assert {"her2viz/py.typed", "her2viz/__init__.pyi", f"{info}/licenses/LICENSE"} <= wheel.keys()
    for pattern in (
        "her2viz/**/*.py",
        "her2viz/output/templates/*",
        "data/*.csv",
        "data/*.json",
        "notebooks/**/*.ipynb",
    ):
        paths = sorted(checkout.glob(pattern))
        assert paths, pattern
        for path in paths:
            name = path.relative_to(checkout).as_posix()
            shipped = name if name.startswith("her2viz/") else f"her2viz/{name}"
            assert wheel.get(shipped) == path.read_bytes(), shipped


def test_what_is_imported_is_asked_for(wheel):
    (about,) = (email.message_from_bytes(text) for name, text in wheel.items() if name.endswith("info/METADATA"))
    asked = {
        re.match(r"[\w-]+", line)[0]
        for line in about.get_all("Requires-Dist")
        if not re.search(r"extra == '(test|e2e|dev)'", line)
    }
    imported = set()
    for name, text in wheel.items():
        if name.endswith(".py"):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Import):
                    imported.update(alias.name.split(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    imported.add(node.module.split(".")[0])
    distributions = importlib.metadata.packages_distributions()
    needed = {name: distributions.get(name) for name in imported - sys.stdlib_module_names - {"her2viz"}}
    assert {"pandas", "typer"} <= needed.keys()
    assert [
        name for name, by in needed.items() if not asked.intersection(re.sub("_", "-", d).lower() for d in by or [])
    ] == []


def test_sdist_holds_the_sources(sdist):
    assert {"LICENSE", "README.md", "pyproject.toml", "tests/test_packaging.py", "PKG-INFO"} <= sdist.keys()
    assert not {name.split("/")[0] for name in sdist} & {".venv", "figures", "dist", "build", ".git", ".ruff_cache"}


def test_nothing_of_this_machine(wheel, sdist, checkout, root):
    for folder in (checkout, root, Path(sys.prefix), f"{Path.home()}/"):
        for name, content in (wheel | sdist).items():
            assert str(folder).encode() not in content, f"{folder} in {name}"
    assert [name for name, content in (wheel | sdist).items() if content == b"junk"] == []


# what is installed

USE = """
import json, sys
import her2viz as hv
def heavy():
    return sorted(name for name in sys.argv[1:] if name in sys.modules)
at_import = heavy()
rows = {name: len(getattr(hv, "load_" + name)()) for name in hv.tables()["name"]}
after_loading = heavy()
from her2viz.files import shipped_folder
notebooks = sorted(path.name for path in shipped_folder("notebooks").rglob("*.ipynb"))
json.dump({
    "package": hv.__file__, "data": str(hv.data_path()), "version": hv.__version__, "at_import": at_import,
    "after_loading": after_loading, "rows": rows, "notebooks": notebooks,
}, sys.stdout)
"""


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(request, built, dependencies, tmp_path_factory):
    """Install into an environment of its own, without network; return it, its site-packages and what was installed."""
    if request.param == "editable" and not importlib.util.find_spec("editables"):
        pytest.skip("hatchling needs the package editables for an editable install, and there is no network here")
    environment = tmp_path_factory.mktemp(request.param)
    venv.create(environment, symlinks=os.name != "nt")
    base = {"base": str(environment), "platbase": str(environment)}
    site_packages = Path(sysconfig.get_path("purelib", scheme="venv", vars=base))
    (site_packages / "dependencies.pth").write_text(f"{dependencies}\n")
    python = Path(sysconfig.get_path("scripts", scheme="venv", vars=base), "python")
    target = str(built[request.param])
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--disable-pip-version-check"]
        + ["--no-index", "--no-deps", "--no-build-isolation"]
        + (["--editable"] if request.param == "editable" else [])
        + [target],
        capture_output=True,
        text=True,
        env=CLEAN,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return request.param, python, site_packages


def output(*command, cwd, **more):
    done = subprocess.run([*map(str, command)], cwd=cwd, env=CLEAN, capture_output=True, text=True, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_installed_package_works(installed, checkout, tmp_path):
    how, python, site_packages = installed
    seen = json.loads(output(python, "-I", "-c", USE, *HEAVY, cwd=tmp_path))
    place = checkout if how == "editable" else site_packages
    data = checkout / "data" if how == "editable" else site_packages / "her2viz" / "data"
    assert Path(seen["package"]) == place / "her2viz" / "__init__.py"
    assert Path(seen["data"]) == data
    assert seen["version"] == hv.__version__
    assert seen["at_import"] == []
    assert set(seen["after_loading"]) <= {"importlib.metadata", "numpy", "pandas"}, (
        "loading checks nothing and draws nothing"
    )
    assert seen["rows"] == {t.name: rows(data / t.file) for t in hv.tables().itertuples()}
    assert seen["notebooks"] == sorted(path.name for path in (checkout / "notebooks").rglob("*.ipynb"))
    assert seen["notebooks"]

    command = python.with_name("her2viz")
    printed = output(command, "figures", "out", "--only", "site-bars", "--format", "svg", cwd=tmp_path)
    assert printed == "Wrote 3 files of 1 figure into out; out/index.html shows them\n"
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*")) == [
        "out/index.html",
        "out/site-bars.svg",
        "out/site-bars.txt",
    ]


@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_python_m_is_the_command(installed, tmp_path):
    _, python, _ = installed
    command = python.with_name("her2viz")
    asked = ["table", "sources"]
    assert output(python, "-I", "-m", "her2viz", *asked, cwd=tmp_path) == output(command, *asked, cwd=tmp_path)


def test_a_checkout_that_is_not_installed_works(checkout, dependencies, tmp_path):
    code = (
        f"import sys; sys.path[:0] = [{str(checkout)!r}, {str(dependencies)!r}]\n"
        "import importlib.metadata as m, her2viz as hv\n"
        "assert '__version__' in dir(hv) and not [d for d in m.distributions() if d.name == 'her2viz']\n"
        "print(hv.__file__, hv.__version__, len(hv.load_table('sources')), hv.data_path())"
    )
    said = output(sys.executable, "-I", "-S", "-c", code, cwd=tmp_path)
    assert said.split() == [str(checkout / "her2viz" / "__init__.py"), hv.__version__, "4", str(checkout / "data")]


MINE = """site,label,frequency_pct,qualifier,population,sites_overlap,source
one,Site one,55,about,people in a survey made up for this test,True,Made-up survey
two,Site two,41,about,people in a survey made up for this test,True,Made-up survey
three,Site three,12,about,people in a survey made up for this test,True,Made-up survey
four,Site four,7,about,people in a survey made up for this test,True,Made-up survey
five,Site five,,,people in a survey made up for this test,True,Made-up survey
"""


COMMANDS = """
import shlex, sys
from her2viz.cli import main
for command in sys.stdin.read().splitlines():
    sys.argv = shlex.split(command)
    try:
        main()
    except SystemExit as stopped:
        assert not stopped.code, command
"""


@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_own_numbers_from_the_wheel_alone(installed, tmp_path):
    _, python, _ = installed
    (tmp_path / "mine.csv").write_text(MINE)
    commands = [
        "her2viz template example.csv",
        "her2viz check example.csv",
        "her2viz check mine.csv",
        "her2viz figures out --only site-bars --data mine.csv --format png",
        "her2viz slides talk.pptx --only site-bars --data mine.csv",
        "her2viz handout handout.pdf --data mine.csv",
    ]
    printed = output(python, "-I", "-c", COMMANDS, cwd=tmp_path, input="\n".join(commands))
    assert "mine.csv: 5 sites, 4 with a figure." in printed
    words = (tmp_path / "out" / "site-bars.txt").read_text(encoding="utf-8")
    assert "Site one: about 55 have it there and about 45 do not." in words
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    slides = pptx.Presentation(tmp_path / "talk.pptx").slides
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    handout = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "handout.pdf").pages)
    for text in (words, page, notes, re.sub(r"\s+", " ", handout)):
        assert "100 people in a survey made up for this test" in text
        assert "Made-up survey" in text
        assert not re.search(r"web page|\bwomen\b|advanced|metasta|CC BY", text)


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


# what is tested


def test_the_installed_package_is_the_one_tested():
    distribution = importlib.metadata.distribution("her2viz")
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    top = Path(__file__).resolve().parent.parent
    if origin.get("dir_info", {}).get("editable"):
        # such an install puts the checkout on sys.path, by a file in site-packages
        package = Path(url2pathname(urlparse(origin["url"]).path)) / "her2viz"
    else:
        package = Path(distribution.locate_file("her2viz"))
        assert top not in {Path(entry).resolve() for entry in sys.path}
    assert Path(hv.__file__).resolve().parent == package.resolve()


@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_pytest_in_a_checkout_tests_the_installed_wheel(installed, checkout):
    _, python, _ = installed
    this = f"{Path(__file__).name}::{test_the_installed_package_is_the_one_tested.__name__}"
    report = output(python, "-I", "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/{this}", cwd=checkout)
    assert "1 passed" in report
