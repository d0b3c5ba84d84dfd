"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_response import ArrayOfResponse

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetResponseCodes(
    Request[
        "GetResponseCodesResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Lists the response codes and their texts."""

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetResponseCodesResponse:
    """Answer to GetResponseCodes.

    Attributes:
        get_response_codes_result: GetResponseCodesResult, ArrayOfResponse, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_response_codes_result: None | ArrayOfResponse = field(
        default=None,
        metadata={
            "name": "GetResponseCodesResult",
            "type": "Element",
        },
    )
