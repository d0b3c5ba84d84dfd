"""A transport that keeps what it is given, for tests that make thousands of requests."""

import rescind
from rescind import Limits, WireReply, WireRequest
from tests.support.replay import TOKEN_BODY
from tests.wires.independent import Sent
from tests.wires.pages import CREDENTIALS, LICENSE_KEY


class Recorder:
    """Answers every request with the same reply; token requests with a token.

    Args:
        answer: A whole HTTP message.
    """

    def __init__(self, answer: bytes) -> None:
        self.requests: list[Sent] = []
        head, _, body = answer.partition(b"\r\n\r\n")
        start, *lines = head.decode("ascii").split("\r\n")
        fields = (line.split(": ", 1) for line in lines)
        self._reply = WireReply(
            int(start.split(" ")[1]),
            tuple((name.lower(), value) for name, value in fields),
            body,
        )

    def client(self) -> rescind.Client:
        """A client that sends through this, to the documented addresses."""
        return rescind.Client(license_key=LICENSE_KEY, sms_auth=CREDENTIALS, transport=self)

    def hides_query(self, base_url: str) -> bool:
        del base_url
        return True

    async def send(self, base_url: str, request: WireRequest, limits: Limits) -> WireReply:
        del limits
        if request.path == "/Token":
            return WireReply(200, (("content-type", "application/json"),), TOKEN_BODY)
        path = base_url.removeprefix("https://").partition("/")[2]
        target = f"/{path}{request.path}" if path else request.path
        if request.query:
            target += f"?{request.query}"
        self.requests.append(Sent(request.method, target, request.headers, request.body))
        return self._reply

    async def aclose(self) -> None:
        pass
