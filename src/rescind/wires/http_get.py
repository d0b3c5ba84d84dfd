"""HTTP GET of ASMX (vendor page of CancelNotifyByReferenceID): the key is in the query."""

from rescind.wires import asmx
from rescind.wires.form import form, read_element
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request; the query is joined to the path on the wire and nowhere before."""
    return WireRequest(
        method="GET",
        path=operation.path,
        headers=(("Accept", "text/xml"),),
        query=form(request),
    )


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection."""
    return asmx.read(reply, lambda: read_element(operation, response, reply))
