"""Replies worth keeping: what fuzzing found, and the nastiest of its kind.

Each is a file `tests/data/fuzz/NAME.http`, a whole message without a length; `cases.toml` says
which call it answers, what must come of it, and why it is kept.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.calls import CALLS
from tests.fuzz.judging import judge
from tests.fuzz.replies import parse
from tests.support.scripted import run_virtually

KEPT = Path(__file__).parents[1] / "data" / "fuzz"
CASES: dict[str, dict[str, Any]] = tomllib.loads((KEPT / "cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("name", CASES)
def test_a_kept_reply(name: str, backend: str) -> None:
    case = CASES[name]
    reply = parse((KEPT / f"{name}.http").read_bytes())

    assert run_virtually(backend, lambda: judge(CALLS[case["call"]], reply)) == case["outcome"]


def test_every_file_is_a_case() -> None:
    assert {path.stem for path in KEPT.glob("*.http")} == set(CASES)
