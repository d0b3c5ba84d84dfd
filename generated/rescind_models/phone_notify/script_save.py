"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptSave(
    Request["ScriptSaveResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]]
):
    """Stores a call script under a name of at most 50 characters, over one of the same name.

    Attributes:
        script_name: ScriptName, xs:string, optional.
        script_text: ScriptText, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    script_name: None | str = field(
        default=None,
        metadata={
            "name": "ScriptName",
            "type": "Element",
        },
    )
    script_text: None | str = field(
        default=None,
        metadata={
            "name": "ScriptText",
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
class ScriptSaveResponse:
    """Answer to ScriptSave.

    Attributes:
        script_save_result: ScriptSaveResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    script_save_result: bool = field(
        metadata={
            "name": "ScriptSaveResult",
            "type": "Element",
            "required": True,
        }
    )
