"""zeep, an unrelated SOAP client, against the running sandbox, on all four ports.

zeep is used as it comes, but for one thing: the WSDL's AbstractTypes import the SOAP encoding
schema, as every ASMX service with a byte[] parameter does, and zeep would fetch that from the
network. `SchemaCache` hands it a short one.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import zeep
from zeep.exceptions import Fault, TransportError

from rescind import sandbox as local

PORTS = ("PhoneNotifySoap", "PhoneNotifySoap12", "PhoneNotifyHttpGet", "PhoneNotifyHttpPost")
SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/"
SOAP_ENCODING_SCHEMA = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{SOAP_ENCODING}">
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:complexType name="Array">
    <xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>
  </xs:complexType>
</xs:schema>
"""


class SchemaCache:
    """A cache for zeep that holds one document: the schema it would fetch from the network."""

    def get(self, url: str) -> bytes | None:
        return SOAP_ENCODING_SCHEMA.encode() if url == SOAP_ENCODING else None

    def add(self, url: str, content: bytes) -> None:
        pass


@pytest.fixture(scope="module")
def sandbox() -> Iterator[local.Sandbox]:
    with local.serving() as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def client(sandbox: local.Sandbox) -> Iterator[Any]:
    library: Any = zeep
    transport = library.Transport(cache=SchemaCache())
    yield library.Client(f"{sandbox.phone_notify_url}?wsdl", transport=transport)
    transport.session.close()


@pytest.fixture(params=PORTS)
def port(client: Any, request: pytest.FixtureRequest) -> Any:
    return client.bind("PhoneNotify", request.param)


@pytest.fixture(autouse=True)
def _empty(sandbox: local.Sandbox) -> None:
    sandbox.reset()


@pytest.mark.parametrize("reference", ["a", "a b&c+d%25<é€😀> \u00a0z", "]]>'\""])
def test_cancel_by_reference(sandbox: local.Sandbox, port: Any, reference: str) -> None:
    for _ in range(2):
        sandbox.add_call("7575559999", reference_id=reference)
    key = sandbox.license_key
    assert int(port.CancelNotifyByReferenceID(ReferenceID=reference, LicenseKey=key)) == 2
    assert int(port.CancelNotifyByReferenceID(ReferenceID=reference, LicenseKey=key)) == 0


def test_queue_and_cancel(sandbox: local.Sandbox, port: Any) -> None:
    key = sandbox.license_key
    queued = port.NotifyPhoneBasic(
        PhoneNumberToDial="7575559999",
        TextToSay="Hello & goodbye",
        CallerID="7575550000",
        CallerIDname="Own",
        VoiceID="0",
        LicenseKey=key,
    )
    assert (queued.ResponseCode, queued.ResponseText) == (0, "Queued")
    assert port.CancelNotify(QueueID=queued.QueueID, LicenseKey=key) in (True, "true")
    assert port.GetQueueIDStatus(QueueID=queued.QueueID).ResponseText == "Cancelled"


def test_a_bad_key(port: Any) -> None:
    with pytest.raises((Fault, TransportError), match="Invalid LicenseKey"):
        port.CancelNotifyByReferenceID(ReferenceID="a", LicenseKey="bad")


@pytest.mark.parametrize("name", PORTS[:2])
def test_the_advanced_request(sandbox: local.Sandbox, client: Any, name: str) -> None:
    port = client.bind("PhoneNotify", name)
    request = {
        "PhoneNumberToDial": "17575559999",
        "VoiceID": 0,
        "TextToSay": "Hello",
        "LicenseKey": sandbox.license_key,
        "TryCount": 1,
        "NextTryInSeconds": 60,
        "UTCScheduledDateTime": "2040-01-02T03:04:05Z",
        "TTSrate": 10,
        "TTSvolume": 100,
        "MaxCallLength": 0,
        "ReferenceID": "batch",
    }
    single = port.NotifyPhoneAdvanced(anr=request)
    many = port.NotifyMultiplePhoneAdvanced(
        MultipleANR={"AdvancedNotifyRequest": [request, {**request, "PhoneNumberToDial": "1"}]}
    )
    assert single.ResponseText == "Queued"
    assert [one.ResponseText for one in many] == ["Queued", "Invalid Phone Number"]
    key = sandbox.license_key
    assert port.CancelNotifyByReferenceID(ReferenceID="batch", LicenseKey=key) == 2


def arguments(client: Any, key: str) -> dict[str, dict[str, Any]]:
    """Arguments for every operation whose parameters are all simple, by operation."""
    values: dict[str, Any] = dict.fromkeys(("int", "long", "short", "unsignedByte"), 1)
    values.update(boolean=True, string="1", base64Binary=b"x")
    found: dict[str, dict[str, Any]] = {}
    operations = client.bind("PhoneNotify", PORTS[0])._binding._operations
    assert len(operations) == 53
    for name, operation in operations.items():
        parameters = operation.input.body.type.elements
        types = {parameter: element.type.name for parameter, element in parameters}
        if set(types.values()) <= set(values):
            found[name] = {
                parameter: key if parameter.lower() == "licensekey" else values[type_name]
                for parameter, type_name in types.items()
            }
    return found


def test_every_operation_answers(sandbox: local.Sandbox, client: Any) -> None:
    """Each answer is well-formed and of the type the WSDL gives it, or zeep would say so."""
    calls = arguments(client, sandbox.license_key)
    assert len(calls) == 50
    for name in PORTS[:2]:
        port = client.bind("PhoneNotify", name)
        for operation, values in calls.items():
            port[operation](**values)
    # zeep cannot take an answer without content over GET and POST, nor send a byte[].
    del calls["CancelConference"], calls["UploadSoundFile"]
    for name in PORTS[2:]:
        port = client.bind("PhoneNotify", name)
        for operation, values in calls.items():
            texts = {key: "true" if value is True else value for key, value in values.items()}
            port[operation](**texts)
    assert len(sandbox.received()) == 2 * 50 + 2 * 48
    assert {entry.status for entry in sandbox.received()} == {200}
