"""The table of outcomes, cell by cell: what an answer or a failure means to the caller.

Every expectation is written here, once more, by hand; ``rescind.policy.TABLE`` is not read.
"""

from typing import TypeAlias

import attrs
import pytest

import rescind
from rescind import Failure, Sent, Wire, WireReply
from rescind.wires.rejection import Cause
from tests.support.calls import Call, cancel, delete, notify, sweep
from tests.support.scripted import Scripted, client, wire_reply

# Who calls: (name, call, may it be repeated).
SOAP = [
    ("cancel-soap11", cancel(Wire.SOAP11), True),
    ("cancel-soap12", cancel(Wire.SOAP12), True),
    ("notify-soap11", notify(Wire.SOAP11), False),
    ("notify-soap12", notify(Wire.SOAP12), False),
]
FORM = [
    ("cancel-post", cancel(Wire.HTTP_POST), True),
    ("cancel-get", cancel(Wire.HTTP_GET), True),
]
SMS = [
    ("delete-json", delete(Wire.JSON), True),
    ("delete-xml", delete(Wire.XML), True),
    ("sweep-json", sweep(Wire.JSON), False),
    ("sweep-xml", sweep(Wire.XML), False),
]
PHONE = SOAP + FORM
ALL = PHONE + SMS

# What the caller is told: the class, whether the work may have been done, and whether a second
# attempt is made.
Meaning: TypeAlias = tuple[type[rescind.RescindError], bool, bool]

NOT_SENT = (rescind.NotSentError, False, True)
NOT_SENT_STOP = (rescind.NotSentError, False, False)
UNKNOWN = (rescind.OutcomeUnknownError, True, False)
UNKNOWN_AGAIN = (rescind.OutcomeUnknownError, True, True)
REFUSED = (rescind.InvalidRequestError, False, False)
FORBIDDEN = (rescind.AuthenticationError, False, False)
NEW_TOKEN = (rescind.AuthenticationError, False, True)
BUSY = (rescind.ServiceUnavailableError, False, False)
BUSY_AGAIN = (rescind.ServiceUnavailableError, False, True)
GATEWAY_AGAIN = (rescind.ServiceUnavailableError, True, True)
NO = (rescind.ServiceFaultError, False, False)
FAULT = (rescind.ServiceFaultError, True, False)
UNREADABLE = (rescind.UnreadableReplyError, True, False)
DECLINED = (rescind.VendorError, False, False)
DECLINED_PERHAPS_IN_PART = (rescind.VendorError, True, False)


def fault(code: str) -> str:
    return (
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        f"<soap:Fault><faultcode>soap:{code}</faultcode><faultstring>words</faultstring>"
        "</soap:Fault></soap:Body></soap:Envelope>"
    )


def fault12(code: str) -> str:
    return (
        '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>'
        f"<soap:Fault><soap:Code><soap:Value>soap:{code}</soap:Value></soap:Code><soap:Reason>"
        '<soap:Text xml:lang="en">words</soap:Text></soap:Reason></soap:Fault></soap:Body>'
        "</soap:Envelope>"
    )


def notify_return(code: int) -> WireReply:
    zero = "<StartTime>0001-01-01T00:00:00</StartTime><EndTime>0001-01-01T00:00:00</EndTime>"
    return wire_reply(
        200,
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        '<NotifyPhoneAdvancedResponse xmlns="https://ws.esendex.us/NotifyWS/">'
        f"<NotifyPhoneAdvancedResult><ResponseCode>{code}</ResponseCode>"
        "<ResponseText>words</ResponseText><CallAnswered>false</CallAnswered>"
        "<QueueID>0</QueueID><TryCount>0</TryCount><Demo>false</Demo>"
        "<DigitsPressed></DigitsPressed><MachineDetection></MachineDetection>"
        f"<Duration>0</Duration>{zero}<MinuteRate>0</MinuteRate><CallComplete>false</CallComplete>"
        "</NotifyPhoneAdvancedResult></NotifyPhoneAdvancedResponse></soap:Body></soap:Envelope>",
    )


