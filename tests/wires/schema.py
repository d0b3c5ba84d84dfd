"""The WSDL, read with the standard library: what order and which types the elements have."""

import functools
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

import attrs

from tests.wires.pages import CONTRACTS

_WSDL = "{http://schemas.xmlsoap.org/wsdl/}"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


@attrs.frozen
class Child:
    """One element of a sequence: `kind` is a simple type of XML Schema or a complex type."""

    name: str
    kind: str
    required: bool
    repeated: bool
    nillable: bool


@attrs.frozen
class Schema:
    elements: Mapping[str, Sequence[Child]]
    types: Mapping[str, Sequence[Child]]
    parts: Mapping[str, Sequence[tuple[str, str]]]

    def check(self, element: ET.Element, children: Sequence[Child], namespace: str) -> None:
        """Children stand in the order of the sequence, none too many and none missing."""
        names = [child.tag for child in element]
        position = 0
        for child in children:
            tag = f"{{{namespace}}}{child.name}"
            count = 0
            while position < len(names) and names[position] == tag:
                if child.nillable and element[position].get(_NIL) == "true":
                    assert len(element[position]) == 0
                elif child.kind in self.types:
                    self.check(element[position], self.types[child.kind], namespace)
                position += 1
                count += 1
            assert count >= child.required, f"{child.name} is missing"
            assert count <= 1 or child.repeated, f"{child.name} stands there {count} times"
        assert position == len(names), f"{names[position:]} is out of order or unknown"


@functools.cache
def phone_notify() -> Schema:
    root = ET.parse(CONTRACTS / "phone_notify.wsdl").getroot()
    (schema, _) = root.findall(f"{_WSDL}types/{_XSD}schema")
    return Schema(
        elements={
            element.get("name", ""): _children(element.find(f"{_XSD}complexType"))
            for element in schema.findall(f"{_XSD}element")
        },
        types={
            complex_type.get("name", ""): _children(complex_type)
            for complex_type in schema.findall(f"{_XSD}complexType")
        },
        parts={
            message.get("name", ""): [
                (part.get("name", ""), part.get("type", "")) for part in message
            ]
            for message in root.findall(f"{_WSDL}message")
        },
    )


def _children(complex_type: ET.Element | None) -> Sequence[Child]:
    if complex_type is None:
        return ()
    return tuple(
        Child(
            name=element.get("name", ""),
            kind=element.get("type", "").partition(":")[2],
            required=element.get("minOccurs") != "0",
            repeated=element.get("maxOccurs") == "unbounded",
            nillable=element.get("nillable") == "true",
        )
        for element in complex_type.findall(f"{_XSD}sequence/{_XSD}element")
    )
