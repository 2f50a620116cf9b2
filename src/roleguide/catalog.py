"""Which guides are in effect, and their records by any name."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from roleguide.errors import AmbiguousName, Fault, FaultyGuide, UnknownName
from roleguide.language import N_, Language
from roleguide.model import Guide, Pair, Role, Sections
from roleguide.names import Index, index_named, index_roles, index_terms
from roleguide.reading.guide import overlay, read_guide

STANDARD: Final = "roleguide"
"""The id of the built-in guide; `roleguide/ID` always is its role."""

KINDS: Final[Mapping[str, str]] = {
    "roles": N_("No role is called “{name}”."),
    "activities": N_("No activity is called “{name}”."),
    "skills": N_("No skill is called “{name}”."),
    "metrics": N_("No metric is called “{name}”."),
    "tools": N_("No tool is called “{name}”."),
    "contexts": N_("No context is called “{name}”."),
    "worlds": N_("No world is called “{name}”."),
    "families": N_("No family is called “{name}”."),
    "terms": N_("No term is called “{name}”."),
}
"""The sections whose records have names, in the order in which `show` looks, and what is said
where a name is not in them."""

_LISTINGS: Final[Mapping[str, str]] = {
    "roles": "roleguide list",
    "activities": "roleguide who",
    "skills": "roleguide skills",
    "terms": "roleguide define",
}


class RoleEntry(NamedTuple):
    """A role, and the guide it was taken from."""

    id: str
    guide: str
    role: Role

    @property
    def full_id(self) -> str:
        """The id that names this role whatever other guides are in effect."""
        return f"{self.guide}/{self.id}"


class Catalog:
    """The guides in effect, the lowest first."""

    def __init__(self, guides: Sequence[Guide]) -> None:
        self.guides: Final = tuple(guides)
        merged = Sections()
        for guide in guides:
            merged = overlay(merged, guide.sections)
        self.sections: Final = merged

    @cached_property
    def indexes(self) -> Mapping[str, Index]:
        """The names of every kind of record."""
        s = self.sections
        indexes = {"roles": index_roles(s.roles), "terms": index_terms(s.terms)}
        for section in KINDS:
            if section not in indexes:
                indexes[section] = index_named(
                    {
                        identifier: (record.name, _other_names(record))
                        for identifier, record in getattr(s, section).items()
                    }
                )
        return indexes

    def entry(self, identifier: str) -> RoleEntry:
        """The role of that id in the last guide that has it."""
        for guide in reversed(self.guides):
            if identifier in guide.sections.roles:
                return RoleEntry(identifier, guide.id, guide.sections.roles[identifier])
        raise UnknownName(KINDS["roles"], identifier, [], _LISTINGS["roles"])

    def role(self, name: str, language: Language) -> RoleEntry:
        """The role of that name: an id, a title, an alias, or `GUIDE/ID`.

        Raises:
            UnknownName: No role goes by it.
            AmbiguousName: Several do, on the same rung.
        """
        guide_id, slash, rest = name.partition("/")
        if slash:
            for guide in self.guides:
                if guide.id == guide_id:
                    identifier = self._one(
                        "roles", rest, language, index_roles(guide.sections.roles)
                    )
                    return RoleEntry(identifier, guide.id, guide.sections.roles[identifier])
        return self.entry(self.find("roles", name, language))

    def find(self, section: str, name: str, language: Language) -> str:
        """The id of the record of that name in a section.

        Raises:
            UnknownName: None goes by it.
            AmbiguousName: Several do, on the same rung.
        """
        return self._one(section, name, language, self.indexes[section])

    def find_any(self, name: str, language: Language) -> tuple[str, str]:
        """The section and id of the record of that name, whatever its kind.

        A hit on a higher rung wins; on one rung, the kinds in the order of `KINDS`.
        """
        hits = [
            (found.rung, at, section)
            for at, section in enumerate(KINDS)
            if (found := self.indexes[section].find(name))
        ]
        if hits:
            section = min(hits)[2]
            return section, self.find(section, name, language)
        near = [i for section in KINDS for i in self.indexes[section].near(name)]
        raise UnknownName(N_("Nothing is called “{name}”."), name, near[:3], "roleguide list")

    def pair(self, one: str, other: str) -> Pair | None:
        """What is written about two roles that people confuse."""
        return self.sections.pairs.get("--".join(sorted((one, other))))

    def title(self, section: str, identifier: str, language: Language) -> str:
        """The name of a record, as a reader sees it."""
        record: Any = getattr(self.sections, section)[identifier]
        return language.of(record.title.text if section == "roles" else record.name)

    def _one(self, section: str, name: str, language: Language, index: Index) -> str:
        hits = index.find(name)
        if hits is None:
            raise UnknownName(KINDS[section], name, index.near(name), _LISTINGS.get(section))
        if len(hits.ids) > 1:
            candidates = [(i, self.title(section, i, language)) for i in hits.ids]
            raise AmbiguousName(name, candidates)
        return hits.ids[0]


def _other_names(record: Any) -> list[Mapping[str, str]]:
    short = getattr(record, "short", None)
    return [short] if short else []


def data_folder() -> Path:
    """Where the built-in guide lies: in the package, or beside `src` in a checkout."""
    inside = Path(__file__).parent / "data"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "data"


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where the user's own guide lies."""
    if folder := environ.get("ROLEGUIDE_CONFIG_DIR"):
        return Path(folder)
    if folder := environ.get("XDG_CONFIG_HOME"):
        return Path(folder) / "roleguide"
    if sys.platform == "win32" and (folder := environ.get("APPDATA")):
        return Path(folder) / "roleguide"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "roleguide"
    return Path.home() / ".config" / "roleguide"


def guide_paths(extra: Sequence[str], environ: Mapping[str, str]) -> list[tuple[Path, str | None]]:
    """The guides in effect, the lowest first, each with the id it has unless it states one."""
    paths: list[tuple[Path, str | None]] = [(data_folder(), STANDARD)]
    own = config_folder(environ)
    if own.is_dir() and any(p.suffix in (".yaml", ".yml") for p in own.iterdir()):
        paths.append((own, "mine"))
    named = [part for part in environ.get("ROLEGUIDE_PATH", "").split(os.pathsep) if part]
    return paths + [(Path(part), None) for part in (*named, *extra)]


def load(paths: Sequence[tuple[Path, str | None]]) -> Catalog:
    """Read the guides, each upon those below it.

    Raises:
        FaultyGuide: One of them has faults; none is used.
        UnreadableFile: One cannot be opened.
    """
    guides, faults = read_all(paths)
    errors = [fault for fault in faults if not fault.warning]
    if errors:
        raise FaultyGuide(errors)
    return Catalog(guides)


def read_all(paths: Sequence[tuple[Path, str | None]]) -> tuple[list[Guide], list[Fault]]:
    """Read the guides, each upon those below it, and collect the faults of all."""
    guides: list[Guide] = []
    faults: list[Fault] = []
    below = Sections()
    nodes: dict[str, Any] = {}
    for path, identifier in paths:
        reading = read_guide(path, below, nodes, identifier)
        faults += reading.faults
        if reading.guide is None:
            continue
        guides.append(reading.guide)
        below = overlay(below, reading.guide.sections)
        nodes |= reading.nodes
    return guides, faults
