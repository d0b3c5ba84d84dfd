"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseKeyVariableLoad(
    Request[
        "LicenseKeyVariableLoadResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Returns a variable stored with the license key.

    Attributes:
        variable_name: VariableName, xs:string, optional.
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
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseKeyVariableLoadResponse:
    """Answer to LicenseKeyVariableLoad.

    Attributes:
        license_key_variable_load_result: LicenseKeyVariableLoadResult, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    license_key_variable_load_result: None | str = field(
        default=None,
        metadata={
            "name": "LicenseKeyVariableLoadResult",
            "type": "Element",
        },
    )
