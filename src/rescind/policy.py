"""The one table: what a failed attempt means, and whether it may be made again.

Rows are causes; the columns are calls that may be repeated and calls that must not be. The
README shows the same table.
"""

from collections.abc import Mapping
from enum import Enum, auto

import attrs

from rescind.errors import (
    AuthenticationError,
    InvalidRequestError,
    NotSentError,
    OutcomeUnknownError,
    RescindError,
    ServiceFaultError,
    ServiceUnavailableError,
    UnreadableReplyError,
    VendorError,
)
from rescind.wires.rejection import Cause


class Again(Enum):
    """Whether an attempt may be followed by another one."""

    NEVER = auto()
    YES = auto()
    IF_TOLD_WHEN = auto()  # only where the answer has a Retry-After
    WITH_NEW_TOKEN = auto()  # once


@attrs.frozen
class Verdict:
    """What one failed attempt means.

    Attributes:
        error: The class raised if it was the last attempt.
        may_have_happened: Whether this attempt may have done the work.
        again: Whether another may follow.
    """

    error: type[RescindError]
    may_have_happened: bool
    again: Again


_UNKNOWN = Verdict(OutcomeUnknownError, may_have_happened=True, again=Again.NEVER)


def _no(error: type[RescindError], again: Again = Again.NEVER) -> Verdict:
    return Verdict(error, may_have_happened=False, again=again)


def _maybe(error: type[RescindError], again: Again = Again.NEVER) -> Verdict:
    return Verdict(error, may_have_happened=True, again=again)


#                    may be repeated                                    must not be repeated
TABLE: Mapping[Cause, tuple[Verdict, Verdict]] = {
    Cause.NOT_SENT: (_no(NotSentError, Again.YES), _no(NotSentError, Again.YES)),
    Cause.NOT_VERIFIED: (_no(NotSentError), _no(NotSentError)),
    Cause.LOST: (_maybe(OutcomeUnknownError, Again.YES), _UNKNOWN),
    Cause.THROTTLED: (
        _no(ServiceUnavailableError, Again.YES),
        _no(ServiceUnavailableError, Again.IF_TOLD_WHEN),
    ),
    Cause.GATEWAY: (_maybe(ServiceUnavailableError, Again.YES), _UNKNOWN),
    Cause.UNAUTHORIZED: (
        _no(AuthenticationError, Again.WITH_NEW_TOKEN),
        _no(AuthenticationError, Again.WITH_NEW_TOKEN),
    ),
    Cause.FORBIDDEN: (_no(AuthenticationError), _no(AuthenticationError)),
    Cause.KEY_REFUSED: (_no(AuthenticationError), _no(AuthenticationError)),
    Cause.REFUSED: (_no(InvalidRequestError), _no(InvalidRequestError)),
    Cause.CLIENT_FAULT: (_no(ServiceFaultError), _no(ServiceFaultError)),
    Cause.SERVER_FAULT: (_maybe(ServiceFaultError), _UNKNOWN),
    Cause.UNREADABLE: (_maybe(UnreadableReplyError), _UNKNOWN),
    Cause.VENDOR: (_no(VendorError), _no(VendorError)),
    Cause.VENDOR_PERHAPS_IN_PART: (_maybe(VendorError), _maybe(VendorError)),
}


def verdict(cause: Cause, *, repeatable: bool) -> Verdict:
    """Look a failed attempt up in the table."""
    may_be_repeated, must_not_be = TABLE[cause]
    return may_be_repeated if repeatable else must_not_be
