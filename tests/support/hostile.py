"""A server on raw loopback sockets that behaves as badly as a test wants.

It runs in threads of its own, so that a test may use it under asyncio or trio.
"""

import contextlib
import json
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from tests.support.replay import TOKEN_REPLY, reply

CERTIFICATE = Path(__file__).parent.parent / "data" / "tls" / "loopback.pem"

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)[ \t]*\r\n", re.IGNORECASE)
_STALLED = 30.0


class Peer:
    """The server's end of one connection.

    Attributes:
        received: Every byte that was read.
        closed: Set once this end is done with: the client has closed, or the act is over.
    """

    def __init__(self, connection: socket.socket) -> None:
        self.received = b""
        self.closed = threading.Event()
        self.socket = connection
        self.socket.settimeout(_STALLED)
        self._taken = 0

    def read(self, size: int) -> bytes:
        """Read this many bytes, or what there is before the client stops."""
        found = b""
        while len(found) < size and (piece := self.socket.recv(size - len(found))):
            found += piece
            self.received += piece
        return found

    def request(self) -> bytes:
        """Read one whole request; b"" where the client closed instead."""
        start = len(self.received)
        while (missing := _missing(self.received[start:])) and (piece := self.socket.recv(missing)):
            self.received += piece
        return self.received[start:]

    def head(self) -> bytes:
        """Read a request's head, byte by byte, and nothing of its body."""
        start = len(self.received)
        while b"\r\n\r\n" not in self.received[start:] and self.read(1):
            pass
        return self.received[start:]

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def stream(self, pieces: Iterator[bytes]) -> None:
        """Send piece after piece, until the client has had enough."""
        with contextlib.suppress(OSError):
            for piece in pieces:
                self.socket.sendall(piece)

    def reset(self) -> None:
        """Close with a reset instead of an orderly end."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def wait(self) -> None:
        """Say nothing until the client closes."""
        with contextlib.suppress(OSError):
            while piece := self.socket.recv(65536):
                self.received += piece

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.closed.set()


Act: TypeAlias = Callable[[Peer], None]


def answer(*replies: bytes) -> Act:
    """Answer each request of a connection with the next of these, and then close."""

    def act(peer: Peer) -> None:
        for data in replies:
            peer.request()
            peer.send(data)

    return act


def keep(data: bytes) -> Act:
    """Answer every request of a connection with this, for as long as the client keeps it."""

    def act(peer: Peer) -> None:
        while peer.request():
            peer.send(data)

    return act


token = answer(TOKEN_REPLY)


def token_of(value: str) -> bytes:
    """The answer to a token request that gives this token."""
    return reply(
        json.dumps({"access_token": value, "token_type": "bearer", "expires_in": 28799}).encode()
    )


def silence(peer: Peer) -> None:
    """Read the request and say nothing."""
    peer.request()
    peer.wait()


class Hostile:
    """Lets the n-th act meet the n-th connection, each in a thread; the last one is repeated.

    Args:
        *acts: What to do with each connection.
        tls: Speak TLS by this context; the handshake comes before the act.
        host: What to listen on: "127.0.0.1" or "::1".
    """

    def __init__(
        self, *acts: Act, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self.peers: list[Peer] = []
        self.handshakes_failed = 0
        self._acts = acts
        self._tls = tls
        self._host = host
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family)
        self.port = int(self._listener.getsockname()[1])
        self._threads: list[threading.Thread] = []
        self._stopping = False

    @property
    def url(self) -> str:
        """Where it listens, without a path."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}"

    @property
    def requests(self) -> list[bytes]:
        """What each connection received."""
        return [peer.received for peer in self.peers]

    def all_closed(self, seconds: float = 5.0) -> bool:
        """Wait until the client has closed every connection; False where it does not."""
        return all(peer.closed.wait(seconds) for peer in list(self.peers))

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping = True
        with contextlib.suppress(OSError), socket.create_connection((self._host, self.port)):
            pass
        self._threads[0].join()
        self._listener.close()
        for peer in self.peers:
            peer.close()
        for thread in self._threads[1:]:
            thread.join()

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopping:
                connection.close()
                return
            peer = Peer(connection)
            act = self._acts[min(len(self.peers), len(self._acts) - 1)]
            self.peers.append(peer)
            self._start(self._meet, act, peer, connection)

    def _meet(self, act: Act, peer: Peer, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                peer.socket = self._tls.wrap_socket(connection, server_side=True)
            act(peer)
        except ssl.SSLError:
            self.handshakes_failed += 1
        except OSError:
            pass  # the client closed first: what it was told is the test's business
        finally:
            peer.close()


def server_tls() -> ssl.SSLContext:
    """The server's side of TLS with a certificate of its own making."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def closed_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _missing(received: bytes) -> int:
    head, blank, body = received.partition(b"\r\n\r\n")
    if not blank:
        return 65536
    length = _LENGTH.search(head + b"\r\n")
    return max(0, int(length[1]) - len(body)) if length else 0
