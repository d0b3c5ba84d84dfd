"""Models to JSON and back (RFC 8259)."""

import json
from collections.abc import Iterable
from typing import TypeVar, cast

from rescind.codec.errors import DecodeError, EncodeError
from rescind.codec.plan import MAX_DEPTH, Field, Plan, plan_for
from rescind.codec.scalars import MAX_DIGITS, Json, Scalar, wrong_type

M = TypeVar("M")

# json.loads holds the interpreter for the whole body; this bounds how long.
JSON_LIMIT = 1 << 20


def encode_json(model: object) -> bytes:
    """Write a model as a JSON object, members in the order of the documented sample.

    Fields that are None and optional lists without items are left out; enums go by number.

    Args:
        model: An instance of a generated model.

    Returns:
        The UTF-8 bytes.

    Raises:
        EncodeError: A value cannot be carried; the message has its path.
        UnsupportedModelError: The codec does not support the model.
    """
    members = _object(plan_for(type(model)), model, "", 1)
    return json.dumps(members, ensure_ascii=False).encode()


def decode_json(model: type[M], body: bytes) -> M:
    """Read a JSON object as a model. Unknown members are ignored, a name twice is refused.

    Args:
        model: The generated model expected.
        body: The bytes, in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

    Raises:
        DecodeError: The body is not the model's JSON; the message has the path.
        UnsupportedModelError: The codec does not support the model.
    """
    plan = plan_for(model)
    return cast("M", _model(plan, parse_json(body), plan.root, 1))


def parse_json(body: bytes) -> Json:
    """Parse JSON strictly: no NaN, no name twice, no endless number, at most ``JSON_LIMIT`` bytes.

    Raises:
        DecodeError: The body is not such JSON.
    """
    if len(body) > JSON_LIMIT:
        raise DecodeError(f"JSON of more than {JSON_LIMIT} bytes")
    try:
        return cast(
            "Json",
            json.loads(
                body,
                object_pairs_hook=_unique,
                parse_int=_whole_number,
                parse_constant=_no_constant,
            ),
        )
    except DecodeError:
        raise
    except RecursionError:
        reason = "JSON nested too deep"
    except ValueError:
        reason = "not JSON"
    raise DecodeError(reason)


def _unique(pairs: Iterable[tuple[str, Json]]) -> dict[str, Json]:
    members: dict[str, Json] = {}
    for name, value in pairs:
        if name in members:
            raise DecodeError(f"the member {name[:80]!r} stands twice in one JSON object")
        members[name] = value
    return members


def _whole_number(digits: str) -> int:
    """Parse no more digits than any integer type has; a long number costs quadratic time."""
    if len(digits) > MAX_DIGITS + 1:
        raise DecodeError(f"a JSON number of more than {MAX_DIGITS} digits")
    return int(digits)


def _no_constant(name: str) -> Json:
    raise DecodeError(f"{name} is not JSON")


def _object(plan: Plan, model: object, path: str, depth: int) -> dict[str, Json]:
    if depth > MAX_DEPTH:
        raise EncodeError(f"{path[:200]}: models nested deeper than {MAX_DEPTH}")
    members: dict[str, Json] = {}
    for field in plan.json_fields:
        value: object = getattr(model, field.attribute)
        where = f"{path}{field.attribute}"
        if value is None:
            if not field.nullable:
                raise EncodeError(f"{where}: None, but a value is required")
        elif field.many:
            if not isinstance(value, tuple):
                raise EncodeError(f"{where}: {wrong_type('a tuple', value)}")
            items = cast("tuple[object, ...]", value)
            if items or field.required:
                members[field.name] = [
                    None
                    if item is None and field.item_nullable
                    else _value(field, item, f"{where}[{index}]", depth)
                    for index, item in enumerate(items)
                ]
        else:
            members[field.name] = _value(field, value, where, depth)
    return members


def _value(field: Field, value: object, path: str, depth: int) -> Json:
    if field.scalar is not None:
        return _scalar_out(field.scalar, value, path)
    if type(value) is not field.content:
        raise EncodeError(f"{path}: {wrong_type(field.content.__name__, value)}")
    return _object(plan_for(field.content), value, f"{path}.", depth + 1)


def _scalar_out(scalar: Scalar, value: object, path: str) -> Json:
    try:
        return scalar.to_json(value)
    except (TypeError, ValueError) as error:
        reason = str(error)
    raise EncodeError(f"{path}: {reason}")


def _model(plan: Plan, data: Json, path: str, depth: int) -> object:
    if depth > MAX_DEPTH:
        raise DecodeError(f"{path[:200]}: models nested deeper than {MAX_DEPTH}")
    if not isinstance(data, dict):
        raise DecodeError(f"{path}: {wrong_type('an object', data)}")
    values: dict[str, object] = {}
    for field in plan.fields:
        where = f"{path}.{field.name}"
        member = data.get(field.name)
        if member is None:
            if field.required and not field.nullable:
                raise DecodeError(f"{where}: missing or null, but a value is required")
            if field.required:
                values[field.attribute] = None
        elif field.many:
            if not isinstance(member, list):
                raise DecodeError(f"{where}: {wrong_type('a list', member)}")
            values[field.attribute] = tuple(
                None
                if item is None and field.item_nullable
                else _read(field, item, f"{where}[{index}]", depth)
                for index, item in enumerate(member)
            )
        else:
            values[field.attribute] = _read(field, member, where, depth)
    return plan.model(**values)


def _read(field: Field, value: Json, path: str, depth: int) -> object:
    if field.scalar is None:
        return _model(plan_for(field.content), value, path, depth + 1)
    try:
        return field.scalar.from_json(value)
    except (TypeError, ValueError) as error:
        reason = str(error)
    raise DecodeError(f"{path}: {reason}")
