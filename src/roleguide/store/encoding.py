"""How a record is kept: as JSON that names the types of the model."""

from __future__ import annotations

import json
from typing import Any, Final

from roleguide import model
from roleguide.store import DamagedStore

_TYPES: Final[dict[str, Any]] = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == model.__name__
}


def encode(record: Any) -> str:
    """A record as JSON that `decode` turns back into an equal one."""
    return _ENCODER.encode(_tagged(record))


def decode(text: str) -> Any:
    """The record that was encoded.

    Raises:
        DamagedStore: The text is no encoded record.
    """
    try:
        return _DECODER.decode(text)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStore(str(error)) from error


def _tagged(value: Any) -> Any:
    """Records become objects that name their type; defaults are left out."""
    if isinstance(value, str):  # most are
        return value
    if isinstance(value, dict):
        if value and isinstance(next(iter(value)), int):  # keys are of one kind
            return {"!": "", **{str(key): _tagged(item) for key, item in value.items()}}
        return {key: _tagged(item) for key, item in value.items()}
    if not isinstance(value, tuple):
        return value
    kind: Any = type(value)
    if kind is tuple:
        return [_tagged(item) for item in value]
    fields: dict[str, Any] = {"!": kind.__name__}
    defaults = kind._field_defaults
    for name, field in zip(kind._fields, value, strict=True):
        if name not in defaults or field != defaults[name]:
            fields[name] = _tagged(field)
    return fields


def _untagged(found: dict[str, Any]) -> Any:
    if "!" not in found:
        return found
    kind = found.pop("!")
    if not kind:
        return {int(key): item for key, item in found.items()}
    for name, item in found.items():
        if type(item) is list:
            found[name] = tuple(item)
    return _TYPES[kind](**found)


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER: Final = json.JSONDecoder(object_hook=_untagged)
