"""XML of the 2sms REST API (the vendor's help page). Its answers list the ids."""

from rescind.codec import decode_xml, encode_xml
from rescind.wires import web_api
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request, and ask for the answer in XML too."""
    return web_api.build(operation, "application/xml", encode_xml(request).encode())


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection."""
    del operation
    return web_api.read(reply, lambda: decode_xml(response, reply.body, reply.charset))
