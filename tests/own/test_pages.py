"""Pages of one's own rows, from one to twenty: caveat, source and every row stand inside, or one line says why not."""

import itertools
import os
import re
import warnings

import pandas as pd
import pytest

import her2viz as hv
from her2viz import style
from her2viz.dataset.things import THINGS

SHORT = ["Fever", "Rash", "Chills", "Cough", "Thirst", "Nausea", "Cramps", "Earache", "Itching", "Headache"]
LABELS = {
    "short": [*SHORT, *(f"Sore {word.lower()}" for word in SHORT)],
    "long": [f"{word} for more than one week"[:30] for word in (*SHORT, *(f"Mild {word.lower()}" for word in SHORT))],
}
CITED = "Author A, Author B and others. A made-up study of nothing at all, which nobody has done or will ever do. "
CITED += "Journal of Numbers That Nobody Should Quote, 2001, volume 12, number {}, pages 3 to 14"
CASES = list(
    itertools.product(
        ["site-bars", "pairs", "site-icons"],
        range(1, 21),
        LABELS,
        ["one source", "cited"],
        style.SIZES,
        list(THINGS)[:2],
    )
)
#: HER2VIZ_PAGES set to anything tries all of them; the step of the others has no factor in common with what is tried.
STEP = 1 if "HER2VIZ_PAGES" in os.environ else 73


def table(name, number, words, sources, thing):
    """Make a table with some numbers, some counts, a row without a number, and two groups where pairs are drawn."""
    rows = []
    groups = ["vaccine", "placebo"] if name == "pairs" else [None]
    number = max(1, number // len(groups))
    for at, group in itertools.product(range(number), groups):
        total = 90 if number % 2 else None
        rows.append(
            {
                "label": LABELS[words][at],
                "frequency_pct": None if at == 1 else 90 - 4 * at - 3 * groups.index(group),
                "population": f"adults in a made-up trial{f', given {group}' if group else ''}",
                "sites_overlap": True,
                "source": CITED.format(at if sources == "cited" else 1) if sources == "cited" else "Made-up numbers",
                "thing": thing,
                **({"group": group} if group else {}),
                **({"n": None if at == 1 else 81 - 4 * at, "total": None if at == 1 else total} if total else {}),
            }
        )
        if total and at != 1:
            rows[-1]["frequency_pct"] = None
    return pd.DataFrame(rows)


def inside(fig):
    """The words that stand wholly on the page and do not lie on others, without spaces."""
    fig.mpl.draw_without_rendering()
    texts = list(fig.mpl.texts)
    for ax in fig.mpl.axes:
        texts += [*ax.texts, *(tick.label1 for axis in (ax.xaxis, ax.yaxis) for tick in axis.get_major_ticks())]
    boxes = [(text, text.get_window_extent()) for text in texts if text.get_text().strip()]
    page = fig.mpl.bbox
    for (text, a), (other, b) in itertools.combinations(boxes, 2):
        apart = min(a.x1, b.x1) - max(a.x0, b.x0) <= 1 or min(a.y1, b.y1) - max(a.y0, b.y0) <= 1
        assert apart, f"{text.get_text()!r} lies on {other.get_text()!r}"
    for text, box in boxes:
        assert min(box.x0 - page.x0, box.y0 - page.y0, page.x1 - box.x1, page.y1 - box.y1) >= 0, text.get_text()
    smallest = min(text.get_fontsize() for text, _ in boxes)
    assert smallest >= {"screen": 11, "slide": 20, "print": 10}[fig.size]
    return re.sub(r"\s", "", " ".join(text.get_text() for text, _ in boxes))


def drawn(name, rows, size):
    """Draw a figure; return it, or what is said in its place."""
    try:
        return hv.figure(name, rows, size), ""
    except hv.DataError as error:
        return None, str(error)


@pytest.mark.parametrize(("name", "number", "words", "sources", "size", "thing"), CASES[::STEP])
def test_caveat_source_and_rows_stand_on_the_page(name, number, words, sources, size, thing):
    rows, figure = table(name, number, words, sources, thing), "site-bars" if name == "pairs" else name
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig, problem = drawn(figure, rows, size)
    if problem:
        assert "\n" not in problem
        assert re.match(r"The words of these rows do not fit on|site-icons has room for 12 rows; got \d+", problem)
        assert "site-bars" in problem
        # bars on a page that may be as high as it needs are never refused, and on paper only for long sources
        assert size == "slide" or figure == "site-icons" or (size, sources) == ("print", "cited")
        return
    if size == "print":
        assert fig.mpl.get_figheight() < 11 - 2 * 0.75  # a sheet of Letter, within its margins
    page = inside(fig)
    for part in (fig.title, fig.words.reference, fig.caveat, *rows["source"].unique(), fig.words.note):
        assert re.sub(r"\s", "", part) in page
    for label in rows["label"]:
        assert re.sub(r"\s", "", label) in page
    assert page.count("nofigure") == rows[["frequency_pct", *({"n"} & set(rows))]].isna().all(axis=1).sum()
    for ax in fig.mpl.axes:
        wide, tall = (side / fig.mpl.dpi for side in (ax.bbox.width, ax.bbox.height))
        assert min(wide, tall) > 0.4
