"""Never half a file: commands killed at random moments, and a disk that is really full.

Each command is killed once, surely while it writes; ``HER2VIZ_KILLS=50`` kills each fifty times, half of them at any
moment.
"""

import contextlib
import errno
import io
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import her2viz as hv
from her2viz import cli, files
from her2viz.catalogue import registry
from her2viz.output.exporting import exporting

KILLS = int(os.environ.get("HER2VIZ_KILLS", "1"))
COMMANDS = {
    "figures": ["figures", "out", "--size", "screen", "--only", "site-bars", "--only", "site-icons", "--format", "png"],
    "slides": ["slides", "talk.pptx", "--only", "site-bars"],
    "handout": ["handout", "sheet.pdf"],
}
# the command, writing slowly enough to be killed in the middle of a file
SLOW = """
import time
from her2viz import files
def slowly(path, content):
    with path.open("xb", buffering=0) as file:
        for start in range(0, len(content), 4096):
            file.write(content[start : start + 4096])
            time.sleep(0.005)
files._write_new = slowly
from her2viz.cli import main
main()
"""


def start_slowly(arguments, folder):
    """Start a command in a process of its own, which can be killed."""
    command = [sys.executable, "-c", SLOW, *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def run(arguments, folder):
    """Run a command in this process; return its exit code and what it writes to stderr."""
    with (
        pytest.MonkeyPatch.context() as patched,
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()) as errors,
    ):
        patched.setattr(sys, "argv", ["her2viz", *arguments])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
    return stopped.value.code, errors.getvalue()


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def whole(found, old, new):
    """Every file that is not a hidden one is as it was, or as it should become."""
    for name, content in found.items():
        if not name.rpartition("/")[2].startswith("."):
            assert content in (old.get(name), new[name]), name


@pytest.fixture(scope="module", params=COMMANDS)
def command(request, tmp_path_factory):
    """A command, what it leaves of someone's own numbers, and what it leaves of the shipped ones after that."""
    folder = tmp_path_factory.mktemp(request.param)
    arguments = COMMANDS[request.param]
    assert run(["template", "mine.csv"], folder) == (0, "")
    assert run([*arguments, "--data", "mine.csv"], folder) == (0, "")
    old = contents(folder)
    assert run(arguments, folder) == (0, "")
    new = contents(folder)
    assert old != new
    assert old.keys() == new.keys()
    return arguments, old, new


def lay(files, folder):
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_killed_at_any_moment(command, tmp_path):
    arguments, old, new = command
    lay(old, tmp_path)
    chance, caught = random.Random(22), 0
    begun = time.monotonic()
    if KILLS > 1:
        assert start_slowly(arguments, tmp_path).wait() == 0
    takes = time.monotonic() - begun
    for turn in range(KILLS):
        shutil.rmtree(tmp_path)
        lay(old, tmp_path)
        process = start_slowly(arguments, tmp_path)
        if turn % 2:
            time.sleep(chance.uniform(0, takes))
        else:
            wait_for_a_part(process, tmp_path, chance.randint(1, 12))  # surely while it writes
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)  # no process of its own holds on to the pipes
        found = contents(tmp_path)
        caught += any(name.rpartition("/")[2].startswith(".") for name in found)
        whole(found, old, new)
        assert set(old) - {"out/index.html"} <= set(found), "an old file is gone"
    assert caught, "no run was killed while it wrote"
    for part in tmp_path.rglob(".*"):
        os.utime(part, (0, time.time() - 4000))
    assert run(arguments, tmp_path) == (0, "")
    assert contents(tmp_path) == new, "an hour later a run works and leaves no temporary"


def wait_for_a_part(process, folder, looks):
    """Wait until a half-written file has been seen so many times."""
    while looks and process.poll() is None:
        looks -= any(path.name.startswith(".") for path in folder.rglob(".*"))
        time.sleep(0.002)


