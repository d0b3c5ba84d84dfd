"""Every call over every wire under every fault to order: in process and over a socket.

What must come of it is written down here by hand, from design.md section 4: by whether the call
may be repeated, and by what the fault does. The sandbox's own state says what really happened.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Literal, cast

import attrs
import pytest

import rescind
from rescind import Wire, sandbox
from rescind.oauth import ClientCredentials
from rescind.options import CallOptions
from rescind.phone_notify import CancelWire, NotifyWire
from rescind.sandbox import (
    AnswerLost,
    CutOff,
    Delay,
    ExpiredToken,
    Failure,
    Fault,
    HtmlPage,
    Kind,
    Reset,
    Sandbox,
    Unavailable,
)
from rescind.sms import DeleteWire
from rescind_models.phone_notify import AdvancedNotifyRequest

pytestmark = pytest.mark.anyio

Make = Callable[[rescind.Client, Wire, Sandbox], Awaitable[object]]
Done = Callable[[Sandbox], bool]

SOAP = (Wire.SOAP11, Wire.SOAP12)
ASMX = (*SOAP, Wire.HTTP_POST, Wire.HTTP_GET)
REST = (Wire.JSON, Wire.XML)
AT = datetime(2030, 1, 1, tzinfo=UTC)
REFERENCE = "matrix & é"


@attrs.frozen
class Call:
    """One named call: how it is made, and how the sandbox tells that its work was done."""

    name: str
    operation: str
    wires: tuple[Wire, ...]
    repeatable: bool
    make: Make
    done: Done


def requests(count: int) -> list[AdvancedNotifyRequest]:
    return [
        AdvancedNotifyRequest(
            phone_number_to_dial=f"757555010{number}",
            utc_scheduled_date_time=AT,
            reference_id="new",
        )
        for number in range(count)
    ]


async def cancel_one(client: rescind.Client, wire: Wire, box: Sandbox) -> object:
    return await client.phone_notify.cancel_notify(
        box.calls.all()[0].queue_id, wire=cast("CancelWire", wire)
    )


async def cancel_all(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
    return await client.phone_notify.cancel_notify_by_reference_id(
        REFERENCE, wire=cast("CancelWire", wire)
    )


async def notify_one(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
    return await client.phone_notify.notify_phone_advanced(
        requests(1)[0], wire=cast("NotifyWire", wire)
    )


async def notify_some(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
    return await client.phone_notify.notify_multiple_phone_advanced(
        requests(2), wire=cast("NotifyWire", wire)
    )


def cancelled(box: Sandbox) -> bool:
    return box.calls.all()[0].state.value == "cancelled"


def queued(count: int) -> Done:
    return lambda box: (
        len([call for call in box.calls.all() if call.reference_id == "new"]) == count
    )


def left(kind: Kind, *ids: str) -> Done:
    return lambda box: tuple(message.id for message in box.messages.waiting(kind)) == ids


def deletes(kind: Literal["recurring", "pending"]) -> Iterator[Call]:
    """The three ways to delete on one list."""
    which = Kind.RECURRING if kind == "recurring" else Kind.PENDING
    kept, gone = f"{kind}-kept", f"{kind}-gone"
    operation = f"DELETE api/v2/sms/messages/{kind}s"

    async def by_id(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
        delete = getattr(client.sms, f"delete_{kind}_messages")
        return await delete([gone], wire=cast("DeleteWire", wire))

    async def all_but(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
        delete = getattr(client.sms, f"delete_{kind}_messages_except")
        return await delete([kept], wire=cast("DeleteWire", wire))

    async def everything(client: rescind.Client, wire: Wire, _: Sandbox) -> object:
        delete = getattr(client.sms, f"delete_all_{kind}_messages")
        return await delete(wire=cast("DeleteWire", wire))

    yield Call(f"delete {kind}", operation, REST, True, by_id, left(which, kept))
    yield Call(f"delete {kind} except", operation, REST, False, all_but, left(which, kept))
    yield Call(f"delete all {kind}", operation, REST, False, everything, left(which))


CALLS = [
    Call("cancel", "CancelNotifyByReferenceID", ASMX, True, cancel_all, cancelled),
    Call("cancel one", "CancelNotify", ASMX, True, cancel_one, cancelled),
    Call("notify", "NotifyPhoneAdvanced", SOAP, False, notify_one, queued(1)),
    Call("notify some", "NotifyMultiplePhoneAdvanced", SOAP, False, notify_some, queued(2)),
    *deletes("recurring"),
    *deletes("pending"),
]


@attrs.frozen
class Expected:
    """What must come of a call under a fault.

    Attributes:
        error: The class of the error; None where the call succeeds.
        requests: How many requests for the operation the sandbox sees.
        done: Whether the work is done in the end.
        exact: Whether an outcome says that its count is exact.
    """

    error: type[rescind.RescindError] | None
    requests: int
    done: bool
    exact: bool = True


OK = Expected(None, 1, done=True)
AGAIN = Expected(None, 2, done=True)
AGAIN_INEXACT = Expected(None, 2, done=True, exact=False)
UNKNOWN_DONE = Expected(rescind.OutcomeUnknownError, 1, done=True)
UNKNOWN_NOT_DONE = Expected(rescind.OutcomeUnknownError, 1, done=False)

#                                           may be repeated     must not be repeated
FAULTS: dict[str, tuple[Fault | None, Expected, Expected]] = {
    "none": (None, OK, OK),
    "delay": (Delay(30), AGAIN_INEXACT, UNKNOWN_DONE),
    "reset": (Reset(), AGAIN_INEXACT, UNKNOWN_NOT_DONE),
    "cut off": (CutOff(), AGAIN_INEXACT, UNKNOWN_DONE),
    "answer lost": (AnswerLost(), AGAIN_INEXACT, UNKNOWN_DONE),
    "503 and when": (Unavailable(retry_after=0), AGAIN, AGAIN),
    "429 and when": (Unavailable(retry_after=0, status=429), AGAIN, AGAIN),
    "503": (
        Unavailable(retry_after=None),
        AGAIN,
        Expected(rescind.ServiceUnavailableError, 1, done=False),
    ),
    "502": (Unavailable(retry_after=None, status=502), AGAIN_INEXACT, UNKNOWN_NOT_DONE),
    "page": (
        HtmlPage(),
        Expected(rescind.UnreadableReplyError, 1, done=False),
        UNKNOWN_NOT_DONE,
    ),
    "failure": (
        Failure(),
        Expected(rescind.ServiceFaultError, 1, done=False),
        UNKNOWN_NOT_DONE,
    ),
    "expired token": (ExpiredToken(), AGAIN, AGAIN),
}
CASES = [
    pytest.param(call, wire, name, id=f"{call.name}-{wire.value}-{name}")
    for call in CALLS
    for wire in call.wires
    for name in FAULTS
]


@pytest.fixture
def anyio_backend() -> str:
    """One event loop: the loops themselves are told apart elsewhere."""
    return "asyncio"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jitter of nothing: how long is waited is tested elsewhere."""
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


