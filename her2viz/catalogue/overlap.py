"""The figures of what the site frequencies tell, and do not tell, of people with more than one site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, credited
from her2viz.charts.frequency.ranges import overlap_ranges, possible_world
from her2viz.charts.frequency.rows import frequency_rows
from her2viz.dataset.origin import Origin, origin_of
from her2viz.derived.overlap import World, at_least, few_world, many_world
from her2viz.errors import DataError
from her2viz.page.panels import Panels
from her2viz.words import citing, data_table, frequency
from her2viz.words.parts import Words, alternatives

__all__ = ["OVERLAP_FIGURES"]

#: What "about" is tried as in the description: so many of 100 to either side.
_GIVE = 5


def _figures(data: pd.DataFrame | None) -> tuple[pd.DataFrame, list[int]]:
    """Return the rows with a frequency and the frequencies as whole people."""
    rows = frequency_rows(data)
    figures = rows["frequency_pct"].tolist()
    if not 2 <= len(figures) <= 6:
        raise DataError(f"Overlap needs the figures of two to six sites; got {len(figures)}. Filter the rows first.")
    if any(value % 1 for value in figures):
        raise DataError("Overlap counts whole people, so frequency_pct must be whole numbers; round them first.")
    own = origin_of(rows).own
    one_sided = [q for q in rows["qualifier"].dropna().unique() if own and not phrases.is_rough(q)]
    if one_sided:
        raise DataError(
            f"Overlap counts with the figures themselves, so the qualifier must be empty or a word such as about; "
            f"got {', '.join(map(repr, one_sided))}."
        )
    if not rows["sites_overlap"].fillna(False).astype(bool).any():
        raise DataError(
            "These rows say in sites_overlap that no one has more than one site, so nothing is left to find."
        )
    return rows, [int(value) for value in figures]


def _common(rows: pd.DataFrame) -> dict[str, object]:
    """Return what every row made from these rows carries on."""
    total = float(rows["frequency_pct"].sum())
    figures = [f"{phrases.plain(r.label)} {phrases.hedged(r.qualifier, r.frequency_pct)}" for r in rows.itertuples()]
    first = rows.iloc[0]
    kept = [c for c in ("population", "subtype", "sites_overlap", "source_id", "section", "line") if c in rows.columns]
    common = {
        "from_figures": ", ".join(figures),
        "fits": ", ".join(f"{phrases.plain(r.label)} {phrases.number(r.frequency_pct)}" for r in rows.itertuples()),
        "sites": len(rows),
        "total": total,
        "mean_sites": total / 100,
        "named": frequency.named(rows),
        **{column: first[column] for column in kept},
    }
    if origin_of(rows).own:
        common["source"] = "; ".join(place.name for place in citing.places(rows))
    return common


def _range_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = _figures(data)
    n, many = len(figures), phrases.count(len(figures))
    fewer, more = ([min(100, max(0, p + give)) for p in figures] for give in (-_GIVE, _GIVE))
    ranges: list[tuple[object, ...]] = []
    some, none = f"at least one of the {many}", f"none of the {many}"
    if origin_of(rows).own:  # short, since their numbers stand beside the whole
        some, none = "one or more", "none of these"
    for k in range(1, n + 1):
        low, high = at_least(k, figures)
        least, most = at_least(k, fewer)[0], at_least(k, more)[1]
        if k == 1:
            ranges.append((some, "at least one", k, low, high, least, most, ""))
            ranges.append((none, "none", 0, 100 - high, 100 - low, 100 - most, 100 - least, "it may be elsewhere"))
        else:
            what = f"all {many}" if k == n else f"{phrases.count(k)} or more"
            ranges.append((what, what, k, low, high, least, most, ""))
    columns = ["what", "short", "number_of_sites", "low", "high", "low_if_off", "high_if_off", "remark"]
    frame = pd.DataFrame(ranges, columns=columns)
    return frame.assign(if_off_by=_GIVE, **_common(rows))


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

    def aside(self, text: str) -> str:
        """Add what the figures are not about."""
        return f"{text}, {self.specific}" if self.specific else text

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
    return f"How many have more than one site? What {phrases.count(int(rows['sites'].iloc[0]))} figures allow"


def _range_words(rows: pd.DataFrame) -> Words:
    shared, of, first = _shared(rows), phrases.reference_class(rows), rows.iloc[0]
    many = shared.many
    loose = [f"{row.what} {row.low_if_off:g} to {row.high_if_off:g}" for row in rows.itertuples()]
    short = [f"{row.short} {row.low:g} to {row.high:g}" for row in rows.itertuples()]
    elsewhere = f"None of the {many} is not \u201c{shared.nowhere}\u201d: it may be elsewhere."
    same = f"If the {many} are about the same 100 {first['population']}: "
    tail = f"{phrases.OVERLAP}. {first['named']}"
    return Words(
        origin=shared.origin,
        title=_range_title(rows),
        form="Range chart",
        reference=of,
        aside=shared.aside(f"{shared.same}{'; rough' if shared.rough else ''}"),
        note=f"{phrases.OVERLAP}. {first['fits'][:1].upper()}{first['fits'][1:]}: {first['total']:g}."
        f"{' None of these: it may be elsewhere.' if shared.origin.own else ''}",
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
    )


def _range_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: overlap_ranges(rows, ax=ax),), lambda room: room.page.row * (0.8 * len(rows) + 0.9))


def _made_of(world: World, sites: int, labels: Sequence[str]) -> list[tuple[int, str]]:
    """Return how many of the people with so many sites have which."""
    ways = sorted(((c, s) for s, c in world.items() if len(s) == sites), key=lambda way: (-way[0], way[1]))
    return [(people, " + ".join(phrases.plain(labels[i]) for i in s)) for people, s in ways]


def _world_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = _figures(data)
    own = origin_of(rows).own
    labels, n, many = rows["label"].tolist(), len(figures), phrases.count(len(figures))
    groups: list[tuple[object, ...]] = []
    for start, world in (("Possible", few_world(figures)), ("Also possible", many_world(figures))):
        overlap = sum(c for s, c in world.items() if len(s) > 1)
        name = f"{start}: {overlap} with two or more"
        for k in sorted({len(s) for s in world}, reverse=True):
            people = sum(c for s, c in world.items() if len(s) == k)
            if k == 0:
                groups.append((name, k, people, "none of these", "it may be elsewhere"))
            elif k == n:
                groups.append((name, k, people, f"all {many} sites", ""))
            else:
                what, ways = f"{phrases.count(k)} site{'s' * (k > 1)}", _made_of(world, k, labels)
                # one way only: no need to count it again, unless labels of someone's own would be too long for that
                if len(ways) == 1 and not own:
                    groups.append((name, k, people, f"{what}: {ways[0][1]}", ""))
                else:
                    groups.append((name, k, people, what, ", ".join(f"{c} {sites}" for c, sites in ways)))
    frame = pd.DataFrame(groups, columns=["world", "number_of_sites", "people", "label", "made_of"])
    return frame.assign(**_common(rows))


def _world_title(rows: pd.DataFrame) -> str:
    return f"Two possible worlds with the same {phrases.count(int(rows['sites'].iloc[0]))} figures"


def _world_words(rows: pd.DataFrame) -> Words:
    shared, of, first = _shared(rows), phrases.reference_class(rows), rows.iloc[0]
    many = shared.many
    worlds, short = [], []
    for name, group in rows.groupby("world", sort=False):
        parts = [
            f"{r.people} in 100 with {r.label}{f' ({r.made_of})' if r.made_of else ''}" for r in group.itertuples()
        ]
        worlds.append(f"{name}: {', '.join(parts)}.")
        short.append(", ".join(f"{r.people} with {r.label}" for r in group.itertuples()))
    unknown = f"Both are made up. {shared.does} not say which sites go together."
    rough = ", ".join(part for part in ("Rough" if shared.rough else "", shared.specific) if part)
    both = f"{short[0]}; or {short[1]}. {phrases.OVERLAP}."
    return Words(
        origin=shared.origin,
        title=_world_title(rows),
        form="Icon arrays",
        reference=of,
        aside=shared.aside(f"Both made up by us to fit {'rough figures' if shared.rough else 'the figures'}"),
        note=f"{phrases.OVERLAP}. Both fit: {first['fits']}.",
        built="Icon arrays: two possible worlds of 100 circles each, in groups by number of sites. "
        "Filled: two or more sites. Open with a dark edge: one. Open with a light edge: none of these.",
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
            f"{of}, two made-up worlds with the same {many} figures. {phrases.OVERLAP}.",
        ),
        caveat=shared.origin.caveat(rows),
        terms=frequency.terms(rows),
        places=citing.places(rows),
    )


def _world_panels(rows: pd.DataFrame) -> Panels:
    worlds = [group for _, group in rows.groupby("world", sort=False)]

    def panel(world: pd.DataFrame) -> Callable[[Axes], object]:
        return lambda ax: possible_world(world, ax=ax)

    return Panels(tuple(panel(world) for world in worlds), lambda room: room.page.row * 3.9, columns=len(worlds))


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
    ),
)
