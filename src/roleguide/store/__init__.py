"""A stack of guides compiled into one SQLite file. Only this package uses sqlite3.

This module reads a file, `writing` makes one, `encoding` turns records into text and back. Files
are opened read-only. A file that is damaged, truncated or foreign raises `DamagedStore`; the
caller then compiles again.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from weakref import finalize

TYPE_CHECKING = False
if TYPE_CHECKING:  # completion imports this module, and typing would add a fifth to its time
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any, BinaryIO, Final, TypeAlias

    from roleguide.model import Part, Reach

ENGINE: Final = sqlite3.sqlite_version
"""The version of SQLite."""

FORMAT: Final = 11
"""The format of the compiled file; raised whenever a table or the encoding changes."""

SEAL: Final = 4
"""Bytes of the checksum at the end of a file. Verifying it takes longer than most answers, so it is
verified only where the answer would be that something does not exist."""

CHECKSUM: Final = 8
"""Characters of the checksum before each record's JSON."""

DEFINING: Final = ("definition", "plain", "mission", "senses")
"""The fields that say what a record is."""

_PASSAGES: Final = "FROM words JOIN passage ON number = words.rowid"
_TEXT: Final = f"coalesce(text, passage.folded) {_PASSAGES}"
"""The texts that an index of words finds, and where SQL takes them from."""

STEPS: Final = 100_000
"""Steps of SQLite (some hundredths of a second) between two checks for an interrupt."""


if TYPE_CHECKING:
    Key: TypeAlias = tuple[str, str]
    """The section and the id of a record."""


class DamagedStore(Exception):
    """A compiled file that cannot be trusted; the guides must be compiled again."""


