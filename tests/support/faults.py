"""Every way in which a server on the other end of a socket can go wrong."""

import functools
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import attrs

from tests.support.hostile import Act, Peer
from tests.support.replay import reply

MakeAct: TypeAlias = Callable[[bytes], Act]  # from the good answer to how it is spoilt

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"
PIECE = b" " * 65536


def _after_request(*pieces: bytes, hang: bool = False) -> MakeAct:
    """Read the request, send these bytes whatever was asked, and close or hang."""

    def make(good: bytes) -> Act:
        del good

        def act(peer: Peer) -> None:
            peer.request()
            for piece in pieces:
                peer.send(piece)
            if hang:
                peer.wait()

        return act

    return make


def _spoilt(spoil: Callable[[bytes], bytes], *, hang: bool = False) -> MakeAct:
    """Answer with what becomes of the good answer."""
    return lambda good: _after_request(spoil(good), hang=hang)(good)


def _streamed(head: bytes, pieces: Callable[[], Iterator[bytes]]) -> MakeAct:
    """Answer with a head, and then with pieces for as long as the client takes them."""

    def make(good: bytes) -> Act:
        del good

        def act(peer: Peer) -> None:
            peer.request()
            peer.send(head)
            peer.stream(pieces())

        return act

    return make


def _plain(act: Act) -> MakeAct:
    return lambda good: act


def _reset_in_head(peer: Peer) -> None:
    peer.read(10)
    peer.reset()


def _reset_before_body(peer: Peer) -> None:
    peer.head()
    peer.reset()


def _reset_after_request(peer: Peer) -> None:
    peer.request()
    peer.reset()


def _reset_in_reply(peer: Peer) -> None:
    peer.request()
    peer.send(HEAD + b"Content-Length: 1000\r\n\r\n<cut")
    peer.reset()


def _never_read(peer: Peer) -> None:
    peer.closed.wait(0.6)  # longer than any client of these tests waits
    peer.wait()


def _close_at_once(peer: Peer) -> None:
    del peer


def _drip(data: bytes, size: int = 1) -> MakeAct:
    """Send this piece by piece, and then blanks, slower than anybody waits."""

    def make(good: bytes) -> Act:
        del good

        def act(peer: Peer) -> None:
            peer.request()
            peer.stream(_slowly(peer, data, size))

        return act

    return make


def _slowly(peer: Peer, data: bytes, size: int) -> Iterator[bytes]:
    while not peer.closed.wait(0.01):
        yield data[:size] or b" "
        data = data[size:]


def _cut(good: bytes) -> bytes:
    return good[:-20]


def _chunked(good: bytes, *, end: bytes = b"0\r\n\r\n") -> bytes:
    body = good.partition(b"\r\n\r\n")[2]
    pieces = b"".join(b"%x;x=y\r\n%c\r\n" % (1, letter) for letter in body)
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + pieces + end


def _until_close(good: bytes) -> bytes:
    return b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n" + good.partition(b"\r\n\r\n")[2]


def _gzipped(good: bytes) -> bytes:
    body = good.partition(b"\r\n\r\n")[2]
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(body) + packer.flush()
    return HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed


@functools.cache
def gzip_bomb() -> bytes:
    """Thirty-two megabytes of blanks in as many kilobytes."""
    packer = zlib.compressobj(wbits=31)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(32)) + packer.flush()


def _blanks() -> Iterator[bytes]:
    while True:
        yield PIECE


def _header_lines() -> Iterator[bytes]:
    while True:
        yield b"X-Filler: " + b"a" * 1000 + b"\r\n"


@attrs.frozen(kw_only=True)
class Fault:
    """What goes wrong, and what the caller is told.

    Attributes:
        make: From the good answer to the act.
        kind: The class for a call that may be repeated; "ok" where it succeeds all the same.
        kind_once: The class for a call that must not be.
        sent: The values that ``sent`` may have.
        status: The status that the error carries.
        hangs: Whether only the deadline ends it.
    """

    make: MakeAct
    kind: str = "OutcomeUnknownError"
    kind_once: str = "OutcomeUnknownError"
    sent: frozenset[str] = frozenset({"yes"})
    status: int | None = None
    hangs: bool = False


def _fine(make: MakeAct) -> Fault:
    return Fault(make=make, kind="ok", kind_once="ok")


def _unreadable(make: MakeAct) -> Fault:
    return Fault(make=make, kind="UnreadableReplyError", status=200)


_SOMEWHERE = frozenset({"yes", "unknown"})

