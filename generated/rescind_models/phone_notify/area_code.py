"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCode:
    """Type AreaCode of the contract.

    Attributes:
        area_code_number: AreaCodeNumber, xs:string, optional.
        location: Location, xs:string, optional.
    """

    area_code_number: None | str = field(
        default=None,
        metadata={
            "name": "AreaCodeNumber",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    location: None | str = field(
        default=None,
        metadata={
            "name": "Location",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
