"""Writing XML as .NET's writers do."""

import re

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPECIAL_IN_ATTRIBUTE = re.compile('[&<>"\x00-\x1f]')


def text(value: str) -> str:
    """Escape text content; characters XML forbids become references, which no parser accepts."""
    return _SPECIAL.sub(_reference, _whole(value))


def attribute(value: str) -> str:
    """Escape the value of an attribute in double quotes."""
    return _SPECIAL_IN_ATTRIBUTE.sub(_reference, _whole(value))


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    if character == '"':
        return "&quot;"
    return _MARKUP.get(character) or f"&#x{ord(character):X};"


def _whole(value: str) -> str:
    """Replace half surrogate pairs, which no encoding can carry."""
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def html(value: str) -> str:
    """Encode text as .NET's HtmlEncode."""
    return "".join(
        _HTML.get(character)
        or (f"&#{ord(character)};" if "\xa0" <= character <= "\xff" else character)
        for character in _whole(value)
    )
