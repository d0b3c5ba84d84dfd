"""When, and in which event loop, a transport may be used."""

import anyio.lowlevel
import attrs

from rescind.errors import ConfigurationError


@attrs.define
class Lifetime:
    """From the first use to the end, in one event loop.

    Attributes:
        closed: Whether the end has come.
    """

    closed: bool = False
    _loop: object = None

    def check(self) -> None:
        """Make sure that a request may be sent, here and now.

        Raises:
            ConfigurationError: The client is closed, or belongs to another event loop.
        """
        if self.closed:
            raise ConfigurationError("this client is closed: make a new one")
        if self.elsewhere():
            raise ConfigurationError(
                "this client was used in another event loop: make one client for each loop"
            )
        self._loop = anyio.lowlevel.current_token()

    def elsewhere(self) -> bool:
        """Whether the client was used before, in an event loop other than the running one."""
        return self._loop is not None and self._loop != anyio.lowlevel.current_token()
