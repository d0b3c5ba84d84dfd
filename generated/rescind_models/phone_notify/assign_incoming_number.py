"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignIncomingNumber(
    Request[
        "AssignIncomingNumberResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Assigns an incoming number to the license key, for a monthly fee.

    False when it is taken or not available.

    Attributes:
        incoming_phone_number: IncomingPhoneNumber, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    incoming_phone_number: None | str = field(
        default=None,
        metadata={
            "name": "IncomingPhoneNumber",
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
class AssignIncomingNumberResponse:
    """Answer to AssignIncomingNumber.

    Attributes:
        assign_incoming_number_result: AssignIncomingNumberResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    assign_incoming_number_result: bool = field(
        metadata={
            "name": "AssignIncomingNumberResult",
            "type": "Element",
            "required": True,
        }
    )
