"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .upload_file_response import UploadFileResponse

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadSoundFile(
    Request[
        "UploadSoundFileResponse", Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET]
    ]
):
    """Stores a WAV file of at most 2 MB (PCM, u-law, A-law or MS ADPCM) under an id.

    Attributes:
        file_binary: FileBinary, xs:base64Binary, optional.
        sound_file_id: SoundFileID, xs:string, optional.
        license_key: LicenseKey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    file_binary: None | bytes = field(
        default=None,
        metadata={
            "name": "FileBinary",
            "type": "Element",
            "format": "base64",
        },
    )
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
class UploadSoundFileResponse:
    """Answer to UploadSoundFile.

    Attributes:
        upload_sound_file_result: UploadSoundFileResult, UploadFileResponse, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    upload_sound_file_result: None | UploadFileResponse = field(
        default=None,
        metadata={
            "name": "UploadSoundFileResult",
            "type": "Element",
        },
    )
