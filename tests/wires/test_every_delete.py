"""Both deletes over both formats, with generated values."""

from typing import Any, Literal
from xml.etree import ElementTree as ET

import anyio
import pytest
from hypothesis import given, settings

import rescind
from rescind import Wire
from rescind_models.sms import DeletePendingRecurringMessagesRequest
from tests.support.replay import reply
from tests.wires import independent
from tests.wires.independent import Sent
from tests.wires.pages import FORMS
from tests.wires.recorder import Recorder
from tests.wires.requests import requests

NOTHING_FOUND = reply(b"", status="404 Not Found", content_type="text/html")
(JSON,) = (form for form in FORMS if form.wire is Wire.JSON)
ORDER = [name for name, _ in independent.json_members(JSON.sample.encode())]

each_route = pytest.mark.parametrize("route", ["recurrings", "pendings"])


def has_no_blank(request: DeletePendingRecurringMessagesRequest) -> bool:
    """Whether the client sends it at all: what is blank may narrow nothing, and is refused."""
    filters = (request.start_date, request.end_date, request.reference, request.destination)
    return all(text is None or text.strip() for text in (*filters, *request.message_ids))


any_delete = given(
    request=requests(DeletePendingRecurringMessagesRequest, complete=False).filter(has_no_blank)
)


def send(route: Any, wire: Literal[Wire.JSON, Wire.XML], request: Any) -> Sent:
    recorder = Recorder(NOTHING_FOUND)

    async def delete() -> None:
        with pytest.raises(rescind.InvalidRequestError):
            await recorder.client().sms.delete(request, route=route, wire=wire)

    anyio.run(delete)
    (sent,) = recorder.requests
    assert (sent.method, sent.target) == ("DELETE", f"/api/v2/sms/messages/{route}")
    return sent


def names_expected(request: DeletePendingRecurringMessagesRequest) -> list[str]:
    """All, MessageIDs and Type always; a filter only where it is set."""
    filters = {
        "StartDate": request.start_date,
        "EndDate": request.end_date,
        "Reference": request.reference,
        "Destination": request.destination,
        "Range": request.range,
    }
    return [name for name in ORDER if name not in filters or filters[name] is not None]


@each_route
@any_delete
@settings(max_examples=40, deadline=None)
def test_json(route: str, request: DeletePendingRecurringMessagesRequest) -> None:
    members = independent.json_members(send(route, Wire.JSON, request).body)
    assert [name for name, _ in members] == names_expected(request)
    values = dict(members)
    assert values["All"] is request.all
    assert values["MessageIDs"] == list(request.message_ids)
    assert (values["Type"], type(values["Type"])) == (int(request.type_), int)
    assert values.get("StartDate") == request.start_date
    assert values.get("EndDate") == request.end_date
    assert values.get("Reference") == request.reference
    assert values.get("Destination") == request.destination
    assert values.get("Range") == request.range


@each_route
@any_delete
@settings(max_examples=40, deadline=None)
def test_xml(route: str, request: DeletePendingRecurringMessagesRequest) -> None:
    root = ET.fromstring(send(route, Wire.XML, request).body)
    assert root.tag == "DeletePendingRecurringMessagesRequest"
    assert [child.tag for child in root] == names_expected(request)
    ids = root.findall("MessageIDs/*")
    assert [(item.tag, item.text or "") for item in ids] == [
        ("string", message_id) for message_id in request.message_ids
    ]
    texts = {child.tag: child.text or "" for child in root}
    assert texts["All"] == ("true" if request.all else "false")
    assert texts["Type"] == getattr(request.type_, "name", None)
    assert texts.get("Range") == getattr(request.range, "name", None)
    assert texts.get("StartDate") == request.start_date
    assert texts.get("EndDate") == request.end_date
    assert texts.get("Reference") == request.reference
    assert texts.get("Destination") == request.destination
