"""Figures as files: PNG, SVG and PDF with their words inside, and a text file beside them. Whole files or none."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from her2viz import style, wording
from her2viz.catalogue import Drawable, drawable, entry, figure
from her2viz.errors import UsageError, unknown
from her2viz.files import FIRST_LINE, check_names, clear, is_ours, make_folder, plainly, write
from her2viz.gallery import INDEX, Card, card, gallery_page
from her2viz.teaching_figure import TeachingFigure

__all__ = ["FORMATS", "export", "exporting", "rendered", "save", "words_file"]

FORMATS = ("png", "svg", "pdf")
_AUTHOR = "her2viz"
#: What the files are about, beside their own words: of our figures, and of someone's own, of which we know nothing.
_SUBJECT = (("breast cancer",), ())
_SVG = "http://www.w3.org/2000/svg"


def rendered(fig: TeachingFigure, form: str) -> bytes:
    """Return a figure as the bytes of a PNG, SVG or PDF file, its words in the metadata.

    Raises
    ------
    UsageError
        If the format is another one.
    """
    if form not in FORMATS:
        raise unknown("format", form, FORMATS)
    with style.catalogue_style(style.size(fig.size)):
        buffer = io.BytesIO()
        fig.mpl.savefig(buffer, format=form, dpi=fig.mpl.dpi, metadata=_metadata(fig, form))
    return _with_description(fig, buffer.getvalue()) if form == "svg" else buffer.getvalue()


def _metadata(fig: TeachingFigure, form: str) -> dict[str, Any]:
    """Name what a file of this format says of itself; no date, so that the same figure gives the same bytes."""
    told = f"{fig.alt} {fig.caveat}"
    if form == "png":
        return {
            "Title": fig.title,
            "Description": fig.description,
            "Author": _AUTHOR,
            "Source": "; ".join(fig.sources),
            "Copyright": wording.terms(fig.kind == "own"),
            "Software": None,
        }
    if form == "pdf":
        return {
            "Title": fig.title,
            "Subject": told,
            "Author": _AUTHOR,
            "Keywords": "; ".join((*_SUBJECT[fig.kind == "own"], fig.words.reference, *fig.sources)),
            "Creator": _AUTHOR,
            "Producer": None,
            "CreationDate": None,
        }
    return {
        "Title": fig.title,
        "Description": told,
        "Creator": _AUTHOR,
        "Source": "; ".join(fig.sources),
        "Rights": wording.terms(fig.kind == "own"),
        "Language": "en",
        "Date": None,
    }


def _with_description(fig: TeachingFigure, svg: bytes) -> bytes:
    """Give an SVG the role, title and description that a screen reader looks for."""
    for prefix, uri in {
        "": _SVG,
        "xlink": "http://www.w3.org/1999/xlink",
        "cc": "http://creativecommons.org/ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }.items():
        ET.register_namespace(prefix, uri)
    root = ET.fromstring(svg)
    for old in root.findall(f"{{{_SVG}}}title"):
        root.remove(old)
    root.attrib |= {"role": "img", "aria-labelledby": f"{fig.name}-title {fig.name}-desc", "lang": "en"}
    for place, (tag, text) in enumerate({"title": fig.title, "desc": fig.description}.items()):
        element = ET.Element(f"{{{_SVG}}}{tag}", id=f"{fig.name}-{tag}")
        element.text = text
        root.insert(place, element)
    described: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return described


def words_file(fig: TeachingFigure) -> bytes:
    """Return the text that stands beside the files of a figure."""
    parts = {
        "Title": fig.title,
        "Alt text": fig.alt,
        "Description": fig.description,
        "Caption": fig.caption,
        "Caveat": fig.caveat,
        "Source": "; ".join(fig.sources),
        "Terms" if fig.kind == "own" else "Licence": wording.terms(fig.kind == "own"),
    }
    return "\n\n".join([FIRST_LINE, *(f"{name}: {text}" for name, text in parts.items())]).encode() + b"\n"


def save(fig: TeachingFigure, path: str | Path) -> Path:
    """Save a figure by the ending of the name, its words beside it; see :meth:`TeachingFigure.save`."""
    path = Path(path)
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise unknown("the ending of the file name", path.suffix, [f".{f}" for f in FORMATS])
    if not path.parent.is_dir():
        raise UsageError(f"The folder {str(path.parent)!r} does not exist; make it first.")
    words = path.with_suffix(".txt")
    check_names([path, words])
    clear(path.parent)
    write({path: rendered(fig, form), words: words_file(fig)}, _untrue(words, words_file(fig)))
    return path


def _untrue(words: Path, new: bytes) -> list[Path]:
    """Return the gallery beside some words, if it was made when these were others: no page outlives its pictures."""
    page = words.with_name(INDEX)
    with plainly(f"read in {str(words.parent)!r}"):
        changed = words.is_file() and words.read_bytes() != new
        return [page] if changed and page.is_file() and is_ours(page) else []


def export(
    out: str | Path,
    names: Iterable[str] | None = None,
    formats: Sequence[str] = FORMATS,
    size: str = "slide",
    data: pd.DataFrame | None = None,
    gallery: bool = False,
) -> list[Path]:
    """Write figures of the catalogue into one folder, each in every format, its words beside it.

    Parameters
    ----------
    out : str or pathlib.Path
        The folder; made where there is none.
    names : iterable of str, optional
        Which figures; all where None.
    formats : sequence of str
        Among "png", "svg" and "pdf".
    size : str
        "screen", "slide" or "print".
    data : pandas.DataFrame, optional
        Rows to draw in place of the shipped ones; see :func:`her2viz.figure`. Without names, the figures that can be
        drawn of them are written.
    gallery : bool
        Whether to write ``index.html`` as well, last: a page of these figures with their words, data and files,
        which needs no script and no network.

    Returns
    -------
    list of pathlib.Path
        The files written, ``<name>.<format>`` and ``<name>.txt``. Each is whole; the same input gives the same bytes.
        An ``index.html`` of an earlier run is removed when the words of its figures change.

    Raises
    ------
    UsageError
        If a name, format or size is unknown, the folder can't be written to, or a text file or page of that name
        holds something else; nothing is written then.
    DataError
        If the rows would mislead, or a figure asked for can't be drawn of them; nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in export(folder, names=["site-bars"], formats=["svg"])]
    ['site-bars.svg', 'site-bars.txt']
    """
    return [path for written in exporting(out, names, formats, size, data, gallery).steps for path in written]


class Plan(NamedTuple):
    """Figures to write: which, which not and why, and an iterator that writes one a step."""

    figures: Drawable
    steps: Iterator[list[Path]]


def exporting(
    out: str | Path,
    names: Iterable[str] | None = None,
    formats: Sequence[str] = FORMATS,
    size: str = "slide",
    data: pd.DataFrame | None = None,
    gallery: bool = False,
) -> Plan:
    """Check what :func:`export` is asked for; return what there is to do, a figure a step."""
    if isinstance(names, str) or isinstance(formats, str):
        raise UsageError('names and formats are lists, such as names=["site-bars"], formats=["png"].')
    for form in formats:
        if form not in FORMATS:
            raise unknown("format", form, FORMATS)
    if not formats:
        raise UsageError(f"formats must name at least one of {', '.join(FORMATS)}; got none.")
    style.size(size)
    wanted = drawable(names, data, size)
    folder = Path(out)
    with plainly(f"make the folder {str(folder)!r}"):
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"The output must be a folder; {str(folder)!r} is a file.")
    check_names(folder / f"{name}.{ending}" for name in wanted.chosen for ending in (*formats, "txt"))
    check_names([folder / INDEX] if gallery else [])

    def steps() -> Iterator[list[Path]]:
        cards: dict[str, Card] = {}
        for number, name in enumerate(wanted.chosen):
            fig = figure(name, data, size)
            files = {folder / f"{name}.{form}": rendered(fig, form) for form in formats}
            words = folder / f"{name}.txt"
            files[words] = words_file(fig)
            if gallery:
                cards[name] = card(fig, formats, entry(name).question if data is None else "")
            if number == 0:
                make_folder(folder)
            yield write(files, _untrue(words, files[words]))
        if cards:
            yield write({folder / INDEX: gallery_page(cards.values())})

    return Plan(wanted, steps())
