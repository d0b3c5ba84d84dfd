"""The exact layer of PhoneNotify: generated requests in, generated answers out."""

import base64
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

import pytest

import rescind
import rescind_models.phone_notify as models
from rescind import Wire
from tests.client.answers import (
    LICENSE_KEY,
    SERVICE,
    XSI,
    client_of,
    element,
    notify_return,
    soap,
    void,
)
from tests.support.replay import ReplayServer, reply

pytestmark = pytest.mark.anyio

AnyWire = Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
WIRES: tuple[AnyWire, ...] = (Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET)
each_wire = pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.value)
SOAP = {Wire.SOAP11, Wire.SOAP12}
NIL = f' xmlns:xsi="{XSI}" xsi:nil="true"'


def answered(wire: Wire, operation: str, root: str, content: str) -> bytes:
    """The same result over any wire."""
    if wire in SOAP:
        return soap(operation, f"<{operation}Result>{content}</{operation}Result>")
    return element(root, content)


@each_wire
async def test_a_complex_result(wire: AnyWire) -> None:
    content = (
        notify_return(1, 2**40, "Call Answered &amp; done").replace(
            "<StartTime>0001-01-01T00:00:00", "<StartTime>2031-05-06T07:08:09.123"
        )
        + "<VariableArray><Variable><VariableName>a</VariableName><VariableValue>1</VariableValue>"
        "</Variable></VariableArray>"
    )
    answer = answered(wire, "GetQueueIDStatus", "NotifyReturn", content)
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(
                models.GetQueueIDStatus(queue_id=2**40), wire=wire
            )
    result = found.get_queue_id_status_result
    assert result is not None
    assert (result.response_code, result.queue_id) == (1, 2**40)
    assert result.response_text == "Call Answered & done"
    assert result.minute_rate == Decimal("0.045")
    assert result.start_time == datetime(2031, 5, 6, 7, 8, 9, 123_000, tzinfo=UTC)
    assert result.end_time is None
    assert result.variable_array == models.ArrayOfVariable(
        variable=(models.Variable(variable_name="a", variable_value="1"),)
    )


@each_wire
async def test_an_array(wire: AnyWire) -> None:
    content = f"<string>first</string><string{NIL}/><string></string><string> x </string>"
    with ReplayServer(answered(wire, "ScriptList", "ArrayOfString", content)) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(
                models.ScriptList(include_global_scripts=True), wire=wire
            )
    assert found == models.ScriptListResponse(
        script_list_result=models.ArrayOfString(string=("first", None, "", " x "))
    )


@each_wire
async def test_an_array_of_models(wire: AnyWire) -> None:
    voice = (
        "<VoiceID>1</VoiceID><VoiceName>Diane</VoiceName><VoiceGender>Female</VoiceGender>"
        "<VoiceAge>35</VoiceAge><VoiceLanguage>US English</VoiceLanguage>"
        "<VoiceSummary>Diane - US English</VoiceSummary>"
    )
    content = f"<Voice>{voice}</Voice><Voice>{voice}</Voice>"
    answer = answered(wire, "getVoices", "ArrayOfVoice", content)
    with ReplayServer(answer) as server:
        async with client_of(server, license_key=None) as client:
            found = await client.phone_notify.invoke(models.GetVoices(), wire=wire)
    assert found.get_voices_result is not None
    assert [voice and voice.voice_name for voice in found.get_voices_result.voice] == [
        "Diane",
        "Diane",
    ]


@each_wire
async def test_bytes_come_back(wire: AnyWire) -> None:
    sound = bytes(range(256)) * 3
    text = base64.encodebytes(sound).decode()  # in lines, as some writers have it
    with ReplayServer(answered(wire, "GetSoundFile", "base64Binary", text)) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(
                models.GetSoundFile(sound_file_id="s"), wire=wire
            )
    assert found.get_sound_file_result == sound


