"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .response import Response

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfResponse:
    """Type ArrayOfResponse of the contract.

    Attributes:
        response: Response, list of Response.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    response: tuple[None | Response, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "Response",
            "type": "Element",
            "nillable": True,
        },
    )
