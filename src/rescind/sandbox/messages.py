"""A request as the services see it, and the reply they give: bytes in, bytes out, no framework."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote_to_bytes

import attrs


class Headers(Mapping[str, str]):
    """Header fields by name in any letter case; a repeated field is joined by commas."""

    def __init__(self, fields: tuple[tuple[str, str], ...] = ()) -> None:
        self.fields = fields
        self._values: dict[str, str] = {}
        for name, value in fields:
            key = name.lower()
            self._values[key] = f"{self._values[key]}, {value}" if key in self._values else value

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({self.fields!r})"


@attrs.frozen(kw_only=True)
class Request:
    """One HTTP request, its body read to the end.

    Attributes:
        method: The verb as it was sent.
        path: The path, percent-decoded.
        query: The query string as it was sent, without the question mark.
        headers: The header fields.
        body: The body, or its beginning when it was larger than the services read.
        length: The length of the whole body in bytes.
        base_url: Scheme and authority the client used, from its Host header.
    """

    method: str
    path: str
    query: str = ""
    headers: Headers = attrs.field(factory=Headers)
    body: bytes = attrs.field(default=b"", repr=False)
    length: int = 0
    base_url: str = "http://sandbox"

    @property
    def url(self) -> str:
        """The absolute address of the request."""
        return f"{self.base_url}{self.path}{'?' + self.query if self.query else ''}"


@attrs.frozen(kw_only=True)
class Reply:
    """One HTTP response.

    Attributes:
        status: The status code.
        body: The body.
        content_type: The Content-Type header; None leaves it out.
        headers: Other header fields.
    """

    status: int = 200
    body: bytes = b""
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


def media_type(content_type: str) -> str:
    """The media type of a Content-Type value, in lower case, without parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str | None:
    """The charset parameter of a Content-Type value, unquoted and in lower case."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower() or None
    return None


def form_pairs(text: str) -> list[tuple[str, str]]:
    """Names and values of a query string or form body, in order.

    A part without an equals sign is a name with an empty value; `+` is a blank; bytes that are not
    UTF-8 become U+FFFD.
    """
    pairs: list[tuple[str, str]] = []
    for part in text.split("&"):
        if part:
            name, _, value = part.partition("=")
            pairs.append((_unquote(name), _unquote(value)))
    return pairs


def _unquote(text: str) -> str:
    return unquote_to_bytes(text.replace("+", " ")).decode("utf-8", "replace")


def html_page(status: int, title: str, text: str) -> Reply:
    """A page of HTML such as a web server or a proxy puts in the place of an answer."""
    body = (
        "<!DOCTYPE html>\r\n<html>\r\n<head><title>"
        f"{title}</title></head>\r\n<body>\r\n<h1>{title}</h1>\r\n<p>{text}</p>\r\n"
        "</body>\r\n</html>\r\n"
    )
    return Reply(
        status=status,
        body=body.encode(),
        content_type="text/html; charset=utf-8",
        headers=(("Cache-Control", "private"),),
    )
