"""data/datapackage.json, by which other programs read the tables: current, true to the files, and seen to fail."""

import shutil

import frictionless
import pytest

import write_datapackage
from her2viz.dataset import schema
from her2viz.dataset.loaders import data_path


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(data_path(), tmp_path / "data")


def failures(folder):
    """Return what frictionless finds wrong: the table and the kind of error."""
    report = frictionless.validate(folder / "datapackage.json")
    assert not report.errors, report.errors
    assert [task.name for task in report.tasks] == [entry.name for entry in schema.TABLES]
    return {(task.name, error.type) for task in report.tasks for error in task.errors}


def test_it_is_up_to_date():
    shipped = (data_path() / "datapackage.json").read_bytes()
    assert shipped == write_datapackage.datapackage().encode(), "run make dictionary"


def test_the_files_are_as_it_says():
    assert failures(data_path()) == set()


def test_changed_files_are_not_as_it_says(copy):
    changes = {
        "sources.csv": ("why", "reason"),  # another name
        "therapies.csv": ("\ntrastuzumab,", "\ntrastuzumap,"),  # no term, and a row that others refer to is gone
        "studies.csv": ("\njia_2023,", "\njafari_2022,"),  # a key twice
        "metastasis_sites.csv": (",70,", ",170,"),
        "symptoms.csv": (",guide,", ",,"),
        "published_figures.csv": (",444,", ",444.5,"),
    }
    for name, (old, new) in changes.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text, name
        (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert failures(copy) == {
        ("sources", "incorrect-label"),
        ("therapies", "constraint-error"),
        ("treatments", "foreign-key"),
        ("studies", "primary-key"),
        ("studies", "unique-error"),
        ("published_figures", "foreign-key"),
        ("published_figures", "type-error"),
        ("sites", "constraint-error"),
        ("symptoms", "constraint-error"),
    }
