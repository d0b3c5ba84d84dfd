"""The PhoneNotify contract, read from its WSDL at run time."""

import functools
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from types import MappingProxyType
from xml.etree import ElementTree as ET

import attrs

_WSDL = "{http://schemas.xmlsoap.org/wsdl/}"
_SOAP = "{http://schemas.xmlsoap.org/wsdl/soap/}"
_HTTP = "{http://schemas.xmlsoap.org/wsdl/http/}"
_XSD = "{http://www.w3.org/2001/XMLSchema}"

_ADDRESS = re.compile(r'(<[\w.-]+:address\s+location=")[^"]*(")')


@attrs.frozen
class Element:
    """An element of the schema.

    Attributes:
        name: Its name.
        type: The local name of its type: of XML Schema ("int") or of the contract ("NotifyReturn").
        optional: It may be left out (minOccurs 0).
        repeated: It may occur more than once.
        nillable: It may say `xsi:nil`.
    """

    name: str
    type: str
    optional: bool = True
    repeated: bool = False
    nillable: bool = False


@attrs.frozen
class Operation:
    """One operation.

    Attributes:
        name: Its name, which is also the name of the request element.
        soap_action: The SOAPAction, without quotes.
        parameters: The parameters in order.
        result: The result element of the SOAP answer; None for a void operation.
        http: It has a GET and a POST form.
        http_result: The root element of the GET and POST answer.
        documentation: What the WSDL says about it.
    """

    name: str
    soap_action: str
    parameters: tuple[Element, ...]
    result: Element | None
    http: bool
    http_result: Element | None
    documentation: str


@attrs.frozen
class Contract:
    """What the WSDL says.

    Attributes:
        namespace: The target namespace.
        operations: The operations by name, in the order of the WSDL.
        types: The members of each complex type, by its name.
        text: The WSDL as it stands in the package.
    """

    namespace: str
    operations: Mapping[str, Operation]
    types: Mapping[str, tuple[Element, ...]]
    text: str = attrs.field(repr=False)

    def wsdl(self, address: str) -> str:
        """The WSDL with this address in its ports, as ASMX writes the request's own."""
        escaped = address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        return _ADDRESS.sub(lambda match: match[1] + escaped + match[2], self.text)


@functools.cache
def phone_notify() -> Contract:
    """The contract of PhoneNotify, from the WSDL shipped with the models."""
    folder = resources.files("rescind_models") / "phone_notify"
    return read((folder / "phone_notify.wsdl").read_text(encoding="utf-8"))


def read(text: str) -> Contract:
    """Read an ASMX WSDL: document/literal SOAP bindings, GET and POST bindings if it has them."""
    root = ET.fromstring(text)  # noqa: S314 - a file of this distribution
    namespace = root.get("targetNamespace", "")
    schema = next(
        schema
        for schema in root.iterfind(f"{_WSDL}types/{_XSD}schema")
        if schema.get("targetNamespace") == namespace
    )
    wrappers = {
        element.get("name", ""): tuple(_members(element.find(f"{_XSD}complexType")))
        for element in schema.iterfind(f"{_XSD}element")
        if element.get("type") is None
    }
    roots = {
        element.get("name", ""): _element(element)
        for element in schema.iterfind(f"{_XSD}element")
        if element.get("type") is not None
    }
    types = {
        element.get("name", ""): tuple(_members(element))
        for element in schema.iterfind(f"{_XSD}complexType")
    }
    outputs = _http_outputs(root)
    documentation = _documentation(root)
    operations: dict[str, Operation] = {}
    for name, action in _soap_operations(root):
        (result,) = wrappers[f"{name}Response"] or (None,)
        output = outputs.get(name)
        operations[name] = Operation(
            name=name,
            soap_action=action,
            parameters=wrappers[name],
            result=result,
            http=name in outputs,
            http_result=roots[output] if output else None,
            documentation=documentation.get(name, ""),
        )
    return Contract(namespace, MappingProxyType(operations), MappingProxyType(types), text)


def _soap_operations(root: ET.Element) -> Iterator[tuple[str, str]]:
    for binding in root.iterfind(f"{_WSDL}binding"):
        if binding.find(f"{_SOAP}binding") is not None:
            for operation in binding.iterfind(f"{_WSDL}operation"):
                soap = operation.find(f"{_SOAP}operation")
                action = "" if soap is None else soap.get("soapAction", "")
                yield operation.get("name", ""), action


def _http_outputs(root: ET.Element) -> dict[str, str | None]:
    """Root element of the answer, by operation, for those with a GET form; None for void ones."""
    messages = {
        message.get("name", ""): message.find(f"{_WSDL}part")
        for message in root.iterfind(f"{_WSDL}message")
    }
    ports = {port.get("name", ""): port for port in root.iterfind(f"{_WSDL}portType")}
    outputs: dict[str, str | None] = {}
    for binding in root.iterfind(f"{_WSDL}binding"):
        http = binding.find(f"{_HTTP}binding")
        if http is None or http.get("verb") != "GET":
            continue
        for operation in ports[_local(binding.get("type", ""))].iterfind(f"{_WSDL}operation"):
            output = operation.find(f"{_WSDL}output")
            message = "" if output is None else _local(output.get("message", ""))
            part = messages.get(message)
            element = None if part is None else part.get("element")
            outputs[operation.get("name", "")] = element and _local(element)
    return outputs


def _documentation(root: ET.Element) -> dict[str, str]:
    return {
        operation.get("name", ""): operation.findtext(f"{_WSDL}documentation", "")
        for port in root.iterfind(f"{_WSDL}portType")
        for operation in port.iterfind(f"{_WSDL}operation")
    }


def _members(complex_type: ET.Element | None) -> Iterator[Element]:
    if complex_type is not None:
        for element in complex_type.iterfind(f"{_XSD}sequence/{_XSD}element"):
            yield _element(element)


def _element(element: ET.Element) -> Element:
    return Element(
        name=element.get("name", ""),
        type=_local(element.get("type", "")),
        optional=element.get("minOccurs", "1") == "0",
        repeated=element.get("maxOccurs", "1") == "unbounded",
        nillable=element.get("nillable") == "true",
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2]
