"""The lock file: what an output was made of and with."""

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import TypeGuard

NAME = "codegen.lock.json"
"""Also the mark by which an output folder is known to be ours."""

_TOOLS = ("ruff", "xsdata")


def render(inputs: Mapping[str, bytes]) -> str:
    """Return the lock file's text: SHA-256 of the inputs, versions of the tools.

    Args:
        inputs: Bytes of every input by a name that is the same on every machine.
    """
    content = {
        "inputs": {name: hashlib.sha256(inputs[name]).hexdigest() for name in sorted(inputs)},
        "tools": {tool: version(tool) for tool in _TOOLS},
    }
    return json.dumps(content, indent=2) + "\n"


def tools(data: bytes) -> dict[str, str]:
    """Return the versions in a lock file, by tool.

    Raises:
        ValueError: Not a lock file.
    """
    content: object = json.loads(data)
    found = content.get("tools", {}) if _is_table(content) else None
    if not _is_table(found):
        raise ValueError(f"{NAME} is not a lock file")
    return {tool: str(number) for tool, number in found.items()}


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)
