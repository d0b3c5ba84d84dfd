"""Listing what is scheduled, page by page."""

import json
from typing import Any
from urllib.parse import parse_qsl

import pytest

import rescind
from tests.client.answers import client_of
from tests.support.replay import TOKEN_REPLY, ReplayServer, reply

pytestmark = pytest.mark.anyio


def page(**lists: list[str]) -> bytes:
    """One page: ids by the name of their list."""
    detail: dict[str, Any] = {
        name: [{"ID": message_id, "Reference": f"of {message_id}"} for message_id in ids]
        for name, ids in lists.items()
    }
    detail["Total"] = 99
    body = {"Error": None, "ResponseData": {"Result": "OK", "Detail": detail}}
    return reply(json.dumps(body).encode())


def pending(*ids: str) -> bytes:
    return page(PendingMessages=list(ids))


def recurring(*ids: str) -> bytes:
    return page(RecurringMessages=list(ids))


async def ids_listed(*pages: bytes, **options: Any) -> tuple[list[str], ReplayServer]:
    with ReplayServer(*pages, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            report = client.sms.iter_pending_and_recurring(**options)
            found = [message.message_id async for message in report]
    assert len(server.requests) == len(pages)
    return found, server


def queries(server: ReplayServer) -> list[tuple[str, str, str]]:
    """Type, page and size of each request; path, method and Accept are the same for all."""
    found: list[tuple[str, str, str]] = []
    for raw in server.requests:
        head = raw.decode()
        method, target, _ = head.split(" ", 2)
        path, _, query = target.partition("?")
        assert (method, path) == ("GET", "/api/v1/reports/messages/pendingandrecurring")
        assert "\r\nAccept: application/json\r\n" in head
        assert head.endswith("\r\n\r\n")
        assert "Content-Length" not in head
        (kind, number, size) = parse_qsl(query)
        assert (kind[0], number[0], size[0]) == (
            "filter.ReportType",
            "paging.Page",
            "paging.NoOfRecords",
        )
        found.append((kind[1], number[1], size[1]))
    return found


async def test_both_kinds_by_default() -> None:
    found, server = await ids_listed(pending("p1", "p2"), recurring("r1"))
    assert found == ["p1", "p2", "r1"]
    assert queries(server) == [("0", "1", "100"), ("1", "1", "100")]


async def test_pages_until_a_short_one() -> None:
    found, server = await ids_listed(
        pending("a", "b"),
        pending("c", "d"),
        pending("e"),
        report_types=[0],
        page_size=2,
        first_page=0,
    )
    assert found == ["a", "b", "c", "d", "e"]
    assert queries(server) == [("0", "0", "2"), ("0", "1", "2"), ("0", "2", "2")]


async def test_pages_until_an_empty_one() -> None:
    found, _ = await ids_listed(pending("a", "b"), pending(), report_types=[0], page_size=2)
    assert found == ["a", "b"]


async def test_a_service_that_does_not_page() -> None:
    """The same page for ever ends the listing, and nothing is listed twice."""
    same = pending("a", "b")
    found, _ = await ids_listed(same, same, report_types=[0], page_size=2)
    assert found == ["a", "b"]


async def test_pages_that_overlap() -> None:
    found, _ = await ids_listed(
        pending("a", "b"), pending("b", "c"), pending("c"), report_types=[0], page_size=2
    )
    assert found == ["a", "b", "c"]


async def test_a_service_that_ignores_the_type() -> None:
    both = page(PendingMessages=["p1"], RecurringMessages=["r1"])
    found, _ = await ids_listed(both, both)
    assert found == ["p1", "r1"]


async def test_what_is_known_of_one_type_does_not_end_the_next() -> None:
    """The second type begins with a full page of what the first has listed, and goes on."""
    found, _ = await ids_listed(
        pending("a", "b"), pending(), pending("a", "b"), recurring("r1"), page_size=2
    )
    assert found == ["a", "b", "r1"]


async def test_one_id_in_two_lists_is_two_messages() -> None:
    both = page(PendingMessages=["x"], RecurringMessages=["x"])
    with ReplayServer(both, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            report = client.sms.iter_pending_and_recurring(report_types=[0])
            found = [(item.list_name, item.message_id) async for item in report]
    assert found == [("PendingMessages", "x"), ("RecurringMessages", "x")]


async def test_a_message_with_all_that_the_report_says() -> None:
    with ReplayServer(pending("a"), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            report = client.sms.iter_pending_and_recurring(report_types=[0])
            message = await anext(report)
            await report.aclose()
    assert message == rescind.ScheduledMessage(
        message_id="a",
        list_name="PendingMessages",
        fields={"ID": "a", "Reference": "of a"},
    )
    assert "of a" not in repr(message)
    assert len({message, message}) == 1


async def test_one_token_for_all_pages() -> None:
    _, server = await ids_listed(pending("a"), recurring("b"))
    assert len(server.token_requests) == 1


async def test_a_page_that_got_lost_is_asked_for_again() -> None:
    found, _ = await ids_listed(b"", pending("a"), report_types=[0])
    assert found == ["a"]


async def test_options_of_each_page() -> None:
    with ReplayServer(b"", token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.OutcomeUnknownError):
                await anext(client.sms.iter_pending_and_recurring(attempts=1))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"Error": {"ErrorCode": "03", "ErrorReason": "no"}}, rescind.VendorError),
        ({"ResponseData": {"Detail": {"PendingMessages": [{"Id": 5}]}}}, None),
        ({"ResponseData": {"Detail": {"PendingMessages": [{"ID": ""}]}}}, None),
        ({"ResponseData": {"Detail": {"PendingMessages": ["a"]}}}, None),
        ({"ResponseData": {"Detail": []}}, None),
        ({"ResponseData": None}, None),
        ([], None),
    ],
)
async def test_what_is_no_report(body: object, error: type[Exception] | None) -> None:
    with ReplayServer(reply(json.dumps(body).encode()), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(error or rescind.UnreadableReplyError):
                await anext(client.sms.iter_pending_and_recurring())
