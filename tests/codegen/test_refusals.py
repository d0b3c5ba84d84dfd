"""What the generator refuses: one line that names file and place, exit 2, nothing written.

lxml is installed where these tests run: xsdata's default reader would then recover from broken XML.
"""

import json
import re
from pathlib import Path

import attrs
import pytest

from codegen.reader import config
from tests.codegen.generating import WSDLS, Project, Ran, codegen, files

RECORDED = (WSDLS / "recorded.wsdl").read_text("utf-8")
ONE_LINE = re.compile(r"codegen: (?P<file>[^:\n]+): (?P<place>[^:\n]+): (?P<what>.+)\n")
ENTRY = 'basis = "known"\nreason = "A test."\n'


def refused(ran: Ran, file: Path, place: str, what: str) -> None:
    """Check the one line, the exit code, and that nothing else is said."""
    assert (ran.code, ran.out) == (2, ""), ran
    line = ONE_LINE.fullmatch(ran.err)
    assert line, ran.err
    assert (line["file"], line["place"]) == (str(file), place)
    assert what in line["what"]


def test_lxml_is_installed_so_that_recovery_would_be_noticed() -> None:
    pytest.importorskip("lxml")
    from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, default_handler

    assert default_handler() is LxmlEventHandler
    assert config().output.include_header is False  # it would hold the time of day


QUEUE_ID = 'name="QueueID" type="s:long"'
INT_ROOT = '<s:element name="int" type="s:int" />'
CANCEL_PART = '<wsdl:part name="parameters" element="tns:CancelNotify" />'
CANCEL_ACTION = 'soapAction="https://ws.esendex.us/NotifyWS/CancelNotify"'
SOAP11_CANCEL = f"<soap:operation {CANCEL_ACTION}"
SOAP12_CANCEL = f"<soap12:operation {CANCEL_ACTION}"
GET_CANCEL = '<http:operation location="/CancelNotify" />\n      <wsdl:input>\n        <http:url'
BODY = ' style="document" />\n      <wsdl:input>\n        <soap:body use="'
OPERATION = '<wsdl:operation name="CancelNotify">\n      '
INCLUDE = '<s:include schemaLocation="https://example.org/x.xsd" />'
IMPORT = '<s:import namespace="urn:x" schemaLocation="//example.org/x.xsd" />'


@attrs.frozen
class Edit:
    """A text of the recorded WSDL replaced, and the error: at which text, in which words.

    Without ``at`` the error is at the new text; ``place`` says it where there is no line.
    """

    old: str
    new: str
    what: str
    at: str = ""
    place: str = ""


