"""The data file: what neither the WSDL nor the samples can say.

TOML, one table a package, every entry with its reason.
"""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, TypeGuard, TypeVar, get_args

import attrs
from attrs import field, frozen
from attrs.validators import and_, deep_mapping, in_, instance_of, min_len

from codegen.problems import ContractError

_TEXT = and_(instance_of(str), min_len(1))


def _texts(values: Collection[object]) -> tuple[str, ...]:
    made = tuple(value for value in values if value and isinstance(value, str))
    if isinstance(values, str) or len(made) != len(values):
        raise TypeError(f"a list of texts is expected, not {values!r}")
    return made


@frozen(kw_only=True)
class Entry:
    """What every entry says about itself.

    Attributes:
        place: Where in the file, for errors.
        basis: ``known`` or ``inferred``.
        reason: Why it is so.
    """

    place: str
    basis: str = field(validator=in_(("known", "inferred")))
    reason: str = field(validator=_TEXT)


@frozen(kw_only=True)
class Split(Entry):
    """A spelling whose words the naming rule would not find."""

    spelling: str = field(validator=_TEXT)
    words: str = field(validator=_TEXT)


@frozen(kw_only=True)
class Secret(Entry):
    """Elements that hold a secret, wherever they are."""

    elements: tuple[str, ...] = field(converter=_texts, validator=min_len(1))


@frozen(kw_only=True)
class Default(Entry):
    """Values of a type's elements when a caller gives none."""

    type: str = field(validator=_TEXT)
    values: Mapping[str, int | str | bool] = field(
        validator=deep_mapping(instance_of(str), instance_of((int, str)), instance_of(dict))
    )


@frozen(kw_only=True)
class Description(Entry):
    """What a type and its elements mean."""

    type: str = field(validator=_TEXT)
    text: str = field(default="", validator=instance_of(str))
    elements: Mapping[str, str] = field(
        factory=dict[str, str],
        validator=deep_mapping(instance_of(str), instance_of(str), instance_of(dict)),
    )


@frozen(kw_only=True)
class Elements(Entry):
    """Elements of one type."""

    type: str = field(validator=_TEXT)
    elements: tuple[str, ...] = field(converter=_texts, validator=min_len(1))


@frozen(kw_only=True)
class Repeatable(Entry):
    """Operations that may be sent again when an answer is lost, unless some element is set."""

    operations: tuple[str, ...] = field(converter=_texts, validator=min_len(1))
    unless: tuple[str, ...] = field(converter=_texts, default=())


@frozen(kw_only=True)
class Rest(Entry):
    """A REST route and the roots of its sample pair."""

    method: str = field(validator=_TEXT)
    path: str = field(validator=_TEXT)
    request: str = field(validator=_TEXT)
    response: str = field(validator=_TEXT)
    description: str = field(validator=_TEXT)


@frozen(kw_only=True)
class TypeName(Entry):
    """The documented type name of an element in a sample."""

    element: str = field(validator=_TEXT)
    type: str = field(validator=_TEXT)


@frozen(kw_only=True)
class Member(Entry):
    """One member of an enumeration."""

    name: str = field(validator=_TEXT)
    number: int = field(validator=instance_of(int))


@frozen(kw_only=True)
class Enumeration(Entry):
    """An enumeration that is a number in JSON and a name in XML, and the elements that hold it."""

    name: str = field(validator=_TEXT)
    elements: tuple[str, ...] = field(converter=_texts, validator=min_len(1))
    description: str = field(validator=_TEXT)
    members: tuple[Member, ...] = field(validator=min_len(1))


@frozen(kw_only=True)
class Section:
    """All entries about one package.

    Attributes:
        file: The data file, for errors.
    """

    file: str
    split: tuple[Split, ...] = ()
    secret: tuple[Secret, ...] = ()
    default: tuple[Default, ...] = ()
    describe: tuple[Description, ...] = ()
    unset_date: tuple[Elements, ...] = ()
    optional: tuple[Elements, ...] = ()
    xml_only: tuple[Elements, ...] = ()
    repeatable: tuple[Repeatable, ...] = ()
    rest: tuple[Rest, ...] = ()
    type_name: tuple[TypeName, ...] = ()
    enum: tuple[Enumeration, ...] = ()

    def splits(self) -> dict[str, str]:
        """Return the words of each spelling that the naming rule would not find."""
        return {entry.spelling: entry.words for entry in self.split}

    def refuse(self, entry: Entry, what: str) -> ContractError:
        """Return the error for an entry."""
        return ContractError(self.file, entry.place, what)


def load(path: Path) -> dict[str, Section]:
    """Read a data file.

    Args:
        path: The TOML file.

    Returns:
        Its sections by package name.

    Raises:
        ContractError: Not TOML, an unknown key, a missing or wrong value.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ContractError(str(path), "file", f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ContractError(str(path), f"byte {error.start}", error.reason) from None
    except tomllib.TOMLDecodeError as error:
        raise ContractError(str(path), "TOML", str(error)) from None
    return {name: _section(str(path), name, table) for name, table in data.items()}


def _section(file: str, package: str, table: object) -> Section:
    if not _is_table(table):
        raise ContractError(file, package, "a table of entries is expected")
    fields = attrs.fields(attrs.resolve_types(Section))
    kinds = {a.name: get_args(a.type)[0] for a in fields if a.name != "file"}
    lists: dict[str, tuple[Any, ...]] = {}
    for kind, entries in table.items():
        place = f"{package}.{kind}"
        if kind not in kinds:
            what = f"no such kind of entry; there are {', '.join(kinds)}"
            raise ContractError(file, place, what)
        lists[kind] = _entries(file, place, kinds[kind], entries)
    return Section(file=file, **lists)


_E = TypeVar("_E", bound=Entry)


def _entries(file: str, place: str, kind: type[_E], values: object) -> tuple[_E, ...]:
    if not _is_list(values):
        raise ContractError(file, place, f"write it as a list: [[{place}]]")
    return tuple(_entry(file, f"{place} {n}", kind, value) for n, value in enumerate(values, 1))


def _entry(file: str, place: str, kind: type[_E], value: object) -> _E:
    if not _is_table(value):
        raise ContractError(file, place, "a table is expected")
    allowed = {a.name for a in attrs.fields(kind)} - {"place"}
    if unknown := sorted(set(value) - allowed):
        raise ContractError(file, place, f"unknown key {', '.join(unknown)}")
    arguments = dict(value)
    if kind is Enumeration:
        members = arguments.get("members", [])
        arguments["members"] = _entries(file, f"{place} member", Member, members)
    try:
        return kind(place=place, **arguments)
    except (TypeError, ValueError) as error:
        what = str(error.args[0]).replace(f"{kind.__name__}.__init__() ", "")
        raise ContractError(file, place, what) from None


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)
