"""The sources in full and how to cite, as gallery, deck and handout close with."""

import yaml

import her2viz as hv
from her2viz.catalogue.registry import CATALOGUE
from her2viz.words import citing, parts


def words(**changed):
    return parts.Words(*[""] * 9, ())._replace(**changed)


def test_every_document_and_study_can_be_named():
    for table in (hv.load_sources(), hv.load_studies()):
        for row in table.to_dict("records"):
            (told,) = citing.full_sources([words(credit=f"Source: {row['short_name']}.")])
            assert told.text.startswith(f"{row['short_name']}: ")
            assert told.doi == (row["doi"] if isinstance(row.get("doi"), str) else "")
            for given in ("title", "publisher", "named_expert", "citation", "read_in"):
                assert not isinstance(row.get(given), str) or row[given] in told.text


def test_every_figure_names_its_sources():
    for one in CATALOGUE:
        said = one.words(one.rows(None))
        names = [told.name for told in citing.full_sources([said])]
        assert names, one.name
        assert sorted(names) == sorted({name for name in names if name in said.credit})
        assert {name for name in names if any(source.startswith(f"{name}, ") for source in said.sources)}, one.name


def test_own_sources_stand_as_they_are_written():
    told = citing.full_sources([words(sources=("Cleveland Clinic, 2020", "Mine")), words(sources=("Mine",))], own=True)
    assert [source.text for source in told] == ["Cleveland Clinic, 2020", "Mine"]


def test_citation_is_that_of_the_project(root):
    cff = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    (author,) = cff["authors"]
    assert citing.how_to_cite()[0] == f"{author['name']}. {cff['title']}. Version {hv.__version__}."
    assert "CC BY" in " ".join(citing.how_to_cite())
    assert "CC BY" not in " ".join(citing.how_to_cite(own=True))
