"""Every call whose reply is fuzzed, and whether a reply bears out what the call returned."""

import dataclasses
import json
import types
import typing
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias, cast

import attrs

import rescind_models.phone_notify as models
from rescind import CancelOutcome, Client, DeleteOutcome, ScheduledMessage, Wire
from rescind_models import Operation
from rescind_models.phone_notify import AdvancedNotifyRequest, NotifyReturn
from rescind_models.phone_notify._operations import OPERATIONS
from rescind_models.sms import (
    DeletePendingRecurringMessagesRequest,
    PendingRecurringType,
    ResponseOfDeletePendingMessagesResponse,
)
from tests.fuzz import independent
from tests.fuzz.mutations import CLIENT_SECRET, KEY, TOKEN

CancelWire: TypeAlias = Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
DeleteWire: TypeAlias = Literal[Wire.JSON, Wire.XML]

CANCEL_WIRES: tuple[CancelWire, ...] = (Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET)
NOTIFY_WIRES: tuple[Literal[Wire.SOAP11, Wire.SOAP12], ...] = (Wire.SOAP11, Wire.SOAP12)
DELETE_WIRES: tuple[DeleteWire, ...] = (Wire.JSON, Wire.XML)
SOAP = {Wire.SOAP11, Wire.SOAP12}
CALLS_AT_ONCE = 3
WHEN = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


@attrs.frozen
class Call:
    """One call of a client.

    Attributes:
        name: Its name, and that of its wire form.
        make: Makes the call.
        borne_out: Whether a body, read independently, says what the call returned. Also checks
            that it is of the documented type.
        secret: What the answered request held and no error may show; "" where it held none.
        to_token: Whether the reply is the token endpoint's; the call's own is a good one then.
    """

    name: str
    make: Callable[[Client], Awaitable[object]]
    borne_out: Callable[[object, bytes], bool]
    secret: str
    to_token: bool = False


def an_advanced_call() -> AdvancedNotifyRequest:
    return AdvancedNotifyRequest(
        phone_number_to_dial="17575559999", text_to_say="Hello", utc_scheduled_date_time=WHEN
    )


# --- PhoneNotify ------------------------------------------------------------------------------


def _by_reference_id(wire: CancelWire) -> Call:
    name = "CancelNotifyByReferenceID" if wire in SOAP else None
    return Call(
        f"cancel_notify_by_reference_id-{wire.value}",
        lambda client: client.phone_notify.cancel_notify_by_reference_id("notify1", wire=wire),
        lambda found, body: _counted(found, body, name),
        KEY,
    )


def _by_queue_id(wire: CancelWire) -> Call:
    name = "CancelNotify" if wire in SOAP else None

    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, CancelOutcome)
        assert found.cancelled in {0, 1}
        return _counted(found, body, name)

    return Call(
        f"cancel_notify-{wire.value}",
        lambda client: client.phone_notify.cancel_notify(4093249, wire=wire),
        borne_out,
        KEY,
    )


def _counted(found: object, body: bytes, name: str | None) -> bool:
    assert isinstance(found, CancelOutcome)
    assert type(found.cancelled) is int
    assert -(2**31) <= found.cancelled < 2**31
    count = found.cancelled
    return any(independent.says_count(root, name, count) for root in independent.documents(body))


def _notify(wire: Literal[Wire.SOAP11, Wire.SOAP12]) -> Call:
    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, NotifyReturn)
        return _modelled(found, body)

    return Call(
        f"notify_phone_advanced-{wire.value}",
        lambda client: client.phone_notify.notify_phone_advanced(an_advanced_call(), wire=wire),
        borne_out,
        KEY,
    )


def _notify_multiple(wire: Literal[Wire.SOAP11, Wire.SOAP12]) -> Call:
    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, tuple)
        answers = cast("tuple[object, ...]", found)
        assert [type(answer) for answer in answers] == [NotifyReturn] * CALLS_AT_ONCE
        return _modelled(answers, body)

    return Call(
        f"notify_multiple_phone_advanced-{wire.value}",
        lambda client: client.phone_notify.notify_multiple_phone_advanced(
            [an_advanced_call()] * CALLS_AT_ONCE, wire=wire
        ),
        borne_out,
        KEY,
    )


def _invoke(operation: Operation, wire: Wire) -> Call:
    request = a_request(getattr(models, operation.request))
    response = getattr(models, operation.response)

    def borne_out(found: object, body: bytes) -> bool:
        assert type(found) is response
        if wire not in SOAP and operation.result_root is None:
            return not body.strip()
        if wire not in SOAP:
            return _modelled(found, body)
        tag = f"{independent.SERVICE}{operation.name}Response"
        answers = [independent.payload(root) for root in independent.documents(body)]
        return any(
            answer is not None and answer.tag == tag and independent.says_model(answer, found)
            for answer in answers
        )

    return Call(
        f"invoke-{operation.name}-{wire.value}",
        lambda client: client.phone_notify.invoke(request, wire=cast("Any", wire)),
        borne_out,
        KEY if operation.secret_fields else "",
    )


