"""How a user tests a service: with the fixtures that come with rescind, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

import rescind
from rescind.sandbox import AnswerLost, Kind, Reset, Sandbox, Unavailable
from tests.examples.reminders import Reminders

pytestmark = pytest.mark.anyio


@pytest.fixture
def reminders(rescind_client: rescind.Client) -> Reminders:
    return Reminders(rescind_client)


def tomorrow(sandbox: Sandbox) -> datetime:
    return sandbox.clock.now().astimezone(UTC) + timedelta(days=1)


async def test_cancelling_an_appointment_takes_all_its_calls_back(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    await reminders.schedule("visit 7", ["7575550001", "7575550002"], tomorrow(rescind_sandbox))
    await reminders.schedule("visit 8", ["7575550003"], tomorrow(rescind_sandbox))
    assert await reminders.cancel("visit 7") == "2 cancelled"
    states = {call.phone_number: call.state.value for call in rescind_sandbox.calls.all()}
    assert states == {
        "7575550001": "cancelled",
        "7575550002": "cancelled",
        "7575550003": "queued",
    }


async def test_a_call_that_has_begun_is_not_taken_back(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    await reminders.schedule("visit 7", ["7575550001"], tomorrow(rescind_sandbox))
    rescind_sandbox.clock.advance(timedelta(days=1, seconds=5))
    assert await reminders.cancel("visit 7") == "0 cancelled"


async def test_a_lost_answer_is_asked_for_again(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    await reminders.schedule("visit 7", ["7575550001"], tomorrow(rescind_sandbox))
    rescind_sandbox.order(AnswerLost())
    assert await reminders.cancel("visit 7") == "cancelled"
    assert len(rescind_sandbox.received("CancelNotifyByReferenceID")) == 2


async def test_the_service_says_when_it_cannot_know(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    rescind_sandbox.order(Reset(), times=9)
    assert await reminders.cancel("visit 7") == "perhaps cancelled"


async def test_the_service_says_when_nothing_was_done(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    rescind_sandbox.order(Unavailable(retry_after=3600), times=9)
    assert await reminders.cancel("visit 7") == "not cancelled"


async def test_everything_but_is_never_asked_for_twice(
    reminders: Reminders, rescind_sandbox: Sandbox
) -> None:
    at = tomorrow(rescind_sandbox)
    kept, gone = (rescind_sandbox.add_recurring(date=at) for _ in range(2))
    rescind_sandbox.order(AnswerLost(), operation="DELETE api/v2/sms/messages/recurrings")
    with pytest.raises(rescind.OutcomeUnknownError, match="iter_pending_and_recurring"):
        await reminders.keep_only([kept.id])
    assert rescind_sandbox.messages.waiting(Kind.RECURRING) == [kept]
    assert rescind_sandbox.messages.deleted() == [gone]
    assert len(rescind_sandbox.received("DELETE api/v2/sms/messages/recurrings")) == 1
