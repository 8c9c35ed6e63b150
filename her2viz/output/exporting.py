"""Figures as files: PNG, SVG and PDF with their words inside, and a text file beside them. Whole files or none."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from her2viz import style
from her2viz.catalogue.registry import Drawable, drawable, entry, figure
from her2viz.errors import UsageError, as_names, brief, unknown
from her2viz.files import INDEX, as_path, check_names, make_folder, plainly, stale_page, write
from her2viz.output.drawing_processes import MOST, drawing_processes
from her2viz.output.gallery_page import Card, card, gallery_page
from her2viz.page.rendering import FORMATS

__all__ = ["export", "exporting"]


def export(
    out: str | Path,
    names: Iterable[str] | None = None,
    formats: Sequence[str] = FORMATS,
    size: str = "slide",
    data: pd.DataFrame | None = None,
    gallery: bool = False,
    plain_title: bool = False,
    processes: int = 1,
    title: str | None = None,
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
    plain_title : bool
        Whether labels stand in place of findings; see :func:`her2viz.figure`.
    processes : int
        How many processes draw at once, eight at most. In a script, more than one need its
        ``if __name__ == "__main__":``, as Python's multiprocessing does.
    title : str, optional
        A title of your own, for one figure of rows of your own; see :func:`her2viz.figure`.

    Returns
    -------
    list of pathlib.Path
        The files written, ``<name>.<format>`` and ``<name>.txt``. Each is whole; the same input gives the same bytes,
        by however many processes. An ``index.html`` of an earlier run is removed when the words of its figures change.

    Raises
    ------
    UsageError
        If a name, format or size is unknown, names holds none, the folder can't be written to, or a text file or page
        of that name holds something else; nothing is written then. Or if the system stops a process, or another run
        of other rows has replaced what the page would show: what is written is whole.
    DataError
        If the rows would mislead, or a figure asked for can't be drawn of them; nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in export(folder, names=["site-bars"], formats=["svg"])]
    ['site-bars.svg', 'site-bars.txt']
    """
    plan = exporting(out, names, formats, size, data, gallery, plain_title, processes, title)
    return [path for written in plan.steps for path in written]


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
    plain_title: bool = False,
    processes: int = 1,
    title: str | None = None,
    others: ProcessPoolExecutor | None = None,
) -> Plan:
    """Check what :func:`export` is asked for; return what there is to do, a figure a step.

    Its processes are started with the first step, unless there are others already.
    """
    names = None if names is None else as_names("names", names, '["site-bars"]')
    formats = as_names("formats", formats, '["png"]')
    for form in formats:
        if form not in FORMATS:
            raise unknown("format", form, FORMATS)
    if not formats:
        raise UsageError(f"formats must name at least one of {', '.join(FORMATS)}; got none.")
    if not isinstance(processes, int) or processes < 1:
        raise UsageError(f"processes must be a whole number from 1; got {brief(processes)}.")
    style.size(size)
    wanted = drawable(names, data, size, title)
    folder = as_path(out, "out")
    with plainly(f"make the folder {str(folder)!r}"):
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"The output must be a folder; {str(folder)!r} is a file.")
    check_names(folder / f"{name}.{ending}" for name in wanted.chosen for ending in (*formats, "txt"))
    check_names([folder / INDEX] if gallery else [])

    def steps() -> Iterator[list[Path]]:
        cards: dict[str, Card] = {}  # a figure may be asked for twice
        texts: dict[Path, bytes] = {}
        draw = partial(_drawn, formats=tuple(formats), size=size, data=data, plain_title=plain_title, title=title)
        many = min(processes, MOST, len(wanted.chosen))
        with (
            nullcontext(others) if others else drawing_processes(many - 1) as pool,
            closing(_each(draw, wanted.chosen, many, pool)) as figures,
        ):
            for number, drawn in enumerate(figures):
                files = {folder / name: content for name, content in drawn.files.items()}
                words = folder / f"{drawn.card.name}.txt"
                cards[drawn.card.name], texts[words] = drawn.card, files[words]
                if number == 0:
                    make_folder(folder)
                yield write(files, stale_page(words, files[words]))
        if gallery and cards:
            _refuse_others(texts)
            yield write({folder / INDEX: gallery_page(cards.values())})

    return Plan(wanted, steps())


def _refuse_others(texts: dict[Path, bytes]) -> None:
    """Refuse to write a page of pictures that another run, of other rows, has replaced meanwhile."""
    for path, text in texts.items():
        with plainly(f"read {str(path)!r}"):
            if not path.is_file() or path.read_bytes() != text:
                raise UsageError(
                    f"Another run has changed {str(path)!r} meanwhile, so no page was written: it would say of that "
                    "picture what is not in it. Run this again, into a folder of its own."
                )


class _Drawn(NamedTuple):
    """A figure as files, and its place in the gallery."""

    files: dict[str, bytes]
    card: Card


def _drawn(
    name: str, formats: Sequence[str], size: str, data: pd.DataFrame | None, plain_title: bool, title: str | None
) -> _Drawn:
    fig = figure(name, data, size, plain_title=plain_title, title=title)
    files = {f"{name}.{form}": fig.to_bytes(form) for form in formats} | {f"{name}.txt": fig.words_text()}
    return _Drawn(files, card(fig, formats, entry(name).question if data is None else ""))


def _each(
    draw: partial[_Drawn], names: Sequence[str], processes: int, pool: ProcessPoolExecutor | None
) -> Generator[_Drawn]:
    """Draw figures and give them back in their order; this process draws as well, at once, while others start."""
    if pool is None:
        yield from map(draw, names)
        return
    left, taking = deque(range(len(names))), threading.Lock()
    drawings: dict[int, Future[_Drawn]] = {}

    def hand_on(last: Future[_Drawn] | None = None) -> None:
        """Give a helper that has drawn its last one the next: one at a time, so that none waits beside an idle one."""
        with taking:
            if not left or (last and (last.cancelled() or last.exception())):
                return
            number = left.popleft()
            try:
                drawings[number] = drawing = pool.submit(draw, names[number])
            except BrokenProcessPool:  # its figure is left to this process
                left.appendleft(number)
                return
        drawing.add_done_callback(hand_on)

    def take() -> int | None:
        with taking:
            return left.popleft() if left else None

    for _ in range(processes - 1):
        hand_on()
    try:
        for number in range(len(names)):
            while not (number in drawings and drawings[number].done()) and (ours := take()) is not None:
                drawings[ours] = Future()
                drawings[ours].set_result(draw(names[ours]))
            yield drawings.pop(number).result()
    except BrokenProcessPool as error:
        raise UsageError(
            "A process that draws was stopped, perhaps for want of memory. The files written are whole; draw the "
            "others with fewer processes."
        ) from error
    finally:
        with taking:
            left.clear()
