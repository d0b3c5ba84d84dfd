"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Type Response of the contract.

    Attributes:
        response_code: ResponseCode, xs:int.
        response_text: ResponseText, xs:string, optional.
    """

    response_code: int = field(
        metadata={
            "name": "ResponseCode",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    response_text: None | str = field(
        default=None,
        metadata={
            "name": "ResponseText",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
