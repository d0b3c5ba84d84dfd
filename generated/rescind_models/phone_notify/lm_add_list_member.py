"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AddListMember(
    Request[
        "LM_AddListMemberResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Adds a member to a call list and returns the id of the member.

    Attributes:
        list_id: ListID, xs:int.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
        phone_number: PhoneNumber, xs:string, optional.
        client_id: ClientID, xs:string, optional.
        first_name: FirstName, xs:string, optional.
        last_name: LastName, xs:string, optional.
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
            "name": "LicenseKey",
            "type": "Element",
        },
    )
    phone_number: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumber",
            "type": "Element",
        },
    )
    client_id: None | str = field(
        default=None,
        metadata={
            "name": "ClientID",
            "type": "Element",
        },
    )
    first_name: None | str = field(
        default=None,
        metadata={
            "name": "FirstName",
            "type": "Element",
        },
    )
    last_name: None | str = field(
        default=None,
        metadata={
            "name": "LastName",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AddListMemberResponse:
    """Answer to LM_AddListMember.

    Attributes:
        lm_add_list_member_result: LM_AddListMemberResult, xs:int.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_add_list_member_result: int = field(
        metadata={
            "name": "LM_AddListMemberResult",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
