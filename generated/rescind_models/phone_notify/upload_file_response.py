"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadFileResponse:
    """Type UploadFileResponse of the contract.

    Attributes:
        upload_successful: UploadSuccessful, xs:boolean.
        error_response: ErrorResponse, xs:string, optional.
        uploaded_length_in_seconds: UploadedLengthInSeconds, xs:int.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    upload_successful: bool = field(
        metadata={
            "name": "UploadSuccessful",
            "type": "Element",
            "required": True,
        }
    )
    error_response: None | str = field(
        default=None,
        metadata={
            "name": "ErrorResponse",
            "type": "Element",
        },
    )
    uploaded_length_in_seconds: int = field(
        metadata={
            "name": "UploadedLengthInSeconds",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
