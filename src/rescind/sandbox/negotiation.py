"""Content negotiation as Web API's DefaultContentNegotiator does it."""

import codecs
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import attrs

from .messages import Headers, charset, media_type

Format = Literal["json", "xml"]

JSON_TYPES: Final = ("application/json", "text/json")
XML_TYPES: Final = ("application/xml", "text/xml")
FORM_TYPES: Final = ("application/x-www-form-urlencoded",)

_FORMATS: Final[tuple[tuple[Format, tuple[str, str]], ...]] = (
    ("json", JSON_TYPES),
    ("xml", XML_TYPES),
)
_ENCODINGS: Final = ("utf-8", "utf-16")


@attrs.frozen
class Choice:
    """The form of an answer.

    Attributes:
        format: JSON or XML.
        media_type: The media type.
        charset: "utf-8" or "utf-16".
    """

    format: Format
    media_type: str
    charset: str

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return f"{self.media_type}; charset={self.charset}"

    def encode(self, text: str) -> bytes:
        """Encode a body; UTF-16 gets a byte order mark."""
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if self.charset == "utf-16":
            return codecs.BOM_UTF16_LE + whole.encode("utf-16-le")
        return whole.encode()


def choose(headers: Headers) -> Choice:
    """Choose the form of the answer to a request with these headers."""
    name, media = _choose_media_type(headers)
    return Choice(name, media, _choose_charset(headers))


def request_charset(content_type: str) -> str:
    """The encoding in which a body is read: what it says, if that is supported, else UTF-8."""
    name = charset(content_type)
    return name if name in _ENCODINGS else "utf-8"


def _choose_media_type(headers: Headers) -> tuple[Format, str]:
    ranges = sorted(_ranges(headers.get("Accept", "")), key=lambda pair: -pair[1])
    best: tuple[float, int, Format, str] | None = None
    for name, types in _FORMATS:
        match = _match(ranges, types)
        # A literal match wins over a range, a range over */*, unless its quality is higher; among
        # equals the first format wins.
        if match is not None and (best is None or (match[0], match[1]) > (best[0], best[1])):
            best = (match[0], match[1], name, match[2])
    if best is not None:
        return best[2], best[3]
    sent = media_type(headers.get("Content-Type", ""))
    for name, types in _FORMATS:
        if sent in types:
            return name, sent
    return "json", JSON_TYPES[0]


def _match(
    ranges: Sequence[tuple[str, float]], types: Sequence[str]
) -> tuple[float, int, str] | None:
    """Quality, kind (literal 2, type/* 1, */* 0) and media type of the first range that fits."""
    for accepted, quality in ranges:
        for supported in types:
            if accepted == supported:
                return quality, 2, supported
            if accepted == f"{supported.partition('/')[0]}/*":
                return quality, 1, supported
            if accepted == "*/*":
                return quality, 0, supported
    return None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Media ranges and their qualities; what cannot be parsed is left out."""
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subtype = name.partition("/")
        if not kind or not slash or not subtype:
            continue
        quality = _quality(parameters)
        if quality is not None:
            yield name, quality


def _quality(parameters: Sequence[str]) -> float | None:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
            return quality if 0 <= quality <= 1 else None
    return 1.0


def _choose_charset(headers: Headers) -> str:
    wanted: list[tuple[str, float]] = []
    for part in headers.get("Accept-Charset", "").split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = _quality(parameters)
        if name and quality:
            wanted.append((name, quality))
    for name, _ in sorted(wanted, key=lambda pair: -pair[1]):
        if name in _ENCODINGS:
            return name
        if name == "*":
            return _ENCODINGS[0]
    return request_charset(headers.get("Content-Type", ""))
