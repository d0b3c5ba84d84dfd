"""A transport that calls an ASGI application in process: the sandbox, without a socket."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

import anyio
import anyio.lowlevel
import attrs

from rescind.errors import Sent
from rescind.transport.base import Failure, Limits
from rescind.transport.lifetime import Lifetime
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause

# ASGI types its messages so (https://asgi.readthedocs.io/en/latest/specs/main.html).
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Application: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]


@attrs.define
class _Reply:
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    complete: bool = False


class AsgiTransport:
    """Sends each request to an application as one ASGI call.

    An application that ends without a complete response, or raises ``ConnectionError``, is a
    server that dropped the connection after it had read the request.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._lifetime = Lifetime()

    def hides_query(self, base_url: str) -> bool:
        """Always: there is no URL object and no log line."""
        del base_url
        return True

    async def send(
        self, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        """Call the application; see ``Transport.send``."""
        self._lifetime.check()
        reply = _Reply()
        seconds = min(limits.attempt_timeout, limits.deadline - anyio.current_time())
        if seconds <= 0:
            return Failure(Cause.NOT_SENT, Sent.NO, "no time left before the deadline")
        reason = "the connection was dropped"
        with anyio.move_on_after(max(seconds, 0.0)) as scope:
            try:
                await self._call(base_url, request, reply)
            except ConnectionError as error:
                reason = str(error) or reason
        if reply.complete:
            return WireReply(reply.status, reply.headers, reply.body)
        if scope.cancelled_caught:
            reason = f"no answer within {seconds:.3g} s"
        return Failure(Cause.LOST, Sent.YES, reason, reply.status or None)

    async def _call(self, base_url: str, request: WireRequest, reply: _Reply) -> None:
        body = [request.body]

        async def receive() -> Message:
            await anyio.lowlevel.checkpoint()
            if body:
                return {"type": "http.request", "body": body.pop(), "more_body": False}
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            await anyio.lowlevel.checkpoint()
            if message["type"] == "http.response.start":
                reply.status = message["status"]
                reply.headers = tuple(
                    (name.decode("latin-1").lower(), value.decode("latin-1"))
                    for name, value in message.get("headers", ())
                )
            elif message["type"] == "http.response.body":
                reply.body += message.get("body", b"")
                reply.complete = not message.get("more_body", False)

        await self._application(_scope(base_url, request), receive, send)

    async def aclose(self) -> None:
        """Send nothing more; nothing is held open."""
        self._lifetime.closed = True


def _scope(base_url: str, request: WireRequest) -> Message:
    url = urlsplit(base_url + request.path)
    headers = [
        ("host", url.netloc),
        *request.headers,
        ("content-length", str(len(request.body))),
    ]
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": unquote(url.path) or "/",
        "raw_path": (url.path or "/").encode("ascii"),
        "query_string": (request.query or url.query).encode("ascii"),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 0),
        "server": (url.hostname or "localhost", url.port or 80),
        "state": {},
    }
