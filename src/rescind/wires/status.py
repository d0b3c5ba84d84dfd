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
_STACK_LINE = re.compile(r"^[ \t]+at\s", re.MULTILINE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_HTML = re.compile(r"(<\?xml[^>]{0,200}>\s*)?<(!doctype html|html)", re.IGNORECASE)
_ENCODINGS = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "iso8859-1", "cp1252"}

# Nobody reads more of an error page, and some of what is done with it takes more than one pass.
TEXT_BYTES = 1 << 14


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
    """Return the start of the body as text, whatever is in it: for messages only."""
    body = reply.body[:TEXT_BYTES]
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = _encoding(reply.charset or "utf-8")
    return body.decode(encoding, "replace").lstrip("\ufeff")


def _encoding(charset: str) -> str:
    """Return the codec of a charset that pages come in, and UTF-8 for any other."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name in _ENCODINGS else "utf-8"


def page_title(reply: WireReply) -> str:
    """Return "an HTML page: its title" where the body is one, "" where it is not."""
    text = text_of(reply).lstrip()
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
