"""What binding a request to a model comes to: values, and errors as ModelState keeps them."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final, TypeAlias

import attrs

from .models import Member, Type

BoundValue: TypeAlias = (
    bool | int | float | str | datetime | list[str | None] | Mapping[str, "BoundValue"] | None
)

HIDDEN: Final = "An error has occurred."


@attrs.frozen
class BindingError:
    """One error.

    Attributes:
        key: The ModelState key, such as `request.MessageIDs[0]`.
        message: What went wrong.
        public: The message is shown even where error details are hidden.
    """

    key: str
    message: str
    public: bool = False


@attrs.define
class Bound:
    """A request bound to its model.

    Attributes:
        values: The values by member name; None when the whole body could not be read, or was empty.
        errors: What could not be read, in order.
    """

    values: dict[str, BoundValue] | None
    errors: list[BindingError] = attrs.field(factory=list[BindingError])

    def model_state(self, *, detail: bool) -> dict[str, list[str]]:
        """The errors by key; without detail most texts are hidden."""
        state: dict[str, list[str]] = {}
        for error in self.errors:
            text = error.message if detail or error.public else HIDDEN
            state.setdefault(error.key, []).append(text)
        return state


def defaults(members: Iterable[Member]) -> dict[str, BoundValue]:
    """A model nothing was sent for."""
    return {member.name: member.default for member in members}


def parse_enum(member: Member, text: str) -> int | None:
    """Read an enum as .NET's Enum.Parse: names in any case or numbers, several with commas."""
    names = {name.lower(): number for name, number in member.choices.items()}
    number = 0
    for part in text.split(","):
        word = part.strip()
        if word.lower() in names:
            number |= names[word.lower()]
        elif re.fullmatch(r"[+-]?[0-9]{1,10}", word) and -(2**31) <= int(word) < 2**31:
            number |= int(word)
        else:
            return None
    return number


_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d)?\Z"
)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?\Z")


def parse_date(text: str) -> datetime | None:
    """Read a date: ISO 8601, without a zone UTC; or as Americans write it. None when it is none."""
    text = text.strip()
    try:
        iso = _DATE.match(text)
        if iso is not None:
            year, month, day, hour, minute, second, _, zone = iso.groups()
            moment = datetime.fromisoformat(
                f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone or ''}"
            )
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        american = _US_DATE.match(text)
        if american is not None:
            month, day, year, hour, minute, second = (int(part or 0) for part in american.groups())
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return None


def is_value_type(member: Member) -> bool:
    """Whether null does not fit the member."""
    return member.type in (Type.BOOLEAN, Type.ENUM) or (
        member.type is Type.INTEGER and "Nullable" not in member.type_name
    )
