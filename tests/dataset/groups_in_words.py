"""The population of a row in words, made of its columns alone: who, subtype, stage, spread site and situation."""

PLACES = {
    "bone": "the bones",
    "lung": "the lungs",
    "liver": "the liver",
    "brain": "the brain",
    "skin": "the skin",
    "distant_lymph_node": "distant lymph nodes",
}
#: Groups that are not named by their cancer.
NAMED = {
    "everyone": "people in general",
    "all women": "women",
    "people at very high risk": "people at a very high risk, such as those with hereditary gene changes",
    "people with certain inherited genes": "people with certain inherited genes",
}
LEADS = {
    "diagnosed": "diagnosed with",
    "being tested": "being tested for",
    "treated": "treated for",
    "in active treatment, in the U.S.": "in active treatment for",
}
ENDS = {
    "in active treatment, in the U.S.": ", in the U.S.",
    "in the U.S.": ", in the U.S.",
    "after surgery": " who have had surgery",
    "after breast removal": " who have had a breast removed",
    "after all standard lines of care": " who have had all standard lines of care",
    "few metastases in one area": ", with a few metastases in one area of it",
    "brain spread a concern": ", for whom spread to the brain is a concern",
    "worldwide": " worldwide",
}
#: One stage, under the word that the document has for it.
METASTATIC = ("metastatic", "advanced", "advanced or metastatic", "stage IV")


def populations(row):
    """Return the texts that a population may have: one, or one for each word that a document has for the stage."""
    who, site, situation = (row[c] if isinstance(row[c], str) else "" for c in ("who", "spread_site", "situation"))
    end = ENDS.get(situation, "")
    if who in NAMED:
        return {NAMED[who] + end}
    close = " and those close to them" if who == "people and those close to them" else ""
    who = "people" if close else who
    if site:
        return {f"{who} whose {_cancer(row)} has spread to {PLACES[site]}{end}"}
    lead = LEADS.get(situation, "with")
    return {f"{who} {lead} {what}{end}{close}" for what in _diseases(row)}


def _cancer(row):
    if row["subtype"] in ("any", "any cancer"):
        return {"any": "breast cancer", "any cancer": "cancer"}[row["subtype"]]
    return f"{row['subtype']} breast cancer"


def _diseases(row):
    cancer, stage = _cancer(row), row["stage"]
    kind, noun = (cancer[: -len(n)], n) if (n := "breast cancer") in cancer else ("", cancer)
    if stage == "metastatic or advanced":
        return {f"{kind}{word} {noun}" for word in METASTATIC}
    return {
        {
            "any": cancer,
            "early": f"early-stage {cancer}",
            "invasive": f"{kind}invasive {noun}",
            "recurrent": f"recurrent {cancer}",
            "progressed or spread": f"{cancer} that has progressed or spread",
            "lymph node metastasis": f"{cancer} in the lymph nodes",
        }.get(stage, f"{stage} of {cancer}")
    }
