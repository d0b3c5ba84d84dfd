"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNotifyByReferenceID(
    Request[
        "CancelNotifyByReferenceIDResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Cancels every call with this reference id that has not started, and returns how many were
    cancelled.

    Calls in progress or completed are not touched; credit is given for each one cancelled.

    Attributes:
        reference_id: ReferenceID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    reference_id: None | str = field(
        default=None,
        metadata={
            "name": "ReferenceID",
            "type": "Element",
        },
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
class CancelNotifyByReferenceIDResponse:
    """Answer to CancelNotifyByReferenceID.

    Attributes:
        cancel_notify_by_reference_id_result: CancelNotifyByReferenceIDResult, xs:int.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    cancel_notify_by_reference_id_result: int = field(
        metadata={
            "name": "CancelNotifyByReferenceIDResult",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
