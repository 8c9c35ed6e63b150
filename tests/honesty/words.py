"""The rules of words: each lists what is wrong in the texts of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd
from matplotlib.colors import to_hex, to_rgb

import her2viz as hv
from honesty.drawn import (
    FREQUENCIES,
    Drawn,
    all_text,
    counted,
    drawn_texts,
    mark_colours,
    numbered,
    page_text,
    pips,
    short_name,
    short_names,
    values,
)

BANNED = r"\b(victims?|sufferers?|suffer(s|ing)?|battl\w+|fight\w*|lost|losing|brave|survivor)\b"
OF_OURS = (
    r"\b(rare(ly)?|common(ly)?|high(er|est)? risk|(?<!to )low(er)? risk|likely|unlikely|twice|times (more|less|as)|"
    r"risk ratio)\b"
)
OVERLAP = "one person can have more than one"
EXEMPT = "not specific to HER2-positive disease"
#: What the rest of the hundred is called, by the word before the number.
OTHER_WAY = {"at least": "at most", "at most": "at least", "up to": "at least", "more than": "fewer than"}
FORMS = (
    "Bar chart",
    "Icon arrays",
    "Matrices",
    "Body map",
    "Range chart",
    "Tree diagram",
    "Dot plot",
    "Table",
    "Text cards",
    "Flow diagram",
    "Cell diagram",
    "Timeline",
)


def rule_1(fig: Drawn) -> Iterator[str]:
    """Reference class and source with every number."""
    page = page_text(fig)
    if fig.kind in FREQUENCIES:
        people = numbered(fig)["population"].astype(str).unique()
        for population in people:
            for place, text in {"page": page, "caption": fig.caption}.items():
                if f"100 {population}" not in text:
                    yield f"the {place} does not say 100 {population}"
        if len(people) == 1 and f"100 {people[0]}" not in fig.alt:
            yield "the alt text does not say of whom"
    if not fig.reference or fig.reference not in page:
        yield "the page does not show its reference class"
    for name in short_names(fig):
        # a row names a study by its first author and year
        for place, named in {"page": name in page or short_name(name) in page, "caption": name in fig.caption}.items():
            if not named:
                yield f"the {place} does not name its source {name}"


def rule_2(fig: Drawn) -> Iterator[str]:
    """HER2-positive only where the rows are."""
    text = all_text(fig)
    if fig.kind != "study" and re.search(r"\ball types\b", text, re.I):
        yield "says all types; the documents name no type"
    cells = " ".join(map(str, fig.data.select_dtypes(exclude="number").to_numpy().ravel()))
    if "HER2" not in cells and "HER2-positive" in re.sub(EXEMPT, "", text, flags=re.I):
        yield "calls figures HER2-positive that are not"
    exempt = EXEMPT.lower() in page_text(fig).lower()  # it may start a sentence
    if fig.kind == "frequency" and {"site", "sites_overlap"} & set(fig.data) and not exempt:
        yield f"the page does not say: {EXEMPT}"
    for word in ("HER2", "breast", "cancer", "web page", "women", "spread", "disease"):
        if fig.kind == "own" and word in text.lower() and word not in cells.lower():
            yield f"says {word!r}, which the rows do not"


def rule_3(fig: Drawn) -> Iterator[str]:
    """One denominator, 100."""
    for place, text in {"page": page_text(fig), "alt text": fig.alt}.items():
        for form in re.findall(r"(?<![\w.])(?:1|one) in (?:\d+|two|three|four|five|ten)\b", text):
            yield f"the {place} says {form!r}"
        for other in re.findall(r"\bin ([\d,]+)\b", text):
            if other != "100":
                yield f"the {place} counts in {other}"
        thousands = re.findall(r"\b(?:per|of) 1,000\b", text)
        small = fig.kind == "study" and any(value < 1 for value in values(fig))
        if thousands and not small and fig.name != "frequency-tree":
            yield f"the {place} counts {thousands[0]}"


def rule_8(fig: Drawn) -> Iterator[str]:
    """Overlap said in figure, caption and alt text."""
    if "sites_overlap" in fig.data and fig.data["sites_overlap"].fillna(False).astype(bool).any():
        for place, text in {"page": page_text(fig), "caption": fig.caption, "alt text": fig.alt}.items():
            if f"{OVERLAP} {counted(fig)}" not in text.lower():
                yield f"the {place} does not say that a person can have more than one {counted(fig)}"


def rule_10(fig: Drawn) -> Iterator[str]:
    """No frequency words of ours; a document's words only in quotation marks, with their document."""
    for word in re.findall(OF_OURS, re.sub(r"\u201c[^\u201d]*\u201d", "", all_text(fig)), re.I):
        yield f"says {word[0]!r}"
    if fig.kind == "claims":
        page = page_text(fig)
        counted = re.search(r"\b\d of \d\b|\bhow many of \w+ pages\b", page)
        if counted and "A count of pages is not a count of people" not in page:
            yield f"lets a count of pages read as a count of people: {counted[0]!r}"
    shown = pips(fig)
    if shown and not re.search(r"Dots: pages[^.]*, not people", page_text(fig)):
        yield "lets dots of pages read as people"
    if shown:
        rows = fig.data.assign(row=fig.data["row"] if "row" in fig.data else fig.data["symptom"])
        alone = (rows["pages"] == 1) & ("adds" in rows)  # on a card that one page's dots head
        given = {
            "one page" if own else f"{r.site}: {r.row}": (r.pages, r.of_pages)
            for own, r in zip(alone, rows.itertuples(), strict=True)
        }
        if shown != given:
            yield f"pips show {shown}, the data {given}"


