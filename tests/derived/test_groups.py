"""Whom rows are about: the named populations against the tables, so that a new one is not overlooked."""

from her2viz.dataset import loaders
from her2viz.derived.groups import with_groups, with_study_groups
from her2viz.derived.published import published

TABLES = ("sites", "site_mentions", "subtype_facts", "published_figures")


def test_groups_with_her2_positive_disease_are_those_whose_words_name_it():
    for table in TABLES[:-1]:
        rows = with_groups(loaders.load_table(table))
        assert (rows["her2"] == rows["population"].str.contains("HER2-positive")).all(), table


def test_groups_of_studies_with_her2_positive_disease_are_those_whose_label_or_words_name_it():
    rows = with_study_groups(published()).query("quantity == 'site frequency'")
    label = rows["subtype"].astype(str)
    named = label.isin(["HER2+", "HR+/HER2+", "HR-/HER2+", "HER2-overexpressing"])
    assert (rows["her2"] == named).all()
    assert not (rows["population"].str.contains("HER2-positive") & ~rows["her2"]).any()


def test_a_group_names_the_type_that_its_population_leaves_open():
    for row in with_study_groups(published()).itertuples():
        assert row.group == row.population.replace("this subtype", f"subtype {row.subtype}")


def test_a_share_is_of_everyone_who_was_counted():
    shares = with_study_groups(published()).query("quantity == 'subtype share'")
    assert len(shares)
    assert not shares["her2"].any()
    assert shares["group"].tolist() == shares["population"].tolist()
