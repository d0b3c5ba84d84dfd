"""Web API's HttpError: the body of every refusal that does not come from the vendor's own code."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from . import xmltext
from .messages import Reply
from .negotiation import Choice

NO_CACHE: Final = (("Cache-Control", "no-cache"), ("Pragma", "no-cache"), ("Expires", "-1"))

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_.\-\u0080-\uffff]")


@attrs.frozen(kw_only=True)
class HttpError(Exception):
    """A refusal.

    Attributes:
        status: The status code.
        message: The message everybody sees.
        detail: MessageDetail or ExceptionMessage, ExceptionType and StackTrace, in order; shown
            where error details are on.
        model_state: The errors of the request's values by key.
        headers: Further header fields.
    """

    status: int
    message: str
    detail: tuple[tuple[str, str], ...] = ()
    model_state: Mapping[str, Sequence[str]] | None = None
    headers: tuple[tuple[str, str], ...] = ()


def exception_detail(message: str, kind: str, place: str) -> tuple[tuple[str, str], ...]:
    """The details of an exception: its message, its type, where it was raised."""
    return (
        ("ExceptionMessage", message),
        ("ExceptionType", kind),
        ("StackTrace", f"   at {place}"),
    )


def reply(error: HttpError, choice: Choice, *, detail: bool) -> Reply:
    """The reply that says so, in the form the client is to get."""
    fields = [("Message", error.message), *(error.detail if detail else ())]
    write = _json if choice.format == "json" else _xml
    return Reply(
        status=error.status,
        body=choice.encode(write(fields, error.model_state)),
        content_type=choice.content_type,
        headers=(*error.headers, *NO_CACHE),
    )


def _json(
    fields: Sequence[tuple[str, str]], model_state: Mapping[str, Sequence[str]] | None
) -> str:
    content: dict[str, str | dict[str, list[str]]] = dict(fields)
    if model_state is not None:
        content["ModelState"] = {key: list(texts) for key, texts in model_state.items()}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _xml(fields: Sequence[tuple[str, str]], model_state: Mapping[str, Sequence[str]] | None) -> str:
    content = "".join(f"<{name}>{xmltext.text(value)}</{name}>" for name, value in fields)
    if model_state is not None:
        entries = "".join(
            f"<{_name(key)}>{xmltext.text(' '.join(texts))}</{_name(key)}>"
            for key, texts in model_state.items()
        )
        content += f"<ModelState>{entries}</ModelState>"
    return f"<Error>{content}</Error>"


def _name(key: str) -> str:
    """A key as an element name: what XML does not allow there becomes `_xHHHH_`."""
    return _NOT_IN_A_NAME.sub(lambda match: f"_x{ord(match[0]):04X}_", key)
