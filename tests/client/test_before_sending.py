"""A caller's slip is an error before anything is sent: each would change what is taken back."""

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

import rescind
import rescind_models.phone_notify as phone_models
import rescind_models.sms as sms_models
from rescind import Wire
from rescind.phone_notify import CancelWire
from rescind.sandbox import Sandbox
from tests.client.answers import nothing_is_sent

pytestmark = pytest.mark.anyio

FLAT_WIRES: tuple[CancelWire, ...] = (Wire.HTTP_POST, Wire.HTTP_GET)
PHONE_WIRES: tuple[CancelWire, ...] = (Wire.SOAP11, Wire.SOAP12, *FLAT_WIRES)
SMS_WIRES = (Wire.JSON, Wire.XML)
TOMORROW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)

# Characters that XML 1.0 has no way to write.
ILLEGAL = {
    "a null": "id\0",
    "a control character": "id\x0b1",
    "half of a pair": "id\ud800",
    "a non-character": "id\uffff",
}

BAD_IDS: Mapping[str, tuple[type[Exception], Any]] = {
    "a bare string": (TypeError, "id-1"),
    "bytes": (TypeError, b"id-1"),
    "None": (TypeError, None),
    "a number": (TypeError, 5),
    "a number among ids": (TypeError, ["id-1", 5]),
    "None among ids": (TypeError, ["id-1", None]),
    "bytes among ids": (TypeError, [b"id-1"]),
    "a list among ids": (TypeError, [["id-1"]]),
    "no ids": (ValueError, []),
    "no ids in a generator": (ValueError, iter(())),
    "an empty id": (ValueError, ["id-1", ""]),
    "a blank id": (ValueError, ["  "]),
    "a blank id of another alphabet": (ValueError, ["\u00a0\u3000"]),
    "a blank before an id": (ValueError, [" id-1"]),
    "a blank behind an id": (ValueError, ["id-1 "]),
    "a line break behind an id": (ValueError, ["id-1\n"]),
    **{f"{name} in an id": (ValueError, ["id-1", text]) for name, text in ILLEGAL.items()},
}

DELETES_BY_ID: Mapping[str, Callable[[rescind.Client], Any]] = {
    "delete_recurring_messages": lambda client: client.sms.delete_recurring_messages,
    "delete_pending_messages": lambda client: client.sms.delete_pending_messages,
    "delete_recurring_messages_except": lambda client: client.sms.delete_recurring_messages_except,
    "delete_pending_messages_except": lambda client: client.sms.delete_pending_messages_except,
}
SWEEPS: Mapping[str, Callable[[rescind.Client], Any]] = {
    "delete_all_recurring_messages": lambda client: client.sms.delete_all_recurring_messages,
    "delete_all_pending_messages": lambda client: client.sms.delete_all_pending_messages,
}
each_delete_by_id = pytest.mark.parametrize("method", DELETES_BY_ID.values(), ids=[*DELETES_BY_ID])


@each_delete_by_id
@pytest.mark.parametrize(("error", "ids"), BAD_IDS.values(), ids=[*BAD_IDS])
async def test_ids_that_are_none(
    method: Callable[[rescind.Client], Any], error: type[Exception], ids: Any
) -> None:
    async with nothing_is_sent() as client:
        for wire in SMS_WIRES:
            with pytest.raises(error, match=r"message_ids|keep"):
                await method(client)(ids, wire=wire)


@each_delete_by_id
@pytest.mark.parametrize(
    ("ids", "text"),
    [
        (["id-1", " "], r"\[1\] is empty or blank"),
        (["id-1 "], r"\[0\] has blanks around it.*strip it"),
        ([], "is empty: give at least one id"),
        ("id-1", "is a list of ids, not str"),
        (["id-1", 5], r"\[1\] is a string, not int"),
    ],
)
async def test_what_is_wrong_with_ids(
    method: Callable[[rescind.Client], Any], ids: Any, text: str
) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises((TypeError, ValueError), match=rf"^(message_ids|keep) ?{text}"):
            await method(client)(ids)


