"""The overviews of who claims what, held to the tables."""

import her2viz as hv
from figures import figure


def test_overviews_hold_each_question_once_and_every_page():
    cells = [figure(n).data for n in ("disagreements", "disagreements-2", "disagreements-3")]
    questions = hv.load_disagreements()["question_id"].unique().tolist()
    assert [q for part in cells for q in dict.fromkeys(part["question_id"])] == questions
    stated = set(hv.load_disagreements()[["question_id", "source_id"]].astype(str).itertuples(index=False, name=None))
    for part in cells:
        assert part["row"].nunique() <= 12
        for cell in part.itertuples():
            assert (cell.mark == "filled") == ((cell.question_id, cell.source_id) in stated)


def test_subtype_claims_name_the_speaker():
    cells = figure("subtype-claims").data.query("column == 'Cleveland Clinic' and row == 'pace'")
    assert cells["words"].tolist() == ["page, doctor"]