def _modelled(found: object, body: bytes) -> bool:
    return any(independent.says_model(root, found) for root in independent.documents(body))


def a_request(model: type[Any]) -> Any:
    """An instance of a request model with every value set but the license key."""
    hints = typing.get_type_hints(model)
    return model(
        **{
            field.name: None if field.name == "license_key" else _value(hints[field.name])
            for field in dataclasses.fields(model)
        }
    )


def _value(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(member for member in typing.get_args(hint) if member is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        return (_value(typing.get_args(hint)[0]),)
    if dataclasses.is_dataclass(hint):
        return a_request(cast("type[Any]", hint))
    values: dict[object, object] = {str: "a", int: 1, bool: True, bytes: b"abc", datetime: WHEN}
    return values[hint]


# --- 2sms -------------------------------------------------------------------------------------


def _deleted(wire: Wire) -> Callable[[object, bytes], bool]:
    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, DeleteOutcome)
        if wire is Wire.JSON:
            return independent.says_deleted_json(body, found)
        return any(
            independent.says_deleted(root, found.result, found.message_ids, found.user_id)
            for root in independent.documents(body)
        )

    return borne_out


def _delete(pending: bool, wire: DeleteWire) -> Call:
    def make(client: Client) -> Awaitable[object]:
        if pending:
            return client.sms.delete_pending_messages(["p1"], wire=wire)
        return client.sms.delete_recurring_messages(["r1"], wire=wire)

    which = "pending" if pending else "recurring"
    return Call(f"delete_{which}_messages-{wire.value}", make, _deleted(wire), TOKEN)


def _sweep(wire: DeleteWire) -> Call:
    return Call(
        f"delete_recurring_messages_except-{wire.value}",
        lambda client: client.sms.delete_recurring_messages_except(["r1"], wire=wire),
        _deleted(wire),
        TOKEN,
    )


def _exact(wire: DeleteWire) -> Call:
    request = DeletePendingRecurringMessagesRequest(
        all=False, message_ids=("r1",), type_=PendingRecurringType.RECURRING
    )

    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, ResponseOfDeletePendingMessagesResponse)
        if wire is Wire.XML:
            return _modelled(found, body)
        said = set(map(str, independent.json_leaves(json.loads(body))))
        return {str(value) for value in independent.leaves(found)} <= said

    return Call(
        f"delete-{wire.value}",
        lambda client: client.sms.delete(request, wire=wire),
        borne_out,
        TOKEN,
    )


def _report() -> Call:
    async def make(client: Client) -> object:
        return [message async for message in client.sms.iter_pending_and_recurring()]

    def borne_out(found: object, body: bytes) -> bool:
        messages = cast("list[ScheduledMessage]", found)
        detail: dict[str, Any] = json.loads(body)["ResponseData"]["Detail"]
        listed: list[dict[str, object]] = []
        for items in detail.values():
            listed += cast("list[dict[str, object]]", items if isinstance(items, list) else [])
        for message in messages:
            assert isinstance(message, ScheduledMessage)
            assert message.fields["ID"] == message.message_id
        return {message.message_id for message in messages} == {item["ID"] for item in listed}

    return Call("iter_pending_and_recurring-json", make, borne_out, TOKEN)


def _token() -> Call:
    def borne_out(found: object, body: bytes) -> bool:
        assert isinstance(found, DeleteOutcome)
        answer = json.loads(body)
        return bool(answer["access_token"]) and answer["token_type"].lower() == "bearer"

    return Call(
        "token-json",
        lambda client: client.sms.delete_recurring_messages(["r1"]),
        borne_out,
        CLIENT_SECRET,
        to_token=True,
    )


NAMED: Mapping[str, Call] = {
    call.name: call
    for call in (
        *(_by_reference_id(wire) for wire in CANCEL_WIRES),
        *(_by_queue_id(wire) for wire in CANCEL_WIRES),
        *(_notify(wire) for wire in NOTIFY_WIRES),
        *(_notify_multiple(wire) for wire in NOTIFY_WIRES),
        *(_delete(pending, wire) for pending in (False, True) for wire in DELETE_WIRES),
        *(_sweep(wire) for wire in DELETE_WIRES),
        *(_exact(wire) for wire in DELETE_WIRES),
        _report(),
        _token(),
    )
}
INVOKED: Mapping[str, Call] = {
    call.name: call
    for call in (
        _invoke(operation, wire) for operation in OPERATIONS.values() for wire in operation.wires
    )
}
CALLS: Mapping[str, Call] = {**NAMED, **INVOKED}
