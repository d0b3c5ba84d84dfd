"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSoundFileURL(
    Request[
        "GetSoundFileURLResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Returns an address from which a stored sound file can be fetched.

    Attributes:
        sound_file_id: SoundFileID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    sound_file_id: None | str = field(
        default=None,
        metadata={
            "name": "SoundFileID",
            "type": "Element",
        },
    )
    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "LicenseKey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSoundFileURLResponse:
    """Answer to GetSoundFileURL.

    Attributes:
        get_sound_file_url_result: GetSoundFileURLResult, xs:string, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    get_sound_file_url_result: None | str = field(
        default=None,
        metadata={
            "name": "GetSoundFileURLResult",
            "type": "Element",
        },
    )
