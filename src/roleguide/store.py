"""A stack of guides compiled into one SQLite file; the only user of sqlite3.

A file is written beside its place and moved there, so that a reader finds a whole one or none. It
is opened read-only. Whatever is wrong with one (damaged, truncated, foreign, of another version)
comes out as `DamagedStore`, and is mended by compiling anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from weakref import finalize

from roleguide import model
from roleguide.model import Guide, Role

ENGINE: Final = sqlite3.sqlite_version
"""The version of SQLite."""

FORMAT: Final = 1
"""The format of the compiled file; raised whenever a table or the encoding changes."""

SEARCHED: Final = (
    "roles",
    "skills",
    "activities",
    "metrics",
    "tools",
    "contexts",
    "terms",
    "pairs",
)
"""The sections in which `search` looks."""

_TYPES: Final[dict[str, Any]] = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == model.__name__
}

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


class DamagedStore(Exception):
    """A compiled file that cannot be trusted; compile anew."""


class NameRow(NamedTuple):
    """A name under which a record is found."""

    section: str
    folded: str
    rung: int
    id: str
    rank: int


class WordRow(NamedTuple):
    """A text in which `search` looks.

    Attributes:
        folded: What is indexed.
        section: The section of its record.
        id: The id of its record.
        field: The field it stands in.
        lang: Its language.
        text: The text itself, where that is not what is indexed.
    """

    folded: str
    section: str
    id: str
    field: str
    lang: str
    text: str | None


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


class Store:
    """A compiled stack of guides, open for reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: Final = connection
        # Whoever holds a catalogue need not know that there is a file behind it.
        self._close: Final = finalize(self, connection.close)

    def guides(self) -> list[str]:
        """The ids of the guides, the lowest first."""
        return [row[0] for row in self._rows("SELECT id FROM guide ORDER BY rank")]

    def ids(self, section: str) -> list[str]:
        """The ids of a section, in their order."""
        return [
            row[0]
            for row in self._rows(
                "SELECT DISTINCT id FROM record WHERE section = ? ORDER BY id", section
            )
        ]

    def has(self, section: str, identifier: str) -> bool:
        """Whether a section has a record of that id."""
        rows = self._rows(
            "SELECT 1 FROM record WHERE section = ? AND id = ? LIMIT 1", section, identifier
        )
        return bool(rows)

    def record(
        self, section: str, identifier: str, guide: str | None = None, *, head: bool = False
    ) -> tuple[str, Any] | None:
        """A record and the id of its guide: of the guide named, else of the uppermost.

        Args:
            section: Its section.
            identifier: Its id.
            guide: The guide to take it from.
            head: Whether a role's head will do: title, family, level, stage and short name.
        """
        column = "coalesce(head, body)" if head else "body"
        rows = self._rows(
            f"SELECT guide.id, {column} FROM record JOIN guide USING (rank) "  # noqa: S608 — fixed
            "WHERE section = ? AND record.id = ? AND (? IS NULL OR guide.id = ?) "
            "ORDER BY rank DESC LIMIT 1",
            section,
            identifier,
            guide,
            guide,
        )
        return (rows[0][0], decode(rows[0][1])) if rows else None

    def heads(self) -> Iterator[tuple[str, str, Any]]:
        """Every role's id, guide and head, in the order of ids."""
        rows = self._rows(
            "SELECT record.id, guide.id, head, max(rank) FROM record JOIN guide USING (rank) "
            "WHERE section = 'roles' GROUP BY record.id ORDER BY record.id"
        )
        for identifier, guide, head, _ in rows:
            yield identifier, guide, decode(head)

    def find(self, section: str, folded: str, guide: str | None = None) -> list[tuple[int, str]]:
        """The rungs and ids under which a name stands, highest rung first.

        Without a guide, a record goes by the names it has in the uppermost one alone.
        """
        return self._rows(
            "SELECT DISTINCT rung, name.id FROM name JOIN guide USING (rank) "
            "WHERE section = ? AND folded = ? AND CASE WHEN ? IS NULL THEN name.rank = ("
            "  SELECT max(rank) FROM record"
            "  WHERE record.section = name.section AND record.id = name.id"
            ") ELSE guide.id = ? END "
            "ORDER BY rung, name.id",
            section,
            folded,
            guide,
            guide,
        )

    def names_about(self, section: str, length: int) -> list[tuple[str, str]]:
        """Names of about a length, with their ids, for corrections."""
        return self._rows(
            "SELECT folded, id FROM name WHERE section = ? AND length(folded) BETWEEN ? AND ? "
            "ORDER BY rung, id",
            section,
            length - 4,
            length + 4,
        )

    def users(self, section: str, identifier: str) -> list[str]:
        """The roles that name a record: that do an activity, need a skill, use a tool."""
        rows = self._rows(
            "SELECT role FROM used WHERE section = ? AND id = ? ORDER BY role", section, identifier
        )
        return [row[0] for row in rows]

    def usage(self, section: str) -> dict[str, int]:
        """How many roles name each record of a section."""
        return dict(
            self._rows("SELECT id, count(*) FROM used WHERE section = ? GROUP BY id", section)
        )

    def search(self, query: str, sections: Sequence[str] | None, most: int) -> list[WordRow]:
        """The texts that match an FTS5 query, best first."""
        where = ""
        if sections:
            where = f" AND section IN ({', '.join('?' * len(sections))})"
        rows = self._rows(
            "SELECT folded, section, id, field, lang, coalesce(text, folded) FROM words "  # noqa: S608 — marks alone
            f"WHERE words MATCH ?{where} ORDER BY rank LIMIT ?",
            query,
            *(sections or ()),
            most,
        )
        return [WordRow(*row) for row in rows]

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    def _rows(self, statement: str, *values: object) -> list[Any]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter from its own message
            raise DamagedStore(str(error)) from error


def open_store(path: Path, stamp: str) -> Store | None:
    """Open a compiled file if it is whole and current.

    Args:
        path: The file.
        stamp: What it must have been compiled from.
    """
    try:
        if not path.is_file():
            return None
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
    except (sqlite3.Error, OSError, ValueError):
        return None
    try:
        found = dict(connection.execute("SELECT key, value FROM meta"))
    except (sqlite3.Error, UnicodeDecodeError):
        found = {}
    if found == {"format": str(FORMAT), "stamp": stamp}:
        return Store(connection)
    connection.close()
    return None


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
    return open_store(path, stamp)


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

__all__ = [
    "Compiled",
    "DamagedStore",
    "NameRow",
    "Store",
    "WordRow",
    "in_memory",
    "open_store",
    "write_store",
]
