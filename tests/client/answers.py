"""What the two services answer, and a client that meets it over a socket."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import rescind
from tests.support.replay import TOKEN_REPLY, ReplayServer, reply

ASMX = "/NotifyWS/PhoneNotify.asmx"
SERVICE = "https://ws.esendex.us/NotifyWS/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LICENSE_KEY = "11111111-2222-3333-4444-555555555555"
CREDENTIALS = rescind.ClientCredentials(client_id="an-id", client_secret="a-secret")

SOAP_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/"


def soap(operation: str, result: str) -> bytes:
    """A SOAP answer: `result` is the XML inside the response element."""
    body = (
        f'<s:Envelope xmlns:s="{SOAP_NAMESPACE}"><s:Body><{operation}Response xmlns="{SERVICE}">'
        f"{result}</{operation}Response></s:Body></s:Envelope>"
    )
    return reply(body.encode(), content_type="text/xml; charset=utf-8")


def element(root: str, content: str, attributes: str = "") -> bytes:
    """The answer to an HTTP GET or POST: the result alone."""
    body = f'<?xml version="1.0"?><{root} xmlns="{SERVICE}"{attributes}>{content}</{root}>'
    return reply(body.encode(), content_type="text/xml; charset=utf-8")


def void() -> bytes:
    """The answer of an operation that has none, to an HTTP GET or POST."""
    return b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def notify_return(code: int = 0, queue_id: int = 7, text: str = "Queued") -> str:
    """The elements of a NotifyReturn, as the service wrote them for a queued call."""
    return (
        f"<ResponseCode>{code}</ResponseCode><ResponseText>{text}</ResponseText>"
        f"<CallAnswered>false</CallAnswered><QueueID>{queue_id}</QueueID><TryCount>0</TryCount>"
        "<Demo>false</Demo><DigitsPressed /><MachineDetection>UNKNOWN</MachineDetection>"
        "<Duration>0</Duration><StartTime>0001-01-01T00:00:00</StartTime>"
        "<EndTime>0001-01-01T00:00:00</EndTime><MinuteRate>0.045</MinuteRate>"
        "<Country>United States</Country><CallComplete>false</CallComplete>"
    )


@asynccontextmanager
async def client_of(server: ReplayServer, **options: Any) -> AsyncGenerator[rescind.Client, None]:
    """A client of both services at the server, with credentials of both."""
    options.setdefault("license_key", LICENSE_KEY)
    options.setdefault("sms_auth", CREDENTIALS)
    async with rescind.Client(
        phone_notify_url=server.url + ASMX, sms_url=server.url, **options
    ) as client:
        yield client


@asynccontextmanager
async def nothing_is_sent(**options: Any) -> AsyncGenerator[rescind.Client, None]:
    """A client whose server must not see a single request, for a token neither."""
    with ReplayServer(token_reply=TOKEN_REPLY) as server:
        async with client_of(server, **options) as client:
            yield client
    assert server.requests == []
    assert server.token_requests == []
