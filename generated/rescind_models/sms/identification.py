"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """Whose messages they were.

    Attributes:
        user_id: UserId, xs:string, optional.
    """

    user_id: None | str = field(
        default=None,
        metadata={
            "name": "UserId",
            "type": "Element",
        },
    )
