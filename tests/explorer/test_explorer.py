"""The explorer: its words against the CSV files, its widget driven by hand, and what stands where there is none."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import ipywidgets
import lxml.html
import nbformat
import pandas as pd
import pytest

import her2viz as hv
import honesty
from her2viz.dataset import loaders
from her2viz.dataset.said import whom
from her2viz.explorer import group_report, site_report
from her2viz.explorer import widget as explorer_widget
from her2viz.explorer.group_report import EVERY_HER2
from her2viz.explorer.report import Report, Section

WIDGET = "application/vnd.jupyter.widget-view+json"
SITES, MENTIONS, FACTS, SYMPTOMS, THERAPIES, STUDIES = (
    loaders.raw(name)
    for name in ("sites", "site_mentions", "subtype_facts", "symptoms", "treatments", "published_figures")
)
NUMBERS = FACTS[FACTS["value"].notna()]
EXPLORER = hv.explore()
SINGLE = EXPLORER.groups[1:]


def full(rows):
    """Whom each row is about, spelt out."""
    kinds = rows["subtype"] if "quantity" in rows else [""] * len(rows)
    return [p.replace("this subtype", f"subtype {k}") for p, k in zip(whom(rows), kinds, strict=True)]


def flat(text):
    return re.sub(r"\s+", " ", text)


def words(page):
    """What a reader of some HTML reads."""
    tree = lxml.html.fromstring(f"<div>{page}</div>")
    for style in tree.xpath("//style"):
        style.drop_tree()
    return flat(" ".join(tree.itertext())).strip()


def section_of(report, heading):
    (found,) = [section for section in report.sections if section.heading == heading]
    return found


def reports():
    yield from (EXPLORER.site(site) for site in EXPLORER.sites)
    yield from (EXPLORER.group(group, "brain") for group in EXPLORER.groups)


# which groups there are


def test_every_population_with_a_number_can_be_chosen_and_no_number_is_in_two_groups():
    assert set(SINGLE) == {*full(SITES), *full(NUMBERS), *full(STUDIES)}
    counts = group_report.group_table().set_index("group").loc[list(SINGLE)]
    assert counts["site_figures"].sum() == SITES["frequency_pct"].notna().sum()
    assert counts["other_numbers"].sum() == len(NUMBERS)
    assert counts["study_figures"].sum() == len(STUDIES)


def test_a_group_never_hides_a_subtype():
    typed = STUDIES[(STUDIES["quantity"] == "site frequency") & (STUDIES["subtype"] != "all")]
    for row, group in zip(typed.itertuples(), full(typed), strict=True):
        assert f"subtype {row.subtype}" in group or "HER2-positive" in group


def test_every_group_of_her2_positive_disease_and_no_other():
    sites = STUDIES[STUDIES["quantity"] == "site frequency"]
    mine = sites[sites["subtype"].isin(["HER2+", "HER2-overexpressing", "HR+/HER2+", "HR-/HER2+"])]
    assert {"kaplan_2016", "systhers_2020", "savci_2015", "martin_2017"} == set(mine["study_id"])
    section = section_of(EXPLORER.group(EVERY_HER2), "Figures of studies")
    cells = [line for cell in section.rows["Figures"] for line in cell.split("\n")]
    assert sorted(c.split(" in 100")[0].rsplit(" ", 1)[1] for c in cells) == sorted(mine["percent"])
    for of_whom in section.rows["Of whom"]:
        assert re.search(r"HER2-positive|HER2\+|HER2-overexpressing", of_whom)
        assert not re.search(r"HER2-negative|triple-negative|luminal|/HER2-", of_whom)
    assert "HER2-overexpressing is not simply all HER2-positive disease" in flat(repr(EXPLORER.group(EVERY_HER2)))


def test_no_document_gives_a_site_figure_for_her2_positive_disease():
    assert not SITES["population"][SITES["frequency_pct"].notna()].str.contains("HER2").any()
    report = EXPLORER.group(EVERY_HER2)
    assert "No document gives a site figure for this group." in report.summary
    cells = section_of(report, "Site by site").rows["Figure on the four web pages"]
    assert len(cells) == len(SITES)
    assert all(cell.startswith("no document gives one") for cell in cells)
    assert cells[0] == "no document gives one; Insights page and Cleveland Clinic name it"


# what is said of a group


@pytest.mark.parametrize("group", SINGLE)
def test_all_numbers_of_a_group_stand_with_source_and_hedge(group):
    report = EXPLORER.group(group)
    text = flat(report.html())
    for row in SITES[[g == group for g in full(SITES)]].dropna(subset="frequency_pct").itertuples():
        assert f"{row.qualifier} {row.frequency_pct} in 100 {row.population} (Guide page, line {row.line})" in text
    for row in NUMBERS[[g == group for g in full(NUMBERS)]].itertuples():
        assert f"{row.qualifier} {row.value} in 100" in text
        assert f"line {row.line}" in text
    mine = STUDIES[[g == group for g in full(STUDIES)]]
    section = section_of(report, "Figures of studies")
    figures = [] if section.rows is None else [f for cell in section.rows["Figures"] for f in cell.split("\n")]
    assert len(figures) == len(mine)
    names = hv.load_studies().set_index("study_id")["short_name"]
    for row in mine.itertuples():
        found = section.rows[section.rows["Study"].str.startswith(names[row.study_id])]
        found = found[
            (found["Percent of"] == row.denominator) & found["When counted"].str.contains(row.moment, regex=False)
        ]
        site = "" if pd.isna(row.site) else EXPLORER_LABELS.get(row.site, row.site.capitalize())
        figure = f"{site or 'subtype ' + row.subtype} {row.percent} in 100"
        (cell,) = [c for c in found["Figures"] if re.search(rf"^{re.escape(figure)}(,|$)", c, re.M)]
        (of_whom,) = found.loc[found["Figures"] == cell, "Of whom"]
        size = "number of people not printed" if pd.isna(row.n_total) else f"{int(row.n_total):,} "
        assert of_whom.startswith(group)
        assert size in of_whom
        if isinstance(row.note, str):
            assert f"{row.note}." in " ".join(section.notes)


EXPLORER_LABELS = dict(zip(SITES["site"], SITES["label"], strict=True))


def test_what_a_group_does_not_have_is_said():
    report = EXPLORER.group("people with HER2-positive metastatic breast cancer")
    assert section_of(report, "Figures of studies").sentences == ["No study here gives one."]
    assert section_of(report, "Other numbers on the web pages").sentences == ["No document gives one."]
    assert set(section_of(report, "Site by site").rows["Figures in studies"]) == {"no study here gives one"}


def test_moments_are_never_in_one_row():
    section = section_of(EXPLORER.group("people with metastatic breast cancer"), "Figures of studies")
    assert section.rows["When counted"].tolist() == ["any time", "first site only"]
    assert [cell.split("\n")[0] for cell in section.rows["Figures"]] == ["Bone 47.1 in 100", "Bone 36.6 in 100"]


def test_a_site_chosen_leads_in_what_is_said_of_a_group():
    report = EXPLORER.group("women with advanced breast cancer", "lung")
    assert report.summary.startswith(
        "Lung, the site chosen: about 30 in 100 women with advanced breast cancer (Guide page,"
    )
    section = section_of(report, "Site by site")
    assert section.rows.iloc[section.chosen, 0] == "Lung (chosen)", "said in words, not by the look of the row alone"
    none = EXPLORER.group(EVERY_HER2, "skin")
    assert none.summary.startswith(
        "Skin, the site chosen: no document gives a figure for this group; no study here gives"
    )


# what is said of a site


@pytest.mark.parametrize("site", EXPLORER.sites)
def test_a_site_counts_pages_and_names_them(site):
    report = EXPLORER.site(site)
    names = hv.load_sources().astype(str).set_index("source_id")["short_name"]
    row = SITES.set_index("site").loc[site]
    if pd.isna(row["frequency_pct"]):
        assert report.summary.startswith(f"{row['label']}: no document gives a figure.")
        assert "No document gives one. An empty cell is an answer, and it is not 0." in flat(repr(report))
    else:
        figure = f"{row['qualifier']} {row['frequency_pct']} in 100 {row['population']}"
        assert report.summary.startswith(f"{row['label']}: {figure}, not specific to HER2-positive disease.")
        assert f"line {row['line']}" in flat(repr(report))
        assert report.caveats[0] == hv.figure("site-bars").caveat
    named = MENTIONS[MENTIONS["site"] == site]["source_id"]
    assert f"{named.nunique()} of 4 pages name it" in report.summary
    table = section_of(report, "Which pages name it").rows
    assert set(table.loc[table["How it names it"] != "does not name it", "Page"]) == set(names[named])
    for heading, claims, term in (
        ("Symptoms given for it", SYMPTOMS, "symptom"),
        ("Therapies named for it", THERAPIES, "therapy"),
    ):
        mine = claims[(claims["site"] == site) & (claims["polarity"] == "affirmed")]
        section = section_of(report, heading)
        if mine.empty:
            assert section.sentences == [f"No document gives a {term} for it."]
            continue
        assert "A count of pages is not a count of people." in section.sentences[0]
        assert sorted(section.rows.iloc[:, 0]) == sorted(set(mine[term]))
        for name, pages, who in section.rows.itertuples(index=False, name=None):
            rows = mine[mine[term] == name]
            assert pages == f"{rows['source_id'].nunique()} of 4"
            for claim in rows.itertuples():
                lines = [line for line in who.split("\n") if line.startswith(names[claim.source_id])]
                of = [line for line in lines if claim.population in line or claim.population in section.sentences[0]]
                assert any(pd.isna(claim.qualifier) or claim.qualifier in line for line in of)
                assert any(pd.isna(claim.detail) or claim.detail in line for line in of)


def test_a_claim_about_other_people_says_so():
    section = section_of(EXPLORER.site("bone"), "Symptoms given for it")
    pain = section.rows.set_index("Symptom").iloc[:, 1]["bone pain"].split("\n")
    assert pain[0].startswith(
        "Insights page (\u201ccan\u201d), about people whose HER2-positive breast cancer has spread"
    )
    assert "(in a page on HER2-positive breast cancer)" in pain[1]
    assert not any("about" in line for line in pain[2:])


def test_a_denied_symptom_is_never_given_as_one():
    denied = SYMPTOMS[SYMPTOMS["polarity"] == "negated"]
    assert len(denied)
    for row in denied.itertuples():
        section = section_of(EXPLORER.site(row.site), "Symptoms given for it")
        assert any(f"says that it is not {row.symptom}" in sentence for sentence in section.sentences)
        assert row.symptom not in set(section.rows["Symptom"])


# honest words


@pytest.mark.parametrize("report", list(reports()), ids=lambda report: report.title[:60])
def test_words_are_honest(report):
    text = flat(repr(report))
    before, _, after = text.removeprefix(report.title).partition("please talk with your care team.")
    assert after, "no notice"
    assert not re.search(r"\d", before), "a number stands before the notice"
    assert not re.search(honesty.BANNED, text, re.I)
    assert not re.search(r"(?<![\d.])1 in \d|\bone in (four|five|ten)\b", text, re.I)
    assert not re.search(r"\bnan\b|\bNone\b|<NA>|\(\)", text)
    ours = [
        report.summary,
        *(text for section in report.sections for text in (section.heading, *section.sentences)),
    ]  # cells name their page
    assert not re.search(honesty.OF_OURS, re.sub(r"\u201c[^\u201d]*\u201d", "", " ".join(ours)), re.I)
    assert "not medical advice" in report.caveats[-1] or "cannot say what will happen" in report.caveats[-1]


@pytest.mark.parametrize("report", list(reports()), ids=lambda report: report.title[:60])
def test_html_says_all_that_the_sections_say(report):
    tree = lxml.html.fromstring(report.html())
    assert [h.tag for h in tree.iter("h1", "h2", "h3", "h4", "h5")] == ["h3", *["h4"] * len(report.sections)]
    shown, text = words(report.html()), flat(repr(report))
    for section in report.sections:
        for sentence in (*section.sentences, *section.notes):
            assert flat(sentence) in shown
            assert flat(sentence) in text
        for cell in [] if section.rows is None else section.rows.to_numpy().ravel():
            assert flat(cell) in shown
    for table in tree.iter("table"):
        assert {th.get("scope") for th in table.iterfind(".//thead//th")} == {"col"}
        assert all(row[0].get("scope") == "row" for row in table.iterfind(".//tbody/tr"))


def test_plain_tables_hold_every_word():
    report = EXPLORER.group(EVERY_HER2)
    text = repr(report)
    for section in report.sections:
        if section.rows is not None:
            for cell in section.rows.to_numpy().ravel():
                assert all(word in text for word in cell.split())
    assert max(map(len, text.splitlines())) <= 110


def test_markup_in_a_cell_is_shown_and_not_run():
    rows = pd.DataFrame({"a": ["<script>x</script>"], "b": ["1 & 2"]})
    page = Report("<b>", "<i>", "<u>", (Section("<h>", ["<p>"], rows, notes=["<n>"]),), ("<c>",)).html()
    found = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append(tag)

    Tags().feed(page)
    assert set(found) == {"style", "div", "h3", "h4", "p", "table", "thead", "tbody", "tr", "th"} | {"td"}
    assert "<script>x</script>" in words(page)


def test_numbers_come_from_the_tables(monkeypatch, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(loaders.data_path(), data)
    for name, old, new in (
        ("metastasis_sites.csv", "bone,Bone,70", "bone,Bone,61"),
        ("published_figures.csv", ",487,,57.1,", ",487,,58.3,"),
        ("subtype_facts.csv", "have it,20,in 100", "have it,23,in 100"),
    ):
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new), encoding="utf-8")
    caches = (site_report.site_table, group_report.group_table, group_report._tables)
    monkeypatch.setattr(loaders, "data_path", lambda: data)
    for cached in caches:
        cached.cache_clear()
    try:
        changed = hv.explore()
        assert "about 61 in 100 women" in changed.site("bone").summary
        assert "about 39 do not" in flat(repr(changed.site("bone"))).lower()
        assert "Bone 58.3 in 100" in repr(changed.group(EVERY_HER2))
        assert "about 23 in 100" in flat(repr(changed.group("people diagnosed with breast cancer")))
        assert "about 61 in 100" in flat(repr(changed))
    finally:
        for cached in caches:
            cached.cache_clear()


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: EXPLORER.site("bones"), "site must be one of bone, .* got 'bones'. Did you mean 'bone'?"),
        (lambda: EXPLORER.picture("bones"), "site must be one of bone, .* got 'bones'. Did you mean 'bone'?"),
        (lambda: EXPLORER.group("women with advanced cancer"), "Did you mean 'women with advanced breast cancer'?"),
        (lambda: EXPLORER.group(EVERY_HER2, "pleura"), "site must be one of bone, .* got 'pleura'"),
        (lambda: EXPLORER.group(None), "group must be one of .* got None"),
    ],
)
def test_unknown_names(ask, message):
    with pytest.raises(hv.UsageError, match=message):
        ask()


# the widget


@pytest.fixture
def widget():
    """A new widget, its two lists and its four regions: notice, summary, of the site, of the group."""
    top, site, group, *regions = hv.explore().widget.children
    assert [type(c).__name__ for c in (site, group)] == ["Dropdown", "Dropdown"]
    return site, group, [top, *regions]


def test_widget_starts_with_the_notice_and_without_a_number(widget):
    site, group, regions = widget
    assert (site.description, group.description) == ("Site", "Of whom")
    assert (site.value, site.index, group.value, group.index) == ("", 0, "", 0)
    top, in_short, of_site, of_group = (words(region.value) for region in regions)
    assert "please talk with your care team" in top
    assert "leave both choices empty" in top
    assert not re.search(r"\d", top + in_short)
    assert "Choose a site" in in_short
    assert "Choose a group" in in_short
    assert (of_site, of_group) == ("", "")


def test_widget_lists_every_site_and_group(widget):
    site, group, _ = widget
    assert tuple(value for _, value in site.options[1:]) == EXPLORER.sites
    assert tuple(value for _, value in group.options[1:]) == EXPLORER.groups
    assert ("women with advanced breast cancer (Guide page)", "women with advanced breast cancer") in group.options


@pytest.mark.parametrize("name", ["bone", "skin"])
def test_choosing_a_site(name, widget):
    site, _, (_, in_short, of_site, of_group) = widget
    site.value = name
    report = EXPLORER.site(name)
    assert report.summary in words(in_short.value)
    assert "Choose a group" in words(in_short.value)
    shown = words(of_site.value)
    for section in report.sections:
        assert all(flat(text) in shown for text in section.sentences)
    (image,) = lxml.html.fromstring(of_site.value).iter("img")
    row = hv.load_sites().query("site == @name and frequency_pct.notna()")
    figure = hv.figure("site-bars", data=row) if name == "bone" else hv.figure("body-map")
    assert image.get("alt") == figure.alt
    assert words(of_group.value) == ""
    site.value = ""
    assert (words(in_short.value).count("Choose"), words(of_site.value)) == (2, "")


def test_the_two_lists_are_linked(widget):
    site, group, (_, in_short, _, of_group) = widget
    group.value = EVERY_HER2
    assert "the site chosen" not in words(in_short.value)
    site.value = "liver"
    assert "Liver, the site chosen: no document gives a figure for this group; three figures in studies." in words(
        in_short.value
    )
    assert "Liver (chosen)" in words(of_group.value)
    site.value = "peritoneum"
    assert "Liver (chosen)" not in words(of_group.value)
    assert "Peritoneum (belly lining) (chosen)" in words(of_group.value)


def test_every_choice_can_be_shown(widget):
    site, group, (_, in_short, _, of_group) = widget
    for _, name in site.options[1:]:
        site.value = name
    for _, name in group.options[1:]:
        group.value = name
        assert words(of_group.value).startswith(f"Of whom: {name} ")
        assert f"Of whom: {name}." in words(in_short.value)


def test_pictures_are_drawn_once(monkeypatch):
    drawn = []
    draw = explorer_widget.figure
    monkeypatch.setattr(explorer_widget, "figure", lambda name, **more: drawn.append(name) or draw(name, **more))
    site = hv.explore().widget.children[1]
    for name in ("bone", "skin", "bone", "peritoneum", "skin", "bone"):
        site.value = name
    assert drawn == ["site-bars", "body-map"]


def test_lists_keep_their_keys_and_changes_are_told(widget):
    """JupyterLab takes arrows and letters from a list without this attribute; the status must outlive its text."""
    site, _, (_, in_short, *_) = widget
    for _ in range(2):
        assert "data-lm-suppress-shortcuts" in in_short.value
        assert "setAttribute('role', 'status')" in in_short.value
        site.value = "lung"
    assert "her2viz-in-short" in in_short._dom_classes


def test_notebooks_get_the_widget_and_what_stands_for_it():
    shown = hv.explore()
    bundle = shown._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", WIDGET}
    assert bundle[WIDGET]["model_id"] == shown.widget.model_id
    assert shown._repr_mimebundle_()[WIDGET] == bundle[WIDGET], "shown twice, it is one widget"
    assert isinstance(shown.widget, ipywidgets.VBox)
    assert bundle["text/plain"] == repr(hv.explore())


# without widgets


def test_without_ipywidgets(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    shown = hv.explore()
    assert shown.widget is None
    assert set(shown._repr_mimebundle_()) == {"text/plain", "text/html"}


def test_ipywidgets_is_not_imported_before_it_is_shown():
    code = "import sys, her2viz as hv; print(hv.explore()); sys.exit('ipywidgets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{EXPLORER!r}\n"


def test_tables_that_stand_for_the_widget():
    text = flat(repr(EXPLORER))
    before, _, after = text.partition("please talk with your care team.")
    assert after
    assert not re.search(r"\d", before)
    assert re.search(r" Bone about 70 in 100 women with advanced .*?4 of 4 10 6 ", after)
    assert re.search(r" Skin no document gives one 2 of 4 1 none ", after)
    sites, groups = lxml.html.fromstring(EXPLORER._repr_html_()).iter("table")
    assert [row[0].text for row in sites.iterfind(".//tbody/tr")] == SITES["label"].tolist()
    counts = {row[0].text: [cell.text for cell in row[1:4]] for row in groups.iterfind(".//tbody/tr")}
    on_pages = {*SITES["population"], *NUMBERS["population"]}
    assert set(counts) == {EVERY_HER2, *on_pages}, "a short table: groups of which studies alone speak are counted"
    assert f"Studies counted {len(set(SINGLE) - on_pages)} more groups" in words(EXPLORER._repr_html_())
    assert counts[EVERY_HER2][0] == "none"
    assert counts["women with advanced breast cancer"] == ["4", "none", "none"]
    assert counts["people with metastatic breast cancer"] == ["none", "none", "10"]


def test_a_stored_notebook_holds_the_words_and_no_widget(root):
    """What nbval then compares: a text with the numbers, and no id that changes."""
    stored = (root / "notebooks" / "solutions" / "00_start_here.ipynb").read_text(encoding="utf-8")
    shown = [c for c in nbformat.reads(stored, as_version=4).cells if c.source.strip().endswith("hv.explore()")]
    assert [set(output.data) for cell in shown for output in cell.outputs] == [{"text/plain", "text/html"}]
    assert "about 30 in 100" in shown[0].outputs[0].data["text/plain"]
    assert "widget-view" not in stored
    assert "model_id" not in stored
