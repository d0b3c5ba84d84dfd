"""Applies the data file to a contract. An entry that matches nothing is an error."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen
from xsdata.codegen.models import Attr, Class

from codegen.contract import Contract
from codegen.datafile import (
    Default,
    Description,
    Elements,
    Entry,
    Repeatable,
    Secret,
    Section,
    Split,
)
from codegen.problems import ContractError
from codegen.ranges import bounds

Place = tuple[str, str]
"""Name of a type and of an element in it, both as the contract spells them."""


@frozen
class Facts:
    """What the data file says that xsdata's classes have no place for.

    Attributes:
        splits: Words of spellings that the naming rule would get wrong.
        secrets: Names of the elements that hold a secret.
        unset_dates: Dates that mean "not set" in year 1.
        numbered: Names of the enumerations that are numbers in JSON.
        repeatable: By operation that may be repeated: the elements that, when set, forbid it.
    """

    splits: Mapping[str, str] = field(factory=dict[str, str])
    secrets: frozenset[str] = frozenset()
    unset_dates: frozenset[Place] = frozenset()
    numbered: frozenset[str] = frozenset()
    repeatable: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])


def wire_name(attr: Attr) -> str:
    """Return the name of the element as a parent has it: the wrapper's, where there is one."""
    return attr.wrapper or attr.local_name


def apply(contract: Contract, section: Section) -> Facts:
    """Apply a section of the data file; the contract's classes are changed in place.

    Args:
        contract: As read.
        section: The entries for it.

    Returns:
        The facts that stay outside the classes.

    Raises:
        ContractError: An entry that names something the contract does not have.
    """
    _, refused = fit(contract, section)
    for error in refused:
        raise error
    lookup = _Lookup(contract, section)
    for entry in section.optional:
        for name in entry.elements:
            lookup.attr(entry, entry.type, name).restrictions.min_occurs = 0
    for default in section.default:
        for name, value in default.values.items():
            lookup.attr(default, default.type, name).default = str(value)
    for described in section.describe:
        cls = lookup.cls(described, described.type)
        cls.help = described.text or cls.help
        for name, text in described.elements.items():
            lookup.attr(described, described.type, name).help = text
    return Facts(
        splits=section.splits(),
        secrets=frozenset(name for entry in section.secret for name in entry.elements),
        unset_dates=frozenset((e.type, name) for e in section.unset_date for name in e.elements),
        numbered=frozenset(enum.name for enum in section.enum),
        repeatable={name: e.unless for e in section.repeatable for name in e.operations},
    )


def fit(contract: Contract, section: Section) -> tuple[Section, list[ContractError]]:
    """Leave out what a contract does not have: it is tried, the data file was made for another.

    Args:
        contract: As read.
        section: The entries for another version of it.

    Returns:
        The entries that match, and what is wrong with the others.
    """
    lookup = _Lookup(contract, section)
    refused: list[ContractError] = []

    def kept(entries: Iterable[_E], check: Callable[[_E], None]) -> tuple[_E, ...]:
        fitting: list[_E] = []
        for entry in entries:
            try:
                check(entry)
            except ContractError as error:
                refused.append(error)
            else:
                fitting.append(entry)
        return tuple(fitting)

    fitted = evolve(
        section,
        split=kept(section.split, lookup.check_split),
        secret=kept(_single(section.secret), lookup.check_secret),
        optional=kept(_single(section.optional), lookup.check_elements),
        xml_only=kept(_single(section.xml_only), lookup.check_elements),
        unset_date=kept(_single(section.unset_date), lookup.check_dates),
        default=kept(_single_values(section.default), lookup.check_default),
        describe=kept(_single_descriptions(section.describe), lookup.check_description),
        repeatable=kept(_single_operations(section.repeatable), lookup.check_repeatable),
    )
    return fitted, refused


_E = TypeVar("_E", bound=Entry)
_L = TypeVar("_L", Elements, Secret)


def _single(entries: Iterable[_L]) -> Iterator[_L]:
    return (evolve(entry, elements=(name,)) for entry in entries for name in entry.elements)


def _single_values(entries: Iterable[Default]) -> Iterator[Default]:
    return (evolve(e, values={name: value}) for e in entries for name, value in e.values.items())


def _single_descriptions(entries: Iterable[Description]) -> Iterator[Description]:
    for entry in entries:
        yield evolve(entry, elements={})
        for name, text in entry.elements.items():
            yield evolve(entry, text="", elements={name: text})


def _single_operations(entries: Iterable[Repeatable]) -> Iterator[Repeatable]:
    return (evolve(entry, operations=(name,)) for entry in entries for name in entry.operations)


@frozen
class _Lookup:
    contract: Contract
    section: Section

    def attr(self, entry: Entry, type_name: str, name: str) -> Attr:
        for attr in self.cls(entry, type_name).attrs:
            if wire_name(attr) == name:
                return attr
        raise self.section.refuse(entry, f"the type {type_name} has no element {name}")

    def cls(self, entry: Entry, name: str) -> Class:
        for cls in self.contract.classes:
            if cls.name == name:
                return cls
        raise self.section.refuse(entry, f"the contract has no type {name}")

    def check_split(self, entry: Split) -> None:
        names = {operation.name for operation in self.contract.operations}
        for cls in self.contract.classes:
            names |= {cls.name, *map(wire_name, cls.attrs)}
        if not any(entry.spelling in name for name in names):
            raise self.section.refuse(entry, f"no name of the contract contains {entry.spelling}")

    def check_secret(self, entry: Secret) -> None:
        names = {wire_name(attr) for cls in self.contract.classes for attr in cls.attrs}
        for name in entry.elements:
            if name not in names:
                raise self.section.refuse(entry, f"the contract has no element {name}")

    def check_default(self, entry: Default) -> None:
        for name, value in entry.values.items():
            attr = self.attr(entry, entry.type, name)
            kinds = [t.datatype.type if t.datatype else None for t in attr.types]
            if kinds != [type(value)]:
                raise self.section.refuse(entry, f"{entry.type}.{name} cannot be {value!r}")
            low, high = bounds(attr)
            if isinstance(value, int) and not (
                (low is None or low <= value) and (high is None or value <= high)
            ):
                raise self.section.refuse(entry, f"{entry.type}.{name} cannot be {value}")

    def check_description(self, entry: Description) -> None:
        self.cls(entry, entry.type)
        for name in entry.elements:
            self.attr(entry, entry.type, name)

    def check_elements(self, entry: Elements) -> None:
        for name in entry.elements:
            self.attr(entry, entry.type, name)

    def check_dates(self, entry: Elements) -> None:
        for name in entry.elements:
            types = self.attr(entry, entry.type, name).types
            if [t.name for t in types] != ["dateTime"]:
                raise self.section.refuse(entry, f"{entry.type}.{name} is not a date and time")

    def check_repeatable(self, entry: Repeatable) -> None:
        for name in entry.operations:
            found = next((o for o in self.contract.operations if o.name == name), None)
            if found is None:
                raise self.section.refuse(entry, f"the contract has no operation {name}")
            if sum(name in other.operations for other in self.section.repeatable) > 1:
                raise self.section.refuse(entry, f"{name} is in two entries")
            for element in entry.unless:
                self.attr(entry, self.contract.class_of(found.request).name, element)
