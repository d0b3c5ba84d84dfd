"""How far a request got, as every kind of transport lets us know it."""

import aiohttp
import httpx
import pytest
import respx

import rescind
from rescind import Sent
from tests.support.hostile import Hostile, Peer, answer, closed_port, silence, token
from tests.support.replay import reply
from tests.support.through import KINDS, through

DELETED = reply(
    b'{"Error":null,"ResponseData":{"Identification":null,"Result":"OK","Detail":{}}}'
).replace(b"Connection: close\r\n", b"")
MANY_IDS = [f"id-{number:020}" for number in range(300_000)]  # beyond any socket buffer

every_kind = pytest.mark.parametrize("kind", KINDS)


async def delete(client: rescind.Client, ids: list[str]) -> rescind.RescindError:
    with pytest.raises(rescind.RescindError) as caught:
        await client.sms.delete_recurring_messages(ids)
    return caught.value


async def cancel(client: rescind.Client) -> rescind.RescindError:
    with pytest.raises(rescind.RescindError) as caught:
        await client.phone_notify.cancel_notify_by_reference_id("notify1")
    return caught.value


@every_kind
@pytest.mark.asyncio
async def test_a_refused_connection_is_not_sent(kind: str) -> None:
    async with through(kind, f"http://127.0.0.1:{closed_port()}") as client:
        error = await cancel(client)

    assert type(error) is rescind.NotSentError
    assert error.sent is Sent.NO


@every_kind
@pytest.mark.asyncio
async def test_a_request_that_was_read_whole_is_sent(kind: str) -> None:
    def read_and_close(peer: Peer) -> None:
        peer.request()

    with Hostile(read_and_close) as server:
        async with through(kind, server.url) as client:
            error = await cancel(client)

        assert type(error) is rescind.OutcomeUnknownError
        assert error.sent is Sent.YES
        assert len(server.peers) == 1


@every_kind
@pytest.mark.asyncio
async def test_a_request_that_is_never_answered_is_sent(kind: str) -> None:
    with Hostile(silence) as server:
        async with through(kind, server.url, timeout=0.3) as client:
            error = await cancel(client)

    assert type(error) is rescind.OutcomeUnknownError
    assert error.sent is Sent.YES


@every_kind
@pytest.mark.asyncio
async def test_a_body_cut_off_on_its_way_may_or_may_not_have_arrived(kind: str) -> None:
    def reset_in_the_body(peer: Peer) -> None:
        peer.head()
        peer.read(100_000)
        peer.reset()

    with Hostile(token, reset_in_the_body) as server:
        async with through(kind, server.url) as client:
            error = await delete(client, MANY_IDS)

        assert len(server.peers) == 2
    assert type(error) is rescind.OutcomeUnknownError
    assert error.sent is Sent.UNKNOWN


@every_kind
@pytest.mark.asyncio
async def test_a_redirect_is_never_followed(kind: str) -> None:
    with Hostile(token) as elsewhere:

        def redirect(peer: Peer) -> None:
            peer.request()
            peer.send(
                f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.url}/x\r\n"
                "Content-Length: 0\r\n\r\n".encode()
            )

        with Hostile(redirect) as server:
            async with through(kind, server.url) as client:
                error = await cancel(client)

        assert elsewhere.peers == []
    assert type(error) is rescind.InvalidRequestError
    assert error.status == 307


def answer_once_then_drop(peer: Peer) -> None:
    """A server that keeps the connection, and breaks it after it has read the next request."""
    peer.request()
    peer.send(DELETED)
    peer.request()


@every_kind
@pytest.mark.asyncio
async def test_a_delete_on_a_kept_connection_that_breaks_goes_out_once(kind: str) -> None:
    with Hostile(token, answer_once_then_drop) as server:
        async with through(kind, server.url) as client:
            await client.sms.delete_recurring_messages(["first"])
            error = await delete(client, ["second"])

        assert b"".join(server.requests).count(b'"second"') == 1
    assert type(error) is rescind.OutcomeUnknownError
    assert error.may_have_happened


