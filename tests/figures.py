"""Figures of the catalogue, drawn once and shared by the tests of a process: look at them, change nothing."""

from functools import cache

from matplotlib.backends.backend_agg import FigureCanvasAgg

import her2viz as hv
from her2viz.catalogue.registry import CATALOGUE

NAMES = [entry.name for entry in CATALOGUE]


@cache
def figure(name, size="screen"):
    fig = hv.figure(name, size=size)
    FigureCanvasAgg(fig.mpl)  # in place of the one drawn on, which holds megabytes
    return fig


def mine(rows, **changes):
    """The rows as someone's own, changed: under their own source, not under a document's."""
    return rows.drop(columns=["source_id", "section", "line"]).assign(source="Made-up numbers", **changes)
