"""Whom rows are about: the named populations against the tables, so that a new one is not overlooked."""

from her2viz.dataset import loaders
from her2viz.derived.groups import HER2_LABELS, HER2_POPULATIONS, with_study_groups
from her2viz.derived.published import published

TABLES = ("sites", "site_mentions", "subtype_facts", "published_figures")


def test_populations_with_her2_positive_disease_are_those_of_the_tables():
    populations = {population for table in TABLES for population in loaders.raw(table)["population"]}
    assert {population for population in populations if "HER2-positive" in population} == HER2_POPULATIONS


def test_labels_of_her2_positive_types_are_those_of_the_studies():
    labels = loaders.raw("published_figures")["subtype"]
    assert {label for label in labels if "HER2+" in label or "HER2-over" in label} == HER2_LABELS


def test_a_group_names_the_type_that_its_population_leaves_open():
    for row in with_study_groups(published()).itertuples():
        assert row.group == row.population.replace("this subtype", f"subtype {row.subtype}")
        typed = row.subtype in HER2_LABELS and row.quantity == "site frequency"
        assert row.her2 == (typed or row.population in HER2_POPULATIONS), row


def test_a_share_is_of_everyone_who_was_counted():
    shares = with_study_groups(published()).query("quantity == 'subtype share'")
    assert len(shares)
    assert not shares["her2"].any()
    assert shares["group"].tolist() == shares["population"].tolist()
