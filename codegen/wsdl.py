"""The operations of a WSDL 1.1 service and the wires each is offered over.

Document/literal SOAP 1.1 and 1.2 and ASMX's HttpGet and HttpPost ports; anything else is refused by line. xsdata's own WSDL
mapper is not used: it fails on HttpGet and HttpPost ports and makes envelope classes.
"""

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from codegen.documents import WSDL, Document
from codegen.problems import ContractError
from codegen.xmltree import Element

WIRES = ("SOAP11", "SOAP12", "HTTP_POST", "HTTP_GET")
"""Members of the generated ``Wire`` enumeration, in the order in which an operation lists them."""

_SOAP = {
    "http://schemas.xmlsoap.org/wsdl/soap/": "SOAP11",
    "http://schemas.xmlsoap.org/wsdl/soap12/": "SOAP12",
}
_HTTP = "http://schemas.xmlsoap.org/wsdl/http/"
_MIME = "http://schemas.xmlsoap.org/wsdl/mime/"
_OVER_HTTP = (
    "http://schemas.xmlsoap.org/soap/http",
    "http://www.w3.org/2003/05/soap/bindings/HTTP/",
)
_FORM = "application/x-www-form-urlencoded"


@define
class WsdlOperation:
    """One operation.

    Attributes:
        name: Its name; of overloaded operations, the name of the input message.
        documentation: What the WSDL says about it, on one line.
        request: ``{namespace}name`` of the SOAP body's element.
        response: The same of the answer, None for a one-way operation.
        wires: Members of ``WIRES``.
        soap_action: As in the WSDL.
        path: Location of the HttpGet and HttpPost forms under the service's address.
        result_root: Local name of the root element those two answer with.
    """

    name: str
    documentation: str
    request: str = ""
    response: str | None = None
    wires: tuple[str, ...] = ()
    soap_action: str = ""
    path: str = ""
    result_root: str | None = None


@frozen
class Service:
    """What a WSDL offers.

    Attributes:
        operations: In the order of the WSDL.
        http_only: ``{namespace}name`` of the global elements and types that only HttpGet and HttpPost messages use.
    """

    operations: tuple[WsdlOperation, ...]
    http_only: frozenset[str]


def qualified(namespace: str, name: str) -> str:
    """Return ``{namespace}name``, or the bare name without a namespace."""
    return f"{{{namespace}}}{name}" if namespace else name


def read(documents: Iterable[Document]) -> Service:
    """Read the operations of all services of a WSDL.

    Args:
        documents: From ``documents.load``.

    Returns:
        The operations.

    Raises:
        ContractError: A binding, style or message that is not supported, or a name that nothing defines.
    """
    reader = _Reader(tuple(d for d in documents if d.root.namespace == WSDL))
    reader.read()
    return Service(tuple(reader.operations.values()), reader.http_only())


@define
class _Named:
    """A message, port type or binding, with the file it is in."""

    element: Element
    file: str


