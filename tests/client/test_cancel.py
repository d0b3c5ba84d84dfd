"""Cancels: what their outcomes say, over each of the four wires."""

import pickle

import pytest

import rescind
from rescind import Wire
from rescind.phone_notify import CancelWire
from tests.client.answers import client_of, element, soap
from tests.support.replay import ReplayServer

pytestmark = pytest.mark.anyio

WIRES: tuple[CancelWire, ...] = (Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET)
each_wire = pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.value)


def counted(wire: Wire, count: object) -> bytes:
    name = "CancelNotifyByReferenceID"
    if wire in {Wire.SOAP11, Wire.SOAP12}:
        return soap(name, f"<{name}Result>{count}</{name}Result>")
    return element("int", str(count))


def cancelled(wire: Wire, answer: str) -> bytes:
    if wire in {Wire.SOAP11, Wire.SOAP12}:
        return soap("CancelNotify", f"<CancelNotifyResult>{answer}</CancelNotifyResult>")
    return element("boolean", answer)


@each_wire
@pytest.mark.parametrize("count", [0, 1, 2, 2**31 - 1])
async def test_the_count_of_a_reference_id(wire: CancelWire, count: int) -> None:
    with ReplayServer(counted(wire, count)) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1", wire=wire)
    assert (outcome.cancelled, outcome.exact, outcome.attempts) == (count, True, 1)
    assert (outcome.http.status, outcome.http.media_type) == (200, "text/xml")
    assert str(count).encode() in outcome.http.body


@each_wire
@pytest.mark.parametrize(("answer", "count"), [("true", 1), ("false", 0)])
async def test_one_call_or_none(wire: CancelWire, answer: str, count: int) -> None:
    with ReplayServer(cancelled(wire, answer)) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify(4093249, wire=wire)
    assert type(outcome.cancelled) is int
    assert (outcome.cancelled, outcome.exact, outcome.attempts) == (count, True, 1)
    assert b"4093249" in server.requests[0]


async def test_soap_1_1_is_the_default() -> None:
    with ReplayServer(counted(Wire.SOAP11, 1), cancelled(Wire.SOAP11, "true")) as server:
        async with client_of(server) as client:
            await client.phone_notify.cancel_notify_by_reference_id("notify1")
            await client.phone_notify.cancel_notify(1)
    actions = [raw.partition(b"SOAPAction: ")[2].partition(b"\r\n")[0] for raw in server.requests]
    assert actions == [
        b'"https://ws.esendex.us/NotifyWS/CancelNotifyByReferenceID"',
        b'"https://ws.esendex.us/NotifyWS/CancelNotify"',
    ]


@each_wire
async def test_an_answer_that_got_lost_makes_the_count_inexact(wire: CancelWire) -> None:
    with ReplayServer(b"", counted(wire, 0)) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1", wire=wire)
    assert (outcome.cancelled, outcome.exact, outcome.attempts) == (0, False, 2)


@pytest.mark.parametrize("count", ["three", "", "3.0", "2147483648"])
async def test_what_is_no_count(count: str) -> None:
    with ReplayServer(counted(Wire.SOAP11, count)) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.UnreadableReplyError) as caught:
                await client.phone_notify.cancel_notify_by_reference_id("notify1")
    assert caught.value.may_have_happened


async def test_an_outcome_is_neither_true_nor_false() -> None:
    with ReplayServer(counted(Wire.SOAP11, 0)) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1")
    with pytest.raises(TypeError, match="0 cancelled is an answer, not a failure"):
        bool(outcome)


async def test_an_outcome_is_a_value() -> None:
    with ReplayServer(counted(Wire.SOAP11, 2)) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1")
    assert repr(outcome) == "CancelOutcome(cancelled=2, exact=True, attempts=1)"
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    assert len({outcome, outcome}) == 1
    with pytest.raises(AttributeError):
        outcome.cancelled = 3  # type: ignore[misc]
