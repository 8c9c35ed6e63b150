"""Words that are true of one's own rows: chosen by fields, whatever stands in the cells, however a table was saved."""

import io
import re

import openpyxl
import pandas as pd
import pptx
import pypdf
import pytest

import her2viz as hv
from her2viz.catalogue.registry import drawable, entry
from her2viz.dataset.origin import origin_of
from her2viz.output.own_summary import own_summary
from her2viz.phrases import noun
from her2viz.words.citing import how_to_cite

PUPILS = "students in our class survey"
#: Columns and rows; an empty cell has no figure.
TABLES = {
    "spread": (
        "site,label,frequency_pct,qualifier,population,sites_overlap,source",
        [
            f"{site},{label},{number},about,people in a study read in class,True,Study A"
            for site, label, number in [("bone", "Bone", "61.5"), ("lung", "Lung", "30"), ("brain", "BRAIN", "")]
        ],
    ),
    "vaccine": (
        "thing,label,group,frequency_pct,n,total,population,several,source",
        [
            f"side effect,{label},{group},{number},{n},{total},adults given {what},True,Trial A"
            for label, of in {"Sore arm": (75, 21, 28, 12.5, 4, 32), "Fever over 39": (25, 7, 28, 6.25, 2, 32)}.items()
            for group, what, number, n, total in [
                ("Vaccine", "the vaccine", *of[:3]),
                ("Placebo", "salt water", *of[3:]),
            ]
        ],
    ),
    "exam": (
        "thing,label,frequency_pct,population,several,source",
        [
            f"answer,{label},{number},students who sat the test,False,Test in May"
            for label, number in [("A: It is elsewhere", "40.5"), ("B: HER2", "30"), ("None of these", "29.5")]
        ],
    ),
    "operation": (
        "Thing,Label,Frequency pct,n,total,Population,Several,Source,Note",
        [
            f"Complication,{label},{number},{n},{total},patients operated on in a made-up year,yes,Ward book,{note}"
            for label, number, n, total, note in [
                ("Bleeding", "12.5", 7, 56, "Source: Ward book."),
                ("WOUND infection", "5.5", 11, 200, "no figure"),
                ("iPad lost", "", "", "", "Named"),
            ]
        ],
    ),
    "survey": (
        "thing,label,frequency_pct,population,several,source",
        [
            f"answer,{label},{number},{PUPILS},True,Class 4b"
            for label, number in [("Very Good", "84"), ("so-so", "33"), ("McDonald's", "7"), ("No idea", "")]
        ],
    ),
}
#: What may be said of sites alone, as patterns.
OF_SITES = [
    r"\bsites?\b",
    "have it there",
    "elsewhere",
    "HER2",
    "care team",
    "illness",
    r"\bspread",
    "web page",
    "cancer",
]
OF_A_PAGE = ["HER2", r"\bspread", "web page", "cancer", "not specific", "Named", "licen"]


def lines(name):
    header, rows = TABLES[name]
    return [header.split(","), *(row.split(",") for row in rows)]


def joined(rows, sign):
    return "".join(sign.join(row) + "\n" for row in rows)


def numbers(rows, change):
    at = [cell.lower().replace(" ", "_") for cell in rows[0]].index("frequency_pct")
    return [rows[0], *([*row[:at], change(row[at]) if row[at] else "", *row[at + 1 :]] for row in rows[1:])]