@each_wire
async def test_bytes_go_out(wire: AnyWire) -> None:
    content = (
        "<UploadSuccessful>true</UploadSuccessful>"
        "<UploadedLengthInSeconds>3</UploadedLengthInSeconds>"
    )
    answer = answered(wire, "UploadSoundFile", "UploadFileResponse", content)
    request = models.UploadSoundFile(file_binary=b"RIFF\x00\xff", sound_file_id="a b")
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(request, wire=wire)
    assert found.upload_sound_file_result == models.UploadFileResponse(
        upload_successful=True, error_response=None, uploaded_length_in_seconds=3
    )
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    if wire in SOAP:
        text = ET.fromstring(body).findtext(f".//{{{SERVICE}}}FileBinary")
        assert text == base64.b64encode(b"RIFF\x00\xff").decode()
        return
    query = head.split(b" ")[1].partition(b"?")[2] if wire is Wire.HTTP_GET else body
    assert parse_qsl(query.decode()) == [
        *(("FileBinary", str(byte)) for byte in b"RIFF\x00\xff"),
        ("SoundFileID", "a b"),
        ("LicenseKey", LICENSE_KEY),
    ]


@each_wire
async def test_an_operation_without_an_answer(wire: AnyWire) -> None:
    answer = soap("CancelConference", "") if wire in SOAP else void()
    with ReplayServer(answer) as server:
        async with client_of(server, license_key=None) as client:
            found = await client.phone_notify.invoke(
                models.CancelConference(conference_key="k"), wire=wire
            )
    assert found == models.CancelConferenceResponse()


@each_wire
async def test_no_result_at_all(wire: AnyWire) -> None:
    answer = soap("ScriptLoad", "") if wire in SOAP else element("string", "", NIL)
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(
                models.ScriptLoad(script_name="none"), wire=wire
            )
    assert found == models.ScriptLoadResponse(script_load_result=None)


@pytest.mark.parametrize(
    ("answer", "length"), [("12.5", 12.5), ("1E+2", 100.0), ("INF", float("inf"))]
)
async def test_a_double(answer: str, length: float) -> None:
    with ReplayServer(answered(Wire.HTTP_POST, "GetSoundFileLength", "double", answer)) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(
                models.GetSoundFileLength(sound_file_id="s"), wire=Wire.HTTP_POST
            )
    assert found.get_sound_file_length_result == length


async def test_a_declining_code_does_not_raise_here() -> None:
    request = models.NotifyPhoneAdvanced(
        anr=models.AdvancedNotifyRequest(utc_scheduled_date_time=datetime(2031, 5, 6, tzinfo=UTC))
    )
    result = f"<NotifyPhoneAdvancedResult>{notify_return(14)}</NotifyPhoneAdvancedResult>"
    with ReplayServer(soap("NotifyPhoneAdvanced", result)) as server:
        async with client_of(server) as client:
            found = await client.phone_notify.invoke(request)
    assert found.notify_phone_advanced_result is not None
    assert found.notify_phone_advanced_result.response_code == 14


async def test_soap_1_1_is_the_default() -> None:
    with ReplayServer(soap("GetVersion", "<GetVersionResult>1</GetVersionResult>")) as server:
        async with client_of(server) as client:
            assert await client.phone_notify.invoke(models.GetVersion()) == (
                models.GetVersionResponse(get_version_result="1")
            )
    assert b'SOAPAction: "https://ws.esendex.us/NotifyWS/GetVersion"' in server.requests[0]


@pytest.mark.parametrize(
    "answer",
    [
        element("string", "7"),
        element("int", "seven"),
        reply(b'<int xmlns="http://ws.cdyne.com/NotifyWS/">7</int>', content_type="text/xml"),
        soap("CancelNotify", "<CancelNotifyResult>true</CancelNotifyResult>"),
        reply(b"<html><title>Help</title></html>", content_type="text/html"),
        reply(b""),
    ],
    ids=["another root", "no number", "another namespace", "an envelope", "a page", "nothing"],
)
async def test_another_answer_than_the_documented_one(answer: bytes) -> None:
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.UnreadableReplyError):
                await client.phone_notify.cancel_notify_by_reference_id("a", wire=Wire.HTTP_POST)


# --- the license key --------------------------------------------------------------------------


