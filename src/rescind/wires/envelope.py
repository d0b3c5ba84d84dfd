"""SOAP envelopes of both versions, document/literal.

The shape is that of the vendor's page of CancelNotifyByReferenceID; faults as in SOAP 1.1
section 4.4 and SOAP 1.2 part 1 section 5.4. Prefixes are never matched, only namespaces.
"""

from collections.abc import Mapping

import attrs

from rescind.codec import DecodeError
from rescind.codec.plan import expanded, plan_for
from rescind.codec.scalars import escape
from rescind.codec.xml import XSD, XSI, Handler, ModelReader, encode_xml, parse_xml
from rescind.wires.message import WireReply
from rescind.wires.rejection import Cause, Rejection

SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"

# A fault is built as a tree, which costs many times its text.
FAULT_LIMIT = 1 << 16
_ELEMENT_COST = 64

_CLIENT_CODES = {"Client", "Sender", "VersionMismatch", "MustUnderstand", "DataEncodingUnknown"}


def envelope(prefix: str, namespace: str, request: object) -> bytes:
    """Write the request model into an envelope, in UTF-8 and with no blank between elements."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<{prefix}:Envelope xmlns:xsi="{XSI}" xmlns:xsd="{XSD}" xmlns:{prefix}="{namespace}">'
        f"<{prefix}:Body>{encode_xml(request)}</{prefix}:Body></{prefix}:Envelope>"
    ).encode()


def read_envelope(response: type[object], reply: WireReply) -> object:
    """Read the model from an envelope of either version; a fault is looked for first.

    Args:
        response: The generated response model.
        reply: The reply; its status is not looked at.

    Returns:
        The model, or a Rejection where the envelope holds a fault.

    Raises:
        DecodeError: The body is no envelope, or holds neither the model nor a fault.
    """
    payload = ModelReader(plan_for(response))
    reader = _EnvelopeReader(payload)
    parse_xml(reply.body, reader, reply.charset)
    if reader.fault is not None:
        return _rejection(reader.fault, reader.namespace)
    if not reader.has_payload:
        raise DecodeError("Envelope.Body: empty")
    return payload.model


def read_fault(reply: WireReply) -> Rejection | None:
    """Read the fault of an envelope of either version; None where the envelope has none.

    Raises:
        DecodeError: The body is no envelope.
    """
    reader = _EnvelopeReader(_Ignored())
    parse_xml(reply.body, reader, reply.charset)
    return None if reader.fault is None else _rejection(reader.fault, reader.namespace)


class _Ignored:
    """Receives a payload that nobody wants to read."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""

    def end(self, tag: str) -> None:
        """The element closes."""

    def text(self, text: str) -> None:
        """A piece of character data."""


@attrs.define
class _Element:
    """A small tree, for faults only."""

    tag: str
    attributes: Mapping[str, str] = attrs.Factory(dict[str, str])
    children: "list[_Element]" = attrs.Factory(list["_Element"])
    pieces: list[str] = attrs.Factory(list[str])

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def find(self, *tags: str) -> "_Element | None":
        """Return the first child with one of these expanded names."""
        return next((child for child in self.children if child.tag in tags), None)

    def text_of(self, *tags: str) -> str:
        found = self.find(*tags)
        return "" if found is None else found.text


