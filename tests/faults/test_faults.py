"""Every fault meets every wire form, on real sockets, under asyncio and trio."""

import contextlib

import anyio
import pytest

import rescind
from tests.support.faults import FAULTS, Fault
from tests.support.forms import FORMS, Form
from tests.support.hostile import Hostile, token
from tests.support.through import through

pytestmark = pytest.mark.anyio

# Long enough to connect on a busy machine; every hanging fault costs this once.
HANGING_SECONDS = 1.5
SECONDS = 10.0


@pytest.mark.parametrize("name", FAULTS)
async def test_fault(name: str) -> None:
    """All wire forms at once: what each is told, whether it was sent, and how it ends."""
    fault = FAULTS[name]
    found: dict[str, rescind.RescindError | str] = {}

    async def meet(form: Form, server: Hostile) -> None:
        found[form.name] = await met(fault, form, server)

    with contextlib.ExitStack() as stack:
        servers = {form: stack.enter_context(hostile(fault, form)) for form in FORMS.values()}
        async with anyio.create_task_group() as tasks:
            for form, server in servers.items():
                tasks.start_soon(meet, form, server)
        for form, server in servers.items():
            assert server.all_closed(), f"{form.name}: a connection was left open"
            assert len(server.peers) == (2 if form.needs_token else 1), form.name

    for form in FORMS.values():
        check(found[form.name], fault, form)


def hostile(fault: Fault, form: Form) -> Hostile:
    act = fault.make(form.good)
    return Hostile(token, act) if form.needs_token else Hostile(act)


async def met(fault: Fault, form: Form, server: Hostile) -> rescind.RescindError | str:
    """Make the call against the fault: "ok", or the error that came of it."""
    seconds = HANGING_SECONDS if fault.hangs else SECONDS
    async with through("httpcore", server.url, timeout=seconds) as client:
        try:
            with anyio.fail_after(seconds + 5):  # the deadline is the client's, not this one
                await form.call(client)
        except rescind.RescindError as error:
            return error
    return "ok"


def check(found: rescind.RescindError | str, fault: Fault, form: Form) -> None:
    expected = fault.kind if form.repeatable else fault.kind_once
    if isinstance(found, str):
        assert found == expected, form.name
        return
    told = f"{form.name}: {found!r} sent={found.sent} status={found.status}"
    assert found.sent.value in fault.sent, told
    if found.sent is rescind.Sent.NO:
        expected = "NotSentError"
    assert type(found).__name__ == expected, told
    assert found.may_have_happened is (
        expected in {"OutcomeUnknownError", "UnreadableReplyError"}
    ), told
    if expected != "NotSentError":
        assert found.status == fault.status, told
