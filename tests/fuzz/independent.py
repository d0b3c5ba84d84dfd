"""Whether a reply says what a call returned, judged with the standard library alone."""

import base64
import dataclasses
import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, cast
from xml.etree import ElementTree as ET

from rescind import DeleteOutcome
from tests.fuzz.replies import Reply

SERVICE = "{https://ws.esendex.us/NotifyWS/}"
_ENVELOPES = (
    "{http://schemas.xmlsoap.org/soap/envelope/}",
    "{http://www.w3.org/2003/05/soap-envelope}",
)
# A byte order mark, a charset or the declaration: any of them may decide.
_ENCODINGS = (None, "utf-8", "utf-16", "iso-8859-1", "us-ascii")


def plain_body(reply: Reply) -> bytes:
    """The body without its Content-Encoding; ValueError where it has none that can be undone."""
    encoding = reply.header("content-encoding").strip().lower()
    if encoding in {"", "identity"} or not reply.body:
        return reply.body
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise ValueError(f"Content-Encoding {encoding[:40]}")
    try:
        is_gzip = reply.body.startswith(b"\x1f\x8b")  # whatever the field says
        return gzip.decompress(reply.body) if is_gzip else zlib.decompress(reply.body)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError("does not decompress") from error


def documents(body: bytes) -> Iterator[ET.Element]:
    """The body as XML without a DOCTYPE, in every encoding that it may be in."""
    for encoding in _ENCODINGS:
        parser = ET.XMLParser(target=_NoDoctype(), encoding=encoding)
        try:
            parser.feed(body)
            yield parser.close()
        except (ET.ParseError, LookupError, ValueError, DeprecationWarning):
            continue  # Python's unicode_escape warns of the bytes that it is tried with


class _NoDoctype(ET.TreeBuilder):
    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise ValueError(f"DOCTYPE {name} {pubid} {system}")


def payload(root: ET.Element) -> ET.Element | None:
    """The one element in the one body of an envelope."""
    for namespace in _ENVELOPES:
        if root.tag == f"{namespace}Envelope":
            bodies = root.findall(f"{namespace}Body")
            if len(bodies) == 1 and len(bodies[0]) == 1:
                return bodies[0][0]
    return None


def says_count(root: ET.Element, name: str | None, count: int) -> bool:
    """Whether the document holds just this count.

    Args:
        root: The envelope, or the bare element of an HTTP GET or POST.
        name: The operation; None for the bare element.
        count: What the call returned; for a boolean 0 or 1.
    """
    if name is None:
        found = [root] if root.tag in {f"{SERVICE}int", f"{SERVICE}boolean"} else []
    else:
        answer = payload(root)
        if answer is None or answer.tag != f"{SERVICE}{name}Response":
            return False
        found = answer.findall(f"{SERVICE}{name}Result")
    return len(found) == 1 and number(text_of(found[0])) == count


def text_of(element: ET.Element) -> str:
    return "".join(element.itertext()).strip(" \t\r\n")


def number(text: str) -> int | None:
    named = {"true": 1, "false": 0}
    try:
        return named[text] if text in named else int(text)
    except ValueError:
        return None


def says_model(root: ET.Element, model: object) -> bool:
    """Whether every value of a model is a text of the document, as often as it is in the model."""
    texts = [text_of(element) for element in root.iter() if len(element) == 0]
    if len(list(leaves(model))) > len(texts):
        return False
    exact = {element.text or "" for element in root.iter()}
    return all(_says(exact, set(texts), value) for value in leaves(model))


def leaves(model: object) -> Iterator[object]:
    """Every single value of a model that is set."""
    if dataclasses.is_dataclass(model) and not isinstance(model, type):
        for field in dataclasses.fields(model):
            yield from leaves(getattr(model, field.name))
    elif isinstance(model, tuple):
        for item in cast("tuple[object, ...]", model):
            yield from leaves(item)
    elif model is not None:
        yield model


def _says(exact: set[str], stripped: set[str], value: object) -> bool:
    match value:
        case str():
            return value in exact
        case bool():
            return bool(stripped & ({"true", "1"} if value else {"false", "0"}))
        case int():
            return any(number(text) == value for text in stripped)
        case Decimal():
            return any(_decimal(text) == value for text in stripped)
        case float():
            return any(_decimal(text) is not None for text in stripped)
        case bytes():
            packed = base64.b64encode(value).decode()
            return any("".join(text.split()) == packed for text in exact)
        case datetime():
            return any(str(value.year % 100).zfill(2) in text for text in stripped)
        case _:
            raise TypeError(type(value).__name__)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def says_deleted(root: ET.Element, result: str | None, ids: object, user_id: str | None) -> bool:
    """Whether the XML answer of a delete says this, and no error."""
    if root.tag != "ResponseOfDeletePendingMessagesResponse":
        return False
    data = root.find("ResponseData")
    code = root.findtext("Error/ErrorCode") or ""
    if code.strip(" 0") or (data is None and not code):
        return False
    items = root.findall("ResponseData/Detail/MessageIDs/string")
    return (
        (root.findtext("ResponseData/Result") or "") == (result or "")
        and tuple(item.text or "" for item in items) == (ids or ())
        and (root.findtext("ResponseData/Identification/UserId") or "") == (user_id or "")
    )


def says_deleted_json(body: bytes, outcome: DeleteOutcome) -> bool:
    """Whether the JSON answer of a delete says this, and no error."""
    answer: dict[str, Any] = json.loads(body)
    error: dict[str, Any] = answer.get("Error") or {}
    code: str = error.get("ErrorCode") or ""
    if code.strip(" 0") or (answer.get("ResponseData") is None and not code):
        return False
    data: dict[str, Any] = answer.get("ResponseData") or {}
    detail: dict[str, Any] = data.get("Detail") or {}
    identification: dict[str, Any] = data.get("Identification") or {}
    return (
        data.get("Result") == outcome.result
        and (detail.get("MessageIDs") or None) == _list(outcome.message_ids)
        and identification.get("UserId") == outcome.user_id
    )


def _list(ids: tuple[str, ...] | None) -> list[str] | None:
    return None if ids is None else list(ids)


def json_leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for member in cast("dict[str, object]", value).values():
            yield from json_leaves(member)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from json_leaves(item)
    else:
        yield value
