"""A WSDL and every local file it includes, each read strictly and exactly once."""

import os
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
        name: Its path relative to the WSDL, the same on every machine.
        data: Its bytes.
        root: The element they hold.
        includer: Target namespace of the schema that includes this one, empty if none does.
    """

    uri: str
    file: str
    name: str
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
    documents = [_read(path, str(path), path.name, path.resolve().as_uri(), "")]
    if documents[0].root.namespace != WSDL or documents[0].root.name != "definitions":
        raise ContractError(str(path), "line 1", "not a WSDL 1.1 document")
    for document in documents:  # grows while it is walked
        known = {d.uri for d in documents}
        for element, location, includer in _included(document):
            uri = urljoin(document.uri, location)
            if uri not in known:
                known.add(uri)
                place = _Place(document, element, location)
                documents.append(_local(place, uri, includer, path.resolve().parent))
    return tuple(documents)


def _included(document: Document) -> Iterator[tuple[Element, str, str]]:
    for element in document.root.named(WSDL, "import"):
        yield element, element.get("location"), ""
    for schema in document.schemas():
        for element in schema.named(XSD, *_INCLUDING):
            if location := element.get("schemaLocation"):
                includer = "" if element.name == "import" else document.target(schema)
                yield element, location, includer


@frozen
class _Place:
    """Where a file is included."""

    document: Document
    element: Element
    location: str

    def error(self, what: str) -> ContractError:
        what = f"{self.element.name} of {self.location}: {what}"
        return ContractError(self.document.file, f"line {self.element.line}", what)


def _local(place: _Place, uri: str, includer: str, folder: Path) -> Document:
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        raise place.error("remote files are refused; save it beside the WSDL and point there")
    path = Path(unquote(parts.path))
    if not path.is_file():
        raise place.error("no such file")
    shown = Path(place.document.file).parent / unquote(urlsplit(place.location).path)
    name = Path(os.path.relpath(path, folder)).as_posix()
    return _read(path, str(shown), name, uri, includer)


def _read(path: Path, file: str, name: str, uri: str, includer: str) -> Document:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContractError(file, "file", f"cannot be read: {error.strerror}") from None
    root = parse(data, file)
    if root.namespace not in (WSDL, XSD):
        raise ContractError(file, f"line {root.line}", "neither WSDL 1.1 nor XML Schema")
    return Document(uri=uri, file=file, name=name, data=data, root=root, includer=includer)
