"""PhoneNotify's operations: what they do to the calls, by a clock that the test moves."""

from datetime import UTC, datetime

import pytest

from rescind.sandbox import REAL_OPERATIONS, CallState, Sandbox, Settings
from tests.sandbox.asking import (
    NS,
    PHONE_NOTIFY,
    SOAP11,
    SOAP12,
    advanced,
    ask,
    cancel,
    elements,
    get,
    members,
    notify_advanced,
    scalar,
    soap,
    status,
)

NOON = datetime(2030, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def sandbox() -> Sandbox:
    sandbox = Sandbox()
    sandbox.clock.stop(NOON)
    return sandbox


def in_seconds(seconds: int) -> str:
    return f"2030-06-01T12:{seconds // 60:02}:{seconds % 60:02}Z"


def test_a_call_is_queued_until_its_time_then_dialled_and_answered(sandbox: Sandbox) -> None:
    queued = notify_advanced(sandbox, UTCScheduledDateTime=in_seconds(60))
    assert (queued["ResponseCode"], queued["ResponseText"]) == ("0", "Queued")
    assert queued["StartTime"] == "0001-01-01T00:00:00"

    sandbox.clock.advance(60 + 4)
    assert status(sandbox, queued["QueueID"])["ResponseText"] == "Queued"
    sandbox.clock.advance(2)
    assert status(sandbox, queued["QueueID"])["ResponseText"] == "Dialing"
    sandbox.clock.advance(60)
    answered = status(sandbox, queued["QueueID"])
    assert (answered["ResponseText"], answered["CallAnswered"]) == ("Call Answered", "true")
    assert (answered["StartTime"], answered["EndTime"]) == (in_seconds(65), in_seconds(95))
    assert (answered["Duration"], answered["CallComplete"]) == ("30", "true")


def test_nobody_picks_up(sandbox: Sandbox) -> None:
    sandbox.calls.unanswered_numbers.add("7575559999")
    queued = notify_advanced(
        sandbox, UTCScheduledDateTime=in_seconds(0), TryCount=2, NextTryInSeconds=100
    )
    sandbox.clock.advance(15)
    waiting = status(sandbox, queued["QueueID"])
    assert (waiting["ResponseText"], waiting["TryCount"]) == ("Queued", "1")
    sandbox.clock.advance(100 + 15)
    over = status(sandbox, queued["QueueID"])
    assert (over["ResponseText"], over["TryCount"]) == ("Call Unanswered", "2")
    assert over["CallComplete"] == "true"


def test_cancel_by_reference_counts_the_calls_that_are_still_queued(sandbox: Sandbox) -> None:
    for seconds in (0, 60, 120):
        notify_advanced(sandbox, UTCScheduledDateTime=in_seconds(seconds), ReferenceID="batch")
    other = notify_advanced(sandbox, ReferenceID="other")
    sandbox.clock.advance(6)
    assert cancel(sandbox, "batch") == 2
    assert cancel(sandbox, "batch") == 0
    states = [call.state for call in sandbox.calls.all()]
    assert states == [
        CallState.DIALLING,
        CallState.CANCELLED,
        CallState.CANCELLED,
        CallState.QUEUED,
    ]
    assert status(sandbox, other["QueueID"])["ResponseText"] == "Queued"


def test_cancelled_calls_stay_cancelled(sandbox: Sandbox) -> None:
    queued = notify_advanced(sandbox, UTCScheduledDateTime=in_seconds(60), ReferenceID="a")
    assert cancel(sandbox, "a") == 1
    sandbox.clock.advance(3600)
    over = status(sandbox, queued["QueueID"])
    assert (over["ResponseCode"], over["ResponseText"]) == ("22", "Cancelled")


@pytest.mark.parametrize("reference", ["", "b", "A", "a "])
def test_cancel_takes_the_reference_literally(sandbox: Sandbox, reference: str) -> None:
    notify_advanced(sandbox, ReferenceID="a")
    notify_advanced(sandbox)
    assert cancel(sandbox, reference) == 0


@pytest.mark.parametrize(
    ("content", "cancelled"),
    [
        ("<ReferenceID>a</ReferenceID><ReferenceID>b</ReferenceID>{key}", "1"),
        ("<ReferenceID>b</ReferenceID><ReferenceID>a</ReferenceID>{key}", "0"),
        ('<ReferenceID xmlns="urn:x">b</ReferenceID><ReferenceID>a</ReferenceID>{key}', "1"),
        ("<referenceid>a</referenceid>{key}", "0"),
        ("{key}<ReferenceID><!-- c -->a</ReferenceID>", "1"),
        ("{key}<ReferenceID><b>a</b></ReferenceID>", "1"),
    ],
)
def test_elements_as_dotnet_takes_them(sandbox: Sandbox, content: str, cancelled: str) -> None:
    sandbox.add_call("7575559999", reference_id="a", due=datetime(2040, 1, 1, tzinfo=UTC))
    key = elements(LicenseKey=sandbox.license_key)
    reply = soap(sandbox, "CancelNotifyByReferenceID", content.format(key=key))
    assert members(reply, "CancelNotifyByReferenceIDResponse") == {
        "CancelNotifyByReferenceIDResult": cancelled
    }


def test_an_element_in_the_place_of_text_ends_the_operation_for_dotnet(sandbox: Sandbox) -> None:
    key = elements(LicenseKey=sandbox.license_key)
    content = f"<ReferenceID><b>a</b></ReferenceID>{key}"
    reply = soap(sandbox, "CancelNotifyByReferenceID", content)
    assert b"Invalid LicenseKey" in reply.body


def test_cancel_one_call(sandbox: Sandbox) -> None:
    queue_id = notify_advanced(sandbox)["QueueID"]
    key = sandbox.license_key
    assert scalar(get(sandbox, "CancelNotify", QueueID=queue_id, LicenseKey=key)) == "true"
    assert scalar(get(sandbox, "CancelNotify", QueueID=queue_id, LicenseKey=key)) == "false"
    assert scalar(get(sandbox, "CancelNotify", QueueID=1, LicenseKey=key)) == "false"


def test_each_key_sees_its_own_calls(sandbox: Sandbox) -> None:
    other = "22222222-2222-4222-8222-222222222222"
    sandbox.settings.other_license_keys = (other,)
    queue_id = notify_advanced(sandbox, ReferenceID="a")["QueueID"]
    by_other = {"LicenseKey": other}
    assert scalar(get(sandbox, "CancelNotify", QueueID=queue_id, **by_other)) == "false"
    assert scalar(get(sandbox, "CancelNotifyByReferenceID", ReferenceID="a", **by_other)) == "0"
    advanced_status = members(
        get(sandbox, "GetQueueIDStatusWithAdvancedInfo", QueueID=queue_id, **by_other),
        "NotifyReturn",
    )
    assert advanced_status["ResponseCode"] == "9"
    assert cancel(sandbox, "a") == 1


def test_keys_are_compared_as_guids(sandbox: Sandbox) -> None:
    sandbox.settings.license_key = "abcdefab-0000-4000-8000-00000000000f"
    reply = get(
        sandbox,
        "ScriptList",
        IncludeGlobalScripts="true",
        LicenseKey=("{ABCDEFAB-0000-4000-8000-00000000000F}"),
    )
    assert reply.status == 200


def test_many_at_once_come_back_in_place(sandbox: Sandbox) -> None:
    good, bad = advanced(sandbox, ReferenceID="m"), advanced(sandbox, PhoneNumberToDial="123")
    reply = soap(
        sandbox,
        "NotifyMultiplePhoneAdvanced",
        "<MultipleANR>"
        + "".join(
            f"<AdvancedNotifyRequest>{one}</AdvancedNotifyRequest>" for one in (good, bad, good)
        )
        + "</MultipleANR>",
        version=SOAP12,
    )
    assert reply.content_type == "application/soap+xml; charset=utf-8"
    assert reply.body.count(b"<ResponseCode>0</ResponseCode>") == 2
    assert b"<ResponseText>Invalid Phone Number</ResponseText>" in reply.body
    assert cancel(sandbox, "m") == 2


def test_a_batch_is_spread_over_the_minutes(sandbox: Sandbox) -> None:
    get(
        sandbox,
        "NotifyMultiplePhoneBasicWithCPMandReferenceID",
        PhoneNumbersToDial="7575551111;757-555-2222; 17575553333",
        TextToSay="Hello",
        CallerID="7575550000",
        CallerIDname="",
        VoiceID="0",
        CallsPerMinute=2,
        ReferenceID="cpm",
        LicenseKey=sandbox.license_key,
    )
    assert [call.phone_number for call in sandbox.calls.all()] == [
        "7575551111",
        "7575552222",
        "7575553333",
    ]
    sandbox.clock.advance(31)
    assert cancel(sandbox, "cpm") == 2


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"PhoneNumberToDial": "12"}, "Invalid Phone Number"),
        ({"PhoneNumberToDial": ""}, "Invalid Phone Number"),
        ({"CallerIDNumber": "12"}, "Invalid CallerID"),
        ({"CallerIDNumber": "1 757 555 9999"}, "CallerID and PhoneNumber To Dial cannot match."),
        ({"VoiceID": -1}, "Invalid VoiceID"),
        (
            {"UTCScheduledDateTime": "2040-01-02T03:04:05"},
            "Scheduled Time is not a UTC date/time",
        ),
        (
            {"UTCScheduledDateTime": "2040-01-02T03:04:05+02:00"},
            "Scheduled Time is not a UTC date/time",
        ),
    ],
)
def test_a_wrong_request_is_refused_with_a_code(
    sandbox: Sandbox, changes: dict[str, str | int], text: str
) -> None:
    assert notify_advanced(sandbox, **changes)["ResponseText"] == text
    assert sandbox.calls.all() == []


