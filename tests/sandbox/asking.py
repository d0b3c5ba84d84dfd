"""Asking a sandbox without a socket, in plain HTTP terms."""

import json
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from rescind.sandbox import Headers, Reply, Request, Sandbox

NS = "https://ws.esendex.us/NotifyWS/"
SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
PHONE_NOTIFY = "/NotifyWS/PhoneNotify.asmx"
RECURRINGS = "/api/v2/sms/messages/recurrings"
PENDINGS = "/api/v2/sms/messages/pendings"
MESSAGES = "/api/v2/sms/messages"
REPORT = "/api/v1/reports/messages/pendingandrecurring"


def ask(
    sandbox: Sandbox,
    method: str,
    path: str,
    body: bytes | str = b"",
    *,
    query: str = "",
    **headers: str,
) -> Reply:
    """One request; header names with underscores for hyphens."""
    data = body.encode() if isinstance(body, str) else body
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    request = Request(
        method=method,
        path=path,
        query=query,
        headers=Headers(fields),
        body=data,
        length=len(data),
    )
    return sandbox.handle(request, sandbox.take_faults(request))


def get(sandbox: Sandbox, operation: str, **parameters: str | int) -> Reply:
    return ask(sandbox, "GET", f"{PHONE_NOTIFY}/{operation}", query=urlencode(parameters))


def soap(sandbox: Sandbox, operation: str, content: str = "", *, version: str = SOAP11) -> Reply:
    """A SOAP call; `content` is the XML inside the operation's element."""
    body = (
        f'<s:Envelope xmlns:s="{version}"><s:Body><{operation} xmlns="{NS}">{content}'
        f"</{operation}></s:Body></s:Envelope>"
    )
    if version == SOAP12:
        return ask(
            sandbox,
            "POST",
            PHONE_NOTIFY,
            body,
            Content_Type=f'application/soap+xml; charset=utf-8; action="{NS}{operation}"',
        )
    return ask(
        sandbox,
        "POST",
        PHONE_NOTIFY,
        body,
        Content_Type="text/xml; charset=utf-8",
        SOAPAction=f'"{NS}{operation}"',
    )


def elements(**values: str | int) -> str:
    return "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in values.items())


def advanced(sandbox: Sandbox, **changes: str | int) -> str:
    """The content of an AdvancedNotifyRequest."""
    values: dict[str, str | int] = {
        "PhoneNumberToDial": "7575559999",
        "VoiceID": 0,
        "CallerIDNumber": "7575550000",
        "TextToSay": "Hello",
        "LicenseKey": sandbox.license_key,
        "TryCount": 1,
        "NextTryInSeconds": 60,
        "UTCScheduledDateTime": "2040-01-02T03:04:05Z",
        "TTSrate": 10,
        "TTSvolume": 100,
        "MaxCallLength": 0,
    }
    return elements(**{**values, **changes})


def notify_advanced(sandbox: Sandbox, **changes: str | int) -> dict[str, str]:
    """Queue a call over SOAP; the members of the NotifyReturn."""
    reply = soap(sandbox, "NotifyPhoneAdvanced", f"<anr>{advanced(sandbox, **changes)}</anr>")
    return members(reply, "NotifyPhoneAdvancedResult")


def members(reply: Reply, name: str) -> dict[str, str]:
    """The children of the first element of this name, as text."""
    assert reply.status == 200, reply.body
    element = next(ET.fromstring(reply.body).iter(f"{{{NS}}}{name}"))
    return {child.tag.partition("}")[2]: child.text or "" for child in element}


def scalar(reply: Reply) -> str:
    """The text of the root element of a GET or POST answer."""
    assert reply.status == 200, reply.body
    return ET.fromstring(reply.body).text or ""


def cancel(sandbox: Sandbox, reference: str) -> int:
    reply = get(
        sandbox,
        "CancelNotifyByReferenceID",
        ReferenceID=reference,
        LicenseKey=sandbox.license_key,
    )
    return int(scalar(reply))


def status(sandbox: Sandbox, queue_id: int | str) -> dict[str, str]:
    reply = soap(sandbox, "GetQueueIDStatus", elements(QueueID=queue_id))
    return members(reply, "GetQueueIDStatusResult")


def sms(
    sandbox: Sandbox,
    method: str,
    path: str,
    content: object = None,
    *,
    query: str = "",
    **headers: str,
) -> Any:
    """A call of the 2sms API in JSON, with a token; the answer's JSON when it is a success."""
    body = b"" if content is None else json.dumps(content).encode()
    reply = ask(
        sandbox,
        method,
        path,
        body,
        query=query,
        **{
            "Authorization": f"Bearer {sandbox.add_token()}",
            "Content_Type": "application/json",
            **headers,
        },
    )
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def refusal(
    sandbox: Sandbox, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, Any]:
    """A call of the 2sms API with a token that is refused: status and JSON."""
    headers.setdefault("Content_Type", "application/json")
    headers.setdefault("Authorization", f"Bearer {sandbox.add_token()}")
    reply = ask(sandbox, method, path, body, **headers)
    assert reply.status >= 400
    return reply.status, json.loads(reply.body)
