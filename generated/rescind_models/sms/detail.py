"""Generated from the documented samples; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Which messages a delete was about.

    Attributes:
        message_ids: MessageIDs, list of xs:string.
    """

    message_ids: tuple[str, ...] = field(
        default_factory=tuple,
        metadata={
            "wrapper": "MessageIDs",
            "name": "string",
            "type": "Element",
        },
    )
