"""What the actions of the 2sms API do."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import attrs

from .binding import BoundValue, parse_date
from .clock import Clock
from .envelope import Envelope, collection, element
from .http_error import HttpError
from .settings import Settings
from .texts import Kind, Message, MessageBook

_RECURRING_REQUEST: Final = 2
_RANGES: Final = {1: timedelta(days=7), 2: timedelta(days=30)}
_NAMES: Final = {Kind.PENDING: "PENDING", Kind.RECURRING: "RECURRING"}
_DELETE_RESPONSE: Final = "ResponseOfDeletePendingMessagesResponse"


@attrs.frozen
class Sms:
    """The actions, on the messages of a sandbox.

    Attributes:
        messages: The messages.
        settings: The switches.
        clock: The sandbox's time.
    """

    messages: MessageBook
    settings: Settings
    clock: Clock

    # Deleting

    def delete(self, route: Kind, request: Mapping[str, BoundValue] | None) -> Envelope:
        """Delete by id, or all but the ids, narrowed by the filters.

        Args:
            route: The list the address names.
            request: The request; None when it could not be read.

        Raises:
            HttpError: The type disagrees with the address (`Settings.type_mismatch`).
        """
        if request is None:
            if self.settings.no_request == "error":
                return self._failed("98", "No request")
            return self._deleted([])
        for name in ("StartDate", "EndDate"):
            text = request[name]
            bad = isinstance(text, str) and text and parse_date(text) is None
            if bad and self.settings.bad_date == "error":
                return self._failed("97", f"{name} is not a date")
        kind = self._kind(route, request)
        if kind is None:
            return self._deleted([])
        ids = _strings(request["MessageIDs"])
        listed = {message.id for message in self.messages.waiting(kind)}
        passes = self._filter(request)
        if request["All"] is True:
            gone = self.messages.delete(kind, lambda m: m.id not in ids and passes(m))
        else:
            gone = self.messages.delete(kind, lambda m: m.id in ids and passes(m))
        unknown = [text for text in ids if text not in listed]
        return self._deleted([message.id for message in gone], unknown)

    def _kind(self, route: Kind, request: Mapping[str, BoundValue]) -> Kind | None:
        """The list to delete from; None for a type that is no list."""
        sent = request["Type"]
        if self.settings.type_mismatch == "route" or sent == route:
            return route
        if self.settings.type_mismatch == "type":
            return next((kind for kind in Kind if kind == sent), None)
        name = next((name for kind, name in _NAMES.items() if kind == sent), sent)
        text = (
            f"Type is {name}, which is also what it is when left out; this address deletes "
            f"{_NAMES[route]} messages."
        )
        raise HttpError(
            status=400,
            message="The request is invalid.",
            model_state={"request.Type": [text]},
        )

    def _filter(self, request: Mapping[str, BoundValue]) -> Callable[[Message], bool]:
        if self.settings.filters == "ignore":
            return lambda _message: True
        return self._narrow(
            reference=request["Reference"],
            destination=request["Destination"],
            start=_date(request["StartDate"]),
            end=_date(request["EndDate"]),
            within=request["Range"],
        )

    def _narrow(
        self,
        *,
        reference: BoundValue,
        destination: BoundValue,
        start: datetime | None,
        end: datetime | None,
        within: BoundValue = 0,
    ) -> Callable[[Message], bool]:
        """A test of all filters together; a range that is not known fits nothing."""
        horizon: datetime | None = None
        if isinstance(within, int) and within != 0:
            horizon = self.clock.now() + _RANGES.get(within, timedelta(days=-1))

        def passes(message: Message) -> bool:
            return (
                (not reference or message.reference == reference)
                and (not destination or message.destination == destination)
                and (start is None or message.date >= start)
                and (end is None or message.date <= end)
                and (horizon is None or message.date <= horizon)
            )

        return passes

    def _deleted(self, ids: Sequence[str], unknown: Sequence[str] = ()) -> Envelope:
        error = ("00", "") if self.settings.error_on_success else None
        if unknown and self.settings.unknown_ids == "report":
            error = ("96", f"Unknown MessageIDs: {', '.join(unknown)}")
        strings = [element("string", text) or "<string />" for text in ids]
        return Envelope(
            name=_DELETE_RESPONSE,
            user_id=self.settings.user_id,
            result="OK",
            error=error,
            detail={},
            xml_detail=collection("MessageIDs", strings),
        )

    def _failed(self, code: str, reason: str) -> Envelope:
        return Envelope(
            name=_DELETE_RESPONSE,
            user_id=self.settings.user_id,
            result="Failed",
            error=(code, reason),
        )

    # Sending

    def send(self, request: Mapping[str, BoundValue]) -> Envelope:
        """Send, schedule or repeat a message.

        Raises:
            HttpError: A member that the help page says is required is missing.
        """
        contacts, options = request["Contacts"], request["Options"]
        missing = [name for name in ("Contacts", "Options") if request[name] is None]
        if missing or not isinstance(contacts, Mapping) or not isinstance(options, Mapping):
            raise HttpError(
                status=400,
                message="The request is invalid.",
                model_state={
                    f"message.{name}": [f"The {name} field is required."] for name in missing
                },
            )
        message = self._message(request, contacts, options)
        return Envelope(
            name="ResponseOfMessageResponse",
            user_id=self.settings.user_id,
            result="OK",
            error=("00", "") if self.settings.error_on_success else None,
            detail={"MessageID": message.id},
            xml_detail=element("MessageID", message.id),
        )

    def _message(
        self,
        request: Mapping[str, BoundValue],
        contacts: Mapping[str, BoundValue],
        options: Mapping[str, BoundValue],
    ) -> Message:
        recurring = options["RecurringOptions"]
        date = (
            recurring["RecDateToSend"] if isinstance(recurring, Mapping) else options["DateToSend"]
        )
        now = self.clock.now()
        when = date if isinstance(date, datetime) else now
        reference, content = _text(options["Reference"]), _text(request["Content"])
        destination = _recipients(contacts)
        if isinstance(recurring, Mapping) or request["Type"] == _RECURRING_REQUEST:
            kind = Kind.RECURRING
        elif when > now:
            kind = Kind.PENDING
        else:
            message = Message(
                id=str(uuid4()),
                kind=Kind.PENDING,
                date=now,
                reference=reference,
                destination=destination,
                content=content,
            )
            self.messages.send(message)
            return message
        return self.messages.add(
            kind, date=when, reference=reference, destination=destination, content=content
        )

    # Reporting

    def report(
        self, filters: Mapping[str, BoundValue], paging: Mapping[str, BoundValue]
    ) -> Envelope:
        """One page of a list; pages count from 1."""
        kind = Kind.RECURRING if filters["ReportType"] == Kind.RECURRING else Kind.PENDING
        start, end = filters["StartDate"], filters["EndDate"]
        passes = self._narrow(
            reference=filters["Referenece"],
            destination=filters["Destination"],
            start=start if isinstance(start, datetime) else None,
            end=end if isinstance(end, datetime) else None,
        )
        found = [message for message in self.messages.waiting(kind) if passes(message)]
        page, size = _number(paging["Page"]), _number(paging["NoOfRecords"])
        first = (max(page, 1) - 1) * size
        shown = found[first : first + size] if size > 0 else found
        pending = shown if kind is Kind.PENDING else []
        recurring = shown if kind is Kind.RECURRING else []
        return Envelope(
            name="ResponseOfReportPendingAndRecurringResponseData",
            user_id=self.settings.user_id,
            result="OK",
            error=("00", "") if self.settings.error_on_success else None,
            detail={
                "PendingMessages": [_json_item(message) for message in pending],
                "RecurringMessages": [_json_item(message) for message in recurring],
                "Total": len(found),
            },
            xml_detail=(
                collection("PendingMessages", [_xml_item(message) for message in pending])
                + collection("RecurringMessages", [_xml_item(message) for message in recurring])
                + element("Total", str(len(found)))
            ),
        )


def _json_item(message: Message) -> Mapping[str, str | None]:
    return {
        "ID": message.id,
        "Reference": message.reference,
        "Destination": message.destination,
        "Content": message.content,
        "Date": _written(message.date),
    }


def _xml_item(message: Message) -> str:
    content = "".join(element(name, value) for name, value in _json_item(message).items())
    return f"<ReportItem>{content}</ReportItem>"


def _written(date: datetime) -> str:
    return date.replace(tzinfo=None).isoformat() + "Z"


def _strings(value: BoundValue) -> list[str]:
    return [item for item in value if item is not None] if isinstance(value, list) else []


def _text(value: BoundValue) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: BoundValue) -> int:
    return value if isinstance(value, int) else 0


def _date(value: BoundValue) -> datetime | None:
    return parse_date(value) if isinstance(value, str) else None


def _recipients(contacts: Mapping[str, BoundValue]) -> str | None:
    names = [
        name
        for group in ("QuickRecipients", "ContactID", "GroupID")
        if isinstance(members := contacts[group], Mapping)
        for name in members
    ]
    return ",".join(names) or None
