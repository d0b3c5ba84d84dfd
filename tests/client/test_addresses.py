"""Where a client may send keys to, and over what."""

import socket
from typing import Any

import httpx
import pytest

import rescind
from rescind import Wire
from rescind_models.phone_notify import GetVersion
from tests.client.answers import (
    ASMX,
    CREDENTIALS,
    LICENSE_KEY,
    client_of,
    element,
    nothing_is_sent,
)
from tests.support.replay import ReplayServer

# A port that nobody listens on: reaching for this proxy would be a NotSentError.
PROXY = "http://127.0.0.1:9"

LOOPBACK = [
    "http://localhost/x",
    "http://LOCALHOST:8080",
    "http://127.0.0.1:1",
    "http://127.9.9.9/",
    "http://[::1]:8080/PhoneNotify.asmx",
]
PLAIN = [
    "http://ws.esendex.us/NotifyWS/PhoneNotify.asmx",
    "HTTP://ws.esendex.us/",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://[::]",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://127.1",
]
ODD = {
    "": "not an http or https URL",
    "ws.esendex.us": "not an http or https URL",
    "//ws.esendex.us/x": "not an http or https URL",
    "/NotifyWS/PhoneNotify.asmx": "not an http or https URL",
    "ftp://ws.esendex.us": "not an http or https URL",
    "https:": "not an http or https URL",
    "https:///PhoneNotify.asmx": "not an http or https URL",
    "https://:443": "not an http or https URL",
    "https://host:0": "not an http or https URL",
    "https://host:65536": "not an http or https URL",
    "https://host:port": "not an http or https URL",
    "https://[::1": "not an http or https URL",
    "https://[not-an-address]": "not an http or https URL",
    "https://ho<st": "not an http or https URL",
    "https://ho%73t": "not an http or https URL",
    "https://user@host": "user name",
    "https://user:word@host": "user name",
    "https://@host": "user name",
    "https://host/x?": "query",
    "https://host/x?key=1": "query",
    "https://host/#": "fragment",
    "https://host/#x": "fragment",
    "https://host\\@other": "query, a fragment",
    "https://host/a b": "blanks",
    " https://host": "blanks",
    "https://host\n": "blanks",
    "https://ho\tst": "blanks",
    "https://host/\x7f": "blanks",
    "https://höst": "non-ASCII",
    "https://host/ü": "non-ASCII",
}
each_url = pytest.mark.parametrize("name", ["phone_notify_url", "sms_url"])


def make(**options: Any) -> rescind.Client:
    return rescind.Client(**options)


@each_url
@pytest.mark.parametrize("url", LOOPBACK)
def test_plain_http_to_this_machine(name: str, url: str) -> None:
    assert url.rstrip("/") in repr(make(**{name: url}))


@each_url
@pytest.mark.parametrize("url", PLAIN)
def test_plain_http_to_another_machine(name: str, url: str) -> None:
    with pytest.raises(rescind.ConfigurationError, match=rf"{name} is plain http.*allow_http=True"):
        make(**{name: url})
    client = make(**{name: url, "allow_http": True})
    assert url in repr(client)
    with pytest.raises(rescind.ConfigurationError, match=rf"{name} is plain http"):
        client.with_options(allow_http=False)
    with pytest.raises(rescind.ConfigurationError, match=rf"{name} is plain http"):
        rescind.Client().with_options(**{name: url})  # type: ignore[arg-type]


@each_url
@pytest.mark.parametrize(("url", "text"), ODD.items(), ids=[repr(url) for url in ODD])
def test_odd_addresses(name: str, url: str, text: str) -> None:
    for allow_http in (False, True):
        with pytest.raises(rescind.ConfigurationError, match=rf"^{name} .*{text}") as caught:
            make(**{name: url, "allow_http": allow_http})
        assert "word" not in str(caught.value)


@each_url
@pytest.mark.parametrize("url", [None, b"https://host", 5, httpx.URL("https://host")], ids=repr)
def test_addresses_are_strings(name: str, url: Any) -> None:
    with pytest.raises(TypeError, match=f"{name} is a string"):
        make(**{name: url})


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/", "", "/x/", "/x/y.asmx", "/x//"])
async def test_a_slash_at_the_end_is_no_part_of_the_address(path: str) -> None:
    with ReplayServer(element("int", "1"), repeat_last=True) as server:
        async with client_of(server) as made:
            client = made.with_options(phone_notify_url=server.url + path)
            await client.phone_notify.cancel_notify_by_reference_id("a", wire=Wire.HTTP_POST)
    assert server.requests[0].startswith(
        f"POST {path.rstrip('/')}/CancelNotifyByReferenceID HTTP/1.1\r\n".encode()
    )


# --- HTTP GET, whose URL holds the key --------------------------------------------------------


@pytest.mark.anyio
async def test_http_get_is_not_offered_through_an_injected_client() -> None:
    async with (
        httpx.AsyncClient() as http_client,
        nothing_is_sent(http_client=http_client) as client,
    ):
        for call in (
            client.phone_notify.cancel_notify_by_reference_id("notify1", wire=Wire.HTTP_GET),
            client.phone_notify.cancel_notify(1, wire=Wire.HTTP_GET),
            client.phone_notify.invoke(GetVersion(), wire=Wire.HTTP_GET),
        ):
            with pytest.raises(rescind.ConfigurationError, match="use another wire"):
                await call


