"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_string import ArrayOfString

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAssignedNumbers(
    Request[
        "GetAssignedNumbersResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists the incoming numbers assigned to a license key.

    Attributes:
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAssignedNumbersResponse:
    """Answer to GetAssignedNumbers.

    Attributes:
        get_assigned_numbers_result: GetAssignedNumbersResult, ArrayOfString, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_assigned_numbers_result: None | ArrayOfString = field(
        default=None,
        metadata={
            "name": "GetAssignedNumbersResult",
            "type": "Element",
        },
    )
