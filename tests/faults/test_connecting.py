"""Addresses, TLS, redirects, and what stays in a connection from one call to the next."""

import socket
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest

import rescind
from rescind import Sent
from tests.support.forms import FORMS, Form
from tests.support.hostile import (
    CERTIFICATE,
    Hostile,
    Peer,
    answer,
    closed_port,
    keep,
    server_tls,
    silence,
    token,
)
from tests.support.replay import reply
from tests.support.through import TRIO_KINDS, through

pytestmark = pytest.mark.anyio

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
SOAP = FORMS["soap11"]


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


async def failure(
    form: Form, url: str, *, kind: str = "httpcore", timeout: float = 10.0, attempts: int = 1
) -> rescind.RescindError:
    async with through(kind, url, timeout=timeout, attempts=attempts) as client:
        with pytest.raises(rescind.RescindError) as caught:
            await form.call(client)
    return caught.value


@every_form
async def test_a_refused_connection(form: Form) -> None:
    error = await failure(form, f"http://127.0.0.1:{closed_port()}", attempts=2)

    assert type(error) is rescind.NotSentError
    assert error.sent is Sent.NO
    assert not error.may_have_happened


async def test_a_host_that_does_not_exist() -> None:
    error = await failure(SOAP, "https://no-such-host.invalid")

    assert type(error) is rescind.NotSentError
    assert error.sent is Sent.NO


@pytest.mark.parametrize("kind", TRIO_KINDS)
async def test_a_host_name_that_cannot_exist(kind: str) -> None:
    error = await failure(SOAP, f"https://{'a' * 64}.invalid", kind=kind)

    assert type(error) is rescind.NotSentError
    assert error.sent is Sent.NO


@every_form
async def test_a_redirect_to_another_host_is_not_followed(form: Form) -> None:
    with Hostile(silence) as elsewhere:
        moved = (
            f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.url}/\r\n"
            "Content-Length: 0\r\n\r\n"
        ).encode()
        acts = [token, answer(moved)] if form.needs_token else [answer(moved)]
        with Hostile(*acts) as server:
            error = await failure(form, server.url)

        assert elsewhere.peers == []
    assert type(error) is rescind.InvalidRequestError
    assert not error.may_have_happened
    assert error.status == 307


async def test_a_first_attempt_that_hangs() -> None:
    """It leaves time for a second one, but only where repeating is safe."""
    async with anyio.create_task_group() as tasks:
        for form in FORMS.values():
            tasks.start_soon(hang_first, form)


async def hang_first(form: Form) -> None:
    acts = [silence, keep(form.good)]
    with Hostile(*([token] if form.needs_token else []), *acts) as server:
        async with through("httpcore", server.url, timeout=3.0, attempts=2) as client:
            if form.repeatable:
                outcome = await form.call(client)
                assert isinstance(outcome, rescind.CancelOutcome | rescind.DeleteOutcome)
                assert (outcome.attempts, outcome.exact) == (2, False)
            else:
                with pytest.raises(rescind.OutcomeUnknownError) as caught:
                    await form.call(client)
                assert (caught.value.attempts, caught.value.sent) == (1, Sent.YES)
        calls = server.requests[1:] if form.needs_token else server.requests
        assert len(calls) == (2 if form.repeatable else 1), form.name


@every_form
@pytest.mark.parametrize("kind", ["httpcore", "aiohttp"])
async def test_a_second_reply_is_never_taken_for_the_next_calls_answer(
    form: Form, kind: str, anyio_backend: str
) -> None:
    """It stands in the same packet as the first one, and on the same connection."""
    if kind == "aiohttp" and (form.name == "get" or anyio_backend == "trio"):
        pytest.skip("not offered")
    wrong = reply(b"<wrong/>", status="500 Wrong").replace(b"Connection: close\r\n", b"")

    def two_for_one(peer: Peer) -> None:
        peer.request()
        peer.send(form.good + wrong)
        while peer.request():
            peer.send(form.good)

    acts = [two_for_one, keep(form.good)]
    with Hostile(*([token] if form.needs_token else []), *acts) as server:
        async with through(kind, server.url) as client:
            await form.call(client)
            await form.call(client)


