"""What HTTP GET and HTTP POST of ASMX share: name=value pairs in, one XML element out.

By the vendor's page of CancelNotifyByReferenceID and the HttpGet/HttpPost ports of the WSDL.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from rescind.codec import DecodeError, EncodeError
from rescind.codec.plan import Field, expanded, plan_for
from rescind.codec.scalars import Base64, DateTime, NamedEnum, Scalar, Text, legal_text
from rescind.codec.xml import ModelReader, parse_xml
from rescind.wires.message import WireReply
from rescind_models import Operation


def form(request: object) -> str:
    """Write the request's fields as percent-encoded pairs, in the order of the WSDL."""
    return "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in _pairs(request)
    )


def _pairs(request: object) -> Iterator[tuple[str, str]]:
    for field in plan_for(type(request)).fields:
        value: object = getattr(request, field.attribute)
        if value is None:
            raise EncodeError(
                f"{field.attribute}: None, but HTTP GET and POST must name every parameter; "
                "give a value, or use SOAP, where None is left out"
            )
        if field.scalar is None or field.many:
            raise EncodeError(f"{field.attribute}: only single values go by HTTP GET and POST")
        try:
            texts = list(_texts(field.scalar, value))
        except (TypeError, ValueError) as error:
            reason: str | None = str(error)
        else:
            reason = None
            yield from ((field.name, text) for text in texts)
        if reason is not None:
            raise EncodeError(f"{field.attribute}: {reason}")


def _texts(scalar: Scalar, value: object) -> Iterator[str]:
    if isinstance(scalar, Text):
        yield legal_text(value)
    elif isinstance(scalar, Base64) and isinstance(value, bytes):
        if not value:
            raise ValueError("no bytes, which HTTP GET and POST have no form for; use SOAP")
        # The WSDL types byte[] here as an array of strings, one a byte (inferred from that).
        yield from (str(byte) for byte in value)
    elif isinstance(scalar, NamedEnum | DateTime):
        raise TypeError("this type has no form that is known for HTTP GET and POST; use SOAP")
    else:
        yield scalar.to_xml(value)


def read_element(operation: Operation, response: type[object], reply: WireReply) -> object:
    """Read the answer of HTTP GET or POST: the result alone, under its type's name.

    ``<int>3</int>`` stands for ``<…Response><…Result>3</…Result></…Response>``; a void operation
    answers with an empty body.

    Raises:
        DecodeError: The body is not that element.
    """
    plan = plan_for(response)
    if operation.result_root is None or not plan.fields:
        if reply.body.strip():
            raise DecodeError("an answer, where the operation has none")
        return response()
    root = expanded(operation.namespace, operation.result_root)
    reader = _ResultReader(ModelReader(plan), plan.root_tag, plan.fields[0], root)
    parse_xml(reply.body, reader, reply.charset)
    return reader.model.model


class _ResultReader:
    """Passes the lone result on to the model's reader as if its response were around it."""

    def __init__(self, model: ModelReader, response_tag: str, field: Field, root: str) -> None:
        self.model = model
        self._response_tag = response_tag
        self._field = field
        self._root = root
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > 1:
            self.model.start(tag, attributes)
            return
        if tag != self._root:
            expected = self._root.rpartition("}")[2]
            raise DecodeError(f"{tag.rpartition('}')[2][:80]}: not the expected root {expected}")
        self.model.start(self._response_tag, {})
        self.model.start(self._field.tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._depth:
            self.model.end(tag)
        else:
            self.model.end(self._field.tag)
            self.model.end(self._response_tag)

    def text(self, text: str) -> None:
        if self._depth:
            self.model.text(text)
