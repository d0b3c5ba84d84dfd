"""The sandbox survives bad input: every answer is one that the contracts document.

The recorded requests are mutated: bytes, tokens of XML and JSON, headers, verbs, paths. Every 500
must match a row of `ROWS`, each of which is a row of the contracts or of the recordings.
"""

import asyncio
import gc
import logging
import random
import re
import socket
import sys
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

import attrs
import pytest

from rescind import sandbox as local
from tests.support import recordings

ZEROS = "00000000-0000-0000-0000-000000000000"
SIZE = 10_000
SEED = 20261123

# Status codes the two services have; 500 is looked at by its body.
STATUSES = {200, 400, 401, 404, 405, 413, 415, 500}

FAULT = "(?:<faultstring>|<soap:Text[^>]*>)"
ROWS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern, re.DOTALL)
        for name, pattern in {
            "plain: parameter missing": r"Missing parameter: \w+\.\r\n\Z",
            "plain: value not convertible": (
                r"Cannot convert .* to System\.\w+\.\r\nParameter name: type ---> "
                r"(Input string was not|Value was either too large|String was not recognized).*"
            ),
            "plain: unknown operation": r".* Web Service method name is not valid\.\r\n\Z",
            "plain: operation in wrong case": r"Invalid method name .*method names are case sens",
            "plain: other content type": r"Request format is invalid: .*\.\r\n\Z",
            "plain: request validation": (
                r"A potentially dangerous Request\.(QueryString|Form) value was detected"
            ),
            "plain: body too large": r"Maximum request length exceeded\.\r\n\Z",
            "plain: invalid license key": r"Invalid LicenseKey\r\n\Z",
            "plain: exception in the method": r"Input string was not in a correct format\.\r\n\Z",
            "page: verb or path not recognised": r"<!DOCTYPE html>.*<h1>Runtime Error</h1>",
            "script: not a script service": r'\{"Message": "Only Web services with a',
            "fault: SOAPAction not known": FAULT + "Server did not recognize the value of HTTP",
            "fault: no valid action": FAULT + "Unable to handle request",
            "fault: malformed, 1.2 route": (
                FAULT + r"Server was unable to process request\. ---&gt; "
                r"(Root element|Data at|Unexpected|The |There is|Reference|For security|System)"
            ),
            "fault: value not convertible": (
                FAULT + r"Server was unable to read request\. ---&gt; There is an error in XML "
                r"document \(\d+, \d+\)\. ---&gt; (Input string|Value was either|The string|The in)"
            ),
            "fault: no envelope or body": (
                FAULT + r"Server was unable to read request\. ---&gt; Request format is invalid"
            ),
            "fault: version mismatch": FAULT + "Possible SOAP version mismatch",
            "fault: must understand": FAULT + r"SOAP header .* was not understood\.",
            "fault: exception in the method": (
                FAULT + r"Server was unable to process request\. ---&gt; "
                r"(Value cannot be null|Input string was not)"
            ),
            "fault: invalid license key": FAULT + "Invalid LicenseKey",
            "fault: body too large": FAULT + "There was an exception running the extensions",
            "web api: exception in the action": (
                r'\A(\{"Message":"An error has occurred\."\}'
                r"|<Error><Message>An error has occurred\.</Message></Error>)\Z"
            ),
        }.items()
    }
)

