"""What a file of someone's own may look like, that its numbers stay what they are, and what is refused at once."""

import io
import os
import re
import sys
import time
import zipfile

import openpyxl
import pandas as pd
import pytest

import her2viz as hv
from her2viz.own import opening
from her2viz.own.counts import counted_words

HEADER = "label,frequency_pct,qualifier,population,sites_overlap,source"
GOOD = f"{HEADER}\nZone A,60,about,people in an example,True,Made up\nZone B,12.5,,people in an example,True,Made up\n"
LIMIT = 20  # seconds of computing: tells what hangs, however slow the machine
FIELDS = {
    "schools": [("Maths", 84, "about"), ("History", 33.5, None)],
    "shops": [("Bread & rolls", 70, None), ("Milk, fresh", 41.25, "at least"), ("Tea", None, None)],
    "birds": [("Robin", 12.5, "about"), ("Größte Möwe", 7, None)],
    "buses": [("Line 4", 100, None), ("Line 12", 0, None)],
    "crops": [("Oats", 0.5, "about"), ("Rye", 0.25, None), ("Barley", 99.5, None)],
}


@pytest.fixture
def read(tmp_path):
    """Write a file and read it."""

    def reading(raw, name="mine.csv"):
        file = tmp_path / name
        file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return hv.read_sites(file)

    return reading


@pytest.fixture
def refused(read):
    """Write a file that must be refused, and return what is said of it."""

    def refusing(raw):
        start = time.process_time()
        with pytest.raises(hv.DataError) as error:
            read(raw)
        assert time.process_time() - start < LIMIT
        return str(error.value)

    return refusing


def sheet(rows, formats=(), others=()):
    """Write rows as the first sheet of a spreadsheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, form in dict(formats).items():
        book.active[cell].number_format = form
    for title, value in others:
        book.create_sheet(title)["B7"] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def patched(raw, change, part="xl/worksheets/sheet1.xml"):
    """Change a part of a spreadsheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


# one table, five ways


def lines(field):
    """Write a table of a field with commas."""
    rows = [HEADER.split(",")]
    for label, number, qualifier in FIELDS[field]:
        cells = [label, "" if number is None else f"{number:g}", qualifier or ""]
        rows.append([*cells, f"people asked about {field}", "True", f"Made up, of {field}"])
    return rows


def joined(rows, sign):
    return "".join(sign.join(f'"{cell}"' if sign in cell else cell for cell in row) + "\n" for row in rows)


def other_numbers(rows, change):
    return [rows[0], *([row[0], change(row[1]) if row[1] else "", *row[2:]] for row in rows[1:])]


