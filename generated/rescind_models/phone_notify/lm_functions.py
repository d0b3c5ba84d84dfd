"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_Functions:
    """Type LM_Functions of the contract.

    Attributes:
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDName, xs:string, optional.
        voice_id: VoiceID, xs:unsignedByte.
        text_to_say: TextToSay, xs:string, optional.
        try_count: TryCount, xs:unsignedByte.
        license_key: Licensekey, xs:string, optional, not shown in repr.
        extension: Extension, xs:string, optional.
        transfer_number: TransferNumber, xs:string, optional.
        next_try_in_seconds: NextTryInSeconds, xs:short.
        tts_rate: TTSRate, xs:unsignedByte.
        tts_volume: TTSVolume, xs:unsignedByte.
        scheduled_utc_datetime: ScheduledUTCDatetime, xs:dateTime.
        list_id: ListID, xs:int.
        dial_recursive_lists: DialRecursiveLists, xs:boolean.
    """

    caller_id: None | str = field(
        default=None,
        metadata={
            "name": "CallerID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    caller_id_name: None | str = field(
        default=None,
        metadata={
            "name": "CallerIDName",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    voice_id: int = field(
        metadata={
            "name": "VoiceID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    try_count: int = field(
        metadata={
            "name": "TryCount",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "Licensekey",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    extension: None | str = field(
        default=None,
        metadata={
            "name": "Extension",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    transfer_number: None | str = field(
        default=None,
        metadata={
            "name": "TransferNumber",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    next_try_in_seconds: int = field(
        metadata={
            "name": "NextTryInSeconds",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -32768,
            "max_inclusive": 32767,
        }
    )
    tts_rate: int = field(
        metadata={
            "name": "TTSRate",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    tts_volume: int = field(
        metadata={
            "name": "TTSVolume",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        }
    )
    scheduled_utc_datetime: datetime = field(
        metadata={
            "name": "ScheduledUTCDatetime",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
        }
    )
    list_id: int = field(
        metadata={
            "name": "ListID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    dial_recursive_lists: bool = field(
        metadata={
            "name": "DialRecursiveLists",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
        }
    )
