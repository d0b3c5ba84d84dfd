"""One request and its reply over any httpx transport or client, in values instead of exceptions."""

import ssl
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Protocol, cast
from urllib.parse import urlsplit

import anyio
import attrs
import httpx

from rescind.errors import Sent
from rescind.transport.base import Failure, Limits
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause

SendOne = Callable[[httpx.Request], Awaitable[httpx.Response]]

_CONNECTING = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    UnicodeError,  # a host name that cannot be looked up
)


class RequestBody(httpx.AsyncByteStream):
    """A body in one piece. Any httpx transport pulls it, so any of them tells how far it got.

    It refuses to be pulled twice: some transports repeat a DELETE by themselves when a kept
    connection breaks, and whether that is safe is not theirs to decide.

    Attributes:
        pulled: Whether the transport has begun to send it.
        written: Whether the transport has asked for more, and so has sent it.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.pulled = False
        self.written = False

    def __repr__(self) -> str:
        return f"<request body of {len(self._data)} bytes>"

    def __aiter__(self) -> AsyncIterator[bytes]:
        if self.pulled:
            raise httpx.StreamConsumed
        return self

    async def __anext__(self) -> bytes:
        """Give the body; being asked for more means that it was written."""
        if self._data and not self.pulled:
            self.pulled = True
            return self._data
        self.pulled = self.written = True
        raise StopAsyncIteration


class _Handshake:
    """The socket of a TLS handshake under way: httpcore forgets it where that is cancelled."""

    def __init__(self) -> None:
        self._stream: _Closable | None = None

    async def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Follow what httpcore does, as its ``trace`` extension tells it."""
        if event.endswith("connect_tcp.complete"):
            self._stream = cast("_Closable", info["return_value"])
        elif event.endswith("start_tls.complete"):
            self._stream = None

    async def close(self) -> None:
        """Close the socket, if the handshake has not come to its end."""
        if self._stream is not None:
            with anyio.move_on_after(1, shield=True):
                await self._stream.aclose()


class _Closable(Protocol):
    async def aclose(self) -> None: ...


@attrs.frozen
class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    reason: str


async def exchange(
    send: SendOne, base_url: str, request: WireRequest, limits: Limits, *, ours: bool
) -> WireReply | Failure:
    """Send a request and read its reply to the end, within the limits.

    Nothing that httpx raises passes; cancellation does, without the frames that hold the
    request. The query, if there is one, goes into httpcore's ``target`` extension.

    Args:
        send: Sends one request, and returns before the reply's body is read.
        base_url: The service's URL.
        request: What to send.
        limits: How long it may take, and how large the reply may be.
        ours: Whether the transport is known to pull the body only when it sends it. From
            another, a body that was not pulled means nothing.
    """
    body = RequestBody(request.body)
    handshake = _Handshake()
    seconds = min(limits.attempt_timeout, limits.deadline - anyio.current_time())
    status: int | None = None
    try:
        with anyio.fail_after(max(seconds, 0.0)):
            response = await send(_prepare(base_url, request, body, handshake, limits, seconds))
            status = response.status_code
            try:
                content = await _read(response, limits.reply_bytes)
            finally:
                await response.aclose()
            return WireReply(status, _headers(response), content)
    except anyio.get_cancelled_exc_class() as error:
        error.__cause__ = error.__context__ = None
        ended: Failure | BaseException = error
    except TimeoutError:
        reason = f"no answer within {max(seconds, 0.0):.3g} s"
        ended = _failure(_how_far(body, None, bool(request.body) and ours), reason, status)
    except _Unreadable as error:
        ended = Failure(Cause.UNREADABLE, Sent.YES, error.reason, status)
    except _network_errors(ours=ours) as error:
        told = _beneath(error)
        how_far = _how_far(body, told, bool(request.body) and ours)
        ended = _of_network(told, how_far, status, urlsplit(base_url).netloc)
    await handshake.close()
    if isinstance(ended, BaseException):
        raise ended.with_traceback(None)
    return ended


def _network_errors(*, ours: bool) -> tuple[type[Exception], ...]:
    """What httpx raises, and what its aiohttp transport lets through, if anybody loaded it.

    A client of somebody else's may raise anything, from its hooks too: none of it says more.
    """
    if not ours:
        return (Exception,)
    errors = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, UnicodeError)
    aiohttp = sys.modules.get("aiohttp")
    return errors if aiohttp is None else (*errors, aiohttp.ClientError)


