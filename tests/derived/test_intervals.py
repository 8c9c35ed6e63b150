"""Intervals of printed percentages, checked against another library's."""

import pytest
from scipy.stats import binomtest

import her2viz as hv

SIZES = [1, 2, 9, 72, 125, 2_030, 229_195]


@pytest.mark.parametrize("n_total", SIZES)
@pytest.mark.parametrize("share", [0, 0.01, 0.097, 0.5, 0.651, 0.99, 1])
def test_interval_is_wilsons(share, n_total):
    n_with = round(share * n_total)
    theirs = binomtest(n_with, n_total).proportion_ci(0.95, method="wilson")
    ours = hv.percent_interval("50", n_total, n_with)
    assert ours == pytest.approx((100 * theirs.low, 100 * theirs.high), rel=0, abs=1e-12)
    assert 0 <= ours.low <= 100 * n_with / n_total <= ours.high <= 100


@pytest.mark.parametrize("n_with", [None, 7])
@pytest.mark.parametrize("percent", [9.7, 10, None])
def test_a_percent_that_is_no_text_is_refused(percent, n_with):
    with pytest.raises(hv.DataError, match=r"percent must be text as printed, such as '9\.7'.*; got .*percent_printed"):
        hv.percent_interval(percent, 72, n_with)


def test_percent_of_a_shipped_row_goes_in_as_it_is_printed():
    row = hv.load_published_figures().query("study_id == 'cui_2015' and site == 'brain'").iloc[0]
    assert isinstance(row["percent_printed"], str)
    assert float(row["percent_printed"]) == row["percent"]
    assert hv.percent_interval(row["percent_printed"], row["n_total"]) is not None
