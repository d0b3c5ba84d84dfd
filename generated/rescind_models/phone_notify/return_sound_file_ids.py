"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_string import ArrayOfString

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSoundFileIDs(
    Request[
        "ReturnSoundFileIDsResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists the ids of the sound files stored under a license key.

    Attributes:
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSoundFileIDsResponse:
    """Answer to ReturnSoundFileIDs.

    Attributes:
        return_sound_file_ids_result: ReturnSoundFileIDsResult, ArrayOfString, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    return_sound_file_ids_result: None | ArrayOfString = field(
        default=None,
        metadata={
            "name": "ReturnSoundFileIDsResult",
            "type": "Element",
        },
    )
