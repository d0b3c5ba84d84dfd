"""Which connection a call goes out on."""

import pytest

import rescind
from rescind.transport import connections
from tests.support.calls import schedule
from tests.support.hostile import Hostile, keep
from tests.support.replay import reply
from tests.support.through import through

CANCELLED = reply(
    b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
    b'<CancelNotifyByReferenceIDResponse xmlns="https://ws.esendex.us/NotifyWS/">'
    b"<CancelNotifyByReferenceIDResult>1</CancelNotifyByReferenceIDResult>"
    b"</CancelNotifyByReferenceIDResponse></s:Body></s:Envelope>"
).replace(b"Connection: close\r\n", b"")

pytestmark = pytest.mark.anyio


async def cancel(client: rescind.Client) -> None:
    await client.phone_notify.cancel_notify_by_reference_id("notify1")


async def notify(client: rescind.Client) -> None:
    """Schedule a call; the answer is that of a cancel, and which connection is all that counts."""
    with pytest.raises(rescind.OutcomeUnknownError):
        await client.phone_notify.notify_phone_advanced(schedule())


async def test_calls_one_after_the_other_use_one_connection() -> None:
    with Hostile(keep(CANCELLED)) as server:
        async with through("httpcore", server.url) as client:
            for _ in range(5):
                await cancel(client)

        assert len(server.peers) == 1


async def test_a_call_that_must_not_be_repeated_takes_a_connection_used_just_now() -> None:
    with Hostile(keep(CANCELLED)) as server:
        async with through("httpcore", server.url) as client:
            await cancel(client)
            await notify(client)

        assert len(server.peers) == 1


async def test_a_call_that_must_not_be_repeated_takes_no_connection_idle_for_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The server may have closed it unnoticed; the request would be lost for good."""
    assert connections.FRESH_SECONDS == 1.0
    monkeypatch.setattr(connections, "FRESH_SECONDS", 0.0)
    with Hostile(keep(CANCELLED)) as server:
        async with through("httpcore", server.url) as client:
            await cancel(client)
            await cancel(client)
            assert len(server.peers) == 1

            await notify(client)

            assert len(server.peers) == 2
            assert server.peers[0].closed.wait(5)


async def test_a_kept_connection_that_the_server_closed_costs_no_attempt() -> None:
    with Hostile(keep(CANCELLED)) as server:
        async with through("httpcore", server.url) as client:
            await cancel(client)
            server.peers[0].close()

            await cancel(client)

        assert len(server.peers) == 2


@pytest.mark.parametrize("kind", ["httpcore", "http_client"])
async def test_at_the_end_nothing_of_ours_stays_open(kind: str) -> None:
    with Hostile(keep(CANCELLED)) as server:
        async with through(kind, server.url) as client:
            await cancel(client)
            await client.aclose()
            is_open = not server.peers[0].closed.is_set()

        assert is_open or kind == "httpcore"
        assert server.all_closed()
