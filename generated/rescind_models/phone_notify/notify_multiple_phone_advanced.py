"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_advanced_notify_request import ArrayOfAdvancedNotifyRequest
from .array_of_notify_return import ArrayOfNotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyMultiplePhoneAdvanced(
    Request["NotifyMultiplePhoneAdvancedResponse", Literal[Wire.SOAP11, Wire.SOAP12]]
):
    """Queues several calls, each with its own settings.

    For more than 100 calls the list operations are advised.

    Attributes:
        multiple_anr: MultipleANR, ArrayOfAdvancedNotifyRequest, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    multiple_anr: None | ArrayOfAdvancedNotifyRequest = field(
        default=None,
        metadata={
            "name": "MultipleANR",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyMultiplePhoneAdvancedResponse:
    """Answer to NotifyMultiplePhoneAdvanced.

    Attributes:
        notify_multiple_phone_advanced_result: NotifyMultiplePhoneAdvancedResult,
            ArrayOfNotifyReturn, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_multiple_phone_advanced_result: None | ArrayOfNotifyReturn = field(
        default=None,
        metadata={
            "name": "NotifyMultiplePhoneAdvancedResult",
            "type": "Element",
        },
    )
