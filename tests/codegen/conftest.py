"""A copy of the project's contracts and output for each test that changes them."""

from pathlib import Path

import pytest

from tests.codegen.generating import Project, copy_of_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_of_project(tmp_path)