class Store:
    """A compiled stack of guides, open for reading."""

    def __init__(self, connection: sqlite3.Connection, path: str = "") -> None:
        self._connection: Final = connection
        self._path: Final = path
        # Python handles Ctrl-C between two of its own instructions, and a query runs none.
        connection.set_progress_handler(lambda: 0, STEPS)
        # Callers hold a catalogue and do not close it, so the connection closes by itself.
        self._close: Final = finalize(self, connection.close)

    def guides(self) -> list[str]:
        """The ids of the guides, the lowest first."""
        rows = self._rows("SELECT id FROM guide ORDER BY rank")
        return [row[0] for row in rows or self._none()]

    def editions(self) -> dict[str, str]:
        """The editions of the guides that state one, by id."""
        return dict(self._rows("SELECT id, edition FROM guide WHERE edition IS NOT NULL"))

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
        """A record and the id of its guide: in the guide named, otherwise in the uppermost one.

        Args:
            section: Its section.
            identifier: Its id.
            guide: The guide to take it from.
            head: Whether a role's head is enough: title, family, level, stage and short name.
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
        return (rows[0][0], _decode(rows[0][1])) if rows else None

    def heads(self) -> Iterator[tuple[str, str, Any]]:
        """Every role's id, guide and head, in the order of ids."""
        rows = self._rows(
            "SELECT record.id, guide.id, head, max(rank) FROM record JOIN guide USING (rank) "
            "WHERE section = 'roles' GROUP BY record.id ORDER BY record.id"
        )
        for identifier, guide, head, _ in rows or self._none():
            yield identifier, guide, _decode(head)

    def careers(self) -> Iterator[tuple[str, Any]]:
        """Of every role, by id: where people go on to, and where they come from.

        SQLite takes the two out of the record; to read it whole takes ten times as long.
        """
        rows = self._rows(
            "SELECT id, json_extract(substr(body, ?), '$.leads_to', '$.comes_from'), max(rank) "
            "FROM record WHERE section = 'roles' GROUP BY id ORDER BY id",
            CHECKSUM + 1,
        )
        for identifier, found, _ in rows or self._none():
            yield identifier, _decode_part(found)

    def titles(self, section: str, languages: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Of each record of a section, by id: the first of these languages it has, its title there.

        Families of one kind are `families:roles` and the like.
        """
        section, _, grouped = section.partition(":")
        rows = self._rows(
            "SELECT id, lang, title FROM label WHERE section = ? AND (? = '' OR part = ?) "
            "ORDER BY id",
            section,
            grouped,
            grouped,
        )
        found: dict[str, dict[str, str]] = {}
        for identifier, lang, title in rows:
            found.setdefault(identifier, {})[lang] = title
        best = {i: next((c for c in languages if c in by), min(by)) for i, by in found.items()}
        return {i: (lang, found[i][lang]) for i, lang in best.items()}

    def names_beginning(self, section: str, start: str) -> Iterator[tuple[str, str, str]]:
        """The first name of each record in which a word, or several, begin so: id, language, name.

        Args:
            section: The section, as in `titles`.
            start: What they begin with, without capitals and accents.
        """
        asked = spaced(start)
        rows = self._rows(
            "SELECT id, lang, names, words FROM label WHERE section = ? AND instr(words, ?) "
            "ORDER BY id",
            section.partition(":")[0],
            asked,
        )
        for identifier, lang, names, words in rows:
            at = next(at for at, line in enumerate(words.split("\n")) if asked in line)
            yield identifier, lang, names.split("\n")[at]

    def find(
        self, section: str, folded: str, guide: str | None = None
    ) -> list[tuple[int, str, str]]:
        """The names that fold alike, highest rung first: rung, id of the record, spelling.

        Without a guide, only the names in the uppermost guide that has the record count.
        """
        return self._rows(
            "SELECT rung, name.id, spelling FROM name JOIN guide USING (rank) "
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

    def names_about(self, sections: Sequence[str], length: int) -> list[tuple[Key, str]]:
        """Names of about this length, folded, each behind the section and the id of its record."""
        return self._names(
            sections, "folded", "length(folded) BETWEEN ? AND ?", length - 4, length + 4
        )

    def names_with(self, sections: Sequence[str], starts: Collection[str]) -> list[tuple[Key, str]]:
        """Names in which one of these letters stand, behind the section and id of their record."""
        where = " OR ".join("instr(folded, ?)" for _ in starts)
        return self._names(sections, "spelling", f"({where or 0})", *starts)

    def _names(
        self, sections: Sequence[str], column: str, where: str, *values: object
    ) -> list[tuple[Key, str]]:
        rows = self._rows(
            f"SELECT section, id, {column} FROM name "  # noqa: S608 — marks alone
            f"WHERE section IN ({_marks(sections)}) AND {where} ORDER BY rung, id",
            *sections,
            *values,
        )
        return _in_order(sections, rows)

    def definitions(
        self, sections: Sequence[str], starts: Collection[str]
    ) -> list[tuple[Key, str]]:
        """What says in a sentence what a record is, where a word begins with one of these."""
        if not starts:
            return []
        query = " OR ".join(f'"{start}"*' for start in starts)
        rows = self._rows(
            f"SELECT section, id, {_TEXT} WHERE words MATCH ? "
            f"AND section IN ({_marks(sections)}) AND field IN ({_marks(DEFINING)}) "
            "ORDER BY number",
            query,
            *sections,
            *DEFINING,
        )
        return _in_order(sections, rows)

    def title_words(self, phrases: Collection[str]) -> list[tuple[str, str, int, str]]:
        """What phrases around titles say: phrase, kind, place on the ladder, what it stands for."""
        return self._rows(
            "SELECT phrase, kind, level, means FROM title_word "  # noqa: S608 — marks alone
            f"WHERE phrase IN ({', '.join('?' * len(phrases))})",
            *phrases,
        )

    def title_names(
        self, forms: Collection[str]
    ) -> list[tuple[str, int, str, str, str, int, int, int]]:
        """The names of roles whose core has one of some forms.

        Returns:
            Of each: role, rung, the name folded, core, rank, the place of that rank, and the
            lowest and the highest place of the role.
        """
        return self._rows(
            "SELECT role, rung, folded, core, ranks, level, low, high FROM title_name "  # noqa: S608 — likewise
            "WHERE number IN (SELECT number FROM title_key "
            f"WHERE form IN ({', '.join('?' * len(forms))})) AND rank = ("
            "  SELECT max(rank) FROM record WHERE section = 'roles' AND record.id = role"
            ")",
            *forms,
        )

    def title_forms(self, forms: Collection[str]) -> list[str]:
        """Which of some forms stand in a name of a role or among the words around titles."""
        marks = ", ".join("?" * len(forms))
        rows = self._rows(
            f"SELECT form FROM title_key WHERE form IN ({marks}) "  # noqa: S608 — likewise
            f"UNION SELECT phrase FROM title_word WHERE phrase IN ({marks})",
            *forms,
            *forms,
        )
        return [row[0] for row in rows]

    def users(self, section: str, identifier: str) -> list[str]:
        """The roles that name a record: that do an activity, need a skill, use a tool."""
        rows = self._rows(
            "SELECT role FROM used WHERE section = ? AND id = ? ORDER BY role", section, identifier
        )
        return [row[0] for row in rows or self._none()]

    def usage(self, section: str) -> dict[str, int]:
        """How many roles name each record of a section."""
        return dict(
            self._rows("SELECT id, count(*) FROM used WHERE section = ? GROUP BY id", section)
        )

    def needs(self) -> list[tuple[str, str, int, int]]:
        """Every skill that every role needs: role, skill, level, weight."""
        return self._rows("SELECT role, id, level, weight FROM used WHERE section = 'skills'")

    def parts(self) -> list[tuple[str, str, Part, Reach | None]]:
        """Every part that every role has: role, activity, part, reach."""
        return self._rows("SELECT role, id, part, reach FROM used WHERE section = 'activities'")

    def owners(self) -> list[tuple[str, str]]:
        """Every activity that roles answer for, with each of those roles."""
        return self._rows(
            "SELECT id, role FROM used WHERE section = 'activities' "
            "AND part IN ('accountable', 'both') ORDER BY id, role"
        )

    def search(
        self, query: str, sections: Sequence[str] | None, most: int = -1, *, after: int = 0
    ) -> list[tuple[str, str, str, str, str]]:
        """The texts that match an FTS5 query, best first: section, id, field, language, text.

        Args:
            query: The query.
            sections: The sections to look in; all if None.
            most: How many texts to give; all if negative.
            after: How many of the best to pass over.
        """
        where, values = _matching(query, sections)
        return self._rows(
            f"SELECT section, id, field, lang, {_TEXT} "
            f"WHERE {where} ORDER BY rank, number LIMIT ? OFFSET ?",
            *values,
            most,
            after,
        )

    def matches(self, query: str) -> bool:
        """Whether any text matches an FTS5 query."""
        return bool(self._rows("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", query))

    def count_matches(self, query: str, sections: Sequence[str] | None) -> int:
        """How many records have a text that matches an FTS5 query."""
        where, values = _matching(query, sections)
        rows = self._rows(
            f"SELECT count(*) FROM (SELECT DISTINCT section, id {_PASSAGES} WHERE {where})",  # noqa: S608 — marks alone
            *values,
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

    def _none(self) -> list[Any]:
        """No rows, after a check that the file is not damaged."""
        self.verify()
        return []

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
        stamp: The stamp it must bear (see `compiled_file`); empty if there is no file.
    """
    try:
        if not (stamp and os.path.isfile(path)):
            return None
        connection = sqlite3.connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True)
    except (sqlite3.Error, OSError, ValueError):
        return None
    try:
        found = dict(connection.execute("SELECT key, value FROM meta"))
    except (sqlite3.Error, UnicodeDecodeError):
        found = {}
    if found == {"format": str(FORMAT), "stamp": stamp}:
        return Store(connection, path)
    connection.close()
    return None


def _matching(query: str, sections: Sequence[str] | None) -> tuple[str, tuple[str, ...]]:
    """The SQL condition for texts that match a query, and its values."""
    if not sections:
        return "words MATCH ?", (query,)
    return f"words MATCH ? AND section IN ({', '.join('?' * len(sections))})", (query, *sections)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _in_order(sections: Sequence[str], rows: list[Any]) -> list[tuple[Key, str]]:
    """Rows in the order of their sections, each as the key of its record and a text."""
    rows.sort(key=lambda row: sections.index(row[0]))
    return [((section, identifier), text) for section, identifier, text in rows]


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


def _decode(text: str) -> Any:
    from roleguide.store.encoding import decode  # noqa: PLC0415 — completion reads no records

    return decode(text)


def _decode_part(text: str) -> Any:
    from roleguide.store.encoding import decode_part  # noqa: PLC0415 — likewise

    return decode_part(text)
