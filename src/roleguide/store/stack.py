"""Compiled guides read as one: of a record that several have, the uppermost counts.

Each guide keeps a list of the records that it takes the place of, and of the guides that have
these. When it is put on top, they are hidden in those files (`Store.hide`), so that a query finds
records in effect alone and none twice, whichever file it is asked of. What is left to do is to ask
every file and to put what they find into the order that it would have in one.
"""

from __future__ import annotations

from roleguide.store import open_store, spaced

TYPE_CHECKING = False
if TYPE_CHECKING:  # as in `store`
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Final, TypeAlias

    from roleguide.model import Origin, Part, Step, Tie
    from roleguide.store import Key, Store

    Career: TypeAlias = tuple[Mapping[str, Step], Sequence[Origin]]
    """Where people go on to from a role, and where they come from."""

_DEFINING: Final = ("definition", "plain", "mission", "senses")
"""The fields that say what a record is."""

_PASSAGES: Final = "FROM words JOIN passage ON number = words.rowid"
_TEXT: Final = "coalesce(nullif(text, ''), passage.folded)"
"""The texts that an index of words finds, and where SQL takes them from."""

_WORD: Final = 6
"""Letters of a word, with the space behind it, where the words of a text are not counted."""


class Stack:
    """Guides that stand one upon another, open for reading."""

    def __init__(self, stores: Iterable[Store] = ()) -> None:
        """Put guides one upon another, the lowest first."""
        self._stores: Final[list[Store]] = []
        for store in stores:
            self.add(store)

    def add(self, store: Store) -> None:
        """Put a guide on top."""
        hidden = store.hides() if self._stores else []
        for below in self._stores:
            if keys := [(section, i) for guide, section, i in hidden if guide == below.guide]:
                below.hide(keys)
        self._stores.append(store)

    def guides(self) -> list[str]:
        """The ids of the guides, the lowest first."""
        return [store.guide for store in self._stores]

    def editions(self) -> dict[str, str]:
        """The editions of the guides that state one, by id."""
        return {store.guide: store.edition for store in self._stores if store.edition is not None}

    def ids(self, section: str) -> list[str]:
        """The ids of a section, in their order."""
        return [row[0] for row in self._rows("SELECT id FROM record WHERE section = ?", section)]

    def holder(self, section: str, identifier: str) -> str | None:
        """The id of the guide whose record is in effect."""
        query = "SELECT 1 FROM record WHERE section = ? AND id = ?"
        holders = (s.guide for s in self._from_top() if s.rows(query, section, identifier))
        return next(holders, None)

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
        table = _table("record", guide)
        query = f"SELECT {column} FROM {table} WHERE section = ? AND id = ?"
        for store in self._from_top(guide):
            for (data,) in store.rows(query, section, identifier):
                return store.guide, _decode(data)
        return None

    def records(self, section: str) -> list[Any]:
        """The records of a section in all guides, in effect or not, those of the lowest first."""
        query = "SELECT body FROM main.record WHERE section = ? ORDER BY id"
        return [_decode(data) for store in self._stores for (data,) in store.rows(query, section)]

    def heads(self) -> list[tuple[str, str, Any]]:
        """Every role's id, guide and head, in the order of ids."""
        query = "SELECT id, ?, head FROM record WHERE section = 'roles'"
        rows = sorted(row for store in self._stores for row in store.rows(query, store.guide))
        return [(identifier, guide, _decode(data)) for identifier, guide, data in self._some(rows)]

    def careers(self, roles: Collection[str]) -> dict[str, Career]:
        """The careers of some roles, by id; no role is read whole for it."""
        if not roles:
            return {}
        query = f"SELECT role, career FROM outline WHERE role IN ({_marks(roles)})"
        rows = self._some(self._rows(query, *roles))
        return {role: _decode(found) if found else ({}, ()) for role, found in rows}

    def circumstances(
        self,
    ) -> list[tuple[str, str | None, str | None, str | None, bool | None, str, str]]:
        """Of every role, by id: stage, whom it leads, whose figure it carries, travel.

        And the ids of the settings in which it is found, and of those in which there is none.
        """
        query = "SELECT role, stage, leads, carries, travel, found, absent FROM outline"
        return self._rows(query, order=lambda row: row[0])

    def steps(self) -> list[tuple[str, str, str]]:
        """Of every role, by id: the roles that people go on to, as `goal:move`, and come from.

        Several stand in a text, with spaces between them.
        """
        return self._some(self._rows("SELECT role, onward, origins FROM outline"))

    def sizes(self, roles: Collection[str] = ()) -> list[tuple[str, str, int, int]]:
        """Of every role, or some, by id: family, all levels needed, number of activities."""
        query = f"SELECT role, family, whole, tasks FROM outline WHERE {_in('role', roles)}"
        return self._rows(query, *roles)

    def node(self, role: str) -> str | None:
        """A role as it is written in the uppermost guide, as text."""
        rows = self._rows("SELECT node FROM written WHERE role = ?", role)
        return rows[0][0] if rows else None

    def titles(self, section: str, languages: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Of each record of a section, by id: the first of these languages it has, its title there.

        Families of one kind are `families:roles` and the like.
        """
        section, _, part = section.partition(":")
        query = "SELECT id, lang, title FROM label WHERE section = ? AND (? = '' OR part = ?)"
        found: dict[str, dict[str, str]] = {}
        for identifier, lang, title in self._rows(query, section, part, part):
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
        query = "SELECT id, lang, names, words FROM label WHERE section = ? AND instr(words, ?)"
        for identifier, lang, names, words in self._rows(query, section.partition(":")[0], asked):
            at = next(at for at, line in enumerate(words.split("\n")) if asked in line)
            yield identifier, lang, names.split("\n")[at]

    def find(
        self, section: str, folded: str, guide: str | None = None
    ) -> list[tuple[int, str, str]]:
        """The names that fold alike, highest rung first: rung, id of the record, spelling.

        Without a guide, only the names in the uppermost guide that has the record count.
        """
        table = _table("name", guide)
        query = f"SELECT rung, id, spelling FROM {table} WHERE section = ? AND folded = ?"
        return self._rows(query, section, folded, guide=guide)

    def names_about(self, sections: Sequence[str], length: int) -> list[tuple[Key, str]]:
        """Names of about this length, folded, each behind the section and the id of its record."""
        where = "length(folded) BETWEEN ? AND ?"
        return self._names(sections, "folded", where, length - 4, length + 4)

    def names_with(self, sections: Sequence[str], starts: Collection[str]) -> list[tuple[Key, str]]:
        """Names in which one of these letters stand, behind the section and id of their record."""
        where = " OR ".join("instr(folded, ?)" for _ in starts)
        return self._names(sections, "spelling", where or "FALSE", *starts)

    def _names(
        self, sections: Sequence[str], column: str, where: str, *values: object
    ) -> list[tuple[Key, str]]:
        query = (
            f"SELECT section, rung, id, {column} FROM name "
            f"WHERE section IN ({_marks(sections)}) AND ({where})"
        )
        return self._keyed(sections, query, *sections, *values)

    def definitions(
        self, sections: Sequence[str], starts: Collection[str]
    ) -> list[tuple[Key, str]]:
        """What says in a sentence what a record is, where a word begins with one of these."""
        query = (
            f"SELECT section, id, number, id, {_TEXT} {_PASSAGES} WHERE words MATCH ? "
            f"AND section IN ({_marks(sections)}) AND field IN ({_marks(_DEFINING)})"
        )
        words = " OR ".join(f'"{start}"*' for start in starts)
        return self._keyed(sections, query, words, *sections, *_DEFINING) if words else []

    def _keyed(self, sections: Sequence[str], query: str, *values: object) -> list[tuple[Key, str]]:
        """What a query finds whose rows begin with a section and end with an id and a text."""
        rows = self._rows(query, *values, order=lambda row: (sections.index(row[0]), row))
        return [((section, identifier), text) for section, *_, identifier, text in rows]

    def title_words(self, phrases: Collection[str]) -> list[tuple[str, str, int, str]]:
        """What phrases around titles say: phrase, kind, place on the ladder, what it stands for.

        The file of a guide that says something of them has what those below it say, too.
        """
        query = (
            "SELECT phrase, kind, level, means FROM title_word "
            f"WHERE phrase IN ({_marks(phrases)}) ORDER BY phrase, at"
        )
        for store in self._from_top():
            if store.rows("SELECT 1 FROM title_word LIMIT 1"):
                return store.rows(query, *phrases)
        return []

    def title_names(
        self, forms: Collection[str]
    ) -> list[tuple[str, int, str, str, str, int, int, int]]:
        """The names of roles whose core has one of some forms.

        Returns:
            Of each: role, rung, the name folded, core, rank, the place of that rank, and the
            lowest and the highest place of the role.
        """
        rows = self._rows(
            "SELECT role, number, rung, folded, core, ranks, level, low, high FROM title_name "
            f"WHERE number IN (SELECT number FROM title_key WHERE form IN ({_marks(forms)}))",
            *forms,
        )
        return [(role, *name) for role, _, *name in rows]

    def title_forms(self, forms: Collection[str]) -> set[str]:
        """Which of some forms stand in a name of a role or among the words around titles."""
        rows = self._rows(
            "SELECT DISTINCT form FROM title_key JOIN title_name USING (number) "
            f"WHERE form IN ({_marks(forms)})",
            *forms,
        )
        return {row[0] for row in (*rows, *self.title_words(forms))}

    def users(self, section: str, identifier: str) -> list[str]:
        """The roles that name a record: that do an activity, need a skill, use a tool."""
        query = "SELECT role FROM used WHERE section = ? AND id = ?"
        return [row[0] for row in self._some(self._rows(query, section, identifier))]

    def usage(self, section: str) -> dict[str, int]:
        """How many roles name each record of a section."""
        query = "SELECT id, count(*) FROM used WHERE section = ? GROUP BY id"
        found: dict[str, int] = {}
        for identifier, roles in self._rows(query, section):
            found[identifier] = found.get(identifier, 0) + roles
        return found

    def needs(
        self, roles: Collection[str] = (), skills: Collection[str] = ()
    ) -> list[tuple[str, int, int, str]]:
        """The skills that roles need, all or some of each: skill, level, weight, roles.

        All roles that need a skill alike stand in a text, with spaces between them: a row for each
        would take several times as long to read.
        """
        return self._rows(_used("skills", "level, weight", roles, skills), *roles, *skills)

    def parts(
        self, roles: Collection[str] = (), activities: Collection[str] = ()
    ) -> list[tuple[str, Part, str]]:
        """The parts that roles have in activities, likewise: activity, part, roles."""
        return self._rows(_used("activities", "part", roles, activities), *roles, *activities)

    def ties(self) -> list[tuple[str, str, Tie]]:
        """Every tie that every role has to a metric: metric, role, tie."""
        return self._rows("SELECT id, role, tie FROM used WHERE section = 'metrics'")

    def search(
        self, queries: Sequence[str], sections: Sequence[str] | None, most: int = -1
    ) -> list[tuple[str, str, str, str, str]]:
        """The texts that match any of some FTS5 queries, best first.

        Best is what matches most of them, in a field that weighs most, in fewest words. That is so
        whatever else a guide has, so that texts of several guides can be put in one order; SQLite's
        own ranks compare a text with the others in its file.

        Args:
            queries: The queries.
            sections: The sections to look in; all if None.
            most: How many texts to give; all if negative.

        Returns:
            Of each: section, id, field, language, text.
        """
        found = "SELECT rowid, 1 AS matched FROM words WHERE words MATCH ?"
        if len(queries) > 1:  # to count takes as long as to find
            every = " UNION ALL ".join([found] * len(queries))
            found = f"SELECT rowid, sum(matched) AS matched FROM ({every}) GROUP BY rowid"
        rows = self._rows(
            "SELECT -(matched * matched * weight * (0.4 + ? * matched / length(folded))) AS score, "
            f"section, id, number, field, lang, {_TEXT} "
            f"FROM ({found}) JOIN passage ON number = rowid WHERE {_in('section', sections or ())} "
            "ORDER BY score, section, id, number LIMIT ?",
            _WORD,
            *queries,
            *(sections or ()),
            most,
            order=lambda row: row[:4],
        )
        best = rows if most < 0 else rows[:most]
        return [(section, identifier, *text) for _, section, identifier, _, *text in best]

    def matches(self, query: str) -> bool:
        """Whether any text matches an FTS5 query."""
        return bool(self._rows(f"SELECT 1 {_PASSAGES} WHERE words MATCH ? LIMIT 1", query))

    def count_matches(self, queries: Sequence[str], sections: Sequence[str] | None) -> int:
        """How many records have a text that matches one of some FTS5 queries."""
        rows = self._rows(
            f"SELECT count(*) FROM (SELECT DISTINCT section, id {_PASSAGES} "
            f"WHERE words MATCH ? AND {_in('section', sections or ())})",
            " OR ".join(f"({query})" for query in queries),
            *(sections or ()),
        )
        return sum(row[0] for row in rows)

    def verify(self) -> None:
        """Verify the checksums of all files.

        Raises:
            DamagedStore: One is not what was written.
        """
        for store in self._stores:
            store.verify()

    def close(self) -> None:
        """Close all files."""
        for store in self._stores:
            store.close()

    def _from_top(self, guide: str | None = None) -> list[Store]:
        """The guides, the uppermost first, or the one that is named."""
        return [store for store in self._stores[::-1] if guide in (None, store.guide)]

    def _rows(
        self,
        query: str,
        *values: object,
        guide: str | None = None,
        order: Callable[[Any], Any] | None = None,
    ) -> list[Any]:
        """What a query finds in all guides, or in the one that is named, in one order."""
        rows = [row for store in self._from_top(guide) for row in store.rows(query, *values)]
        rows.sort(key=order)
        return rows

    def _some(self, rows: list[Any]) -> list[Any]:
        """Rows that must not be missing; if there are none, no file is damaged."""
        if not rows:
            self.verify()
        return rows


def open_stack(files: Sequence[tuple[str, str]]) -> Stack | None:
    """Open compiled guides, the lowest first, if all are whole and current.

    Args:
        files: The file of each and the stamp it must bear (see `compiled_files`).
    """
    stores = [*current_stores(files)]
    return Stack(stores) if len(stores) == len(files) else None


def current_stores(files: Sequence[tuple[str, str]]) -> Iterator[Store]:
    """The guides that are compiled as they are now, up to the first that is not.

    Args:
        files: The file of each and the stamp it must bear (see `compiled_files`).
    """
    for file, stamp in files:
        store = open_store(file, stamp)
        if store is None:
            return
        yield store


def _table(name: str, guide: str | None) -> str:
    """A table: of a guide that is named, also with what is hidden in it."""
    return name if guide is None else f"main.{name}"


def _used(section: str, how: str, roles: Collection[str], ids: Collection[str]) -> str:
    """The SQL query for what roles name of a section, all or some of each, and how."""
    return (
        f"SELECT id, {how}, group_concat(role, ' ') FROM used "
        f"WHERE section = '{section}' AND {_in('role', roles)} AND {_in('id', ids)} "
        "GROUP BY id, part, level, weight"
    )


def _in(column: str, values: Collection[str]) -> str:
    """The SQL condition for some values of a column; for all if none is named."""
    return f"{column} IN ({_marks(values)})" if values else "TRUE"


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _decode(data: bytes) -> Any:
    from roleguide.store.encoding import decode  # completion reads no records

    return decode(data)
