"""Hypothesis strategies for values of any generated model, built from its fields and metadata."""

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any, cast

from hypothesis import strategies as st

PACKAGES = ("rescind_models.phone_notify", "rescind_models.sms")

_CONTROL = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r")

LEGAL_CHARACTERS = st.one_of(
    st.sampled_from(" +&%<>'\"=;\\/\t\n\r]]>é€\x7f\x85\u2028\ufffd\U0001f4de"),
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff" + _CONTROL),
)
LEGAL_TEXT = st.text(LEGAL_CHARACTERS, max_size=20)
"""Every text that XML 1.0 can carry, rich in what needs escaping."""

ILLEGAL_CHARACTERS = st.one_of(
    st.sampled_from(_CONTROL + "\ufffe\uffff"),
    st.integers(0xD800, 0xDFFF).map(chr),
)

_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAUSIBLE_DATES = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=_ZONES)

_SCALARS: dict[type, st.SearchStrategy[Any]] = {
    str: LEGAL_TEXT,
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    Decimal: st.decimals(-(10**15), 10**15, places=4),
    bytes: st.binary(max_size=40),
    datetime: PLAUSIBLE_DATES,
}


def models() -> Iterator[type[Any]]:
    """Every dataclass of the generated packages, by the names they export."""
    for package in PACKAGES:
        module = import_module(package)
        for name in module.__all__:
            model = getattr(module, name)
            if dataclasses.is_dataclass(model):
                yield cast("type[Any]", model)


def instances(model: type[Any], *, agreed: bool = False) -> st.SearchStrategy[Any]:
    """Instances of a model, any of its optional fields None; enums without raw numbers.

    Args:
        model: The model's class.
        agreed: Leave out what xsdata is known to read or write in another way (test_oracle).
    """
    hints = typing.get_type_hints(model)
    return st.builds(
        model,
        **{
            field.name: _values(hints[field.name], field, agreed=agreed)
            for field in dataclasses.fields(model)
        },
    )


def _values(
    hint: Any, field: "dataclasses.Field[Any]", *, agreed: bool, is_item: bool = False
) -> st.SearchStrategy[Any]:
    # Where nil is allowed, xsdata takes an element with nothing in it for nil.
    not_empty = agreed and field.metadata.get("nillable")
    if isinstance(hint, types.UnionType):
        members = [m for m in typing.get_args(hint) if m is not types.NoneType]
        enums = [m for m in members if issubclass(m, Enum)]
        values = _values(enums[0] if enums else members[0], field, agreed=agreed, is_item=is_item)
        nullable = types.NoneType in typing.get_args(hint)
        absent = not is_item and field.default is dataclasses.MISSING
        return values if not nullable or (agreed and absent) else st.none() | values
    if typing.get_origin(hint) is tuple:
        item = _values(typing.get_args(hint)[0], field, agreed=agreed, is_item=True)
        least = 1 if agreed and field.metadata.get("required") else 0
        return st.lists(item, min_size=least, max_size=3).map(tuple)
    if dataclasses.is_dataclass(hint):
        nested = st.deferred(lambda: instances(cast("type[Any]", hint), agreed=agreed))
        return nested.filter(_has_content) if not_empty else nested
    if issubclass(hint, Enum):
        # An enum's empty text xsdata reads as plain text.
        return st.sampled_from([m for m in hint if not (agreed and m.value == "")])
    if hint is int:
        bounds = field.metadata
        return st.integers(bounds.get("min_inclusive"), bounds.get("max_inclusive"))
    if not_empty and hint is str:
        return _SCALARS[str].filter(bool)
    if agreed and hint is float:
        return st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)
    return _SCALARS[hint]


def _has_content(model: Any) -> bool:
    return any(getattr(model, field.name) is not None for field in dataclasses.fields(model))


def least(model: type[Any]) -> Any:
    """Return an instance that has only what it must have."""
    hints = typing.get_type_hints(model)
    missing = dataclasses.MISSING
    return model(
        **{
            field.name: _least(hints[field.name])
            for field in dataclasses.fields(model)
            if field.default is missing and field.default_factory is missing
        }
    )


def _least(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        members = typing.get_args(hint)
        return None if types.NoneType in members else _least(members[0])
    if dataclasses.is_dataclass(hint):
        return least(cast("type[Any]", hint))
    if hint is datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)
    if typing.get_origin(hint) is tuple:
        return ()
    return next(iter(hint)) if issubclass(hint, Enum) else hint()
