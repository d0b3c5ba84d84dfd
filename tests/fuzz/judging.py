"""One reply meets its call: what may come of it, and what it may cost."""

import json
import time
import tracemalloc
from collections.abc import AsyncIterator
from pathlib import Path

import httpx

import rescind
from rescind import Failure, Limits, WireReply, WireRequest
from rescind.transport.base import REPLY_LIMIT
from rescind.transport.exchange import exchange
from tests.fuzz.calls import Call
from tests.fuzz.independent import plain_body
from tests.fuzz.mutations import CLIENT_SECRET, KEY, TOKEN
from tests.fuzz.replies import Reply
from tests.support.calls import DELETED_JSON
from tests.support.scripted import PHONE_URL, SMS_URL

# The bounds of the issue, for one reply.
SECONDS = 1.0
MEMORY = 2 * REPLY_LIMIT + 8_000_000
# What somebody reads, or a log holds: a line, an excerpt, and a fault's details.
MESSAGE_CHARACTERS = 2_000
EXCERPT_CHARACTERS = 300
DETAIL_CHARACTERS = 3 << 14

TOKEN_REPLY = WireReply(
    200,
    (("content-type", "application/json"),),
    f'{{"access_token":"{TOKEN}","token_type":"bearer","expires_in":28799}}'.encode(),
)
FOUND = Path(__file__).parents[2] / ".cache" / "fuzz"


class Wired:
    """A transport that gives one reply to a call, read as from a socket but without one.

    Attributes:
        reads: What became of the reply, each time it was given.
        sent: Every request.
    """

    def __init__(self, reply: Reply, *, to_token: bool) -> None:
        self._reply = reply
        self._to_token = to_token
        self.reads: list[WireReply | Failure] = []
        self.sent: list[WireRequest] = []

    def hides_query(self, base_url: str) -> bool:
        del base_url
        return True

    async def send(
        self, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        self.sent.append(request)
        if (request.path == "/Token") is not self._to_token:
            return DELETED_JSON if self._to_token else TOKEN_REPLY
        read = await exchange(self._answer, base_url, request, limits, ours=True)
        self.reads.append(read)
        return read

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for _ in request.stream:
            pass
        headers = [
            (name.encode("latin-1"), value.encode("latin-1")) for name, value in self._reply.headers
        ]
        return httpx.Response(self._reply.status, headers=headers, stream=_Body(self._reply.body))

    async def aclose(self) -> None:
        pass


class _Body(httpx.AsyncByteStream):
    """A body in pieces, as they come from a socket."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 1 << 16 if len(self._body) > 5000 else 700
        for start in range(0, len(self._body), size):
            yield self._body[start : start + size]


def client_of(transport: rescind.Transport) -> rescind.Client:
    """A client that tries twice; services may echo its secrets."""
    return rescind.Client(
        license_key=KEY,
        sms_auth=rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET),
        phone_notify_url=PHONE_URL,
        sms_url=SMS_URL,
        transport=transport,
        attempts=2,
    )


async def judge(call: Call, reply: Reply, *, traced: bool = False) -> str:
    """Make the call, and check all that holds for any reply.

    Args:
        call: The call.
        reply: What it is answered.
        traced: Measure memory, in place of time, which measuring memory takes.

    Returns:
        "ok", or the name of the error that came of it.

    Raises:
        AssertionError: Something does not hold.
        Exception: Whatever the call raised that is no RescindError.
    """
    wired = Wired(reply, to_token=call.to_token)
    client = client_of(wired)
    outcome: object = None
    error: rescind.RescindError | None = None
    if traced:
        tracemalloc.start()
    begun = time.process_time()
    try:
        outcome = await call.make(client)
    except rescind.RescindError as raised:
        error = raised
    took = time.process_time() - begun
    if traced:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak <= MEMORY, f"{peak} bytes"
    else:
        assert took <= SECONDS * max(1, len(wired.reads)), f"{took:.2f} s"
    if error is None:
        check_outcome(call, reply, wired, outcome)
        return "ok"
    check_error(call, error)
    return type(error).__name__


def check_outcome(call: Call, reply: Reply, wired: Wired, outcome: object) -> None:
    """Only a reply that says so is a success."""
    assert reply.status == 200
    (*_, read) = wired.reads
    assert isinstance(read, WireReply)
    body = plain_body(reply)
    assert read.body == body
    assert len(body) <= REPLY_LIMIT
    assert call.borne_out(outcome, body), f"not what the reply says: {outcome!r:.2000}"
    if call.to_token:
        token = dict(wired.sent[-1].headers)["Authorization"].removeprefix("Bearer ")
        assert token == json.loads(body)["access_token"]
        assert token.isascii()
        assert token.isprintable()


def check_error(call: Call, error: rescind.RescindError) -> None:
    """An error is short, shows no secret, and holds nothing of what led to it."""
    assert type(error) is not rescind.RescindError
    assert not isinstance(error, rescind.ConfigurationError)
    assert error.__cause__ is None
    assert error.__context__ is None
    assert error.operation
    assert len(str(error)) <= MESSAGE_CHARACTERS
    assert "\n" not in str(error)
    assert len(error.excerpt) <= EXCERPT_CHARACTERS
    details = [
        str(getattr(error, name, "")) for name in ("code", "reason", "actor", "detail", "subcodes")
    ]
    assert sum(map(len, details)) <= DETAIL_CHARACTERS, [len(detail) for detail in details]
    for text in (str(error), error.excerpt, *details, repr(getattr(error, "result", ""))):
        assert not call.secret or call.secret not in text


def keep(call: Call, reply: Reply) -> Path:
    """Keep a reply that was judged badly, in the form of tests/data/fuzz."""
    FOUND.mkdir(parents=True, exist_ok=True)
    number = len(list(FOUND.iterdir()))
    path = FOUND / f"{call.name}.{number}.http"
    path.write_bytes(reply.raw())
    return path
