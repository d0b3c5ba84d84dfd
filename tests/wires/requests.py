"""Generated values for any generated request model, and what they must read as on the wire."""

import base64
import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum
from typing import Any, TypeGuard, cast
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

LEGAL_TEXT = st.text(
    st.one_of(
        st.sampled_from(" +&%<>'\"=;\\/\t\n\r#?é€\U0001f4de"),
        st.characters(
            codec="utf-8",
            exclude_characters="\ufffe\uffff"
            + "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r"),
        ),
    )
)
AWARE = st.datetimes(
    datetime(2001, 1, 1),
    datetime(2099, 1, 1),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)


def requests(model: type[Any], *, complete: bool) -> st.SearchStrategy[Any]:
    """Instances of a model.

    Args:
        model: The request class.
        complete: Whether no field is None, as HTTP GET and POST need it.
    """
    hints = typing.get_type_hints(model)
    return st.builds(
        model,
        **{
            field.name: _values(hints[field.name], field, complete=complete)
            for field in dataclasses.fields(model)
        },
    )


def _values(hint: Any, field: "dataclasses.Field[Any]", *, complete: bool) -> Any:
    if isinstance(hint, types.UnionType):
        members = typing.get_args(hint)
        options = [
            _values(member, field, complete=complete)
            for member in members
            if member is not types.NoneType and not (member is int and len(members) > 1)
        ]
        if types.NoneType in members and not complete:
            options.append(st.none())
        return st.one_of(options)
    if typing.get_origin(hint) is tuple:
        item = _values(typing.get_args(hint)[0], field, complete=complete)
        return st.lists(item, max_size=3).map(tuple)
    if dataclasses.is_dataclass(hint):
        return requests(cast("type[Any]", hint), complete=complete)
    return _scalars(hint, field)


def _scalars(kind: type[Any], field: "dataclasses.Field[Any]") -> Any:
    if issubclass(kind, IntEnum):
        return st.sampled_from(kind)
    if kind is int:
        return st.integers(field.metadata["min_inclusive"], field.metadata["max_inclusive"])
    if kind is bytes:
        return st.binary(min_size=1, max_size=40)
    by_type: dict[type[Any], Any] = {str: LEGAL_TEXT, bool: st.booleans(), datetime: AWARE}
    return by_type[kind]


def check_texts(element: ET.Element, model: object, namespace: str) -> None:
    """The element holds each value of the model under its documented name, and no others."""
    children = iter(element)
    for field, value in _fields(model):
        for one in _items(value):
            child = next(children)
            assert child.tag == f"{{{namespace}}}{field.metadata['name']}"
            _check_value(child, one, namespace)
    assert next(children, None) is None


def is_list(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether the value is that of a repeated field."""
    return isinstance(value, tuple)


def _items(value: Any) -> tuple[Any, ...]:
    """What stands on the wire: a None that is no item is left out."""
    if is_list(value):
        return value
    return () if value is None else (value,)


def _check_value(child: ET.Element, value: object, namespace: str) -> None:
    if value is None:
        assert child.attrib == {"{http://www.w3.org/2001/XMLSchema-instance}nil": "true"}
        assert (len(child), child.text) == (0, None)
    elif dataclasses.is_dataclass(value):
        check_texts(child, value, namespace)
    else:
        assert len(child) == 0
        assert_reads_as(child.text or "", value)


def assert_reads_as(text: str, value: object) -> None:
    """By the lexical forms of XML Schema, in the spellings that ASP.NET takes."""
    if isinstance(value, bool):
        assert text == ("true" if value else "false")
    elif isinstance(value, bytes):
        assert base64.b64decode(text, validate=True) == value
    elif isinstance(value, datetime):
        assert text.endswith("Z")
        assert datetime.fromisoformat(text) == value.astimezone(UTC)
    else:
        assert text == str(value)


def form_pairs(model: object) -> list[tuple[str, str]]:
    """What HTTP GET and POST must carry: bytes as one decimal number each."""
    found: list[tuple[str, str]] = []
    for field, value in _fields(model):
        if isinstance(value, bytes):
            texts = [str(byte) for byte in value]
        elif isinstance(value, bool):
            texts = ["true" if value else "false"]
        else:
            texts = [str(value)]
        found += [(field.metadata["name"], text) for text in texts]
    return found


def _fields(model: Any) -> Iterator[tuple["dataclasses.Field[Any]", Any]]:
    for field in dataclasses.fields(model):
        yield field, getattr(model, field.name)
