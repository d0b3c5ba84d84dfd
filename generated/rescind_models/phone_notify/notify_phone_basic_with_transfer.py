"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .notify_return import NotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyPhoneBasicWithTransfer(
    Request[
        "NotifyPhoneBasicWithTransferResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Calls a number at once and reads a text; the person called can press 0 to be put through to
    TransferNumber.

    Attributes:
        phone_number_to_dial: PhoneNumberToDial, xs:string, optional.
        transfer_number: TransferNumber, xs:string, optional.
        text_to_say: TextToSay, xs:string, optional.
        caller_id: CallerID, xs:string, optional.
        caller_id_name: CallerIDname, xs:string, optional.
        voice_id: VoiceID, xs:string, optional.
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
    transfer_number: None | str = field(
        default=None,
        metadata={
            "name": "TransferNumber",
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
class NotifyPhoneBasicWithTransferResponse:
    """Answer to NotifyPhoneBasicWithTransfer.

    Attributes:
        notify_phone_basic_with_transfer_result: NotifyPhoneBasicWithTransferResult, NotifyReturn,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_phone_basic_with_transfer_result: None | NotifyReturn = field(
        default=None,
        metadata={
            "name": "NotifyPhoneBasicWithTransferResult",
            "type": "Element",
        },
    )
