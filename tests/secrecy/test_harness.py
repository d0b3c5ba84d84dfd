"""The fault harness once more, with every logger at DEBUG: no secret is seen anywhere."""

import contextlib
import pickle

import anyio
import pytest

import rescind
from tests.support.faults import FAULTS, Fault
from tests.support.forms import FORMS, Form
from tests.support.hostile import Act, Hostile, answer, closed_port, token_of
from tests.support.leaks import (
    CLIENT_SECRET,
    LICENSE_KEY,
    MARKERS,
    TOKEN,
    check_error,
    check_text,
    watching,
)
from tests.support.through import through

SECONDS = 0.2

# They only cost time; to the log they are like the others of their kind.
LARGE = {"a gigabyte", "a body without end", "gzip bomb", "gzip without end", "endless headers"}
NAMES = [name for name in FAULTS if name not in LARGE]
SOME = [
    "closed at once",
    "reset before the body",
    "silence",
    "not HTTP",
    "silence in the body",
    "length too large",
    "no chunk length",
    "brotli",
    "100 Continue first",
    "redirect",
]

CREDENTIALS = rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET)


def with_secrets(client: rescind.Client, heard: list[str]) -> rescind.Client:
    def listen(event: rescind.Event) -> None:
        heard.append(f"{event!r} {pickle.dumps(event)!r}")

    return client.with_options(license_key=LICENSE_KEY, sms_auth=CREDENTIALS, listener=listen)


def hostile(act: Act, form: Form) -> Hostile:
    return Hostile(answer(token_of(TOKEN)), act) if form.needs_token else Hostile(act)


async def meet(kind: str, form: Form, server: Hostile) -> None:
    heard: list[str] = []
    async with through(kind, server.url, timeout=SECONDS) as plain:
        one = with_secrets(plain, heard)
        try:
            outcome = await form.call(one)
        except rescind.RescindError as error:
            check_error(error)
        else:
            heard.append(f"{outcome!r} {outcome!s} {pickle.dumps(outcome)!r}")
    assert heard
    for text in (*heard, repr(one)):
        check_text("event, outcome or client", text)


async def every_form(kind: str, fault: Fault) -> None:
    forms = [form for form in FORMS.values() if kind == "httpcore" or form.name != "get"]
    with watching(), contextlib.ExitStack() as stack:
        async with anyio.create_task_group() as tasks:
            for form in forms:
                server = stack.enter_context(hostile(fault.make(form.good), form))
                tasks.start_soon(meet, kind, form, server)


@pytest.mark.anyio
@pytest.mark.parametrize("name", NAMES)
async def test_no_fault_shows_a_secret(name: str) -> None:
    await every_form("httpcore", FAULTS[name])


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["http_client", "aiohttp"])
@pytest.mark.parametrize("name", SOME)
async def test_none_shows_one_through_another_transport(name: str, kind: str) -> None:
    await every_form(kind, FAULTS[name])


@pytest.mark.anyio
async def test_the_wire_is_where_they_are() -> None:
    """Each of the three, in the bytes that the servers received."""
    received = b""
    for name in ("soap11", "get", "json"):
        form = FORMS[name]
        with hostile(answer(form.good), form) as server:
            async with through("httpcore", server.url) as plain:
                await form.call(with_secrets(plain, []))
            received += b"".join(server.requests)

    for marker in MARKERS:
        assert marker.encode() in received


@pytest.mark.anyio
async def test_a_refused_connection_shows_none() -> None:
    with watching():
        for form in FORMS.values():
            async with through("httpcore", f"http://127.0.0.1:{closed_port()}") as plain:
                with pytest.raises(rescind.NotSentError) as caught:
                    await form.call(with_secrets(plain, []))
                check_error(caught.value)
