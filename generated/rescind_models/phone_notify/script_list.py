"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_string import ArrayOfString

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptList(
    Request["ScriptListResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]]
):
    """Lists the names of the call scripts of a license key, with the global ones if asked for.

    Attributes:
        include_global_scripts: IncludeGlobalScripts, xs:boolean.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    include_global_scripts: bool = field(
        metadata={
            "name": "IncludeGlobalScripts",
            "type": "Element",
            "required": True,
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
class ScriptListResponse:
    """Answer to ScriptList.

    Attributes:
        script_list_result: ScriptListResult, ArrayOfString, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    script_list_result: None | ArrayOfString = field(
        default=None,
        metadata={
            "name": "ScriptListResult",
            "type": "Element",
        },
    )
