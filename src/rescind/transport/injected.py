"""A transport over an ``httpx.AsyncClient`` that the caller owns and closes."""

from typing import TypeAlias

import httpx

from rescind.errors import ConfigurationError
from rescind.transport.base import Failure, Limits
from rescind.transport.exchange import exchange
from rescind.transport.lifetime import Lifetime
from rescind.wires.message import WireReply, WireRequest

# The one place where httpx shows in the public surface.
HttpxClient: TypeAlias = httpx.AsyncClient


class InjectedClient:
    """Sends through somebody else's client: its transport, proxies, limits and hooks apply."""

    def __init__(self, client: HttpxClient) -> None:
        self._client = client
        self._lifetime = Lifetime()

    def hides_query(self, base_url: str) -> bool:
        """Never: its URL objects and its log line would show the key of an HTTP GET."""
        del base_url
        return False

    async def send(
        self, base_url: str, request: WireRequest, limits: Limits
    ) -> WireReply | Failure:
        """Send through the client; its auth and its redirects are not used."""
        self._lifetime.check()
        if self._client.is_closed:
            raise ConfigurationError("the http_client given to this client is closed")
        return await exchange(self._send, base_url, request, limits, ours=False)

    async def _send(self, request: httpx.Request) -> httpx.Response:
        return await self._client.send(request, stream=True, auth=None, follow_redirects=False)

    async def aclose(self) -> None:
        """Send nothing more. The client stays open: whoever made it closes it."""
        self._lifetime.closed = True
