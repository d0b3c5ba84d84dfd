"""Long runs only where they are asked for."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked fuzz, unless ``-m`` says what to run."""
    if not config.getoption("markexpr"):
        items[:] = [item for item in items if not item.get_closest_marker("fuzz")]
