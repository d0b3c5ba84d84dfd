"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_DialReturn:
    """Type LM_DialReturn of the contract.

    Attributes:
        success: Success, xs:boolean.
        batch_id: BatchID, xs:int.
        response_code: ResponseCode, xs:int.
        error_text: ErrorText, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    success: bool = field(
        metadata={
            "name": "Success",
            "type": "Element",
            "required": True,
        }
    )
    batch_id: int = field(
        metadata={
            "name": "BatchID",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    response_code: int = field(
        metadata={
            "name": "ResponseCode",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    error_text: None | str = field(
        default=None,
        metadata={
            "name": "ErrorText",
            "type": "Element",
        },
    )
