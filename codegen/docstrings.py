"""Docstrings of the generated classes, Google style."""

import textwrap
from collections.abc import Iterable

_WIDTH = 96


def sentence(text: str) -> str:
    """Return a text on one line, safe inside triple quotes, ending in a full stop."""
    line = " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")
    return line if line.endswith((".", "!", "?", ":")) else f"{line}."


def render(text: str, items: Iterable[tuple[str, str]]) -> str:
    """Return a docstring, quotes included, not indented.

    Args:
        text: What the class is; its first sentence becomes the summary.
        items: Name and description of each field or member.
    """
    summary, _, rest = sentence(text).partition(". ")
    lines = _wrap(summary if summary.endswith((".", "!", "?", ":")) else f"{summary}.", "")
    if rest:
        lines += ["", *_wrap(rest, "")]
    described = [
        line for name, about in items for line in _wrap(f"    {name}: {sentence(about)}", " " * 8)
    ]
    if described:
        lines += ["", "Attributes:", *described]
    if len(lines) == 1:
        return f'"""{lines[0]}"""'
    return "\n".join(('"""' + lines[0], *lines[1:], '"""'))


def _wrap(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
