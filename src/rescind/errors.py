"""Every error of the library. Each answers one question first: can it have happened?

    RescindError
    ├── ConfigurationError        nothing was sent: a setting is missing or does not fit
    ├── NotSentError              surely not sent: DNS, connect, TLS, no free connection in time
    ├── OutcomeUnknownError       the work may have been done: timeout, reset, cut-off
    ├── ServiceError              the service answered no
    │   ├── AuthenticationError
    │   ├── ServiceFaultError
    │   ├── InvalidRequestError
    │   ├── VendorError
    │   └── ServiceUnavailableError
    └── UnreadableReplyError      an answer, but not the documented one

Besides these only ``ValueError`` and ``TypeError`` for a caller's own mistake, and cancellation,
leave the library.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from rescind_models import Wire


class Sent(Enum):
    """How far a request got: not at all, to its last byte, or no one can tell."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"


class RescindError(Exception):
    """Base of every error of this library.

    Attributes:
        operation: The vendor's name of the operation, such as ``CancelNotifyByReferenceID``.
        wire: The wire form used; None where the call did not get that far.
        sent: How far the last request got.
        may_have_happened: Whether the work may have been done, by this or an earlier attempt.
        retry_after: Seconds the service asked to wait; None where it did not say.
        attempts: How many requests were made or tried.
        status: The HTTP status of the last answer; None where there was none.
        excerpt: The start of the last answer, secrets redacted; "" where there was none.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        wire: Wire | None = None,
        sent: Sent = Sent.NO,
        may_have_happened: bool = False,
        retry_after: float | None = None,
        attempts: int = 0,
        status: int | None = None,
        excerpt: str = "",
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.wire = wire
        self.sent = sent
        self.may_have_happened = may_have_happened
        self.retry_after = retry_after
        self.attempts = attempts
        self.status = status
        self.excerpt = excerpt

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return _restore, (type(self), str(self), self.__dict__.copy())


_E = TypeVar("_E", bound=RescindError)


def _restore(kind: type[_E], message: str, state: Mapping[str, object]) -> _E:
    error = kind(message)
    error.__dict__.update(state)
    return error


class ConfigurationError(RescindError):
    """Nothing was sent: a setting is missing, or does not fit this call. The text says which."""


class NotSentError(RescindError):
    """The request was surely not sent: no address, no connection, no TLS, no time left."""


class OutcomeUnknownError(RescindError):
    """The work may have been done, and no answer says so. The text says how to find out."""


class ServiceError(RescindError):
    """The service answered, and the answer is no.

    Attributes:
        code: The service's own code: of the fault, the error or the OAuth error; "" if none.
        reason: The service's own words, secrets redacted.
    """

    def __init__(self, message: str, *, code: str = "", reason: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason


class AuthenticationError(ServiceError):
    """The license key, the client's credentials or the token were refused."""


class ServiceFaultError(ServiceError):
    """A SOAP fault, an ASMX plain-text error or an exception of the Web API.

    Attributes:
        subcodes: The SOAP 1.2 subcodes, outermost first.
        actor: The SOAP faultactor, Node or Role.
        detail: The fault's detail as XML or text, or the exception's type; "" if none.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        reason: str = "",
        subcodes: tuple[str, ...] = (),
        actor: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(message, code=code, reason=reason)
        self.subcodes = subcodes
        self.actor = actor
        self.detail = detail


class InvalidRequestError(ServiceError):
    """The service would not take the request as it stands; sending it again changes nothing."""


class VendorError(ServiceError):
    """The service understood and declined: a 2sms ErrorCode, a PhoneNotify response code.

    Attributes:
        result: The model that carried the code.
    """

    def __init__(
        self, message: str, *, code: str = "", reason: str = "", result: object = None
    ) -> None:
        super().__init__(message, code=code, reason=reason)
        self.result = result


class ServiceUnavailableError(ServiceError):
    """The service, or a gateway before it, cannot answer now; ``retry_after`` says when."""


class UnreadableReplyError(RescindError):
    """An answer came, but not the documented one. ``excerpt`` has its start."""
