"""Values of the PhoneNotify contract: reading them as .NET does, and writing them."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final, TypeAlias

from . import xmltext
from .contract import Contract, Element
from .xmltree import XSI, Node, XmlError, string_content

Scalar: TypeAlias = bool | int | float | Decimal | str | bytes | datetime | None
Value: TypeAlias = Scalar | Mapping[str, "Value"] | Sequence["Value"]

# The .NET default of a date. It has no time zone.
NO_DATE: Final = datetime(1, 1, 1)

_BAD_FORMAT = "Input string was not in a correct format."

_INTEGERS: Mapping[str, tuple[int, int, str]] = {
    "unsignedByte": (0, 255, "an unsigned byte"),
    "short": (-(2**15), 2**15 - 1, "an Int16"),
    "int": (-(2**31), 2**31 - 1, "an Int32"),
    "long": (-(2**63), 2**63 - 1, "an Int64"),
}
_DEFAULTS: Mapping[str, Scalar] = {
    "unsignedByte": 0,
    "short": 0,
    "int": 0,
    "long": 0,
    "boolean": False,
    "double": 0.0,
    "decimal": Decimal(0),
    "dateTime": NO_DATE,
}
_INTEGER = re.compile(r"[ \t\r\n\v\f]*[+-]?[0-9]+[ \t\r\n\v\f]*\Z")
_NUMBER = re.compile(r"[ \t\r\n]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t\r\n]*\Z")
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?\Z"
)


class ValueFormatError(Exception):
    """A value is not of its type; the message is .NET's.

    Attributes:
        kind: The .NET exception: "System.FormatException" or "System.OverflowException".
    """

    def __init__(self, message: str, kind: str = "System.FormatException") -> None:
        super().__init__(message)
        self.kind = kind


class ReadError(Exception):
    """A value in an XML document is not of its type.

    Attributes:
        cause: What is wrong with it.
        line: The line where .NET's reader stands then.
        column: The column.
    """

    def __init__(self, cause: ValueFormatError, line: int, column: int) -> None:
        super().__init__(f"There is an error in XML document ({line}, {column}).")
        self.cause = cause


def default(element: Element) -> Scalar:
    """What .NET has where nothing was sent: null, or zero for a value type."""
    return _DEFAULTS.get(element.type)


def empty(contract: Contract, element: Element) -> Value:
    """The emptiest well-formed result of a type: an array without items, a structure of zeros."""
    if element.type not in contract.types:
        return default(element)
    members = contract.types[element.type]
    if any(member.repeated for member in members):
        return ()
    return {member.name: default(member) for member in members}


def parse_scalar(type_name: str, text: str) -> Scalar:
    """Read a value from XML, by the rules of .NET's XmlConvert.

    Raises:
        ValueFormatError: It is not of the type.
    """
    reader = _SCALARS.get(type_name)
    if reader is None:
        return parse_integer(type_name, text)
    return reader(text)


def parse_integer(type_name: str, text: str) -> int:
    """Read an integer as .NET's Parse does, for XML and form values alike.

    Raises:
        ValueFormatError: It is no integer, or outside the range of the type.
    """
    least, most, name = _INTEGERS[type_name]
    if not _INTEGER.match(text):
        raise ValueFormatError(_BAD_FORMAT)
    number = int(text) if len(text) < 64 else 2**64
    if not least <= number <= most:
        message = f"Value was either too large or too small for {name}."
        raise ValueFormatError(message, "System.OverflowException")
    return number


def parse_number(text: str) -> float:
    """Read a floating-point number as .NET's Parse does.

    Raises:
        ValueFormatError: It is none.
    """
    if not _NUMBER.match(text):
        raise ValueFormatError(_BAD_FORMAT)
    return float(text)


def _parse_double(text: str) -> float:
    special = {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}
    stripped = text.strip()
    return special[stripped] if stripped in special else parse_number(text)


def _parse_decimal(text: str) -> Decimal:
    if not _NUMBER.match(text) or "e" in text.lower():
        raise ValueFormatError(_BAD_FORMAT)
    return Decimal(text.strip())


def _parse_boolean(text: str) -> bool:
    stripped = text.strip(" \t\r\n")
    if stripped in ("true", "1"):
        return True
    if stripped in ("false", "0"):
        return False
    raise ValueFormatError(f"The string '{text}' is not a valid Boolean value.")


def _parse_date(text: str) -> datetime:
    match = _DATE.match(text.strip(" \t\r\n"))
    if match is None:
        raise ValueFormatError(f"The string '{text}' is not a valid AllXsd value.")
    *numbers, fraction, zone = match.groups()
    microsecond = int((fraction or "0").ljust(9, "0")[:6])
    try:
        year, month, day, hour, minute, second = (int(number) for number in numbers)
        moment = datetime(year, month, day, hour, minute, second, microsecond)
        return moment if zone is None else moment.replace(tzinfo=_zone(zone))
    except (ValueError, OverflowError):
        raise ValueFormatError(f"The string '{text}' is not a valid AllXsd value.") from None


def _zone(zone: str) -> timezone:
    if zone == "Z":
        return UTC
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return timezone(-offset if zone[0] == "-" else offset)


def _parse_base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise ValueFormatError(
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more "
            "than two padding characters, or an illegal character among the padding characters."
        ) from None


_SCALARS: Mapping[str, Callable[[str], Scalar]] = {
    "string": str,
    "boolean": _parse_boolean,
    "double": _parse_double,
    "decimal": _parse_decimal,
    "dateTime": _parse_date,
    "base64Binary": _parse_base64,
}


def read_members(
    contract: Contract, node: Node | None, members: Sequence[Element]
) -> dict[str, Value]:
    """Read an element's children as XmlSerializer does.

    Order does not matter, unknown elements and other namespaces are passed over, of two the first
    counts, and what is missing has its default.

    Raises:
        ReadError: A value is not of its type.
        XmlError: There is markup where text belongs, or the document breaks off.
    """
    by_name = {member.name: member for member in members}
    values: dict[str, Value] = {}
    items: dict[str, list[Value]] = {member.name: [] for member in members if member.repeated}
    for child in () if node is None else node.children():
        member = by_name.get(child.name)
        if member is None or child.namespace != contract.namespace or child.name in values:
            continue
        value, lost = _read_element(contract, child, member)
        if member.repeated:
            items[member.name].append(value)
        else:
            values[member.name] = value
        if lost:
            break
    for member in members:
        values.setdefault(member.name, items.get(member.name, default(member)))
    return values


def _read_element(contract: Contract, node: Node, element: Element) -> tuple[Value, bool]:
    if element.nillable and node.nil:
        return None, False
    members = contract.types.get(element.type)
    if members is not None:
        values = read_members(contract, node, members)
        (single,) = members if len(members) == 1 else (None,)
        return (values[single.name] if single is not None and single.repeated else values), False
    text, lost = string_content(node)
    if node.after is None:
        raise XmlError("the document breaks off")
    try:
        return parse_scalar(element.type, text), lost
    except ValueFormatError as problem:
        raise ReadError(problem, *node.after) from None


def write_scalar(value: Scalar) -> str:
    """Write a value as .NET's XmlConvert does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _write_date(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "" if value is None else str(value)


