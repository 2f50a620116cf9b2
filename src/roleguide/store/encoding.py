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
    return json.dumps(_tagged(record), ensure_ascii=False, separators=(",", ":"))


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
    kind: Any = type(value)
    if kind.__name__ in _TYPES:
        defaults = kind._field_defaults
        fields = {
            name: _tagged(field)
            for name, field in zip(kind._fields, value, strict=True)
            if name not in defaults or field != defaults[name]
        }
        return {"!": kind.__name__, **fields}
    if isinstance(value, tuple):
        return [_tagged(item) for item in value]
    if isinstance(value, dict):
        if value and all(isinstance(key, int) for key in value):
            return {"!": "", **{str(key): _tagged(item) for key, item in value.items()}}
        return {key: _tagged(item) for key, item in value.items()}
    return value


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


_DECODER: Final = json.JSONDecoder(object_hook=_untagged)
