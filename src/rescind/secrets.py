"""Secrets, and keeping them out of everything that people read."""

import base64
import dataclasses
import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn, Self, TypeAlias, TypeVar, cast

T = TypeVar("T")

Find: TypeAlias = Callable[[str, str], Iterable[tuple[int, int]]]

_HIDDEN = "[redacted]"
_ESCAPE = re.compile(
    r"&(?:amp;)*(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
    r"|(?:%(?:25)*|\\\\?u00|\\\\?x)(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<char>[\"\\/])"
)
# Shorter values stand in ordinary text by chance: redacting them would only blank it out.
_SHORTEST = 4
# As much of a secret's start gives it away, where its end was cut off.
_START = 8


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
            ValueError: The value is empty, has blanks or line breaks around it, or cannot be
                encoded.
        """
        if not isinstance(value, str):
            kind = type(value).__name__
            del value
            raise TypeError(f"a secret is a string, not {kind}")
        if not value or value != value.strip():
            del value
            raise ValueError("a secret is not empty and has no blanks around it")
        if any("\ud800" <= character <= "\udfff" for character in value):
            del value
            raise ValueError("a secret has half of a surrogate pair in it, which nothing can carry")
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

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: hand it over by another way")


def _closure(value: str) -> Callable[[], str]:
    """Return a function that knows the string, so that no attribute of a secret holds it."""
    return lambda: value


def as_secret(value: str | Secret | None) -> Secret | None:
    """Wrap a string; leave a secret and None as they are."""
    return value if value is None or isinstance(value, Secret) else Secret(value)


def wrapped(value: str | Secret | None) -> tuple[Secret | None, Exception | None]:
    """Wrap a string, or say what is wrong with it, without raising.

    The caller puts the result in the string's place and raises then: no frame of the traceback
    holds the string any more.
    """
    try:
        return as_secret(value), None
    except (TypeError, ValueError) as error:
        return None, error.with_traceback(None)


def redact(text: str, secrets: Iterable[Secret]) -> str:
    """Replace each secret in the text, in every spelling a server could echo it in.

    Upper and lower case, percent-encoding, entities and JSON escapes are seen through, mixed and
    twice over too. What begins like a secret is taken for one that was cut off.

    Args:
        text: What came from outside.
        secrets: What must not be seen in it.

    Returns:
        The text with a placeholder in each secret's place.
    """
    spellings = [spelling for secret in secrets for spelling in _spellings(secret.reveal())]
    for find in (_whole, _cut_off):
        text = _replace(text, *_as_it_is(text), find, spellings)
        if _ESCAPE.search(text):
            text = _replace(text, *_plain(text), find, spellings)
    return text


def redact_model(value: T, secrets: tuple[Secret, ...]) -> T:
    """Return a generated model, or a list of them, with the secrets in its strings replaced."""
    found: object = value
    if isinstance(value, str):
        found = redact(value, secrets)
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        found = tuple(redact_model(item, secrets) for item in items)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        found = dataclasses.replace(
            value, **{name: redact_model(getattr(value, name), secrets) for name in names}
        )
    return cast("T", found)


def _spellings(value: str) -> set[str]:
    """How a secret may stand in a text once ``_plain`` has seen through its escapes."""
    encoded = value.encode("utf-8", "surrogatepass")
    by_byte = encoded.decode("latin-1")  # as percent-encoding has it
    spellings = {
        value,
        _plain(value)[0],  # where the secret itself looks escaped
        value.replace(" ", "+"),
        by_byte,
        _plain(by_byte)[0],
        base64.b64encode(encoded).decode("ascii"),
    }
    return {spelling.lower() for spelling in spellings if len(spelling) >= _SHORTEST}


def _replace(
    text: str, plain: str, starts: Sequence[int], find: Find, spellings: Iterable[str]
) -> str:
    """Replace in the text what is found in another view of it."""
    spans = sorted(span for spelling in spellings for span in find(plain, spelling))
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        if starts[start] >= done:
            pieces += [text[done : starts[start]], _HIDDEN]
        done = max(done, starts[end])
    return "".join((*pieces, text[done:]))


def _whole(plain: str, spelling: str) -> Iterator[tuple[int, int]]:
    """Find where the spelling starts and ends."""
    end = 0
    while (start := plain.find(spelling, end)) >= 0:
        end = start + len(spelling)
        yield start, end


def _cut_off(plain: str, spelling: str) -> Iterator[tuple[int, int]]:
    """Find what begins like the spelling, and goes on like it for a while."""
    if len(spelling) <= _START:
        return
    end = 0
    while (start := plain.find(spelling[:_START], end)) >= 0:
        end = start
        for letter in spelling:
            if not plain.startswith(letter, end):
                break
            end += 1
        yield start, end


def _as_it_is(text: str) -> tuple[str, Sequence[int]]:
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower, range(len(text) + 1)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """Return the text in lower case without its escapes, and where each letter of it began."""
    letters: list[str] = []
    starts: list[int] = []
    done = 0
    for escape in _ESCAPE.finditer(text):
        letters += _as_it_is(text[done : escape.start()])[0]
        starts += range(done, escape.start())
        letter = _as_it_is(_letter(escape))[0]
        letters += letter
        starts += [escape.start()] * len(letter)
        done = escape.end()
    letters += _as_it_is(text[done:])[0]
    starts += range(done, len(text))
    return "".join(letters), [*starts, len(text)]


def _letter(escape: re.Match[str]) -> str:
    """Return what an escape stands for."""
    entity, hexadecimal, after_backslash = escape["entity"], escape["hex"], escape["char"]
    if entity is not None:
        return html.unescape(f"&{entity};")
    if hexadecimal is not None:
        return chr(int(hexadecimal, 16))
    return after_backslash
