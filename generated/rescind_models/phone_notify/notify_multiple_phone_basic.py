"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_notify_return import ArrayOfNotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyMultiplePhoneBasic(
    Request[
        "NotifyMultiplePhoneBasicResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Calls several numbers at 3000 calls a minute.

    Put a semicolon between the numbers.

    Attributes:
        phone_numbers_to_dial: PhoneNumbersToDial, xs:string, optional.
        text_to_say: TextToSay, xs:string, optional.
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDname, xs:string, optional.
        voice_id: VoiceID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    phone_numbers_to_dial: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumbersToDial",
            "type": "Element",
        },
    )
    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
        },
    )
    caller_id: None | str = field(
        default=None,
        metadata={
            "name": "CallerID",
            "type": "Element",
        },
    )
    caller_id_name: None | str = field(
        default=None,
        metadata={
            "name": "CallerIDname",
            "type": "Element",
        },
    )
    voice_id: None | str = field(
        default=None,
        metadata={
            "name": "VoiceID",
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
class NotifyMultiplePhoneBasicResponse:
    """Answer to NotifyMultiplePhoneBasic.

    Attributes:
        notify_multiple_phone_basic_result: NotifyMultiplePhoneBasicResult, ArrayOfNotifyReturn,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_multiple_phone_basic_result: None | ArrayOfNotifyReturn = field(
        default=None,
        metadata={
            "name": "NotifyMultiplePhoneBasicResult",
            "type": "Element",
        },
    )
