"""Secrets, and keeping them out of everything that people read."""

import base64
import html
import json
from collections.abc import Callable, Iterable
from typing import NoReturn
from urllib.parse import quote, quote_plus

_HIDDEN = "[redacted]"
# Shorter values stand in ordinary text by chance: redacting them would only blank it out.
_SHORTEST = 4


class Secret:
    """A string that shows itself to nobody but the wire.

    ``repr``, ``str`` and formatting give a placeholder; pickling is refused. Comparison with
    another secret works, so that configurations can be compared.
    """

    __slots__ = ("_reveal",)

    def __init__(self, value: str) -> None:
        """Hide a value.

        Args:
            value: The license key, client secret or token.

        Raises:
            TypeError: The value is not a string.
            ValueError: The value is empty, or has blanks or line breaks around it.
        """
        if not isinstance(value, str):
            raise TypeError(f"a secret is a string, not {type(value).__name__}")
        if not value or value != value.strip():
            raise ValueError("a secret is not empty and has no blanks around it")
        self._reveal = _closure(value)

    def reveal(self) -> str:
        """Return the string itself. Do not keep it in a variable that outlives the call."""
        return self._reveal()

    def __repr__(self) -> str:
        return "Secret('…')"

    def __str__(self) -> str:
        return _HIDDEN

    def __format__(self, format_spec: str) -> str:
        return _HIDDEN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self.reveal() == other.reveal()

    def __hash__(self) -> int:
        return hash(self.reveal())

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: hand it over by another way")


def _closure(value: str) -> Callable[[], str]:
    """Return a function that knows the string, so that no attribute of a secret holds it."""
    return lambda: value


def as_secret(value: str | Secret | None) -> Secret | None:
    """Wrap a string; leave a secret and None as they are."""
    return value if value is None or isinstance(value, Secret) else Secret(value)


def redact(text: str, secrets: Iterable[Secret]) -> str:
    """Replace each secret in the text, in every spelling a server could echo it in.

    Args:
        text: What came from outside.
        secrets: What must not be seen in it.

    Returns:
        The text with a placeholder in each secret's place.
    """
    for secret in secrets:
        for spelling in _spellings(secret.reveal()):
            if len(spelling) >= _SHORTEST:
                text = text.replace(spelling, _HIDDEN)
    return text


def _spellings(value: str) -> list[str]:
    """Longest first, so that no spelling hides inside one that was replaced in part."""
    escaped = html.escape(value)
    spellings = {
        value,
        value.upper(),
        value.lower(),
        quote(value, safe=""),
        quote(value, safe="").lower(),
        quote(value),
        quote_plus(value),
        escaped,
        html.escape(value, quote=False),
        html.escape(escaped),
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        base64.b64encode(value.encode("utf-8", "surrogatepass")).decode("ascii"),
    }
    return sorted(spellings, key=len, reverse=True)
