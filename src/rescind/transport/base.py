"""The seam between the loop and the network, in terms of neither SOAP nor an HTTP library."""

from typing import Protocol

import attrs

from rescind.errors import Sent
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause

REPLY_LIMIT = 8 << 20


@attrs.frozen
class Limits:
    """What one attempt may take.

    Attributes:
        deadline: When the call must be over, on the clock of ``anyio.current_time``. Waiting
            for a free connection may last until then.
        attempt_timeout: Seconds for the attempt, from the moment a connection is free.
        connect_timeout: Seconds to connect, TLS included.
        fresh: Whether an idle connection may have been closed by the server without our
            knowledge: calls that must not be repeated take a new one, or one just used.
        reply_bytes: The largest reply that is read, before and after decompression.
    """

    deadline: float
    attempt_timeout: float
    connect_timeout: float
    fresh: bool = False
    reply_bytes: int = REPLY_LIMIT


@attrs.frozen
class Failure:
    """An attempt without a readable reply.

    Attributes:
        cause: NOT_SENT, NOT_VERIFIED, LOST or UNREADABLE.
        sent: How far the request got.
        reason: In words, without anything of the request.
        status: The HTTP status, where the head of a reply was read.
    """

    cause: Cause
    sent: Sent
    reason: str
    status: int | None = None


class Transport(Protocol):
    """Sends one request. Implementations never raise but for cancellation and misuse."""

    def hides_query(self, base_url: str) -> bool:
        """Whether a query stays out of every URL object, log line and exception.

        HTTP GET, whose query holds the license key, is only offered where it does.
        """
        ...

    async def send(
        self, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        """Send one request to a service and read the reply to its end.

        Args:
            base_url: The service's URL, without a query.
            request: What to send.
            limits: How long it may take.
        """
        ...

    async def aclose(self) -> None:
        """Close every connection. Sending afterwards raises ConfigurationError."""
        ...
