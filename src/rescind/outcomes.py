"""What the named calls return. None of them is true or false: 0 cancelled is an answer too."""

from collections.abc import Mapping

import attrs

from rescind.wires.message import WireReply


class _NotABool:
    """An outcome in a condition is a mistake: it would read 0 cancelled as failure."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise TypeError(
            f"a {type(self).__name__} is neither true nor false: look at its attributes. "
            "0 cancelled is an answer, not a failure"
        )


@attrs.frozen(kw_only=True)
class CancelOutcome(_NotABool):
    """What came of a cancel.

    Attributes:
        cancelled: The service's count. 0 means that nothing was waiting to be called under this
            id, and may hide a wrong license key: the service has no other way to say so
            (inferred; the vendor documents no error for it).
        exact: False where an earlier attempt of this call may have cancelled already: then the
            count may be too small, and 0 means "not known".
        attempts: How many requests were made or tried.
        http: The reply itself.
    """

    cancelled: int
    exact: bool
    attempts: int
    http: WireReply = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class DeleteOutcome(_NotABool):
    """What came of a delete.

    Attributes:
        result: The service's word, whose values are not documented; None where it gave none.
        message_ids: The ids that the answer lists; None where it has no list, as in JSON, whose
            answers never have one. That they are the ids deleted is inferred.
        user_id: The account's id, as the service gives it.
        exact: False where an earlier attempt of this call may have deleted already: then ids it
            deleted are not listed.
        attempts: How many requests were made or tried.
        http: The reply itself.
    """

    result: str | None
    message_ids: tuple[str, ...] | None
    user_id: str | None
    exact: bool
    attempts: int
    http: WireReply = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class ScheduledMessage:
    """One message of the pending and recurring report.

    Attributes:
        message_id: Its id (documented as ``ID``). That the deletes take it is inferred.
        list_name: The list it stood in: ``PendingMessages`` (documented) or another, such as
            ``RecurringMessages`` (inferred).
        fields: All that the report says of it, as it says it; only ``ID`` is documented.
    """

    message_id: str
    list_name: str
    fields: Mapping[str, object] = attrs.field(repr=False, hash=False)
