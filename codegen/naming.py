"""Gives every class, field and enumeration member of a contract its Python name."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen
from xsdata.codegen.models import Attr, Class

from codegen import names
from codegen.adjust import wire_name

FieldKey = tuple[str, str | None, str]


@frozen
class Naming:
    """Python names that are looked up while rendering; field names are written into the classes.

    Attributes:
        splits: Words of spellings that the naming rule would get wrong.
        members: By (enumeration, member) as xsdata names them.
    """

    splits: Mapping[str, str]
    members: Mapping[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])


def apply(classes: Iterable[Class], splits: Mapping[str, str]) -> Naming:
    """Write field names into the classes and return the other names.

    Args:
        classes: xsdata's classes, resolved; ``attr.name`` is replaced.
        splits: Words of spellings that the naming rule would get wrong.

    Returns:
        The names of members.
    """
    by_qname = {cls.qname: cls for cls in classes}
    members: dict[tuple[str, str], str] = {}
    done: dict[str, dict[FieldKey, str]] = {}
    for cls in by_qname.values():
        if cls.is_enumeration:
            members.update(_members(cls))
        else:
            _fields(cls, by_qname, splits, done)
    return Naming(splits, members)


def _members(cls: Class) -> dict[tuple[str, str], str]:
    given: dict[tuple[str, str], str] = {}
    for attr in cls.attrs:
        name = names.distinct(names.member_name(attr.local_name), given.values())
        given[cls.name, attr.name] = name
    return given


def _fields(
    cls: Class,
    by_qname: Mapping[str, Class],
    splits: Mapping[str, str],
    done: dict[str, dict[FieldKey, str]],
) -> dict[FieldKey, str]:
    """Name a class's fields after those of its bases: overriding ones alike, others apart."""
    if cls.qname in done:
        return done[cls.qname]
    given: dict[FieldKey, str] = {}
    for extension in cls.extensions:
        if base := by_qname.get(extension.type.qname):
            given.update(_fields(base, by_qname, splits, done))
    for attr in cls.attrs:
        key = (attr.tag, attr.namespace, wire_name(attr))
        if key not in given:
            given[key] = names.distinct(names.field_name(_spelt(attr), splits), given.values())
        attr.name = given[key]
    done[cls.qname] = given
    return given


def _spelt(attr: Attr) -> str:
    return attr.name if attr.is_nameless else wire_name(attr)
