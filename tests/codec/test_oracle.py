"""The codec against xsdata's own serializer and parser, for every generated model.

xsdata wrote the metadata, so it knows what it means. Compared as canonical XML with prefixes
rewritten: which prefix stands for a namespace, and where it is declared, is anybody's choice.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xsdata.formats.converter import Converter, converter
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.models.datatype import XmlDateTime

from rescind.codec import decode_xml, encode_xml
from rescind_models import phone_notify, sms
from tests.codec.values import instances, models

MODELS = list(models())
UNSTARTED = phone_notify.NotifyReturn(
    response_code=0,
    call_answered=False,
    queue_id=1,
    try_count=0,
    demo=False,
    duration=0,
    start_time=None,
    end_time=None,
    minute_rate=Decimal(0),
    call_complete=False,
)
ENUMS: dict[str, type[IntEnum]] = {
    "Type": sms.PendingRecurringType,
    "Range": sms.FutureDateRange,
}


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


@pytest.fixture(scope="module", autouse=True)
def told_of_dates_and_enums() -> Iterator[None]:
    """Give xsdata the two converters that it cannot have of itself."""
    kept = converter.registry[datetime]
    converter.registry[datetime] = _DateTimes()
    for members in ENUMS.values():
        converter.registry[members] = _EnumNames(members)
    yield
    converter.registry[datetime] = kept
    for members in ENUMS.values():
        del converter.registry[members]


def written_by_them(model: object) -> str:
    serializer = XmlSerializer(context=context(type(model)))
    return serializer.render(model)  # pyright: ignore[reportUnknownMemberType]


def read_by_them(document: str, model: type[object]) -> object:
    config = ParserConfig(fail_on_converter_warnings=True, fail_on_unknown_properties=True)
    parser = XmlParser(context=context(model), config=config, handler=XmlEventHandler)
    return parser.from_string(document, model)


def canonical(document: str) -> str:
    return ET.canonicalize(document, rewrite_prefixes=True)


def agree(value: object) -> None:
    """Both write the same, and each reads what the other has written."""
    model: type[object] = type(value)
    ours = encode_xml(value)
    theirs = with_enum_names(written_by_them(value), model)

    assert canonical(ours) == canonical(theirs)
    assert decode_xml(model, theirs.encode()) == value
    assert decode_xml(model, ours.encode()) == value
    assert read_by_them(ours, model) == value


def with_enum_names(document: str, model: type[object]) -> str:
    """Put names for numbers: a listed difference, in the one request that has enums."""
    for tag, members in ENUMS.items() if model is sms.DeletePendingRecurringMessagesRequest else ():
        for member in members:
            document = document.replace(f"<{tag}>{member}<", f"<{tag}>{member.name}<")
    return document


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_model_is_written_and_read_as_by_xsdata(model: type[Any], data: st.DataObject) -> None:
    agree(data.draw(instances(model, agreed=True)))


@pytest.mark.fuzz
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_model_is_written_and_read_as_by_xsdata_in_many_values(
    model: type[Any], data: st.DataObject
) -> None:
    agree(data.draw(instances(model, agreed=True)))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_model_survives_the_way_there_and_back(model: type[Any], data: st.DataObject) -> None:
    """Of all values, those too that xsdata treats in another way."""
    value = data.draw(instances(model))

    assert decode_xml(model, encode_xml(value).encode()) == value


def test_every_exported_class_is_compared() -> None:
    exported = {
        (package.__name__, name) for package in (phone_notify, sms) for name in package.__all__
    }
    compared = {(model.__module__.rpartition(".")[0], model.__name__) for model in MODELS}

    assert exported - compared == {(sms.__name__, e.__name__) for e in ENUMS.values()}


# --- the differences --------------------------------------------------------------------------


@attrs.frozen
class Difference:
    """A value that the two write differently, with the part of the document that differs."""

    reason: str
    value: object
    ours: str
    theirs: str


WRITING = [
    Difference(
        "an enum goes by name: so the samples; XmlSerializer refuses a bare number",
        sms.DeletePendingRecurringMessagesRequest(
            all=False, message_ids=("a",), type_=sms.PendingRecurringType.RECURRING
        ),
        ours="<Type>RECURRING</Type>",
        theirs="<Type>1</Type>",
    ),
    Difference(
        "an item with nothing in it is not nil: it would come back as None",
        phone_notify.ArrayOfVariable(variable=(phone_notify.Variable(),)),
        ours='<Variable xmlns="https://ws.esendex.us/NotifyWS/"></Variable>',
        theirs=' xsi:nil="true"/>',
    ),
    Difference(
        "a double is written as Python writes it; both spellings are XML Schema's",
        phone_notify.GetSoundFileLengthResponse(get_sound_file_length_result=1e17),
        ours=">1e+17<",
        theirs=">1E17<",
    ),
]


@pytest.mark.parametrize("difference", WRITING, ids=lambda difference: difference.reason)
def test_a_listed_difference_in_writing(difference: Difference) -> None:
    assert difference.ours in encode_xml(difference.value)
    assert difference.theirs in written_by_them(difference.value)
    assert decode_xml(type(difference.value), encode_xml(difference.value).encode()) == (
        difference.value
    )


def test_a_listed_difference_in_reading_an_empty_text_among_items() -> None:
    """For xsdata an empty element is nil where nil is allowed; an empty text is a text."""
    value = phone_notify.ArrayOfString(string=("a", "", None))
    document = encode_xml(value)

    assert decode_xml(phone_notify.ArrayOfString, document.encode()) == value
    assert read_by_them(document, phone_notify.ArrayOfString) == phone_notify.ArrayOfString(
        string=("a", None, None)
    )


def test_a_listed_difference_in_reading_a_required_list_without_items() -> None:
    """A wrapper that is there and empty is an empty list; xsdata takes it for no list."""
    value = sms.DeletePendingRecurringMessagesRequest(
        all=False, message_ids=(), type_=sms.PendingRecurringType.PENDING
    )
    document = encode_xml(value)

    assert decode_xml(sms.DeletePendingRecurringMessagesRequest, document.encode()) == value
    with pytest.raises(TypeError, match="message_ids"):
        read_by_them(document, sms.DeletePendingRecurringMessagesRequest)


def test_a_listed_difference_in_reading_a_date_that_is_not_there() -> None:
    """The models say None for a date of year 1; for xsdata a field without default must come."""
    document = encode_xml(UNSTARTED)

    assert decode_xml(phone_notify.NotifyReturn, document.encode()) == UNSTARTED
    with pytest.raises(TypeError, match="start_time"):
        read_by_them(document, phone_notify.NotifyReturn)
