"""Several threads at once: each draws what it draws alone, and nobody's settings change."""

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

import her2viz as hv

FIGURES = [("site-bars", "screen", "svg"), ("source-sites", "print", "svg")]
CHARTS = [hv.site_bars]


@pytest.fixture
def settings():
    """Settings of a user's own, which must be in force afterwards."""
    with mpl.rc_context({"font.size": 13, "text.color": "navy", "svg.hashsalt": "mine"}):
        yield dict(mpl.rcParams)


def figure_bytes(job):
    name, size, form = job
    return hashlib.sha256(hv.figure(name, size=size).to_bytes(form)).hexdigest()


def test_threads_draw_what_one_draws(settings):
    def bytes_of(page):
        file = io.BytesIO()
        page.savefig(file, format="svg", metadata={"Date": None})
        return file.getvalue()

    pages = [Figure((9, 5)) for _ in range(3 * len(CHARTS))]
    charts = [(chart, page.add_subplot()) for chart, page in zip(CHARTS * 3, pages, strict=True)]
    alone = [figure_bytes(job) for job in FIGURES]
    by_itself = []
    for chart in CHARTS:
        page = Figure((9, 5))
        chart(ax=page.add_subplot())
        by_itself.append(bytes_of(page))
    with ThreadPoolExecutor(6) as threads:
        figures = [threads.submit(figure_bytes, job) for job in FIGURES * 2]
        drawn = [threads.submit(chart, ax=ax) for chart, ax in charts]
        assert [figure.result() for figure in figures] == alone * 2
        assert [chart.result() for chart in drawn] == [ax for _, ax in charts]
    assert dict(mpl.rcParams) == settings
    assert list(map(bytes_of, pages)) == by_itself * 3


def test_the_theme_is_the_same_in_each_thread(settings):
    with ThreadPoolExecutor(6) as threads:
        themes = list(threads.map(lambda _: hv.theme(), range(12)))
    assert all(theme == hv.theme() for theme in themes)
    assert dict(mpl.rcParams) == settings
