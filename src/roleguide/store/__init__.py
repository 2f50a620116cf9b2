"""Guides compiled into SQLite files, one each. Only this package uses sqlite3.

This module reads a file, `stack` reads several as one, `writing` makes one, `encoding` turns
records into text and back. Files are opened read-only. A file that is damaged, truncated or foreign
raises `DamagedStore`; the caller then compiles again.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from weakref import finalize

TYPE_CHECKING = False
if TYPE_CHECKING:  # completion imports this module, and typing would add a fifth to its time
    from collections.abc import Collection, Iterable, Sequence
    from typing import Any, BinaryIO, Final, TypeAlias

    from roleguide.model import Part, Reach, Tie

ENGINE: Final = sqlite3.sqlite_version
"""The version of SQLite."""

FORMAT: Final = 16
"""The format of the compiled file; raised whenever a table or the encoding changes."""

SEAL: Final = 4
"""Bytes of the checksum at the end of a file. Verifying it takes longer than most answers, so it is
verified only where the answer would be that something does not exist."""

CHECKSUM: Final = 8
"""Characters of the checksum before each record's JSON."""

DEFINING: Final = ("definition", "plain", "mission", "senses")
"""The fields that say what a record is."""

_PASSAGES: Final = "FROM words JOIN passage ON number = words.rowid"
_TEXT: Final = "coalesce(text, passage.folded)"
"""The texts that an index of words finds, and where SQL takes them from."""

_HIDDEN: Final = {
    **dict.fromkeys(("record", "name", "label", "passage"), "section, id"),
    **dict.fromkeys(("used", "title_name", "outline", "written"), "'roles', role"),
}
"""The tables that say something of records, and of which."""

_HIDING: Final = (
    "PRAGMA temp_store = MEMORY;"
    "CREATE TEMP TABLE hidden (section TEXT, id TEXT, PRIMARY KEY (section, id)) WITHOUT ROWID;"
)
_VIEW: Final = (
    "CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} "
    "WHERE ({key}) NOT IN (SELECT section, id FROM hidden);"
)
"""Puts a view before a table: SQLite takes its name for the view unless `main` stands before it."""

WORD: Final = 6
"""Letters of a word, with the space behind it, where the words of a text are not counted."""

NOTED: Final = 24 * 3600
"""Seconds after which it is noted again that a file is in use."""

STEPS: Final = 100_000
"""Steps of SQLite (some hundredths of a second) between two checks for an interrupt."""


if TYPE_CHECKING:
    Key: TypeAlias = tuple[str, str]
    """The section and the id of a record."""

    NameFound: TypeAlias = tuple[str, int, str, str]
    """A name that was looked for: section, rung, id of the record, the name."""

    Passage: TypeAlias = tuple[float, str, str, int, str, str, str]
    """A text that was found: what it is put in order by (score, section, id, number), then field,
    language and text."""


class DamagedStore(Exception):
    """A compiled file that cannot be trusted; the guides must be compiled again."""


