"""Checking a service's address, before anything of a call can go to it."""

import ipaddress
import re
from urllib.parse import urlsplit

from rescind.errors import ConfigurationError

_FORBIDDEN = frozenset(" ?#\\")
_HOST = re.compile(r"[A-Za-z0-9._:-]+")  # a name or an IP address


def check_service_url(name: str, url: str, *, allow_http: bool) -> None:
    """Check that a URL is one to send keys to.

    Args:
        name: What the caller knows it by.
        url: The URL.
        allow_http: Whether plain http is accepted beyond loopback.

    Raises:
        TypeError: It is not a string.
        ConfigurationError: It is not plainly an address, or would show the keys.
    """
    if not isinstance(url, str):
        raise TypeError(f"{name} is a string, not {type(url).__name__}")
    if not url.isascii() or not url.isprintable() or not _FORBIDDEN.isdisjoint(url):
        raise ConfigurationError(f"{name} has a query, a fragment, blanks or non-ASCII in it")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or port == 0:
        raise ConfigurationError(f"{name} is not an http or https URL with a host")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(f"{name} has a user name in it: give keys to the client instead")
    if parts.scheme == "http" and not (allow_http or is_loopback(host)):
        raise ConfigurationError(
            f"{name} is plain http, which shows keys to everybody on the way: use https, or say "
            "allow_http=True"
        )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine: what is sent there leaves it in no case."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
