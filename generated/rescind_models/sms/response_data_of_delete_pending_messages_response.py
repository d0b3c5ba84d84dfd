"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .detail import Detail
from .identification import Identification


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDataOfDeletePendingMessagesResponse:
    """What the service did.

    Attributes:
        result: Outcome in the service's words. Result, xs:string, optional.
        identification: Whose messages they were. Identification, Identification, optional.
        detail: Which messages, as far as it says. Detail, Detail, optional.
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
