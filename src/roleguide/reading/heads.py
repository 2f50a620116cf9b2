"""What somebody meant by a first key that no file has: another spelling, a language, a level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from roleguide.language import N_, Message
from roleguide.model import Profile, Sections
from roleguide.reading import values
from roleguide.reading.events import MappingNode, Node
from roleguide.reading.files import OTHERS, first_key
from roleguide.reading.places import FileText
from roleguide.reading.schema import fields

PROFILE: Final = "profile"
"""The one key of a profile, under which all of it stands."""

GUIDE: Final = "guide"
"""The key under which a guide says what it is."""

_IN_PROFILES: Final = tuple(key for key in Profile._fields if key not in Sections._fields)
"""The keys that stand in a profile alone."""

_NEAR: Final = 0.75
"""How alike a key and a word are written at least: *profil*, *guid*, *Rôles*."""

_FEWEST: Final = 2
"""The keys that a mapping has in common with a record, to be taken for one."""


def is_meant_as_profile(source: FileText) -> bool:
    """Whether the first key of a file is nearly that of a profile, or is one that stands in it."""
    key = first_key(source)
    return key in _IN_PROFILES or nearest(key, [GUIDE, *OTHERS, *Sections._fields]) == PROFILE


def hint(
    key: str, node: Node, known: Iterable[str], records: Mapping[str, type[NamedTuple]] = {}
) -> Message | None:
    """What to do about a first key that is none.

    Args:
        key: The key.
        node: What stands under it.
        known: The keys that may stand there, and those of other kinds of file.
        records: The type of the records of each section, if sections may stand there.
    """
    if word := nearest(key, known):
        return Message(N_("did you mean “{name}”?"), {"name": word})
    if key in _IN_PROFILES:
        return Message(N_("in a profile it stands under the first key, “{key}”"), {"key": PROFILE})
    path = _path_meant(key, node, records)
    text = N_("it stands under a section and an id, as in {path}")
    return Message(text, {"path": path}) if path else None


def _path_meant(key: str, node: Node, records: Mapping[str, type[NamedTuple]]) -> str | None:
    """Where a record without its section belongs, or a field without its record."""
    keys = node.entries.keys() if isinstance(node, MappingNode) else set()
    for section, record in records.items():
        if len(keys & fields(record).keys()) >= _FEWEST:
            return f"{section}.{key}"
    return next((f"{name}.ID.{key}" for name, kind in records.items() if key in fields(kind)), None)


def nearest(key: str, known: Iterable[str]) -> str | None:
    """The key that was meant, if one is near in any language of guides."""
    return values.nearest(key, known, _NEAR)
