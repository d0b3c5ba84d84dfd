"""Damaged HTTP itself, over sockets: what no transport in memory would see."""

import contextlib
import random
import socket
import sys
import threading
import time
from collections import Counter
from types import TracebackType
from typing import Self

import anyio
import pytest

import rescind
from tests.fuzz.calls import NAMED, Call
from tests.fuzz.corpus import replies
from tests.fuzz.judging import SECONDS, check_error
from tests.fuzz.mutations import (
    CLIENT_SECRET,
    KEY,
    OnBody,
    change_a_byte,
    cut_off,
    cut_out,
    flip_a_bit,
    insert_from_other,
    mutate,
    one_behind_the_other,
    repeat_a_part,
    splice,
    swap_two_parts,
)
from tests.support.replay import TOKEN_REPLY

SEED = 20250420
FEW = 400
MANY = 5_000
# A reply that ends too early is noticed at once; this only ends what would hang.
DEADLINE = 20.0

RAW: tuple[OnBody, ...] = (
    *(flip_a_bit, change_a_byte, cut_out, cut_off, repeat_a_part, swap_two_parts, splice),
    *(insert_from_other, one_behind_the_other),
)
HEADS = (
    *(b"Content-Length: -1\r\n", b"Content-Length: 5\r\nContent-Length: 6\r\n", b"\x00: a\r\n"),
    *(b"Content-Length: " + b"9" * 400 + b"\r\n", b"Content-Length: 0\r\n", b"A" * 70000),
    *(b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n", b": \r\n"),
    *(b" folded\r\n", b"X: \xff\xfe\r\n", b"Connection: keep-alive\r\n", b"\r\n", b"X: a\rb\r\n"),
    *(b"Upgrade: websocket\r\nConnection: upgrade\r\n", b"X: y\r\n" * 3000, b"Trailer: X\r\n"),
)
STARTS = (
    *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200 OK\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"\r\n"),
    *(b"HTTP/2 200\r\n", b"HTTP/1.1 99 X\r\n", b"HTTP/1.1 1000 X\r\n", b"HTTP/1.1 20\xb2 OK\r\n"),
    *(b"HTTP/1.1 101 Switching Protocols\r\n", b"ICY 200 OK\r\n", b"HTTP/1.1 200\r\n", b"\x16\x03"),
    *(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 50, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
)
CHUNKS = (
    b"5\r\nabcde\r\n0\r\n\r\n",
    b"zz\r\n",
    b"-1\r\na",
    b"f" * 40 + b"\r\n",
    b"3;x=y\r\nabc\r\n",
)


def damaged(number: int) -> tuple[Call, bytes]:
    """The n-th message, and the call that it answers."""
    chance = random.Random(f"{SEED} {number}")
    name = chance.choice(list(NAMED))
    reply, other = chance.choice(replies()[name]), chance.choice(replies()[name])
    if chance.random() < 0.4:
        reply, _ = mutate(reply, other, chance)
    raw = reply.raw(with_length=chance.random() < 0.8)
    for _ in range(chance.choice((1, 1, 2))):
        way = chance.randrange(4)
        line_end = raw.find(b"\r\n") + 2
        if way == 0:
            raw = raw[:line_end] + chance.choice(HEADS) + raw[line_end:]
        elif way == 1:
            raw = chance.choice(STARTS) + chance.choice((raw, raw[line_end:]))
        elif way == 2:
            head, blank, body = raw.partition(b"\r\n\r\n")
            chunked = head + b"\r\nTransfer-Encoding: chunked" + blank
            raw = chunked + chance.choice((b"", b"%x\r\n%b\r\n" % (len(body), body)))
            raw += chance.choice(CHUNKS)
        else:
            raw = chance.choice(RAW)(raw, other.raw(), chance)
    return NAMED[name], raw


class Server:
    """Answers every connection with the message set last, and closes it.

    Connections are served one after another by a thread; requests for a token are answered
    with one, unless the message is meant for them.
    """

    def __init__(self) -> None:
        self.message = b""
        self.to_token = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._stopping = False
        self._address = ("127.0.0.1", int(self._listener.getsockname()[1]))

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self._address)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping = True
        with contextlib.suppress(OSError), socket.create_connection(self._address):
            pass
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._stopping:
                    return
                connection.settimeout(DEADLINE)
                with contextlib.suppress(OSError):
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        request = b""
        while not _is_whole(request) and (piece := connection.recv(65536)):
            request += piece
        is_token = request.startswith(b"POST /Token ")
        if not request:
            return
        connection.sendall(self.message if is_token is self.to_token else TOKEN_REPLY)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):  # until the client has closed too
            pass


def _is_whole(request: bytes) -> bool:
    head, blank, body = request.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return bool(blank) and len(body) >= int(length or b"0")


async def meet(numbers: range) -> Counter[str]:
    """Answer a call with each message; what came of them."""
    found: Counter[str] = Counter()
    with Server() as server:
        for number in numbers:
            call, server.message = damaged(number)
            server.to_token = call.to_token
            try:
                with anyio.fail_after(2 * DEADLINE):
                    found[await met(call, server.url)] += 1
            except Exception as error:
                told = f"message {number} of {SEED}, {call.name}: {server.message[:3000]!r}"
                raise AssertionError(told) from error
    return found


async def met(call: Call, url: str) -> str:
    begun = time.thread_time()
    async with rescind.Client(
        license_key=KEY,
        sms_auth=rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET),
        phone_notify_url=f"{url}/NotifyWS/PhoneNotify.asmx",
        sms_url=url,
        timeout=DEADLINE,
        attempts=1,
    ) as client:
        try:
            await call.make(client)
        except rescind.RescindError as error:
            check_error(call, error)
            return type(error).__name__
        finally:
            assert time.thread_time() - begun <= 2 * SECONDS
    return "ok"


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Or pytest would keep a line of every call."""
    caplog.set_level("CRITICAL", logger="rescind")


@pytest.mark.anyio
async def test_damaged_messages(anyio_backend_name: str) -> None:
    start = 0 if anyio_backend_name == "asyncio" else FEW

    found = await meet(range(start, start + FEW))

    assert found.total() == FEW
    assert 0 < found["ok"] < FEW / 2, found
    assert found["OutcomeUnknownError"] > 0, found


@pytest.mark.fuzz
@pytest.mark.anyio
async def test_many_damaged_messages(
    anyio_backend_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = await meet(range(MANY))

    with capsys.disabled():
        told = ", ".join(f"{count} {name}" for name, count in found.most_common())
        sys.stdout.write(f"\n{MANY} messages over sockets, {anyio_backend_name}: {told}\n")
    assert found.total() == MANY
