"""The sandbox's own time, which a test can stop and move."""

from datetime import UTC, datetime, timedelta

import attrs


def _utc_now() -> datetime:
    return datetime.now(UTC)


@attrs.define
class Clock:
    """Time as the sandbox sees it: real time, until it is moved or stopped."""

    _offset: timedelta = attrs.field(factory=timedelta)
    _stopped_at: datetime | None = None

    def now(self) -> datetime:
        """The current time, in UTC."""
        if self._stopped_at is not None:
            return self._stopped_at
        return _utc_now() + self._offset

    def advance(self, seconds: float | timedelta) -> datetime:
        """Move the clock forward.

        Args:
            seconds: How far, in seconds or as a timedelta; not negative.

        Returns:
            The new time.

        Raises:
            ValueError: The clock would go back.
        """
        step = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)
        if step < timedelta():
            raise ValueError("the sandbox's clock only goes forward; use reset() to start over")
        if self._stopped_at is not None:
            self._stopped_at += step
        else:
            self._offset += step
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Move the clock forward to a moment.

        Args:
            moment: A datetime with a time zone, not before the clock's present.

        Raises:
            ValueError: The moment has no time zone, or lies in the clock's past.
        """
        if moment.tzinfo is None:
            raise ValueError("give a datetime with a time zone, for example tzinfo=datetime.UTC")
        return self.advance(moment.astimezone(UTC) - self.now())

    def stop(self, at: datetime | None = None) -> datetime:
        """Stop the clock, at a given moment (any, with a time zone) or where it stands."""
        if at is not None and at.tzinfo is None:
            raise ValueError("give a datetime with a time zone, for example tzinfo=datetime.UTC")
        self._stopped_at = self.now() if at is None else at.astimezone(UTC)
        return self._stopped_at

    def resume(self) -> None:
        """Let a stopped clock go on from where it stands."""
        if self._stopped_at is not None:
            self._offset = self._stopped_at - _utc_now()
            self._stopped_at = None

    def reset(self) -> None:
        """Return to real time."""
        self._offset = timedelta()
        self._stopped_at = None
