"""One token for all calls of a client: who fetches it, who waits, and who goes on without."""

import anyio
import pytest

import rescind
from rescind import Failure, Limits, Sent, WireReply, WireRequest
from rescind.wires.rejection import Cause
from tests.support.calls import DELETED_JSON
from tests.support.hostile import Hostile, Peer
from tests.support.replay import reply
from tests.support.scripted import Scripted, client, run_virtually, wire_reply
from tests.support.through import through

both_backends = pytest.mark.parametrize("backend", ["asyncio", "trio"])

OK = DELETED_JSON
UNAUTHORIZED = wire_reply(401, '{"Message":"Authorization has been denied for this request."}')


def token_reply(token: str, expires_in: object = 28799) -> WireReply:
    return wire_reply(
        200, f'{{"access_token":"{token}","token_type":"bearer","expires_in":{expires_in}}}'
    )


async def delete(one: rescind.Client) -> rescind.DeleteOutcome:
    return await one.sms.delete_recurring_messages(["r1"])


def bearer(request: WireRequest) -> str:
    return dict(request.headers)["Authorization"].removeprefix("Bearer ")


class CountingServer:
    """Both endpoints of 2sms on a socket; a token is good until `dies_after` deletes."""

    def __init__(self, dies_after: int | None = None) -> None:
        self.tokens = 0
        self.deletes = 0
        self.refusals = 0
        self._dies_after = dies_after

    def __call__(self, peer: Peer) -> None:
        while request := peer.request():
            peer.send(self._answer(request).replace(b"Connection: close\r\n", b""))

    def _answer(self, request: bytes) -> bytes:
        if request.startswith(b"POST /Token"):
            self.tokens += 1
            return reply(token_reply(f"token-{self.tokens}").body)
        good = "token-1" if self._dies_after is None else "token-2"
        if self._dies_after is not None and self.deletes < self._dies_after:
            good = "token-1"
        if f"Bearer {good}\r\n".encode() not in request:
            self.refusals += 1
            return reply(UNAUTHORIZED.body, status="401 Unauthorized")
        self.deletes += 1
        return reply(OK.body)


@pytest.mark.anyio
async def test_a_thousand_deletes_at_once_fetch_one_token() -> None:
    counting = CountingServer()
    await thousand(counting)

    assert (counting.tokens, counting.deletes, counting.refusals) == (1, 1000, 0)


@pytest.mark.asyncio
async def test_a_token_that_dies_on_the_way_is_replaced_once() -> None:
    counting = CountingServer(dies_after=400)
    await thousand(counting)

    assert (counting.tokens, counting.deletes) == (2, 1000)
    assert counting.refusals > 0


