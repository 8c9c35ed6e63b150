"""Frames that no chart can draw: one DataError that names row and column, on a user's own Axes as well."""

import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

import her2viz as hv

SITES = pd.DataFrame(
    {
        "site": ["bone", "lung"],
        "label": ["Zone A", "Zone B"],
        "frequency_pct": [30.0, 20.0],
        "qualifier": ["about", "about"],
        "population": ["people in a made-up example"] * 2,
        "sites_overlap": [True, True],
    }
)
ODD = {
    "frequency_pct": [np.array([1, 2]), [3], 1 + 2j, True, "a few", 10**400, pd.Timedelta(3), {"of": 100}],
    "label": [
        "Zone\x1b[31m",
        "Zone\nA",
        "Zone\0",
        "Zone\ud800",
        "Zone\u202e",
        "x" * 100_000,
        ["Zone"],
        3,
        "\U0001f9b4",
    ],
    "population": ["people\x07", "p" * 5_000, {"people": 1}],
    "qualifier": ["about\n", "q" * 5_000],
}


@pytest.mark.parametrize("chart", [hv.site_bars, hv.site_icons, hv.body_map])
@pytest.mark.parametrize(
    ("column", "cell"), [(column, cell) for column, cells in ODD.items() for cell in cells], ids=lambda _: ""
)
def test_a_cell_that_cannot_be_drawn_is_named(chart, column, cell, recwarn):
    ax = Figure((8, 5)).add_subplot()
    start = time.process_time()
    with pytest.raises(hv.DataError, match=f"row 0, column {column}: (must be|holds|has )"):
        chart(SITES.astype(object).assign(**{column: pd.Series([cell, SITES[column][1]], dtype=object)}), ax=ax)
    assert time.process_time() - start < 2
    assert not ax.texts
    assert not recwarn.list


@pytest.mark.parametrize("column", ["site", "population"])
def test_a_message_holds_nothing_that_a_terminal_would_obey(column):
    rows = SITES.assign(**{column: ["a\x1b[2J", "b\x1b[2J"] if column == "population" else ["\x1b[2J"] * 2})
    with pytest.raises(hv.DataError) as refused:
        hv.site_bars(rows, ax=Figure((8, 5)).add_subplot())
    assert str(refused.value).replace("\n", "").isprintable()


@pytest.mark.parametrize("site", [None, float("nan"), ["bone"]])
def test_sites_without_a_name_stand_twice(site):
    rows = SITES.astype(object).assign(site=pd.Series([site] * 2, dtype=object))
    with pytest.raises(hv.DataError, match="each site once"):
        hv.site_bars(rows, ax=Figure((8, 5)).add_subplot())


@pytest.mark.parametrize("thing", [["site"], {}, 3])
def test_what_is_no_thing_is_named(thing):
    rows = SITES.astype(object).assign(source="Made up", thing=pd.Series([thing] * 2, dtype=object))
    with pytest.raises(hv.DataError, match="column thing: must be one of"):
        hv.site_bars(rows, ax=Figure((8, 5)).add_subplot())


STUDIES = hv.study_rows("bone")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("percent", 90.0),  # beside what is printed
        ("percent", np.array([1, 2])),
        ("percent", 1 + 2j),
        ("printed", "90"),
        ("printed", None),
        ("label", "A study\nof many"),
        ("people", "p" * 5_000),
        ("moment_group", "first\x1b[2J"),
    ],
)
@pytest.mark.parametrize("repeated", [False, True])
def test_a_study_whose_number_is_not_what_is_printed_is_named(column, cell, repeated):
    changed = STUDIES.astype(object)
    place = int(np.flatnonzero(STUDIES["percent"].notna())[0])
    changed[column] = pd.Series([cell if n == place else old for n, old in enumerate(changed[column])], dtype=object)
    if repeated:
        changed.index = [0] * len(changed)
    where = 0 if repeated else place
    with pytest.raises(hv.DataError, match=f"row {where}, column (percent|printed|{column}): (must be|holds|has )"):
        hv.study_dots(changed, ax=Figure((10, 8)).add_subplot())


@pytest.mark.parametrize(
    "shape",
    [
        lambda rows: rows.set_axis([0] * len(rows)),
        lambda rows: rows.set_index([rows.columns[0], "label"], drop=False),
        lambda rows: rows.astype(object),
        lambda rows: rows.astype({"label": "category"}),
        lambda rows: rows.assign(**{"more": [[n] for n in range(len(rows))]}).rename(columns={"more": ("a", 1)}),
    ],
)
@pytest.mark.parametrize(("chart", "rows"), [(hv.site_bars, SITES), (hv.study_dots, STUDIES)])
def test_the_same_rows_in_another_shape_draw_the_same(chart, rows, shape):
    def words(data):
        return [text.get_text() for text in chart(data, ax=Figure((12, 9)).add_subplot()).texts]

    assert words(shape(rows)) == words(rows)
