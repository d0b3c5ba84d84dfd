"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSoundFile(
    Request[
        "GetSoundFileResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Returns a stored sound file as WAV.

    Attributes:
        sound_file_id: SoundFileID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    sound_file_id: None | str = field(
        default=None,
        metadata={
            "name": "SoundFileID",
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
class GetSoundFileResponse:
    """Answer to GetSoundFile.

    Attributes:
        get_sound_file_result: GetSoundFileResult, xs:base64Binary, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_sound_file_result: None | bytes = field(
        default=None,
        metadata={
            "name": "GetSoundFileResult",
            "type": "Element",
            "format": "base64",
        },
    )
