"""How far a student is: exercises right, tried and open, by lesson."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from her2viz.course.exercises import EXERCISES, lesson_title
from her2viz.course.kept import PROGRESS_FILE, RIGHT, TRIED, kept
from her2viz.files import as_path

__all__ = ["Progress", "progress"]

_NOTHING = (
    "No answers are kept in this folder yet. They are kept once hv.check is run in a notebook of the course, on a "
    "copy such as her2viz notebooks makes."
)
_LOOK = "border:1px solid currentColor;padding:2px 8px;text-align:"


@dataclass(frozen=True, repr=False)
class Progress:
    """How far a student is; shows itself as a table, in a notebook and as text.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a lesson: its title, and how many exercises are ``right``, ``tried`` and not right yet, and ``open``.
    """

    data: pd.DataFrame

    @property
    def summary(self) -> str:
        """The whole in a sentence or two."""
        right, tried, still = (int(self.data[column].sum()) for column in ("right", "tried", "open"))
        total = right + tried + still
        if still == total:
            return _NOTHING
        return (
            f"{right} of {total} exercises right, {tried} tried, {still} open. Kept in {PROGRESS_FILE} beside your "
            "notebooks, and sent to nobody."
        )

    def __repr__(self) -> str:
        return f"{self.data.to_string(index=False)}\n\n{self.summary}"

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="{_LOOK}left">{name}</th>' for name in self.data.columns)
        rows = []
        for lesson, *numbers in self.data.itertuples(index=False):
            cells = "".join(f'<td style="{_LOOK}right">{number}</td>' for number in numbers)
            rows.append(f'<tr><th scope="row" style="{_LOOK}left">{escape(lesson)}</th>{cells}</tr>')
        return (
            '<table style="border-collapse:collapse;color:inherit;background:transparent">'
            f'<caption style="text-align:left;color:inherit">{escape(self.summary)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        )


def progress(folder: str | Path = ".") -> Progress:
    """Tell how far you are in the course.

    Parameters
    ----------
    folder : str or pathlib.Path
        The folder of your notebooks; the current one by default.

    Returns
    -------
    Progress
        Exercises right, tried and open, a row a lesson; its ``data`` is a frame.

    Raises
    ------
    DataError
        If the file that keeps them is broken, or is not ours. It stays as it is.

    Notes
    -----
    :func:`her2viz.check` keeps them in ``her2viz-progress.json`` beside the notebook that calls it, and sends them
    nowhere. It does so in a notebook alone, and only in a folder that holds a copy of a lesson: scripts and tests
    leave nothing behind. What was right once stays right. To begin anew, remove the file.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     mine = progress(folder)
    >>> mine.data.columns.tolist()
    ['lesson', 'right', 'tried', 'open']
    """
    states = kept(as_path(folder, "folder"))
    exercises = pd.DataFrame(
        {"lesson": [lesson_title(known.name) for known in EXERCISES],
         "state": [states.get(known.name, "open") for known in EXERCISES]}
    )  # fmt: skip
    counts = {
        state: exercises["state"].eq(state).groupby(exercises["lesson"], sort=False).sum()
        for state in (RIGHT, TRIED, "open")
    }
    return Progress(pd.DataFrame(counts).reset_index())