class Store:
    """A compiled guide, open for reading.

    What is asked without saying of which record leaves out those that guides above have too (see
    `hide`). Rows come in the order of a table; to bring those of several guides into one order is
    for `stack`.

    Attributes:
        guide: The id of the guide.
        edition: The edition it states.
    """

    def __init__(
        self, connection: sqlite3.Connection, guide: str, edition: str | None, path: str = ""
    ) -> None:
        self.guide: Final = guide
        self.edition: Final = edition
        self._connection: Final = connection
        self._path: Final = path
        self._hides = False
        # Python handles Ctrl-C between two of its own instructions, and a query runs none.
        connection.set_progress_handler(lambda: 0, STEPS)
        # Callers hold a catalogue and do not close it, so the connection closes by itself.
        self._close: Final = finalize(self, connection.close)

    def hides(self) -> list[tuple[str, str, str]]:
        """The records of guides below that are no longer in effect: guide, section, id."""
        return self._rows("SELECT guide, section, id FROM hides")

    def hide(self, keys: Iterable[Key]) -> None:
        """Leave records out, since a guide above has them too; `hidden` ones can be asked for."""
        try:
            if not self._hides:
                views = (_VIEW.format(table=table, key=key) for table, key in _HIDDEN.items())
                self._connection.executescript("".join((_HIDING, *views)))
                self._hides = True
            with self._connection:
                self._connection.executemany("INSERT OR IGNORE INTO hidden VALUES (?, ?)", keys)
        except sqlite3.Error as error:
            raise DamagedStore(str(error)) from error

    def ids(self, section: str) -> list[str]:
        """The ids of a section."""
        rows = self._rows("SELECT id FROM record WHERE section = ? ORDER BY id", section)
        return [row[0] for row in rows]

    def has(self, section: str, identifier: str) -> bool:
        """Whether a section has a record of that id."""
        return bool(
            self._rows("SELECT 1 FROM record WHERE section = ? AND id = ?", section, identifier)
        )

    def record(
        self, section: str, identifier: str, *, hidden: bool, head: bool = False
    ) -> str | None:
        """A record as text.

        Args:
            section: Its section.
            identifier: Its id.
            hidden: Whether it counts if it is hidden.
            head: Whether a role's head is enough: title, family, level, stage and short name.
        """
        column = "coalesce(head, body)" if head else "body"
        table = "main.record" if hidden else "record"
        rows = self._rows(
            f"SELECT {column} FROM {table} WHERE section = ? AND id = ?",  # noqa: S608 — fixed
            section,
            identifier,
        )
        return rows[0][0] if rows else None

    def records(self, section: str) -> list[str]:
        """The records of a section as text, hidden ones too."""
        rows = self._rows("SELECT body FROM main.record WHERE section = ? ORDER BY id", section)
        return [row[0] for row in rows]

    def heads(self) -> list[tuple[str, str]]:
        """Every role's id, and its head as text."""
        return self._rows("SELECT id, head FROM record WHERE section = 'roles' ORDER BY id")

    def careers(self, naming: str) -> list[tuple[str, str]]:
        """Of every role, as text: where people go on to, and where they come from.

        Args:
            naming: A role; then only of that one and of those that name it there.
        """
        return self._rows(
            "SELECT role, career FROM outline WHERE ? IN ('', role) OR instr(career, ?)",
            naming,
            f'"{naming}"',
        )

    def circumstances(
        self,
    ) -> list[tuple[str, str | None, str | None, str | None, bool | None, str, str]]:
        """Of every role: stage, whom it leads, whose figure it carries, travel.

        And the ids of the settings in which it is found, and of those in which there is none.
        """
        return self._rows("SELECT role, stage, leads, carries, travel, found, absent FROM outline")

    def steps(self) -> list[tuple[str, str, str]]:
        """Of every role: the roles that people go on to, as `goal:move`, and those they come from.

        Several stand in a text, with spaces between them.
        """
        return self._rows("SELECT role, onward, origins FROM outline")

    def families(self) -> list[tuple[str, str]]:
        """The family of every role."""
        return self._rows("SELECT role, family FROM outline")

    def node(self, role: str) -> str | None:
        """A role as it is written, as text."""
        rows = self._rows("SELECT node FROM written WHERE role = ?", role)
        return rows[0][0] if rows else None

    def titles(self, section: str, part: str) -> list[tuple[str, str, str]]:
        """The id, language and title of each record of a section, or of a part of it."""
        return self._rows(
            "SELECT id, lang, title FROM label WHERE section = ? AND (? = '' OR part = ?) "
            "ORDER BY id",
            section,
            part,
            part,
        )

    def names_beginning(self, section: str, asked: str) -> list[tuple[str, str, str, str]]:
        """The names of the records in which words begin so, as in `label`: id, language, both."""
        return self._rows(
            "SELECT id, lang, names, words FROM label WHERE section = ? AND instr(words, ?) "
            "ORDER BY id, lang",
            section,
            asked,
        )

    def find(self, section: str, folded: str, *, hidden: bool) -> list[tuple[int, str, str]]:
        """The names that fold alike: rung, id of the record, spelling.

        Args:
            section: The section.
            folded: The name, folded.
            hidden: Whether names of hidden records count.
        """
        return self._rows(
            "SELECT rung, id, spelling "  # noqa: S608 — fixed
            f"FROM {'main.name' if hidden else 'name'} WHERE section = ? AND folded = ?",
            section,
            folded,
        )

    def names_about(self, sections: Sequence[str], length: int) -> list[NameFound]:
        """Names of about this length, folded."""
        return self._names(
            sections, "folded", "length(folded) BETWEEN ? AND ?", length - 4, length + 4
        )

    def names_with(self, sections: Sequence[str], starts: Collection[str]) -> list[NameFound]:
        """Names in which one of these letters stand."""
        where = " OR ".join("instr(folded, ?)" for _ in starts)
        return self._names(sections, "spelling", f"({where or 0})", *starts)

    def _names(
        self, sections: Sequence[str], column: str, where: str, *values: object
    ) -> list[NameFound]:
        return self._rows(
            f"SELECT section, rung, id, {column} FROM name "  # noqa: S608 — marks alone
            f"WHERE section IN ({_marks(sections)}) AND {where}",
            *sections,
            *values,
        )

    def definitions(self, sections: Sequence[str], query: str) -> list[tuple[str, str, int, str]]:
        """What says what a record is, where it matches an FTS5 query: section, id, number, text."""
        return self._rows(
            f"SELECT section, id, number, {_TEXT} {_PASSAGES} WHERE words MATCH ? "
            f"AND section IN ({_marks(sections)}) AND field IN ({_marks(DEFINING)})",
            query,
            *sections,
            *DEFINING,
        )

    def knows_title_words(self) -> bool:
        """Whether the guide itself says something of the words around titles."""
        return bool(self._rows("SELECT 1 FROM title_word LIMIT 1"))

    def title_words(self, phrases: Collection[str]) -> list[tuple[str, str, int, str]]:
        """What phrases around titles say: phrase, kind, place on the ladder, what it stands for."""
        return self._rows(
            "SELECT phrase, kind, level, means FROM title_word "  # noqa: S608 — marks alone
            f"WHERE phrase IN ({_marks(phrases)}) ORDER BY phrase, at",
            *phrases,
        )

    def title_names(
        self, forms: Collection[str]
    ) -> list[tuple[str, int, int, str, str, str, int, int, int]]:
        """The names of roles whose core has one of some forms; the number of each is second."""
        return self._rows(
            "SELECT role, number, rung, folded, core, ranks, level, low, high FROM title_name "  # noqa: S608 — likewise
            f"WHERE number IN (SELECT number FROM title_key WHERE form IN ({_marks(forms)}))",
            *forms,
        )

    def title_forms(self, forms: Collection[str]) -> list[str]:
        """Which of some forms stand in a name of a role."""
        rows = self._rows(
            "SELECT DISTINCT form FROM title_key JOIN title_name USING (number) "  # noqa: S608 — likewise
            f"WHERE form IN ({_marks(forms)})",
            *forms,
        )
        return [row[0] for row in rows]

    def users(self, section: str, identifier: str) -> list[str]:
        """The roles that name a record: that do an activity, need a skill, use a tool."""
        rows = self._rows("SELECT role FROM used WHERE section = ? AND id = ?", section, identifier)
        return [row[0] for row in rows]

    def usage(self, section: str) -> list[tuple[str, int]]:
        """How many roles name each record of a section."""
        return self._rows("SELECT id, count(*) FROM used WHERE section = ? GROUP BY id", section)

    def needs(self) -> list[tuple[str, str, int, int]]:
        """Every skill that every role needs: skill, role, level, weight."""
        return self._rows("SELECT id, role, level, weight FROM used WHERE section = 'skills'")

    def parts(self) -> list[tuple[str, str, Part, Reach | None]]:
        """Every part that every role has: activity, role, part, reach."""
        return self._rows("SELECT id, role, part, reach FROM used WHERE section = 'activities'")

    def ties(self) -> list[tuple[str, str, Tie]]:
        """Every tie that every role has to a metric: metric, role, tie."""
        return self._rows("SELECT id, role, tie FROM used WHERE section = 'metrics'")

    def search(
        self, queries: Sequence[str], sections: Sequence[str] | None, most: int
    ) -> list[Passage]:
        """The texts that match any of some FTS5 queries, best first.

        Best is what matches most of them, in a field that weighs most, in fewest words. That is so
        whatever else a guide has, so that texts of several guides can be put in one order; SQLite's
        own ranks compare a text with the others in its file.

        Args:
            queries: The queries.
            sections: The sections to look in; all if None.
            most: How many texts to give; all if negative.
        """
        found = "SELECT rowid, 1 AS matched FROM words WHERE words MATCH ?"
        if len(queries) > 1:  # to count takes as long as to find
            every = " UNION ALL ".join([found] * len(queries))
            found = f"SELECT rowid, sum(matched) AS matched FROM ({every}) GROUP BY rowid"  # noqa: S608 — fixed
        return self._rows(
            "SELECT -(matched * matched * weight * (0.4 + ? * matched / length(folded))) AS score, "  # noqa: S608 — likewise
            f"section, id, number, field, lang, {_TEXT} "
            f"FROM ({found}) JOIN passage ON number = rowid WHERE {_within(sections)} "
            "ORDER BY score, section, id, number LIMIT ?",
            WORD,
            *queries,
            *(sections or ()),
            most,
        )

    def matches(self, query: str) -> bool:
        """Whether any text matches an FTS5 query."""
        return bool(self._rows(f"SELECT 1 {_PASSAGES} WHERE words MATCH ? LIMIT 1", query))

    def count_matches(self, queries: Sequence[str], sections: Sequence[str] | None) -> int:
        """How many records have a text that matches one of some FTS5 queries."""
        rows = self._rows(
            f"SELECT count(*) FROM (SELECT DISTINCT section, id {_PASSAGES} "  # noqa: S608 — marks alone
            f"WHERE words MATCH ? AND {_within(sections)})",
            " OR ".join(f"({query})" for query in queries),
            *(sections or ()),
        )
        return int(rows[0][0])

    def verify(self) -> None:
        """Verify the checksum of the file; a store in memory has none.

        Raises:
            DamagedStore: The file is not what was written.
        """
        if not self._path:
            return
        try:
            with open(self._path, "rb") as file:
                size = os.fstat(file.fileno()).st_size - SEAL
                whole = checksum(file, size) == file.read()
        except OSError:  # removed since it was opened; what was read from it stays valid
            return
        if not whole:
            raise DamagedStore("seal")

    def close(self) -> None:
        """Close the file."""
        self._close()

    def _rows(self, statement: str, *values: object) -> list[Any]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except (
            sqlite3.Error,
            UnicodeDecodeError,
        ) as error:  # decoding SQLite's own message fails too
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from error
            raise DamagedStore(str(error)) from error


