"""All 53 operations over every wire they offer, with generated values."""

from itertools import groupby
from typing import Any

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rescind
import rescind_models.phone_notify as models
from rescind import Wire
from rescind_models import Operation
from rescind_models.phone_notify._operations import OPERATIONS
from tests.support.replay import reply
from tests.wires import independent, schema
from tests.wires.independent import Sent
from tests.wires.pages import ASMX, LICENSE_KEY, SERVICE
from tests.wires.recorder import Recorder
from tests.wires.requests import check_texts, form_pairs, is_list, requests

NOTHING_FOUND = reply(b"", status="404 Not Found", content_type="text/html")
CASES = [(operation, wire) for operation in OPERATIONS.values() for wire in operation.wires]
SOAP = {Wire.SOAP11, Wire.SOAP12}

every_operation_and_wire = pytest.mark.parametrize(
    ("operation", "wire"), CASES, ids=[f"{one.name}-{wire.value}" for one, wire in CASES]
)


def test_there_are_53_operations_and_three_of_them_are_soap_only() -> None:
    assert len(OPERATIONS) == 53
    assert len(CASES) == 50 * 4 + 3 * 2
    declared = schema.phone_notify().elements
    assert {name for name in declared if not name.endswith("Response")} >= set(OPERATIONS)


@every_operation_and_wire
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_request(operation: Operation, wire: Wire, data: st.DataObject) -> None:
    model = getattr(models, operation.request)
    request = data.draw(requests(model, complete=wire not in SOAP))
    recorder = Recorder(NOTHING_FOUND)
    anyio.run(invoke, recorder.client(), request, wire)
    (sent,) = recorder.requests
    if wire in SOAP:
        check_soap(operation, wire, request, sent)
    else:
        check_form(operation, wire, request, sent)


async def invoke(client: rescind.Client, request: Any, wire: Any) -> None:
    with pytest.raises(rescind.InvalidRequestError):
        await client.phone_notify.invoke(request, wire=wire)


def check_soap(operation: Operation, wire: Wire, request: Any, sent: Sent) -> None:
    assert (sent.method, sent.target) == ("POST", ASMX)
    if wire is Wire.SOAP11:
        assert sent.header("SOAPAction") == f'"{SERVICE}{operation.name}"'
    element = independent.body_element(wire, sent.body)
    assert element.tag == f"{{{SERVICE}}}{operation.name}"
    wsdl = schema.phone_notify()
    wsdl.check(element, wsdl.elements[operation.name], SERVICE)
    check_texts(element, with_key(operation, request), SERVICE)


def check_form(operation: Operation, wire: Wire, request: Any, sent: Sent) -> None:
    assert sent.path == f"{ASMX}/{operation.name}"
    if wire is Wire.HTTP_GET:
        assert (sent.method, sent.body) == ("GET", b"")
        found, message = independent.pairs(sent.query), "HttpGetIn"
    else:
        assert (sent.method, sent.query) == ("POST", "")
        assert sent.header("Content-Type") == "application/x-www-form-urlencoded"
        found, message = independent.pairs(sent.body.decode("ascii")), "HttpPostIn"
    parts = [name for name, _ in schema.phone_notify().parts[operation.name + message]]
    assert [name for name, _ in groupby(name for name, _ in found)] == parts
    assert found == form_pairs(with_key(operation, request))


def with_key(operation: Operation, request: Any) -> Any:
    """The request as it must go out: the client's key wherever it had none."""
    for path in operation.secret_fields:
        request = _fill(request, path.split("."))
    return request


def _fill(model: Any, path: list[str]) -> Any:
    if model is None:
        return None
    if is_list(model):
        return tuple(_fill(item, path) for item in model)
    name, *rest = path
    inner = getattr(model, name)
    value = _fill(inner, rest) if rest else (LICENSE_KEY if inner is None else inner)
    return type(model)(
        **{field: getattr(model, field) for field in model.__slots__ if field != name},
        **{name: value},
    )