def sheet(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([float(cell) if re.fullmatch(r"[\d.]+", cell) else cell or None for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WAYS = {
    "semicolons": lambda rows: joined(numbers(rows, lambda cell: cell.replace(".", ",")), ";").encode(),
    "tabs": lambda rows: joined(rows, "\t").encode("utf-16"),
    "spreadsheet": sheet,
    "percent": lambda rows: joined(numbers(rows, lambda cell: f"{cell} %"), ",").encode(),
    "title": lambda rows: ("Table 3, of a made-up book\n\n" + joined(rows, ",")).encode(),
}


@pytest.fixture
def read(tmp_path):
    def reading(raw):
        file = tmp_path / "mine"
        file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return hv.read_sites(file)

    return reading


def page(fig):
    """The words that are drawn."""
    texts = [*fig.mpl.texts, *(text for ax in fig.mpl.axes for text in (*ax.texts, ax.xaxis.label))]
    labels = [tick.label1 for ax in fig.mpl.axes for tick in ax.yaxis.get_major_ticks()]
    return " ".join(" ".join(text.get_text().split()) for text in (*texts, *labels))


def said(fig):
    """Every word of a figure, and those that stand around it in a deck, a sheet and a gallery."""
    table, origin = entry(fig.name).table(fig.data), fig.words.origin
    around = [origin.notice("Past."), origin.closing(), entry(fig.name).plain_title(fig.data), *table.columns]
    return "\n".join([fig.title, fig.alt, fig.description, fig.caption, fig.caveat, page(fig), *around])


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_five_fields_saved_in_five_ways_have_the_same_true_words(name, read):
    tables = {way: read(write(lines(name))) for way, write in WAYS.items()}
    first = tables["title"]
    assert len(first) == len(lines(name)) - 1
    for rows in tables.values():
        pd.testing.assert_frame_equal(rows, first)
    of_sites = origin_of(first).thing.name == "site"
    for figure in drawable(None, first, "screen").chosen:
        fig = hv.figure(figure, first)
        words = said(fig)
        bare = words
        for cell in {*first["label"], *first["source"], *first["population"], *first["note"].dropna()}:
            bare = bare.replace(cell, "")
        for pattern in OF_A_PAGE if of_sites else OF_SITES:
            assert not re.search(pattern, bare), (figure, pattern)
        for row in first.itertuples():
            assert row.label in fig.description
            if figure != "overlap-bounds":
                assert row.label in page(fig)
        for label in first["label"]:  # as it is written, wherever it stands
            assert not re.search(rf"\b{re.escape(label[0].swapcase() + label[1:])}(?!s)", words)
        if not first["frequency_pct"].notna().all():
            assert "no figure" in page(fig).casefold()
            assert "No figure: " in fig.description
    message = "\n".join(own_summary(first, "screen"))
    assert ("column thing may say" in message) == ("thing" not in first.columns)


@pytest.mark.parametrize("name", TABLES)
def test_their_deck_and_their_sheet_have_true_words_too(name, read, tmp_path):
    rows = read(WAYS["title"](lines(name)))
    slides = pptx.Presentation(str(hv.slides(tmp_path / "talk.pptx", data=rows))).slides
    held = [
        text
        for slide in slides
        for shape in slide.shapes
        for text in (shape.text_frame.text if shape.has_text_frame else "", shape._element.xpath(".//p:cNvPr/@descr"))
    ]
    deck = " ".join([*map(str, held), *(slide.notes_slide.notes_text_frame.text for slide in slides)])
    pages = pypdf.PdfReader(hv.handout(tmp_path / "key.pdf", data=rows, answers=True)).pages
    sheet = " ".join(page.extract_text() for page in pages)
    for words in (deck, sheet):
        bare = " ".join(words.split())
        for line in how_to_cite(origin_of(rows)):  # which names the package by its title
            bare = bare.replace(" ".join(line.split()), "")
        for cell in sorted({*rows["label"], *rows["source"], *rows["population"], *rows["note"].dropna()}, key=len)[
            ::-1
        ]:
            assert cell in bare or cell not in set(rows["source"]) | set(rows["population"]), cell
            bare = bare.replace(cell, "")
        for pattern in OF_A_PAGE if origin_of(rows).thing.name == "site" else OF_SITES:
            found = re.search(pattern, bare)
            assert not found, (pattern, bare[max(0, found.start() - 60) : found.end() + 40])


def test_the_key_of_two_groups_says_of_which_a_number_is(read, tmp_path):
    rows = read(WAYS["title"](lines("vaccine")))
    pages = pypdf.PdfReader(hv.handout(tmp_path / "key.pdf", data=rows, answers=True)).pages
    back = " ".join(pages[-1].extract_text().split())
    assert "Sore arm (Vaccine): 75 are counted and 25 are not" in back
    assert "Of whom? Vaccine: of 100 adults given the vaccine. How rough?" in back
    assert "a sum of them counts neither group" in back
    assert "added up" not in back


def test_men_and_women_are_people():
    rows = pd.DataFrame({"population": ["men and women with X"]})
    assert (noun(rows), noun(rows.replace("men and women", "men", regex=True))) == ("people", "men")


def test_what_is_counted_decides_which_figures_there_are(read):
    chosen = {name: drawable(None, read(WAYS["title"](lines(name)))).chosen for name in TABLES}
    assert chosen == {
        "spread": ["site-bars", "body-map"],
        "vaccine": ["site-bars"],
        "exam": ["site-bars"],
        "operation": ["site-bars", "site-icons"],
        "survey": ["site-bars", "site-icons"],
    }
    rows = read(WAYS["title"](lines("vaccine")))
    for figure in ("site-icons", "body-map", "overlap-bounds", "overlap-worlds"):
        with pytest.raises(hv.DataError, match=r"^[^\n]*these rows are of Vaccine and Placebo\. Draw .* site-bars\.$"):
            hv.figure(figure, rows)
    for figure in ("body-map", "overlap-bounds"):
        with pytest.raises(hv.DataError, match=r"^[^\n]*these rows are answers\. Draw them with site-bars\.$"):
            hv.figure(figure, read(WAYS["title"](lines("survey"))))


def test_two_groups_stand_side_by_side_with_both_denominators(read):
    rows = read(WAYS["title"](lines("vaccine")))
    fig = hv.figure("site-bars", rows)
    assert fig.title == "Sore arm: Vaccine 75 in 100, Placebo 12.5 in 100"
    assert fig.words.reference == "Vaccine: of 100 adults given the vaccine; Placebo: of 100 adults given salt water"
    (ax,) = fig.mpl.axes
    assert [text.get_text() for text in ax.texts] == [
        "Vaccine: 75 in 100 (21 of 28)",
        "Placebo: 12.5 in 100 (4 of 32)",
        "Vaccine: 25 in 100 (7 of 28)",
        "Placebo: 6.25 in 100 (2 of 32)",
    ]
    bars = [patch for patch in ax.patches if patch.get_gid() == "figure"]
    assert [bar.get_width() for bar in bars] == [75, 12.5, 25, 6.25]
    # one look a group, each bar beside its own words
    looks = [bar.get_facecolor() for bar in bars]
    assert looks[0] == looks[2] != looks[1] == looks[3]
    for bar, text in zip(bars, ax.texts, strict=True):
        assert bar.get_y() < text.xy[1] < bar.get_y() + bar.get_height()
    for word in ("times", "more likely", "difference", "risk", "fewer", "62.5"):  # nothing is worked out
        assert word not in said(fig)


def test_a_pair_with_one_number_names_the_other_as_missing(read):
    rows = read(joined([*lines("vaccine")[:3], [*lines("vaccine")[3]]], ","))
    fig = hv.figure("site-bars", rows)
    assert [text.get_text() for text in fig.mpl.axes[0].texts][2:] == [
        "Vaccine: 25 in 100 (7 of 28)",
        "Placebo: no figure",
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: text.replace("Placebo", "Vaccine"), "column group: must name two groups; got 'Vaccine'"),
        (
            lambda text: text.replace("Placebo", "C", 1),
            "column group: must name two groups; got 'Vaccine', 'C', 'Placebo'",
        ),
        (
            lambda text: text.replace("Placebo", "vaccine"),
            "column group: 'Vaccine' and 'vaccine' differ only in capitals",
        ),
        (lambda text: text.replace("Placebo", "", 1), "column group: is empty"),
        (
            lambda text: text.replace("salt water", "sugar", 1),
            "all figures of the group 'Placebo' are about one population",
        ),
        (lambda text: text.replace("side effect", "side efect"), "'side efect' must be one of site, side effect, comp"),
        (
            lambda text: text.replace("side efect", "x").replace("side effect", "answer", 1),
            "must be the same in all rows",
        ),
        (
            lambda text: text.replace("several", "several,sites_overlap").replace("True", "True,True"),
            "says the same as",
        ),
        (lambda text: text.replace("several,", "").replace("True,", ""), "column sites_overlap: is missing"),
        (lambda text: text.replace("True", "maybe"), "column several: 'maybe' must be True or False"),
        (lambda text: text.replace("Fever over 39,Vaccine", "Sore arm,Vaccine"), "stands twice in the group 'Vaccine'"),
    ],
)
def test_fields_that_would_mislead_are_refused(change, problem, read):
    with pytest.raises(hv.DataError) as error:
        read(change(joined(lines("vaccine"), ",")))
    assert problem in str(error.value)


def test_several_is_sites_overlap_by_another_name(read):
    text = joined(lines("survey"), ",")
    pd.testing.assert_frame_equal(read(text), read(text.replace("several", "sites_overlap")))
    with pytest.raises(hv.DataError, match="so some have more than one answer"):
        read(text.replace("True", "False"))


def test_counts_are_printed_and_circles_rounded_with_a_note(read):
    rows = read(WAYS["title"](lines("operation")))
    fig = hv.figure("site-icons", rows)
    (ax,) = fig.mpl.axes
    filled = [sum(width > 1.2 for width in array.get_linewidths()) for array in ax.collections]
    assert filled == [13, 6]  # 12.5 and 5.5 of 100
    assert {"7 of 56", "11 of 200", "no figure"} <= {text.get_text() for text in ax.texts}
    assert "Circles are rounded to whole people." in fig.words.note
    assert "Circles are rounded to whole people." in fig.description
    whole = rows.assign(frequency_pct=[25, 50, None], n=[14, 100, None], total=[56, 200, None])
    assert "rounded" not in hv.figure("site-icons", whole).caption
    few = rows.assign(frequency_pct=[0.4, 50, None], n=[1, 100, None], total=[250, 200, None])
    with pytest.raises(hv.DataError, match=r"Bleeding would be none or all of 100\. Draw these with site-bars"):
        hv.figure("site-icons", few)


@pytest.mark.parametrize("size", ["screen", "slide", "print"])
@pytest.mark.parametrize("figure", ["site-bars", "site-icons", "body-map"])
def test_no_row_without_a_number_vanishes(figure, size):
    rows = pd.DataFrame({"site": ["bone", "lung", "skin"], "label": ["Bone", "Lung", "Skin"]})
    rows = rows.assign(frequency_pct=[40, None, 5], population="people in an example", sites_overlap=True, source="X")
    rows.loc[1, "population"] = "people elsewhere in an example"
    fig = hv.figure(figure, rows, size)
    assert "Lung" in page(fig)
    assert page(fig).casefold().count("no figure") == 1
    assert "No figure: Lung (people elsewhere in an example)." in fig.description
    assert "No figure: Lung" in fig.alt
    drawn = fig.mpl.axes[0]
    wholes = [patch for patch in drawn.patches if patch.get_gid() == "whole"]
    assert len(wholes or drawn.collections) == 2  # an empty whole would be nobody


def test_a_title_of_ones_own_takes_nothing_else_away(read):
    rows = read(WAYS["title"](lines("survey")))
    plain, fig = hv.figure("site-bars", rows), hv.figure("site-bars", rows, title="  How was lunch?  ")
    assert fig.title == "How was lunch?"
    assert plain.title not in said(fig)
    for part in (plain.words.reference, plain.caveat, plain.words.credit, plain.words.note):
        assert part
        assert part in page(fig)
    assert (fig.alt, fig.description, fig.caption) == (plain.alt, plain.description, plain.caption)


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("", "must be some words"),
        (3, "must be some words"),
        ("a\nb", "line break"),
        ("=1+1", "formula"),
        ("x" * 121, "121"),
    ],
)
def test_titles_that_can_not_be_printed_are_refused(title, problem, read):
    rows = read(WAYS["title"](lines("survey")))
    with pytest.raises(hv.UsageError, match=problem):
        hv.figure("site-bars", rows, title=title)


