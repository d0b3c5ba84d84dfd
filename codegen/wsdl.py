"""The operations of a WSDL 1.1 service and the wires each is offered over.

Document/literal SOAP 1.1 and 1.2 and ASMX's HttpGet and HttpPost ports; anything else is refused by
line. xsdata's own WSDL mapper is not used: it fails on HttpGet and HttpPost ports and makes
envelope classes.
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
_VERBS = {"GET": "HTTP_GET", "POST": "HTTP_POST"}


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
        http_only: ``{namespace}name`` of the global elements and types that only the messages of
            HttpGet and HttpPost use.
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
        ContractError: A binding, style or message that is not supported, or an undefined name.
    """
    reader = _Reader(tuple(d for d in documents if d.root.namespace == WSDL))
    reader.read()
    return Service(tuple(reader.operations.values()), reader.http_only())


@frozen
class _Located:
    """An element and the file it is in."""

    element: Element
    file: str

    def error(self, what: str) -> ContractError:
        return ContractError(self.file, f"line {self.element.line}", what)


@frozen
class _Bound:
    """One operation of one binding: what binding and port type say, what is known."""

    binding: _Located
    extension: Element
    abstract: _Located
    known: WsdlOperation

    def error(self, what: str) -> ContractError:
        return self.binding.error(f"operation {self.known.name} {what}")


