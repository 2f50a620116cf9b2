"""What changes from one stack of guides to another, record by record, as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from roleguide.compilation import read_all
from roleguide.errors import FaultyGuide
from roleguide.guide_paths import GuidePath
from roleguide.language_tags import LANGUAGES
from roleguide.model import Guide, Role, Sections
from roleguide.reading.extending import NAMES
from roleguide.reading.guide import overlay
from roleguide.writing.values import written_record

ChangeKind: TypeAlias = Literal["left", "right", "changed"]
"""Only before, only after, or in both and not the same."""


class FieldChange(NamedTuple):
    """What a record says otherwise than before.

    Attributes:
        path: The keys that lead there, dotted.
        before: The value before, as it is written; None where there was none.
        after: The value after, likewise.
    """

    path: str
    before: object
    after: object

    @property
    def change(self) -> ChangeKind:
        """In which way it changed."""
        if self.before is None:
            return "right"
        return "left" if self.after is None else "changed"


class RecordChange(NamedTuple):
    """A record that changed.

    Attributes:
        section: Its section.
        id: Its id.
        change: Whether it is gone, new, or says something else.
        fields: What it says otherwise; of a record that is new or gone, all it says.
        base: The role that it extends, if it is a new one that extends another.
        departures: What it says otherwise than that one.
    """

    section: str
    id: str
    change: ChangeKind
    fields: tuple[FieldChange, ...]
    base: str | None = None
    departures: tuple[FieldChange, ...] = ()


class Changes(NamedTuple):
    """What changes from one stack of guides to another.

    Attributes:
        records: The records that changed.
        before: What the uppermost guide is called before.
        after: What it is called after.
        known: All records of both, those after above those before.
    """

    records: tuple[RecordChange, ...]
    before: str
    after: str
    known: Sections


def changes(before: Sequence[GuidePath], after: Sequence[GuidePath]) -> Changes:
    """What changes from one stack of guides to another.

    Args:
        before: The guides before, the lowest first.
        after: The guides after, the lowest first.

    Raises:
        FaultyGuide: One of them has faults.
        UnreadableFile: One cannot be opened.
    """
    old, new = _read(before), _read(after)
    bases = {role: base for guide in new for role, base in guide.bases.items()}
    one, other = (
        reduce(overlay, (guide.sections for guide in guides), Sections()) for guides in (old, new)
    )
    found = tuple(record_changes(one, other, bases))
    return Changes(found, old[-1].id, new[-1].id, overlay(one, other))


def _read(paths: Sequence[GuidePath]) -> list[Guide]:
    guides, faults = read_all(paths)
    if errors := [fault for fault in faults if not fault.warning]:
        raise FaultyGuide(errors)
    return guides


def record_changes(
    before: Sections, after: Sections, bases: Mapping[str, str] = {}
) -> Iterator[RecordChange]:
    """The records that are not the same, by section and id.

    Args:
        before: The records before.
        after: The records after.
        bases: The roles that others extend, by the id of the other.
    """
    for section in Sections._fields:
        old, new = getattr(before, section), getattr(after, section)
        for identifier in sorted({*old, *new}):
            one, other = old.get(identifier), new.get(identifier)
            if one != other:
                change = _change(section, identifier, one, other)
                added = section == "roles" and change.change == "right"
                yield _upon(change, bases.get(identifier), after.roles) if added else change


def _change(section: str, identifier: str, before: object, after: object) -> RecordChange:
    """How a record changes that is not the same; None is none."""
    way: ChangeKind = "changed" if before and after else "left" if before else "right"
    old, new = (written_record(each) if each else {} for each in (before, after))
    return RecordChange(section, identifier, way, tuple(_fields(old, new)))


def _upon(change: RecordChange, base: str | None, roles: Mapping[str, Role]) -> RecordChange:
    """A new role with what it says otherwise than the one that it extends, if it extends one."""
    if base is None or base not in roles or base == change.id:
        return change
    own, below = written_record(roles[change.id]), written_record(roles[base])
    names = {*NAMES} - own.keys()
    kept = {key: value for key, value in below.items() if key not in names}
    return change._replace(base=base, departures=tuple(_fields(kept, own)))


def _fields(before: object, after: object, path: str = "") -> Iterator[FieldChange]:
    """The values that are not the same, each with its path."""
    if before == after:
        return
    if not (_has_keys(before, after) or _has_keys(after, before)):
        yield FieldChange(path, before, after)
        return
    old, new = (each if isinstance(each, dict) else {} for each in (before, after))
    for key in dict.fromkeys(chain(old, new)):
        inner = f"{path}.{key}" if path else key
        yield from _fields(old.get(key), new.get(key), inner)


def _has_keys(value: object, other: object) -> bool:
    """Whether a value is a mapping with keys to go into, beside another one."""
    if not isinstance(value, dict) or not isinstance(other, dict):
        return False
    return not all(key in LANGUAGES or key in ("m", "f") for key in value) or not value
