"""A transport without a network, and event loops whose time passes only when nothing runs."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias, TypeVar, Unpack

import anyio
import anyio.lowlevel
import attrs
import trio.testing

import rescind
from rescind import Failure, Limits, WireReply, WireRequest
from rescind.client import SharedOptions

T = TypeVar("T")

Answer: TypeAlias = WireReply | Failure
Act: TypeAlias = Callable[[WireRequest, Limits], Awaitable[Answer]]

PHONE_URL = "https://phone.test/NotifyWS/PhoneNotify.asmx"
SMS_URL = "https://sms.test"

TOKEN = WireReply(
    200,
    (("content-type", "application/json"),),
    b'{"access_token":"scripted-token","token_type":"bearer","expires_in":28799}',
)


@attrs.define
class Sending:
    """One request that reached the transport, and when."""

    request: WireRequest
    limits: Limits
    at: float


@attrs.define
class Scripted:
    """Answers the n-th request with the n-th answer; the last one is repeated.

    Token requests are answered aside, from ``tokens``, and kept in ``token_requests``.
    """

    answers: Sequence[Answer | Act]
    tokens: Sequence[Answer | Act] = (TOKEN,)
    sent: list[Sending] = attrs.Factory(list[Sending])
    token_requests: list[Sending] = attrs.Factory(list[Sending])
    closed: bool = False

    def hides_query(self, base_url: str) -> bool:
        del base_url
        return True

    async def send(self, base_url: str, request: WireRequest, limits: Limits) -> Answer:
        del base_url
        await anyio.lowlevel.checkpoint()
        sending = Sending(request, limits, anyio.current_time())
        is_token = request.path == "/Token"
        answers = self.tokens if is_token else self.answers
        before = self.token_requests if is_token else self.sent
        answer = answers[min(len(before), len(answers) - 1)]
        before.append(sending)
        if isinstance(answer, WireReply | Failure):
            return answer
        return await answer(request, limits)

    async def aclose(self) -> None:
        self.closed = True


def client(transport: rescind.Transport, **options: Unpack[SharedOptions]) -> rescind.Client:
    """A client of both services over a transport."""
    settings = SharedOptions(
        license_key="scripted-license-key",
        sms_auth=rescind.ClientCredentials(
            client_id="id", client_secret=rescind.Secret("scripted-secret")
        ),
        phone_notify_url=PHONE_URL,
        sms_url=SMS_URL,
    )
    settings.update(options)
    return rescind.Client(transport=transport, **settings)


def wire_reply(status: int, body: bytes | str = b"", **headers: str) -> WireReply:
    """A reply; ``retry_after="1"`` is the header Retry-After."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return WireReply(status, named, body.encode() if isinstance(body, str) else body)


def run_virtually(backend: str, main: Callable[[], Awaitable[T]]) -> T:
    """Run under asyncio or trio; where every task waits, the clock jumps to the next deadline."""
    options: dict[str, object] = (
        {"loop_factory": _VirtualLoop}
        if backend == "asyncio"
        else {"clock": trio.testing.MockClock(autojump_threshold=0)}
    )
    return anyio.run(main, backend=backend, backend_options=options)


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._now = 1000.0
        super().__init__(_Jump(self._advance))

    def time(self) -> float:
        return self._now

    def _advance(self, seconds: float) -> None:
        self._now += seconds


class _Jump(selectors.DefaultSelector):
    """Lets time pass instead of waiting."""

    def __init__(self, advance: Callable[[float], None]) -> None:
        super().__init__()
        self._advance = advance

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0 if timeout is not None else None)
        if not ready and timeout:
            self._advance(timeout)
        return ready
