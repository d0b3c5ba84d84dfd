"""Deadlines, attempt timeouts and waits, on a clock that jumps."""

import anyio
import pytest

import rescind
from rescind import Failure, Limits, Sent, WireReply, WireRequest
from rescind.wires.rejection import Cause
from tests.support.calls import CANCELLED, DELETED_JSON, DELETED_XML, Call, cancel, delete
from tests.support.calls import notify as notify_over
from tests.support.calls import sweep as sweep_over
from tests.support.scripted import TOKEN, Scripted, client, run_virtually, wire_reply

CANCEL = cancel(rescind.Wire.SOAP11)
DELETE = delete(rescind.Wire.JSON)
NOTIFY = notify_over(rescind.Wire.SOAP11)
SWEEP = sweep_over(rescind.Wire.XML)

both_backends = pytest.mark.parametrize("backend", ["asyncio", "trio"])


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


async def hang(request: WireRequest, limits: Limits) -> WireReply | Failure:
    """A server that reads the request and says nothing, until the attempt is over."""
    del request
    left = limits.deadline - anyio.current_time()
    await anyio.sleep(min(limits.attempt_timeout, left))
    return Failure(Cause.LOST, Sent.YES, "no answer")


def starts(transport: Scripted, began: float) -> list[float]:
    return [round(sending.at - began, 3) for sending in transport.sent]


@both_backends
@pytest.mark.parametrize("call", [CANCEL, DELETE])
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [0.0, 12.0, 24.0]),
        ({"attempts": 2}, [0.0, 12.0]),
        ({"timeout": 10.0}, [0.0, 4.0, 8.0]),
        ({"timeout": 2.0}, [0.0, 0.8, 1.6]),
        ({"timeout": 20.0, "attempt_timeout": 3.0}, [0.0, 3.0, 6.0]),
        ({"timeout": 5.0, "attempt_timeout": 4.0}, [0.0, 4.0]),
    ],
)
def test_a_first_attempt_that_hangs_leaves_time_for_a_second(
    backend: str, call: Call, options: dict[str, float], expected: list[float]
) -> None:
    transport = Scripted([hang])

    async def main() -> tuple[float, float]:
        one = client(transport).with_options(**options)  # type: ignore[arg-type]
        began = anyio.current_time()
        with pytest.raises(rescind.OutcomeUnknownError):
            await call(one)
        return began, anyio.current_time()

    began, ended = run_virtually(backend, main)

    assert starts(transport, began) == expected
    assert ended - began <= options.get("timeout", 30.0) + 1e-6


@both_backends
@pytest.mark.parametrize("call", [CANCEL, DELETE])
def test_a_second_attempt_that_is_answered_makes_the_call_succeed(backend: str, call: Call) -> None:
    transport = Scripted([hang, CANCELLED if call is CANCEL else DELETED_JSON])

    async def main() -> object:
        return await call(client(transport))

    outcome = run_virtually(backend, main)

    assert isinstance(outcome, rescind.CancelOutcome | rescind.DeleteOutcome)
    assert outcome.attempts == 2
    assert not outcome.exact


@both_backends
@pytest.mark.parametrize("call", [NOTIFY, SWEEP])
def test_a_call_that_must_not_be_repeated_may_take_all_the_time_there_is(
    backend: str, call: Call
) -> None:
    """To end its only attempt early would lose the answer and gain nothing."""

    async def late(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request
        await anyio.sleep(29.0)
        assert limits.attempt_timeout == 30.0
        return DELETED_XML

    transport = Scripted([late if call is SWEEP else hang])

    async def main() -> object:
        began = anyio.current_time()
        if call is SWEEP:
            return await call(client(transport))
        with pytest.raises(rescind.OutcomeUnknownError):
            await call(client(transport))
        return anyio.current_time() - began

    outcome = run_virtually(backend, main)

    assert len(transport.sent) == 1
    if call is SWEEP:
        assert isinstance(outcome, rescind.DeleteOutcome)
        assert outcome.exact
    else:
        assert outcome == pytest.approx(30.0)


@both_backends
def test_retry_after_is_waited(backend: str) -> None:
    transport = Scripted([wire_reply(503, retry_after="7"), CANCELLED])

    async def main() -> float:
        began = anyio.current_time()
        await CANCEL(client(transport))
        return began

    assert starts(transport, run_virtually(backend, main)) == [0.0, 7.0]


@both_backends
def test_retry_after_is_measured_against_what_is_left(backend: str) -> None:
    """29 seconds fit into 30 once, not twice."""
    transport = Scripted([wire_reply(503, retry_after="29")])

    async def main() -> tuple[float, rescind.RescindError]:
        began = anyio.current_time()
        with pytest.raises(rescind.ServiceUnavailableError) as caught:
            await CANCEL(client(transport))
        return began, caught.value

    began, error = run_virtually(backend, main)

    assert starts(transport, began) == [0.0, 29.0]
    assert "29 s, longer than the 1.0 s left" in str(error)


@both_backends
def test_every_wait_is_jittered_to_its_full_width(
    backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fractions = iter([1.0, 0.25, 1.0, 1.0])
    monkeypatch.setattr("rescind.run.jitter", lambda: next(fractions))
    transport = Scripted([wire_reply(502)])

    async def main() -> float:
        began = anyio.current_time()
        with pytest.raises(rescind.ServiceUnavailableError):
            await CANCEL(client(transport, attempts=4))
        return began

    assert starts(transport, run_virtually(backend, main)) == [0.0, 0.2, 0.3, 1.1]


@both_backends
def test_the_deadline_counts_the_wait_for_a_token(backend: str) -> None:
    async def slow(request: WireRequest, limits: Limits) -> WireReply | Failure:
        del request, limits
        await anyio.sleep(11.0)
        return TOKEN

    transport = Scripted([hang], tokens=[slow])

    async def main() -> tuple[float, float]:
        began = anyio.current_time()
        with pytest.raises(rescind.OutcomeUnknownError):
            await DELETE(client(transport))
        return began, anyio.current_time() - began

    began, lasted = run_virtually(backend, main)

    assert starts(transport, began) == [11.0, 23.0]
    assert lasted == pytest.approx(30.0)


@both_backends
def test_options_of_one_call_win_over_the_clients(backend: str) -> None:
    transport = Scripted([hang])

    async def main() -> float:
        began = anyio.current_time()
        with pytest.raises(rescind.OutcomeUnknownError):
            await client(transport).phone_notify.cancel_notify_by_reference_id(
                "notify1", timeout=4.0, attempt_timeout=1.0, attempts=2, connect_timeout=0.5
            )
        return began

    assert starts(transport, run_virtually(backend, main)) == [0.0, 1.0]
    assert [sending.limits.connect_timeout for sending in transport.sent] == [0.5, 0.5]


@pytest.mark.parametrize(("call", "fresh"), [(CANCEL, False), (DELETE, False), (NOTIFY, True)])
def test_only_calls_that_must_not_be_repeated_ask_for_a_fresh_connection(
    call: Call, fresh: bool
) -> None:
    transport = Scripted([Failure(Cause.LOST, Sent.YES, "ReadError")])

    async def main() -> None:
        with pytest.raises(rescind.OutcomeUnknownError):
            await call(client(transport, attempts=1))

    run_virtually("asyncio", main)

    assert [sending.limits.fresh for sending in transport.sent] == [fresh]
