"""What an HTTP status says by itself, and the words of pages that no service meant to send."""

import codecs
import html
import re
from collections.abc import Callable

from rescind.codec import DecodeError
from rescind.wires.message import WireReply
from rescind.wires.rejection import Cause, Rejection

_CAUSES = {
    401: Cause.UNAUTHORIZED,
    403: Cause.FORBIDDEN,
    429: Cause.THROTTLED,
    502: Cause.GATEWAY,
    503: Cause.THROTTLED,
    504: Cause.GATEWAY,
}
_STACK_LINE = re.compile(r"^\s+at\s", re.MULTILINE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(r"\s*(<\?xml[^>]*\?>)?\s*<(!doctype html|html)", re.IGNORECASE)


def cause_of(reply: WireReply) -> Cause | None:
    """Return the cause that the status decides alone; None where the body has a say."""
    if 300 <= reply.status < 400:
        return Cause.REFUSED
    return _CAUSES.get(reply.status)


def rest_of(reply: WireReply) -> Cause:
    """Return the cause of a status whose body had nothing better to say."""
    if reply.status >= 500:
        return Cause.SERVER_FAULT
    return Cause.REFUSED if reply.status >= 400 else Cause.UNREADABLE


def read_success(reply: WireReply, decode: Callable[[], object]) -> object:
    """Read a 200 as the answer; anything else in it is a Rejection that says what it was."""
    try:
        return decode()
    except DecodeError as error:
        found = str(error)
    page = page_title(reply)
    return Rejection(Cause.UNREADABLE, f"{page}; {found}" if page else found)


def text_of(reply: WireReply) -> str:
    """Return the body as text, whatever is in it: for messages only."""
    encoding = "utf-8"
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if reply.body.startswith(mark):
            encoding = name
    if reply.charset is not None:
        try:
            encoding = codecs.lookup(reply.charset).name
        except LookupError:
            encoding = "utf-8"
    try:
        return reply.body.decode(encoding, "replace").lstrip("\ufeff")
    except (UnicodeError, LookupError):
        return reply.body.decode("utf-8", "replace")


def page_title(reply: WireReply) -> str:
    """Return "an HTML page: its title" where the body is one, "" where it is not."""
    text = text_of(reply)
    if reply.media_type != "text/html" and not _HTML.match(text):
        return ""
    title = _TITLE.search(text)
    words = html.unescape(title[1]).strip() if title else ""
    return f"an HTML page: {' '.join(words.split())}" if words else "an HTML page"


def location_of(reply: WireReply) -> str:
    """Say that a redirect came; never followed, and its target is not repeated in full."""
    return f"a redirect ({reply.status}), which is never followed: check the service's URL"


def without_stack(text: str) -> str:
    """Return a .NET error text up to its stack trace, if it has one."""
    return _STACK_LINE.split(text, maxsplit=1)[0].strip()
