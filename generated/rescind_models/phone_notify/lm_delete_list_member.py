"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_DeleteListMember(
    Request[
        "LM_DeleteListMemberResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Deletes a member of a call list.

    Attributes:
        list_member_id: ListMemberID, xs:int.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    list_member_id: int = field(
        metadata={
            "name": "ListMemberID",
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
class LM_DeleteListMemberResponse:
    """Answer to LM_DeleteListMember.

    Attributes:
        lm_delete_list_member_result: LM_DeleteListMemberResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_delete_list_member_result: bool = field(
        metadata={
            "name": "LM_DeleteListMemberResult",
            "type": "Element",
            "required": True,
        }
    )
