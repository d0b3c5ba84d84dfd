"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTTSInULAW(
    Request[
        "GetTTSInULAWResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Speaks a text with a voice and returns the sound in u-law form.

    Attributes:
        text_to_say: TextToSay, xs:string, optional.
        voice_id: VoiceID, xs:int.
        tts_rate: TTSrate, xs:unsignedByte.
        tts_volume: TTSvolume, xs:unsignedByte.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
        },
    )
    voice_id: int = field(
        metadata={
            "name": "VoiceID",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    tts_rate: int = field(
        metadata={
            "name": "TTSrate",
            "type": "Element",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    tts_volume: int = field(
        metadata={
            "name": "TTSvolume",
            "type": "Element",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
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
class GetTTSInULAWResponse:
    """Answer to GetTTSInULAW.

    Attributes:
        get_tts_in_ulaw_result: GetTTSInULAWResult, xs:base64Binary, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_tts_in_ulaw_result: None | bytes = field(
        default=None,
        metadata={
            "name": "GetTTSInULAWResult",
            "type": "Element",
            "format": "base64",
        },
    )
