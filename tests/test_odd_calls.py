"""Public functions called with odd things: a right result, or one error of ours that says what is wrong."""

import datetime
import functools
import inspect
import io
import os
import random
import time
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

import her2viz as hv

#: HER2VIZ_FUZZ set to anything makes all calls.
SEEDS = range(0, 2000, 1 if "HER2VIZ_FUZZ" in os.environ else 40)
#: In seconds of this process, and in bytes.
#: The first tells what hangs, however slow the machine.
MOST_TIME, MOST_MEMORY = 20.0, 500 * 2**20

# what a call is right with, by the name of the parameter
GOOD = {
    "name": ["site-bars", "body-map", "sites", "symptoms"],
    "data": [None],
    "size": ["screen", "slide", "print"],
    "plain_title": [True, False],
    "gallery": [True, False],
    "processes": [1],
    "names": [["site-bars"], ("site-icons",)],
    "formats": [["svg"], ("png", "pdf")],
    "out": ["out", Path("out")],
    "folder": ["course"],
    "solutions": [True, False],
    "ax": [None],
    "color": [None, "#004488"],
    "labels": [True],
    "topic": ["silent-spread"],
    "terms": ["HR", "luminal"],
    "exercise": ["overlap-1", "start-here-2", "percent-of-whom-1"],
    "answer": [30, "no", ["bone"], "can't be said", ...],
    "alt": ["Bar chart. Of 100 women with advanced breast cancer: bone about 70."],
    "percent": ["65.1"],
    "n_total": [100],
    "n_with": [None, 65],
    "site": [None, "bone"],
    "subtypes": [("all",)],
    "form": ["png", "svg", "pdf"],
    "title": [None, "A title of one's own"],
    "minutes": [None],
    "template": [None],
    "institution": ["", "A made-up school"],
    "answers": [True, False],
    "full": [False],
    "paper": ["a4", "letter"],
}


def odd(random):
    """Make something that no caller should give."""
    sites = hv.load_sites()
    change = random.choice(["frequency_pct", "label", "population", "site", "source_id", "qualifier", "sites_overlap"])
    things = (
        lambda: None,
        lambda: random.choice([0, -1, 3, 2**70, 1.5, float("nan"), float("inf"), 1 + 2j, True, pd.NA, pd.NaT]),
        lambda: random.choice(
            ["", " ", "bone", "a\0b", "x" * 5000, "\ud800", "\x1b[31m", "a\nb", "../x", "$x^2$", "%s"]
        ),
        lambda: random.choice(
            [[], (), {}, set(), [[]], [None], ["site-bars"] * 3, ["site-bars", 3], {"a": 1}, "site-bars"]
        ),
        lambda: random.choice(
            [object(), print, str, io.BytesIO(), b"bone", datetime.date(2020, 1, 1), Path(), lambda: 1]
        ),
        lambda: random.choice(
            [np.array([]), np.array(["site-bars"]), np.float32(3), pd.Series(["bone"]), pd.Index([])]
        ),
        lambda: random.choice([plt, Figure(), Figure().add_subplot(), Figure().add_subplot(projection="polar")]),
        lambda: random.choice([pd.DataFrame(), sites, sites.T, sites.iloc[:0], pd.concat([sites, sites])]),
        lambda: sites.drop(columns=random.sample(list(sites.columns), random.randint(1, 6))),
        lambda: sites.astype(object).assign(**{change: random.choice([None, "", 0, -5, 1e9, "x", pd.NA, "\x07", 1j])}),
        lambda: sites.set_index(["site", "label"]),
        lambda: pd.concat([sites, sites], axis=1),
        lambda: sites.astype(str),
        lambda: sites.rename(columns={change: 3}),
        lambda: hv.load_symptoms().head(3),
    )
    return random.choice(things)()


def call(seed):
    """Choose a function and its arguments, the same for a seed; most of them right, one or more odd."""
    rng = random.Random(seed)
    named = sorted(name for name in hv.__all__ if inspect.isfunction(getattr(hv, name)) and name != "explore")
    name = rng.choice([*named, "save", "to_bytes"])
    function = getattr(hv, name, None) or getattr(hv.figure("site-bars"), name)
    endings = {"slides": ".pptx", "handout": ".pdf", "read_sites": ".csv", "save": ".svg"}
    arguments = {}
    for parameter, kept in inspect.signature(function).parameters.items():
        good = [f"file{endings[name]}"] if parameter == "path" else GOOD[parameter]
        whole_catalogue = parameter == "names" or (parameter == "data" and name in ("slides", "handout"))
        value = odd(rng) if rng.random() < 0.5 else rng.choice(good)
        if kept.kind is kept.VAR_POSITIONAL:
            function = functools.partial(function, value)
            continue
        arguments[parameter] = ["site-bars"] if whole_catalogue and value is None else value
    return name, function, arguments


@pytest.mark.parametrize("seed", SEEDS)
def test_an_odd_call_is_answered_or_refused(seed, tmp_path, monkeypatch, recwarn):
    resource = pytest.importorskip("resource", reason="measures memory as Unix does")
    monkeypatch.chdir(tmp_path)
    name, function, arguments = call(seed)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        function(**arguments)
        refused = "nothing"
    except (hv.UsageError, hv.DataError) as error:
        refused = str(error)
    assert refused.strip()
    assert refused.replace("\n", "").isprintable()
    took = time.process_time() - start
    plt.close("all")
    assert took < MOST_TIME, (name, arguments)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MEMORY / 1024
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith("part")]
    assert [str(w.message) for w in recwarn if w.filename.startswith(str(Path(hv.__file__).parent))] == []
