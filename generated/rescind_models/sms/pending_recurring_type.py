"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from enum import IntEnum


class PendingRecurringType(IntEnum):
    """Whether a delete is about pending or about recurring messages.

    Attributes:
        PENDING: known. The samples show 0 and PENDING.
        RECURRING: inferred. Only other kind in the description of the field; next number.
    """

    PENDING = 0
    RECURRING = 1
