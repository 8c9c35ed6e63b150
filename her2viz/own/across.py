"""What may be wrong with the rows of a table of someone's own together: twice the same, of others, in three groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from her2viz.dataset.checking import Problem
from her2viz.dataset.things import SITE
from her2viz.own.cells import percentage
from her2viz.own.columns import SEVERAL

__all__ = ["across"]

_Cells = Mapping[str, Sequence[str]]
_GROUPS = 2


def across(cells: _Cells, rows: Sequence[int]) -> Iterator[Problem]:
    """Say what is wrong with rows together.

    Parameters
    ----------
    cells : mapping
        From the name of a column to its cells as text.
    rows : sequence of int
        The number of each row.

    Examples
    --------
    >>> list(across({"frequency_pct": ["5", "7"], "group": ["before", "before"]}, [2, 3]))
    [Problem(row=None, column='group', text="must name two groups; got 'before'. Leave the column out for one")]
    """
    figures = cells.get("frequency_pct")
    drawn = [n for n, _ in enumerate(rows) if figures is None or figures[n]]
    if not drawn:
        yield Problem(None, "frequency_pct", "no row has a figure, so there is nothing to draw")
    yield from _of_hedges(cells, rows)
    groups = cells.get("group", [""] * len(rows))
    for column in ("site", "label"):
        yield from _repeated(column, cells.get(column, ()), rows, groups)
    yield from _things(cells.get("thing", ()))
    if "group" in cells:
        yield from _of_groups(cells, rows)
    for group in dict.fromkeys(groups):
        mine = [n for n in drawn if groups[n] == group]
        if "population" in cells:
            yield from _of_populations(list(dict.fromkeys(filter(None, (cells["population"][n] for n in mine)))), group)
        for name in set(SEVERAL) & cells.keys():
            thing = next(filter(None, cells.get("thing", ())), SITE.name)
            yield from _sum(name, [(cells[name][n], figures[n]) for n in mine] if figures else [], thing)
    for name in set(SEVERAL) & cells.keys():
        yield from _of_overlap(name, [(rows[n], cells[name][n]) for n in drawn])


def _repeated(column: str, cells: Sequence[str], rows: Sequence[int], groups: Sequence[str]) -> Iterator[Problem]:
    """Say what stands twice in a group, or once more in other capitals."""
    seen: dict[str, str] = {}
    found: dict[tuple[str, str], list[int]] = {}
    for row, cell, group in zip(rows, cells, groups, strict=False):
        if seen.setdefault(cell.casefold(), cell) != cell:
            yield Problem(row, column, f"{cell!r} and {seen[cell.casefold()]!r} differ only in capitals")
        found.setdefault((group, cell), []).append(row)
    for (group, cell), places in found.items():
        if cell and len(places) > 1:
            where = f" in the group {group!r}" if group else ""
            for row in places:
                yield Problem(row, column, f"{cell!r} stands twice{where}; it must be unique")


def _of_hedges(cells: _Cells, rows: Sequence[int]) -> Iterator[Problem]:
    """Say so where no number can be as a hedge says: fewer than none, or more than all."""
    for row, hedge, figure in zip(rows, cells.get("qualifier", ()), cells.get("frequency_pct", ()), strict=False):
        word = hedge.casefold()
        if (
            word in {"less than", "fewer than", "under"} and figure and not percentage(figure) and float(figure) == 0
        ) or (word in {"more than", "over"} and figure and not percentage(figure) and float(figure) == 100):
            yield Problem(row, "qualifier", f"is {hedge!r} beside {figure}, which no number of 100 people can be")


def _things(cells: Sequence[str]) -> Iterator[Problem]:
    """Say so where not all rows are of one thing."""
    names = list(dict.fromkeys(cells))
    if len(names) > 1:
        listed = ", ".join(name or "an empty cell" for name in names[:4])
        yield Problem(None, "thing", f"must be the same in all rows; got {listed}")


def _of_groups(cells: _Cells, rows: Sequence[int]) -> Iterator[Problem]:
    """Say so where there are not two groups, or the two name a row in two ways."""
    names = list(dict.fromkeys(filter(None, cells["group"])))
    if len(names) != _GROUPS:
        listed = ", ".join(map(repr, names[:4])) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
        way_out = "Leave the column out for one" if len(names) < _GROUPS else "Make a table for two of them"
        yield Problem(None, "group", f"must name two groups; got {listed or 'none'}. {way_out}")
    if len({name.casefold() for name in names}) < len(names):
        yield Problem(None, "group", f"{' and '.join(map(repr, names[:2]))} differ only in capitals")
    labels: dict[str, str] = {}
    for row, site, label in zip(rows, cells.get("site", ()), cells.get("label", ()), strict=False):
        if labels.setdefault(site, label) != label:
            yield Problem(row, "label", f"is {label!r} where {site!r} is {labels[site]!r} in the other group")


def _of_populations(populations: Sequence[str], group: str) -> Iterator[Problem]:
    if len(populations) > 1:
        near = f"; {len(populations) - 4} more" if len(populations) > 4 else ""
        whole, way_out = (f"the group {group!r}", "") if group else ("a table", ". Make a table for each")
        yield Problem(
            None,
            "population",
            f"all figures of {whole} are about one population; got {len(populations)}: "
            f"{'; '.join(repr(p[:60]) for p in populations[:4])}{near}{way_out}",
        )


def _of_overlap(name: str, drawn: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    for row, cell in drawn:
        if not cell:
            yield Problem(row, name, "is empty; a row with a figure says True or False")
    if len({cell for _, cell in drawn} & {"True", "False"}) > 1:
        yield Problem(None, name, "must be the same in all rows that have a figure; got True and False")


def _sum(name: str, drawn: Sequence[tuple[str, str]], thing: str) -> Iterator[Problem]:
    """Say so where no one has several, yet the figures add up to more people than there are."""
    total = sum(float(figure) for _, figure in drawn if figure and not percentage(figure))
    if {cell for cell, _ in drawn} & {"True", "False"} == {"False"} and total > 100 + 0.5 * len(drawn):
        yield Problem(
            None,
            name,
            f"says False, yet the figures add up to {total:g} of 100 people, so some have more than one {thing}",
        )
