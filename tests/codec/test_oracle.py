"""The codec against xsdata's own serializer and parser, for every generated model."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.codec import decode_xml, encode_xml
from rescind_models import phone_notify, sms
from tests.codec import oracle, toys
from tests.codec.values import instances, models

MODELS = list(models())
TOYS: list[type[Any]] = [
    toys.Integers,
    toys.Scalars,
    toys.Appointment,
    toys.Lists,
    toys.Names,
    toys.Box,
    toys.Envelope,
]
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


@pytest.fixture(scope="module", autouse=True)
def told_of_dates_and_enums() -> Iterator[None]:
    with oracle.converters():
        yield


@pytest.mark.parametrize("model", MODELS + TOYS, ids=lambda model: model.__name__)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_model_is_written_and_read_as_by_xsdata(model: type[Any], data: st.DataObject) -> None:
    oracle.agree(data.draw(instances(model, agreed=True)))


@pytest.mark.fuzz
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_model_is_written_and_read_as_by_xsdata_in_many_values(
    model: type[Any], data: st.DataObject
) -> None:
    oracle.agree(data.draw(instances(model, agreed=True)))


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

    assert exported - compared == {
        (sms.__name__, "PendingRecurringType"),
        (sms.__name__, "FutureDateRange"),
    }


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
        "a carriage return goes as a reference: bare, a parser would turn it into a line feed",
        phone_notify.Variable(variable_name="a\rb"),
        ours=">a&#13;b<",
        theirs=">a\rb<",
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
    assert difference.theirs in oracle.written(difference.value)
    assert decode_xml(type(difference.value), encode_xml(difference.value).encode()) == (
        difference.value
    )


def test_a_listed_difference_in_reading_an_empty_text_among_items() -> None:
    """For xsdata an empty element is nil where nil is allowed; an empty text is a text."""
    value = phone_notify.ArrayOfString(string=("a", "", None))
    document = encode_xml(value)

    assert decode_xml(phone_notify.ArrayOfString, document.encode()) == value
    assert oracle.read(document, phone_notify.ArrayOfString) == phone_notify.ArrayOfString(
        string=("a", None, None)
    )


def test_a_listed_difference_in_reading_an_empty_text_of_an_enum() -> None:
    """An enum may have a member with an empty text; xsdata reads a plain text, not the member."""
    value = toys.Scalars(colour=toys.Colour.NONE)
    document = encode_xml(value)

    assert decode_xml(toys.Scalars, document.encode()) == value
    assert getattr(oracle.read(document, toys.Scalars), "colour", None) == ""


def test_a_listed_difference_in_reading_a_required_list_without_items() -> None:
    """A wrapper that is there and empty is an empty list; xsdata takes it for no list."""
    value = sms.DeletePendingRecurringMessagesRequest(
        all=False, message_ids=(), type_=sms.PendingRecurringType.PENDING
    )
    document = encode_xml(value)

    assert decode_xml(sms.DeletePendingRecurringMessagesRequest, document.encode()) == value
    with pytest.raises(TypeError, match="message_ids"):
        oracle.read(document, sms.DeletePendingRecurringMessagesRequest)


def test_a_listed_difference_in_reading_a_date_that_is_not_there() -> None:
    """The models say None for a date of year 1; for xsdata a field without default must come."""
    document = encode_xml(UNSTARTED)

    assert decode_xml(phone_notify.NotifyReturn, document.encode()) == UNSTARTED
    with pytest.raises(TypeError, match="start_time"):
        oracle.read(document, phone_notify.NotifyReturn)