def spaced(text: str) -> str:
    """A text with a space before each of its words, and no other sign."""
    plain = f" {text}"
    if not text.replace(" ", "").isalnum():
        plain = "".join(c if c.isalnum() else " " for c in plain)
    words = plain.split(" ")
    return "".join(f" {word}" for word in words if word) + (" " if words[-1] == "" else "")


def open_store(path: str, stamp: str) -> Store | None:
    """Open a compiled file if it is whole and current.

    Args:
        path: The file.
        stamp: The stamp it must bear (see `compiled_files`); empty if there is no file.
    """
    try:
        if not (stamp and os.path.isfile(path)):
            return None
        _keep(path)
        connection = sqlite3.connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True)
    except (sqlite3.Error, OSError, ValueError):
        return None
    try:
        found = dict(connection.execute("SELECT key, value FROM meta"))
    except (sqlite3.Error, UnicodeDecodeError):
        found = {}
    if (found.get("format"), found.get("stamp")) == (str(FORMAT), stamp) and "guide" in found:
        return Store(connection, found["guide"], found.get("edition"), path)
    connection.close()
    return None


def _keep(path: str) -> None:
    """Note once a day that a file is in use, so that it is not swept away as forgotten."""
    try:
        if time.time() - os.stat(path).st_mtime > NOTED:
            os.utime(path)
    except OSError:  # the folder is read-only, or the file was removed just now
        return


def _within(sections: Sequence[str] | None) -> str:
    """The SQL condition for texts of some sections."""
    return f"section IN ({_marks(sections)})" if sections else "TRUE"


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def checksum(file: BinaryIO, size: int) -> bytes:
    """The checksum of the next `size` bytes of a file."""
    found = 0
    while size > 0 and (block := file.read(min(size, 1 << 20))):
        found = zlib.crc32(block, found)
        size -= len(block)
    return found.to_bytes(SEAL)


def _uri(path: str) -> str:
    """A path as a URI for SQLite, without `Path.as_uri`, whose import takes long."""
    name = os.path.abspath(path).replace(os.sep, "/")
    for character in "%?#":
        name = name.replace(character, f"%{ord(character):02x}")
    return f"file://{name}" if name.startswith("/") else f"file:///{name}"
