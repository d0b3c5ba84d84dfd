"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptDelete(
    Request[
        "ScriptDeleteResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Deletes a stored call script.

    Attributes:
        script_name: ScriptName, xs:string, optional.
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
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptDeleteResponse:
    """Answer to ScriptDelete.

    Attributes:
        script_delete_result: ScriptDeleteResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    script_delete_result: bool = field(
        metadata={
            "name": "ScriptDeleteResult",
            "type": "Element",
            "required": True,
        }
    )