@attrs.define
class _EnvelopeReader:
    """Finds the body of an envelope, and hands its element on, or builds the tree of a fault."""

    payload: Handler
    namespace: str = ""
    fault: _Element | None = None
    has_payload: bool = False
    _depth: int = 0
    _in_body: bool = False
    _bodies: int = 0
    _fault_open: list[_Element] = attrs.Factory(list[_Element])
    _fault_size: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            namespace, _, local = tag.rpartition("}")
            if local != "Envelope" or namespace not in {SOAP11, SOAP12}:
                raise DecodeError(f"{local[:80]}: not a SOAP envelope")
            self.namespace = namespace
        elif self._depth == 2:
            self._in_body = tag == expanded(self.namespace, "Body")
            self._bodies += self._in_body
            if self._bodies > 1:
                raise DecodeError("Envelope.Body: twice")
        elif self._in_body:
            self._start_in_body(tag, attributes)

    def _start_in_body(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._depth == 3:
            if self.has_payload or self.fault is not None:
                raise DecodeError("Envelope.Body: more than one element")
            if tag == expanded(self.namespace, "Fault"):
                self.fault = _Element(tag, attributes)
                self._fault_open = [self.fault]
                return
            self.has_payload = True
        if self._fault_open:
            self._grow(_ELEMENT_COST + sum(map(len, attributes.values())))
            element = _Element(tag, attributes)
            self._fault_open[-1].children.append(element)
            self._fault_open.append(element)
        else:
            self.payload.start(tag, attributes)

    def end(self, tag: str) -> None:
        if self._in_body and self._depth >= 3:
            if self._fault_open:
                self._fault_open.pop()
            else:
                self.payload.end(tag)
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._fault_open:
            self._grow(len(text))
            self._fault_open[-1].pieces.append(text)
        elif self._in_body and self._depth >= 3:
            self.payload.text(text)

    def _grow(self, size: int) -> None:
        self._fault_size += size
        if self._fault_size > FAULT_LIMIT:
            raise DecodeError("Fault: larger than any that makes sense")


def _rejection(fault: _Element, namespace: str) -> Rejection:
    """Read a fault by its version's names; both spell some of them with no namespace too."""
    if namespace == SOAP11:
        code = _local_code(fault.text_of("faultcode", expanded(SOAP11, "faultcode")))
        reason = fault.text_of("faultstring", expanded(SOAP11, "faultstring"))
        actor = fault.text_of("faultactor", expanded(SOAP11, "faultactor"))
        subcodes: tuple[str, ...] = ()
    else:
        outer = fault.find(expanded(SOAP12, "Code"))
        code = _local_code(outer.text_of(expanded(SOAP12, "Value")) if outer else "")
        subcodes = _subcodes(outer)
        words = fault.find(expanded(SOAP12, "Reason"))
        reason = words.text_of(expanded(SOAP12, "Text")) if words else ""
        actor = fault.text_of(expanded(SOAP12, "Node"), expanded(SOAP12, "Role"))
    detail = fault.find("detail", expanded(namespace, "detail"), expanded(namespace, "Detail"))
    # Dotted codes ("Client.Authentication") refine the code before the dot, SOAP 1.1 4.4.1.
    at_fault = code.partition(".")[0]
    return Rejection(
        cause=Cause.CLIENT_FAULT if at_fault in _CLIENT_CODES else Cause.SERVER_FAULT,
        code=code,
        reason=reason,
        subcodes=subcodes,
        actor=actor,
        detail="" if detail is None else _inner(detail),
    )


def _subcodes(code: _Element | None) -> tuple[str, ...]:
    found: list[str] = []
    while code is not None and (code := code.find(expanded(SOAP12, "Subcode"))) is not None:
        found.append(_local_code(code.text_of(expanded(SOAP12, "Value"))))
    return tuple(found)


def _local_code(qname: str) -> str:
    return qname.rpartition(":")[2]


def _inner(element: _Element) -> str:
    """The content of the detail element: its text, or its children as XML without prefixes."""
    if not element.children:
        return element.text
    return "".join(_outer(child) for child in element.children)


def _outer(element: _Element) -> str:
    name = element.tag.rpartition("}")[2]
    attributes = "".join(
        f' {key.rpartition("}")[2]}="{escape(value).replace(chr(34), "&quot;")}"'
        for key, value in element.attributes.items()
    )
    content = (
        "".join(_outer(child) for child in element.children)
        if element.children
        else escape(element.text)
    )
    return f"<{name}{attributes}>{content}</{name}>"
