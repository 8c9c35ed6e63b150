"""What a hedge, a tie, a further column or an odd argument must not make a figure say."""

import numpy as np
import pandas as pd
import pytest

import her2viz as hv
from her2viz.dataset.origin import FREQUENCY, OWN
from her2viz.words.citing import how_to_cite


def own(numbers, hedges=None, **more):
    labels = list("ABCDEFG"[: len(numbers)])
    fields = {"site": labels, "label": labels, "frequency_pct": numbers, "population": "pupils", "sites_overlap": True}
    hedges = [None] * len(numbers) if hedges is None else hedges
    return pd.DataFrame({**fields, "source": "Class 4b", "qualifier": hedges, **more})


@pytest.mark.parametrize(
    ("numbers", "hedges", "title", "order"),
    [
        ([40, 40, 10], ["up to", "at least", "about"], "Sites in pupils", ""),
        (
            [60, 50, 10],
            ["at least", "over", "under"],
            "Smallest figure: C, under 10 in 100",
            "The smallest figure is for C.",
        ),
        ([40, 30], ["often", "about"], "Sites in pupils", ""),
        ([40, 40], ["up to", "about"], "Sites in pupils", ""),
        ([40, 40], ["up to", "up to"], "Sites in pupils", ""),
        ([40, 30], ["at least", "up to"], "Largest figure: A, at least 40 in 100; smallest: B, up to 30", None),
        ([40, 40, 5, 5, 5], None, "Largest figure: A and B, 40 in 100; smallest: three sites, 5", None),
        ([40, 40, 40], None, "Each site has the same figure: 40 in 100", "All figures are the same."),
    ],
)
def test_an_order_is_said_only_where_hedges_and_ties_leave_no_doubt(numbers, hedges, title, order):
    fig = hv.figure("site-bars", own(numbers, hedges))
    assert fig.title == title
    if order == "":
        assert "argest" not in fig.description
        assert "mallest" not in fig.description
    elif order:
        assert order in fig.description
    else:
        assert "The largest figure is for A" in fig.description


def test_a_title_of_many_figures_names_all_that_share_the_largest_or_none():
    assert hv.figure("site-icons", own([40, 40, 5, 5, 5])).title == "A and B 40 in 100; no other figure is larger"
    assert hv.figure("site-icons", own([40, 40, 5, 5, 5], ["up to"] + [None] * 4)).title == "Sites in pupils"
    small = own([40, 30, 5, 5, 5]).assign(label=["iPad lost", "b", "c", "d", "e"])
    assert hv.figure("site-icons", small).title.startswith("iPad lost 40")


@pytest.mark.parametrize("hedge", ["not", "Never", "hardly any of", "every one but", "half of", "3 times", "none of"])
def test_a_hedge_that_denies_its_number_is_refused(hedge):
    with pytest.raises(hv.DataError, match="can't stand before a number"):
        hv.figure("site-bars", own([40, 10], [hedge, None]))


@pytest.mark.parametrize(("number", "hedge"), [(0, "less than"), (100, "more than"), (100, "over"), (0, "Under")])
def test_no_number_is_below_none_or_above_all(number, hedge):
    with pytest.raises(hv.DataError, match="no number of 100 people can be"):
        hv.figure("site-bars", own([number, 10], [hedge, None]))


def test_no_more_than_is_a_hedge_and_the_rest_follows_it():
    assert "A: no more than 40 have it there and at least 60 do not." in str(
        hv.figure("site-bars", own([40, 10], ["no more than", None]))
    )


@pytest.mark.parametrize("population", ["of 100 women", "100 women", "in women"])
def test_a_population_reads_after_of_100(population):
    with pytest.raises(hv.DataError, match="is printed after"):
        hv.figure("site-bars", own([40, 10], population=population))


@pytest.mark.parametrize("name", ["site-bars", "site-icons", "body-map"])
def test_a_further_column_credits_no_study(name):
    rows, study = hv.load_sites().head(4), hv.load_studies().iloc[0]
    fig = hv.figure(name, rows.assign(study_id=study["study_id"]))
    assert study["short_name"] not in str(fig) + fig.caption
    assert fig.description == hv.figure(name, rows).description


def test_a_row_that_one_group_lacks_is_said_to_have_no_figure():
    rows = own([40, 30, 20], group=["x", "x", "y"]).assign(label=["A", "B", "A"], site=["a", "b", "a"])
    fig = hv.figure("site-bars", rows)
    assert "No figure: B, y." in fig.description
    assert "three horizontal bars, up to two for each site" in fig.description


def test_the_package_is_labelled_as_software_beside_sources_of_ones_own():
    assert how_to_cite(OWN)[0].startswith("Software: ")
    assert not how_to_cite(FREQUENCY)[0].startswith("Software: ")


@pytest.mark.parametrize("value", [np.array([1, 2]), pd.NA, "yes", None])
def test_plain_title_is_true_or_false(value):
    with pytest.raises(hv.UsageError, match="plain_title"):
        hv.figure("site-bars", plain_title=value)


def test_a_link_to_itself_is_one_message(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(hv.UsageError, match="Can't copy"):
        hv.copy_course(loop)


@pytest.mark.parametrize(
    ("option", "value"), [("template", "x" * 5000), ("institution", "a\x00b"), ("institution", "\u202eab")]
)
def test_a_deck_refuses_a_name_too_long_and_letters_that_cannot_be_printed(tmp_path, option, value):
    with pytest.raises(hv.UsageError, match=option):
        hv.slides(tmp_path / "a.pptx", names=["site-bars"], **{option: value})
    assert not list(tmp_path.iterdir())


def test_bounds_have_no_sum():
    assert "the sum is" in hv.figure("site-bars", own([60, 50], ["about", None])).description
    assert "the sum is" not in hv.figure("site-bars", own([60, 50], ["up to", "up to"])).description
