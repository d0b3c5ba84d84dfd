"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .notify_return import NotifyReturn

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfNotifyReturn:
    """Type ArrayOfNotifyReturn of the contract.

    Attributes:
        notify_return: NotifyReturn, list of NotifyReturn.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    notify_return: tuple[None | NotifyReturn, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "NotifyReturn",
            "type": "Element",
            "nillable": True,
        },
    )
