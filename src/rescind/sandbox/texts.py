"""The text messages of the sandbox: recurring, pending (scheduled once), sent."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import IntEnum
from uuid import uuid4

import attrs

from .clock import Clock


class Kind(IntEnum):
    """Which list a message is on: the vendor's `PendingRecurringType`.

    PENDING = 0 is documented, RECURRING = 1 inferred.
    """

    PENDING = 0
    RECURRING = 1


@attrs.define(kw_only=True)
class Message:
    """One text message that is to go out.

    Attributes:
        id: Its MessageID.
        kind: The list it is on.
        date: When it goes out, or goes out next.
        reference: The sender's label.
        destination: Where it goes.
        content: What it says.
    """

    id: str
    kind: Kind
    date: datetime
    reference: str | None = None
    destination: str | None = None
    content: str | None = None


@attrs.define
class MessageBook:
    """All messages; a pending one leaves its list when its time has come."""

    clock: Clock
    _waiting: dict[str, Message] = attrs.field(factory=dict[str, Message])
    _sent: list[Message] = attrs.field(factory=list[Message])
    _deleted: list[Message] = attrs.field(factory=list[Message])

    def add(
        self,
        kind: Kind,
        *,
        date: datetime,
        id: str | None = None,  # noqa: A002
        reference: str | None = None,
        destination: str | None = None,
        content: str | None = None,
    ) -> Message:
        """Put a message on a list; without an id it gets a new one."""
        message = Message(
            id=str(uuid4()) if id is None else id,
            kind=kind,
            date=date,
            reference=reference,
            destination=destination,
            content=content,
        )
        if message.id in self._waiting:
            raise ValueError(f"there is a message with id {message.id!r} already")
        self._waiting[message.id] = message
        return message

    def send(self, message: Message) -> None:
        """Send a message at once."""
        self._sent.append(message)

    def waiting(self, kind: Kind) -> list[Message]:
        """The messages on a list, the oldest first."""
        self._send_what_is_due()
        return [message for message in self._waiting.values() if message.kind is kind]

    def delete(self, kind: Kind, wanted: Callable[[Message], bool]) -> list[Message]:
        """Delete from a list the messages that are wanted, and return them."""
        gone = [message for message in self.waiting(kind) if wanted(message)]
        for message in gone:
            del self._waiting[message.id]
        self._deleted.extend(gone)
        return gone

    def sent(self) -> list[Message]:
        """What has gone out."""
        self._send_what_is_due()
        return list(self._sent)

    def deleted(self) -> list[Message]:
        """What was taken back, in the order of the deletions."""
        return list(self._deleted)

    def clear(self) -> None:
        """Forget every message."""
        self._waiting.clear()
        self._sent.clear()
        self._deleted.clear()

    def _send_what_is_due(self) -> None:
        now = self.clock.now()
        due: Iterable[Message] = [
            message
            for message in self._waiting.values()
            if message.kind is Kind.PENDING and message.date <= now
        ]
        for message in due:
            self._sent.append(self._waiting.pop(message.id))
