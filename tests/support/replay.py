"""A server on a loopback socket that answers with given bytes, whatever it is asked.

It runs in a thread of its own, so a test may use it under asyncio, trio or neither.
"""

import contextlib
import re
import socket
import threading
from collections import deque
from types import TracebackType
from typing import Self

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)[ \t]*\r\n", re.IGNORECASE)
_TOKEN = re.compile(rb"POST /token[ ?]", re.IGNORECASE)
_STALLED = 20.0

TOKEN_BODY = b'{"access_token":"replayed-token","token_type":"bearer","expires_in":28799}'


def reply(body: bytes, *, status: str = "200 OK", content_type: str = "application/json") -> bytes:
    """A whole HTTP answer around `body`."""
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


TOKEN_REPLY = reply(TOKEN_BODY)


class ReplayServer:
    """Answers the n-th request with the n-th of `replies`, byte for byte, and closes.

    Each request is read whole, by its Content-Length, and kept in `requests` as it came. Each is
    answered on a connection of its own. When the replies are used up the last one is repeated if
    `repeat_last` is set; otherwise the connection is closed without an answer and leaving the
    context fails.

    Args:
        *replies: What to send, head and body.
        repeat_last: Go on with the last reply instead of failing.
        token_reply: What to answer a POST to /Token with, as often as it comes; such requests use
            up no reply and are kept in `token_requests`. None: they are requests like any other.
    """

    def __init__(
        self, *replies: bytes, repeat_last: bool = False, token_reply: bytes | None = None
    ) -> None:
        self.requests: list[bytes] = []
        self.token_requests: list[bytes] = []
        self._replies = deque(replies)
        self._repeat_last = repeat_last
        self._token_reply = token_reply
        self._unanswered = 0
        self._stopping = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._address = ("127.0.0.1", int(self._listener.getsockname()[1]))
        self._thread = threading.Thread(target=self._serve, name="replay", daemon=True)

    @property
    def url(self) -> str:
        """Where it listens, without a path."""
        return "http://{}:{}".format(*self._address)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping = True
        with contextlib.suppress(OSError), socket.create_connection(self._address):
            pass
        self._thread.join()
        self._listener.close()
        if self._unanswered and exc is None:
            raise AssertionError(f"{self._unanswered} more requests came than there are replies")

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._stopping:
                    return
                connection.settimeout(_STALLED)
                with contextlib.suppress(OSError):
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        request = _read_request(connection)
        if not request:
            return
        answer = self._next(request)
        if answer is None:
            self._unanswered += 1
            return
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)

    def _next(self, request: bytes) -> bytes | None:
        if self._token_reply is not None and _TOKEN.match(request):
            self.token_requests.append(request)
            return self._token_reply
        self.requests.append(request)
        if not self._replies:
            return None
        if self._repeat_last and len(self._replies) == 1:
            return self._replies[0]
        return self._replies.popleft()


def _read_request(connection: socket.socket) -> bytes:
    """One request, head and body; shorter than it promised when the other side stops."""
    received = b""
    while (missing := _missing(received)) and (chunk := connection.recv(missing)):
        received += chunk
    return received


def _missing(received: bytes) -> int:
    head, blank, body = received.partition(b"\r\n\r\n")
    if not blank:
        return 65536
    length = _LENGTH.search(head + b"\r\n")
    return max(0, int(length[1]) - len(body)) if length else 0
