"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .lm_dial_return import LM_DialReturn
from .lm_functions import LM_Functions

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_DialListAdvanced(
    Request["LM_DialListAdvancedResponse", Literal[Wire.SOAP11, Wire.SOAP12]]
):
    """Calls every member of a call list, now or at a UTC time, with further settings.

    Attributes:
        lm_functions: lmFunctions, LM_Functions, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_functions: None | LM_Functions = field(
        default=None,
        metadata={
            "name": "lmFunctions",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_DialListAdvancedResponse:
    """Answer to LM_DialListAdvanced.

    Attributes:
        lm_dial_list_advanced_result: LM_DialListAdvancedResult, LM_DialReturn.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_dial_list_advanced_result: LM_DialReturn = field(
        metadata={
            "name": "LM_DialListAdvancedResult",
            "type": "Element",
            "required": True,
        }
    )
