"""Calls of every kind, and what a service answers when all is well."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

import rescind
from rescind import Wire
from rescind_models.phone_notify import AdvancedNotifyRequest
from tests.support.scripted import wire_reply

Call: TypeAlias = Callable[[rescind.Client], Awaitable[object]]

CANCELLED = wire_reply(
    200,
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    '<CancelNotifyByReferenceIDResponse xmlns="https://ws.esendex.us/NotifyWS/">'
    "<CancelNotifyByReferenceIDResult>3</CancelNotifyByReferenceIDResult>"
    "</CancelNotifyByReferenceIDResponse></soap:Body></soap:Envelope>",
)
DELETED_JSON = wire_reply(
    200,
    '{"Error":null,"ResponseData":{"Identification":{"UserId":"u"},"Result":"OK","Detail":{}}}',
)
DELETED_XML = wire_reply(
    200,
    "<ResponseOfDeletePendingMessagesResponse><ResponseData><Result>OK</Result>"
    "</ResponseData></ResponseOfDeletePendingMessagesResponse>",
)


def schedule() -> AdvancedNotifyRequest:
    return AdvancedNotifyRequest(
        phone_number_to_dial="17575559999",
        text_to_say="Hello",
        utc_scheduled_date_time=datetime.now(UTC) + timedelta(hours=1),
    )


def cancel(
    wire: Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
) -> Call:
    return lambda one: one.phone_notify.cancel_notify_by_reference_id("notify1", wire=wire)


def notify(wire: Literal[Wire.SOAP11, Wire.SOAP12]) -> Call:
    return lambda one: one.phone_notify.notify_phone_advanced(schedule(), wire=wire)


def delete(wire: Literal[Wire.JSON, Wire.XML]) -> Call:
    return lambda one: one.sms.delete_recurring_messages(["r1"], wire=wire)


def sweep(wire: Literal[Wire.JSON, Wire.XML]) -> Call:
    return lambda one: one.sms.delete_pending_messages_except(["p1"], wire=wire)