async def thousand(counting: CountingServer) -> None:
    with Hostile(counting) as server:
        async with (
            through("httpcore", server.url, timeout=60.0) as one,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(1000):
                tasks.start_soon(delete, one)


@both_backends
def test_a_fetcher_that_is_cancelled_hands_over(backend: str) -> None:
    """The first caller gives up in mid-fetch; one of the others fetches, and all succeed."""
    fetching = anyio.Event()

    async def hang(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        fetching.set()
        await anyio.sleep_forever()
        raise AssertionError

    transport = Scripted([OK], tokens=[hang, token_reply("second")])
    outcomes: list[rescind.DeleteOutcome] = []

    async def main() -> None:
        one = client(transport)

        async def call() -> None:
            outcomes.append(await delete(one))

        async with anyio.create_task_group() as others, anyio.create_task_group() as first:
            first.start_soon(call)
            await fetching.wait()
            for _ in range(10):
                others.start_soon(call)
            await anyio.wait_all_tasks_blocked()
            first.cancel_scope.cancel()

    run_virtually(backend, main)

    assert len(outcomes) == 10
    assert len(transport.token_requests) == 2
    assert {bearer(sending.request) for sending in transport.sent} == {"second"}


@both_backends
def test_a_fetcher_short_of_time_hands_over(backend: str) -> None:
    """The first caller's deadline ends the fetch; those with more time fetch for themselves."""

    async def hang(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request
        await anyio.sleep(min(limits.attempt_timeout, limits.deadline - anyio.current_time()))
        return Failure(Cause.LOST, Sent.YES, "no answer")

    transport = Scripted([OK], tokens=[hang, token_reply("second")])
    found: list[rescind.DeleteOutcome | rescind.RescindError] = []

    async def main() -> None:
        one = client(transport, attempts=1)

        async def call(timeout: float) -> None:
            try:
                found.append(await one.sms.delete_recurring_messages(["r1"], timeout=timeout))
            except rescind.RescindError as error:
                found.append(error)

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(call, 1.0)
            await anyio.wait_all_tasks_blocked()
            for _ in range(3):
                tasks.start_soon(call, 30.0)

    run_virtually(backend, main)

    errors = [one for one in found if isinstance(one, rescind.RescindError)]
    assert [type(error) for error in errors] == [rescind.NotSentError]
    assert len(found) - len(errors) == 3
    assert len(transport.token_requests) == 2


@both_backends
def test_waiting_for_a_token_ends_with_the_callers_own_deadline(backend: str) -> None:
    async def slow(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        await anyio.sleep(20.0)
        return token_reply("late")

    transport = Scripted([OK], tokens=[slow])

    async def main() -> tuple[float, rescind.RescindError]:
        one = client(transport)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(delete, one)
            await anyio.wait_all_tasks_blocked()
            began = anyio.current_time()
            with pytest.raises(rescind.NotSentError) as caught:
                await one.sms.delete_recurring_messages(["r2"], timeout=3.0)
            return anyio.current_time() - began, caught.value
        raise AssertionError

    lasted, error = run_virtually(backend, main)

    assert lasted == pytest.approx(3.0)
    assert error.sent is Sent.NO
    assert not error.may_have_happened
    assert error.operation == "DELETE api/v2/sms/messages/recurrings"


@both_backends
def test_a_token_is_refreshed_ahead_while_others_go_on(backend: str) -> None:
    """Expiry in an hour; a little before, one caller fetches and the others use the old one."""
    refreshing = anyio.Event()
    go_on = anyio.Event()

    async def slow(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        refreshing.set()
        await go_on.wait()
        return token_reply("new")

    transport = Scripted([OK], tokens=[token_reply("old", 3600), slow])

    async def main() -> list[str]:
        one = client(transport)
        await delete(one)
        await anyio.sleep(3200)
        await delete(one)
        assert len(transport.token_requests) == 1  # not yet
        await anyio.sleep(200)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(delete, one)
            await refreshing.wait()
            for _ in range(5):
                await delete(one)
            go_on.set()
        await delete(one)
        return [bearer(sending.request) for sending in transport.sent]

    assert run_virtually(backend, main) == ["old"] * 7 + ["new"] * 2
    assert len(transport.token_requests) == 2


@both_backends
def test_a_refresh_that_hangs_leaves_the_call_most_of_its_time(backend: str) -> None:
    async def hang(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request
        await anyio.sleep(min(limits.attempt_timeout, limits.deadline - anyio.current_time()))
        return Failure(Cause.LOST, Sent.YES, "no answer")

    transport = Scripted([OK], tokens=[token_reply("old", 3600), hang])

    async def main() -> tuple[float, float]:
        one = client(transport)
        await delete(one)
        await anyio.sleep(3400)
        began = anyio.current_time()
        await delete(one)
        first = anyio.current_time() - began
        await delete(one)
        return first, anyio.current_time() - began

    first, both = run_virtually(backend, main)

    assert first == pytest.approx(10.0, abs=1.0)
    assert both == first  # and is not tried again at once
    assert [bearer(sending.request) for sending in transport.sent] == ["old"] * 3


@both_backends
def test_a_refresh_that_fails_is_tried_again_soon_and_the_old_token_serves(backend: str) -> None:
    transport = Scripted(
        [OK], tokens=[token_reply("old", 3600), wire_reply(400), token_reply("new")]
    )

    async def main() -> list[str]:
        one = client(transport)
        await delete(one)
        await anyio.sleep(3400)
        await delete(one)
        await anyio.sleep(6)
        await delete(one)
        return [bearer(sending.request) for sending in transport.sent]

    assert run_virtually(backend, main) == ["old", "old", "new"]


@both_backends
def test_an_expired_token_is_not_used(backend: str) -> None:
    transport = Scripted([OK], tokens=[token_reply("old", 3600), token_reply("new", 3600)])

    async def main() -> list[str]:
        one = client(transport)
        await delete(one)
        await anyio.sleep(3595)
        await delete(one)
        return [bearer(sending.request) for sending in transport.sent]

    assert run_virtually(backend, main) == ["old", "new"]


@both_backends
@pytest.mark.parametrize(
    ("expires_in", "lasts", "ends"),
    [
        ("0", 0.5, 2),  # expired when it arrives: the service has the last word
        ("-5", 0.5, 2),
        ("null", 200, 400),
        ('"7200"', 6000, 7300),
        ("1e999", 10**6, None),
        (str(10**39), 10**6, None),
        ("20.5", 15, 21),
    ],
)
def test_how_long_a_token_is_used(
    backend: str, expires_in: str, lasts: float, ends: float | None
) -> None:
    transport = Scripted([OK], tokens=[token_reply("first", expires_in), token_reply("second")])

    async def main() -> list[str]:
        one = client(transport)
        await delete(one)
        await anyio.sleep(lasts)
        await delete(one)
        if ends is not None:
            await anyio.sleep(ends - lasts)
            await delete(one)
        return [bearer(sending.request) for sending in transport.sent]

    found = run_virtually(backend, main)

    assert found[:2] == ["first", "first"]
    assert found[2:] == ([] if ends is None else ["second"])


@both_backends
def test_a_401_drops_the_token_and_is_tried_once_more(backend: str) -> None:
    transport = Scripted([UNAUTHORIZED, OK], tokens=[token_reply("old"), token_reply("new")])

    async def main() -> rescind.DeleteOutcome:
        return await delete(client(transport, attempts=1))

    outcome = run_virtually(backend, main)

    assert outcome.attempts == 2
    assert [bearer(sending.request) for sending in transport.sent] == ["old", "new"]


@both_backends
def test_a_second_401_is_the_answer(backend: str) -> None:
    transport = Scripted([UNAUTHORIZED], tokens=[token_reply("old"), token_reply("new")])

    async def main() -> rescind.RescindError:
        with pytest.raises(rescind.AuthenticationError) as caught:
            await delete(client(transport))
        return caught.value

    error = run_virtually(backend, main)

    assert (error.attempts, error.status, error.may_have_happened) == (2, 401, False)
    assert len(transport.sent) == 2


@both_backends
def test_a_late_401_does_not_drop_the_token_that_took_its_place(backend: str) -> None:
    """Two calls with the old token; the second one hears of its death after the first refetched."""
    late = anyio.Event()

    async def slow_no(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        await late.wait()
        return UNAUTHORIZED

    transport = Scripted(
        [slow_no, UNAUTHORIZED, OK], tokens=[token_reply("old"), token_reply("new")]
    )

    async def main() -> None:
        one = client(transport)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(delete, one)
            await anyio.wait_all_tasks_blocked()
            await delete(one)
            late.set()

    run_virtually(backend, main)

    assert len(transport.token_requests) == 2
    assert [bearer(one.request) for one in transport.sent] == ["old", "old", "new", "new"]


@both_backends
def test_clients_made_by_with_options_share_the_token(backend: str) -> None:
    transport = Scripted([OK])

    async def main() -> None:
        one = client(transport)
        await delete(one)
        await delete(one.with_options(timeout=5.0))
        other = rescind.ClientCredentials(client_id="other", client_secret="other-secret")
        await delete(one.with_options(sms_auth=other))

    run_virtually(backend, main)

    assert len(transport.token_requests) == 2


@both_backends
@pytest.mark.parametrize(
    "answer", [Failure(Cause.NOT_SENT, Sent.NO, "refused"), wire_reply(503), wire_reply(400)]
)
def test_a_fetch_that_failed_for_one_failed_for_all_who_waited(
    backend: str, answer: WireReply | Failure
) -> None:
    """A hundred callers do not knock a hundred times at an endpoint that is down."""
    release = anyio.Event()

    async def fail(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        await release.wait()
        return answer

    transport = Scripted([OK], tokens=[fail])
    errors: list[rescind.RescindError] = []

    async def main() -> None:
        one = client(transport, attempts=2)

        async def call() -> None:
            with pytest.raises(rescind.RescindError) as caught:
                await delete(one)
            errors.append(caught.value)

        async with anyio.create_task_group() as tasks:
            for _ in range(100):
                tasks.start_soon(call)
            await anyio.wait_all_tasks_blocked()
            release.set()

    run_virtually(backend, main)

    assert len(errors) == 100
    assert len(set(map(id, errors))) == 100  # each caller has an error of its own
    assert len(transport.token_requests) <= 2
    assert not any(error.may_have_happened for error in errors)
