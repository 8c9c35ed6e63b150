"""Someone's own table: what is accepted, and that every problem is named with its row and column."""

import csv
import os
import re
import zlib

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import her2viz as hv
from her2viz.catalogue.registry import CATALOGUE, drawable
from her2viz.own import opening
from her2viz.own.columns import FURTHER, OWN_SITES

HEADER = "site,label,frequency_pct,qualifier,population,sites_overlap,source,note"
ROWS = [
    "a,Zone A,60,about,people in a made-up example,True,Made-up numbers,",
    "b,Zone B,12.5,,people in a made-up example,TRUE,Made-up numbers,Made up",
    "c,Zone C,,,people elsewhere,,Made-up numbers,",
]
GOOD = "\n".join([HEADER, *ROWS, ""])
#: How many inputs each of the four fuzz tests tries; HER2VIZ_FUZZ=2500 is the long fuzz of 10,000.
EXAMPLES = int(os.environ.get("HER2VIZ_FUZZ", "30"))
FUZZ = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "mine.csv"


def refusal(file, text):
    """Return what is said of a file that must be refused."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(hv.DataError) as refused:
        hv.read_sites(file)
    return str(refused.value)


def changed(column, cell, row=2):
    """Return the good table with one other cell; rows count as in a spreadsheet."""
    rows = [line.split(",") for line in GOOD.splitlines()]
    rows[row - 1][HEADER.split(",").index(column)] = cell
    return "\n".join(",".join(cells) for cells in rows) + "\n"


# what is accepted


def test_good_table(file):
    file.write_text(GOOD)
    rows = hv.read_sites(file)
    assert rows.columns.tolist() == HEADER.split(",") == [c.name for c in OWN_SITES.columns if c.name not in FURTHER]
    assert rows["frequency_pct"].tolist() == [60, 12.5, pd.NA]
    assert rows["sites_overlap"].tolist() == [True, True, pd.NA]
    assert rows["qualifier"].isna().tolist() == [False, True, True]
    assert rows["note"].tolist()[1] == "Made up"
    assert rows.attrs["caveat"].startswith("Figures put in by the maker of this picture, about groups of people.")


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.rstrip("\n").encode(),
        GOOD.replace(",Zone A,", ",  Zone   A ,").encode(),
        GOOD.replace("\n", "\n\n").encode(),
        (GOOD + ",,,,,,,\n").encode(),
        GOOD.replace("\n", ",,\n").encode(),
        GOOD.replace("Zone A", '"Zone A"').encode(),
    ],
    ids=["BOM", "CRLF", "CR", "no last end", "spaces", "blank lines", "blank row", "blank columns", "quoted"],
)
def test_same_table_written_otherwise(file, text):
    file.write_text(GOOD)
    plain = hv.read_sites(file)
    file.write_bytes(text)
    pd.testing.assert_frame_equal(hv.read_sites(file), plain)


def test_columns_may_be_in_any_order_and_two_left_out(file):
    file.write_text("source,label,site,population,sites_overlap,frequency_pct\nMade up,Zone A,a,people,False,5\n")
    rows = hv.read_sites(file)
    assert rows.iloc[0].dropna().to_dict() == {
        "site": "a",
        "label": "Zone A",
        "frequency_pct": 5,
        "population": "people",
        "sites_overlap": False,
        "source": "Made up",
    }


@pytest.mark.parametrize("label", ["<b>x</b> & co", "$x_1^2$", '"quoted" it\'s', "Ж ü é", "100 % of it", "a\\b", "{x}"])
def test_labels_are_printed_as_they_are(file, label):
    quoted = label.replace('"', '""')
    file.write_text(changed("label", f'"{quoted}"'), encoding="utf-8")
    fig = hv.figure("site-bars", hv.read_sites(file))
    ticks = [tick.get_text() for tick in fig.mpl.axes[0].get_yticklabels()]
    assert ticks == [label, "Zone B", "Zone C"]
    assert f"{label}: about 60 have it there and about 40 do not." in fig.description
    assert "<b>" not in fig._repr_html_()


# what is refused: the cell, and what is said


CELLS = [
    ("frequency_pct", "70 %%", "'70 %%' must be a number from 0 to 100, in plain digits"),
    ("frequency_pct", '"1,500"', "'1,500' must be a number from 0 to 100; this may be 1.5 or 1500"),
    ("frequency_pct", "1.500", "this may be 1.5 or 1500"),
    ("frequency_pct", "0.123", "with at most two decimals"),
    ("frequency_pct", "12.3456", "with at most two decimals"),
    ("frequency_pct", "many", "'many' must be a number from 0 to 100, in plain digits such as 70 or 12.5"),
    ("frequency_pct", "-5", "'-5' must be a number from 0 to 100"),
    ("frequency_pct", "100.5", "'100.5' must be a number from 0 to 100"),
    ("frequency_pct", "1e1", "in plain digits"),
    ("frequency_pct", "#DIV/0!", "leave the cell empty where there is no figure"),
    ("frequency_pct", "none", "leave the cell empty where there is no figure"),
    ("frequency_pct", "inf", "leave the cell empty where there is no figure"),
    ("frequency_pct", "-inf", "leave the cell empty"),
    ("frequency_pct", "=1+1", "in plain digits"),
    ("frequency_pct", "\u0663", "in plain digits"),
    ("label", "", "is empty; it must be filled: figures print it"),
    ("population", "", "is empty; it must be filled: a number misleads without the people"),
    ("source", " ", "is empty; it must be filled: nobody can check a number"),
    ("site", "b", "'b' stands twice"),
    ("label", "zone b", "differ only in capitals"),
    ("population", "nan", "is what programs write for an empty cell; take it from the source, or leave the row out"),
    ("note", "#REF!", "is what programs write for an empty cell; leave it empty"),
    ("qualifier", "5", "'5' must have a letter"),
    ("label", "=1+1", "starts with '=', so a spreadsheet may run it as a formula"),
    ("source", "+1", "starts with '+'"),
    ("label", "@SUM(A1)", "starts with '@'"),
    ("label", "-x", "starts with '-'"),
    ("label", '"two\nlines"', "holds a line break"),
    ("label", "\u05e2\u05e6\u05dd", "holds the right-to-left character U+05E2"),
    ("label", "a\u202eb", "holds the right-to-left character U+202E"),
    ("label", "a\u200bb", "holds the invisible or unknown character U+200B"),
    ("label", "a\x07b", "holds the control character U+0007"),
    ("label", "\u9aa8", "the figures' font does not have: \u9aa8"),
    ("label", "a\u0336\u0337\u0338", "piles up accents"),
    ("label", "...", "must have a letter or a digit"),
    ("label", "x" * 31, "has 31 characters; a figure has room for 30"),
    ("source", "x" * 201, "has 201 characters; a figure has room for 200"),
    ("sites_overlap", "x", "'x' must be True or False"),
    ("sites_overlap", "NA", "is empty; a row with a figure says True or False"),
    ("sites_overlap", "", "is empty; a row with a figure says True or False"),
]


@pytest.mark.parametrize(("column", "cell", "said"), CELLS, ids=[f"{c}-{i}" for i, (c, *_) in enumerate(CELLS)])
def test_cell_is_refused_by_row_and_column(file, column, cell, said):
    message = refusal(file, changed(column, cell))
    lines = [line for line in message.splitlines() if said in line]
    assert lines, message
    assert any(re.match(rf"- row [23], column {column}: ", line) for line in lines), message


TABLES = [
    (GOOD.replace("site,label", "site,lable"), ["column label: is missing", "'lable': is none of", "mean 'label'?"]),
    (GOOD.replace("qualifier", "qualifer"), ["column 'qualifer': is none of site, label, ", "mean 'qualifier'?"]),
    (GOOD.replace(",note", ",Notes"), ["column 'Notes': is none of", "mean 'note'?"]),
    (GOOD.replace(",note", ",label"), ["column 'label': stands two times in the header"]),
    (GOOD.replace(",note", ","), ["column 8: has no name in the header"]),
    (GOOD.replace("Zone B,", "Zone, B,"), ["row 3: has 9 cells where the header has 8"]),
    (GOOD.replace("people elsewhere,,", "people elsewhere,"), ["row 4: has 7 cells where the header has 8"]),
    (changed("population", "others", 3), ["got 2: 'people in a made-up example'; 'others'. Make a table for each"]),
    (changed("sites_overlap", "False", 3), ["must be the same in all rows that have a figure"]),
    (GOOD.replace("rue", "").replace("TRUE", "T").replace("T,", "False,").replace("12.5", "90"), ["add up to 150"]),
    (HEADER + "\n", ["it has a header and no rows"]),
    (GOOD.replace(",60,", ",,").replace(",12.5,", ",,"), ["no row has a figure, so there is nothing to draw"]),
    ("\n".join([HEADER, *(f"{n},Zone {n},1,,p,True,s," for n in range(21))]), ["it has 21 rows"]),
    (GOOD.replace("Zone A", '"Zone A'), ["row 2: a quotation mark opens a cell and none closes it"]),
    (GOOD.replace("Zone B", '"Zone" B'), ["row 3: a quotation mark stands inside a cell"]),
    (GOOD.replace("Zone B", "x" * 140_000), ["row 3: a cell has more than 131,072 characters"]),
    ("", ["is empty"]),
    (" \n\n", ["is empty"]),
    ("\ufeff", ["is empty"]),
    (GOOD.encode("utf-16")[:-1], ["begins as text in UTF-16 and does not go on so"]),
    (changed("label", "Z\x81n").encode("latin-1"), ["is not in UTF-8: line 2 holds the byte 0x81"]),
    (GOOD.replace("Zone A", "Zo\0ne").encode(), ["holds a NUL byte (line 2)"]),
    (b"PK\x03\x04" + b"\0" * 50, ["is a broken or locked spreadsheet"]),
    (b"\x89PNG\r\n\x1a\n\0\0", ["is a picture"]),
    (bytes(range(256)) * 4, ["NUL byte"]),
]


def test_a_limit_that_others_raise_is_not_ours(file):
    before = csv.field_size_limit(10_000_000)
    try:
        assert "row 3: a cell has more than 131,072 characters" in refusal(file, GOOD.replace("Zone B", "x" * 140_000))
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize(("text", "said"), TABLES, ids=range(len(TABLES)))
def test_table_is_refused(file, text, said):
    message = refusal(file, text)
    for part in said:
        assert part in message


def test_every_problem_is_listed_and_many_are_counted(file):
    text = GOOD.replace(",60,", ",many,").replace("Zone B", "=B").replace("people elsewhere", "")
    message = refusal(file, text)
    for place in ("row 2, column frequency_pct", "row 3, column label", "row 4, column population"):
        assert f"- {place}: " in message
    bad = "\n".join([HEADER, *(f"s{n},=,x,-,,y,," for n in range(10))])
    message = refusal(file, bad)
    assert len(message.splitlines()) == 17
    assert re.fullmatch(r"- and \d+ more", message.splitlines()[-1])


def test_missing_file_folder_and_other_paths(file, tmp_path):
    file.write_text(GOOD)
    with pytest.raises(hv.DataError, match=r"There is no file .*mine\.cvs'\. Did you mean 'mine\.csv'\?"):
        hv.read_sites(tmp_path / "mine.cvs")
    with pytest.raises(hv.DataError, match=r"is a folder; name a table in it: mine\.csv\."):
        hv.read_sites(tmp_path)
    for odd in (3, None, "a\0b", "x" * 5000, "\ud800"):
        with pytest.raises(hv.DataError):
            hv.read_sites(odd)


@pytest.mark.parametrize("line", ["a,Zone A,60,about,people,True,Made-up numbers,\n", '"', "x"])
def test_a_huge_file_is_refused_unread(file, line, monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 100_000)
    message = refusal(file, HEADER + "\n" + line * (300_000 // len(line)))
    assert "has more than 100,000 bytes" in message or "has more than 1,000 rows" in message or "131,072" in message


# frames


def test_frame_of_own_rows_is_checked_like_a_file(file):
    file.write_text(GOOD)
    rows = hv.read_sites(file)
    hv.figure("site-bars", rows.assign(extra=1).set_index(np.array([7, 8, 9])))
    for change, said in [
        ({"frequency_pct": [60, 112.0, None]}, "row 1, column frequency_pct: '112' must be a number"),
        ({"frequency_pct": [60, float("inf"), None]}, "row 1, column frequency_pct: 'inf' must be"),
        ({"population": ["a", None, "b"]}, "row 1, column population: is empty; it must be filled"),
        ({"label": ["a", "b\n", "c"]}, "row 1, column label: 'b\\n' holds a line break"),
        ({"source": ""}, "column source: is empty"),
    ]:
        with pytest.raises(hv.DataError, match=re.escape(said)):
            hv.figure("site-bars", rows.assign(**change))
    with pytest.raises(hv.DataError, match="column population: is missing"):
        hv.figure("site-bars", rows.drop(columns="population"))
    with pytest.raises(hv.DataError, match="each column once; more than once: label"):
        hv.figure("site-bars", pd.concat([rows, rows[["label"]]], axis=1))


def test_entries_say_whether_they_take_rows(file):
    file.write_text(GOOD)
    rows = hv.read_sites(file).head(2)
    for one in CATALOGUE:
        if not one.takes_data:
            with pytest.raises(hv.DataError, match="takes no data of your own"):
                one.rows(rows)
    made = drawable(None, rows)
    assert made.chosen == ["site-bars"]
    assert {one.name for one in CATALOGUE} == {*made.chosen, *made.refused, *made.shipped_only}
    with pytest.raises(hv.DataError, match="Circles are whole people"):
        drawable(["site-bars", "site-icons"], rows)
    with pytest.raises(hv.UsageError, match="Did you mean"):
        drawable(["site-bar"], rows)


def test_one_sided_figures_are_not_counted_with(file):
    rows = hv.read_sites(write(file, changed("qualifier", "at least").replace("12.5", "12"))).head(2)
    with pytest.raises(hv.DataError, match="qualifier must be empty or a word such as about; got 'at least'"):
        hv.figure("overlap-bounds", rows)


def write(file, text):
    file.write_text(text)
    return file


def test_words_that_do_not_fit_on_a_slide_are_refused_with_the_way_out(file):
    long = "a source that goes on and on " * 6
    rows = hv.read_sites(
        write(file, "\n".join([HEADER, *(f"{n},{'W' * 28}{n},5,,people,True,{long}," for n in range(15))]))
    )
    way_out = r"do not fit on site-bars at size slide: .*Shorten title, label.*Size screen or print has more room"
    with pytest.raises(hv.DataError, match=way_out):
        hv.figure("site-bars", rows, "slide")
    hv.figure("site-bars", rows, "print")


# fuzz: any bytes at all, and good tables with damage


def either_table_or_error(file, raw):
    """Read a file; return its rows, or None after a message that names a place or the file."""
    file.write_bytes(raw)
    try:
        return hv.read_sites(file)
    except hv.DataError as error:
        message = str(error)
        assert re.search(r"\b(row|column|line) \S|mine\.csv' (is|has|holds)|it has |are separated by", message), message
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", message)
        assert len(message) < 6000
        return None


@FUZZ
@given(raw=st.binary(max_size=400))
def test_fuzz_any_bytes(file, raw):
    assert either_table_or_error(file, raw) is None


@FUZZ
@given(text=st.text(max_size=300).map(lambda tail: f"{HEADER}\n{tail}"))
def test_fuzz_any_text_below_a_header(file, text):
    either_table_or_error(file, text.encode("utf-8", "surrogatepass"))


CELL = st.one_of(
    st.text(max_size=40),
    st.sampled_from([cell for _, cell, _ in CELLS]),
    st.integers(-10, 200).map(str),
    st.floats().map(str),
    st.decimals(0, 100, places=2).map(str),
)


@FUZZ
@given(row=st.integers(2, 4), column=st.sampled_from(HEADER.split(",")), cell=CELL)
def test_fuzz_one_cell(file, row, column, cell):
    quoted = cell.replace('"', '""')
    rows = either_table_or_error(file, changed(column, f'"{quoted}"', row).encode("utf-8", "surrogatepass"))
    if rows is not None:
        assert_figure_shows(rows, file)


@FUZZ
@given(st.data())
def test_fuzz_damaged_tables(file, data):
    raw = bytearray(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4) | st.sampled_from(INSERTS))
    either_table_or_error(file, bytes(raw))


INSERTS = [b",", b'"', b"\n", b"\r", b"%", b";", b"\xef\xbb\xbf", b"\xff\xfe", b"1", b".", b"-", b"\0", b"NaN"]


def assert_figure_shows(rows, file):
    """The figure's marks and words are the numbers of the file, read here by other means."""
    cells = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8")["frequency_pct"].str.strip()
    told = [float(cell.rstrip(" %").replace(",", ".")) for cell in cells if cell[:1].isdigit()]
    assert rows["frequency_pct"].dropna().tolist() == told
    if zlib.crc32(file.read_bytes()) % 10:
        return  # one in ten is drawn
    try:
        fig = hv.figure("site-bars", rows, "print")
    except hv.DataError as error:
        if "do not fit" not in str(error):
            raise
        return
    bars = [patch.get_width() for patch in fig.mpl.axes[0].patches if patch.get_gid() == "figure"]
    assert bars == told
    drawn = " ".join(text.get_text() for text in fig.mpl.axes[0].texts)
    for number in told:
        assert f"{number:g} in 100" in drawn


# errors in a notebook


@pytest.mark.parametrize("kind", [hv.DataError, hv.UsageError])
def test_a_notebook_shows_the_message_alone(kind):
    from IPython.core.interactiveshell import InteractiveShell

    shell, shown = InteractiveShell(), []
    shell._showtraceback = lambda etype, value, lines: shown.append("\n".join(lines))
    shell.run_cell(f"import her2viz\nraise her2viz.{kind.__name__}('two\\nlines')")
    shell.run_cell("1 / 0")
    assert shown[0] == f"{kind.__name__}: two\nlines"
    assert "Traceback" in shown[1]


def test_wide_tables_are_read_in_one_pass_or_refused(file):
    """What a sheet saved to its last column leaves behind is no reason to refuse; other data are."""
    file.write_text("\n".join(f"{line}{',' * 16_376}" for line in GOOD.splitlines()))
    assert len(hv.read_sites(file)) == len(ROWS)
    other = ",".join(f"c{n}" for n in range(101))
    assert "has 101 columns; a table of one's own has eight, so this is other data" in refusal(
        file, f"{other}\n{other}"
    )
