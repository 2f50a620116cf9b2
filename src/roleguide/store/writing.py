"""Compile a guide into a file or into memory.

A file is written under a temporary name in the same folder and then renamed, so that readers find
either a complete file or none.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple, TypeAlias

from roleguide.model import TAKING_PART, Guide, Head, Role
from roleguide.sections import SECTIONS
from roleguide.store import FORMAT, Store, checksum, open_store
from roleguide.store.encoding import encode

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

NameRow: TypeAlias = tuple[str, str, int, str, str]
"""A name under which a record is found: section, folded name, rung, id, and how it is spelled."""

LabelRow: TypeAlias = tuple[str, str, str, str, str, str, str]
"""How a record is called in a language: section, the part of it, id, language, its title, all its
names a line each, and these as the words of a line are looked up in them (`store.spaced`)."""

WordRow: TypeAlias = tuple[str, str, str, str, str, str, float]
"""A text for `search`: the indexed form, section, id, field, language, the text itself if it
differs from its indexed form (else nothing: each `None` takes sqlite3 as long as two texts), and
how much a word in it says."""


HowRow: TypeAlias = tuple[str, int, int, str]
"""How a role names a record: its part in an activity, the level and the weight of a
skill, its tie to a metric. What is of another section is empty, and not `None` (see `WordRow`)."""

UsedRow: TypeAlias = tuple[str, str, str, int, int, str, str]
"""A record that a role names: section, id, how, and the role."""

OutlineRow: TypeAlias = tuple[
    str, str, int, int, str | None, str | None, str | None, bool | None, str, str, str, str, bytes
]
"""What is asked of all roles at once: role, family; all levels of skills it needs, each counted by
its weight; in how many activities it takes part; stage, whom it leads, whose figure it carries,
travel; the settings in which it is found and those in which there is none; where people go on to
and come from."""

TitleWordRow: TypeAlias = tuple[str, int, str, int, str]
"""A phrase around titles, a number for each thing it says, its kind, its place on the ladder or -1,
the forms it stands for."""

TitleNameRow: TypeAlias = tuple[int, str, int, str, str, str, int, int, int]
"""A name by which a title may be read: number, role, rung, the name folded, its core and its rank
as forms, the place of that rank on the ladder or -1, and the lowest and the highest place of the
role."""

TitleKeyRow: TypeAlias = tuple[str, int]
"""A form of a name's core, and the name's number."""


class TitleIndex(NamedTuple):
    """The words of titles: those around names, the names, the forms they are found by."""

    words: Sequence[TitleWordRow] = ()
    names: Sequence[TitleNameRow] = ()
    keys: Sequence[TitleKeyRow] = ()


class Compiled(NamedTuple):
    """What goes into a guide's file; `indexing.compiled` works it out.

    Attributes:
        guide: The guide.
        hides: The records of guides below that are no longer in effect: guide, section, id.
        written: Its roles as written, as text, for guides above that extend them.
        names: The names of its records.
        labels: These names by language, as they are completed.
        words: Their texts.
        titles: The words of titles.
    """

    guide: Guide
    hides: Iterable[tuple[str, str, str]]
    written: Iterable[tuple[str, str]]
    names: Iterable[NameRow]
    labels: Iterable[LabelRow]
    words: Iterable[WordRow]
    titles: TitleIndex = TitleIndex()


def in_memory(compiled: Compiled) -> Store:
    """Compile without a file."""
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection, compiled, stamp="")
    except BaseException:  # whoever asked goes on without it, so it has to be closed here
        connection.close()
        raise
    return Store(connection, compiled.guide.id, compiled.guide.edition)


def write_store(path: str, stamp: str, compiled: Compiled) -> Store | None:
    """Compile into a file; None if it cannot be written, in which case nothing is left behind."""
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        _make_private_folder(os.path.dirname(path))
        # A guide may be for its owner's eyes alone.
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(temporary)
        try:
            _fill(connection, compiled, stamp)
        finally:
            connection.close()
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


def _fill(connection: sqlite3.Connection, compiled: Compiled, stamp: str) -> None:
    """Write all tables in one transaction."""
    connection.executescript(_PRAGMAS + _TABLES)
    with connection:
        connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", _records(compiled.guide))
        connection.executemany("INSERT INTO hides VALUES (?, ?, ?)", compiled.hides)
        connection.executemany("INSERT INTO written VALUES (?, ?)", compiled.written)
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)", compiled.names)
        connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?, ?, ?, ?)", compiled.labels)
        connection.executemany(
            "INSERT OR IGNORE INTO used VALUES (?, ?, ?, ?, ?, ?, ?)", _used(compiled.guide)
        )
        connection.executemany(
            "INSERT INTO outline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _outlines(compiled.guide),
        )
        connection.executemany(
            "INSERT INTO passage (folded, section, id, field, lang, text, weight) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            compiled.words,
        )
        # SQLite indexes a table's texts faster than it takes them one by one.
        connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
        titles = compiled.titles
        connection.executemany("INSERT INTO title_word VALUES (?, ?, ?, ?, ?)", titles.words)
        connection.executemany(
            "INSERT INTO title_name VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", titles.names
        )
        connection.executemany("INSERT OR IGNORE INTO title_key VALUES (?, ?)", titles.keys)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", _meta(compiled.guide, stamp))


def _meta(guide: Guide, stamp: str) -> Iterator[tuple[str, str]]:
    """What a file says of itself."""
    yield "format", str(FORMAT)
    yield "stamp", stamp
    yield "guide", guide.id
    if guide.edition is not None:
        yield "edition", guide.edition


def _records(guide: Guide) -> Iterator[tuple[str, str, bytes | None, bytes]]:
    for section, records in guide.sections._asdict().items():
        for identifier, record in records.items():
            head = encode(_head(record)) if isinstance(record, Role) else None
            yield section, identifier, head, encode(record)


def _head(role: Role) -> Head:
    return Head(role.title, role.family, role.level, role.short, role.stage)


def _used(guide: Guide) -> Iterator[UsedRow]:
    """The records that each role names, and how."""
    for identifier, role in guide.sections.roles.items():
        for section, (*_, field) in SECTIONS.items():
            named: str | Iterable[str] = getattr(role, field) if field else ()
            for named_id in [named] if isinstance(named, str) else named:
                yield section, named_id, *_how_named(role, section, named_id), identifier


def _outlines(guide: Guide) -> Iterator[OutlineRow]:
    """What is asked of all roles at once."""
    for identifier, role in guide.sections.roles.items():
        leads = role.leads.kind if role.leads else None
        carries = role.number.carries if role.number else None
        contexts = _contexts(role, absent=False), _contexts(role, absent=True)
        whole = sum([need.weight * need.level for need in role.skills.values()])
        tasks = sum([does.part in TAKING_PART for does in role.responsibilities.values()])
        said = role.stage, leads, carries, role.travel
        yield identifier, role.family, whole, tasks, *said, *contexts, *_career(role)


def _contexts(role: Role, *, absent: bool) -> str:
    """The contexts in which a role is found, or in which there is none."""
    return " ".join(i for i, scene in role.examples.items() if scene.absent == absent)


def _career(role: Role) -> tuple[str, str, bytes]:
    """Where people go on to from a role and come from, by ids alone, and in full."""
    career = role.leads_to, role.comes_from
    return (
        " ".join(f"{goal}:{step.move}" for goal, step in role.leads_to.items()),
        " ".join(origin.role for origin in role.comes_from if origin.role),
        encode(career) if any(career) else b"",
    )


def _how_named(role: Role, section: str, identifier: str) -> HowRow:
    if section == "activities":
        return role.responsibilities[identifier].part, 0, 0, ""
    if section == "skills":
        need = role.skills[identifier]
        return "", need.level, need.weight, ""
    tie = role.metrics[identifier] if section == "metrics" else ""
    return "", 0, 0, tie
