"""Serving a sandbox on a port, in the running event loop or in a thread of its own."""

import asyncio
import contextlib
import ipaddress
import logging
import socket
import struct
import threading
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import Future
from typing import Any

import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from .application import CONNECTION
from .core import Sandbox
from .settings import Settings

_log = logging.getLogger("rescind.sandbox")


class _Connection:
    """Breaks a connection for a fault."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def reset(self) -> None:
        """Close without lingering, which makes the system send RST."""
        transport_socket: socket.socket = self._transport.get_extra_info("socket")
        transport_socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._transport.abort()

    def close(self) -> None:
        """Close once everything written has gone out."""
        self._transport.close()


class _HttpProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which lets the application break the connection."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        app = self.app

        async def with_connection(scope: Scope, receive: Receive, send: Send) -> None:
            scope[CONNECTION] = _Connection(self.transport)
            await app(scope, receive, send)

        self.app = with_connection


class _Server(uvicorn.Server):
    """A server without a main loop and signal handlers: it belongs to the caller's event loop."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(
            uvicorn.Config(
                sandbox.app,
                http=_HttpProtocol,
                ws="none",
                lifespan="off",
                access_log=False,
                log_config=None,
                date_header=False,
                server_header=False,
            )
        )

    async def start(self, listener: socket.socket) -> None:
        """Begin to listen."""
        self.config.load()
        self.lifespan = self.config.lifespan_class(self.config)
        await self.startup(sockets=[listener])

    async def stop(self) -> None:
        """Stop to listen and drop every connection, answered or not."""
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await self.shutdown()


@contextlib.asynccontextmanager
async def running(
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    settings: Settings | None = None,
    sandbox: Sandbox | None = None,
) -> AsyncGenerator[Sandbox]:
    """Run a sandbox in the running event loop: in process, or on a port.

    Args:
        host: The address to bind; loopback unless told otherwise, and a warning when it is not.
        port: The port to serve at, asyncio only; 0 takes a free one. None opens no socket: reach
            the sandbox by its `client()` or its `app`, under any event loop.
        settings: The switches of a new sandbox.
        sandbox: A sandbox that is there already, instead of a new one.

    Yields:
        The sandbox; on a port with its `url` set.

    Raises:
        OSError: The port is taken.
        ValueError: Both settings and a sandbox were given.
        RuntimeError: A port under another event loop than asyncio's; use `serving()` there.
    """
    served = _sandbox(settings, sandbox)
    if port is None:
        yield served
        return
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        raise RuntimeError(
            "rescind.sandbox.running(port=...) needs asyncio; use rescind.sandbox.serving() "
            "under trio"
        ) from None
    with _listener(host, port, served) as listener:
        server = _Server(served)
        await server.start(listener)
        try:
            yield served
        finally:
            await server.stop()


@contextlib.contextmanager
def serving(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    settings: Settings | None = None,
    sandbox: Sandbox | None = None,
) -> Generator[Sandbox]:
    """Serve a sandbox in a thread of its own, for synchronous code and for trio.

    Args:
        host: The address to bind; loopback unless told otherwise, and a warning when it is not.
        port: The port; 0 takes a free one.
        settings: The switches of a new sandbox.
        sandbox: A sandbox that is there already, instead of a new one.

    Yields:
        The sandbox, with its `url` set.

    Raises:
        OSError: The port is taken.
        ValueError: Both settings and a sandbox were given.
    """
    served = _sandbox(settings, sandbox)
    with _listener(host, port, served) as listener:
        started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        thread = threading.Thread(
            target=asyncio.run, args=(_serve(served, listener, started),), name="rescind-sandbox"
        )
        thread.start()
        try:
            loop, stop = started.result()
            try:
                yield served
            finally:
                loop.call_soon_threadsafe(stop.set)
        finally:
            thread.join()


async def _serve(
    sandbox: Sandbox,
    listener: socket.socket,
    started: "Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]]",
) -> None:
    stop = asyncio.Event()
    server = _Server(sandbox)
    try:
        await server.start(listener)
    except OSError as problem:
        started.set_exception(problem)
        return
    started.set_result((asyncio.get_running_loop(), stop))
    await stop.wait()
    await server.stop()


def _sandbox(settings: Settings | None, sandbox: Sandbox | None) -> Sandbox:
    if sandbox is not None and settings is not None:
        raise ValueError("give settings or a sandbox, which has its own settings; not both")
    return Sandbox(settings) if sandbox is None else sandbox


@contextlib.contextmanager
def _listener(host: str, port: int, sandbox: Sandbox) -> Generator[socket.socket]:
    """A bound socket, and its address in the sandbox as long as it is open."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delays off only for sockets whose protocol says TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    address = sandbox.url
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        bound, number = listener.getsockname()[:2]
        if not ipaddress.ip_address(bound).is_loopback:
            _log.warning(
                "the sandbox listens on %s, where other machines can reach it; it has no secrets "
                "to keep, but whoever reaches it can control it",
                bound,
            )
        sandbox.url = f"http://[{bound}]:{number}" if ":" in bound else f"http://{bound}:{number}"
        yield listener
    finally:
        sandbox.url = address
        listener.close()
