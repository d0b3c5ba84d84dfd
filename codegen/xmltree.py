"""Strict XML reading with line numbers.

xsdata's default reader recovers from broken XML when lxml is installed. Every XML input is
therefore read here first, with expat, which does not.
"""

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from attrs import define, field

from codegen.problems import ContractError


@define
class Element:
    """One XML element.

    Attributes:
        namespace: Namespace URI, empty for none.
        name: Local name.
        attributes: Values by name; a qualified name is written ``{uri}name``.
        prefixes: Namespace URIs by prefix, as in scope here.
        line: Line of the start tag, counted from 1.
        children: Child elements in order.
        text: Character data before the first child.
        tail: Character data between the end tag and whatever follows it in the parent.
    """

    namespace: str
    name: str
    attributes: Mapping[str, str]
    prefixes: Mapping[str, str]
    line: int
    children: list["Element"] = field(factory=list["Element"])
    text: str = ""
    tail: str = ""

    def get(self, attribute: str) -> str:
        """Return an attribute's value, or an empty string."""
        return self.attributes.get(attribute, "")

    def named(self, namespace: str, *names: str) -> Iterator["Element"]:
        """Yield the children with this namespace and one of these names."""
        return (c for c in self.children if c.namespace == namespace and c.name in names)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and everything inside it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all_text(self) -> str:
        """Return the character data inside, that of children included, in document order."""
        return self.text + "".join(child.all_text() + child.tail for child in self.children)

    def resolve(self, reference: str) -> tuple[str, str] | None:
        """Return (namespace, local name) of a prefixed name, None for a prefix not declared."""
        prefix, _, name = reference.rpartition(":")
        if prefix and prefix not in self.prefixes:
            return None
        return self.prefixes.get(prefix, ""), name


def parse(data: bytes, file: str) -> Element:
    """Read a whole document.

    Args:
        data: The document's bytes.
        file: Its name, for errors.

    Returns:
        The root element.

    Raises:
        ContractError: Not well-formed, cut off, or with a DOCTYPE.
    """
    builder = _Builder(file)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        what = f"not well-formed XML: {expat.ErrorString(error.code)}"
        raise ContractError(file, f"line {error.lineno}, column {error.offset + 1}", what) from None
    return builder.root


class _Builder:
    """Expat's callbacks, building the tree."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartNamespaceDeclHandler = self._namespace
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._declared: dict[str, str] = {}
        self._open: list[Element] = []
        self.root: Element

    def _doctype(self, *_: object) -> None:
        line = f"line {self.parser.CurrentLineNumber}"
        raise ContractError(self.file, line, "a DOCTYPE is not allowed")

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else None
        prefixes = parent.prefixes if parent else {"xml": "http://www.w3.org/XML/1998/namespace"}
        if self._declared:
            prefixes = {**prefixes, **self._declared}
            self._declared = {}
        namespace, _, local = name.rpartition("}")
        element = Element(
            namespace=namespace,
            name=local,
            attributes={f"{{{k}" if "}" in k else k: v for k, v in attributes.items()},
            prefixes=prefixes,
            line=self.parser.CurrentLineNumber,
        )
        if parent:
            parent.children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, data: str) -> None:
        element = self._open[-1]
        if element.children:
            element.children[-1].tail += data
        else:
            element.text += data
