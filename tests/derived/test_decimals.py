"""A precision that a user has set for their own decimals changes no number of ours."""

import decimal

import pytest

import her2viz as hv
from her2viz.derived.shares import derived_size

COUNTS = """label,n,total,population,sites_overlap,source
Zone A,14,87,people in a made-up example,True,Made-up numbers
Zone B,1,3,people in a made-up example,True,Made-up numbers
"""


def numbers(path):
    return [
        hv.percent_interval("65.1", 418),
        hv.percent_interval("34.7", 3_291),
        derived_size(8_295, "65.1"),
        hv.tree_rows().values.tolist(),
        hv.read_sites(path)["frequency_pct"].tolist(),
    ]


@pytest.mark.parametrize("precision", [1, 2, 3])
def test_precision_of_ones_own_changes_no_number(precision, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(COUNTS)
    before = repr(numbers(path))
    with decimal.localcontext(prec=precision, rounding=decimal.ROUND_UP):
        assert repr(numbers(path)) == before
