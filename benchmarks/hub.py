"""A class on one machine: students of a local JupyterHub run lesson 01 at once; time, and memory of each student.

    pip install jupyterhub ".[notebooks,class]" && npm install configurable-http-proxy
    PATH=$PWD/node_modules/.bin:$PATH python benchmarks/hub.py 20

Each student has a server with a copy of the course, started by the hub, and a kernel in which nbclient runs the lesson;
both are counted as the student's. Linux alone: memory is what /proc says, shared pages divided among those who share.
"""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError

PORT = 18321
LESSON = "01_where_it_spreads.ipynb"
CONFIG = """
import subprocess, sys
from pathlib import Path
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.JupyterHub.hub_port = {hub}
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {home!r} + "/{{username}}"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser", "--allow-root"]
c.JupyterHub.concurrent_spawn_limit = 100
c.JupyterHub.services = [{{"name": "class", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [
    {{"name": "class", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["class"]}}
]

def course(spawner):
    home = Path({home!r}, spawner.user.name)
    home.mkdir(exist_ok=True)
    subprocess.run([Path(sys.executable).with_name("her2viz"), "notebooks", home], check=True)

c.Spawner.pre_spawn_hook = course
"""
STUDENT = """
import os, sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=900).execute(env=os.environ | {"JUPYTERHUB_USER": sys.argv[2]})
assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code"), "a cell was not run"
"""


def asked(path: str, token: str, method: str = "GET") -> object:
    """Return what the hub answers."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{PORT}{path}", method=method, headers={"Authorization": f"token {token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read() or "null")


def until(true: object, seconds: float = 180) -> None:
    """Wait until a call gives something true."""
    end = time.monotonic() + seconds
    while True:
        try:
            if true():  # type: ignore[operator]
                return
        except (URLError, ConnectionError, HTTPError):
            pass
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.5)


def memory() -> Iterator[tuple[str, float]]:
    """Give for each process of a student the student's name and its memory in MB."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            variables = process.joinpath("environ").read_bytes().split(b"\0")
            rollup = process.joinpath("smaps_rollup").read_text()
        except OSError:
            continue
        for variable in variables:
            if variable.startswith(b"JUPYTERHUB_USER="):
                pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
                yield variable.partition(b"=")[2].decode(), int(pss.split()[1]) / 1024


def main(students: int) -> None:
    """Let a class run the lesson."""
    names, token = [f"student{n:02}" for n in range(students)], secrets.token_hex(16)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        config = Path(home, "config.py")
        config.write_text(CONFIG.format(port=PORT, api=PORT + 1, hub=PORT + 2, home=home, token=token))
        with Path(home, "log").open("wb") as log:
            command = [sys.executable, "-m", "jupyterhub", "--config", str(config)]
            hub = subprocess.Popen(command, cwd=home, stdout=log, stderr=log)
        try:
            until(lambda: asked("/hub/api/", token))
            start = time.perf_counter()
            for name in names:
                asked(f"/hub/api/users/{name}", token, "POST")
                asked(f"/hub/api/users/{name}/server", token, "POST")
            for name in names:
                until(lambda name=name: asked(f"/hub/api/users/{name}", token)["servers"][""]["ready"])  # type: ignore
            print(f"{students} servers up after {time.perf_counter() - start:.0f} s")

            start = time.perf_counter()
            players = [
                subprocess.Popen(
                    [sys.executable, "-c", STUDENT, str(Path(home, name, LESSON)), name], cwd=Path(home, name)
                )
                for name in names
            ]
            most: dict[str, float] = {}
            while any(player.poll() is None for player in players):
                now: dict[str, float] = {}
                for name, size in memory():
                    now[name] = now.get(name, 0) + size
                most = {name: max(most.get(name, 0), now.get(name, 0)) for name in names}
                time.sleep(2)
            failed = sum(player.returncode != 0 for player in players)
            print(f"lesson 01 run by all at once after {time.perf_counter() - start:.0f} s, {failed} failed")
            print(f"memory of a student at most: {min(most.values()):.0f} to {max(most.values()):.0f} MB")
            if failed:
                sys.exit(Path(home, "log").read_text()[-3000:])
        except (OSError, TimeoutError):
            print(Path(home, "log").read_text()[-3000:], file=sys.stderr)
            raise
        finally:
            hub.terminate()
            hub.wait(timeout=60)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
