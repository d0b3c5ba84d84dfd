"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIncomingCallScript(
    Request[
        "SetIncomingCallScriptResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Sets the script that answers calls to an assigned number.

    Attributes:
        phone_number: PhoneNumber, xs:string, optional.
        script: Script, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    phone_number: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumber",
            "type": "Element",
        },
    )
    script: None | str = field(
        default=None,
        metadata={
            "name": "Script",
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
class SetIncomingCallScriptResponse:
    """Answer to SetIncomingCallScript.

    Attributes:
        set_incoming_call_script_result: SetIncomingCallScriptResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    set_incoming_call_script_result: bool = field(
        metadata={
            "name": "SetIncomingCallScriptResult",
            "type": "Element",
            "required": True,
        }
    )
