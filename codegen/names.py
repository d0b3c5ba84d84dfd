"""Python names for the names in a contract. Pure functions on strings."""

import builtins
import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping

_IN_ANNOTATIONS = frozenset({
    "bool", "bytes", "dataclass", "datetime", "dict", "field", "float", "int", "list", "object",
    "str", "tuple", "type",
})  # fmt: skip
"""Names that a generated class body uses; a field so named would hide them from what follows."""

_CLASS_RESERVED = frozenset({
    "Any", "Decimal", "Enum", "False", "IntEnum", "Literal", "Meta", "None", "Operation", "QName",
    "Request", "TYPE_CHECKING", "True", "Wire", "XmlDate", "XmlDuration", "XmlPeriod", "XmlTime",
})  # fmt: skip
"""Names that a generated module may import, or that mean something else in it."""

_MODULE_RESERVED = frozenset(keyword.kwlist) | frozenset(dir(builtins)) | {"import_module"}
"""A module's name is an attribute of its package, whose own code must still work."""

_FIELD_RESERVED = frozenset(keyword.kwlist) | _IN_ANNOTATIONS | {"self", "cls"}


def words(name: str, splits: Mapping[str, str]) -> list[str]:
    """Split a name where a reader would.

    Args:
        name: A name as a contract spells it: ``CallerIDName``, ``LM_DialList``, ``QueueIDs``.
        splits: Spellings that the rule gets wrong, with the words in them.

    Returns:
        The words as spelt; digits stay with the word before them, a plural ``s`` with its acronym.
    """
    for spelling, spaced in splits.items():
        name = name.replace(spelling, f" {spaced} ")
    found: list[str] = []
    for part in _usable(name).replace("_", " ").split():
        start = 0
        for index in range(1, len(part)):
            if _begins_word(part, index):
                found.append(part[start:index])
                start = index
        found.append(part[start:])
    return found


def _usable(name: str) -> str:
    """Return a name as Python compares identifiers, with a blank for what cannot stand in one."""
    normal = unicodedata.normalize("NFKC", name)
    return "".join(c if f"a{c}".isidentifier() else " " for c in normal)


def _begins_word(part: str, index: int) -> bool:
    if not part[index].isupper():
        return False
    if not part[index - 1].isupper():
        return True
    after, beyond = part[index + 1 : index + 2], part[index + 2 : index + 3]
    plural = after == "s" and not beyond.islower()
    return after.islower() and not plural


def snake_case(name: str, splits: Mapping[str, str]) -> str:
    """Return a name in snake_case; empty where nothing of it can stand in an identifier."""
    return "_".join(words(name, splits)).lower()


def field_name(name: str, splits: Mapping[str, str]) -> str:
    """Return an element's attribute name: ``QueueIDs`` is ``queue_ids``, ``Type`` is ``type_``."""
    return _safe(snake_case(name, splits), "field", _FIELD_RESERVED)


def module_name(name: str, splits: Mapping[str, str]) -> str:
    """Return the module name for a class."""
    return _safe(snake_case(name, splits), "module", _MODULE_RESERVED)


def class_name(name: str) -> str:
    """Return the class name for a type: as spelt, first letter upper."""
    letters = _usable(name).replace(" ", "").lstrip("_")
    return _safe(letters[:1].upper() + letters[1:], "Type", _CLASS_RESERVED)


def member_name(value: str) -> str:
    """Return a member's name for its value: ``Not Set`` is ``NOT_SET``, ``+`` is ``PLUS_SIGN``."""
    text = re.sub(r"^-(?=\d)", "minus ", value)
    spelt = "_".join(words(text, {})).upper()
    if not spelt:
        spelt = "_".join(word for c in value for word in words(_spoken(c), {})).upper() or "EMPTY"
    return _safe(spelt, "VALUE", frozenset())


def _spoken(character: str) -> str:
    return unicodedata.name(character, f"U {ord(character):04X}")


def distinct(wanted: str, taken: Collection[str]) -> str:
    """Return the name wanted, or with ``_2``, ``_3`` and so on where it is taken."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted.rstrip('_')}_{number}"
    return candidate


def _safe(name: str, prefix: str, reserved: Collection[str]) -> str:
    if not name or not name.isidentifier():
        name = f"{prefix}_{name}".rstrip("_")
    return f"{name}_" if name in reserved else name
