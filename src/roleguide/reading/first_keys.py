"""What somebody meant by a first key that no file has: another spelling, a language, a level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from roleguide.language import N_, Message
from roleguide.model import Profile, Sections
from roleguide.reading import values
from roleguide.reading.events import MappingNode, Node
from roleguide.reading.files import FIRST_KEY, OTHERS, first_key
from roleguide.reading.places import FileText, look_alike, plain
from roleguide.reading.schema import EXTENDS, keys_of

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
    return _of_records(key, node, records) if records else None


def _of_records(key: str, node: Node, records: Mapping[str, type[NamedTuple]]) -> Message | None:
    """What to do about a record without its section, a field without its record, or another key."""
    keys = {*node.entries} if isinstance(node, MappingNode) else set[str]()
    for section, record in records.items():
        known = {*keys_of(record)}
        if plain(key) in known and plain(key) != key:
            return look_alike(key)
        if len(keys & known) >= _FEWEST or EXTENDS in keys & known:
            return _stands(f"{section}.{key}")
    of = next((section for section, record in records.items() if key in keys_of(record)), None)
    return _stands(f"{of}.ID.{key}") if of else Message(FIRST_KEY)


def _stands(path: str) -> Message:
    return Message(N_("it stands under a section and an id, as in {path}"), {"path": path})


def nearest(key: str, known: Iterable[str]) -> str | None:
    """The key that was meant, if one is near in any language of guides."""
    return values.nearest(key, known, _NEAR)