@pytest.mark.parametrize("number", ["(757) 555-9999", "1-757-555-9999", "7575559999x12"])
def test_numbers_as_people_write_them(sandbox: Sandbox, number: str) -> None:
    assert notify_advanced(sandbox, PhoneNumberToDial=number)["ResponseCode"] == "0"


@pytest.mark.parametrize(
    ("header", "status_code"),
    [
        ('s:mustUnderstand="1"', 500),
        ('s:mustUnderstand="true" s:actor=""', 500),
        ('s:mustUnderstand="1" s:actor="http://schemas.xmlsoap.org/soap/actor/next"', 500),
        ('s:mustUnderstand="1" s:actor="urn:somebody-else"', 200),
        ('s:mustUnderstand="0"', 200),
        ("", 200),
    ],
)
def test_headers_that_must_be_understood(sandbox: Sandbox, header: str, status_code: int) -> None:
    reply = ask(
        sandbox,
        "POST",
        PHONE_NOTIFY,
        f'<s:Envelope xmlns:s="{SOAP11}"><s:Header><x {header}/></s:Header><s:Body>'
        f'<GetVersion xmlns="{NS}"/></s:Body></s:Envelope>',
        Content_Type="text/xml",
        SOAPAction=f"{NS}GetVersion",
    )
    assert reply.status == status_code


