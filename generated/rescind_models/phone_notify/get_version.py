"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetVersion(
    Request["GetVersionResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]]
):
    """Returns the version of the service as text."""

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetVersionResponse:
    """Answer to GetVersion.

    Attributes:
        get_version_result: GetVersionResult, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_version_result: None | str = field(
        default=None,
        metadata={
            "name": "GetVersionResult",
            "type": "Element",
        },
    )
