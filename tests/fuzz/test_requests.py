"""Whatever a caller gives: a ValueError or TypeError before anything is sent, or it is sent as is.

What was sent is read back with the standard library.
"""

import dataclasses
import math
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias, cast
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree as ET

import anyio
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import rescind
import rescind_models.phone_notify as models
from rescind import Wire
from rescind.client import SharedOptions
from rescind_models import Operation
from rescind_models.phone_notify._operations import OPERATIONS
from rescind_models.sms import (
    DeletePendingRecurringMessagesRequest,
    FutureDateRange,
    PendingRecurringType,
)
from tests.fuzz.judging import Wired
from tests.fuzz.replies import parse
from tests.support.forms import envelope
from tests.support.replay import reply
from tests.wires import independent
from tests.wires.independent import Sent
from tests.wires.pages import CREDENTIALS, LICENSE_KEY, SERVICE
from tests.wires.recorder import Recorder
from tests.wires.requests import LEGAL_TEXT, check_texts, form_pairs, requests
from tests.wires.test_every_operation import with_key

MakeCall: TypeAlias = Callable[[rescind.Client], Awaitable[object]]

NOT_FOUND = reply(b"", status="404 Not Found", content_type="text/html")
EMPTY_PAGE = reply(b'{"ResponseData":{"Detail":{"PendingMessages":[]}}}')
SOAP = {Wire.SOAP11, Wire.SOAP12}

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["", " ", "\ud800", "\x00", "\r", "]]>", "\ufffe", " a", "a\n", "1", "true", "None"]
)
HASHABLE: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**309, 2**31, 2**63, -1, 0, 256]),
    st.floats(),
    ANY_TEXT,
    st.binary(max_size=10),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(
        [
            *(datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC), Decimal("NaN")),
            *(timedelta(1), object, object(), math, Wire.SOAP11, Wire.XML, FutureDateRange.ALL),
            *(PendingRecurringType.PENDING, rescind.Secret("secret"), 1j, range(3)),
        ]
    ),
)
JUNK: st.SearchStrategy[Any] = st.one_of(
    HASHABLE,
    st.lists(HASHABLE, max_size=3),
    st.lists(HASHABLE, max_size=3).map(tuple),
    st.sets(HASHABLE, max_size=3),
    st.dictionaries(HASHABLE, HASHABLE, max_size=2),
    st.lists(LEGAL_TEXT, max_size=3).map(iter),
)


@st.composite
def mostly(draw: st.DrawFn, good: st.SearchStrategy[Any]) -> Any:
    """What fits, as a rule; one of five times anything."""
    return draw(good if draw(st.integers(0, 4)) else JUNK)


def wires(*offered: Wire) -> st.SearchStrategy[Any]:
    return mostly(st.sampled_from([*offered * 2, *Wire]))


ALL_FOUR = wires(Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET)
SOAP_ONLY = wires(Wire.SOAP11, Wire.SOAP12)
JSON_OR_XML = wires(Wire.JSON, Wire.XML)
TEXTS = mostly(LEGAL_TEXT | ANY_TEXT)
TYPES = mostly(st.none() | st.sampled_from(PendingRecurringType))
IDS = mostly(
    st.lists(LEGAL_TEXT.map(str.strip), min_size=1, max_size=3)
    | st.lists(st.sampled_from(["a", "b", "c", " a", "a\n", " ", ""]), min_size=1, max_size=2)
    | st.lists(ANY_TEXT, max_size=3)
)
OPTIONS: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(["timeout", "attempt_timeout", "connect_timeout", "attempts"]) | ANY_TEXT,
    mostly(st.integers(1, 100)),
    max_size=1,
)


def sent_by(make: MakeCall, answer: bytes = NOT_FOUND) -> list[Sent]:
    """Make the call; what was sent. Nothing was where the caller's arguments were refused."""
    recorder = Recorder(answer)

    async def main() -> None:
        try:
            await make(recorder.client())
        except rescind.RescindError:
            pass
        except (TypeError, ValueError):
            assert recorder.requests == []

    anyio.run(main)
    return recorder.requests


