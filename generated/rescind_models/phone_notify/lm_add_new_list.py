"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AddNewList(
    Request[
        "LM_AddNewListResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Adds a call list and returns its id.

    A ParentListID of 0 means none.

    Attributes:
        list_name: ListName, xs:string, optional.
        parent_list_id: ParentListID, xs:int.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    list_name: None | str = field(
        default=None,
        metadata={
            "name": "ListName",
            "type": "Element",
        },
    )
    parent_list_id: int = field(
        metadata={
            "name": "ParentListID",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AddNewListResponse:
    """Answer to LM_AddNewList.

    Attributes:
        lm_add_new_list_result: LM_AddNewListResult, xs:int.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_add_new_list_result: int = field(
        metadata={
            "name": "LM_AddNewListResult",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
