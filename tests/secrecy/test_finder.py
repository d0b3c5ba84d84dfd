"""The leak finder finds leaks: a deliberate one of every kind fails it."""

import html
import json
import logging
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from rescind import RescindError
from tests.support import leaks
from tests.support.leaks import LICENSE_KEY, LeakError, check_error, check_text, watching

SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper": str.upper,
    "lower": str.lower,
    "percent": quote,
    "every letter percent": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "plus": quote_plus,
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "entities": html.escape,
    "entities twice": lambda text: html.escape(html.escape(text)),
    "every letter an entity": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "JSON": json.dumps,
    "every letter in JSON": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
}


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_in_a_text(spell: Callable[[str], str]) -> None:
    with pytest.raises(LeakError):
        check_text("here", f"before {spell(LICENSE_KEY)} after")


def test_not_in_a_clean_text() -> None:
    check_text("here", "LeakLicense [redacted] 7f3")


def test_in_the_message() -> None:
    with pytest.raises(LeakError):
        check_error(RescindError(leaks.CLIENT_SECRET))


def test_in_a_local() -> None:
    def leaking() -> None:
        here = leaks.TOKEN
        raise ValueError(f"{len(here)} characters")

    with pytest.raises(ValueError, match="characters") as caught:
        leaking()

    with pytest.raises(LeakError, match="locals"):
        check_error(caught.value)


def test_in_the_chain() -> None:
    error = RescindError("clean")
    error.__context__ = ValueError(leaks.TOKEN)

    with pytest.raises(LeakError):
        check_error(error)


def test_deep_in_an_attribute() -> None:
    error = RescindError("clean")
    error.excerpt = ""
    error.__dict__["deep"] = [{"a": (bytearray(leaks.TOKEN.encode()),)}]

    with pytest.raises(LeakError):
        check_error(error)


@pytest.mark.parametrize("level", [1, logging.DEBUG, logging.WARNING])
def test_in_a_log_record(level: int) -> None:
    with pytest.raises(LeakError, match="log"), watching():
        logging.getLogger("some.library").log(level, "key %s", leaks.LICENSE_KEY)