@pytest.mark.parametrize("method", SWEEPS.values(), ids=[*SWEEPS])
async def test_the_sweeping_deletes_take_no_ids(method: Callable[[rescind.Client], Any]) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(TypeError):
            await method(client)(["id-1"])
        with pytest.raises(TypeError):
            await method(client)(message_ids=["id-1"])


BAD_REFERENCES: Mapping[str, tuple[type[Exception], Any]] = {
    "empty": (ValueError, ""),
    "blank": (ValueError, " \t"),
    "None": (TypeError, None),
    "bytes": (TypeError, b"notify1"),
    "a number": (TypeError, 5),
    "a list": (TypeError, ["notify1"]),
    **{name: (ValueError, text) for name, text in ILLEGAL.items()},
}


@pytest.mark.parametrize(("error", "given"), BAD_REFERENCES.values(), ids=[*BAD_REFERENCES])
async def test_reference_ids_that_are_none(error: type[Exception], given: Any) -> None:
    async with nothing_is_sent() as client:
        for wire in PHONE_WIRES:
            with pytest.raises(error, match="reference_id"):
                await client.phone_notify.cancel_notify_by_reference_id(given, wire=wire)


@pytest.mark.parametrize(
    "queue_id", [2**63, -(2**63) - 1, "4093249", 4093249.0, True, None, ""], ids=repr
)
async def test_queue_ids_that_are_none(queue_id: Any) -> None:
    async with nothing_is_sent() as client:
        for wire in PHONE_WIRES:
            with pytest.raises(ValueError, match="queue_id"):
                await client.phone_notify.cancel_notify(queue_id, wire=wire)


def a_call(**fields: Any) -> phone_models.AdvancedNotifyRequest:
    fields.setdefault("utc_scheduled_date_time", TOMORROW)
    return phone_models.AdvancedNotifyRequest(**fields)


BAD_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "an unsignedByte above 255": {"tts_rate": 256},
    "an unsignedByte below 0": {"tts_volume": -1},
    "an int above 32 bits": {"voice_id": 2**31},
    "an int below 32 bits": {"max_call_length": -(2**31) - 1},
    "a bool for a number": {"try_count": True},
    "a string for a number": {"next_try_in_seconds": "60"},
    "a number for a string": {"phone_number_to_dial": 17575559999},
    "no time": {"utc_scheduled_date_time": None},
    "a naive time": {"utc_scheduled_date_time": TOMORROW.replace(tzinfo=None)},
    "a time as text": {"utc_scheduled_date_time": "2031-05-06T07:08:09Z"},
    "a time long past": {"utc_scheduled_date_time": datetime(1970, 1, 20, tzinfo=UTC)},
    "a time in the year 1": {"utc_scheduled_date_time": datetime(1, 1, 1, tzinfo=UTC)},
    "a time too far ahead": {"utc_scheduled_date_time": datetime(2100, 1, 1, tzinfo=UTC)},
    "the year 1 west of Greenwich": {
        "utc_scheduled_date_time": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    },
    "the year 9999 east of Greenwich": {
        "utc_scheduled_date_time": datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14)))
    },
    **{f"{name} in a text": {"text_to_say": text} for name, text in ILLEGAL.items()},
}


@pytest.mark.parametrize("fields", BAD_FIELDS.values(), ids=[*BAD_FIELDS])
async def test_fields_of_a_call_that_do_not_fit(fields: Mapping[str, Any]) -> None:
    (name,) = fields
    request = a_call(**fields)
    async with nothing_is_sent() as client:
        for wire in (Wire.SOAP11, Wire.SOAP12):
            with pytest.raises(ValueError, match=rf"anr\.{name}"):
                await client.phone_notify.notify_phone_advanced(request, wire=wire)
            with pytest.raises(ValueError, match=rf"advanced_notify_request\[1\]\.{name}"):
                await client.phone_notify.notify_multiple_phone_advanced(
                    [a_call(), request], wire=wire
                )


