"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_voice import ArrayOfVoice

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetVoices(
    Request["GetVoicesResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]]
):
    """Lists the voices and their ids."""

    class Meta:
        name = "getVoices"
        namespace = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetVoicesResponse:
    """Answer to getVoices.

    Attributes:
        get_voices_result: getVoicesResult, ArrayOfVoice, optional.
    """

    class Meta:
        name = "getVoicesResponse"
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_voices_result: None | ArrayOfVoice = field(
        default=None,
        metadata={
            "name": "getVoicesResult",
            "type": "Element",
        },
    )
