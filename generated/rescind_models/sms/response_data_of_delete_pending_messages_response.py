"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .detail import Detail
from .identification import Identification


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDataOfDeletePendingMessagesResponse:
    """Type ResponseDataOfDeletePendingMessagesResponse of the contract.

    Attributes:
        result: Result, xs:string, optional.
        identification: Identification, Identification, optional.
        detail: Detail, Detail, optional.
    """

    class Meta:
        json_order = ("identification", "result", "detail")

    result: None | str = field(
        default=None,
        metadata={
            "name": "Result",
            "type": "Element",
        },
    )
    identification: None | Identification = field(
        default=None,
        metadata={
            "name": "Identification",
            "type": "Element",
        },
    )
    detail: None | Detail = field(
        default=None,
        metadata={
            "name": "Detail",
            "type": "Element",
        },
    )
