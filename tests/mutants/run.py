"""Breaks the code in one small way after the other, and sees each break caught by a test.

Every ``*.patch`` beside this file is one mutant: a first line that says what it breaks, a line
``Try first: tests/…`` that names the tests most likely to notice, and a unified diff. A mutant
that those tests miss meets the whole suite; one that passes that too has survived, and fails the
run. Usage: ``python tests/mutants/run.py [part of a name …]``.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import attrs

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TRY_FIRST = re.compile(r"^Try first: (.+)$", re.MULTILINE)
FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)
TESTS_FAILED = 1  # pytest's exit status; higher ones mean that no test got to judge


@attrs.frozen
class Mutant:
    """One patch."""

    path: Path
    breaks: str
    try_first: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "Mutant":
        """Read a patch file's two header lines."""
        text = path.read_text(encoding="utf-8")
        tests = TRY_FIRST.search(text)
        if tests is None:
            raise SystemExit(f"{path.name}: no line 'Try first: tests/…'")
        return cls(path, text.partition("\n")[0], tuple(tests[1].split()))


@attrs.frozen
class Copy:
    """A copy of the working tree, to break."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> "Copy":
        """Copy what git tracks and what it does not ignore."""
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        for name in filter(None, listed.stdout.split("\0")):
            if (ROOT / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, root / name)
        return cls(root)

    def apply(self, mutant: Mutant, *options: str) -> None:
        """Apply a patch, or with ``-R`` take it back."""
        done = subprocess.run(
            ["git", "apply", *options, str(mutant.path)],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{mutant.path.name} does not apply: {done.stderr.strip()}")

    def test(self, tests: Sequence[str]) -> tuple[int, str]:
        """Run tests against the copy: pytest's exit status, and the first that failed."""
        paths = os.pathsep.join(str(self.root / name) for name in ("src", "generated", "."))
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", *tests],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        failed = FAILED.search(done.stdout)
        return done.returncode, failed[1] if failed else (done.stdout + done.stderr)[-500:]


def judge(copy: Copy, mutant: Mutant) -> tuple[bool, str]:
    """Break the copy, test it, mend it: whether it was noticed, and by what."""
    copy.apply(mutant)
    try:
        for tests in (mutant.try_first, ()):
            status, by = copy.test(tests)
            if status == TESTS_FAILED:
                return True, by
            if status:
                return False, f"no test could judge it:\n{by}"
        return False, "SURVIVED"
    finally:
        copy.apply(mutant, "-R")


def main(wanted: Sequence[str]) -> int:
    """Judge every mutant whose name has one of the wanted parts, or all of them."""
    paths = sorted(HERE.glob("*.patch"))
    mutants = [
        Mutant.read(path)
        for path in paths
        if not wanted or any(part in path.stem for part in wanted)
    ]
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy.make(Path(folder))
        status, by = copy.test(sorted({test for mutant in mutants for test in mutant.try_first}))
        if status:
            print(f"the tests fail without any mutant: {by}")
            return 1
        for mutant in mutants:
            before = time.monotonic()
            killed, by = judge(copy, mutant)
            survivors += not killed
            print(f"{'killed  ' if killed else 'SURVIVED'} {mutant.path.stem}: {mutant.breaks}")
            print(f"         by {by} in {time.monotonic() - before:.0f} s", flush=True)
    print(f"\n{len(mutants) - survivors} of {len(mutants)} mutants killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
