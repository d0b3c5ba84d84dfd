"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSoundFileInMP3(
    Request[
        "GetSoundFileInMP3Response",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Returns a stored sound file as MP3.

    BitRate is 32, 64 or 128.

    Attributes:
        sound_file_id: SoundFileID, xs:string, optional.
        bit_rate: BitRate, xs:int.
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
    bit_rate: int = field(
        metadata={
            "name": "BitRate",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
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
class GetSoundFileInMP3Response:
    """Answer to GetSoundFileInMP3.

    Attributes:
        get_sound_file_in_mp3_result: GetSoundFileInMP3Result, xs:base64Binary, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_sound_file_in_mp3_result: None | bytes = field(
        default=None,
        metadata={
            "name": "GetSoundFileInMP3Result",
            "type": "Element",
            "format": "base64",
        },
    )
