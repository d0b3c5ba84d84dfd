"""Control and inspection over HTTP, as another language's tests would use it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from rescind import sandbox as local
from tests.sandbox.asking import PHONE_NOTIFY, cancel, notify_advanced


@pytest.fixture(scope="module")
def running() -> Iterator[local.Sandbox]:
    with local.serving() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: local.Sandbox) -> local.Sandbox:
    running.reset()
    for name, value in {"user_id": "sandbox-user", "type_mismatch": "refuse"}.items():
        setattr(running.settings, name, value)
    return running


def control(
    sandbox: local.Sandbox, method: str, path: str = "", body: object = None
) -> tuple[int, Any]:
    address = urlsplit(sandbox.url)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=10)
    data = body if isinstance(body, str) else None if body is None else json.dumps(body)
    connection.request(method, f"/_sandbox{path}", data)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    is_json = response.getheader("Content-Type") == "application/json"
    return response.status, json.loads(content) if is_json else content


def test_overview_says_how_to_get_in(sandbox: local.Sandbox) -> None:
    status, overview = control(sandbox, "GET")
    assert status == 200
    assert control(sandbox, "GET", "/")[1].keys() == overview.keys()
    assert overview["phone_notify_url"] == sandbox.phone_notify_url
    assert overview["sms_url"] == sandbox.sms_url
    assert overview["license_key"] == sandbox.license_key
    assert (overview["client_id"], overview["client_secret"]) == (
        sandbox.client_id,
        sandbox.client_secret,
    )


def test_what_is_queued_and_what_was_cancelled(sandbox: local.Sandbox) -> None:
    notify_advanced(sandbox, ReferenceID="a")
    notify_advanced(sandbox, ReferenceID="b")
    cancel(sandbox, "a")
    _, calls = control(sandbox, "GET", "/calls")
    assert [(call["reference_id"], call["state"]) for call in calls] == [
        ("a", "cancelled"),
        ("b", "queued"),
    ]
    assert calls[0]["due"] == "2040-01-02T03:04:05+00:00"


def test_messages_on_every_list(sandbox: local.Sandbox) -> None:
    date = datetime(2040, 1, 1, tzinfo=UTC)
    sandbox.add_pending(id="p", date=date)
    sandbox.add_recurring(id="r", date=date, reference="half a pair: \ud800")
    sandbox.add_recurring(id="gone", date=date)
    sandbox.messages.delete(local.Kind.RECURRING, lambda message: message.id == "gone")
    _, messages = control(sandbox, "GET", "/messages")
    names = {name: [message["id"] for message in items] for name, items in messages.items()}
    assert names == {"pending": ["p"], "recurring": ["r"], "sent": [], "deleted": ["gone"]}


def test_what_was_received(sandbox: local.Sandbox) -> None:
    address = urlsplit(sandbox.url)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=10)
    connection.request("POST", f"{PHONE_NOTIFY}/GetVersion?x=1", "a=ü".encode(), {"X-Own": "1"})
    connection.getresponse().read()
    connection.close()
    _, (entry,) = control(sandbox, "GET", "/received")
    assert (entry["operation"], entry["method"], entry["query"]) == ("GetVersion", "POST", "x=1")
    assert (entry["body"], entry["headers"]["x-own"], entry["status"]) == ("a=ü", "1", 500)


def test_order_look_at_and_take_back_faults(sandbox: local.Sandbox) -> None:
    order = {"fault": "unavailable", "retry_after": 9, "operation": "GetVersion", "times": 3}
    status, orders = control(sandbox, "POST", "/faults", order)
    assert (status, orders) == (200, [{**order, "status": 503, "after": 0}])
    assert control(sandbox, "GET", "/faults") == (200, orders)
    assert control(sandbox, "DELETE", "/faults") == (200, [])
    assert sandbox.faults.waiting() == []


@pytest.mark.parametrize(
    "name",
    [
        "delay",
        "reset",
        "cut-off",
        "answer-lost",
        "unavailable",
        "html-page",
        "expired-token",
        "failure",
        "soap-failure",
    ],
)
def test_every_fault_has_a_name(sandbox: local.Sandbox, name: str) -> None:
    required: dict[str, dict[str, object]] = {
        "delay": {"seconds": 1},
        "soap-failure": {"message": "x"},
    }
    fields = required.get(name, {})
    status, (order,) = control(sandbox, "POST", "/faults", {"fault": name, **fields})
    assert (status, order["fault"]) == (200, name)


def test_the_clock(sandbox: local.Sandbox) -> None:
    def now(body: dict[str, Any]) -> str:
        status, answer = control(sandbox, "POST", "/clock", body)
        assert status == 200
        moment: str = answer["now"]
        return moment

    assert now({"stop": "2030-01-01T00:00:00+00:00"}) == "2030-01-01T00:00:00+00:00"
    assert now({"advance": 90}) == "2030-01-01T00:01:30+00:00"
    assert now({"move_to": "2030-01-01T02:00:00+01:00"}) == "2030-01-01T01:00:00+00:00"
    assert control(sandbox, "GET", "/clock")[1]["now"] == "2030-01-01T01:00:00+00:00"
    assert now({"resume": True}) >= "2030-01-01T01:00:00"
    assert now({"stop": True}) == sandbox.clock.now().isoformat()


def test_settings(sandbox: local.Sandbox) -> None:
    changes = {"user_id": "me", "type_mismatch": "route"}
    status, settings = control(sandbox, "PATCH", "/settings", changes)
    assert (status, settings["user_id"], settings["type_mismatch"]) == (200, "me", "route")
    assert control(sandbox, "GET", "/settings") == (200, settings)


def test_reset(sandbox: local.Sandbox) -> None:
    notify_advanced(sandbox)
    sandbox.add_pending(date=datetime(2040, 1, 1, tzinfo=UTC))
    sandbox.order(local.Reset(), operation="GetVersion")
    assert control(sandbox, "POST", "/reset") == (200, {})
    _, overview = control(sandbox, "GET")
    assert overview["calls"] == overview["messages"]["pending"] == []
    assert (sandbox.received(), sandbox.faults.waiting()) == ([], [])


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("POST", "/faults", {}, "fault must be one of delay, reset"),
        ("POST", "/faults", {"fault": "fire"}, "fault must be one of"),
        ("POST", "/faults", {"fault": "reset", "seconds": 1}, "reset does not know seconds"),
        ("POST", "/faults", {"fault": "delay"}, "seconds"),
        ("POST", "/faults", {"fault": "reset", "times": 0}, "times must be at least 1"),
        ("POST", "/faults", {"fault": "reset", "times": "2"}, "times must be a whole number"),
        ("POST", "/faults", {"fault": "reset", "operation": 1}, "operation must be a name"),
        ("POST", "/faults", "[]", "send a JSON object"),
        ("POST", "/faults", "{", "Expecting"),
        ("POST", "/clock", {}, 'send {"advance": SECONDS}'),
        ("POST", "/clock", {"advance": -1}, "only goes forward"),
        ("POST", "/clock", {"advance": 1e300}, "too large"),
        ("POST", "/clock", {"move_to": "2040-01-01T00:00:00"}, "time zone"),
        ("POST", "/clock", {"stop": "noon"}, "Invalid isoformat"),
        ("PATCH", "/settings", {"speed": 1}, "there is no setting 'speed'"),
        ("PATCH", "/settings", {"stack_traces": "yes"}, "same type as False"),
        ("PATCH", "/settings", {"token_seconds": True}, "same type as 28800"),
        ("PATCH", "/settings", {"filters": "maybe"}, "filters"),
        ("PATCH", "/settings", {"license_key": "x"}, "must be a GUID"),
    ],
)
def test_mistakes_are_explained(
    sandbox: local.Sandbox, method: str, path: str, body: object, words: str
) -> None:
    status, answer = control(sandbox, method, path, body)
    assert status == 400
    assert words in answer["error"]


def test_only_its_own_routes(sandbox: local.Sandbox) -> None:
    assert control(sandbox, "PUT", "/calls")[0] == 405
    assert control(sandbox, "GET", "/nothing")[0] == 404
