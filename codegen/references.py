"""Every type and element that a schema names must exist.

xsdata only warns about an unresolved reference and goes on with text; here it is an error with its
line.
"""

from collections.abc import Iterable, Iterator

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
_BUILTIN = frozenset(d.code for d in DataType)

Known = set[tuple[str, str]]
"""(kind, qualified name) of every global component."""


def check(documents: Iterable[Document], service: Service) -> None:
    """Refuse a reference that leads nowhere.

    The schema element of a .NET DataSet (``ref="s:schema"``) is let through. Components that only
    the messages of HttpGet and HttpPost use are not looked into: nothing is generated from them.

    Args:
        documents: From ``documents.load``.
        service: From ``wsdl.read``.

    Raises:
        ContractError: The first unresolved reference.
    """
    documents = tuple(documents)
    known = set(_defined(documents))
    for document in documents:
        for schema in document.schemas():
            for component in schema.children:
                name = qualified(document.target(schema), component.get("name"))
                if name not in service.http_only:
                    _check_component(document, schema, component, known)
        for message in document.root.named(WSDL, "message"):
            for part in message.named(WSDL, "part"):
                if part.get("element"):
                    _check(document, "", part, "element", part.get("element"), known)


def referenced(documents: Iterable[Document]) -> frozenset[str]:
    """Return the qualified names that some schema component refers to.

    An element named as a type that is referred to counts too: xsdata makes one class of the two.
    """
    found: set[str] = set()
    for document in documents:
        for schema in document.schemas():
            for element in schema.walk():
                for _, reference in _references(element):
                    if resolved := element.resolve(reference):
                        found.add(qualified(*resolved))
    return frozenset(found)


def _defined(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        for schema in document.schemas():
            redefining = schema.named(XSD, "redefine", "override")
            for parent in (schema, *redefining):
                for component in parent.children:
                    if kind := _DEFINING.get(component.name):
                        yield kind, qualified(document.target(schema), component.get("name"))


def _check_component(document: Document, schema: Element, component: Element, known: Known) -> None:
    for element in component.walk():
        if element.namespace == XSD:
            for kind, reference in _references(element):
                _check(document, document.target(schema), element, kind, reference, known)


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
        raise ContractError(
            document.file, f"line {element.line}", f"{kind} {reference}: the prefix is not declared"
        )
    namespace, name = resolved
    if namespace == XSD:
        exists = name in _BUILTIN if kind == "type" else (kind, name) == ("element", "schema")
    elif namespace == _XML:
        exists = kind == "attribute"
    else:
        chameleon = not namespace and bool(document.includer)
        exists = (kind, qualified(target if chameleon else namespace, name)) in known
    if not exists:
        raise ContractError(
            document.file, f"line {element.line}", f"{kind} {reference} is not defined anywhere"
        )
