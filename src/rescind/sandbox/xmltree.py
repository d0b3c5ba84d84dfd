"""Reading XML as .NET's reader does: a tree with positions, and that reader's words for errors."""

import codecs
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

import attrs

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

_DTD_PROHIBITED = (
    "For security reasons DTD is prohibited in this XML document. To enable DTD processing set "
    "the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into "
    "XmlReader.Create method."
)


class XmlError(Exception):
    """The document is not well-formed, or not in a form the reader accepts."""


class _DoctypeError(Exception):
    pass


@attrs.define(eq=False)
class Node:
    """An element.

    Attributes:
        namespace: Its namespace; empty without one.
        name: Its local name.
        attributes: Its attributes by namespace and local name.
        line: The line of its start tag, from 1.
        column: The column of the start tag's name, from 1.
        content: Child elements and text, in order.
        after: Line and column where the reader stands once it has read past the end tag; None when
            the document breaks off before.
    """

    namespace: str
    name: str
    attributes: dict[tuple[str, str], str]
    line: int
    column: int
    content: "list[Node | str]" = attrs.field(factory=list["Node | str"])
    after: tuple[int, int] | None = None

    def children(self) -> Iterator["Node"]:
        """The child elements, in order."""
        return (item for item in self.content if isinstance(item, Node))

    def child(self, namespace: str, name: str) -> "Node | None":
        """The first child element of this name."""
        for child in self.children():
            if child.name == name and child.namespace == namespace:
                return child
        return None

    @property
    def nil(self) -> bool:
        """It says `xsi:nil="true"`."""
        return self.attributes.get((XSI, "nil"), "").strip() in ("true", "1")


@attrs.frozen
class Document:
    """What could be read of a document.

    Attributes:
        root: The root element, perhaps incomplete; None when there is none.
        error: Why reading stopped early; None when it did not.
        instructions: It holds processing instructions.
    """

    root: Node | None
    error: XmlError | None
    instructions: bool


def decode(body: bytes, encoding: str) -> str:
    """Decode a body as .NET's StreamReader: a byte order mark wins, bad bytes are replaced.

    Args:
        body: The bytes.
        encoding: The name of the encoding to use without a mark.
    """
    for mark, marked in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return body[len(mark) :].decode(marked, "replace")
    if encoding == "ascii":
        return bytes(byte if byte < 0x80 else 0x3F for byte in body).decode("ascii")
    return body.decode("utf-16-le" if encoding == "utf-16" else encoding, "replace")


def parse(source: str | bytes) -> Document:
    """Read a document as far as it goes.

    Args:
        source: Text, whose declared encoding is then of no account, or bytes, which are read by the
            rules of XML.
    """
    return _Builder(source).build()


def string_content(node: Node) -> tuple[str, bool]:
    """What .NET's ReadElementString makes of an element, and whether it lost its place.

    A child element right at the beginning is entered: its text is the value, and the end tag of the
    element is then taken for that of its parent, so that what follows in the parent is not read.

    Raises:
        XmlError: There is markup where text belongs.
    """
    if not node.content:
        return "", False
    first = node.content[0]
    if isinstance(first, Node):
        text = _only_text(first)
        if len(node.content) > 1:
            raise XmlError("markup after the text")
        return text, True
    return _only_text(node), False


def _only_text(node: Node) -> str:
    parts: list[str] = []
    for item in node.content:
        if isinstance(item, Node):
            raise XmlError(
                f"'Element' is an invalid XmlNodeType. Line {item.line}, position {item.column}."
            )
        parts.append(item)
    return "".join(parts)


class _Builder:
    """Builds the tree from expat's events."""

    def __init__(self, source: str | bytes) -> None:
        self._source = source
        self._root: Node | None = None
        self._open: list[Node] = []
        self._closed: list[Node] = []
        self._instructions = False
        encoding = "utf-8" if isinstance(source, str) else None
        self._parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._doctype

    def build(self) -> Document:
        source = self._source
        data = source.encode("utf-8", "replace") if isinstance(source, str) else source
        error: XmlError | None = None
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as problem:
            error = XmlError(self._words(problem))
        except _DoctypeError:
            error = XmlError(_DTD_PROHIBITED)
        except (LookupError, ValueError):
            error = XmlError("System does not support the declared encoding. Line 1, position 1.")
        else:
            self._moved(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        return Document(self._root, error, self._instructions)

    def _moved(self, line: int, column: int) -> None:
        """The reader has come to the next node: elements closed before are now behind it."""
        for node in self._closed:
            node.after = (line, column)
        self._closed.clear()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 2
        self._moved(line, column)
        node = Node(
            *_split(name),
            {_split(key): value for key, value in attributes.items()},
            line,
            column,
        )
        if self._open:
            self._open[-1].content.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._moved(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 3)
        self._closed.append(self._open.pop())

    def _text(self, text: str) -> None:
        if text.strip(" \t\r\n"):
            self._moved(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        if self._open:
            content = self._open[-1].content
            if content and isinstance(content[-1], str):
                content[-1] += text
            else:
                content.append(text)

    def _instruction(self, _target: str, _data: str) -> None:
        self._instructions = True

    def _doctype(self, *_declaration: object) -> None:
        raise _DoctypeError

    def _words(self, problem: expat.ExpatError) -> str:
        place = f" Line {problem.lineno}, position {problem.offset + 1}."
        code = problem.code
        if code == _NO_ELEMENTS:
            if not self._open:
                return "Root element is missing."
            names = ", ".join(node.name for node in reversed(self._open))
            return (
                "Unexpected end of file has occurred. The following elements are not closed: "
                f"{names}.{place}"
            )
        if code == _TAG_MISMATCH and self._open:
            node = self._open[-1]
            return (
                f"The '{node.name}' start tag on line {node.line} position {node.column} does not "
                f"match the end tag.{place}"
            )
        if code in _WORDS:
            return _WORDS[code] + place
        if not self._open:
            return self._bad_root(place)
        return f"The document is not well-formed: {expat.ErrorString(code)}.{place}"

    def _bad_root(self, place: str) -> str:
        """Text where the root element belongs, or after it; .NET points to its beginning."""
        if self._root is None:
            source = self._source
            text = source if isinstance(source, str) else source.decode("latin-1")
            before = text[: len(text) - len(text.lstrip())]
            line = before.count("\n") + 1
            column = len(before) - before.rfind("\n")
            place = f" Line {line}, position {column}."
        return f"Data at the root level is invalid.{place}"


def _split(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition(" ")
    return namespace, local


_NO_ELEMENTS = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_TAG_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_WORDS = {
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: (
        "There is a duplicate attribute name."
    ),
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: (
        "Reference to undeclared entity."
    ),
    expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]: "There is an undeclared prefix.",
    expat.errors.codes[expat.errors.XML_ERROR_MISPLACED_XML_PI]: (
        "Unexpected XML declaration. The XML declaration must be the first node in the document, "
        "and no whitespace characters are allowed to appear before it."
    ),
}
