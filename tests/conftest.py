"""What several tests need."""

from pathlib import Path

import matplotlib as mpl
import pytest

mpl.use("agg")

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT.parent / "shared" / "sources"


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