@define
class _Reader:
    documents: tuple[Document, ...]
    operations: dict[str, WsdlOperation] = field(factory=dict[str, WsdlOperation])
    _defined: dict[tuple[str, str, str], _Located] = field(
        factory=dict[tuple[str, str, str], _Located]
    )
    _http_messages: list[Element] = field(factory=list[Element])

    def read(self) -> None:
        for document in self.documents:
            for service in document.root.named(WSDL, "service"):
                for port in service.named(WSDL, "port"):
                    self._port(_Located(port, document.file))
        file = self.documents[0].file
        if not self.operations:
            raise ContractError(file, "line 1", "no service with an operation")
        for operation in self.operations.values():
            if not operation.request:
                what = "has no SOAP form to take its models from"
                raise ContractError(file, f"operation {operation.name}", what)
            operation.wires = tuple(w for w in WIRES if w in operation.wires)

    def http_only(self) -> frozenset[str]:
        over_http: set[str] = set()
        elsewhere: set[str] = set()
        http = {id(message) for message in self._http_messages}
        for document in self.documents:
            for message in document.root.named(WSDL, "message"):
                used = id(message) in http
                names = map(_part_name, message.named(WSDL, "part"))
                (over_http if used else elsewhere).update(names)
        return frozenset(over_http - elsewhere)

    def _find(self, at: _Located, kind: str, reference: str) -> _Located:
        if not self._defined:
            self._defined.update(self._definitions())
        resolved = at.element.resolve(reference)
        found = self._defined.get((kind, *resolved)) if resolved else None
        if found is None:
            raise at.error(f"{kind} {reference} is not defined")
        return found

    def _definitions(self) -> Iterator[tuple[tuple[str, str, str], _Located]]:
        for document in self.documents:
            target = document.root.get("targetNamespace")
            for element in document.root.named(WSDL, "binding", "message", "portType"):
                yield (element.name, target, element.get("name")), _Located(element, document.file)

    def _port(self, port: _Located) -> None:
        binding = self._find(port, "binding", port.element.get("binding"))
        port_type = self._find(binding, "portType", binding.element.get("type"))
        extension = next((c for c in binding.element.children if _is_binding(c)), None)
        if extension is None:
            raise binding.error(f"binding {binding.element.get('name')} is neither SOAP nor HTTP")
        if extension.namespace in _SOAP and extension.get("transport") not in _OVER_HTTP:
            raise binding.error(f"transport {extension.get('transport') or '(none)'} is not HTTP")
        if extension.namespace == _HTTP and extension.get("verb") not in _VERBS:
            raise binding.error(
                f"the HTTP verb {extension.get('verb') or '(none)'} is not supported"
            )
        for operation in binding.element.named(WSDL, "operation"):
            located = _Located(operation, binding.file)
            if not operation.get("name"):
                raise located.error("operation without a name")
            abstract = _abstract(port_type, located)
            known = self._known(port_type.element, abstract.element)
            bound = _Bound(located, extension, abstract, known)
            if extension.namespace == _HTTP:
                self._http(bound)
            else:
                self._soap(bound)

    def _known(self, port_type: Element, abstract: Element) -> WsdlOperation:
        name = abstract.get("name")
        if sum(o.get("name") == name for o in port_type.named(WSDL, "operation")) > 1:
            name = _input_name(abstract) or name
        return self.operations.setdefault(name, WsdlOperation(name, _documentation(abstract)))

    def _soap(self, bound: _Bound) -> None:
        known = bound.known
        detail = next(bound.binding.element.named(bound.extension.namespace, "operation"), None)
        style = (detail.get("style") if detail else "") or bound.extension.get("style")
        if style not in ("", "document"):
            raise bound.error(f"is {style} style; only document style is supported")
        request, response = self._body(bound, "input"), self._body(bound, "output")
        if request is None:
            raise bound.error("has no input")
        if known.request and (known.request, known.response) != (request, response):
            raise bound.error("is defined twice, with different messages")
        known.request, known.response = request, response
        known.wires += (_SOAP[bound.extension.namespace],)
        known.soap_action = known.soap_action or (detail.get("soapAction") if detail else "")

    def _body(self, bound: _Bound, direction: str) -> str | None:
        """Return the element that a SOAP body holds, None for a direction that does not exist."""
        carried = next(bound.abstract.element.named(WSDL, direction), None)
        if carried is None:
            return None
        at = _Located(carried, bound.abstract.file)
        message = self._find(at, "message", carried.get("message"))
        bodies = (
            body
            for side in bound.binding.element.named(WSDL, direction)
            for body in side.named(bound.extension.namespace, "body")
        )
        body = next(bodies, None)
        if body is None:
            raise bound.error(f"has no soap:body for its {direction}")
        if body.get("use") not in ("", "literal"):
            raise bound.error(f"is {body.get('use')}; only literal use is supported")
        chosen = body.attributes.get("parts")
        parts = [
            part
            for part in message.element.named(WSDL, "part")
            if chosen is None or part.get("name") in chosen.split()
        ]
        name = message.element.get("name")
        if len(parts) != 1:
            raise message.error(f"message {name} has {len(parts)} body parts; document style has 1")
        if not parts[0].get("element"):
            what = (
                f"part {parts[0].get('name')} of {name} is no element: rpc style is not supported"
            )
            raise message.error(what)
        return _part_name(parts[0])

    def _http(self, bound: _Bound) -> None:
        known = bound.known
        operation = bound.binding.element
        for side in operation.named(WSDL, "input"):
            if not all(map(_is_form, side.children)):
                raise bound.error("has an HTTP input that is not URL-encoded")
        for direction in ("input", "output"):
            for carried in bound.abstract.element.named(WSDL, direction):
                at = _Located(carried, bound.abstract.file)
                message = self._find(at, "message", carried.get("message")).element
                self._http_messages.append(message)
                if direction == "output":
                    known.result_root = known.result_root or _result_root(operation, message)
        detail = next(operation.named(_HTTP, "operation"), None)
        known.path = known.path or (detail.get("location") if detail else "")
        known.wires += (_VERBS[bound.extension.get("verb")],)


def _is_binding(element: Element) -> bool:
    return element.name == "binding" and element.namespace in (*_SOAP, _HTTP)


def _is_form(element: Element) -> bool:
    return (element.namespace, element.name) == (_HTTP, "urlEncoded") or element.get(
        "type"
    ) == _FORM


def _abstract(port_type: _Located, operation: _Located) -> _Located:
    """Find the port type's side of an operation; overloads are told apart by their input's name."""
    name = operation.element.get("name")
    found = [o for o in port_type.element.named(WSDL, "operation") if o.get("name") == name]
    if len(found) > 1:
        found = [o for o in found if _input_name(o) == _input_name(operation.element)]
    if len(found) != 1:
        owner = port_type.element.get("name")
        raise operation.error(f"port type {owner} does not define operation {name} once")
    return _Located(found[0], port_type.file)


def _input_name(operation: Element) -> str:
    return next((i.get("name") for i in operation.named(WSDL, "input")), "")


def _documentation(operation: Element) -> str:
    texts = (d.all_text() for d in operation.named(WSDL, "documentation"))
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
