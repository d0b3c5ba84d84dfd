"""Scheduling: codes that decline a call raise, lists never do, and nothing is repeated."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

import rescind
from rescind import ResponseCode, Wire
from rescind.phone_notify import NotifyWire
from rescind_models.phone_notify import AdvancedNotifyRequest, NotifyReturn
from tests.client.answers import LICENSE_KEY, SERVICE, client_of, notify_return, soap
from tests.support.replay import ReplayServer, reply

pytestmark = pytest.mark.anyio

WIRES: tuple[NotifyWire, ...] = (Wire.SOAP11, Wire.SOAP12)
each_wire = pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.value)
WHEN = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)

# The codes by which a call is declined, written down once more.
DECLINED = [3, 4, 5, 6, 7, 10, 11, 13, 15, 16, 17, 28, 39]


def one(code: int = 0, queue_id: int = 7, text: str = "Queued") -> bytes:
    result = notify_return(code, queue_id, text)
    return soap(
        "NotifyPhoneAdvanced",
        f"<NotifyPhoneAdvancedResult>{result}</NotifyPhoneAdvancedResult>",
    )


def several(*results: str) -> bytes:
    name = "NotifyMultiplePhoneAdvanced"
    items = "".join(f"<NotifyReturn>{result}</NotifyReturn>" for result in results)
    return soap(name, f"<{name}Result>{items}</{name}Result>")


def a_call(number: str = "17575559999") -> AdvancedNotifyRequest:
    return AdvancedNotifyRequest(
        phone_number_to_dial=number, utc_scheduled_date_time=WHEN, reference_id="notify1"
    )


def body_of(raw: bytes) -> ET.Element:
    return ET.fromstring(raw.partition(b"\r\n\r\n")[2])[0][0]


@each_wire
async def test_a_call_is_queued(wire: NotifyWire) -> None:
    with ReplayServer(one(queue_id=2**62)) as server:
        async with client_of(server) as client:
            queued = await client.phone_notify.notify_phone_advanced(a_call(), wire=wire)
    assert queued == NotifyReturn(
        response_code=0,
        response_text="Queued",
        call_answered=False,
        queue_id=2**62,
        try_count=0,
        demo=False,
        digits_pressed="",
        machine_detection="UNKNOWN",
        duration=0,
        start_time=None,
        end_time=None,
        minute_rate=Decimal("0.045"),
        country="United States",
        call_complete=False,
    )
    assert queued.response_code == ResponseCode.QUEUED
    assert type(queued.response_code) is int


async def test_what_is_left_out_goes_with_the_documented_defaults() -> None:
    with ReplayServer(one()) as server:
        async with client_of(server) as client:
            await client.phone_notify.notify_phone_advanced(a_call())
    (anr,) = body_of(server.requests[0])
    sent = {child.tag.removeprefix(f"{{{SERVICE}}}"): child.text for child in anr}
    assert sent == {
        "PhoneNumberToDial": "17575559999",
        "VoiceID": "0",
        "LicenseKey": LICENSE_KEY,
        "TryCount": "1",
        "NextTryInSeconds": "60",
        "UTCScheduledDateTime": "2031-05-06T07:08:09Z",
        "TTSrate": "10",
        "TTSvolume": "100",
        "MaxCallLength": "0",
        "ReferenceID": "notify1",
    }


async def test_a_time_of_any_zone_goes_as_utc() -> None:
    request = AdvancedNotifyRequest(
        utc_scheduled_date_time=datetime(
            2031, 1, 1, 0, 30, 0, 250_000, tzinfo=timezone(timedelta(hours=5, minutes=30))
        )
    )
    with ReplayServer(one()) as server:
        async with client_of(server) as client:
            await client.phone_notify.notify_phone_advanced(request)
    when = body_of(server.requests[0]).findtext(f".//{{{SERVICE}}}UTCScheduledDateTime")
    assert when == "2030-12-31T19:00:00.250Z"


@each_wire
@pytest.mark.parametrize("code", DECLINED)
async def test_a_declined_call(wire: NotifyWire, code: int) -> None:
    with ReplayServer(one(code, 0, "Will not call")) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.VendorError) as caught:
                await client.phone_notify.notify_phone_advanced(a_call(), wire=wire)
    error = caught.value
    assert (error.code, error.reason) == (str(code), "Will not call")
    assert (error.operation, error.wire) == ("NotifyPhoneAdvanced", wire)
    assert (error.may_have_happened, error.attempts, error.status) == (False, 1, 200)
    assert isinstance(error.result, NotifyReturn)
    assert error.result.response_code == code


async def test_a_key_that_the_service_does_not_know() -> None:
    with ReplayServer(one(14, 0, "Key Invalid")) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.AuthenticationError) as caught:
                await client.phone_notify.notify_phone_advanced(a_call())
    assert (caught.value.code, caught.value.reason) == ("14", "Key Invalid")
    assert caught.value.may_have_happened is False


NOT_DECLINED = [code for code in [*range(-1, 48), 999] if code not in {14, *DECLINED}]


async def test_every_other_code_is_an_answer() -> None:
    answers = [one(code) for code in NOT_DECLINED]
    with ReplayServer(*answers) as server:
        async with client_of(server) as client:
            codes = [
                (await client.phone_notify.notify_phone_advanced(a_call())).response_code
                for _ in answers
            ]
    assert codes == NOT_DECLINED


async def test_an_answer_with_no_result_leaves_it_open() -> None:
    with ReplayServer(soap("NotifyPhoneAdvanced", "")) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.OutcomeUnknownError, match="no NotifyReturn") as caught:
                await client.phone_notify.notify_phone_advanced(a_call())
    assert caught.value.may_have_happened


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        reply(b"", status="502 Bad Gateway"),
        reply(b"", status="504 Gateway Timeout"),
        reply(b"<html>", content_type="text/html"),
    ],
    ids=["a lost answer", "502", "504", "a page"],
)
async def test_nothing_is_scheduled_twice(answer: bytes) -> None:
    with ReplayServer(answer, answer) as server:
        async with client_of(server) as client:
            phone = client.phone_notify
            with pytest.raises(rescind.OutcomeUnknownError, match="cancel_notify_by_reference_id"):
                await phone.notify_phone_advanced(a_call(), attempts=5)
            with pytest.raises(rescind.OutcomeUnknownError, match="cancel_notify_by_reference_id"):
                await phone.notify_multiple_phone_advanced([a_call()], attempts=5)
    assert len(server.requests) == 2


# --- several ----------------------------------------------------------------------------------


@each_wire
async def test_one_answer_for_each_call_in_order(wire: NotifyWire) -> None:
    answer = several(notify_return(0, 11), notify_return(3, 0, "Bad number"), notify_return(0, 13))
    numbers = ["17575550001", "x", "17575550003"]
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.notify_multiple_phone_advanced(
                (a_call(number) for number in numbers), wire=wire
            )
    assert [(item.response_code, item.queue_id) for item in found] == [(0, 11), (3, 0), (0, 13)]
    (array,) = body_of(server.requests[0])
    assert [call.findtext(f"{{{SERVICE}}}PhoneNumberToDial") for call in array] == numbers
    assert [call.findtext(f"{{{SERVICE}}}LicenseKey") for call in array] == [LICENSE_KEY] * 3


async def test_no_code_of_a_list_raises() -> None:
    codes = [14, *DECLINED]
    answer = several(*(notify_return(code) for code in codes))
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.notify_multiple_phone_advanced(
                [a_call()] * len(codes)
            )
    assert [item.response_code for item in found] == codes


NIL = '<NotifyReturn xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" />'


@pytest.mark.parametrize(
    "answer",
    [
        several(),
        several(notify_return()),
        several(notify_return(), notify_return(), notify_return()),
        soap("NotifyMultiplePhoneAdvanced", ""),
        soap(
            "NotifyMultiplePhoneAdvanced",
            "<NotifyMultiplePhoneAdvancedResult>"
            f"<NotifyReturn>{notify_return()}</NotifyReturn>{NIL}"
            "</NotifyMultiplePhoneAdvancedResult>",
        ),
    ],
    ids=["none", "too few", "too many", "no list", "one is nil"],
)
async def test_another_number_of_answers_leaves_it_open(answer: bytes) -> None:
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.OutcomeUnknownError, match="for 2 requests") as caught:
                await client.phone_notify.notify_multiple_phone_advanced([a_call(), a_call()])
    assert caught.value.may_have_happened
