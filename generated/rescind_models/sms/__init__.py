"""Generated from the documented samples; do not edit.

Importing this package loads no model; each is loaded when it is first named.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .delete_pending_recurring_messages_request import (
        DeletePendingRecurringMessagesRequest as DeletePendingRecurringMessagesRequest,
    )
    from .detail import Detail as Detail
    from .error import Error as Error
    from .future_date_range import FutureDateRange as FutureDateRange
    from .identification import Identification as Identification
    from .pending_recurring_type import PendingRecurringType as PendingRecurringType
    from .response_data_of_delete_pending_messages_response import (
        ResponseDataOfDeletePendingMessagesResponse as ResponseDataOfDeletePendingMessagesResponse,
    )
    from .delete_pending_recurring_messages_request import (
        ResponseOfDeletePendingMessagesResponse as ResponseOfDeletePendingMessagesResponse,
    )

__all__ = [
    "DeletePendingRecurringMessagesRequest",
    "Detail",
    "Error",
    "FutureDateRange",
    "Identification",
    "PendingRecurringType",
    "ResponseDataOfDeletePendingMessagesResponse",
    "ResponseOfDeletePendingMessagesResponse",
]

_MODULES = {
    "DeletePendingRecurringMessagesRequest": "delete_pending_recurring_messages_request",
    "Detail": "detail",
    "Error": "error",
    "FutureDateRange": "future_date_range",
    "Identification": "identification",
    "PendingRecurringType": "pending_recurring_type",
    "ResponseDataOfDeletePendingMessagesResponse": "response_data_of_delete_pending_messages_response",
    "ResponseOfDeletePendingMessagesResponse": "delete_pending_recurring_messages_request",
}

if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
