"""Faults to order, over a real socket and in process."""

import errno
import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any, cast
from urllib.parse import urlsplit

import anyio
import pytest

from rescind import sandbox as local
from tests.sandbox.asking import NS, PHONE_NOTIFY, RECURRINGS, cancel, get, soap

CANCEL = f"{PHONE_NOTIFY}/CancelNotifyByReferenceID"


@pytest.fixture(scope="module")
def running() -> Iterator[local.Sandbox]:
    with local.serving() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: local.Sandbox) -> local.Sandbox:
    running.reset()
    running.add_call("7575559999", reference_id="a")
    return running


def connect(sandbox: local.Sandbox, timeout: float = 10) -> http.client.HTTPConnection:
    address = urlsplit(sandbox.url)
    return http.client.HTTPConnection(str(address.hostname), address.port, timeout=timeout)


def send_cancel(
    sandbox: local.Sandbox, *, timeout: float = 10
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = connect(sandbox, timeout)
    try:
        connection.request("GET", f"{CANCEL}?ReferenceID=a&LicenseKey={sandbox.license_key}")
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_reset_before_the_work(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Reset())
    with pytest.raises(ConnectionResetError) as caught:
        send_cancel(sandbox)
    assert caught.value.errno == errno.ECONNRESET
    assert cancel(sandbox, "a") == 1
    assert [entry.status for entry in sandbox.received()] == [None]


def test_the_answer_is_lost_after_the_work(sandbox: local.Sandbox) -> None:
    sandbox.order(local.AnswerLost())
    with pytest.raises(ConnectionResetError) as caught:
        send_cancel(sandbox)
    assert caught.value.errno == errno.ECONNRESET
    assert cancel(sandbox, "a") == 0


def test_the_answer_is_cut_off(sandbox: local.Sandbox) -> None:
    sandbox.order(local.CutOff(after=20))
    with pytest.raises(http.client.IncompleteRead) as caught:
        send_cancel(sandbox)
    assert caught.value.partial == b'<?xml version="1.0" '
    assert cancel(sandbox, "a") == 0


def test_a_delayed_answer_comes(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Delay(0.05))
    response, body = send_cancel(sandbox)
    assert (response.status, b">1<" in body) == (200, True)


def test_who_does_not_wait_gets_nothing_but_the_work_is_done(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Delay(60))
    with pytest.raises(TimeoutError):
        send_cancel(sandbox, timeout=0.2)
    assert cancel(sandbox, "a") == 0
    response, _ = send_cancel(sandbox)
    assert response.status == 200


@pytest.mark.parametrize("retry_after", [7, "Wed, 21 Oct 2026 07:28:00 GMT", None])
def test_unavailable(sandbox: local.Sandbox, retry_after: int | str | None) -> None:
    sandbox.order(local.Unavailable(retry_after=retry_after))
    response, _ = send_cancel(sandbox)
    assert response.status == 503
    expected = None if retry_after is None else str(retry_after)
    assert response.getheader("Retry-After") == expected
    assert cancel(sandbox, "a") == 1


def test_an_html_page(sandbox: local.Sandbox) -> None:
    sandbox.order(local.HtmlPage(status=502))
    response, body = send_cancel(sandbox)
    assert (response.status, response.getheader("Content-Type")) == (
        502,
        "text/html; charset=utf-8",
    )
    assert b"<html>" in body
    assert cancel(sandbox, "a") == 1


def test_an_expired_token(sandbox: local.Sandbox) -> None:
    token = sandbox.add_token()
    sandbox.order(local.ExpiredToken())
    assert send_cancel(sandbox)[0].status == 200
    for expected in (401, 401):
        connection = connect(sandbox)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        connection.request("DELETE", RECURRINGS, "{}", headers)
        response = connection.getresponse()
        assert (response.status, json.loads(response.read())) == (
            expected,
            {"Message": "Authorization has been denied for this request."},
        )
        connection.close()


def test_a_broken_connection_does_not_hurt_the_next(sandbox: local.Sandbox) -> None:
    for fault in (local.Reset(), local.CutOff(), local.AnswerLost()):
        sandbox.order(fault)
        with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
            send_cancel(sandbox)
        assert send_cancel(sandbox)[0].status == 200


def test_a_client_that_goes_in_the_middle_of_its_request(sandbox: local.Sandbox) -> None:
    address = urlsplit(sandbox.url)
    with socket.create_connection((str(address.hostname), address.port or 0)) as connection:
        connection.sendall(
            f"POST {CANCEL} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            f"ReferenceID=a&LicenseKey={sandbox.license_key}".encode()
        )
    assert send_cancel(sandbox)[0].status == 200
    assert [entry.request.method for entry in sandbox.received()] == ["GET"]


# Which requests an order is for


def statuses(sandbox: local.Sandbox, count: int = 4) -> list[int]:
    return [send_cancel(sandbox)[0].status for _ in range(count)]


def test_for_the_next_n(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Unavailable(), times=2, after=1)
    assert statuses(sandbox) == [200, 503, 503, 200]
    assert sandbox.faults.waiting() == []


@pytest.mark.parametrize("operation", ["CancelNotifyByReferenceID", "cancelnotifybyreferenceid"])
def test_for_one_operation(sandbox: local.Sandbox, operation: str) -> None:
    sandbox.order(local.Unavailable(), operation="CancelNotify")
    sandbox.order(local.HtmlPage(), operation=operation)
    assert b"ordered" in send_cancel(sandbox)[1]
    assert len(sandbox.faults.waiting()) == 1


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "operation"),
    [
        ("POST", "/token", {}, "", "POST Token"),
        ("DELETE", "/API/v2//sms/messages/recurrings/", {}, "", f"DELETE {RECURRINGS[1:]}"),
        ("POST", PHONE_NOTIFY, {"SOAPAction": f'"{NS}CancelNotify"'}, "", "CancelNotify"),
        ("POST", PHONE_NOTIFY, {}, "<a:Body> <b:getVoices/></a:Body>", "getVoices"),
        ("GET", "/notifyws/PHONENOTIFY.ASMX/GetVersion", {}, "", "GetVersion"),
        ("GET", PHONE_NOTIFY, {}, "", "GET page"),
    ],
)
def test_operations_by_request(
    sandbox: local.Sandbox,
    method: str,
    path: str,
    headers: dict[str, str],
    body: str,
    operation: str,
) -> None:
    connection = connect(sandbox)
    connection.request(method, path, body, headers)
    connection.getresponse().read()
    connection.close()
    assert [entry.operation for entry in sandbox.received()] == [operation]
    assert sandbox.received(operation) == sandbox.received()
    assert sandbox.received("another") == []


