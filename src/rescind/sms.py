"""2sms: recurring and pending texts that can be taken back, and the exact layer below them."""

from collections.abc import AsyncGenerator, Iterable, Mapping
from functools import partial
from typing import Final, Literal, TypeAlias, TypeVar, Unpack, cast
from urllib.parse import quote

import rescind_models.sms as models
from rescind.codec import DecodeError
from rescind.codec.json import parse_json
from rescind.codec.scalars import Json
from rescind.errors import ConfigurationError
from rescind.options import CallOptions
from rescind.outcomes import DeleteOutcome, ScheduledMessage
from rescind.run import Answer, Call, run
from rescind.service import Service
from rescind.wires import WireReply, WireRequest
from rescind.wires.rejection import Cause, Rejection
from rescind.wires.web_api import failed
from rescind.wires.web_api import read as read_web_api
from rescind_models import Wire
from rescind_models.sms._operations import OPERATIONS

W = TypeVar("W", bound=Wire)

DeleteWire: TypeAlias = Literal[Wire.JSON, Wire.XML]
Route: TypeAlias = Literal["recurrings", "pendings"]

_ROUTES: Final = {operation.path.rpartition("/")[2]: operation for operation in OPERATIONS.values()}
_REPORT = "/api/v1/reports/messages/pendingandrecurring"
_LIST_THEM = (
    "List what is left with sms.iter_pending_and_recurring() before you call it again: messages "
    "scheduled since would be deleted too"
)
_DELETE_AGAIN = "Deleting the same ids again is taken to be safe (inferred)"


