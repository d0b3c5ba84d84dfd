"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lm_list_ids import LM_ListIDs

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfLM_ListIDs:
    """Type ArrayOfLM_ListIDs of the contract.

    Attributes:
        lm_list_ids: LM_ListIDs, list of LM_ListIDs.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_list_ids: tuple[LM_ListIDs, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "LM_ListIDs",
            "type": "Element",
        },
    )
