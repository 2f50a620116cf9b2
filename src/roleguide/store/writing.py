"""Compile a guide into a file or into memory.

A file is written under a temporary name in the same folder and then renamed, so that readers find
either a complete file or none.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from roleguide.model import Guide
from roleguide.store import FORMAT, Store, checksum, open_store

# No reader sees the file before it is complete, so no journal is needed. A larger cache (in KiB,
# as a negative number) and a larger hash of words (in bytes) save a third of the time; how many
# words a text has, which only SQLite's own ranks ask for, is not kept.
_PRAGMAS: Final = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
"""

_TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
    section TEXT NOT NULL, id TEXT NOT NULL, head BLOB, body BLOB NOT NULL,
    PRIMARY KEY (section, id)
);
CREATE TABLE hides (
    guide TEXT NOT NULL, section TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (section, id)
) WITHOUT ROWID;
CREATE TABLE written (role TEXT PRIMARY KEY, node TEXT NOT NULL);
CREATE TABLE name (
    section TEXT NOT NULL, folded TEXT NOT NULL, rung INTEGER NOT NULL,
    id TEXT NOT NULL, spelling TEXT NOT NULL,
    PRIMARY KEY (section, folded, rung, id, spelling)
) WITHOUT ROWID;
CREATE TABLE label (
    section TEXT NOT NULL, part TEXT NOT NULL, id TEXT NOT NULL, lang TEXT NOT NULL,
    title TEXT NOT NULL, names TEXT NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (section, id, lang)
) WITHOUT ROWID;
CREATE TABLE used (  -- in the order in which roles that name a record alike stand together
    section TEXT NOT NULL, id TEXT NOT NULL,
    part TEXT NOT NULL, level INTEGER NOT NULL, weight INTEGER NOT NULL, tie TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (section, id, part, level, weight, tie, role)
) WITHOUT ROWID;
CREATE TABLE outline (
    role TEXT PRIMARY KEY, family TEXT NOT NULL, whole INTEGER NOT NULL, tasks INTEGER NOT NULL,
    stage TEXT, leads TEXT, carries TEXT, travel INTEGER,
    found TEXT NOT NULL, absent TEXT NOT NULL,
    onward TEXT NOT NULL, origins TEXT NOT NULL, career BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, folded TEXT NOT NULL, section TEXT NOT NULL, id TEXT NOT NULL,
    field TEXT NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL, weight REAL NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
    folded, content = passage, content_rowid = number, columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TABLE title_word (
    phrase TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, level INTEGER NOT NULL,
    means TEXT NOT NULL,
    PRIMARY KEY (phrase, at)
) WITHOUT ROWID;
CREATE TABLE title_name (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, rung INTEGER NOT NULL, folded TEXT NOT NULL,
    core TEXT NOT NULL, ranks TEXT NOT NULL, level INTEGER NOT NULL,
    low INTEGER NOT NULL, high INTEGER NOT NULL
);
CREATE TABLE title_key (
    form TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (form, number)
) WITHOUT ROWID;
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
"""

_OURS: Final = re.compile(r"guide-[^-]+-[0-9a-f]{8}\.sqlite(?P<unfinished>\.\d+-[0-9a-f]{8}\.tmp)?")

UNFINISHED: Final = 60
FORGOTTEN: Final = 30 * 24 * 3600
"""Seconds after which an unfinished file, and a file that nobody has used since, is removed."""


class Compiled(NamedTuple):
    """What goes into a guide's file; `indexing.compiled` works it out.

    Attributes:
        guide: The guide.
        tables: The rows of each table but `meta` and `words`, each with a value for every column.
    """

    guide: Guide
    tables: Mapping[str, Iterable[tuple[object, ...]]]


def in_memory(compiled: Compiled) -> Store:
    """Compile without a file."""
    connection = _fill(":memory:", compiled, stamp="")
    return Store(connection, compiled.guide.id, compiled.guide.edition)


def write_store(path: str, stamp: str, compiled: Compiled) -> Store | None:
    """Compile into a file; None if it cannot be written, in which case nothing is left behind."""
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        _make_private_folder(os.path.dirname(path))
        # A guide may be for its owner's eyes alone.
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(temporary, compiled, stamp).close()
        _seal(temporary)
        os.replace(temporary, path)
        _sweep(path)
    except (OSError, sqlite3.Error):
        _remove(temporary)
        return None
    return open_store(path, stamp)


def _make_private_folder(folder: str) -> None:
    """Make a folder and those above it where they are missing, each for its owner alone.

    The XDG base directory specification wants it so; `makedirs` would let everybody look into all
    but the last.
    """
    if not os.path.isdir(folder):
        _make_private_folder(os.path.dirname(folder))
        with suppress(FileExistsError):  # another process made it; a file in its place fails later
            os.mkdir(folder, 0o700)


def _seal(path: str) -> None:
    """Append the checksum of a file to it."""
    with open(path, "rb+") as file:
        file.write(checksum(file, os.stat(path).st_size))


def _sweep(path: str) -> None:
    """Remove unfinished files that killed processes left behind, and old files.

    The user may have chosen a folder with other files in it, so only files with names made here are
    removed. Whoever has one open goes on reading it, and whoever wants it again compiles it again.
    """
    now = os.stat(path).st_mtime
    with os.scandir(os.path.dirname(path)) as others:
        for other in others:
            name = _OURS.fullmatch(other.name)
            if not name:
                continue
            try:
                age = now - other.stat().st_mtime
            except OSError:  # another process removed it
                continue
            if age > (UNFINISHED if name["unfinished"] else FORGOTTEN):
                _remove(other.path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _fill(path: str, compiled: Compiled, stamp: str) -> sqlite3.Connection:
    """Write all tables in one transaction."""
    guide = compiled.guide
    meta = {"format": str(FORMAT), "stamp": stamp, "guide": guide.id, "edition": guide.edition}
    said = [(key, value) for key, value in meta.items() if value is not None]
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_PRAGMAS + _TABLES)
        with connection:
            for table, rows in {**compiled.tables, "meta": said}.items():
                columns = connection.execute(f"SELECT * FROM {table}").description
                marks = ", ".join("?" * len(columns))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            # SQLite indexes a table's texts faster than it takes them one by one.
            connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    except BaseException:  # whoever asked goes on without it, so it has to be closed here
        connection.close()
        raise
    return connection
