"""The 2sms API: token, sending, report, deletes, and the switches for what is not known."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from rescind.sandbox import Kind, Sandbox, Settings
from tests.sandbox.asking import MESSAGES, PENDINGS, RECURRINGS, REPORT, ask, refusal, sms

START = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture
def sandbox() -> Sandbox:
    sandbox = Sandbox()
    sandbox.clock.stop(START)
    for number in (1, 2, 3, 4):
        day = START + timedelta(days=number * 5)
        sandbox.add_recurring(
            id=f"r{number}",
            reference="odd" if number % 2 else "even",
            destination=f"+{number}",
            date=day,
        )
        sandbox.add_pending(id=f"p{number}", reference="any", date=day)
    return sandbox


def ids(sandbox: Sandbox, kind: Kind = Kind.RECURRING) -> list[str]:
    return [message.id for message in sandbox.messages.waiting(kind)]


def delete(sandbox: Sandbox, **request: Any) -> Any:
    return sms(sandbox, "DELETE", RECURRINGS, {"Type": 1, **request})


# Deleting


def test_by_id(sandbox: Sandbox) -> None:
    answer = delete(sandbox, All=False, MessageIDs=["r1", "r3"])
    assert answer == {
        "Error": None,
        "ResponseData": {
            "Identification": {"UserId": "sandbox-user"},
            "Result": "OK",
            "Detail": {},
        },
    }
    assert ids(sandbox) == ["r2", "r4"]
    assert [message.id for message in sandbox.messages.deleted()] == ["r1", "r3"]
    assert len(ids(sandbox, Kind.PENDING)) == 4


def test_all_but(sandbox: Sandbox) -> None:
    delete(sandbox, All=True, MessageIDs=["r2"])
    assert ids(sandbox) == ["r2"]


def test_nothing_asked_nothing_deleted(sandbox: Sandbox) -> None:
    delete(sandbox)
    delete(sandbox, All=False, MessageIDs=[])
    delete(sandbox, All=False, Reference="odd")
    assert len(ids(sandbox)) == 4


def test_xml_answers_with_the_ids(sandbox: Sandbox) -> None:
    reply = ask(
        sandbox,
        "DELETE",
        PENDINGS,
        "<DeletePendingRecurringMessagesRequest><All>true</All><MessageIDs><string>p1</string>"
        "</MessageIDs><Type>PENDING</Type></DeletePendingRecurringMessagesRequest>",
        Content_Type="application/xml",
        Authorization=f"Bearer {sandbox.add_token()}",
    )
    assert reply.content_type == "application/xml; charset=utf-8"
    assert (
        b"<Detail><MessageIDs><string>p2</string><string>p3</string><string>p4</string>"
        b"</MessageIDs></Detail>" in reply.body
    )


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"Reference": "odd"}, ["r2", "r4"]),
        ({"Reference": "odd", "Destination": "+1"}, ["r2", "r3", "r4"]),
        ({"Reference": "odd", "Destination": "+2"}, ["r1", "r2", "r3", "r4"]),
        ({"StartDate": "2030-01-11T00:00:00Z"}, ["r1"]),
        ({"EndDate": "2030-01-11T00:00:00Z"}, ["r3", "r4"]),
        ({"EndDate": "01/11/2030"}, ["r3", "r4"]),
        ({"StartDate": "2030-01-11", "EndDate": "2030-01-16"}, ["r1", "r4"]),
        ({"StartDate": "2030-01-11T02:00:00+02:00"}, ["r1"]),
        ({"Range": 1}, ["r2", "r3", "r4"]),
        ({"Range": "NEXT_30_DAYS"}, []),
        ({"Range": 99}, ["r1", "r2", "r3", "r4"]),
        ({"StartDate": "soon"}, []),
    ],
)
def test_filters_narrow_a_deletion(
    sandbox: Sandbox, filters: dict[str, Any], left: list[str]
) -> None:
    delete(sandbox, All=True, **filters)
    assert ids(sandbox) == left


def test_filters_narrow_a_deletion_by_id_too(sandbox: Sandbox) -> None:
    delete(sandbox, MessageIDs=["r1", "r2"], Reference="odd")
    assert ids(sandbox) == ["r2", "r3", "r4"]


def test_filters_can_be_ignored(sandbox: Sandbox) -> None:
    sandbox.settings.filters = "ignore"
    delete(sandbox, All=True, MessageIDs=["r4"], Reference="nothing has it", Range=1)
    assert ids(sandbox) == ["r4"]


def test_a_type_that_disagrees_with_the_address_is_refused(sandbox: Sandbox) -> None:
    for body in ('{"All": true, "Type": 0}', '{"All": true}', '{"All": true, "Type": 7}'):
        status, answer = refusal(sandbox, "DELETE", RECURRINGS, body)
        assert (status, answer["Message"]) == (400, "The request is invalid.")
        assert "deletes RECURRING messages" in answer["ModelState"]["request.Type"][0]
    status, answer = refusal(sandbox, "DELETE", PENDINGS, '{"All": true, "Type": 1}')
    assert (status, list(answer["ModelState"])) == (400, ["request.Type"])
    assert (len(ids(sandbox)), len(ids(sandbox, Kind.PENDING))) == (4, 4)


def test_a_type_left_out_is_pending(sandbox: Sandbox) -> None:
    sms(sandbox, "DELETE", PENDINGS, {"All": True})
    assert ids(sandbox, Kind.PENDING) == []


def test_the_address_or_the_type_can_decide(sandbox: Sandbox) -> None:
    sandbox.settings.type_mismatch = "type"
    sms(sandbox, "DELETE", RECURRINGS, {"MessageIDs": ["p1", "r1"]})
    assert ids(sandbox, Kind.PENDING) == ["p2", "p3", "p4"]
    sms(sandbox, "DELETE", RECURRINGS, {"All": True, "Type": 7})
    sandbox.settings.type_mismatch = "route"
    sms(sandbox, "DELETE", RECURRINGS, {"MessageIDs": ["p2", "r1"], "Type": 0})
    assert ids(sandbox, Kind.PENDING) == ["p2", "p3", "p4"]
    assert ids(sandbox) == ["r2", "r3", "r4"]


def test_unknown_ids_are_passed_over_or_reported(sandbox: Sandbox) -> None:
    assert delete(sandbox, MessageIDs=["r1", "gone"])["Error"] is None
    sandbox.settings.unknown_ids = "report"
    error = delete(sandbox, MessageIDs=["r2", "gone", "p1"])["Error"]
    assert error == {"ErrorCode": "96", "ErrorReason": "Unknown MessageIDs: gone, p1"}
    assert ids(sandbox) == ["r3", "r4"]


def test_error_on_success(sandbox: Sandbox) -> None:
    sandbox.settings.error_on_success = True
    zero = {"ErrorCode": "00", "ErrorReason": ""}
    assert delete(sandbox, MessageIDs=["r1"])["Error"] == zero
    assert report(sandbox)["Error"] == zero


def test_bad_dates_can_be_errors(sandbox: Sandbox) -> None:
    sandbox.settings.bad_date = "error"
    answer = delete(sandbox, All=True, EndDate="soon")
    assert answer["Error"] == {"ErrorCode": "97", "ErrorReason": "EndDate is not a date"}
    assert (answer["ResponseData"]["Result"], len(ids(sandbox))) == ("Failed", 4)


def test_model_state_can_be_checked(sandbox: Sandbox) -> None:
    body = '{"All": true, "MessageIDs": "r1", "Type": 1}'
    sandbox.settings.check_model_state = True
    assert refusal(sandbox, "DELETE", RECURRINGS, body) == (
        400,
        {
            "Message": "The request is invalid.",
            "ModelState": {"request.MessageIDs": ["An error has occurred."]},
        },
    )
    assert len(ids(sandbox)) == 4
    sandbox.settings.check_model_state = False
    sms(sandbox, "DELETE", RECURRINGS, json.loads(body))
    assert ids(sandbox) == []


# Tokens


def token(sandbox: Sandbox, **form: str) -> tuple[int, Any]:
    reply = ask(
        sandbox,
        "POST",
        "/Token",
        urlencode({"client_id": sandbox.client_id, "client_secret": sandbox.client_secret, **form}),
        Content_Type="application/x-www-form-urlencoded",
    )
    return reply.status, json.loads(reply.body)


def denied(sandbox: Sandbox, bearer: str) -> bool:
    headers = {"Authorization": f"Bearer {bearer}", "Content_Type": "application/json"}
    return ask(sandbox, "DELETE", PENDINGS, "{}", **headers).status == 401


def test_a_token_opens_the_api_until_it_expires(sandbox: Sandbox) -> None:
    status, answer = token(sandbox, grant_type="client_credentials")
    assert (status, answer["token_type"], answer["expires_in"]) == (200, "bearer", 28799)
    assert not denied(sandbox, answer["access_token"])
    sandbox.clock.advance(28799)
    assert not denied(sandbox, answer["access_token"])
    sandbox.clock.advance(1)
    assert denied(sandbox, answer["access_token"])


def test_every_token_refusal_is_a_400(sandbox: Sandbox) -> None:
    credentials = {"grant_type": "client_credentials"}
    assert token(sandbox, **credentials, client_secret="x") == (400, {"error": "invalid_client"})
    assert token(sandbox, grant_type="x") == (400, {"error": "unsupported_grant_type"})


def test_refresh_tokens(sandbox: Sandbox) -> None:
    sandbox.settings.refresh_tokens = True
    _, first = token(sandbox, grant_type="client_credentials")
    again = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    status, second = token(sandbox, **again)
    assert (status, denied(sandbox, second["access_token"])) == (200, False)
    assert token(sandbox, **again) == (400, {"error": "invalid_grant"})


# Sending and reporting


def message(**options: Any) -> dict[str, Any]:
    return {
        "Contacts": {"QuickRecipients": {"+12345678901": 2, "+12345678902": 2}},
        "Content": "hi",
        "Options": options,
        "Type": 1,
    }


def report(sandbox: Sandbox, **query: Any) -> Any:
    names = {"paging.Page": 1, "paging.NoOfRecords": 10}
    names.update({name.replace("_", "."): value for name, value in query.items()})
    return sms(sandbox, "GET", REPORT, query=urlencode(names))


def test_what_is_scheduled_is_reported_and_goes_out_in_time(sandbox: Sandbox) -> None:
    sandbox.reset()
    sandbox.clock.stop(START)
    answer = sms(
        sandbox,
        "POST",
        MESSAGES,
        message(DateToSend="2030-01-02T00:00:00Z", Reference="n"),
    )
    message_id = answer["ResponseData"]["Detail"]["MessageID"]
    detail = report(sandbox)["ResponseData"]["Detail"]
    assert detail == {
        "PendingMessages": [
            {
                "ID": message_id,
                "Reference": "n",
                "Destination": "+12345678901,+12345678902",
                "Content": "hi",
                "Date": "2030-01-02T00:00:00Z",
            }
        ],
        "RecurringMessages": [],
        "Total": 1,
    }
    sandbox.clock.advance(timedelta(days=1))
    assert report(sandbox)["ResponseData"]["Detail"]["Total"] == 0
    assert [sent.id for sent in sandbox.messages.sent()] == [message_id]
    sms(sandbox, "DELETE", PENDINGS, {"MessageIDs": [message_id]})
    assert sandbox.messages.deleted() == []


def test_recurring_by_options_or_by_type(sandbox: Sandbox) -> None:
    sms(sandbox, "POST", MESSAGES, message(RecurringOptions={"RecDateToSend": "2031-01-01"}))
    sms(sandbox, "POST", MESSAGES, {**message(), "Type": 2})
    assert len(ids(sandbox)) == 6
    assert ids(sandbox, Kind.PENDING) == ["p1", "p2", "p3", "p4"]


@pytest.mark.parametrize("date", [None, "2029-01-01T00:00:00Z", "tomorrow"])
def test_without_a_date_in_the_future_it_goes_out_at_once(
    sandbox: Sandbox, date: str | None
) -> None:
    sms(sandbox, "POST", MESSAGES, message(DateToSend=date))
    assert [sent.destination for sent in sandbox.messages.sent()] == ["+12345678901,+12345678902"]


@pytest.mark.parametrize("name", ["Contacts", "Options"])
def test_what_the_help_page_requires(sandbox: Sandbox, name: str) -> None:
    content = {key: value for key, value in message().items() if key != name}
    status, answer = refusal(sandbox, "POST", MESSAGES, json.dumps(content))
    assert (status, list(answer["ModelState"])) == (400, [f"message.{name}"])
    assert sandbox.messages.sent() == []


def test_the_report_is_paged(sandbox: Sandbox) -> None:
    def page(number: int, size: int) -> list[str]:
        answer = report(sandbox, filter_ReportType=1, paging_Page=number, paging_NoOfRecords=size)
        detail = answer["ResponseData"]["Detail"]
        assert detail["Total"] == 4
        return [item["ID"] for item in detail["RecurringMessages"]]

    assert page(1, 3) == ["r1", "r2", "r3"]
    assert page(2, 3) == ["r4"]
    assert page(3, 3) == []
    assert page(0, 0) == ["r1", "r2", "r3", "r4"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"filter_Referenece": "odd"}, ["r1", "r3"]),
        ({"filter_Reference": "odd"}, ["r1", "r2", "r3", "r4"]),
        ({"filter_Destination": "+2"}, ["r2"]),
        ({"filter_StartDate": "2030-01-12"}, ["r3", "r4"]),
        ({"filter_EndDate": "2030-01-12T00:00:00Z"}, ["r1", "r2"]),
        ({"FILTER_REFERENECE": "odd"}, ["r1", "r3"]),
    ],
)
def test_the_report_is_filtered(sandbox: Sandbox, query: dict[str, str], found: list[str]) -> None:
    answer = report(sandbox, filter_ReportType="RECURRING", **query)
    items = answer["ResponseData"]["Detail"]["RecurringMessages"]
    assert [item["ID"] for item in items] == found


def test_ids_are_unique(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="'r1' already"):
        sandbox.add_recurring(id="r1", date=START)
    with pytest.raises(ValueError, match="time zone"):
        sandbox.add_pending(date=datetime(2030, 1, 1))


def test_its_own_account() -> None:
    sandbox = Sandbox(Settings(client_id="c", client_secret="s", user_id="u"))
    assert (sandbox.client_id, sandbox.client_secret) == ("c", "s")
    answer = sms(sandbox, "GET", REPORT)
    assert answer["ResponseData"]["Identification"]["UserId"] == "u"
