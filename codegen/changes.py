"""Says in words what the difference between two outputs means for a caller."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from attrs import frozen

from codegen.surface import SeenClass, SeenField, Surface

_OPERATION_DETAILS = {
    "request": "takes {new} (was {old})",
    "response": "answers with {new} (was {old})",
    "repeatable": "may be repeated after a lost answer: {new} (was {old})",
    "not_repeatable_with": "is not repeated when set: {new} (was {old})",
    "method": "is sent with {new} (was {old})",
    "path": "is sent to {new} (was {old})",
    "soap_action": "has the SOAPAction {new} (was {old})",
    "result_root": "answers GET and POST with the root element {new} (was {old})",
    "secret_fields": "holds secrets in {new} (was {old})",
}
_BREAKING_DETAILS = ("request", "response")


@frozen
class Change:
    """One change.

    Attributes:
        breaking: Whether code that worked may stop working.
        words: What changed.
    """

    breaking: bool
    words: str


def compare(old: Mapping[str, Surface], new: Mapping[str, Surface]) -> list[Change]:
    """Compare two outputs.

    Args:
        old: Surfaces by package.
        new: The same of the other output.

    Returns:
        Every change, in the order of the packages.
    """
    changes: list[Change] = []
    for package in sorted({*old, *new}):
        before, after = (side.get(package, Surface({}, {})) for side in (old, new))
        prefix = f"{package}: " if package else ""
        found = (*_operations(before, after), *_classes(before, after))
        changes += [Change(change.breaking, prefix + change.words) for change in found]
    return changes


def report(changes: Iterable[Change]) -> str:
    """Return the changes as text, one a line under two headings, breaking ones first."""
    changes = tuple(changes)
    lines: list[str] = []
    for heading, breaking in (("Breaking for callers:", True), ("Other changes:", False)):
        if chosen := [f"  {change.words}" for change in changes if change.breaking is breaking]:
            lines += [heading, *chosen]
    return "\n".join(lines or ["Nothing changes for callers."])


def _operations(old: Surface, new: Surface) -> Iterator[Change]:
    for name in old.operations:
        if name not in new.operations:
            yield Change(True, f"operation {name} is gone")
    for name, operation in new.operations.items():
        if name not in old.operations:
            yield Change(False, f"operation {name} is new ({_shown(operation['wires'])})")
    both = [name for name in new.operations if name in old.operations]
    if both and [n for n in old.operations if n in both] != both:
        yield Change(False, "the operations are in another order")
    yield from _namespaces(old, new, both)
    for name in both:
        yield from _operation(name, old.operations[name], new.operations[name])


def _namespaces(old: Surface, new: Surface, both: Iterable[str]) -> Iterator[Change]:
    moved = {
        (old.operations[name].get("namespace", ""), new.operations[name].get("namespace", ""))
        for name in both
    }
    for before, after in sorted(moved, key=str):
        if before != after:
            yield Change(False, f"the XML namespace is {_shown(after)} (was {_shown(before)})")


def _operation(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    before, after = _items(old["wires"]), _items(new["wires"])
    for wire in before:
        if wire not in after:
            yield Change(True, f"operation {name} is no longer offered over {wire}")
    for wire in after:
        if wire not in before:
            yield Change(False, f"operation {name} is now offered over {wire}")
    if before[:1] != after[:1]:
        yield Change(False, f"operation {name} goes over {after[0]} by default (was {before[0]})")
    for key, words in _OPERATION_DETAILS.items():
        was, now = _detail(old, key), _detail(new, key)
        if was != now:
            told = words.format(new=_shown(now), old=_shown(was))
            yield Change(key in _BREAKING_DETAILS, f"operation {name} {told}")


def _detail(operation: Mapping[str, object], key: str) -> object:
    """Return an argument of an operation; a SOAPAction without its namespace, told once."""
    value = operation.get(key)
    if key == "soap_action" and isinstance(value, str):
        return value.removeprefix(str(operation.get("namespace", "")))
    return value


def _classes(old: Surface, new: Surface) -> Iterator[Change]:
    given = old.reachable("request") | new.reachable("request")
    received = old.reachable("response") | new.reachable("response")
    told = _classes_of(old, without=new) | _classes_of(new, without=old)
    for name in old.classes:
        if name not in new.classes and name not in told:
            yield Change(True, f"class {name} is gone")
    for name, after in new.classes.items():
        if before := old.classes.get(name):
            yield from _class(name, before, after, given=name in given, received=name in received)
        elif name not in told:
            yield Change(False, f"class {name} is new")


def _classes_of(surface: Surface, *, without: Surface) -> set[object]:
    """Return request and response classes of operations that the other surface lacks."""
    own = (o for name, o in surface.operations.items() if name not in without.operations)
    return {operation.get(side) for operation in own for side in ("request", "response")}


def _class(
    name: str, old: SeenClass, new: SeenClass, *, given: bool, received: bool
) -> Iterator[Change]:
    yield from _members(name, old, new)
    for field, gone in old.fields.items():
        if field not in new.fields:
            yield Change(True, f"{name}.{field} ({gone.wire}) is gone")
    for field, after in new.fields.items():
        where = f"{name}.{field}"
        if before := old.fields.get(field):
            yield from _field(where, before, after, given=given, received=received)
        elif after.required and given:
            yield Change(True, f"{where} ({after.annotation}) is new and required")
        else:
            yield Change(False, f"{where} ({after.annotation}) is new")
    both = [field for field in new.fields if field in old.fields]
    if [field for field in old.fields if field in both] != both:
        yield Change(False, f"{name} has its elements in another order: {', '.join(new.fields)}")
    kept, kept_now = (
        tuple(base for base in side.bases if not base.startswith("Request[")) for side in (old, new)
    )
    if kept != kept_now:
        yield Change(True, f"class {name} derives from {_shown(kept_now)} (was {_shown(kept)})")


def _members(name: str, old: SeenClass, new: SeenClass) -> Iterator[Change]:
    for member, value in old.members.items():
        if member not in new.members:
            yield Change(True, f"{name}.{member} is gone")
        elif new.members[member] != value:
            yield Change(True, f"{name}.{member} is {new.members[member]} (was {value})")
    for member, value in new.members.items():
        if member not in old.members:
            yield Change(False, f"{name}.{member} = {value} is new")


def _field(
    where: str, old: SeenField, new: SeenField, *, given: bool, received: bool
) -> Iterator[Change]:
    before, after = (side.annotation.removeprefix("None | ") for side in (old, new))
    if before != after:
        yield Change(True, f"{where} is now {new.annotation} (was {old.annotation})")
    elif old.annotation != new.annotation:
        maybe = new.annotation.startswith("None | ")
        words = "may now be None" if maybe else "is never None any more"
        yield Change(received if maybe else given, f"{where} {words}")
    if old.required != new.required:
        words = "is now required" if new.required else "is now optional"
        yield Change(given and new.required, f"{where} {words}")
    elif old.default != new.default:
        yield Change(True, f"{where} is {new.default} by default (was {old.default})")
    if old.wire != new.wire:
        yield Change(False, f"{where} is {new.wire} on the wire (was {old.wire})")
    if old.bounds != new.bounds and before == after:
        words = f"is between {_bounds(new)} (was between {_bounds(old)})"
        yield Change(_narrower(old.bounds, new.bounds), f"{where} {words}")
    if old.hidden != new.hidden:
        words = "is hidden in repr" if new.hidden else "is shown in repr"
        yield Change(not new.hidden, f"{where} {words}")


def _narrower(old: tuple[int | None, int | None], new: tuple[int | None, int | None]) -> bool:
    low = new[0] is not None and (old[0] is None or new[0] > old[0])
    high = new[1] is not None and (old[1] is None or new[1] < old[1])
    return low or high


def _bounds(field: SeenField) -> str:
    low, high = field.bounds
    return f"{'any' if low is None else low} and {'any' if high is None else high}"


def _items(value: object) -> tuple[str, ...]:
    return tuple(map(str, cast("tuple[object, ...]", value))) if isinstance(value, tuple) else ()


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_items(cast("tuple[object, ...]", value))) or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value in (None, "") else str(value)
