"""mypy and pyright over tests/typing: what they must accept, and what they must reject, by line."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "tests" / "typing"
CASES = sorted(FOLDER.glob("*.py"))

# A first run fills caches, and pyright fetches itself.
TIMEOUT = 240
pytestmark = pytest.mark.timeout(TIMEOUT + 30)

_MARK = re.compile(r"# E: (?P<mypy>[\w-]+) / (?P<pyright>[\w-]+)$", re.MULTILINE)

# "calls.py:12: code" for each error, each line once.
Found = list[str]


def expected(checker: str) -> Found:
    found: Found = []
    for case in CASES:
        for number, line in enumerate(case.read_text("utf-8").splitlines(), start=1):
            mark = _MARK.search(line)
            assert (mark is None) == ("  # E:" not in line), f"{case.name}:{number}: a bad mark"
            if mark is not None and mark[checker] != "-":
                found.append(f"{case.name}:{number}: {mark[checker]}")
    return found


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )


def in_order(errors: Iterable[tuple[str, int, str]]) -> Found:
    """Each line once; a type that is unknown because of an error on the same line is no other."""
    by_line: dict[tuple[str, int], set[str]] = {}
    for file, line, code in errors:
        by_line.setdefault((Path(file).name, line), set()).add(code)
    found: Found = []
    for (name, line), codes in sorted(by_line.items()):
        causes = {code for code in codes if not code.startswith("reportUnknown")}
        found += [f"{name}:{line}: {code}" for code in sorted(causes or codes)]
    return found


def test_mypy() -> None:
    pytest.importorskip("mypy")
    done = run("mypy", "--output", "json", *map(str, CASES))
    assert done.returncode == 1, done.stderr
    errors: list[Mapping[str, str]] = [json.loads(line) for line in done.stdout.splitlines()]
    found = in_order(
        (error["file"], int(error["line"]), error["code"])
        for error in errors
        if error["severity"] == "error"
    )
    assert found == expected("mypy")


def test_pyright() -> None:
    pytest.importorskip("pyright")
    done = run("pyright", "--outputjson", "--project", str(FOLDER))
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright cannot run here, it needs Node.js: {done.stderr.strip()[-200:]}")
    errors = json.loads(done.stdout)["generalDiagnostics"]
    found = in_order(
        (error["file"], int(error["range"]["start"]["line"]) + 1, error.get("rule", ""))
        for error in errors
    )
    assert found == expected("pyright")
