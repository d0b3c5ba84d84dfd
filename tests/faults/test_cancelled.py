"""A call that is cancelled, at whatever await, leaves nothing running, open or locked."""

import asyncio
import threading
import traceback
from collections.abc import Callable

import anyio
import anyio.lowlevel
import httpx
import pytest
import trio

import rescind
from rescind.client import SharedOptions
from tests.support.forms import FORMS, Form
from tests.support.hostile import Act, Hostile, Peer, answer, keep, silence, token_of
from tests.support.leaks import CLIENT_SECRET, LICENSE_KEY, TOKEN, check_text, watching
from tests.support.replay import reply

pytestmark = pytest.mark.anyio

SOAP, JSON, NOTIFY = FORMS["soap11"], FORMS["json"], FORMS["notify"]
TOKEN_REPLY = token_of(TOKEN).replace(b"Connection: close\r\n", b"")

# How many turns of the event loop the caller gets before it is cancelled.
TURNS = [*range(24), *range(24, 80, 4), 100, 200, 400, 800]


def options(url: str) -> SharedOptions:
    return SharedOptions(
        license_key=LICENSE_KEY,
        sms_auth=rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET),
        phone_notify_url=url,
        sms_url=url,
    )


def serving(form: Form) -> Act:
    """A good server: tokens where they are asked for, and the form's answer."""

    def act(peer: Peer) -> None:
        while request := peer.request():
            peer.send(TOKEN_REPLY if request.startswith(b"POST /Token") else form.good)

    return act


def tasks_alive() -> int:
    """Tasks of this event loop, the running one included."""
    try:
        return len(asyncio.all_tasks())
    except RuntimeError:
        return trio.lowlevel.current_statistics().tasks_living


async def cancelled(form: Form, client: rescind.Client, turns: int) -> bool:
    """Make the call, and cancel it after so many turns: whether that came before its end."""
    ended = False

    async def call() -> None:
        nonlocal ended
        try:
            await form.call(client)
        except anyio.get_cancelled_exc_class() as error:
            told = traceback.TracebackException.from_exception(error, capture_locals=True)
            check_text("traceback of a cancelled call", "".join(told.format()))
            raise
        ended = True

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call)
        for _ in range(turns):
            await anyio.lowlevel.checkpoint()
        tasks.cancel_scope.cancel()
    return not ended


@pytest.mark.parametrize("form", [SOAP, JSON, NOTIFY], ids=lambda form: form.name)
async def test_at_any_await(form: Form) -> None:
    """With one connection only, the next call shows that neither it nor the token is stuck."""
    before = tasks_alive()
    hits = 0
    with watching():
        for turns in TURNS:
            with Hostile(serving(form)) as server:
                async with rescind.Client(max_connections=1, **options(server.url)) as client:
                    hits += await cancelled(form, client, turns)
                    assert tasks_alive() == before
                    await form.call(client)
                assert server.all_closed()
            assert tasks_alive() == before

    assert hits > 10


@pytest.mark.parametrize("form", [SOAP, JSON], ids=lambda form: form.name)
async def test_by_asyncio_itself(form: Form, anyio_backend: str) -> None:
    """Task.cancel, which strikes once and at one await only."""
    if anyio_backend == "trio":
        pytest.skip("asyncio's own way")
    for turns in TURNS[::3]:
        with Hostile(serving(form)) as server:
            async with rescind.Client(max_connections=1, **options(server.url)) as client:
                before = len(asyncio.all_tasks())
                task = asyncio.ensure_future(form.call(client))
                for _ in range(turns):
                    await asyncio.sleep(0)
                if task.cancel():
                    with pytest.raises(asyncio.CancelledError):
                        await task
                assert len(asyncio.all_tasks()) == before
                await form.call(client)
            assert server.all_closed()


async def calling(client: rescind.Client) -> None:
    await SOAP.call(client)


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that happens in the server's thread."""
    while not reached():  # noqa: ASYNC110 - a thread sets no event of ours
        await anyio.sleep(0.001)


def half_a_reply(peer: Peer) -> None:
    peer.request()
    peer.send(SOAP.good[:-30])
    peer.wait()


HANGING: dict[str, Act] = {"before the reply": silence, "in the reply": half_a_reply}


@pytest.mark.parametrize("act", HANGING.values(), ids=HANGING.keys())
async def test_while_the_server_is_silent(act: Act) -> None:
    before = tasks_alive()
    with Hostile(act, keep(SOAP.good)) as server:
        async with rescind.Client(max_connections=1, **options(server.url)) as client:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(calling, client)
                await until(lambda: b"</soap:Envelope>" in b"".join(server.requests))
                tasks.cancel_scope.cancel()
            assert server.peers[0].closed.wait(5)
            assert tasks_alive() == before
            await SOAP.call(client)
        assert server.all_closed()


async def test_in_a_handshake() -> None:
    before = tasks_alive()
    with Hostile(lambda peer: peer.wait()) as server:
        url = server.url.replace("http:", "https:")
        async with rescind.Client(**options(url)) as client:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(calling, client)
                await until(lambda: any(server.requests))
                tasks.cancel_scope.cancel()
            assert server.all_closed()
            assert tasks_alive() == before