def rule_11(fig: Drawn) -> Iterator[str]:
    """Both frames in the description."""
    if fig.shows != ("frequency_pct",):
        return
    for row in numbered(fig).itertuples():
        word = row.qualifier if isinstance(row.qualifier, str) else ""
        rest = f"{OTHER_WAY.get(word, word)} {100 - row.frequency_pct:g}".strip()
        if f"and {rest} do not" not in fig.description:
            yield f"{row.site}: the description does not say that {rest} do not have it there"
    if counted(fig) == "site" and "it may be elsewhere" not in fig.description:
        yield "the description lets no spread at one site read as no spread"


#: Typed here on purpose: what is said of all figures of a kind is changed in two places.
NOBODY = "They cannot say what will happen to any one person."
NOTHING = "They say nothing of any one person."
DIFFER = f"Studies differ. {NOTHING}"
CAVEATS = {
    "frequency": f"Rough figures from {{pages}}, about groups of {{noun}}. {NOBODY}",
    "own": f"Figures put in by the maker of this picture, about groups of {{noun}}. {NOBODY}",
    "claims": "What web pages say, put in our words. This is not medical advice and not a count of people.",
    "study": "Figures from studies of some groups in some years. We read them in the abstracts. Studies differ. "
    f"{NOBODY}",
    "study and pages": f"Rough figures from {{pages}}, and study abstracts on some groups and years. {DIFFER}",
    "study and pages and one": f"Rough figures from {{pages}}, and one study\u2019s abstract. {NOTHING}",
    "study and pages and a table": "Rough figures from {pages}. Others from study abstracts and a registry table, "
    f"on some groups and years. {DIFFER}",
    "study and rough figures": "{read} No forecast for anyone.",
}


def caveat(fig: Drawn) -> str:
    """The caveat that fits a figure's kind, its pages and the noun of its people."""
    rows = numbered(fig)
    pages = rows["source_id"].nunique() if "source_id" in rows else 0
    beside = " and rough figures" if "rough_pct" in rows else " and pages" if pages else ""
    points = "note" in rows and rows["note"].astype(str).str.startswith("key points print").any()
    beside += " and a table" * (pages > 0 and bool(rows.get("read_in", pd.Series(dtype=str)).str.match("table").any()))
    one = "study" in rows and rows["study"].nunique() == 1
    beside += " and one" * (beside == " and pages" and one)
    return CAVEATS[f"study{beside}" if fig.kind == "study" else fig.kind].format(
        read=f"One {'summary' if points else 'abstract'}, on some groups and years."
        if one
        else f"{'Summaries' if points else 'Abstracts'} only. Groups and years vary.",
        pages=f"{('no', 'one', 'two', 'three', 'four')[pages]} web page{'s' * (pages > 1)}",
        noun=noun(rows) if fig.kind in FREQUENCIES else "",
    )


def noun(rows: pd.DataFrame) -> str:
    """The noun of the people that rows are about, kept as the document has it."""
    nouns = [word for word in ("women", "men", "children") if rows["population"].iloc[0].lower().startswith(f"{word} ")]
    return nouns[0] if nouns else "people"


def rule_13(fig: Drawn) -> Iterator[str]:
    """Caveat and credit inside the page."""
    for name, text in {"caveat": fig.caveat, "credit": fig.page_credit}.items():
        if not text or text not in page_text(fig):
            yield f"the {name} is not on the page"
    if fig.caveat != caveat(fig):
        yield f"the caveat is not the one of its kind: {fig.caveat!r}"
    for name in short_names(fig):
        if name not in fig.credit:
            yield f"the credit does not name {name}"


@cache
def explained() -> dict[str, list[str]]:
    """Terms that must be explained, and the statements of the tables that explain them."""
    care, subtype = (load().set_index("row_id")["statement"] for load in (hv.load_care_facts, hv.load_subtype_facts))
    meanings = {
        "metasta": [care["overview-meaning-metastasis"], care["guide-stage-advanced"]],
        "HER2": [subtype["cleveland-her2-protein"]],
    }
    return {term: [statement[1:].rstrip(".") for statement in found] for term, found in meanings.items()}


