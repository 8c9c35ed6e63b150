"""Tables as text, for other programs and for people."""

from __future__ import annotations

from her2viz.dataset.loaders import load_table, raw
from her2viz.errors import unknown

__all__ = ["TEXT_FORMS", "printed"]

TEXT_FORMS = ("md", "csv", "json")


def printed(name: str, form: str) -> str:
    """Return a table as Markdown with its caveat, as CSV or as JSON.

    Raises
    ------
    UsageError
        If there is no such table or form.

    Examples
    --------
    >>> printed("sources", "csv").splitlines()[0][:20]
    'source_id,short_name'
    """
    if form not in TEXT_FORMS:
        raise unknown("format", form, TEXT_FORMS)
    frame = load_table(name)
    if form == "csv":
        return str(raw(name).to_csv(index=False, lineterminator="\n"))
    if form == "json":
        return f"{frame.to_json(orient='records', force_ascii=False, indent=2)}\n"
    cells = raw(name).fillna("").map(lambda text: text.replace("|", "\\|"))
    return f"{cells.to_markdown(index=False, disable_numparse=True)}\n\n{frame.attrs['caveat']}\n"
