"""Compares an output with what the inputs give now."""

import difflib
from collections.abc import Iterator, Mapping


def differences(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a unified diff, line by line, of everything that differs.

    Args:
        old: The output as it is.
        new: The output as the inputs give it.
    """
    for path in sorted({*old, *new}):
        if old.get(path) != new.get(path):
            yield from difflib.unified_diff(
                _lines(old.get(path)),
                _lines(new.get(path)),
                fromfile=f"{path} (is)" if path in old else "(missing)",
                tofile=f"{path} (should be)" if path in new else "(not generated)",
                lineterm="",
            )


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "backslashreplace").splitlines()