class Sms:
    """The 2sms service. Made by ``Client`` and found at ``client.sms``.

    The service turns the meaning of a list of ids around by one flag: with All it is the list to
    keep. Here each method does one thing: delete these, delete all but these, delete all.
    """

    def __init__(self, service: Service) -> None:
        self._service = service

    async def delete_recurring_messages(
        self,
        message_ids: Iterable[str],
        *,
        wire: DeleteWire = Wire.JSON,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete the recurring messages with these ids, and no others.

        Args:
            message_ids: The ids, at least one.
            wire: JSON or XML. Only XML answers list ids.
            type_: The Type to send in place of RECURRING = 1, whose name and number are
                inferred. A bare number goes by JSON only.
            options: ``timeout``, ``attempt_timeout``, ``connect_timeout`` (seconds) and
                ``attempts``, in place of the client's.

        Returns:
            The outcome. What the service does with ids it does not know is not documented.

        Raises:
            TypeError: ``message_ids`` is a bare string or None, or holds something else than
                strings.
            ValueError: It is empty, or an id is empty, blank or has blanks around it.
            RescindError: See ``rescind.errors``.

        Source: the vendor's help page of DELETE api/v2/sms/messages/recurrings.
        """
        request = self._by_ids(message_ids, _type(type_, "recurrings"))
        return await self._delete(request, "recurrings", wire, options)

    async def delete_pending_messages(
        self,
        message_ids: Iterable[str],
        *,
        wire: DeleteWire = Wire.JSON,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete the pending messages with these ids, and no others.

        As ``delete_recurring_messages``, on the list of texts scheduled once. PENDING = 0 is
        documented.

        Source: the vendor's help page of DELETE api/v2/sms/messages/pendings.
        """
        request = self._by_ids(message_ids, _type(type_, "pendings"))
        return await self._delete(request, "pendings", wire, options)

    async def delete_recurring_messages_except(
        self,
        keep: Iterable[str],
        *,
        wire: DeleteWire = Wire.XML,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete ALL recurring messages but those with these ids.

        Never repeated once it may have been sent: what was scheduled since would go too.

        Args:
            keep: The ids to keep, at least one.
            wire: XML by default, since a request that is damaged on its way deletes nothing
                there; as JSON it may delete more.
            type_: As of ``delete_recurring_messages``.
            options: As of ``delete_recurring_messages``.

        Raises:
            OutcomeUnknownError: The messages may have been deleted.
            Exception: Otherwise as ``delete_recurring_messages``.

        Source: as ``delete_recurring_messages``; how requests are read, measured on ASP.NET.
        """
        request = self._all_but(_ids("keep", keep), _type(type_, "recurrings"))
        return await self._delete(request, "recurrings", wire, options)

    async def delete_pending_messages_except(
        self,
        keep: Iterable[str],
        *,
        wire: DeleteWire = Wire.XML,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete ALL pending messages but those with these ids.

        As ``delete_recurring_messages_except``, on the list of texts scheduled once.
        """
        request = self._all_but(_ids("keep", keep), _type(type_, "pendings"))
        return await self._delete(request, "pendings", wire, options)

    async def delete_all_recurring_messages(
        self,
        *,
        wire: DeleteWire = Wire.XML,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete ALL recurring messages of the account.

        Never repeated once it may have been sent. That the service reads All with no ids as
        everything is inferred from the text of its help page.

        Args:
            wire: As of ``delete_recurring_messages_except``.
            type_: As of ``delete_recurring_messages``.
            options: As of ``delete_recurring_messages``.

        Raises:
            OutcomeUnknownError: The messages may have been deleted.
            RescindError: See ``rescind.errors``.
        """
        request = self._all_but((), _type(type_, "recurrings"))
        return await self._delete(request, "recurrings", wire, options)

    async def delete_all_pending_messages(
        self,
        *,
        wire: DeleteWire = Wire.XML,
        type_: "models.PendingRecurringType | int | None" = None,
        **options: Unpack[CallOptions],
    ) -> DeleteOutcome:
        """Delete ALL pending messages of the account.

        As ``delete_all_recurring_messages``, on the list of texts scheduled once.
        """
        request = self._all_but((), _type(type_, "pendings"))
        return await self._delete(request, "pendings", wire, options)

    async def delete(
        self,
        request: "models.DeletePendingRecurringMessagesRequest",
        *,
        route: Route | None = None,
        wire: DeleteWire = Wire.JSON,
        **options: Unpack[CallOptions],
    ) -> "models.ResponseOfDeletePendingMessagesResponse":
        """Send a delete exactly as the model says: the layer below the named methods.

        With ``all`` set, ``message_ids`` are the ids to KEEP. Whether the service applies the
        filters, the dates and ``range`` at all is not known.

        Args:
            request: The model, from ``rescind_models.sms``.
            route: Which of the two addresses to call; by default the one its ``type_`` names.
            wire: JSON or XML.
            options: As of ``delete_recurring_messages``.

        Returns:
            The service's answer.

        Raises:
            TypeError: Not that model.
            ValueError: A value does not fit, an id or a filter is empty or blank, or ``type_``
                names no route and none is given.
            VendorError: The answer has an ErrorCode that is not zeros.
            RescindError: See ``rescind.errors``.

        Source: the vendor's two help pages.
        """
        if type(request) is not models.DeletePendingRecurringMessagesRequest:
            raise TypeError(
                "request is a rescind_models.sms.DeletePendingRecurringMessagesRequest, not "
                f"{type(request).__name__}"
            )
        chosen = route if route is not None else _route_of(request.type_)
        if chosen not in _ROUTES:
            raise ValueError("route is 'recurrings' or 'pendings'")
        _check_not_blank(request)
        return (await self._call(request, chosen, wire, options)).value

    async def iter_pending_and_recurring(
        self,
        *,
        report_types: Iterable[int] = (0, 1),
        first_page: int = 1,
        page_size: int = 100,
        **options: Unpack[CallOptions],
    ) -> AsyncGenerator[ScheduledMessage, None]:
        """List scheduled messages and their ids, page by page. It changes nothing.

        Inferred in the main: of the report only ``Detail.PendingMessages[].ID`` is documented;
        that types 0 and 1 are pending and recurring, that pages count from 1 and that a short
        page is the last one are guesses. Check the list before you delete by it.

        Args:
            report_types: Values of filter.ReportType to ask for, one after the other.
            first_page: The number of the first page.
            page_size: Messages a page.
            options: As of ``delete_recurring_messages``, for each page.

        Yields:
            Each message once, even where the service repeats it.

        Raises:
            TypeError: A number is not an int.
            ValueError: ``page_size`` is below 1 or ``first_page`` below 0.
            RescindError: See ``rescind.errors``.

        Source: the vendor's help page of GET api/v1/reports/messages/pendingandrecurring.
        """
        types = tuple(report_types)
        for number in (*types, first_page, page_size):
            if isinstance(number, bool) or not isinstance(number, int):
                raise TypeError(
                    "report_types, first_page and page_size are whole numbers, not "
                    f"{type(number).__name__}"
                )
        if page_size < 1 or first_page < 0:
            raise ValueError("page_size is at least 1 and first_page at least 0")
        yielded: set[tuple[str, str]] = set()
        for report_type in types:
            seen: set[tuple[str, str]] = set()
            page = first_page
            while True:
                found = await self._page(report_type, page, page_size, options)
                known = len(seen)
                for item in found:
                    key = (item.list_name, item.message_id)
                    seen.add(key)
                    if key not in yielded:
                        yielded.add(key)
                        yield item
                # A service that does not page gives the same messages again: stop there too.
                if len(found) < page_size or len(seen) == known:
                    break
                page += 1

    async def _page(
        self, report_type: int, page: int, page_size: int, options: CallOptions
    ) -> tuple[ScheduledMessage, ...]:
        service = self._ready()
        query = (
            f"filter.ReportType={quote(str(report_type))}&paging.Page={page}"
            f"&paging.NoOfRecords={page_size}"
        )
        call = Call(
            operation=f"GET {_REPORT[1:]}",
            wire=Wire.JSON,
            base_url=service.base_url,
            request=WireRequest(
                method="GET", path=f"{_REPORT}?{query}", headers=(("Accept", "application/json"),)
            ),
            read=_read_report,
            repeatable=True,
            tokens=service.tokens,
        )
        return (await run(call, service.runner, service.options.with_call(options))).value

    def _by_ids(
        self, message_ids: Iterable[str], type_: "models.PendingRecurringType | int"
    ) -> "models.DeletePendingRecurringMessagesRequest":
        return models.DeletePendingRecurringMessagesRequest(
            all=False, message_ids=_ids("message_ids", message_ids), type_=type_
        )

    def _all_but(
        self, keep: tuple[str, ...], type_: "models.PendingRecurringType | int"
    ) -> "models.DeletePendingRecurringMessagesRequest":
        return models.DeletePendingRecurringMessagesRequest(all=True, message_ids=keep, type_=type_)

    async def _delete(
        self,
        request: "models.DeletePendingRecurringMessagesRequest",
        route: Route,
        wire: DeleteWire,
        options: CallOptions,
    ) -> DeleteOutcome:
        answer = await self._call(request, route, wire, options)
        data = answer.value.response_data
        identification = None if data is None else data.identification
        return DeleteOutcome(
            result=None if data is None else data.result,
            message_ids=_listed(None if data is None else data.detail, wire),
            user_id=None if identification is None else identification.user_id,
            exact=answer.exact,
            attempts=answer.attempts,
            http=answer.http,
        )

    async def _call(
        self,
        request: "models.DeletePendingRecurringMessagesRequest",
        route: Route,
        wire: Wire,
        options: CallOptions,
    ) -> "Answer[models.ResponseOfDeletePendingMessagesResponse]":
        if not isinstance(wire, Wire):  # None too: the named methods do not share one default
            raise TypeError(f"wire is Wire.JSON or Wire.XML, not {type(wire).__name__}")
        return await self._ready().call(
            _ROUTES[route],
            request,
            models.ResponseOfDeletePendingMessagesResponse,
            wire,
            options,
            check=partial(_checked, request),
            find_out=_LIST_THEM if request.all else _DELETE_AGAIN,
        )

    def _ready(self) -> Service:
        if self._service.tokens is None:
            raise ConfigurationError(
                "2sms needs OAuth credentials: give sms_auth= to the client or set "
                "RESCIND_SMS_CLIENT_ID and RESCIND_SMS_CLIENT_SECRET"
            )
        return self._service


def _ids(name: str, given: object) -> tuple[str, ...]:
    """Check a list of ids before anything is sent: each slip here would change what is deleted."""
    kind = type(given).__name__
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{name} is a list of ids, not {kind}")
    found: list[str] = []
    for index, item in enumerate(cast("Iterable[object]", given)):
        if not isinstance(item, str):
            raise TypeError(f"{name}[{index}] is a string, not {type(item).__name__}")
        if not item.strip():
            raise ValueError(f"{name}[{index}] is empty or blank")
        if item != item.strip():
            raise ValueError(
                f"{name}[{index}] has blanks around it, which the service would take as part of "
                "the id: strip it"
            )
        found.append(item)
    if not found:
        raise ValueError(f"{name} is empty: give at least one id")
    return tuple(found)


def _check_not_blank(request: "models.DeletePendingRecurringMessagesRequest") -> None:
    """Refuse what narrows nothing: measured on ASP.NET, an empty filter deletes as if none was."""
    for name in ("start_date", "end_date", "reference", "destination"):
        value: object = getattr(request, name)
        if isinstance(value, str) and not value.strip():
            raise ValueError(f"{name} is empty or blank, which may narrow nothing: leave it None")
    ids: object = request.message_ids
    for index, item in enumerate(ids if isinstance(ids, tuple) else ()):
        if isinstance(item, str) and not item.strip():
            raise ValueError(f"message_ids[{index}] is empty or blank")


def _type(
    given: "models.PendingRecurringType | int | None", route: Route
) -> "models.PendingRecurringType | int":
    if given is not None:
        return given
    recurring = route == "recurrings"
    return (
        models.PendingRecurringType.RECURRING if recurring else models.PendingRecurringType.PENDING
    )


def _listed(detail: "models.Detail | None", wire: Wire) -> tuple[str, ...] | None:
    """XML lists the ids, also where there are none; no list at all says nothing."""
    if detail is None or (wire is Wire.JSON and not detail.message_ids):
        return None
    return detail.message_ids


def _route_of(type_: int) -> Route:
    if type_ == models.PendingRecurringType.RECURRING:
        return "recurrings"
    if type_ == models.PendingRecurringType.PENDING:
        return "pendings"
    raise ValueError(f"type_ {type_} names no route: give route='recurrings' or route='pendings'")


def _checked(
    request: "models.DeletePendingRecurringMessagesRequest",
    response: "models.ResponseOfDeletePendingMessagesResponse",
) -> Rejection | None:
    """Find the vendor's no in a 200; an Error with the code 00 is not one (inferred).

    What the codes mean is not documented: of several messages some may be deleted all the same.
    """
    error = response.error
    if error is not None and failed(error.error_code):
        one = len(request.message_ids) == 1 and not request.all
        return Rejection(
            Cause.VENDOR if one else Cause.VENDOR_PERHAPS_IN_PART,
            error.error_reason or "no reason given",
            code=error.error_code or "",
            result=response,
        )
    if response.response_data is None and (error is None or not error.error_code):
        return Rejection(Cause.UNREADABLE, "the answer has neither an error nor ResponseData")
    return None


def _read_report(reply: WireReply) -> tuple[ScheduledMessage, ...] | Rejection:
    found = read_web_api(reply, partial(_report, reply))
    if isinstance(found, Rejection):
        return found
    return cast("tuple[ScheduledMessage, ...]", found)


def _report(reply: WireReply) -> tuple[ScheduledMessage, ...] | Rejection:
    data = _object(parse_json(reply.body), "the report")
    error = data.get("Error")
    if error is not None:
        said = _object(error, "Error")
        code = said.get("ErrorCode")
        if not isinstance(code, str | None):
            raise DecodeError("Error.ErrorCode: expected a string")
        if failed(code):
            return Rejection(Cause.VENDOR, str(said.get("ErrorReason") or ""), code=code or "")
    detail = _object(_object(data.get("ResponseData"), "ResponseData").get("Detail"), "Detail")
    messages: list[ScheduledMessage] = []
    for name, items in detail.items():
        if not isinstance(items, list):
            continue
        for index, item in enumerate(items):
            fields = _object(item, f"Detail.{name}[{index}]")
            message_id = fields.get("ID")
            if not isinstance(message_id, str) or not message_id:
                raise DecodeError(f"Detail.{name}[{index}].ID: expected a string")
            messages.append(
                ScheduledMessage(message_id=message_id, list_name=name, fields=dict(fields))
            )
    return tuple(messages)


def _object(value: Json, path: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise DecodeError(f"{path}: expected an object")
    return value
