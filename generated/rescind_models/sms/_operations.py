"""Generated from the documented samples; do not edit.

Plain data about the operations; loads no model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .._contract import Operation, Wire

OPERATIONS: Final[Mapping[str, Operation]] = {
    "DELETE api/v2/sms/messages/recurrings": Operation(
        name="DELETE api/v2/sms/messages/recurrings",
        request="DeletePendingRecurringMessagesRequest",
        response="ResponseOfDeletePendingMessagesResponse",
        wires=(Wire.JSON, Wire.XML),
        method="DELETE",
        path="api/v2/sms/messages/recurrings",
        repeatable=True,
        not_repeatable_with=("all", "start_date", "end_date", "reference", "destination", "range"),
    ),
    "DELETE api/v2/sms/messages/pendings": Operation(
        name="DELETE api/v2/sms/messages/pendings",
        request="DeletePendingRecurringMessagesRequest",
        response="ResponseOfDeletePendingMessagesResponse",
        wires=(Wire.JSON, Wire.XML),
        method="DELETE",
        path="api/v2/sms/messages/pendings",
        repeatable=True,
        not_repeatable_with=("all", "start_date", "end_date", "reference", "destination", "range"),
    ),
}
