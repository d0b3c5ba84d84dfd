"""What every test relies on."""

import os

import pytest


def pytest_configure() -> None:
    """A proxy in the environment would take the tests off this machine."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Tests marked ``anyio`` run under both event loops."""
    return str(request.param)
