"""Esendex PhoneNotify: calls that can be taken back, and the exact layer below them."""

from collections.abc import Callable, Iterable
from typing import Final, Literal, TypeAlias, TypeVar, Unpack, cast

import rescind_models.phone_notify as models
from rescind.license_key import fill_license_key, secrets_in
from rescind.options import CallOptions
from rescind.outcomes import CancelOutcome
from rescind.response_codes import DECLINED, ResponseCode
from rescind.run import Answer
from rescind.service import Service
from rescind.wires.rejection import Cause, Rejection
from rescind_models import Operation, Request, Wire
from rescind_models.phone_notify._operations import OPERATIONS

CancelWire: TypeAlias = Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
NotifyWire: TypeAlias = Literal[Wire.SOAP11, Wire.SOAP12]

R = TypeVar("R")
# The bound keeps the requests of the other service out.
W = TypeVar("W", bound=CancelWire)

_BY_REQUEST: Final = {operation.request: operation for operation in OPERATIONS.values()}

_CANCEL_AGAIN = (
    "Cancelling again is safe, but its count leaves out what this call may have cancelled"
)
_LOOK_FOR_CALLS = (
    "The calls may be queued: take them back with cancel_notify_by_reference_id if they had a "
    "ReferenceID, or look for them with GetQueueIDStatusesByPhoneNumber; do not just send again"
)
_LOOK = "Find out what the service did before you call it again"


