"""No document's credit beside numbers or words that are not its own, by whatever way a frame came to hold them."""

import pandas as pd
import pytest

import her2viz as hv

SITES = hv.load_sites()
CHANGED = SITES.assign(frequency_pct=[95, 90, 85, 80, *SITES["frequency_pct"][4:]])
NARROWER = "women with HER2-positive breast cancer"


class Lying(pd.DataFrame):
    """A frame that shows whoever checks it other rows than whoever draws it."""

    @property
    def _constructor(self):
        return Lying

    def to_dict(self, *args, **kwargs):
        return pd.DataFrame(SITES).to_dict(*args, **kwargs)


class Agreeing(str):
    """A text that says of itself that it is the same as any other."""

    __hash__ = str.__hash__

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


@pytest.mark.parametrize("name", ["site-bars", "body-map", "overlap-bounds"])
@pytest.mark.parametrize(
    "rows",
    [Lying(CHANGED), SITES.astype(object).assign(population=[Agreeing(NARROWER)] * len(SITES))],
    ids=["lying", "agreeing"],
)
def test_a_figure_shows_what_is_shipped_and_not_what_a_frame_says_later(name, rows):
    drawn, shipped = hv.figure(name, rows), hv.figure(name)
    assert drawn.words == shipped.words
    assert drawn.to_bytes("svg") == shipped.to_bytes("svg")


@pytest.mark.parametrize(
    "rows",
    [
        CHANGED,
        SITES.assign(population=NARROWER),
        SITES.assign(subtype="HER2-positive"),
        SITES.assign(note=""),
        SITES.assign(line=18),
        SITES.assign(qualifier=""),
        SITES.assign(site=SITES["site"].cat.rename_categories({"bone": "lung", "lung": "bone"})),
        SITES.assign(frequency_pct=SITES["frequency_pct"].astype(float) + 1e-9),
        SITES.assign(frequency_pct=SITES["frequency_pct"].where(SITES["site"] != "bone")),
        SITES.assign(source="A study of one's own", frequency_pct=1),
        pd.concat([SITES, CHANGED.head(1)]),
        SITES.merge(CHANGED[["site", "frequency_pct"]], on="site", suffixes=("_old", "")),
    ],
    ids=lambda rows: "",
)
def test_changed_rows_are_refused(rows):
    with pytest.raises(hv.DataError, match=r"differ from what it says|each site once"):
        hv.figure("site-bars", rows)


def test_attributes_and_what_is_done_to_a_drawn_figure_change_no_words():
    rows = SITES.copy()
    rows.attrs["caveat"] = "True of everyone."
    drawn, shipped = hv.figure("site-bars", rows), hv.figure("site-bars")
    drawn.data.loc[0, "frequency_pct"] = 99
    rows.loc[0, "frequency_pct"] = 99
    assert (drawn.words, drawn.to_bytes("svg")) == (shipped.words, shipped.to_bytes("svg"))
    assert hv.load_sites()["frequency_pct"][0] == shipped.data["frequency_pct"][0]
