"""Known tables, written in a thousand odd ways: read as the same rows, or refused; never as other numbers."""

import csv
import io
import os
import random
import time
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import openpyxl
import pandas as pd
import pytest

import her2viz as hv

COLUMNS = ["site", "label", "frequency_pct", "qualifier", "population", "sites_overlap", "source", "note"]
#: HER2VIZ_FUZZ set to anything tries all of them.
SEEDS = range(0, 1000, 1 if "HER2VIZ_FUZZ" in os.environ else 25)
#: In seconds of this process, and in bytes.
#: The first tells what hangs, however slow the machine.
MOST_TIME, MOST_MEMORY = 20.0, 500 * 2**20
LABELS = ["Zone A", "Zône É", "Bone, long", "Eye; left", "Größe", "K|L", 'The "far" side', "x", "Hand - left", "9th"]
POPULATIONS = ["people in a made-up example", "Schüler, made up", "pupils; made up"]
SOURCES = ["Made-up numbers", "Müller & Söhne, 1999", 'A "source"; p. 3', "Café, 2, 3"]
TITLES = ["Made-up table", "# exported; by, a program", 'Anna\'s "own" | table', "population", "12,5;3,4;x,y"]
TRUE = ["True", "TRUE", "yes", "Y", "1", "ja", "oui", "sí", "si", "WAHR", "VRAI", "VERDADERO", "VERO"]
FALSE = ["False", "FALSE", "no", "N", "0", "nein", "non", "no", "no", "FALSCH", "FAUX", "FALSO", "FALSO"]
NOTHING = ["", "NA", "nan", "NULL", "n/a", ".", "N/A", "NaN", " "]
CASES = [
    str,
    str.upper,
    str.capitalize,
    lambda name: name.replace("_", " "),
    lambda name: name.replace("_", "-").upper(),
    lambda name: name.replace("_", ".").title(),
    lambda name: f" {name}  ",
]


class Odd(NamedTuple):
    """The bytes of a table written oddly, the rows that it holds, and whether it must be read."""

    raw: bytes
    rows: pd.DataFrame
    sound: bool


def true_rows(r):
    """Make a table of some sites, of whom some have no figure."""
    labels = r.sample(LABELS, r.randint(1, 6))
    overlap = r.random() < 0.8
    most = 100 if overlap else 100 // len(labels)
    rows = []
    for n, label in enumerate(labels):
        number = r.choice([r.randint(0, most), round(r.uniform(0, most), 1), round(r.uniform(0, most), 2)])
        rows.append(
            {
                "site": f"s{n}",
                "label": label,
                "frequency_pct": None if n and r.random() < 0.2 else float(number),
                "qualifier": r.choice([None, "about", "at least"]),
                "population": POPULATIONS[0],
                "sites_overlap": overlap,
                "source": r.choice(SOURCES),
                "note": r.choice([None, "Made up", "One, two; three"]),
            }
        )
    population = r.choice(POPULATIONS)
    return pd.DataFrame([{**row, "population": population} for row in rows], columns=COLUMNS)


def with_counts(r, rows):
    """Give counts in place of percentages, which are then worked out here by other means."""
    pairs = [(r.randint(0, 40), r.randint(41, 200)) for _ in rows.index]
    exact = [Decimal(100 * n) / Decimal(total) for n, total in pairs]
    short = [x if x == x.quantize(Decimal("0.01")) else x.quantize(Decimal("0.1"), ROUND_HALF_UP) for x in exact]
    return rows.assign(frequency_pct=[float(x) for x in short], sites_overlap=True), pairs


def written(r, rows, pairs, decimal, percent):
    """Write cells as text, in this table's spelling of nothing, yes and decimals."""
    yes = r.randrange(len(TRUE))
    nothing = r.choice(NOTHING)
    places = r.choice([0, 2])
    table = []
    for at, row in enumerate(rows.to_dict("records")):
        number = row["frequency_pct"]
        text = nothing if pd.isna(number) else f"{number:.{places}f}" if places else f"{number:g}"
        cells = {**row, "frequency_pct": text if pd.isna(number) else text.replace(".", decimal) + percent}
        cells["sites_overlap"] = (TRUE if row["sites_overlap"] else FALSE)[yes]
        for name in ("qualifier", "note"):
            cells[name] = nothing if pd.isna(row[name]) else row[name]
        if pairs:
            cells |= {"n": str(pairs[at][0]), "total": str(pairs[at][1])}
            del cells["frequency_pct"]
        table.append(cells)
    return table


def odd(seed):
    """Write a table in an odd way, the same for a seed."""
    r = random.Random(seed)
    rows, pairs = true_rows(r), None
    if r.random() < 0.15:
        rows, pairs = with_counts(r, rows)
    table = written(r, rows, pairs, r.choice(".,"), r.choice(["", "", "%", " %"]))
    names = r.sample(list(table[0]), len(table[0]))
    if r.random() < 0.15:
        names.remove("site")
        rows = rows.assign(site=None)
    extra = [f"Extra {n}" for n in range(r.choice([0, 0, 1, 2]))]
    for name in extra:
        names.insert(r.randrange(len(names) + 1), name)
    sound = True
    if r.random() < 0.15:
        sound, names = False, damaged(r, table, names)
    case = r.choice(CASES)
    grid = [[case(name) if name not in extra else name for name in names]]
    grid += [[cells.get(name, f"7,{at}") for name in names] for at, cells in enumerate(table)]
    if r.random() < 0.15:
        grid = [[str(at) if at else "", *cells] for at, cells in enumerate(grid)]
    if r.random() < 0.15:
        grid = [[*cells, "", ""] for cells in grid]
    titles = [r.choice(TITLES) for _ in range(r.choice([0, 0, 0, 1, 3]))]
    raw = sheet(titles, grid) if r.random() < 0.2 else text(r, titles, grid)
    return Odd(raw, rows, sound)


