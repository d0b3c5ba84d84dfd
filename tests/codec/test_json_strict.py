"""Reading JSON: what is not the documented answer is an error that names the place."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.codec import DecodeError, decode_json
from rescind.codec.json import JSON_LIMIT
from rescind_models import sms
from tests.codec import toys

SECRET = "s3cret"
ROOT = "ResponseOfDeletePendingMessagesResponse"


def refusal(model: type[object], body: bytes) -> str:
    with pytest.raises(DecodeError) as caught:
        decode_json(model, body)
    assert SECRET not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (["a"], ": expected an object, got list"),
        ("a", ": expected an object, got str"),
        (None, ": expected an object, got NoneType"),
        ({"Error": [SECRET]}, ".Error: expected an object, got list"),
        ({"Error": SECRET}, ".Error: expected an object, got str"),
        ({"Error": False}, ".Error: expected an object, got bool"),
        (
            {"ResponseData": {"Detail": {"MessageIDs": {"string": [SECRET]}}}},
            ".ResponseData.Detail.MessageIDs: expected a list, got dict",
        ),
        (
            {"ResponseData": {"Detail": {"MessageIDs": SECRET}}},
            ".ResponseData.Detail.MessageIDs: expected a list, got str",
        ),
        (
            {"ResponseData": {"Detail": {"MessageIDs": ["a", [SECRET]]}}},
            ".ResponseData.Detail.MessageIDs[1]: expected a string, got list",
        ),
        (
            {"ResponseData": {"Detail": {"MessageIDs": ["a", 5]}}},
            ".ResponseData.Detail.MessageIDs[1]: expected a string, got int",
        ),
        (
            {"ResponseData": {"Detail": {"MessageIDs": [None]}}},
            ".ResponseData.Detail.MessageIDs[0]: expected a string, got NoneType",
        ),
        (
            {"ResponseData": {"Result": {"a": SECRET}}},
            ".ResponseData.Result: expected a string, got dict",
        ),
        ({"ResponseData": {"Result": True}}, ".ResponseData.Result: expected a string, got bool"),
        (
            {"ResponseData": {"Result": f"{SECRET}\ud800"}},
            ".ResponseData.Result: half of a surrogate pair",
        ),
    ],
)
def test_another_structure_is_refused(body: object, message: str) -> None:
    written = json.dumps(body).encode()

    assert refusal(sms.ResponseOfDeletePendingMessagesResponse, written) == ROOT + message


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("All", 1, "expected a bool, got int"),
        ("All", "true", "expected a bool, got str"),
        ("All", None, "missing or null, but a value is required"),
        ("MessageIDs", None, "missing or null, but a value is required"),
        ("MessageIDs", {}, "expected a list, got dict"),
        ("Type", True, "expected a PendingRecurringType or an int, got bool"),
        ("Type", 0.0, "expected a PendingRecurringType or an int, got float"),
        ("Type", "PENDING", "expected a PendingRecurringType or an int, got str"),
        (
            "Type",
            2**31,
            "outside the 32 bits of an enum: it would be read as another member",
        ),
        ("Range", [0], "expected a FutureDateRange or an int, got list"),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, value: object, message: str) -> None:
    body: dict[str, object] = {"All": True, "MessageIDs": [], "Type": 0, name: value}

    assert refusal(sms.DeletePendingRecurringMessagesRequest, json.dumps(body).encode()) == (
        f"DeletePendingRecurringMessagesRequest.{name}: {message}"
    )


@pytest.mark.parametrize("name", ["All", "MessageIDs", "Type"])
def test_a_required_member_that_is_missing_is_refused(name: str) -> None:
    body: dict[str, object] = {"All": True, "MessageIDs": [], "Type": 0}
    del body[name]

    assert refusal(sms.DeletePendingRecurringMessagesRequest, json.dumps(body).encode()) == (
        f"DeletePendingRecurringMessagesRequest.{name}: missing or null, but a value is required"
    )


def test_an_enum_number_without_a_name_stays_a_number() -> None:
    body = b'{"All": true, "MessageIDs": [], "Type": 7}'

    assert decode_json(sms.DeletePendingRecurringMessagesRequest, body).type_ == 7


BOUNDS = {
    "Byte": (-128, 127),
    "UnsignedByte": (0, 255),
    "Short": (-(2**15), 2**15 - 1),
    "Int": (-(2**31), 2**31 - 1),
    "UnsignedLong": (0, 2**64 - 1),
    "Integer": (1 - 10**40, 10**40 - 1),
}


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize("end", [0, 1])
def test_an_integer_is_read_up_to_its_bounds_and_no_further(name: str, end: int) -> None:
    body = dict.fromkeys(BOUNDS, 0)
    bound = BOUNDS[name][end]
    beyond = bound + (1 if end else -1)

    decode_json(toys.Integers, json.dumps(body | {name: bound}).encode())
    message = refusal(toys.Integers, json.dumps(body | {name: beyond}).encode())

    assert name in message or name == "Integer"
    assert str(beyond) not in message


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ('"Number": "1.5"', ".Number: expected a float, got str"),
        ('"Number": true', ".Number: expected a float, got bool"),
        ('"Number": 1e999', ".Number: not a finite number"),
        ('"Amount": 1.5', ".Amount: a Decimal has no exact form in JSON"),
        ('"Content": "Q"', ".Content: not base64"),
        ('"Content": [81]', ".Content: expected a string, got list"),
        ('"Colour": "RED"', ".Colour: not one of red, off-white & more, "),
        ('"Colour": 0', ".Colour: expected a string, got int"),
        ('"Ended": 1767225600', ".Ended: expected a string, got int"),
        ('"Ended": "/Date(1767225600000)/"', ".Ended: not a date and time"),
    ],
)
def test_other_scalars_are_as_strict(member: str, message: str) -> None:
    assert refusal(toys.Scalars, f"{{{member}}}".encode()) == f"Scalars{message}"


def test_a_whole_number_is_a_number() -> None:
    assert decode_json(toys.Scalars, b'{"Number": 3}').number == 3.0


@pytest.mark.parametrize(
    "body",
    [
        '{"Error": null, "Error": null}',
        '{"Error": {"ErrorCode": "1", "ErrorCode": "1"}}',
        '{"Unknown": {"a": 1, "a": 1}}',
        '{"Error": null, "\\u0045rror": null}',
    ],
)
def test_a_member_twice_is_refused_by_name(body: str) -> None:
    message = refusal(sms.ResponseOfDeletePendingMessagesResponse, body.encode())

    assert message.startswith("the member '")
    assert message.endswith("' stands twice in one JSON object")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_only_python_takes_for_json_is_refused(constant: str) -> None:
    body = f'{{"Unknown": {constant}}}'.encode()

    assert refusal(sms.Detail, body) == f"{constant} is not JSON"


WHOLE = b'{"ResponseData": {"Detail": {"MessageIDs": ["a", "b"]}}}'


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_a_document_cut_off_anywhere_is_refused(length: int) -> None:
    assert refusal(sms.ResponseOfDeletePendingMessagesResponse, WHOLE[:length]) == "not JSON"


@pytest.mark.parametrize(
    "body",
    [
        WHOLE + b"x",
        WHOLE + WHOLE,
        WHOLE + b"\x00",
        b"{'Error': null}",
        b"{Error: null}",
        b'{"Error": null,}',
        b'{"Error": null} // done',
        b'{"Result": "\n"}',
        b'{"Result": "\xff"}',
        b'{"Result": "\\x41"}',
        b'{"Result": 01}',
        b"<a/>",
        b"\xef\xbb\xbf",
    ],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    assert refusal(sms.ResponseOfDeletePendingMessagesResponse, body) == "not JSON"


@given(body=st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_decode_error(body: bytes) -> None:
    try:
        answer = decode_json(sms.Detail, body)
    except DecodeError:
        return
    assert answer == sms.Detail()


def test_an_error_keeps_nothing_of_the_body() -> None:
    body = f'{{"Result": "{SECRET}", '.encode()

    with pytest.raises(DecodeError) as caught:
        decode_json(sms.ResponseOfDeletePendingMessagesResponse, body)

    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_a_body_beyond_the_limit_is_refused_unread() -> None:
    body = b'{"MessageIDs": [' + b" " * JSON_LIMIT + b"]}"

    assert refusal(sms.Detail, body) == f"JSON of more than {JSON_LIMIT} bytes"


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"Unknown":[', b'[{"MessageIDs":'])
def test_deep_nesting_is_refused(opening: bytes) -> None:
    body = opening * (JSON_LIMIT // len(opening))

    assert refusal(sms.Detail, body) == "JSON nested too deep"


def test_models_inside_models_are_read_to_a_limit() -> None:
    def nested(depth: int) -> bytes:
        return b'{"Box":' * (depth - 1) + b"{}" + b"}" * (depth - 1)

    assert decode_json(toys.Box, nested(64)) == toys.boxes(64)
    message = refusal(toys.Box, nested(65))
    assert message.startswith("Box.Box.Box.")
    assert message.endswith(": models nested deeper than 64")
    assert len(message) < 300


@pytest.mark.parametrize("limit", [None, 0])
def test_an_endless_number_is_refused_even_without_pythons_own_limit(limit: int | None) -> None:
    """Turning a million digits into an int takes minutes; a program may have lifted the limit."""
    kept = sys.get_int_max_str_digits()
    body = b'{"Unknown": ' + b"9" * 1_000_000 + b"}"
    if limit is not None:
        sys.set_int_max_str_digits(limit)
    try:
        message = refusal(sms.Detail, body)
    finally:
        sys.set_int_max_str_digits(kept)

    assert message == "a JSON number of more than 40 digits"
