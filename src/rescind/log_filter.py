"""Secrets kept out of what other libraries log while they carry a call.

At DEBUG httpcore logs the headers of every reply, and a service may echo a key in one.
"""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from rescind.secrets import Secret, redact

_LOGGERS = (
    "aiohttp.client",
    "aiohttp.internal",
    "hpack.hpack",
    "hpack.table",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
    "httpx",
)

_carried: ContextVar[tuple[Secret, ...]] = ContextVar("carried", default=())


@contextmanager
def kept_from_logs(secrets: tuple[Secret, ...]) -> Generator[None]:
    """Redact these secrets in what this task logs through the libraries below us."""
    before = _carried.set(secrets)
    try:
        yield
    finally:
        _carried.reset(before)


class _Redacting(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the secrets of the call that it belongs to."""
        secrets = _carried.get()
        if secrets:
            record.msg, record.args = redact(record.getMessage(), secrets), ()
        return True


_filter = _Redacting()
for _name in _LOGGERS:
    logging.getLogger(_name).addFilter(_filter)
