"""The tables join: by the lines of the data dictionary, each row once, and by the same claim."""

import pandas as pd
import pytest

import her2viz as hv
from her2viz.dataset import schema
from her2viz.dataset.dictionary import joins, same_claims
from her2viz.dataset.loaders import load_table, raw

QUOTING = [entry.name for entry in schema.TABLES if "line" in {c.name for c in entry.columns}]
JOINS = pytest.mark.parametrize("join", joins(), ids=lambda join: f"{join.table}.{join.column}-{join.target}")


def run(code):
    return eval(code, {"hv": hv, "pd": pd})


def test_every_reference_is_a_join():
    assert [(j.table, j.column, f"{j.target}.{j.key}") for j in joins()] == [
        (t.name, c.name, c.refers_to) for t in schema.TABLES for c in t.columns if c.refers_to
    ]


@JOINS
def test_every_key_resolves(join):
    keys = set(load_table(join.table)[join.column].dropna().astype(str))
    assert keys <= set(load_table(join.target)[join.key].astype(str))


@JOINS
def test_a_join_loses_no_row_and_makes_no_duplicate(join):
    rows = load_table(join.table)
    merged = run(join.code)
    pd.testing.assert_series_equal(merged["row_id"], rows["row_id"])
    inner = run(join.code.replace('how="left"', 'how="inner"'))
    assert inner["row_id"].tolist() == rows.loc[rows[join.column].notna(), "row_id"].tolist()


@JOINS
def test_a_join_keeps_every_column_by_its_name(join):
    merged = run(join.code)
    assert merged.columns.is_unique
    assert set(load_table(join.table).columns) <= set(merged.columns)
    assert [name for name in merged.columns if name.endswith(("_x", "_y"))] == []


@pytest.mark.parametrize("target", ["site_terms", "therapies", "sources", "studies"])
def test_tables_of_terms_join_by_nothing_but_their_columns(target):
    lines = [join.code for join in joins() if join.target == target and join.column == join.key]
    assert lines
    assert [line for line in lines if "prefix" in line] == []


def test_rows_of_the_same_claim_come_together():
    together = run(same_claims())
    assert sorted(together["row_id"]) == sorted(row for name in QUOTING for row in raw(name)["row_id"])
    assert together["claim_id"].is_monotonic_increasing
    assert together["table"].nunique() == len(QUOTING)


def test_a_row_id_is_unique_over_all_tables():
    ids = pd.concat([raw(t.name)["row_id"] for t in schema.TABLES if "row_id" in {c.name for c in t.columns}])
    assert ids[ids.duplicated()].tolist() == []
