"""Deletes: which messages each method names, and what its outcome says."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import rescind
from rescind import Wire
from rescind.sms import DeleteWire, Route
from rescind_models.sms import (
    DeletePendingRecurringMessagesRequest,
    FutureDateRange,
    PendingRecurringType,
    ResponseOfDeletePendingMessagesResponse,
)
from tests.client.answers import client_of
from tests.support.replay import TOKEN_REPLY, ReplayServer, reply

pytestmark = pytest.mark.anyio

WIRES: tuple[DeleteWire, ...] = (Wire.JSON, Wire.XML)
each_wire = pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.value)
Send = Callable[[rescind.Client], Any]

OK_JSON = reply(
    b'{"Error":null,"ResponseData":{"Identification":{"UserId":"u-1"},"Result":"OK","Detail":{}}}'
)


def xml(detail: str = "<Detail><MessageIDs /></Detail>", error: str = "") -> bytes:
    body = (
        f"<ResponseOfDeletePendingMessagesResponse>{error}<ResponseData><Result>OK</Result>"
        f"<Identification><UserId>u-1</UserId></Identification>{detail}</ResponseData>"
        "</ResponseOfDeletePendingMessagesResponse>"
    )
    return reply(body.encode(), content_type="application/xml; charset=utf-8")


def answer(wire: Wire) -> bytes:
    return OK_JSON if wire is Wire.JSON else xml()


def read(raw: bytes) -> dict[str, Any]:
    """What was asked for, read from either format; enum names stay names."""
    head, _, body = raw.partition(b"\r\n\r\n")
    method, path, _ = head.decode().split(" ", 2)
    found: dict[str, Any] = {"method": method, "path": path}
    if b"Content-Type: application/json" in head:
        assert b"Accept: application/json" in head
        return {**found, "wire": Wire.JSON, **json.loads(body)}
    assert b"Content-Type: application/xml" in head
    assert b"Accept: application/xml" in head
    for child in ET.fromstring(body):
        ids = [item.text for item in child]
        found[child.tag] = ids if child.tag == "MessageIDs" else child.text
    found["All"] = {"true": True, "false": False}[found["All"]]
    return {**found, "wire": Wire.XML}


PATHS = {"recurring": "/api/v2/sms/messages/recurrings", "pending": "/api/v2/sms/messages/pendings"}
# By format: the documented PENDING = 0, the inferred RECURRING = 1.
TYPES = {
    ("recurring", Wire.JSON): 1,
    ("recurring", Wire.XML): "RECURRING",
    ("pending", Wire.JSON): 0,
    ("pending", Wire.XML): "PENDING",
}


def method_of(client: rescind.Client, name: str) -> Any:
    return getattr(client.sms, name)


@each_wire
@pytest.mark.parametrize("kind", PATHS)
async def test_by_ids(kind: str, wire: DeleteWire) -> None:
    with ReplayServer(answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await method_of(client, f"delete_{kind}_messages")(iter(["b", "a", "b"]), wire=wire)
    assert read(server.requests[0]) == {
        "method": "DELETE",
        "path": PATHS[kind],
        "wire": wire,
        "All": False,
        "MessageIDs": ["b", "a", "b"],
        "Type": TYPES[kind, wire],
    }


@each_wire
@pytest.mark.parametrize("kind", PATHS)
async def test_all_but_some(kind: str, wire: DeleteWire) -> None:
    with ReplayServer(answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await method_of(client, f"delete_{kind}_messages_except")(("k",), wire=wire)
    assert read(server.requests[0]) == {
        "method": "DELETE",
        "path": PATHS[kind],
        "wire": wire,
        "All": True,
        "MessageIDs": ["k"],
        "Type": TYPES[kind, wire],
    }


@each_wire
@pytest.mark.parametrize("kind", PATHS)
async def test_all(kind: str, wire: DeleteWire) -> None:
    with ReplayServer(answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await method_of(client, f"delete_all_{kind}_messages")(wire=wire)
    assert read(server.requests[0]) == {
        "method": "DELETE",
        "path": PATHS[kind],
        "wire": wire,
        "All": True,
        "MessageIDs": [],
        "Type": TYPES[kind, wire],
    }


DEFAULTS: dict[str, tuple[Send, Wire]] = {
    "recurring": (lambda client: client.sms.delete_recurring_messages(["a"]), Wire.JSON),
    "pending": (lambda client: client.sms.delete_pending_messages(["a"]), Wire.JSON),
    "recurring but": (lambda client: client.sms.delete_recurring_messages_except(["a"]), Wire.XML),
    "pending but": (lambda client: client.sms.delete_pending_messages_except(["a"]), Wire.XML),
    "all recurring": (lambda client: client.sms.delete_all_recurring_messages(), Wire.XML),
    "all pending": (lambda client: client.sms.delete_all_pending_messages(), Wire.XML),
    "exact": (lambda client: client.sms.delete(a_delete(PendingRecurringType.PENDING)), Wire.JSON),
}


@pytest.mark.parametrize(("send", "wire"), DEFAULTS.values(), ids=[*DEFAULTS])
async def test_the_default_wire(send: Send, wire: Wire) -> None:
    """What deletes everything-but goes as XML, of which a damaged copy deletes nothing."""
    with ReplayServer(answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await send(client)
    assert read(server.requests[0])["wire"] is wire


def a_delete(type_: Any, **fields: Any) -> DeletePendingRecurringMessagesRequest:
    fields.setdefault("all", False)
    fields.setdefault("message_ids", ("a",))
    return DeletePendingRecurringMessagesRequest(type_=type_, **fields)


ROUTES: list[tuple[Any, Route | None, str]] = [
    (PendingRecurringType.RECURRING, None, "recurrings"),
    (PendingRecurringType.PENDING, None, "pendings"),
    (1, None, "recurrings"),
    (0, None, "pendings"),
    (PendingRecurringType.PENDING, "recurrings", "recurrings"),
    (PendingRecurringType.RECURRING, "pendings", "pendings"),
    (7, "recurrings", "recurrings"),
    (-1, "pendings", "pendings"),
]


@pytest.mark.parametrize(("type_", "route", "path"), ROUTES)
async def test_the_route_of_an_exact_delete(type_: Any, route: Route | None, path: str) -> None:
    with ReplayServer(OK_JSON, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await client.sms.delete(a_delete(type_), route=route)
    sent = read(server.requests[0])
    assert sent["path"] == f"/api/v2/sms/messages/{path}"
    assert (sent["Type"], type(sent["Type"])) == (int(type_), int)


@each_wire
async def test_a_type_of_the_callers_choice(wire: DeleteWire) -> None:
    with ReplayServer(answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await client.sms.delete_recurring_messages(
                ["a"], type_=PendingRecurringType.PENDING, wire=wire
            )
    assert read(server.requests[0])["Type"] == TYPES["pending", wire]


async def test_numbers_without_a_name_go_as_json() -> None:
    with ReplayServer(OK_JSON, OK_JSON, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await client.sms.delete_pending_messages_except(["a"], type_=9, wire=Wire.JSON)
            await client.sms.delete(a_delete(0, range=3))
    assert read(server.requests[0])["Type"] == 9
    assert read(server.requests[1])["Range"] == 3


ALWAYS = {"All", "MessageIDs", "Type"}
FILTERS = {
    "start_date": "StartDate",
    "end_date": "EndDate",
    "reference": "Reference",
    "destination": "Destination",
}


@each_wire
@pytest.mark.parametrize("name", FILTERS)
async def test_a_filter_goes_when_it_is_set(name: str, wire: DeleteWire) -> None:
    request = a_delete(PendingRecurringType.PENDING, message_ids=(), **{name: "x y"})
    with ReplayServer(answer(wire), answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            await client.sms.delete(request, wire=wire)
            await client.sms.delete(a_delete(PendingRecurringType.PENDING), wire=wire)
    with_it, without = (read(raw) for raw in server.requests)
    assert with_it[FILTERS[name]] == "x y"
    assert with_it.keys() - {"method", "path", "wire"} == ALWAYS | {FILTERS[name]}
    assert without.keys() - {"method", "path", "wire"} == ALWAYS


# --- outcomes ---------------------------------------------------------------------------------


async def test_json_lists_no_ids() -> None:
    with ReplayServer(OK_JSON, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_recurring_messages(["a", "b"])
    assert (outcome.result, outcome.user_id, outcome.message_ids) == ("OK", "u-1", None)
    assert (outcome.exact, outcome.attempts, outcome.http.status) == (True, 1, 200)


async def test_json_that_lists_ids_after_all() -> None:
    body = b'{"ResponseData":{"Detail":{"MessageIDs":["a"]}}}'
    with ReplayServer(reply(body), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_recurring_messages(["a"])
    assert (outcome.result, outcome.user_id, outcome.message_ids) == (None, None, ("a",))


@pytest.mark.parametrize(
    ("detail", "ids"),
    [
        (
            "<Detail><MessageIDs><string>a</string><string> b </string></MessageIDs></Detail>",
            ("a", " b "),
        ),
        ("<Detail><MessageIDs /></Detail>", ()),
        ("", None),
    ],
    ids=["some", "none", "no list"],
)
async def test_xml_lists_the_ids(detail: str, ids: tuple[str, ...] | None) -> None:
    with ReplayServer(xml(detail), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_recurring_messages_except(["k"])
    assert (outcome.result, outcome.user_id, outcome.message_ids) == ("OK", "u-1", ids)


async def test_an_outcome_is_neither_true_nor_false() -> None:
    with ReplayServer(OK_JSON, token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_recurring_messages(["a"])
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(outcome)


@each_wire
async def test_an_answer_that_got_lost_makes_a_delete_by_ids_inexact(wire: DeleteWire) -> None:
    with ReplayServer(b"", answer(wire), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_pending_messages(["a"], wire=wire)
    assert (outcome.exact, outcome.attempts) == (False, 2)
    assert server.requests[0] == server.requests[1]


NEVER_REPEATED: dict[str, Send] = {
    "all but": lambda client: client.sms.delete_pending_messages_except(["k"], attempts=5),
    "all": lambda client: client.sms.delete_all_recurring_messages(attempts=5),
    "exact, all": lambda client: client.sms.delete(a_delete(0, all=True), attempts=5),
    "exact, by a filter": lambda client: client.sms.delete(a_delete(0, reference="x"), attempts=5),
    "exact, by a range": lambda client: client.sms.delete(
        a_delete(0, range=FutureDateRange.ALL), attempts=5
    ),
}


@pytest.mark.parametrize("send", NEVER_REPEATED.values(), ids=[*NEVER_REPEATED])
async def test_a_sweeping_delete_is_never_repeated(send: Send) -> None:
    with ReplayServer(b"", token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.OutcomeUnknownError) as caught:
                await send(client)
    assert caught.value.may_have_happened
    assert len(server.requests) == 1


async def test_a_sweeping_delete_says_how_to_find_out() -> None:
    with ReplayServer(b"", token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.OutcomeUnknownError, match="iter_pending_and_recurring"):
                await client.sms.delete_all_pending_messages()


# --- the vendor's no --------------------------------------------------------------------------


def error(wire: Wire, code: str, reason: str = "no", data: bool = True) -> bytes:
    if wire is Wire.JSON:
        members: dict[str, Any] = {"Error": {"ErrorCode": code, "ErrorReason": reason}}
        members["ResponseData"] = {"Result": "Failed", "Detail": {}} if data else None
        return reply(json.dumps(members).encode())
    text = f"<Error><ErrorCode>{code}</ErrorCode><ErrorReason>{reason}</ErrorReason></Error>"
    if data:
        return xml(error=text)
    body = (
        f"<ResponseOfDeletePendingMessagesResponse>{text}</ResponseOfDeletePendingMessagesResponse>"
    )
    return reply(body.encode(), content_type="application/xml")


@each_wire
@pytest.mark.parametrize("data", [True, False])
@pytest.mark.parametrize("code", ["03", "1", "100", "E0"])
async def test_an_error_code(wire: DeleteWire, code: str, data: bool) -> None:
    with ReplayServer(error(wire, code, data=data), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.VendorError) as caught:
                await client.sms.delete_recurring_messages(["a"], wire=wire)
    assert (caught.value.code, caught.value.reason) == (code, "no")
    assert caught.value.may_have_happened is False
    assert caught.value.operation == "DELETE api/v2/sms/messages/recurrings"
    result = caught.value.result
    assert isinstance(result, ResponseOfDeletePendingMessagesResponse)
    assert result.error is not None
    assert result.error.error_code == code


@each_wire
@pytest.mark.parametrize("code", ["00", "0", "", "000"])
async def test_a_code_of_zeros_is_success(wire: DeleteWire, code: str) -> None:
    with ReplayServer(error(wire, code, "fine"), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_recurring_messages(["a"], wire=wire)
    assert outcome.result in {"Failed", "OK"}  # its words are not documented


@each_wire
async def test_a_code_of_zeros_alone_is_success_too(wire: DeleteWire) -> None:
    with ReplayServer(error(wire, "00", data=False), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            outcome = await client.sms.delete_all_recurring_messages(wire=wire)
    assert (outcome.result, outcome.user_id, outcome.message_ids) == (None, None, None)


@each_wire
async def test_an_answer_that_says_nothing_is_none(wire: DeleteWire) -> None:
    with ReplayServer(error(wire, "", data=False), token_reply=TOKEN_REPLY) as server:
        async with client_of(server) as client:
            with pytest.raises(rescind.UnreadableReplyError):
                await client.sms.delete_recurring_messages(["a"], wire=wire)


async def test_the_exact_layer_gives_the_whole_answer() -> None:
    answer_xml = xml("<Detail><MessageIDs><string>a</string></MessageIDs></Detail>")
    with ReplayServer(
        OK_JSON, answer_xml, error(Wire.JSON, "03"), token_reply=TOKEN_REPLY
    ) as server:
        async with client_of(server) as client:
            as_json = await client.sms.delete(a_delete(0))
            as_xml = await client.sms.delete(a_delete(PendingRecurringType.PENDING), wire=Wire.XML)
            with pytest.raises(rescind.VendorError):
                await client.sms.delete(a_delete(0))
    for found in (as_json, as_xml):
        assert found.error is None
        assert found.response_data is not None
        assert found.response_data.result == "OK"
    assert as_xml.response_data is not None
    assert as_xml.response_data.detail is not None
    assert as_xml.response_data.detail.message_ids == ("a",)
