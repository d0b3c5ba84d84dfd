"""SOAP 1.1: text/xml and a quoted SOAPAction (vendor page of CancelNotifyByReferenceID)."""

from rescind.wires import asmx
from rescind.wires.envelope import SOAP11, envelope, read_envelope
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request: an envelope POSTed to the service's own address."""
    return WireRequest(
        method="POST",
        path="",
        headers=(
            ("Content-Type", "text/xml; charset=utf-8"),
            ("Accept", "text/xml"),
            ("SOAPAction", f'"{operation.soap_action}"'),
        ),
        body=envelope("soap", SOAP11, request),
    )


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection. Either version of the envelope will do."""
    del operation
    return asmx.read(reply, lambda: read_envelope(response, reply))
