"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .error import Error
from .future_date_range import FutureDateRange
from .pending_recurring_type import PendingRecurringType
from .response_data_of_delete_pending_messages_response import (
    ResponseDataOfDeletePendingMessagesResponse,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePendingRecurringMessagesRequest(
    Request["ResponseOfDeletePendingMessagesResponse", Literal[Wire.JSON, Wire.XML]]
):
    """Deletes pending or recurring messages: those listed, or with All everything BUT those.

    Attributes:
        all: False deletes the messages in MessageIDs, true everything BUT those. All, xs:boolean.
        message_ids: Messages to delete, or with All the only ones to keep. MessageIDs, list of
            xs:string.
        start_date: Start of the dates to delete. StartDate, xs:string, optional.
        end_date: End of the dates to delete. EndDate, xs:string, optional.
        reference: Reference of the messages to delete. Reference, xs:string, optional.
        destination: Destination of the messages to delete. Destination, xs:string, optional.
        type_: Whether pending or recurring messages are meant. Type, PendingRecurringType or
            xs:int.
        range: The range of dates that was selected. Range, FutureDateRange or xs:int, optional.
    """

    all: bool = field(
        metadata={
            "name": "All",
            "type": "Element",
            "required": True,
        }
    )
    message_ids: tuple[str, ...] = field(
        metadata={
            "wrapper": "MessageIDs",
            "name": "string",
            "type": "Element",
            "required": True,
        }
    )
    start_date: None | str = field(
        default=None,
        metadata={
            "name": "StartDate",
            "type": "Element",
        },
    )
    end_date: None | str = field(
        default=None,
        metadata={
            "name": "EndDate",
            "type": "Element",
        },
    )
    reference: None | str = field(
        default=None,
        metadata={
            "name": "Reference",
            "type": "Element",
        },
    )
    destination: None | str = field(
        default=None,
        metadata={
            "name": "Destination",
            "type": "Element",
        },
    )
    type_: PendingRecurringType | int = field(
        metadata={
            "name": "Type",
            "type": "Element",
            "required": True,
        }
    )
    range: None | FutureDateRange | int = field(
        default=None,
        metadata={
            "name": "Range",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseOfDeletePendingMessagesResponse:
    """Answer to DELETE api/v2/sms/messages/recurrings, DELETE api/v2/sms/messages/pendings.

    Attributes:
        error: Error, Error, optional.
        response_data: ResponseData, ResponseDataOfDeletePendingMessagesResponse, optional.
    """

    error: None | Error = field(
        default=None,
        metadata={
            "name": "Error",
            "type": "Element",
        },
    )
    response_data: None | ResponseDataOfDeletePendingMessagesResponse = field(
        default=None,
        metadata={
            "name": "ResponseData",
            "type": "Element",
        },
    )
