"""A copy of the course: nothing of a student's is ever overwritten, and JupyterLab opens on the copy."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import her2viz as hv
from her2viz import files
from her2viz.course import copying


@pytest.fixture
def shipped(monkeypatch, tmp_path):
    """A small course of two lessons with solutions, in place of the shipped one; the folder to copy into beside it."""
    source = tmp_path / "shipped"
    (source / "solutions").mkdir(parents=True)
    for name in ("00_start_here", "01_where"):
        (source / f"{name}.ipynb").write_bytes(f'{{"lesson": "{name}"}}\n'.encode())
        (source / "solutions" / f"{name}.ipynb").write_bytes(f'{{"solution": "{name}"}}\n'.encode())
    (source / "notes.txt").write_text("not a lesson")
    (source / ".ipynb_checkpoints").mkdir()
    (source / ".ipynb_checkpoints" / "00_start_here-checkpoint.ipynb").write_text("not a lesson either")
    monkeypatch.setattr(copying, "shipped_folder", lambda _: source)
    return source


def listing(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(paths, folder):
    return [path.relative_to(folder).as_posix() for path in paths]


def test_the_course_as_shipped(tmp_path):
    done = hv.copy_course(tmp_path / "course")
    source = files.shipped_folder("notebooks")
    assert names(done.written, tmp_path / "course") == sorted(path.name for path in source.glob("*.ipynb"))
    assert done.written
    for path in done.written:
        assert path.read_bytes() == (source / path.name).read_bytes()


def test_a_first_copy_holds_the_lessons_alone(shipped, tmp_path):
    folder = tmp_path / "a" / "course"
    done = hv.copy_course(folder)
    assert (names(done.written, folder), done.unchanged, done.kept) == (
        ["00_start_here.ipynb", "01_where.ipynb"],
        (),
        (),
    )
    assert listing(folder) == {path.name: path.read_bytes() for path in shipped.glob("*.ipynb")}


def test_solutions_only_when_asked(shipped, tmp_path):
    hv.copy_course(tmp_path / "course")
    done = hv.copy_course(tmp_path / "course", solutions=True)
    assert names(done.written, tmp_path / "course") == ["solutions/00_start_here.ipynb", "solutions/01_where.ipynb"]
    assert len(done.unchanged) == 2
    for name, held in listing(tmp_path / "course").items():
        assert held == (shipped / name).read_bytes()


@pytest.mark.parametrize("mine", [b'{"lesson": "00_start_here", "mine": 1}\n', b"", b"\xff\xfe not json"])
def test_a_changed_notebook_is_kept(mine, shipped, tmp_path):
    folder = tmp_path / "course"
    hv.copy_course(folder)
    (folder / "00_start_here.ipynb").write_bytes(mine)
    (folder / "my own.ipynb").write_bytes(b"mine")
    (folder / "01_where.ipynb").unlink()
    done = hv.copy_course(folder)
    assert names(done.kept, folder) == ["00_start_here.ipynb"]
    assert names(done.written, folder) == ["01_where.ipynb"]
    assert done.unchanged == ()
    assert (folder / "00_start_here.ipynb").read_bytes() == mine
    assert (folder / "my own.ipynb").read_bytes() == b"mine"


def test_a_copy_of_an_older_course_is_kept_too(shipped, tmp_path):
    folder = tmp_path / "course"
    hv.copy_course(folder)
    old = (folder / "01_where.ipynb").read_bytes()
    (shipped / "01_where.ipynb").write_bytes(b"newer")
    assert names(hv.copy_course(folder).kept, folder) == ["01_where.ipynb"]
    assert (folder / "01_where.ipynb").read_bytes() == old


def test_unchanged_notebooks_are_not_written_again(shipped, tmp_path):
    folder = tmp_path / "course"
    hv.copy_course(folder)
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    done = hv.copy_course(folder)
    assert (done.written, len(done.unchanged), done.kept) == ((), 2, ())
    assert {path.stat().st_mtime for path in folder.iterdir()} == {1}


def test_what_a_killed_run_left_is_cleared(shipped, tmp_path):
    folder = tmp_path / "course"
    folder.mkdir()
    part = folder / ".left.her2viz-part"
    part.write_bytes(b"half")
    os.utime(part, (0, 0))
    hv.copy_course(folder)
    assert set(listing(folder)) == {"00_start_here.ipynb", "01_where.ipynb"}


def test_all_or_nothing(shipped, tmp_path, monkeypatch):
    write, written = files._write_new, []

    def full(path, content):
        if written:
            raise OSError(28, "No space left on device")
        written.append(path)
        write(path, content)

    monkeypatch.setattr(files, "_write_new", full)
    with pytest.raises(hv.UsageError, match="No space left on device"):
        hv.copy_course(tmp_path / "course")
    assert written
    assert listing(tmp_path / "course") == {}


def test_where_the_course_cannot_go(shipped, tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "taken" / "01_where.ipynb").mkdir(parents=True)
    (tmp_path / "link").symlink_to(shipped)
    before = listing(tmp_path)
    for folder, said in {
        "file": "needs a folder; .*file' is a file",
        "file/below": "Can't .*: Not a directory",
        "taken": "01_where.ipynb': it is a folder",
        "shipped": "is where the course is shipped; choose another",
        "shipped/solutions": "is where the course is shipped",
        "link": "is where the course is shipped",
        "a" * 300: "Can't .*: File name too long",
    }.items():
        with pytest.raises(hv.UsageError, match=said):
            hv.copy_course(tmp_path / folder)
    assert listing(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as on POSIX systems")
def test_nothing_is_written_through_a_link_nor_read_from_a_pipe(shipped, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "solutions").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(hv.UsageError, match=r"solutions' leads out of '.*course'"):
        hv.copy_course(tmp_path / "course", solutions=True)
    assert listing(tmp_path / "course") == listing(tmp_path / "elsewhere") == {}
    os.mkfifo(tmp_path / "course" / "01_where.ipynb")
    with pytest.raises(hv.UsageError, match=r"01_where\.ipynb': it is a pipe or a device"):
        hv.copy_course(tmp_path / "course")
    (tmp_path / "named").symlink_to(tmp_path / "elsewhere")
    assert len(hv.copy_course(tmp_path / "named", solutions=True).written) == 4, "the folder named may be a link"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(shipped, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(hv.UsageError, match="Permission denied"):
        hv.copy_course(folder)


# JupyterLab


@pytest.mark.parametrize("name", ["jupyterlab", "ipywidgets"])
def test_missing_extra_names_the_command(name, monkeypatch):
    copying.need_jupyterlab()
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(hv.UsageError) as error:
        copying.need_jupyterlab()
    assert str(error.value).startswith(f"The course needs {name}, which this Python does not have.")
    assert str(error.value).endswith(f'{sys.executable} -m pip install "her2viz[notebooks]"')


@pytest.fixture
def python(monkeypatch, tmp_path):
    """A stand-in for Python, which says how it was called and ends as told."""

    def stand_in(body):
        path = tmp_path / "python"
        path.write_text(f"#!{sys.executable}\nimport os, signal, sys, time\n{body}\n")
        path.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(path))

    return stand_in


@pytest.mark.skipif(os.name != "posix", reason="needs a script as a program")
@pytest.mark.parametrize(("end", "code"), [("sys.exit(0)", 0), ("sys.exit(3)", 3), ("os.kill(os.getpid(), 15)", 143)])
def test_jupyterlab_of_this_python_and_its_exit_code(end, code, python, tmp_path, capfd, monkeypatch):
    python(f"print(sys.argv[1:], flush=True); {end}")
    monkeypatch.chdir(tmp_path)
    assert copying.open_jupyterlab(Path("-my course"), ["--no-browser"]) == code
    said = capfd.readouterr().out
    assert said == f"{['-P', '-c', copying._JUPYTERLAB, '--no-browser', str(tmp_path.resolve() / '-my course')]}\n"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_interrupt_while_jupyterlab_starts(tmp_path):
    command = [sys.executable, "-m", "her2viz", "lab", "course", "--", "--no-browser", "--port", "0"]
    lab = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said = lab.stdout.readline()
    assert said.startswith("Copied")
    for _ in range(100):  # the first may come before anyone listens
        time.sleep(0.3)
        if lab.poll() is not None:
            break
        os.killpg(lab.pid, signal.SIGINT)
    assert lab.poll() is not None
    assert "Traceback" not in said + lab.communicate()[0]


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_jupyterlab_ends_with_the_command(tmp_path):
    """Asked to end, the command ends JupyterLab; and no module of the current folder is run."""
    tmp_path.joinpath("json.py").write_text("print('of the current folder')\n")
    command = [sys.executable, "-m", "her2viz", "lab", "course", "--", "--no-browser", "--allow-root", "--port", "0"]
    command = [sys.executable, "-P", *command[1:]]
    lab = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    said = ""
    while "is running at" not in said:
        line = lab.stdout.readline()
        assert line, said
        said += line
    lab.terminate()
    rest, _ = lab.communicate(timeout=60)  # ends only when JupyterLab has closed the pipe too
    assert lab.returncode == 143
    assert "of the current folder" not in said + rest
    assert sorted(path.name for path in (tmp_path / "course").iterdir())[0] == "00_start_here.ipynb"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_interrupt_is_for_jupyterlab(python, tmp_path):
    """Ctrl-C reaches both; this process waits until JupyterLab has decided, and hands its exit code on."""
    python(
        "signal.signal(signal.SIGINT, lambda *_: (print('asked', flush=True), sys.exit(5)))\n"
        "print('up', flush=True); time.sleep(30)"
    )
    code = (
        f"import sys; sys.executable = {str(tmp_path / 'python')!r}\n"
        "from pathlib import Path; from her2viz.course.copying import open_jupyterlab\n"
        "sys.exit(open_jupyterlab(Path('x')))"
    )
    real = Path(tmp_path / "python").read_text().split("\n", 1)[0].removeprefix("#!")
    process = subprocess.Popen([real, "-c", code], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout.readline() == "up\n"
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=20)[0] == "asked\n"
    assert process.returncode == 5
