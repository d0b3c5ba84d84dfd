"""Writing: a value that the service could misread is refused, by its field and never by itself."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import given

from rescind.codec import EncodeError, encode_json, encode_xml
from rescind_models import sms
from tests.codec import toys
from tests.codec.values import ILLEGAL_CHARACTERS, LEGAL_TEXT, least, models

SECRET = "s3cret"
Encode = Callable[[object], str | bytes]
ENCODERS: list[Encode] = [encode_xml, encode_json]
BOTH = pytest.mark.parametrize("encode", ENCODERS, ids=["XML", "JSON"])


class Foreign(IntEnum):
    """An enum of another model."""

    SMALL = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Extended(toys.Scalars):
    """More than what the field declares."""

    more: str = SECRET


def refusal(encode: Encode, model: object) -> str:
    with pytest.raises(EncodeError) as caught:
        encode(model)
    assert SECRET not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    return str(caught.value)


def scalars(**values: Any) -> toys.Scalars:
    """Values that a type checker would have refused."""
    return toys.Scalars(**values)


def request(**values: Any) -> sms.DeletePendingRecurringMessagesRequest:
    usual: dict[str, Any] = {
        "all": True,
        "message_ids": ("a",),
        "type_": sms.PendingRecurringType.PENDING,
    }
    return sms.DeletePendingRecurringMessagesRequest(**(usual | values))


@BOTH
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"text": 5}, "text: expected a string, got int"),
        ({"text": SECRET.encode()}, "text: expected a string, got bytes"),
        ({"text": ("a",)}, "text: expected a string, got tuple"),
        ({"flag": 1}, "flag: expected a bool, got int"),
        ({"flag": "true"}, "flag: expected a bool, got str"),
        ({"number": "1.5"}, "number: expected a float, got str"),
        ({"number": True}, "number: expected a float, got bool"),
        ({"number": float("nan")}, "number: not a finite number"),
        ({"number": float("inf")}, "number: not a finite number"),
        ({"number": -float("inf")}, "number: not a finite number"),
        ({"number": 10**400}, "number: not a finite number"),
        ({"content": SECRET}, "content: expected bytes, got str"),
        ({"content": bytearray(b"a")}, "content: expected bytes, got bytearray"),
        ({"colour": "red"}, "colour: expected a Colour, got str"),
        ({"colour": toys.Size.SMALL}, "colour: expected a Colour, got Size"),
        ({"ended": SECRET}, "ended: expected a datetime, got str"),
        ({"ended": 1767225600}, "ended: expected a datetime, got int"),
        (
            {"ended": datetime(2026, 1, 1)},
            "ended: a naive datetime: give it a time zone, such as datetime.UTC",
        ),
        (
            {"ended": datetime(1, 1, 1, tzinfo=UTC)},
            "ended: not a plausible date: outside 2000 to 2100",
        ),
        (
            {"ended": datetime.fromtimestamp(0, UTC)},
            "ended: not a plausible date: outside 2000 to 2100",
        ),
        (
            {"ended": datetime(2100, 1, 1, tzinfo=UTC)},
            "ended: not a plausible date: outside 2000 to 2100",
        ),
        (
            {"ended": datetime.max.replace(tzinfo=timezone(-timedelta(hours=14)))},
            "ended: not a plausible date: outside 2000 to 2100",
        ),
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_is_refused(
    encode: Encode, values: dict[str, Any], message: str
) -> None:
    assert refusal(encode, scalars(**values)) == message


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"amount": 1.5}, "amount: expected a Decimal, got float"),
        ({"amount": 1}, "amount: expected a Decimal, got int"),
        ({"amount": Decimal("NaN")}, "amount: not a finite number"),
        ({"amount": Decimal("-Infinity")}, "amount: not a finite number"),
        ({"amount": Decimal("1E+999999")}, "amount: a number of more than 40 digits"),
        ({"amount": Decimal("1E-999999")}, "amount: a number of more than 40 digits"),
        ({"amount": Decimal("0." + "1" * 41)}, "amount: a number of more than 40 digits"),
        ({"size": 0}, "size: XML names enum members, a bare number has none: one of SMALL, LARGE"),
        ({"size": 9}, "size: XML names enum members, a bare number has none: one of SMALL, LARGE"),
        (
            {"size": Foreign.SMALL},
            "size: XML names enum members, a bare number has none: one of SMALL, LARGE",
        ),
        ({"size": True}, "size: expected one of SMALL, LARGE, got bool"),
        ({"size": "SMALL"}, "size: expected one of SMALL, LARGE, got str"),
    ],
    ids=str,
)
def test_a_value_that_xml_cannot_say_is_refused(values: dict[str, Any], message: str) -> None:
    assert refusal(encode_xml, scalars(**values)) == message


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"amount": Decimal(1)},
            "amount: a Decimal has no exact form in JSON: send this model as XML",
        ),
        ({"size": Foreign.SMALL}, "size: expected a Size or an int, got Foreign"),
        ({"size": True}, "size: expected a Size or an int, got bool"),
        ({"size": "SMALL"}, "size: expected a Size or an int, got str"),
        ({"size": 0.0}, "size: expected a Size or an int, got float"),
        (
            {"size": 2**32},
            "size: outside the 32 bits of an enum: it would be read as another member",
        ),
    ],
    ids=str,
)
def test_a_value_that_json_cannot_say_is_refused(values: dict[str, Any], message: str) -> None:
    assert refusal(encode_json, scalars(**values)) == message


def test_an_enum_number_without_a_name_goes_by_json() -> None:
    assert encode_json(scalars(size=7)) == b'{"Size": 7}'


@BOTH
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"all": None}, "all: None, but a value is required"),
        ({"message_ids": None}, "message_ids: None, but a value is required"),
        ({"message_ids": ["a"]}, "message_ids: expected a tuple, got list"),
        ({"message_ids": SECRET}, "message_ids: expected a tuple, got str"),
        ({"message_ids": ({"a": 1})}, "message_ids: expected a tuple, got dict"),
        ({"message_ids": ("a", None)}, "message_ids[1]: expected a string, got NoneType"),
        ({"message_ids": ("a", 5)}, "message_ids[1]: expected a string, got int"),
        ({"message_ids": ("a", ("b",))}, "message_ids[1]: expected a string, got tuple"),
    ],
    ids=str,
)
def test_a_list_that_does_not_fit_is_refused(
    encode: Encode, values: dict[str, Any], message: str
) -> None:
    assert refusal(encode, request(**values)) == message


def test_a_list_that_cannot_be_empty_in_xml_is_refused_when_it_is() -> None:
    assert refusal(encode_xml, toys.Names(names=())) == (
        "names: empty, but at least one item is required"
    )


@BOTH
@pytest.mark.parametrize(
    ("part", "message"),
    [
        (toys.Box(), "parts[1]: expected Scalars, got Box"),
        ({"text": SECRET}, "parts[1]: expected Scalars, got dict"),
        (SECRET, "parts[1]: expected Scalars, got str"),
        (Extended(), "parts[1]: expected Scalars, got Extended"),
        (scalars(text=5), "parts[1].text: expected a string, got int"),
    ],
    ids=str,
)
def test_another_model_than_the_field_holds_is_refused(
    encode: Encode, part: Any, message: str
) -> None:
    assert refusal(encode, toys.Lists(ids=(), parts=(None, part))) == message


@BOTH
@given(before=LEGAL_TEXT, illegal=ILLEGAL_CHARACTERS, after=LEGAL_TEXT)
def test_a_character_that_xml_cannot_carry_is_refused_in_both_formats(
    encode: Encode, before: str, illegal: str, after: str
) -> None:
    text = f"{SECRET}{before}{illegal}{after}"

    assert refusal(encode, request(message_ids=("a", text))) == (
        "message_ids[1]: has a character that XML 1.0 cannot carry: remove it"
    )


@BOTH
@pytest.mark.parametrize("value", [10**40, -(10**40), 10**5000], ids=["+", "-", "endless"])
def test_an_integer_without_bounds_has_some_all_the_same(encode: Encode, value: int) -> None:
    model = dataclasses.replace(least(toys.Integers), integer=value)

    assert refusal(encode, model) == "integer: a number of more than 40 digits"


def integer_fields() -> list[tuple[type[Any], "dataclasses.Field[Any]"]]:
    return [
        (model, field)
        for model in (*models(), toys.Integers)
        for field in dataclasses.fields(model)
        if field.type == "int" and "min_inclusive" in field.metadata
    ]


def named(part: Any) -> str:
    return str(part.__name__ if isinstance(part, type) else part.name)


@pytest.mark.parametrize(("model", "field"), integer_fields(), ids=named)
def test_every_integer_field_keeps_to_its_range(
    model: type[Any], field: "dataclasses.Field[Any]"
) -> None:
    lowest, highest = field.metadata["min_inclusive"], field.metadata["max_inclusive"]

    def written(value: Any) -> str:
        return encode_xml(dataclasses.replace(least(model), **{field.name: value}))

    assert f">{lowest}<" in written(lowest)
    assert f">{highest}<" in written(highest)
    for value, reason in [
        (lowest - 1, f"below {lowest}, the lowest value of its type"),
        (highest + 1, f"above {highest}, the highest value of its type"),
        (True, "expected an int, got bool"),
        (1.0, "expected an int, got float"),
        ("1", "expected an int, got str"),
    ]:
        with pytest.raises(EncodeError) as caught:
            written(value)
        assert str(caught.value) == f"{field.name}: {reason}"


@pytest.mark.parametrize("model", list(models()), ids=lambda model: model.__name__)
def test_every_field_that_cannot_be_none_must_be_given(model: type[Any]) -> None:
    for field in dataclasses.fields(model):
        if "None" in str(field.type):
            continue
        with pytest.raises(EncodeError) as caught:
            encode_xml(dataclasses.replace(least(model), **{field.name: None}))
        assert str(caught.value) == f"{field.name}: None, but a value is required"


@BOTH
def test_models_inside_models_are_written_to_a_limit(encode: Encode) -> None:
    encode(toys.boxes(64))
    message = refusal(encode, toys.boxes(65))

    assert message.startswith("box.box.")
    assert message.endswith(": models nested deeper than 64")
    assert len(message) < 300


@BOTH
def test_a_model_that_holds_itself_is_refused(encode: Encode) -> None:
    ring = toys.Box()
    object.__setattr__(ring, "box", ring)

    assert refusal(encode, ring).endswith(": models nested deeper than 64")


@BOTH
@pytest.mark.parametrize("value", [None, "a", toys.Scalars, {"Text": "a"}, (), 5], ids=repr)
def test_what_is_no_model_is_refused(encode: Encode, value: object) -> None:
    with pytest.raises(TypeError, match="is not a generated model"):
        encode(value)


# --- what is written --------------------------------------------------------------------------


def xml(value: object) -> str:
    document = encode_xml(value)
    return document[document.index(">") + 1 : document.rindex("<")]


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 23, 5, 0, tzinfo=UTC), "2026-11-23T05:00:00Z"),
        (datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2))), "2025-12-31T23:00:00Z"),
        (datetime(2026, 1, 1, 0, 0, 0, 250_000, UTC), "2026-01-01T00:00:00.250Z"),
        (datetime(2026, 1, 1, 0, 0, 0, 1, UTC), "2026-01-01T00:00:00.000001Z"),
    ],
    ids=str,
)
def test_a_date_goes_in_utc(moment: datetime, text: str) -> None:
    assert xml(scalars(ended=moment)) == f"<Ended>{text}</Ended>"
    assert encode_json(scalars(ended=moment)) == f'{{"Ended": "{text}"}}'.encode()


@pytest.mark.parametrize(
    ("values", "content"),
    [
        ({"flag": False}, "<Flag>false</Flag>"),
        ({"number": 3}, "<Number>3.0</Number>"),
        ({"amount": Decimal("1E+3")}, "<Amount>1000</Amount>"),
        ({"amount": Decimal("-0.010")}, "<Amount>-0.010</Amount>"),
        ({"content": b"\x00\xff"}, "<Content>AP8=</Content>"),
        ({"content": b""}, "<Content></Content>"),
        ({"size": toys.Size.LARGE}, "<Size>LARGE</Size>"),
        ({"colour": toys.Colour.OFF_WHITE}, "<Colour>off-white &amp; more</Colour>"),
        ({"text": "a<b>&c]]>\r\n"}, "<Text>a&lt;b&gt;&amp;c]]&gt;&#13;\n</Text>"),
    ],
    ids=str,
)
def test_each_kind_of_value_has_its_spelling(values: dict[str, Any], content: str) -> None:
    assert xml(scalars(**values)) == content


def test_json_goes_as_utf_8_and_not_in_escapes() -> None:
    assert encode_json(scalars(text="é\U0001f4de\n")) == '{"Text": "é\U0001f4de\\n"}'.encode()


def test_nil_is_written_where_an_element_must_be_there_and_may_be_nil() -> None:
    appointment = toys.Appointment(begins=datetime(2026, 1, 1, tzinfo=UTC), note=None)

    assert xml(appointment) == (
        "<Begins>2026-01-01T00:00:00Z</Begins>"
        '<Note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>'
    )


def test_a_namespace_is_declared_where_it_changes_and_only_there() -> None:
    envelope = toys.Envelope(inside=toys.Scalars(text="a"), bare="b")

    assert xml(envelope) == (
        f'<Inside xmlns="http://example.org/other/"><Text xmlns="{toys.NAMESPACE}">a</Text>'
        "</Inside>"
        '<Bare xmlns="">b</Bare>'
    )


def test_a_list_in_a_wrapper_is_written_when_empty_and_one_without_is_not() -> None:
    assert xml(toys.Lists(ids=())) == "<Ids></Ids>"
    assert encode_json(toys.Lists(ids=())) == b'{"Ids": []}'


def test_json_has_an_order_of_its_own_and_leaves_nothing_out() -> None:
    value = toys.Reordered(first="1", second="2", third="3")

    assert encode_json(value) == b'{"Second": "2", "First": "1", "Third": "3"}'
    assert xml(value) == "<First>1</First><Second>2</Second><Third>3</Third>"
