"""PhoneNotify over HTTP GET and POST, as System.Web.Services answers them."""

import itertools
from collections.abc import Mapping, Sequence

import attrs

from . import values, xmltext
from .contract import Contract, Element, Operation
from .messages import Reply, Request, form_pairs, media_type
from .problems import Cause, SoapException, UnhandledException, describe
from .soap import BEFORE_THE_CALL, SINCE_THE_CALL, Invoke
from .values import Scalar, Value, ValueFormatError

_NAMES = {
    "unsignedByte": "System.Byte",
    "short": "System.Int16",
    "int": "System.Int32",
    "long": "System.Int64",
    "boolean": "System.Boolean",
    "double": "System.Double",
    "base64Binary": "System.Byte",
}
_SCHEMA_NAMESPACES = (
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_FORM = "application/x-www-form-urlencoded"


class _RefusedError(Exception):
    """The request was refused before the operation ran."""

    def __init__(self, *causes: Cause) -> None:
        super().__init__(*(cause.message for cause in causes))
        self.causes = causes


@attrs.frozen
class FormService:
    """Answers GET and form POST on `PhoneNotify.asmx/OPERATION`.

    Attributes:
        contract: The operations.
        invoke: Runs one; raises SoapException or UnhandledException.
        stack_traces: Errors show types and stack traces.
        size_limit: The largest body in bytes.
    """

    contract: Contract
    invoke: Invoke
    stack_traces: bool
    size_limit: int

    def answer(self, request: Request, name: str) -> Reply:
        """Answer one request for the operation of this name."""
        try:
            operation = self._operation(name)
            arguments = self._arguments(request, operation)
        except _RefusedError as problem:
            place = "System.Web.Services.Protocols.HttpServerProtocol.ReadParameters()"
            return self._error(problem.causes, place, BEFORE_THE_CALL)
        place = f"PhoneNotify.{operation.name}()"
        try:
            result = self.invoke(operation, arguments)
        except SoapException as problem:
            return self._error(problem.causes, place, SINCE_THE_CALL)
        except UnhandledException as problem:
            return self._error((problem.cause,), place, SINCE_THE_CALL)
        if operation.http_result is None:
            return Reply(headers=SINCE_THE_CALL)
        return Reply(
            body=self._document(operation.http_result, result).encode(),
            content_type="text/xml; charset=utf-8",
            headers=SINCE_THE_CALL,
        )

    def _operation(self, name: str) -> Operation:
        operations = {op.name: op for op in self.contract.operations.values() if op.http}
        if name in operations:
            return operations[name]
        for known in operations:
            if known.lower() == name.lower():
                text = (
                    f"Invalid method name '{name}',  method names are case sensitive.   The method "
                    f"name '{known}' with the same name but different casing was found.\r\n"
                    "Parameter name: methodName"
                )
                raise _RefusedError(Cause("System.ArgumentException", text))
        text = f"{name} Web Service method name is not valid."
        raise _RefusedError(Cause("System.InvalidOperationException", text))

    def _arguments(self, request: Request, operation: Operation) -> Mapping[str, Value]:
        if request.method == "GET":
            collection, pairs = "QueryString", form_pairs(request.query)
        else:
            collection, pairs = "Form", self._form(request)
        sent: dict[str, list[str]] = {}
        for name, value in pairs:
            _check_danger(collection, name, value)
            sent.setdefault(name.lower(), []).append(value)
        arguments: dict[str, Value] = {}
        for parameter in operation.parameters:
            texts = sent.get(parameter.name.lower())
            if texts is None:
                text = f"Missing parameter: {parameter.name}."
                raise _RefusedError(Cause("System.InvalidOperationException", text))
            arguments[parameter.name] = _convert(parameter, texts)
        return arguments

    def _form(self, request: Request) -> list[tuple[str, str]]:
        content_type = request.headers.get("Content-Type", "")
        if media_type(content_type) != _FORM:
            text = f"Request format is invalid: {content_type}."
            raise _RefusedError(Cause("System.InvalidOperationException", text))
        if request.length > self.size_limit:
            text = "Maximum request length exceeded."
            raise _RefusedError(Cause("System.Web.HttpException", text))
        return form_pairs(request.body.decode("utf-8", "replace"))

    def _document(self, root: Element, value: Value) -> str:
        attributes = f' xmlns="{xmltext.attribute(self.contract.namespace)}"'
        if root.type in self.contract.types:
            attributes = _SCHEMA_NAMESPACES + attributes
        element = values.write(self.contract, root, value, attributes=attributes, indent=0)
        return f'<?xml version="1.0" encoding="utf-8"?>\r\n{element}'.rstrip("\r\n")

    def _error(
        self, causes: Sequence[Cause], place: str, headers: tuple[tuple[str, str], ...]
    ) -> Reply:
        place_shown = place if self.stack_traces else None
        text = describe(tuple(causes), place=place_shown, escape=xmltext.html)
        return Reply(
            status=500,
            body=f"{text}\r\n".encode(),
            content_type="text/plain; charset=utf-8",
            headers=headers,
        )


def _convert(parameter: Element, texts: Sequence[str]) -> Scalar:
    """Convert a value by the rules of .NET's Convert.ChangeType; texts sent twice are joined."""
    text = ",".join(texts)
    if parameter.type == "string":
        return text
    try:
        if parameter.type == "base64Binary":
            return bytes(values.parse_integer("unsignedByte", text) for text in texts)
        if parameter.type == "boolean":
            return _parse_boolean(text)
        if parameter.type == "double":
            return values.parse_number(text)
        return values.parse_integer(parameter.type, text)
    except ValueFormatError as problem:
        outer = f"Cannot convert {text} to {_NAMES[parameter.type]}.\r\nParameter name: type"
        causes = (Cause("System.ArgumentException", outer), Cause(problem.kind, str(problem)))
        raise _RefusedError(*causes) from None


def _parse_boolean(text: str) -> bool:
    word = text.strip().lower()
    if word not in ("true", "false"):
        raise ValueFormatError("String was not recognized as a valid Boolean.")
    return word == "true"


def _check_danger(collection: str, name: str, value: str) -> None:
    """ASP.NET's request validation: `<` before a letter, `!`, `/` or `?`, and `&#`."""
    for index, pair in enumerate(itertools.pairwise(value)):
        first, second = pair
        is_tag = first == "<" and (second in "!/?" or (second.isascii() and second.isalpha()))
        if is_tag or pair == ("&", "#"):
            start, end = max(index - 10, 0), index + 20
            excerpt = ("..." if start else "") + value[start:end]
            if end < len(value):
                excerpt += "..."
            text = (
                f"A potentially dangerous Request.{collection} value was detected from the client "
                f'({name}="{excerpt}").'
            )
            raise _RefusedError(Cause("System.Web.HttpRequestValidationException", text))
