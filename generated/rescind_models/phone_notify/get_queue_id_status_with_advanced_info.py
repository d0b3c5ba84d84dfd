"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .notify_return import NotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetQueueIDStatusWithAdvancedInfo(
    Request[
        "GetQueueIDStatusWithAdvancedInfoResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Returns the status of one call together with its script variables.

    Attributes:
        queue_id: QueueID, xs:long.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    queue_id: int = field(
        metadata={
            "name": "QueueID",
            "type": "Element",
            "required": True,
            "min_inclusive": -9223372036854775808,
            "max_inclusive": 9223372036854775807,
        }
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
class GetQueueIDStatusWithAdvancedInfoResponse:
    """Answer to GetQueueIDStatusWithAdvancedInfo.

    Attributes:
        get_queue_id_status_with_advanced_info_result: GetQueueIDStatusWithAdvancedInfoResult,
            NotifyReturn, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_queue_id_status_with_advanced_info_result: None | NotifyReturn = field(
        default=None,
        metadata={
            "name": "GetQueueIDStatusWithAdvancedInfoResult",
            "type": "Element",
        },
    )
