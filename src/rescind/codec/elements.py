"""Elements that are open while a document is read: what each takes, and what it stands for."""

from collections.abc import Mapping

from rescind.codec.errors import DecodeError
from rescind.codec.plan import Field, Plan, plan_for
from rescind.codec.scalars import Scalar

XSI = "http://www.w3.org/2001/XMLSchema-instance"

_NIL = f"{XSI}}}nil"
_TYPE = f"{XSI}}}type"
_NIL_VALUES = {"true": True, "1": True, "false": False, "0": False}
_BLANKS = " \t\r\n"


class Element:
    """An open element. It refuses children and text, unless its kind takes them.

    Attributes:
        name: Its local name.
        parent: The element around it; None for the root.
        field: The field it fills; None for the root.
        index: Its place, where it is one of several.
    """

    __slots__ = ("field", "index", "name", "parent")

    def __init__(
        self,
        name: str,
        parent: "Element | None" = None,
        field: Field | None = None,
        index: int | None = None,
    ) -> None:
        self.name = name
        self.parent = parent
        self.field = field
        self.index = index

    def child(self, tag: str, attributes: Mapping[str, str]) -> "Element | None":
        """Return the child that opens, or None to skip it and all inside."""
        del attributes
        raise self.refused(f"unexpected element {local_name(tag)}")

    def text(self, text: str) -> None:
        """Take a piece of character data."""
        if text.strip(_BLANKS):
            raise self.refused("text between its elements")

    def take(self, field: Field, value: object) -> None:
        """Take what a child stood for, which has closed."""

    def value(self) -> object:
        """Return what the element stands for, now that it closes."""
        raise NotImplementedError

    def refused(self, reason: str) -> DecodeError:
        """Return the error that names the element's path."""
        return DecodeError(f"{self.path()}: {reason}")

    def path(self) -> str:
        """Return where the element is, dotted from the root."""
        place = self.name if self.index is None else f"{self.name}[{self.index}]"
        return place if self.parent is None else f"{self.parent.path()}.{place}"


class ModelElement(Element):
    """Stands for a model."""

    __slots__ = ("_lists", "_plan", "_values")

    def __init__(
        self,
        plan: Plan,
        name: str,
        parent: Element | None = None,
        field: Field | None = None,
        index: int | None = None,
    ) -> None:
        super().__init__(name, parent, field, index)
        self._plan = plan
        self._values: dict[str, object] = {}
        self._lists: dict[str, list[object]] = {}

    def check_type(self, attributes: Mapping[str, str]) -> None:
        """Refuse a derived type: it would be read as its base, and half of it lost."""
        given = attributes.get(_TYPE)
        if given is not None and given.rpartition(":")[2].strip(_BLANKS) != self._plan.root:
            raise self.refused(f"of another type than {self._plan.root}, by xsi:type")

    def child(self, tag: str, attributes: Mapping[str, str]) -> Element | None:
        """Open the element of a field; unknown ones are skipped."""
        field = self._plan.by_tag.get(tag)
        if field is None:
            return None
        if field.many and not field.wrapped:
            return _content(field, self, attributes, len(self._lists.get(field.attribute, ())))
        if field.attribute in self._values:
            raise DecodeError(f"{self.path()}.{field.name}: twice")
        if field.wrapped:
            wrapper = ListElement(field, self)
            return _or_nil(wrapper, attributes, nullable=not field.required, empty=())
        return _content(field, self, attributes)

    def take(self, field: Field, value: object) -> None:
        """Keep the value of a field, or one more of its items."""
        if field.many and not field.wrapped:
            self._lists.setdefault(field.attribute, []).append(value)
        else:
            self._values[field.attribute] = value

    def value(self) -> object:
        """Build the model."""
        values = self._values
        for attribute, items in self._lists.items():
            values[attribute] = tuple(items)
        for field in self._plan.fields:
            if field.required and field.attribute not in values:
                if not field.nullable:
                    raise DecodeError(f"{self.path()}.{field.name}: missing")
                values[field.attribute] = None
        return self._plan.model(**values)


