"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameSoundFile(
    Request[
        "RenameSoundFileResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Gives a stored sound file another id.

    True when it was renamed.

    Attributes:
        sound_file_id: SoundFileID, xs:string, optional.
        new_sound_file_id: NewSoundFileID, xs:string, optional.
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
    new_sound_file_id: None | str = field(
        default=None,
        metadata={
            "name": "NewSoundFileID",
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
class RenameSoundFileResponse:
    """Answer to RenameSoundFile.

    Attributes:
        rename_sound_file_result: RenameSoundFileResult, xs:boolean.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    rename_sound_file_result: bool = field(
        metadata={
            "name": "RenameSoundFileResult",
            "type": "Element",
            "required": True,
        }
    )
