"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from .variable import Variable

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayOfVariable:
    """Type ArrayOfVariable of the contract.

    Attributes:
        variable: Variable, list of Variable.
    """

    variable: tuple[None | Variable, ...] = field(
        default_factory=tuple,
        metadata={
            "name": "Variable",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
            "nillable": True,
        },
    )