TOKENS = (
    *(b"<", b">", b"</", b"/>", b"&", b"&amp;", b"&#1;", b"&#x110000;", b"<![CDATA[", b"]]>"),
    *(b"<!--", b"-->", b"<?x?>", b"<!DOCTYPE x [<!ENTITY e 'v'>]>", b"&e;", b"\x00", b"\xff\xfe"),
    *(b'xmlns="urn:x"', b' xsi:nil="true"', b"<string>", b"</string>", b"<a/>", b"\xed\xa0\x80"),
    *(b"{", b"}", b"[", b"]", b":", b",", b'"', b"'", b"\\", b"\\u", b"\\ud800", b"/*", b"//"),
    *(b"null", b"true", b"NaN", b"undefined", b"-", b"1e999", b"0x1F", b"99999999999999999999"),
    *(b"%", b"%zz", b"+", b"=", b"&&", b"%00", b"\r\n", b"\xef\xbb\xbf", b"9" * 5000),
    *(b"[" * 300, b"<a>" * 300, b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59.9999999Z"),
)
CONTENT_TYPES = (
    *("text/xml", "text/xml; charset=utf-16", "text/xml; charset=rot13", "application/soap+xml"),
    *("application/json", "application/json; charset=utf-16", "application/xml", "text/json"),
    *("application/x-www-form-urlencoded", "multipart/form-data", "", ";", "a/b;charset=", "*/*"),
    'application/soap+xml; action="x"',
)
PATHS = (
    *("/NotifyWS/PhoneNotify.asmx", "/NotifyWS/PhoneNotify.asmx/", "/notifyws/phonenotify.asmx/x"),
    *("/NotifyWS/PhoneNotify.asmx/GetMultipleQueueIdStatus", "/Token", "/", "*", "/%00", "//"),
    *("/api/v2/sms/messages", "/api/v1/reports/messages/pendingandrecurring", "/api/x/y"),
)
HEADERS = ("Content-Type", "SOAPAction", "Accept", "Accept-Charset", "Authorization")


@attrs.frozen
class Request:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


def corpus(name: str) -> list[Request]:
    found: list[Request] = []
    for exchange in recordings.load(name).values():
        sent = exchange.sent
        headers = {key: value for key, value in sent.headers.items() if key != "content-length"}
        found.append(Request(exchange.method, exchange.target, headers, sent.body[:5000]))
    return found


def mutate_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :],
        lambda: data[:start] + chance.choice(TOKENS) + data[start:],
        lambda: data[:start] + data[end:],
        lambda: data[:start],
        lambda: data[:end] + data[start:],
        lambda: data[:start] + other[start:],
        lambda: data.swapcase(),
    )
    return chance.choice(ways)()


