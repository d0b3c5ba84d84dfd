"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseKeyVariableSave(
    Request[
        "LicenseKeyVariableSaveResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Stores a variable with the license key under a name of at most 50 characters.

    A blank value deletes it.

    Attributes:
        variable_name: VariableName, xs:string, optional.
        variable_value: VariableValue, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    variable_name: None | str = field(
        default=None,
        metadata={
            "name": "VariableName",
            "type": "Element",
        },
    )
    variable_value: None | str = field(
        default=None,
        metadata={
            "name": "VariableValue",
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
class LicenseKeyVariableSaveResponse:
    """Answer to LicenseKeyVariableSave.

    Attributes:
        license_key_variable_save_result: LicenseKeyVariableSaveResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    license_key_variable_save_result: bool = field(
        metadata={
            "name": "LicenseKeyVariableSaveResult",
            "type": "Element",
            "required": True,
        }
    )
