"""Whether a server sent more than the reply that it owed."""

from typing import Any, cast


def bytes_behind_reply(transport: object) -> bool:
    """Whether bytes came behind the last reply of a one-connection httpcore transport.

    httpcore keeps them, and would take them for the reply to the next request: one call would be
    told the outcome of another. It has no public way to ask for them; where it is not built as
    known, the answer is yes, and its connections are not kept.
    """
    try:
        for connection in cast("Any", transport)._pool.connections:  # noqa: SLF001
            inner: Any = connection
            while not hasattr(inner, "_h11_state"):
                inner = inner._connection  # noqa: SLF001 - through proxies, one more layer
            if inner._h11_state.trailing_data[0]:  # noqa: SLF001
                return True
    except AttributeError:
        return True
    return False