@st.composite
def damaged(draw: st.DrawFn, model: type[Any], *, complete: bool = False) -> Any:
    """An instance of a model, some of its values replaced by anything."""
    instance = draw(requests(model, complete=complete))
    for _ in range(draw(st.integers(0, 2))):
        instance = _replaced(draw, instance)
    return instance


def _replaced(draw: st.DrawFn, model: Any) -> Any:
    fields = dataclasses.fields(model)
    if not fields:
        return model
    name = draw(st.sampled_from([field.name for field in fields]))
    value: object = getattr(model, name)
    if _is_model(value) and draw(st.booleans()):
        new = _replaced(draw, value)
    elif isinstance(value, tuple) and value and draw(st.booleans()):
        items = list(cast("tuple[object, ...]", value))
        items[0] = _replaced(draw, items[0]) if _is_model(items[0]) else draw(JUNK)
        new = tuple(items)
    else:
        new = draw(JUNK)
    return dataclasses.replace(model, **{name: new})


def _is_model(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


# --- PhoneNotify ------------------------------------------------------------------------------


def check_phone_notify(sent: Sent, operation: Operation, request: Any) -> None:
    """The request holds the model, read by its own content type."""
    request = with_key(operation, request)
    content_types = sent.all_of("content-type")
    if sent.method == "GET":
        assert list(independent.pairs(sent.query)) == form_pairs(request)
    elif content_types == ["application/x-www-form-urlencoded"]:
        assert list(independent.pairs(sent.body.decode("ascii"))) == form_pairs(request)
    else:
        is_soap12 = "application/soap+xml" in content_types[0]
        element = independent.body_element(Wire.SOAP12 if is_soap12 else Wire.SOAP11, sent.body)
        assert element.tag == f"{{{SERVICE}}}{operation.name}"
        check_texts(element, request, SERVICE)


@given(value=TEXTS, wire=ALL_FOUR, options=OPTIONS)
@settings(max_examples=300, deadline=None)
def test_cancel_notify_by_reference_id(value: Any, wire: Any, options: Any) -> None:
    requests_sent = sent_by(
        lambda client: client.phone_notify.cancel_notify_by_reference_id(
            value, wire=wire, **options
        )
    )

    for sent in requests_sent:
        request = models.CancelNotifyByReferenceID(reference_id=value)
        check_phone_notify(sent, OPERATIONS["CancelNotifyByReferenceID"], request)


@given(value=mostly(st.integers(-(2**63), 2**63 - 1)), wire=ALL_FOUR, options=OPTIONS)
@example(value=1, wire=Wire.SOAP11, options={"timeout": 10**309})  # was an OverflowError
@settings(max_examples=200, deadline=None)
def test_cancel_notify(value: Any, wire: Any, options: Any) -> None:
    requests_sent = sent_by(
        lambda client: client.phone_notify.cancel_notify(value, wire=wire, **options)
    )

    for sent in requests_sent:
        assert type(value) is not bool
        request = models.CancelNotify(queue_id=value)
        check_phone_notify(sent, OPERATIONS["CancelNotify"], request)


@given(request=mostly(damaged(models.AdvancedNotifyRequest)), wire=SOAP_ONLY, options=OPTIONS)
@settings(max_examples=200, deadline=None)
def test_notify_phone_advanced(request: Any, wire: Any, options: Any) -> None:
    requests_sent = sent_by(
        lambda client: client.phone_notify.notify_phone_advanced(request, wire=wire, **options)
    )

    for sent in requests_sent:
        model = models.NotifyPhoneAdvanced(anr=request)
        check_phone_notify(sent, OPERATIONS["NotifyPhoneAdvanced"], model)


@given(
    calls=mostly(st.lists(damaged(models.AdvancedNotifyRequest), max_size=3)),
    wire=SOAP_ONLY,
    options=OPTIONS,
)
@settings(max_examples=150, deadline=None)
def test_notify_multiple_phone_advanced(calls: Any, wire: Any, options: Any) -> None:
    requests_sent = sent_by(
        lambda client: client.phone_notify.notify_multiple_phone_advanced(
            calls, wire=wire, **options
        )
    )

    for sent in requests_sent:
        wrapped = models.ArrayOfAdvancedNotifyRequest(advanced_notify_request=tuple(calls))
        model = models.NotifyMultiplePhoneAdvanced(multiple_anr=wrapped)
        check_phone_notify(sent, OPERATIONS["NotifyMultiplePhoneAdvanced"], model)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda operation: operation.name)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_invoke(operation: Operation, data: st.DataObject) -> None:
    wire: Any = data.draw(st.sampled_from(operation.wires) | st.sampled_from(Wire))
    request = data.draw(damaged(getattr(models, operation.request), complete=wire not in SOAP))

    for sent in sent_by(lambda client: client.phone_notify.invoke(request, wire=wire)):
        check_phone_notify(sent, operation, request)


