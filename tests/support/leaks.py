"""Looks for a secret everywhere that people, logs and debuggers look."""

import base64
import gc
import html
import logging
import pickle
import re
import traceback
import types
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import cast
from urllib.parse import unquote_plus

# Three secrets, one a kind. Each has letters that every encoding spells in its own way; the part
# before them is found in all of these.
LICENSE_KEY = "LeakLicense7f3&<k>\"e'y%2F+~/é-0000"
CLIENT_SECRET = "LeakClient9a1&<s>\"e'c%2F+~/é-1111"
TOKEN = "LeakToken5c8&<t>\"o'k%2F+~/e-2222"
MARKERS = ("LeakLicense7f3", "LeakClient9a1", "LeakToken5c8")

_NEVER = (
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.FrameType,
    types.TracebackType,
    types.CodeType,
    type,
)


class LeakError(AssertionError):
    """A secret was found where it must not be."""


def check_text(where: str, text: str) -> None:
    """Look through one text, as it stands and behind every encoding a server may use."""
    seen = {text, html.unescape(html.unescape(text)), unquote_plus(unquote_plus(text))}
    seen.add(re.sub(r"\\u00([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), text))
    for marker in MARKERS:
        for spelling in (marker, base64.b64encode(marker.encode()).decode()[:16]):
            if any(spelling.lower() in one.lower() for one in seen):
                raise LeakError(f"{marker} in {where}: {text[:2000]}")


def check_error(error: BaseException) -> None:
    """Look through an exception as a log, a debugger, a pickle and a crash reporter would."""
    told = traceback.TracebackException(
        type(error), error, error.__traceback__, capture_locals=True
    )
    check_text("traceback with locals", "".join(told.format()))
    check_text("str", str(error))
    check_text("repr", repr(error))
    check_text("pickle", pickle.dumps(error, protocol=0).decode("latin-1"))
    check_text("pickle", repr(pickle.dumps(error)))
    for other in (error.__cause__, error.__context__):
        if other is not None:
            check_error(other)
    for found in reachable([error.__dict__, error.args]):
        check_text("attributes", found)


def reachable(start: list[object]) -> Iterator[str]:
    """Every string that the garbage collector can reach, but for code and running frames."""
    seen: set[int] = set()
    unseen: list[object] = list(start)
    while unseen:
        one = unseen.pop()
        if id(one) in seen or isinstance(one, _NEVER):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield one
        elif isinstance(one, bytes | bytearray):
            yield bytes(one).decode("latin-1")
        else:
            unseen += gc.get_referents(one)


class _Collecting(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=1)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        formatted = logging.Formatter("%(name)s %(message)s").format(record)
        self.texts.append(f"{formatted} {record.__dict__!r}")


@contextmanager
def watching() -> Generator[list[str]]:
    """Collect every record of every logger at every level; afterwards, look through them.

    Yields:
        The records so far. A test may add texts of its own.
    """
    handler = _Collecting()
    root = logging.getLogger()
    loggers = [root, *_all_loggers()]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(1)
    root.addHandler(handler)
    try:
        yield handler.texts
    finally:
        root.removeHandler(handler)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
    for text in handler.texts:
        check_text("log", text)


def _all_loggers() -> list[logging.Logger]:
    known = cast("dict[str, object]", logging.root.manager.loggerDict)
    return [one for one in known.values() if isinstance(one, logging.Logger)]