WAYS = {
    "semicolons": lambda rows: joined(other_numbers(rows, lambda cell: cell.replace(".", ",")), ";").encode(),
    "tabs": lambda rows: joined(rows, "\t").encode("utf-16"),
    "spreadsheet": lambda rows: sheet(
        [rows[0], *([row[0], float(row[1]) if row[1] else None, *row[2:4], True, row[5]] for row in rows[1:])]
    ),
    "percent": lambda rows: joined(other_numbers(rows, lambda cell: f"{cell} %"), ",").encode(),
    "title": lambda rows: ("Table 3, of a made-up book\n\n" + joined(rows, ",")).encode(),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_table_saved_in_five_ways_is_one_table(field, read):
    plain = read(joined(lines(field), ","))
    assert plain["frequency_pct"].tolist() == [pd.NA if n is None else n for _, n, _ in FIELDS[field]]
    said = {way: read(write(lines(field)), way) for way, write in WAYS.items()}
    for rows in said.values():
        pd.testing.assert_frame_equal(rows, plain)
        assert rows.attrs["caveat"] == plain.attrs["caveat"]
    assert len({rows.attrs["read_as"] for rows in said.values()}) == 5
    hv.figure("site-bars", said["semicolons"])


# what is understood, and said back

READ = [
    (GOOD, "commas, site made from label"),
    (GOOD.replace(",", ";").replace("12.5", "12,5"), "semicolons, decimal comma, site made from label"),
    (GOOD.replace(",", "|"), "upright bars, site made from label"),
    (f"sep=;\n{GOOD.replace(',', ';')}", "semicolons, site made from label"),
    (f"\n\n{GOOD}", "commas, header in row 3, site made from label"),
    (f"# by me\n{GOOD}", "commas, header in row 2 (what stands above it left out), site made from label"),
    (GOOD.replace("Zone A", "Zön\u2013A").encode("cp1252"), "Windows-1252 with ö \u2013, commas, site made from label"),
    (GOOD.encode("utf-16-le"), "UTF-16, commas, site made from label"),
    (GOOD.replace("60", "60%").replace("12.5", '"12,5 %"'), "commas, decimal comma, percent signs"),
    ("".join(f'"{n or ""}",{line}\n' for n, line in enumerate(GOOD.splitlines())), "commas, names of rows left out"),
    (
        "".join(f"{n}\t{line}\n" if n else f"{line}\n" for n, line in enumerate(GOOD.replace(",", "\t").splitlines())),
        "tabs, names of rows left out",
    ),
    (GOOD.replace("label,", "Label,Area (km),").replace("Zone A,", "Zone A,5,").replace("Zone B,", "Zone B,5,"),
     "commas, column 'Area (km)' left out"),
    (GOOD.replace("60", "0.6").replace("12.5", "1"), "commas, numbers below 1 read as of 100, not as shares of one"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "how"), READ, ids=range(len(READ)))
def test_how_a_table_was_read_is_said_in_one_line(raw, how, read):
    rows = read(raw)
    assert rows.attrs["read_as"].startswith(f"read 2 rows: {how}")
    assert rows["site"].str.fullmatch(r"z(o|ö)n(e_|_)[ab]").all()
    assert rows["qualifier"].tolist()[0] == "about"
    if "below 1" not in how:
        assert rows["frequency_pct"].tolist() == [60, 12.5]


@pytest.mark.parametrize("header", ["Frequency pct", "FREQUENCY-PCT", "frequency.pct", " frequency_pct "])
def test_header_in_other_letters(header, read):
    assert read(GOOD.replace("frequency_pct", header).replace("sites_overlap", "SITES-OVERLAP"))["label"].size == 2


@pytest.mark.parametrize("cell", ["NA", "n/a", "NaN", "nan", "NULL", ".", "<NA>"])
def test_what_programs_write_for_nothing_is_empty(cell, read):
    rows = read(GOOD.replace("12.5,,", f"{cell},{cell},"))
    assert rows.loc[1, ["frequency_pct", "qualifier"]].isna().all()
    assert rows.loc[0, "frequency_pct"] == 60


@pytest.mark.parametrize(
    ("yes", "no"),
    [("yes", "no"), ("Y", "N"), ("ja", "nein"), ("oui", "non"), ("sí", "no"), ("WAHR", "FALSCH"), ("VRAI", "FAUX"),
     ("VERDADERO", "FALSO"), ("VERO", "FALSO"), ("1", "0"), ("1.0", "0.0"), ("T", "F")],
)  # fmt: skip
def test_yes_and_no_in_other_words(yes, no, read):
    for word, value in ((yes, True), (no, False)):
        assert read(GOOD.replace("True", word))["sites_overlap"].tolist() == [value, value]


def test_the_first_visible_sheet_is_read_as_it_is_shown(read):
    rows = [cells.split(",") for cells in GOOD.splitlines()]
    rows[1][1], rows[2][1] = 0.16091954, 0.125
    table = read(sheet([["My table"], [], *rows], {"B4": "0.0%", "B5": "0.00%"}, [("Second", 1), ("Third", None)]))
    assert table["frequency_pct"].tolist() == [16.1, 12.5]
    assert table.attrs["read_as"].startswith("read 2 rows: sheet 'Sheet', the first of 2, header in row 3 (what")
    assert ", numbers rounded as the sheet shows them, percent signs" in table.attrs["read_as"]
    rows[1][1], rows[2][1] = 16.1, 0.3
    assert read(sheet(rows, {"B2": '0.0" %"', "B3": "0"}))["frequency_pct"].tolist() == [16.1, 0.3]


# counts

COUNTS = """label,n,total,population,sites_overlap,source
Zone A,14,87,people,yes,Made up
Zone B,1,8,people,yes,Made up
Zone C,,,people,yes,Made up
Zone D,3.0,3000,people,yes,Made up
Zone E,1,3000,people,yes,Made up
"""


def test_percentages_are_worked_out_of_counts(read):
    rows = read(COUNTS)
    assert rows["frequency_pct"].tolist() == [16.1, 12.5, pd.NA, 0.1, 0.03]
    assert rows["n"].tolist() == [14, 1, pd.NA, 3, 1]
    assert str(rows["total"].dtype) == "Int64"
    assert counted_words(rows).tolist() == ["14 of 87", "1 of 8", None, "3 of 3000", "1 of 3000"]
    assert counted_words(rows.drop(columns="n")).tolist() == [None] * 5
    assert "percentages worked out from n and total, rounded to one decimal" in rows.attrs["read_as"]
    assert "16.1 in 100 (14 of 87)" in [text.get_text() for text in hv.figure("site-bars", rows).mpl.axes[0].texts]


def test_counts_beside_percentages_must_be_theirs(read, refused):
    text = COUNTS.replace("label,", "label,frequency_pct,").replace("C,", "C,,").replace("A,", "A,16,")
    text = text.replace("B,", "B,12.5,").replace("D,", "D,.1,".replace(".1", "0.1")).replace("E,", "E,0.03,")
    assert read(text)["frequency_pct"].tolist() == [16, 12.5, pd.NA, 0.1, 0.03]
    assert "row 2, column frequency_pct: is 17, and 14 of 87 are 16.09 of 100" in refused(text.replace("16", "17"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("14,87", "88,87", "row 2, column n: is 88, more than the total of 87"),
        ("14,87", "0,0", "row 2, column total: must be at least 1"),
        ("14,87", "14,", "row 2, column total: is empty where n is not"),
        ("14,87", "14.5,87", "row 2, column n: '14.5' must be a whole number in plain digits"),
        ("14,87", '"1,400",8700', "row 2, column n: '1,400' must be a whole number in plain digits, without a sign"),
        ("14,87", "1,30000", "row 2, column n: is 1 of 30000, too near to none or all"),
        ("n,total", "N,total", "column 'N': may be those who have the site or all people"),
        ("n,total", "n,all", "column frequency_pct: is missing, and so is total"),
    ],
)
def test_counts_that_are_none_are_refused(old, new, problem, refused):
    assert problem in refused(COUNTS.replace(old, new))


# what may mean two things

TWO = "label,population,source,;label;population;source\nx,people,s,;x;people;s\n"


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        (TWO, ["may be parted by commas (header in row 1) or by semicolons (header in row 1)"]),
        (f"label,frequency_pct,population\nx,5,people\n\n{GOOD}", ["seems to hold two tables", "row 1 and row 4"]),
        (GOOD.replace("60", '"7,5"'), ["after a point (12.5) and after a comma (7,5)"]),
        (GOOD.replace("60", "60%"), ["with a percent sign (60%) and without (12.5)"]),
        (GOOD.replace("60", '"1,500"'), ["row 2, column frequency_pct", "this may be 1.5 or 1500"]),
        (GOOD.replace(",", ";").replace("12.5", "12,500"), ["row 3, column frequency_pct", "12.5 or 12500"]),
        (GOOD.replace("12.5", "12,5"), ["row 3: has 7 cells where the header has 6"]),
        (GOOD.replace("qualifier", "qualifiers"), ["column 'qualifiers': is none of", "mean 'qualifier'"]),
        (f"sep=:\n{GOOD.replace(',', ':')}", ["says that ':' parts its columns"]),
        (GOOD.replace("Zone A", "ÐÑÒ").encode("cp1252"), ["not in UTF-8: line 2", "Windows-1252"]),
        (GOOD.encode() + "Zöne".encode() + "Zö".encode("cp1252"), ["not in UTF-8"]),
        (GOOD.replace("Made up", "NA"), ["column source: 'NA' is what programs write for an empty cell; take it from"]),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(raw, parts, refused):
    message = refused(raw)
    for part in parts:
        assert part in message


ROWS = [cells.split(",") for cells in GOOD.splitlines()]


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ([], "is a spreadsheet whose sheets are empty"),
        ([ROWS[0], ["x", "=14/87*100", *ROWS[1][2:]]], "has formulas without a value (B2)"),
        ([ROWS[0], ["x", 16.09195, *ROWS[1][2:]]], "'16.09195' must be a number from 0 to 100 with at most two"),
        ([ROWS[0], ["x", pd.Timestamp("2024-05-01"), *ROWS[1][2:]]], "'2024-05-01 00:00:00' must be a number"),
        ([[*ROWS[0], *[None] * 3000, "x"], ROWS[1]], "has 3,007 columns"),
        (
            [["label", "frequency_pct", "population"], ["x", 5, "people"], *ROWS],
            "two tables, with headers in row 1 and",
        ),
        ([[*range(700)]] * 50, "holds far more than a table of a few sites"),
        ([ROWS[0], *[["x", 1, *ROWS[1][2:]]] * 1200], "holds far more than a table of a few sites"),
    ],
)
def test_spreadsheets_that_are_refused(rows, part, refused):
    assert part in refused(sheet(rows))


