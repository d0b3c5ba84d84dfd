"""Serving a sandbox: in the event loop, in a thread, on loopback, and cleanly down again."""

import asyncio
import gc
import http.client
import logging
import socket
import threading
import urllib.request
import weakref
from urllib.parse import urlsplit

import anyio
import pytest
from uvicorn.protocols.http.h11_impl import H11Protocol

from rescind import sandbox as local


def fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as response:
        content: bytes = response.read()
    return content


def refused(url: str) -> bool:
    address = urlsplit(url)
    try:
        socket.create_connection((str(address.hostname), address.port or 0), timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False


@pytest.mark.asyncio
async def test_in_the_event_loop() -> None:
    before = asyncio.all_tasks()
    async with local.running(port=0) as sandbox:
        url = sandbox.url
        assert urlsplit(sandbox.phone_notify_url).path == "/NotifyWS/PhoneNotify.asmx"
        assert sandbox.sms_url == url
        page = await asyncio.to_thread(fetch, sandbox.phone_notify_url)
        assert b"CancelNotifyByReferenceID" in page
    assert asyncio.all_tasks() == before
    assert refused(url)
    assert sandbox.url == "http://sandbox"


@pytest.mark.asyncio
async def test_connections_still_open_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = asyncio.Event()
    async with local.running(port=0) as sandbox:

        def record(_request: local.Request, _status: int | None) -> None:
            arrived.set()

        monkeypatch.setattr(sandbox, "record", record)
        address = urlsplit(sandbox.url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        sandbox.order(local.Delay(3600))
        writer.write(b"GET /NotifyWS/PhoneNotify.asmx HTTP/1.1\r\nHost: x\r\n\r\n")
        await arrived.wait()
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.asyncio
async def test_answers_are_not_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Head and body go out in two writes: with Nagle's algorithm the second would wait 40 ms."""
    options: asyncio.Queue[int] = asyncio.Queue()

    def connection_made(_protocol: H11Protocol, transport: asyncio.Transport) -> None:
        connection: socket.socket = transport.get_extra_info("socket")
        options.put_nowait(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        transport.abort()

    monkeypatch.setattr(H11Protocol, "connection_made", connection_made)
    async with local.running(port=0) as sandbox:
        address = urlsplit(sandbox.url)
        _, writer = await asyncio.open_connection(address.hostname, address.port)
        assert await options.get() != 0
        writer.close()
        await asyncio.wait_for(writer.wait_closed(), 5)


@pytest.mark.asyncio
async def test_an_exception_inside_still_stops_it() -> None:
    sandbox = local.Sandbox()
    urls: list[str] = []

    async def fail() -> None:
        async with local.running(port=0, sandbox=sandbox):
            urls.append(sandbox.url)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert refused(urls[0])


def test_in_a_thread() -> None:
    threads = threading.active_count()
    with local.serving() as sandbox:
        assert b"<string" in fetch(f"{sandbox.phone_notify_url}/GetVersion")
        url = sandbox.url
    assert refused(url)
    assert threading.active_count() == threads


def test_under_trio_the_error_says_what_to_do() -> None:
    async def main() -> None:
        async with local.running(port=0):
            pass

    with pytest.raises(RuntimeError, match=r"use rescind\.sandbox\.serving\(\) under trio"):
        anyio.run(main, backend="trio")


def test_a_sandbox_of_ones_own_keeps_its_state() -> None:
    own = local.Sandbox(local.Settings(user_id="me"))
    own.add_call("7575559999", reference_id="a")
    with local.serving(sandbox=own) as served:
        assert served is own
        query = f"ReferenceID=a&LicenseKey={own.license_key}"
        body = fetch(f"{own.phone_notify_url}/CancelNotifyByReferenceID?{query}")
        assert b">1</int>" in body
    assert [call.state for call in own.calls.all()] == [local.CallState.CANCELLED]


def test_settings_and_a_sandbox_contradict_each_other() -> None:
    with (
        pytest.raises(ValueError, match="settings or a sandbox"),
        local.serving(sandbox=local.Sandbox(), settings=local.Settings()),
    ):
        pass


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"), local.serving(port=port):
            pass


def test_it_says_so_when_others_can_reach_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="rescind.sandbox"):
        with local.serving() as sandbox:
            assert urlsplit(sandbox.url).hostname == "127.0.0.1"
        assert caplog.records == []
        with local.serving(host="0.0.0.0"):
            pass
    assert "other machines can reach it" in caplog.text


def test_the_wsdl_has_the_address_of_the_request() -> None:
    with local.serving() as sandbox:
        address = urlsplit(sandbox.url)
        for host in (f"127.0.0.1:{address.port}", "phone.example:99", 'a"<&b'):
            connection = http.client.HTTPConnection(str(address.hostname), address.port)
            connection.request("GET", "/notifyws/PHONENOTIFY.asmx?WSDL", headers={"Host": host})
            text = connection.getresponse().read().decode()
            connection.close()
            written = host.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
            location = f'location="http://{written}/notifyws/PHONENOTIFY.asmx"'
            assert text.count(location) == 4


def test_nothing_is_left_behind() -> None:
    served: list[weakref.ref[local.Sandbox]] = []
    for _ in range(2):
        with local.serving() as sandbox:
            served.append(weakref.ref(sandbox))
        del sandbox
    gc.collect()
    assert [reference() for reference in served] == [None, None]


@pytest.mark.anyio
async def test_running_without_a_port_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    async with local.running() as sandbox, sandbox.client() as client:
        monkeypatch.setattr(socket.socket, "bind", refuse)
        monkeypatch.setattr(socket.socket, "connect", refuse)
        sandbox.add_call("7575550001", reference_id="r", due=sandbox.clock.now())
        outcome = await client.phone_notify.cancel_notify_by_reference_id("r")
    assert outcome.cancelled == 1
