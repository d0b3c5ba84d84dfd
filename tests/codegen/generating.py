"""Runs the generator the way a maintainer does, on copies."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs

from codegen.cli import main

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = ROOT / "codegen" / "contracts"
GENERATED = ROOT / "generated" / "rescind_models"
WSDLS = ROOT / "tests" / "data" / "wsdl"
DATA = ROOT / "tests" / "data" / "codegen"


@attrs.frozen
class Ran:
    """What one run of the generator did."""

    code: int
    out: str
    err: str


def codegen(*arguments: str | Path) -> Ran:
    """Run the generator in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return Ran(code, out.getvalue(), err.getvalue())


def python(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> Ran:
    """Run a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        timeout=60,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but Python's caches."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }


@attrs.frozen
class Project:
    """A copy of our inputs and our output."""

    folder: Path

    @property
    def contracts(self) -> Path:
        return self.folder / "contracts"

    @property
    def output(self) -> Path:
        return self.folder / "generated" / "rescind_models"

    @property
    def options(self) -> tuple[str | Path, ...]:
        return "--contracts", self.contracts, "--generated", self.folder / "generated"

    def run(self, *arguments: str | Path) -> Ran:
        return codegen(*self.options, *arguments)

    def edit(self, name: str, old: str, new: str, *, count: int = 1) -> None:
        """Change a text in an input; it must be there that many times."""
        path = self.contracts / name
        text = path.read_text("utf-8")
        assert text.count(old) == count, f"{old!r} is {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")


def copy_of_project(folder: Path) -> Project:
    """Copy our inputs and our output into a folder."""
    project = Project(folder)
    shutil.copytree(CONTRACTS, project.contracts)
    shutil.copytree(GENERATED, project.output, ignore=shutil.ignore_patterns("__pycache__"))
    return project