NOT_A_CALL: Mapping[str, Any] = {
    "None": None,
    "a string": "17575559999",
    "a mapping": {"phone_number_to_dial": "17575559999"},
    "the operation's own request": phone_models.NotifyPhoneAdvanced(anr=a_call()),
    "the class": phone_models.AdvancedNotifyRequest,
}


@pytest.mark.parametrize("given", NOT_A_CALL.values(), ids=[*NOT_A_CALL])
async def test_what_is_no_call(given: Any) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(TypeError, match=r"^request is a .*AdvancedNotifyRequest"):
            await client.phone_notify.notify_phone_advanced(given)
        with pytest.raises(TypeError, match=r"^requests\[1\] is a .*AdvancedNotifyRequest"):
            await client.phone_notify.notify_multiple_phone_advanced([a_call(), given])


async def test_no_list_of_calls() -> None:
    async with nothing_is_sent() as client:
        notify: Any = client.phone_notify.notify_multiple_phone_advanced
        for given in (None, a_call(), 5):
            with pytest.raises(TypeError, match="requests is a list"):
                await notify(given)
        with pytest.raises(ValueError, match="requests is empty"):
            await notify(iter(()))


async def test_http_get_and_post_must_name_every_parameter() -> None:
    request = phone_models.ScriptSave(script_name="welcome")
    async with nothing_is_sent() as client:
        for wire in FLAT_WIRES:
            with pytest.raises(ValueError, match=r"script_text.*SOAP"):
                await client.phone_notify.invoke(request, wire=wire)
        for wire in FLAT_WIRES:
            with pytest.raises(ValueError, match=r"file_binary.*SOAP"):
                await client.phone_notify.invoke(
                    phone_models.UploadSoundFile(file_binary=b"", sound_file_id="x"), wire=wire
                )


# --- wires ------------------------------------------------------------------------------------


@pytest.mark.parametrize("wire", SMS_WIRES)
async def test_no_phone_call_goes_as_rest(wire: Any) -> None:
    async with nothing_is_sent() as client:
        phone = client.phone_notify
        for call in (
            phone.cancel_notify_by_reference_id("notify1", wire=wire),
            phone.cancel_notify(1, wire=wire),
            phone.notify_phone_advanced(a_call(), wire=wire),
            phone.notify_multiple_phone_advanced([a_call()], wire=wire),
            phone.invoke(phone_models.GetVersion(), wire=wire),
        ):
            with pytest.raises(ValueError, match=rf"not offered over Wire\.{wire.name}: use Wire"):
                await call


@pytest.mark.parametrize("wire", FLAT_WIRES)
async def test_what_has_no_flat_form_goes_by_soap_alone(wire: Any) -> None:
    async with nothing_is_sent() as client:
        phone = client.phone_notify
        functions = phone_models.LM_DialListAdvanced()
        for call in (
            phone.notify_phone_advanced(a_call(), wire=wire),
            phone.notify_multiple_phone_advanced([a_call()], wire=wire),
            phone.invoke(phone_models.NotifyPhoneAdvanced(anr=a_call()), wire=wire),
            phone.invoke(functions, wire=wire),
        ):
            with pytest.raises(ValueError, match=r"use Wire\.SOAP11, Wire\.SOAP12$"):
                await call


@pytest.mark.parametrize("wire", PHONE_WIRES)
async def test_no_delete_goes_as_soap(wire: Any) -> None:
    async with nothing_is_sent() as client:
        for call in every_delete(client, wire):
            with pytest.raises(ValueError, match=r"use Wire\.JSON, Wire\.XML$"):
                await call


@pytest.mark.parametrize("wire", ["soap11", "json", 0, Wire], ids=str)
async def test_a_wire_is_a_member_of_wire(wire: Any) -> None:
    async with nothing_is_sent() as client:
        phone = client.phone_notify
        for call in (
            phone.cancel_notify_by_reference_id("notify1", wire=wire),
            phone.invoke(phone_models.GetVersion(), wire=wire),
            *every_delete(client, wire),
        ):
            with pytest.raises(TypeError, match="wire is"):
                await call


