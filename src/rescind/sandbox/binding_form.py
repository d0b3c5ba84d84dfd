"""Binding names and values: a form body, or a query string, by Web API's model binding."""

import re
from collections.abc import Iterable, Sequence

from .binding import BindingError, Bound, BoundValue, defaults, parse_date, parse_enum
from .models import Member, Model, Type

_INDEX = re.compile(r"\[\d*\]\Z")


def bind(pairs: Sequence[tuple[str, str]], model: Model) -> Bound:
    """Bind a form; one without a single pair is null."""
    if not pairs:
        return Bound(None)
    return bind_members(pairs, model.members, model.parameter)


def bind_members(pairs: Iterable[tuple[str, str]], members: Sequence[Member], prefix: str) -> Bound:
    """Bind names in any letter case; a list takes a name repeated, or with an index.

    Args:
        pairs: Names and values.
        members: The members of the model.
        prefix: What ModelState keys begin with.
    """
    by_name = {member.name.lower(): member for member in members}
    texts: dict[str, list[str]] = {}
    for name, value in pairs:
        member = by_name.get(_INDEX.sub("", name).lower())
        if member is not None:
            texts.setdefault(member.name, []).append(value)
    bound = defaults(members)
    errors: list[BindingError] = []
    for member in members:
        sent = texts.get(member.name)
        if sent is None:
            continue
        if member.type is Type.STRINGS:
            bound[member.name] = [*sent]
            continue
        try:
            bound[member.name] = _convert(member, sent[0])
        except ValueError:
            message = f"The value '{sent[0]}' is not valid for {member.name}."
            errors.append(BindingError(f"{prefix}.{member.name}", message, public=True))
    return Bound(bound, errors)


def _convert(member: Member, text: str) -> BoundValue:
    if member.type is Type.STRING:
        return text or None
    word = text.strip()
    value: BoundValue = None
    if member.type is Type.BOOLEAN:
        value = {"true": True, "false": False}.get(word.lower())
    elif member.type is Type.ENUM:
        value = parse_enum(member, word)
    elif member.type is Type.DATE:
        value = parse_date(word)
    elif re.fullmatch(r"[+-]?[0-9]{1,10}", word):
        value = int(word)
    if value is None:
        raise ValueError(text)
    return value
