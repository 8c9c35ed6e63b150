"""The figures of symptoms and of lists of sites, measured against the tables."""

import pytest
from matplotlib.patches import Rectangle

import her2viz as hv
from figures import NAMES, figure
from her2viz.catalogue import symptoms as symptom_figures
from her2viz.catalogue.registry import entry
from her2viz.words import symptom as symptom_words

SITES = [name for name in NAMES if name.startswith("symptoms-")]


def text(table, *columns):
    return table.assign(**{c: table[c].astype(object).where(table[c].notna(), "").astype(str) for c in columns})


@pytest.fixture
def affirmed():
    rows = text(hv.load_symptoms(), "site", "symptom", "symptom_group", "source_id", "polarity", "detail")
    return rows[rows["polarity"] == "affirmed"]


@pytest.fixture
def short():
    return hv.load_sources().astype({"source_id": str}).set_index("source_id")["short_name"].to_dict()


def page(fig):
    return " ".join(t.get_text() for t in (*fig.mpl.texts, *fig.mpl.axes[0].texts))


def test_overview_counts_pages_with_synonyms_joined(affirmed):
    fig = figure("symptoms")
    mine = affirmed[affirmed["site"].isin(["bone", "lung", "liver", "brain"])]
    counts = mine.groupby(["site", "symptom_group"])["source_id"].nunique()
    counts = counts[counts >= 2]
    assert fig.data.set_index(["site", "symptom"])["pages"].sort_index().to_dict() == counts.sort_index().to_dict()
    # typed here on purpose
    of = fig.data.set_index(["site", "symptom"])["pages"]
    assert of["bone", "bone pain"] == 4
    assert of["liver", "abdominal swelling, bloating or fluid"] == 2


def test_overview_leaves_out_no_site_that_two_pages_agree_on(affirmed):
    counts = affirmed.groupby(["site", "symptom_group"])["source_id"].nunique()
    assert set(counts[counts >= 2].reset_index()["site"]) == set(figure("symptoms").data["site"])


def test_title_says_that_one_symptom_is_on_all_pages_only_while_it_is(monkeypatch):
    assert figure("symptoms").title == "Bone pain is the only symptom that all four pages list"
    table = hv.load_symptoms()
    denies = (table["site"] == "bone") & (table["symptom"] == "bone pain") & (table["source_id"] == "overview")
    table.loc[denies, "polarity"] = "negated"
    monkeypatch.setattr(symptom_figures, "load_symptoms", lambda: table)
    fig = hv.figure("symptoms")
    assert fig.data.set_index("symptom")["pages"]["bone pain"] == 3
    assert fig.title.startswith("Three of four pages list bone pain, cough,")


def test_overview_says_with_its_page_that_not_everyone_has_symptoms_while_a_row_does(monkeypatch):
    fig = figure("symptoms")
    assert "Not everyone with spread has symptoms (Overview)." in page(fig)
    said = "Overview page, of people with metastatic breast cancer (no site named): symptoms do not come to everyone."
    assert said in fig.description
    assert said in fig.caption
    assert "Overview page, “opening”, line 26" in fig.sources
    table = hv.load_symptoms()
    silent = (table["site"] == "any") & (table["symptom"] == "silent spread")
    monkeypatch.setattr(symptom_figures, "load_symptoms", lambda: table[~silent])
    fig = hv.figure("symptoms")
    assert not [text for text in (page(fig), fig.description) if "everyone" in text]


def test_overview_says_that_it_leaves_out_what_one_page_alone_lists():
    for part in (page(figure("symptoms")), figure("symptoms").caption, figure("symptoms").alt):
        assert "Dots: pages, not people. Listed by one: not shown." in part


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("bone", "All four pages list bone pain; two list fracture"),
        ("lung", "Three of four pages list cough and shortness of breath"),
        ("liver", "Three of four pages list abdominal pain and jaundice"),
        ("brain", "Three of four pages list headache and seizure"),
    ],
)
def test_title_of_a_site_is_what_most_pages_list(site, title):
    assert figure(f"symptoms-{site}").title == title


def test_each_site_draws_what_its_pages_list_and_tells_of_the_rest(affirmed, short):
    for name in SITES:
        fig = figure(name)
        mine = affirmed[affirmed["site"] == fig.data["site"].iloc[0]]
        drawn = set(zip(fig.data["symptom"], fig.data["short_name"], strict=True))
        listed = {(r.symptom_group, short[r.source_id]) for r in mine.itertuples()}
        assert drawn <= listed
        # one rule for all sites: all but silence and what a page does not name
        assert {name_of for name_of, _ in listed - drawn} <= {"silent spread", "other symptom", "other complication"}
        for name_of, who in listed - drawn:
            assert name_of == "silent spread" or f"{name_of} ({who})" in fig.description, name
        assert [t for t in (*mine["detail"], *mine["population"]) if t not in fig.description] == [], name


def test_a_denied_symptom_is_not_drawn_and_is_described_only_as_denied():
    fig = figure("symptoms-bone")
    assert not fig.data["symptom"].str.contains("arthritis|muscle").any()
    assert "not arthritis-like or muscle-like: usually much deeper" in page(fig)
    assert page(fig).count("arthritis") == 1
    assert "arthritis" not in fig.alt
    assert "not arthritis-like pain: bone pain is not like this" in fig.description


