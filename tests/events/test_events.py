"""What a listener is told of a call, and the one line that a call leaves in the log."""

import logging
import pickle
import re

import pytest

import rescind
from rescind import AttemptFailed, AttemptStarted, Done, Event, Failure, Sent, Waiting, WireReply
from rescind.wires.rejection import Cause
from tests.support import scripted
from tests.support.scripted import Scripted

pytestmark = pytest.mark.anyio

OPERATION = "CancelNotifyByReferenceID"
COUNT = WireReply(
    200,
    (("content-type", "text/xml"),),
    b'<int xmlns="https://ws.esendex.us/NotifyWS/">2</int>',
)
BUSY = WireReply(503, (("retry-after", "0"),), b"")
LOST = Failure(Cause.LOST, Sent.UNKNOWN, "ReadError")
DENIED = WireReply(401, (), b'{"Message":"Authorization has been denied for this request."}')
DELETED = WireReply(
    200,
    (("content-type", "application/json"),),
    b'{"Error":null,"ResponseData":{"Identification":null,"Result":"OK","Detail":{}}}',
)


class Heard:
    """A listener that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, event: Event) -> None:
        self.events.append(event)

    def names(self, operation: str = OPERATION) -> list[str]:
        return [type(event).__name__ for event in self.events if event.operation == operation]


async def cancel(transport: Scripted, heard: Heard) -> None:
    client = scripted.client(transport, listener=heard)
    await client.phone_notify.cancel_notify_by_reference_id("r", wire=rescind.Wire.HTTP_POST)


async def test_a_call_that_succeeds_at_once() -> None:
    heard = Heard()
    await cancel(Scripted([COUNT]), heard)
    started, done = heard.events
    assert started == AttemptStarted(operation=OPERATION, wire="http-post", attempt=1)
    assert isinstance(done, Done)
    assert (done.error, done.attempts, done.status) == ("", 1, 200)
    assert 0 <= done.seconds < 30


async def test_failed_attempts_and_waits_are_told_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.05)
    heard = Heard()
    await cancel(Scripted([LOST, BUSY, COUNT]), heard)
    assert heard.names() == [
        "AttemptStarted",
        "AttemptFailed",
        "Waiting",
        "AttemptStarted",
        "AttemptFailed",
        "AttemptStarted",
        "Done",
    ]
    lost, busy = (event for event in heard.events if isinstance(event, AttemptFailed))
    assert (lost.attempt, lost.error, lost.sent, lost.status) == (
        1,
        "OutcomeUnknownError",
        Sent.UNKNOWN,
        None,
    )
    assert (busy.attempt, busy.error, busy.status) == (2, "ServiceUnavailableError", 503)
    (waiting,) = (event for event in heard.events if isinstance(event, Waiting))
    assert waiting.seconds == pytest.approx(0.05 * 0.2)


async def test_a_call_that_fails_is_done_with_the_name_of_its_error() -> None:
    heard = Heard()
    with pytest.raises(rescind.OutcomeUnknownError):
        await scripted.client(Scripted([LOST]), listener=heard).sms.delete_all_recurring_messages()
    done = heard.events[-1]
    assert isinstance(done, Done)
    assert (done.error, done.attempts) == ("OutcomeUnknownError", 1)


async def test_a_fresh_token_is_a_call_of_its_own() -> None:
    heard = Heard()
    client = scripted.client(Scripted([DENIED, DELETED]), listener=heard)
    await client.sms.delete_recurring_messages(["a"])
    assert heard.names("Token") == ["AttemptStarted", "Done"] * 2
    assert heard.names("DELETE api/v2/sms/messages/recurrings") == [
        "AttemptStarted",
        "AttemptFailed",
        "AttemptStarted",
        "Done",
    ]


async def test_events_can_be_pickled_and_hold_nothing_of_the_request() -> None:
    heard = Heard()
    await cancel(Scripted([COUNT]), heard)
    for event in heard.events:
        assert pickle.loads(pickle.dumps(event)) == event
        assert "scripted-license-key" not in repr(event)


async def test_one_line_a_call_on_one_logger(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "rescind")
    await cancel(Scripted([BUSY, COUNT]), Heard())
    (record,) = [record for record in caplog.records if record.name == "rescind"]
    assert record.levelno == logging.INFO
    assert re.fullmatch(
        r"CancelNotifyByReferenceID wire=http-post status=200 attempts=2 seconds=\d+\.\d{3} "
        r"result=ok",
        record.getMessage(),
    )


async def test_the_line_of_a_failure_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "rescind")
    with pytest.raises(rescind.InvalidRequestError):
        await cancel(Scripted([WireReply(404, (), b"")]), Heard())
    (record,) = [record for record in caplog.records if record.name == "rescind"]
    assert record.levelno == logging.WARNING
    assert "status=404 attempts=1" in record.getMessage()
    assert record.getMessage().endswith("result=InvalidRequestError")


async def test_an_application_without_logging_sees_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert any(isinstance(h, logging.NullHandler) for h in logging.getLogger("rescind").handlers)
    with pytest.raises(rescind.InvalidRequestError):
        await cancel(Scripted([WireReply(404, (), b"")]), Heard())
    assert capsys.readouterr() == ("", "")
