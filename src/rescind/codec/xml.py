"""Models to XML and back, one pass with expat, in element text only."""

from collections.abc import Mapping
from typing import Protocol, TypeVar, cast
from xml.parsers import expat

import attrs

from rescind.codec.errors import DecodeError, EncodeError
from rescind.codec.plan import Field, Plan, plan_for
from rescind.codec.scalars import escape, wrong_type

M = TypeVar("M")

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XSD = "http://www.w3.org/2001/XMLSchema"
MAX_DEPTH = 64
SLICE = 1 << 16

_NIL = f"{XSI}}}nil"
_TYPE = f"{XSI}}}type"
_BLANKS = " \t\r\n"


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
    _children(plan, model, plan.namespace, "", out)
    out.append(f"</{plan.root}>")
    return "".join(out)


def _children(plan: Plan, model: object, namespace: str, path: str, out: list[str]) -> None:
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
            _items(field, cast("tuple[object, ...]", value), declared, where, out)
        else:
            _element(field, field.name, value, declared, where, out)


def _items(
    field: Field, items: tuple[object, ...], declared: str, path: str, out: list[str]
) -> None:
    if field.wrapped:
        out.append(f"<{field.name}{declared}>")
        declared = ""
    for index, item in enumerate(items):
        where = f"{path}[{index}]"
        if item is None and field.item_nullable:
            out.append(_nil(field.item_name, declared))
        else:
            _element(field, field.item_name, item, declared, where, out)
    if field.wrapped:
        out.append(f"</{field.name}>")