@pytest.fixture(scope="module")
def served() -> Iterator[Sandbox]:
    with sandbox.serving() as box:
        yield box


def seed(box: Sandbox) -> None:
    box.reset()
    box.add_call("7575550001", reference_id=REFERENCE, due=AT)
    for name in ("kept", "gone"):
        box.add_recurring(date=AT, id=f"recurring-{name}")
        box.add_pending(date=AT, id=f"pending-{name}")


def patience(call: Call, *, hangs: bool) -> CallOptions:
    """One attempt long enough for a busy machine to do the work, and time for a second one."""
    if not hangs:
        return CallOptions()
    return CallOptions(timeout=10.0 if call.repeatable else 0.5, attempt_timeout=0.5)


async def check(call: Call, wire: Wire, name: str, box: Sandbox, client: rescind.Client) -> None:
    fault, if_repeatable, if_not = FAULTS[name]
    expected = if_repeatable if call.repeatable else if_not
    if isinstance(fault, ExpiredToken) and not call.operation.startswith("DELETE"):
        expected = OK
    if fault is not None:
        box.order(fault, operation=call.operation)
    if expected.error is None:
        outcome = await call.make(client, wire, box)
        if isinstance(outcome, rescind.CancelOutcome | rescind.DeleteOutcome):
            assert outcome.exact is expected.exact
            assert outcome.attempts == expected.requests
    else:
        with pytest.raises(expected.error) as caught:
            await call.make(client, wire, box)
        assert type(caught.value) is expected.error
        assert caught.value.attempts == expected.requests
        if expected.done:
            assert caught.value.may_have_happened
    assert len(box.received(call.operation)) == expected.requests
    assert call.done(box) is expected.done


@pytest.mark.parametrize(("call", "wire", "name"), CASES)
async def test_in_process(call: Call, wire: Wire, name: str) -> None:
    box = Sandbox()
    seed(box)
    hangs = name == "delay"
    async with box.client(**patience(call, hangs=hangs)) as client:
        await check(call, wire, name, box, client)


@pytest.mark.parametrize(("call", "wire", "name"), CASES)
async def test_over_a_socket(call: Call, wire: Wire, name: str, served: Sandbox) -> None:
    seed(served)
    hangs = name == "delay"
    async with rescind.Client(
        license_key=served.license_key,
        sms_auth=ClientCredentials(
            client_id=served.client_id, client_secret=rescind.Secret(served.client_secret)
        ),
        phone_notify_url=served.phone_notify_url,
        sms_url=served.sms_url,
        **patience(call, hangs=hangs),
    ) as client:
        await check(call, wire, name, served, client)
