"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvancedNotifyRequest:
    """One call to place, now or later, with every setting the service has.

    Attributes:
        phone_number_to_dial: Number to call: ten digits, in any format; an extension follows an x.
            PhoneNumberToDial, xs:string, optional.
        transfer_number: Number the person called is put through to on pressing 0. TransferNumber,
            xs:string, optional.
        voice_id: Voice, from getVoices; 0 is Diane. VoiceID, xs:int, default 0.
        caller_id_number: Number shown to the person called; without one it is private.
            CallerIDNumber, xs:string, optional.
        caller_id_name: Name shown; most carriers ignore it. CallerIDName, xs:string, optional.
        text_to_say: Text to read; may hold sound files, commands and SSML. TextToSay, xs:string,
            optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
        try_count: How often to try, 3 at most. TryCount, xs:int, default 1.
        next_try_in_seconds: Seconds between tries, 60 or more. NextTryInSeconds, xs:int, default
            60.
        utc_scheduled_date_time: When to call, in UTC; a past time means at once (inferred).
            UTCScheduledDateTime, xs:dateTime.
        tts_rate: Speed of the voice, 0 to 20; 10 is normal. TTSrate, xs:unsignedByte, default 10.
        tts_volume: Loudness of the voice, 0 to 100. TTSvolume, xs:unsignedByte, default 100.
        max_call_length: Best left alone; the unit is not documented. MaxCallLength, xs:int, default
            0.
        status_change_post_url: URL that is told of each change of status, in lower case.
            StatusChangePostUrl, xs:string, optional.
        reference_id: Label of your own, by which the call can be cancelled. ReferenceID, xs:string,
            optional.
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
