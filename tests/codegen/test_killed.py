"""Killed at any moment, the generator leaves the old output or the new one, never a mixture."""

import shutil
import signal
from pathlib import Path

import pytest

from tests.codegen.generating import Project, Ran, files, python

# Runs the generator and counts what it does to files and folders; at the given count it is killed.
DRIVER = """
import os, signal, sys
folder, deadly, *arguments = sys.argv[1:]
seen = 0

def watch(event, details):
    global seen
    paths = [os.fspath(d) for d in details if isinstance(d, (str, os.PathLike))]
    touches = any(path.startswith(folder) for path in paths)
    writes = event != "open" or (details[2] or 0) & (os.O_WRONLY | os.O_RDWR)
    if (touches and writes and event in WATCHED) or event in ("subprocess.Popen", "ctypes.dlsym"):
        seen += 1
        if seen == int(deadly):
            os.kill(os.getpid(), signal.SIGKILL)

WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
from codegen.cli import main
sys.addaudithook(watch)
code = main(arguments)
print("events", seen)
sys.exit(code)
"""
MOMENTS = (0.0, 0.3, 0.9, 0.98, 0.99, 1.0)


def run(project: Project, deadly: int) -> Ran:
    return python("-c", DRIVER, project.folder, str(deadly), *project.options)


def test_killed_in_mid_run(project: Project, tmp_path: Path) -> None:
    old = files(project.output)
    shutil.copytree(project.output, tmp_path / "before")
    project.edit("contracts.toml", "TTSvolume = 100", "TTSvolume = 99")
    whole = run(project, 0)
    assert whole.code == 0, whole.err
    new = files(project.output)
    assert new != old
    events = int(whole.out.split()[-1])
    assert events > len(new)
    outcomes: list[bool] = []
    for moment in MOMENTS:
        shutil.rmtree(project.output)
        shutil.copytree(tmp_path / "before", project.output)
        killed = run(project, max(1, round(events * moment)))
        assert killed.code == -signal.SIGKILL
        left = files(project.output)
        assert left in (old, new), f"a mixture after {moment:.0%}"
        outcomes.append(left == new)
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes)
    assert project.run().code == 0
    assert files(project.output) == new
    assert [path.name for path in project.output.parent.iterdir()] == ["rescind_models"]


def test_a_run_that_fails_while_writing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    old = files(project.output)
    project.edit("contracts.toml", "TTSvolume = 100", "TTSvolume = 99")
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "voice.py":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        project.run()
    assert files(project.output) == old
    monkeypatch.undo()
    assert project.run().code == 0
    assert files(project.output) != old


def test_where_folders_cannot_change_places_in_one_step(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "other")
    project.edit("contracts.toml", "TTSvolume = 100", "TTSvolume = 99")
    assert project.run().code == 0
    new = files(project.output)
    assert b"default=99" in new["phone_notify/advanced_notify_request.py"]
    assert [path.name for path in project.output.parent.iterdir()] == ["rescind_models"]
    project.output.rename(project.output.with_name(".rescind_models.old"))
    assert project.run().code == 0
    assert files(project.output) == new
    assert [path.name for path in project.output.parent.iterdir()] == ["rescind_models"]
