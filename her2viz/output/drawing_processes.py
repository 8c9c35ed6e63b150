"""Processes that draw beside this one. Nothing slow is imported here, so that they can start before all else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module

__all__ = ["MOST", "collect_less_often", "cores", "drawing_processes"]

#: More processes than this take more memory than they save time.
MOST = 8


@contextmanager
def drawing_processes(count: int) -> Iterator[ProcessPoolExecutor | None]:
    """Start so many processes, which load at once what draws; None for less than one.

    They end at once when the block does: what is being drawn still, after an error or Ctrl-C, is for no one.
    """
    if count < 1:
        yield None
        return
    others = set(multiprocessing.active_children())
    # spawned, not forked, since a progress bar runs a thread
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin)
    try:
        with _left_to_us(signal.SIGINT):
            for _ in range(count):
                pool.submit(import_module, "her2viz.output.exporting")
        yield pool
    finally:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()  # by itself it would take half a second to end
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Let a process that draws end when the one that writes is killed: by itself it would wait for work for ever."""
    collect_less_often()
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _left_to_us(asked: signal.Signals) -> Iterator[None]:
    """Start processes that a signal does not reach: Ctrl-C is for the process that writes the files."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where Ctrl-C reaches all
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {asked})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def collect_less_often() -> None:
    """Let Python look for unused objects a seventh as often, which saves a twentieth of the time that drawing takes.

    For a process of our own that draws and ends: it takes a fifth more memory, some 50 MB.
    """
    gc.set_threshold(5_000)


def cores() -> int:
    """Return how many processes may draw at once here."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MOST)
