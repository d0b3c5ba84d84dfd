"""The documented samples, there and back; and that no id is lost on the way."""

import json
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.codec import decode_json, decode_xml, encode_json, encode_xml
from rescind_models import sms
from tests.codec.values import LEGAL_CHARACTERS, instances

CONTRACTS = Path(__file__).parents[2] / "codegen" / "contracts"
REQUEST = sms.DeletePendingRecurringMessagesRequest
RESPONSE = sms.ResponseOfDeletePendingMessagesResponse

IDS = st.lists(st.text(LEGAL_CHARACTERS), max_size=8).map(tuple)


def sample(model: type[object], form: str) -> bytes:
    return (CONTRACTS / f"{model.__name__}.{form}").read_bytes()


def with_order(body: bytes) -> object:
    """JSON with the order of the members kept, so that it counts when compared."""
    return json.loads(body, object_pairs_hook=list)


def canonical(document: bytes | str) -> str:
    return canonicalize(document, strip_text=True)


def test_the_request_samples_are_one_request() -> None:
    expected = REQUEST(
        all=True,
        message_ids=("sample string 1", "sample string 2"),
        start_date="sample string 2",
        end_date="sample string 3",
        reference="sample string 4",
        destination="sample string 5",
        type_=sms.PendingRecurringType.PENDING,
        range=sms.FutureDateRange.ALL,
    )

    assert decode_json(REQUEST, sample(REQUEST, "json")) == expected
    assert decode_xml(REQUEST, sample(REQUEST, "xml")) == expected


def test_the_response_samples_are_one_response_but_for_the_ids() -> None:
    def expected(*ids: str) -> object:
        return RESPONSE(
            error=sms.Error(error_code="sample string 1", error_reason="sample string 2"),
            response_data=sms.ResponseDataOfDeletePendingMessagesResponse(
                identification=sms.Identification(user_id="sample string 1"),
                result="sample string 1",
                detail=sms.Detail(message_ids=ids),
            ),
        )

    assert decode_json(RESPONSE, sample(RESPONSE, "json")) == expected()
    assert decode_xml(RESPONSE, sample(RESPONSE, "xml")) == expected(
        "sample string 1", "sample string 2"
    )


@pytest.mark.parametrize("model", [REQUEST, RESPONSE])
def test_a_json_sample_is_written_back_member_by_member(model: type[object]) -> None:
    body = sample(model, "json")

    assert with_order(encode_json(decode_json(model, body))) == with_order(body)


@pytest.mark.parametrize("model", [REQUEST, RESPONSE])
def test_an_xml_sample_is_written_back_element_by_element(model: type[object]) -> None:
    body = sample(model, "xml")

    assert canonical(encode_xml(decode_xml(model, body))) == canonical(body)


def test_the_request_is_written_alike_from_either_sample() -> None:
    from_json = decode_json(REQUEST, sample(REQUEST, "json"))
    from_xml = decode_xml(REQUEST, sample(REQUEST, "xml"))

    assert encode_xml(from_json) == encode_xml(from_xml)
    assert encode_json(from_json) == encode_json(from_xml)


def test_the_root_declares_the_prefixes_that_the_sample_declares() -> None:
    written = encode_xml(decode_xml(REQUEST, sample(REQUEST, "xml")))

    assert written.partition(">")[0] == sample(REQUEST, "xml").decode().partition(">")[0]


def test_no_blank_stands_between_elements_or_beside_a_value() -> None:
    written = encode_xml(decode_xml(REQUEST, sample(REQUEST, "xml")))

    assert "<MessageIDs><string>sample string 1</string><string>sample string 2</string></" in (
        written
    )


@given(ids=IDS)
def test_ids_of_any_legal_text_survive_a_request_in_both_formats(ids: tuple[str, ...]) -> None:
    request = REQUEST(all=False, message_ids=ids, type_=sms.PendingRecurringType.RECURRING)

    assert decode_xml(REQUEST, encode_xml(request).encode()) == request
    assert decode_json(REQUEST, encode_json(request)) == request
    assert json.loads(encode_json(request))["MessageIDs"] == list(ids)


@given(ids=IDS)
def test_ids_of_any_legal_text_survive_an_answer_in_both_formats(ids: tuple[str, ...]) -> None:
    answer = RESPONSE(
        response_data=sms.ResponseDataOfDeletePendingMessagesResponse(
            detail=sms.Detail(message_ids=ids)
        )
    )

    assert decode_xml(RESPONSE, encode_xml(answer).encode()) == answer
    assert decode_json(RESPONSE, encode_json(answer)) == answer


@given(ids=IDS)
def test_a_json_answer_that_lists_ids_after_all_is_read_with_them(ids: tuple[str, ...]) -> None:
    body = json.dumps({"ResponseData": {"Detail": {"MessageIDs": ids}}}).encode()

    answer = decode_json(RESPONSE, body)

    assert answer.response_data is not None
    assert answer.response_data.detail == sms.Detail(message_ids=ids)


@given(request=instances(REQUEST))
def test_both_formats_say_the_same_of_any_request(request: object) -> None:
    from_xml = decode_xml(REQUEST, encode_xml(request).encode())

    assert from_xml == request
    assert decode_json(REQUEST, encode_json(request)) == from_xml


@given(request=instances(REQUEST))
def test_json_names_and_order_are_those_of_the_sample(request: object) -> None:
    documented = list(json.loads(sample(REQUEST, "json")))

    written = list(json.loads(encode_json(request)))

    assert {"All", "MessageIDs", "Type"} <= set(written)
    assert written == [name for name in documented if name in written]