def _write_date(value: datetime) -> str:
    text = value.replace(tzinfo=None).isoformat()
    if "." in text:
        text = text.rstrip("0")
    return text if value.tzinfo is None else text + "Z"


def write(
    contract: Contract,
    element: Element,
    value: Value,
    *,
    attributes: str = "",
    indent: int | None = None,
) -> str:
    """Write one element.

    Args:
        contract: The contract its type is from.
        element: The element.
        value: Its value; None leaves it out, or says `xsi:nil` where the element is nillable.
        attributes: Attributes of the element, each after a blank.
        indent: The depth of a document with line breaks; None for none.
    """
    return "".join(_write(contract, element, value, attributes, indent))


def _write(
    contract: Contract, element: Element, value: Value, attributes: str, indent: int | None
) -> Iterator[str]:
    margin = "" if indent is None else "  " * indent
    line_end = "" if indent is None else "\r\n"
    inner = None if indent is None else indent + 1
    if value is None:
        if element.nillable:
            declared = "" if f'"{XSI}"' in attributes or indent is None else f' xmlns:xsi="{XSI}"'
            yield f'{margin}<{element.name}{declared} xsi:nil="true"{attributes} />{line_end}'
    elif element.type in contract.types:
        content = "".join(_write_members(contract, contract.types[element.type], value, inner))
        if content:
            yield f"{margin}<{element.name}{attributes}>{line_end}{content}"
            yield f"{margin}</{element.name}>{line_end}"
        else:
            yield f"{margin}<{element.name}{attributes} />{line_end}"
    else:
        if isinstance(value, Mapping | Sequence) and not isinstance(value, str | bytes):
            raise TypeError(f"{element.name} is of type {element.type}, not {type(value).__name__}")
        content = xmltext.text(write_scalar(value))
        if content:
            yield f"{margin}<{element.name}{attributes}>{content}</{element.name}>{line_end}"
        else:
            yield f"{margin}<{element.name}{attributes} />{line_end}"


def _write_members(
    contract: Contract, members: Sequence[Element], value: Value, indent: int | None
) -> Iterator[str]:
    for member in members:
        if member.repeated:
            items = value if isinstance(value, Sequence) else ()
            for item in items:
                yield from _write(contract, member, item, "", indent)
        elif isinstance(value, Mapping):
            yield from _write(contract, member, value.get(member.name), "", indent)
