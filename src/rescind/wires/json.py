"""JSON of the 2sms REST API (the vendor's help page). Its answers never list ids."""

from rescind.codec import decode_json, encode_json
from rescind.wires import web_api
from rescind.wires.message import WireReply, WireRequest
from rescind_models import Operation


def build(operation: Operation, request: object) -> WireRequest:
    """Build the request, and ask for the answer in JSON too."""
    return web_api.build(operation, "application/json", encode_json(request))


def read(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the response model, or a Rejection."""
    del operation
    return web_api.read(reply, lambda: decode_json(response, reply.body))
