"""Each of the six documented forms, to the byte."""

import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx

import rescind
from rescind import Wire
from tests.support.replay import TOKEN_BODY, TOKEN_REPLY, ReplayServer
from tests.wires import independent
from tests.wires.independent import Sent
from tests.wires.pages import (
    ASMX,
    CREDENTIALS,
    FORMS,
    LICENSE_KEY,
    Form,
)

GOLDEN = Path(__file__).parent.parent / "data" / "golden"

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.wire.value)
each_form_but_get = pytest.mark.parametrize(
    "form",
    [form for form in FORMS if form.wire is not Wire.HTTP_GET],
    ids=lambda form: form.wire.value,
)


def check_against_the_page(form: Form, sent: Sent) -> None:
    """Method, path, header fields and body are those of the vendor's page."""
    assert (sent.method, sent.path) == (form.method, form.path)
    for name, value in form.headers.items():
        assert sent.header(name) == value
    if "SOAPAction" not in form.headers:
        assert sent.all_of("SOAPAction") == []
    assert sent.header("User-Agent") == f"rescind/{rescind.__version__}"
    assert sent.all_of("Transfer-Encoding") == []
    if form.wire is Wire.HTTP_GET:
        assert (sent.body, sent.all_of("Content-Length")) == (b"", [])
        assert sent.all_of("Content-Type") == []
        assert independent.pairs(sent.query) == independent.pairs(form.sample)
        return
    assert sent.header("Content-Length") == str(len(sent.body))
    assert sent.query == ""
    if form.wire is Wire.HTTP_POST:
        assert independent.pairs(sent.body.decode("ascii")) == independent.pairs(form.sample)
    elif form.wire is Wire.JSON:
        assert independent.json_members(sent.body) == independent.json_members(form.sample.encode())
    else:
        assert independent.canonical(sent.body) == independent.canonical(form.sample)


def golden(form: Form, url: str) -> bytes:
    """The whole request, but for the host and our version, which are filled in."""
    expected = (GOLDEN / f"{form.wire.value}.http").read_bytes()
    host = url.removeprefix("http://").encode()
    version = rescind.__version__.encode()
    return expected.replace(b"{host}", host).replace(b"{version}", version)


@pytest.mark.anyio
@each_form
async def test_what_stands_on_the_socket(form: Form) -> None:
    with ReplayServer(form.answer, token_reply=TOKEN_REPLY) as server:
        async with rescind.Client(
            license_key=LICENSE_KEY,
            sms_auth=CREDENTIALS,
            phone_notify_url=server.url + ASMX,
            sms_url=server.url,
        ) as client:
            await form.send(client)
    (raw,) = server.requests
    check_against_the_page(form, independent.parse(raw))
    assert raw == golden(form, server.url)


@pytest.mark.anyio
@each_form_but_get
async def test_an_injected_client_sends_the_same_bytes(form: Form) -> None:
    with ReplayServer(form.answer, token_reply=TOKEN_REPLY) as server:
        async with (
            httpx.AsyncClient(headers={"X-Mine": "1"}, params={"mine": "1"}) as http_client,
            rescind.Client(
                license_key=LICENSE_KEY,
                sms_auth=CREDENTIALS,
                phone_notify_url=server.url + ASMX,
                sms_url=server.url,
                http_client=http_client,
            ) as client,
        ):
            await form.send(client)
    assert server.requests == [golden(form, server.url)]


@pytest.mark.asyncio
@each_form_but_get
async def test_the_aiohttp_transport_sends_what_the_page_shows(form: Form) -> None:
    pytest.importorskip("httpx_aiohttp")
    with ReplayServer(form.answer, token_reply=TOKEN_REPLY) as server:
        async with rescind.Client(
            license_key=LICENSE_KEY,
            sms_auth=CREDENTIALS,
            phone_notify_url=server.url + ASMX,
            sms_url=server.url,
            transport="aiohttp",
        ) as client:
            await form.send(client)
    (raw,) = server.requests
    check_against_the_page(form, independent.parse(raw))


def answer_of(form: Form) -> httpx.Response:
    head, _, body = form.answer.partition(b"\r\n\r\n")
    content_type = head.partition(b"Content-Type: ")[2].partition(b"\r\n")[0].decode()
    return httpx.Response(200, content=body, headers={"Content-Type": content_type})


@pytest.mark.anyio
@each_form
async def test_what_respx_sees_at_the_documented_addresses(form: Form) -> None:
    host = "portal.2sms.us" if form.is_sms else "ws.esendex.us"
    async with respx.mock() as router:
        if form.is_sms:
            token = httpx.Response(200, content=TOKEN_BODY)
            router.post("https://portal.2sms.us/Token").mock(return_value=token)
        route = router.route(scheme="https", host=host, path=form.path)
        route.mock(return_value=answer_of(form))
        async with rescind.Client(license_key=LICENSE_KEY, sms_auth=CREDENTIALS) as client:
            await form.send(client)
        request = route.calls.last.request
    sent = Sent(
        request.method,
        request.url.raw_path.decode(),
        tuple((name.decode(), value.decode()) for name, value in request.headers.raw),
        request.content,
    )
    check_against_the_page(form, sent)
    assert sent.header("Host") == host
    # respx shows the target as a part of its own URL; the client makes no such URL, see below.
    target = request.extensions.get("target")
    if form.wire is Wire.HTTP_GET:
        assert target == f"{form.path}?{form.sample}".encode()
    else:
        assert target is None


@pytest.mark.anyio
async def test_the_key_of_an_http_get_is_in_no_url_and_no_log_line(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (form,) = (form for form in FORMS if form.wire is Wire.HTTP_GET)
    urls: list[str] = []
    make_url = httpx.URL.__init__

    def spy(self: httpx.URL, *args: Any, **kwargs: Any) -> None:
        make_url(self, *args, **kwargs)
        urls.append(str(self))

    monkeypatch.setattr(httpx.URL, "__init__", spy)
    caplog.set_level(logging.DEBUG)
    with ReplayServer(form.answer) as server:
        async with rescind.Client(
            license_key=LICENSE_KEY, phone_notify_url=server.url + ASMX
        ) as client:
            await form.send(client)
    assert LICENSE_KEY in server.requests[0].decode()
    assert urls
    assert not [url for url in urls if LICENSE_KEY in url]
    assert caplog.records
    assert not [line for line in caplog.messages if LICENSE_KEY in line]


def test_member_order_is_part_of_json_equality() -> None:
    """Keeps the comparison above honest: plain dicts would not notice an order."""
    one, other = b'{"All":true,"Type":0}', b'{"Type":0,"All":true}'
    assert json.loads(one) == json.loads(other)
    assert independent.json_members(one) != independent.json_members(other)
