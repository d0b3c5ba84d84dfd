"""Whether to try again, and when: pure decisions, and the budget that all calls share."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import attrs

from rescind.policy import Again

BASE_SECONDS = 0.2
CAP_SECONDS = 5.0
LEAST_SECONDS = 1.0
_FOREVER = 10.0**9


@attrs.define
class Budget:
    """A bound on retries over all calls of a client, against storms on a failing service.

    Attributes:
        capacity: The most it holds, and what it starts with.
        left: What is left.
    """

    capacity: int = 100
    retry_cost: int = 5
    success_pay: int = 1
    left: int = attrs.field(default=attrs.Factory(lambda self: self.capacity, takes_self=True))

    def spend(self) -> bool:
        """Pay for one retry, if there is enough left."""
        if self.left < self.retry_cost:
            return False
        self.left -= self.retry_cost
        return True

    def earn(self) -> None:
        """A call succeeded."""
        self.left = min(self.capacity, self.left + self.success_pay)


@attrs.frozen
class Decision:
    """Wait this many seconds and try again; or stop, where ``wait`` is None, and say why."""

    wait: float | None
    why: str = ""


def decide(
    again: Again,
    *,
    attempt: int,
    attempts: int,
    retry_after: float | None,
    time_left: float,
    has_new_token: bool,
    fraction: float,
) -> Decision:
    """Decide what follows a failed attempt.

    Args:
        again: What the table says.
        attempt: The number of the attempt that failed, from 1.
        attempts: The most attempts a call may make.
        retry_after: Seconds the service asked to wait, if it did.
        time_left: Seconds until the total deadline.
        has_new_token: Whether this call already went with a token fetched after a 401.
        fraction: A random number from 0 to 1, the jitter.

    Returns:
        How long to wait, or why to stop.
    """
    if again is Again.WITH_NEW_TOKEN:
        return Decision(None) if has_new_token else Decision(0.0)
    if again is Again.NEVER or (again is Again.IF_TOLD_WHEN and retry_after is None):
        return Decision(None)
    if retry_after is not None:
        # Sent with next to no time left, a call that must not be repeated would end as unknown.
        needed = retry_after + (LEAST_SECONDS if again is Again.IF_TOLD_WHEN else 0.0)
        if needed >= time_left:
            return Decision(
                None,
                f"the service asks to wait {retry_after:g} s, longer than the "
                f"{max(time_left, 0.0):.1f} s left of this call",
            )
        return Decision(retry_after) if attempt < attempts else Decision(None)
    if attempt >= attempts:
        return Decision(None)
    doublings = min(attempt - 1, 16)  # far past the cap
    wait = fraction * min(CAP_SECONDS, BASE_SECONDS * 2**doublings)
    return Decision(wait if wait < time_left else None)


def jitter() -> float:
    """Return a random fraction from 0 to 1, for full jitter."""
    return random.random()  # noqa: S311 - spreads retries, guards nothing


def parse_retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Read a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3).

    Args:
        value: The header's value.
        now: The time that a date is measured from; the clock's by default.

    Returns:
        Seconds to wait, at least 0; None where there is no header or it makes no sense.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _FOREVER)
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())
