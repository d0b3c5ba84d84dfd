"""Schemas must say what they mean: proper names, numbers and flags, and no type missing.

xsdata only warns about an unresolved reference or an odd number and goes on with a guess; here it
is an error with its line.
"""

import re
from collections.abc import Container, Iterable, Iterator

from xsdata.models.enums import DataType

from codegen.documents import WSDL, XSD, Document
from codegen.problems import ContractError
from codegen.wsdl import Service, qualified
from codegen.xmltree import Element

_XML = "http://www.w3.org/XML/1998/namespace"
_DEFINING = {
    "element": "element",
    "complexType": "type",
    "simpleType": "type",
    "group": "group",
    "attributeGroup": "attributeGroup",
    "attribute": "attribute",
}
_TYPE_ATTRIBUTES = ("type", "base", "itemType", "memberTypes")
_NAMED = ("complexType", "simpleType", "group", "attributeGroup", "element", "attribute")
_NAME = re.compile(r"[^\W\d][\w.·-]*")
_FLAG = re.compile("true|false|1|0")
_FORM = re.compile("qualified|unqualified")
_VALUES = {
    "name": _NAME,
    "minOccurs": re.compile("[0-9]+"),
    "maxOccurs": re.compile("[0-9]+|unbounded"),
    "nillable": _FLAG,
    "abstract": _FLAG,
    "mixed": _FLAG,
    "use": re.compile("optional|required|prohibited"),
    "form": _FORM,
    "elementFormDefault": _FORM,
    "attributeFormDefault": _FORM,
}
"""What the attributes that matter to us may hold."""

_FACETS = frozenset({
    "enumeration", "fractionDigits", "length", "maxExclusive", "maxInclusive", "maxLength",
    "minExclusive", "minInclusive", "minLength", "pattern", "totalDigits", "whiteSpace",
})  # fmt: skip

_BUILTIN = frozenset(d.code for d in DataType)

Known = set[tuple[str, str]]
"""(kind, qualified name) of every global component."""


def unused(documents: Iterable[Document], service: Service) -> frozenset[str]:
    """Return the qualified names of what only HttpGet and HttpPost use: nothing is made of it.

    An element named as a type that is referred to is not among them: xsdata makes one class of the
    two.

    Args:
        documents: From ``documents.load``.
        service: From ``wsdl.read``.
    """
    elements = (e for d in documents for schema in d.schemas() for e in schema.walk())
    found = (element.resolve(name) for element in elements for _, name in _references(element))
    return service.http_only - {qualified(*resolved) for resolved in found if resolved}


def check(documents: Iterable[Document], ignored: Container[str]) -> None:
    """Refuse a value that XML Schema does not allow and a reference that leads nowhere.

    The schema element of a .NET DataSet (``ref="s:schema"``) is let through.

    Args:
        documents: From ``documents.load``.
        ignored: Qualified names of components that are not looked into.

    Raises:
        ContractError: The first of them.
    """
    documents = tuple(documents)
    known = set(_defined(documents))
    for document in documents:
        for schema in document.schemas():
            _check_values(document, schema)
            for component in schema.children:
                name = qualified(document.target(schema), component.get("name"))
                if name not in ignored:
                    _check_component(document, schema, component, known)
        for message in document.root.named(WSDL, "message"):
            for part in message.named(WSDL, "part"):
                if part.get("element"):
                    _check(document, "", part, "element", part.get("element"), known)


def _defined(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        for schema in document.schemas():
            redefining = schema.named(XSD, "redefine", "override")
            for parent in (schema, *redefining):
                for component in parent.children:
                    if kind := _DEFINING.get(component.name):
                        yield kind, qualified(document.target(schema), component.get("name"))


def _check_component(document: Document, schema: Element, component: Element, known: Known) -> None:
    if component.name in _NAMED and not component.get("name"):
        raise _error(document, component, f"{component.name} without a name")
    for element in _constructs(component):
        _check_values(document, element)
        for kind, reference in _references(element):
            _check(document, document.target(schema), element, kind, reference, known)


def _constructs(component: Element) -> Iterator[Element]:
    """Yield the elements of XML Schema inside, those in annotations left out."""
    if component.namespace == XSD and component.name != "annotation":
        yield component
        for child in component.children:
            yield from _constructs(child)


def _check_values(document: Document, element: Element) -> None:
    for attribute, allowed in _VALUES.items():
        value = element.attributes.get(attribute)
        if value is not None and not allowed.fullmatch(value):
            raise _error(document, element, f"{element.name} with {attribute}={value!r}")
    if element.name in ("element", "attribute") and not (element.get("name") or element.get("ref")):
        raise _error(document, element, f"{element.name} without a name")
    if element.name in _FACETS and "value" not in element.attributes:
        raise _error(document, element, f"{element.name} without a value")


def _error(document: Document, element: Element, what: str) -> ContractError:
    return ContractError(document.file, f"line {element.line}", what)


def _references(element: Element) -> Iterator[tuple[str, str]]:
    for attribute in _TYPE_ATTRIBUTES:
        for reference in element.get(attribute).split():
            yield "type", reference
    if element.get("ref"):
        yield _DEFINING.get(element.name, "element"), element.get("ref")
    for reference in element.get("substitutionGroup").split():
        yield "element", reference


def _check(
    document: Document, target: str, element: Element, kind: str, reference: str, known: Known
) -> None:
    resolved = element.resolve(reference)
    if resolved is None:
        raise _error(document, element, f"{kind} {reference}: the prefix is not declared")
    namespace, name = resolved
    if namespace == XSD:
        exists = name in _BUILTIN if kind == "type" else (kind, name) == ("element", "schema")
    elif namespace == _XML:
        exists = kind == "attribute"
    else:
        chameleon = not namespace and bool(document.includer)
        exists = (kind, qualified(target if chameleon else namespace, name)) in known
    if not exists:
        raise _error(document, element, f"{kind} {reference} is not defined anywhere")
