"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelConference(
    Request[
        "CancelConferenceResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Ends a running conference.

    Takes no license key and answers nothing.

    Attributes:
        conference_key: ConferenceKey, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    conference_key: None | str = field(
        default=None,
        metadata={
            "name": "ConferenceKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelConferenceResponse:
    """Answer to CancelConference."""

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"
