"""A table of made-up figures to start one's own from."""

from __future__ import annotations

from pathlib import Path

from her2viz.errors import UsageError
from her2viz.files import plainly, write

__all__ = ["write_template"]

#: Five sites that do not exist, of people who do not exist: nobody can take these for figures of anything.
_TEXT = """\
site,label,frequency_pct,qualifier,population,sites_overlap,source,note,thing
site_a,Site A,60,about,people in a made-up class example,True,Made-up numbers for a class,\
Replace every row by yours.,site
site_b,Site B,30,about,people in a made-up class example,True,Made-up numbers for a class,\
"A thing is a site, side effect, complication or answer.",site
site_c,Site C,15,about,people in a made-up class example,True,Made-up numbers for a class,\
"Further columns: n and total for counts, group for two groups.",site
site_d,Site D,10,about,people in a made-up class example,True,Made-up numbers for a class,,site
site_e,Site E,5,about,people in a made-up class example,True,Made-up numbers for a class,,site
"""


def write_template(path: Path) -> None:
    """Write the table, over nothing that is there.

    Raises
    ------
    UsageError
        If there is something of that name, or it can't be written.
    """
    with plainly(f"write {str(path)!r}"):
        if path.is_dir():
            raise UsageError(f"Can't write {str(path)!r}: it is a folder; name a file in it, such as mine.csv.")
        if path.exists() or path.is_symlink():
            raise UsageError(f"{str(path)!r} exists; her2viz does not overwrite it. Choose another name.")
        if not path.parent.is_dir():
            raise UsageError(f"The folder {str(path.parent)!r} does not exist; make it first.")
    write({path: _TEXT.encode()})