@pytest.fixture
def disk(tmp_path):
    """A function that mounts a small file system, or changes how it is mounted; it is gone after the test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root may mount a small file system, on Linux")

    def mount(options):
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)
        if done.returncode:
            pytest.skip("mounting a file system is not allowed here")
        return folder

    yield mount
    subprocess.run(["umount", folder], capture_output=True)


def test_full_disk(command, disk):
    arguments, old, new = command
    folder = disk("size=192k")
    kept = {"mine.csv": old["mine.csv"], "filler": b"x" * 180_000}
    lay(kept, folder)
    code, errors = run(arguments, folder)
    assert code == 2
    assert "No space left on device" in errors
    assert "Traceback" not in errors
    found = contents(folder)
    assert {name: found.pop(name) for name in kept} == kept
    whole(found, {}, new)
    assert [name for name in found if name.rpartition("/")[2].startswith(".")] == []


@pytest.mark.parametrize(
    ("write_file", "name"), [(partial(hv.slides, names=["source-sites"]), "talk.pptx"), (hv.handout, "sheet.pdf")]
)
def test_disk_that_fills_in_the_middle(write_file, name, tmp_path, monkeypatch):
    """Where nobody may mount a disk: half a file is written, then none."""
    old = tmp_path / name
    old.write_bytes(b"mine, until the new one is whole")

    def full(path, content):
        path.write_bytes(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(files, "_write_new", full)
        with pytest.raises(hv.UsageError, match="No space left on device"):
            write_file(old)
    assert contents(tmp_path) == {name: b"mine, until the new one is whole"}
    assert write_file(old) == old
    assert list(contents(tmp_path)) == [name]
    assert len(old.read_bytes()) > 10_000


WRITER = """
import sys
from pathlib import Path
from her2viz import files
path = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(50):
    files.clear(path.parent)
    files.write({path: sys.argv[2].encode() * 200_000})
"""


def test_two_runs_may_save_one_name_while_a_reader_looks(tmp_path):
    path = tmp_path / "bars.svg"
    files.write({path: b"a" * 200_000})
    command = [sys.executable, "-c", WRITER, path]
    runs = [
        subprocess.Popen([*command, letter], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for letter in "ab"
    ]
    for run in runs:
        assert run.stdout.readline() == b"ready\n"
    for run in runs:
        run.stdin.write(b"go\n")
        run.stdin.flush()
    seen = set()
    while any(run.poll() is None for run in runs):
        content = path.read_bytes()
        assert content in (content[:1] * 200_000,), "half a file"
        seen.add(content[:1])
    assert [run.communicate()[1] for run in runs] == [b"", b""]
    assert seen <= {b"a", b"b"}
    assert contents(tmp_path).keys() == {"bars.svg"}


EXPORTER = """
import contextlib
import sys
import her2viz as hv
print("ready", flush=True)
sys.stdin.readline()
rows = hv.load_sites().head(int(sys.argv[2]))
fig = hv.figure("site-bars", rows)
for _ in range(int(sys.argv[3])):
    with contextlib.suppress(hv.UsageError):  # no page of what the other has written meanwhile
        hv.export(sys.argv[1], ["site-bars"], ["svg"], "screen", rows, gallery=True)
    fig.save(sys.argv[1] + "/mine.svg")
