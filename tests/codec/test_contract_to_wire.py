"""A change to a contract comes out in the regenerated model and in the bytes on the wire.

Whatever wrote models or bytes from a fixed text, and not from the contract, would be found out.
"""

import dataclasses
import importlib
import itertools
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from codegen import output, project
from rescind.codec import EncodeError
from rescind.wires import WIRES, WireRequest
from rescind_models import Operation, Wire

CONTRACTS = Path(__file__).parents[2] / "codegen" / "contracts"
WSDL = "phone_notify.wsdl"
REQUEST = "DeletePendingRecurringMessagesRequest"
NS = "{https://ws.esendex.us/NotifyWS/}"
NUMBERS = itertools.count()


@attrs.frozen
class Toy:
    """A copy of the contracts, to be changed and generated from."""

    folder: Path

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a text that is there once."""
        path = self.folder / "contracts" / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def generate(self) -> "Generated":
        package = f"toy_{next(NUMBERS)}"
        files = project.rescind_models(self.folder / "contracts")
        output.replace(self.folder / package, files)
        return Generated(package)


@attrs.frozen
class Generated:
    """The package that was made from the changed contracts."""

    package: str

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}.{name}")

    def fields(self, service: str, model: str) -> dict[str, "dataclasses.Field[Any]"]:
        cls: Any = getattr(self.module(service), model)
        return {field.name: field for field in dataclasses.fields(cls)}

    def build(self, service: str, operation: str, wire: Wire, **values: Any) -> WireRequest:
        """Build the request of an operation from its own model."""
        operations = self.module(f"{service}._operations").OPERATIONS
        found: Operation = operations[operation]
        request = getattr(self.module(service), found.request)
        return WIRES[wire].build(found, request(**values))

    def delete(self, wire: Wire, **values: Any) -> WireRequest:
        return self.build("sms", "DELETE api/v2/sms/messages/recurrings", wire, **values)


@pytest.fixture
def toy(tmp_path: Path) -> Iterator[Toy]:
    shutil.copytree(CONTRACTS, tmp_path / "contracts")
    sys.path.insert(0, str(tmp_path))
    yield Toy(tmp_path)
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("toy_")]:
        del sys.modules[name]


def payload(built: WireRequest) -> list[tuple[str, str | None]]:
    """The names and texts inside the SOAP body's element, in order."""
    (body,) = ET.fromstring(built.body)
    (element,) = body
    return [(child.tag.removeprefix(NS), child.text) for child in element]


def everything_about(toy: Toy, operation: str, change: Callable[[str], str]) -> None:
    """Change all that the WSDL says of one operation: elements, messages, ports, bindings."""
    path = toy.folder / "contracts" / WSDL
    declared = re.compile(
        rf'<(s:element|wsdl:message|wsdl:operation) name="{operation}'
        r'(?:Response|(?:Soap|HttpGet|HttpPost)(?:In|Out))?">.*?</\1>\s*',
        re.DOTALL,
    )
    before = path.read_text("utf-8")
    after = declared.sub(lambda found: change(found[0]), before)
    assert after != before
    path.write_text(after, "utf-8")


def test_without_a_change_the_bytes_are_those_of_the_committed_models(toy: Toy) -> None:
    built = toy.generate().build(
        "phone_notify", "CancelNotifyByReferenceID", Wire.SOAP11, reference_id="a", license_key="k"
    )

    assert payload(built) == [("ReferenceID", "a"), ("LicenseKey", "k")]


def test_a_renamed_field_is_renamed_in_the_model_and_on_the_wire(toy: Toy) -> None:
    everything_about(
        toy,
        "CancelNotifyByReferenceID",
        lambda text: text.replace('name="ReferenceID"', 'name="CampaignTag"'),
    )

    made = toy.generate()

    assert list(made.fields("phone_notify", "CancelNotifyByReferenceID")) == [
        "campaign_tag",
        "license_key",
    ]
    values = {"campaign_tag": "a", "license_key": "k"}
    for wire in (Wire.SOAP11, Wire.SOAP12):
        built = made.build("phone_notify", "CancelNotifyByReferenceID", wire, **values)
        assert payload(built) == [("CampaignTag", "a"), ("LicenseKey", "k")]
    posted = made.build("phone_notify", "CancelNotifyByReferenceID", Wire.HTTP_POST, **values)
    got = made.build("phone_notify", "CancelNotifyByReferenceID", Wire.HTTP_GET, **values)
    assert posted.body.decode() == got.query == "CampaignTag=a&LicenseKey=k"


def test_two_swapped_fields_are_swapped_in_the_model_and_on_the_wire(toy: Toy) -> None:
    everything_about(toy, "CancelNotifyByReferenceID", swapped)

    made = toy.generate()

    assert list(made.fields("phone_notify", "CancelNotifyByReferenceID")) == [
        "license_key",
        "reference_id",
    ]
    values = {"reference_id": "a", "license_key": "k"}
    built = made.build("phone_notify", "CancelNotifyByReferenceID", Wire.SOAP11, **values)
    posted = made.build("phone_notify", "CancelNotifyByReferenceID", Wire.HTTP_POST, **values)
    assert payload(built) == [("LicenseKey", "k"), ("ReferenceID", "a")]
    assert posted.body == b"LicenseKey=k&ReferenceID=a"


def swapped(text: str) -> str:
    return (
        text.replace('"ReferenceID"', '"?"')
        .replace('"LicenseKey"', '"ReferenceID"')
        .replace('"?"', '"LicenseKey"')
    )


