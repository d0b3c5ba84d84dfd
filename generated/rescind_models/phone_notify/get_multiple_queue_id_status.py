"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_notify_return import ArrayOfNotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMultipleQueueIdStatus(
    Request[
        "GetMultipleQueueIdStatusResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Returns the status of several calls.

    Put a semicolon between the queue ids.

    Attributes:
        queue_ids: QueueIDs, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    queue_ids: None | str = field(
        default=None,
        metadata={
            "name": "QueueIDs",
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
class GetMultipleQueueIdStatusResponse:
    """Answer to GetMultipleQueueIdStatus.

    Attributes:
        get_multiple_queue_id_status_result: GetMultipleQueueIdStatusResult, ArrayOfNotifyReturn,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_multiple_queue_id_status_result: None | ArrayOfNotifyReturn = field(
        default=None,
        metadata={
            "name": "GetMultipleQueueIdStatusResult",
            "type": "Element",
        },
    )
