"""Binding JSON as Web API's Json.NET formatter does: it fails open.

A value that does not fit is an error in ModelState, the member keeps its default, and reading goes
on. A body that breaks off counts as far as it goes.
"""

import math
from collections.abc import Sequence

from .binding import (
    BindingError,
    Bound,
    BoundValue,
    defaults,
    is_value_type,
    parse_date,
    parse_enum,
)
from .json_reader import JsonReader, JsonReaderError, Token
from .models import Member, Model, Type


class _ConversionError(Exception):
    """A value does not fit its member."""


class _LoopError(Exception):
    """The list does not get any further."""


_UNREADABLE = (JsonReaderError, _ConversionError, _LoopError)


def bind(text: str, model: Model) -> Bound:
    """Bind a body.

    Args:
        text: The body, decoded.
        model: The model.
    """
    return _Binder(text, model).bind()


class _Binder:
    def __init__(self, text: str, model: Model) -> None:
        self._reader = JsonReader(text)
        self._model = model
        self._errors: list[BindingError] = []

    def bind(self) -> Bound:
        values: dict[str, BoundValue] | None = None
        try:
            while self._reader.read() and self._reader.at(Token.COMMENT):
                pass
            if self._reader.at(Token.START_OBJECT):
                values = self._object(self._model.members)
            elif not self._reader.at(Token.NONE, Token.NULL):
                raise _ConversionError(
                    f"Error converting value to type '{self._model.name}'. {self._reader.place}"
                )
        except _UNREADABLE as problem:
            self._record(problem)
            values = None
        return Bound(values, self._errors)

    def _record(self, problem: Exception) -> None:
        path = self._reader.path
        key = f"{self._model.parameter}.{path}" if path else self._model.parameter
        self._errors.append(BindingError(key, str(problem)))

    def _object(self, members: Sequence[Member]) -> dict[str, BoundValue]:
        reader = self._reader
        depth = reader.depth
        values = defaults(members)
        exact = {member.name: member for member in members}
        lower = {member.name.lower(): member for member in members}
        while reader.read():
            if reader.at(Token.END_OBJECT):
                return values
            if not reader.at(Token.PROPERTY_NAME):
                continue
            name = str(reader.value)
            member = exact.get(name) or lower.get(name.lower())
            try:
                if member is None:
                    self._skip_member()
                else:
                    self._next_value()
                    values[member.name] = self._value(member, values[member.name])
            except _UNREADABLE as problem:
                self._record(problem)
                reader.leave(depth)
        self._unexpected_end("object")
        return values

    def _skip_member(self) -> None:
        if self._reader.read():
            self._reader.skip()

    def _next_value(self) -> None:
        """Go to the next token that is no comment."""
        while self._reader.read():
            if not self._reader.at(Token.COMMENT):
                return
        raise _ConversionError(f"Unexpected end when setting a value. {self._reader.place}")

    def _unexpected_end(self, what: str) -> None:
        self._record(
            _ConversionError(f"Unexpected end when deserializing {what}. {self._reader.place}")
        )

    def _value(self, member: Member, present: BoundValue) -> BoundValue:
        if member.type is Type.STRINGS:
            return self._strings(member, present)
        if member.type is Type.NUMBERS_BY_NAME:
            return self._numbers_by_name(member)
        if member.type is Type.OBJECT and self._reader.at(Token.START_OBJECT):
            return self._object(member.members)
        if self._reader.at(Token.NULL) and not is_value_type(member):
            return None
        if member.type is Type.STRING:
            return self._string()
        if self._reader.at(Token.START_OBJECT, Token.START_ARRAY):
            raise self._container(member)
        return self._scalar(member)

    def _container(self, member: Member) -> _ConversionError:
        """An object or array where it does not belong; in an object Json.NET looks one further."""
        kind = "array"
        if self._reader.at(Token.START_OBJECT):
            kind = "object"
            self._reader.read()
        return _ConversionError(
            f"Cannot deserialize the current JSON {kind} into type '{member.type_name}'. "
            f"{self._reader.place}"
        )

    def _mismatch(self, member: Member) -> _ConversionError:
        value = self._reader.value
        shown = f'"{value}"' if isinstance(value, str) else "{null}" if value is None else value
        return _ConversionError(
            f"Error converting value {shown} to type '{member.type_name}'. {self._reader.place}"
        )

    def _scalar(self, member: Member) -> BoundValue:
        value = self._reader.value
        if member.type is Type.DATE and isinstance(value, str):
            date = parse_date(value)
            if date is None:
                raise _ConversionError(
                    f"Could not convert string to DateTime: {value}. {self._reader.place}"
                )
            return date
        if member.type is Type.ENUM and not isinstance(value, float) and value is not None:
            return self._enum(member, value)
        if member.type is Type.BOOLEAN and value is not None:
            return self._boolean(member, value)
        if member.type is Type.INTEGER and isinstance(value, int) and -(2**31) <= value < 2**31:
            return int(value)
        raise self._mismatch(member)

    def _enum(self, member: Member, value: bool | int | str) -> int:
        if isinstance(value, str):
            number = parse_enum(member, value)
            if number is None:
                raise self._mismatch(member)
            return number
        if not -(2**63) <= value < 2**63:
            raise self._mismatch(member)
        return (int(value) + 2**31) % 2**32 - 2**31

    def _boolean(self, member: Member, value: bool | float | str) -> bool:
        if isinstance(value, str):
            word = value.strip().lower()
            if word not in ("true", "false"):
                raise self._mismatch(member)
            return word == "true"
        return bool(value)

    def _string(self) -> str | None:
        """A string, or a number or boolean as text."""
        token, value = self._reader.token, self._reader.value
        if token in (Token.STRING, Token.BOOLEAN, Token.INTEGER):
            return str(value)
        if token is Token.NULL:
            return None
        if token is Token.FLOAT and isinstance(value, float):
            whole = math.isfinite(value) and value.is_integer()
            return str(int(value)) if whole else str(value)
        raise _ConversionError(
            f"Error reading string. Unexpected token: {token.name}. {self._reader.place}"
        )

    def _strings(self, member: Member, present: BoundValue) -> list[str | None] | None:
        """A list; a second list of the same name is appended to the first."""
        reader = self._reader
        if reader.at(Token.NULL):
            return None
        if reader.at(Token.START_OBJECT):
            raise self._container(member)
        if not reader.at(Token.START_ARRAY):
            raise self._mismatch(member)
        return self._items(list(present) if isinstance(present, list) else [])

    def _items(self, items: list[str | None]) -> list[str | None]:
        reader = self._reader
        depth = reader.depth
        failed_at: int | None = None
        while True:
            try:
                if not reader.read():
                    break
                if reader.at(Token.END_ARRAY):
                    return items
                if not reader.at(Token.COMMENT):
                    items.append(self._string())
            except (JsonReaderError, _ConversionError) as problem:
                self._record(problem)
                reader.leave(depth)
                if failed_at == reader.index:
                    raise _LoopError("Infinite loop detected from error handling.") from None
                failed_at = reader.index
        self._unexpected_end("array")
        return items

    def _numbers_by_name(self, member: Member) -> dict[str, BoundValue] | None:
        reader = self._reader
        if reader.at(Token.NULL):
            return None
        if not reader.at(Token.START_OBJECT):
            raise self._mismatch(member)
        depth = reader.depth
        values: dict[str, BoundValue] = {}
        while reader.read():
            if reader.at(Token.END_OBJECT):
                return values
            if not reader.at(Token.PROPERTY_NAME):
                continue
            name = str(reader.value)
            try:
                self._next_value()
                if not isinstance(reader.value, int | str):
                    raise self._mismatch(member)
                values[name] = reader.value
            except _UNREADABLE as problem:
                self._record(problem)
                reader.leave(depth)
        self._unexpected_end("object")
        return values
