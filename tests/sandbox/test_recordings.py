"""The sandbox answers every recorded request as the recorded servers did.

The exceptions, each with its reason, are in `recordings.toml` beside this file.
"""

import fnmatch
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest

from rescind import sandbox as local
from tests.sandbox.exchanges import Answer, complete, send, summary
from tests.support import recordings

RULES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "recordings.toml").read_text(encoding="utf-8")
)
SETS = ("asmx", "asmx-messages-only", "webapi", "webapi-modelstate-checked")
CASES = [(name, case) for name in SETS for case in recordings.load(name)]
ZEROS = "00000000-0000-0000-0000-000000000000"


@pytest.fixture(scope="module")
def running() -> Iterator[local.Sandbox]:
    with local.serving() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: local.Sandbox) -> local.Sandbox:
    running.reset()
    for field in attrs.fields(local.Settings):
        setattr(running.settings, field.name, field.default)
    return running


def matching(rules: list[dict[str, Any]], case: str) -> Iterator[dict[str, Any]]:
    for rule in rules:
        if any(fnmatch.fnmatchcase(case, pattern) for pattern in rule["cases"]):
            yield rule


def prepare(sandbox: local.Sandbox, set_name: str, case: str) -> None:
    """Bring the sandbox into the state the recorded server was in."""
    rules = list(matching(RULES["setup"], case))
    settings = sandbox.settings
    if set_name.startswith("asmx"):
        settings.license_key = ZEROS
        settings.stack_traces = set_name == "asmx"
    else:
        settings.client_id, settings.client_secret = "id", "secret"
        settings.user_id = "peer-user"
        settings.type_mismatch = "route"
        settings.check_model_state = set_name == "webapi-modelstate-checked"
        if not any("only_recurring" in rule for rule in rules):
            seed_messages(sandbox)
        if case != "auth-expired":
            sandbox.add_token("good-token")
    for rule in rules:
        follow(sandbox, rule)


def follow(sandbox: local.Sandbox, rule: dict[str, Any]) -> None:
    for name, value in rule.get("settings", {}).items():
        setattr(sandbox.settings, name, value)
    for seed in rule.get("calls", []):
        sandbox.add_call("7575559999", reference_id=seed, due=datetime(2030, 1, 2, tzinfo=UTC))
    seeds = list(rule.get("only_recurring", []))
    if "numbered_recurring" in rule:
        seeds += [{"id": rule["numbered_recurring"].format(number)} for number in range(100)]
    for seed in seeds:
        sandbox.add_recurring(date=datetime(2030, 5, 10, tzinfo=UTC), **seed)
    if "failure" in rule:
        sandbox.order(local.Failure(rule["failure"]))
    if "fault" in rule:
        sandbox.order(local.SoapFailure(**rule["fault"]))


def seed_messages(sandbox: local.Sandbox) -> None:
    for number, (name, reference, destination) in enumerate(
        (("r1", "alpha", "+4411"), ("r2", "beta", "+4422"), ("r3", "alpha", "+4433"), ("5",) * 3),
        start=1,
    ):
        sandbox.add_recurring(
            id=name,
            reference=reference,
            destination=destination,
            date=datetime(2030, number, 10, tzinfo=UTC),
        )
    sandbox.add_pending(
        id="p1", reference="alpha", destination="+4411", date=datetime(2030, 1, 11, tzinfo=UTC)
    )
    sandbox.add_pending(
        id="p2", reference="beta", destination="+4422", date=datetime(2030, 2, 11, tzinfo=UTC)
    )


@pytest.mark.parametrize(("set_name", "case"), CASES)
def test_recorded_answer(sandbox: local.Sandbox, set_name: str, case: str) -> None:
    exchange = recordings.load(set_name)[case]
    prepare(sandbox, set_name, case)
    address = urlsplit(sandbox.url)
    answer = send((str(address.hostname), address.port or 0), complete(exchange))

    exceptions = list(matching(RULES["exception"], case))
    recorded = Answer.recorded(exchange.received)
    if exceptions:
        assert summary(answer) != summary(recorded), "the exception is not needed"
    shape_only = any(rule.get("shape_only") for rule in exceptions)
    mask = [pattern for rule in exceptions for pattern in rule.get("mask", [])]
    expected = summary(recorded, shape_only=shape_only, mask=mask)
    actual = summary(answer, shape_only=shape_only, mask=mask)
    for rule in exceptions:
        expected.update(rule.get("instead", {}))
        for key in rule.get("ignore", []):
            del expected[key], actual[key]
    assert actual == expected


def test_every_rule_names_a_recording() -> None:
    cases = {case for _, case in CASES}
    for rule in (*RULES["setup"], *RULES["exception"]):
        for pattern in rule["cases"]:
            assert fnmatch.filter(cases, pattern), pattern
    assert all(rule["reason"] for rule in RULES["exception"])
