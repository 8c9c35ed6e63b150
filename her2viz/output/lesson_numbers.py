"""The numbers and the groups that the script of the lesson names, each from its row."""

from __future__ import annotations

from her2viz import phrases
from her2viz.catalogue.registry import entry
from her2viz.words import meanings

__all__ = ["lesson_numbers"]


def lesson_numbers() -> dict[str, str]:
    """Return what the names in the script stand for.

    Examples
    --------
    >>> numbers = lesson_numbers()
    >>> numbers["four"], numbers["group"]
    ('bone about 70, lung about 30, liver about 20 and brain about 10', 'women with advanced breast cancer')
    """
    subtype, early, liver = entry("percent-of-whom").rows(None).itertuples()
    sites = entry("site-icons").rows(None)
    bone = next(sites.itertuples())
    two = next(row for row in entry("overlap-bounds").rows(None).itertuples() if row.number_of_sites == 2)
    small, large, *_ = entry("two-denominators").rows(None).itertuples()
    found = entry("published-sites").rows(None).query("site == 'liver'").sort_values("percent")
    first, later = entry("first-and-any-time").rows(None).query("site == 'lung'").itertuples()
    return {
        "group": liver.population,
        "four": phrases.join(
            f"{phrases.plain(s.label)} {phrases.hedged(s.qualifier, s.frequency_pct)}" for s in sites.itertuples()
        ),
        "total": phrases.number(two.total),
        "bone_pct": phrases.hedged(bone.qualifier, bone.frequency_pct),
        "bone_not": phrases.hedged(bone.qualifier, 100 - bone.frequency_pct),
        "same": phrases.number(liver.value),
        **{
            f"{name}_{part}": text
            for name, row in {"subtype": subtype, "early": early, "liver": liver}.items()
            for part, text in {
                "group": row.population,
                "pct": phrases.hedged(row.qualifier, row.value),
                "says": row.says,
            }.items()
        },
        "her2": meanings.explain(("HER2",)),
        "advanced": meanings.explain(("advanced",)),
        "low": str(two.low),
        "high": str(two.high),
        "count": f"{small.n_with:,}",
        "small_group": small.population,
        "small_pct": small.printed,
        "large_group": large.population,
        "large_pct": large.printed,
        "liver_studies": phrases.count(len(found)),
        "liver_low": found["printed"].iloc[0],
        "liver_high": found["printed"].iloc[-1],
        "people": str(first.n_total),
        "study_group": first.population,
        "first_pct": first.printed,
        "any_pct": later.printed,
        "gap": entry("what-nobody-says").shipped_title(),
    }