def test_a_call_is_tried_three_times_at_most(sandbox: Sandbox) -> None:
    sandbox.calls.unanswered_numbers.add("7575559999")
    queued = notify_advanced(
        sandbox, UTCScheduledDateTime=in_seconds(0), TryCount=9, NextTryInSeconds=0
    )
    sandbox.clock.advance(3600)
    over = status(sandbox, queued["QueueID"])
    assert (over["ResponseText"], over["TryCount"]) == ("Call Unanswered", "3")


@pytest.mark.parametrize(
    ("content_type", "reference"),
    [
        ("text/xml; charset=utf-8", "é"),
        ("text/xml", "??"),
        ("text/xml; charset=no-such", "??"),
        ("text/xml; charset=hex", "??"),
        ("text/xml; charset=iso-8859-1", "Ã©"),
    ],
)
def test_text_is_ascii_unless_the_content_type_says_otherwise(
    sandbox: Sandbox, content_type: str, reference: str
) -> None:
    sandbox.add_call("7575559999", reference_id=reference, due=datetime(2040, 1, 1, tzinfo=UTC))
    reply = ask(
        sandbox,
        "POST",
        PHONE_NOTIFY,
        f'<s:Envelope xmlns:s="{SOAP11}"><s:Body><CancelNotifyByReferenceID xmlns="{NS}">'
        f"<ReferenceID>é</ReferenceID><LicenseKey>{sandbox.license_key}</LicenseKey>"
        "</CancelNotifyByReferenceID></s:Body></s:Envelope>",
        Content_Type=content_type,
        SOAPAction=f"{NS}CancelNotifyByReferenceID",
    )
    assert b">1</CancelNotifyByReferenceIDResult>" in reply.body


def test_a_blank_caller_is_private_in_advanced_and_refused_in_basic(sandbox: Sandbox) -> None:
    assert notify_advanced(sandbox, CallerIDNumber="")["ResponseCode"] == "0"
    basic = get(
        sandbox,
        "NotifyPhoneBasic",
        PhoneNumberToDial="7575559999",
        TextToSay="Hello",
        CallerID="",
        CallerIDname="",
        VoiceID="0",
        LicenseKey=sandbox.license_key,
    )
    assert members(basic, "NotifyReturn")["ResponseText"] == "Invalid CallerID"


def test_a_call_at_the_end_of_time_is_queued(sandbox: Sandbox) -> None:
    queued = notify_advanced(sandbox, UTCScheduledDateTime="9999-12-31T23:59:59.999Z")
    assert status(sandbox, queued["QueueID"])["ResponseText"] == "Queued"


