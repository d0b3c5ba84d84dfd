"""The request models of the 2sms API, as its help pages document them, for the binders."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

import attrs


class Type(Enum):
    """The types a member may have."""

    STRING = auto()
    BOOLEAN = auto()
    INTEGER = auto()
    DATE = auto()
    ENUM = auto()
    STRINGS = auto()
    NUMBERS_BY_NAME = auto()
    OBJECT = auto()


@attrs.frozen
class Member:
    """A member of a model.

    Attributes:
        name: Its name.
        type: Its type.
        type_name: The name .NET has for that type.
        default: What it is when nothing was sent.
        choices: The members of an enum with their numbers.
        members: The members of an object.
    """

    name: str
    type: Type
    type_name: str = "System.String"
    default: bool | int | None = None
    choices: Mapping[str, int] = attrs.field(factory=dict[str, int])
    members: "tuple[Member, ...]" = ()


@attrs.frozen
class Model:
    """A model.

    Attributes:
        name: Its name, the root element in XML.
        parameter: The name of the action's parameter, with which ModelState keys begin.
        members: Its members in the documented order.
        xml: It can be read from XML.
    """

    name: str
    parameter: str
    members: tuple[Member, ...]
    xml: bool = True


# PENDING = 0 and ALL = 0 are documented. RECURRING and the two ranges are the recordings' choice.
PENDING_RECURRING_TYPE: Final = {"PENDING": 0, "RECURRING": 1}
FUTURE_DATE_RANGE: Final = {"ALL": 0, "NEXT_7_DAYS": 1, "NEXT_30_DAYS": 2}

_API: Final = "TwoSms.CustomerPortalRole.API"


def _enum(name: str, type_name: str, choices: Mapping[str, int]) -> Member:
    return Member(name, Type.ENUM, f"{_API}.{type_name}", 0, choices)


DELETE: Final = Model(
    "DeletePendingRecurringMessagesRequest",
    "request",
    (
        Member("All", Type.BOOLEAN, "System.Boolean", default=False),
        Member("MessageIDs", Type.STRINGS, "System.Collections.Generic.List`1[System.String]"),
        Member("StartDate", Type.STRING),
        Member("EndDate", Type.STRING),
        Member("Reference", Type.STRING),
        Member("Destination", Type.STRING),
        _enum("Type", "SMS.PendingRecurringType", PENDING_RECURRING_TYPE),
        _enum("Range", "Reports.FutureDateRange", FUTURE_DATE_RANGE),
    ),
)

_RECURRING_OPTIONS: Final = (
    Member("OccurrencesEnd", Type.INTEGER, "System.Nullable`1[System.Int32]"),
    Member("PatternScheduleDays", Type.INTEGER, "System.Nullable`1[System.Int32]"),
    Member("Range", Type.INTEGER, "System.Nullable`1[System.Int32]"),
    Member("RecDateToSend", Type.DATE, "System.Nullable`1[System.DateTime]"),
)

_RECIPIENTS: Final = "System.Collections.Generic.Dictionary`2[System.String,System.Int32]"

SEND: Final = Model(
    "MessageV2",
    "message",
    (
        Member(
            "Contacts",
            Type.OBJECT,
            f"{_API}.SMS.ContactsIncQuick",
            members=(
                Member("ContactID", Type.NUMBERS_BY_NAME, _RECIPIENTS),
                Member("GroupID", Type.NUMBERS_BY_NAME, _RECIPIENTS),
                Member("QuickRecipients", Type.NUMBERS_BY_NAME, _RECIPIENTS),
            ),
        ),
        Member("Content", Type.STRING),
        Member(
            "Options",
            Type.OBJECT,
            f"{_API}.SMS.MessageOptionsV2",
            members=(
                Member("DateToSend", Type.DATE, "System.Nullable`1[System.DateTime]"),
                Member(
                    "RecurringOptions",
                    Type.OBJECT,
                    f"{_API}.SMS.RecurringOptions",
                    members=_RECURRING_OPTIONS,
                ),
                Member("Reference", Type.STRING),
                Member("Sender", Type.STRING),
            ),
        ),
        Member(
            "Template",
            Type.OBJECT,
            f"{_API}.SMS.TemplateInfo",
            members=(Member("ID", Type.STRING), Member("PlaceHolders", Type.NUMBERS_BY_NAME)),
        ),
        _enum("Type", "SMS.MessageRequestType", {"ADVANCED": 0, "STANDARD": 1, "RECURRING": 2}),
    ),
    xml=False,
)

REPORT_FILTER: Final = (
    Member("Range", Type.STRING),
    Member("RecentDays", Type.INTEGER, "System.Int32"),
    Member("Referenece", Type.STRING),
    _enum("ReportType", "Reports.ReportType", PENDING_RECURRING_TYPE),
    Member("StartDate", Type.DATE, "System.Nullable`1[System.DateTime]"),
    Member("EndDate", Type.DATE, "System.Nullable`1[System.DateTime]"),
    Member("Destination", Type.STRING),
)
REPORT_PAGING: Final = (
    Member("ReportID", Type.STRING),
    Member("Page", Type.INTEGER, "System.Int32", default=0),
    Member("NoOfRecords", Type.INTEGER, "System.Int32", default=0),
)
