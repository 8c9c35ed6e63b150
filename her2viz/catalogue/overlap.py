"""The figures of what the site frequencies tell, and do not tell, of people with more than one site."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, credited
from her2viz.catalogue.whole_figures import whole_figures
from her2viz.charts.frequency.ranges import overlap_ranges
from her2viz.charts.frequency.worlds import possible_worlds
from her2viz.dataset.origin import Origin, origin_of
from her2viz.derived.overlap import at_least, few_world, many_world
from her2viz.page.panels import Panels
from her2viz.words import citing, data_table, frequency
from her2viz.words.parts import Words, alternatives

__all__ = ["OVERLAP_FIGURES"]

#: What "about" is tried as in the description: so many of 100 to either side.
_GIVE = 5


def _common(rows: pd.DataFrame) -> dict[str, object]:
    """Return what every row made from these rows carries on."""
    total = float(rows["frequency_pct"].sum())
    figures = [
        f"{label} {phrases.hedged(r.qualifier, r.frequency_pct)}"
        for label, r in zip(_labels(rows), rows.itertuples(), strict=True)
    ]
    first = rows.iloc[0]
    kept = [c for c in ("population", "subtype", "sites_overlap", "source_id", "section", "line") if c in rows.columns]
    common = {
        "from_figures": ", ".join(figures),
        "fits": _listed(rows),
        "sites": len(rows),
        "total": total,
        "mean_sites": total / 100,
        "named": frequency.named(rows),
        **{column: first[column] for column in kept},
    }
    if origin_of(rows).own:
        common["source"] = "; ".join(place.name for place in citing.places(rows))
    return common


def _labels(rows: pd.DataFrame) -> list[str]:
    """Return the names of sites as they stand inside a sentence; those of someone's own as they are written."""
    labels: list[str] = rows["label"].tolist()
    return labels if origin_of(rows).own else [phrases.plain(label) for label in labels]


def _listed(rows: pd.DataFrame) -> str:
    """List the figures in few words, with their hedge once where it is the same."""
    hedges = set(rows["qualifier"].fillna(""))
    once = f"{hedges.pop()} ".lstrip() if len(hedges) == 1 else ""
    figures = [
        f"{phrases.hedged('' if once else r.qualifier, r.frequency_pct)} {label}"
        for label, r in zip(_labels(rows), rows.itertuples(), strict=True)
    ]
    return f"{once}{', '.join(figures)}"


def _range_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = whole_figures(data)
    n = len(figures)
    fewer, more = ([min(100, max(0, p + give)) for p in figures] for give in (-_GIVE, _GIVE))
    ranges: list[tuple[object, ...]] = []
    for k in range(1, n + 1):
        low, high = at_least(k, figures)
        least, most = at_least(k, fewer)[0], at_least(k, more)[1]
        if k == 1:
            none = 100 - high, 100 - low, 100 - most, 100 - least
            nobody = (f"none of {phrases.count(n)}", 0, *none, "maybe elsewhere")
        what = _all(n) if k == n else f"{phrases.count(k)} or more"
        ranges.append((what, k, low, high, least, most, ""))
    ranges.append(nobody)
    columns = ["what", "number_of_sites", "low", "high", "low_if_off", "high_if_off", "remark"]
    hedge = "about" if frequency.named(rows) == "Rough figures" else ""
    return pd.DataFrame(ranges, columns=columns).assign(qualifier=hedge, if_off_by=_GIVE, **_common(rows))


def _all(sites: int) -> str:
    return "both" if sites == 2 else f"all {phrases.count(sites)}"


class _Shared(NamedTuple):
    """What the words of both figures need; the last four differ between pages and rows of someone's own."""

    origin: Origin
    many: str
    mean: str
    same: str
    note: str
    specific: str
    rough: bool
    giver: str
    does: str
    nowhere: str
    off: str

    def aside(self, text: str, separator: str = ", ") -> str:
        """Add what the figures are not about."""
        return f"{text}{separator}{self.specific}" if self.specific else text

    def close(self) -> tuple[str, ...]:
        """End the facts of a figure."""
        return (self.note, f"The figures are {self.specific}." if self.specific else "")


