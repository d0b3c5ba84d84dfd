"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_string import ArrayOfString

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAvailableIncomingNumbers(
    Request[
        "GetAvailableIncomingNumbersResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists ten numbers that can be had, at random.

    A blank filter lists toll-free ones.

    Attributes:
        area_code_filter: AreaCodeFilter, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    area_code_filter: None | str = field(
        default=None,
        metadata={
            "name": "AreaCodeFilter",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAvailableIncomingNumbersResponse:
    """Answer to GetAvailableIncomingNumbers.

    Attributes:
        get_available_incoming_numbers_result: GetAvailableIncomingNumbersResult, ArrayOfString,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_available_incoming_numbers_result: None | ArrayOfString = field(
        default=None,
        metadata={
            "name": "GetAvailableIncomingNumbersResult",
            "type": "Element",
        },
    )
