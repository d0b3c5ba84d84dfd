"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNotify(
    Request[
        "CancelNotifyResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Cancels one call that has not started.

    True when it was cancelled; its credit is given back.

    Attributes:
        queue_id: QueueID, xs:long.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    queue_id: int = field(
        metadata={
            "name": "QueueID",
            "type": "Element",
            "required": True,
            "min_inclusive": -9223372036854775808,
            "max_inclusive": 9223372036854775807,
        }
    )
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNotifyResponse:
    """Answer to CancelNotify.

    Attributes:
        cancel_notify_result: CancelNotifyResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    cancel_notify_result: bool = field(
        metadata={
            "name": "CancelNotifyResult",
            "type": "Element",
            "required": True,
        }
    )
