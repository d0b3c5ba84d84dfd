"""The replies that are mutated: recorded, documented, and in the shape of the WSDL."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from rescind import Wire
from rescind_models import Operation
from rescind_models.phone_notify._operations import OPERATIONS
from tests.fuzz.calls import CALLS, DELETE_WIRES, NAMED
from tests.fuzz.replies import Reply, parse
from tests.support import recordings
from tests.support.forms import envelope
from tests.support.replay import TOKEN_REPLY, reply
from tests.wires import schema
from tests.wires.pages import CONTRACTS, SERVICE

# Bodies of recorded pages beyond this are the like of their start.
LONGEST = 4000

_VERSIONS = {
    Wire.SOAP11: ("http://schemas.xmlsoap.org/soap/envelope/", "text/xml; charset=utf-8"),
    Wire.SOAP12: ("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml; charset=utf-8"),
}
_TEXTS = {
    "string": "Queued &amp; more",
    "int": "3",
    "short": "3",
    "long": "4093249",
    "unsignedByte": "7",
    "boolean": "true",
    "base64Binary": "UklGRg==",
    "dateTime": "2030-01-02T03:04:05.678901Z",
    "double": "0.5",
    "decimal": "0.045",
}
_REPORT = reply(
    b'{"Error":null,"ResponseData":{"Identification":{"UserId":"u"},"Result":"OK","Detail":'
    b'{"PendingMessages":[{"ID":"p1","Text":"a"},{"ID":"p2"}],"RecurringMessages":[{"ID":"r1"}]}}}'
)


@functools.cache
def replies() -> Mapping[str, Sequence[Reply]]:
    """All replies of each call, none twice."""
    found: dict[str, dict[Reply, None]] = {name: {} for name in CALLS}
    for name, one in _all():
        found[name][one] = None
    return {name: tuple(of_call) for name, of_call in found.items()}


def _all() -> Iterator[tuple[str, Reply]]:
    yield from _recorded()
    yield from _documented()
    for operation in OPERATIONS.values():
        for wire in operation.wires:
            yield f"invoke-{operation.name}-{wire.value}", _in_shape(operation, wire)


def _recorded() -> Iterator[tuple[str, Reply]]:
    for one in recordings.expectations():
        message = one.exchange.received
        body = message.body if one.exchange.status == 200 else message.body[:LONGEST]
        kept = ("content-type", "www-authenticate", "retry-after", "server")
        headers = tuple((name, message.headers[name]) for name in kept if name in message.headers)
        wire = "json" if one.call == "token" else Wire[one.wire].value
        yield f"{one.call}-{wire}", Reply(one.exchange.status, headers, body)


def _documented() -> Iterator[tuple[str, Reply]]:
    by_reference_id = OPERATIONS["CancelNotifyByReferenceID"]
    for operation, call in (
        (by_reference_id, "cancel_notify_by_reference_id"),
        (OPERATIONS["CancelNotify"], "cancel_notify"),
    ):
        for wire in operation.wires:
            yield f"{call}-{wire.value}", _in_shape(operation, wire)
    for wire in (Wire.SOAP11, Wire.SOAP12):
        yield (
            f"notify_phone_advanced-{wire.value}",
            _in_shape(OPERATIONS["NotifyPhoneAdvanced"], wire, items=1),
        )
        yield (
            f"notify_multiple_phone_advanced-{wire.value}",
            _in_shape(OPERATIONS["NotifyMultiplePhoneAdvanced"], wire, items=3),
        )
    for wire in DELETE_WIRES:
        name = f"ResponseOfDeletePendingMessagesResponse.{wire.value}"
        sample = (CONTRACTS / name).read_bytes()
        succeeded = sample.replace(b"sample string 1", b"00")  # the sample shows an error, too
        for call in NAMED:
            if call.startswith("delete") and call.endswith(f"-{wire.value}"):
                content_type = f"application/{wire.value}; charset=utf-8"
                yield call, parse(reply(sample, content_type=content_type))
                yield call, parse(reply(succeeded, content_type=content_type))
                for recorded in replies_of(f"delete_recurring_messages-{wire.value}"):
                    yield call, recorded
    yield "iter_pending_and_recurring-json", parse(_REPORT)
    yield "token-json", parse(TOKEN_REPLY)


def replies_of(call: str) -> Iterator[Reply]:
    """The recorded replies of another call, which this one could get as well."""
    return (one for name, one in _recorded() if name == call)


def _in_shape(operation: Operation, wire: Wire, items: int = 2) -> Reply:
    """An answer as the WSDL has it."""
    result = next(iter(schema.phone_notify().elements[f"{operation.name}Response"]), None)
    content = "" if result is None else _content(result.kind, items)
    if wire in _VERSIONS:
        version, content_type = _VERSIONS[wire]
        inside = "" if result is None else f"<{result.name}>{content}</{result.name}>"
        name = f"{operation.name}Response"
        body = envelope(f'<{name} xmlns="{SERVICE}">{inside}</{name}>', version)
        return parse(reply(body, content_type=content_type))
    root = operation.result_root
    if root is None:
        return parse(reply(b"", content_type="text/plain"))
    bare = f'<?xml version="1.0" encoding="utf-8"?>\r\n<{root} xmlns="{SERVICE}">{content}</{root}>'
    return parse(reply(bare.encode(), content_type="text/xml; charset=utf-8"))


def _content(kind: str, items: int) -> str:
    declared = schema.phone_notify().types.get(kind)
    if declared is None:
        return _TEXTS[kind]
    return "".join(
        f"<{child.name}>{_content(child.kind, items)}</{child.name}>"
        * (items if child.repeated else 1)
        for child in declared
    )