def test_a_field_that_may_now_be_left_out_is_optional_and_left_out(toy: Toy) -> None:
    optional = 'minOccurs="0" maxOccurs="1" name="QueueID"'
    everything_about(
        toy, "CancelNotify", lambda text: text.replace(optional.replace("0", "1"), optional)
    )

    made = toy.generate()

    queue_id = made.fields("phone_notify", "CancelNotify")["queue_id"]
    assert (queue_id.type, queue_id.default) == ("None | int", None)
    built = made.build("phone_notify", "CancelNotify", Wire.SOAP11, license_key="k")
    assert payload(built) == [("LicenseKey", "k")]


def test_a_field_that_must_now_be_there_is_required_and_refused_without(toy: Toy) -> None:
    required = 'minOccurs="1" maxOccurs="1" name="ReferenceID"'
    everything_about(
        toy,
        "CancelNotifyByReferenceID",
        lambda text: text.replace(required.replace("1", "0", 1), required),
    )

    made = toy.generate()

    reference_id = made.fields("phone_notify", "CancelNotifyByReferenceID")["reference_id"]
    assert (reference_id.type, reference_id.default) == ("str", dataclasses.MISSING)
    with pytest.raises(EncodeError, match=r"^reference_id: None, but a value is required$"):
        made.build("phone_notify", "CancelNotifyByReferenceID", Wire.SOAP11, reference_id=None)


def with_copy(text: str) -> str:
    copy = text.replace("CancelNotifyByReferenceID", "CancelCampaign")
    return text + copy.replace("ReferenceID", "CampaignID")


def test_an_added_operation_has_a_model_and_all_its_wires(toy: Toy) -> None:
    everything_about(toy, "CancelNotifyByReferenceID", with_copy)

    made = toy.generate()

    values = {"campaign_id": "a", "license_key": "k"}
    soap = made.build("phone_notify", "CancelCampaign", Wire.SOAP11, **values)
    posted = made.build("phone_notify", "CancelCampaign", Wire.HTTP_POST, **values)
    assert ("SOAPAction", '"https://ws.esendex.us/NotifyWS/CancelCampaign"') in soap.headers
    assert f"{NS}CancelCampaign" in {element.tag for element in ET.fromstring(soap.body).iter()}
    assert payload(soap) == [("CampaignID", "a"), ("LicenseKey", "k")]
    assert (posted.path, posted.body) == ("/CancelCampaign", b"CampaignID=a&LicenseKey=k")


def test_another_type_in_the_json_sample_is_another_type_in_model_and_json(toy: Toy) -> None:
    toy.edit(f"{REQUEST}.json", '"All": true', '"All": "true"')

    made = toy.generate()

    assert made.fields("sms", REQUEST)["all"].type == "str"
    values = {"all": "true", "message_ids": ("a",), "type_": 0}
    built = made.delete(Wire.JSON, **values)
    assert json.loads(built.body) == {"All": "true", "MessageIDs": ["a"], "Type": 0}
    with pytest.raises(EncodeError, match=r"^all: expected a string, got bool$"):
        made.delete(Wire.JSON, **(values | {"all": True}))


def test_a_number_in_both_samples_is_an_int_in_model_and_on_the_wire(toy: Toy) -> None:
    toy.edit(f"{REQUEST}.json", '"sample string 4"', "5")
    toy.edit(f"{REQUEST}.xml", "sample string 4", "5")

    made = toy.generate()

    assert made.fields("sms", REQUEST)["reference"].type == "None | int"
    values = {"all": False, "message_ids": (), "type_": 0, "reference": 7}
    assert json.loads(made.delete(Wire.JSON, **values).body)["Reference"] == 7


def test_another_order_in_both_samples_is_another_order_on_the_wire(toy: Toy) -> None:
    toy.edit(f"{REQUEST}.json", '  "All": true,\n', "")
    toy.edit(f"{REQUEST}.json", '"Range": 0', '"Range": 0,\n  "All": true')
    toy.edit(f"{REQUEST}.xml", "  <All>true</All>\n", "")
    toy.edit(f"{REQUEST}.xml", "<Range>ALL</Range>", "<Range>ALL</Range>\n  <All>true</All>")

    made = toy.generate()

    kind = made.module("sms").PendingRecurringType.RECURRING
    values = {"all": True, "message_ids": ("a",), "type_": kind}
    assert list(json.loads(made.delete(Wire.JSON, **values).body)) == ["MessageIDs", "Type", "All"]
    assert [child.tag for child in ET.fromstring(made.delete(Wire.XML, **values).body)] == [
        "MessageIDs",
        "Type",
        "All",
    ]


def test_another_item_name_in_the_xml_sample_changes_xml_and_not_json(toy: Toy) -> None:
    path = toy.folder / "contracts" / f"{REQUEST}.xml"
    path.write_text(
        path.read_text("utf-8").replace("<string>", "<ID>").replace("</string>", "</ID>"), "utf-8"
    )

    made = toy.generate()

    kind = made.module("sms").PendingRecurringType.PENDING
    values = {"all": True, "message_ids": ("a", "b"), "type_": kind}
    assert b"<MessageIDs><ID>a</ID><ID>b</ID></MessageIDs>" in made.delete(Wire.XML, **values).body
    assert json.loads(made.delete(Wire.JSON, **values).body)["MessageIDs"] == ["a", "b"]


def test_another_number_for_an_enum_member_changes_json_and_not_xml(toy: Toy) -> None:
    toy.edit("contracts.toml", 'name = "RECURRING", number = 1', 'name = "RECURRING", number = 2')

    made = toy.generate()

    kind = made.module("sms").PendingRecurringType.RECURRING
    values = {"all": False, "message_ids": (), "type_": kind}
    assert json.loads(made.delete(Wire.JSON, **values).body)["Type"] == 2
    assert b"<Type>RECURRING</Type>" in made.delete(Wire.XML, **values).body
