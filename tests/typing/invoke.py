"""What type checkers make of the exact layer. Never run; see tests/packaging/test_types.py."""

from typing import assert_type

import rescind
import rescind_models.phone_notify as models
from rescind import Wire
from rescind_models.phone_notify import (
    CancelNotifyByReferenceID,
    CancelNotifyByReferenceIDResponse,
    GetVersion,
    NotifyPhoneAdvanced,
)
from rescind_models.sms import DeletePendingRecurringMessagesRequest


async def answers(client: rescind.Client) -> None:
    phone = client.phone_notify
    answer = await phone.invoke(CancelNotifyByReferenceID(reference_id="notify1"))
    assert_type(answer, CancelNotifyByReferenceIDResponse)
    assert_type(answer.cancel_notify_by_reference_id_result, int)
    assert_type(answer, models.CancelNotifyResponse)  # E: assert-type / reportAssertTypeFailure

    assert_type(await phone.invoke(GetVersion()), models.GetVersionResponse)
    assert_type(await phone.invoke(models.GetVoices()), models.GetVoicesResponse)
    assert_type(await phone.invoke(models.CancelConference()), models.CancelConferenceResponse)
    assert_type(await phone.invoke(NotifyPhoneAdvanced()), models.NotifyPhoneAdvancedResponse)
    dialled = await phone.invoke(models.LM_DialListAdvanced(), wire=Wire.SOAP12)
    assert_type(dialled.lm_dial_list_advanced_result, models.LM_DialReturn)


async def wires(client: rescind.Client, some: Wire) -> None:
    phone = client.phone_notify
    version, notify = GetVersion(), NotifyPhoneAdvanced()
    assert_type(await phone.invoke(version, wire=Wire.SOAP11), models.GetVersionResponse)
    assert_type(await phone.invoke(version, wire=Wire.SOAP12), models.GetVersionResponse)
    assert_type(await phone.invoke(version, wire=Wire.HTTP_POST), models.GetVersionResponse)
    assert_type(await phone.invoke(version, wire=Wire.HTTP_GET), models.GetVersionResponse)
    assert_type(await phone.invoke(version, wire=None), models.GetVersionResponse)
    assert_type(await phone.invoke(notify, wire=Wire.SOAP12), models.NotifyPhoneAdvancedResponse)

    await phone.invoke(version, wire=Wire.JSON)  # E: arg-type / reportArgumentType
    await phone.invoke(version, wire=Wire.XML)  # E: arg-type / reportArgumentType
    await phone.invoke(version, wire="soap11")  # E: arg-type / reportArgumentType
    await phone.invoke(version, wire=some)  # E: arg-type / reportArgumentType
    await phone.invoke(notify, wire=Wire.HTTP_POST)  # E: misc / reportArgumentType
    await phone.invoke(notify, wire=Wire.HTTP_GET)  # E: misc / reportArgumentType


async def requests(client: rescind.Client) -> None:
    phone = client.phone_notify
    delete = DeletePendingRecurringMessagesRequest(all=False, message_ids=("a",), type_=0)
    await phone.invoke(delete)  # E: type-var / reportArgumentType
    await phone.invoke(GetVersion)  # E: arg-type / reportArgumentType
    await phone.invoke("GetVersion")  # E: arg-type / reportArgumentType
    await phone.invoke(models.GetVersionResponse())  # E: arg-type / reportArgumentType
    await client.sms.delete(GetVersion())  # E: arg-type / reportArgumentType
    await phone.invoke(models.GetVersoin())  # E: attr-defined / reportAttributeAccessIssue
    CancelNotifyByReferenceID("notify1")  # E: call-arg / reportCallIssue
    CancelNotifyByReferenceID(reference_id=5)  # E: arg-type / reportArgumentType
