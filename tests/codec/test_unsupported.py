"""What the codec does not support it says when a model is first used, however deep it is."""
# ruff: noqa: RUF036

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import pytest

from rescind.codec import UnsupportedModelError, decode_xml, encode_xml
from tests.codec import toys
from tests.codec.uses import USES

ELEMENT: dict[str, Any] = {"type": "Element"}


class Mixed(Enum):
    """Members that are not all texts."""

    ONE = 1
    TWO = "two"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAttribute:
    """An attribute beside an element."""

    id: None | str = field(default=None, metadata={"name": "id", "type": "Attribute"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAnyAttribute:
    """Attributes of any name."""

    others: dict[str, str] = field(default_factory=dict[str, str], metadata={"type": "Attributes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithText:
    """Text content; xsdata leaves the kind out where a class has no other field."""

    value: str = field(default="", metadata={"required": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithWildcard:
    """Elements of any name."""

    any_element: None | object = field(default=None, metadata={"type": "Wildcard"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithChoice:
    """A compound field."""

    either: tuple[str | int, ...] = field(
        default_factory=tuple, metadata={"type": "Elements", "choices": ({"name": "a"},)}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extending(toys.Scalars):
    """An extension of another model."""

    more: None | str = field(default=None, metadata={"name": "More", "type": "Element"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendingNothing(toys.Scalars):
    """An extension that adds nothing: a named type under an element's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithUnion:
    """One of two simple types."""

    either: None | str | bool = field(default=None, metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithIntOrText:
    """A union that looks like an enum with its raw numbers."""

    either: str | int = field(metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithColourOrInt:
    """An enum of texts beside an int: nothing says which is meant."""

    either: toys.Colour | int = field(metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAnything:
    """Any type."""

    anything: None | object = field(default=None, metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithTokens:
    """A list inside one element."""

    numbers: tuple[int, ...] = field(default_factory=tuple, metadata=ELEMENT | {"tokens": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithListsOfTokens:
    """A list of lists inside elements."""

    numbers: tuple[tuple[int, ...], ...] = field(default_factory=tuple, metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithGroup:
    """A sequence of two elements that repeats: a, b, a, b."""

    a: tuple[str, ...] = field(default_factory=tuple, metadata=ELEMENT | {"sequence": 1})
    b: tuple[str, ...] = field(default_factory=tuple, metadata=ELEMENT | {"sequence": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithMixedContent:
    """Text between elements."""

    content: tuple[str, ...] = field(default_factory=tuple, metadata=ELEMENT | {"mixed": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithFixedValue:
    """A value that the schema fixes."""

    version: str = field(init=False, default="1", metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithHex:
    """Bytes as hexadecimal."""

    content: bytes = field(metadata=ELEMENT | {"format": "base16"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WithMixedEnum:
    """An enum that is neither names nor numbers."""

    one: Mixed = field(metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithOneElementTwice:
    """Two fields of one element name."""

    first: None | str = field(default=None, metadata=ELEMENT | {"name": "a"})
    second: None | str = field(default=None, metadata=ELEMENT | {"name": "a"})


CASES = [
    (WithAttribute, "id is XML of the kind Attribute"),
    (WithAnyAttribute, "others is XML of the kind Attributes"),
    (WithText, "value is XML of the kind Text"),
    (WithWildcard, "any_element is XML of the kind Wildcard"),
    (WithChoice, "either is XML of the kind Elements"),
    (Extending, "it extends Scalars"),
    (ExtendingNothing, "it extends Scalars"),
    (WithUnion, "either is not of one plain type"),
    (WithIntOrText, "either is not of one plain type"),
    (WithColourOrInt, "either is not of one plain type"),
    (WithAnything, "anything has values of type object"),
    (WithTokens, "numbers is a list inside one element"),
    (WithListsOfTokens, "numbers is not of one plain type"),
    (WithGroup, "a is part of a group that repeats"),
    (WithMixedContent, "content is text between elements"),
    (WithFixedValue, "version is a fixed value"),
    (WithHex, "content has values of type bytes"),
    (WithMixedEnum, "one has values of type Mixed"),
    (WithOneElementTwice, "two of its fields are the same element"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Innermost:
    """Holds what is not supported, in a list of items that may be nil."""

    items: tuple[None | WithAttribute, ...] = field(default_factory=tuple, metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """Holds that, and itself."""

    middle: None | Middle = field(default=None, metadata=ELEMENT)
    innermost: None | Innermost = field(default=None, metadata=ELEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outermost:
    """Holds that, and much that is supported."""

    box: None | toys.Box = field(default=None, metadata=ELEMENT)
    middle: None | Middle = field(default=None, metadata=ELEMENT)


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize(("model", "reason"), CASES, ids=lambda part: getattr(part, "__name__", ""))
def test_an_unsupported_model_says_so_in_each_use(
    model: type[object], reason: str, use: str
) -> None:
    with pytest.raises(UnsupportedModelError) as caught:
        USES[use](model)

    assert str(caught.value) == (
        f"{model.__name__} cannot be sent or read: {reason}, which the codec does not support"
    )


@pytest.mark.parametrize("use", USES)
def test_what_is_unsupported_deep_inside_is_said_before_anything_is_sent(use: str) -> None:
    """Even where this very request or answer would not have come that far."""
    with pytest.raises(UnsupportedModelError, match=r"^WithAttribute cannot be sent or read: id "):
        USES[use](Outermost)


def test_the_supported_part_of_an_unsupported_model_can_be_used_by_itself() -> None:
    with pytest.raises(UnsupportedModelError):
        encode_xml(Outermost())

    assert decode_xml(toys.Box, encode_xml(toys.Box()).encode()) == toys.Box()
