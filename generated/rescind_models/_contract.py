"""Generated; do not edit. What requests and operations have in common; loads no model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar


class Wire(Enum):
    """A form in which an operation can be put on the wire."""

    SOAP11 = "soap11"
    SOAP12 = "soap12"
    HTTP_POST = "http-post"
    HTTP_GET = "http-get"
    JSON = "json"
    XML = "xml"


R = TypeVar("R", covariant=True)
W = TypeVar("W", bound=Wire)


class Request(Generic[R, W]):
    """A request whose answer is an ``R``, offered over the wires ``W``.

    For type checkers: it holds nothing.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of a service.

    Attributes:
        name: WSDL name, or REST method and path.
        request: Name of the request class in the package.
        response: Name of the class of the answer; empty for a one-way operation.
        wires: The forms it is offered in, the default first.
        namespace: Target namespace of the request's element.
        soap_action: SOAPAction, unquoted.
        method: HTTP method; REST only.
        path: REST path, or what the HTTP GET and POST forms append to the service's address.
        result_root: Root element of the answer to an HTTP GET or POST; None where that is empty or
            there is no such form.
        secret_fields: Dotted attribute paths to the secrets in a request.
        repeatable: Whether it may be sent again when the first answer is lost.
        not_repeatable_with: Attributes of the request that, when set, forbid that after all.
    """

    name: str
    request: str
    response: str
    wires: tuple[Wire, ...]
    namespace: str = ""
    soap_action: str = ""
    method: str = ""
    path: str = ""
    result_root: str | None = None
    secret_fields: tuple[str, ...] = ()
    repeatable: bool = False
    not_repeatable_with: tuple[str, ...] = ()
