"""The ASGI application: reads requests, brings about the ordered faults, sends the replies."""

from email.utils import format_datetime
from typing import TYPE_CHECKING, Final, Protocol

import anyio
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from . import control
from .faults import (
    AnswerCutOffError,
    AnswerLost,
    ConnectionWasResetError,
    CutOff,
    Delay,
    Fault,
    HtmlPage,
    Reset,
    Unavailable,
)
from .messages import Headers, Reply, Request, html_page

if TYPE_CHECKING:
    from .core import Sandbox

# Larger bodies are not even read to the end by a default IIS.
_BODY_LIMIT: Final = 30_000_000
# No service reads more than 4 MiB; what is beyond is counted and dropped.
_KEPT_BODY: Final = 4 * 1024 * 1024 + 1

CONNECTION: Final = "rescind.sandbox.connection"


class Connection(Protocol):
    """What a server offers for breaking the connection of a request."""

    def reset(self) -> None:
        """Reset it: the other side reads ECONNRESET."""
        ...

    def close(self) -> None:
        """Close it once everything written has gone out."""
        ...


def build(sandbox: "Sandbox") -> ASGIApp:
    """The application of a sandbox: its control routes, and the services everywhere else."""
    return Router(routes=control.routes(sandbox), redirect_slashes=False, default=Services(sandbox))


class Services:
    """Both services as one ASGI application."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise RuntimeError(f"the sandbox speaks HTTP only, not {scope['type']}")
        request = await _read(scope, receive)
        if request is None:
            return
        faults = self._sandbox.take_faults(request)
        if any(isinstance(fault, Reset) for fault in faults):
            self._sandbox.record(request, None)
            await _reset(scope, receive, carried_out=False)
            return
        reply = _instead(faults) or self._refusal(request)
        if reply is None:
            reply = self._sandbox.handle(request, faults)
        lost = any(isinstance(fault, AnswerLost) for fault in faults)
        self._sandbox.record(request, None if lost else reply.status)
        seconds = sum(fault.seconds for fault in faults if isinstance(fault, Delay))
        if seconds and await _gone_within(seconds, scope, receive):
            return
        if lost:
            await _reset(scope, receive, carried_out=True)
            return
        cut = next((fault for fault in faults if isinstance(fault, CutOff)), None)
        await self._send(scope, send, reply, cut)
        if cut is not None:
            await _cut(scope, receive)

    def _refusal(self, request: Request) -> Reply | None:
        """What a web server refuses before a service sees it."""
        if request.length > _BODY_LIMIT:
            return html_page(413, "413 Request Entity Too Large", "The body is too large.")
        if request.method != request.method.upper():
            return html_page(400, "400 Bad Request", "The verb is not valid.")
        return None

    async def _send(self, scope: Scope, send: Send, reply: Reply, cut: CutOff | None) -> None:
        body = reply.body
        fields = [("Server", "rescind-sandbox"), ("X-AspNet-Version", "4.0.30319")]
        fields.append(("Date", format_datetime(self._sandbox.clock.now(), usegmt=True)))
        if reply.content_type is not None:
            fields.append(("Content-Type", reply.content_type))
        fields += [("Content-Length", str(len(body))), *reply.headers]
        await send(
            {
                "type": "http.response.start",
                "status": reply.status,
                "headers": [
                    (name.lower().encode("latin-1"), value.encode("latin-1", "replace"))
                    for name, value in fields
                ],
            }
        )
        if cut is not None:
            body = body[: len(body) // 2 if cut.after is None else cut.after]
        await send({"type": "http.response.body", "body": body, "more_body": cut is not None})


async def _read(scope: Scope, receive: Receive) -> Request | None:
    """The request; None when the client has gone before it was whole."""
    body, length, more = bytearray(), 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        chunk: bytes = message.get("body", b"")
        length += len(chunk)
        body += chunk[: max(_KEPT_BODY - len(body), 0)]
        more = message.get("more_body", False)
    headers = Headers(
        tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    )
    host, port = scope.get("server") or ("sandbox", None)
    authority = headers.get("Host") or (f"{host}:{port}" if port else host)
    query: bytes = scope.get("query_string", b"")
    return Request(
        method=scope["method"],
        path=scope["path"],
        query=query.decode("latin-1"),
        headers=headers,
        body=bytes(body),
        length=length,
        base_url=f"{scope.get('scheme', 'http')}://{authority}",
    )


def _instead(faults: list[Fault]) -> Reply | None:
    """The reply a fault puts in the place of the service's own."""
    for fault in faults:
        if isinstance(fault, Unavailable):
            page = html_page(fault.status, "Service Unavailable", "HTTP Error 503.")
            retry = () if fault.retry_after is None else (("Retry-After", str(fault.retry_after)),)
            return Reply(
                status=fault.status,
                body=page.body,
                content_type="text/html; charset=us-ascii",
                headers=retry,
            )
        if isinstance(fault, HtmlPage):
            return html_page(fault.status, "Sandbox", "This page was ordered.")
    return None


async def _gone_within(seconds: float, scope: Scope, receive: Receive) -> bool:
    """Wait; True when the client has gone before the time was up.

    In process nobody goes: who does not want to wait cancels.
    """
    if scope.get(CONNECTION) is None:
        await anyio.sleep(seconds)
        return False
    with anyio.move_on_after(seconds):
        await _gone(receive)
        return True
    return False


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _reset(scope: Scope, receive: Receive, *, carried_out: bool) -> None:
    connection: Connection | None = scope.get(CONNECTION)
    if connection is None:
        raise ConnectionWasResetError(
            "the connection was reset, as ordered", carried_out=carried_out
        )
    connection.reset()
    await _gone(receive)


async def _cut(scope: Scope, receive: Receive) -> None:
    connection: Connection | None = scope.get(CONNECTION)
    if connection is None:
        raise AnswerCutOffError("cut off, as ordered", carried_out=True)
    connection.close()
    await _gone(receive)
