"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._contract import Request, Wire
from .array_of_lm_list_ids import ArrayOfLM_ListIDs

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_GetListIDsByLicensekey(
    Request[
        "LM_GetListIDsByLicensekeyResponse",
        Literal[Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET],
    ]
):
    """Lists the call lists of a license key.

    Attributes:
        license_key: licensekey, xs:string, optional, not shown in repr.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    license_key: None | str = field(
        repr=False,
        default=None,
        metadata={
            "name": "licensekey",
            "type": "Element",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LM_GetListIDsByLicensekeyResponse:
    """Answer to LM_GetListIDsByLicensekey.

    Attributes:
        lm_get_list_ids_by_license_key_result: LM_GetListIDsByLicensekeyResult, ArrayOfLM_ListIDs,
            optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    lm_get_list_ids_by_license_key_result: None | ArrayOfLM_ListIDs = field(
        default=None,
        metadata={
            "name": "LM_GetListIDsByLicensekeyResult",
            "type": "Element",
        },
    )
