"""What several attempts together say: ``exact``, and outcomes that nobody can know."""

import pytest

import rescind
from rescind import Failure, Limits, Sent, Wire, WireReply, WireRequest
from rescind.wires.rejection import Cause
from tests.support.calls import CANCELLED, DELETED_JSON, DELETED_XML, Call, cancel, delete, sweep
from tests.support.calls import notify as notify_over
from tests.support.scripted import TOKEN, Scripted, client, wire_reply

LOST = Failure(Cause.LOST, Sent.UNKNOWN, "ReadError")
NOT_SENT = Failure(Cause.NOT_SENT, Sent.NO, "ConnectError")
BUSY = wire_reply(503, retry_after="0")
UNAUTHORIZED = wire_reply(401, '{"Message":"no"}')
GATEWAY = wire_reply(502)

CANCEL = cancel(Wire.SOAP11)
DELETE = delete(Wire.JSON)
NOTIFY = notify_over(Wire.SOAP11)
SWEEPS: dict[str, Call] = {
    "except": sweep(Wire.XML),
    "all recurring": lambda one: one.sms.delete_all_recurring_messages(),
    "all pending": lambda one: one.sms.delete_all_pending_messages(),
    "recurring except": lambda one: one.sms.delete_recurring_messages_except(["r1"]),
}


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


async def failure_of(call: Call, *answers: WireReply | Failure) -> rescind.RescindError:
    with pytest.raises(rescind.RescindError) as caught:
        await call(client(Scripted(answers), attempts=len(answers)))
    return caught.value


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("before", "exact"),
    [
        ([], True),
        ([NOT_SENT], True),
        ([BUSY], True),
        ([LOST], False),
        ([GATEWAY], False),
        ([LOST, NOT_SENT], False),
        ([NOT_SENT, LOST], False),
        ([BUSY, NOT_SENT], True),
    ],
)
async def test_a_cancel_is_exact_unless_an_earlier_attempt_may_have_done_it(
    before: list[WireReply | Failure], exact: bool
) -> None:
    one = client(Scripted([*before, CANCELLED]))

    outcome = await one.phone_notify.cancel_notify_by_reference_id("notify1")

    assert outcome.exact is exact
    assert outcome.attempts == len(before) + 1
    assert outcome.cancelled == 3


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("before", "exact"), [([], True), ([UNAUTHORIZED], True), ([LOST, UNAUTHORIZED], False)]
)
async def test_a_delete_is_exact_unless_an_earlier_attempt_may_have_done_it(
    before: list[WireReply | Failure], exact: bool
) -> None:
    one = client(Scripted([*before, DELETED_JSON]))

    outcome = await one.sms.delete_recurring_messages(["r1"])

    assert outcome.exact is exact
    assert outcome.attempts == len(before) + 1


@pytest.mark.asyncio
@pytest.mark.parametrize("sweeping", SWEEPS.values(), ids=SWEEPS.keys())
async def test_a_lost_sweep_says_to_list_what_is_left(sweeping: Call) -> None:
    error = await failure_of(sweeping, LOST)

    assert type(error) is rescind.OutcomeUnknownError
    assert "iter_pending_and_recurring" in str(error)
    assert error.may_have_happened


@pytest.mark.asyncio
async def test_a_lost_notify_says_to_look_for_the_calls() -> None:
    error = await failure_of(NOTIFY, LOST)

    assert type(error) is rescind.OutcomeUnknownError
    assert "GetQueueIDStatusesByPhoneNumber" in str(error)
    assert "cancel_notify_by_reference_id" in str(error)


@pytest.mark.asyncio
async def test_a_lost_cancel_says_that_it_may_be_made_again() -> None:
    error = await failure_of(CANCEL, LOST)

    assert "Cancelling again is safe" in str(error)


@pytest.mark.asyncio
@pytest.mark.parametrize("call", [CANCEL, DELETE])
async def test_lost_and_then_not_sent_is_unknown(call: Call) -> None:
    error = await failure_of(call, LOST, NOT_SENT)

    assert type(error) is rescind.OutcomeUnknownError
    assert error.may_have_happened
    assert error.sent is Sent.NO  # the last attempt; the first one is what makes it unknown
    assert "again is" in str(error)


