"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lm_list_members import LM_ListMembers

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfLM_ListMembers:
    """Type ArrayOfLM_ListMembers of the contract.

    Attributes:
        lm_list_members: LM_ListMembers, list of LM_ListMembers.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_list_members: tuple[LM_ListMembers, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "LM_ListMembers",
            "type": "Element",
        },
    )
