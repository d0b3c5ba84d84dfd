"""Sending recorded requests to a sandbox, and comparing its answers with the recorded ones."""

import json
import re
import socket
from collections.abc import Iterable, Iterator, Mapping
from http.client import HTTPResponse
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

import attrs

from tests.support.recordings import Exchange, Message

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_SHORTENED = re.compile(rb"\.\.\. \(\d+ bytes in all\)\Z")
_STACK = re.compile(r"\r?\n\s+at .*", re.DOTALL)
_ENDINGS = {
    "application/json": b'"}',
    "application/xml": b"</Reference></DeletePendingRecurringMessagesRequest>",
    "text/xml": b"</ReferenceID></CancelNotifyByReferenceID></soap:Body></soap:Envelope>",
}


@attrs.frozen
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def recorded(cls, message: Message) -> "Answer":
        return cls(int(message.start_line.split()[1]), message.headers, message.body)


def complete(exchange: Exchange) -> bytes:
    """The request with its body in full where the recording shortened it."""
    head, _, body = exchange.request.partition(b"\r\n\r\n")
    if not _SHORTENED.search(body):
        return exchange.request
    length = int(exchange.sent.headers["content-length"])
    if exchange.name == "json-5000-ids":
        ids = [f"{number:08}-0000-0000-0000-000000000000" for number in range(5000)]
        whole = json.dumps({"MessageIDs": ids}).encode()
    else:
        start = _SHORTENED.sub(b"", body)
        media = exchange.sent.headers["content-type"].partition(";")[0]
        ending = _ENDINGS.get(media, b"&LicenseKey=00000000-0000-0000-0000-000000000000")
        whole = start + b"a" * (length - len(start) - len(ending)) + ending
    assert len(whole) == length
    return head + b"\r\n\r\n" + whole


def send(address: tuple[str, int], request: bytes) -> Answer:
    """Send a request as it stands, on a connection of its own."""
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(request)
        response = HTTPResponse(connection, method=request.split(b" ", 1)[0].decode())
        response.begin()
        body = response.read()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, body)


def summary(
    answer: Answer, *, shape_only: bool = False, mask: Iterable[str] = ()
) -> dict[str, Any]:
    """What is to be the same in both answers.

    Args:
        answer: The answer.
        shape_only: Of an XML body the elements only, not what they hold.
        mask: Regular expressions for what is left out of the body.
    """
    content_type = re.sub(r";\s*", "; ", answer.headers.get("content-type", "")).lower()
    media = content_type.partition(";")[0]
    result: dict[str, Any] = {
        "status": answer.status,
        "content type": media if media == "text/html" else content_type,
        "allow": answer.headers.get("allow"),
        "challenge": answer.headers.get("www-authenticate"),
        "cache": answer.headers.get("cache-control"),
    }
    if media == "text/html":
        del result["cache"]
        return result
    encoding = "utf-16" if "charset=utf-16" in content_type else "utf-8"
    text = answer.body.decode(encoding)
    if encoding == "utf-16":
        result["byte order mark"] = answer.body[:2]
    for pattern in mask:
        text = re.sub(pattern, "", text)
    if media.endswith("json"):
        result["body"] = dict(_json(json.loads(text))) if text else None
    elif media.endswith("xml") and text and not re.search("&#x[0-8BCEF];", text):
        result["body"] = list(_xml(ET.fromstring(text), shape_only=shape_only))
    else:
        result["body"] = _words(text)
    return result


def _words(text: str) -> str:
    """A message without its stack trace and with one kind of line end."""
    return _STACK.sub("", text).replace("\r\n", "\n").strip()


def _json(value: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every member with its path; what is new each time is only said to be there."""
    if isinstance(value, dict) and value:
        for name, member in value.items():
            if name in ("access_token", "refresh_token", "MessageID", "StackTrace"):
                yield f"{path}/{name}", "present"
            else:
                yield from _json(member, f"{path}/{name}")
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            yield from _json(item, f"{path}/{index}")
    else:
        yield path, value


def _xml(element: ET.Element, path: str = "", *, shape_only: bool) -> Iterator[tuple[str, Any]]:
    """Every element with its path, its attributes and its text, in order."""
    own = f"{path}/{element.tag}"
    if element.tag == "StackTrace":
        yield own, "present"
        return
    text = _words(element.text or "")
    yield own, None if shape_only else (dict(element.attrib), text)
    for child in element:
        yield from _xml(child, own, shape_only=shape_only)
