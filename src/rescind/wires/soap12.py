"""SOAP 1.2: application/soap+xml, no action parameter (vendor page of the same name)."""

from rescind.wires import asmx
from rescind.wires.envelope import SOAP12, envelope, read_envelope
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request. ASMX routes it by the element in the body, as the page's sample."""
    del operation
    return WireRequest(
        method="POST",
        path="",
        headers=(
            ("Content-Type", "application/soap+xml; charset=utf-8"),
            ("Accept", "application/soap+xml"),
        ),
        body=envelope("soap12", SOAP12, request),
    )


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection. Either version of the envelope will do."""
    del operation
    return asmx.read(reply, lambda: read_envelope(response, reply))
