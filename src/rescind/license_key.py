"""Putting the client's license key where a request leaves it out, in any spelling, nested too."""

import dataclasses
from typing import TYPE_CHECKING, TypeVar, cast

from rescind.errors import ConfigurationError
from rescind.secrets import Secret
from rescind_models import Operation

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Q = TypeVar("Q")


def fill_license_key(operation: Operation, request: Q, key: Secret | None) -> Q:
    """Return the request with the key in every secret field that is None.

    Raises:
        ConfigurationError: A field is None and the client has no key.
    """
    for path in operation.secret_fields:
        request = cast("Q", _fill(request, path.split("."), key, operation))
    return request


def secrets_in(operation: Operation, request: object) -> tuple[Secret, ...]:
    """Return every secret that a filled request carries."""
    found = [
        value.strip()
        for path in operation.secret_fields
        for value in _values(request, path.split("."))
    ]
    return tuple(Secret(value) for value in dict.fromkeys(found) if value)


def _fill(model: object, path: list[str], key: Secret | None, operation: Operation) -> object:
    name, *rest = path
    if not _has(model, name):
        return model
    value: object = getattr(model, name)
    if rest:
        if value is None:
            return model
        if isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            filled: object = tuple(
                None if item is None else _fill(item, rest, key, operation) for item in items
            )
        else:
            filled = _fill(value, rest, key, operation)
    elif value is not None:
        return model
    elif key is None:
        raise ConfigurationError(
            f"{operation.name} needs a license key: give license_key= to the client or set "
            "RESCIND_LICENSE_KEY",
            operation=operation.name,
        )
    else:
        filled = key.reveal()
    return dataclasses.replace(cast("DataclassInstance", model), **{name: filled})


def _values(model: object, path: list[str]) -> list[str]:
    name, *rest = path
    if not _has(model, name):
        return []
    value: object = getattr(model, name)
    if not rest:
        return [value] if isinstance(value, str) else []
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    return [found for item in items if item is not None for found in _values(item, rest)]


def _has(model: object, name: str) -> bool:
    """Whether a model stands here; where something else does, the codec will say so."""
    return dataclasses.is_dataclass(model) and hasattr(model, name)
