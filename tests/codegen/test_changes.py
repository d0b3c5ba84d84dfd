"""What a change of the contract means for a caller, said in words, breaking changes first."""

import attrs
import pytest

from tests.codegen.generating import WSDLS, Project, Ran, files

WSDL, DATA = "phone_notify.wsdl", "contracts.toml"
REFERENCE = '<s:element minOccurs="0" maxOccurs="1" name="ReferenceID" type="s:string" />'
REMARK = '<s:element minOccurs="{}" maxOccurs="1" name="Remark" type="s:string" />'
COUNTRY = '<s:element minOccurs="0" maxOccurs="1" name="Country" type="s:string" />'
LAST = f"""{REFERENCE}
        </s:sequence>
      </s:complexType>"""
DURATION = '<s:element minOccurs="1" maxOccurs="1" name="Duration" type="s:int" />'
WAS_INT = "(was between -2147483648 and 2147483647)"
RESPONSE_DATA = "ResponseDataOfDeletePendingMessagesResponse"


@attrs.frozen
class Case:
    """An edit of an input, and the one line it must be told in."""

    file: str
    old: str
    new: str
    line: str
    breaking: bool


def last(field: str) -> str:
    return LAST.replace("\n        </s:seq", f"\n          {field}\n        </s:seq")


CASES = {
    "a new optional element": Case(
        WSDL,
        LAST,
        last(REMARK.format(0)),
        "AdvancedNotifyRequest.remark (None | str) is new",
        False,
    ),
    "a new required element of a request": Case(
        WSDL,
        LAST,
        last(REMARK.format(1)),
        "AdvancedNotifyRequest.remark (str) is new and required",
        True,
    ),
    "an element is gone": Case(WSDL, COUNTRY, "", "NotifyReturn.country (Country) is gone", True),
    "an element becomes required": Case(
        WSDL,
        LAST,
        LAST.replace('minOccurs="0"', 'minOccurs="1"'),
        "AdvancedNotifyRequest.reference_id is now required",
        True,
    ),
    "an element of an answer becomes optional": Case(
        WSDL,
        DURATION,
        DURATION.replace('minOccurs="1"', 'minOccurs="0"'),
        "NotifyReturn.duration may now be None",
        True,
    ),
    "a type changes": Case(
        WSDL,
        DURATION,
        DURATION.replace("s:int", "s:double"),
        "NotifyReturn.duration is now float (was int)",
        True,
    ),
    "a range narrows": Case(
        WSDL,
        DURATION,
        DURATION.replace("s:int", "s:short"),
        f"NotifyReturn.duration is between -32768 and 32767 {WAS_INT}",
        True,
    ),
    "a range widens": Case(
        WSDL,
        DURATION,
        DURATION.replace("s:int", "s:integer"),
        f"NotifyReturn.duration is between any and any {WAS_INT}",
        False,
    ),
    "a default changes": Case(
        DATA,
        "TTSvolume = 100",
        "TTSvolume = 50",
        "AdvancedNotifyRequest.tts_volume is 50 by default (was 100)",
        True,
    ),
    "a secret is shown": Case(
        DATA,
        '["LicenseKey", "Licensekey", "licensekey"]',
        '["LicenseKey", "Licensekey"]',
        "LM_AlterListMember.license_key is shown in repr",
        True,
    ),
    "an operation may not be repeated any more": Case(
        DATA,
        '"GetVersion", ',
        "",
        "operation GetVersion may be repeated after a lost answer: nothing (was yes)",
        False,
    ),
    "the SOAPAction changes": Case(
        WSDL,
        'soapAction="https://ws.esendex.us/NotifyWS/GetVersion"',
        'soapAction="https://ws.esendex.us/NotifyWS/Version"',
        "operation GetVersion has the SOAPAction Version (was GetVersion)",
        False,
    ),
    "the path changes": Case(
        WSDL,
        '<http:operation location="/GetVersion" />',
        '<http:operation location="/Version" />',
        "operation GetVersion is sent to /Version (was /GetVersion)",
        False,
    ),
    "a member of an enumeration": Case(
        DATA,
        '{ name = "RECURRING", number = 1,',
        '{ name = "RECURRING", number = 2,',
        "sms: PendingRecurringType.RECURRING is 2 (was 1)",
        True,
    ),
    "a number of JSON": Case(
        "ResponseOfDeletePendingMessagesResponse.json",
        '"Result": "sample string 1"',
        '"Result": 1',
        f"sms: {RESPONSE_DATA}.result is now None | int (was None | str)",
        True,
    ),
}


def report(ran: Ran) -> tuple[list[str], list[str]]:
    """Split what a run said into breaking and other changes."""
    lines = ran.out.splitlines()
    found: dict[str, list[str]] = {"Breaking for callers:": [], "Other changes:": []}
    heading = ""
    for line in lines:
        heading = line if not line.startswith("  ") else heading
        if line.startswith("  ") and heading in found:
            found[heading].append(line.strip())
    return found["Breaking for callers:"], found["Other changes:"]


