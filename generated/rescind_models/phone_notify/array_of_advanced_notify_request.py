"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .advanced_notify_request import AdvancedNotifyRequest

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfAdvancedNotifyRequest:
    """Type ArrayOfAdvancedNotifyRequest of the contract.

    Attributes:
        advanced_notify_request: AdvancedNotifyRequest, list of AdvancedNotifyRequest.
    """

    advanced_notify_request: tuple[None | AdvancedNotifyRequest, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "AdvancedNotifyRequest",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "nillable": True,
        },
    )
