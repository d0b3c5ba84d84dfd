"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSoundViaPhoneCall(
    Request[
        "RecordSoundViaPhoneCallResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Calls a number and records what is said there as a sound file.

    Write the id in lower case.

    Attributes:
        phone_number_to_dial: PhoneNumberToDial, xs:string, optional.
        sound_file_id: SoundFileID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    phone_number_to_dial: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumberToDial",
            "type": "Element",
        },
    )
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
class RecordSoundViaPhoneCallResponse:
    """Answer to RecordSoundViaPhoneCall.

    Attributes:
        record_sound_via_phone_call_result: RecordSoundViaPhoneCallResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    record_sound_via_phone_call_result: bool = field(
        metadata={
            "name": "RecordSoundViaPhoneCallResult",
            "type": "Element",
            "required": True,
        }
    )