@pytest.mark.parametrize(("times", "after"), [(0, 0), (1, -1)])
def test_orders_that_make_no_sense(sandbox: local.Sandbox, times: int, after: int) -> None:
    with pytest.raises(ValueError, match="times must be at least 1"):
        sandbox.order(local.Reset(), times=times, after=after)


def test_failures_of_the_service_itself(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Failure("out of order"), times=2)
    sandbox.order(local.SoapFailure("on purpose", code="Client", detail="<x/>"), after=2)
    plain = get(sandbox, "GetVersion")
    assert (plain.status, plain.body) == (500, b"out of order\r\n")
    fault = soap(sandbox, "GetVersion")
    assert b"Server was unable to process request. ---&gt; out of order</faultstring>" in fault.body
    ordered = soap(sandbox, "GetVersion")
    assert b"<faultstring>on purpose</faultstring><detail><x/></detail>" in ordered.body


# In process, without a connection to break


async def run_app(app: Callable[..., Any]) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": PHONE_NOTIFY, "headers": []}
    try:
        await app(scope, receive, send)
    except local.ConnectionBrokenError as problem:
        sent.append({"type": "broken", "problem": problem})
    return sent


@pytest.mark.parametrize(
    ("fault", "kind", "carried_out", "types"),
    [
        (local.Reset(), local.ConnectionWasResetError, False, ["broken"]),
        (local.AnswerLost(), local.ConnectionWasResetError, True, ["broken"]),
        (
            local.CutOff(),
            local.AnswerCutOffError,
            True,
            ["http.response.start", "http.response.body", "broken"],
        ),
    ],
)
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_in_process_a_broken_connection_is_an_exception(
    fault: local.Fault,
    kind: type[local.ConnectionBrokenError],
    carried_out: bool,
    types: list[str],
    backend: str,
) -> None:
    sandbox = local.Sandbox()
    sandbox.order(fault)
    sent = anyio.run(run_app, sandbox.app, backend=backend)
    assert [message["type"] for message in sent] == types
    problem: local.ConnectionBrokenError = sent[-1]["problem"]
    assert type(problem) is kind
    assert problem.carried_out is carried_out


def test_many_threads_order_and_ask(sandbox: local.Sandbox) -> None:
    sandbox.order(local.Unavailable(), times=8)
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.extend(statuses(sandbox, 4))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (counts.count(503), counts.count(200)) == (8, 8)


@pytest.mark.parametrize("no_fault", [local.Reset, "reset", None, 503])
def test_what_is_no_fault_is_refused_at_once(no_fault: Any) -> None:
    with pytest.raises(TypeError, match="order a fault"):
        local.Sandbox().order(no_fault)


@pytest.mark.parametrize(
    "operation",
    ["DELETE /api/v2/sms/messages/recurrings", "POST /Token", "Token", "NoSuch", 5],
)
def test_an_operation_that_there_is_not_is_refused_at_once(operation: Any) -> None:
    with pytest.raises(ValueError, match="no operation is called"):
        local.Sandbox().order(local.Reset(), operation=operation)


@pytest.mark.parametrize(
    "make",
    [
        lambda: local.Delay(-1),
        lambda: local.Delay(cast("Any", "abc")),
        lambda: local.Delay(float("nan")),
        lambda: local.Unavailable(status=99999),
        lambda: local.HtmlPage(status=50),
        lambda: local.CutOff(after=-1),
    ],
)
def test_a_fault_that_cannot_be_is_refused_when_it_is_made(make: Callable[[], object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        make()
