"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_area_code import ArrayOfAreaCode

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAvailableAreaCodes(
    Request[
        "GetAvailableAreaCodesResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists the area codes in which a number can be had."""

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAvailableAreaCodesResponse:
    """Answer to GetAvailableAreaCodes.

    Attributes:
        get_available_area_codes_result: GetAvailableAreaCodesResult, ArrayOfAreaCode, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_available_area_codes_result: None | ArrayOfAreaCode = field(
        default=None,
        metadata={
            "name": "GetAvailableAreaCodesResult",
            "type": "Element",
        },
    )
