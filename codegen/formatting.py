"""Formats source texts with ruff: one process for all files, in a temporary folder of its own."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_COMMAND = (
    "format",
    "--isolated",
    "--no-cache",
    "--quiet",
    "--no-respect-gitignore",
    "--line-length=100",
)
_CONFIG = ("--target-version=py311", "--config=exclude=[]")


def format_sources(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the same files, formatted.

    Args:
        sources: Python sources by relative path.

    Returns:
        The formatted sources by the same paths.

    Raises:
        RuntimeError: ruff is not installed, or cannot read what was generated.
    """
    with TemporaryDirectory(prefix="codegen-") as folder:
        for path, source in sources.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source, "utf-8")
        command = [sys.executable, "-m", "ruff", *_COMMAND, *_CONFIG, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"ruff format failed: {done.stderr.strip()}")
        return {path: Path(folder, path).read_text("utf-8") for path in sources}
