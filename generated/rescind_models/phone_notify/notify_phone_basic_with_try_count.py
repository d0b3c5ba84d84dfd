"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .notify_return import NotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyPhoneBasicWithTryCount(
    Request[
        "NotifyPhoneBasicWithTryCountResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """As NotifyPhoneBasic, trying again up to TryCount times when nobody answers.

    Attributes:
        try_count: TryCount, xs:short.
        phone_number_to_dial: PhoneNumberToDial, xs:string, optional.
        text_to_say: TextToSay, xs:string, optional.
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDname, xs:string, optional.
        voice_id: VoiceID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    try_count: int = field(
        metadata={
            "name": "TryCount",
            "type": "Element",
            "required": True,
            "min_inclusive": -32768,
            "max_inclusive": 32767,
        }
    )
    phone_number_to_dial: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumberToDial",
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
class NotifyPhoneBasicWithTryCountResponse:
    """Answer to NotifyPhoneBasicWithTryCount.

    Attributes:
        notify_phone_basic_with_try_count_result: NotifyPhoneBasicWithTryCountResult, NotifyReturn,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_phone_basic_with_try_count_result: None | NotifyReturn = field(
        default=None,
        metadata={
            "name": "NotifyPhoneBasicWithTryCountResult",
            "type": "Element",
        },
    )
