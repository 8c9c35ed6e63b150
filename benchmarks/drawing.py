"""Time of drawing and saving all figures as PNG against bare matplotlib; prints the ratio.

Bare matplotlib draws the same panels once on Axes that already have their place, writes the same lines of text at the
same points, and saves. Words, page layout and metadata are what the package adds. Best of several rounds a figure.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from matplotlib.backends.backend_agg import FigureCanvasAgg

import her2viz as hv
from her2viz import style
from her2viz.catalogue.entry import Entry
from her2viz.catalogue.registry import CATALOGUE
from her2viz.charts.axes import ComposedFigure

SIZE, ROUNDS = "slide", 3


def best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def bare(entry: Entry, made: hv.TeachingFigure) -> Callable[[], None]:
    """Return a function that draws and saves the artists of a figure with matplotlib alone."""
    panels = entry.panels(made.data)
    places = [ax.get_position(original=True) for ax in made.mpl.axes]
    lines = [(*t.get_position(), t.get_text(), t.get_fontsize(), t.get_color(), t.get_weight()) for t in made.mpl.texts]

    def run() -> None:
        with style.catalogue_style(style.size(SIZE)):
            figure = ComposedFigure(figsize=made.mpl.get_size_inches())  # whose charts are not fitted one by one
            FigureCanvasAgg(figure)
            for place, draw in zip(places, panels.draw, strict=True):
                draw(figure.add_axes(place.bounds))
            for x, y, text, points, colour, weight in lines:
                figure.text(x, y, text, size=points, color=colour, weight=weight)
            figure.savefig(io.BytesIO(), format="png")

    return run


if __name__ == "__main__":
    ours = theirs = 0.0
    for entry in CATALOGUE:
        made = hv.figure(entry.name, size=SIZE)
        theirs += best(bare(entry, made))
        ours += best(lambda name=entry.name: hv.figure(name, size=SIZE).to_bytes("png"))
    print(f"{len(CATALOGUE)} figures: matplotlib {theirs:.2f} s, her2viz {ours:.2f} s, ratio {ours / theirs:.2f}")
