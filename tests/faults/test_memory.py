"""However large a reply is, reading it takes no more than twice the limit and eight megabytes."""

import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator

import anyio
import anyio.from_thread
import anyio.lowlevel
import pytest

import rescind
from rescind import WireReply
from rescind.transport.base import REPLY_LIMIT
from rescind.wires import soap11
from rescind_models import Operation
from tests.support.faults import HEAD, gzip_bomb
from tests.support.forms import FORMS, Form
from tests.support.hostile import Act, Hostile, Peer, token
from tests.support.through import through

MOST = 2 * REPLY_LIMIT + 8_000_000

ANSWER = (
    b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
    b'<CancelNotifyByReferenceIDResponse xmlns="https://ws.esendex.us/NotifyWS/">'
)
SOAP11 = b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def endless(head: bytes, piece: bytes, start: bytes = b"") -> Act:
    """A body that begins with `start` and then repeats `piece` for as long as anybody reads."""

    def pieces() -> Iterator[bytes]:
        yield start
        block = piece * max(1, 65536 // len(piece))
        while True:
            yield block

    return streaming(head, pieces)


def full(start: bytes, piece: bytes, end: bytes = b"", *, status: bytes = b"200 OK") -> Act:
    """A body just below the limit."""
    count = (REPLY_LIMIT - len(start) - len(end)) // len(piece)

    def pieces() -> Iterator[bytes]:
        yield start
        block = max(1, 65536 // len(piece))
        for _ in range(count // block):
            yield piece * block
        yield piece * (count % block)
        yield end

    length = len(start) + len(piece) * count + len(end)
    return streaming(b"HTTP/1.1 %b\r\nContent-Length: %d\r\n\r\n" % (status, length), pieces)


def streaming(head: bytes, pieces: Callable[[], Iterator[bytes]]) -> Act:
    def act(peer: Peer) -> None:
        peer.request()
        peer.send(head)
        peer.stream(pieces())

    return act


FAULT = SOAP11 + b"<s:Fault><faultcode>s:Server</faultcode><detail>"

# What is sent, and the wire forms whose reading of it costs most.
REPLIES: dict[str, tuple[Act, tuple[str, ...]]] = {
    "a gigabyte": (endless(HEAD + b"Content-Length: 1073741824\r\n\r\n", b" "), ("soap11", "json")),
    "no length": (endless(HEAD + b"\r\n", b" "), ("get",)),
    "large chunks": (endless(CHUNKED, b"100000\r\n" + b" " * 0x100000 + b"\r\n"), ("post",)),
    "gzip bomb": (
        streaming(HEAD + b"Content-Encoding: gzip\r\n\r\n", lambda: iter([gzip_bomb()])),
        ("soap12", "xml"),
    ),
    "one long text": (full(ANSWER + b"<a>", b"x"), ("soap11",)),
    "a number of eight million digits": (
        full(ANSWER + b"<CancelNotifyByReferenceIDResult>", b"1"),
        ("soap11",),
    ),
    "a great many numbers": (
        full(ANSWER, b"<CancelNotifyByReferenceIDResult/>"),
        ("soap11",),
    ),
    "text of four bytes a letter": (full(ANSWER + b"<a>", "\U0001f4de".encode()), ("soap11",)),
    "unknown elements": (full(ANSWER, b"<b/>"), ("soap11",)),
    "a fault's detail": (full(FAULT, b"<b/>", status=b"500 E"), ("soap11",)),
    "a fault's text": (full(FAULT, b"x", status=b"500 E"), ("soap11",)),
    "many attributes": (full(FAULT + b"<b ", b"a='b' "), ("soap11",)),
    "a page": (full(b"<html><title>", b"&amp;", status=b"500 E"), ("soap11",)),
    "a page of titles": (full(b"<html>", b"<title>", status=b"500 E"), ("soap11", "json")),
    "blank lines": (full(b"", b"\n", status=b"500 E"), ("post", "xml")),
    "a text in UTF-16": (full(b"\xff\xfe", b"a\x00", status=b"500 E"), ("get",)),
    "an XML error": (full(b"<Error>", b"<a/>", status=b"500 E"), ("json", "xml")),
    "a JSON error": (full(b'{"a":[', b"{},", status=b"500 E"), ("json",)),
    "a JSON answer": (full(b'{"a":[', b"{},"), ("json",)),
    "one tag": (full(b"", b"a"), ("xml", "soap11", "get")),
    "one comment": (full(b"<!--", b"a"), ("xml",)),
    "an XML answer": (full(b"<ResponseOfDeletePendingMessagesResponse>", b"<a/>"), ("xml",)),
    "deep XML": (full(b"", b"<a>"), ("xml", "soap11")),
}

CASES = [
    pytest.param(act, FORMS[name], id=f"{reply}/{name}")
    for reply, (act, names) in REPLIES.items()
    for name in names
]


async def meet(act: Act, form: Form) -> None:
    acts = [token, act] if form.needs_token else [act]
    with Hostile(*acts) as server:
        async with through("httpcore", server.url, timeout=30.0) as client:
            with pytest.raises(rescind.RescindError):
                await form.call(client)


@pytest.mark.parametrize(("act", "form"), CASES)
@pytest.mark.asyncio
async def test_by_the_allocator(act: Act, form: Form) -> None:
    """Python's own allocations, those of the server's thread included."""
    tracemalloc.start()
    try:
        await meet(act, form)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak <= MOST


CHILD = """
import resource, sys
import anyio
from tests.faults import test_memory as here
from tests.support.forms import FORMS
from tests.support.hostile import answer

def most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

act, names = here.REPLIES[sys.argv[1]]
form = FORMS[names[0]]
here.gzip_bomb()
anyio.run(here.meet, answer(b"HTTP/1.1 404 No\\r\\nContent-Length: 0\\r\\n\\r\\n"), form)
before = most()
anyio.run(here.meet, act, form)
print(most() - before)
"""


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_event_loop_goes_on_while_a_large_reply_is_read(backend: str) -> None:
    """Other tasks get their turns, many of them, before the reply is through."""
    act = full(ANSWER, b"<b/>")
    turns = 0

    async def main() -> None:
        nonlocal turns
        with Hostile(act) as server:
            async with (
                through("httpcore", server.url, timeout=30.0) as client,
                anyio.create_task_group() as tasks,
            ):
                with pytest.MonkeyPatch.context() as patch:
                    reading = anyio.Event()
                    read = soap11.read

                    def watched(operation: Operation, response: type, reply: WireReply) -> object:
                        anyio.from_thread.run_sync(reading.set)
                        return read(operation, response, reply)

                    patch.setattr(soap11, "read", watched)

                    async def call() -> None:
                        with pytest.raises(rescind.UnreadableReplyError):
                            await FORMS["soap11"].call(client)
                        tasks.cancel_scope.cancel()

                    tasks.start_soon(call)
                    await reading.wait()
                    while True:
                        await anyio.lowlevel.checkpoint()
                        turns += 1

    anyio.run(main, backend=backend)

    assert turns > 100


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux")
@pytest.mark.parametrize("name", ["a gigabyte", "gzip bomb"])
def test_by_the_process(name: str) -> None:
    """What the process takes from the system, over what a refused call has taken before."""
    child = subprocess.run(
        [sys.executable, "-c", CHILD, name], capture_output=True, check=False, text=True
    )

    assert child.returncode == 0, child.stderr
    assert int(child.stdout) <= MOST


@pytest.mark.asyncio
async def test_chunks_of_two_bytes() -> None:
    """They cost much more time than memory: the deadline ends them."""
    tracemalloc.start()
    try:
        with Hostile(endless(CHUNKED, b"2\r\n<!\r\n")) as server:
            async with through("httpcore", server.url, timeout=1.5) as client:
                with anyio.fail_after(10):
                    with pytest.raises(rescind.OutcomeUnknownError):
                        await FORMS["soap11"].call(client)
            assert server.all_closed()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak <= MOST
