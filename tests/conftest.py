"""What several tests need."""

from pathlib import Path

import matplotlib as mpl
import pytest

mpl.use("agg")

ROOT = Path(__file__).parent.parent
#: What takes longest goes first, so that no worker is left alone with it at the end.
LONGEST = (
    "test_honesty.py",
    "test_docs.py",
    "test_explorer.py",
    "test_cli.py",
    "test_packaging.py",
    "test_notebooks.py",
)
DOCUMENTS = ROOT.parent / "shared" / "sources"


def pytest_configure(config):
    config.option.loadscopereorder = False  # or pytest-xdist begins with the files of most tests


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def documents() -> dict[str, list[str]]:
    """The lines of each document by source_id; they are not shipped, so tests skip where they are absent."""
    import her2viz as hv

    if not DOCUMENTS.is_dir():
        pytest.skip("the four documents are not beside this checkout (../shared/sources)")
    sources = hv.load_sources()
    return {s.source_id: (DOCUMENTS / s.file).read_text(encoding="utf-8").splitlines() for s in sources.itertuples()}


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    import matplotlib.pyplot as plt

    plt.close("all")
