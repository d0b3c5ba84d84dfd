"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Type Voice of the contract.

    Attributes:
        voice_id: VoiceID, xs:int.
        voice_name: VoiceName, xs:string, optional.
        voice_gender: VoiceGender, xs:string, optional.
        voice_age: VoiceAge, xs:int.
        voice_language: VoiceLanguage, xs:string, optional.
        voice_summary: VoiceSummary, xs:string, optional.
    """

    voice_id: int = field(
        metadata={
            "name": "VoiceID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    voice_name: None | str = field(
        default=None,
        metadata={
            "name": "VoiceName",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    voice_gender: None | str = field(
        default=None,
        metadata={
            "name": "VoiceGender",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    voice_age: int = field(
        metadata={
            "name": "VoiceAge",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    voice_language: None | str = field(
        default=None,
        metadata={
            "name": "VoiceLanguage",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    voice_summary: None | str = field(
        default=None,
        metadata={
            "name": "VoiceSummary",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
