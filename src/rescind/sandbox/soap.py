"""PhoneNotify over SOAP 1.1 and 1.2, as System.Web.Services answers it."""

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from . import values, xmltext, xmltree
from .contract import Contract, Operation
from .messages import Reply, Request, charset, media_type
from .problems import Cause, SoapException, UnhandledException, describe
from .values import ReadError, Value
from .xmltree import Document, Node, XmlError

Invoke = Callable[[Operation, Mapping[str, Value]], Value]

SOAP11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12: Final = "http://www.w3.org/2003/05/soap-envelope"

# Who a header is meant for: these mean the receiver.
_RECEIVER: Final = (
    "",
    "http://schemas.xmlsoap.org/soap/actor/next",
    f"{SOAP12}/role/next",
    f"{SOAP12}/role/ultimateReceiver",
)
_SOAP12_TYPE: Final = "application/soap+xml"
_ACTION = re.compile(r';\s*action\s*=\s*"?([^";]*)"?', re.IGNORECASE)
_ENCODINGS = ("ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "cp1252")
_UNABLE_TO_READ = "Server was unable to read request."
_UNABLE_TO_PROCESS = "Server was unable to process request."
_PROTOCOL_PLACE = "System.Web.Services.Protocols.SoapServerProtocol.ReadParameters()"
_XML_EXCEPTION = "System.Xml.XmlException"
_SOAP12_CODES = {"Client": "Sender", "Server": "Receiver"}

_UPGRADE = (
    f'<soap:Header><soap12:Upgrade xmlns:soap12="{SOAP12}">'
    f'<soap12:SupportedEnvelope qname="soap:Envelope" xmlns:soap="{SOAP11}" />'
    f'<soap12:SupportedEnvelope qname="soap12:Envelope" xmlns:soap12="{SOAP12}" />'
    "</soap12:Upgrade></soap:Header>"
)

BEFORE_THE_CALL: Final = (("Cache-Control", "private"),)
SINCE_THE_CALL: Final = (("Cache-Control", "private, max-age=0"),)


@attrs.frozen
class SoapService:
    """Answers SOAP requests on the bare address of the service.

    Attributes:
        contract: The operations.
        invoke: Runs one; raises SoapException or UnhandledException.
        stack_traces: Faults show types and stack traces.
        size_limit: The largest body in bytes.
    """

    contract: Contract
    invoke: Invoke
    stack_traces: bool
    size_limit: int

    def answer(self, request: Request) -> Reply:
        """Answer one POST."""
        content_type = request.headers.get("Content-Type", "")
        action = request.headers.get("SOAPAction")
        is_soap12 = action is None or media_type(content_type) == _SOAP12_TYPE
        guess = SOAP12 if is_soap12 else SOAP11
        if request.length > self.size_limit:
            cause = Cause("System.Web.HttpException", "Maximum request length exceeded.")
            text = "There was an exception running the extensions specified in the config file."
            return self._fault(guess, SoapException("Server", text, causes=(cause,)))
        document = _read(request.body, content_type)
        version = _version(document) or guess
        try:
            if action is None or is_soap12:
                operation = self._route_by_content(document, content_type)
            else:
                operation = self._route_by_header(action)
        except SoapException as problem:
            return self._fault(version if is_soap12 else SOAP11, problem)
        if not _suits(version, content_type):
            return _empty(415, version)
        return self._call(operation, document, version)

    def _route_by_header(self, header: str) -> Operation:
        """Find the operation by SOAPAction, as SOAP 1.1 is routed."""
        action = header.strip().strip('"')
        for operation in self.contract.operations.values():
            if operation.soap_action == action:
                return operation
        text = f"Server did not recognize the value of HTTP Header SOAPAction: {action}."
        raise SoapException("Client", text)

    def _route_by_content(self, document: Document, content_type: str) -> Operation:
        """Find the operation by the action parameter or the body's element, as SOAP 1.2 is."""
        action = _action(content_type)
        for operation in self.contract.operations.values():
            if action and operation.soap_action == action:
                return operation
        element = _body_element(document)
        if element is not None and element.namespace == self.contract.namespace:
            operation_by_element = self.contract.operations.get(element.name)
            if operation_by_element is not None:
                return operation_by_element
        if element is None and document.error is not None:
            cause = Cause(_XML_EXCEPTION, str(document.error))
            raise SoapException("Server", _UNABLE_TO_PROCESS, causes=(cause,))
        if action:
            text = f"Unable to handle request. The action '{action}' was not recognized."
        else:
            text = (
                "Unable to handle request without a valid action parameter. Please supply a valid "
                "soap action."
            )
        raise SoapException("Client", text)

    def _call(self, operation: Operation, document: Document, version: str) -> Reply:
        try:
            arguments = self._arguments(operation, document)
        except ReadError as problem:
            causes = (
                Cause("System.InvalidOperationException", str(problem)),
                Cause(problem.cause.kind, str(problem.cause)),
            )
            return self._fault(version, SoapException("Client", _UNABLE_TO_READ, causes=causes))
        except XmlError:
            return _empty(400, version)
        except SoapException as problem:
            return self._fault(version, problem)
        try:
            _check_headers(document, version)
            result = self.invoke(operation, arguments)
        except SoapException as problem:
            return self._fault(version, problem, called=operation)
        except UnhandledException as problem:
            failure = SoapException("Server", _UNABLE_TO_PROCESS, causes=(problem.cause,))
            return self._fault(version, failure, called=operation)
        return _reply(200, version, self._answer_element(operation, result), SINCE_THE_CALL)

    def _arguments(self, operation: Operation, document: Document) -> Mapping[str, Value]:
        """The arguments; all have their defaults when the body holds another element."""
        root = document.root
        if root is None:
            raise document.error or XmlError("Root element is missing.")
        if root.namespace not in (SOAP11, SOAP12):
            text = (
                f"Possible SOAP version mismatch: Envelope namespace {root.namespace} was "
                f"unexpected. Expecting {SOAP11}."
            )
            raise SoapException("VersionMismatch", text)
        body = root.child(root.namespace, "Body")
        if root.name != "Envelope" or (body is None and document.error is None):
            missing = "Envelope" if root.name != "Envelope" else "Body"
            text = f"Request format is invalid: Missing required soap:{missing} element."
            cause = Cause("System.InvalidOperationException", text)
            raise SoapException("Client", _UNABLE_TO_READ, causes=(cause,))
        element = _body_element(document)
        if element is not None and (element.namespace, element.name) != (
            self.contract.namespace,
            operation.name,
        ):
            element = None
        arguments = values.read_members(self.contract, element, operation.parameters)
        if document.error is not None:
            raise document.error
        return arguments

    def _answer_element(self, operation: Operation, result: Value) -> str:
        content = ""
        if operation.result is not None:
            content = values.write(self.contract, operation.result, result)
        name, namespace = f"{operation.name}Response", xmltext.attribute(self.contract.namespace)
        if not content:
            return f'<{name} xmlns="{namespace}" />'
        return f'<{name} xmlns="{namespace}">{content}</{name}>'

    def _fault(
        self, version: str, problem: SoapException, *, called: Operation | None = None
    ) -> Reply:
        place = None
        if self.stack_traces:
            place = f"PhoneNotify.{called.name}()" if called else _PROTOCOL_PLACE
        text = xmltext.text(describe(problem.causes, place=place))
        fault = _fault12(problem, text) if version == SOAP12 else _fault11(problem, text)
        header = _UPGRADE if problem.code == "VersionMismatch" else ""
        headers = BEFORE_THE_CALL if called is None else SINCE_THE_CALL
        return _reply(500, version, fault, headers, header=header)


def _read(body: bytes, content_type: str) -> Document:
    encoding = _encoding(content_type)
    return xmltree.parse(body if encoding is None else xmltree.decode(body, encoding))


def _encoding(content_type: str) -> str | None:
    """The encoding the content type decides; None leaves it to the document.

    Text without a charset is ASCII, as RFC 2046 has it; every other type is left to the document.
    """
    name = charset(content_type)
    if name is not None:
        try:
            encoding = codecs.lookup(name).name
        except LookupError:
            encoding = ""
        if encoding in _ENCODINGS:
            return encoding
    return "ascii" if media_type(content_type).startswith("text/") else None


def _action(content_type: str) -> str:
    match = _ACTION.search(content_type)
    return match[1] if match else ""


def _version(document: Document) -> str | None:
    root = document.root
    return root.namespace if root is not None and root.namespace in (SOAP11, SOAP12) else None


def _suits(version: str, content_type: str) -> bool:
    """Whether ASMX takes an envelope of this version under this content type."""
    media = media_type(content_type)
    return media == "text/xml" or (version == SOAP12 and media == _SOAP12_TYPE)


def _body_element(document: Document) -> Node | None:
    root = document.root
    body = None if root is None else root.child(root.namespace, "Body")
    return None if body is None else next(body.children(), None)


def _check_headers(document: Document, version: str) -> None:
    """Refuse a header that must be understood: the service has none."""
    root = document.root
    header = None if root is None else root.child(root.namespace, "Header")
    for entry in () if header is None else header.children():
        must = entry.attributes.get((version, "mustUnderstand"), "").strip()
        role = entry.attributes.get((version, "actor" if version == SOAP11 else "role"), "")
        if must in ("1", "true") and role in _RECEIVER:
            raise SoapException(
                "MustUnderstand",
                f"SOAP header {entry.name} was not understood.",
                has_detail=False,
                kind="System.Web.Services.Protocols.SoapHeaderException",
            )


def _fault11(problem: SoapException, text: str) -> str:
    actor = (
        "" if problem.actor is None else f"<faultactor>{xmltext.text(problem.actor)}</faultactor>"
    )
    return (
        f"<soap:Fault><faultcode>soap:{problem.code}</faultcode>"
        f"<faultstring>{text}</faultstring>{actor}{_detail(problem, 'detail')}</soap:Fault>"
    )


def _fault12(problem: SoapException, text: str) -> str:
    code = _SOAP12_CODES.get(problem.code, problem.code)
    node = "" if problem.actor is None else f"<soap:Node>{xmltext.text(problem.actor)}</soap:Node>"
    return (
        f"<soap:Fault><soap:Code><soap:Value>soap:{code}</soap:Value></soap:Code>"
        f'<soap:Reason><soap:Text xml:lang="en">{text}</soap:Text></soap:Reason>'
        f"{node}{_detail(problem, 'soap:Detail')}</soap:Fault>"
    )


def _detail(problem: SoapException, name: str) -> str:
    """The detail element; one the service filled keeps the plain name in both versions."""
    if problem.detail is not None:
        return f"<detail>{problem.detail}</detail>"
    return f"<{name} />" if problem.has_detail else ""


def _reply(
    status: int,
    version: str,
    content: str,
    headers: tuple[tuple[str, str], ...],
    *,
    header: str = "",
) -> Reply:
    body = (
        f'<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="{version}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
        f"{header}<soap:Body>{content}</soap:Body></soap:Envelope>"
    )
    return Reply(
        status=status, body=body.encode(), content_type=_content_type(version), headers=headers
    )


def _empty(status: int, version: str) -> Reply:
    return Reply(status=status, content_type=_content_type(version), headers=BEFORE_THE_CALL)


def _content_type(version: str) -> str:
    return f"{_SOAP12_TYPE if version == SOAP12 else 'text/xml'}; charset=utf-8"