@given(request=mostly(damaged(DeletePendingRecurringMessagesRequest)), wire=ALL_FOUR)
@settings(max_examples=100, deadline=None)
def test_nothing_but_a_request_of_the_service_is_invoked(request: Any, wire: Any) -> None:
    assert sent_by(lambda client: client.phone_notify.invoke(request, wire=wire)) == []


# --- 2sms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        f"delete_{which}_messages{how}"
        for which in ("recurring", "pending")
        for how in ("", "_except")
    ],
)
@given(ids=IDS, wire=JSON_OR_XML, type_=TYPES)
@settings(max_examples=150, deadline=None)
def test_deletes_by_ids(name: str, ids: Any, wire: Any, type_: Any) -> None:
    given_ids: list[str] = []

    def make(client: rescind.Client) -> Awaitable[object]:
        method: Callable[..., Awaitable[object]] = getattr(client.sms, name)
        return method(_seen(ids, given_ids), wire=wire, type_=type_)

    for sent in sent_by(make):
        assert given_ids
        assert all(one == one.strip() and one for one in given_ids)
        check_delete(sent, everything=name.endswith("_except"), ids=given_ids, type_=type_)


def _seen(ids: Any, seen: list[Any]) -> Any:
    """The same, and what an iterator yields is kept in `seen`."""
    if isinstance(ids, str | bytes) or not hasattr(ids, "__iter__"):
        return ids
    seen += list(ids)
    return iter(seen)


@pytest.mark.parametrize("name", ["delete_all_recurring_messages", "delete_all_pending_messages"])
@given(wire=JSON_OR_XML, type_=TYPES, options=OPTIONS)
@settings(max_examples=100, deadline=None)
def test_deletes_of_all(name: str, wire: Any, type_: Any, options: Any) -> None:
    def make(client: rescind.Client) -> Awaitable[object]:
        method: Callable[..., Awaitable[object]] = getattr(client.sms, name)
        return method(wire=wire, type_=type_, **options)

    for sent in sent_by(make):
        check_delete(sent, everything=True, ids=[], type_=type_)


def check_delete(sent: Sent, *, everything: bool, ids: list[str], type_: Any) -> None:
    route = sent.path.rpartition("/")[2]
    expected = PendingRecurringType[route.removesuffix("s").upper()] if type_ is None else type_
    assert type(expected) in {int, PendingRecurringType}
    if sent.header("Content-Type") == "application/json":
        assert independent.json_members(sent.body) == [
            ("All", everything),
            ("MessageIDs", ids),
            ("Type", int(expected)),
        ]
    else:
        root = ET.fromstring(sent.body)
        assert [child.tag for child in root] == ["All", "MessageIDs", "Type"]
        assert [item.text for item in root.findall("MessageIDs/string")] == ids
        assert root.findtext("All") == ("true" if everything else "false")
        assert root.findtext("Type") == expected.name


@given(
    request=mostly(damaged(DeletePendingRecurringMessagesRequest)),
    wire=JSON_OR_XML,
    route=mostly(st.sampled_from(["recurrings", "pendings", None])),
)
@settings(max_examples=300, deadline=None)
def test_delete(request: Any, wire: Any, route: Any) -> None:
    for sent in sent_by(lambda client: client.sms.delete(request, wire=wire, route=route)):
        texts = [request.start_date, request.end_date, request.reference, request.destination]
        if sent.header("Content-Type") == "application/json":
            members = dict(independent.json_members(sent.body))
            assert members["MessageIDs"] == list(request.message_ids)
            assert members["All"] is request.all
            assert members["Type"] == request.type_
        else:
            root = ET.fromstring(sent.body)
            ids = [item.text or "" for item in root.findall("MessageIDs/string")]
            assert ids == list(request.message_ids)
            assert root.findtext("All") == str(request.all).lower()
            assert root.findtext("Type") == request.type_.name
            members = {child.tag: child.text or "" for child in root}
        names = ("StartDate", "EndDate", "Reference", "Destination")
        assert [members.get(name) for name in names] == texts


