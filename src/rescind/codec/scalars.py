"""Single values: Python to XSD text or JSON, and back, each as strict as the schema.

Lexical forms follow XML Schema Part 2 (https://www.w3.org/TR/xmlschema-2/).
"""

import base64
import binascii
import re
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Protocol, TypeAlias

import attrs

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_ILLEGAL_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile("[&<>\r]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_XML_BLANKS = " \t\r\n"
_NO_BLANKS = str.maketrans("", "", _XML_BLANKS)

# More than any type of XSD that has bounds, or a decimal of .NET, can hold.
MAX_DIGITS = 40

_INTEGER = re.compile(rf"[+-]?[0-9]{{1,{MAX_DIGITS}}}")
_DECIMAL = re.compile(r"[+-]?([0-9]{1,80}(\.[0-9]{0,80})?|\.[0-9]{1,80})")
_DOUBLE = re.compile(r"[+-]?([0-9]{1,400}(\.[0-9]{0,400})?|\.[0-9]{1,400})([eE][+-]?[0-9]{1,4})?")
_DATE_TIME = re.compile(
    r"([0-9]{4})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_SPECIAL_DOUBLES = {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}

# A schedule outside these years is a slip (a zero, milliseconds for seconds), not a plan.
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class Scalar(Protocol):
    """One kind of value. Every method raises ValueError or TypeError without naming the value."""

    def to_xml(self, value: object) -> str:
        """Return the element text, escaped."""
        ...

    def from_xml(self, text: str) -> object:
        """Return the value that the element text stands for."""
        ...

    def to_json(self, value: object) -> Json:
        """Return the value as ``json.dumps`` takes it."""
        ...

    def from_json(self, value: Json) -> object:
        """Return the value that the parsed JSON stands for."""
        ...


def legal_text(value: object) -> str:
    """Return the string if both formats can carry it unchanged."""
    if not isinstance(value, str):
        raise wrong_type("a string", value)
    if _ILLEGAL_IN_XML.search(value):
        raise ValueError("has a character that XML 1.0 cannot carry: remove it")
    return value


def escape(text: str) -> str:
    """Escape text for an XML element; a carriage return too, or parsers would drop it."""
    if _MARKUP.search(text):
        return _MARKUP.sub(lambda match: _ESCAPES[match[0]], text)
    return text


def wrong_type(expected: str, value: object) -> TypeError:
    """Name the two types and nothing of the value: it may be a secret."""
    return TypeError(f"expected {expected}, got {type(value).__name__}")


class Text:
    """xs:string: kept to the letter, blanks and line breaks included."""

    def to_xml(self, value: object) -> str:
        return escape(legal_text(value))

    def from_xml(self, text: str) -> object:
        return text

    def to_json(self, value: object) -> Json:
        return legal_text(value)

    def from_json(self, value: Json) -> object:
        if not isinstance(value, str):
            raise wrong_type("a string", value)
        if _SURROGATE.search(value):
            raise ValueError("half of a surrogate pair")
        return value


class Boolean:
    """xs:boolean. Written as true and false, the only two that every reader of ASP.NET takes."""

    def to_xml(self, value: object) -> str:
        return "true" if self.to_json(value) else "false"

    def from_xml(self, text: str) -> object:
        try:
            return _BOOLEANS[text.strip(_XML_BLANKS)]
        except KeyError:
            raise ValueError("not a boolean") from None

    def to_json(self, value: object) -> Json:
        if not isinstance(value, bool):
            raise wrong_type("a bool", value)
        return value

    def from_json(self, value: Json) -> object:
        return self.to_json(value)


@attrs.frozen
class Integer:
    """xs:integer and its bounded kin; the bounds come from the schema type."""

    lowest: int | None
    highest: int | None

    def to_xml(self, value: object) -> str:
        return str(self.checked(value))

    def from_xml(self, text: str) -> object:
        stripped = text.strip(_XML_BLANKS)
        if not _INTEGER.fullmatch(stripped):
            raise ValueError("not a whole number")
        return self.checked(int(stripped))

    def to_json(self, value: object) -> Json:
        return self.checked(value)

    def from_json(self, value: Json) -> object:
        return self.checked(value)

    def checked(self, value: object) -> int:
        """Return the number if it is an int, not a bool, and inside the bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong_type("an int", value)
        if self.lowest is not None and value < self.lowest:
            raise ValueError(f"below {self.lowest}, the lowest value of its type")
        if self.highest is not None and value > self.highest:
            raise ValueError(f"above {self.highest}, the highest value of its type")
        if abs(value) >= 10**MAX_DIGITS:
            raise ValueError(f"a number of more than {MAX_DIGITS} digits")
        return int(value)


class Double:
    """xs:double. Infinities and NaN are read, as XML Schema allows, but never written."""

    def to_xml(self, value: object) -> str:
        return repr(self.to_json(value))

    def from_xml(self, text: str) -> object:
        stripped = text.strip(_XML_BLANKS)
        if stripped in _SPECIAL_DOUBLES:
            return _SPECIAL_DOUBLES[stripped]
        if not _DOUBLE.fullmatch(stripped):
            raise ValueError("not a number")
        return self.to_json(float(stripped))

    def to_json(self, value: object) -> Json:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong_type("a float", value)
        if not abs(value) <= sys.float_info.max:
            raise ValueError("not a finite number")
        return float(value)

    def from_json(self, value: Json) -> object:
        return self.to_json(value)


class DecimalNumber:
    """xs:decimal, never an exponent. JSON has no exact decimals, so there it is refused."""

    def to_xml(self, value: object) -> str:
        if not isinstance(value, Decimal):
            raise wrong_type("a Decimal", value)
        return format(self._checked(value), "f")

    def from_xml(self, text: str) -> object:
        stripped = text.strip(_XML_BLANKS)
        if not _DECIMAL.fullmatch(stripped):
            raise ValueError("not a decimal number")
        return self._checked(Decimal(stripped))

    def to_json(self, value: object) -> Json:
        raise TypeError("a Decimal has no exact form in JSON: send this model as XML")

    def from_json(self, value: Json) -> object:
        raise TypeError("a Decimal has no exact form in JSON")

    def _checked(self, value: Decimal) -> Decimal:
        if not value.is_finite():
            raise ValueError("not a finite number")
        if abs(value.adjusted()) >= MAX_DIGITS or len(value.as_tuple().digits) > MAX_DIGITS:
            raise ValueError(f"a number of more than {MAX_DIGITS} digits")
        return value


@attrs.frozen
class DateTime:
    """xs:dateTime, always written in UTC with a Z, the one form PhoneNotify documents.

    A year-1 date is .NET's unset value and reads as None. A date without a zone reads as UTC
    (inferred: the postback pages say UTC, the captured answers carry no zone).
    """

    unset_is_none: bool

    def to_xml(self, value: object) -> str:
        if not isinstance(value, datetime):
            raise wrong_type("a datetime", value)
        if value.utcoffset() is None:
            raise ValueError("a naive datetime: give it a time zone, such as datetime.UTC")
        if not _FIRST_YEAR <= value.year < _LAST_YEAR:
            raise ValueError(f"not a plausible date: outside {_FIRST_YEAR} to {_LAST_YEAR}")
        utc = value.astimezone(UTC).replace(tzinfo=None)
        exact_to_ms = utc.microsecond % 1000 == 0
        precision = "milliseconds" if exact_to_ms else "microseconds"
        return utc.isoformat(timespec=precision if utc.microsecond else "seconds") + "Z"

    def from_xml(self, text: str) -> object:
        stripped = text.strip(_XML_BLANKS)
        match = _DATE_TIME.fullmatch(stripped)
        if match is None:
            raise ValueError("not a date and time")
        if match[1] == "0001":
            if self.unset_is_none:
                return None
            raise ValueError("a year-1 date, which means unset, where a date is required")
        try:
            value = datetime.fromisoformat(stripped)
            return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        except (ValueError, OverflowError):
            raise ValueError("not a date and time") from None

    def to_json(self, value: object) -> Json:
        return self.to_xml(value)

    def from_json(self, value: Json) -> object:
        if not isinstance(value, str):
            raise wrong_type("a string", value)
        return self.from_xml(value)


class Base64:
    """xs:base64Binary."""

    def to_xml(self, value: object) -> str:
        if not isinstance(value, bytes):
            raise wrong_type("bytes", value)
        return base64.b64encode(value).decode("ascii")

    def from_xml(self, text: str) -> object:
        packed = text.translate(_NO_BLANKS)
        try:
            value = base64.b64decode(packed.encode("ascii"), validate=True)
        except (binascii.Error, UnicodeEncodeError):
            raise ValueError("not base64") from None
        # Python takes padding that is too long, and bits behind the last byte: signs of damage.
        last = value[(len(value) - 1) // 3 * 3 :] if value else b""
        if base64.b64encode(last).decode("ascii") != packed[-4:]:
            raise ValueError("not base64")
        return value

    def to_json(self, value: object) -> Json:
        return self.to_xml(value)

    def from_json(self, value: Json) -> object:
        if not isinstance(value, str):
            raise wrong_type("a string", value)
        return self.from_xml(value)


@attrs.frozen
class NumberedEnum:
    """An enum that is a name in XML and a number in JSON, as ASP.NET Web API has it.

    Numbers without a name are kept as plain ints: only some members are documented, and JSON
    can carry the others. XML cannot: there a bare number makes the whole request unreadable.
    """

    members: type[IntEnum]

    def to_xml(self, value: object) -> str:
        if isinstance(value, self.members):
            return value.name
        names = ", ".join(self.members.__members__)
        if isinstance(value, int) and not isinstance(value, bool):
            raise ValueError(f"XML names enum members, a bare number has none: one of {names}")
        raise wrong_type(f"one of {names}", value)

    def from_xml(self, text: str) -> object:
        try:
            return self.members[text]
        except KeyError:
            raise ValueError(f"not one of {', '.join(self.members.__members__)}") from None

    def to_json(self, value: object) -> Json:
        return self._number(value)

    def from_json(self, value: Json) -> object:
        number = self._number(value)
        try:
            return self.members(number)
        except ValueError:
            return number

    def _number(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong_type(f"a {self.members.__name__} or an int", value)
        if isinstance(value, Enum) and not isinstance(value, self.members):
            raise wrong_type(f"a {self.members.__name__} or an int", value)
        if not -(2**31) <= value < 2**31:
            raise ValueError("outside the 32 bits of an enum: it would be read as another member")
        return int(value)


@attrs.frozen
class NamedEnum:
    """xs:enumeration: the member's value is its text in both formats."""

    members: type[Enum]
    by_text: Mapping[str, Enum]

    def to_xml(self, value: object) -> str:
        if not isinstance(value, self.members):
            raise wrong_type(f"a {self.members.__name__}", value)
        return escape(legal_text(value.value))

    def from_xml(self, text: str) -> object:
        try:
            return self.by_text[text]
        except KeyError:
            raise ValueError(f"not one of {', '.join(self.by_text)}") from None

    def to_json(self, value: object) -> Json:
        if not isinstance(value, self.members):
            raise wrong_type(f"a {self.members.__name__}", value)
        return legal_text(value.value)

    def from_json(self, value: Json) -> object:
        if not isinstance(value, str):
            raise wrong_type("a string", value)
        return self.from_xml(value)


_SIMPLE: Mapping[type, Callable[[], Scalar]] = {
    str: Text,
    bool: Boolean,
    float: Double,
    Decimal: DecimalNumber,
}


def scalar_for(python_type: type, metadata: Mapping[str, object], *, nullable: bool) -> Scalar:
    """Return the scalar for a field's type and xsdata metadata.

    Raises:
        TypeError: The codec has no scalar for this type.
    """
    if python_type in _SIMPLE:
        return _SIMPLE[python_type]()
    if python_type is int:
        return Integer(_bound(metadata, "min_inclusive"), _bound(metadata, "max_inclusive"))
    if python_type is datetime:
        return DateTime(unset_is_none=nullable)
    if python_type is bytes and metadata.get("format") == "base64":
        return Base64()
    if issubclass(python_type, IntEnum):
        return NumberedEnum(python_type)
    if issubclass(python_type, Enum) and all(isinstance(m.value, str) for m in python_type):
        return NamedEnum(python_type, {str(member.value): member for member in python_type})
    raise TypeError(f"values of type {python_type.__name__}")


def _bound(metadata: Mapping[str, object], key: str) -> int | None:
    bound = metadata.get(key)
    return bound if isinstance(bound, int) else None
