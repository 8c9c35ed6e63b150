"""The figures of what the site frequencies tell, and do not tell, of people with more than one site."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, credited
from her2viz.charts.frequency.ranges import overlap_ranges, possible_world
from her2viz.charts.frequency.rows import frequency_rows
from her2viz.dataset import origin
from her2viz.derived.overlap import World, at_least, few_world, many_world
from her2viz.errors import DataError
from her2viz.page.panels import Panels
from her2viz.words import citing, frequency
from her2viz.words.parts import Words

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
    one_sided = [q for q in rows["qualifier"].dropna().unique() if origin.is_own(rows) and not phrases.is_rough(q)]
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
    told = [f"{phrases.plain(r.label)} {phrases.hedged(r.qualifier, r.frequency_pct)}" for r in rows.itertuples()]
    first = rows.iloc[0]
    kept = [c for c in ("population", "sites_overlap", "source_id", "section", "line") if c in rows.columns]
    own = {"source": "; ".join(citing.cited(rows)), "named": frequency.named(rows)} if origin.is_own(rows) else {}
    return {
        "from_figures": ", ".join(told),
        "fits": ", ".join(f"{phrases.plain(r.label)} {phrases.number(r.frequency_pct)}" for r in rows.itertuples()),
        "sites": len(rows),
        "total": total,
        "mean_sites": total / 100,
        **{column: first[column] for column in kept},
        **own,
    }


def _range_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = _figures(data)
    n, many = len(figures), phrases.count(len(figures))
    fewer, more = ([min(100, max(0, p + give)) for p in figures] for give in (-_GIVE, _GIVE))
    made = []
    some, none = f"at least one of the {many}", f"none of the {many}"
    if origin.is_own(rows):  # short, since their numbers stand beside the whole
        some, none = "one or more", "none of these"
    for k in range(1, n + 1):
        low, high = at_least(k, figures)
        least, most = at_least(k, fewer)[0], at_least(k, more)[1]
        if k == 1:
            made.append((some, k, low, high, least, most, ""))
            made.append((none, 0, 100 - high, 100 - low, 100 - most, 100 - least, "it may be elsewhere"))
        else:
            what = f"all {many}" if k == n else f"{phrases.count(k)} or more"
            made.append((what, k, low, high, least, most, ""))
    columns = ["what", "number_of_sites", "low", "high", "low_if_off", "high_if_off", "remark"]
    frame = pd.DataFrame(made, columns=columns)
    return frame.assign(if_off_by=_GIVE, **_common(rows))


def _if_same(rows: pd.DataFrame, many: str) -> str:
    return f"If the {many} are about the same 100 {phrases.noun(rows)}"


def _shared(rows: pd.DataFrame) -> dict[str, str]:
    """Return the words that both figures need, from rows made by :func:`_common`."""
    first, own = rows.iloc[0], origin.is_own(rows)
    figures = str(first["named"]) if own else "Rough figures"
    return {
        "many": phrases.count(int(first["sites"])),
        "total": phrases.number(first["total"]),
        "mean": phrases.number(first["mean_sites"]),
        "note": f"{phrases.OVERLAP}: these {phrases.count(int(first['sites']))} add up to {first['total']:g}.",
        "caveat": origin.caveat("own" if own else "frequency", rows),
        "meaning": frequency.meanings(rows),
        "specific": phrases.specificity(rows),
        "credit": citing.credit(rows),
        "of": phrases.reference_class(rows),
        "named": figures,
        "rough": "; rough" if figures.startswith("Rough") else "",
        "who": "the rows give" if own else "the page gives",
        "open": "The rows do" if own else "The page does",
        "nowhere": "nowhere" if own else "no spread",
    }


def _aside(text: str, told: dict[str, str]) -> str:
    return f"{text}, {told['specific']}" if told["specific"] else text


def _close(told: dict[str, str]) -> list[str]:
    """End a description or caption."""
    specific = f"The figures are {told['specific']}." if told["specific"] else ""
    return [part for part in (told["note"], specific, told["caveat"], told["meaning"], told["credit"]) if part]


def _range_words(rows: pd.DataFrame) -> Words:
    told = _shared(rows)
    many, same, own = told["many"], _if_same(rows, told["many"]), origin.is_own(rows)
    ranges = [f"{row.what}: {row.low:g} to {row.high:g} in 100." for row in rows.itertuples()]
    loose = [f"{row.what} {row.low_if_off:g} to {row.high_if_off:g}" for row in rows.itertuples()]
    alt = [f"{row.what} {row.low:g} to {row.high:g}".replace(f" of the {many}", "") for row in rows.itertuples()]
    start = f"Range chart. If the {many} are about the same {told['of'].removeprefix('Of ')}"
    elsewhere = f"None of the {many} is not \u201c{told['nowhere']}\u201d: it may be elsewhere."
    specific = f", {told['specific']}" if told["specific"] else ""
    return Words(
        title=f"How many have more than one site? What {many} figures allow",
        reference=told["of"],
        aside=_aside(f"{same}{told['rough']}", told),
        note=f"{phrases.OVERLAP}. {phrases.sentence(rows['fits'].iloc[0])[:-1]}: {told['total']}."
        f"{' None of these: it may be elsewhere.' if own else ''}",
        caveat=told["caveat"],
        credit=told["credit"],
        alt=phrases.shortest(
            f"{start}: {', '.join(alt)}. {phrases.OVERLAP}. {told['named']}{specific}.",
            f"{start}: {', '.join(alt)}. {phrases.OVERLAP}. {told['named']}.",
            f"Range chart. {told['of']}: {', '.join(alt)}. {phrases.OVERLAP}.",
            *(
                f"Range chart. {told['of']}: {', '.join(alt[:n])} and {len(alt) - n} more. {phrases.OVERLAP}."
                for n in range(len(alt) - 1, 0, -1)
            ),
        ),
        description=" ".join(
            [
                f"Range chart with {phrases.count(len(rows))} bars in outlines that mark the whole 100. "
                "A bar runs from the fewest to the most that the figures allow.",
                f"{told['of']}, {told['who']} {rows['from_figures'].iloc[0]}.",
                f"{same}, these ranges follow, and no more: nothing says who has which sites, "
                "and no two sites must go together.",
                " ".join(phrases.sentence(r) for r in ranges),
                elsewhere,
                f"The mean is {told['mean']} sites a {phrases.noun(rows, one=True)}.",
                f"If {'each figure may be off by ' if own else 'about means '}up to {_GIVE} more or fewer"
                f"{'' if own else ' for each figure'}, the ranges widen: {', '.join(loose)}.",
                *_close(told),
            ]
        ),
        caption=" ".join(
            [
                f"{told['of']}, how many can have more than one of {many} sites.",
                f"{same}, only these ranges follow. {elsewhere}",
                *_close(told),
            ]
        ),
        sources=citing.cited(rows),
    )


def _range_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: overlap_ranges(rows, ax=ax),), lambda room: room.page.row * (0.8 * len(rows) + 0.9))


def _made_of(world: World, sites: int, labels: Sequence[str]) -> str:
    """Say which sites the people with so many sites have."""
    ways = sorted(((c, s) for s, c in world.items() if len(s) == sites), key=lambda way: (-way[0], way[1]))
    return ", ".join(f"{c} {' + '.join(phrases.plain(labels[i]) for i in s)}" for c, s in ways)


def _world_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows, figures = _figures(data)
    labels, n, many = rows["label"].tolist(), len(figures), phrases.count(len(figures))
    made = []
    for start, world in (("Possible", few_world(figures)), ("Also possible", many_world(figures))):
        overlap = sum(c for s, c in world.items() if len(s) > 1)
        name = f"{start}: {overlap} with two or more"
        for k in sorted({len(s) for s in world}, reverse=True):
            people = sum(c for s, c in world.items() if len(s) == k)
            if k == 0:
                made.append((name, k, people, "none of these", "it may be elsewhere"))
            elif k == n:
                made.append((name, k, people, f"all {many} sites", ""))
            else:
                what, parts = f"{phrases.count(k)} site{'s' * (k > 1)}", _made_of(world, k, labels)
                # one way only: no need to count it again, unless labels of someone's own would be too long for that
                alone = "," not in parts and not origin.is_own(rows)
                made.append(
                    (name, k, people, f"{what}: {parts.split(' ', 1)[1]}" if alone else what, "" if alone else parts)
                )
    frame = pd.DataFrame(made, columns=["world", "number_of_sites", "people", "label", "made_of"])
    return frame.assign(**_common(rows))


def _world_words(rows: pd.DataFrame) -> Words:
    told = _shared(rows)
    many = told["many"]
    said, short = [], []
    for name, group in rows.groupby("world", sort=False):
        parts = [
            f"{r.people} in 100 with {r.label}{f' ({r.made_of})' if r.made_of else ''}" for r in group.itertuples()
        ]
        said.append(f"{name}: {', '.join(parts)}.")
        short.append(", ".join(f"{r.people} with {r.label}" for r in group.itertuples()))
    same = f"Both give the same {many} figures: {rows['from_figures'].iloc[0]}."
    open_ = f"Both are made up. {told['open']} not say which sites go together."
    fit = "rough figures" if told["rough"] else "the figures"
    rough = ", ".join(part for part in ("Rough" if told["rough"] else "", told["specific"]) if part)
    return Words(
        title=f"Two possible worlds with the same {many} figures",
        reference=told["of"],
        aside=_aside(f"Both made up by us to fit {fit}", told),
        note=f"{phrases.OVERLAP}. Both fit: {rows['fits'].iloc[0]}.",
        caveat=told["caveat"],
        credit=told["credit"],
        alt=phrases.shortest(
            f"Icon arrays. {told['of']}, two made-up worlds with the same figures: {short[0]}; or {short[1]}. "
            f"{phrases.OVERLAP}. {f'{rough}.' if rough else ''}".strip(),
            f"Icon arrays. {told['of']}, two made-up worlds: {short[0]}; or {short[1]}. {phrases.OVERLAP}."
            f"{' Rough.' if told['rough'] else ''}",
            f"Icon arrays. {told['of']}, two made-up worlds with the same {many} figures. {phrases.OVERLAP}.",
        ),
        description=" ".join(
            [
                "Icon arrays: two possible worlds of 100 circles each, in groups by number of sites. "
                "Filled: two or more sites. Open with a dark edge: one. Open with a light edge: none of these.",
                f"{told['of']}.",
                same,
                *said,
                open_,
                f"In both the mean is {told['mean']} sites a {phrases.noun(rows, one=True)}.",
                *_close(told),
            ]
        ),
        caption=" ".join(
            [f"{told['of']}, two possible worlds. Both fit the same {many} figures. {open_}", *_close(told)]
        ),
        sources=citing.cited(rows),
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
        "The figures add up to more than 100: how many people have more than one site?",
        credited(_range_rows),
        _range_words,
        _range_panels,
        ("low", "high"),
        takes_data=True,
    ),
    Entry(
        "overlap-bounds-worlds",
        "frequency",
        "How different can two groups be that have the same figures?",
        credited(_world_rows),
        _world_words,
        _world_panels,
        ("people",),
        takes_data=True,
    ),
)