@pytest.mark.parametrize("name", CASES)
def test_one_change(project: Project, name: str) -> None:
    case = CASES[name]
    text = (project.contracts / case.file).read_text("utf-8")
    project.edit(case.file, case.old, case.new, count=text.count(case.old))
    if name == "a number of JSON":
        project.edit(case.file.replace(".json", ".xml"), "<Result>sample string 1<", "<Result>1<")
    checked = project.run("--check")
    assert checked.code == 1
    breaking, other = report(checked)
    expected = case.line if case.line.startswith("sms: ") else f"phone_notify: {case.line}"
    assert expected in (breaking if case.breaking else other), (breaking, other)
    assert expected not in (other if case.breaking else breaking)


def test_regenerating_says_the_same(project: Project) -> None:
    project.edit(DATA, "TTSvolume = 100", "TTSvolume = 50")
    checked = project.run("--check")
    written = project.run()
    assert (checked.code, written.code) == (1, 0)
    assert report(written) == report(checked)
    assert len(report(written)[0]) == 1
    assert project.run("--check").code == 0


def test_an_operation_is_gone_and_one_is_new(project: Project) -> None:
    text = (project.contracts / WSDL).read_text("utf-8")
    (project.contracts / WSDL).write_text(
        text.replace("CancelConference", "EndConference"), "utf-8"
    )
    breaking, other = report(project.run("--check"))
    assert breaking == ["phone_notify: operation CancelConference is gone"]
    wires = "SOAP11, SOAP12, HTTP_POST, HTTP_GET"
    assert other == [f"phone_notify: operation EndConference is new ({wires})"]


def test_a_wire_is_no_longer_offered(project: Project) -> None:
    text = (project.contracts / WSDL).read_text("utf-8")
    port = text[text.index('    <wsdl:port name="PhoneNotifySoap"') :]
    port = port[: port.index("</wsdl:port>") + len("</wsdl:port>\n")]
    project.edit(WSDL, port, "")
    breaking, other = report(project.run("--check"))
    assert len(breaking) == 53
    assert "phone_notify: operation getVoices is no longer offered over SOAP11" in breaking
    assert "phone_notify: operation getVoices goes over SOAP12 by default (was SOAP11)" in other


def test_elements_in_another_order(project: Project) -> None:
    first = '<s:element minOccurs="0" maxOccurs="1" name="VariableName" type="s:string" />'
    second = first.replace("VariableName", "VariableValue")
    between = "\n          "
    project.edit(WSDL, f"{first}{between}{second}", f"{second}{between}{first}")
    breaking, other = report(project.run("--check"))
    assert breaking == []
    order = "variable_value, variable_name"
    assert other == [f"phone_notify: Variable has its elements in another order: {order}"]


def test_a_change_that_callers_do_not_see(project: Project) -> None:
    project.edit(
        WSDL, "Returns the version of the service as text.", "Returns the version.", count=3
    )
    ran = project.run("--check")
    assert ran.code == 1
    assert "Nothing changes for callers." in ran.out


def test_the_first_output_has_nothing_to_compare_with(project: Project) -> None:
    ran = project.run("--generated", project.folder / "fresh")
    assert ran.code == 0
    assert ran.out.splitlines() == [f"{project.folder / 'fresh/rescind_models'}: 89 files, written"]


def test_trying_the_same_wsdl(project: Project) -> None:
    before = files(project.folder)
    ran = project.run("--try", project.contracts / WSDL)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == ["Nothing changes for callers."]
    assert files(project.folder) == before


def test_trying_the_wsdl_of_a_recorded_peer(project: Project) -> None:
    before = files(project.folder)
    ran = project.run("--try", WSDLS / "recorded.wsdl")
    assert (ran.code, ran.err) == (1, "")
    breaking, other = report(ran)
    gone = [line for line in breaking if line.endswith(" is gone") and "operation" in line]
    assert len(gone) == 53 - 4
    argument = "phone_notify: NotifyMultiplePhoneAdvanced."
    assert f"{argument}multiple_anr (MultipleANR) is gone" in breaking
    assert f"{argument}anr (None | ArrayOfAdvancedNotifyRequest) is new" in other
    assert "phone_notify.repeatable 2: the contract has no operation GetVersion" in ran.out
    assert files(project.folder) == before


def test_trying_the_namespace_of_old(project: Project) -> None:
    text = (project.contracts / WSDL).read_text("utf-8")
    old = project.folder / "old.wsdl"
    old.write_text(text.replace("https://ws.esendex.us/", "http://ws.cdyne.com/"), "utf-8")
    ran = project.run("--try", old)
    assert ran.code == 0
    told = "phone_notify: the XML namespace is http://ws.cdyne.com/NotifyWS/"
    assert report(ran) == ([], [f"{told} (was https://ws.esendex.us/NotifyWS/)"])