@given(
    report_types=mostly(st.lists(st.integers(0, 5), max_size=2)),
    first_page=mostly(st.integers(0, 5)),
    page_size=mostly(st.integers(1, 5)),
    options=OPTIONS,
)
@example(report_types=[None], first_page=0, page_size=1, options={})  # was sent as "None"
@example(report_types=[0], first_page=True, page_size=1.5, options={})  # was sent as it was
@settings(max_examples=200, deadline=None)
def test_the_report(report_types: Any, first_page: Any, page_size: Any, options: Any) -> None:
    kept: list[int] = []

    async def make(client: rescind.Client) -> None:
        async for _ in client.sms.iter_pending_and_recurring(
            report_types=_seen(report_types, kept),
            first_page=first_page,
            page_size=page_size,
            **options,
        ):
            pass

    for report_type, sent in zip(kept, sent_by(make, EMPTY_PAGE), strict=False):
        assert parse_qsl(sent.query, strict_parsing=True) == [
            ("filter.ReportType", str(report_type)),
            ("paging.Page", str(first_page)),
            ("paging.NoOfRecords", str(page_size)),
        ]
        assert [type(one) for one in (report_type, first_page, page_size)] == [int, int, int]


# --- the client -------------------------------------------------------------------------------

URLS = st.lists(
    st.sampled_from(
        [
            *("http://", "https://", "HTTP:", "//", "/", "a", "a.test", "[::1]", "[", "]", "::1"),
            *("127.0.0.1", ":80", ":99999", ":-1", ":x", "@", "u:p@", "?a=b", "#f", "%", "%zz"),
            *("\n", " ", "\x00", "é", "xn--", "\ud800", ".", "..", "\\", "ß" * 80, "a" * 300),
        ]
    ),
    max_size=6,
).map("".join)
SETTINGS = (
    *("license_key", "sms_auth", "phone_notify_url", "sms_url", "timeout", "attempt_timeout"),
    *("connect_timeout", "attempts", "max_connections", "allow_http", "http_client", "listener"),
)
CANCELLED = parse(
    reply(
        envelope(
            f'<CancelNotifyByReferenceIDResponse xmlns="{SERVICE}">'
            "<CancelNotifyByReferenceIDResult>3</CancelNotifyByReferenceIDResult>"
            "</CancelNotifyByReferenceIDResponse>"
        ),
        content_type="text/xml",
    )
)


@given(options=st.dictionaries(st.sampled_from(SETTINGS), JUNK, max_size=2))
@example(options={"timeout": 10**309})  # was an OverflowError
@settings(max_examples=300, deadline=None)
def test_settings_of_a_client(options: Any) -> None:
    """They are taken or refused, and what is taken once is taken again."""
    options.setdefault("license_key", "a key")
    try:
        client = rescind.Client(**options)
    except (TypeError, ValueError, rescind.ConfigurationError):
        return
    shared = {name: options[name] for name in options.keys() & SharedOptions.__optional_keys__}
    assert repr(client.with_options(**shared)) == repr(client)


@given(url=URLS, path=st.sampled_from(["", "/NotifyWS/PhoneNotify.asmx"]))
@settings(max_examples=400, deadline=None)
def test_any_address(url: str, path: str) -> None:
    wired = Wired(CANCELLED, to_token=False)

    async def main() -> None:
        try:
            client = rescind.Client(
                license_key=LICENSE_KEY,
                sms_auth=CREDENTIALS,
                phone_notify_url=url + path,
                allow_http=True,
                transport=wired,
            )
        except (rescind.ConfigurationError, ValueError, TypeError):
            return
        assert urlsplit(url).hostname
        try:
            outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1")
        except rescind.RescindError:
            return
        assert outcome.cancelled == 3

    anyio.run(main)