@pytest.mark.asyncio
async def test_aiohttp_by_itself_would_send_it_twice() -> None:
    """The control of the test above: with a body of bytes, aiohttp repeats a DELETE."""
    with Hostile(answer_once_then_drop) as server:
        async with aiohttp.ClientSession() as session:
            async with session.delete(server.url, data=b"first") as answered:
                await answered.read()
            async with session.delete(server.url, data=b"second") as answered:
                await answered.read()

        assert b"".join(server.requests).count(b"second") == 2


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("raised", "kind", "sent"),
    [
        (httpx.ConnectError("x"), rescind.NotSentError, Sent.NO),
        (httpx.ConnectTimeout("x"), rescind.NotSentError, Sent.NO),
        (httpx.PoolTimeout("x"), rescind.NotSentError, Sent.NO),
        (httpx.ReadError("x"), rescind.OutcomeUnknownError, Sent.YES),
        (httpx.ReadTimeout("x"), rescind.OutcomeUnknownError, Sent.YES),
        (httpx.WriteError("x"), rescind.OutcomeUnknownError, Sent.YES),
        (httpx.RemoteProtocolError("x"), rescind.OutcomeUnknownError, Sent.YES),
        (httpx.CloseError("x"), rescind.OutcomeUnknownError, Sent.YES),
    ],
)
async def test_under_respx(
    raised: httpx.TransportError, kind: type[rescind.RescindError], sent: Sent
) -> None:
    """Respx reads the body before it raises, whatever it raises."""
    async with rescind.Client(
        license_key="key", phone_notify_url="https://phone.test/x.asmx", attempts=1
    ) as client:
        with respx.mock:
            respx.post("https://phone.test/x.asmx").mock(side_effect=raised)
            error = await cancel(client)

    assert error.sent is sent
    assert type(error) is kind


@pytest.mark.asyncio
async def test_a_transport_that_reports_nothing_is_unknown() -> None:
    """One that takes the request and fails without ever having touched the body's stream."""

    class Mute(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ReadError("after who knows what")

    async with httpx.AsyncClient(transport=Mute()) as http_client:
        client = rescind.Client(
            license_key="key",
            phone_notify_url="https://phone.test/x.asmx",
            http_client=http_client,
            attempts=1,
        )
        error = await cancel(client)

    assert error.sent is Sent.UNKNOWN
    assert type(error) is rescind.OutcomeUnknownError


@every_kind
@pytest.mark.asyncio
async def test_a_get_has_no_body_and_is_not_sent_in_chunks(kind: str) -> None:
    with Hostile(token, answer(DELETED)) as server:
        async with through(kind, server.url) as client:
            assert [
                found async for found in client.sms.iter_pending_and_recurring(report_types=[0])
            ] == []

        head = server.requests[1].lower()
    assert head.startswith(b"get /api/v1/reports/")
    assert b"transfer-encoding" not in head
    assert head.endswith(b"\r\n\r\n")


@every_kind
@pytest.mark.asyncio
async def test_a_get_that_breaks_is_never_called_unsent(kind: str) -> None:
    def reset(peer: Peer) -> None:
        peer.head()
        peer.reset()

    with Hostile(token, reset) as server:
        async with through(kind, server.url) as client:
            with pytest.raises(rescind.OutcomeUnknownError) as caught:
                async for _ in client.sms.iter_pending_and_recurring():
                    pass

    assert caught.value.sent is not Sent.NO


@pytest.mark.asyncio
async def test_a_reply_that_a_hook_has_read_already_is_read_all_the_same() -> None:
    """Clients that log every reply read it in an event hook."""

    async def read(response: httpx.Response) -> None:
        await response.aread()

    with Hostile(token, answer(DELETED)) as server:
        async with httpx.AsyncClient(event_hooks={"response": [read]}) as http_client:
            client = rescind.Client(
                sms_auth=rescind.ClientCredentials(
                    client_id="id", client_secret=rescind.Secret("secret")
                ),
                sms_url=server.url,
                http_client=http_client,
            )
            outcome = await client.sms.delete_recurring_messages(["r1"])

    assert outcome.result == "OK"


@pytest.mark.asyncio
async def test_a_transport_that_repeats_a_request_by_itself_gets_its_body_once() -> None:
    sent: list[bytes] = []

    class Repeating(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            assert isinstance(request.stream, httpx.AsyncByteStream)
            for _ in range(2):
                body = b"".join([piece async for piece in request.stream])
                sent.append(body)
            return httpx.Response(200)

    async with httpx.AsyncClient(transport=Repeating()) as http_client:
        client = rescind.Client(
            license_key="key",
            phone_notify_url="https://phone.test/x.asmx",
            http_client=http_client,
            attempts=1,
        )
        error = await cancel(client)

    assert len(sent) == 1
    assert type(error) is rescind.OutcomeUnknownError
    assert error.sent is Sent.YES
