"""What JSON and XML of the 2sms REST API share: the request, and how Web API says no.

Error bodies: HttpError of ASP.NET Web API 2 (``Message``, ``MessageDetail``, ``ModelState``,
``ExceptionMessage``, ``ExceptionType``), OAuth's ``error``, and the vendor's own ``Error``.
"""

from collections.abc import Callable, Mapping
from typing import cast

import attrs

from rescind.codec import DecodeError
from rescind.codec.json import parse_json
from rescind.codec.scalars import Json
from rescind.codec.xml import parse_xml
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause, Rejection
from rescind.wires.status import (
    cause_of,
    location_of,
    page_title,
    read_success,
    rest_of,
    text_of,
)
from rescind_models import Operation

# An error is read as a tree, which costs many times its text.
ERROR_BYTES = 1 << 18


def build(operation: Operation, media_type: str, body: bytes) -> WireRequest:
    """Build a request of one media type that asks for the answer in the same."""
    return WireRequest(
        method=operation.method,
        path=f"/{operation.path}",
        headers=(("Content-Type", media_type), ("Accept", media_type)),
        body=body,
    )


def read(reply: WireReply, decode: Callable[[], object]) -> object:
    """Read a reply: the model that ``decode`` gives, or a Rejection."""
    if reply.status == 200:
        return read_success(reply, decode)
    if 300 <= reply.status < 400:
        return Rejection(Cause.REFUSED, location_of(reply))
    cause = cause_of(reply)
    said = _said(reply)
    if said.vendor_code and cause is None and reply.status < 500:
        return Rejection(Cause.VENDOR, said.reason, code=said.vendor_code)
    return Rejection(
        cause or rest_of(reply),
        said.reason or page_title(reply) or text_of(reply).strip() or "an empty answer",
        code=said.vendor_code,
        detail=said.exception,
    )


def failed(code: str | None) -> bool:
    """Whether a vendor's ErrorCode means failure: anything but nothing and zeros.

    That "00" stands for success is known of the older XML gateway, and inferred here.
    """
    return bool((code or "").strip(" 0"))


@attrs.frozen
class _Said:
    reason: str = ""
    vendor_code: str = ""
    exception: str = ""


def _said(reply: WireReply) -> _Said:
    """Read what an error body says, in either format."""
    if len(reply.body) > ERROR_BYTES:
        return _Said()
    try:
        data = parse_json(reply.body)
    except DecodeError:
        data = None
    if not isinstance(data, dict):
        tree = _Tree()
        try:
            parse_xml(reply.body, tree, reply.charset)
        except DecodeError:
            return _Said()
        data = tree.data
    error = data.get("Error")
    if isinstance(error, dict):
        code = _text(error.get("ErrorCode"))
        return _Said(_text(error.get("ErrorReason")), code if failed(code) else "")
    words = [_text(data.get(key)) for key in ("Message", "MessageDetail", "ExceptionMessage")]
    words += _model_state(data.get("ModelState"))
    if not any(words):
        words = [_text(data.get(key)) for key in ("error", "error_description")]
    return _Said("; ".join(filter(None, words)), exception=_text(data.get("ExceptionType")))


def _model_state(state: Json) -> list[str]:
    if not isinstance(state, dict):
        return []
    found: list[str] = []
    for field, messages in state.items():
        texts = messages if isinstance(messages, list) else [messages]
        found.append(f"{field}: {' '.join(filter(None, map(_text, texts)))}")
    return found


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


class _Tree:
    """An error body in XML as the same nested mapping as in JSON."""

    def __init__(self) -> None:
        self._open: list[tuple[dict[str, Json], list[str]]] = []
        self.data: dict[str, Json] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        del tag, attributes
        self._open.append(({}, []))

    def end(self, tag: str) -> None:
        """The element closes."""
        members, pieces = self._open.pop()
        if self._open:
            self._open[-1][0][tag] = cast("Json", members or "".join(pieces))
        else:
            self.data = members

    def text(self, text: str) -> None:
        """A piece of character data."""
        if self._open:
            self._open[-1][1].append(text)
