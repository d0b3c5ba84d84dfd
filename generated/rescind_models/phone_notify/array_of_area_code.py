"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .area_code import AreaCode

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfAreaCode:
    """Type ArrayOfAreaCode of the contract.

    Attributes:
        area_code: AreaCode, list of AreaCode.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    area_code: tuple[None | AreaCode, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "AreaCode",
            "type": "Element",
            "nillable": True,
        },
    )