# nothing takes long


def entities(xml):
    """Write an XML file that grows to gigabytes when it is read."""
    grown = b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(12))
    return b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + grown + b"]>" + xml.replace(b"<v>60</v>", b"<v>&m;</v>")


BROKEN = {
    "bomb": lambda xml: b" " * 100_000_000 + xml,
    "entities": entities,
    "far row": lambda xml: xml.replace(b'<row r="3"', b'<row r="99999999999999999"'),
    "far column": lambda xml: xml.replace(b'r="B3"', b'r="ZZZZZZZ3"'),
    "many rows": lambda xml: xml.replace(
        b"</sheetData>", b"<row/>" * 120_000 + b"<row><c><v>1</v></c></row></sheetData>"
    ),
    "no XML": lambda xml: xml[:200],
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_spreadsheets_end_in_one_message(name, refused):
    raw = sheet([ROWS[0], [ROWS[1][0], 60, *ROWS[1][2:]], ROWS[2]])
    assert "mine.csv' " in refused(patched(raw, BROKEN[name]))


def test_cut_and_other_archives(refused):
    raw = sheet(ROWS)
    assert "broken or locked spreadsheet" in refused(raw[:-900])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "x")
    assert "of another kind (.ods, .xlsb)" in refused(out.getvalue())


