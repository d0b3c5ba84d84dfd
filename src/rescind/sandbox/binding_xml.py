"""Binding XML as Web API's XmlSerializer formatter does: it fails safe.

A value that does not fit makes the whole request null. A name that does not fit is passed over.
"""

import re

from .binding import BindingError, Bound, BoundValue, defaults
from .models import Member, Model, Type
from .xmltree import XSI, Document, Node, XmlError, parse, string_content

_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_DECLARED_ENCODING = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")

# Json.NET's neighbour takes references to characters that XML forbids. Expat does not, so they are
# read as characters of this private plane.
_PRIVATE = 0xF0000
_FIRST_PRINTABLE = 0x20


def bind(text: str, model: Model, encoding: str) -> Bound:
    """Bind a body.

    Args:
        text: The body, decoded.
        model: The model.
        encoding: The encoding it was in, which a declaration may not contradict.
    """
    try:
        _check_declaration(text, encoding)
        root = _root(parse(_REFERENCE.sub(_shift, text)), model)
        return Bound(None if root.nil else _read(root, model))
    except XmlError as problem:
        return Bound(None, [BindingError(model.parameter, str(problem))])


def _check_declaration(text: str, encoding: str) -> None:
    declared = _DECLARED_ENCODING.match(text)
    if declared is not None and declared[1].lower() != encoding:
        raise XmlError("The encoding in the declaration does not match that of the body.")


def _shift(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if code < _FIRST_PRINTABLE and code not in (0x9, 0xA, 0xD):
        return chr(_PRIVATE + code)
    return match[0]


def _unshift(text: str) -> str:
    return "".join(
        chr(ord(character) - _PRIVATE)
        if _PRIVATE <= ord(character) < _PRIVATE + _FIRST_PRINTABLE
        else character
        for character in text
    )


def _root(document: Document, model: Model) -> Node:
    root = document.root
    if document.error is not None or root is None:
        raise document.error or XmlError("Root element is missing.")
    if document.instructions:
        raise XmlError("Processing instructions are not supported.")
    if (root.namespace, root.name) != ("", model.name):
        raise _error(root)
    if (XSI, "type") in root.attributes and root.attributes[XSI, "type"] != model.name:
        raise _error(root)
    return root


def _read(root: Node, model: Model) -> dict[str, BoundValue]:
    values = defaults(model.members)
    by_name = {member.name: member for member in model.members}
    seen: set[str] = set()
    for child in root.children():
        member = by_name.get(child.name)
        if member is None or child.namespace:
            continue
        if member.type is Type.STRINGS:
            values[member.name] = _strings(child, values[member.name])
        elif member.name not in seen:
            seen.add(member.name)
            values[member.name], lost = _scalar(child, member)
            if lost:
                break
    return values


def _error(node: Node) -> XmlError:
    line, column = node.after or (node.line, node.column)
    return XmlError(f"There is an error in XML document ({line}, {column}).")


def _text(node: Node) -> tuple[str, bool]:
    text, lost = string_content(node)
    return _unshift(text), lost


def _scalar(node: Node, member: Member) -> tuple[BoundValue, bool]:
    text, lost = _text(node)
    if member.type is Type.STRING:
        return text, lost
    if member.type is Type.BOOLEAN:
        word = text.strip(" \t\r\n")
        if word not in ("true", "false", "1", "0"):
            raise _error(node)
        return word in ("true", "1"), lost
    if text not in member.choices:
        raise _error(node)
    return member.choices[text], lost


def _strings(node: Node, present: BoundValue) -> list[str | None] | None:
    """The list; a second one is appended to the first. What is not `string` is passed over."""
    items = list(present) if isinstance(present, list) else []
    if node.nil:
        return items or None
    for child in node.children():
        if (child.namespace, child.name) == ("", "string"):
            if child.nil:
                items.append(None)
                continue
            text, lost = _text(child)
            items.append(text)
            if lost:
                break
    return items
