"""Models to XML and back, one pass with expat, in element text only."""

import re
from collections.abc import Mapping
from typing import Protocol, TypeVar, cast
from xml.parsers import expat

import attrs

from rescind.codec.elements import XSI, Element, root_element
from rescind.codec.errors import DecodeError, EncodeError
from rescind.codec.plan import MAX_DEPTH, Field, Plan, plan_for
from rescind.codec.scalars import Scalar, escape, wrong_type

__all__ = ["XSD", "XSI", "Handler", "ModelReader", "decode_xml", "encode_xml", "parse_xml"]

M = TypeVar("M")

XSD = "http://www.w3.org/2001/XMLSchema"
SLICE = 1 << 16
# expat reads a tag or a comment again from its start with every slice that does not end it.
MAX_TAG = 1 << 20
# Each costs some microseconds; what these services answer has far fewer.
MAX_ELEMENTS = 300_000
# expat asks Python for any other, and some of Python's codecs do more than decode.
_ENCODING = re.compile(
    r"utf-(8|16(be|le)?)|(us-)?ascii|iso-8859-[0-9]{1,2}|(windows-|cp)[0-9]{3,4}", re.IGNORECASE
)


# --- writing ----------------------------------------------------------------------------------


def encode_xml(model: object) -> str:
    """Write a model as one XML element, children in the order of the model's fields.

    Fields that are None are left out; enums go by name. A root without a namespace declares the
    two schema prefixes that the vendor's samples declare. No blank is added between elements.

    Args:
        model: An instance of a generated model.

    Returns:
        The element, without an XML declaration.

    Raises:
        EncodeError: A value cannot be carried; the message has its path.
        UnsupportedModelError: The codec does not support the model.
    """
    plan = plan_for(type(model))
    if plan.namespace:
        declared = f' xmlns="{escape(plan.namespace)}"'
    else:
        declared = f' xmlns:xsd="{XSD}" xmlns:xsi="{XSI}"'
    out = [f"<{plan.root}{declared}>"]
    _children(plan, model, plan.namespace, "", out, 1)
    out.append(f"</{plan.root}>")
    return "".join(out)


def _children(
    plan: Plan, model: object, namespace: str, path: str, out: list[str], depth: int
) -> None:
    if depth > MAX_DEPTH:
        raise EncodeError(f"{path[:200]}: models nested deeper than {MAX_DEPTH}")
    for field in plan.fields:
        value: object = getattr(model, field.attribute)
        where = f"{path}{field.attribute}"
        # Only an element in another namespace than its parent's says so.
        declared = "" if field.namespace == namespace else f' xmlns="{escape(field.namespace)}"'
        if value is None:
            if field.nil_when_none:
                out.append(_nil(field.name, declared))
            elif not field.nullable:
                raise EncodeError(f"{where}: None, but a value is required")
        elif field.many:
            if not isinstance(value, tuple):
                raise EncodeError(f"{where}: {wrong_type('a tuple', value)}")
            _items(field, cast("tuple[object, ...]", value), declared, where, out, depth)
        else:
            _element(field, value, declared, where, out, depth)


def _items(
    field: Field,
    items: tuple[object, ...],
    declared: str,
    path: str,
    out: list[str],
    depth: int,
) -> None:
    if field.wrapped:
        out.append(f"<{field.name}{declared}>")
        declared = ""
    elif field.required and not items:
        raise EncodeError(f"{path}: empty, but at least one item is required")
    for index, item in enumerate(items):
        if item is None and field.item_nullable:
            out.append(_nil(field.item_name, declared))
        else:
            _element(field, item, declared, f"{path}[{index}]", out, depth)
    if field.wrapped:
        out.append(f"</{field.name}>")


def _element(
    field: Field, value: object, declared: str, path: str, out: list[str], depth: int
) -> None:
    name = field.item_name
    out.append(f"<{name}{declared}>")
    if field.scalar is not None:
        out.append(_text(field.scalar, value, path))
    elif type(value) is not field.content:
        raise EncodeError(f"{path}: {wrong_type(field.content.__name__, value)}")
    else:
        plan = plan_for(field.content)
        _children(plan, value, field.namespace, f"{path}.", out, depth + 1)
    out.append(f"</{name}>")


def _text(scalar: Scalar, value: object, path: str) -> str:
    try:
        return scalar.to_xml(value)
    except (TypeError, ValueError) as error:
        reason = str(error)
    raise EncodeError(f"{path}: {reason}")


def _nil(name: str, declared: str) -> str:
    return f'<{name}{declared} xmlns:xsi="{XSI}" xsi:nil="true"/>'


