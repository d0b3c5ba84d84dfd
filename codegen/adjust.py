"""Applies the data file to a contract. An entry that matches nothing is an error."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen
from xsdata.codegen.models import Attr, Class

from codegen.contract import Contract, ContractOperation
from codegen.datafile import Entry, Section

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
    lookup = _Lookup(contract, section)
    for entry in section.optional:
        for name in entry.elements:
            lookup.attr(entry, entry.type, name).restrictions.min_occurs = 0
    for default in section.default:
        for name, value in default.values.items():
            lookup.attr(default, default.type, name).default = str(value)
    for hidden in section.xml_only:
        for name in hidden.elements:
            lookup.attr(hidden, hidden.type, name)
    return Facts(
        splits=lookup.splits(),
        secrets=lookup.secrets(),
        unset_dates=lookup.unset_dates(),
        numbered=frozenset(enum.name for enum in section.enum),
        repeatable=lookup.repeatable(),
    )


@frozen
class _Lookup:
    contract: Contract
    section: Section

    def cls(self, entry: Entry, name: str) -> Class:
        for cls in self.contract.classes:
            if cls.name == name:
                return cls
        raise self.section.refuse(entry, f"the contract has no type {name}")

    def attr(self, entry: Entry, type_name: str, name: str) -> Attr:
        for attr in self.cls(entry, type_name).attrs:
            if wire_name(attr) == name:
                return attr
        raise self.section.refuse(entry, f"the type {type_name} has no element {name}")

    def operation(self, entry: Entry, name: str) -> ContractOperation:
        for operation in self.contract.operations:
            if operation.name == name:
                return operation
        raise self.section.refuse(entry, f"the contract has no operation {name}")

    def splits(self) -> dict[str, str]:
        names = {operation.name for operation in self.contract.operations}
        for cls in self.contract.classes:
            names |= {cls.name, *map(wire_name, cls.attrs)}
        for entry in self.section.split:
            if not any(entry.spelling in name for name in names):
                raise self.section.refuse(
                    entry, f"no name of the contract contains {entry.spelling}"
                )
        return self.section.splits()

    def secrets(self) -> frozenset[str]:
        elements = {wire_name(attr) for cls in self.contract.classes for attr in cls.attrs}
        for entry in self.section.secret:
            self._exist(entry, entry.elements, elements)
        return frozenset(name for entry in self.section.secret for name in entry.elements)

    def _exist(self, entry: Entry, wanted: Iterable[str], there: Iterable[str]) -> None:
        if missing := sorted(set(wanted) - set(there)):
            raise self.section.refuse(entry, f"the contract has no element {', '.join(missing)}")

    def unset_dates(self) -> frozenset[Place]:
        found: set[Place] = set()
        for entry in self.section.unset_date:
            for name in entry.elements:
                attr = self.attr(entry, entry.type, name)
                if [t.name for t in attr.types] != ["dateTime"]:
                    raise self.section.refuse(entry, f"{entry.type}.{name} is not a date and time")
                found.add((entry.type, name))
        return frozenset(found)

    def repeatable(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for entry in self.section.repeatable:
            for name in entry.operations:
                request = self.operation(entry, name).request
                for element in entry.unless:
                    self.attr(entry, request.rpartition("}")[2], element)
                if name in found:
                    raise self.section.refuse(entry, f"the operation {name} is in two entries")
                found[name] = entry.unless
        return found
