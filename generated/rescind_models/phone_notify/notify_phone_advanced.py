"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .advanced_notify_request import AdvancedNotifyRequest
from .notify_return import NotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyPhoneAdvanced(
    Request["NotifyPhoneAdvancedResponse", Literal[Wire.SOAP11, Wire.SOAP12]]
):
    """Queues one call, now or at a UTC time, with every setting the service has.

    Only here and in two other operations can a call be given a reference id.

    Attributes:
        anr: anr, AdvancedNotifyRequest, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    anr: None | AdvancedNotifyRequest = field(
        default=None,
        metadata={
            "name": "anr",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyPhoneAdvancedResponse:
    """Answer to NotifyPhoneAdvanced.

    Attributes:
        notify_phone_advanced_result: NotifyPhoneAdvancedResult, NotifyReturn, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_phone_advanced_result: None | NotifyReturn = field(
        default=None,
        metadata={
            "name": "NotifyPhoneAdvancedResult",
            "type": "Element",
        },
    )
