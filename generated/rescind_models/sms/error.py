"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """Why a request was refused; may be there on success, with an empty code or zeros.

    Attributes:
        error_code: ErrorCode, xs:string, optional.
        error_reason: ErrorReason, xs:string, optional.
    """

    error_code: None | str = field(
        default=None,
        metadata={
            "name": "ErrorCode",
            "type": "Element",
        },
    )
    error_reason: None | str = field(
        default=None,
        metadata={
            "name": "ErrorReason",
            "type": "Element",
        },
    )
