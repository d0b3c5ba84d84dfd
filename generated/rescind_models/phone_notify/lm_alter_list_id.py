"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_AlterListID(
    Request[
        "LM_AlterListIDResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Renames a call list or moves it.

    A ParentListID of 0 means none, -1 leaves it as it is.

    Attributes:
        list_id: ListID, xs:int.
        parent_list_id: ParentListID, xs:int.
        list_name: ListName, xs:string, optional.
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
    parent_list_id: int = field(
        metadata={
            "name": "ParentListID",
            "type": "Element",
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
        },
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
class LM_AlterListIDResponse:
    """Answer to LM_AlterListID.

    Attributes:
        lm_alter_list_id_result: LM_AlterListIDResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_alter_list_id_result: bool = field(
        metadata={
            "name": "LM_AlterListIDResult",
            "type": "Element",
            "required": True,
        }
    )
