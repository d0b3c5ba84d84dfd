"""Making clients: from the environment, out of one another, and closing them."""

import copy
import pickle
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import anyio
import httpx
import pytest

import rescind
from rescind import Wire
from rescind_models.phone_notify import GetVersion, ScriptLoad
from tests.client.answers import ASMX, CREDENTIALS, LICENSE_KEY, client_of, element, soap
from tests.support.replay import TOKEN_REPLY, ReplayServer, reply

COUNT = element("int", "1")
DELETED = reply(b'{"ResponseData":{"Result":"OK","Detail":{}}}')
VARIABLES = (
    "RESCIND_LICENSE_KEY",
    "RESCIND_SMS_CLIENT_ID",
    "RESCIND_SMS_CLIENT_SECRET",
    "RESCIND_PHONE_NOTIFY_URL",
    "RESCIND_SMS_URL",
)
DEFAULT_REPR = repr(rescind.Client())


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


async def cancel(client: rescind.Client, **options: Any) -> None:
    await client.phone_notify.cancel_notify_by_reference_id(
        "notify1", wire=Wire.HTTP_POST, **options
    )


def keys(server: ReplayServer) -> list[str]:
    """The license key of each form that was posted."""
    forms = (raw.partition(b"\r\n\r\n")[2].decode() for raw in server.requests)
    return [dict(parse_qsl(form))["LicenseKey"] for form in forms]


def credentials(raw: bytes) -> tuple[str, str]:
    form = dict(parse_qsl(raw.partition(b"\r\n\r\n")[2].decode()))
    assert form["grant_type"] == "client_credentials"
    return form["client_id"], form["client_secret"]


# --- from the environment ---------------------------------------------------------------------


@pytest.mark.anyio
async def test_every_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        ReplayServer(COUNT) as phone,
        ReplayServer(DELETED, token_reply=TOKEN_REPLY) as sms,
    ):
        monkeypatch.setenv("RESCIND_LICENSE_KEY", "key-of-env\n")
        monkeypatch.setenv("RESCIND_SMS_CLIENT_ID", "id-of-env")
        monkeypatch.setenv("RESCIND_SMS_CLIENT_SECRET", " secret+of&env ")
        monkeypatch.setenv("RESCIND_PHONE_NOTIFY_URL", phone.url + ASMX)
        monkeypatch.setenv("RESCIND_SMS_URL", sms.url + "/")
        async with rescind.Client.from_env() as client:
            await cancel(client)
            await client.sms.delete_recurring_messages(["a"])
    assert keys(phone) == ["key-of-env"]
    assert credentials(sms.token_requests[0]) == ("id-of-env", "secret+of&env")
    assert sms.requests[0].startswith(b"DELETE /api/v2/sms/messages/recurrings HTTP/1.1\r\n")


@pytest.mark.anyio
async def test_arguments_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "https://of.env")
    with ReplayServer(COUNT, DELETED, token_reply=TOKEN_REPLY) as server:
        async with rescind.Client.from_env(
            license_key="argument",
            sms_auth=CREDENTIALS,
            phone_notify_url=server.url,
            sms_url=server.url,
            attempts=1,
        ) as client:
            await cancel(client)
            await client.sms.delete_recurring_messages(["a"])
    assert "argument" in server.requests[0].decode()
    assert credentials(server.token_requests[0]) == ("an-id", "a-secret")


@pytest.mark.anyio
@pytest.mark.parametrize("value", ["", "  \n", None])
async def test_what_is_not_set_keeps_its_default(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    for name in VARIABLES:
        if value is not None:
            monkeypatch.setenv(name, value)
    client = rescind.Client.from_env()
    assert repr(client) == DEFAULT_REPR
    with pytest.raises(rescind.ConfigurationError, match="RESCIND_LICENSE_KEY"):
        await cancel(client)
    with pytest.raises(rescind.ConfigurationError, match="RESCIND_SMS_CLIENT_ID"):
        await client.sms.delete_all_pending_messages()


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ("RESCIND_SMS_CLIENT_ID", "RESCIND_SMS_CLIENT_SECRET"),
        ("RESCIND_SMS_CLIENT_SECRET", "RESCIND_SMS_CLIENT_ID"),
    ],
)
def test_half_of_the_credentials(monkeypatch: pytest.MonkeyPatch, there: str, missing: str) -> None:
    monkeypatch.setenv(there, "half")
    with pytest.raises(rescind.ConfigurationError, match=f"^{missing} is not set"):
        rescind.Client.from_env()
    rescind.Client.from_env(sms_auth=CREDENTIALS)
    rescind.Client.from_env(sms_auth=None)


def test_an_address_of_the_environment_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCIND_SMS_URL", "http://portal.2sms.us")
    with pytest.raises(rescind.ConfigurationError, match="sms_url is plain http"):
        rescind.Client.from_env()
    rescind.Client.from_env(allow_http=True)
    with pytest.raises(TypeError, match="retries"):
        rescind.Client.from_env(retries=3)  # type: ignore[call-arg]


