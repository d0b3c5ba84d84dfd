"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_notify_return import ArrayOfNotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyMultiplePhoneBasicWithCPMandReferenceID(
    Request[
        "NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """As NotifyMultiplePhoneBasicWithCPM, and all the calls carry a reference id by which they can be
    cancelled.

    Attributes:
        phone_numbers_to_dial: PhoneNumbersToDial, xs:string, optional.
        text_to_say: TextToSay, xs:string, optional.
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDname, xs:string, optional.
        voice_id: VoiceID, xs:string, optional.
        calls_per_minute: CallsPerMinute, xs:int.
        reference_id: ReferenceID, xs:string, optional.
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
    calls_per_minute: int = field(
        metadata={
            "name": "CallsPerMinute",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    reference_id: None | str = field(
        default=None,
        metadata={
            "name": "ReferenceID",
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
class NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse:
    """Answer to NotifyMultiplePhoneBasicWithCPMandReferenceID.

    Attributes:
        notify_multiple_phone_basic_with_cpm_and_reference_id_result:
            NotifyMultiplePhoneBasicWithCPMandReferenceIDResult, ArrayOfNotifyReturn, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_multiple_phone_basic_with_cpm_and_reference_id_result: None | ArrayOfNotifyReturn = (
        field(
            default=None,
            metadata={
                "name": "NotifyMultiplePhoneBasicWithCPMandReferenceIDResult",
                "type": "Element",
            },
        )
    )
