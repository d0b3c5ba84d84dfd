"""A plan for each generated model: what the codec needs to know of it, worked out once."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import IntEnum
from typing import cast

import attrs

from rescind.codec.errors import UnsupportedModelError
from rescind.codec.scalars import Scalar, scalar_for


@attrs.frozen
class Field:
    """One field of a model.

    ``tag`` is the element's expanded name as expat spells it (``namespace}local``). For a list
    in a wrapper it is the wrapper's, and ``item_tag`` that of the items inside. ``content`` is
    the type of the value, or of one item; without a ``scalar`` it is a model.
    """

    attribute: str
    name: str
    namespace: str
    tag: str
    item_name: str
    item_tag: str
    wrapped: bool
    many: bool
    required: bool
    nullable: bool
    item_nullable: bool
    nil_when_none: bool
    content: type
    scalar: Scalar | None


@attrs.frozen
class Plan:
    """One model, ready to be written and read. JSON may have the fields in an order of its own."""

    model: type
    root: str
    namespace: str
    fields: tuple[Field, ...]
    json_fields: tuple[Field, ...]
    by_tag: Mapping[str, Field]

    @property
    def root_tag(self) -> str:
        """The expanded name of the root element."""
        return expanded(self.namespace, self.root)


# Deeper than any answer of the services; a model that holds itself must end somewhere.
MAX_DEPTH = 64

# What the metadata may hold and this codec would write wrongly.
_UNSUPPORTED = {
    "tokens": "a list inside one element",
    "sequence": "part of a group that repeats",
    "mixed": "text between elements",
    "choices": "a choice of elements",
}

_plans: dict[type, Plan] = {}


def plan_for(model: type) -> Plan:
    """Return the model's plan, compiling it at the first use.

    Raises:
        UnsupportedModelError: The model needs attributes, extensions, wildcards or a type that
            the codec does not have.
    """
    plan = _plans.get(model)
    return plan if plan is not None else _compile_deep(model)


def expanded(namespace: str, name: str) -> str:
    """Spell an expanded name as expat does."""
    return f"{namespace}}}{name}" if namespace else name


def _compile_deep(model: type) -> Plan:
    """Compile the model and all it can hold, so that nothing is found out after a request."""
    plans = {model: _compile(model)}
    unseen = [model]
    while unseen:
        for field in plans[unseen.pop()].fields:
            if field.scalar is None and field.content not in plans:
                plans[field.content] = _compile(field.content)
                unseen.append(field.content)
    _plans.update(plans)
    return plans[model]


def _compile(model: type) -> Plan:
    name = model.__name__
    if not dataclasses.is_dataclass(model):
        raise TypeError(f"{name} is not a generated model")
    for base in model.__mro__[1:]:
        if dataclasses.is_dataclass(base):
            raise _unsupported(model, f"it extends {base.__name__}")
    meta = model.__dict__.get("Meta")
    namespace = str(getattr(meta, "namespace", None) or "")
    hints = typing.get_type_hints(model)
    fields = tuple(
        _field(model, field, hints[field.name], namespace) for field in dataclasses.fields(model)
    )
    by_tag = {field.tag: field for field in fields}
    if len(by_tag) < len(fields):
        raise _unsupported(model, "two of its fields are the same element")
    json_order: tuple[str, ...] = getattr(meta, "json_order", ())
    places = {name: place for place, name in enumerate(json_order)}
    return Plan(
        model=model,
        root=str(getattr(meta, "name", None) or model.__name__),
        namespace=namespace,
        fields=fields,
        json_fields=tuple(
            sorted(fields, key=lambda field: places.get(field.attribute, len(places)))
        ),
        by_tag=by_tag,
    )


def _field(model: type, field: "dataclasses.Field[object]", hint: object, namespace: str) -> Field:
    metadata = cast("Mapping[str, object]", field.metadata)
    kind = metadata.get("type", "Text")
    if kind != "Element" or not field.init:
        what = "a fixed value" if not field.init else f"XML of the kind {kind}"
        raise _unsupported(model, f"{field.name} is {what}")
    for key, what in _UNSUPPORTED.items():
        if metadata.get(key):
            raise _unsupported(model, f"{field.name} is {what}")
    outer, nullable = _without_none(hint)
    many = typing.get_origin(outer) is tuple
    inner, item_nullable = _without_none(typing.get_args(outer)[0]) if many else (outer, False)
    wrapper = metadata.get("wrapper")
    item_name = str(metadata.get("name", field.name))
    name = str(wrapper) if wrapper else item_name
    namespace = str(metadata.get("namespace", namespace) or "")
    if not isinstance(inner, type):
        raise _unsupported(model, f"{field.name} is not of one plain type")
    content: type[object] = inner
    scalar = _scalar(model, field.name, content, metadata, nullable or item_nullable)
    missing = dataclasses.MISSING
    has_default = field.default is not missing or field.default_factory is not missing
    return Field(
        attribute=field.name,
        name=name,
        namespace=namespace,
        tag=expanded(namespace, name),
        item_name=item_name,
        item_tag=expanded(namespace, item_name),
        wrapped=bool(wrapper),
        many=many,
        required=bool(metadata.get("required")) or not has_default,
        nullable=nullable,
        item_nullable=item_nullable,
        nil_when_none=bool(metadata.get("nillable")) and not many,
        content=content,
        scalar=scalar,
    )


def _without_none(hint: object) -> tuple[object, bool]:
    """Split ``None | X`` into X and whether None was there; an IntEnum takes in its raw ints."""
    if not isinstance(hint, types.UnionType) and typing.get_origin(hint) is not typing.Union:
        return hint, False
    members = [member for member in typing.get_args(hint) if member is not types.NoneType]
    nullable = len(members) < len(typing.get_args(hint))
    if len(members) == 2 and int in members and any(map(_is_int_enum, members)):
        members.remove(int)
    return (members[0] if len(members) == 1 else hint), nullable


def _is_int_enum(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, IntEnum)


def _scalar(
    model: type, name: str, content: type[object], metadata: Mapping[str, object], nullable: bool
) -> Scalar | None:
    if dataclasses.is_dataclass(content):
        return None
    try:
        return scalar_for(content, metadata, nullable=nullable)
    except TypeError as error:
        reason = f"{name} has {error}"
    raise _unsupported(model, reason)


def _unsupported(model: type, reason: str) -> UnsupportedModelError:
    return UnsupportedModelError(
        f"{model.__name__} cannot be sent or read: {reason}, which the codec does not support"
    )