def damaged(r, table, names):
    """Do something to a table after which it may not be read as other numbers or for other people."""
    first = table[0]
    kind = r.randrange(6)
    if kind == 0:
        names = [name for name in names if name != r.choice(["source", "population", "label", "sites_overlap"])]
    elif kind == 1:
        first["frequency_pct" if "frequency_pct" in first else "n"] = "1,500"
    elif kind == 2 and "frequency_pct" in first:
        first["frequency_pct"] += "%"
    elif kind == 3:
        figures = [cells for cells in table if cells.get("frequency_pct", "1")[:1].isdigit()]
        first["population"] = r.choice(["", "NA", "others" if len(figures) > 1 else ""])
    elif kind == 4 and "frequency_pct" in first:
        first["frequency_pct"] = first["frequency_pct"].translate(str.maketrans(".,", ",."))
    else:
        first["source"] = "n/a"
    return names


def text(r, titles, grid):
    """Write a grid as text: a sign between cells, an encoding, ends of lines."""
    sign, end = r.choice(",;\t|"), r.choice(["\n", "\r\n", "\r"])
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator=end, quoting=r.choice([0, 1])).writerows(grid)
    lines = "".join(title + end for title in titles) + out.getvalue()
    if r.random() < 0.15:
        lines = lines.replace(end, end + end)
    if r.random() < 0.15:
        lines = f"sep={sign}{end}{lines}"
    if r.random() < 0.2:
        lines = lines.removesuffix(end)
    return lines.encode(r.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]))


def sheet(titles, grid):
    """Write a grid as a spreadsheet, its plain numbers as numbers."""
    book = openpyxl.Workbook()
    for row in [*([title] for title in titles), *grid]:
        cells = [float(cell) if cell.replace(".", "", 1).isdigit() else cell for cell in row]
        book.active.append([cell if cell != "" else None for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def bounded():
    """What is read within the test takes no longer, and no more memory, than any table may."""
    resource = pytest.importorskip("resource", reason="measures memory as Unix does")
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    yield
    assert time.process_time() - start < MOST_TIME
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < MOST_MEMORY


def spoilt(seed):
    """Spoil the bytes of an odd table: cut off, overwritten, doubled, or a line of it far too long or too wide."""
    r = random.Random(-seed)
    raw = bytearray(odd(seed).raw)
    kind = r.randrange(8)
    place = r.randrange(len(raw))
    if kind == 0:
        del raw[place:]
    elif kind == 1:
        raw[place : place + r.randint(1, 9)] = r.randbytes(r.randint(1, 9))
    elif kind == 2:
        raw += bytes(raw)
    else:
        many = r.choice([20, 101, 1_000, 16_384, 150_000, 480_000])
        raw[place:place] = r.choice([b",", b";", b"\t", b'"', b'"",', b"a\t", b"1;", b"x", b"\n", b"\0", b" "]) * many
    return bytes(raw[:1_000_001])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoilt_table_is_refused_in_one_message_or_read_with_all_its_words(seed, tmp_path, bounded):
    file = tmp_path / "spoilt"
    file.write_bytes(spoilt(seed))
    try:
        rows, message = hv.read_sites(file), "spoilt"
    except hv.DataError as error:
        rows, message = None, str(error)
    assert "spoilt" in message
    assert len(message) < 5_000
    if rows is None:
        return
    assert rows[["site", "label", "population", "source"]].notna().all(axis=None)
    assert rows["frequency_pct"].dropna().between(0, 100).all()
    assert rows["frequency_pct"].notna().any()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_spreadsheet_that_unpacks_to_far_more_is_refused(part, tmp_path, bounded):
    file, swollen = tmp_path / "swollen.xlsx", io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(sheet([], [["site"]])))
    with zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name) + b"<!--" * (10_000_000 if name == part else 0))
    file.write_bytes(swollen.getvalue())
    with pytest.raises(hv.DataError, match="holds far more than a table"):
        hv.read_sites(file)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_odd_table_is_read_as_what_it_is_or_refused(seed, tmp_path, bounded):
    table, file = odd(seed), tmp_path / "odd"
    file.write_bytes(table.raw)
    if table.sound:
        rows = hv.read_sites(file)
    else:
        try:
            rows = hv.read_sites(file)
        except hv.DataError:
            return
    for name in COLUMNS:
        true = [None if pd.isna(cell) else cell for cell in table.rows[name]]
        if name == "site" and true[0] is None:
            assert rows["site"].is_unique
            assert rows["site"].notna().all()
            continue
        assert [None if pd.isna(cell) else cell for cell in rows[name]] == true, name
    assert rows.attrs["read_as"].startswith(f"read {len(rows)} row")
    assert "\n" not in rows.attrs["read_as"]
