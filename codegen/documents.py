"""A WSDL and every local file it includes, each read strictly and exactly once."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from attrs import frozen

from codegen.problems import ContractError
from codegen.xmltree import Element, parse

WSDL = "http://schemas.xmlsoap.org/wsdl/"
XSD = "http://www.w3.org/2001/XMLSchema"

_INCLUDING = ("import", "include", "redefine", "override")


@frozen
class Document:
    """One input file.

    Attributes:
        uri: Its file URI, by which xsdata asks for it.
        file: Its path as the user knows it, for errors.
        data: Its bytes.
        root: The element they hold.
        includer: Target namespace of the schema that includes this one, empty if none does.
    """

    uri: str
    file: str
    data: bytes
    root: Element
    includer: str = ""

    def schemas(self) -> Iterator[Element]:
        """Yield the schemas in it: itself, or those of ``wsdl:types``."""
        if self.root.namespace == XSD:
            yield self.root
        for types in self.root.named(WSDL, "types"):
            yield from types.named(XSD, "schema")

    def target(self, schema: Element) -> str:
        """Return the namespace that a schema of this document defines."""
        return schema.get("targetNamespace") or self.includer


def load(path: Path) -> tuple[Document, ...]:
    """Read a WSDL and what it includes.

    Args:
        path: The WSDL.

    Returns:
        The WSDL first, then the included files in the order they are met.

    Raises:
        ContractError: A file that is missing, broken, remote, or neither WSDL 1.1 nor XML Schema.
    """
    documents = [_read(path, str(path), path.resolve().as_uri(), "")]
    if documents[0].root.namespace != WSDL or documents[0].root.name != "definitions":
        raise ContractError(str(path), "line 1", "not a WSDL 1.1 document")
    for document in documents:  # grows while it is walked
        known = {d.uri for d in documents}
        for element, location, includer in _included(document):
            uri = urljoin(document.uri, location)
            if uri not in known:
                known.add(uri)
                documents.append(_local(document, element, location, uri, includer))
    return tuple(documents)


def _included(document: Document) -> Iterator[tuple[Element, str, str]]:
    for element in document.root.named(WSDL, "import"):
        yield element, element.get("location"), ""
    for schema in document.schemas():
        for element in schema.named(XSD, *_INCLUDING):
            if location := element.get("schemaLocation"):
                includer = "" if element.name == "import" else document.target(schema)
                yield element, location, includer


def _local(
    document: Document, element: Element, location: str, uri: str, includer: str
) -> Document:
    place = f"line {element.line}"
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        what = f"remote {element.name} of {location}: save it beside the WSDL and point there"
        raise ContractError(document.file, place, what)
    path = Path(unquote(parts.path))
    if not path.is_file():
        raise ContractError(document.file, place, f"{element.name} of {location}: no such file")
    shown = Path(document.file).parent / unquote(urlsplit(location).path)
    return _read(path, str(shown), uri, includer)


def _read(path: Path, file: str, uri: str, includer: str) -> Document:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContractError(file, "file", f"cannot be read: {error.strerror}") from None
    root = parse(data, file)
    if root.namespace not in (WSDL, XSD):
        raise ContractError(file, f"line {root.line}", "neither WSDL 1.1 nor XML Schema")
    return Document(uri=uri, file=file, data=data, root=root, includer=includer)
