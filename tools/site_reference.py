"""The reference of the site: a page for each public name, with the picture that it draws, and one for the commands."""

from __future__ import annotations

import re
from pathlib import Path

import matplotlib.pyplot as plt
from typer.testing import CliRunner

import her2viz as hv
from her2viz import cli
from site_markdown import known, picture, plain

STUB = Path(hv.__file__).with_name("__init__.pyi")
#: The public names stand under the folder or module that they come from.
GROUPS = {
    "catalogue": "Figures",
    "page": "A figure and its words",
    "charts": "Charts on Axes of your own",
    "style": "Colours and look",
    "dataset": "Tables",
    "derived": "Worked out from the tables",
    "own": "Numbers of your own",
    "explorer": "What the pages say, and the lesson without code",
    "course": "The course",
    "output": "Files for a class",
    "errors": "Errors",
}
#: The figure whose rows a chart is shown with, and whose words stand beside it.
CHARTS = {
    "site_bars": "site-bars",
    "body_map": "body-map",
    "site_icons": "site-icons",
    "study_dots": "published-sites-brain",
}


def public_names() -> dict[str, list[str]]:
    """Return the public names in groups, from the stub that lists them."""
    groups: dict[str, list[str]] = {group: [] for group in GROUPS}
    for place, name in re.findall(r"^from \.(\w+)[\w.]* import (\w+)", STUB.read_text(encoding="utf-8"), flags=re.M):
        groups[place].append(name)
    return groups


def api() -> dict[str, str]:
    """Return a page for each public name, and the page that lists them."""
    groups = public_names()
    parts = ["# Python", "All of it is in one place: `import her2viz as hv`."]
    for group, names in groups.items():
        listed = "\n   ".join(names)
        parts += [
            f"## {GROUPS[group]}",
            f"```{{eval-rst}}\n.. currentmodule:: her2viz\n.. autosummary::\n\n   {listed}\n```",
        ]
    every = [name for names in groups.values() for name in names]
    return {"reference/python.md": "\n\n".join(parts)} | {f"reference/api/{name}.md": name_page(name) for name in every}


def name_page(name: str) -> str:
    """Return the page of a public name: its docstring, and the picture that it makes."""
    form = "autoclass" if isinstance(getattr(hv, name), type) else "autofunction"
    members = "\n   :members:" if form == "autoclass" else ""
    parts = [f"# {plain(name)}", f"```{{eval-rst}}\n.. currentmodule:: her2viz\n.. {form}:: {name}{members}\n```"]
    if name in CHARTS:
        words = known(CHARTS[name])[1]
        alt = f"[![{plain(words.alt)}]({name}.png)]({name}.png)"
        parts.append(f"## What it draws\n\n:::{{container}} wide\n{alt}\n:::\n\n{plain(words.caption)}")
    elif name == "figure":
        parts.append(f"## What it draws\n\n{picture('site-bars', '../../gallery/')}")
    return "\n\n".join(parts)


def chart_picture(name: str, of: str, path: Path) -> None:
    """Draw a chart by itself, as on someone's own Axes."""
    with plt.rc_context(hv.theme()):
        ax = getattr(hv, name)(known(of)[0])
        ax.get_figure(root=True).savefig(path, dpi=144, bbox_inches="tight", metadata={"Software": None})
        plt.close("all")


def commands() -> str:
    """Return what each command says of itself when it is asked for help."""
    parts = ["# Command line", helped()]
    for command in cli.app.registered_commands:
        name = command.name or command.callback.__name__
        parts += [f"## {name}", helped(name)]
    return "\n\n".join(parts)


def helped(*command: str) -> str:
    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"})
    printed = runner.invoke(cli.app, [*command, "--help"], prog_name="her2viz")
    assert printed.exit_code == 0, printed.output
    return f"```text\n{printed.output.strip()}\n```"
