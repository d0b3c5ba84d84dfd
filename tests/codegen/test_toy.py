"""A changed contract changes the model and the bytes on the wire: nothing is written down twice.

Each test changes a copy of a contract, regenerates, and asks a fresh interpreter, in which the
regenerated ``rescind_models`` comes first, for the request that goes out.
"""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.codegen.generating import Project, python

WSDL = "phone_notify.wsdl"
JSON_SAMPLE = "DeletePendingRecurringMessagesRequest.json"
XML_SAMPLE = "DeletePendingRecurringMessagesRequest.xml"
BUILD = """
import sys
from rescind.wires import WIRES
from rescind_models import Wire, phone_notify, sms
from rescind_models.phone_notify._operations import OPERATIONS
from rescind_models.sms._operations import OPERATIONS as DELETES
import rescind_models
assert rescind_models.__file__.startswith(sys.argv[1]), rescind_models.__file__
request = eval(sys.argv[3])
operation = {**OPERATIONS, **DELETES}[sys.argv[2]]
sys.stdout.write(WIRES[Wire[sys.argv[4]]].build(operation, request).body.decode())
"""
CANCEL = "phone_notify.CancelNotifyByReferenceID"
DELETE = "DELETE api/v2/sms/messages/pendings"
REFERENCE = '<s:element minOccurs="0" maxOccurs="1" name="ReferenceID" type="s:string" />'
KEY = '<s:element minOccurs="0" maxOccurs="1" name="LicenseKey" type="s:string" />'
FIELDS = f"""<s:element name="CancelNotifyByReferenceID">
        <s:complexType>
          <s:sequence>
            {REFERENCE}
            {KEY}"""


def body(project: Project, operation: str, request: str, wire: str) -> str:
    """Regenerate, and build one request with the result."""
    ran = project.run()
    assert ran.code == 0, ran.err
    generated = project.output.parent
    environment = {"PYTHONPATH": str(generated)}
    arguments = (generated, operation, request, wire)
    built = python("-c", BUILD, *arguments, environment=environment)
    assert built.code == 0, built.err
    return built.out


def soap(project: Project, arguments: str) -> list[tuple[str, str | None]]:
    """Return what goes out in the body of a cancel: names without namespace, and texts."""
    text = body(project, "CancelNotifyByReferenceID", f"{CANCEL}({arguments})", "SOAP11")
    (envelope_body,) = ET.fromstring(text)
    (cancel,) = envelope_body
    return [(child.tag.rpartition("}")[2], child.text) for child in cancel]


def delete_json(project: Project, arguments: str) -> dict[str, object]:
    request = f"sms.DeletePendingRecurringMessagesRequest({arguments})"
    found: dict[str, object] = json.loads(body(project, DELETE, request, "JSON"))
    return found


def test_nothing_is_changed(project: Project) -> None:
    sent = soap(project, "reference_id='a', license_key='k'")
    assert sent == [("ReferenceID", "a"), ("LicenseKey", "k")]


def test_an_element_gets_another_name(project: Project) -> None:
    project.edit(WSDL, FIELDS, FIELDS.replace('ReferenceID" type', 'BatchID" type'))
    sent = soap(project, "batch_id='a', license_key='k'")
    assert sent == [("BatchID", "a"), ("LicenseKey", "k")]


def test_two_elements_change_places(project: Project) -> None:
    swapped = FIELDS.replace(REFERENCE, "?").replace(KEY, REFERENCE).replace("?", KEY)
    project.edit(WSDL, FIELDS, swapped)
    sent = soap(project, "reference_id='a', license_key='k'")
    assert sent == [("LicenseKey", "k"), ("ReferenceID", "a")]


def test_an_element_becomes_required(project: Project) -> None:
    assert soap(project, "license_key='k'") == [("LicenseKey", "k")]
    project.edit(WSDL, FIELDS, FIELDS.replace(REFERENCE, REFERENCE.replace('"0"', '"1"')))
    with pytest.raises(AssertionError, match="missing 1 required keyword-only argument"):
        soap(project, "license_key='k'")


def test_an_operation_is_added(project: Project) -> None:
    path = project.contracts / WSDL
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join(lines)
    for opening, closing in (
        ('      <s:element name="CancelNotify">', "</s:element>\n      <s:element name"),
        ('      <s:element name="CancelNotifyResponse">', "</s:element>\n      <s:element name"),
        ('  <wsdl:message name="CancelNotifySoapIn">', "</wsdl:message>"),
        ('  <wsdl:message name="CancelNotifySoapOut">', "</wsdl:message>"),
        ('    <wsdl:operation name="CancelNotify">\n      <wsdl:doc', "</wsdl:operation>"),
        ('    <wsdl:operation name="CancelNotify">\n      <soap:op', "</wsdl:operation>"),
    ):
        start = text.index(opening)
        end = text.index(closing, start) + len(closing.split("\n", maxsplit=1)[0])
        block = text[start:end]
        text = text.replace(block, f"{block}\n{block.replace('CancelNotify', 'PauseNotify')}", 1)
    path.write_text(text, "utf-8")
    sent = body(project, "PauseNotify", "phone_notify.PauseNotify(queue_id=7)", "SOAP11")
    assert '<PauseNotify xmlns="https://ws.esendex.us/NotifyWS/"><QueueID>7</QueueID>' in sent


def test_a_value_of_the_json_sample_gets_another_type(project: Project) -> None:
    required = "all=False, message_ids=('a',), type_=0"
    assert delete_json(project, f"{required}, reference='7'")["Reference"] == "7"
    project.edit(JSON_SAMPLE, '"Reference": "sample string 4"', '"Reference": 4')
    project.edit(XML_SAMPLE, "<Reference>sample string 4<", "<Reference>4<")
    assert delete_json(project, f"{required}, reference=7")["Reference"] == 7
    with pytest.raises(AssertionError, match="EncodeError"):
        delete_json(project, f"{required}, reference='7'")


def test_members_of_the_json_sample_change_places(project: Project) -> None:
    required = "all=False, message_ids=('a',), type_=0"
    assert list(delete_json(project, required)) == ["All", "MessageIDs", "Type"]
    project.edit(JSON_SAMPLE, '  "All": true,\n', "")
    project.edit(JSON_SAMPLE, '  "Type": 0,\n', '  "Type": 0,\n  "All": true,\n')
    assert list(delete_json(project, required)) == ["MessageIDs", "Type", "All"]
    by_name = required.replace("type_=0", "type_=sms.PendingRecurringType.PENDING")
    request = f"sms.DeletePendingRecurringMessagesRequest({by_name})"
    in_xml = [child.tag for child in ET.fromstring(body(project, DELETE, request, "XML"))]
    assert in_xml == ["All", "MessageIDs", "Type"]
