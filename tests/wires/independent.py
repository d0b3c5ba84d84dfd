"""Reading what was sent, with the standard library alone: the client's own code judges nothing."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

import attrs

from rescind import Wire
from tests.wires.pages import SERVICE

ENVELOPES = {
    Wire.SOAP11: "http://schemas.xmlsoap.org/soap/envelope/",
    Wire.SOAP12: "http://www.w3.org/2003/05/soap-envelope",
}

Pairs = Sequence[tuple[str, str]]


@attrs.frozen
class Sent:
    """One request as it stood on the socket; header fields in order."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    def header(self, name: str) -> str:
        """The one value of a field; there must be exactly one."""
        (value,) = self.all_of(name)
        return value

    def all_of(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]


def parse(raw: bytes) -> Sent:
    head, blank, body = raw.partition(b"\r\n\r\n")
    assert blank
    start, *lines = head.decode("ascii").split("\r\n")
    method, target, version = start.split(" ")
    assert version == "HTTP/1.1"
    fields = (line.split(": ", 1) for line in lines)
    return Sent(method, target, tuple((name, value) for name, value in fields), body)


def pairs(encoded: str) -> Pairs:
    """The name=value pairs of a query or a form, in order."""
    return parse_qsl(encoded, keep_blank_values=True, strict_parsing=bool(encoded))


def body_element(wire: Wire, body: bytes) -> ET.Element:
    """The one element in the one body of an envelope."""
    envelope = ET.fromstring(body)
    namespace = ENVELOPES[wire]
    assert envelope.tag == f"{{{namespace}}}Envelope"
    (soap_body,) = envelope
    assert soap_body.tag == f"{{{namespace}}}Body"
    (element,) = soap_body
    return element


def flat(element: ET.Element) -> Pairs:
    """The children of an element that hold text alone: local names and texts."""
    assert all(len(child) == 0 for child in element)
    return [(child.tag.removeprefix(f"{{{SERVICE}}}"), child.text or "") for child in element]


def json_members(body: bytes) -> Any:
    """JSON with objects as lists of pairs, so that order and repetition show."""
    return json.loads(body.decode("utf-8"), object_pairs_hook=list)


def texts_of_delete(wire: Wire, body: bytes) -> list[str]:
    """Every text of a delete, ids first, in the order of the documented fields."""
    if wire is Wire.JSON:
        members = dict(json_members(body))
        ids = list(members["MessageIDs"])
        return ids + [members[name] for name in _FILTERS]
    root = ET.fromstring(body)
    ids = [item.text or "" for item in root.findall("MessageIDs/string")]
    return ids + [root.findtext(name, "") for name in _FILTERS]


_FILTERS = ("StartDate", "EndDate", "Reference", "Destination")


def canonical(document: str | bytes) -> str:
    """Canonical XML (C14N 2.0) without the blanks between elements."""
    text = document.decode("utf-8") if isinstance(document, bytes) else document
    return ET.canonicalize(text, strip_text=True)
