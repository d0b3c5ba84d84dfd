"""The wire forms: for each a module of two pure functions, ``build`` and ``read``.

``build(operation, request)`` gives the whole HTTP request; ``read(operation, response, reply)``
gives the response model, or a Rejection that says what came instead. Nothing here does I/O, and
nothing exists per operation and wire.
"""

from collections.abc import Mapping
from typing import Protocol

from rescind.wires import http_get, http_post, json, soap11, soap12, xml
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation, Wire

__all__ = ["WIRES", "WireForm", "WireReply", "WireRequest"]


class WireForm(Protocol):
    """One wire form; each is a module."""

    def build(self, operation: Operation, request: object) -> WireRequest:
        """Build the request. Raises EncodeError where a value cannot be carried."""
        ...

    def read(self, operation: Operation, response: type[object], reply: WireReply) -> object:
        """Read the response model, or a Rejection."""
        ...


WIRES: Mapping[Wire, WireForm] = {
    Wire.SOAP11: soap11,
    Wire.SOAP12: soap12,
    Wire.HTTP_POST: http_post,
    Wire.HTTP_GET: http_get,
    Wire.JSON: json,
    Wire.XML: xml,
}
