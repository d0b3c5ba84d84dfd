"""The sandbox's switches: its account, and behaviour of the vendors that nobody could find out."""

from typing import Literal, get_args
from uuid import UUID

import attrs
from attrs.validators import in_

BadKey = Literal["fault", "code"]
TypeMismatch = Literal["refuse", "route", "type"]
Filters = Literal["apply", "ignore"]
UnknownIds = Literal["skip", "report"]
BadDate = Literal["ignore", "error"]
NoRequest = Literal["crash", "empty", "error"]


def _guid(_instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    try:
        UUID(value)
    except ValueError:
        raise ValueError(f"{attribute.name} must be a GUID, not {value!r}") from None


@attrs.define(kw_only=True)
class Settings:
    """How the sandbox behaves; every field may be changed while it runs.

    Attributes:
        license_key: The PhoneNotify license key it knows, a GUID.
        other_license_keys: More keys; each sees its own calls only.
        client_id: The 2sms OAuth client.
        client_secret: Its secret.
        user_id: The UserId in 2sms answers.

        stack_traces: PhoneNotify shows type names and stack traces in faults and plain-text errors
            (`customErrors` Off). The default hides them, as IIS does from remote callers.
        bad_license_key: A key that is no GUID or is not known. "fault": a SoapException, code
            Client, "Invalid LicenseKey", as in the recordings. "code": calls answer with response
            code 14 and cancels with 0 or false. What the service does is unknown.
        pickup_seconds: How long a call that is due stays queued before it is dialled.
        dial_seconds: How long it rings.
        talk_seconds: How long an answered call lasts.

        error_detail: 2sms shows exception texts, types and stack traces in its errors.
        check_model_state: 2sms refuses a request whose values could not be read, with 400 and
            ModelState. Off, as in Web API 2 by itself: the value becomes a default.
        type_mismatch: A `Type` that disagrees with the address. "refuse": 400. "route": the address
            decides. "type": `Type` decides. A `Type` left out is PENDING. Unknown.
        filters: "apply": Reference, Destination, dates and Range narrow a deletion, joined by AND.
            "ignore": they do nothing. Unknown.
        unknown_ids: "skip": ids that are not there are passed over. "report": the answer has an
            Error, code 96, and names them; the others are deleted. Unknown.
        error_on_success: Successful answers carry an `Error` with code "00", as the vendor's older
            gateway did, instead of null. Unknown.
        bad_date: A StartDate or EndDate that is no date. "ignore": no filter. "error": Error 97.
        no_request: What a delete does with a request that could not be read at all. "crash": 500.
            "empty": as if nothing had been asked. "error": Error 98.
        token_seconds: How long a token lives.
        show_expires_in: The token answer says when it expires.
        refresh_tokens: The token answer carries a refresh token.
        refuse_client_credentials: The client may not use client_credentials: unauthorized_client.
    """

    license_key: str = attrs.field(
        default="11111111-1111-4111-8111-111111111111", validator=_guid, repr=False
    )
    other_license_keys: tuple[str, ...] = attrs.field(default=(), repr=False)
    client_id: str = "sandbox-client"
    client_secret: str = attrs.field(default="sandbox-secret", repr=False)
    user_id: str = "sandbox-user"

    stack_traces: bool = False
    bad_license_key: BadKey = attrs.field(default="fault", validator=in_(get_args(BadKey)))
    pickup_seconds: float = 5.0
    dial_seconds: float = 10.0
    talk_seconds: float = 20.0

    error_detail: bool = False
    check_model_state: bool = False
    type_mismatch: TypeMismatch = attrs.field(
        default="refuse", validator=in_(get_args(TypeMismatch))
    )
    filters: Filters = attrs.field(default="apply", validator=in_(get_args(Filters)))
    unknown_ids: UnknownIds = attrs.field(default="skip", validator=in_(get_args(UnknownIds)))
    error_on_success: bool = False
    bad_date: BadDate = attrs.field(default="ignore", validator=in_(get_args(BadDate)))
    no_request: NoRequest = attrs.field(default="crash", validator=in_(get_args(NoRequest)))
    token_seconds: int = 28800
    show_expires_in: bool = True
    refresh_tokens: bool = False
    refuse_client_credentials: bool = False
