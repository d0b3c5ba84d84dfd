"""What every test relies on."""

import os
from pathlib import Path

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

# Only type-checked, only read, or run by targets of their own.
collect_ignore = ["bench", "data", "mutants", "typing"]

set_hypothesis_home_dir(Path(__file__).parents[1] / ".cache" / "hypothesis")


def pytest_configure() -> None:
    """A proxy in the environment would take the tests off this machine."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Tests marked ``anyio`` run under both event loops."""
    return str(request.param)
