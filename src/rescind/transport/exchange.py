"""One request and its reply over any httpx transport or client, in values instead of exceptions."""

import ssl
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable

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
)


class RequestBody(httpx.AsyncByteStream):
    """A body in one piece. Any httpx transport pulls it, so any of them tells how far it got.

    It refuses to be pulled twice: some transports repeat a DELETE by themselves when a kept
    connection breaks, and whether that is safe is not theirs to decide.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pulled = False
        self._written = False

    def __repr__(self) -> str:
        return f"<request body of {len(self._data)} bytes>"

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body; being asked for more means that it was written."""
        if self._pulled:
            raise httpx.StreamConsumed
        self._pulled = True
        if self._data:
            yield self._data
        self._written = True

    def sent(self, *, connecting: bool) -> Sent:
        """Say how far the request got.

        Args:
            connecting: Whether what ended it can only happen before anything is sent.
        """
        if self._written:
            return Sent.YES
        if self._pulled:
            return Sent.UNKNOWN
        # No server acts on a head whose body has not come; without a body the head is enough.
        return Sent.NO if self._data or connecting else Sent.UNKNOWN


@attrs.frozen
class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    reason: str


async def exchange(
    send: SendOne, base_url: str, request: WireRequest, limits: Limits, *, hide_query: bool
) -> WireReply | Failure:
    """Send a request and read its reply to the end, within the limits.

    Nothing that httpx raises passes; cancellation does, without the frames that hold the
    request. The query, if there is one, goes into httpcore's ``target`` extension.
    """
    body = RequestBody(request.body)
    seconds = min(limits.attempt_timeout, limits.deadline - anyio.current_time())
    status: int | None = None
    try:
        with anyio.fail_after(max(seconds, 0.0)):
            response = await send(_prepare(base_url, request, body, limits, seconds, hide_query))
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
        ended = _failure(body, f"no answer within {max(seconds, 0.0):.3g} s", status)
    except _Unreadable as error:
        ended = Failure(Cause.UNREADABLE, Sent.YES, error.reason, status)
    except _network_errors() as error:
        ended = _of_httpx(error, body, status)
    if isinstance(ended, BaseException):
        raise ended.with_traceback(None)
    return ended


def _network_errors() -> tuple[type[Exception], ...]:
    """What httpx raises, and what its aiohttp transport lets through, if anybody loaded it."""
    errors = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError)
    aiohttp = sys.modules.get("aiohttp")
    return errors if aiohttp is None else (*errors, aiohttp.ClientError)


def _prepare(
    base_url: str,
    request: WireRequest,
    body: RequestBody,
    limits: Limits,
    seconds: float,
    hide_query: bool,
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
    if request.query:
        if not hide_query:
            raise RuntimeError("a query with a key in it was handed to a transport that shows it")
        extensions["target"] = url.raw_path + b"?" + request.query.encode("ascii")
    headers = [("Host", url.netloc.decode("ascii")), *request.headers]
    if request.method != "GET":
        headers.append(("Content-Length", str(len(request.body))))
    return httpx.Request(request.method, url, headers=headers, stream=body, extensions=extensions)


def _of_httpx(error: Exception, body: RequestBody, status: int | None) -> Failure:
    connecting = isinstance(error, _CONNECTING)
    if connecting and _not_verified(error) and body.sent(connecting=True) is Sent.NO:
        return Failure(Cause.NOT_VERIFIED, Sent.NO, "the server's certificate does not verify")
    return _failure(body, type(error).__name__, status, connecting=connecting)


def _failure(
    body: RequestBody, reason: str, status: int | None, *, connecting: bool = False
) -> Failure:
    sent = body.sent(connecting=connecting) if status is None else Sent.YES
    return Failure(Cause.NOT_SENT if sent is Sent.NO else Cause.LOST, sent, reason, status)


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
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        return await _read_plain(response.aiter_raw(), limit)
    if encoding in {"gzip", "x-gzip", "deflate"}:
        return await _read_compressed(response.aiter_raw(), limit)
    raise _Unreadable("a Content-Encoding that was not asked for")


async def _read_plain(pieces: AsyncIterator[bytes], limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for piece in pieces:
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        chunks.append(piece)
    return b"".join(chunks)


async def _read_compressed(pieces: AsyncIterator[bytes], limit: int) -> bytes:
    unpack = zlib.decompressobj(wbits=47)  # gzip or zlib, told apart by the header
    chunks: list[bytes] = []
    size = raw = 0
    async for piece in pieces:
        raw += len(piece)
        try:
            chunk = unpack.decompress(piece, limit - size + 1)
        except zlib.error:
            chunk = None
        if chunk is None:
            raise _Unreadable("a body that does not decompress")
        size += len(chunk)
        if size > limit or raw > limit:
            raise _too_large(limit)
        chunks.append(chunk)
    if raw and not unpack.eof:
        raise _Unreadable("a compressed body that was cut off")
    return b"".join(chunks)


def _too_large(limit: int) -> _Unreadable:
    return _Unreadable(f"a reply of more than {limit} bytes")