class TestTls:
    @pytest.fixture(autouse=True)
    def trust(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        return iter([None])

    async def test_a_certificate_that_verifies(self) -> None:
        with Hostile(keep(SOAP.good), tls=server_tls()) as server:
            async with through("httpcore", server.url) as client:
                assert isinstance(await SOAP.call(client), rescind.CancelOutcome)

    @every_form
    async def test_one_that_does_not_is_tried_once(
        self, form: Form, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE")
        with Hostile(keep(form.good), tls=server_tls()) as server:
            error = await failure(form, server.url, attempts=3)

            assert len(server.peers) == 1
            assert b"".join(server.requests) == b""
        assert type(error) is rescind.NotSentError
        assert error.sent is Sent.NO
        assert "certificate does not verify" in str(error)

    async def test_one_for_another_host_is_tried_once(self) -> None:
        with Hostile(keep(SOAP.good), tls=server_tls()) as server:
            error = await failure(SOAP, f"https://127.0.0.2:{server.port}", attempts=3)

            assert len(server.peers) <= 1
        assert type(error) is rescind.NotSentError

    @every_form
    async def test_a_handshake_that_fails_is_tried_again(self, form: Form) -> None:
        def no_tls(peer: Peer) -> None:
            peer.read(1)
            peer.send(b"220 mail.example ESMTP\r\n")

        with Hostile(no_tls) as server:
            url = server.url.replace("http:", "https:")
            error = await failure(form, url, attempts=2)

            assert len(server.peers) == 2
        assert type(error) is rescind.NotSentError
        assert error.sent is Sent.NO

    async def test_a_handshake_that_hangs_ends_with_the_time_to_connect(self) -> None:
        with Hostile(lambda peer: peer.wait()) as server:
            url = server.url.replace("http:", "https:")
            async with through("httpcore", url, timeout=10) as client:
                with pytest.raises(rescind.NotSentError) as caught:
                    await client.phone_notify.cancel_notify_by_reference_id(
                        "notify1", connect_timeout=0.2
                    )
            assert server.all_closed()

        assert caught.value.sent is Sent.NO

    async def test_a_ca_file_that_is_not_there(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))

        error = await failure(SOAP, "https://127.0.0.1:1")

        assert type(error) is rescind.ConfigurationError
        assert "SSL_CERT_FILE" in str(error)


def ipv6_is_there() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not ipv6_is_there(), reason="this machine has no IPv6 loopback")
class TestIPv6Only:
    @every_form
    async def test_by_address(self, form: Form) -> None:
        acts = [token, keep(form.good)] if form.needs_token else [keep(form.good)]
        with Hostile(*acts, host="::1") as server:
            async with through("httpcore", server.url) as client:
                await form.call(client)

    async def test_by_name(self) -> None:
        with Hostile(keep(SOAP.good), host="::1") as server:
            found = {info[4][0] for info in socket.getaddrinfo("localhost", server.port)}
            if "::1" not in found:
                pytest.skip("localhost has no IPv6 address here")
            async with through("httpcore", f"http://localhost:{server.port}") as client:
                await SOAP.call(client)


@pytest.mark.parametrize(
    ("proxy", "words"),
    [
        ("socks5://127.0.0.1:1", "a kind that this transport cannot use"),
        ("ftp://127.0.0.1:1", "not the address of a proxy"),
        ("http://host:port", "not the address of a proxy"),
    ],
)
async def test_a_proxy_in_the_environment_that_cannot_be_used(
    proxy: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", proxy)

    error = await failure(SOAP, "https://phone.invalid")

    assert type(error) is rescind.ConfigurationError
    assert words in str(error)