def test_signs_to_know_are_those_of_the_page_with_its_name_and_its_group():
    calls = text(hv.load_care_facts(), "topic", "item", "who")
    signs = calls[(calls["topic"] == "when to seek care") & (calls["who"] == "all women")]["item"]
    for name in SITES:
        fig = figure(name)
        shown = set(fig.data["symptom"]) & set(signs)
        assert shown
        named, told = symptom_figures._notes(fig.data)[0]
        assert set(named.lower().split(", ")) == shown
        assert told == f"{'Signs' if len(shown) > 1 else 'A sign'} women need to know (Guide)."
        assert f"{named} {told}" in page(fig)
        assert f"{named}. {told}" in fig.caption
        assert "so that they can get care promptly if needed" in fig.description


def test_symptoms_share_a_row_only_where_the_same_pages_list_both(monkeypatch):
    for name in ("symptoms", "symptoms-brain"):
        rows = figure(name).data.drop_duplicates(["site", "symptom"]).set_index(["site", "symptom"])["row"]
        assert {rows["brain", "nausea"], rows["brain", "vomiting"]} == {"nausea, vomiting"}
        assert {rows["brain", f"trouble {verb}"] for verb in ("seeing", "speaking")} == {"trouble seeing or speaking"}
        others = rows.drop(["nausea", "vomiting", "trouble seeing", "trouble speaking"], level="symptom")
        assert list(others) == list(others.index.get_level_values("symptom"))
    table = hv.load_symptoms()
    mine = (table["site"] == "brain") & (table["symptom"] == "vomiting") & (table["source_id"] == "overview")
    table.loc[mine, "source_id"] = "guide"
    monkeypatch.setattr(symptom_figures, "load_symptoms", lambda: table)
    rows = hv.figure("symptoms-brain").data.set_index("symptom")["row"]
    assert (set(rows["nausea"]), set(rows["vomiting"])) == ({"nausea"}, {"vomiting"})


def test_treatment_as_a_cause_is_told_where_a_row_says_so():
    claims = hv.load_symptoms()
    for name in ("symptoms", *SITES):
        assert "Treatment may cause some." in page(figure(name))
        assert "symptom caused by treatment" not in set(figure(name).data["symptom"])
        assert "line 71" in " ".join(figure(name).sources)
    words = dict.fromkeys(("title", "form", "whom", "built"), "x")
    rest = claims[claims["symptom"].astype(str) != symptom_words.BY_TREATMENT]
    assert (
        "treatment" not in symptom_words.symptom_words(**words, claims=rest, items=["x"], facts=["x"], brief=["x"]).note
    )


def test_silent_spread_keeps_its_group_and_how_many():
    fig = figure("symptoms-lung")
    assert "HER2-positive: many feel nothing For long periods" in page(fig)
    assert "silent spread" not in set(fig.data["symptom"])


def test_every_figure_of_symptoms_says_to_tell_the_care_team_now():
    for name in ("symptoms", *SITES):
        for part in (page(figure(name)), figure(name).caption, figure(name).description):
            assert "Tell your care team about new symptoms now." in part, name
        assert "Four web pages: two on HER2-positive disease, two on all breast cancer" in figure(name).caption


def test_lists_hold_every_mention_in_its_place():
    fig = figure("source-sites")
    mentions = text(hv.load_site_mentions(), "site", "source_id", "list_kind")
    keys = ["source_id", "list_kind", "site", "list_position"]
    assert set(fig.data[keys].itertuples(index=False)) == set(mentions[keys].itertuples(index=False))
    for _, part in fig.data.groupby(["source_id", "list_kind"], sort=False):
        assert part["list_position"].is_monotonic_increasing


def test_only_words_of_a_page_stand_in_quotation_marks():
    for row in figure("source-sites").data.itertuples():
        if row.heading.startswith("\u201c"):
            assert row.heading == f"\u201c{row.qualifier}\u201d"
        else:
            assert row.heading == "described in turn"


def test_the_title_of_the_lists_names_what_all_pages_name():
    fig = figure("source-sites")
    assert fig.title == "All four pages name bone, lung, liver and brain"
    pages = fig.data.groupby("site")["source_id"].nunique()
    assert set(pages[pages == 4].index) == {"bone", "lung", "liver", "brain"}
    fewer = fig.data[(fig.data["site"] != "brain") | (fig.data["source_id"] != "insights")]
    assert entry("source-sites").title(fewer) == "All four pages name bone, lung and liver"
    assert "Grey: shared sites. Not an order of spread." in page(fig)


def test_what_a_page_says_beside_a_remark_stands_with_it_and_likes_are_folded():
    assert "in a first-person passage: difficulty sitting, walking or with daily activities" in page(
        figure("symptoms-bone")
    )
    assert "difficulty climbing stairs, walking or with daily activities" in page(figure("symptoms-lung"))


def test_each_unsigned_page_is_told_where_it_is_named_and_the_shared_sites_lie_on_a_ground():
    fig = figure("source-sites")
    ax = fig.mpl.axes[0]
    assert [t.get_text() for t in ax.texts].count("unsigned") == 3
    assert "(belly lining)" in page(fig)
    grounds = [p.get_window_extent() for p in ax.patches if type(p) is Rectangle]
    assert len(grounds) == 4
    on = [
        t.get_text() for t in ax.texts if any(g.contains(*t.get_window_extent().get_points().mean(0)) for g in grounds)
    ]
    assert sorted(on) == sorted(["Bone", "Lung", "Liver", "Brain"] * 5)
