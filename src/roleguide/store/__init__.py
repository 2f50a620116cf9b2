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
    from collections.abc import Iterable
    from typing import Any, BinaryIO, Final, TypeAlias

ENGINE: Final = sqlite3.sqlite_version
"""The version of SQLite."""

FORMAT: Final = 20
"""The format of the compiled file; raised whenever a table or the encoding changes."""

SEAL: Final = 4
"""Bytes of the checksum at the end of a file. Verifying it takes longer than most answers, so it is
verified only where the answer would be that something does not exist."""

CHECKSUM: Final = 4
"""Bytes of the checksum before each record's JSON."""

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

NOTED: Final = 24 * 3600
"""Seconds after which it is noted again that a file is in use."""

STEPS: Final = 100_000
"""Steps of SQLite (some hundredths of a second) between two checks for an interrupt."""


if TYPE_CHECKING:
    Key: TypeAlias = tuple[str, str]
    """The section and the id of a record."""


class DamagedStore(Exception):
    """A compiled file that cannot be trusted; the guides must be compiled again."""


class Store:
    """A compiled guide, open for reading.

    What is asked of its tables leaves out the records that guides above have too (see `hide`),
    unless a table is called `main.record` and the like.

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
        # Callers hold a catalogue and do not close it, so the connection closes by itself; not in
        # __del__, which in a cycle may run when the connection has complained already.
        self._close: Final = finalize(self, connection.close)

    def hides(self) -> list[tuple[str, str, str]]:
        """The records of guides below that are no longer in effect: guide, section, id."""
        return self.rows("SELECT guide, section, id FROM hides")

    def hide(self, keys: Iterable[Key]) -> None:
        """Leave records out, since a guide above has them too."""
        try:
            if not self._hides:
                views = (_VIEW.format(table=table, key=key) for table, key in _HIDDEN.items())
                self._connection.executescript("".join((_HIDING, *views)))
                self._hides = True
            with self._connection:
                self._connection.executemany("INSERT OR IGNORE INTO hidden VALUES (?, ?)", keys)
        except sqlite3.Error as error:
            raise DamagedStore(str(error)) from error

    def rows(self, statement: str, *values: object) -> list[Any]:
        """The rows that a query finds.

        Raises:
            DamagedStore: The file cannot answer it.
        """
        try:
            return self._connection.execute(statement, values).fetchall()
        except (
            sqlite3.Error,
            UnicodeDecodeError,
        ) as error:  # decoding SQLite's own message fails too
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from error
            raise DamagedStore(str(error)) from error

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
        """Close the file; twice does no harm."""
        self._close()


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
