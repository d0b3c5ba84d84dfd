"""Faults to order: what goes wrong on purpose."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, get_args

import attrs


def _number(lowest: float, highest: float) -> "Callable[[object, attrs.Attribute[Any], Any], None]":
    """Return a validator for a number between two bounds, None too where that is the default."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if value is None and attribute.default is None:
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{attribute.name} is a number, not {type(value).__name__}")
        if not lowest <= value <= highest:
            raise ValueError(f"{attribute.name} is from {lowest:g} to {highest:g}, not {value}")

    return check


@attrs.frozen
class Delay:
    """The answer comes late.

    Attributes:
        seconds: How late, in seconds of real time.
    """

    seconds: float = attrs.field(validator=_number(0, 86400))


@attrs.frozen
class Reset:
    """The connection is reset before the request is carried out."""


@attrs.frozen
class CutOff:
    """The request is carried out, and the connection closed in the middle of the answer.

    Attributes:
        after: How many bytes of the answer's body are sent; None for half of them.
    """

    after: int | None = attrs.field(default=None, validator=_number(0, 1 << 30))


@attrs.frozen
class AnswerLost:
    """The request is carried out, and the connection is reset before the answer."""


@attrs.frozen
class Unavailable:
    """503 Service Unavailable; the request is not carried out.

    Attributes:
        retry_after: The Retry-After header, in seconds or as an HTTP date; None for none.
        status: Another status of the same kind: 429, 502, 504.
    """

    retry_after: int | str | None = 1
    status: int = attrs.field(default=503, validator=_number(400, 599))


@attrs.frozen
class HtmlPage:
    """A page of HTML in the place of the answer; the request is not carried out.

    Attributes:
        status: Its status code.
    """

    status: int = attrs.field(default=200, validator=_number(200, 599))


@attrs.frozen
class ExpiredToken:
    """Every 2sms token expires before the request is looked at.

    It waits for a request with an Authorization header; others do not use it up.
    """


@attrs.frozen
class Failure:
    """The service's own code fails with an exception that it does not handle.

    Attributes:
        message: The message of the exception.
    """

    message: str = "The service failed, as ordered."


@attrs.frozen
class SoapFailure:
    """PhoneNotify raises a SOAP fault on purpose.

    Attributes:
        message: The fault string.
        code: "Client" or "Server".
        actor: The fault actor.
        detail: XML for the fault's detail element.
    """

    message: str
    code: str = "Server"
    actor: str | None = None
    detail: str | None = None


Fault: TypeAlias = (
    Delay
    | Reset
    | CutOff
    | AnswerLost
    | Unavailable
    | HtmlPage
    | ExpiredToken
    | Failure
    | SoapFailure
)


@attrs.define(kw_only=True)
class Order:
    """A fault that was ordered.

    Attributes:
        fault: The fault.
        operation: The operation it is for, or None for any: a name of PhoneNotify
            ("CancelNotify"), or a verb and path ("DELETE api/v2/sms/messages/recurrings",
            "POST Token").
        times: For how many more requests it holds.
        after: How many requests pass first.
    """

    fault: Fault
    operation: str | None = None
    times: int = 1
    after: int = 0


class ConnectionBrokenError(ConnectionError):
    """A fault broke the connection where there is none to break: the app runs in process.

    Attributes:
        carried_out: The request was carried out before.
    """

    def __init__(self, message: str, *, carried_out: bool) -> None:
        super().__init__(message)
        self.carried_out = carried_out


class ConnectionWasResetError(ConnectionBrokenError):
    """The connection was reset; nothing of the answer was sent."""


class AnswerCutOffError(ConnectionBrokenError):
    """The connection was closed in the middle of the answer."""


@attrs.define
class FaultBoard:
    """The faults ordered and not yet used up."""

    _orders: list[Order] = attrs.field(factory=list[Order])

    def order(
        self, fault: Fault, *, operation: str | None = None, times: int = 1, after: int = 0
    ) -> None:
        """Order a fault.

        Args:
            fault: What is to go wrong.
            operation: For which operation only; any when left out.
            times: For how many requests.
            after: How many matching requests pass first.

        Raises:
            TypeError: `fault` is no fault, such as a class instead of an object of it.
            ValueError: `times` is less than 1, or `after` negative.
        """
        if not isinstance(fault, get_args(Fault)):
            shown = f"{fault.__name__}()" if isinstance(fault, type) else "one of rescind.sandbox"
            raise TypeError(f"order a fault, {shown}, not {fault!r}")
        if times < 1 or after < 0:
            raise ValueError("times must be at least 1, and after at least 0")
        self._orders.append(Order(fault=fault, operation=operation, times=times, after=after))

    def take(self, operation: str, *, authorized: bool) -> list[Fault]:
        """The faults for a request, which are used up by it.

        Args:
            operation: The operation it asks for.
            authorized: It has an Authorization header.
        """
        faults: list[Fault] = []
        for order in self._orders:
            if order.operation is not None and order.operation.lower() != operation.lower():
                continue
            if isinstance(order.fault, ExpiredToken) and not authorized:
                continue
            if order.after > 0:
                order.after -= 1
            elif order.times > 0:
                order.times -= 1
                faults.append(order.fault)
        self._orders = [order for order in self._orders if order.times > 0]
        return faults

    def waiting(self) -> Sequence[Order]:
        """The orders that still stand."""
        return [attrs.evolve(order) for order in self._orders]

    def clear(self) -> None:
        """Take back every order."""
        self._orders.clear()