def test_titles_stay_with_rows_of_ones_own(read, tmp_path):
    rows = read(WAYS["title"](lines("survey")))
    for data in (None, hv.load_sites()):
        with pytest.raises(hv.UsageError, match="goes with rows of your own"):
            hv.figure("site-bars", data, title="All of it is fine")
    with pytest.raises(hv.UsageError, match="not both"):
        hv.figure("site-bars", rows, title="Lunch", plain_title=True)
    with pytest.raises(hv.UsageError, match=r"goes on one figure; these rows draw site-bars and site-icons"):
        hv.export(tmp_path / "out", data=rows, title="Lunch")
    assert not (tmp_path / "out").exists()
    hv.export(tmp_path / "out", ["site-bars"], ["svg"], data=rows, title="Lunch")
    assert "Title: Lunch" in (tmp_path / "out" / "site-bars.txt").read_text()


def test_cells_that_repeat_our_words_change_none_of_them():
    """Notes and labels equal to a credit, a caveat or a hedge: no words are found by searching in words."""
    rows = pd.DataFrame({"label": ["Lung", "One person can have more", "No figure"]})
    rows = rows.assign(frequency_pct=[40, 30, 5], population="people of a class", sites_overlap=True, source="Book A")
    plain = hv.figure("site-bars", rows)
    for note in (plain.words.credit, plain.caveat, plain.words.note, "Named with no figure", "about"):
        fig = hv.figure("site-bars", rows.assign(note=note))
        assert fig.description.replace(f"{note.rstrip('.')}.", "").count("Lung: 40 have it there and 60 do not.") == 1
        assert fig.description.count(f"Lung: {note.rstrip('.')}.") == 1
        assert (fig.title, fig.alt, fig.caption, fig.words.credit) == (
            plain.title,
            plain.alt,
            plain.caption,
            plain.words.credit,
        )