async def test_the_deletes_have_no_common_default_for_none() -> None:
    """None for a wire must not turn an everything-but delete to JSON, which fails open."""
    async with nothing_is_sent() as client:
        nothing: Any = None
        for call in every_delete(client, nothing):
            with pytest.raises(TypeError, match=r"wire is Wire\.JSON or Wire\.XML"):
                await call


def every_delete(client: rescind.Client, wire: Any) -> list[Awaitable[object]]:
    request = a_delete(sms_models.PendingRecurringType.PENDING)
    return [
        *(method(client)(["id-1"], wire=wire) for method in DELETES_BY_ID.values()),
        *(method(client)(wire=wire) for method in SWEEPS.values()),
        client.sms.delete(request, wire=wire),
    ]


# --- the exact layer of 2sms ------------------------------------------------------------------


def a_delete(type_: Any, **fields: Any) -> sms_models.DeletePendingRecurringMessagesRequest:
    fields.setdefault("all", False)
    fields.setdefault("message_ids", ("id-1",))
    return sms_models.DeletePendingRecurringMessagesRequest(type_=type_, **fields)


@pytest.mark.parametrize("number", [0, 1, 7, -1])
async def test_xml_has_no_numbers_for_a_type(number: int) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(ValueError, match=r"type_: .*one of PENDING, RECURRING"):
            await client.sms.delete(a_delete(number), route="recurrings", wire=Wire.XML)
        with pytest.raises(ValueError, match=r"type_: .*one of PENDING, RECURRING"):
            await client.sms.delete_recurring_messages(["id-1"], type_=number, wire=Wire.XML)
        with pytest.raises(ValueError, match="range: "):
            await client.sms.delete(
                a_delete(sms_models.PendingRecurringType.PENDING, range=number), wire=Wire.XML
            )


BAD_DELETES: Mapping[str, Mapping[str, Any]] = {
    "a string for a list of ids": {"message_ids": "id-1"},
    "a list for a tuple of ids": {"message_ids": ["id-1"]},
    "None for ids": {"message_ids": None},
    "None among ids": {"message_ids": ("id-1", None)},
    "a number among ids": {"message_ids": (5,)},
    "None for All": {"all": None},
    "a number for All": {"all": 1},
    "a string for All": {"all": "true"},
    "None for Type": {"type_": None},
    "a bool for Type": {"type_": True},
    "a name for Type": {"type_": "PENDING"},
    "the other enum for Type": {"type_": sms_models.FutureDateRange.ALL},
    "a Type above 32 bits": {"type_": 2**31},
    "a Range that would wrap to ALL": {"range": 2**32},
    "a name for Range": {"range": "ALL"},
    "the other enum for Range": {"range": sms_models.PendingRecurringType.PENDING},
    "a date for a text": {"start_date": TOMORROW},
    "a list for a filter": {"reference": ["alpha"]},
    **{f"{name} in a filter": {"destination": text} for name, text in ILLEGAL.items()},
}


@pytest.mark.parametrize("wire", SMS_WIRES)
@pytest.mark.parametrize("fields", BAD_DELETES.values(), ids=[*BAD_DELETES])
async def test_fields_of_a_delete_that_do_not_fit(fields: Mapping[str, Any], wire: Any) -> None:
    (name,) = fields
    request = a_delete(
        fields.get("type_", sms_models.PendingRecurringType.PENDING),
        **{key: value for key, value in fields.items() if key != "type_"},
    )
    async with nothing_is_sent() as client:
        with pytest.raises(ValueError, match=rf"{name}.*Nothing was sent"):
            await client.sms.delete(request, route="pendings", wire=wire)


async def test_a_type_without_a_route() -> None:
    async with nothing_is_sent() as client:
        for number in (2, -1):
            with pytest.raises(ValueError, match=r"route='recurrings' or route='pendings'"):
                await client.sms.delete(a_delete(number))
        route: Any
        for route in ("messages", "", "/recurrings"):
            with pytest.raises(ValueError, match="'recurrings' or 'pendings'"):
                await client.sms.delete(a_delete(0), route=route)


