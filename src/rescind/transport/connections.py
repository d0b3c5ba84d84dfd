"""The transport that clients use by default: one-connection httpx transports on a free list.

httpx's own pool gets slower with every connection it holds; a list whose last one used is the
next one used does not, and keeps few connections warm.
"""

import asyncio
import ssl
from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import anyio
import attrs
import httpx

from rescind.errors import ConfigurationError, Sent
from rescind.service_url import is_loopback
from rescind.transport.base import Failure, Limits
from rescind.transport.exchange import exchange
from rescind.transport.leftover import bytes_behind_reply
from rescind.transport.lifetime import Lifetime
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause

KEEP_ALIVE_SECONDS = 20.0
FRESH_SECONDS = 1.0
CLOSE_SECONDS = 2.0

MakeTransport = Callable[[ssl.SSLContext, httpx.Proxy | None], httpx.AsyncBaseTransport]

_ONE = httpx.Limits(
    max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEEP_ALIVE_SECONDS
)


@attrs.define(eq=False)
class _Connection:
    transport: httpx.AsyncBaseTransport
    idle_since: float = 0.0


class Connections:
    """Connections to any number of services, never more at once than ``max_connections``.

    Bound to the event loop of its first request.
    """

    def __init__(
        self, max_connections: int = 64, library: Literal["httpcore", "aiohttp"] = "httpcore"
    ) -> None:
        self._library = library
        self._make: MakeTransport = _httpcore() if library == "httpcore" else _aiohttp()
        self._tls = _Tls()
        self._max_connections = max_connections
        self._gate: anyio.Semaphore | None = None
        self._free: dict[str, list[_Connection]] = {}
        self._lifetime = Lifetime()

    def hides_query(self, base_url: str) -> bool:
        """Whether httpcore's ``target`` extension is at hand, and reaches the service alone.

        Through a proxy it would end up in the CONNECT request, in the clear.
        """
        return self._library == "httpcore" and _proxy_for(base_url) is None

    async def send(
        self, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        """Send over the connection used last, or a new one; see ``Transport.send``."""
        self._check_here()
        gate = self._gate = self._gate or anyio.Semaphore(self._max_connections, fast_acquire=True)
        acquired = False
        with anyio.move_on_after(max(limits.deadline - anyio.current_time(), 0.0)):
            await gate.acquire()
            acquired = True
        if not acquired:
            return Failure(Cause.NOT_SENT, Sent.NO, "no free connection before the deadline")
        return await self._send_and_release(gate, base_url, request, limits)

    async def _send_and_release(
        self, gate: anyio.Semaphore, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        connection: _Connection | None = None
        done = False
        try:
            connection = await self._take(base_url, fresh=limits.fresh)
            reply = await exchange(
                connection.transport.handle_async_request,
                base_url,
                request,
                limits,
                ours=True,
            )
            done = isinstance(reply, WireReply) and self._is_clean(connection)
            return reply
        finally:
            gate.release()
            if connection is not None:
                if done and not self._lifetime.closed:
                    connection.idle_since = anyio.current_time()
                    self._free.setdefault(_origin(base_url), []).append(connection)
                else:
                    await _close(connection)

    async def _take(self, base_url: str, *, fresh: bool) -> _Connection:
        free = self._free.get(_origin(base_url), [])
        longest = FRESH_SECONDS if fresh else KEEP_ALIVE_SECONDS
        while free:
            connection = free.pop()
            if anyio.current_time() - connection.idle_since < longest:
                return connection
            await _close(connection)
        return self._new(base_url)

    def _new(self, base_url: str) -> _Connection:
        proxy = _proxy_for(base_url)
        try:
            return _Connection(self._make(self._tls.for_url(base_url), proxy))
        except OSError:
            problem = "the CA certificates cannot be loaded: see SSL_CERT_FILE and SSL_CERT_DIR"
        except (ImportError, ValueError):
            problem = "the environment names a proxy of a kind that this transport cannot use"
        raise ConfigurationError(problem)

    def _is_clean(self, connection: _Connection) -> bool:
        return self._library != "httpcore" or not bytes_behind_reply(connection.transport)

    def _check_here(self) -> None:
        self._lifetime.check()
        if self._library == "aiohttp" and not _on_asyncio():
            raise ConfigurationError("transport='aiohttp' runs on asyncio only: leave it out")

    async def aclose(self) -> None:
        """Close every idle connection; those in use are closed as their requests end.

        Raises:
            ConfigurationError: They belong to another event loop, and cannot be closed from here.
        """
        if self._lifetime.elsewhere():
            raise ConfigurationError(
                "this client was used in another event loop: close it in that loop"
            )
        self._lifetime.closed = True
        free, self._free = self._free, {}
        for connections in free.values():
            for connection in connections:
                await _close(connection)


async def _close(connection: _Connection) -> None:
    """Close a connection even where the caller was cancelled, but do not wait for a peer."""
    with anyio.move_on_after(CLOSE_SECONDS, shield=True):
        await connection.transport.aclose()


def _on_asyncio() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _proxy_for(url: str) -> httpx.Proxy | None:
    """Return the proxy that the environment names for a URL, by the standard library's rules.

    Loopback needs none, whatever the environment says.
    """
    parts = urlsplit(url)
    if is_loopback(parts.hostname or ""):
        return None  # plain http is accepted there because nothing leaves the machine
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    try:
        return httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
    except (ValueError, httpx.InvalidURL):
        name = f"{parts.scheme}_proxy or all_proxy"
    raise ConfigurationError(f"{name} in the environment is not the address of a proxy")


def _httpcore() -> MakeTransport:
    def make(tls: ssl.SSLContext, proxy: httpx.Proxy | None) -> httpx.AsyncBaseTransport:
        return httpx.AsyncHTTPTransport(verify=tls, limits=_ONE, proxy=proxy)

    return make


def _aiohttp() -> MakeTransport:
    from httpx_aiohttp import AiohttpTransport  # an extra

    def make(tls: ssl.SSLContext, proxy: httpx.Proxy | None) -> httpx.AsyncBaseTransport:
        return AiohttpTransport(verify=tls, limits=_ONE, proxy=proxy)

    return make


class _Tls:
    """One TLS context for all connections. Loading the CA bundle takes some 20 ms."""

    def __init__(self) -> None:
        self._verifying: ssl.SSLContext | None = None

    def for_url(self, url: str) -> ssl.SSLContext:
        """Return the context; for plain http one that is empty, and trusts nobody."""
        if url.startswith("http:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._verifying is None:
            self._verifying = httpx.create_ssl_context()
        return self._verifying