"""


def test_two_runs_may_write_into_one_folder(tmp_path):
    """Each file is of one of them; the last to end may be either."""
    runs = {}
    for rows in (2, 4):
        folder = tmp_path / str(rows)
        some = hv.load_sites().head(rows)
        hv.export(folder, ["site-bars"], ["svg"], "screen", some, gallery=True)
        hv.figure("site-bars", some).save(folder / "mine.svg")
        runs[rows] = contents(folder)
    assert runs[2].keys() == runs[4].keys()
    out = tmp_path / "out"
    out.mkdir()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", EXPORTER, out, str(rows), str(KILLS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for rows in runs
    ]
    for process in processes:
        assert process.stdout.readline() == b"ready\n"
    for process in processes:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    while any(process.poll() is None for process in processes):
        for path in out.glob("[!.]*"):
            with contextlib.suppress(FileNotFoundError):  # a page of other words goes
                assert path.read_bytes() in [run[path.name] for run in runs.values()], path.name
        time.sleep(0.01)
    assert [process.communicate()[1] for process in processes] == [b"", b""]
    assert contents(out).keys() - {"index.html"} == runs[2].keys() - {"index.html"}


@pytest.mark.skipif(os.name != "posix", reason="permissions and links as on POSIX systems")
def test_no_page_says_of_another_runs_picture_what_is_not_in_it(tmp_path):
    asked = {"names": ["site-bars"], "formats": ["svg"], "size": "screen", "gallery": True}
    mine, other = hv.load_sites().head(2), hv.load_sites().head(4)
    first = exporting(tmp_path, data=mine, **asked).steps
    next(first)
    hv.export(tmp_path, data=other, **asked)
    page = (tmp_path / "index.html").read_bytes()
    with pytest.raises(hv.UsageError, match=r"Another run has changed .*no page was written"):
        list(first)
    assert (tmp_path / "index.html").read_bytes() == page


def test_written_files_are_as_usual_and_follow_no_link(tmp_path):
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    path = tmp_path / "bars.svg"
    path.symlink_to(mine)
    before = os.umask(0o027)
    try:
        files.write({path: b"new"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.lstat().st_mode) == 0o640
    assert (mine.read_bytes(), path.read_bytes(), path.is_symlink()) == (b"mine", b"new", False)
    part = tmp_path / "part"
    part.symlink_to(mine)
    with pytest.raises(FileExistsError):
        files._write_new(part, b"new")
    assert mine.read_bytes() == b"mine"


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices as on POSIX systems")
@pytest.mark.parametrize("name", ["site-bars.txt", "site-bars.svg", "index.html", "talk.pptx", "sheet.pdf"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_pipes_and_devices_are_refused_at_once(kind, name, tmp_path):
    taken = tmp_path / name
    if kind == "pipe":
        os.mkfifo(taken)
    else:
        taken.symlink_to("/dev/zero")  # never ends
    writers = {
        ".pptx": lambda: hv.slides(taken, names=["site-bars"]),
        ".pdf": lambda: hv.handout(taken, names=["site-bars"]),
    }
    with pytest.raises(hv.UsageError, match=f"Can't write '.*{name}': it is a pipe or a device"), within(5):
        writers.get(
            taken.suffix, lambda: hv.export(tmp_path, names=["site-bars"], formats=["svg"], gallery=True, size="screen")
        )()
    assert not taken.is_file()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("path", ["a\0.pptx", "a\ud800.pptx"])
def test_names_that_no_file_can_have_are_refused_before_drawing(path, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "composed", None)
    with pytest.raises(hv.UsageError, match="Can't write"):
        hv.slides(tmp_path / path)
    with pytest.raises(hv.UsageError, match="Can't "):
        hv.export(tmp_path / path)


@contextlib.contextmanager
def within(seconds):
    """End what waits for ever."""

    def hangs(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_a_file_that_is_open_elsewhere_says_so(tmp_path, monkeypatch):
    """As on Windows, where nothing replaces a file that another program has open."""
    path = tmp_path / "talk.pptx"
    path.write_bytes(b"open in another program")

    def denied(self, target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(hv.UsageError, match=r"Can't replace '.*talk.pptx': Permission denied. .* close it there"):
        files.write({path: b"new"})
    assert contents(tmp_path) == {"talk.pptx": b"open in another program"}


def test_read_only_folder(command, disk):
    arguments, old, _ = command
    folder = disk("size=8m")
    lay(old, folder)
    disk("remount,ro")
    code, errors = run(arguments, folder)
    assert code == 2
    assert "Read-only file system" in errors
    assert "Traceback" not in errors
    assert contents(folder) == old
