"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_lm_list_members import ArrayOfLM_ListMembers

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_GetListMembersByListID(
    Request[
        "LM_GetListMembersByListIDResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists the members of a call list.

    Attributes:
        list_id: ListID, xs:int.
        license_key: Licensekey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    list_id: int = field(
        metadata={
            "name": "ListID",
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
            "name": "Licensekey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_GetListMembersByListIDResponse:
    """Answer to LM_GetListMembersByListID.

    Attributes:
        lm_get_list_members_by_list_id_result: LM_GetListMembersByListIDResult,
            ArrayOfLM_ListMembers, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_get_list_members_by_list_id_result: None | ArrayOfLM_ListMembers = field(
        default=None,
        metadata={
            "name": "LM_GetListMembersByListIDResult",
            "type": "Element",
        },
    )
