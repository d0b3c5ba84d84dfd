"""Handmade models in the shape that xsdata gives to a generated one."""
# ruff: noqa: D106, RUF036

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum, IntEnum

NAMESPACE = "http://example.org/toys/"


class Size(IntEnum):
    """A number in JSON, a name in XML."""

    SMALL = 0
    LARGE = 1


class Colour(Enum):
    """A name in both formats."""

    RED = "red"
    OFF_WHITE = "off-white & more"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Integers:
    """One field for each integer type of XML Schema that has bounds, and one that has none."""

    class Meta:
        namespace = NAMESPACE

    byte: int = field(
        metadata={"name": "Byte", "type": "Element", "min_inclusive": -128, "max_inclusive": 127}
    )
    unsigned_byte: int = field(
        metadata={
            "name": "UnsignedByte",
            "type": "Element",
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    short: int = field(
        metadata={
            "name": "Short",
            "type": "Element",
            "min_inclusive": -(2**15),
            "max_inclusive": 2**15 - 1,
        }
    )
    int_: int = field(
        metadata={
            "name": "Int",
            "type": "Element",
            "min_inclusive": -(2**31),
            "max_inclusive": 2**31 - 1,
        }
    )
    unsigned_long: int = field(
        metadata={
            "name": "UnsignedLong",
            "type": "Element",
            "min_inclusive": 0,
            "max_inclusive": 2**64 - 1,
        }
    )
    integer: int = field(metadata={"name": "Integer", "type": "Element"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalars:
    """One optional field for each other kind of value."""

    class Meta:
        namespace = NAMESPACE

    text: None | str = field(default=None, metadata={"name": "Text", "type": "Element"})
    flag: None | bool = field(default=None, metadata={"name": "Flag", "type": "Element"})
    number: None | float = field(default=None, metadata={"name": "Number", "type": "Element"})
    amount: None | Decimal = field(default=None, metadata={"name": "Amount", "type": "Element"})
    content: None | bytes = field(
        default=None, metadata={"name": "Content", "type": "Element", "format": "base64"}
    )
    size: None | Size | int = field(default=None, metadata={"name": "Size", "type": "Element"})
    colour: None | Colour = field(default=None, metadata={"name": "Colour", "type": "Element"})
    ended: None | datetime = field(default=None, metadata={"name": "Ended", "type": "Element"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A date that must be there, and a text that may be nil."""

    class Meta:
        namespace = NAMESPACE

    begins: datetime = field(metadata={"name": "Begins", "type": "Element", "required": True})
    note: None | str = field(
        metadata={"name": "Note", "type": "Element", "required": True, "nillable": True}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """A list in a wrapper, one without, and one of models that may be nil."""

    class Meta:
        namespace = NAMESPACE

    ids: tuple[str, ...] = field(
        metadata={"wrapper": "Ids", "name": "string", "type": "Element", "required": True}
    )
    scores: tuple[int, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "Score",
            "type": "Element",
            "min_inclusive": 0,
            "max_inclusive": 255,
        },
    )
    parts: tuple[None | Scalars, ...] = field(
        default_factory=tuple, metadata={"name": "Part", "type": "Element", "nillable": True}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A list without a wrapper that must have an item."""

    class Meta:
        namespace = NAMESPACE

    names: tuple[str, ...] = field(
        metadata={"name": "Name", "type": "Element", "required": True, "min_occurs": 1}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A model that can hold itself."""

    class Meta:
        namespace = NAMESPACE

    box: None | Box = field(default=None, metadata={"name": "Box", "type": "Element"})
    label: None | str = field(default=None, metadata={"name": "Label", "type": "Element"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A field in another namespace than the model, and one in none."""

    class Meta:
        namespace = NAMESPACE

    inside: None | Scalars = field(
        default=None,
        metadata={"name": "Inside", "type": "Element", "namespace": "http://example.org/other/"},
    )
    bare: None | str = field(
        default=None, metadata={"name": "Bare", "type": "Element", "namespace": ""}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reordered:
    """A model whose JSON sample has another order, and does not show every member."""

    class Meta:
        namespace = NAMESPACE
        json_order = ("second", "first")

    first: None | str = field(default=None, metadata={"name": "First", "type": "Element"})
    second: None | str = field(default=None, metadata={"name": "Second", "type": "Element"})
    third: None | str = field(default=None, metadata={"name": "Third", "type": "Element"})


def boxes(depth: int, innermost: Box | None = None) -> Box:
    """Return boxes inside each other, ``depth`` of them."""
    box = innermost or Box()
    for _ in range(depth - 1):
        box = Box(box=box)
    return box
