"""Clients whose requests go through each kind of transport that a user may choose."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
from httpx_aiohttp import AiohttpTransport

import rescind
from rescind.client import SharedOptions

KINDS = ["httpcore", "aiohttp", "http_client", "client of aiohttp"]
TRIO_KINDS = ["httpcore", "http_client"]

KEY = "key-of-the-tests"
CREDENTIALS = rescind.ClientCredentials(
    client_id="id", client_secret=rescind.Secret("secret-of-the-tests")
)


@asynccontextmanager
async def through(
    kind: str, url: str, *, timeout: float = 5.0, attempts: int = 1
) -> AsyncGenerator[rescind.Client]:
    """A client of both services at one address, over one kind of transport."""
    options = SharedOptions(
        license_key=KEY,
        sms_auth=CREDENTIALS,
        phone_notify_url=f"{url}/NotifyWS/PhoneNotify.asmx",
        sms_url=url,
        timeout=timeout,
        attempts=attempts,
    )
    if kind == "httpcore":
        async with rescind.Client(**options) as client:
            yield client
    elif kind == "aiohttp":
        async with rescind.Client(transport="aiohttp", **options) as client:
            yield client
    else:
        transport = AiohttpTransport() if kind == "client of aiohttp" else None
        async with httpx.AsyncClient(
            transport=transport, follow_redirects=True, verify=False
        ) as http_client:
            yield rescind.Client(http_client=http_client, **options)
