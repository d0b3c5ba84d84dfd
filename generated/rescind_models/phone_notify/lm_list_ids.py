"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_ListIDs:
    """Type LM_ListIDs of the contract.

    Attributes:
        list_id: ListID, xs:int.
        parent_list_id: ParentListID, xs:int.
        list_name: ListName, xs:string, optional.
    """

    list_id: int = field(
        metadata={
            "name": "ListID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    parent_list_id: int = field(
        metadata={
            "name": "ParentListID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    list_name: None | str = field(
        default=None,
        metadata={
            "name": "ListName",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
