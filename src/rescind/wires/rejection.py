"""What a reply means when it is not the answer."""

from enum import Enum, auto

import attrs


class Cause(Enum):
    """Why an attempt brought no answer. The table in ``policy`` has a row for each."""

    NOT_SENT = auto()
    NOT_VERIFIED = auto()
    LOST = auto()
    THROTTLED = auto()
    GATEWAY = auto()
    UNAUTHORIZED = auto()
    FORBIDDEN = auto()
    REFUSED = auto()
    CLIENT_FAULT = auto()
    SERVER_FAULT = auto()
    UNREADABLE = auto()
    VENDOR = auto()
    VENDOR_PERHAPS_IN_PART = auto()
    KEY_REFUSED = auto()


@attrs.frozen
class Rejection:
    """A reply that is not the answer: its row in the table, and what the service said.

    Attributes:
        cause: The row.
        reason: The service's words, or what is wrong with the reply. Not yet redacted.
        code: The service's own code.
        subcodes: SOAP 1.2 subcodes.
        actor: SOAP faultactor, Node or Role.
        detail: The fault's detail, or the exception's type.
        result: The model that carried a vendor's code.
    """

    cause: Cause
    reason: str = attrs.field(repr=False)
    code: str = attrs.field(default="", repr=False)
    subcodes: tuple[str, ...] = attrs.field(default=(), repr=False)
    actor: str = attrs.field(default="", repr=False)
    detail: str = attrs.field(default="", repr=False)
    result: object = attrs.field(default=None, repr=False)