def test_no_frame_of_ours_shows_the_key_when_a_setting_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RESCIND_LICENSE_KEY", "key-of-env")
    monkeypatch.setenv("RESCIND_SMS_CLIENT_ID", "id-of-env")
    monkeypatch.setenv("RESCIND_SMS_CLIENT_SECRET", "secret-of-env")
    monkeypatch.setenv("RESCIND_SMS_URL", "http://portal.2sms.us")
    ways: list[Callable[[], rescind.Client]] = [
        rescind.Client.from_env,
        lambda: rescind.Client(license_key="key-of-env", sms_url="http://portal.2sms.us"),
    ]
    for make in ways:
        with pytest.raises(rescind.ConfigurationError) as caught:
            make()
        shown = [repr(entry.frame.f_locals) for entry in caught.traceback[1:]]
        assert len(shown) > 1
        assert not [text for text in shown if "key-of-env" in text or "secret-of-env" in text]


# --- one out of another -----------------------------------------------------------------------


@pytest.mark.anyio
async def test_many_keys_over_one_pool() -> None:
    transport = Counting(COUNT)
    async with rescind.Client(license_key="first", transport=transport) as client:
        other = client.with_options(license_key="second")
        third = other.with_options(license_key=rescind.Secret("third"))
        for one in (client, other, third, client):
            await cancel(one)
        no_key = client.with_options(license_key=None)
        with pytest.raises(rescind.ConfigurationError, match="license_key="):
            await cancel(no_key)
    found = [dict(parse_qsl(body.decode()))["LicenseKey"] for body in transport.bodies]
    assert found == ["first", "second", "third", "first"]


@pytest.mark.anyio
async def test_the_parent_closes_and_the_child_does_not() -> None:
    transport = Counting(COUNT)
    client = rescind.Client(license_key="first", transport=transport)
    async with client.with_options(license_key="second") as child:
        await cancel(child)
    await child.aclose()
    assert transport.closed == 0
    await cancel(client)
    await client.aclose()
    assert transport.closed == 1