async def test_while_waiting_for_the_next_attempt() -> None:
    waiting = anyio.Event()

    def listen(event: rescind.Event) -> None:
        if isinstance(event, rescind.Waiting):
            waiting.set()

    busy = b"HTTP/1.1 503 No\r\nRetry-After: 20\r\nContent-Length: 3\r\n\r\n" + b"no\n"
    with Hostile(keep(busy)) as server:
        async with (
            rescind.Client(**options(server.url)) as plain,
            anyio.create_task_group() as tasks,
        ):
            client = plain.with_options(listener=listen)
            tasks.start_soon(calling, client)
            await waiting.wait()
            tasks.cancel_scope.cancel()
        assert server.all_closed()
        assert len(server.peers) == 1


async def test_while_waiting_for_a_connection() -> None:
    """Of fifty callers for one connection, half give up; the others all get their turn."""
    done = 0
    with Hostile(silence, keep(SOAP.good)) as server:
        async with rescind.Client(max_connections=1, **options(server.url)) as client:

            async def call() -> None:
                nonlocal done
                await SOAP.call(client)
                done += 1

            async with (
                anyio.create_task_group() as all_tasks,
                anyio.create_task_group() as first,
            ):
                first.start_soon(call)  # holds the one connection
                await anyio.wait_all_tasks_blocked()
                async with anyio.create_task_group() as half:
                    for _ in range(25):
                        half.start_soon(call)
                        all_tasks.start_soon(call)
                    await anyio.wait_all_tasks_blocked()
                    half.cancel_scope.cancel()
                first.cancel_scope.cancel()
        assert server.all_closed()

    assert done == 25


async def test_the_log_has_a_line_of_a_cancelled_call(caplog: pytest.LogCaptureFixture) -> None:
    with Hostile(silence) as server:
        async with rescind.Client(**options(server.url)) as client:
            with anyio.move_on_after(0.1):
                await SOAP.call(client)

    assert [record.getMessage().split(" ")[-1] for record in caplog.records] == ["result=Cancelled"]


class TestLifetime:
    @pytest.mark.parametrize("form", [SOAP, JSON], ids=lambda form: form.name)
    async def test_after_closing(self, form: Form) -> None:
        with Hostile(serving(form)) as server:
            client = rescind.Client(**options(server.url))
            await form.call(client)
            await client.aclose()
            await client.aclose()
            with pytest.raises(rescind.ConfigurationError, match="closed"):
                await form.call(client)
            with pytest.raises(rescind.ConfigurationError, match="closed"):
                await form.call(client.with_options(timeout=5.0))
            assert server.all_closed()

    async def test_closing_a_client_made_by_with_options_closes_nothing(self) -> None:
        with Hostile(keep(SOAP.good)) as server:
            async with rescind.Client(**options(server.url)) as client:
                async with client.with_options(timeout=5.0) as other:
                    await SOAP.call(other)
                await SOAP.call(client)
            assert len(server.peers) == 1

    async def test_closing_in_the_middle_of_a_call(self) -> None:
        """The call goes on to its end; its connection is closed then."""
        closed = threading.Event()

        def slow(peer: Peer) -> None:
            peer.request()
            closed.wait(5)
            peer.send(SOAP.good)
            peer.wait()

        with Hostile(slow) as server:
            client = rescind.Client(**options(server.url))
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(calling, client)
                await until(lambda: any(server.requests))
                await client.aclose()
                closed.set()
            assert server.all_closed()

    async def test_an_injected_client_is_left_open(self) -> None:
        with Hostile(keep(SOAP.good)) as server:
            async with httpx.AsyncClient() as http_client:
                async with rescind.Client(http_client=http_client, **options(server.url)) as client:
                    await SOAP.call(client)
                assert not http_client.is_closed
                assert (await http_client.post(server.url, content=b"x")).status_code == 200
                with pytest.raises(rescind.ConfigurationError, match="closed"):
                    await SOAP.call(client)

    async def test_an_injected_client_that_is_closed(self) -> None:
        http_client = httpx.AsyncClient()
        client = rescind.Client(http_client=http_client, **options("http://127.0.0.1:1"))
        await http_client.aclose()
        with pytest.raises(rescind.ConfigurationError, match="http_client"):
            await SOAP.call(client)

    async def test_aiohttp_under_trio(self, anyio_backend: str) -> None:
        if anyio_backend == "asyncio":
            pytest.skip("it is at home there")
        async with rescind.Client(transport="aiohttp", **options("http://127.0.0.1:1")) as client:
            with pytest.raises(rescind.ConfigurationError, match="asyncio only"):
                await SOAP.call(client)


@pytest.mark.parametrize(
    "backends", [("asyncio", "asyncio"), ("trio", "trio"), ("asyncio", "trio")]
)
@pytest.mark.parametrize("injected", [False, True])
def test_in_a_second_event_loop(backends: tuple[str, str], injected: bool) -> None:
    with Hostile(answer(reply(SOAP.body))) as server:
        http_client = httpx.AsyncClient() if injected else None
        client = rescind.Client(http_client=http_client, **options(server.url))

        async def first() -> None:
            await SOAP.call(client)

        async def second() -> None:
            with pytest.raises(rescind.ConfigurationError, match="another event loop"):
                await SOAP.call(client)
            if not injected:
                with pytest.raises(rescind.ConfigurationError, match="another event loop"):
                    await client.aclose()

        anyio.run(first, backend=backends[0])
        anyio.run(second, backend=backends[1])
