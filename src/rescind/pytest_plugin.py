"""Fixtures for the tests of programs that use rescind: both services, without a socket.

Installed with the package; pytest finds it by itself. It loads nothing until a test asks for one
of its fixtures. It needs the extra ``rescind[sandbox]``.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rescind.client import Client
    from rescind.sandbox import Sandbox


@pytest.fixture
def rescind_sandbox() -> "Sandbox":
    """A sandbox of the test's own, with nothing scheduled yet.

    Change its ``settings`` and ``clock``, ``order`` faults of it, and look at its ``calls``,
    ``messages`` and ``received()``.
    """
    try:
        from rescind.sandbox import Sandbox
    except ModuleNotFoundError as error:
        missing = error.name
    else:
        return Sandbox()
    raise pytest.UsageError(f"rescind_sandbox needs {missing}: install rescind[sandbox]")


@pytest.fixture
def rescind_client(rescind_sandbox: "Sandbox") -> "Client":
    """A client of ``rescind_sandbox``, with its credentials. It has nothing open to close."""
    return rescind_sandbox.client()
