"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .lm_dial_return import LM_DialReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_DialList(
    Request["LM_DialListResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]]
):
    """Calls every member of a call list and reads a text.

    Attributes:
        list_id: ListID, xs:int.
        dial_recursive_lists: DialRecursiveLists, xs:boolean.
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDName, xs:string, optional.
        voice_id: VoiceID, xs:unsignedByte.
        text_to_say: TextToSay, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
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
    dial_recursive_lists: bool = field(
        metadata={
            "name": "DialRecursiveLists",
            "type": "Element",
            "required": True,
        }
    )
    caller_id: None | str = field(
        default=None,
        metadata={
            "name": "CallerID",
            "type": "Element",
        },
    )
    caller_id_name: None | str = field(
        default=None,
        metadata={
            "name": "CallerIDName",
            "type": "Element",
        },
    )
    voice_id: int = field(
        metadata={
            "name": "VoiceID",
            "type": "Element",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
        },
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
class LM_DialListResponse:
    """Answer to LM_DialList.

    Attributes:
        lm_dial_list_result: LM_DialListResult, LM_DialReturn.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_dial_list_result: LM_DialReturn = field(
        metadata={
            "name": "LM_DialListResult",
            "type": "Element",
            "required": True,
        }
    )