@define
class _Reader:
    documents: tuple[Document, ...]
    operations: dict[str, WsdlOperation] = field(factory=dict[str, WsdlOperation])
    _http_messages: list[Element] = field(factory=list[Element])

    def read(self) -> None:
        for document in self.documents:
            for service in document.root.named(WSDL, "service"):
                for port in service.named(WSDL, "port"):
                    self._port(document.file, port)
        if not self.operations:
            raise ContractError(self.documents[0].file, "line 1", "no service with an operation")
        for operation in self.operations.values():
            if not operation.request:
                what = f"operation {operation.name} has no SOAP form to take its models from"
                raise ContractError(self.documents[0].file, f"operation {operation.name}", what)
            operation.wires = tuple(w for w in WIRES if w in operation.wires)

    def http_only(self) -> frozenset[str]:
        over_http: set[str] = set()
        elsewhere: set[str] = set()
        for document in self.documents:
            for message in document.root.named(WSDL, "message"):
                used = any(message is m for m in self._http_messages)
                (over_http if used else elsewhere).update(
                    map(_part_name, message.named(WSDL, "part"))
                )
        return frozenset(over_http - elsewhere)

    def _find(self, file: str, at: Element, kind: str, reference: str) -> _Named:
        resolved = at.resolve(reference)
        for document in self.documents:
            for element in document.root.named(WSDL, kind):
                if (document.root.get("targetNamespace"), element.get("name")) == resolved:
                    return _Named(element, document.file)
        raise ContractError(file, f"line {at.line}", f"{kind} {reference} is not defined")

    def _port(self, file: str, port: Element) -> None:
        binding = self._find(file, port, "binding", port.get("binding"))
        element = binding.element
        port_type = self._find(binding.file, element, "portType", element.get("type"))
        extension = next(
            (c for c in element.children if c.namespace in (*_SOAP, _HTTP) and c.name == "binding"),
            None,
        )
        if extension is None:
            what = f"binding {element.get('name')} is neither SOAP nor HTTP"
            raise ContractError(binding.file, f"line {element.line}", what)
        for operation in element.named(WSDL, "operation"):
            abstract = _abstract(port_type, binding.file, operation)
            known = self._operation(port_type, abstract)
            if extension.namespace == _HTTP:
                self._http(binding.file, extension, operation, port_type.file, abstract, known)
            else:
                self._soap(binding.file, extension, operation, port_type.file, abstract, known)

    def _operation(self, port_type: _Named, abstract: Element) -> WsdlOperation:
        same = [
            o
            for o in port_type.element.named(WSDL, "operation")
            if o.get("name") == abstract.get("name")
        ]
        name = (
            abstract.get("name")
            if len(same) == 1
            else _input_name(abstract) or abstract.get("name")
        )
        return self.operations.setdefault(name, WsdlOperation(name, _documentation(abstract)))

    def _soap(
        self,
        file: str,
        extension: Element,
        operation: Element,
        abstract_file: str,
        abstract: Element,
        known: WsdlOperation,
    ) -> None:
        namespace = extension.namespace
        place = f"line {operation.line}"
        if (transport := extension.get("transport")) not in _OVER_HTTP:
            raise ContractError(
                file, f"line {extension.line}", f"transport {transport or '(none)'} is not HTTP"
            )
        detail = next(operation.named(namespace, "operation"), None)
        style = (detail.get("style") if detail else "") or extension.get("style") or "document"
        if style != "document":
            raise ContractError(
                file,
                place,
                f"operation {known.name} is {style} style; only document style is supported",
            )
        request, response = (
            self._body(file, namespace, operation, abstract_file, abstract, direction, known)
            for direction in ("input", "output")
        )
        if request is None:
            raise ContractError(file, place, f"operation {known.name} has no input")
        if known.request and (known.request, known.response) != (request, response):
            raise ContractError(
                file, place, f"operation {known.name} is defined twice, with different messages"
            )
        known.request, known.response = request, response
        known.wires += (_SOAP[namespace],)
        if detail is not None and not known.soap_action:
            known.soap_action = detail.get("soapAction")

    def _body(
        self,
        file: str,
        namespace: str,
        operation: Element,
        abstract_file: str,
        abstract: Element,
        direction: str,
        known: WsdlOperation,
    ) -> str | None:
        carried = next(abstract.named(WSDL, direction), None)
        if carried is None:
            return None
        message = self._find(abstract_file, carried, "message", carried.get("message"))
        bound = next(operation.named(WSDL, direction), None)
        body = next(bound.named(namespace, "body"), None) if bound else None
        if body is None:
            raise ContractError(
                file,
                f"line {operation.line}",
                f"operation {known.name}: {direction} without a soap:body",
            )
        if (body.get("use") or "literal") != "literal":
            raise ContractError(
                file,
                f"line {body.line}",
                f"operation {known.name} is encoded; only literal use is supported",
            )
        chosen = body.attributes.get("parts")
        parts = [
            p
            for p in message.element.named(WSDL, "part")
            if chosen is None or p.get("name") in chosen.split()
        ]
        place = f"line {message.element.line}"
        if len(parts) != 1:
            what = f"message {message.element.get('name')} has {len(parts)} body parts; document style has one"
            raise ContractError(message.file, place, what)
        if not parts[0].get("element"):
            what = f"message {message.element.get('name')}: part {parts[0].get('name')} has no element (rpc style is not supported)"
            raise ContractError(message.file, place, what)
        return _part_name(parts[0])

    def _http(
        self,
        file: str,
        extension: Element,
        operation: Element,
        abstract_file: str,
        abstract: Element,
        known: WsdlOperation,
    ) -> None:
        place = f"line {operation.line}"
        verb = extension.get("verb")
        if verb not in ("GET", "POST"):
            raise ContractError(
                file,
                f"line {extension.line}",
                f"HTTP binding with the verb {verb or '(none)'} is not supported",
            )
        form = next(operation.named(WSDL, "input"), None)
        children = form.children if form else []
        if not all(
            (c.namespace, c.name) == (_HTTP, "urlEncoded") or c.get("type") == _FORM
            for c in children
        ):
            raise ContractError(
                file, place, f"operation {known.name}: only URL-encoded HTTP input is supported"
            )
        for direction in ("input", "output"):
            for carried in abstract.named(WSDL, direction):
                message = self._find(abstract_file, carried, "message", carried.get("message"))
                self._http_messages.append(message.element)
                if direction == "output":
                    known.result_root = known.result_root or _result_root(
                        operation, message.element
                    )
        detail = next(operation.named(_HTTP, "operation"), None)
        known.path = known.path or (detail.get("location") if detail else "")
        known.wires += (f"HTTP_{verb}",)


def _abstract(port_type: _Named, file: str, operation: Element) -> Element:
    """Find the port type's side of a binding's operation; overloads are told apart by the name of their input."""
    named = [
        o
        for o in port_type.element.named(WSDL, "operation")
        if o.get("name") == operation.get("name")
    ]
    if len(named) > 1:
        named = [o for o in named if _input_name(o) == _input_name(operation)]
    if len(named) != 1:
        what = f"port type {port_type.element.get('name')} does not define operation {operation.get('name')} once"
        raise ContractError(file, f"line {operation.line}", what)
    return named[0]


def _input_name(operation: Element) -> str:
    return next((i.get("name") for i in operation.named(WSDL, "input")), "")


def _documentation(operation: Element) -> str:
    texts: Iterator[str] = (
        e.text for d in operation.named(WSDL, "documentation") for e in d.walk()
    )
    return " ".join(" ".join(texts).split())


def _part_name(part: Element) -> str:
    resolved = part.resolve(part.get("element") or part.get("type"))
    return qualified(*resolved) if resolved else ""


def _result_root(operation: Element, message: Element) -> str | None:
    for output in operation.named(WSDL, "output"):
        for xml in output.named(_MIME, "mimeXml"):
            for part in message.named(WSDL, "part"):
                if part.get("element") and xml.get("part") in ("", part.get("name")):
                    return part.get("element").rpartition(":")[2]
    return None
