"""How ASMX says no: SOAP faults, plain text, HTML pages, or nothing at all.

Sources: contracts of System.Web.Services as recorded; the texts are matched loosely, since a
server with details on puts type names before them and stack traces behind.
"""

import html
import re
from collections.abc import Callable

from rescind.codec import DecodeError
from rescind.wires.envelope import read_fault
from rescind.wires.message import WireReply
from rescind.wires.rejection import Cause, Rejection
from rescind.wires.status import (
    cause_of,
    location_of,
    page_title,
    read_success,
    rest_of,
    text_of,
    without_stack,
)

_EXCEPTION = re.compile(r"^(?P<type>[A-Za-z_][\w.+`]*Exception): ")
_BAD_PARAMETER = ("Missing parameter: ", "Cannot convert ")


def read(reply: WireReply, decode: Callable[[], object]) -> object:
    """Read a reply: the model that ``decode`` gives, or a Rejection.

    Args:
        reply: The reply.
        decode: Reads the body as the model, or as the Rejection of a SOAP fault.
    """
    if reply.status == 200:
        return read_success(reply, decode)
    cause = cause_of(reply)
    fault = _fault(reply)
    if fault is not None and cause is None:
        return fault
    if 300 <= reply.status < 400:
        return Rejection(Cause.REFUSED, location_of(reply))
    if fault is not None and cause is not None:
        return Rejection(cause, fault.reason, code=fault.code)
    page = page_title(reply)
    if page:
        return Rejection(cause or rest_of(reply), page)
    return _plain(reply, cause)


def _fault(reply: WireReply) -> Rejection | None:
    try:
        return read_fault(reply)
    except DecodeError:
        return None


def _plain(reply: WireReply, cause: Cause | None) -> Rejection:
    """Read a text/plain error: HTML-escaped, with or without a type name and a stack trace."""
    text = html.unescape(text_of(reply))
    message = without_stack(text)
    exception = _EXCEPTION.match(message)
    words = message[exception.end() :] if exception else message
    if cause is None and words.startswith(_BAD_PARAMETER):
        cause = Cause.REFUSED
    return Rejection(
        cause or rest_of(reply),
        words or "an empty answer",
        detail=exception["type"] if exception else "",
    )
