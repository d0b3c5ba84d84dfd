"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .voice import Voice

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfVoice:
    """Type ArrayOfVoice of the contract.

    Attributes:
        voice: Voice, list of Voice.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    voice: tuple[None | Voice, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "Voice",
            "type": "Element",
            "nillable": True,
        },
    )
