"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from enum import IntEnum


class FutureDateRange(IntEnum):
    """The range of dates that was selected.

    Attributes:
        ALL: known. The samples show 0 and ALL.
    """

    ALL = 0