class ListElement(Element):
    """The wrapper around the items of a list."""

    __slots__ = ("_item", "_items")

    def __init__(self, field: Field, parent: Element) -> None:
        super().__init__(field.name, parent, field)
        self._item = field
        self._items: list[object] = []

    def child(self, tag: str, attributes: Mapping[str, str]) -> Element:
        """Open an item. Nothing is skipped here: what has another name may still be an id."""
        if tag != self._item.item_tag:
            raise self.refused(f"unexpected element {local_name(tag)}")
        return _content(self._item, self, attributes, len(self._items))

    def take(self, field: Field, value: object) -> None:
        """Add an item."""
        del field
        self._items.append(value)

    def value(self) -> object:
        """Return the items."""
        return tuple(self._items)


class TextElement(Element):
    """Stands for a single value."""

    __slots__ = ("_pieces", "_scalar")

    def __init__(self, scalar: Scalar, parent: Element, field: Field, index: int | None) -> None:
        super().__init__(field.item_name, parent, field, index)
        self._scalar = scalar
        self._pieces: list[str] = []

    def text(self, text: str) -> None:
        """Take a piece of the value."""
        self._pieces.append(text)

    def value(self) -> object:
        """Return the value."""
        try:
            return self._scalar.from_xml("".join(self._pieces))
        except (TypeError, ValueError) as error:
            reason = str(error)
        raise self.refused(reason)


class NilElement(Element):
    """Stands for nothing, by xsi:nil, in the place of another element."""

    __slots__ = ("_empty",)

    def __init__(self, element: Element, empty: object) -> None:
        super().__init__(element.name, element.parent, element.field, element.index)
        self._empty = empty

    def child(self, tag: str, attributes: Mapping[str, str]) -> Element:
        """Refuse a child."""
        del tag, attributes
        raise self.refused("nil, but not empty")

    def text(self, text: str) -> None:
        """Refuse text."""
        if text.strip(_BLANKS):
            raise self.refused("nil, but not empty")

    def value(self) -> object:
        """Return None, or no items."""
        return self._empty


def root_element(plan: Plan, tag: str, attributes: Mapping[str, str]) -> Element:
    """Open the root of a model.

    Raises:
        DecodeError: It is another element, nil, or of a derived type.
    """
    if tag != plan.root_tag:
        name = local_name(tag)
        other = "in another namespace than" if name == plan.root else "not"
        raise DecodeError(f"{name}: {other} the expected root {plan.root}")
    element = ModelElement(plan, plan.root)
    element.check_type(attributes)
    return _or_nil(element, attributes, nullable=False)


def local_name(tag: str) -> str:
    """Return the local name of an expanded name, cut to a length fit for a message."""
    return tag.rpartition("}")[2][:80]


def _content(
    field: Field, parent: Element, attributes: Mapping[str, str], index: int | None = None
) -> Element:
    """Open the element of a value, of a model, or of one item of a list."""
    element: Element
    if field.scalar is not None:
        element = TextElement(field.scalar, parent, field, index)
    else:
        element = model = ModelElement(
            plan_for(field.content), field.item_name, parent, field, index
        )
        model.check_type(attributes)
    nullable = field.item_nullable if field.many else field.nullable
    return _or_nil(element, attributes, nullable=nullable)


def _or_nil(
    element: Element, attributes: Mapping[str, str], *, nullable: bool, empty: object = None
) -> Element:
    """Return the element, or one that stands for nothing where xsi:nil says so."""
    given = attributes.get(_NIL) if attributes else None
    if given is None:
        return element
    nil = _NIL_VALUES.get(given.strip(_BLANKS))
    if nil is None:
        raise element.refused("xsi:nil is not a boolean")
    if nil and not nullable:
        raise element.refused("nil, but a value is required")
    return NilElement(element, empty) if nil else element