FAULTS: Mapping[str, Fault] = {
    # the request does not get through, or nothing comes back
    "closed at once": Fault(make=_plain(_close_at_once), sent=frozenset({"no", *_SOMEWHERE})),
    "reset at once": Fault(
        make=_plain(lambda peer: peer.reset()), sent=frozenset({"no", *_SOMEWHERE})
    ),
    "reset in the head": Fault(make=_plain(_reset_in_head), sent=_SOMEWHERE),
    "reset before the body": Fault(make=_plain(_reset_before_body), sent=_SOMEWHERE),
    "reset after the request": Fault(make=_plain(_reset_after_request), sent=_SOMEWHERE),
    "closed after the request": Fault(make=_after_request()),
    "silence": Fault(make=_after_request(hang=True), hangs=True),
    "silence without reading": Fault(make=_plain(_never_read), hangs=True),
    # the head of the reply
    "half a head": Fault(make=_after_request(b"HTTP/1.1 200 OK\r\nContent-")),
    "silence in the head": Fault(
        make=_after_request(b"HTTP/1.1 200 OK\r\nContent-", hang=True), hangs=True
    ),
    "not HTTP": Fault(make=_after_request(b"220 mail.example ESMTP\r\n")),
    "TLS where HTTP is due": Fault(make=_after_request(b"\x15\x03\x01\x00\x02\x02\x50")),
    "no status": Fault(make=_after_request(b"HTTP/1.1 two OK\r\n\r\n")),
    "HTTP/2 preface": Fault(make=_after_request(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00")),
    "a blank in a header's name": Fault(make=_after_request(b"HTTP/1.1 200 OK\r\nA B: c\r\n\r\n")),
    "NUL in a header": Fault(make=_after_request(b"HTTP/1.1 200 OK\r\nA: \x00\r\n\r\n")),
    "endless headers": Fault(make=_streamed(HEAD, _header_lines)),
    "dripping head": Fault(make=_drip(HEAD), hangs=True),
    # the length of the body
    "length is no number": Fault(make=_after_request(HEAD + b"Content-Length: many\r\n\r\n")),
    "negative length": Fault(make=_after_request(HEAD + b"Content-Length: -1\r\n\r\n")),
    "two lengths": Fault(
        make=_after_request(HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")
    ),
    "length too large": Fault(make=_spoilt(_cut), status=200),
    "length too small": _unreadable(
        _spoilt(lambda good: good.replace(b"Content-Length: ", b"Content-Length: 1\r\nX-Was: "))
    ),
    "reset in the reply": Fault(make=_plain(_reset_in_reply), status=200),
    "silence in the body": Fault(make=_spoilt(_cut, hang=True), status=200, hangs=True),
    "dripping body": Fault(
        make=_drip(HEAD + b"Content-Length: 100000\r\n\r\n", 100), status=200, hangs=True
    ),
    # chunks
    "chunked": _fine(_spoilt(_chunked)),
    "chunks cut off": Fault(make=_spoilt(lambda good: _chunked(good, end=b"")), status=200),
    "no chunk length": Fault(
        make=_after_request(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), status=200
    ),
    "endless chunk length": Fault(
        make=_streamed(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", lambda: iter([b"1" * 99999])),
        status=200,
    ),
    # size and compression
    "a gigabyte": _unreadable(_streamed(HEAD + b"Content-Length: 1073741824\r\n\r\n", _blanks)),
    "a body without end": _unreadable(_streamed(HEAD + b"\r\n", _blanks)),
    "gzip": _fine(_spoilt(_gzipped)),
    "gzip bomb": _unreadable(
        _streamed(HEAD + b"Content-Encoding: gzip\r\n\r\n", lambda: iter([gzip_bomb()]))
    ),
    "gzip without end": _unreadable(_streamed(HEAD + b"Content-Encoding: gzip\r\n\r\n", _blanks)),
    "gzip cut off": _unreadable(
        _spoilt(lambda good: _cut(_gzipped(good)).replace(b"Content-Length", b"X-Was"))
    ),
    "gzip with more behind": _unreadable(
        _spoilt(lambda good: (_gzipped(good) + PIECE).replace(b"Content-Length", b"X-Was"))
    ),
    "brotli": _unreadable(_after_request(HEAD + b"Content-Encoding: br\r\n\r\nabc")),
    # other replies
    "HTTP/1.0 until closed": _fine(_spoilt(_until_close)),
    "100 Continue first": _fine(
        _spoilt(lambda good: b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\n\r\n" + good)
    ),
    "100 Continue without end": Fault(make=_drip(INTERIM * 1000, len(INTERIM)), hangs=True),
    "101 Switching Protocols": Fault(
        make=_after_request(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
    ),
    "two replies": _fine(_spoilt(lambda good: good + reply(b"<wrong/>", status="500 No"))),
    "empty": _unreadable(_after_request(HEAD + b"Content-Length: 0\r\n\r\n")),
    "only a line end": Fault(make=_after_request(b"\r\n\r\n")),
    "redirect": Fault(
        make=_after_request(
            b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
        ),
        kind="InvalidRequestError",
        kind_once="InvalidRequestError",
        status=302,
    ),
}