class PhoneNotify:
    """The PhoneNotify service. Made by ``Client`` and found at ``client.phone_notify``."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def cancel_notify_by_reference_id(
        self,
        reference_id: str,
        *,
        wire: CancelWire = Wire.SOAP11,
        **options: Unpack[CallOptions],
    ) -> CancelOutcome:
        """Cancel every call scheduled under a reference id that has not begun yet.

        Completed calls and calls in progress are not touched. Repeating it is safe, so it is
        tried again where an answer got lost.

        Args:
            reference_id: The ReferenceID given when the calls were scheduled.
            wire: The wire form; all four give the same answer.
            options: ``timeout``, ``attempt_timeout``, ``connect_timeout`` (seconds) and
                ``attempts``, in place of the client's.

        Returns:
            The outcome; ``cancelled`` is the service's count.

        Raises:
            TypeError: ``reference_id`` is not a string.
            ValueError: It is empty or blank, or has a character XML cannot carry.
            RescindError: See ``rescind.errors``.

        Source: the vendor's page of CancelNotifyByReferenceID. That an unknown id and a wrong
        key both give 0 is inferred.
        """
        _check_text("reference_id", reference_id)
        answer = await self._call(
            models.CancelNotifyByReferenceID(reference_id=reference_id), wire, options
        )
        return _cancelled(answer, answer.value.cancel_notify_by_reference_id_result)

    async def cancel_notify(
        self, queue_id: int, *, wire: CancelWire = Wire.SOAP11, **options: Unpack[CallOptions]
    ) -> CancelOutcome:
        """Cancel one call that has not begun yet, by its queue id.

        Args:
            queue_id: ``NotifyReturn.queue_id`` of the call, a 64-bit integer.
            wire: The wire form.
            options: As of ``cancel_notify_by_reference_id``.

        Returns:
            The outcome; ``cancelled`` is 1 or 0.

        Raises:
            ValueError: ``queue_id`` is not an int of 64 bits.
            RescindError: See ``rescind.errors``.

        Source: the vendor's page of CancelNotify.
        """
        answer = await self._call(models.CancelNotify(queue_id=queue_id), wire, options)
        return _cancelled(answer, int(answer.value.cancel_notify_result))

    async def notify_phone_advanced(
        self,
        request: "models.AdvancedNotifyRequest",
        *,
        wire: NotifyWire = Wire.SOAP11,
        **options: Unpack[CallOptions],
    ) -> "models.NotifyReturn":
        """Schedule a call. Never repeated once it may have been sent.

        Args:
            request: The call. Give it a ``reference_id``: without one a call whose answer got
                lost cannot be taken back. ``utc_scheduled_date_time`` is an aware datetime.
            wire: The wire form.
            options: As of ``cancel_notify_by_reference_id``.

        Returns:
            The service's answer, with the call's ``queue_id``.

        Raises:
            TypeError: ``request`` is not an ``AdvancedNotifyRequest``.
            ValueError: A value does not fit its type; nothing was sent.
            AuthenticationError: Response code 14, the key is not valid.
            VendorError: The response code of a declined call; ``result`` has the answer.
            OutcomeUnknownError: The call may have been queued.
            RescindError: See ``rescind.errors``.

        Source: the vendor's pages of NotifyPhoneAdvanced and AdvancedNotifyRequest; which codes
        decline a call is inferred from their texts.
        """
        _check_call("request", request)
        answer = await self._call(
            models.NotifyPhoneAdvanced(anr=request), wire, options, check=_declined
        )
        return cast("models.NotifyReturn", answer.value.notify_phone_advanced_result)

    async def notify_multiple_phone_advanced(
        self,
        requests: "Iterable[models.AdvancedNotifyRequest]",
        *,
        wire: NotifyWire = Wire.SOAP11,
        **options: Unpack[CallOptions],
    ) -> "tuple[models.NotifyReturn, ...]":
        """Schedule several calls in one request. Never repeated once it may have been sent.

        Args:
            requests: The calls, at least one.
            wire: The wire form.
            options: As of ``cancel_notify_by_reference_id``.

        Returns:
            One answer per request, in the order of the requests. That the service keeps the
            order is inferred: its answers carry neither reference id nor number. No response
            code raises; look at each ``response_code``.

        Raises:
            TypeError: Something among them is not an ``AdvancedNotifyRequest``.
            ValueError: There is no request, or a value does not fit.
            OutcomeUnknownError: The calls may have been queued.
            RescindError: See ``rescind.errors``.

        Source: the WSDL; the vendor's page of NotifyMultiplePhoneAdvanced.
        """
        if not isinstance(requests, Iterable):
            raise TypeError(f"requests is a list of requests, not {type(requests).__name__}")
        calls = tuple(requests)
        if not calls:
            raise ValueError("requests is empty: there is nothing to schedule")
        for index, call in enumerate(calls):
            _check_call(f"requests[{index}]", call)

        def one_each(response: "models.NotifyMultiplePhoneAdvancedResponse") -> Rejection | None:
            result = response.notify_multiple_phone_advanced_result
            answers = () if result is None else result.notify_return
            if len(answers) == len(calls) and None not in answers:
                return None
            return Rejection(
                Cause.UNREADABLE, f"{len(answers)} answers for {len(calls)} requests, one each due"
            )

        wrapped = models.ArrayOfAdvancedNotifyRequest(advanced_notify_request=calls)
        answer = await self._call(
            models.NotifyMultiplePhoneAdvanced(multiple_anr=wrapped),
            wire,
            options,
            check=one_each,
        )
        result = answer.value.notify_multiple_phone_advanced_result
        found = () if result is None else result.notify_return
        return tuple(item for item in found if item is not None)

    async def invoke(
        self, request: Request[R, W], *, wire: W | None = None, **options: Unpack[CallOptions]
    ) -> R:
        """Call any of the 53 operations with its generated request model.

        Args:
            request: An instance of a request class of ``rescind_models.phone_notify``. Where it
                leaves its LicenseKey None, the client's key is put in.
            wire: A wire form that the operation offers; its first by default.
            options: As of ``cancel_notify_by_reference_id``.

        Returns:
            The operation's generated response model. No response code raises here.

        Raises:
            TypeError: Not a request of this service.
            ValueError: A value does not fit, or the wire is not offered; nothing was sent.
            RescindError: See ``rescind.errors``.

        Source: the WSDL.
        """
        return (await self._call(request, wire, options)).value

    async def _call(
        self,
        request: Request[R, W],
        wire: Wire | None,
        options: CallOptions,
        *,
        check: Callable[[R], Rejection | None] | None = None,
    ) -> Answer[R]:
        operation = _operation_of(request)
        filled = fill_license_key(operation, request, self._service.license_key)
        return await self._service.call(
            operation,
            filled,
            cast("type[R]", getattr(models, operation.response)),
            wire,
            options,
            secrets=secrets_in(operation, filled),
            check=check,
            find_out=_find_out(operation),
        )


def _operation_of(request: object) -> Operation:
    name = type(request).__name__
    operation = _BY_REQUEST.get(name)
    if operation is None or getattr(models, name) is not type(request):
        raise TypeError(
            f"{name} is not a request of PhoneNotify: use a request class of "
            "rescind_models.phone_notify"
        )
    return operation


def _find_out(operation: Operation) -> str:
    if operation.repeatable:
        return _CANCEL_AGAIN if operation.name.startswith("CancelNotify") else ""
    return _LOOK_FOR_CALLS if operation.name.startswith("Notify") else _LOOK


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} is a string, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{name} is empty or blank: it would name no call")


def _check_call(name: str, value: object) -> None:
    if type(value) is not models.AdvancedNotifyRequest:
        raise TypeError(
            f"{name} is a rescind_models.phone_notify.AdvancedNotifyRequest, not "
            f"{type(value).__name__}"
        )


def _cancelled(answer: Answer[R], count: int) -> CancelOutcome:
    return CancelOutcome(
        cancelled=count, exact=answer.exact, attempts=answer.attempts, http=answer.http
    )


def _declined(response: "models.NotifyPhoneAdvancedResponse") -> Rejection | None:
    result = response.notify_phone_advanced_result
    if result is None:
        return Rejection(Cause.UNREADABLE, "the answer has no NotifyReturn")
    if result.response_code == ResponseCode.KEY_INVALID:
        cause = Cause.KEY_REFUSED
    elif result.response_code in DECLINED:
        cause = Cause.VENDOR
    else:
        return None
    words = result.response_text or "no text"
    return Rejection(cause, words, code=str(result.response_code), result=result)