def test_look_ups(sandbox: Sandbox) -> None:
    first = notify_advanced(sandbox, TextToSay="<one> & only")["QueueID"]
    second = notify_advanced(sandbox)["QueueID"]
    key = sandbox.license_key
    full = get(sandbox, "GetQueueIDStatusWithAdvancedInfo", QueueID=first, LicenseKey=key)
    assert members(full, "NotifyReturn")["TextToSay"] == "<one> & only"
    both = get(sandbox, "GetMultipleQueueIdStatus", QueueIDs=f"{first};{second}", LicenseKey=key)
    assert both.body.count(b"<NotifyReturn>") == 2
    of_number = get(
        sandbox, "GetQueueIDStatusesByPhoneNumber", PhoneNumber="757-555-9999", LicenseKey=key
    )
    assert of_number.body.count(b"<NotifyReturn>") == 2
    assert status(sandbox, 1)["ResponseText"] == "Universal Error"


def test_the_last_ten_calls_of_a_number(sandbox: Sandbox) -> None:
    ids = [notify_advanced(sandbox)["QueueID"] for _ in range(12)]
    reply = get(
        sandbox,
        "GetQueueIDStatusesByPhoneNumber",
        PhoneNumber="7575559999",
        LicenseKey=sandbox.license_key,
    )
    assert [queue_id for queue_id in ids if f">{queue_id}<".encode() in reply.body] == ids[2:]


def test_tables(sandbox: Sandbox) -> None:
    codes = get(sandbox, "GetResponseCodes").body.decode()
    assert "<ResponseText>Key Invalid.  IP Address has been suspended.</ResponseText>" in codes
    assert codes.count("<Response>") == 47
    voices = get(sandbox, "getVoices").body.decode()
    assert "<VoiceName>Jean-Pierre</VoiceName>" in voices
    assert scalar(get(sandbox, "GetVersion"))


@pytest.mark.parametrize("key", ["", "bad", "33333333-3333-4333-8333-333333333333"])
def test_a_bad_key_is_a_fault_by_default(sandbox: Sandbox, key: str) -> None:
    reply = soap(sandbox, "CancelNotify", elements(QueueID=1, LicenseKey=key))
    assert reply.status == 500
    assert b"<faultcode>soap:Client</faultcode><faultstring>Invalid LicenseKey<" in reply.body


def test_a_bad_key_can_be_a_code_or_nothing(sandbox: Sandbox) -> None:
    notify_advanced(sandbox, ReferenceID="a")
    sandbox.settings.bad_license_key = "code"
    assert notify_advanced(sandbox, LicenseKey="bad")["ResponseCode"] == "14"
    bad = {"LicenseKey": "bad"}
    assert scalar(get(sandbox, "CancelNotifyByReferenceID", ReferenceID="a", **bad)) == "0"
    assert scalar(get(sandbox, "CancelNotify", QueueID=1, **bad)) == "false"
    refused = get(sandbox, "GetQueueIDStatusWithAdvancedInfo", QueueID=1, **bad)
    assert members(refused, "NotifyReturn")["ResponseCode"] == "14"
    assert scalar(get(sandbox, "GetSoundFileURL", SoundFileID="x", **bad)) == ""


def test_operations_without_behaviour_answer_with_nothing(sandbox: Sandbox) -> None:
    key = {"LicenseKey": sandbox.license_key}
    assert scalar(get(sandbox, "RemoveSoundFile", SoundFileID="x", **key)) == "false"
    assert scalar(get(sandbox, "GetSoundFileLength", SoundFileID="x", **key)) == "0"
    assert scalar(get(sandbox, "LM_AddNewList", ListName="x", ParentListID=0, **key)) == "0"
    numbers = get(sandbox, "GetAssignedNumbers", **key)
    assert numbers.body.endswith(b'xmlns="https://ws.esendex.us/NotifyWS/" />')
    url = get(sandbox, "GetSoundFileURL", SoundFileID="x", **key)
    assert b'xsi:nil="true"' in url.body
    dial = members(
        get(
            sandbox,
            "LM_DialList",
            ListID=1,
            DialRecursiveLists="true",
            CallerID="",
            CallerIDName="",
            VoiceID=0,
            TextToSay="",
            **key,
        ),
        "LM_DialReturn",
    )
    assert dial == {"Success": "false", "BatchID": "0", "ResponseCode": "0"}
    void = get(sandbox, "CancelConference", ConferenceKey="x")
    assert (void.status, void.content_type, void.body) == (200, None, b"")


def test_the_documentation_lists_what_is_real() -> None:
    documentation = " ".join((__import__("rescind.sandbox").sandbox.__doc__ or "").split())
    assert ", ".join(REAL_OPERATIONS[:3]) in documentation
    assert all(name in documentation for name in REAL_OPERATIONS)


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="license_key must be a GUID"):
        Settings(license_key="secret")
    with pytest.raises(ValueError, match="bad_license_key"):
        Settings().bad_license_key = "shrug"  # type: ignore[assignment]
