"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfString:
    """Type ArrayOfString of the contract.

    Attributes:
        string: string, list of xs:string.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    string: tuple[None | str, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "string",
            "type": "Element",
            "nillable": True,
        },
    )
