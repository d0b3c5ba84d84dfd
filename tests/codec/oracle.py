"""The oracle: what xsdata's own serializer and parser make of a model and of its XML.

xsdata wrote the metadata, so it knows what it means. Compared as canonical XML with prefixes
rewritten: which prefix stands for a namespace, and where it is declared, is anybody's choice.
"""

import contextlib
import re
from collections.abc import Generator
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any
from xml.etree import ElementTree as ET

import attrs
from xsdata.formats.converter import Converter, converter
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.writers import XmlEventWriter
from xsdata.models.datatype import XmlDateTime

from rescind.codec import decode_xml, encode_xml
from rescind_models import sms
from tests.codec import toys

ENUMS: dict[str, type[IntEnum]] = {
    "Type": sms.PendingRecurringType,
    "Range": sms.FutureDateRange,
    "Size": toys.Size,
}
"""Enums that are numbers in JSON, by the element that holds one."""

_CONTEXTS: dict[type, XmlContext] = {}


def context(model: type) -> XmlContext:
    """One for each root: xsdata keeps a type's namespace from the place where it met it first."""
    return _CONTEXTS.setdefault(model, XmlContext())


class _DateTimes(Converter):
    """The models have datetime, where xsdata reads and writes its own XmlDateTime."""

    def serialize(self, value: Any, **_: Any) -> str:
        return str(XmlDateTime.from_datetime(value.astimezone(UTC)))

    def deserialize(self, value: Any, **_: Any) -> datetime:
        return XmlDateTime.from_string(value).to_datetime()


@attrs.frozen
class _EnumNames(Converter):
    """In XML the samples name the members; xsdata knows them by their value."""

    members: type[IntEnum]

    def serialize(self, value: Any, **_: Any) -> str:
        return str(value.name)

    def deserialize(self, value: Any, **_: Any) -> IntEnum:
        return self.members[value]


@contextlib.contextmanager
def converters() -> Generator[None]:
    """Give xsdata the two converters that it cannot have of itself."""
    kept = converter.registry[datetime]
    converter.registry[datetime] = _DateTimes()
    for members in ENUMS.values():
        converter.registry[members] = _EnumNames(members)
    yield
    converter.registry[datetime] = kept
    for members in ENUMS.values():
        del converter.registry[members]


def written(model: object) -> str:
    serializer = XmlSerializer(context=context(type(model)), writer=XmlEventWriter)
    return serializer.render(model)  # pyright: ignore[reportUnknownMemberType]


def read(document: str, model: type[object]) -> object:
    config = ParserConfig(fail_on_converter_warnings=True, fail_on_unknown_properties=True)
    parser = XmlParser(context=context(model), config=config, handler=XmlEventHandler)
    return parser.from_string(document, model)


def canonical(document: str) -> str:
    return ET.canonicalize(document, rewrite_prefixes=True)


def agree(value: object) -> None:
    """Both write the same, and each reads what the other has written."""
    model: type[object] = type(value)
    ours = encode_xml(value)
    theirs = as_listed(written(value), model)

    assert canonical(ours) == canonical(theirs)
    assert decode_xml(model, theirs.encode()) == value
    assert decode_xml(model, ours.encode()) == value
    assert read(ours, model) == value


def as_listed(document: str, model: type[object]) -> str:
    """Take two listed differences out of xsdata's document: bare line ends, enums by number."""
    document = document.replace("\r", "&#13;")
    # No element of PhoneNotify has an enum that is a number.
    if model.__module__ in {sms.DeletePendingRecurringMessagesRequest.__module__, toys.__name__}:
        for tag, members in ENUMS.items():
            for member in members:
                document = re.sub(rf"(<(?:\w+:)?{tag}>){member}<", rf"\1{member.name}<", document)
    return document
