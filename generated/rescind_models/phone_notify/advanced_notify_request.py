"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvancedNotifyRequest:
    """Type AdvancedNotifyRequest of the contract.

    Attributes:
        phone_number_to_dial: PhoneNumberToDial, xs:string, optional.
        transfer_number: TransferNumber, xs:string, optional.
        voice_id: VoiceID, xs:int, default 0.
        caller_id_number: CallerIDNumber, xs:string, optional.
        caller_id_name: CallerIDName, xs:string, optional.
        text_to_say: TextToSay, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
        try_count: TryCount, xs:int, default 1.
        next_try_in_seconds: NextTryInSeconds, xs:int, default 60.
        utc_scheduled_date_time: UTCScheduledDateTime, xs:dateTime.
        tts_rate: TTSrate, xs:unsignedByte, default 10.
        tts_volume: TTSvolume, xs:unsignedByte, default 100.
        max_call_length: MaxCallLength, xs:int, default 0.
        status_change_post_url: StatusChangePostUrl, xs:string, optional.
        reference_id: ReferenceID, xs:string, optional.
    """

    phone_number_to_dial: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumberToDial",
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
    voice_id: int = field(
        default=0,
        metadata={
            "name": "VoiceID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        },
    )
    caller_id_number: None | str = field(
        default=None,
        metadata={
            "name": "CallerIDNumber",
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
    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    try_count: int = field(
        default=1,
        metadata={
            "name": "TryCount",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        },
    )
    next_try_in_seconds: int = field(
        default=60,
        metadata={
            "name": "NextTryInSeconds",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        },
    )
    utc_scheduled_date_time: datetime = field(
        metadata={
            "name": "UTCScheduledDateTime",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
        }
    )
    tts_rate: int = field(
        default=10,
        metadata={
            "name": "TTSrate",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        },
    )
    tts_volume: int = field(
        default=100,
        metadata={
            "name": "TTSvolume",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": 0,
            "max_inclusive": 255,
        },
    )
    max_call_length: int = field(
        default=0,
        metadata={
            "name": "MaxCallLength",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        },
    )
    status_change_post_url: None | str = field(
        default=None,
        metadata={
            "name": "StatusChangePostUrl",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    reference_id: None | str = field(
        default=None,
        metadata={
            "name": "ReferenceID",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