WSDL_EDITS = {
    "unresolved type": Edit(
        QUEUE_ID, 'name="QueueID" type="tns:Lnog"', "type tns:Lnog is not defined anywhere"
    ),
    "unknown built-in type": Edit(
        QUEUE_ID, 'name="QueueID" type="s:lnog"', "type s:lnog is not defined anywhere"
    ),
    "undeclared prefix": Edit(
        QUEUE_ID, 'name="QueueID" type="x:long"', "type x:long: the prefix is not declared"
    ),
    "unresolved base": Edit(
        INT_ROOT,
        '<s:simpleType name="N"><s:restriction base="tns:M" /></s:simpleType>',
        "type tns:M is not defined anywhere",
    ),
    "unresolved reference": Edit(
        f'<s:element minOccurs="1" maxOccurs="1" {QUEUE_ID} />',
        '<s:element ref="tns:Queue" />',
        "element tns:Queue is not defined anywhere",
    ),
    "unresolved element of a message": Edit(
        CANCEL_PART,
        '<wsdl:part name="parameters" element="tns:CancelNotfy" />',
        "element tns:CancelNotfy is not defined anywhere",
    ),
    "unresolved message": Edit(
        '<wsdl:input message="tns:CancelNotifySoapIn" />',
        '<wsdl:input message="tns:Missing" />',
        "message tns:Missing is not defined",
    ),
    "unresolved binding": Edit(
        'name="PhoneNotifySoap12" binding="tns:PhoneNotifySoap12"',
        'name="PhoneNotifySoap12" binding="tns:PhoneNotifySoap13"',
        "binding tns:PhoneNotifySoap13 is not defined",
    ),
    "unresolved port type": Edit(
        '<wsdl:binding name="PhoneNotifySoap12" type="tns:PhoneNotifySoap">',
        '<wsdl:binding name="PhoneNotifySoap12" type="tns:PhoneNotify">',
        "portType tns:PhoneNotify is not defined",
    ),
    "an operation that the port type lacks": Edit(
        f"{OPERATION}{SOAP12_CANCEL}",
        f'<wsdl:operation name="CancelAll">\n      {SOAP12_CANCEL}',
        "port type PhoneNotifySoap does not define operation CancelAll",
    ),
    "rpc style": Edit(
        f'{SOAP12_CANCEL} style="document"',
        f'{SOAP12_CANCEL} style="rpc"',
        "operation CancelNotify is rpc style; only document style is supported",
        at=f'{OPERATION}{SOAP12_CANCEL} style="rpc"',
    ),
    "rpc style of a whole binding": Edit(
        f'{SOAP12_CANCEL} style="document" />',
        f"{SOAP12_CANCEL} />",
        "operation CancelNotify is rpc style",
        at=f"{OPERATION}{SOAP12_CANCEL} />",
    ),
    "encoded use": Edit(
        f"{SOAP11_CANCEL}{BODY}literal",
        f"{SOAP11_CANCEL}{BODY}encoded",
        "operation CancelNotify is encoded; only literal use is supported",
        at=f"{OPERATION}{SOAP11_CANCEL}",
    ),
    "rpc message parts": Edit(
        CANCEL_PART,
        '<wsdl:part name="parameters" type="s:long" />',
        "part parameters of CancelNotifySoapIn is no element: rpc style is not supported",
        at='<wsdl:message name="CancelNotifySoapIn">',
    ),
    "two body parts": Edit(
        CANCEL_PART,
        f"{CANCEL_PART}{CANCEL_PART}",
        "message CancelNotifySoapIn has 2 body parts; document style has 1",
        at='<wsdl:message name="CancelNotifySoapIn">',
    ),
    "unknown binding": Edit(
        '<http:binding verb="GET" />',
        '<jms:binding xmlns:jms="urn:jms" verb="GET" />',
        "binding PhoneNotifyHttpGet is neither SOAP nor HTTP",
        at='<wsdl:binding name="PhoneNotifyHttpGet"',
    ),
    "unknown transport": Edit(
        '<soap12:binding transport="http://schemas.xmlsoap.org/soap/http" />',
        '<soap12:binding transport="urn:smtp" />',
        "transport urn:smtp is not HTTP",
        at='<wsdl:binding name="PhoneNotifySoap12"',
    ),
    "unknown verb": Edit(
        '<http:binding verb="GET" />',
        '<http:binding verb="PUT" />',
        "the HTTP verb PUT is not supported",
        at='<wsdl:binding name="PhoneNotifyHttpGet"',
    ),
    "parameters in the path": Edit(
        f"{GET_CANCEL}Encoded />",
        f"{GET_CANCEL}Replacement />",
        "operation CancelNotify has an HTTP input that is not URL-encoded",
        at=f"{OPERATION}{GET_CANCEL}Replacement",
    ),
    "remote include": Edit(
        INT_ROOT, INCLUDE, "include of https://example.org/x.xsd: remote files are refused"
    ),
    "remote import without a scheme": Edit(
        INT_ROOT, IMPORT, "import of //example.org/x.xsd: remote files are refused"
    ),
    "missing include": Edit(
        INT_ROOT, '<s:include schemaLocation="gone.xsd" />', "include of gone.xsd: no such file"
    ),
    "an odd number": Edit(
        f'<s:element minOccurs="1" maxOccurs="1" {QUEUE_ID} />',
        f'<s:element minOccurs="once" {QUEUE_ID} />',
        "element with minOccurs='once'",
    ),
    "an odd flag": Edit(QUEUE_ID, f'nillable="yes" {QUEUE_ID}', "element with nillable='yes'"),
    "an odd name": Edit(QUEUE_ID, 'name="Queue ID" type="s:long"', "element with name='Queue ID'"),
    "no name": Edit(QUEUE_ID, 'type="s:long"/><s:any', "element without a name"),
    "a type without a name": Edit(
        '<s:complexType name="Variable">',
        '<s:complexType />\n<s:complexType name="Variable">',
        "complexType without a name",
    ),
    "a facet without a value": Edit(
        INT_ROOT,
        '<s:simpleType name="N"><s:restriction base="s:string">'
        "<s:enumeration /></s:restriction></s:simpleType>",
        "enumeration without a value",
    ),
    "a type twice": Edit(
        '<s:complexType name="Variable">',
        '<s:complexType name="Variable"><s:sequence /></s:complexType>\n'
        '<s:complexType name="Variable">',
        "Duplicate type",
        place="schema",
    ),
    "a default that is no value of its type": Edit(
        QUEUE_ID,
        'name="QueueID" default="many" type="s:long"',
        "default value `many`",
        place="schema",
    ),
    "a DOCTYPE": Edit(
        "<wsdl:definitions ",
        '<!DOCTYPE d [<!ENTITY e "x">]>\n<wsdl:definitions ',
        "a DOCTYPE is not allowed",
    ),
}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the recorded WSDL."""
    folder = tmp_path_factory.mktemp("recorded")
    wsdl = WSDLS / "recorded.wsdl"
    assert codegen("--wsdl", wsdl, "--out", folder, "--package", "models").code == 0
    return folder


@pytest.mark.parametrize("case", WSDL_EDITS)
def test_a_wsdl(case: str, tmp_path: Path, generated: Path) -> None:
    edit = WSDL_EDITS[case]
    wsdl = tmp_path / "edited.wsdl"
    out = "--out", generated, "--package", "models"
    before = files(generated)
    text = RECORDED.replace(edit.old, edit.new, 1)
    if case == "rpc style of a whole binding":
        text = text.replace("<soap12:binding ", '<soap12:binding style="rpc" ')
    assert text != RECORDED
    wsdl.write_text(text, "utf-8")
    line = text[: text.index(edit.at or edit.new)].count("\n") + 1
    refused(codegen("--wsdl", wsdl, *out), wsdl, edit.place or f"line {line}", edit.what)
    assert files(generated) == before


def test_a_type_that_is_also_the_root_of_a_get_answer(project: Project) -> None:
    project.edit("phone_notify.wsdl", 'type="tns:ArrayOfVariable"', 'type="tns:ArrayOfVariables"')
    wsdl = project.contracts / "phone_notify.wsdl"
    text = wsdl.read_text("utf-8")
    line = text[: text.index("tns:ArrayOfVariables")].count("\n") + 1
    what = "type tns:ArrayOfVariables is not defined anywhere"
    refused(project.run(), wsdl, f"line {line}", what)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_wsdl_cut_off(project: Project, share: float) -> None:
    wsdl = project.contracts / "phone_notify.wsdl"
    data = wsdl.read_bytes()
    wsdl.write_bytes(data[: int(len(data) * share)])
    before = files(project.output)
    ran = project.run()
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(
        rf"codegen: {re.escape(str(wsdl))}: line \d+, column \d+: not well-formed XML: .+\n",
        ran.err,
    )
    assert files(project.output) == before


BROKEN = {
    "empty": (b"", "line 1, column 1", "no element found"),
    "not XML": (b"<!doctype html><p>Moved", "line 1, column 1", "syntax error"),
    "a DOCTYPE": (
        b'<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY e "x">]>\n<d>&e;</d>',
        "line 2",
        "a DOCTYPE is not allowed",
    ),
    "another document": (b"<html></html>", "line 1", "neither WSDL 1.1 nor XML Schema"),
    "a schema": (
        b'<schema xmlns="http://www.w3.org/2001/XMLSchema" />',
        "line 1",
        "not a WSDL 1.1 document",
    ),
    "WSDL 2.0": (
        b'<description xmlns="http://www.w3.org/ns/wsdl" />',
        "line 1",
        "neither WSDL 1.1 nor XML Schema",
    ),
    "no service": (
        b'<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" />',
        "line 1",
        "no service with an operation",
    ),
    "bad bytes": (b"<a>\xff</a>", "line 1, column 4", "not well-formed"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_not_a_wsdl(case: str, tmp_path: Path) -> None:
    data, place, what = BROKEN[case]
    wsdl = tmp_path / "broken.wsdl"
    wsdl.write_bytes(data)
    ran = codegen("--wsdl", wsdl, "--out", tmp_path / "out", "--package", "models")
    refused(ran, wsdl, place, what)
    assert not (tmp_path / "out").exists()


def test_an_included_file_that_is_broken(tmp_path: Path) -> None:
    wsdl = tmp_path / "service.wsdl"
    include = '<s:include schemaLocation="sub/more.xsd" />'
    wsdl.write_text(RECORDED.replace(INT_ROOT, include + INT_ROOT))
    more = tmp_path / "sub" / "more.xsd"
    more.parent.mkdir()
    more.write_text('<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="a"')
    ran = codegen("--wsdl", wsdl, "--out", tmp_path / "out", "--package", "models")
    refused(ran, more, "line 1, column 54", "not well-formed XML")
    more.write_text(
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema">\n'
        '<s:element name="a" type="s:strnig" /></s:schema>'
    )
    ran = codegen("--wsdl", wsdl, "--out", tmp_path / "out", "--package", "models")
    refused(ran, more, "line 2", "type s:strnig is not defined anywhere")


def test_an_operation_without_a_soap_form(tmp_path: Path) -> None:
    wsdl = tmp_path / "get.wsdl"
    without = re.sub(
        r'<wsdl:port name="PhoneNotifySoap.*?</wsdl:port>', "", RECORDED, flags=re.DOTALL
    )
    wsdl.write_text(without, "utf-8")
    ran = codegen("--wsdl", wsdl, "--out", tmp_path / "out", "--package", "models")
    refused(ran, wsdl, "operation CancelNotifyByReferenceID", "no SOAP form")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    wsdl = tmp_path / "none.wsdl"
    ran = codegen("--wsdl", wsdl, "--out", tmp_path, "--package", "models")
    refused(ran, wsdl, "file", "cannot be read: No such file")


def test_a_package_name_that_is_none(tmp_path: Path) -> None:
    wsdl = WSDLS / "recorded.wsdl"
    ran = codegen("--wsdl", wsdl, "--out", tmp_path, "--package", "my-models")
    refused(ran, Path("--package"), "my-models", "not a Python package name")


ENUM = '[[sms.enum]]\nname = "E"\nelements = ["Error.Kind"]\ndescription = "E."\n'
MEMBERS = '[{ name = "A", number = 0, basis = "known", reason = "A test." }]'
DATA_FILE_ENTRIES = {
    "optional type": (
        '[[sms.optional]]\ntype = "Detial"\nelements = ["MessageIDs"]\n',
        ("sms.optional 7", "the contract has no type Detial"),
    ),
    "optional element": (
        '[[sms.optional]]\ntype = "Detail"\nelements = ["MessageIds"]\n',
        ("sms.optional 7", "the type Detail has no element MessageIds"),
    ),
    "default type": (
        '[[phone_notify.default]]\ntype = "Advanced"\nvalues = { VoiceID = 1 }\n',
        ("phone_notify.default 2", "the contract has no type Advanced"),
    ),
    "default element": (
        '[[phone_notify.default]]\ntype = "LM_Functions"\nvalues = { VoiceId = 1 }\n',
        ("phone_notify.default 2", "the type LM_Functions has no element VoiceId"),
    ),
    "default of another type": (
        '[[phone_notify.default]]\ntype = "LM_Functions"\nvalues = { VoiceID = "Diane" }\n',
        ("phone_notify.default 2", "LM_Functions.VoiceID cannot be 'Diane'"),
    ),
    "default out of range": (
        '[[phone_notify.default]]\ntype = "LM_Functions"\nvalues = { VoiceID = 256 }\n',
        ("phone_notify.default 2", "LM_Functions.VoiceID cannot be 256"),
    ),
    "description of a type": (
        '[[sms.describe]]\ntype = "Detial"\ntext = "x"\n',
        ("sms.describe 6", "the contract has no type Detial"),
    ),
    "description of an element": (
        '[[sms.describe]]\ntype = "Detail"\nelements = { MessageIds = "x" }\n',
        ("sms.describe 6", "the type Detail has no element MessageIds"),
    ),
    "secret": (
        '[[phone_notify.secret]]\nelements = ["LicenceKey"]\n',
        ("phone_notify.secret 2", "the contract has no element LicenceKey"),
    ),
    "unset date": (
        '[[phone_notify.unset_date]]\ntype = "NotifyReturn"\nelements = ["Duration"]\n',
        ("phone_notify.unset_date 2", "NotifyReturn.Duration is not a date and time"),
    ),
    "repeatable operation": (
        '[[phone_notify.repeatable]]\noperations = ["GetVoices"]\n',
        ("phone_notify.repeatable 3", "the contract has no operation GetVoices"),
    ),
    "repeatable twice": (
        '[[phone_notify.repeatable]]\noperations = ["getVoices"]\n',
        ("phone_notify.repeatable 2", "getVoices is in two entries"),
    ),
    "repeatable unless": (
        '[[phone_notify.repeatable]]\noperations = ["ScriptDelete"]\nunless = ["All"]\n',
        ("phone_notify.repeatable 3", "the type ScriptDelete has no element All"),
    ),
    "split": (
        '[[phone_notify.split]]\nspelling = "TTSpitch"\nwords = "TTS pitch"\n',
        ("phone_notify.split 7", "no name of the contract contains TTSpitch"),
    ),
    "XML only": (
        '[[sms.xml_only]]\ntype = "Error"\nelements = ["Code"]\n',
        ("sms.xml_only 2", "the type Error has no element Code"),
    ),
    "type name": (
        '[[sms.type_name]]\nelement = "Data"\ntype = "DataType"\n',
        ("sms.type_name 2", "no sample has an element Data with children"),
    ),
    "enumeration element": (
        f"{ENUM}members = {MEMBERS}\n",
        ("sms.enum 3", "no sample has Error.Kind"),
    ),
    "an entry for the wrong package": (
        '[[phone_notify.xml_only]]\ntype = "Voice"\nelements = ["VoiceID"]\n',
        ("phone_notify.xml_only", "only for packages made from samples"),
    ),
    "an unknown kind": (
        '[[sms.optoinal]]\ntype = "Detail"\nelements = ["MessageIDs"]\n',
        ("sms.optoinal", "no such kind of entry; there are split, secret"),
    ),
    "an unknown package": (
        '[[mail.secret]]\nelements = ["Key"]\n',
        ("mail", "the tables phone_notify, sms are expected"),
    ),
    "an unknown key": (
        '[[sms.secret]]\nelements = ["UserId"]\nwhy = "x"\n',
        ("sms.secret 1", "unknown key why"),
    ),
    "a text instead of a list": (
        '[[sms.secret]]\nelements = "UserId"\n',
        ("sms.secret 1", "a list of texts is expected, not 'UserId'"),
    ),
}


@pytest.mark.parametrize("case", DATA_FILE_ENTRIES)
def test_an_entry_of_the_data_file(project: Project, case: str) -> None:
    entry, (place, what) = DATA_FILE_ENTRIES[case]
    data_file = project.contracts / "contracts.toml"
    data_file.write_text(data_file.read_text("utf-8") + entry + ENTRY, "utf-8")
    before = files(project.output)
    refused(project.run(), data_file, place, what)
    assert files(project.output) == before


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ('basis = "known"\nreason = "Calls per', 'reason = "Calls per', "split 6", "'basis'"),
        (
            'basis = "known"\nreason = "Calls per',
            'basis = "known"\nraeson = "Calls per',
            "split 6",
            "raeson",
        ),
        (
            'basis = "known"\nreason = "Calls per',
            'basis = "sure"\nreason = "Calls per',
            "split 6",
            "'basis' must be in",
        ),
        ('reason = "Calls per minute, in Noti', 'reason = ""\nx = "', "split 6", "unknown key x"),
    ],
)
def test_every_entry_has_its_basis_and_reason(
    project: Project, old: str, new: str, place: str, what: str
) -> None:
    project.edit("contracts.toml", old, new)
    refused(project.run(), project.contracts / "contracts.toml", f"phone_notify.{place}", what)


def test_a_data_file_that_is_not_toml(project: Project) -> None:
    (project.contracts / "contracts.toml").write_text("[[sms.rest]]\nmethod = DELETE\n")
    what = "Invalid value (at line 2, column 10)"
    refused(project.run(), project.contracts / "contracts.toml", "TOML", what)


REQUEST, RESPONSE = (
    "DeletePendingRecurringMessagesRequest",
    "ResponseOfDeletePendingMessagesResponse",
)
SAMPLE_EDITS = {
    "a value": (
        (f"{REQUEST}.json", '"sample string 3"', '"sample string 33"'),
        (f"line 8, {REQUEST}/EndDate", 'XML has "sample string 3", JSON has "sample string 33"'),
    ),
    "a boolean": (
        (f"{REQUEST}.xml", "<All>true</All>", "<All>false</All>"),
        (f"line 2, {REQUEST}/All", 'XML has "false", JSON has true'),
    ),
    "a number for a text": (
        (f"{REQUEST}.json", '"Reference": "sample string 4"', '"Reference": 4'),
        (f"line 9, {REQUEST}/Reference", 'XML has "sample string 4", JSON has 4'),
    ),
    "an unknown number of an enumeration": (
        (f"{REQUEST}.json", '"Type": 0', '"Type": 7'),
        (f"line 11, {REQUEST}/Type", 'XML has "PENDING", JSON has 7'),
    ),
    "another member of an enumeration": (
        (f"{REQUEST}.xml", "<Type>PENDING</Type>", "<Type>RECURRING</Type>"),
        (f"line 11, {REQUEST}/Type", 'XML has "RECURRING", JSON has 0'),
    ),
    "a boolean for an enumeration": (
        (f"{REQUEST}.json", '"Range": 0', '"Range": false'),
        (f"line 12, {REQUEST}/Range", 'XML has "ALL", JSON has false'),
    ),
    "an item": (
        (f"{REQUEST}.json", '    "sample string 1",\n', ""),
        (f"line 3, {REQUEST}/MessageIDs", 'JSON has ["sample string 2"]'),
    ),
    "a list for an object": (
        (f"{RESPONSE}.json", '"Detail": {}', '"Detail": []'),
        (f"line 11, {RESPONSE}/ResponseData/Detail", "JSON has a list, XML does not"),
    ),
    "an object for a list": (
        (
            f"{REQUEST}.json",
            '"MessageIDs": [\n    "sample string 1",\n    "sample string 2"\n  ]',
            '"MessageIDs": {}',
        ),
        (f"line 3, {REQUEST}/MessageIDs", "XML has string twice, JSON cannot"),
    ),
    "a text for an object": (
        (f"{RESPONSE}.json", '"Detail": {}', '"Detail": "none"'),
        (f"line 11, {RESPONSE}/ResponseData/Detail", 'XML has elements, JSON has "none"'),
    ),
    "an element that JSON lacks": (
        (f"{REQUEST}.json", '  "Reference": "sample string 4",\n', ""),
        (f"line 1, {REQUEST}", "Reference is in the XML sample only"),
    ),
    "a member that XML lacks": (
        (f"{REQUEST}.xml", "  <Range>ALL</Range>\n", ""),
        (f"line 1, {REQUEST}", "Range is in the JSON sample only"),
    ),
    "an element twice": (
        (f"{REQUEST}.xml", "<Type>PENDING</Type>", "<Type>PENDING</Type><Type>PENDING</Type>"),
        (f"line 1, {REQUEST}", "XML has Type twice"),
    ),
    "an attribute": (
        (f"{RESPONSE}.xml", "<Error>", '<Error severity="1">'),
        (f"line 2, {RESPONSE}/Error", "XML has the attribute severity"),
    ),
    "text beside elements": (
        (f"{RESPONSE}.xml", "<Error>", "<Error>none"),
        (f"line 2, {RESPONSE}/Error", "XML has text beside elements"),
    ),
    "another root": (
        (f"{RESPONSE}.xml", "ResponseOfDeletePendingMessagesResponse", "Response"),
        ("line 1", f"the root is Response, not {RESPONSE}"),
    ),
    "XML that is cut off": (
        (f"{RESPONSE}.xml", "</ResponseOfDeletePendingMessagesResponse>", ""),
        ("line 19, column 1", "not well-formed XML"),
    ),
}


@pytest.mark.parametrize("case", SAMPLE_EDITS)
def test_samples_that_disagree(project: Project, case: str) -> None:
    (name, old, new), (place, what) = SAMPLE_EDITS[case]
    count = (project.contracts / name).read_text("utf-8").count(old)
    project.edit(name, old, new, count=count)
    before = files(project.output)
    file = project.contracts / name
    refused(project.run(), file.with_suffix(".xml"), place, what)
    assert files(project.output) == before


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('{"All": tru', "line 1, column 9", "not JSON: Expecting value"),
        ('{"All": true, "All": false}', "JSON", "a member twice among All, All"),
        ('{"All": NaN}', "JSON", "NaN"),
        ("", "line 1, column 1", "not JSON"),
    ],
)
def test_a_json_sample_that_is_not_json(project: Project, text: str, place: str, what: str) -> None:
    sample = project.contracts / f"{REQUEST}.json"
    sample.write_text(text)
    refused(project.run(), sample, place, what)


def test_a_missing_sample(project: Project) -> None:
    sample = project.contracts / f"{RESPONSE}.json"
    sample.unlink()
    refused(project.run(), sample, "file", "cannot be read: No such file")


def test_check_and_try_refuse_alike(project: Project) -> None:
    wsdl = project.contracts / "phone_notify.wsdl"
    text = wsdl.read_text("utf-8")
    wsdl.write_text(text.replace("</wsdl:definitions>", ""), "utf-8")
    expected = project.run().err
    assert expected.startswith(f"codegen: {wsdl}: line ")
    assert project.run("--check") == Ran(2, "", expected)
    assert codegen("--try", wsdl) == Ran(2, "", expected)
    assert json.loads((project.output / "codegen.lock.json").read_text())["inputs"]


def test_one_name_for_two_different_elements(project: Project) -> None:
    in_json = '"UserId": "sample string 1"'
    project.edit(f"{RESPONSE}.json", in_json, f'{in_json}, "Error": {{"Code": "1"}}')
    in_xml = "<UserId>sample string 1</UserId>"
    project.edit(f"{RESPONSE}.xml", in_xml, f"{in_xml}<Error><Code>1</Code></Error>")
    what = "the samples have two different elements of this name"
    refused(project.run(), Path(f"{RESPONSE}.xml"), "Error", what)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--wsdl", "a.wsdl"),
        ("--wsdl", "a.wsdl", "--out", "b"),
        ("--out", "b", "--package", "c"),
        ("--try", "a.wsdl", "--check"),
        ("--try", "a.wsdl", "--wsdl", "a.wsdl", "--out", "b", "--package", "c"),
    ],
)
def test_options_that_do_not_go_together(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        codegen(*arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("package", ["class", "a.import.b", "1st", "a-b", "a..b"])
def test_a_package_that_could_not_be_imported(package: str, tmp_path: Path) -> None:
    done = codegen("--wsdl", WSDLS / "soap11_only.wsdl", "--out", tmp_path, "--package", package)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"--package: {package}: not a Python package name" in done.err
    assert not list(tmp_path.iterdir())


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("mine", "utf-8")
    done = codegen("--wsdl", WSDLS / "soap11_only.wsdl", "--out", file, "--package", "p")
    assert (done.code, done.err) == (2, f"codegen: --out: {file}: is a file, not a folder\n")
    assert file.read_text("utf-8") == "mine"