def _prepare(
    base_url: str,
    request: WireRequest,
    body: RequestBody,
    handshake: _Handshake,
    limits: Limits,
    seconds: float,
) -> httpx.Request:
    url = httpx.URL(base_url + request.path)
    extensions: dict[str, object] = {
        "timeout": {
            "connect": min(limits.connect_timeout, seconds),
            "read": seconds,
            "write": seconds,
            "pool": seconds,
        }
    }
    if url.scheme == "https":
        extensions["trace"] = handshake.trace
    if request.query:
        extensions["target"] = url.raw_path + b"?" + request.query.encode("ascii")
    headers = [("Host", url.netloc.decode("ascii")), *request.headers]
    if request.method != "GET":
        headers.append(("Content-Length", str(len(request.body))))
    prepared = httpx.Request(
        request.method,
        url,
        headers=headers,
        content=None if request.body else b"",  # or aiohttp would send an empty body in chunks
        stream=body if request.body else None,
        extensions=extensions,
    )
    prepared.stream = body
    return prepared


def _beneath(error: Exception) -> BaseException:
    """Return what httpx's aiohttp transport wrapped, and any other error as it is.

    That transport says "connect" of connections that broke much later, too.
    """
    aiohttp = sys.modules.get("aiohttp")
    cause = error.__cause__
    if aiohttp is None or cause is None or not isinstance(cause, aiohttp.ClientError):
        return error
    return cause


def _how_far(body: RequestBody, error: BaseException | None, not_pulled_is_not_sent: bool) -> Sent:
    """Say how far the request got when it ended without a reply."""
    if isinstance(error, _CONNECTING):
        return Sent.NO
    if body.pulled:
        return Sent.YES if body.written else Sent.UNKNOWN
    aiohttp = sys.modules.get("aiohttp")
    if aiohttp is not None and isinstance(error, aiohttp.ClientConnectorError):
        return Sent.NO
    # No server acts on a head whose body has not come; without a body the head is enough.
    return Sent.NO if not_pulled_is_not_sent else Sent.UNKNOWN


def _of_network(error: BaseException, sent: Sent, status: int | None, address: str) -> Failure:
    if sent is Sent.NO and _not_verified(error):
        return Failure(Cause.NOT_VERIFIED, sent, "the server's certificate does not verify")
    return _failure(sent, _in_words(error, address), status)


def _in_words(error: BaseException, address: str) -> str:
    """Name an error; of one in connecting say where to, and what the system said."""
    name = type(error).__name__
    if not isinstance(error, _CONNECTING):
        return name
    said = ""
    beneath: BaseException | None = error
    while beneath is not None:
        if isinstance(beneath, OSError):
            said = beneath.strerror or said
        beneath = beneath.__cause__ or beneath.__context__
    return f"cannot connect to {address}: {said or name}"


def _failure(sent: Sent, reason: str, status: int | None) -> Failure:
    if status is not None:
        return Failure(Cause.LOST, Sent.YES, reason, status)
    return Failure(Cause.NOT_SENT if sent is Sent.NO else Cause.LOST, sent, reason)


def _not_verified(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in response.headers.raw
    )


async def _read(response: httpx.Response, limit: int) -> bytes:
    """Read the raw body, decompress it, and stop at the limit on either side."""
    if response.is_stream_consumed:  # a hook of the caller's own client has read it
        if len(response.content) > limit:
            raise _too_large(limit)
        return response.content
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        body: _Body = _Body(limit)
    elif encoding in {"gzip", "x-gzip", "deflate"}:
        body = _CompressedBody(limit)
    else:
        raise _Unreadable("a Content-Encoding that was not asked for")
    unreadable: _Unreadable | None = None
    # What is not read to its end is ended from within: left to the garbage collector, the
    # generators below us would make trio complain, and asyncio start a task for each.
    with anyio.CancelScope() as scope:
        async for piece in response.aiter_raw():
            if unreadable is None:
                try:
                    body.add(piece)
                except _Unreadable as error:
                    unreadable = error
                    scope.cancel()
    if unreadable is not None:
        raise unreadable
    return body.whole()


class _Body:
    """A body as it comes in, never larger than the limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._read = bytearray()  # a list of pieces would cost many times their size if tiny

    def add(self, piece: bytes) -> None:
        self._read += piece
        if len(self._read) > self._limit:
            raise _too_large(self._limit)

    def whole(self) -> bytes:
        """Return the body, once all of it was added."""
        return bytes(self._read)


class _CompressedBody(_Body):
    """The same, decompressed; the limit holds on either side."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._unpack = zlib.decompressobj(wbits=47)  # gzip or zlib, told apart by the header
        self._raw = 0

    def add(self, piece: bytes) -> None:
        self._raw += len(piece)
        try:
            unpacked = self._unpack.decompress(piece, self._limit - len(self._read) + 1)
        except zlib.error:
            unpacked = None
        if unpacked is None:
            raise _Unreadable("a body that does not decompress")
        super().add(unpacked)
        if self._raw > self._limit:
            raise _too_large(self._limit)
        if self._unpack.unused_data:
            raise _Unreadable("a compressed body with more behind its end")

    def whole(self) -> bytes:
        if self._raw and not self._unpack.eof:
            raise _Unreadable("a compressed body that was cut off")
        return super().whole()


def _too_large(limit: int) -> _Unreadable:
    return _Unreadable(f"a reply of more than {limit} bytes")
