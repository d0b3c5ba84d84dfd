"""What a listener is told of a call, and the one log line that each call leaves."""

import logging
from typing import Protocol, TypeAlias

import attrs

from rescind.errors import Sent

logger = logging.getLogger("rescind")
logger.addHandler(logging.NullHandler())  # silent until the application sets up logging


@attrs.frozen(kw_only=True)
class AttemptStarted:
    """A request is about to be made. ``attempt`` counts from 1."""

    operation: str
    wire: str
    attempt: int


@attrs.frozen(kw_only=True)
class AttemptFailed:
    """A request brought no answer that the caller could use.

    Attributes:
        error: The name of the error class, were this the last attempt.
        sent: How far the request got.
        status: The HTTP status, if there was one.
    """

    operation: str
    wire: str
    attempt: int
    error: str
    sent: Sent
    status: int | None


@attrs.frozen(kw_only=True)
class Waiting:
    """The call waits this many seconds before its next attempt."""

    operation: str
    wire: str
    attempt: int
    seconds: float


@attrs.frozen(kw_only=True)
class Done:
    """The call is over.

    Attributes:
        error: The name of the error class; "" where it succeeded.
        attempts: How many requests were made or tried.
        status: The HTTP status of the last reply, if there was one.
        seconds: How long the call took.
    """

    operation: str
    wire: str
    error: str
    attempts: int
    status: int | None
    seconds: float


Event: TypeAlias = AttemptStarted | AttemptFailed | Waiting | Done


class Listener(Protocol):
    """Is told of each event, in order, on the event loop; events never hold a secret.

    It must be quick. What it raises is logged by name and goes no further: an outcome is worth
    more than the news of it.
    """

    def __call__(self, event: Event, /) -> None:
        """Receive one event."""
        ...


def log_done(done: Done) -> None:
    """Write the call's one line to the logger ``rescind``: INFO, or WARNING where it failed."""
    logger.log(
        logging.WARNING if done.error else logging.INFO,
        "%s wire=%s status=%s attempts=%d seconds=%.3f result=%s",
        done.operation,
        done.wire or "-",
        done.status or "-",
        done.attempts,
        done.seconds,
        done.error or "ok",
    )