@pytest.mark.anyio
async def test_a_token_is_shared_by_clients_of_one_account() -> None:
    with ReplayServer(DELETED, repeat_last=True, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            for one in (client, client.with_options(license_key="other", timeout=5.0)):
                await one.sms.delete_recurring_messages(["a"])
            assert len(server.token_requests) == 1
            account = rescind.ClientCredentials(client_id="two", client_secret="its secret")
            other = client.with_options(sms_auth=account)
            await other.sms.delete_recurring_messages(["a"])
            await client.sms.delete_recurring_messages(["a"])
    assert [credentials(raw) for raw in server.token_requests] == [
        ("an-id", "a-secret"),
        ("two", "its secret"),
    ]


@pytest.mark.anyio
async def test_a_token_never_goes_to_another_address() -> None:
    with (
        ReplayServer(DELETED, token_reply=TOKEN_REPLY) as first,
        ReplayServer(DELETED, token_reply=TOKEN_REPLY) as second,
    ):
        async with client_of(first) as client:
            await client.sms.delete_recurring_messages(["a"])
            await client.with_options(sms_url=second.url).sms.delete_recurring_messages(["a"])
    assert (len(first.token_requests), len(second.token_requests)) == (1, 1)


@pytest.mark.anyio
async def test_what_a_child_does_not_name_stays() -> None:
    with ReplayServer(b"", b"", COUNT, repeat_last=True) as server:
        async with client_of(server, attempts=1) as client:
            child = client.with_options(license_key="other")
            with pytest.raises(rescind.OutcomeUnknownError) as caught:
                await cancel(child)
            assert caught.value.attempts == 1
            await cancel(child.with_options(attempts=2))
    assert len(server.requests) == 3


@pytest.mark.anyio
async def test_a_listener_of_its_own() -> None:
    told: list[tuple[str, str]] = []

    def listener(who: str) -> rescind.Listener:
        return lambda event: told.append((who, type(event).__name__))

    with ReplayServer(COUNT, repeat_last=True) as server:
        async with client_of(server, listener=listener("parent")) as client:
            await cancel(client.with_options(listener=None))
            await cancel(client.with_options(listener=listener("child")))
            await cancel(client)
    names = ["AttemptStarted", "Done"]
    assert told == [(who, name) for who in ("child", "parent") for name in names]


@pytest.mark.parametrize("name", ["max_connections", "http_client", "transport", "retries"])
def test_the_pool_itself_cannot_be_changed(name: str) -> None:
    change: Any = rescind.Client().with_options
    with pytest.raises(TypeError, match=f"with_options cannot change {name}"):
        change(**{name: 1})


# --- closing ----------------------------------------------------------------------------------


async def every_call(client: rescind.Client) -> None:
    for call in (
        cancel(client),
        client.phone_notify.invoke(GetVersion()),
        client.sms.delete_recurring_messages(["a"]),
        anext(client.sms.iter_pending_and_recurring()),
    ):
        with pytest.raises(rescind.ConfigurationError, match="is closed") as caught:
            await call
        assert caught.value.sent is rescind.Sent.NO
        assert caught.value.may_have_happened is False


@pytest.mark.anyio
async def test_a_closed_client_says_so() -> None:
    with ReplayServer(COUNT, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            child = client.with_options(license_key="other")
            await cancel(client)
        await every_call(client)
        await every_call(child)
        await every_call(client.with_options(license_key="late"))
        await client.aclose()
    assert len(server.requests) == 1


@pytest.mark.anyio
async def test_a_client_that_was_never_used_is_closed() -> None:
    client = rescind.Client(license_key="key")
    await client.aclose()
    await client.aclose()
    with pytest.raises(rescind.ConfigurationError, match="is closed"):
        await cancel(client)


@pytest.mark.anyio
async def test_an_injected_client_stays_open_but_ours_is_closed() -> None:
    with ReplayServer(COUNT, COUNT, token_reply=TOKEN_REPLY) as server:
        async with httpx.AsyncClient() as http_client:
            async with client_of(server, http_client=http_client) as client:
                await cancel(client)
            assert not http_client.is_closed
            await every_call(client)
            async with client_of(server, http_client=http_client) as client:
                await cancel(client)
    assert len(server.requests) == 2


@pytest.mark.anyio
async def test_an_injected_client_that_was_closed() -> None:
    http_client = httpx.AsyncClient()
    await http_client.aclose()
    async with rescind.Client(license_key="key", http_client=http_client) as client:
        with pytest.raises(rescind.ConfigurationError, match=r"http_client .* is closed"):
            await cancel(client)


def test_a_client_belongs_to_one_event_loop() -> None:
    with ReplayServer(COUNT, repeat_last=True) as server:
        client = rescind.Client(license_key="key", phone_notify_url=server.url + ASMX)
        anyio.run(cancel, client)
        with pytest.raises(rescind.ConfigurationError, match="one client for each loop"):
            anyio.run(cancel, client)


# --- the client as a thing --------------------------------------------------------------------


def test_a_client_is_immutable() -> None:
    client: Any = rescind.Client(license_key="key")
    for name in ("phone_notify", "sms", "license_key", "timeout"):
        with pytest.raises(AttributeError):
            setattr(client, name, None)


def test_a_client_shows_no_secret_and_lets_none_out() -> None:
    client = rescind.Client(license_key=LICENSE_KEY, sms_auth=CREDENTIALS)
    for shown in (repr(client), str(client), f"{client}", repr(CREDENTIALS)):
        assert LICENSE_KEY not in shown
        assert "a-secret" not in shown
    for let_out in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be copied or pickled"):
            let_out(client)


@pytest.mark.anyio
async def test_the_user_agent_names_us_on_every_request() -> None:
    with ReplayServer(COUNT, DELETED, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await cancel(client)
            await client.sms.delete_recurring_messages(["a"])
    expected = f"\r\nUser-Agent: rescind/{rescind.__version__}\r\n".encode()
    for raw in (*server.requests, *server.token_requests):
        assert raw.count(expected) == 1


@pytest.mark.anyio
async def test_an_option_of_one_call_lasts_for_one_call() -> None:
    answers = (b"", soap("ScriptLoad", "<ScriptLoadResult>x</ScriptLoadResult>"))
    with ReplayServer(*answers, *answers) as server:
        async with client_of(server) as client:
            load = ScriptLoad(script_name="s")
            with pytest.raises(rescind.OutcomeUnknownError) as caught:
                await client.phone_notify.invoke(load, attempts=1)
            assert caught.value.attempts == 1
            await client.phone_notify.invoke(load)
            found = await client.phone_notify.invoke(load, timeout=60, connect_timeout=1)
    assert found.script_load_result == "x"
    assert len(server.requests) == 4


class Counting:
    """A transport of the caller's own, which answers always the same."""

    def __init__(self, answer: bytes) -> None:
        self.bodies: list[bytes] = []
        self.closed = 0
        self._body = answer.partition(b"\r\n\r\n")[2]

    def hides_query(self, base_url: str) -> bool:
        return bool(base_url)

    async def send(
        self, base_url: str, request: rescind.WireRequest, limits: rescind.Limits
    ) -> rescind.WireReply:
        assert base_url
        assert limits.attempt_timeout > 0
        self.bodies.append(request.body)
        return rescind.WireReply(200, (("content-type", "text/xml"),), self._body)

    async def aclose(self) -> None:
        self.closed += 1
