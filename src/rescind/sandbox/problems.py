"""Exceptions as .NET has them, and how ASMX words them."""

from collections.abc import Callable

import attrs


@attrs.frozen
class Cause:
    """One exception of a chain.

    Attributes:
        kind: Its .NET type.
        message: Its message.
    """

    kind: str
    message: str


class SoapException(Exception):  # noqa: N818 - the name .NET gives it
    """A fault the service raises on purpose.

    Attributes:
        code: "Client", "Server", "VersionMismatch" or "MustUnderstand".
        actor: The address of who raised it.
        detail: XML that goes into the fault's detail element; None for an element without content.
        has_detail: The fault has a detail element at all.
        causes: What led to it, outermost first.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        actor: str | None = None,
        detail: str | None = None,
        has_detail: bool = True,
        kind: str = "System.Web.Services.Protocols.SoapException",
        causes: tuple[Cause, ...] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.actor = actor
        self.detail = detail
        self.has_detail = has_detail
        self.causes = (Cause(kind, message), *causes)


class UnhandledException(Exception):  # noqa: N818
    """An exception of the service's own code that it does not handle.

    Attributes:
        cause: Its .NET type and its message.
    """

    def __init__(self, message: str, kind: str = "System.InvalidOperationException") -> None:
        super().__init__(message)
        self.cause = Cause(kind, message)


def describe(
    causes: tuple[Cause, ...], *, place: str | None, escape: Callable[[str], str] = str
) -> str:
    """The text of a chain of exceptions.

    Args:
        causes: The chain, outermost first.
        place: Where it happened, for the stack trace, which comes with the type names; None for
            messages only.
        escape: Escapes each message.
    """
    messages = [escape(cause.message) for cause in causes]
    if place is None:
        return " ---> ".join(messages)
    pairs = zip(causes, messages, strict=True)
    lines = [" ---> ".join(f"{cause.kind}: {message}" for cause, message in pairs)]
    lines.append(f"   at {place}")
    for _ in causes[1:]:
        lines.append("   --- End of inner exception stack trace ---")
        lines.append(f"   at {place}")
    return "\r\n".join(lines)
