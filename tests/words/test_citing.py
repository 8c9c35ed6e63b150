"""The sources in full and how to cite, as gallery, deck and handout close with."""

import yaml

import her2viz as hv
from her2viz.catalogue.registry import CATALOGUE
from her2viz.dataset.origin import FREQUENCY, OWN
from her2viz.words import citing, parts


def words(*places, origin=FREQUENCY):
    """Words that name these sources and say nothing else."""
    return parts.Words(origin, *[""] * 4, (), (), (), "", places)


def test_every_document_and_study_can_be_named():
    for table in (hv.load_sources(), hv.load_studies()):
        for row in table.to_dict("records"):
            (source,) = citing.full_sources([words(parts.Place(row["short_name"]))])
            assert source.text.startswith(f"{row['short_name']}: ")
            assert source.doi == (row["doi"] if isinstance(row.get("doi"), str) else "")
            for given in ("title", "publisher", "named_expert", "citation", "read_in"):
                assert not isinstance(row.get(given), str) or row[given] in source.text


def test_every_figure_names_its_sources():
    for entry in CATALOGUE:
        figure = entry.words(entry.rows(None))
        names = {source.name for source in citing.full_sources([figure])}
        assert names, entry.name
        assert all(name in figure.credit for name in names), entry.name
        assert {place.name for place in figure.places} <= names, entry.name


def test_own_sources_stand_as_they_are_written():
    clinic, mine = parts.Place("Cleveland Clinic"), parts.Place("Mine, 2020")
    sources = citing.full_sources([words(clinic, mine, origin=OWN), words(mine, origin=OWN)])
    assert [source.text for source in sources] == ["Cleveland Clinic", "Mine, 2020"]


def test_citation_is_that_of_the_project(root):
    cff = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    (author,) = cff["authors"]
    assert citing.how_to_cite(FREQUENCY)[0] == f"{author['name']}. {cff['title']}. Version {hv.__version__}."
    assert "CC BY" in " ".join(citing.how_to_cite(FREQUENCY))
    assert "CC BY" not in " ".join(citing.how_to_cite(OWN))