@pytest.mark.asyncio
async def test_http_get_is_not_offered_over_aiohttp() -> None:
    pytest.importorskip("httpx_aiohttp")
    async with nothing_is_sent(transport="aiohttp") as client:
        with pytest.raises(rescind.ConfigurationError, match="use another wire"):
            await client.phone_notify.cancel_notify_by_reference_id("a", wire=Wire.HTTP_GET)


@pytest.mark.anyio
@pytest.mark.parametrize("variable", ["http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"])
async def test_http_get_is_not_offered_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, PROXY)
    async with rescind.Client(
        license_key=LICENSE_KEY, phone_notify_url="http://phone.test", allow_http=True
    ) as client:
        with pytest.raises(rescind.ConfigurationError, match="a proxy would show it"):
            await client.phone_notify.cancel_notify_by_reference_id("a", wire=Wire.HTTP_GET)


@pytest.mark.anyio
async def test_http_get_to_the_real_address_is_not_offered_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("https_proxy", PROXY)
    async with rescind.Client(license_key=LICENSE_KEY) as client:
        with pytest.raises(rescind.ConfigurationError, match="a proxy would show it"):
            await client.phone_notify.cancel_notify_by_reference_id("a", wire=Wire.HTTP_GET)


@pytest.mark.anyio
async def test_http_get_past_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback needs no proxy, and one would see the key of a call that stays on this machine."""
    monkeypatch.setenv("http_proxy", PROXY)
    with ReplayServer(element("int", "3")) as server:
        async with client_of(server) as client:
            outcome = await client.phone_notify.cancel_notify_by_reference_id(
                "a", wire=Wire.HTTP_GET
            )
    assert outcome.cancelled == 3


# --- how the connections are chosen -----------------------------------------------------------


def test_one_way_to_connect() -> None:
    http_client: Any = httpx.AsyncClient()
    wrong: Any
    with pytest.raises(rescind.ConfigurationError, match="http_client= or transport="):
        make(http_client=http_client, transport="httpcore")
    for wrong in (httpx.Client(), httpx.AsyncClient, "client"):
        with pytest.raises(TypeError, match=r"http_client is an httpx\.AsyncClient"):
            make(http_client=wrong)
    for wrong in ("curl", 5, object(), httpx.AsyncHTTPTransport()):
        with pytest.raises(TypeError, match="transport is 'httpcore', 'aiohttp' or"):
            make(transport=wrong)


@pytest.mark.parametrize(
    ("options", "error", "text"),
    [
        ({"license_key": b"key"}, TypeError, "a secret is a string"),
        ({"license_key": 5}, TypeError, "a secret is a string"),
        ({"license_key": ""}, ValueError, "a secret is not empty"),
        ({"license_key": " key "}, ValueError, "no blanks around"),
        ({"sms_auth": ("id", "secret")}, TypeError, r"rescind\.ClientCredentials, not tuple"),
        ({"sms_auth": "secret"}, TypeError, r"rescind\.ClientCredentials, not str"),
        ({"allow_http": "false"}, TypeError, "allow_http is True or False, not str"),
        ({"allow_http": None}, TypeError, "allow_http is True or False"),
        ({"listener": "print"}, TypeError, r"listener is a rescind\.Listener, not str"),
        ({"timeout": 0}, ValueError, "timeout"),
        ({"timeout": "30"}, TypeError, "timeout"),
        ({"attempt_timeout": -1}, ValueError, "attempt_timeout"),
        ({"connect_timeout": None}, TypeError, "connect_timeout"),
        ({"attempts": 0}, ValueError, "attempts"),
        ({"attempts": True}, TypeError, "attempts"),
        ({"max_connections": 0}, ValueError, "max_connections"),
        ({"max_connections": 1.5}, TypeError, "max_connections"),
        ({"max_connections": True}, TypeError, "max_connections"),
        ({"retries": 3}, TypeError, "retries"),
    ],
)
def test_settings_that_do_not_fit(
    options: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        make(**options)
    if "max_connections" not in options:
        with pytest.raises(error, match=text):
            rescind.Client(sms_auth=CREDENTIALS).with_options(**options)


def test_settings_have_names() -> None:
    positional: Any = rescind.Client
    with pytest.raises(TypeError):
        positional(LICENSE_KEY)


def test_the_default_addresses() -> None:
    assert repr(rescind.Client(license_key=LICENSE_KEY)) == (
        f"<rescind.Client phone_notify_url='https://ws.esendex.us{ASMX}' "
        "sms_url='https://portal.2sms.us'>"
    )


@pytest.mark.anyio
async def test_an_address_where_nobody_listens_is_named_with_the_reason() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    async with rescind.Client(
        license_key=LICENSE_KEY, phone_notify_url=f"http://127.0.0.1:{port}/x.asmx", attempts=1
    ) as client:
        with pytest.raises(rescind.NotSentError, match=f"cannot connect to 127.0.0.1:{port}: "):
            await client.phone_notify.cancel_notify_by_reference_id("a")
