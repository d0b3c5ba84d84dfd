"""Every recorded answer, byte by byte over a socket, through the real client.

recordings.toml says what must come out. It was read off the recordings and the design.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

import rescind
from rescind import Wire
from rescind_models.phone_notify import AdvancedNotifyRequest, NotifyReturn
from tests.support import recordings
from tests.support.recordings import Expectation
from tests.support.replay import TOKEN_REPLY, ReplayServer, reply

LICENSE_KEY = "00000000-0000-0000-0000-000000000000"
DELETED = reply(
    b'{"Error":null,"ResponseData":'
    b'{"Identification":{"UserId":"peer-user"},"Result":"OK","Detail":{}}}'
)
LAST_PAGE = reply(
    b'{"Error":null,"ResponseData":{"Identification":{"UserId":"peer-user"},"Result":"OK",'
    b'"Detail":{"PendingMessages":[],"RecurringMessages":[],"Total":0}}}'
)

# The wires that a call offers, by their names in recordings.toml.
CANCEL: Mapping[str, Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]] = {
    "SOAP11": Wire.SOAP11,
    "SOAP12": Wire.SOAP12,
    "HTTP_POST": Wire.HTTP_POST,
    "HTTP_GET": Wire.HTTP_GET,
}
NOTIFY: Mapping[str, Literal[Wire.SOAP11, Wire.SOAP12]] = {
    "SOAP11": Wire.SOAP11,
    "SOAP12": Wire.SOAP12,
}
DELETE: Mapping[str, Literal[Wire.JSON, Wire.XML]] = {"JSON": Wire.JSON, "XML": Wire.XML}

# A refusal: the service says that it did not do it.
REFUSALS = ("AuthenticationError", "InvalidRequestError", "VendorError")
# No one can tell; or a 200, so that it probably was done.
MAY_HAVE_HAPPENED = ("OutcomeUnknownError", "UnreadableReplyError")


def title(expectation: Expectation) -> str:
    return f"{expectation.set_name}/{expectation.name}"


every_recording = pytest.mark.parametrize("expected", recordings.expectations(), ids=title)
one_of_each_group = pytest.mark.parametrize("expected", recordings.first_of_each_group(), ids=title)


@every_recording
@pytest.mark.asyncio
async def test_a_recorded_answer(expected: Expectation) -> None:
    await replay(expected)


@one_of_each_group
@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["trio"])
async def test_a_recorded_answer_under_trio(expected: Expectation) -> None:
    await replay(expected)


async def replay(expected: Expectation) -> None:
    """Let the client meet the recorded answer; compare what comes out with what is expected."""
    with server_for(expected) as server:
        if expected.error is None:
            assert await perform(expected, server) == expected.outcome
        else:
            with pytest.raises(rescind.RescindError) as caught:
                await perform(expected, server)
            check_error(caught.value, expected)
    check_requests(server, expected)


def server_for(expected: Expectation) -> ReplayServer:
    recorded = expected.exchange.response
    match expected.call:
        case "token":
            return ReplayServer(DELETED, token_reply=recorded)
        case "iter_pending_and_recurring":
            return ReplayServer(recorded, LAST_PAGE, repeat_last=True, token_reply=TOKEN_REPLY)
        case _ if expected.status == 401:
            return ReplayServer(recorded, recorded, token_reply=TOKEN_REPLY)
        case _:
            return ReplayServer(recorded, token_reply=TOKEN_REPLY)


async def perform(expected: Expectation, server: ReplayServer) -> Mapping[str, object]:
    """Make the call; what it returned, in the words of recordings.toml."""
    wire = expected.wire
    async with rescind.Client(
        license_key=LICENSE_KEY,
        sms_auth=rescind.ClientCredentials(client_id="id", client_secret="secret"),
        phone_notify_url=f"{server.url}/NotifyWS/PhoneNotify.asmx",
        sms_url=server.url,
        attempts=1,
    ) as client:
        phone, sms = client.phone_notify, client.sms
        match expected.call:
            case "cancel_notify_by_reference_id":
                return cancelled(
                    await phone.cancel_notify_by_reference_id("notify1", wire=CANCEL[wire])
                )
            case "cancel_notify":
                return cancelled(await phone.cancel_notify(4093249, wire=CANCEL[wire]))
            case "notify_phone_advanced":
                return queued(await phone.notify_phone_advanced(a_call(), wire=NOTIFY[wire]))
            case "notify_multiple_phone_advanced":
                calls = [a_call(), a_call(), a_call()]
                return queued(*await phone.notify_multiple_phone_advanced(calls, wire=NOTIFY[wire]))
            case "token":
                outcome = await sms.delete_recurring_messages(["r1"], wire=DELETE[wire])
                return {"result": outcome.result}
            case "delete_recurring_messages":
                return deleted(await sms.delete_recurring_messages(["r1"], wire=DELETE[wire]))
            case "delete_pending_messages":
                return deleted(await sms.delete_pending_messages(["p1"], wire=DELETE[wire]))
            case "iter_pending_and_recurring":
                listed = [one.message_id async for one in sms.iter_pending_and_recurring()]
                return {"ids": listed}
            case unknown:
                raise NotImplementedError(unknown)


def a_call() -> AdvancedNotifyRequest:
    return AdvancedNotifyRequest(
        phone_number_to_dial="17575559999",
        text_to_say="Hello",
        utc_scheduled_date_time=datetime.now(UTC) + timedelta(hours=1),
        reference_id="notify1",
    )


def cancelled(outcome: rescind.CancelOutcome) -> Mapping[str, object]:
    assert outcome.exact
    assert outcome.attempts == 1
    return {"cancelled": outcome.cancelled}


def deleted(outcome: rescind.DeleteOutcome) -> Mapping[str, object]:
    assert outcome.exact
    assert outcome.attempts == 1
    told = {"result": outcome.result, "user_id": outcome.user_id}
    if outcome.message_ids is None:
        return told
    return {**told, "message_ids": list(outcome.message_ids)}


def queued(*answers: NotifyReturn) -> Mapping[str, object]:
    said = dict(recordings.document()["notify_return"])
    unset = said.pop("unset")
    for answer in answers:
        assert {name: getattr(answer, name) for name in unset} == dict.fromkeys(unset)
        found = {name: getattr(answer, name) for name in said}
        assert found | {"minute_rate": str(answer.minute_rate)} == said
    return {"queue_ids": [answer.queue_id for answer in answers]}


def check_error(error: rescind.RescindError, expected: Expectation) -> None:
    told = f"{error}\n{getattr(error, 'reason', '')}"
    assert type(error).__name__ == expected.error, told
    assert [words for words in expected.words if words not in told] == [], told
    if expected.error in REFUSALS:
        assert not error.may_have_happened
    if expected.error in MAY_HAVE_HAPPENED:
        assert error.may_have_happened
    if expected.status is not None:
        assert error.status == expected.status
    if expected.code is not None:
        assert getattr(error, "code", None) == expected.code
    if expected.actor is not None:
        assert getattr(error, "actor", None) == expected.actor
    if expected.detail is not None:
        assert expected.detail in getattr(error, "detail", "")


def check_requests(server: ReplayServer, expected: Expectation) -> None:
    """One request a call; a second one, with a fresh token, only after a 401."""
    if expected.call == "iter_pending_and_recurring":
        return
    calls, tokens = len(server.requests), len(server.token_requests)
    if expected.call == "token":
        assert (calls, tokens) == (1 if expected.error is None else 0, 1)
    elif expected.wire not in {"JSON", "XML"}:
        assert (calls, tokens) == (1, 0)
    else:
        assert (calls, tokens) == ((2, 2) if expected.status == 401 else (1, 1))
    if expected.call == "token" and expected.error is None:
        token = json.loads(expected.exchange.received.body)["access_token"]
        assert f"Authorization: Bearer {token}\r\n".lower() in sent_head(server.requests[0]).lower()


def sent_head(request: bytes) -> str:
    return request.partition(b"\r\n\r\n")[0].decode("latin-1") + "\r\n"