# --- requests of somebody else ----------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Foreign:
    reference_id: str = "notify1"


@dataclasses.dataclass(frozen=True)
class CancelNotify:
    """Has the name and the fields of a generated model, and is none."""

    queue_id: int = 1
    license_key: str | None = None


NO_REQUESTS: Mapping[str, Any] = {
    "of the other service": a_delete(0),
    "a foreign dataclass": Foreign(),
    "a namesake": CancelNotify(),
    "an answer": phone_models.CancelNotifyResponse(cancel_notify_result=True),
    "a part of a request": a_call(),
    "a class": phone_models.GetVersion,
    "a name": "GetVersion",
    "None": None,
}


@pytest.mark.parametrize("request_", NO_REQUESTS.values(), ids=[*NO_REQUESTS])
async def test_what_invoke_does_not_take(request_: Any) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(TypeError, match="is not a request of PhoneNotify"):
            await client.phone_notify.invoke(request_)


@pytest.mark.parametrize(
    "request_",
    [phone_models.GetVersion(), Foreign(), {"All": True}, None],
    ids=["of the other service", "a foreign dataclass", "a mapping", "None"],
)
async def test_what_delete_does_not_take(request_: Any) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(TypeError, match="DeletePendingRecurringMessagesRequest"):
            await client.sms.delete(request_)


WRONG_INSIDE: Mapping[str, Any] = {
    "a string for a call": phone_models.NotifyPhoneAdvanced(anr="call"),  # type: ignore[arg-type]
    "a list for an array": phone_models.NotifyMultiplePhoneAdvanced(
        multiple_anr=[a_call()]  # type: ignore[arg-type]
    ),
    "a list in an array": phone_models.NotifyMultiplePhoneAdvanced(
        multiple_anr=phone_models.ArrayOfAdvancedNotifyRequest(
            advanced_notify_request=[a_call()]  # type: ignore[arg-type]
        )
    ),
    "another model": phone_models.NotifyPhoneAdvanced(
        anr=phone_models.LM_Functions(  # type: ignore[arg-type]
            voice_id=0,
            try_count=1,
            next_try_in_seconds=60,
            tts_rate=10,
            tts_volume=100,
            scheduled_utc_datetime=TOMORROW,
            list_id=1,
            dial_recursive_lists=False,
        )
    ),
}


@pytest.mark.parametrize("request_", WRONG_INSIDE.values(), ids=[*WRONG_INSIDE])
async def test_wrong_types_inside_a_request(request_: Any) -> None:
    async with nothing_is_sent() as client:
        with pytest.raises(ValueError, match=r"expected .*, got .*Nothing was sent"):
            await client.phone_notify.invoke(request_)


# --- options of one call ----------------------------------------------------------------------

BAD_OPTIONS: Mapping[str, tuple[type[Exception], Mapping[str, Any], str]] = {
    "unknown": (TypeError, {"retries": 3}, "no option 'retries': it has attempt_timeout, attempts"),
    "of the client": (TypeError, {"license_key": "other"}, "no option 'license_key'"),
    "zero seconds": (ValueError, {"timeout": 0}, "timeout is a number of seconds above 0"),
    "endless": (ValueError, {"attempt_timeout": float("inf")}, "attempt_timeout"),
    "not a number": (ValueError, {"connect_timeout": float("nan")}, "connect_timeout"),
    "seconds as text": (TypeError, {"timeout": "30"}, "timeout is a number of seconds, not str"),
    "no seconds": (TypeError, {"timeout": None}, "timeout is a number of seconds, not NoneType"),
    "no attempts": (ValueError, {"attempts": 0}, "attempts is at least 1"),
    "attempts as bool": (TypeError, {"attempts": True}, "attempts is a whole number"),
    "half an attempt": (TypeError, {"attempts": 1.5}, "attempts is a whole number"),
}


