"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """Type Variable of the contract.

    Attributes:
        variable_name: VariableName, xs:string, optional.
        variable_value: VariableValue, xs:string, optional.
    """

    variable_name: None | str = field(
        default=None,
        metadata={
            "name": "VariableName",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
    variable_value: None | str = field(
        default=None,
        metadata={
            "name": "VariableValue",
            "type": "Element",
            "namespace": "https://ws.esendex.us/NotifyWS/",
        },
    )
