"""A 2sms ErrorCode: what it means for the messages is not documented, so it is not promised."""

from datetime import UTC, datetime

import pytest

import rescind
from rescind.sandbox import Kind, Sandbox, Settings

pytestmark = pytest.mark.anyio


async def test_of_several_messages_some_may_be_gone() -> None:
    box = Sandbox(Settings(unknown_ids="report"))
    message = box.add_recurring(date=datetime(2030, 1, 1, tzinfo=UTC))
    async with box.client() as client:
        with pytest.raises(rescind.VendorError) as caught:
            await client.sms.delete_recurring_messages(["no such id", message.id])
    assert box.messages.waiting(Kind.RECURRING) == []
    assert caught.value.may_have_happened
    assert caught.value.code == "96"


async def test_of_one_message_a_no_is_a_no() -> None:
    box = Sandbox(Settings(unknown_ids="report"))
    async with box.client() as client:
        with pytest.raises(rescind.VendorError) as caught:
            await client.sms.delete_recurring_messages(["no such id"])
    assert not caught.value.may_have_happened


@pytest.mark.parametrize("listener_raises", [KeyError("k"), ValueError("v")])
async def test_a_listener_that_raises_loses_no_outcome(
    listener_raises: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    box = Sandbox()
    box.add_call("7575550001", reference_id="r", due=datetime(2030, 1, 1, tzinfo=UTC))

    def listener(event: rescind.Event) -> None:
        del event
        raise listener_raises

    async with box.client(listener=listener) as client:
        outcome = await client.phone_notify.cancel_notify_by_reference_id("r")
    assert outcome.cancelled == 1
    assert f"the listener raised {type(listener_raises).__name__} on Done" in caplog.text


async def test_a_mapping_is_no_list_of_ids() -> None:
    box = Sandbox()
    async with box.client() as client:
        with pytest.raises(TypeError, match="keep is a list of ids, not dict"):
            await client.sms.delete_recurring_messages_except({"keep": 1})
    assert box.received() == []