@pytest.mark.parametrize(("error", "options", "text"), BAD_OPTIONS.values(), ids=[*BAD_OPTIONS])
async def test_options_of_a_call(
    error: type[Exception], options: Mapping[str, Any], text: str
) -> None:
    async with nothing_is_sent() as client:
        phone, sms = client.phone_notify, client.sms
        for call in (
            phone.cancel_notify_by_reference_id("notify1", **options),
            phone.cancel_notify(1, **options),
            phone.notify_phone_advanced(a_call(), **options),
            phone.notify_multiple_phone_advanced([a_call()], **options),
            phone.invoke(phone_models.GetVersion(), **options),
            sms.delete_recurring_messages(["id-1"], **options),
            sms.delete_pending_messages_except(["id-1"], **options),
            sms.delete_all_pending_messages(**options),
            sms.delete(a_delete(0), **options),
            anext(sms.iter_pending_and_recurring(**options)),
        ):
            with pytest.raises(error, match=text):
                await call


async def test_options_of_the_report() -> None:
    async with nothing_is_sent() as client:
        for report in (
            client.sms.iter_pending_and_recurring(page_size=0),
            client.sms.iter_pending_and_recurring(first_page=-1),
        ):
            with pytest.raises(ValueError, match="page_size is at least 1 and first_page"):
                await anext(report)


# --- credentials ------------------------------------------------------------------------------


async def test_the_license_key_is_missed_by_the_calls_that_need_it() -> None:
    async with nothing_is_sent(license_key=None) as client:
        phone = client.phone_notify
        for call in (
            phone.cancel_notify_by_reference_id("notify1"),
            phone.cancel_notify(1),
            phone.notify_phone_advanced(a_call()),
            phone.notify_multiple_phone_advanced([a_call(license_key="own"), a_call()]),
            phone.invoke(phone_models.LM_GetListIDsByLicensekey()),
        ):
            with pytest.raises(rescind.ConfigurationError) as caught:
                await call
            assert "license_key=" in str(caught.value)
            assert "RESCIND_LICENSE_KEY" in str(caught.value)
            assert caught.value.operation
            assert caught.value.sent is rescind.Sent.NO
            assert caught.value.may_have_happened is False


async def test_the_2sms_credentials_are_missed_by_the_calls_that_need_them() -> None:
    async with nothing_is_sent(sms_auth=None) as client:
        for call in (
            *every_delete(client, Wire.JSON),
            anext(client.sms.iter_pending_and_recurring()),
        ):
            with pytest.raises(rescind.ConfigurationError) as caught:
                await call
            for setting in ("sms_auth=", "RESCIND_SMS_CLIENT_ID", "RESCIND_SMS_CLIENT_SECRET"):
                assert setting in str(caught.value)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
@pytest.mark.parametrize("name", ["start_date", "end_date", "reference", "destination"])
async def test_a_blank_filter_on_the_exact_layer(name: str, blank: str) -> None:
    box = Sandbox()
    filters: Any = {name: blank}
    request = sms_models.DeletePendingRecurringMessagesRequest(
        all=True, message_ids=("keep",), type_=1, **filters
    )
    async with box.client() as client:
        with pytest.raises(ValueError, match=f"{name} is empty or blank"):
            await client.sms.delete(request)
    assert box.received() == []


async def test_a_blank_id_on_the_exact_layer() -> None:
    box = Sandbox()
    request = sms_models.DeletePendingRecurringMessagesRequest(
        all=True, message_ids=("a", " "), type_=1
    )
    async with box.client() as client:
        with pytest.raises(ValueError, match=r"message_ids\[1\] is empty or blank"):
            await client.sms.delete(request)
    assert box.received() == []


async def test_a_closed_client_of_the_sandbox_sends_nothing() -> None:
    box = Sandbox()
    client = box.client()
    await client.aclose()
    with pytest.raises(rescind.ConfigurationError, match="closed"):
        await client.phone_notify.cancel_notify_by_reference_id("r")
    assert box.received() == []
