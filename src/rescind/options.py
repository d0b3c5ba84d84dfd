"""How long a call may take and how often it may try; per-call options carry the same names."""

import sys
from typing import TypedDict, cast

import attrs

# The default attempt_timeout's share of the default timeout.
SHARE = 0.4


class CallOptions(TypedDict, total=False):
    """Options of one call; each overrides the client's option of the same name.

    Attributes:
        timeout: Seconds for the whole call, waits and further attempts included.
        attempt_timeout: Seconds for one attempt. A call that must not be repeated may use all
            the time left: ending its one attempt early would only lose the answer.
        connect_timeout: Seconds to connect, TLS included.
        attempts: The most attempts, at least 1.
    """

    timeout: float
    attempt_timeout: float
    connect_timeout: float
    attempts: int


def _seconds(_: object, attribute: "attrs.Attribute[float]", value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{attribute.name} is a number of seconds, not {type(value).__name__}")
    if not 0 < value <= sys.float_info.max:  # an int may be larger
        raise ValueError(f"{attribute.name} is a number of seconds above 0, not {value}")


def _count(_: object, attribute: "attrs.Attribute[int]", value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} is a whole number, not {type(value).__name__}")
    if value < 1:
        raise ValueError(f"{attribute.name} is at least 1, not {value}")


@attrs.frozen(kw_only=True)
class Options:
    """The client's options, with their defaults."""

    timeout: float = attrs.field(default=30.0, validator=_seconds)
    attempt_timeout: float = attrs.field(default=12.0, validator=_seconds)
    connect_timeout: float = attrs.field(default=5.0, validator=_seconds)
    attempts: int = attrs.field(default=3, validator=_count)

    def attempt_seconds(self, *, repeatable: bool) -> float:
        """Return how long one attempt may take.

        One that must not be repeated has no second attempt to leave time for. Where a caller
        shortens ``timeout`` alone, the attempts shrink with it: a first one that hangs still
        leaves time for a second.
        """
        if not repeatable or self.attempts == 1:
            return self.timeout
        return self.attempt_timeout if self.attempt_timeout < self.timeout else self.timeout * SHARE

    def with_call(self, options: CallOptions) -> "Options":
        """Return these options with those of one call on top.

        Raises:
            TypeError: A call has no such option, or its value is of the wrong type.
            ValueError: A number is out of range.
        """
        if not options:
            return self
        unknown = options.keys() - CallOptions.__optional_keys__
        if unknown:
            known = ", ".join(sorted(CallOptions.__optional_keys__))
            name = min(unknown)
            cast(
                "dict[str, object]", options
            ).clear()  # a license key among them would show in a traceback with locals
            raise TypeError(f"a call has no option {name!r}: it has {known}")
        return attrs.evolve(self, **options)
