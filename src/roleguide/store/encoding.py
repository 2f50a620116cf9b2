"""Records as bytes: a checksum, then JSON in which objects name their types in the model."""

from __future__ import annotations

import json
import zlib
from functools import cache
from typing import Any, Final, NamedTuple

from roleguide import model
from roleguide.store import CHECKSUM, DamagedStore

_TYPES: Final[dict[str, Any]] = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == model.__name__
}


def encode(record: tuple[object, ...]) -> bytes:
    """Turn a record, or a row of values, into bytes; `decode` makes an equal record of them."""
    text = _ENCODER.encode(_tagged(record)).encode("utf-8", "surrogatepass")
    return _checksum(text) + text


def decode(data: bytes) -> Any:
    """Turn bytes back into the record.

    Raises:
        DamagedStore: They are not what `encode` returned.
    """
    try:
        text = data[CHECKSUM:]
        if _checksum(text) != data[:CHECKSUM]:
            raise DamagedStore("checksum")
        return _DECODER.decode(text.decode("utf-8", "surrogatepass"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStore(str(error)) from error


def _checksum(text: bytes) -> bytes:
    return zlib.crc32(text).to_bytes(CHECKSUM)


def _tagged(value: Any) -> object:
    """A value as JSON has it; a record becomes an object that names its type."""
    kind = type(value)
    if kind is dict:
        # Most values are strings; without a call for each of them, encoding takes half the time.
        tagged = {key: v if type(v) is str else _tagged(v) for key, v in value.items()}
        if value and isinstance(next(iter(value)), int):  # all keys of a mapping have one type
            return {"!": "", **{str(key): item for key, item in tagged.items()}}
        return tagged
    if kind is tuple:
        return [_tagged(item) for item in value]
    return _tagged_record(value) if isinstance(value, tuple) else value


def _tagged_record(record: Any) -> dict[str, object]:
    """A record without the fields that were left at their defaults."""
    kind: Any = type(record)
    fields: dict[str, object] = {"!": kind.__name__}
    for (name, default), item in zip(_defaults(kind), record, strict=True):
        if item is not default:
            fields[name] = item if type(item) is str else _tagged(item)
    return fields


@cache
def _defaults(kind: type[NamedTuple]) -> list[tuple[str, object]]:
    """The fields of a record, with their defaults or what is nobody's value."""
    return [(name, kind._field_defaults.get(name, kind)) for name in kind._fields]


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


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_DECODER: Final = json.JSONDecoder(object_hook=_untagged)