def _shared(rows: pd.DataFrame) -> _Shared:
    """Return the words that both figures need, from rows made by :func:`_common`."""
    first, origin = rows.iloc[0], origin_of(rows)
    many = phrases.count(int(first["sites"]))
    own = ("the rows give", "The rows do", "nowhere", f"each figure may be off by up to {_GIVE} more or fewer")
    off = f"about means up to {_GIVE} more or fewer for each figure"
    page = ("the page gives", "The page does", "no spread", off)
    return _Shared(
        origin,
        many,
        f"{phrases.number(first['mean_sites'])} sites a {phrases.noun(rows, singular=True)}",
        f"If the {many} are about the same 100 {phrases.noun(rows)}",
        f"{phrases.OVERLAP}: these {many} add up to {first['total']:g}.",
        phrases.specificity(rows),
        first["named"] != "Figures",
        *(own if origin.own else page),
    )


def _range_title(rows: pd.DataFrame) -> str:
    key = rows[rows["number_of_sites"] == 2].iloc[0]
    two = "Both sites" if key["sites"] == 2 else "Two or more sites"
    lead = "anywhere from " if key["low"] < key["high"] else ""
    return f"{two}: {lead}{phrases.span(key['qualifier'], key['low'], key['high'])}"


def _range_words(rows: pd.DataFrame) -> Words:
    shared, of, first = _shared(rows), phrases.reference_class(rows), rows.iloc[0]
    many = shared.many
    loose = [f"{row.what} {row.low_if_off:g} to {row.high_if_off:g}" for row in rows.itertuples()]
    short = [f"{row.what} {row.low:g} to {row.high:g}" for row in rows.itertuples()]
    elsewhere = f"None of the {many} is not \u201c{shared.nowhere}\u201d: it may be elsewhere."
    same = f"If the {many} are about the same 100 {first['population']}: "
    tail = f"{phrases.OVERLAP}. {first['named']}"
    return Words(
        origin=shared.origin,
        title=_range_title(rows),
        form="Range chart",
        reference=of,
        aside=f"Our ranges, if {first['fits']} are of the same {phrases.noun(rows)}",
        note=" ".join(
            f"{sentence}."
            for sentence in (
                phrases.OVERLAP,
                "None: it may be elsewhere" if shared.origin.own else "",
                phrases.sentence(shared.specific)[:-1] if shared.specific else "",
            )
            if sentence
        ),
        built=f"Range chart with {phrases.count(len(rows))} bars in outlines that mark the whole 100. "
        "A bar runs from the fewest to the most that the figures allow.",
        facts=(
            f"{of}, {shared.giver} {first['from_figures']}.",
            f"{shared.same}, these ranges follow, and no more: nothing says who has which sites, "
            "and no two sites must go together.",
            *(phrases.sentence(f"{row.what}: {row.low:g} to {row.high:g} in 100") for row in rows.itertuples()),
            elsewhere,
            f"The mean is {shared.mean}.",
            f"If {shared.off}, the ranges widen: {', '.join(loose)}.",
            *shared.close(),
        ),
        brief=(
            f"{of}, how many can have more than one of {many} sites.",
            f"{shared.same}, only these ranges follow. {elsewhere}",
            *shared.close(),
        ),
        shows=(
            alternatives(same, short, f"{tail}, {shared.specific}." if shared.specific else f"{tail}.")[0],
            alternatives(same, short, f"{tail}.")[0],
            *alternatives(f"{of}: ", short, f"{phrases.OVERLAP}."),
        ),
        caveat=shared.origin.caveat(rows),
        terms=frequency.terms(rows),
        places=citing.places(rows),
        credits=frequency.page_credit(rows),
        located=frequency.located(rows),
    )


def _range_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: overlap_ranges(rows, ax=ax),), lambda room: room.page.row * (0.8 * len(rows) + 0.9))


def _world_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = whole_figures(data)
    labels, groups = _labels(rows), []
    for name, world in (("Invented mix 1", few_world(figures)), ("Invented mix 2", many_world(figures))):
        for sites, people in sorted(world.items(), key=lambda way: (-len(way[0]), -way[1], way[0])):
            which = " + ".join(labels[site] for site in sites)
            if len(sites) == len(figures):
                which = _all(len(figures))
            held = tuple(str(rows["label"].iloc[site]) for site in sites)
            groups.append((name, len(sites), people, which or "none of these: it may be elsewhere", held))
    frame = pd.DataFrame(groups, columns=["world", "number_of_sites", "people", "label", "held"])
    printed = tuple(zip(rows["label"].astype(str), rows["qualifier"].fillna(""), figures, strict=True))
    return frame.assign(figures=[printed] * len(frame), **_common(rows))


