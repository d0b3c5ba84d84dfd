"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AlterListMember(
    Request[
        "LM_AlterListMemberResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Changes the data of a member of a call list.

    Attributes:
        list_member_id: ListMemberID, xs:int.
        license_key: licensekey, xs:string, optional, not shown in repr.
        client_id: ClientID, xs:string, optional.
        first_name: FirstName, xs:string, optional.
        last_name: LastName, xs:string, optional.
        phone_number: PhoneNumber, xs:string, optional.
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
            "name": "licensekey",
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
    phone_number: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumber",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AlterListMemberResponse:
    """Answer to LM_AlterListMember.

    Attributes:
        lm_alter_list_member_result: LM_AlterListMemberResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_alter_list_member_result: bool = field(
        metadata={
            "name": "LM_AlterListMemberResult",
            "type": "Element",
            "required": True,
        }
    )