def keys_in(raw: bytes) -> list[str | None]:
    """Every license key of a SOAP request, in any spelling, in document order."""
    root = ET.fromstring(raw.partition(b"\r\n\r\n")[2])
    return [
        item.text for item in root.iter() if item.tag.lower() == f"{{{SERVICE}}}licensekey".lower()
    ]


WHEN = datetime(2031, 5, 6, tzinfo=UTC)
UNREADABLE = reply(b"", status="404 Not Found")


def a_call(key: str | None) -> models.AdvancedNotifyRequest:
    return models.AdvancedNotifyRequest(utc_scheduled_date_time=WHEN, license_key=key)


def several(*keys: str | None) -> models.NotifyMultiplePhoneAdvanced:
    calls = tuple(a_call(key) for key in keys)
    return models.NotifyMultiplePhoneAdvanced(
        multiple_anr=models.ArrayOfAdvancedNotifyRequest(advanced_notify_request=calls)
    )


def functions(key: str | None) -> models.LM_DialListAdvanced:
    return models.LM_DialListAdvanced(
        lm_functions=models.LM_Functions(
            voice_id=0,
            try_count=1,
            next_try_in_seconds=60,
            tts_rate=10,
            tts_volume=100,
            scheduled_utc_datetime=WHEN,
            list_id=1,
            dial_recursive_lists=False,
            license_key=key,
        )
    )


OURS, OWN = LICENSE_KEY, "own-key"
KEYS: dict[str, tuple[Any, list[str]]] = {
    "LicenseKey": (models.ScriptLoad(script_name="s"), [OURS]),
    "licensekey": (models.LM_GetListIDsByLicensekey(), [OURS]),
    "Licensekey": (models.LM_GetListMembersByListID(list_id=1), [OURS]),
    "nested": (models.NotifyPhoneAdvanced(anr=a_call(None)), [OURS]),
    "nested Licensekey": (functions(None), [OURS]),
    "in each item": (several(None, None), [OURS, OURS]),
    "its own": (models.ScriptLoad(script_name="s", license_key=OWN), [OWN]),
    "its own, nested": (models.NotifyPhoneAdvanced(anr=a_call(OWN)), [OWN]),
    "its own, other spelling": (functions(OWN), [OWN]),
    "its own in one item": (several(None, OWN, None), [OURS, OWN, OURS]),
    "its own, empty": (models.ScriptLoad(script_name="s", license_key=""), [""]),
    "none needed": (models.GetQueueIDStatus(queue_id=1), []),
    "nothing to put it in": (models.NotifyPhoneAdvanced(), []),
}


@pytest.mark.parametrize(("request_", "keys"), KEYS.values(), ids=[*KEYS])
async def test_the_client_fills_in_its_key(request_: Any, keys: list[str]) -> None:
    before = repr(request_)
    with ReplayServer(UNREADABLE) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.InvalidRequestError):
                await client.phone_notify.invoke(request_)
    assert [key or "" for key in keys_in(server.requests[0])] == keys
    assert repr(request_) == before
    assert OURS not in before
    assert OWN not in before


async def test_a_request_with_its_own_key_needs_none_of_the_client() -> None:
    request = models.ScriptLoad(script_name="s", license_key=OWN)
    result = "<ScriptLoadResult>text</ScriptLoadResult>"
    with ReplayServer(soap("ScriptLoad", result)) as server:
        async with client_of(server, license_key=None) as client:
            found = await client.phone_notify.invoke(request)
    assert found.script_load_result == "text"


@pytest.mark.parametrize("key", [OWN, f"  {OWN} "], ids=["plain", "blanks around"])
async def test_a_key_of_the_request_is_kept_out_of_errors(key: str) -> None:
    echo = f"no account {key} or {OWN}".encode()
    request = models.ScriptLoad(script_name="s", license_key=key)
    answer = reply(echo, status="500 Error", content_type="text/plain")
    with ReplayServer(answer) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.RescindError) as caught:
                await client.phone_notify.invoke(request)
    told = f"{caught.value} {vars(caught.value)}"
    assert "no account [redacted]" in " ".join(told.split())
    assert OWN not in told
