"""Guides compiled: into a file, whole or not at all, or into memory.

A file is written beside its place and moved there, so that a reader finds a whole one or none.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from roleguide.model import Guide, Role
from roleguide.store import FORMAT, Store, open_store
from roleguide.store.encoding import encode
from roleguide.store.rows import NameRow, WordRow

_TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE guide (rank INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE record (
    section TEXT NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL,
    head TEXT, body TEXT NOT NULL,
    PRIMARY KEY (section, id, rank)
) WITHOUT ROWID;
CREATE TABLE name (
    section TEXT NOT NULL, folded TEXT NOT NULL, rung INTEGER NOT NULL,
    id TEXT NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (section, folded, rung, id, rank)
) WITHOUT ROWID;
CREATE TABLE used (
    section TEXT NOT NULL, id TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (section, id, role)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    folded, section UNINDEXED, id UNINDEXED, field UNINDEXED, lang UNINDEXED, text UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2"
);
"""


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
    store = Store(connection)
    _fill(connection, compiled, stamp="")
    return store


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
        temporary.replace(path)
        _sweep(path)
    except (OSError, sqlite3.Error):
        _remove(temporary)
        return None
    return open_store(str(path), stamp)


def _sweep(path: Path) -> None:
    """Remove what compilations that were killed have left, of whatever guides."""
    now = path.stat().st_mtime
    for leftover in path.parent.glob("guide-*.tmp"):
        try:
            old = leftover.stat().st_mtime < now - 60
        except OSError:  # another process was faster
            continue
        if old:
            _remove(leftover)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _fill(connection: sqlite3.Connection, compiled: Compiled, stamp: str) -> None:
    """Write all tables in one transaction; nobody else sees the file before it is whole."""
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    with connection:
        connection.executemany(
            "INSERT INTO guide VALUES (?, ?)",
            [(rank, guide.id) for rank, guide in enumerate(compiled.guides)],
        )
        connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?)", _records(compiled))
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)", compiled.names)
        connection.executemany("INSERT OR IGNORE INTO used VALUES (?, ?, ?)", _used(compiled))
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


def _used(compiled: Compiled) -> Iterator[tuple[str, str, str]]:
    """Which roles name which records; of two with the same id, only the upper one counts."""
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
                yield section, named_id, identifier