def test_fields_of_ones_own_change_nothing_beside_the_numbers_of_a_page():
    more = {"thing": "answer", "several": False, "group": ["a", "b"] * 4, "n": 1, "total": 5, "source": "Book A"}
    for figure in ("site-bars", "site-icons", "body-map", "overlap-bounds"):
        shipped, given = hv.figure(figure), hv.figure(figure, hv.load_sites().assign(**more))
        assert shipped.words == given.words
        assert page(shipped) == page(given)


def test_frames_that_were_never_checked_end_in_one_message():
    rows = pd.DataFrame({"site": list("aabb"), "label": list("AABB"), "frequency_pct": 5, "qualifier": None})
    rows = rows.assign(population="people", sites_overlap=True, source="X", group=["x", "y"] * 2, thing="answer")
    hv.site_bars(rows)
    for change, problem in [
        ({"thing": "banana"}, "column thing: must be one of site, side effect, complication, answer"),
        ({"thing": ["site", "answer"] * 2}, "column thing: must be one of"),
        ({"group": list("xyzx")}, "column group: must name two groups"),
        ({"group": ["x", None, "x", "y"]}, "column group: must name two groups"),
        ({"group": "x"}, "column group: must name two groups"),
    ]:
        with pytest.raises(hv.DataError, match=problem):
            hv.site_bars(rows.assign(**change))