def _element(
    field: Field, name: str, value: object, declared: str, path: str, out: list[str]
) -> None:
    out.append(f"<{name}{declared}>")
    if field.scalar is not None:
        try:
            out.append(field.scalar.to_xml(value))
        except (TypeError, ValueError) as error:
            reason: str | None = str(error)
        else:
            reason = None
        if reason is not None:
            raise EncodeError(f"{path}: {reason}")
    else:
        if field.model is None or type(value) is not field.model:
            expected = field.model.__name__ if field.model else field.name
            raise EncodeError(f"{path}: {wrong_type(expected, value)}")
        _children(plan_for(field.model), value, field.namespace, f"{path}.", out)
    out.append(f"</{name}>")


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
        DecodeError: Not well-formed, nested deeper than ``MAX_DEPTH``, with a DOCTYPE, or
            whatever the handler refuses.
    """
    has_mark = body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    parser = expat.ParserCreate(None if has_mark else _known(charset), "}")
    parser.buffer_text = True
    guard = _DepthGuard(handler)
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for offset in range(0, len(body), SLICE):
            parser.Parse(body[offset : offset + SLICE], False)
        parser.Parse(b"", True)
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


def _refuse_doctype(*_: object) -> None:
    raise DecodeError("a DOCTYPE, which no answer of these services has")


@attrs.define
class _DepthGuard:
    handler: Handler
    depth: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise DecodeError(f"XML nested deeper than {MAX_DEPTH} elements")
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


@attrs.define
class _Open:
    """An element that has opened: what it holds so far."""

    name: str
    field: Field | None  # the field it fills; None for the root
    plan: Plan | None  # set where it holds a model
    wrapper: bool = False
    nil: bool = False
    values: dict[str, object] = attrs.Factory(dict[str, object])
    repeated: dict[str, list[object]] = attrs.Factory(dict[str, list[object]])
    items: list[object] = attrs.Factory(list[object])
    pieces: list[str] = attrs.Factory(list[str])


class ModelReader:
    """Builds one model from the events of its element."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._open: list[_Open] = []
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
        elif self._open:
            self._start_child(self._open[-1], tag, attributes)
        else:
            if tag != self._plan.root_tag:
                raise DecodeError(f"{_local(tag)}: not the expected root {self._plan.root}")
            _check_type(attributes, self._plan)
            if _is_nil(attributes):
                raise DecodeError(f"{self._plan.root}: nil")
            self._open.append(_Open(self._plan.root, None, self._plan))

    def _start_child(self, parent: _Open, tag: str, attributes: Mapping[str, str]) -> None:
        if parent.nil:
            raise DecodeError(f"{self._path()}: nil, but not empty")
        if parent.wrapper and parent.field is not None:
            if tag != parent.field.item_tag:
                raise DecodeError(f"{self._path()}: unexpected element {_local(tag)}")
            self._open.append(self._opened(parent.field, parent.field.item_name, attributes))
            return
        if parent.plan is None:
            raise DecodeError(f"{self._path()}: unexpected element {_local(tag)}")
        field = parent.plan.by_tag.get(tag)
        if field is None:
            self._skipping = 1
            return
        if field.attribute in parent.values and (field.wrapped or not field.many):
            raise DecodeError(f"{self._path()}.{field.name}: twice")
        if field.wrapped:
            nil = _is_nil(attributes)
            self._open.append(_Open(field.name, field, None, wrapper=True, nil=nil))
        else:
            self._open.append(self._opened(field, field.name, attributes))

    def _opened(self, field: Field, name: str, attributes: Mapping[str, str]) -> _Open:
        plan = plan_for(field.model) if field.model is not None else None
        if plan is not None:
            _check_type(attributes, plan)
        return _Open(name, field, plan, nil=_is_nil(attributes))

    def text(self, text: str) -> None:
        """A piece of character data."""
        if self._skipping or not self._open:
            return
        element = self._open[-1]
        if element.plan is None and not element.wrapper:
            element.pieces.append(text)
        elif text.strip(_BLANKS):
            raise DecodeError(f"{self._path()}: text between its elements")

    def end(self, tag: str) -> None:
        """The element closes."""
        del tag
        if self._skipping:
            self._skipping -= 1
            return
        path = self._path()
        element = self._open.pop()
        field = element.field
        if field is None:
            self._model = _build(element, path)
        elif element.wrapper:
            self._open[-1].values[field.attribute] = tuple(element.items)
        else:
            value = self._value(element, field, path)
            parent = self._open[-1]
            if parent.wrapper:
                parent.items.append(value)
            elif field.many:
                parent.repeated.setdefault(field.attribute, []).append(value)
            else:
                parent.values[field.attribute] = value

    def _value(self, element: _Open, field: Field, path: str) -> object:
        if element.nil:
            if "".join(element.pieces).strip(_BLANKS):
                raise DecodeError(f"{path}: nil, but not empty")
            if field.item_nullable if field.many else field.nullable:
                return None
            raise DecodeError(f"{path}: nil, but a value is required")
        if element.plan is not None:
            return _build(element, path)
        if field.scalar is None:
            raise DecodeError(f"{path}: unexpected")
        try:
            return field.scalar.from_xml("".join(element.pieces))
        except (TypeError, ValueError) as error:
            reason = str(error)
        raise DecodeError(f"{path}: {reason}")

    def _path(self) -> str:
        return ".".join(element.name for element in self._open)


def _build(element: _Open, path: str) -> object:
    plan = element.plan
    if plan is None:
        raise DecodeError(f"{path}: unexpected")
    values = element.values
    for attribute, items in element.repeated.items():
        values[attribute] = tuple(items)
    for field in plan.fields:
        if field.required and field.attribute not in values:
            if field.wrapped or not field.nullable:
                raise DecodeError(f"{path}.{field.name}: missing")
            values[field.attribute] = None
    return plan.model(**values)


def _is_nil(attributes: Mapping[str, str]) -> bool:
    return attributes.get(_NIL, "").strip(_BLANKS) in {"true", "1"}


def _check_type(attributes: Mapping[str, str], plan: Plan) -> None:
    """A derived type would be read as its base, and half of it lost."""
    given = attributes.get(_TYPE)
    if given is not None and given.rpartition(":")[2].strip(_BLANKS) != plan.root:
        raise DecodeError(f"{plan.root}: of another type, by xsi:type")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2][:80]