def _overlaps(rows: pd.DataFrame) -> list[int]:
    """Return how many have two sites or more, world by world."""
    two = rows["people"].where(rows["number_of_sites"] > 1, 0)
    return [int(people) for people in two.groupby(rows["world"], sort=False).sum()]


def _world_title(rows: pd.DataFrame) -> str:
    (few, many), count = _overlaps(rows), phrases.count(int(rows["sites"].iloc[0]))
    two = "both sites" if rows["sites"].iloc[0] == 2 else f"two or more of {count} sites"
    hedge = "about " if rows["named"].iloc[0] == "Rough figures" else ""
    return f"These figures fit {hedge}{few}{f' to {many}' if many != few else ''} with {two}"


def _world_words(rows: pd.DataFrame) -> Words:
    shared, of, first = _shared(rows), phrases.reference_class(rows), rows.iloc[0]
    many, overlaps = shared.many, _overlaps(rows)
    worlds, short, bare = [], [], []
    for (name, group), overlap in zip(rows.groupby("world", sort=False), overlaps, strict=True):
        parts = [f"{r.people} {r.label}" for r in group.itertuples()]
        one = int(group.loc[group["number_of_sites"] == 1, "people"].sum())
        worlds.append(f"{name}: {', '.join(parts)}. So {overlap} have two or more, and {one} have one.")
        short.append(", ".join(part.partition(":")[0] for part in parts))
        bare.append(", ".join(map(str, group["people"])))
    person = phrases.noun(rows, singular=True)
    unknown = f"Both are made up. {shared.does} not say which sites go together."
    rough = ", ".join(part for part in ("Rough figures" if shared.rough else "", shared.specific) if part)
    both = f"{short[0]}; or {short[1]}. {phrases.OVERLAP}."
    return Words(
        origin=shared.origin,
        title=_world_title(rows),
        form="Matrices",
        reference=of,
        aside=phrases.sentence(shared.specific or rough)[:-1] if rough else "",
        note=f"{phrases.OVERLAP}. One column, one {phrases.noun(rows, singular=True)}.",
        built=f"Matrices: two possible worlds, each with 100 columns, one for each {person}, and a row for each site. "
        "Whoever has a site is marked in its row: pale with two sites or more, open with one. Brackets count both.",
        facts=(
            f"{of}.",
            f"Both give the same {many} figures: {first['from_figures']}.",
            *worlds,
            unknown,
            f"In both the mean is {shared.mean}.",
            *shared.close(),
        ),
        brief=(f"{of}, two possible worlds. Both fit the same {many} figures. {unknown}", *shared.close()),
        shows=(
            f"{of}, two made-up worlds with the same figures: {both}{f' {rough}.' if rough else ''}",
            f"{of}, two made-up worlds: {both}{' Rough.' if shared.rough else ''}",
            f"{of}, two made-up worlds: groups of {bare[0]}; or of {bare[1]}. {phrases.OVERLAP}.",
        ),
        caveat=shared.origin.caveat(rows),
        terms=frequency.terms(rows),
        places=citing.places(rows),
        credits=frequency.page_credit(rows),
        located=frequency.located(rows),
    )


def _world_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: possible_worlds(rows, ax=ax),), lambda room: room.page.row * 6.0)


OVERLAP_FIGURES: tuple[Entry, ...] = (
    Entry(
        "overlap-bounds",
        "frequency",
        _range_title,
        "The figures add up to more than 100: how many people have more than one site?",
        credited(_range_rows),
        _range_words,
        _range_panels,
        data_table.RANGES,
        ("low", "high"),
        takes_data=True,
        label="More than one site: what the figures allow",
    ),
    Entry(
        "overlap-worlds",
        "frequency",
        _world_title,
        "How different can two groups be that have the same figures?",
        credited(_world_rows),
        _world_words,
        _world_panels,
        data_table.WORLDS,
        ("people",),
        takes_data=True,
        label="Two possible worlds with the same figures",
    ),
)
