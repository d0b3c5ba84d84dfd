"""The phone calls of the sandbox: queued, dialling, answered or unanswered, cancelled."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import Enum

import attrs

from . import response_codes
from .clock import Clock
from .settings import Settings

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class CallState(Enum):
    """Where a call stands."""

    QUEUED = "queued"
    DIALLING = "dialling"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"


_CODES = {
    CallState.QUEUED: response_codes.QUEUED,
    CallState.DIALLING: response_codes.DIALING,
    CallState.ANSWERED: response_codes.ANSWERED,
    CallState.UNANSWERED: response_codes.UNANSWERED,
    CallState.CANCELLED: response_codes.CANCELLED,
}


@attrs.define(kw_only=True)
class Call:
    """One call.

    Attributes:
        queue_id: The id under which the service keeps it.
        license_key: Whose call it is, in lower case.
        phone_number: The ten digits it dials, with an extension after `x`.
        reference_id: The label for a later cancel; None without one.
        text: What it says.
        due: When it is dialled next.
        tries: How often it may be dialled.
        next_try_seconds: The pause between two tries.
        state: Where it stands.
        tried: How often it has been dialled.
        started: When it was first dialled.
        ended: When it was over.
    """

    queue_id: int
    license_key: str = attrs.field(repr=False)
    phone_number: str
    reference_id: str | None
    text: str | None
    due: datetime
    tries: int = 1
    next_try_seconds: float = 60.0
    state: CallState = CallState.QUEUED
    tried: int = 0
    started: datetime | None = None
    ended: datetime | None = None

    @property
    def response_code(self) -> int:
        """The vendor's code for the call's state."""
        return _CODES[self.state]

    @property
    def duration(self) -> int:
        """The length of an answered call in seconds."""
        if self.state is not CallState.ANSWERED or self.started is None or self.ended is None:
            return 0
        return int((self.ended - self.started).total_seconds())


@attrs.define
class CallBook:
    """All calls, moved along as the clock goes.

    Attributes:
        unanswered_numbers: Numbers, ten digits each, where nobody picks up.
    """

    clock: Clock
    settings: Settings
    unanswered_numbers: set[str] = attrs.field(factory=set[str])
    _calls: dict[int, Call] = attrs.field(factory=dict[int, Call])
    _next_id: int = 4093249

    def add(
        self,
        *,
        license_key: str,
        phone_number: str,
        reference_id: str | None = None,
        text: str | None = None,
        due: datetime | None = None,
        tries: int = 1,
        next_try_seconds: float = 60.0,
    ) -> Call:
        """Queue a call; `due` left out is now."""
        call = Call(
            queue_id=self._next_id,
            license_key=license_key.lower(),
            phone_number=phone_number,
            reference_id=reference_id,
            text=text,
            due=self.clock.now() if due is None else due,
            tries=tries,
            next_try_seconds=next_try_seconds,
        )
        self._next_id += 1
        self._calls[call.queue_id] = call
        return call

    def all(self) -> list[Call]:
        """Every call, the oldest first, in its present state."""
        now = self.clock.now()
        for call in self._calls.values():
            self._move(call, now)
        return list(self._calls.values())

    def get(self, queue_id: int) -> Call | None:
        """The call with this id, in its present state."""
        call = self._calls.get(queue_id)
        if call is not None:
            self._move(call, self.clock.now())
        return call

    def cancel(self, calls: Iterable[Call]) -> int:
        """Cancel those of the calls that are still queued, and count them."""
        now = self.clock.now()
        cancelled = 0
        for call in calls:
            self._move(call, now)
            if call.state is CallState.QUEUED:
                call.state = CallState.CANCELLED
                call.ended = now
                cancelled += 1
        return cancelled

    def clear(self) -> None:
        """Forget every call; ids are not used again."""
        self._calls.clear()
        self.unanswered_numbers.clear()

    def _later(self, moment: datetime, seconds: float) -> datetime:
        try:
            return moment + timedelta(seconds=seconds)
        except OverflowError:
            return _END_OF_TIME

    def _move(self, call: Call, now: datetime) -> None:
        """Take a call through everything that has happened to it by now."""
        while call.state in (CallState.QUEUED, CallState.DIALLING):
            begin = self._later(call.due, self.settings.pickup_seconds)
            picked_up = self._later(begin, self.settings.dial_seconds)
            if now < begin:
                return
            if call.state is CallState.QUEUED:
                call.state = CallState.DIALLING
                call.tried += 1
                call.started = call.started or begin
            if now < picked_up:
                return
            if call.phone_number[:10] not in self.unanswered_numbers:
                over = self._later(picked_up, self.settings.talk_seconds)
                if now < over:
                    return
                call.state, call.ended = CallState.ANSWERED, over
            elif call.tried < call.tries:
                call.state = CallState.QUEUED
                call.due = self._later(picked_up, call.next_try_seconds)
            else:
                call.state, call.ended = CallState.UNANSWERED, picked_up
