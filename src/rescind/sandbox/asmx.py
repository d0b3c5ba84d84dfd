"""The address of PhoneNotify: what System.Web.Services does with a request by verb and path."""

import json
from typing import Final
from xml.sax.saxutils import quoteattr

import attrs

from . import xmltext
from .asmx_forms import FormService
from .contract import Contract, Operation
from .messages import Reply, Request, html_page, media_type
from .soap import SINCE_THE_CALL, Invoke, SoapService

PATH: Final = "/NotifyWS/PhoneNotify.asmx"

# Limits of a default IIS: the body in bytes (maxRequestLength), the query in characters.
SIZE_LIMIT: Final = 4 * 1024 * 1024
QUERY_LIMIT: Final = 2048


@attrs.frozen
class AsmxService:
    """Answers everything under the service's address.

    Attributes:
        contract: The operations.
        invoke: Runs one.
        stack_traces: Errors show types and stack traces.
    """

    contract: Contract
    invoke: Invoke
    stack_traces: bool = False

    def answer(self, request: Request) -> Reply:
        """Answer one request whose path begins with the service's address in any letter case."""
        if len(request.query) > QUERY_LIMIT:
            return html_page(
                404,
                "404 - File or directory not found.",
                "The request filtering module is configured to deny a request where the query "
                "string is too long.",
            )
        path_info = request.path[len(PATH) :]
        if len(path_info) > 1:
            return self._method(request, path_info[1:])
        if request.method == "GET":
            return self._page(request)
        if request.method == "POST" and not path_info:
            service = SoapService(self.contract, self.invoke, self.stack_traces, SIZE_LIMIT)
            return service.answer(request)
        if not path_info:
            return html_page(405, "Method Not Allowed", "The HTTP verb is not allowed.")
        return self._unrecognized(path_info)

    def _method(self, request: Request, name: str) -> Reply:
        if request.method not in ("GET", "POST"):
            return self._unrecognized(f"/{name}")
        if media_type(request.headers.get("Content-Type", "")) == "application/json":
            return _script_refusal()
        service = FormService(self.contract, self.invoke, self.stack_traces, SIZE_LIMIT)
        return service.answer(request, name)

    def _unrecognized(self, path_info: str) -> Reply:
        if self.stack_traces:
            text = (
                "Request format is unrecognized for URL unexpectedly ending in "
                f"'{xmltext.html(path_info)}'."
            )
            return html_page(500, "Server Error in '/NotifyWS' Application.", text)
        return html_page(
            500,
            "Runtime Error",
            "An application error occurred on the server. The current custom error settings for "
            "this application prevent the details of the application error from being viewed.",
        )

    def _page(self, request: Request) -> Reply:
        """The help page, the WSDL, the discovery document."""
        address = request.base_url + request.path.rstrip("/")
        question, _, value = request.query.partition("=")
        if question.lower() == "wsdl":
            return _xml(self.contract.wsdl(address))
        if question.lower() == "disco":
            return _xml(self._discovery(address))
        if question.lower() == "op":
            operation = self.contract.operations.get(value)
            if operation is not None:
                return _help(operation.name, _operation_text(operation))
        rows = "".join(
            f'<li><a href="?op={operation.name}">{operation.name}</a>'
            f"<br>{xmltext.html(operation.documentation)}</li>\r\n"
            for operation in self.contract.operations.values()
        )
        return _help(
            "PhoneNotify Web Service",
            'The following operations are supported. For a formal definition, see the <a href="'
            f'?wsdl">Service Description</a>. This is a local stand-in.<ul>\r\n{rows}</ul>',
        )

    def _discovery(self, address: str) -> str:
        reference, document = quoteattr(f"{address}?wsdl"), quoteattr(address)
        namespace = quoteattr(self.contract.namespace)
        bindings = "".join(
            f"  <soap address={document} xmlns:q{number}={namespace} "
            f'binding="q{number}:{binding}" xmlns="http://schemas.xmlsoap.org/disco/soap/" />\r\n'
            for number, binding in ((1, "PhoneNotifySoap"), (2, "PhoneNotifySoap12"))
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>\r\n'
            '<discovery xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xmlns="http://schemas.xmlsoap.org/disco/">\r\n'
            f"  <contractRef ref={reference} docRef={document} "
            'xmlns="http://schemas.xmlsoap.org/disco/scl/" />\r\n'
            f"{bindings}</discovery>"
        )


def _script_refusal() -> Reply:
    """ASP.NET sends JSON to its script handler, and that refuses a service not meant for it."""
    problem = {
        "Message": (
            "Only Web services with a [ScriptService] attribute on the class definition can be "
            "called from script."
        ),
        "StackTrace": None,
        "ExceptionType": "System.InvalidOperationException",
    }
    return Reply(
        status=500,
        body=json.dumps(problem).encode(),
        content_type="application/json",
        headers=(("jsonerror", "true"), *SINCE_THE_CALL),
    )


def _xml(text: str) -> Reply:
    return Reply(body=text.encode(), content_type="text/xml; charset=utf-8", headers=SINCE_THE_CALL)


def _help(title: str, text: str) -> Reply:
    page = html_page(200, title, text)
    return attrs.evolve(page, headers=SINCE_THE_CALL)


def _operation_text(operation: Operation) -> str:
    rows = "".join(
        f"<li>{parameter.name}: {parameter.type}</li>" for parameter in operation.parameters
    )
    forms = "SOAP 1.1, SOAP 1.2, HTTP GET, HTTP POST" if operation.http else "SOAP 1.1, SOAP 1.2"
    return f"{xmltext.html(operation.documentation)}<ul>{rows}</ul>{forms}"