# --- reading ----------------------------------------------------------------------------------


class Handler(Protocol):
    """What receives the elements of one document, in order; names as expat expands them."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        ...

    def end(self, tag: str) -> None:
        """The element closes."""
        ...

    def text(self, text: str) -> None:
        """A piece of character data."""
        ...


def parse_xml(body: bytes, handler: Handler, charset: str | None = None) -> None:
    """Feed a document to a handler. DOCTYPE is refused, and with it every entity.

    Args:
        body: The document.
        handler: What receives its elements.
        charset: The charset parameter of the Content-Type. A byte order mark wins over it, it
            wins over the XML declaration (RFC 7303, section 3).

    Raises:
        DecodeError: Not well-formed, nested deeper than ``MAX_DEPTH``, with a DOCTYPE, a tag
            longer than ``MAX_TAG`` or more than ``MAX_ELEMENTS`` elements, or whatever the
            handler refuses.
    """
    has_mark = body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    # Given any encoding, expat lets the mark win; given none, a declaration that contradicts it.
    encoding = "UTF-8" if has_mark else _known(charset)
    parser = expat.ParserCreate(encoding, "}")
    parser.buffer_text = True
    guard = _SizeGuard(handler)
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if encoding is None:  # or the declaration's does not count
        parser.XmlDeclHandler = _check_encoding
    try:
        for offset in range(0, len(body) or 1, SLICE):
            read = offset + SLICE
            parser.Parse(body[offset:read], read >= len(body))
            if read < len(body) and read - parser.CurrentByteIndex > MAX_TAG:
                raise DecodeError(f"a tag or a comment of more than {MAX_TAG} bytes")
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
    except (LookupError, UnicodeError):
        reason = "in an unknown encoding"
    except ValueError as error:
        if isinstance(error, DecodeError):
            raise
        reason = "in an encoding that is not supported"
    else:
        return
    raise DecodeError(f"not well-formed XML: {reason}")


def _known(charset: str | None) -> str | None:
    """Only what expat reads by itself may override the declaration."""
    name = (charset or "").strip("\"' ").upper()
    return name if name in {"UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"} else None


def _check_encoding(version: str, encoding: str | None, standalone: int) -> None:
    del version, standalone
    if encoding is not None and not _ENCODING.fullmatch(encoding):
        raise DecodeError("not well-formed XML: in an unknown encoding")


def _refuse_doctype(*_: object) -> None:
    raise DecodeError("a DOCTYPE, which no answer of these services has")


@attrs.define
class _SizeGuard:
    handler: Handler
    depth: int = 0
    elements: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH:
            raise DecodeError(f"XML nested deeper than {MAX_DEPTH} elements")
        if self.elements > MAX_ELEMENTS:
            raise DecodeError(f"XML of more than {MAX_ELEMENTS} elements")
        self.handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.handler.end(tag)


def decode_xml(model: type[M], body: bytes, charset: str | None = None) -> M:
    """Read a document as a model. Prefixes and the order of elements never matter.

    Unknown elements are ignored; an element twice where one belongs is refused.

    Args:
        model: The generated model expected; its name and namespace are the root's.
        body: The document.
        charset: The charset parameter of the Content-Type, if there was one.

    Raises:
        DecodeError: The document is not the model's XML; the message has the path.
        UnsupportedModelError: The codec does not support the model.
    """
    reader = ModelReader(plan_for(model))
    parse_xml(body, reader, charset)
    return cast("M", reader.model)


class ModelReader:
    """Builds one model from the events of its element."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._current: Element | None = None
        self._skipping = 0
        self._model: object | None = None

    @property
    def model(self) -> object:
        """The model, once its element has closed."""
        if self._model is None:
            raise DecodeError(f"{self._plan.root}: missing")
        return self._model

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self._skipping:
            self._skipping += 1
        elif self._current is None:
            self._current = root_element(self._plan, tag, attributes)
        else:
            child = self._current.child(tag, attributes)
            if child is None:
                self._skipping = 1
            else:
                self._current = child

    def text(self, text: str) -> None:
        """A piece of character data."""
        if not self._skipping and self._current is not None:
            self._current.text(text)

    def end(self, tag: str) -> None:
        """The element closes."""
        del tag
        if self._skipping:
            self._skipping -= 1
        elif self._current is not None:
            element = self._current
            value = element.value()
            self._current = element.parent
            if element.parent is None or element.field is None:
                self._model = value
            else:
                element.parent.take(element.field, value)