def mutate(request: Request, other: Request, chance: random.Random) -> Request:
    headers = dict(request.headers)
    method, target, body = request.method, request.target, request.body
    for _ in range(chance.randint(1, 3)):
        kind = chance.randrange(10)
        if kind < 5:
            body = mutate_bytes(body, other.body, chance)
        elif kind == 5:
            raw = mutate_bytes(target.encode("latin-1"), b"", chance).decode("latin-1")
            target = raw or "/"
        elif kind == 6:
            name = chance.choice(HEADERS)
            headers.pop(name.lower(), None)
            if chance.random() < 0.5:
                headers[name.lower()] = chance.choice((*CONTENT_TYPES, other.target, "\xe9\xff"))
        elif kind == 7:
            headers["content-type"] = chance.choice(CONTENT_TYPES)
        elif kind == 8:
            target = chance.choice(PATHS) + chance.choice(("", "?wsdl", "?op=x", "?a=%zz&=&b"))
        else:
            method = chance.choice(("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "X", "get"))
    return Request(method, target, headers, body)


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that never has to wait."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError("the application waited for something")


def ask(app: Callable[..., Any], request: Request) -> tuple[int, str]:
    """Status and body, decoded."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    path, _, query = request.target.partition("?")
    scope: dict[str, Any] = {
        "type": "http",
        "method": request.method,
        "scheme": "http",
        "path": unquote(path, errors="replace"),
        "query_string": query.encode("latin-1"),
        "headers": [
            (name.encode(), value.encode("latin-1")) for name, value in request.headers.items()
        ],
        "server": ("127.0.0.1", 80),
    }
    run(app(scope, receive, send))
    start, body = sent
    headers = dict(start["headers"])
    assert int(headers[b"content-length"]) == len(body["body"])
    utf16 = b"utf-16" in headers.get(b"content-type", b"")
    return start["status"], body["body"].decode("utf-16" if utf16 else "utf-8")


def row_of(text: str) -> str:
    for name, pattern in ROWS.items():
        if pattern.search(text):
            return name
    raise AssertionError(f"no documented answer is like this: {text[:1000]!r}")


@pytest.fixture
def sandbox() -> local.Sandbox:
    return local.Sandbox(local.Settings(license_key=ZEROS, type_mismatch="route"))


def requests(count: int, seed: int) -> Iterator[Request]:
    sets = (corpus("asmx-messages-only"), corpus("webapi"))
    chance = random.Random(seed)
    for _ in range(count):
        originals = chance.choice(sets)
        yield mutate(chance.choice(originals), chance.choice(originals), chance)


def test_every_500_is_a_documented_one(sandbox: local.Sandbox) -> None:
    rows: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    for number, request in enumerate(requests(SIZE, SEED)):
        if number % 100 == 0:
            sandbox.reset()
            sandbox.add_token("good-token")
        status, text = ask(sandbox.app, request)
        assert status in STATUSES, request
        statuses[status] += 1
        if status == 500:
            rows[row_of(text)] += 1
    lines = [f"{SIZE} malformed requests: {dict(sorted(statuses.items()))}"]
    lines += [f"{count:6} {name}" for name, count in rows.most_common()]
    sys.stdout.write("\n".join(lines) + "\n")
    assert len(rows) > len(ROWS) * 0.8, f"never seen: {sorted(set(ROWS) - set(rows))}"


@pytest.mark.parametrize("settings", [{"stack_traces": True, "error_detail": True}])
def test_with_details_too(sandbox: local.Sandbox, settings: dict[str, bool]) -> None:
    for name, value in settings.items():
        setattr(sandbox.settings, name, value)
    for request in requests(1000, SEED + 1):
        status, _ = ask(sandbox.app, request)
        assert status in STATUSES, request


def test_memory_does_not_grow(sandbox: local.Sandbox) -> None:
    def objects(seed: int) -> int:
        for request in requests(1500, seed):
            ask(sandbox.app, request)
        sandbox.reset()
        gc.collect()
        return len(gc.get_objects())

    first = objects(1)
    assert objects(2) - first < 200


def test_the_record_of_requests_is_bounded(sandbox: local.Sandbox) -> None:
    big = Request("POST", "/Token", {}, b"x" * 1_000_000)
    for _ in range(1010):
        ask(sandbox.app, big)
    received = sandbox.received()
    assert len(received) == 1000
    assert {(entry.request.length, len(entry.request.body)) for entry in received} == {
        (1_000_000, 65536)
    }


def test_garbage_on_the_socket(caplog: pytest.LogCaptureFixture) -> None:
    """Not even HTTP: it is refused, nothing of it reaches the log as an exception of ours."""
    chance = random.Random(SEED)
    originals = [exchange.request[:3000] for exchange in recordings.load("webapi").values()]
    with caplog.at_level(logging.ERROR), local.serving() as sandbox:
        address = urlsplit(sandbox.url)
        for _ in range(300):
            data = mutate_bytes(chance.choice(originals), chance.choice(originals), chance)
            with socket.create_connection((str(address.hostname), address.port or 0)) as connection:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(10)
                while connection.recv(65536):
                    pass
        assert sandbox.received()
    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.asyncio
async def test_a_hundred_clients_at_once() -> None:
    async with local.running(port=0) as sandbox:
        for _ in range(100):
            sandbox.add_call("7575559999", reference_id="a")
        address = urlsplit(sandbox.url)
        query = f"ReferenceID=a&LicenseKey={sandbox.license_key}"

        async def client() -> bytes:
            reader, writer = await asyncio.open_connection(address.hostname, address.port)
            path = f"/NotifyWS/PhoneNotify.asmx/CancelNotifyByReferenceID?{query}"
            writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answer = await reader.read()
            writer.close()
            await writer.wait_closed()
            return answer

        answers = await asyncio.gather(*(client() for _ in range(100)))
    counts = [int(answer.rpartition(b"</int>")[0].rpartition(b">")[2]) for answer in answers]
    assert sorted(counts) == [0] * 99 + [100]
