"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_notify_return import ArrayOfNotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetQueueIDStatusesByPhoneNumber(
    Request[
        "GetQueueIDStatusesByPhoneNumberResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Returns the status of the last ten calls to a phone number.

    Attributes:
        phone_number: PhoneNumber, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    phone_number: None | str = field(
        default=None,
        metadata={
            "name": "PhoneNumber",
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
class GetQueueIDStatusesByPhoneNumberResponse:
    """Answer to GetQueueIDStatusesByPhoneNumber.

    Attributes:
        get_queue_id_statuses_by_phone_number_result: GetQueueIDStatusesByPhoneNumberResult,
            ArrayOfNotifyReturn, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_queue_id_statuses_by_phone_number_result: None | ArrayOfNotifyReturn = field(
        default=None,
        metadata={
            "name": "GetQueueIDStatusesByPhoneNumberResult",
            "type": "Element",
        },
    )