def test_without_openpyxl_the_message_says_how_to_get_it(refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert 'needs openpyxl. Install it with: pip install "her2viz[class]"' in refused(sheet(ROWS))


LONG = {
    "columns": ",".join(f"c{n}" for n in range(120_000)) + ",label,population,source\n",
    "quotes": '"' * 1_000_000,
    "a quote": GOOD + '"' * 900_000,
    "semicolons": ";" * 999_999,
    "lines": "a\n" * 499_999,
    "empty lines": "\n" * 999_999,
    "spaces": " " * 999_999,
    "bytes": "x" * 1_000_001,
}


@pytest.mark.parametrize("name", LONG)
def test_long_files_end_in_one_message(name, refused):
    assert len(refused(LONG[name])) < 600


def test_empty_rows_and_columns_are_left_out(read):
    start = time.process_time()
    wide = "\n".join(line + "," * 16_376 for line in GOOD.splitlines())
    for text in (wide, GOOD + "\n" * 900_000, "\n" * 10 + GOOD):
        assert len(read(text)) == 2
    assert time.process_time() - start < 3 * LIMIT


def test_pipes_and_devices_are_refused_unopened(tmp_path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path in (pipe, "/dev/zero", "/dev/null"):
        start = time.process_time()
        with pytest.raises(hv.DataError, match="is a pipe or a device, not a file"):
            hv.read_sites(path)
        assert time.process_time() - start < LIMIT


def test_a_file_that_changes_meanwhile_is_refused(read, monkeypatch, tmp_path):
    facts = os.fstat

    def fstat(number):
        found = facts(number)
        with (tmp_path / "mine.csv").open("ab") as file:
            file.write(b"more")
        return found

    assert len(read(GOOD)) == 2
    monkeypatch.setattr(opening.os, "fstat", fstat)
    with pytest.raises(hv.DataError, match="has changed while it was read"):
        read(GOOD)


def test_a_label_that_makes_the_short_name_is_complained_of_once(refused):
    message = refused(GOOD.replace("Zone A", "").replace("Zone B", "=B"))
    assert re.findall(r"^- row (\d), column (\w+)", message, re.MULTILINE) == [("2", "label"), ("3", "label")]


def test_frames_take_counts_and_spellings_too():
    frame = pd.DataFrame(
        {"label": ["A"], "n": [14.0], "total": [87], "population": ["people"], "sites_overlap": ["ja"]}
    )
    fig = hv.figure("site-bars", frame.assign(source="Made up"))
    assert "16.1 in 100 (14 of 87)" in [text.get_text() for text in fig.mpl.axes[0].texts]
