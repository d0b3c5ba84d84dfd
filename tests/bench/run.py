"""What a call costs: CPU a call in this process, against a server in another one.

Figures are medians of several rounds, in microseconds of CPU; machines differ, ratios travel.
"""

import multiprocessing
import socket
import statistics
import time
from collections.abc import Awaitable, Callable

import anyio
import httpx

import rescind
from rescind.codec import decode_xml, encode_xml
from rescind_models.phone_notify import (
    CancelNotifyByReferenceID,
    CancelNotifyByReferenceIDResponse,
)

ROUNDS = 5
CALLS = 400
NAMESPACE = "https://ws.esendex.us/NotifyWS/"
ANSWER = (
    f'<CancelNotifyByReferenceIDResponse xmlns="{NAMESPACE}"><CancelNotifyByReferenceIDResult>3'
    "</CancelNotifyByReferenceIDResult></CancelNotifyByReferenceIDResponse>"
)
BODY = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    f"{ANSWER}</soap:Body></soap:Envelope>"
).encode()
REPLY = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
)


def serve(listener: socket.socket) -> None:
    """Answer every request on every connection with the same bytes."""

    async def answer(stream: anyio.abc.SocketStream) -> None:
        held = b""
        try:
            async for piece in stream:
                held += piece
                if held.endswith((b"Envelope>", b"\r\n\r\n")):
                    held = b""
                    await stream.send(REPLY)
        except anyio.BrokenResourceError:
            return

    async def main() -> None:
        async with await anyio.abc.SocketListener.from_socket(listener) as listening:
            await listening.serve(answer)

    anyio.run(main)


async def cost(call: Callable[[], Awaitable[object]], in_flight: int) -> float:
    """Return the median CPU time of a call, in microseconds, with so many at once."""

    async def some(count: int) -> None:
        for _ in range(count):
            await call()

    await some(20)
    rounds: list[float] = []
    for _ in range(ROUNDS):
        before = time.process_time()
        async with anyio.create_task_group() as tasks:
            for _ in range(in_flight):
                tasks.start_soon(some, CALLS // in_flight)
        rounds.append((time.process_time() - before) / (CALLS // in_flight * in_flight) * 1e6)
    return statistics.median(rounds)


async def calls(url: str) -> None:
    """Compare cancels by rescind with the same bytes through a bare httpx client."""
    request = encode_xml(CancelNotifyByReferenceID(reference_id="notify1", license_key="k" * 36))
    async with (
        rescind.Client(license_key="k" * 36, phone_notify_url=url) as client,
        httpx.AsyncClient(trust_env=False) as bare,
    ):
        if True:
            ways: dict[str, Callable[[], Awaitable[object]]] = {
                "rescind": lambda: client.phone_notify.cancel_notify_by_reference_id("notify1"),
                "bare httpx": lambda: bare.post(
                    url, content=f"<Envelope>{request}</Envelope>".encode()
                ),
            }
            for in_flight in (1, 16, 64):
                for name, way in ways.items():
                    print(
                        f"{name:12} {in_flight:3} in flight  {await cost(way, in_flight):8.0f} µs"
                    )


def codec() -> None:
    """Time the codec alone."""
    model = CancelNotifyByReferenceID(reference_id="notify1", license_key="k" * 36)
    ways: dict[str, Callable[[], object]] = {
        "cancel out": lambda: encode_xml(model),
        "cancel in": lambda: decode_xml(CancelNotifyByReferenceIDResponse, ANSWER.encode()),
    }
    for name, way in ways.items():
        way()
        before = time.process_time()
        for _ in range(5000):
            way()
        print(f"{name:27}  {(time.process_time() - before) / 5000 * 1e6:8.1f} µs")


def main() -> None:
    """Run every benchmark."""
    codec()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = multiprocessing.get_context("fork").Process(
            target=serve, args=(listener,), daemon=True
        )
        server.start()
        try:
            anyio.run(calls, f"http://127.0.0.1:{listener.getsockname()[1]}/x.asmx")
        finally:
            server.terminate()
            server.join()


if __name__ == "__main__":
    main()