@pytest.mark.asyncio
async def test_not_sent_and_then_lost_is_unknown() -> None:
    error = await failure_of(CANCEL, NOT_SENT, LOST)

    assert type(error) is rescind.OutcomeUnknownError


@pytest.mark.asyncio
async def test_lost_and_then_refused_may_have_happened_all_the_same() -> None:
    error = await failure_of(CANCEL, LOST, wire_reply(403))

    assert type(error) is rescind.AuthenticationError
    assert error.may_have_happened
    assert "Cancelling again is safe" in str(error)


@pytest.mark.asyncio
async def test_lost_and_then_no_token_is_unknown() -> None:
    """The first attempt's answer is lost, then the token dies and no new one can be had."""
    one = client(Scripted([LOST, UNAUTHORIZED], tokens=[TOKEN, NOT_SENT]))

    with pytest.raises(rescind.RescindError) as caught:
        await DELETE(one)

    error = caught.value
    assert type(error) is rescind.OutcomeUnknownError
    assert error.may_have_happened
    assert error.operation == "DELETE api/v2/sms/messages/recurrings"
    assert "Deleting the same ids again" in str(error)


@pytest.mark.asyncio
async def test_lost_and_then_closed_is_unknown() -> None:
    """A client that is closed between two attempts of a call."""

    class Closing(Scripted):
        async def send(
            self, base_url: str, request: WireRequest, limits: Limits
        ) -> WireReply | Failure:
            if self.closed:
                raise rescind.ConfigurationError("this client is closed")
            self.closed = True
            return LOST

    with pytest.raises(rescind.OutcomeUnknownError) as caught:
        await CANCEL(client(Closing([])))

    assert caught.value.may_have_happened
    assert "this client is closed" in str(caught.value)


@pytest.mark.asyncio
@pytest.mark.parametrize("call", [NOTIFY, *SWEEPS.values()])
async def test_not_sent_is_repeated_even_where_repeating_is_not_safe(call: Call) -> None:
    transport = Scripted([NOT_SENT, NOT_SENT, LOST])

    with pytest.raises(rescind.OutcomeUnknownError):
        await call(client(transport, attempts=5))

    assert len(transport.sent) == 3


@pytest.mark.asyncio
async def test_a_401_is_answered_with_one_fresh_token_even_where_repeating_is_not_safe() -> None:
    transport = Scripted([UNAUTHORIZED, DELETED_XML])

    outcome = await client(transport, attempts=1).sms.delete_all_recurring_messages()

    assert outcome.attempts == 2
    assert outcome.exact
    assert len(transport.token_requests) == 2


@pytest.mark.asyncio
async def test_the_budget_stops_a_storm_and_says_so() -> None:
    """A hundred to begin with, five a retry: the 21st retry of a client is not made."""
    transport = Scripted([GATEWAY])
    one = client(transport, attempts=2)
    errors = [await failure_in(CANCEL, one) for _ in range(22)]

    assert len(transport.sent) == 22 + 20
    assert "budget" not in str(errors[19])
    assert "budget of retries is used up" in str(errors[20])
    assert errors[20].attempts == 1


@pytest.mark.asyncio
async def test_the_budget_is_shared_with_clients_made_by_with_options() -> None:
    transport = Scripted([GATEWAY])
    one = client(transport, attempts=2)
    other = one.with_options(license_key="another")
    for _ in range(10):
        await failure_in(CANCEL, one)
        await failure_in(CANCEL, other)

    assert "budget" in str(await failure_in(CANCEL, other))


@pytest.mark.asyncio
async def test_retry_after_beyond_the_deadline_stops_the_call_and_says_so() -> None:
    error = await failure_of(CANCEL, wire_reply(503, retry_after="3600"), CANCELLED)

    assert type(error) is rescind.ServiceUnavailableError
    assert error.retry_after == 3600
    assert error.attempts == 1
    assert "3600 s" in str(error)


async def failure_in(call: Call, one: rescind.Client) -> rescind.RescindError:
    with pytest.raises(rescind.RescindError) as caught:
        await call(one)
    return caught.value