PAGE = "<html><head><title>Runtime Error</title></head><body></body></html>"
VENDOR_NO_JSON = '{"Error":{"ErrorCode":"17","ErrorReason":"words"},"ResponseData":null}'
VENDOR_NO_XML = (
    "<ResponseOfDeletePendingMessagesResponse><Error><ErrorCode>17</ErrorCode>"
    "<ErrorReason>words</ErrorReason></Error></ResponseOfDeletePendingMessagesResponse>"
)


@attrs.frozen
class Row:
    """One situation: what comes back, to whom, and what it means in the two columns."""

    name: str
    answer: WireReply | Failure
    callers: list[tuple[str, Call, bool]]
    may_be_repeated: Meaning
    must_not_be: Meaning
    sent: Sent = Sent.YES


def both(
    name: str,
    answer: WireReply | Failure,
    callers: list[tuple[str, Call, bool]],
    meaning: Meaning,
    sent: Sent = Sent.YES,
) -> Row:
    return Row(name, answer, callers, meaning, meaning, sent)


ROWS = [
    both("not sent", Failure(Cause.NOT_SENT, Sent.NO, "why"), ALL, NOT_SENT, Sent.NO),
    both("certificate", Failure(Cause.NOT_VERIFIED, Sent.NO, "why"), ALL, NOT_SENT_STOP, Sent.NO),
    Row(
        "lost, sent unknown",
        Failure(Cause.LOST, Sent.UNKNOWN, "why"),
        ALL,
        UNKNOWN_AGAIN,
        UNKNOWN,
        Sent.UNKNOWN,
    ),
    Row("lost, sent", Failure(Cause.LOST, Sent.YES, "why"), ALL, UNKNOWN_AGAIN, UNKNOWN),
    Row("cut off 200", Failure(Cause.LOST, Sent.YES, "why", 200), ALL, UNKNOWN_AGAIN, UNKNOWN),
    Row("too large", Failure(Cause.UNREADABLE, Sent.YES, "why", 200), ALL, UNREADABLE, UNKNOWN),
    *(
        both(str(status), wire_reply(status, location="https://else.test/"), ALL, REFUSED)
        for status in (301, 302, 303, 307, 308)
    ),
    *(both(str(status), wire_reply(status), ALL, REFUSED) for status in (400, 404, 405)),
    *(both(str(status), wire_reply(status, PAGE), ALL, REFUSED) for status in (411, 413, 415)),
    both("401", wire_reply(401, '{"Message":"words"}'), PHONE, FORBIDDEN),
    both("401 with token", wire_reply(401, '{"Message":"words"}'), SMS, NEW_TOKEN),
    both("403", wire_reply(403), ALL, FORBIDDEN),
    *(Row(f"{n} alone", wire_reply(n), ALL, BUSY_AGAIN, BUSY) for n in (429, 503)),
    *(
        both(f"{n} with Retry-After", wire_reply(n, retry_after="0"), ALL, BUSY_AGAIN)
        for n in (429, 503)
    ),
    *(both(f"{n} too long", wire_reply(n, retry_after="3600"), ALL, BUSY) for n in (429, 503)),
    *(Row(str(n), wire_reply(n, PAGE), ALL, GATEWAY_AGAIN, UNKNOWN) for n in (502, 504)),
    *(Row(f"{n} page", wire_reply(n, PAGE), ALL, FAULT, UNKNOWN) for n in (500, 501, 505)),
    Row("500 empty", wire_reply(500), ALL, FAULT, UNKNOWN),
    Row("500 text", wire_reply(500, "Deadlock victim."), ALL, FAULT, UNKNOWN),
    Row("fault Server", wire_reply(500, fault("Server")), SOAP, FAULT, UNKNOWN),
    Row("fault Server, 200", wire_reply(200, fault("Server")), SOAP, FAULT, UNKNOWN),
    Row("fault Receiver", wire_reply(500, fault12("Receiver")), SOAP, FAULT, UNKNOWN),
    both("fault Client", wire_reply(500, fault("Client")), SOAP, NO),
    both("fault Client.Key", wire_reply(500, fault("Client.Key")), SOAP, NO),
    both("fault VersionMismatch", wire_reply(500, fault("VersionMismatch")), SOAP, NO),
    both("fault MustUnderstand", wire_reply(500, fault("MustUnderstand")), SOAP, NO),
    both("fault Sender", wire_reply(500, fault12("Sender")), SOAP, NO),
    both("fault Sender, 400", wire_reply(400, fault12("Sender")), SOAP, NO),
    Row("503 with a fault", wire_reply(503, fault("Server")), SOAP, BUSY_AGAIN, BUSY),
    both(
        "Missing parameter", wire_reply(500, "Missing parameter: ReferenceID.\r\n"), FORM, REFUSED
    ),
    both("Cannot convert", wire_reply(500, "Cannot convert a to System.Int64.\r\n"), FORM, REFUSED),
    Row(
        "exception",
        wire_reply(500, '{"Message":"An error.","ExceptionMessage":"words"}'),
        SMS,
        FAULT,
        UNKNOWN,
    ),
    both("ModelState", wire_reply(400, '{"Message":"m","ModelState":{"a":["b"]}}'), SMS, REFUSED),
    *(
        both("ErrorCode, 400", wire_reply(400, body), SMS, DECLINED)
        for body in (VENDOR_NO_JSON, VENDOR_NO_XML)
    ),
    # Of several messages some may be gone: what an ErrorCode means is not documented.
    Row(
        "ErrorCode, JSON",
        wire_reply(200, VENDOR_NO_JSON),
        [SMS[0], SMS[2]],
        DECLINED,
        DECLINED_PERHAPS_IN_PART,
    ),
    Row(
        "ErrorCode, XML",
        wire_reply(200, VENDOR_NO_XML),
        [SMS[1], SMS[3]],
        DECLINED,
        DECLINED_PERHAPS_IN_PART,
    ),
    both("code 14", notify_return(14), SOAP[2:], FORBIDDEN),
    *(
        both(f"code {code}", notify_return(code), SOAP[2:], DECLINED)
        for code in (3, 4, 5, 6, 7, 10, 11, 13, 15, 16, 17, 28, 39)
    ),
    Row("200 page", wire_reply(200, PAGE), ALL, UNREADABLE, UNKNOWN),
    Row("200 empty", wire_reply(200), ALL, UNREADABLE, UNKNOWN),
    Row("200 wrong root", wire_reply(200, "<other/>"), ALL, UNREADABLE, UNKNOWN),
    Row("200 cut", wire_reply(200, '{"Error":null,"Resp'), ALL, UNREADABLE, UNKNOWN),
    *(Row(str(status), wire_reply(status), ALL, UNREADABLE, UNKNOWN) for status in (201, 202, 204)),
]

CELLS = [
    pytest.param(
        row, call, row.may_be_repeated if repeatable else row.must_not_be, id=f"{row.name}/{name}"
    )
    for row in ROWS
    for name, call, repeatable in row.callers
]


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


@pytest.mark.asyncio
@pytest.mark.parametrize(("row", "call", "meaning"), CELLS)
async def test_cell(row: Row, call: Call, meaning: Meaning) -> None:
    kind, may_have_happened, again = meaning
    transport = Scripted([row.answer])

    with pytest.raises(rescind.RescindError) as caught:
        await call(client(transport, attempts=2))

    error = caught.value
    assert type(error) is kind, str(error)
    assert error.may_have_happened is may_have_happened
    assert error.sent is row.sent
    assert len(transport.sent) == error.attempts == (2 if again else 1)
    assert error.status == row.answer.status
    assert str(error).count(error.operation) == 1


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_its_row(cause: Cause) -> None:
    from rescind.policy import TABLE

    assert cause in TABLE
