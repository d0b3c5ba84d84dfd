"""HTTP POST of ASMX (vendor page of CancelNotifyByReferenceID): a form in the body."""

from rescind.wires import asmx
from rescind.wires.form import form, read_element
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request."""
    return WireRequest(
        method="POST",
        path=operation.path,
        headers=(
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Accept", "text/xml"),
        ),
        body=form(request).encode("ascii"),
    )


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection."""
    return asmx.read(reply, lambda: read_element(operation, response, reply))