def rule_15(fig: Drawn) -> Iterator[str]:
    """The document's noun, person-first words, terms explained, no red."""
    text = all_text(fig)
    for word in re.findall(BANNED, text, re.I):
        yield f"says {word[0]!r}"
    if fig.kind in FREQUENCIES and noun(numbered(fig)) not in fig.caveat:
        yield f"the caveat does not keep the document's noun {noun(numbered(fig))!r}"
    for name, place in {"caption": fig.caption, "description": fig.description}.items():
        for term, meanings in explained().items():
            if re.search(term, text if term == "HER2" else text.lower()) and not any(m in place for m in meanings):
                yield f"the {name} does not explain {term}"
    for colour in mark_colours(fig) | {to_hex(t.get_color()) for t in drawn_texts(fig)}:
        red, green, blue = to_rgb(colour)
        if red > 0.5 and red > 1.6 * max(green, blue):
            yield f"{to_hex(colour)} is red"


#: What the notice before the first number must say (rule 14).
NOTICE = {
    "that numbers follow": r"\b(numbers|figures)\b[^.]*\b(follow|come next)\b",
    "that some people do not want them": r"\bsome people (do not|don't|would rather not) (want|see)\b",
    "how to go past": r"\bto go past\b",
    "that they cannot tell what will happen to anyone": r"\bcannot (tell|say) what will happen to\b[^.]*\bany",
    "to talk with a care team": r"\bworry you\b[^.]*\btalk with your care team\b",
}


def notice_problems(text: str) -> list[str]:
    """What a notice does not say."""
    return [part for part, pattern in NOTICE.items() if not re.search(pattern, text, re.I)]


def rule_20(fig: Drawn) -> Iterator[str]:
    """Alt text: short, chart type first, the values, no file name."""
    if len(fig.alt) > 250:
        yield f"alt text of {len(fig.alt)} characters"
    if not fig.alt.startswith(FORMS):
        yield f"alt text does not start with the chart type: {fig.alt[:20]!r}"
    if re.search(r"\.(png|svg|pdf)\b", fig.alt) or fig.name in fig.alt:
        yield "alt text holds a file name"
    if fig.kind in FREQUENCIES and len(values(fig)) <= 10:
        for value in values(fig):
            if not re.search(rf"\b{value:g}\b", fig.alt):
                yield f"alt text lacks {value:g}"


def numbers(text: str) -> set[float]:
    """The numbers in a text, HER2 left out."""
    text = re.sub(r"HER2|(?<=\d),(?=\d{3})", "", text)
    return {float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)}


def rule_21(fig: Drawn) -> Iterator[str]:
    """The description: all the numbers, and no others; the caveat."""
    shown = values(fig)
    text = fig.description.replace(fig.credit, "").replace("95% interval, computed by us", "interval")
    cells = " ".join(map(str, fig.data.to_numpy().ravel()))
    allowed = {*shown, *(100 - v for v in shown), 0.0, 100.0, sum(shown), *numbers(cells)}
    for number in sorted(numbers(text) - allowed - numbers(" ".join(short_names(fig)))):
        yield f"the description says {number:g}, which is not in the data"
    for value in sorted(set(shown) - numbers(text)):
        yield f"the description lacks {value:g}"
    if fig.caveat not in fig.description:
        yield "the description lacks the caveat"


@cache
def grade(text: str, others: tuple[str, ...] = ()) -> float:
    """The school grade of a text; quoted words, names of drugs, documents and studies, and others, are masked."""
    import textstat  # brings nltk, which is slow

    text = re.sub(r"\u201c[^\u201d]*\u201d|\"[^\"\n]*\"", "it", text)
    for cell in others:
        text = text.replace(cell, "it")
    for mask, pattern in _names():
        text = re.sub(pattern, mask, text, flags=re.IGNORECASE)
    return max(textstat.automated_readability_index(text), textstat.coleman_liau_index(text))


@cache
def _names() -> list[tuple[str, str]]:
    """A plain word for each kind of name, and a pattern of all of the kind, the longest first."""
    drugs, pages, studies = hv.load_therapies(), hv.load_sources(), hv.load_studies()
    kinds = {
        "drug": [*drugs["therapy"], *drugs["brand"]],
        "page": [*pages["short_name"], *pages["title"], *pages["publisher"]],
        "study": [*studies["short_name"], *studies["study_id"]],
    }
    found = {
        mask: sorted({n for n in names if isinstance(n, str)}, key=len, reverse=True) for mask, names in kinds.items()
    }
    return [(mask, rf"\b({'|'.join(map(re.escape, names))})\b") for mask, names in found.items()]


def rule_24(fig: Drawn) -> Iterator[str]:
    """Reading grade of caption and caveat."""
    # what someone's own rows say is not ours to make plain
    others = (*short_names(fig), *fig.data["population"]) if fig.kind == "own" else ()
    for name, text in (("caption", fig.caption), ("caveat", fig.caveat)):
        if (found := grade(text, others)) > 8:
            yield f"the {name} reads at grade {found:.1f}"
