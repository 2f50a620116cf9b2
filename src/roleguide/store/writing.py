"""Guides compiled: into a file, whole or not at all, or into memory.

A file is written beside its place and moved there, so that a reader finds a whole one or none.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from roleguide.model import Guide, Role
from roleguide.store import FORMAT, Store, checksum, open_store
from roleguide.store.encoding import encode

# A file that nobody sees before it is whole needs no journal. What memory there is for pages (KiB,
# negative by SQLite's custom) and for words not yet sorted (bytes) takes a third off the writing.
_PRAGMAS: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
"""

_TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE guide (rank INTEGER PRIMARY KEY, id TEXT NOT NULL, edition TEXT);
CREATE TABLE record (
    section TEXT NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL,
    head TEXT, body TEXT NOT NULL,
    PRIMARY KEY (section, id, rank)
);
CREATE TABLE name (
    section TEXT NOT NULL, folded TEXT NOT NULL, rung INTEGER NOT NULL,
    id TEXT NOT NULL, rank INTEGER NOT NULL, spelling TEXT NOT NULL,
    PRIMARY KEY (section, folded, rung, id, rank, spelling)
) WITHOUT ROWID;
CREATE TABLE used (
    section TEXT NOT NULL, id TEXT NOT NULL, role TEXT NOT NULL, part TEXT,
    PRIMARY KEY (section, id, role)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    folded, section UNINDEXED, id UNINDEXED, field UNINDEXED, lang UNINDEXED, text UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
"""

_OURS: Final = re.compile(r"guide-[^-]+-[0-9a-f]{8}\.sqlite(?P<unfinished>\.\d+-[0-9a-f]{8}\.tmp)?")

UNFINISHED: Final = 60
FORGOTTEN: Final = 30 * 24 * 3600
"""Seconds after which a file that is not whole, and one of other guides, is removed."""

NameRow: TypeAlias = tuple[str, str, int, str, int, str]
"""A name under which a record is found: section, folded name, rung, id, rank of the guide, and how
it is spelled."""

WordRow: TypeAlias = tuple[str, str, str, str, str, str | None]
"""A text in which `search` looks: what is indexed, its section, id, field and language, and the
text itself where that is not what is indexed."""


class Compiled(NamedTuple):
    """What goes into a file, worked out by the catalogue.

    Attributes:
        guides: The guides, the lowest first.
        names: The names of their records.
        words: Their texts.
    """

    guides: Sequence[Guide]
    names: Iterable[NameRow]
    words: Iterable[WordRow]


def in_memory(compiled: Compiled) -> Store:
    """Compile without a file."""
    connection = sqlite3.connect(":memory:")
    _fill(connection, compiled, stamp="")
    return Store(connection)


def write_store(path: Path, stamp: str, compiled: Compiled) -> Store | None:
    """Compile into a file, whole or not at all; None where that cannot be written."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        connection = sqlite3.connect(temporary)
        try:
            _fill(connection, compiled, stamp)
        finally:
            connection.close()
        _seal(temporary)
        temporary.replace(path)
        _sweep(path)
    except (OSError, sqlite3.Error):
        _remove(temporary)
        return None
    return open_store(str(path), stamp)


def _seal(path: Path) -> None:
    """Put a checksum of all that is before it at the end of a file."""
    with path.open("rb+") as file:
        file.write(checksum(file, path.stat().st_size))


def _sweep(path: Path) -> None:
    """Remove what compilations that were killed have left, and files that are long out of use.

    A file that is used still, though its guides have not changed for so long, is made again. The
    folder is the user's to choose, so only names that are made here are touched.
    """
    now = path.stat().st_mtime
    for other in path.parent.iterdir():
        name = _OURS.fullmatch(other.name)
        if not name:
            continue
        try:
            age = now - other.stat().st_mtime
        except OSError:  # another process was faster
            continue
        if age > (UNFINISHED if name["unfinished"] else FORGOTTEN):
            _remove(other)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _fill(connection: sqlite3.Connection, compiled: Compiled, stamp: str) -> None:
    """Write all tables in one transaction; nobody else sees the file before it is whole."""
    connection.executescript(_PRAGMAS + _TABLES)
    with connection:
        connection.executemany(
            "INSERT INTO guide VALUES (?, ?, ?)",
            [(rank, guide.id, guide.edition) for rank, guide in enumerate(compiled.guides)],
        )
        connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?)", _records(compiled))
        connection.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?, ?)", compiled.names
        )
        connection.executemany("INSERT OR IGNORE INTO used VALUES (?, ?, ?, ?)", _used(compiled))
        connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?, ?)", compiled.words)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("format", str(FORMAT)), ("stamp", stamp)]
        )


def _records(compiled: Compiled) -> Iterator[tuple[str, str, int, str | None, str]]:
    for rank, guide in enumerate(compiled.guides):
        for section, records in guide.sections._asdict().items():
            for identifier, record in records.items():
                head = encode(_head(record)) if isinstance(record, Role) else None
                yield section, identifier, rank, head, encode(record)


def _head(role: Role) -> Role:
    """What lists and neighbours show of a role."""
    return Role(
        role.title,
        role.family,
        role.level,
        mission={},
        responsibilities={},
        skills={},
        short=role.short,
        stage=role.stage,
    )


def _used(compiled: Compiled) -> Iterator[tuple[str, str, str, str | None]]:
    """Which roles name which records, and their part in an activity.

    Of two roles with the same id, only the upper one counts.
    """
    roles: dict[str, Role] = {}
    for guide in compiled.guides:
        roles |= guide.sections.roles
    for identifier, role in roles.items():
        named = {
            "activities": role.responsibilities,
            "skills": role.skills,
            "tools": role.tools,
            "metrics": role.metrics,
            "contexts": role.examples,
            "worlds": role.analogies,
            "families": [role.family],
        }
        for section, ids in named.items():
            for named_id in ids:
                doing = role.responsibilities.get(named_id) if section == "activities" else None
                yield section, named_id, identifier, doing.part if doing else None
