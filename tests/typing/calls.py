"""What type checkers make of the named methods. Never run; see tests/packaging/test_types.py.

`# E: code / rule` marks a line that mypy (code) and pyright (rule) must reject, `-` where one of
the two has nothing to say. They must accept every other line.
"""

from datetime import UTC, datetime
from typing import assert_type

import rescind
from rescind import Wire
from rescind_models.phone_notify import AdvancedNotifyRequest, NotifyReturn
from rescind_models.sms import (
    DeletePendingRecurringMessagesRequest,
    PendingRecurringType,
    ResponseOfDeletePendingMessagesResponse,
)


async def cancels(client: rescind.Client, some: Wire) -> None:
    phone = client.phone_notify
    outcome = await phone.cancel_notify_by_reference_id("notify1")
    assert_type(outcome, rescind.CancelOutcome)
    assert_type(outcome.cancelled, int)
    assert_type(outcome.exact, bool)
    assert_type(outcome.http, rescind.WireReply)
    assert_type(outcome.cancelled, str)  # E: assert-type / reportAssertTypeFailure

    cancel = phone.cancel_notify_by_reference_id
    await cancel("a", wire=Wire.SOAP11)
    await cancel("a", wire=Wire.SOAP12)
    await cancel("a", wire=Wire.HTTP_POST)
    await cancel("a", wire=Wire.HTTP_GET)
    await cancel("a", wire=Wire.JSON)  # E: arg-type / reportArgumentType
    await cancel("a", wire=Wire.XML)  # E: arg-type / reportArgumentType
    await cancel("a", wire="soap11")  # E: arg-type / reportArgumentType
    await cancel("a", wire=some)  # E: arg-type / reportArgumentType
    await cancel(None)  # E: arg-type / reportArgumentType
    await cancel(b"a")  # E: arg-type / reportArgumentType

    assert_type(await phone.cancel_notify(1, wire=Wire.HTTP_GET), rescind.CancelOutcome)
    await phone.cancel_notify("1")  # E: arg-type / reportArgumentType
    await phone.cancel_notify(1, wire=Wire.JSON)  # E: arg-type / reportArgumentType

    outcome.cancelled = 1  # E: misc / reportAttributeAccessIssue
    if outcome:  # refused at run time only: NoReturn would hide the rest from mypy
        pass


async def notifies(client: rescind.Client) -> None:
    phone = client.phone_notify
    call = AdvancedNotifyRequest(utc_scheduled_date_time=datetime(2031, 5, 6, tzinfo=UTC))
    queued = await phone.notify_phone_advanced(call, wire=Wire.SOAP12)
    assert_type(queued, NotifyReturn)
    assert_type(queued.response_code, int)
    assert_type(queued.start_time, datetime | None)
    several = await phone.notify_multiple_phone_advanced([call, call])
    assert_type(several, tuple[NotifyReturn, ...])
    await phone.notify_multiple_phone_advanced(call for _ in range(2))

    await phone.notify_phone_advanced(call, wire=Wire.HTTP_POST)  # E: arg-type / reportArgumentType
    await phone.notify_phone_advanced(call, wire=Wire.HTTP_GET)  # E: arg-type / reportArgumentType
    await phone.notify_phone_advanced([call])  # E: arg-type / reportArgumentType
    await phone.notify_multiple_phone_advanced(call)  # E: arg-type / reportArgumentType
    AdvancedNotifyRequest()  # E: call-arg / reportCallIssue
    call.voice_id = 1  # E: misc / reportAttributeAccessIssue


async def deletes(client: rescind.Client) -> None:
    sms = client.sms
    outcome = await sms.delete_recurring_messages(["a"])
    assert_type(outcome, rescind.DeleteOutcome)
    assert_type(outcome.message_ids, tuple[str, ...] | None)
    assert_type(await sms.delete_pending_messages({"a"}), rescind.DeleteOutcome)
    assert_type(await sms.delete_recurring_messages_except(("a",)), rescind.DeleteOutcome)
    assert_type(await sms.delete_all_pending_messages(), rescind.DeleteOutcome)

    await sms.delete_recurring_messages(["a"], wire=Wire.XML, type_=PendingRecurringType.PENDING)
    await sms.delete_recurring_messages(["a"], type_=7)
    await sms.delete_recurring_messages(["a"], type_="PENDING")  # E: arg-type / reportArgumentType
    await sms.delete_recurring_messages(["a"], wire=Wire.SOAP11)  # E: arg-type / reportArgumentType
    delete = sms.delete_pending_messages_except
    await delete(["a"], wire=Wire.HTTP_GET)  # E: arg-type / reportArgumentType
    await sms.delete_recurring_messages([1])  # E: list-item / reportArgumentType
    await sms.delete_recurring_messages(None)  # E: arg-type / reportArgumentType
    await sms.delete_pending_messages(b"a")  # E: arg-type / reportArgumentType
    await sms.delete_all_recurring_messages(message_ids=["a"])  # E: call-arg / reportCallIssue
    if outcome:  # refused at run time only: NoReturn would hide the rest from mypy
        pass


async def exact_deletes(client: rescind.Client) -> None:
    sms = client.sms
    request = DeletePendingRecurringMessagesRequest(all=False, message_ids=("a",), type_=7)
    answer = await sms.delete(request, route="recurrings", wire=Wire.XML)
    assert_type(answer, ResponseOfDeletePendingMessagesResponse)

    await sms.delete(request, wire=Wire.SOAP12)  # E: arg-type / reportArgumentType
    await sms.delete(request, route="messages")  # E: arg-type / reportArgumentType
    DeletePendingRecurringMessagesRequest(all=True, message_ids=())  # E: call-arg / reportCallIssue


async def report(client: rescind.Client) -> None:
    async for message in client.sms.iter_pending_and_recurring(report_types=[0], timeout=5):
        assert_type(message, rescind.ScheduledMessage)
        assert_type(message.message_id, str)
