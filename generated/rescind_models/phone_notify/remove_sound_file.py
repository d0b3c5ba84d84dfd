"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSoundFile(
    Request[
        "RemoveSoundFileResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Deletes one stored sound file.

    True when it was deleted.

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
class RemoveSoundFileResponse:
    """Answer to RemoveSoundFile.

    Attributes:
        remove_sound_file_result: RemoveSoundFileResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    remove_sound_file_result: bool = field(
        metadata={
            "name": "RemoveSoundFileResult",
            "type": "Element",
            "required": True,
        }
    )
