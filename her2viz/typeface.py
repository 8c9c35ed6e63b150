"""The typeface of every figure, Source Sans: found in its package, loaded by file, never installed on the machine."""

from __future__ import annotations

import base64
import io
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = [
    "FAMILIES",
    "FAMILY",
    "LIKE",
    "WEIGHTS",
    "characters",
    "css",
    "embedded",
    "embedding",
    "folders",
    "load",
    "own_characters",
]

FAMILY = "Source Sans Pro"
#: The second comes with matplotlib, and has letters that the first lacks.
FAMILIES = (FAMILY, "DejaVu Sans")
#: For a reader that does not take the letters from a file: the same under its later name, then others no wider.
LIKE = (FAMILY, "Source Sans 3", "Calibri", "Carlito", FAMILIES[1], "sans-serif")
#: The weights that figures use, and how their files are called. No semibold: the second family has none, nor has what
#: most users draw in.
WEIGHTS = {400: "Regular", 700: "Bold"}
#: In every file of letters, so that most figures share one: making it takes as long as drawing an SVG.
_ALWAYS = frozenset(string.printable + "\u2013\u2019\u201c\u201d\u2020")

#: The tables of kerning and ligatures.
_LAYOUT = ("GDEF", "GPOS", "GSUB")
#: The tables that an embedded file goes without; not ``cmap``, by which matplotlib 3.10 chooses the letters.
_NOT_IN_A_PDF = (*_LAYOUT, "BASE", "DSIG", "OS/2", "gasp", "name", "post")


def _file(weight: int) -> str:
    return str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{WEIGHTS[weight]}.ttf")


def folders() -> list[str]:
    """Return the folders of the files of both families, for programs that look for fonts in folders.

    Examples
    --------
    >>> len(folders())
    2
    """
    from matplotlib import get_data_path

    return [str(files("font_source_sans_pro") / "files"), str(Path(get_data_path(), "fonts", "ttf"))]


@cache
def load() -> None:
    """Let matplotlib know the files, in this process alone and before a copy of another version on the machine."""
    from matplotlib.font_manager import fontManager

    for weight in WEIGHTS:
        fontManager.addfont(_file(weight))
        fontManager.ttflist.insert(0, fontManager.ttflist.pop())


@cache
def characters() -> frozenset[int]:
    """Return the code points that a figure can be lettered with."""
    from matplotlib.font_manager import findfont, get_font

    return own_characters() | frozenset(get_font(findfont(FAMILIES[1])).get_charmap())


@cache
def own_characters() -> frozenset[int]:
    """Return the code points of the first family alone."""
    from matplotlib.font_manager import get_font

    return frozenset(get_font(_file(400)).get_charmap())


@contextmanager
def embedding() -> Iterator[None]:
    """Let matplotlib embed letters in a PDF without the tables that it does not need.

    Reading them is more than half of the time that a PDF takes. Not for two threads at once; other fonts
    stay whole.
    """
    from fontTools import subset

    ours, whole = {_file(weight) for weight in WEIGHTS}, subset.load_font

    def load_font(file: Any, *args: Any, **kwargs: Any) -> Any:
        font = whole(file, *args, **kwargs)
        if str(file) in ours:
            _drop(font, _NOT_IN_A_PDF)
        return font

    subset.load_font = load_font
    try:
        yield
    finally:
        subset.load_font = whole


def _drop(font: Any, tables: Iterable[str]) -> None:
    for table in tables:
        del font[table]


def css(families: Iterable[str]) -> str:
    """Return names of families as style sheets and matplotlib write them.

    Examples
    --------
    >>> print(css(FAMILIES))
    'Source Sans Pro', 'DejaVu Sans'
    """
    return ", ".join(name if name == "sans-serif" else f"'{name}'" for name in families)


def embedded(used: Mapping[int, Iterable[str]]) -> str:
    """Return CSS that holds the letters used, by weight, so that a reader without the typeface sees the same.

    Examples
    --------
    >>> embedded({400: "about 70"})[:58]
    "@font-face{font-family:'Source Sans Pro';font-weight:400;s"
    """
    faces = (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};"
        f"src:url(data:font/woff;base64,{_subset(weight, frozenset(letters) - _ALWAYS)}) format('woff')}}"
        for weight, letters in sorted(used.items())
    )
    return "".join(faces)


@lru_cache(maxsize=256)
def _subset(weight: int, more: frozenset[str]) -> str:
    """Return a file with the letters of every figure and some more, in base64; the same letters give the same bytes."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(_file(weight), recalcTimestamp=False)  # the time that the file names stays
    _drop(font, _LAYOUT)  # kerning is at most 1% of a line
    subsetter = Subsetter(Options(name_IDs=[], notdef_outline=True))
    subsetter.populate(text="".join(sorted(_ALWAYS | more)))
    subsetter.subset(font)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
